"""Make models/judge-text.npz: the weights by which lines of text are judged.

    PYTHONPATH=services python training/judge.py ../shared/eval [--evaluate]

Trained on the sets news, web and world (gold bodies) in five styles of flattening, and on pages of snippets and
dates where two extractors of HTML agree on the body. The sets `sites`, `countries-lgl` and topics only measure and are
not read. All pages of one site are in one of five folds; what scores a page in training never saw its site.

Two stages. The lexicon: for every hashed word and pair of words, how much it leans to the body and to the furniture
before, inside and after it (softmax regression, L-BFGS). The trees: some 140 features of each line, among them what the
lexicon of the other folds says (LightGBM). One thread and fixed seeds: the same bytes come out each time.

--evaluate prints the scores by cross-validation by site as well. For time, its trees learn from the styles blocks and
w3m alone, from silver pages and from the cut ones among them, and are asked about those two styles; the shipped trees
learn from all five.
Needs: pip install lightgbm scipy resiliparse inscriptis html2text; the browser w3m.
"""

import argparse
import os
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

import lightgbm
import numpy as np
import scipy.optimize
import scipy.sparse
from judge_labels import label, overlap_f1
from judge_pages import GOLD, SILVER, STYLES, Sample, samples, silver_samples

from copydesk.desk.characters import read_characters
from copydesk.desk.features import Column, Matrix, as_matrix, line_features, page_features
from copydesk.desk.frame import Page
from copydesk.desk.judge import decide
from copydesk.desk.lexicon import BITS, grams, leanings
from copydesk.desk.lines import lay_out_text
from copydesk.desk.model import lean
from copydesk.desk.unwrap import unwrap

WEIGHTS = Path(__file__).parents[1] / "services/copydesk/models/judge-text.npz"
FOLDS = 5
_ROUNDS = 110
_PARAMETERS = {
    "objective": "binary",
    "num_leaves": 31,
    "max_depth": 7,
    "learning_rate": 0.12,
    "feature_fraction": 0.4,
    "min_data_in_leaf": 60,
    "lambda_l2": 5,
    "max_bin": 63,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}
# Pages whose marked body is not on the page as text (perfect labels score less) teach nothing.
_MIN_CEILING = 0.8
# Furniture far from the body is plenty and alike: of it a third, weighted in proportion.
_FAR_BEFORE, _FAR_AFTER, _FAR_SHARE = 15, 25, 0.35
_PENALTY = 1e-4
_ITERATIONS = 30
_EVALUATED = ("blocks", "w3m")


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: np.ndarray
    scale: float
    bias: np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """A page to learn from: `share` of each line that is body, and the fold of its site."""

    sample: Sample
    page: Page
    share: np.ndarray
    ceiling: float
    fold: int
    is_variant: bool = False

    @property
    def teaches(self) -> bool:
        return self.ceiling > _MIN_CEILING

    @property
    def kept(self) -> np.ndarray:
        return self.share >= 0.5

    @property
    def weights(self) -> np.ndarray:
        """A line weighs the root of its words; every document weighs the same."""
        root = np.sqrt([max(1.0, len(line.text) / 6) for line in self.page.lines])
        weights: np.ndarray = root / root.sum()
        return weights


def example(sample: Sample) -> Example | None:
    page = unwrap(lay_out_text(sample.text))
    if not page.lines:
        return None
    share = label([line.text for line in page.lines], sample.body)
    ceiling = overlap_f1(
        sample.body, "\n".join(line.text for line, s in zip(page.lines, share, strict=True) if s >= 0.5)
    )
    return Example(sample, page, share, ceiling, zlib.crc32(sample.site.encode()) % FOLDS)


