"""How far an article reaches: where among the lines that the judge would keep another text begins.

On many pages other prose stands below the article: the next stories of an endless scroll, teasers of some sentences,
readers' comments. Line by line it reads like an article's. This compares what stands above each line with what stands
from there on: how many of its words and names were said before, how sure the judge is of either, and what was cut
between. What it is about a text says again; compare Hearst's TextTiling (1997).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.characters import Array, Characters, Kind, in_order
from copydesk.desk.judging.features import Column, Kept
from copydesk.desk.judging.trees import Trees

# By cross-validation this raises the mean F1 of the marked pages, and lowers no set's by .003: see the model's card.
_OTHER = 0.93
# What stands above another text is an article of its own,
_FEWEST_WORDS, _FEWEST_SENTENCES = 80.0, 2.0
# and a tail of fewer words is the article's own table, list or last question as often: it stays whole.
_FEWEST_CUT = 120.0
# Another text begins with its title, a name, a teaser: with a line that the judge is less sure of than this. On marked
# pages nothing is lost by asking of no other, on made ones a sixth of what the cuts gain: see the model's card.
_SURE = 0.85

# Lines and words, whichever is less, that are compared with what stands above.
_WINDOWS = ((3, 60.0), (8, 150.0), (25, 500.0))
_WINDOW_NAMES = ("at once", "soon", "later", "below")
_SOON = 1
_WORDS = ("words", "names", "rare words")
_OPENING = 6  # lines that say what the article is about
_SHORTEST, _LONG = 3, 4  # letters of a word that is compared, and of one that tells what a text is about
# A word said in so many lines, and in so large a share of the paragraphs, is of the language and not of the subject.
_COMMON, _COMMON_SHARE = 3, 0.25
_PROSE, _HEADING = 10, 12  # words: no fewer are a paragraph, no more a heading
_UNIT = 1024  # a word's weight in whole numbers: their sums are the same in any order
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_BETWEEN = 6  # lines above a seam that are looked at
_NOTHING = -9.0

_SEEN_BETWEEN = ("leaning 0", "leaning 1", "leaning 3")
_SEEN_AT = (
    "leaning 0", "leaning 1", "leaning 3", "strongest end above", "strongest start below", "inside 0.15",
    "gain since run", "from run end", "weakest bond share since run", "capitalised share",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Model:
    columns: Sequence[str]
    trees: Trees


def cut_other_texts(features: Mapping[str, Column], certainty: Column, kept: Kept, characters: Characters) -> Kept:
    """The lines kept without those from where another text begins; all of them where none does.

    features: of the page's lines, as the judge of text has them. certainty: of each line, that it is body.
    """
    at = np.flatnonzero(kept)
    could_be = np.flatnonzero(may_begin(features, at, _FEWEST_CUT) & (certainty[at[1:]] < _SURE))
    if not len(could_be):
        return kept
    model = _load()
    found = seams(features, certainty, kept, characters)
    matrix = np.array([found[name][could_be] for name in model.columns], np.float32).T
    begins = could_be[model.trees.certainty(matrix) >= _OTHER]
    if not len(begins):
        return kept
    article = kept.copy()
    article[at[begins[0] + 1] :] = False
    return article


def may_begin(features: Mapping[str, Column], at: Array, fewest_below: float) -> Kept:
    """Of the lines kept but the first, which another text could begin with: enough stands above and below.

    at: the lines kept. fewest_below: words, from the line on.
    """
    words = words_in(features)[at]
    above = np.cumsum(words)[:-1]
    below = np.cumsum(words[::-1])[::-1][1:]
    enough = (above >= _FEWEST_WORDS) & (np.cumsum(features["sentences"][at])[:-1] >= _FEWEST_SENTENCES)
    may: Kept = enough & (below >= fewest_below)
    return may


def words_in(features: Mapping[str, Column]) -> Column:
    """How many words each line has: to two digits, so that no threshold depends on the last bit of a logarithm."""
    words: Column = np.expm1(features["log words"]).round(2)
    return words


def seams(features: Mapping[str, Column], certainty: Column, kept: Kept, characters: Characters) -> dict[str, Column]:
    """What tells of each line kept but the first, two at least, whether another text begins with it."""
    at = np.flatnonzero(kept)
    words = words_in(features)[at]
    said = _said(characters, kept, int(np.count_nonzero(words >= _PROSE)))
    reach = _reach(words)
    shared = _shared(said, reach, words)
    return {
        **shared,
        **_subject(said, reach, words),
        **_course(shared),
        **_either_side(features, certainty, at, words),
        **_between(features, certainty, at),
        **_alike(characters, at, len(kept)),
    }


@dataclass(frozen=True, slots=True)
class _Said:
    """Each word once for each line kept that says it, a word's lines together and in order.

    line: its place among those kept. before: where the word was said last, else -1; first: where first. again, third:
    where for the second and third time, else beyond the last line. weight: the rarer the more. is_name: said within a
    sentence, capitalised. tells: may say what the text is about.
    """

    line: Array
    before: Array
    first: Array
    again: Array
    third: Array
    weight: Column
    is_name: Kept
    tells: Kept


def _said(characters: Characters, kept: Kept, paragraphs: int) -> _Said:
    words, lines, is_name, is_long = _compared(characters, kept)
    count = int(np.count_nonzero(kept))
    hashes, place = in_order(words)
    sorted_line = lines[place]
    new_word = np.ones(len(hashes), bool)
    new_word[1:] = hashes[1:] != hashes[:-1]
    new = new_word.copy()
    new[1:] |= sorted_line[1:] != sorted_line[:-1]
    chosen = np.flatnonzero(new)
    line, opens = sorted_line[chosen], new_word[chosen]
    word = np.cumsum(opens) - 1
    start = np.flatnonzero(opens)
    spread = np.diff(np.append(start, len(line)))
    before = np.full(len(line), -1)
    before[1:] = np.where(opens[1:], -1, line[:-1])
    of_word = spread[word]
    return _Said(
        line,
        before,
        line[start][word],
        _nth(line, start, spread, 1, count)[word],
        _nth(line, start, spread, 2, count)[word],
        np.round(_UNIT / np.sqrt(of_word)),
        np.logical_or.reduceat(is_name[place], chosen) if len(chosen) else np.zeros(0, bool),
        is_long[place][chosen] & (of_word <= max(_COMMON, _COMMON_SHARE * paragraphs)),
    )


def _nth(line: Array, start: Array, spread: Array, n: int, beyond: int) -> Array:
    """The line in which each word is said for the n-th time after the first, or `beyond`."""
    found = np.full(len(start), beyond)
    has = spread > n
    found[has] = line[start[has] + n]
    return found


def _compared(characters: Characters, kept: Kept) -> tuple[NDArray[np.uint64], Array, Kept, Kept]:
    """The words of the lines kept that are compared: hashes, lines' places, which are names, and which are long.

    Of a script without spaces that is two characters in a row.
    """
    kinds, line, start = characters.kinds, characters.word_line, characters.word_start
    letters = np.concatenate(([0], np.cumsum((kinds >= Kind.LOWER) & (kinds <= Kind.DIGIT))))
    size = letters[np.append(start[1:], len(kinds))] - letters[start]
    kind = kinds[start]
    alone = kind == Kind.IDEOGRAPH
    paired = np.zeros(len(line), bool)
    paired[:-1] = alone[:-1] & alone[1:] & (start[1:] == start[:-1] + 1)
    words = characters.words
    if paired.any():
        words = words.copy()
        words[:-1][paired[:-1]] = (words[:-1] * _PAIR + words[1:])[paired[:-1]]
    within = np.zeros(len(line), bool)
    within[1:] = line[1:] == line[:-1]
    # A word's first letter stands two characters after what ends the sentence before.
    is_name = within & (kind == Kind.UPPER) & (kinds[start - 2] != Kind.STOP)
    use = kept[line] & np.where(alone, paired, (size >= _SHORTEST) & (kind != Kind.DIGIT))
    place = np.cumsum(kept) - 1
    return words[use], place[line[use]], is_name[use], (alone | (size >= _LONG))[use]


@dataclass(frozen=True, slots=True)
class _Reach:
    """For each window below a seam: from which seam on a line is within it, and the line after its last. above: up to
    which seam a line is within the second window above.
    """

    below: Sequence[Array]
    end: Sequence[Array]
    above: Array


def _reach(words: Column) -> _Reach:
    count = len(words)
    total = np.concatenate(([0.0], np.cumsum(words)))
    place = np.arange(count)
    below, ends = [], []
    for lines, most in _WINDOWS:
        below.append(np.maximum(place - lines + 1, np.searchsorted(total[:count], total[:count] - most, side="right")))
        ends.append(np.minimum(np.minimum(place + lines, np.searchsorted(total, total[:count] + most)), count))
    lines, most = _WINDOWS[_SOON]
    to = np.searchsorted(total, total[1:] + most) - 1
    return _Reach(below, ends, np.maximum(np.minimum(place + lines, to), place + 1))


Span = tuple[Array, Array, Column]


def _sums(spans: Sequence[Span], count: int) -> NDArray[np.float64]:
    """For each table of spans, the weights of those that lie over each seam: a row a table, a column a seam.

    A span lies over the seams after `start` up to `end`, which is no less; seam k is between the lines k - 1 and k.
    """
    width = count + 2
    rises = np.concatenate([start + (row * width + 1) for row, (start, _, _) in enumerate(spans)])
    falls = np.concatenate([end + (row * width + 1) for row, (_, end, _) in enumerate(spans)])
    weights = np.concatenate([weight for _, _, weight in spans])
    size = len(spans) * width
    steps = np.bincount(rises, weights=weights, minlength=size) - np.bincount(falls, weights=weights, minlength=size)
    over: NDArray[np.float64] = np.cumsum(steps.reshape(-1, width), axis=1)[:, 1:count]
    return over


def _within(values: Column, reach: _Reach) -> NDArray[np.float64]:
    """The sum of the lines' values in each window below each seam, and of all below it: a row a window."""
    count = len(values)
    total = np.zeros(count + 1)
    np.cumsum(values, out=total[1:])
    seam = np.arange(1, count)
    ends = [*(end[seam] for end in reach.end), np.full(count - 1, count)]
    sums: NDArray[np.float64] = total[np.array(ends)] - total[seam]
    return sums


