"""Train the judge of HTML: from the evaluation data to services/copydesk/models/judge-html.npz, the same every time.

    PYTHONPATH=services python training/judge_html.py DATA [--predictions FILE]

DATA is the directory with the sets of judge_pages.py as .jsonl.gz and score.py. What words and names lean to is learned
for each of five folds from the other four, no site on both sides; the trees learn from leanings that never saw the
line's own site. Then every document is judged by trees and lexicons that never saw its site, and the figures go into
the card, docs/models/judge-html.md; --predictions writes those articles, for benchmarks/extraction.py.
"""

import argparse
import importlib.util
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import lightgbm
import numpy as np
import scipy.sparse as sp
from judge_labels import label
from judge_pages import GOLD, SILVER, read_set, silver_rows, site_of
from numpy.typing import NDArray
from scipy.optimize import minimize

from copydesk.desk.characters import read_characters
from copydesk.desk.elements import Elements, name_grams, read_elements
from copydesk.desk.features import Column, line_features
from copydesk.desk.html import lay_out_html
from copydesk.desk.judge_html import Lexicons, html_features
from copydesk.desk.lexicon import BITS, Grams, grams
from copydesk.desk.stated import stated_features

MEASURES = "sites"
FOLDS = 5
SILVER_WEIGHT = 0.5  # what two extractors agree on teaches the trees half as much as what people marked
COLUMNS = 192  # features that the trees may use, the best by gain of a first model
KEEP, FEWEST_WORDS = 0.4, 20  # as in desk/judge.py
# Documents of which not even perfect labels give the marked article are no teachers.
CLEAREST = 0.8

Array = NDArray[np.float32]


@dataclass
class Document:
    """One page: `share` is how much of each line the article has, `site` its registered domain."""

    set: str
    id: str
    site: str
    texts: list[str]
    share: Array
    teaches: bool
    own: dict[str, Column]
    stated: dict[str, Column]
    elements: Elements | None

    @property
    def is_body(self) -> NDArray[np.bool_]:
        return self.share >= 0.5

    @property
    def weight(self) -> Column:
        """The root of a line's words, of which the document's sum is one."""
        roots = np.sqrt([max(1.0, len(text) / 6) for text in self.texts])
        return roots / roots.sum()


def read(name: str, row: dict) -> Document:
    page = lay_out_html(row["html"])
    texts = [line.text for line in page.lines]
    document = Document(name, row["id"], site_of(row["url"]), texts, np.zeros(0, np.float32), False, {}, {}, None)
    if texts:
        characters = read_characters(texts)
        document.share = label(texts, row["body"])
        article = sum(len(text) for text, on in zip(texts, document.is_body, strict=True) if on)
        document.teaches = article >= CLEAREST * len("".join(row["body"].split("\n")))
        document.own = line_features(page.lines, characters)
        document.stated = stated_features(page, characters)
        document.elements = read_elements(page)
    return document


def folds_of(documents: list[Document]) -> NDArray[np.int64]:
    """A fold for each document, the same for all of a site."""
    sites = sorted({document.site for document in documents})
    order = np.random.default_rng(0).permutation(len(sites))
    fold = {site: int(place) % FOLDS for site, place in zip(sites, order, strict=True)}
    return np.array([fold[document.site] for document in documents])


def gram_matrix(found: Grams, count: int) -> sp.csr_matrix:
    bucket, line = found.inner
    edge_bucket, edge_line = found.edge
    root = np.sqrt(np.maximum(np.bincount(line, minlength=count), 1))
    values = np.concatenate((1 / root[line], np.ones(len(edge_line)))).astype(np.float32)
    places = (np.concatenate((line, edge_line)), np.concatenate((bucket, edge_bucket)))
    return sp.csr_matrix((values, places), shape=(count, 1 << BITS))


def word_matrix(document: Document) -> sp.csr_matrix:
    return gram_matrix(grams(read_characters(document.texts), len(document.texts)), len(document.texts))


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


