"""Make models/judge-text.npz, judge-net.npz, presence.npz and extent.npz: the weights by which text is judged.

    PYTHONPATH=services python training/judge.py ../shared/eval [--evaluate] [--predictions FILE]

Trained on the sets news, web and world (gold bodies) in five styles of flattening and on the pages of training/pages;
the lexicon also on pages of snippets and dates where two extractors of HTML agree on the body. The sets `sites`,
`countries-lgl` and topics only measure and are not read. All pages of one site are in one of five folds; what scores a
page in training never saw its site.

Three stages. The lexicon: for every hashed word, pair of words, stem and form, how much it leans to the body and to the
furniture before, inside and after it (softmax regression, L-BFGS). The trees: features of each line, among them what
the lexicon of the other folds says (LightGBM); beside them, from the same features, a network over lines (judge_net.py,
jax). Both learn twice: from the marks of half of the sites, to say what they make of the other half; then from all
pages, where of each line's mark so much is what was said of it, as not every line is marked as another reader would
(Reed and others, arXiv:1412.6596). Last, trees over a page as a whole tell whether what stands is an article
(judge_presence.py), and others where below it another text begins (judge_extent.py), from what was said by those that
learned from half of the sites. Each step has one thread and fixed seeds, two steps run at a time: the same bytes come
out each time.

--evaluate prints the scores by cross-validation by site as well, in all five styles; --predictions writes the bodies
that they are scores of, as JSON Lines of {"set", "style", "id", "body"}.
Needs: pip install jax lightgbm scipy resiliparse inscriptis html2text; the browser w3m.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from processor import PROCESSOR

os.environ.update(PROCESSOR)

import judge_extent
import judge_presence
import lightgbm
import numpy as np
import scipy.sparse
from boosting import REPEATABLE
from judge_labels import part_of
from judge_lessons import (
    FOLDS,
    Example,
    crowded,
    example,
    is_foreign,
    lessons_from,
    noted,
    own_examples,
    payload_examples,
    presence_examples,
)
from judge_pages import GOLD, SILVER, STYLES, Sample, load_script, samples, silver_samples
from softmax import as_tables, softmax, word_matrix

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import Characters, read_characters
from copydesk.desk.judging.features import Column, Matrix, as_matrix, line_features, page_features
from copydesk.desk.judging.judge import decide_in_text, with_net
from copydesk.desk.judging.lexicon import leanings_of_text
from copydesk.desk.judging.model import lean
from copydesk.desk.judging.net import Net
from copydesk.desk.judging.trees import Trees

WEIGHTS = Path(__file__).parents[1] / "services/copydesk/models/judge-text.npz"
NET_WEIGHTS = WEIGHTS.with_name("judge-net.npz")
PRESENCE_WEIGHTS = WEIGHTS.with_name("presence.npz")
EXTENT_WEIGHTS = WEIGHTS.with_name("extent.npz")
_ROUNDS = 200
_PARAMETERS = {
    **REPEATABLE,
    "objective": "cross_entropy",
    "num_leaves": 31,
    "max_depth": 7,
    "learning_rate": 0.08,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.6,
    "min_data_in_leaf": 60,
    "max_bin": 63,
}
# Furniture far from the body is plenty and alike: of it a third, weighted in proportion.
_FAR_BEFORE, _FAR_AFTER, _FAR_SHARE = 15, 25, 0.35
PENALTY = 3e-5
# How much a page in a script that is not Latin teaches the lexicon: there are eleven of them.
_FOREIGN_TRUST = 3.0
ITERATIONS = 45
# So much of a line's mark is what a judge says that did not see its site.
_SAID = 0.3
_PROCESSES = 2
_EAST_ASIAN = "Chinese, Japanese, Korean"

T = TypeVar("T")
Judge = tuple[Trees, Net]


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: np.ndarray
    word_scale: float
    forms: np.ndarray
    form_scale: float
    bias: np.ndarray


def train_lexicon(examples: Sequence[Example]) -> Lexicon:
    """Softmax regression from the grams of a line to its part of the page, in steps of 1/127 of the largest weight."""
    matrix = scipy.sparse.vstack([word_matrix([line.text for line in each.page.lines]) for each in examples]).tocsr()
    part = np.concatenate([part_of(each.kept) for each in examples])
    trust = [_FOREIGN_TRUST if is_foreign(each.sample.body) else 1.0 for each in examples]
    weight = np.concatenate([each.weights * share for each, share in zip(examples, trust, strict=True)])
    both, bias = softmax(matrix, part, weight, PENALTY, ITERATIONS)
    (words, word_scale), (forms, form_scale) = as_tables(both)
    return Lexicon(words, word_scale, forms, form_scale, np.round(bias, 4))


def leaning(characters: Characters, n: int, lexicon: Lexicon) -> Column:
    words, forms = (lexicon.words, lexicon.word_scale), (lexicon.forms, lexicon.form_scale)
    return lean(leanings_of_text(characters, n, words, forms), lexicon.bias)


# A feature that the trees for HTML look at, and those for text hardly ever do.
_LEAST = "words after"


def features(page: Page, lexicon: Lexicon) -> dict[str, Column]:
    characters = read_characters([line.text for line in page.lines])
    n = len(page.lines)
    own = line_features(page.lines, characters)
    return own | page_features(own, leaning(characters, n, lexicon), characters)


def train_trees(examples: Sequence[Example], seen: Sequence[Matrix], marks: Sequence[Column]) -> lightgbm.Booster:
    """marks: of each example's lines, how much it is body."""
    dice = np.random.default_rng(0)
    rows, targets, weights = [], [], []
    for each, matrix, mark in zip(examples, seen, marks, strict=True):
        if not each.teaches:
            continue
        near = np.zeros(len(matrix), bool)
        body = np.flatnonzero(each.kept)
        if len(body):
            near[max(0, body[0] - _FAR_BEFORE) : body[-1] + 1 + _FAR_AFTER] = True
        chosen = near | (dice.random(len(matrix)) < _FAR_SHARE)
        rows.append(matrix[chosen])
        targets.append(mark[chosen])
        weights.append((each.weights * np.where(near, 30, 30 / _FAR_SHARE))[chosen])
    data = lightgbm.Dataset(np.vstack(rows), np.concatenate(targets), weight=np.concatenate(weights))
    return lightgbm.train(_PARAMETERS, data, _ROUNDS)