def _shared(said: _Said, reach: _Reach, words: Column) -> dict[str, Column]:
    """How much of what is said below each seam was said above it, in each window and in all; and the reverse."""
    count = len(words)
    total = np.concatenate(([0.0], np.cumsum(words)))
    seam = np.arange(1, count)
    around = np.sqrt(np.minimum(150.0, total[seam]) + np.minimum(150.0, total[count] - total[seam]) + 20)
    is_new = said.before < 0
    new = np.flatnonzero(is_new)
    told = np.flatnonzero(~is_new)
    before, line, weight = said.before[told], said.line[told], said.weight[told]
    froms = [*(np.maximum(before, below[line] - 1) for below in reach.below), before]
    near = froms[_SOON]
    tied = np.maximum(np.minimum(line, reach.above[before]), near)
    opening = said.first[told] < _OPENING
    spans: list[Span] = []
    above, unheard = [], []
    # A word's occurrence before stands right before it: a name is told again where it was a name then.
    every = np.ones(len(said.line), bool)
    for chosen, again in ((every, every[told]), (said.is_name, said.is_name[told - 1]), (said.tells, every[told])):
        new_weight = said.weight[new] * chosen[new]
        by_line = np.bincount(said.line[new], weights=new_weight, minlength=count).astype(np.float64, copy=False)
        above.append(np.cumsum(by_line)[:-1])
        unheard.append(_within(by_line, reach))
        some = np.flatnonzero(chosen[told] & again)
        spans += [(from_[some], line[some], weight[some]) for from_ in froms]
        spans.append((near[some], line[some], weight[some] * opening[some]))
        spans.append((near[some], tied[some], weight[some]))
    sums = _sums(spans, count).reshape(3, len(froms) + 2, count - 1)
    few = 0.2 * _UNIT
    shared: dict[str, Column] = {}
    for name, rows, unheard_of, said_above in zip(_WORDS, sums, unheard, above, strict=True):
        heard = rows[: len(froms)]
        shares = heard / (heard + unheard_of + few)
        shared |= {f"{name} told {window}": share for window, share in zip(_WINDOW_NAMES, shares, strict=True)}
        shared[f"{name} soon"] = (heard[_SOON] + unheard_of[_SOON]) / _UNIT
        shared[f"{name} of the opening"] = rows[-2] / (heard[_SOON] + unheard_of[_SOON] + few)
        shared[f"{name} bond"] = rows[-1] / _UNIT / around
        shared[f"{name} taken up"] = heard[-1] / (said_above + few)
    return shared