def parts(document: Document) -> NDArray[np.int64]:
    """0 body, 1 before it, 2 within it, 3 after it."""
    on = np.flatnonzero(document.is_body)
    part = np.ones(len(document.texts), np.int64)
    if len(on):
        part[on[0] :], part[on[-1] + 1 :], part[on] = 2, 3, 0
    return part


def fit(matrix: sp.csr_matrix, part: NDArray, weight: Column, decay: float) -> tuple[NDArray, Column]:
    """Multinomial logistic regression: a column of weights for each part, and the biases."""
    count = int(part.max()) + 1
    truth = np.eye(count, dtype=np.float32)[part]
    share = (weight / weight.sum()).astype(np.float32)[:, None]
    turned, size = matrix.T.tocsr(), matrix.shape[1]

    def loss(flat: Column) -> tuple[float, Column]:
        weights, bias = flat[:-count].reshape(size, count).astype(np.float32), flat[-count:].astype(np.float32)
        score = matrix @ weights + bias
        score -= score.max(axis=1, keepdims=True)
        chance = np.exp(score)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -float((share * truth * np.log(chance + 1e-9)).sum()) + decay / 2 * float(flat[:-count] @ flat[:-count])
        rest = share * (chance - truth)
        slope = (turned @ rest).astype(np.float64).ravel() + decay * flat[:-count]
        return value, np.concatenate((slope, rest.sum(axis=0).astype(np.float64)))

    start = np.zeros(size * count + count)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 30, "maxcor": 6}).x
    return found[:-count].reshape(size, count), found[-count:]


def in_steps(weights: NDArray) -> tuple[NDArray[np.int8], float]:
    scale = float(np.abs(weights).max()) / 127
    return np.rint(weights / scale).astype(np.int8), scale


def learn_lexicons(documents: list[Document], words: list, names: list) -> Lexicons:
    weight = np.concatenate([document.weight for document in documents])
    found, word_bias = fit(sp.vstack(words).tocsr(), np.concatenate([parts(d) for d in documents]), weight, 1e-4)
    word_weights, word_scale = in_steps((found - found.mean(axis=1, keepdims=True)).T)
    body = np.concatenate([document.is_body for document in documents])
    found, bias = fit(sp.vstack(names).tocsr(), (~body).astype(np.int64), weight, 1e-3)
    name_weights, name_scale = in_steps((found[:, 0] - found[:, 1]).reshape(2, -1))
    return Lexicons(word_weights, word_scale, word_bias, name_weights, name_scale, float(bias[0] - bias[1]))


def features(document: Document, lexicons: Lexicons) -> dict[str, Column]:
    characters = read_characters(document.texts)
    return html_features(document.elements, characters, document.own, document.stated, lexicons)


PARAMETERS = {
    "objective": "binary", "num_leaves": 31, "max_depth": 8, "learning_rate": 0.1, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "min_data_in_leaf": 100, "lambda_l2": 5, "max_bin": 63,
    "num_threads": 1, "seed": 1, "deterministic": True, "force_col_wise": True, "verbose": -1,
}  # fmt: skip


def boost(documents: list[Document], matrices: list[Array], rounds: int) -> lightgbm.Booster:
    body = np.concatenate([document.is_body for document in documents]).astype(int)
    trust = [SILVER_WEIGHT if document.set in SILVER else 1 for document in documents]
    weight = np.concatenate([document.weight * t for document, t in zip(documents, trust, strict=True)]) * 30
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(np.vstack(matrices), body, weight=weight), rounds)


