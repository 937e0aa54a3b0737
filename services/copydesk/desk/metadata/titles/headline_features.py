"""What the trees know of a line that may be a page's title."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.features import Column, Matrix
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.lexicon import words
from copydesk.desk.metadata.view import View

_TOKEN = re.compile(r"[^\W_]{4,}")
WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"^(?:[•*·◦▪‣○●■□►▶+»>]|-\s|\d{1,2}[.)]\s)")
LETTER = re.compile(r"[^\W\d_]")
FURNITURE = words("headline", "furniture")
LONGEST = 300  # characters
# Lines from the body's first paragraph: 96 in 100 of the printed titles measured stand within them. Below it, because
# teasers and standfirsts that the judge took for body come before some titles.
_ABOVE, _BELOW = 120, 25
_OPENING = 20  # lines of the body whose words a title shares
_FEW = 2  # lines of more than two words are enough to choose from: menus are most lines of a page, and no titles
# Below the first paragraph no title measured was longer, or a line that the judge was as sure of.
_LONGEST_BELOW, _SUREST_BELOW = 22, 0.95
_BODY = 0.5  # certainty
_REACH = 8  # lines before and after a line that its features look at
COLUMNS = (
    "distance", "near", "from top", "position", "share", "share by words", "less share", "less share by words",
    "repeated", "tokens", "of address", "less of address", "address", "less address", "ends as another",
    "stamp after", "less stamp after", "stamp before", "dated", "words", "less words", "length", "full stop",
    "colon", "bullet", "furniture", "small letter", "small letters", "question", "in another line", "twice", "indent",
    "gap", "gap after", "certainty", "certainty before", "certainty after", "certainty of 4 before",
    "certainty of 8 after", "words of 3 before", "words after", "body before", "body after",
)  # fmt: skip


def candidates(view: View) -> tuple[list[int], Matrix]:
    """The lines around the body's beginning that can be its title, and a row of features for each: see COLUMNS."""
    position, lines = view.position, view.page.lines
    low, high = max(0, position.prose - _ABOVE), min(len(lines), position.prose + _BELOW + 1)
    certainty = [v.score if v.role.is_body else 1 - v.score for v in view.verdicts[low:high]]
    able = _able(view, low, certainty) if position.first < position.end else []
    if not able:
        return [], np.zeros((0, len(COLUMNS)), np.float32)
    places = np.array(able)
    words_, length, full_stop, colon, bullet, furniture, small, smalls, question, indent, gap, gap_after = _wording(
        view, low, able
    )
    share, repeated, tokens, elsewhere, twice, of_address, address, ends = _shared(view, low, certainty, able)
    after, before, dated = _stamps(view, low + places)
    by_words = share * np.minimum(words_, 10)
    distance = position.prose - low - places
    columns = (
        np.sign(distance) * np.log1p(np.abs(distance)),
        np.where(distance > 0, 1 / np.maximum(distance, 1), 0),
        np.arange(len(able)),
        np.log1p(low + places),
        share,
        by_words,
        share - share.max(),
        by_words - by_words.max(),
        repeated,
        tokens,
        of_address,
        of_address - of_address.max(),
        address,
        address - address.max(),
        ends,
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
        furniture,
        small,
        smalls,
        question,
        elsewhere,
        twice,
        indent,
        gap,
        gap_after,
        *_surroundings(view, low, certainty, places),
    )
    return [low + i for i in able], np.array(columns, np.float32).T


def _able(view: View, low: int, certainty: Sequence[float]) -> list[int]:
    """The lines that can be a title, counted from `low`."""
    lines, lengths, below = view.page.lines, view.position.lengths, view.position.prose - low
    able = []
    for i, sure in enumerate(certainty):
        text = lines[low + i].text
        if len(text) > LONGEST or not LETTER.search(text):
            continue
        if i >= below and (lengths[low + i] > _LONGEST_BELOW or sure > _SUREST_BELOW or text[-1] in ".。"):
            continue
        able.append(i)
    longer = [i for i in able if lengths[low + i] > _FEW]
    return longer if len(longer) > _FEW else able


def _wording(view: View, low: int, able: Sequence[int]) -> Matrix:
    lines, lengths = view.page.lines, view.position.lengths
    rows = []
    for i in able:
        line = lines[low + i]
        text = line.text
        pieces = text.casefold().split()
        rows.append(
            (
                min(lengths[low + i], 40.0),
                len(text),
                text[-1] in ".。",
                ": " in text,
                _BULLET.match(text) is not None,
                len(FURNITURE.intersection(pieces)) / len(pieces),
                text[0].islower(),
                sum(piece[0].islower() for piece in text.split()) / len(pieces),
                text[-1] in "?!？！",
                min(line.indent, 8),
                min(line.gap, 4),
                min(lines[low + i + 1].gap, 4) if low + i + 1 < len(lines) else 0,
            )
        )
    return np.array(rows, np.float32).T