def _subject(said: _Said, reach: _Reach, words: Column) -> dict[str, Column]:
    """Whether what is above each seam is about what goes on below: words said in two, in three lines above.

    How many paragraphs say one, above and below.
    """
    count = len(words)
    is_paragraph = words >= _PROSE
    paragraphs = np.flatnonzero(is_paragraph)
    one = np.ones(len(paragraphs))
    telling = np.flatnonzero(said.tells)
    line = said.line[telling]
    opens = said.before[telling] < 0
    froms = [*(below[paragraphs] - 1 for below in reach.below), np.full(len(paragraphs), -1)]
    spans: list[Span] = []
    since = [np.cumsum(is_paragraph, dtype=np.int64)[:-1]]
    subjects = []
    for again in (said.again, said.third):
        known = again[telling]
        # From which line on a line says a word that is known by then.
        says = np.full(count, count)
        np.minimum.at(says, line, known)
        known_since = says[paragraphs]
        spans += [(np.minimum(np.maximum(known_since, from_), paragraphs), paragraphs, one) for from_ in froms]
        since.append(np.cumsum(np.bincount(np.maximum(paragraphs, known_since), minlength=count + 1))[: count - 1])
        subjects.append(np.cumsum(np.bincount(known[opens], minlength=count + 1))[: count - 1])
    sums = _sums(spans, count).reshape(2, len(froms), count - 1)
    standing, *say_one = since
    all_below = _within(is_paragraph.astype(np.float64), reach)
    features: dict[str, Column] = {}
    for name, rows, saying, known_words in zip(("subject", "firm subject"), sums, say_one, subjects, strict=True):
        below, above = (rows + 0.5) / (all_below + 1), (saying + 0.5) / (standing + 1)
        features |= {f"{name} {window}": share for window, share in zip(_WINDOW_NAMES, below, strict=True)}
        features[f"{name} above"] = above
        features[f"{name} lost"] = below[-1] - above
        features[f"{name} words"] = np.log1p(known_words)
    return features


