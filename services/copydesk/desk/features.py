"""What the judge sees of each line: its shape, its words' leaning, its neighbours and its place on the page.

Everything is counted over the whole page at once. Sums are of integers wherever order could matter, and the rest
is rounded to float32, so that every machine sees the same numbers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.characters import Characters, Kind
from copydesk.desk.frame import Line

Matrix = NDArray[np.float32]
Column = NDArray[np.float64]

_YEARS = (1900, 2099)
_FAR = 50  # lines; farther is far
_NEAR = (3, 8)  # lines on each side that make a line's surroundings
_TRUST = (0.15, 0.5)  # how far the words of one line are believed, given those of the others
_PROSE_WORDS = 15  # a line of so many words that ends a sentence is prose


def line_features(lines: Sequence[Line], characters: Characters) -> dict[str, Column]:
    """Each line by itself."""
    n = len(lines)
    kinds, line, starts = characters.kinds, characters.line, characters.starts
    counts = np.bincount(line * 16 + kinds, minlength=n * 16).reshape(n, 16).astype(np.float64)
    length = np.diff(np.append(starts, len(kinds))) - 1.0
    letters = counts[:, Kind.LOWER] + counts[:, Kind.UPPER] + counts[:, Kind.CASELESS] + counts[:, Kind.IDEOGRAPH]
    word_kind = kinds[characters.word_start]
    word_counts = np.bincount(characters.word_line * 16 + word_kind, minlength=n * 16).reshape(n, 16)
    ideographs = counts[:, Kind.IDEOGRAPH]
    # In running Chinese and Japanese a word is about 1.7 characters.
    words = word_counts.sum(axis=1) - ideographs * (1 - 1 / 1.7)
    per_word, per_char, per_letter = 1 / np.maximum(words, 1), 1 / length, 1 / np.maximum(letters, 1)

    # A sentence's end is a stop before a space, a quote or the line's end, not the dot of a domain or a number.
    codes = characters.codes
    stop = kinds == Kind.STOP
    after = np.append(kinds[1:], np.uint8(0))
    wide_stop = stop & (codes > 0x2FFF)
    ends_here = wide_stop | (stop & ((after == Kind.SPACE) | (after == Kind.QUOTE) | (after == Kind.BRACKET)))
    sentences = np.bincount(line[ends_here], minlength=n)
    dots_inside = np.bincount(line[stop & ~ends_here & (after <= Kind.DIGIT) & (after >= Kind.LOWER)], minlength=n)

    last = starts + length.astype(np.int64) - 1
    before_last = np.maximum(last - 1, starts)
    closed = (kinds[last] == Kind.QUOTE) | (kinds[last] == Kind.BRACKET)
    final = np.where(closed, before_last, last)
    first_kind = kinds[starts]
    first_word_kind = np.full(n, Kind.SPACE, np.uint8)
    first_word_kind[characters.word_line[::-1]] = word_kind[::-1]
    first_word_at = last.copy()
    first_word_at[characters.word_line[::-1]] = characters.word_start[::-1]

    def having(signs: str) -> Column:
        return np.bincount(line[np.isin(codes, [ord(sign) for sign in signs])], minlength=n).astype(np.float64)

    digit = kinds == Kind.DIGIT
    colon = codes == ord(":")
    clock = np.zeros(len(codes), bool)
    clock[1:-1] = colon[1:-1] & digit[:-2] & digit[2:]
    gaps = np.array([item.gap for item in lines], np.float64)
    indents = np.array([item.indent for item in lines], np.float64)
    return {
        "log chars": np.log1p(length),
        "log words": np.log1p(words),
        "word length": letters * per_word,
        "upper share": counts[:, Kind.UPPER] * per_letter,
        "capitalised share": word_counts[:, Kind.UPPER] / np.maximum(word_counts.sum(axis=1), 1),
        "number share": word_counts[:, Kind.DIGIT] / np.maximum(word_counts.sum(axis=1), 1),
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
        "rights sign": having("©®™"),
        "at sign": having("@"),
        "bars": having("|｜"),
        "arrows": having(">»→▸►›"),
        "ends sentence": (kinds[final] == Kind.STOP).astype(np.float64),
        "ends question": np.isin(codes[final], (0x3F, 0xFF1F, 0x61F)).astype(np.float64),
        "ends colon": np.isin(codes[last], (0x3A, 0xFF1A)).astype(np.float64),
        "ends ellipsis": ((codes[last] == 0x2026) | ((codes[last] == 46) & (codes[before_last] == 46))).astype(
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
    """Each line among the others. `leaning` has the lexicon's columns, as of `copydesk.desk.model.lean`."""
    words = np.expm1(own["log words"])
    # What speaks for the body, a line of many words louder; its best run is where the body probably is.
    gain = np.clip(leaning[:, 0], -4, 4)
    run = _best_run(np.round(gain * np.sqrt(words + 0.5), 4))
    return {
        **{f"leaning {k}": leaning[:, k] for k in range(leaning.shape[1])},
        **_surroundings(own, leaning),
        **_places(own, words),
        **_run_features("run", run, np.round(gain * np.sqrt(words + 0.5), 4)),
        **_wide_run(gain, words),
        **_around_run(run, words),
        **_parts(leaning, words),
        **_signs(leaning, run),
        **_echoes(characters, len(words), run),
        **_whole(own, leaning[:, 0], words),
    }


