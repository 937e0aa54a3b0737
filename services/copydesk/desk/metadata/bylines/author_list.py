"""A list of authors: a label, then a name a line, and below each what its bearer is."""

import re

from copydesk.desk.metadata.bylines.byline import is_organisation, is_person, speaks_of_office
from copydesk.desk.metadata.bylines.signed import is_lone_mark
from copydesk.desk.metadata.sentence import ends_sentence
from copydesk.desk.metadata.view import View

_LABEL = re.compile(
    r"^[\s•*|#]*(?:authors|contributors|autor(?:[/:*_]?-?innen|en|es|as|zy|ři)|auteurs|autori|авторы|författare|"
    r"forfattere)\s*[:：]?$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(r"[\s•*|#]*written\s+by\s*[:：]?", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+$|(?:twitter|x|linkedin|e-?mail|follow)\b(?:\s\S+)?$", re.IGNORECASE)
_LONGEST_LIST = 16  # lines
_LONGEST_BESIDE_NAME = 120  # characters
_SHORTEST_LIFE = 30  # characters beside the name, of a line that tells of its bearer


def names_authors(text: str) -> bool:
    """Whether a line says that several authors follow, and nothing else: "Authors"."""
    return _LABEL.match(text) is not None


def read_author_list(view: View, first: int) -> list[tuple[int, str | None]]:
    """What stands below the first name of a list of authors, a line each: another's name; None for an office.

    first: the line of the first name. Empty where no label stands above it. A name has what its bearer is below it, or
    a line outside the body that tells of him: sections, places and whom the article is about look like names.
    """
    label = view.text(first - 1) if first else ""
    if not (names_authors(label) or _WRITTEN_BY.fullmatch(label)):
        return _alike(view, first) if is_lone_mark(label) else []
    found: list[tuple[int, str | None]] = []
    for i in range(first + 1, min(first + _LONGEST_LIST, len(view.page.lines))):
        text = view.plain(i)
        if view.is_body(i):
            break
        if _is_beside_name(text):
            found.append((i, None))
        elif "," not in text and is_person(text) and not is_organisation(text) and _is_somebody(view, i):
            found.append((i, text))
        else:
            break
    while found and found[-1][1] is None and not speaks_of_office(view.plain(found[-1][0])):
        found.pop()
    return found


def _alike(view: View, first: int) -> list[tuple[int, str | None]]:
    """The persons below the first name, each in an element of the page that looks the same and stands beside it."""
    found: list[tuple[int, str | None]] = []
    lines = view.page.lines
    for i in range(first + 1, min(first + _LONGEST_LIST, len(lines))):
        own, other = lines[first].element, lines[i].element
        if own is None or other is None or own is other or own.getparent() is not other.getparent():
            break
        text = view.plain(i)
        if (own.tag, own.get("class")) != (other.tag, other.get("class")) or "," in text:
            break
        if view.is_body(i) or not is_person(text) or is_organisation(text):
            break
        found.append((i, text))
    return found


def _is_somebody(view: View, i: int) -> bool:
    if i + 1 < len(view.page.lines) and _is_beside_name(view.plain(i + 1)):
        return True
    name = view.plain(i)
    return any(
        name in line.text and len(line.text) > len(name) + _SHORTEST_LIFE and not view.is_body(j)
        for j, line in enumerate(view.page.lines)
    )


def _is_beside_name(text: str) -> bool:
    """Whether a line in a list of names says what somebody is, or is the letter that stands for his picture, or where
    to follow him."""
    is_office = len(text) <= _LONGEST_BESIDE_NAME and speaks_of_office(text) and not ends_sentence(text)
    return is_office or len(text) == 1 or _HANDLE.match(text) is not None
