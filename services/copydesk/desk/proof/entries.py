"""Articles told in entries: live blogs, whose times stand in order, and rows that are counted."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from copydesk.desk.frame import Role
from copydesk.desk.judging.features import Column, Kept
from copydesk.desk.metadata.markdown import without_opening_signs
from copydesk.desk.naming import names, roles
from copydesk.desk.naming.headings import Shapes

_FEWEST_TIMES, _LONGEST_ENTRY = 3, 12  # lines
TIME = re.compile(r"[\[(]?(\d{1,2})[:.h](\d{2})(?: ?(?:uhr|[ap]\.?m\.?|h|[a-z]{2,4}))?[\])]?$")
_TIMED_HEADING = re.compile(r"([01]?\d|2[0-3])[:.h]([0-5]\d)(?: ?(?:uhr|[ap]\.?m\.?|h))?(?:\s?[–—|:-])? [^\W\d]")
_TOLD_WORDS, SENTENCE_WORDS = 25, 6
_LONGEST_HEADING = 100  # characters
_COUNTED, _FEWEST_COUNTED = re.compile(r"(?:#+ |\*+)?(\d{1,2})[.)]\*{0,2} [^\W\d]"), 4
_ENDS_BLOG = frozenset({Role.COMMENTS, Role.RELATED, Role.COPYRIGHT, Role.NEWSLETTER})


def keep_entries(kept: Kept, folded: Sequence[str], shapes: Shapes) -> None:
    """A live blog's entries: the times in order, and below each its heading and its sentences, however doubtful."""
    for start, entry in _entries(kept, folded, shapes):
        # What is furniture after a sentence ends the entry.
        calls = [_names(folded[i], roles.OFFERS) for i in entry]
        opens = next((k for k, called in enumerate(calls) if not called), len(calls))
        closes = next((k for k in range(opens, len(calls)) if calls[k]), len(calls))
        sentences = [i for i in entry[opens:closes] if kept[i] or _tells(i, folded, shapes)]
        if not sentences:
            continue
        kept[[start, *sentences]] = True
        if sentences[0] == entry.start + 1 and _heads_entry(folded[entry.start]):
            kept[entry.start] = True


def keep_chapters(kept: Kept, folded: Sequence[str], certainty: Column) -> None:
    """The chapters of a recording, each with the time at which it begins, in order; with the heading above them.

    They stand where the first of them do, below the text that tells of the recording.
    """
    starts = [_chapter(text) for text in folded]
    i = 0
    while i < len(folded):
        end = i + 1
        while starts[i] is not None and end < len(folded) and _goes_on(starts[end - 1], starts[end]):
            end += 1
        if end - i >= _FEWEST_TIMES and kept[:i].any() and kept[i:end].sum() * _SHARE_OF_CHAPTERS >= end - i:
            kept[i:end] = True
            if not kept[i - 1] and certainty[i - 1] >= _HEADS_CHAPTERS and names.named(folded[i - 1]) is None:
                kept[i - 1] = True
        i = end


def _chapter(folded: str) -> int | None:
    """The second at which a chapter begins that a line names behind the time."""
    match = _CHAPTER.match(folded) if len(folded) <= _LONGEST_HEADING else None
    if match is None:
        return None
    hours, minutes, seconds = (int(match[part] or 0) for part in ("hours", "minutes", "seconds"))
    return (hours * 60 + minutes) * 60 + seconds


def _goes_on(above: int | None, below: int | None) -> bool:
    return above is not None and below is not None and above < below


_CHAPTER = re.compile(
    r"\W{0,3}(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)[\])]?(?:\s?[–—|:-])?\s{1,3}\S"
)
_SHARE_OF_CHAPTERS, _HEADS_CHAPTERS = 3, 0.1  # one in so many stands; certainty


def is_told_in_entries(kept: Kept, folded: Sequence[str], shapes: Shapes) -> bool:
    """Whether what stands are the entries of a live blog, or counted ones, each told in some sentences.

    No programme's and no shop's are.
    """
    words = np.expm1(np.array(shapes["log words"]))

    def are_told(entries: Sequence[range]) -> bool:
        told = sum(bool(words[[i for i in entry if kept[i]]].sum() >= _TOLD_WORDS) for entry in entries)
        return 2 * told > len(entries)

    return are_told([entry for _, entry in _entries(kept, folded, shapes)]) or are_told(_counted(folded, shapes))


