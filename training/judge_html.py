"""Make models/judge-html.npz: the weights by which blocks of HTML are judged, and the figures in their card.

    PYTHONPATH=services python training/judge_html.py DATA [--predictions FILE]

DATA is the directory with the sets of judge_pages.py as .jsonl.gz and score.py. Beside these teach the invented pages
of training/html and the payloads of tests/desk/payloads.jsonl that are HTML. What words and names lean to is learned
for each of five folds from the other four, no site on both sides; words also from the pages of training/pages. The
trees learn from leanings that never saw the line's own site. Then every document is judged by trees and lexicons that
never saw its site, and the figures go into the card, docs/models/judge-html.md; --predictions writes those articles,
for benchmarks/extraction.py. One thread and fixed seeds: the same bytes come out each time.
"""

import argparse
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from processor import PROCESSOR

os.environ.update(PROCESSOR)

import lightgbm
import numpy as np
import scipy.sparse as sp
from boosting import REPEATABLE
from judge import ITERATIONS, PENALTY, as_arrays
from judge_labels import label, part_of
from judge_lessons import Example, own_examples
from judge_pages import GOLD, OWN, SILVER, load_script, own_html, read_set, silver_rows, site_of
from numpy.typing import NDArray
from softmax import as_tables, gram_matrix, in_steps, softmax, word_matrix

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import Column, Matrix, as_matrix, line_features
from copydesk.desk.judging.judge import decide
from copydesk.desk.judging.judge_html import Lexicons, html_features
from copydesk.desk.judging.stated import stated_features
from copydesk.desk.judging.trees import Trees
from copydesk.desk.judging.vote import in_doubt, outvote, vote
from copydesk.desk.normalise import normalise
from copydesk.desk.page.elements import Elements, name_grams, read_elements
from copydesk.desk.page.html import lay_out_html

WEIGHTS = Path(__file__).parents[1] / "services/copydesk/models/judge-html.npz"
CARD = Path(__file__).parents[1] / "docs/models/judge-html.md"
MEASURES = "sites"
FOLDS = 5
# How much a page of each set teaches the trees. Of the pages of web many are no articles, and what two extractors agree
# on is not what people marked; by cross-validation news and world gain .002 each by these, and web loses .001.
TRUST = {"news": 1.0, "world": 1.0, "web": 0.35, "snippets": 0.6, "dates": 0.6, OWN: 1.0}
PAGE_WEIGHT = 48  # of the lines of a page together; what lambda_l2 is to be compared with
COLUMNS = 192  # features that the trees may use, the best by gain of a first model
ROUNDS, FIRST_ROUNDS = 150, 30
NAME_PENALTY, NAME_ITERATIONS = 1e-3, 30
# Documents of which not even perfect labels give the marked article are no teachers.
CLEAREST = 0.8
PARAMETERS = {
    **REPEATABLE, "objective": "binary", "num_leaves": 31, "max_depth": 8, "learning_rate": 0.1,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "min_data_in_leaf": 100, "max_bin": 63,
}  # fmt: skip

Articles = dict[tuple[str, str], str]


@dataclass
class Document:
    """A page that has lines: `share` is how much of each the article has, `site` its registered domain, `votes` the
    second opinion on it."""

    set: str
    id: str
    site: str
    texts: list[str]
    share: NDArray[np.float32]
    teaches: bool
    own: dict[str, Column]
    stated: dict[str, Column]
    elements: Elements
    votes: list[bool] | None
    either: NDArray[np.bool_]

    @property
    def kept(self) -> NDArray[np.bool_]:
        return self.share >= 0.5

    @property
    def weight(self) -> Column:
        """The root of a line's words, of which the document's sum is one; 0 for what may be the article's or not."""
        roots = np.sqrt([max(1.0, len(text) / 6) for text in self.texts]) * ~self.either
        return roots / max(roots.sum(), 1.0)

    def features(self, lexicons: Lexicons) -> dict[str, Column]:
        return html_features(self.elements, read_characters(self.texts), self.own, self.stated, lexicons)

    def article(self, certainty: Column) -> str:
        """The body as the desk decides it, second opinion and all."""
        words = np.expm1(self.own["log words"])
        if self.votes and in_doubt(certainty, words):
            certainty = outvote(certainty, self.votes)
        kept = decide(certainty, words)
        return "\n".join(text for text, on in zip(self.texts, kept, strict=True) if on)


