"""Which line of a page is its title, where no markup says so."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.features import Column, Matrix
from copydesk.desk.frame import Line
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.lexicon import words
from copydesk.desk.metadata.same import same_title
from copydesk.desk.metadata.view import View
from copydesk.desk.trees import Trees

_TOKEN = re.compile(r"[^\W_]{4,}")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"^(?:[•*·◦▪‣○●■□►▶+»>]|-\s|\d{1,2}[.)]\s)")
_LETTER = re.compile(r"[^\W\d_]")
_FURNITURE = words("headline", "furniture")
_LONGEST = 300  # characters
# Lines from the body's first paragraph: 96 in 100 of the printed titles measured stand within them. Below it, because
# teasers and standfirsts that the judge took for body come before some titles.
_ABOVE, _BELOW = 120, 25
_OPENING = 20  # lines of the body whose words a title shares
_FEW = 2  # lines of more than two words are enough to choose from: menus are most lines of a page, and no titles

COLUMNS = (
    "distance", "near", "from top", "position", "share", "share by words", "less share", "less share by words",
    "repeated", "tokens", "stamp after", "less stamp after", "stamp before", "dated", "words", "less words", "length",
    "full stop", "colon", "bullet", "capitals", "furniture", "in another line", "twice", "indent", "gap", "gap after",
    "certainty", "certainty before", "certainty after", "certainty of 4 before", "certainty of 8 after",
    "words of 3 before", "words after", "body before", "body after",
)  # fmt: skip


def find_headline(view: View, stated: str | None = None) -> int | None:
    """The index of the title's line; None where the page has no line that could be one.

    stated: the title as the publisher states it: then the line that says the same, if any.
    """
    if stated is not None:
        return next((i for i in (*view.head, *view.below) if same_title(view.text(i), stated)), None)
    indices, features = candidates(view)
    return indices[int(np.argmax(_trees().odds(features)))] if indices else None


@cache
def _trees() -> Trees:
    """Of boosted trees that rank the candidates of a page, made by training/headline.py."""
    with (files("copydesk") / "models" / "headline.npz").open("rb") as file, np.load(file) as stored:
        return Trees.from_arrays(dict(stored))


def candidates(view: View) -> tuple[list[int], Matrix]:
    """The lines around the body's beginning that can be its title, and a row of features for each: see COLUMNS."""
    position, lines = view.position, view.page.lines
    if position.first >= position.end:
        return [], np.zeros((0, len(COLUMNS)), np.float32)
    low, high = max(0, position.prose - _ABOVE), min(len(lines), position.prose + _BELOW + 1)
    texts = [line.text for line in lines[low:high]]
    lengths = position.lengths[low:high]
    able = [i for i, text in enumerate(texts) if len(text) <= _LONGEST and _LETTER.search(text)]
    longer = [i for i in able if lengths[i] > _FEW]
    chosen = longer if len(longer) > _FEW else able
    if not chosen:
        return [], np.zeros((0, len(COLUMNS)), np.float32)
    own = np.array([_wording(texts[i], lengths[i]) for i in chosen]).T
    shared = np.array(_shared(view, texts, low, chosen)).T
    around = _surroundings(view, low, high, np.array(chosen))
    places = np.array([[lines[low + i].indent, lines[low + i].gap, _gap(lines, low + i + 1)] for i in chosen]).T
    words_, length, full_stop, colon, bullet, capitals, furniture = own
    share, repeated, tokens, elsewhere, twice = shared
    by_words = share * np.minimum(words_, 10)
    distance = position.prose - low - np.array(chosen)
    after, before, dated = _stamps(view, low + np.array(chosen))
    columns = (
        np.sign(distance) * np.log1p(np.abs(distance)),
        np.where(distance > 0, 1 / np.maximum(distance, 1), 0),
        np.arange(len(chosen)),
        np.log1p(low + np.array(chosen)),
        share,
        by_words,
        share - share.max(),
        by_words - by_words.max(),
        repeated,
        tokens,
        after,
        after - after.max(),
        before,
        dated,
        words_,
        words_ - words_.max(),
        length,
        full_stop,
        colon,
        bullet,
        capitals,
        furniture,
        elsewhere,
        twice,
        *np.minimum(places, [[8], [4], [4]]),
        *around,
    )
    return [low + i for i in chosen], np.stack(columns, axis=1).astype(np.float32)


