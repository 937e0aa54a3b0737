"""The headings of a live blog's entries in HTML: they stand where the text below them stands."""

from collections.abc import Container, Sequence

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.desk.frame import Line
from copydesk.desk.naming import names

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_FEWEST = 3  # entries of a blog
_LEVELS = 6
_PROSE = 60  # characters of a line that tells something


def keep_entry_headings(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept`, and the heading of each entry whose text stands.

    Entries are elements of one kind, side by side, each with a time, a heading, and below it text that stands.
    """
    doubted = [i for i in np.flatnonzero(~kept).tolist() if _is_heading(lines[i].element)]
    if not doubted:
        return kept
    first_prose: dict[HtmlElement, int] = {}
    for i in np.flatnonzero(kept).tolist():
        element = lines[i].element if len(lines[i].text) >= _PROSE else None
        while element is not None and element not in first_prose:
            first_prose[element] = i
            element = element.getparent()
    left = kept.copy()
    for i in doubted:
        heading = lines[i].element
        assert heading is not None
        entry = _entry_around(heading, first_prose)
        opens = entry is not None and next(entry.iter(*_HEADINGS)) is heading and i < first_prose[entry]
        left[i] = opens and names.named(lines[i].text.casefold()) is None
    return left


def _is_heading(element: HtmlElement | None) -> bool:
    return element is not None and element.tag in _HEADINGS


def _entry_around(heading: HtmlElement, around_prose: Container[HtmlElement]) -> HtmlElement | None:
    """The entry that a heading stands in: of the elements around it the first with text and a time."""
    entry = heading.getparent()
    for _ in range(_LEVELS):
        if entry is None:
            return None
        if entry in around_prose and _has_time(entry):
            break
        entry = entry.getparent()
    else:
        return None
    row = entry
    while (around := row.getparent()) is not None and len(around) == 1:
        row = around
    if around is None:
        return None
    alike = (other for other in around if other.tag == row.tag and other in around_prose and _has_time(other))
    return entry if sum(next(other.iter(*_HEADINGS), None) is not None for other in alike) >= _FEWEST else None


def _has_time(element: HtmlElement) -> bool:
    return element.get("itemprop") == "liveBlogUpdate" or next(element.iter("time"), None) is not None
