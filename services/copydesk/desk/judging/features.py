"""What the judge sees of each line: its shape, its words' leaning, its neighbours and its place on the page.

Everything is counted over the whole page at once. Sums are of integers wherever order could matter, and the rest
is rounded to float32, so that every machine sees the same numbers.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line
from copydesk.desk.judging.characters import Array, Characters, Kind, Sign, in_order, sign_of

Matrix = NDArray[np.float32]
Column = NDArray[np.float64]
Kept = NDArray[np.bool_]  # which lines stand

_FAR = 50  # lines; farther is far
_NEAR = (3, 8)  # lines on each side that make a line's surroundings
_SURROUNDING = (
    "log words", "ends sentence", "commas a word", "capitalised share", "separator share", "prose",
    "sentences", "quotes", "ends ellipsis",
)  # fmt: skip
_NEIGHBOURS = ("leaning 0", "leaning 1", "leaning 3", "log words", "ends sentence")
_EARSHOT = 6  # lines in which what was said is still in the reader's ear
_BONDS = ("bond", "weakest bond since run", "weakest bond share since run")
_NEVER = -50.0  # the gain of a line that no run takes
_TRUST = (0.15, 0.5)  # how far the words of one line are believed, given those of the others
_COLON, _WIDE_COLON, _DOT, _ELLIPSIS = 0x3A, 0xFF1A, 0x2E, 0x2026
_PROSE_WORDS = 15  # a line of so many words that ends a sentence is prose


def line_features(lines: Sequence[Line], characters: Characters) -> dict[str, Column]:
    """Each line by itself."""
    n = len(lines)
    kinds, line, starts = characters.kinds, characters.line, characters.starts
    counts = np.bincount(line * 16 + kinds, minlength=n * 16).reshape(n, 16).astype(np.float64)
    length = np.append(starts[1:], len(kinds)) - starts - 1.0
    letters = counts[:, Kind.LOWER] + counts[:, Kind.UPPER] + counts[:, Kind.CASELESS] + counts[:, Kind.IDEOGRAPH]
    word_kind = kinds[characters.word_start]
    word_counts = np.bincount(characters.word_line * 16 + word_kind, minlength=n * 16).reshape(n, 16)
    ideographs = counts[:, Kind.IDEOGRAPH]
    # In running Chinese and Japanese a word is about 1.7 characters.
    units = word_counts.sum(axis=1)
    words = units - ideographs * (1 - 1 / 1.7)
    per_word, per_char, per_letter = 1 / np.maximum(words, 1), 1 / length, 1 / np.maximum(letters, 1)

    # A sentence's end is a stop before a space, a quote or the line's end, not the dot of a domain or a number.
    codes = characters.codes
    after = np.append(kinds[1:], np.uint8(0))
    stop = np.flatnonzero(kinds == Kind.STOP)
    after_stop = after[stop]
    ends_here = codes[stop] > 0x2FFF  # a wide stop needs no space
    for kind in (Kind.SPACE, Kind.QUOTE, Kind.BRACKET):
        ends_here |= after_stop == kind
    sentences = np.bincount(line[stop[ends_here]], minlength=n)
    inside = ~ends_here & (after_stop <= Kind.DIGIT) & (after_stop >= Kind.LOWER)
    dots_inside = np.bincount(line[stop[inside]], minlength=n)

    last = starts + length.astype(np.int64) - 1
    before_last = np.maximum(last - 1, starts)
    closed = (kinds[last] == Kind.QUOTE) | (kinds[last] == Kind.BRACKET)
    final = np.where(closed, before_last, last)
    first_kind = kinds[starts]
    first_word_kind = np.full(n, Kind.SPACE, np.uint8)
    first_word_kind[characters.word_line[::-1]] = word_kind[::-1]
    first_word_at = last.copy()
    first_word_at[characters.word_line[::-1]] = characters.word_start[::-1]

    sign = np.flatnonzero(kinds > Kind.DIGIT)
    signs = np.bincount(line[sign] * 8 + sign_of(codes[sign]), minlength=n * 8).reshape(n, 8).astype(np.float64)
    colon = sign[codes[sign] == _COLON]
    clock = colon[(after[colon] == Kind.DIGIT) & (kinds[colon - 1] == Kind.DIGIT) & (colon > 0)]
    last_code = codes[last]
    gaps = np.array([item.gap for item in lines], np.float64)
    indents = np.array([item.indent for item in lines], np.float64)
    return {
        "log chars": np.log1p(length),
        "log words": np.log1p(words),
        "word length": letters * per_word,
        "upper share": counts[:, Kind.UPPER] * per_letter,
        "capitalised share": word_counts[:, Kind.UPPER] / np.maximum(units, 1),
        "number share": word_counts[:, Kind.DIGIT] / np.maximum(units, 1),
        "digit share": counts[:, Kind.DIGIT] * per_char,
        "ideograph share": ideographs * per_letter,
        "sign share": (counts[:, Kind.SYMBOL] + counts[:, Kind.MARK]) * per_char,
        "separators": counts[:, Kind.SEPARATOR],
        "separator share": counts[:, Kind.SEPARATOR] * per_char,
        "commas a word": counts[:, Kind.COMMA] * per_word,
        "sentences": sentences.astype(np.float64),
        "sentences a word": sentences * per_word,
        "quotes": counts[:, Kind.QUOTE],
        "brackets": counts[:, Kind.BRACKET],
        "dots inside": dots_inside.astype(np.float64),
        "clock": np.bincount(line[clock], minlength=n).astype(np.float64),
        "rights sign": signs[:, Sign.RIGHTS],
        "at sign": signs[:, Sign.AT],
        "bars": signs[:, Sign.BAR],
        "arrows": signs[:, Sign.ARROW],
        "ends sentence": (kinds[final] == Kind.STOP).astype(np.float64),
        "ends question": (sign_of(codes[final]) == Sign.QUESTION).astype(np.float64),
        "ends colon": ((last_code == _COLON) | (last_code == _WIDE_COLON)).astype(np.float64),
        "ends ellipsis": ((last_code == _ELLIPSIS) | ((last_code == _DOT) & (codes[before_last] == _DOT))).astype(
            np.float64
        ),
        "ends closed": closed.astype(np.float64),
        "starts": first_kind.astype(np.float64),
        "first word": first_word_kind.astype(np.float64),
        "first word at": (first_word_at - starts).astype(np.float64),
        "heading mark": (codes[starts] == ord("#")).astype(np.float64),
        "gap": np.minimum(gaps, 6),
        "gap after": np.minimum(np.append(gaps[1:], 6), 6),
        "indent": np.minimum(indents, 40),
        "prose": ((words >= _PROSE_WORDS) & (sentences > 0)).astype(np.float64),
    }


def page_features(own: dict[str, Column], leaning: Column, characters: Characters) -> dict[str, Column]:
    """Each line among the others. `leaning` has the lexicon's columns, as of `copydesk.desk.judging.model.lean`."""
    words = np.expm1(own["log words"])
    # What speaks for the body, a line of many words louder; its best run is where the body probably is.
    gain = np.clip(leaning[:, 0], -4, 4)
    weight = np.sqrt(words + 0.5)
    weighed = np.round(gain * weight, 4)
    run = _best_run(weighed)
    return {
        **{f"leaning {k}": leaning[:, k] for k in range(leaning.shape[1])},
        **_surroundings(own, leaning),
        **_places(own, words),
        **_run_features("run", run, weighed),
        **_wide_run(gain, weight),
        **_around_run(run, words),
        **_run_itself(own, words, weighed, run),
        **_parts(leaning, weight),
        **_signs(leaning, run),
        **_echoes(characters, words, run),
        **_whole(own, leaning[:, 0], words),
    }


