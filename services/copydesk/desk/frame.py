"""The frame: a page as a sequence of visible lines, and what is decided about each.

Text and HTML become the same thing here. The judge, the metadata and the receipt all speak of these lines.
Lines and verdicts are named tuples, for there are many of them: a frozen dataclass takes three times as long to make.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lxml.html import HtmlElement

from copydesk.article import Warning


class Role(StrEnum):
    """What a line is. The first group is the body, the second answers for metadata, the rest is furniture."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    BREADCRUMB = "breadcrumb"
    COPYRIGHT = "copyright"

    NAVIGATION = "navigation"
    SHARE = "share"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    WIDGET = "widget"
    COMMENTS = "comments"
    ADVERTISEMENT = "advertisement"
    OTHER = "other"

    @property
    def is_body(self) -> bool:
        return self in _BODY


_BODY = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.CAPTION, Role.TABLE})


class Line(NamedTuple):
    """One visible line that is not blank: a line (or a hard-wrapped paragraph) of text, or a block of HTML.

    first, last: numbers of the input's lines that it stands on, from 1. In HTML, where each visible block is one
        line, they are equal.
    text: white space folded, Unicode NFC, never empty.
    indent: columns before the first character (text only).
    gap: blank lines before it (text only).
    element: the block's element in the tree (HTML only).
    """

    first: int
    last: int
    text: str
    indent: int = 0
    gap: int = 0
    element: HtmlElement | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lines in reading order. `tree` is the document's root where the content was HTML."""

    lines: tuple[Line, ...]
    tree: HtmlElement | None = None


class Verdict(NamedTuple):
    """What the desk decided about one line: its role, how sure it is (0 to 1), and why, for a person to read."""

    role: Role
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """The content as text. `media_type` is text/plain, text/html or application/xhtml+xml."""

    text: str
    media_type: str
    charset: str
    warnings: tuple[Warning, ...] = ()
