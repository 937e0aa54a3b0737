from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.desk.judging.trees import Trees

# Two trees over three features: a stump, and one with two inner nodes on its right.
_ARRAYS: dict[str, NDArray[Any]] = {
    "split": np.array([[0, 0], [1, 2]], np.int16),
    "threshold": np.array([[0.5, 0], [0.0, -1.0]], np.float32),
    "left": np.array([[-1, -1], [-1, -2]], np.int16),
    "right": np.array([[-2, -1], [1, -3]], np.int16),
    "value": np.array([[-1.0, 1.0, 0.0], [0.25, 2.0, -2.0]], np.float32),
    "depth": np.array(2),
}


def _odds(row: list[float]) -> float:
    stump = -1.0 if row[0] <= 0.5 else 1.0
    other = 0.25 if row[1] <= 0 else 2.0 if row[2] <= -1 else -2.0
    return stump + other


_VALUES = st.sampled_from([-2.0, -1.0, 0.0, 0.5, 1.0])


@given(st.lists(st.lists(_VALUES, min_size=3, max_size=3), min_size=1, max_size=5))
def test_each_row_falls_into_one_leaf_of_each_tree(rows: list[list[float]]) -> None:
    certainty = Trees.from_arrays(_ARRAYS).certainty(np.array(rows, np.float32))
    assert certainty.tolist() == [round(1 / (1 + float(np.exp(-_odds(row)))), 3) for row in rows]
