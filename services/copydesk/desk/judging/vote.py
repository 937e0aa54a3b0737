"""A second opinion on HTML, for the pages that the judge is in doubt about: what trafilatura takes for the article."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import trafilatura

from copydesk.desk.frame import Page
from copydesk.desk.judging.features import Column

# Words; a character each in Chinese and Japanese, which do not put spaces between them.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_SHINGLE = 4
# A line counts as kept when half of its shingles are in the extract: the rest may be what inline furniture broke.
_SHARE = 0.5
# A text that recurs is looked for at so many places; among them the order of the page decides.
_PLACES = 8


# A page is in doubt where so many words are expected to be judged wrong for each word of its article; the odds of a
# line rise or fall by such a factor with the vote. By cross-validation that is one page in eight, and F1 is flat for
# doubts of .1 to .2 and factors of 2.7 to 9.
_DOUBT = 0.12
_VOTE = 4.5
_FEWEST_WORDS = 20  # of an article; below that, doubt would be divided by next to nothing


def in_doubt(certainty: Column, words: Column) -> bool:
    """Whether the page is worth a second opinion.

    certainty: of each line, that it is body. words: how many each has.
    """
    wrong = np.cumsum(np.minimum(certainty, 1 - certainty) * words)[-1]
    return bool(wrong >= _DOUBT * max(np.cumsum(certainty * words)[-1], _FEWEST_WORDS))


def outvote(certainty: Column, votes: Sequence[bool]) -> Column:
    """How sure one is of each line after hearing the second opinion on it: 0 to 1, to three digits."""
    factor = np.where(votes, _VOTE, 1 / _VOTE)
    moved: Column = np.round(certainty * factor / (certainty * factor + 1 - certainty), 3)
    return moved


def vote(page: Page) -> list[bool] | None:
    """For each line of `page`, whether trafilatura keeps it (its fast way, tables included, no comments).

    The extract is aligned with the page by its words, in order: a text that stands on the page twice is kept where it
    follows what was kept before. None where trafilatura finds nothing or fails on the page.
    """
    if page.tree is None or not page.lines:
        return None
    try:
        # Without metadata it neither reads dates nor looks at the clock; it never uses the network.
        extract = trafilatura.extract(
            page.tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception:  # another project's code on strangers' pages: whatever it raises is no vote
        return None
    votes = _align([_TOKEN.findall(line.text) for line in page.lines], _TOKEN.findall(extract or ""))
    return votes if any(votes) else None


def _align(lines: Sequence[Sequence[str]], extract: Sequence[str]) -> list[bool]:
    """Which lines make up the extract, in order: the heaviest chain of lines whose places in it rise."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for length in range(1, _SHINGLE + 1):
        for i in range(len(extract) - length + 1):
            places[tuple(extract[i : i + length])].append(i)
    # Patience sorting with weights: the ends of the best chains, by place, heavier the further on.
    ends: list[int] = [-1]
    weights: list[int] = [0]
    last: list[int] = [-1]
    steps: list[tuple[int, int]] = []  # line, step before it
    for number, tokens in enumerate(lines):
        # The furthest place first, so that a line is not chained to itself.
        for start in sorted(_starts(tokens, places), reverse=True):
            before = bisect_left(ends, start) - 1
            weight = weights[before] + len(tokens)
            end = start + len(tokens) - 1
            steps.append((number, last[before]))
            at = bisect_left(ends, end)
            if at < len(ends) and ends[at] == end and weights[at] >= weight:
                continue
            if weights[at - 1] >= weight:
                continue
            stop = at
            while stop < len(ends) and weights[stop] <= weight:
                stop += 1
            ends[at:stop], weights[at:stop], last[at:stop] = [end], [weight], [len(steps) - 1]
    kept = [False] * len(lines)
    step = last[-1]
    while step >= 0:
        number, step = steps[step]
        kept[number] = True
    return kept


def _starts(tokens: Sequence[str], places: Mapping[tuple[str, ...], Sequence[int]]) -> set[int]:
    """Where in the extract the line may begin."""
    if len(tokens) < _SHINGLE:
        return set(places.get(tuple(tokens), ())[:_PLACES]) if tokens else set()
    found = [(i, places.get(tuple(tokens[i : i + _SHINGLE]), ())) for i in range(len(tokens) - _SHINGLE + 1)]
    hits = [(i, at) for i, at in found if at]
    if len(hits) < _SHARE * len(found):
        return set()
    i, at = min(hits, key=lambda hit: len(hit[1]))
    return {max(0, place - i) for place in at[:_PLACES]}