def _surroundings(own: dict[str, Column], leaning: Column) -> dict[str, Column]:
    """Neighbours, and means over the nearest lines on each side."""
    n, columns = leaning.shape
    names = [*(f"leaning {k}" for k in range(columns)), *_SURROUNDING]
    rows = np.array([*leaning.T, *(own[name] for name in _SURROUNDING)])
    # Running totals up to each line; beyond the page's ends they stay as they are there.
    edge = max(_NEAR)
    total = np.zeros((len(rows), edge + n + 1 + edge))
    np.cumsum(np.round(rows, 6), axis=1, out=total[:, edge + 1 : -edge])
    total[:, -edge:] = total[:, -edge - 1, None]
    features: dict[str, Column] = {}
    for reach in _NEAR:
        before = (total[:, edge : edge + n] - total[:, edge - reach : edge - reach + n]) / reach
        after = (total[:, edge + 1 + reach : edge + 1 + reach + n] - total[:, edge + 1 : edge + 1 + n]) / reach
        features.update(zip([f"{name} in {reach} before" for name in names], before, strict=True))
        features.update(zip([f"{name} in {reach} after" for name in names], after, strict=True))
    padded = np.full((len(_NEIGHBOURS), n + 4), -9.0)
    padded[:, 2:-2] = rows[[names.index(name) for name in _NEIGHBOURS]]
    for step in (-2, -1, 1, 2):
        stepped = padded[:, 2 + step : 2 + step + n]
        features.update(zip([f"{name} {step:+d}" for name in _NEIGHBOURS], stepped, strict=True))
    return features