def variants(examples: Iterable[Example]) -> Iterable[Example]:
    """What publishers send besides whole pages: a body with nothing around it, a page cut off, furniture alone."""
    for each in examples:
        dice = zlib.crc32(f"{each.sample.set} {each.sample.id}".encode()) % 100
        body = np.flatnonzero(each.kept)
        if each.sample.style != STYLES[dice % len(STYLES)] or not len(body) or dice >= 60:
            continue
        n = len(each.share)
        if dice < 25:
            lines = body
        elif dice < 35:
            lines = np.arange(body[0], n)
        elif dice < 45:
            lines = np.arange(body[-1] + 1)
        elif dice < 52:
            lines = np.flatnonzero(~each.kept)
        else:
            lines = np.arange(max(0, body[0] - 3), min(n, body[-1] + 4))
        if len(lines):
            page = Page(tuple(each.page.lines[int(i)] for i in lines))
            yield Example(each.sample, page, each.share[lines], each.ceiling, each.fold, is_variant=True)


def part_of(example: Example) -> np.ndarray:
    """0 body, and furniture: 1 before it, 2 inside, 3 after."""
    parts = np.ones(len(example.share), np.int64)
    body = np.flatnonzero(example.kept)
    if len(body):
        parts[body[0] :] = 2
        parts[body[-1] + 1 :] = 3
        parts[body] = 0
    return parts


def train_lexicon(examples: Sequence[Example]) -> Lexicon:
    """Softmax regression from the grams of a line to its part of the page, in steps of 1/127 of the largest weight."""
    matrix = scipy.sparse.vstack([_gram_matrix(each.page) for each in examples]).tocsr()
    transposed = matrix.T.tocsr()
    part = np.concatenate([part_of(each) for each in examples])
    weight = np.concatenate([each.weights for each in examples]).astype(np.float32)
    weight = (weight / weight.sum())[:, None]
    target = np.eye(4, dtype=np.float32)[part]
    size = matrix.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        words, bias = flat[:-4].reshape(size, 4).astype(np.float32), flat[-4:].astype(np.float32)
        logits = matrix @ words + bias
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        chance = odds / odds.sum(axis=1, keepdims=True)
        value = -float((weight * target * np.log(chance + 1e-9)).sum()) + _PENALTY / 2 * float((words**2).sum())
        error = weight * (chance - target)
        slope = transposed @ error + _PENALTY * words
        return value, np.concatenate([slope.ravel(), error.sum(axis=0)]).astype(np.float64)

    found = scipy.optimize.minimize(
        loss, np.zeros(size * 4 + 4), jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS, "maxcor": 6}
    ).x
    words = found[:-4].reshape(size, 4)
    words = words - words.mean(axis=1, keepdims=True)
    scale = float(np.abs(words).max() / 127)
    return Lexicon(np.rint(words / scale).astype(np.int8).T.copy(), scale, np.round(found[-4:], 4))


def _gram_matrix(page: Page) -> scipy.sparse.csr_matrix:
    n = len(page.lines)
    found = grams(read_characters([line.text for line in page.lines]), n)
    inner, edge = found.inner, found.edge
    root = np.sqrt(np.maximum(np.bincount(inner[1], minlength=n), 1))
    values = np.concatenate([1 / root[inner[1]], np.ones(len(edge[0]))]).astype(np.float32)
    at = (np.concatenate([inner[1], edge[1]]), np.concatenate([inner[0], edge[0]]))
    return scipy.sparse.csr_matrix((values, at), shape=(n, 1 << BITS))


# What the trees for HTML look at, and those for text hardly ever do.
_LEAST = re.compile(r"words after$")


def features(page: Page, lexicon: Lexicon) -> dict[str, Column]:
    characters = read_characters([line.text for line in page.lines])
    n = len(page.lines)
    own = line_features(page.lines, characters)
    leaning = lean(leanings(grams(characters, n), lexicon.words, lexicon.scale, n), lexicon.bias)
    return own | page_features(own, leaning, characters)


def train_trees(examples: Sequence[Example], seen: Sequence[Matrix]) -> lightgbm.Booster:
    dice = np.random.default_rng(0)
    rows, targets, weights = [], [], []
    for each, matrix in zip(examples, seen, strict=True):
        if not each.teaches:
            continue
        near = np.zeros(len(matrix), bool)
        body = np.flatnonzero(each.kept)
        if len(body):
            near[max(0, body[0] - _FAR_BEFORE) : body[-1] + 1 + _FAR_AFTER] = True
        chosen = near | (dice.random(len(matrix)) < _FAR_SHARE)
        rows.append(matrix[chosen])
        targets.append(each.kept[chosen])
        weights.append((each.weights * np.where(near, 30, 30 / _FAR_SHARE))[chosen])
    data = lightgbm.Dataset(np.vstack(rows), np.concatenate(targets).astype(int), weight=np.concatenate(weights))
    return lightgbm.train(_PARAMETERS, data, _ROUNDS)