def tree_arrays(booster: lightgbm.Booster) -> dict[str, NDArray]:
    """The trees as desk/trees.py reads them."""
    trees = booster.dump_model()["tree_info"]
    shape = (len(trees), PARAMETERS["num_leaves"])
    split, threshold = np.zeros(shape, np.int16), np.zeros(shape, np.float32)
    left, right = np.full(shape, -1, np.int16), np.full(shape, -1, np.int16)
    value, deepest = np.zeros(shape, np.float32), 0
    for number, tree in enumerate(trees):
        stack = [(tree["tree_structure"], 0)]
        while stack:
            node, depth = stack.pop()
            deepest = max(deepest, depth)
            if "split_index" not in node:
                value[number, node.get("leaf_index", 0)] = node["leaf_value"]
                continue
            at = node["split_index"]
            split[number, at], threshold[number, at] = node["split_feature"], rounded_down(node["threshold"])
            for side, child in ((left, node["left_child"]), (right, node["right_child"])):
                side[number, at] = child.get("split_index", -child.get("leaf_index", 0) - 1)
                stack.append((child, depth + 1))
    return {"split": split, "threshold": threshold, "left": left, "right": right, "value": value, "depth": deepest}


def rounded_down(threshold: float) -> np.float32:
    """So that in single precision the same values are at most the threshold as in double."""
    near = np.float32(threshold)
    return near if near <= threshold else np.nextafter(near, np.float32(-np.inf))


def decide(document: Document, certainty: Column) -> str:
    words = np.array([len(text.split()) for text in document.texts])
    kept = certainty >= KEEP
    if words[kept].sum() < FEWEST_WORDS:
        order = np.lexsort((np.arange(len(words)), -certainty))
        kept[order[: int(np.searchsorted(np.cumsum(words[order]), FEWEST_WORDS)) + 1]] = True
    return "\n".join(text for text, on in zip(document.texts, kept, strict=True) if on)


@dataclass
class Lesson:
    """What the trees learn from: a matrix of `columns` for each document that has lines, and what made them."""

    documents: list[Document]
    fold: NDArray[np.int64]
    columns: list[str]
    matrices: list[Array | None]
    lexicons: Lexicons

    def boost(self, chosen: NDArray[np.int64], rounds: int) -> lightgbm.Booster:
        documents = [self.documents[i] for i in chosen]
        return boost(documents, [self.matrices[i] for i in chosen], rounds)

    def taught(self, left_out: int | None = None) -> NDArray[np.int64]:
        """The documents to learn from, without those of a fold."""
        teaches = np.array([document.teaches for document in self.documents])
        return np.flatnonzero(teaches & (self.fold != left_out) if left_out is not None else teaches)

    def select(self, count: int) -> None:
        """Keep the columns that a first, small model gains most from."""
        gain = self.boost(self.taught(), 30).feature_importance("gain")
        best = np.sort(np.argsort(-gain, kind="stable")[:count])
        self.columns = [self.columns[k] for k in best]
        self.matrices = [matrix if matrix is None else matrix[:, best] for matrix in self.matrices]


def prepare(data: Path) -> Lesson:
    """Read the pages, and judge each line's words and names by lexicons that never saw its site."""
    jobs = [(name, row) for name in GOLD for row in read_set(data, name) if row.get("body")]
    jobs += [(name, row) for name in SILVER for _, row in silver_rows(data, name)]
    with ProcessPoolExecutor(2) as pool:
        documents = list(pool.map(read, *zip(*jobs, strict=True), chunksize=8))
    fold = folds_of(documents)
    words = [word_matrix(d) if d.teaches else None for d in documents]
    names = [name_matrix(d) if d.teaches else None for d in documents]
    teaches = np.array([document.teaches for document in documents])
    print(f"{len(documents)} documents, {teaches.sum()} teach", flush=True)
    columns: list[str] = []
    matrices: list[Array | None] = [None for _ in documents]
    for left_out in range(FOLDS + 1):  # the last leaves nothing out
        taught = np.flatnonzero(teaches & (fold != left_out))
        lexicons = learn_lexicons(
            [documents[i] for i in taught], [words[i] for i in taught], [names[i] for i in taught]
        )
        for i in np.flatnonzero(fold == left_out):
            if documents[i].texts:
                found = features(documents[i], lexicons)
                columns = list(found)
                matrices[i] = np.column_stack(list(found.values())).astype(np.float32)
        print(f"lexicons without fold {left_out}", flush=True)
    return Lesson(documents, fold, columns, matrices, lexicons)