def _course(shared: Mapping[str, Column]) -> dict[str, Column]:
    """How a seam's shares compare with those of the seams above it, and with the page's least."""
    told, bond = shared["words told soon"], shared["words bond"]
    count = len(told)
    total = np.concatenate(([0.0], np.cumsum(told)))
    seam = np.arange(count)
    from_ = np.maximum(seam - _WINDOWS[_SOON][0], 0)
    lately = np.where(seam > 0, (total[seam] - total[from_]) / np.maximum(seam - from_, 1), 0.3)
    least = np.minimum.accumulate(np.concatenate(([9.0], bond)))
    return {
        "told lately": lately,
        "told less": told - lately,
        "least told": told - told.min(),
        "least taken up": shared["words taken up"] - shared["words taken up"].min(),
        "least bond above": least[:-1],
        "least bond below": np.minimum.accumulate(np.append(bond[1:], 9.0)[::-1])[::-1],
    }


def _either_side(features: Mapping[str, Column], certainty: Column, at: Array, words: Column) -> dict[str, Column]:
    """What the lines kept are like above each seam and below, all of them and the nearest."""
    count = len(at)
    seam = np.arange(1, count)
    ends = features["ends sentence"][at]
    gap = np.zeros(count)
    gap[1:] = np.diff(at) > 1
    rows = np.array([
        words, words * certainty[at], words * ends, gap, (words <= _HEADING) & (ends == 0),
        features["sentences"][at], certainty[at], np.log1p(words), ends,
    ])  # fmt: skip
    totals = np.zeros((len(rows), count + 1))
    np.cumsum(np.round(rows, 6), axis=1, out=totals[:, 1:])
    above, below = totals[:, seam], totals[:, -1:] - totals[:, seam]
    to, from_ = np.minimum(seam + 5, count), np.maximum(seam - 5, 0)
    soon = (totals[:, to] - totals[:, seam]) / (to - seam)
    lately = (totals[:, seam] - totals[:, from_]) / (seam - from_)
    more, less = np.maximum(above[0], 1), np.maximum(below[0], 1)
    page = np.cumsum(words_in(features))
    result = {
        "words above": above[0], "words below": below[0], "lines above": seam, "lines below": count - seam,
        "certain above": above[1] / more, "certain below": below[1] / less, "certain": certainty[at][seam],
        "certain before": certainty[at][seam - 1], "ends above": above[2] / more, "ends below": below[2] / less,
        "line above": above[0] / seam, "line below": below[0] / (count - seam), "sentences above": above[5],
        "gaps above": above[3] / seam, "gaps below": below[3] / (count - seam),
        "short above": above[4] / seam, "short below": below[4] / (count - seam),
        "place": above[0] / more[-1], "of the page": above[0] / max(page[-1], 1), "words": words[seam],
        "words before": words[seam - 1], "ends before": ends[seam - 1],
    }  # fmt: skip
    for row, name in ((3, "gaps"), (6, "certain"), (7, "line"), (8, "ends")):
        result[f"{name} soon"], result[f"{name} lately"] = soon[row], lately[row]
    return result | {f"own {name}": features[name][at[seam]] for name in _SEEN_AT}