def read(name: str, row: dict) -> Document | None:
    page = lay_out_html(row["html"])
    texts = [line.text for line in page.lines]
    if not texts:
        return None
    characters = read_characters(texts)
    share = label(texts, row["body"])
    either = set(filter(None, map(normalise, row.get("either", "").split("\n"))))
    marked = sum(len(text) for text, on in zip(texts, share >= 0.5, strict=True) if on)
    return Document(
        set=name,
        id=row["id"],
        site=site_of(row["url"]),
        texts=texts,
        share=share,
        teaches=marked >= CLEAREST * len("".join(row["body"].split("\n"))),
        own=line_features(page.lines, characters),
        stated=stated_features(page, characters),
        elements=read_elements(page),
        votes=None if name in (*SILVER, OWN) else vote(page),
        either=np.array([text in either for text in texts]),
    )


def folds_of(documents: list[Document]) -> NDArray[np.int64]:
    """A fold for each document, the same for all of a site."""
    sites = sorted({document.site for document in documents})
    order = np.random.default_rng(0).permutation(len(sites))
    fold = {site: int(place) % FOLDS for site, place in zip(sites, order, strict=True)}
    return np.array([fold[document.site] for document in documents])


def name_matrix(document: Document) -> sp.csr_matrix:
    """The names of each line's block, and beside them those of all that stands around it."""
    elements = document.elements
    names = gram_matrix(name_grams(elements), len(elements.names))
    lines, around = [], []
    at, inside = elements.of_line.copy(), np.arange(len(elements.of_line))
    while len(inside := inside[at[inside] > 0]):
        at[inside] = elements.parent[at[inside]]
        lines.append(inside)
        around.append(at[inside])
    place = (np.concatenate([*lines, []]), np.concatenate([*around, []]))
    path = sp.csr_matrix((np.ones(len(place[0]), np.float32), place), shape=(len(at), len(elements.names)))
    return sp.hstack([names[elements.of_line], path @ names]).tocsr()


def learn_lexicons(
    documents: list[Document], own: list[Example], words: list[sp.csr_matrix], names: list[sp.csr_matrix]
) -> Lexicons:
    """words: of the documents, then of our own pages, which have words alone. names: of the documents."""
    weight = np.concatenate([document.weight for document in documents])
    part = np.concatenate([part_of(document.kept) for document in documents])
    own_weight, own_part = [each.weights for each in own], [part_of(each.kept) for each in own]
    found, word_bias = softmax(
        sp.vstack(words).tocsr(),
        np.concatenate((part, *own_part)),
        np.concatenate((weight, *own_weight)),
        PENALTY,
        ITERATIONS,
    )
    (word_weights, word_scale), (form_weights, form_scale) = as_tables(found)
    found, bias = softmax(sp.vstack(names).tocsr(), np.minimum(part, 1), weight, NAME_PENALTY, NAME_ITERATIONS)
    name_weights, name_scale = in_steps((found[:, 0] - found[:, 1]).reshape(2, -1))
    return Lexicons(
        words=word_weights,
        word_scale=word_scale,
        forms=form_weights,
        form_scale=form_scale,
        word_bias=word_bias,
        names=name_weights,
        name_scale=name_scale,
        name_bias=float(bias[0] - bias[1]),
    )


@dataclass
class Lesson:
    """What the trees learn from: a matrix of `columns` for each document, and the lexicons of all of them."""

    documents: list[Document]
    fold: NDArray[np.int64]
    columns: list[str]
    matrices: list[Matrix]
    lexicons: Lexicons

    def boost(self, rounds: int, left_out: int | None = None) -> lightgbm.Booster:
        """Trees from the documents that teach, without those of a fold."""
        chosen = [i for i, document in enumerate(self.documents) if document.teaches and self.fold[i] != left_out]
        documents = [self.documents[i] for i in chosen]
        body = np.concatenate([document.kept for document in documents]).astype(int)
        weight = np.concatenate([document.weight * TRUST[document.set] for document in documents]) * PAGE_WEIGHT
        data = lightgbm.Dataset(np.vstack([self.matrices[i] for i in chosen]), body, weight=weight)
        return lightgbm.train(PARAMETERS, data, rounds)

    def select(self, count: int) -> None:
        """Keep the columns that a first, small model gains most from."""
        gain = self.boost(FIRST_ROUNDS).feature_importance("gain")
        best = np.sort(np.argsort(-gain, kind="stable")[:count])
        self.columns = [self.columns[k] for k in best]
        self.matrices = [matrix[:, best] for matrix in self.matrices]