def _counted(folded: Sequence[str], shapes: Shapes) -> list[range]:
    """The lines of entries whose headings count up or down: "1. A mill", "2. A kettle"; none where they are few."""
    heads = []
    for i, text in enumerate(folded):
        if len(text) <= _LONGEST_HEADING and not shapes["ends sentence"][i] and (match := _COUNTED.match(text)):
            heads.append((i, int(match[1])))
    rows: list[list[tuple[int, int]]] = [[]]
    for head in heads:
        if rows[-1] and abs(head[1] - rows[-1][-1][1]) != 1:
            rows.append([])
        rows[-1].append(head)
    longest = [i for i, _ in max(rows, key=len)]
    if len(longest) < _FEWEST_COUNTED:
        return []
    return [range(start + 1, min(after, start + _LONGEST_ENTRY)) for start, after in pairwise([*longest, len(folded)])]


def _entries(kept: Kept, folded: Sequence[str], shapes: Shapes) -> list[tuple[int, range]]:
    """The lines that open a live blog's entries with a time, and those of each entry; none where it is no live blog.

    It is one if sentences stand below most of the times that the body reaches, and it ends with the body or where a
    label below it names comments, other articles or rights.
    """
    body = np.flatnonzero(kept)
    first, last = int(body[0]), int(body[-1])
    found = [(i, _opens_entry(i, folded, shapes)) for i in range(max(0, first - 2), len(folded))]
    # Of times in a row, as a list of an hour's events has them, none opens an entry but the last.
    below = [minute for _, minute in found[1:]]
    times = [
        (i, at) for (i, at), next_at in zip(found, [*below, None], strict=True) if at is not None and next_at is None
    ]
    if len(times) < _FEWEST_TIMES:  # as on most pages
        return []
    # A box for a newsletter ends it only where no times go on in order below.
    for ending in (_ENDS_BLOG - {Role.NEWSLETTER}, _ENDS_BLOG):
        end = next((i for i in range(last + 1, len(folded)) if _ends_blog(folded[i], ending)), len(folded))
        starts = [i for i, _ in times if i < end]
        minutes = [minute for i, minute in times if i < end]
        if len(starts) < _FEWEST_TIMES or minutes not in (sorted(minutes), sorted(minutes, reverse=True)):
            continue
        entries = [range(start + 1, min(after, start + _LONGEST_ENTRY)) for start, after in pairwise([*starts, end])]
        told = [any(kept[i] and shapes["ends sentence"][i] for i in entry) for entry in entries if entry.start <= last]
        if len(told) >= _FEWEST_TIMES and 2 * sum(told) > len(told):
            return list(zip(starts, entries, strict=True))
    return []


def _ends_blog(folded: str, ending: frozenset[Role]) -> bool:
    """Whether a label names what stands below a blog; "Related: A title" stands between its entries, too."""
    return (
        len(folded) <= _LONGEST_HEADING
        and _names(folded, ending)
        and not roles.leads_elsewhere(without_opening_signs(folded))
    )


def _opens_entry(i: int, folded: Sequence[str], shapes: Shapes) -> int | None:
    """The minute of the day that a line gives, alone or before an entry's heading."""
    text = folded[i]
    match = TIME.match(text)
    if match is None and len(text) <= _LONGEST_HEADING and not shapes["ends sentence"][i]:
        match = _TIMED_HEADING.match(text)
    return int(match[1]) * 60 + int(match[2]) if match else None


def _tells(i: int, folded: Sequence[str], shapes: Shapes) -> bool:
    """Whether a line is a sentence of some words; a question alone is another article's title as often."""
    return (
        bool(shapes["ends sentence"][i])
        and not shapes["ends question"][i]
        and folded[i].count(" ") >= SENTENCE_WORDS - 1
    )


def _names(folded: str, roles_: frozenset[Role]) -> bool:
    named = names.named(folded)
    return named is not None and named[0] in roles_


def _heads_entry(folded: str) -> bool:
    return len(folded) <= _LONGEST_HEADING and folded[0].isalnum() and names.named(folded) is None
