"""What a line's words say about it: a weight for every word and pair of words, by hash."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.characters import Array, Characters, Kind, mix

BITS = 18
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_STEM, _TWO, _THREE = (np.uint64(salt * 0xE7037ED1A0B428DB % 2**64) for salt in range(1, 4))
_FIRST, _LAST, _WHOLE, _OPENING, _CLOSING = (np.uint64(salt * 0xA0761D6478BD642F % 2**64) for salt in range(1, 6))

_NONE = (np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Grams:
    """What is looked up, line by line: `inner` any word or pair; `edge` the first and last of them and the whole.

    Each is a pair of arrays: bucket (0 to 2 ** BITS - 1) and line.
    """

    inner: tuple[Array, Array]
    edge: tuple[Array, Array]


def grams(characters: Characters, count: int) -> Grams:
    """The grams of a page of `count` lines."""
    words, line = characters.words, characters.word_line
    if not len(words):
        return Grams(_NONE, _NONE)
    together = np.flatnonzero(line[1:] == line[:-1])
    pairs = words[:-1] * _PAIR + words[1:]
    sizes = np.bincount(line, minlength=count)
    present = np.flatnonzero(sizes)
    first = (np.cumsum(sizes) - sizes)[present]
    last = first + sizes[present] - 1
    place = np.arange(len(words)) - np.repeat(first, sizes[present])
    odd = (place.astype(np.uint64) << np.uint64(1)) | np.uint64(1)
    whole = np.add.reduceat(mix(words + odd * _PAIR), first)
    several = sizes[present] > 1
    edges = [
        (words[first] ^ _FIRST, present),
        (words[last] ^ _LAST, present),
        (whole ^ _WHOLE, present),
        (pairs[first[several]] ^ _OPENING, present[several]),
        (pairs[last[several] - 1] ^ _CLOSING, present[several]),
    ]
    return Grams(
        (_bucket(np.concatenate((words, pairs[together]))), np.concatenate((line, line[:-1][together]))),
        (_bucket(np.concatenate([hashes for hashes, _ in edges])), np.concatenate([lines for _, lines in edges])),
    )


def stem_grams(characters: Characters) -> Grams:
    """The stems of a page's words, which words never seen have too. An ideograph has none."""
    has_stem = characters.kinds[characters.word_start] != Kind.IDEOGRAPH
    return Grams((_bucket(characters.stems[has_stem] ^ _STEM), characters.word_line[has_stem]), _NONE)


def form_grams(characters: Characters) -> Grams:
    """The form of two and of three words in a row, whatever the words.

    A word's form is the kind of its first character, and the sign that stands before the next word. What begins with
    an ideograph, in rows of which all are alike, has none.
    """
    line, starts = characters.word_line, characters.word_start
    if not len(line):
        return Grams(_NONE, _NONE)
    before_next = np.append(starts[1:], len(characters.codes)) - 2
    sign = characters.codes[before_next] * (characters.kinds[before_next] > Kind.DIGIT)
    kind = characters.kinds[starts]
    form = kind + (sign.astype(np.uint64) << np.uint64(8))
    two = mix(form[:-1] * _PAIR + form[1:])
    three = two[:-1] * _PAIR + form[2:]
    has_form = kind != Kind.IDEOGRAPH
    in_two, in_three = has_form[:-1] & (line[1:] == line[:-1]), has_form[:-2] & (line[2:] == line[:-2])
    hashes = np.concatenate((two[in_two] ^ _TWO, three[in_three] ^ _THREE))
    return Grams((_bucket(hashes), np.concatenate((line[1:][in_two], line[2:][in_three]))), _NONE)


def _bucket(hashes: NDArray[np.uint64]) -> Array:
    return (mix(hashes) >> np.uint64(64 - BITS)).astype(np.int64)


def leanings_of_text(
    characters: Characters, count: int, words: tuple[NDArray[np.int8], float], forms: tuple[NDArray[np.int8], float]
) -> NDArray[np.float64]:
    """`leanings` of all grams of a text. words, forms: the weights and the scale of the two tables."""
    return (
        leanings(grams(characters, count), *words, count)
        + leanings(stem_grams(characters), *forms, count)
        + leanings(form_grams(characters), *forms, count)
    )


def leanings(found: Grams, weights: NDArray[np.int8], scale: float, count: int) -> NDArray[np.float64]:
    """What the words of each of `count` lines lean to: a column for each of the columns of `weights`.

    Sums of integers, so that the order of addition cannot matter.
    """
    root = np.sqrt(np.maximum(np.bincount(found.inner[1], minlength=count), 1))
    inner, edge = (_sums(bucket, line, weights, count) for bucket, line in (found.inner, found.edge))
    leaning: NDArray[np.float64] = (inner / root + edge) * scale
    return leaning.T


def _sums(bucket: Array, line: Array, weights: NDArray[np.int8], count: int) -> NDArray[np.float64]:
    """The sums of the weights of each line's grams: a column a line. All rows at once: one look-up for each gram."""
    rows = len(weights)
    place = np.arange(rows)[:, None] * count + line
    values = weights.T.take(bucket, axis=0).T
    sums = np.bincount(place.ravel(), weights=values.ravel(), minlength=rows * count)
    return sums.reshape(rows, count).astype(np.float64, copy=False)