def _between(features: Mapping[str, Column], certainty: Column, at: Array) -> dict[str, Column]:
    """What was cut between each seam's lines: how much, and the plainest signs in the nearest of it."""
    upper, lower = at[:-1], at[1:]
    cut = lower - upper - 1
    total = np.concatenate(([0.0], np.cumsum(words_in(features))))
    words = total[lower] - total[upper + 1]
    rows = np.array([*(features[name] for name in _SEEN_BETWEEN), certainty])
    bounds = np.stack((np.maximum(upper + 1, lower - _BETWEEN), lower), axis=1).ravel()
    most = np.where(cut > 0, np.maximum.reduceat(rows, bounds, axis=1)[:, ::2], _NOTHING)
    return {
        "cut": cut,
        "cut words": words,
        "most cut": cut / (1 + cut.max()),
        **{f"cut {name}": row for name, row in zip((*_SEEN_BETWEEN, "certainty"), most, strict=True)},
    }


def _alike(characters: Characters, at: Array, count: int) -> dict[str, Column]:
    """How many lines above each seam and below open with two words that one further up does, as a list's items do."""
    line, words = characters.word_line, characters.words
    opens = np.ones(len(line), bool)
    opens[1:] = line[1:] != line[:-1]
    first = np.flatnonzero(opens)
    second = np.minimum(first + 1, len(line) - 1)
    pairs = np.where(line[second] == line[first], words[first] * _PAIR + words[second], words[first])
    has_words = line[first]
    inside = (has_words >= at[0]) & (has_words <= at[-1])
    has_words, pairs = has_words[inside], pairs[inside]
    order = np.argsort(pairs, kind="stable")
    new = np.ones(len(order), bool)
    new[1:] = pairs[order][1:] != pairs[order][:-1]
    repeated = np.zeros(count)
    repeated[has_words[order]] = ~new
    repeats = np.concatenate(([0.0], np.cumsum(repeated[at])))
    seam = np.arange(1, len(at))
    return {
        "alike above": repeats[seam] / seam,
        "alike below": (repeats[-1] - repeats[seam]) / (len(at) - seam),
    }


@cache
def _load() -> _Model:
    with (files("copydesk") / "models" / "extent.npz").open("rb") as file, np.load(file) as stored:
        arrays = dict(stored)
    return _Model(arrays["columns"].tolist(), Trees.from_arrays(arrays))