def _wording(text: str, count: float) -> tuple[float, ...]:
    pieces = text.split()
    alphabetic = [piece for piece in pieces if piece[0].isalpha()]
    return (
        min(count, 40.0),
        len(text),
        text[-1] in ".。",
        ": " in text,
        _BULLET.match(text) is not None,
        sum(piece[0].isupper() for piece in alphabetic) / max(1, len(alphabetic)),
        len(_FURNITURE.intersection(text.casefold().split())) / len(pieces),
    )


def _shared(view: View, texts: Sequence[str], low: int, chosen: Sequence[int]) -> list[tuple[float, ...]]:
    """For each chosen line, what its words have in common with the body's beginning and with other lines.

    The share of its words that the body has, and has twice; their number; whether another line contains it; and
    whether one equals it. A line of the body does not count as the body that it is compared with.
    """
    position = view.position
    folded = [text.casefold() for text in texts]
    end = min(position.end, position.prose + _OPENING)
    body = Counter(_tokens("\n".join(line.text for line in view.page.lines[position.prose : end]).casefold()))
    times, everything = Counter(folded), "\n".join(folded)
    found = []
    for i in chosen:
        tokens = set(_tokens(folded[i]))
        own = position.prose <= low + i < end
        counts = [body[token] - own for token in tokens]
        known = max(1, len(tokens))
        found.append(
            (
                sum(count > 0 for count in counts) / known,
                sum(count > 1 for count in counts) / known,
                min(len(tokens), 10),
                everything.count(folded[i]) > times[folded[i]],
                times[folded[i]] > 1,
            )
        )
    return found


def _tokens(folded: str) -> list[str]:
    tokens = _TOKEN.findall(folded)
    if folded.isascii() or not _WIDE.search(folded):
        return tokens
    tokens = [word for word in tokens if not _WIDE.match(word)]
    return tokens + [one + two for one, two in pairwise(_WIDE.findall(folded))]


def _stamps(view: View, chosen: NDArray[np.int64]) -> tuple[Column, Column, Column]:
    """How near the next date or byline is below each line, and above it (1 next to it, 0 for none); and which are dates."""
    stamped = np.array([-(10**9), *sorted(i for i, fact in view.facts.items() if _is_stamp(fact)), 10**9])
    after = 1 / (stamped[np.searchsorted(stamped, chosen, "right")] - chosen)
    before = 1 / (chosen - stamped[np.searchsorted(stamped, chosen, "left") - 1])
    dated = np.array([float(bool(view.facts.get(int(i), NOTHING).dates)) for i in chosen])
    return np.where(after > _NEVER, after, 0), np.where(before > _NEVER, before, 0), dated


_NEVER = 1e-6


def _surroundings(view: View, low: int, high: int, chosen: NDArray[np.int64]) -> list[Column]:
    """What the judge thinks of the lines around each, and how long they are."""
    certainty = np.array([v.score if v.role.is_body else 1 - v.score for v in view.verdicts[low:high]])
    lengths = np.array(view.position.lengths[low:high])
    body = np.array([length if v.role.is_body else 0 for length, v in zip(lengths, view.verdicts[low:high], strict=True)])
    count = high - low

    def mean(values: Column, start: int, stop: int) -> Column:
        """Of the lines from `start` to `stop`, counted from each chosen one."""
        sums = np.concatenate(([0], np.cumsum(values)))
        first, last = np.clip(chosen + start, 0, count), np.clip(chosen + stop, 0, count)
        means: Column = (sums[last] - sums[first]) / np.maximum(1, last - first)
        return means

    return [
        certainty[chosen],
        mean(certainty, -1, 0),
        mean(certainty, 1, 2),
        mean(certainty, -4, 0),
        mean(certainty, 1, 9),
        np.minimum(mean(lengths, -3, 0), 20),
        np.minimum(mean(lengths, 1, 2), 40),
        np.minimum(mean(body, -8, 0), 40),
        np.minimum(mean(body, 1, 9), 40),
    ]


def _gap(lines: Sequence[Line], i: int) -> int:
    return lines[i].gap if i < len(lines) else 0


def _is_stamp(fact: Facts) -> bool:
    """A line that is a date or a byline."""
    return bool(fact.dates and fact.rest <= 6) or bool(fact.byline and fact.byline.explicit)