def as_arrays(trees: lightgbm.Booster) -> dict[str, np.ndarray]:
    """The trees as arrays of a row each: see copydesk.desk.trees."""
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


def evaluate(examples: Sequence[Example], seen: Sequence[Matrix]) -> None:
    """Print the scores of gold pages by trees that saw no page of their fold, as rows of Markdown."""
    some = [i for i, each in enumerate(examples) if each.sample.style in _EVALUATED]
    examples, seen = [examples[i] for i in some], [seen[i] for i in some]
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        inside = [i for i, each in enumerate(examples) if each.fold != fold]
        trees = train_trees([examples[i] for i in inside], [seen[i] for i in inside])
        for each, matrix in zip(examples, seen, strict=True):
            if each.fold == fold and _is_judged(each, *_EVALUATED):
                certainty = np.round(trees.predict(matrix, num_threads=1), 3)
                scores[each.sample.set, each.sample.style].append(_score(each, certainty))
                if _is_east_asian(each.sample.body):
                    scores["Chinese, Japanese, Korean", each.sample.style].append(_score(each, certainty))
    print("| set | pages | " + " | ".join(_EVALUATED) + " | median of blocks |")
    for name in (*GOLD, "Chinese, Japanese, Korean"):
        cells = [f"{np.mean(scores[name, style]):.3f}" for style in _EVALUATED]
        median = f"{np.median(scores[name, 'blocks']):.3f}"
        print(f"| {name} | {len(scores[name, 'blocks'])} | " + " | ".join([*cells, median]) + " |")
    ceilings = {
        name: np.mean([each.ceiling for each in examples if _is_judged(each, "blocks") and each.sample.set == name])
        for name in GOLD
    }
    print("perfect labels, blocks: " + ", ".join(f"{name} {value:.3f}" for name, value in ceilings.items()), flush=True)


def _is_judged(each: Example, *styles: str) -> bool:
    return each.sample.set in GOLD and each.sample.style in styles and not each.is_variant


def _score(each: Example, certainty: np.ndarray) -> float:
    words = np.array([max(1, len(line.text) / 6) for line in each.page.lines])
    kept = decide(certainty, words)
    lines = zip(each.page.lines, kept, strict=True)
    return overlap_f1(each.sample.body, "\n".join(line.text for line, stands in lines if stands))


def _is_east_asian(text: str) -> bool:
    return sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in text) > 0.3 * len(text)


def read_examples(folder: Path) -> list[Example]:
    found = [
        *(each for name in GOLD for sample in samples(folder, name) if (each := example(sample))),
        *(each for name in SILVER for sample in silver_samples(folder, name) if (each := example(sample))),
    ]
    return [*found, *variants(found)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="the evaluation sets")
    options.add_argument("--evaluate", action="store_true", help="print scores by cross-validation as well")
    args = options.parse_args()
    build(read_examples(args.folder), args.evaluate)


def build(examples: Sequence[Example], with_scores: bool) -> None:
    speaking = [each for each in examples if each.sample.style == "blocks" and not each.is_variant and each.teaches]
    lexicons = [train_lexicon([each for each in speaking if each.fold != fold]) for fold in range(FOLDS)]
    columns = [name for name in features(examples[0].page, lexicons[0]) if not _LEAST.match(name)]
    seen = [as_matrix(features(each.page, lexicons[each.fold]), columns) for each in examples]
    trees = train_trees(examples, seen)
    lexicon = train_lexicon(speaking)
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        WEIGHTS,
        words=lexicon.words,
        word_scale=np.float64(lexicon.scale),
        word_bias=lexicon.bias,
        columns=np.array(columns),
        **as_arrays(trees),
    )
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes from {len(examples):,} pages", file=sys.stderr, flush=True)
    if with_scores:
        evaluate(examples, seen)


if __name__ == "__main__":
    main()