def _places(own: dict[str, Column], words: Column) -> dict[str, Column]:
    """Where on the page: in lines, in words, and from the nearest prose."""
    n = len(words)
    place = np.arange(n, dtype=np.float64)
    running = np.cumsum(words)
    prose, short = own["prose"] > 0, own["log words"] < np.log1p(6)
    prose_words = np.cumsum(prose * words)
    return {
        "lines before": np.log1p(place),
        "lines after": np.log1p(n - 1 - place),
        "words before": np.log1p(running - words),
        "words after": np.log1p(running[-1] - running),
        "words before share": (running - words) / max(running[-1], 1.0),
        "prose before": prose_words - prose * words,
        "prose after": prose_words[-1] - prose_words,
        "lines since prose": _since(prose),
        "lines to prose": _since(prose[::-1])[::-1],
        "short run before": _since(~short),
        "short run after": _since(~short[::-1])[::-1],
    }


def _run_features(name: str, run: tuple[int, int], gain: Column) -> dict[str, Column]:
    """Place and gain relative to the run of lines from `run[0]` to `run[1]`."""
    first, last = run
    place = np.arange(len(gain), dtype=np.float64)
    total = np.cumsum(gain)
    return {
        f"in {name}": ((place >= first) & (place <= last)).astype(np.float64),
        f"from {name} start": np.clip(place - first, -_FAR, _FAR),
        f"from {name} end": np.clip(place - last, -_FAR, _FAR),
        f"gain since {name}": total - total[last],
        f"gain until {name}": total - gain - (total[first] - gain[first]),
    }


def _wide_run(gain: Column, weight: Column) -> dict[str, Column]:
    """The same for a run that forgives doubtful lines."""
    forgiving = np.round((gain + 1) * weight, 4)
    return _run_features("wide run", _best_run(forgiving), forgiving)


def _around_run(run: tuple[int, int], words: Column) -> dict[str, Column]:
    first, last = run
    running = np.cumsum(words)
    return {
        "words since run": np.log1p(np.maximum(running - words - running[last], 0)),
        "words until run": np.log1p(np.maximum(running[first] - words[first] - running, 0)),
        "run share": np.full(len(words), words[first : last + 1].sum() / max(running[-1], 1.0)),
    }


