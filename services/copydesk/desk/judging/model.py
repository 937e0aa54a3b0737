"""The judge's weights for text, as they lie in the package."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.features import Column
from copydesk.desk.judging.trees import Trees


@dataclass(frozen=True, slots=True)
class Model:
    """words: what each gram leans to, a row for each of (body, before, inside, after), in steps of word_scale.
    forms, form_scale: the same for stems and forms. word_bias: what a line without words leans to.
    columns: the features that the trees look at.
    """

    words: NDArray[np.int8]
    word_scale: float
    forms: NDArray[np.int8]
    form_scale: float
    word_bias: Column
    columns: list[str]
    trees: Trees


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
        # In memory the weights of one gram lie side by side, for they are looked up together.
        words=np.asfortranarray(arrays["words"]),
        word_scale=float(arrays["word_scale"]),
        forms=np.asfortranarray(arrays["forms"]),
        form_scale=float(arrays["form_scale"]),
        word_bias=arrays["word_bias"],
        columns=[str(column) for column in arrays["columns"]],
        trees=Trees.from_arrays(arrays),
    )
