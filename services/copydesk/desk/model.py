"""The judge's weights, as they lie in the package, and what they make of features."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.features import Column, Matrix


@dataclass(frozen=True, slots=True)
class Model:
    """words: what each gram leans to, a row for each of (body, before, inside, after), in steps of word_scale.
    word_bias: what a line without words leans to.

    split, threshold, left, right: nodes of the trees, a row each; value: what a leaf adds to the log odds.
    A child below zero is the leaf -child - 1.
    """

    words: NDArray[np.int8]
    word_scale: float
    word_bias: Column
    split: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int

    def certainty(self, matrix: Matrix) -> Column:
        """How sure it is that each line is body: 0 to 1, to three digits."""
        trees = np.arange(len(self.split))
        rows = np.arange(len(matrix))[:, None]
        node = np.zeros((len(matrix), len(trees)), np.int64)
        for _ in range(self.depth):
            inside = np.maximum(node, 0)
            goes_left = matrix[rows, self.split[trees, inside]] <= self.threshold[trees, inside]
            child = np.where(goes_left, self.left[trees, inside], self.right[trees, inside])
            node = np.where(node < 0, node, child)
        odds = np.cumsum(self.value[trees, -node - 1].astype(np.float64), axis=1)[:, -1]
        certainty: Column = np.round(1 / (1 + np.exp(-odds)), 3)
        return certainty


def lean(words: Column, bias: Column) -> Column:
    """What words alone say, from the lexicon's sums for (body, before, inside, after).

    Columns: the log odds of being body; the log weights of being furniture before, inside and after it; and their sum.
    """
    parts = words + bias
    rest = np.logaddexp(np.logaddexp(parts[:, 1], parts[:, 2]), parts[:, 3])
    return np.column_stack((parts[:, 0] - rest, parts[:, 1:], rest))


@cache
def load() -> Model:
    with (files("copydesk") / "models" / "judge-text.npz").open("rb") as file, np.load(file) as stored:
        arrays = dict(stored)
    return Model(
        words=arrays["words"],
        word_scale=float(arrays["word_scale"]),
        word_bias=arrays["word_bias"],
        split=arrays["split"],
        threshold=arrays["threshold"],
        left=arrays["left"],
        right=arrays["right"],
        value=arrays["value"],
        depth=int(arrays["depth"]),
    )