def write_weights(lesson: Lesson, booster: lightgbm.Booster) -> None:
    path = Path(__file__).parents[1] / "services/copydesk/models/judge-html.npz"
    lexicons = lesson.lexicons
    np.savez_compressed(
        path,
        words=lexicons.words,
        word_scale=lexicons.word_scale,
        word_bias=lexicons.word_bias,
        names=lexicons.names,
        name_scale=lexicons.name_scale,
        name_bias=lexicons.name_bias,
        columns=np.array(lesson.columns),
        **tree_arrays(booster),
    )
    print(f"{path}: {path.stat().st_size} bytes", flush=True)


def cross_validate(lesson: Lesson, rounds: int) -> dict[tuple[str, str], str]:
    """Each document's article as judged by trees and lexicons that never saw its site, by set and id."""
    articles = {}
    for left_out in range(FOLDS):
        booster = lesson.boost(lesson.taught(left_out), rounds)
        for i in np.flatnonzero(lesson.fold == left_out):
            document, matrix = lesson.documents[i], lesson.matrices[i]
            if document.set in GOLD:
                certainty = None if matrix is None else booster.predict(matrix, num_threads=1)
                articles[document.set, document.id] = "" if certainty is None else decide(document, certainty)
        print(f"judged fold {left_out}", flush=True)
    return articles


def judge_unseen(data: Path, lesson: Lesson, booster: lightgbm.Booster) -> dict[tuple[str, str], str]:
    """The articles of the set that only measures, as the shipped weights judge them, of sites that taught nothing."""
    taught = {document.site for document in lesson.documents}
    articles = {}
    for row in read_set(data, MEASURES):
        if row.get("body") and site_of(row["url"]) not in taught:
            document = read(MEASURES, row)
            article = ""
            if document.texts:
                found = features(document, lesson.lexicons)
                matrix = np.column_stack([found[column] for column in lesson.columns]).astype(np.float32)
                article = decide(document, booster.predict(matrix, num_threads=1))
            articles[MEASURES, row["id"]] = article
    return articles


def figures(data: Path, name: str, articles: dict[tuple[str, str], str]) -> str:
    """F1, precision and recall of the set's articles by the data's own score.py."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    rates = [
        score.precision_recall(*score.overlap(row["body"], articles[name, row["id"]]))
        for row in read_set(data, name)
        if (name, row["id"]) in articles
    ]
    precision, recall = score.mean(p for p, _ in rates), score.mean(r for _, r in rates)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{f1:.3f} ({precision:.3f}, {recall:.3f})".replace("0.", ".")


def write_card(row: str) -> None:
    """Put the row of figures into the card's table."""
    path = Path(__file__).parents[1] / "docs/models/judge-html.md"
    card = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^\| this judge \|.*$", lambda _: row, card), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--predictions", type=Path)
    options.add_argument("--rounds", type=int, default=150)
    args = options.parse_args()
    lesson = prepare(args.data)
    lesson.select(COLUMNS)
    booster = lesson.boost(lesson.taught(), args.rounds)
    write_weights(lesson, booster)
    articles = cross_validate(lesson, args.rounds)
    if args.predictions:
        answers = ({"set": s, "style": "html", "id": key, "body": body} for (s, key), body in articles.items())
        args.predictions.write_text(
            "".join(f"{json.dumps(a, ensure_ascii=False)}\n" for a in answers), encoding="utf-8"
        )
    articles |= judge_unseen(args.data, lesson, booster)
    row = " | ".join(["| this judge", *(figures(args.data, name, articles) for name in (*GOLD, MEASURES))]) + " |"
    print(row)
    write_card(row)


if __name__ == "__main__":
    main()