def as_arrays(trees: lightgbm.Booster) -> dict[str, np.ndarray]:
    """The trees as arrays of a row each: see copydesk.desk.judging.trees."""
    dumped = trees.dump_model()["tree_info"]
    nodes = max(tree["num_leaves"] for tree in dumped)
    arrays = {
        "split": np.zeros((len(dumped), nodes), np.int16),
        "threshold": np.zeros((len(dumped), nodes), np.float32),
        "left": np.full((len(dumped), nodes), -1, np.int16),
        "right": np.full((len(dumped), nodes), -1, np.int16),
        "value": np.zeros((len(dumped), nodes), np.float32),
    }
    deepest = 0
    for row, tree in enumerate(dumped):
        stack = [(tree["tree_structure"], None, 0)]
        while stack:
            node, parent, depth = stack.pop()
            deepest = max(deepest, depth)
            if "split_index" in node:
                at = node["split_index"]
                arrays["split"][row, at] = node["split_feature"]
                # Features are single precision: the largest of them that goes left is the threshold.
                threshold = np.float32(node["threshold"])
                if threshold > node["threshold"]:
                    threshold = np.nextafter(threshold, np.float32(-np.inf))
                arrays["threshold"][row, at] = threshold
                stack += [
                    (node["left_child"], ("left", at), depth + 1),
                    (node["right_child"], ("right", at), depth + 1),
                ]
            else:
                at = -node.get("leaf_index", 0) - 1
                arrays["value"][row, -at - 1] = node["leaf_value"]
            if parent:
                arrays[parent[0]][row, parent[1]] = at
    return {**arrays, "depth": np.int64(deepest)}


