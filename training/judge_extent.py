"""The trees that tell where below an article another text begins: what they learn from and how.

Called by judge.py. Pages on which other stories, teasers and comments stand beside the article are made of the marked
ones (`judge_lessons.crowded`), for there are few that are marked. Marked pages as they are, invented ones and texts
that are all article teach what is no seam. How sure the judge is of a page is said by trees and a network that learned
from the other half of the sites: of pages that it learned from it is surer than of any that come.
Needs: pip install lightgbm.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
from boosting import REPEATABLE
from judge_pages import GOLD, OWN

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.extent import may_begin, seams, words_in
from copydesk.desk.judging.features import Column, as_matrix
from copydesk.desk.judging.judge import likely_in_text

if TYPE_CHECKING:
    from judge_lessons import Example

_ROUNDS = 250
_PARAMETERS = {
    **REPEATABLE,
    "objective": "binary",
    "num_leaves": 31,
    "max_depth": 7,
    "learning_rate": 0.06,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "min_data_in_leaf": 40,
    "max_bin": 63,
}
STYLES = ("blocks", "w3m")
MARKED, WHOLE = "marked", "whole"
# How much a page of a kind weighs, else 1. A wrong cut costs an article, so marked pages and texts that are all article
# weigh twice; teasers above the article look like one that another follows, and weigh four times.
_WEIGHT = {MARKED: 2.0, WHOLE: 2.0, "before": 4.0}
# Words below a seam; the desk asks for twice as many.
_FEWEST_BELOW = 60.0
# Of a page so many seams of each kind at most; a line further below the seam weighs so much less than the one at it.
_MOST, _BEYOND = 40, 0.15
_ALL_ARTICLE = 0.99
_CUT = (0.9, 0.93, 0.95)


def lessons_of(examples: Iterable["Example"]) -> Iterator[tuple[str, int]]:
    """Which of the judge's lessons teach here, and as what: marked pages, invented ones, texts that are all article."""
    for i, each in enumerate(examples):
        whole = float(each.share.mean()) > _ALL_ARTICLE
        if not each.is_variant and each.sample.set in GOLD and each.sample.style in STYLES:
            yield MARKED, i
        elif each.sample.style == STYLES[0] and each.is_variant and (whole or each.sample.set == OWN):
            yield (WHOLE if whole else OWN), i


@dataclass(frozen=True, slots=True)
class _Page:
    """What is seen of a page: which seams another text could begin at, and which of them it does begin at or above."""

    kind: str
    example: "Example"
    kept: np.ndarray
    words: Column
    could_be: np.ndarray
    table: np.ndarray

    @property
    def name(self) -> str:
        sample = self.example.sample
        return f"{self.kind}, {sample.set}, {sample.style}" if self.kind == MARKED else self.kind

    @property
    def at(self) -> np.ndarray:
        return np.flatnonzero(self.kept)

    def taught(self) -> tuple[np.ndarray, np.ndarray, Column]:
        """Rows of the table, what they are, and how much each weighs: nothing where no line kept is the article's."""
        body = np.flatnonzero(self.example.kept[self.at])
        if not len(body) or not self.example.teaches:
            return np.zeros(0, int), np.zeros(0, bool), np.zeros(0)
        first = int(body[-1])
        chosen, weights = [], []
        for rows, weight in (
            (np.flatnonzero(self.could_be < first), 1.0),
            (np.flatnonzero(self.could_be == first), 1.0),
            (np.flatnonzero(self.could_be > first), _BEYOND),
        ):
            some = rows[np.round(np.linspace(0, len(rows) - 1, _MOST)).astype(int)] if len(rows) > _MOST else rows
            chosen.append(some)
            weights.append(np.full(len(some), weight * _WEIGHT.get(self.kind, 1.0) / max(1, len(some))))
        row = np.concatenate(chosen)
        return row, self.could_be[row] >= first, np.concatenate(weights)

    def f1(self, cut: int | None) -> float:
        """Of the words kept up to seam `cut`."""
        stands = self.at if cut is None else self.at[: cut + 1]
        body = self.example.kept
        right = self.words[stands][body[stands]].sum()
        return float(2 * right / max(1.0, self.words[stands].sum() + self.words[body].sum()))


def _see(kind: str, each: "Example", features: dict[str, Column], certainty: Column) -> tuple[list[str], _Page] | None:
    kept = likely_in_text(certainty, np.expm1(features["log words"]))
    could_be = np.flatnonzero(may_begin(features, np.flatnonzero(kept), _FEWEST_BELOW))
    if not len(could_be):
        return None
    found = seams(features, certainty, kept, read_characters([line.text for line in each.page.lines]))
    names = list(found)
    return names, _Page(kind, each, kept, words_in(features), could_be, as_matrix(found, names)[could_be])


def train(
    lessons: Iterable[tuple[str, "Example"]], seen: Iterable[dict[str, Column]], certainties: Iterable[Column]
) -> tuple[list[str], lightgbm.Booster]:
    """The columns and the trees. lessons: kinds and pages. seen: the features of each lesson's lines. certainties: of
    the same lines, by a judge that saw no page of its site.

    Prints of each kind the mean F1 of the pages' words: as they are, and cut by trees that saw no page of the fold.
    """
    names: list[str] = []
    pages: list[_Page] = []
    for (kind, each), features, certainty in zip(lessons, seen, certainties, strict=True):
        if found := _see(kind, each, features, certainty):
            names = found[0]
            pages.append(found[1])
    _print_scores(pages)
    return names, _fit(pages)


def _fit(pages: Iterable[_Page]) -> lightgbm.Booster:
    tables, begins, weights = [], [], []
    for page in pages:
        row, is_other, weight = page.taught()
        tables.append(page.table[row])
        begins.append(is_other)
        weights.append(weight)
    weight = 10 * np.concatenate(weights)  # the least that a leaf weighs is of pages as they come
    data = lightgbm.Dataset(np.vstack(tables), np.concatenate(begins).astype(int), weight=weight)
    return lightgbm.train(_PARAMETERS, data, _ROUNDS)


def _print_scores(pages: list[_Page]) -> None:
    scores: dict[str, list[list[float]]] = defaultdict(list)
    for fold in sorted({page.example.fold for page in pages}):
        trees = _fit([page for page in pages if page.example.fold != fold])
        for page in pages:
            if page.example.fold == fold:
                sure: Any = trees.predict(page.table)
                hits = [np.flatnonzero(sure >= least) for least in _CUT]
                cuts = [None, *(int(page.could_be[hit[0]]) if len(hit) else None for hit in hits)]
                scores[page.name].append([page.f1(cut) for cut in cuts])
    print(f"mean F1 of the words, uncut and cut at {_CUT}:", file=sys.stderr)
    for kind, of_pages in sorted(scores.items()):
        means = " ".join(f"{mean:.4f}" for mean in np.mean(of_pages, axis=0))
        print(f"{kind}, {len(of_pages)} pages: {means}", file=sys.stderr, flush=True)