def _run_itself(own: dict[str, Column], words: Column, weighed: Column, run: tuple[int, int]) -> dict[str, Column]:
    """What the best run is like, and how much there is in the best run besides it: the same for each line."""
    first, last = run
    n, within = len(words), slice(first, last + 1)
    long = own["log words"]
    middle = np.sort(long[within])[(last - first) // 2]
    total = max(float(np.cumsum(words[within])[-1]), 1.0)
    others = weighed.copy()
    others[within] = _NEVER
    second = _best_run(others)
    run_itself = {
        "run gain": np.log1p(max(float(np.cumsum(weighed[within])[-1]), 0.0)),
        "second run gain": np.log1p(max(float(np.cumsum(others[second[0] : second[1] + 1])[-1]), 0.0)),
        "run words": np.log1p(total),
        "run lines": np.log1p(last - first + 1),
        "run line": middle,
        "run sentences": float(np.cumsum((own["ends sentence"] * words)[within])[-1]) / total,
    }
    return {"longer than run line": long - middle} | {name: np.full(n, value) for name, value in run_itself.items()}


def _signs(leaning: Column, run: tuple[int, int]) -> dict[str, Column]:
    """The plainest sign so far that the article is over, and still to come that it has not begun."""
    first, last = run
    at = np.arange(len(leaning))
    over = np.where(at >= first, np.round(leaning[:, 3] - np.maximum(leaning[:, 1], leaning[:, 2]), 4), -9.0)
    not_yet = np.where(at <= last, np.round(leaning[:, 1] - np.maximum(leaning[:, 2], leaning[:, 3]), 4), -9.0)[::-1]
    return {
        "strongest end above": np.maximum.accumulate(over),
        "strongest start below": np.maximum.accumulate(not_yet)[::-1],
        "ends above": np.cumsum(np.maximum(over - 1, 0)),
        "starts below": np.cumsum(np.maximum(not_yet - 1, 0))[::-1],
    }


def _whole(own: dict[str, Column], body: Column, words: Column) -> dict[str, Column]:
    """The page itself: the same for each of its lines."""
    n, total = len(words), max(np.cumsum(words)[-1], 1.0)
    page = {
        "page lines": np.log1p(n),
        "page words": np.log1p(total),
        "page prose share": np.cumsum(own["prose"] * words)[-1] / total,
        "page leaning": np.cumsum(np.round(body * words, 4))[-1] / total,
        "page gaps": float(np.count_nonzero(own["gap"])) / n,
        "page longest": own["log words"].max(),
    }
    return {name: np.full(n, value) for name, value in page.items()}


def _parts(leaning: Column, weight: Column) -> dict[str, Column]:
    """How likely each line stands before, inside or after the article, if a page is those three parts in order.

    The sum over all starts and ends of the article, of what the words of all lines say to that: with the parts'
    log likelihoods as running totals, every start s and end e weighs exp(before[s] + inside[e] - inside[s] +
    after[n] - after[e]). Lines are no independent witnesses, hence the exponents: a row for each.
    """
    inside_lean = np.logaddexp(leaning[:, 0] + leaning[:, -1], leaning[:, 2])
    parts = np.stack((leaning[:, 1], inside_lean, leaning[:, 3]))[:, None]
    totals = np.zeros((3, len(_TRUST), len(weight) + 1))
    np.cumsum(np.round(parts * (np.array(_TRUST)[:, None] * weight), 4), axis=2, out=totals[:, :, 1:])
    before, inside, after = totals
    start, end = before - inside, inside - after
    started = np.logaddexp.accumulate(start, axis=1)
    ends = np.logaddexp.accumulate(end[:, ::-1], axis=1)[:, ::-1]
    within = started[:, :-1] + ends[:, 1:]
    not_yet = np.logaddexp.accumulate((start + ends)[:, ::-1], axis=1)[:, ::-1][:, 1:]
    over = np.logaddexp.accumulate(end + started, axis=1)[:, :-1]
    is_inside, is_over = np.clip((within - np.logaddexp(not_yet, over), over - not_yet), -12, 12)
    return {
        f"{name} {exponent}": row
        for name, rows in (("inside", is_inside), ("over", is_over))
        for exponent, row in zip(_TRUST, rows, strict=True)
    }


def _echoes(characters: Characters, line_words: Column, run: tuple[int, int]) -> dict[str, Column]:
    """How far a line's words are said elsewhere: in the run, in lines near, in a line just like it."""
    n = len(line_words)
    words, line = characters.words, characters.word_line
    if not len(words):
        names = ("same lines", "same before", "in core", "echo before", "echo after", *_BONDS)
        return dict.fromkeys(names, np.zeros(n))
    core = np.zeros(n, bool)
    core[run[0] : run[1] + 1] = True
    # Each word once for each line that it stands in, its lines together and in order.
    sorted_words, at = in_order(words)
    sorted_line = line[at]
    new_word = np.concatenate(([True], sorted_words[1:] != sorted_words[:-1]))
    new = new_word.copy()
    new[1:] |= sorted_line[1:] != sorted_line[:-1]
    seen_word, seen_line = (np.cumsum(new_word) - 1)[new], sorted_line[new]
    spread = np.bincount(seen_word)
    # A word that stands in the run in another line than this one.
    in_run = core[seen_line]
    others = np.bincount(seen_word[in_run], minlength=len(spread))[seen_word] - in_run
    rarity = 1 / np.sqrt(spread[seen_word])
    shared = np.bincount(seen_line, weights=np.round(rarity * (others > 0), 6), minlength=n)
    weight = np.bincount(seen_line, weights=np.round(rarity, 6), minlength=n)
    # How many lines further up it was said, and how many further down it will be.
    back = seen_line.copy()
    back[1:] -= seen_line[:-1]
    back[new_word[new]] = n + _FAR
    ahead = np.append(back[1:], n + _FAR)
    near_before = np.bincount(seen_line, weights=np.round(rarity * (back <= _EARSHOT), 6), minlength=n)
    near_after = np.bincount(seen_line, weights=np.round(rarity * (ahead <= _EARSHOT), 6), minlength=n)
    sizes = np.bincount(line, minlength=n)
    start = np.cumsum(sizes) - sizes
    place = (np.arange(len(words)) - start[line]).astype(np.uint64)
    whole = np.zeros(n, np.uint64)
    present = np.flatnonzero(sizes)
    whole[present] = np.add.reduceat(words * (place * np.uint64(2) + np.uint64(1)), start[present])
    # Of lines that are the same, which come together when sorted, their number and the first.
    order = np.argsort(whole, kind="stable")
    new_line = np.concatenate(([True], whole[order[1:]] != whole[order[:-1]]))
    same = np.empty(n, np.int64)
    same[order] = np.cumsum(new_line) - 1
    return {
        "same lines": np.minimum(np.bincount(same)[same], 9).astype(np.float64),
        "same before": (order[new_line][same] < np.arange(n)).astype(np.float64),
        "in core": shared / np.maximum(weight, 1e-6),
        "echo before": near_before / np.maximum(weight, 1e-6),
        "echo after": near_after / np.maximum(weight, 1e-6),
        **_bonds(seen_line, back, rarity, line_words, run[0]),
    }


def _bonds(seen_line: Array, back: Array, rarity: Column, words: Column, first: int) -> dict[str, Column]:
    """How much of what was said above each line is said again below: little where another article begins.

    A word that was said `back` lines above ties all lines between; compare Hearst's TextTiling (1997).
    """
    n = len(words)
    tied = back <= 2 * _EARSHOT
    lower, tie = seen_line[tied], np.round(rarity[tied], 6)
    upper = lower - back[tied]
    ties = np.bincount(upper + 1, weights=tie, minlength=n + 1) - np.bincount(lower + 1, weights=tie, minlength=n + 1)
    bond = np.round(np.maximum(np.cumsum(np.round(ties, 6))[:n], 0), 4)
    total = np.concatenate(([0.0], np.cumsum(words)))
    at = np.arange(n)
    around = total[np.minimum(at + 5, n)] - total[np.maximum(at - 4, 0)]
    share = bond / np.sqrt(around + 10)
    begun = at >= first + 2
    bonds = (
        np.log1p(bond),
        np.minimum.accumulate(np.where(begun, np.log1p(bond), 9)),
        np.minimum.accumulate(np.where(begun, share, 9)),
    )
    return dict(zip(_BONDS, bonds, strict=True))


def _since(flags: NDArray[np.bool_]) -> Column:
    """Lines since the last flagged one before this, at most _FAR."""
    n = len(flags)
    at = np.arange(n)
    last = np.maximum.accumulate(np.where(flags, at, -_FAR))
    before = np.concatenate(([-_FAR], last[:-1]))
    return np.minimum(at - before, _FAR).astype(np.float64)


def _best_run(gain: Column) -> tuple[int, int]:
    """First and last line of the run whose gains sum to the most (Kadane's algorithm)."""
    total = np.cumsum(gain)
    least = np.minimum.accumulate(np.concatenate(([0.0], total[:-1])))
    last = int(np.argmax(total - least))
    before = np.concatenate(([0.0], total[:last]))
    return int(np.argmin(before)), last


def as_matrix(features: Mapping[str, Column], columns: Sequence[str]) -> Matrix:
    """The named features as columns, rounded to single precision, a column's values side by side in memory."""
    return np.array([features[name] for name in columns], np.float32).T
