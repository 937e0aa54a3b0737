"""The network over lines that judges text beside the trees: what it learns from and how.

Called by judge.py, with the pages and the features that the trees learn from; works in jax, with one thread and fixed
seeds, to make the same bytes again. Besides the pages it learns from glued ones: another article, or its beginning, put
after the body, or another page's furniture put around it. Both pages of a pair are in one fold, so that the lexicon
behind the features saw neither.
Needs: pip install jax.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import jax
import jax.numpy as jnp
import numpy as np
from judge_labels import part_of

from copydesk.desk.frame import Page
from copydesk.desk.judging.features import Column, Matrix
from copydesk.desk.judging.net import inputs

if TYPE_CHECKING:
    from judge import Example

Params = dict[str, dict[str, jax.Array]]
# Inputs, how much is body, part of the page, weight of a line.
Lesson = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
See = Callable[[Page, int], Matrix]  # a page's features by the lexicon that did not see the fold

_KINDS = ("starts", "first word")
_REACH = (1, 2, 4, 8, 16, 32)
_WIDTH = 48
_ROW, _BETWEEN = 1024, max(_REACH)  # lines; pages stand in rows, so far apart that none sees the next
_ROWS = 4  # a step
_EPOCHS = 6
_GLUED = 1000  # pages, each epoch
_RATE, _WARMING, _DECAY, _LONGEST = 3e-3, 100, 0.05, 1.0
_DROPPED_INPUTS, _DROPPED = 0.2, 0.15
_PARTS_WEIGHT = 0.3  # of the second task: which part of the page a line is in
_STYLES = ("blocks", "w3m")


def train(
    examples: Sequence["Example"],
    seen: Sequence[Matrix],
    marks: Sequence[Column],
    columns: Sequence[str],
    see: See,
) -> dict[str, Any]:
    """The arrays that copydesk.desk.judging.net reads.

    seen: of each example, its features, in `columns`. marks: of its lines, how much each is body.
    """
    chosen = [
        (each, matrix, mark)
        for each, matrix, mark in zip(examples, seen, marks, strict=True)
        if each.teaches and (each.is_variant or each.sample.style in _STYLES)
    ]
    glued = list(_glued([each for each, _, _ in chosen if not each.is_variant], see))
    numbers = [name for name in columns if name not in _KINDS]

    def raw(matrix: Matrix) -> np.ndarray:
        features = {name: matrix[:, i].astype(np.float64) for i, name in enumerate(columns)}
        return inputs(features, numbers, _KINDS).astype(np.float32)

    some = np.vstack([raw(matrix)[::11] for _, matrix, _ in chosen]).astype(np.float64)
    mean, deviation = some.mean(axis=0).astype(np.float32), (some.std(axis=0) + 1e-3).astype(np.float32)

    def lesson(matrix: Matrix, kept: np.ndarray, mark: Column, weights: np.ndarray) -> Lesson:
        scaled = np.clip((raw(matrix) - mean) / deviation, -4, 4).astype(np.float16)
        return scaled, mark.astype(np.float32), part_of(kept), weights.astype(np.float32)

    pages = [lesson(matrix, each.kept, mark, each.weights) for each, matrix, mark in chosen]
    others = [lesson(matrix, share >= 0.5, share >= 0.5, weights) for matrix, share, weights in glued]
    params = _learn(pages, others)
    arrays: dict[str, Any] = {
        "columns": np.array(numbers),
        "kinds": np.array(_KINDS),
        "mean": mean,
        "deviation": deviation,
        "reach": np.array(_REACH, np.int16),
    }
    for name, layer in params.items():
        outputs = slice(1) if name == "closing" else slice(None)
        arrays[f"{name} weight"] = np.asarray(layer["weight"])[:, outputs].astype(np.float16)
        arrays[f"{name} bias"] = np.asarray(layer["bias"])[outputs].astype(np.float32)
    return arrays


def _glued(examples: Sequence["Example"], see: See) -> Iterator[tuple[Matrix, np.ndarray, np.ndarray]]:
    """Pages made of two: features, share of each line that is body, weights."""
    dice = np.random.default_rng(5)
    several = [each for each in examples if each.kept.sum() >= 4]
    beside = defaultdict(list)
    for each in several:
        beside[each.fold, each.sample.style].append(each)
    for each in several:
        for _ in range(2 if each.sample.style == "blocks" else 1):
            others = beside[each.fold, each.sample.style]
            other = others[int(dice.integers(len(others)))]
            if (other.sample.set, other.sample.id) == (each.sample.set, each.sample.id):
                continue
            glue = _with_sibling if dice.random() < 0.5 else _reframed
            lines, share = glue(each, other, dice)
            if len(lines) > _ROW - 2 * _BETWEEN:
                continue
            root = np.sqrt([max(1.0, len(line.text) / 6) for line in lines])
            yield see(Page(tuple(lines)), each.fold), share, root / root.sum()


def _with_sibling(each: "Example", other: "Example", dice: np.random.Generator) -> tuple[list[Any], np.ndarray]:
    """Another page's title and article, or the beginning of it, a few lines after the body."""
    lines, share = list(each.page.lines), each.share
    at = min(int(np.flatnonzero(each.kept)[-1]) + 1 + int(dice.choice([0, 0, 1, 2, 3, 5, 8])), len(lines))
    body = np.flatnonzero(other.kept)
    lead = int(dice.choice([1, 2, 3, 5]))
    sibling = other.page.lines[max(0, body[0] - lead) : body[-1] + 1]
    if dice.random() < 0.4:
        sibling = sibling[: lead + max(3, int(len(sibling) * dice.random()))]
    return [*lines[:at], *sibling, *lines[at:]], np.concatenate((share[:at], np.zeros(len(sibling)), share[at:]))