def print_scores(folder: Path, answers: Sequence[tuple[Sample, str]]) -> None:
    """P, R and F1 of the averages by the evaluation's own score.py, and the mean of each document's, in Markdown."""
    score = load_script(folder / "score.py")
    counts: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for sample, body in answers:
        count = score.overlap(sample.body, body)
        counts[sample.set, sample.style].append(count)
        if _is_east_asian(sample.body):
            counts[_EAST_ASIAN, sample.style].append(count)
    print("| set | pages | style | P | R | F1 | doc F1 | median |")
    for name in (*GOLD, _EAST_ASIAN):
        for style in STYLES:
            found = counts[name, style]
            rates = [score.precision_recall(*count) for count in found]
            precision, recall = score.mean(p for p, _ in rates), score.mean(r for _, r in rates)
            own = [2 * hit / max(1, 2 * hit + extra + missed) for hit, extra, missed in found]
            f1 = 2 * precision * recall / (precision + recall)
            figures = (precision, recall, f1, statistics.mean(own), statistics.median(own))
            print(f"| {name} | {len(found)} | {style} | " + " | ".join(f"{x:.3f}" for x in figures) + " |", flush=True)


def _is_east_asian(text: str) -> bool:
    return sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in text) > 0.3 * len(text)


def in_parallel(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """The jobs' results, in order. Each runs in a process of its own, which has all that was read so far."""
    context = multiprocessing.get_context("fork")

    def run(job: Callable[[], T], to: Connection) -> None:
        to.send(job())
        to.close()

    results: list[T] = []
    waiting, running = list(jobs), []
    while waiting or running:
        while waiting and len(running) < _PROCESSES:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=run, args=(waiting.pop(0), theirs))
            process.start()
            theirs.close()
            running.append((process, ours))
        process, ours = running.pop(0)
        results.append(ours.recv())
        process.join()
    return results


def read_set(folder: Path, name: str) -> list[Example]:
    found = silver_samples(folder, name) if name in SILVER else samples(folder, name)
    return [each for sample in found if (each := example(sample))]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="the evaluation sets")
    options.add_argument("--evaluate", action="store_true", help="print scores by cross-validation as well")
    options.add_argument("--predictions", type=Path, help="where the bodies that are scored go")
    args = options.parse_args()
    sets = in_parallel([lambda name=name: read_set(args.folder, name) for name in (*GOLD, *SILVER)])  # type: ignore[misc]
    examples = [each for found in sets for each in found]
    own = [*own_examples(), *payload_examples()]
    gold = [each for each in examples if each.sample.set in GOLD]
    lexicons = train_lexicons([*examples, *own, *noted([*gold, *own])])
    lessons = lessons_from(gold, own)
    columns = [name for name in features(gold[0].page, lexicons[0]) if name != _LEAST]

    def see(fold: int) -> list[Matrix]:
        pages = (each.page for each in lessons if each.fold == fold)
        return [as_matrix(features(page, lexicons[fold]), columns) for page in pages]

    seen_in = [iter(matrices) for matrices in in_parallel([lambda fold=fold: see(fold) for fold in range(FOLDS)])]  # type: ignore[misc]
    seen = [next(seen_in[each.fold]) for each in lessons]
    school = School(lexicons, columns, lessons, seen, [each.kept.astype(np.float64) for each in lessons])
    write(school, list(crowded(each for each in (*gold, *own) if each.sample.style in judge_extent.STYLES)))
    if args.evaluate or args.predictions:
        evaluate(school, args)


def train_lexicons(examples: Sequence[Example]) -> list[Lexicon]:
    """One for each fold, from the others; and one from all."""
    speaking = [each for each in examples if each.sample.style == "blocks" and each.teaches]
    return in_parallel([
        lambda fold=fold: train_lexicon([each for each in speaking if each.fold != fold])  # type: ignore[misc]
        for fold in range(FOLDS + 1)
    ])  # fmt: skip