def prepare(data: Path) -> Lesson:
    """Read the pages, and judge each line's words and names by lexicons that never saw its site."""
    jobs = [(name, row) for name in GOLD for row in read_set(data, name) if row.get("body")]
    jobs += [(name, row) for name in SILVER for _, row in silver_rows(data, name)]
    jobs += [(OWN, row) for row in own_html()]
    with ProcessPoolExecutor(2) as pool:
        documents = [found for found in pool.map(read, *zip(*jobs, strict=True), chunksize=8) if found]
    fold = folds_of(documents)
    teaches = np.array([document.teaches for document in documents])
    print(f"{len(documents)} documents, {teaches.sum()} teach", flush=True)
    words = [word_matrix(document.texts) if document.teaches else None for document in documents]
    own = [each for each in own_examples() if each.sample.style == "blocks"]
    own_words = [word_matrix([line.text for line in each.page.lines]) for each in own]
    names = [name_matrix(document) if document.teaches else None for document in documents]
    features: dict[int, dict[str, Column]] = {}
    for left_out in range(FOLDS + 1):  # the last leaves nothing out
        taught = np.flatnonzero(teaches & (fold != left_out))
        lexicons = learn_lexicons(
            [documents[i] for i in taught], own, [*(words[i] for i in taught), *own_words], [names[i] for i in taught]
        )
        features |= {int(i): documents[i].features(lexicons) for i in np.flatnonzero(fold == left_out)}
        print(f"lexicons without fold {left_out}", flush=True)
    columns = list(features[0])
    return Lesson(documents, fold, columns, [as_matrix(features[i], columns) for i in range(len(documents))], lexicons)


def write_weights(lesson: Lesson, trees: dict[str, NDArray]) -> None:
    lexicons = lesson.lexicons
    np.savez_compressed(
        WEIGHTS,
        words=lexicons.words,
        word_scale=lexicons.word_scale,
        forms=lexicons.forms,
        form_scale=lexicons.form_scale,
        word_bias=lexicons.word_bias,
        names=lexicons.names,
        name_scale=lexicons.name_scale,
        name_bias=lexicons.name_bias,
        columns=np.array(lesson.columns),
        **trees,
    )
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes", flush=True)


def cross_validate(lesson: Lesson) -> Articles:
    """Each document's article as judged by trees and lexicons that never saw its site, by set and id."""
    articles = {}
    for left_out in range(FOLDS):
        trees = Trees.from_arrays(as_arrays(lesson.boost(ROUNDS, left_out)))
        for i in np.flatnonzero(lesson.fold == left_out):
            document = lesson.documents[i]
            if document.set in GOLD:
                articles[document.set, document.id] = document.article(trees.certainty(lesson.matrices[i]))
        print(f"judged fold {left_out}", flush=True)
    return articles


def judge_unseen(data: Path, lesson: Lesson, trees: Trees) -> Articles:
    """The articles of the set that only measures, as the shipped weights judge them, of sites that taught nothing."""
    taught = {document.site for document in lesson.documents}
    articles = {}
    for row in read_set(data, MEASURES):
        if row.get("body") and site_of(row["url"]) not in taught:
            document = read(MEASURES, row)
            assert document
            matrix = as_matrix(document.features(lesson.lexicons), lesson.columns)
            articles[MEASURES, row["id"]] = document.article(trees.certainty(matrix))
    return articles


def figures(data: Path, name: str, articles: Articles) -> str:
    """F1, precision and recall of the set's articles by the data's own score.py."""
    score = load_script(data / "score.py")
    rates = [
        score.precision_recall(*score.overlap(row["body"], articles.get((name, row["id"]), "")))
        for row in read_set(data, name)
        if row.get("body") and (name in GOLD or (name, row["id"]) in articles)
    ]
    precision, recall = score.mean(p for p, _ in rates), score.mean(r for _, r in rates)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{f1:.3f} ({precision:.3f}, {recall:.3f})".replace("0.", ".")


def write_card(row: str) -> None:
    """Put the row of figures into the card's table."""
    card = CARD.read_text(encoding="utf-8")
    CARD.write_text(re.sub(r"(?m)^\| this judge \|.*$", lambda _: row, card), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--predictions", type=Path, help="where the articles of the cross-validation go")
    args = options.parse_args()
    lesson = prepare(args.data)
    lesson.select(COLUMNS)
    trees = as_arrays(lesson.boost(ROUNDS))
    write_weights(lesson, trees)
    articles = cross_validate(lesson)
    if args.predictions:
        answers = ({"set": s, "style": "html", "id": key, "body": body} for (s, key), body in articles.items())
        args.predictions.write_text(
            "".join(f"{json.dumps(a, ensure_ascii=False)}\n" for a in answers), encoding="utf-8"
        )
    articles |= judge_unseen(args.data, lesson, Trees.from_arrays(trees))
    row = " | ".join(["| this judge", *(figures(args.data, name, articles) for name in (*GOLD, MEASURES))]) + " |"
    print(row)
    write_card(row)


if __name__ == "__main__":
    main()
