from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from copydesk.desk.judging.net import Net

_REACH = (1, 3)
_WIDTH = 4
_INPUTS = 2 + 13  # two numbers, and one kind of character


def _arrays(seed: int) -> dict[str, NDArray[Any]]:
    dice = np.random.default_rng(seed)
    shapes = {"opening 0": (_INPUTS, _WIDTH), "opening 1": (_WIDTH, _WIDTH), "closing": (_WIDTH + _INPUTS, 1)}
    for i in range(len(_REACH)):
        shapes |= {f"block {i} around": (3 * _WIDTH, _WIDTH), f"block {i} own": (_WIDTH, _WIDTH)}
    arrays: dict[str, NDArray[Any]] = {
        "columns": np.array(["length", "leaning"]),
        "kinds": np.array(["starts"]),
        "mean": dice.normal(size=_INPUTS),
        "deviation": dice.uniform(0.5, 2, _INPUTS),
        "reach": np.array(_REACH),
    }
    for name, shape in shapes.items():
        arrays |= {f"{name} weight": dice.normal(size=shape), f"{name} bias": dice.normal(size=shape[1])}
    return arrays


def _features(lines: int, seed: int) -> dict[str, NDArray[np.float64]]:
    dice = np.random.default_rng(seed)
    return {
        "length": dice.normal(size=lines),
        "leaning": dice.normal(size=lines),
        "starts": dice.integers(0, 13, lines).astype(np.float64),
    }


def _line_by_line(arrays: dict[str, NDArray[Any]], features: dict[str, NDArray[np.float64]]) -> list[float]:
    """The network as it is described, a line at a time."""

    def applied(name: str, values: NDArray[np.float64]) -> NDArray[np.float64]:
        result: NDArray[np.float64] = arrays[f"{name} bias"] + sum(
            value * row for value, row in zip(values, arrays[f"{name} weight"], strict=True)
        )
        return result

    def scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
        result: NDArray[np.float64] = (values - values.mean()) / np.sqrt(values.var() + 1e-3)
        return result

    n = len(features["length"])
    seen = []
    for i in range(n):
        one = [float(features["starts"][i] == kind) for kind in range(13)]
        numbers = [float(np.float32(features[name][i])) for name in ("length", "leaning")]
        seen.append(np.clip((np.array(numbers + one) - arrays["mean"]) / arrays["deviation"], -4, 4))
    hidden = [applied("opening 1", np.maximum(applied("opening 0", values), 0)) for values in seen]
    for block, reach in enumerate(_REACH):
        own = [scaled(values) for values in hidden]
        beyond = np.zeros(_WIDTH)
        for i in range(n):
            above, below = (own[j] if 0 <= j < n else beyond for j in (i - reach, i + reach))
            around = np.maximum(applied(f"block {block} around", np.concatenate((above, own[i], below))), 0)
            hidden[i] = hidden[i] + applied(f"block {block} own", around)
    odds = [applied("closing", np.concatenate((scaled(h), s)))[0] for h, s in zip(hidden, seen, strict=True)]
    return [float(1 / (1 + np.exp(-each))) for each in odds]


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 33, 70], ids=lambda lines: f"{lines} lines")
def test_a_page_at_once_is_each_line_by_itself(lines: int) -> None:
    arrays, features = _arrays(lines), _features(lines, lines + 1)
    certainty = Net.from_arrays(arrays).certainty(features)
    assert certainty == pytest.approx(_line_by_line(arrays, features), abs=6e-5)


def test_lines_beyond_all_reach_say_nothing() -> None:
    net, features = Net.from_arrays(_arrays(0)), _features(40, 0)
    other = {name: values.copy() for name, values in features.items()}
    other["leaning"][20] += 3
    changed = np.flatnonzero(net.certainty(features) != net.certainty(other))
    assert changed.min() >= 20 - sum(_REACH)
    assert changed.max() <= 20 + sum(_REACH)
    assert changed.min() < 20 < changed.max()


def test_certainty_has_four_digits() -> None:
    certainty = Net.from_arrays(_arrays(1)).certainty(_features(50, 2))
    assert certainty.tolist() == [round(each, 4) for each in certainty.tolist()]