@dataclass(frozen=True, slots=True)
class School:
    """Lessons, and what is seen of each, in `columns`, by the lexicon that did not see its fold."""

    lexicons: Sequence[Lexicon]
    columns: list[str]
    lessons: Sequence[Example]
    seen: Sequence[Matrix]
    marks: Sequence[Column]  # of each lesson's lines, how much it is body

    def trees(self, without: Sequence[int] = ()) -> dict[str, np.ndarray]:
        inside = self._inside(without)
        taught = ([each[i] for i in inside] for each in (self.lessons, self.seen, self.marks))
        return as_arrays(train_trees(*taught))

    def net(self, without: Sequence[int] = ()) -> dict[str, np.ndarray]:
        import judge_net  # noqa: PLC0415 - jax has threads, and a process that has threads should not be forked

        def see(page: Page, fold: int) -> Matrix:
            return as_matrix(features(page, self.lexicons[fold]), self.columns)

        inside = self._inside(without)
        lessons, seen, marks = ([each[i] for i in inside] for each in (self.lessons, self.seen, self.marks))
        return judge_net.train(lessons, seen, marks, self.columns, see)

    def _inside(self, without: Sequence[int]) -> list[int]:
        return [i for i, each in enumerate(self.lessons) if each.fold not in without]

    def judges(self, left_out: Sequence[int] = ()) -> dict[int, Judge]:
        """For each fold a judge that saw nothing of it: two in all, of half of the folds each, without `left_out`."""
        folds = [fold for fold in range(FOLDS) if fold not in left_out]
        halves = [folds[half::2] for half in range(2)]
        learned = in_parallel([lambda half=half: self._judge((*left_out, *half)) for half in halves])  # type: ignore[misc]
        return {fold: judge for half, judge in zip(halves, learned, strict=True) for fold in half}

    def _judge(self, without: Sequence[int]) -> Judge:
        return Trees.from_arrays(self.trees(without)), Net.from_arrays(self.net(without))

    def certainties(self, judges: Mapping[int, Judge]) -> list[Column | None]:
        """Of each lesson's lines, by that of `judges` which did not see its fold, if there is one."""
        return [
            certainty(matrix, self.columns, *judges[each.fold]) if each.fold in judges else None
            for each, matrix in zip(self.lessons, self.seen, strict=True)
        ]

    def told(self, said: Sequence[Column | None]) -> "School":
        """The same, where each mark is in part what was said of the line."""
        marks = (
            mark if heard is None else (1 - _SAID) * mark + _SAID * heard
            for mark, heard in zip(self.marks, said, strict=True)
        )
        return replace(self, marks=list(marks))

    def answer(self, fold: int) -> list[tuple[Sample, str]]:
        """The bodies that are found on the fold's pages by trees and a network that saw none of them, nor marks by
        what did, before what is cut as another text.
        """
        school = self.told(self.certainties(self.judges((fold,))))
        arrays = in_parallel([lambda: school.trees((fold,)), lambda: school.net((fold,))])
        trees, net = Trees.from_arrays(arrays[0]), Net.from_arrays(arrays[1])
        answers = []
        for i, each in enumerate(self.lessons):
            if each.fold != fold or each.is_variant:
                continue
            lines, own = each.page.lines, named(self.seen[i], self.columns)
            kept = decide_in_text(lines, certainty(self.seen[i], self.columns, trees, net), own)
            answers.append(
                (each.sample, "\n".join(line.text for line, stands in zip(lines, kept, strict=True) if stands))
            )
        return answers


def named(matrix: Matrix, columns: Sequence[str]) -> dict[str, Column]:
    return dict(zip(columns, matrix.T.astype(np.float64), strict=True))