def _shared(view: View, low: int, certainty: Sequence[float], able: Sequence[int]) -> Matrix:
    """For each line, what its words have in common with the body's beginning, the address and the lines around it.

    The share of its words that the body has, and has twice; their number; whether another line that is none of the
    body contains it; and whether one equals it; the share of its words that the address has, and of the address's that
    it has; and whether it ends as another line reads. A line of the body does not count as the body that it is compared
    with.
    """
    position, lines = view.position, view.page.lines
    furniture = [line.text.casefold() for line, sure in zip(lines[low:], certainty, strict=False) if sure < _BODY]
    end = min(position.end, position.prose + _OPENING)
    body = Counter(_tokens("\n".join(line.text for line in lines[position.prose : end]).casefold()))
    times, everything = dict(Counter(furniture)), "\n".join(furniture)
    slug = _words_of_address(view.url)
    texts = [lines[low + i].text.casefold() for i in able]
    endings = tuple(set(texts))
    rows = []
    for i, folded in zip(able, texts, strict=True):
        tokens = set(_tokens(folded))
        own = position.prose <= low + i < end
        counts = [body[token] - own for token in tokens if token in body]
        known = max(1, len(tokens))
        some, more = len(counts) - counts.count(0), sum(count > 1 for count in counts)
        alike = times.get(folded, 0)
        in_address = len(tokens & slug)
        rows.append(
            (
                some / known,
                more / known,
                min(len(tokens), 10),
                everything.count(folded) > alike,
                alike > 1,
                in_address / known,
                in_address / max(1, len(slug)),
                folded[1:].endswith(endings),
            )
        )
    return np.array(rows, np.float32).T


def _words_of_address(url: str | None) -> set[str]:
    """The words of that part of an address's path that has most: often the title's."""
    try:
        path = unquote(urlsplit(url or "").path).casefold()
    except ValueError:
        return set()
    return max((set(_TOKEN.findall(part)) for part in path.split("/")), key=len)


def _tokens(folded: str) -> list[str]:
    tokens = _TOKEN.findall(folded)
    if folded.isascii() or not WIDE.search(folded):
        return tokens
    tokens = [word for word in tokens if not WIDE.match(word)]
    return tokens + [one + two for one, two in pairwise(WIDE.findall(folded))]


def _stamps(view: View, lines: NDArray[np.int64]) -> tuple[Column, Column, Column]:
    """How near the next date or byline is below each line, and above it (1 next to it, 0: none); which are dates."""
    stamped = np.array([-_NOWHERE, *sorted(i for i, fact in view.facts.items() if _is_stamp(fact)), _NOWHERE])
    after = 1 / (stamped[np.searchsorted(stamped, lines, "right")] - lines)
    before = 1 / (lines - stamped[np.searchsorted(stamped, lines, "left") - 1])
    dated = np.array([float(bool(view.facts.get(i, NOTHING).dates)) for i in lines.tolist()])
    return np.round(after, 4), np.round(before, 4), dated


_NOWHERE = 10**9
# Means over the lines that there are from one place to another, counted from a line: of the certainties (1), the
# lengths (2) or the lengths of what the judge took for body (3); and the most that a mean counts for.
_MEANS = (
    (1, 0, 1, 1), (1, -1, 0, 1), (1, 1, 2, 1), (1, -4, 0, 1), (1, 1, _REACH + 1, 1),
    (2, -3, 0, 20), (2, 1, 2, 40), (3, -_REACH, 0, 40), (3, 1, _REACH + 1, 40),
)  # fmt: skip


def _surroundings(view: View, low: int, certainty: Sequence[float], places: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the judge thinks of the lines around each, and how long they are: a row for each of _MEANS."""
    lengths = view.position.lengths[low : low + len(certainty)]
    body = [
        length if verdict.role.is_body else 0.0
        for length, verdict in zip(lengths, view.verdicts[low : low + len(certainty)], strict=True)
    ]
    sums = np.zeros((4, len(certainty) + 2 * _REACH + 3))
    sums[:, _REACH + 2 : -_REACH - 1] = (np.ones(len(certainty)), certainty, lengths, body)
    np.cumsum(sums, axis=1, out=sums)
    of, start, stop, most = np.array(_MEANS).T[:, :, None]
    first, last = places + (_REACH + 1 + start), places + (_REACH + 1 + stop)
    means = (sums[of, last] - sums[of, first]) / np.maximum(1, sums[0, last] - sums[0, first])
    capped: NDArray[np.float64] = np.minimum(means, most)
    return capped


def _is_stamp(fact: Facts) -> bool:
    """A line that is a date or a byline."""
    return bool(fact.dates and fact.rest <= 6) or bool(fact.byline and fact.byline.explicit)