def _reframed(each: "Example", other: "Example", dice: np.random.Generator) -> tuple[list[Any], np.ndarray]:
    """Another page's lines before its body, or after it, or both, in place of this one's."""
    body, others = np.flatnonzero(each.kept), np.flatnonzero(other.kept)
    lines, share = each.page.lines, each.share
    above, above_share = lines[: body[0]], share[: body[0]]
    below, below_share = lines[body[-1] + 1 :], share[body[-1] + 1 :]
    which = int(dice.integers(3))
    if which != 0:
        above = other.page.lines[: others[0]]
        above_share = np.zeros(len(above))
    if which != 1:
        below = other.page.lines[others[-1] + 1 :]
        below_share = np.zeros(len(below))
    inside = slice(body[0], body[-1] + 1)
    return [*above, *lines[inside], *below], np.concatenate((above_share, share[inside], below_share))


def _first(width: int, key: jax.Array) -> Params:
    keys = iter(jax.random.split(key, 3 + 2 * len(_REACH)))

    def layer(inputs: int, outputs: int, scale: float) -> dict[str, jax.Array]:
        weight = jax.random.normal(next(keys), (inputs, outputs)) * scale
        return {"weight": weight, "bias": jnp.zeros(outputs)}

    params = {
        "opening 0": layer(width, _WIDTH, (2 / width) ** 0.5),
        "opening 1": layer(_WIDTH, _WIDTH, (2 / _WIDTH) ** 0.5),
    }
    for i in range(len(_REACH)):
        params[f"block {i} around"] = layer(3 * _WIDTH, _WIDTH, (2 / (3 * _WIDTH)) ** 0.5)
        params[f"block {i} own"] = layer(_WIDTH, _WIDTH, 0.3 * (2 / _WIDTH) ** 0.5)
    return params | {"closing": layer(_WIDTH + width, 5, 0.03)}


def _scores(params: Params, seen: jax.Array, present: jax.Array, key: jax.Array) -> jax.Array:
    """As copydesk.desk.judging.net does it, over rows of pages, with inputs and hidden numbers dropped by chance."""
    keys = iter(jax.random.split(key, 2 + len(_REACH)))

    def applied(name: str, values: jax.Array) -> jax.Array:
        return values @ params[name]["weight"] + params[name]["bias"]

    def scaled(values: jax.Array) -> jax.Array:
        centred = values - values.mean(-1, keepdims=True)
        return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-3)

    def thinned(values: jax.Array, share: float) -> jax.Array:
        return values * jax.random.bernoulli(next(keys), 1 - share, values.shape) / (1 - share)

    hidden = jax.nn.relu(applied("opening 0", thinned(seen, _DROPPED_INPUTS)))
    hidden = applied("opening 1", thinned(hidden, _DROPPED))
    for i, reach in enumerate(_REACH):
        own = scaled(hidden) * present
        beyond = jnp.zeros_like(own[:, :reach])
        above = jnp.concatenate((beyond, own[:, :-reach]), axis=1)
        below = jnp.concatenate((own[:, reach:], beyond), axis=1)
        around = jax.nn.relu(applied(f"block {i} around", jnp.concatenate((above, own, below), axis=-1)))
        hidden = hidden + applied(f"block {i} own", thinned(around, _DROPPED))
    return applied("closing", jnp.concatenate((scaled(hidden), seen), axis=-1))