def certainty(matrix: Matrix, columns: Sequence[str], trees: Trees, net: Net) -> Column:
    """How sure trees and network are of each line, in three digits."""
    return with_net(trees.certainty(matrix), named(matrix, columns), net)


def write(school: School, crowds: Sequence[tuple[str, Example]]) -> None:
    """The weights. crowds: pages with other prose beside the article."""
    lexicon = school.lexicons[FOLDS]
    judges = school.judges()
    said = school.certainties(judges)
    school = school.told(said)
    trees, net = in_parallel([school.trees, school.net])
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        WEIGHTS,
        words=lexicon.words,
        word_scale=np.float64(lexicon.word_scale),
        forms=lexicon.forms,
        form_scale=np.float64(lexicon.form_scale),
        word_bias=lexicon.bias,
        columns=np.array(school.columns),
        **trees,
    )
    np.savez_compressed(NET_WEIGHTS, **net)
    certainties = [each for each in said if each is not None]
    write_presence(school, certainties, (Trees.from_arrays(trees), Net.from_arrays(net)))
    write_extent(school, certainties, judges, crowds)
    for file in (WEIGHTS, NET_WEIGHTS, PRESENCE_WEIGHTS, EXTENT_WEIGHTS):
        size = file.stat().st_size
        print(f"{file.name}: {size:,} bytes from {len(school.lessons):,} pages", file=sys.stderr, flush=True)


def write_presence(school: School, certainties: Sequence[Column], judge: Judge) -> None:
    """The weights that tell whether there is an article. certainties: of the lessons. judge: of all other pages."""
    others = list(presence_examples())
    unseen = [as_matrix(features(each.page, school.lexicons[FOLDS]), school.columns) for each in others]
    of_others = [certainty(matrix, school.columns, *judge) for matrix in unseen]
    seen = (named(matrix, school.columns) for matrix in (*school.seen, *unseen))
    names, presence = judge_presence.train([*school.lessons, *others], seen, [*certainties, *of_others])
    np.savez_compressed(PRESENCE_WEIGHTS, columns=np.array(names), **as_arrays(presence))


def write_extent(
    school: School,
    certainties: Sequence[Column],
    judges: Mapping[int, Judge],
    crowds: Sequence[tuple[str, Example]],
) -> None:
    """The weights that tell where another text begins. certainties: of the lessons. judges: see `School.judges`."""
    columns = school.columns

    def see(fold: int) -> list[Matrix]:
        return [
            as_matrix(features(each.page, school.lexicons[fold]), columns) for _, each in crowds if each.fold == fold
        ]

    seen_in = [iter(matrices) for matrices in in_parallel([lambda fold=fold: see(fold) for fold in range(FOLDS)])]  # type: ignore[misc]
    matrices = [next(seen_in[each.fold]) for _, each in crowds]
    of_crowds = [
        certainty(matrix, columns, *judges[each.fold]) for (_, each), matrix in zip(crowds, matrices, strict=True)
    ]
    taken = list(judge_extent.lessons_of(school.lessons))
    lessons = [*((kind, school.lessons[i]) for kind, i in taken), *crowds]
    seen = (named(matrix, columns) for matrix in (*(school.seen[i] for _, i in taken), *matrices))
    names, trees = judge_extent.train(lessons, seen, [*(certainties[i] for _, i in taken), *of_crowds])
    np.savez_compressed(EXTENT_WEIGHTS, columns=np.array(names), **as_arrays(trees))


def evaluate(school: School, args: argparse.Namespace) -> None:
    """What trees and network say that saw no page of the fold: as scores, as bodies, or both."""
    answers = [each for fold in range(FOLDS) for each in school.answer(fold)]
    if args.predictions:
        with args.predictions.open("w", encoding="utf-8") as lines:
            for sample, body in answers:
                row = {"set": sample.set, "style": sample.style, "id": sample.id, "body": body}
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    if args.evaluate:
        print_scores(args.folder, answers)


if __name__ == "__main__":
    main()
