"""Boosted decision trees as plain arrays, so that running them needs nothing but numpy."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.features import Column, Matrix


@dataclass(frozen=True, slots=True)
class Trees:
    """All trees' nodes in a row, inner nodes and leaves alike, each level of a tree after the one above it.

    split, threshold: the feature that an inner node looks at; what is at most the threshold goes left.
    left: the node to the left of each, which the one to its right follows; a leaf is its own, and nothing is beyond
    its threshold. value: what a leaf adds to the log odds. roots: the trees' first nodes. depth: of the deepest tree.
    """

    split: NDArray[np.intp]
    threshold: NDArray[np.float32]
    left: NDArray[np.intp]
    value: Column
    roots: NDArray[np.intp]
    depth: int

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "Trees":
        """From what training writes: `split`, `threshold`, `left`, `right` (a row a tree, a column an inner node; a
        child below zero is the leaf -child - 1), `value` (a row a tree, a column a leaf) and `depth`.
        """
        split, threshold, left, right, value = (
            arrays[key].tolist() for key in ("split", "threshold", "left", "right", "value")
        )
        nodes = _Nodes([], [], [], [])
        roots = []
        for tree in range(len(split)):
            roots.append(len(nodes.left))
            waiting = deque([0])
            nodes.add()
            at = roots[-1]
            while waiting:
                node = waiting.popleft()
                if node < 0:
                    nodes.value[at] = value[tree][-node - 1]
                else:
                    nodes.split[at], nodes.threshold[at] = split[tree][node], threshold[tree][node]
                    nodes.left[at] = len(nodes.left)
                    for child in (left[tree][node], right[tree][node]):
                        waiting.append(child)
                        nodes.add()
                at += 1
        return cls(
            np.array(nodes.split, np.intp),
            np.array(nodes.threshold, np.float32),
            np.array(nodes.left, np.intp),
            np.array(nodes.value, np.float64),
            np.array(roots, np.intp),
            int(arrays["depth"]),
        )

    def certainty(self, matrix: Matrix) -> Column:
        """For each row of features, how sure the trees are of it: 0 to 1, to three digits."""
        certainty: Column = np.round(1 / (1 + np.exp(-self.odds(matrix))), 3)
        return certainty

    def odds(self, matrix: Matrix) -> Column:
        """For each row of features, what the trees' leaves come to: the log odds, or what else they were taught."""
        count = len(matrix)
        by_feature = matrix.T
        values, split, row = by_feature.ravel(), self.split * count, np.arange(count)
        goes_right = by_feature[self.split[self.roots]] > self.threshold[self.roots][:, None]
        node = self.left[self.roots][:, None] + goes_right  # a row for each tree
        for _ in range(self.depth - 1):
            at = split.take(node, mode="clip")
            at += row
            goes_right = values.take(at, mode="clip") > self.threshold.take(node, mode="clip")
            node = self.left.take(node, mode="clip")
            node += goes_right
        # Added up in the trees' order: row by row, as numpy does but where all that it adds lies side by side in memory
        # (see the notes on numpy.sum), which is so where there is one column.
        leaves = self.value.take(node)
        odds: Column = np.add.reduce(leaves, axis=0) if count > 1 else np.cumsum(leaves, axis=0)[-1]
        return odds


@dataclass(frozen=True, slots=True)
class _Nodes:
    split: list[int]
    threshold: list[float]
    left: list[int]
    value: list[float]

    def add(self) -> None:
        """A leaf, until it is said to be none."""
        self.left.append(len(self.left))
        self.split.append(0)
        self.threshold.append(np.inf)
        self.value.append(0.0)