def _loss(params: Params, rows: tuple[np.ndarray, ...], key: jax.Array) -> jax.Array:
    seen, present, body, part, weight = rows
    scores = _scores(params, seen, present, key)
    wrong = jax.nn.softplus(scores[..., 0]) - scores[..., 0] * body
    misplaced = -jnp.take_along_axis(jax.nn.log_softmax(scores[..., 1:]), part[..., None], -1)[..., 0]
    return ((wrong + _PARTS_WEIGHT * misplaced) * weight).sum() / weight.sum()


@jax.jit
def _step(
    params: Params, first: Params, second: Params, t: float, rate: float, rows: tuple[np.ndarray, ...], key: jax.Array
) -> tuple[Params, Params, Params]:
    """AdamW (Loshchilov and Hutter 2019), the slope cut to a length of 1."""
    slope = jax.grad(_loss)(params, rows, key)
    length = jnp.sqrt(sum((each**2).sum() for each in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda each: each * jnp.minimum(1, _LONGEST / length), slope)
    first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
    second = jax.tree.map(lambda old, new: 0.98 * old + 0.02 * new**2, second, slope)
    params = jax.tree.map(
        lambda each, m, v: (
            each * (1 - rate * _DECAY) - rate * (m / (1 - 0.9**t)) / (jnp.sqrt(v / (1 - 0.98**t)) + 1e-8)
        ),
        params,
        first,
        second,
    )
    return params, first, second


def _learn(pages: Sequence[Lesson], glued: Sequence[Lesson]) -> Params:
    dice = np.random.default_rng(0)
    params = _first(pages[0][0].shape[1], jax.random.key(0))
    first = second = jax.tree.map(jnp.zeros_like, params)
    t = steps = 0
    for _ in range(_EPOCHS):
        some = dice.choice(len(glued), min(_GLUED, len(glued)), replace=False)
        lessons = [*pages, *(glued[int(i)] for i in some)]
        rows = _in_rows([lessons[int(i)] for i in dice.permutation(len(lessons))])
        steps = steps or _EPOCHS * (len(rows) // _ROWS)
        for start in range(0, len(rows) // _ROWS * _ROWS, _ROWS):
            t += 1
            falling = max(0.01, 0.5 * (1 + np.cos(np.pi * min(1, t / steps))))
            rate = _RATE * min(1, t / _WARMING) * falling
            batch = _filled(rows[start : start + _ROWS])
            params, first, second = _step(params, first, second, float(t), rate, batch, jax.random.key(t))
    return params


def _in_rows(lessons: Sequence[Lesson]) -> list[list[Lesson]]:
    rows: list[list[Lesson]] = [[]]
    used = 0
    for lesson in lessons:
        size = min(len(lesson[0]), _ROW)
        if used + size > _ROW:
            rows.append([])
            used = 0
        rows[-1].append(lesson)
        used += size + _BETWEEN
    return rows


def _filled(rows: Sequence[Sequence[Lesson]]) -> tuple[np.ndarray, ...]:
    shape = (len(rows), _ROW)
    seen = np.zeros((*shape, rows[0][0][0].shape[1]), np.float32)
    present = np.zeros((*shape, 1), np.float32)
    body, weight, part = np.zeros(shape, np.float32), np.zeros(shape, np.float32), np.zeros(shape, np.int32)
    for row, lessons in enumerate(rows):
        at = 0
        for own, is_body, own_part, own_weight in lessons:
            to = slice(at, min(at + len(own), _ROW))
            size = to.stop - at
            seen[row, to], present[row, to], body[row, to] = own[:size], 1, is_body[:size]
            part[row, to], weight[row, to] = own_part[:size], own_weight[:size]
            at = to.stop + _BETWEEN
    return seen, present, body, part, weight
