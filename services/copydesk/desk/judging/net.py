"""A small network over the lines of a page: it sees a line's neighbours up to sixty away, as the trees do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.features import Column, as_matrix

_KINDS = 13  # of characters, as `characters.Kind` counts them
_FARTHEST = 4.0  # standard deviations from the mean; more is as good as that
_STEADY = 1e-3  # under the root, so that a line of equal numbers can be scaled
# Products at once: so few that OpenBLAS stays in one thread. Where processors are shared, its threads wait for each
# other ten times as long as the work takes.
_AT_ONCE = 2**18


@dataclass(frozen=True, slots=True)
class Net:
    """Residual convolutions of three lines each, ever farther apart (Yu and Koltun 2016, arXiv:1511.07122).

    columns: the features that it sees as numbers. kinds: those that are kinds of character, seen one by one.
    mean, deviation: of all inputs. opening: two layers a line. blocks: a layer over three lines and one over its
    result, added to what went in. closing: from the last of these and the inputs to the log odds.
    reach: how many lines away the outer two of each block's three are.
    """

    columns: Sequence[str]
    kinds: Sequence[str]
    mean: Column
    deviation: Column
    opening: tuple["_Layer", "_Layer"]
    blocks: Sequence[tuple["_Layer", "_Layer"]]
    closing: "_Layer"
    reach: Sequence[int]

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "Net":
        """From what training writes: `columns`, `kinds`, `mean`, `deviation`, `reach`; and of each layer, `NAME weight`
        and `NAME bias`: opening 0 and 1, block I around, block I own, closing.
        """

        def layer(name: str) -> _Layer:
            return arrays[f"{name} weight"].astype(np.float64), arrays[f"{name} bias"].astype(np.float64)

        reach = arrays["reach"].tolist()
        return cls(
            columns=arrays["columns"].tolist(),
            kinds=arrays["kinds"].tolist(),
            mean=arrays["mean"].astype(np.float64),
            deviation=arrays["deviation"].astype(np.float64),
            opening=(layer("opening 0"), layer("opening 1")),
            blocks=[(layer(f"block {i} around"), layer(f"block {i} own")) for i in range(len(reach))],
            closing=layer("closing"),
            reach=reach,
        )

    def certainty(self, features: Mapping[str, Column]) -> Column:
        """For each line of a page, how sure the network is that it is body: 0 to 1, to four digits.

        Double precision: the order in which products are added moves the thirteenth digit, and none that is kept.
        """
        seen = inputs(features, self.columns, self.kinds)
        seen -= self.mean
        seen /= self.deviation
        np.minimum(np.maximum(seen, -_FARTHEST, out=seen), _FARTHEST, out=seen)
        hidden = _applied(self.opening[1], np.maximum(_applied(self.opening[0], seen), 0))
        for (around, own), reach in zip(self.blocks, self.reach, strict=True):
            threes = _with_neighbours(_scaled(hidden), reach)
            hidden += _applied(own, np.maximum(_applied(around, threes), 0))
        weight, bias = self.closing
        width = hidden.shape[1]
        # A product of matrices would be one with a vector, for which OpenBLAS takes more threads much earlier.
        odds = np.einsum("ij,j->i", _scaled(hidden), weight[:width, 0])
        odds += np.einsum("ij,j->i", seen, weight[width:, 0]) + bias
        certainty: Column = np.round(1 / (1 + np.exp(-odds)), 4)
        return certainty


# Weight (inputs by outputs) and bias.
_Layer = tuple[NDArray[np.float64], Column]


def inputs(features: Mapping[str, Column], columns: Sequence[str], kinds: Sequence[str]) -> NDArray[np.float64]:
    """The network's inputs of each line, in single precision as the trees see them: the columns, then a column for each
    kind of character, one where `kinds` name it.
    """
    numbers = as_matrix(features, columns)
    seen = np.empty((len(numbers), len(columns) + _KINDS * len(kinds)))
    seen[:, : len(columns)] = numbers
    for place, name in enumerate(kinds):
        start = len(columns) + _KINDS * place
        seen[:, start : start + _KINDS] = features[name][:, None] == np.arange(_KINDS)
    return seen


def _applied(layer: _Layer, values: NDArray[np.float64]) -> NDArray[np.float64]:
    weight, bias = layer
    result = np.empty((len(values), len(bias)))
    lines = max(1, _AT_ONCE // weight.size)
    for start in range(0, len(values), lines):
        np.matmul(values[start : start + lines], weight, out=result[start : start + lines])
    result += bias
    return result


def _scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each line's numbers to mean 0 and variance 1."""
    count = values.shape[1]
    centred: NDArray[np.float64] = values - np.add.reduce(values, axis=1, keepdims=True) / count
    centred /= np.sqrt(np.add.reduce(centred * centred, axis=1, keepdims=True) / count + _STEADY)
    return centred


def _with_neighbours(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Each line's numbers, between those of the lines `reach` above and below; beyond the page they are 0."""
    n, width = values.shape
    result = np.zeros((n, 3 * width))
    if reach < n:
        result[reach:, :width] = values[:-reach]
        result[:-reach, 2 * width :] = values[reach:]
    result[:, width : 2 * width] = values
    return result


@cache
def load_net() -> Net:
    with (files("copydesk") / "models" / "judge-net.npz").open("rb") as file, np.load(file) as stored:
        return Net.from_arrays(dict(stored))
