"""Boosted decision trees as plain arrays, so that running them needs nothing but numpy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.features import Column, Matrix


@dataclass(frozen=True, slots=True)
class Trees:
    """All trees' nodes in a row, inner nodes and leaves alike.

    split, threshold: the feature that an inner node looks at; what is at most the threshold goes left.
    child: the node to the left and to the right of each; a leaf is its own child. value: what a leaf adds to the log
    odds. roots: the trees' first nodes. depth: of the deepest tree.
    """

    split: NDArray[np.int32]
    threshold: NDArray[np.float32]
    child: NDArray[np.int32]
    value: Column
    roots: NDArray[np.int32]
    depth: int

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "Trees":
        """From what training writes: `split`, `threshold`, `left`, `right` (a row a tree, a column an inner node; a
        child below zero is the leaf -child - 1), `value` (a row a tree, a column a leaf) and `depth`.
        """
        trees, inner = arrays["split"].shape
        leaves = arrays["value"].shape[1]
        size = inner + leaves
        first = np.arange(trees, dtype=np.int32)[:, None] * size
        own = np.arange(size, dtype=np.int32)[None, :] + first
        child = np.stack((own, own), axis=2)
        for side, key in enumerate(("left", "right")):
            to = arrays[key].astype(np.int32)
            child[:, :inner, side] = np.where(to < 0, inner - to - 1, to) + first
        split = np.zeros((trees, size), np.int32)
        split[:, :inner] = arrays["split"]
        threshold = np.zeros((trees, size), np.float32)
        threshold[:, :inner] = arrays["threshold"]
        value = np.zeros((trees, size))
        value[:, inner:] = arrays["value"]
        return cls(split.ravel(), threshold.ravel(), child.ravel(), value.ravel(), first.ravel(), int(arrays["depth"]))

    def certainty(self, matrix: Matrix) -> Column:
        """For each row of features, how sure the trees are of it: 0 to 1, to three digits."""
        certainty: Column = np.round(1 / (1 + np.exp(-self.odds(matrix))), 3)
        return certainty

    def odds(self, matrix: Matrix) -> Column:
        """For each row of features, what the trees' leaves come to: the log odds, or what else they were taught."""
        values = np.ascontiguousarray(matrix).ravel()
        base = (np.arange(len(matrix), dtype=np.int64) * matrix.shape[1])[:, None]
        node = np.broadcast_to(self.roots, (len(matrix), len(self.roots)))
        for _ in range(self.depth):
            goes_right = values.take(base + self.split.take(node)) > self.threshold.take(node)
            node = self.child.take(2 * node + goes_right)
        # Added up in the trees' order, which a sum would be free to change.
        odds: Column = np.cumsum(self.value.take(node), axis=1)[:, -1]
        return odds