def _surroundings(own: dict[str, Column], leaning: Column) -> dict[str, Column]:
    """Neighbours, and means over the nearest lines on each side."""
    n, columns = leaning.shape
    named = {f"leaning {k}": leaning[:, k] for k in range(columns)} | {
        "log words": own["log words"],
        "ends sentence": own["ends sentence"],
        "commas a word": own["commas a word"],
        "capitalised share": own["capitalised share"],
        "gap": own["gap"] > 0,
        "separator share": own["separator share"],
        "indent": own["indent"] > 0,
        "prose": own["prose"],
    }
    near = np.column_stack(list(named.values()))
    total = np.vstack((np.zeros(near.shape[1]), np.cumsum(np.round(near, 6), axis=0)))
    at = np.arange(n)
    features: dict[str, Column] = {}
    for reach in _NEAR:
        low, high = np.maximum(at - reach, 0), np.minimum(at + 1 + reach, n)
        before, after = (total[at] - total[low]) / reach, (total[high] - total[at + 1]) / reach
        for k, name in enumerate(named):
            features[f"{name} in {reach} before"] = before[:, k]
            features[f"{name} in {reach} after"] = after[:, k]
    for name in ("leaning 0", "leaning 1", "leaning 2", "leaning 3", "log words", "ends sentence"):
        padded = np.concatenate(([-9.0] * 2, named[name], [-9.0] * 2))
        for step in (-2, -1, 1, 2):
            features[f"{name} {step:+d}"] = padded[2 + step : 2 + step + n]
    return features


def _places(own: dict[str, Column], words: Column) -> dict[str, Column]:
    """Where on the page: in lines, in words, and from the nearest prose."""
    n = len(words)
    place = np.arange(n, dtype=np.float64)
    running = np.cumsum(words)
    prose, short = own["prose"] > 0, own["log words"] < np.log1p(6)
    prose_words = np.cumsum(prose * words)
    return {
        "place": place / n,
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


def _wide_run(gain: Column, words: Column) -> dict[str, Column]:
    """The same for a run that forgives doubtful lines."""
    forgiving = np.round((gain + 1) * np.sqrt(words + 0.5), 4)
    return _run_features("wide run", _best_run(forgiving), forgiving)


def _around_run(run: tuple[int, int], words: Column) -> dict[str, Column]:
    first, last = run
    running = np.cumsum(words)
    return {
        "words since run": np.log1p(np.maximum(running - words - running[last], 0)),
        "words until run": np.log1p(np.maximum(running[first] - words[first] - running, 0)),
        "run share": np.full(len(words), words[first : last + 1].sum() / max(running[-1], 1.0)),
    }


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


def _parts(leaning: Column, words: Column) -> dict[str, Column]:
    """How likely each line stands before, inside or after the article, if a page is those three parts in order.

    The sum over all starts and ends of the article, of what the words of all lines say to that: with the parts'
    log likelihoods as running totals, every start s and end e weighs exp(before[s] + inside[e] - inside[s] +
    after[n] - after[e]). Lines are no independent witnesses, hence the exponent.
    """
    features = {}
    inside_lean = np.logaddexp(leaning[:, 0] + leaning[:, -1], leaning[:, 2])
    for exponent in _TRUST:
        weight = exponent * np.sqrt(words + 0.5)
        before, inside, after = (
            np.concatenate(([0.0], np.cumsum(np.round(part * weight, 4))))
            for part in (leaning[:, 1], inside_lean, leaning[:, 3])
        )
        start, end = before - inside, inside - after
        started = np.logaddexp.accumulate(start)
        ends = np.logaddexp.accumulate(end[::-1])[::-1]
        within = started[:-1] + ends[1:]
        not_yet = np.logaddexp.accumulate((start + ends)[::-1])[::-1][1:]
        over = np.logaddexp.accumulate(end + started)[:-1]
        features[f"inside {exponent}"] = np.clip(within - np.logaddexp(not_yet, over), -12, 12)
        features[f"over {exponent}"] = np.clip(over - not_yet, -12, 12)
    return features


def _echoes(characters: Characters, n: int, run: tuple[int, int]) -> dict[str, Column]:
    """How far a line's words are said elsewhere: in the run, in its neighbours, in a line just like it."""
    words, line = characters.words, characters.word_line
    if not len(words):
        return dict.fromkeys(("same lines", "same before", "in core"), np.zeros(n))
    core = np.zeros(n, bool)
    core[run[0] : run[1] + 1] = True
    kinds, word = np.unique(words, return_inverse=True)
    # A word that stands in the run in another line than this one.
    seen = np.unique(word * n + line)
    seen_word, seen_line = seen // n, seen % n
    in_core = np.bincount(seen_word[core[seen_line]], minlength=len(kinds))
    others = in_core[seen_word] - core[seen_line]
    spread = np.bincount(seen_word, minlength=len(kinds))
    rarity = 1 / np.sqrt(spread[seen_word])
    shared = np.bincount(seen_line, weights=np.round(rarity * (others > 0), 6), minlength=n)
    weight = np.bincount(seen_line, weights=np.round(rarity, 6), minlength=n)
    sizes = np.bincount(line, minlength=n)
    start = np.cumsum(sizes) - sizes
    place = (np.arange(len(words)) - start[line]).astype(np.uint64)
    whole = np.zeros(n, np.uint64)
    present = np.flatnonzero(sizes)
    whole[present] = np.add.reduceat(words * (place * np.uint64(2) + np.uint64(1)), start[present])
    _, first, same, count = np.unique(whole, return_index=True, return_inverse=True, return_counts=True)
    return {
        "same lines": np.minimum(count[same], 9).astype(np.float64),
        "same before": (first[same] < np.arange(n)).astype(np.float64),
        "in core": shared / np.maximum(weight, 1e-6),
    }


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


def as_matrix(features: dict[str, Column], columns: Sequence[str]) -> Matrix:
    """The named features as columns, rounded to single precision."""
    return np.column_stack([features[name] for name in columns]).astype(np.float32)
