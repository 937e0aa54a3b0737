"""What the markup calls a line: the kind of block that it is, and the furniture that its elements are named for."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from lxml.html import HtmlElement

from copydesk.desk.frame import Line, Role

HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KINDS = {
    **dict.fromkeys(sorted(HEADINGS), Role.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), Role.LIST_ITEM),
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "th": Role.TABLE,
    "td": Role.TABLE,
}
_KIND_LEVELS = 3  # a paragraph in a box in a quotation is still quoted
_CELL_CHARS = 120  # a longer cell is a layout's, not a table's

# Words in the tags, classes and ids of elements, and what they are put around.
_NAMED = {
    Role.COMMENTS: ("comment", "comments", "disqus", "replies"),
    Role.SHARE: ("share", "sharing", "social", "follow"),
    Role.NEWSLETTER: ("newsletter", "subscribe", "subscription", "signup", "paywall"),
    Role.RELATED: ("related", "recommended", "recommendations", "recirculation", "teaser", "teasers", "trending",
                   "popular", "latest", "outbrain", "taboola", "readmore", "promo"),
    Role.ADVERTISEMENT: ("ad", "ads", "advert", "advertisement", "sponsor", "sponsored"),
    Role.BREADCRUMB: ("breadcrumb", "breadcrumbs"),
    Role.BYLINE: ("byline", "author", "authors"),
    Role.COPYRIGHT: ("copyright",),
    Role.NAVIGATION: ("nav", "navbar", "navigation", "menu", "sidebar", "footer", "header"),
    Role.WIDGET: ("button", "form", "label", "select", "option", "cookie", "cookies", "consent", "modal", "search",
                  "toolbar"),
}  # fmt: skip
_ROLES = {word: role for role, words in _NAMED.items() for word in words}
_NAME_LEVELS = 8
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_NAME = 200  # characters


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=1024)  # a page names few kinds of elements, and looks at each for every line inside
def is_in_names(pattern: re.Pattern[str], names: str) -> bool:
    """Whether a pattern is in the names of an element, in small letters with "-" before what were capitals."""
    return pattern.search(_CAMEL.sub("-", names).lower()) is not None


def is_inside(element: HtmlElement | None, elements: AbstractSet[HtmlElement]) -> bool:
    """Whether an element is one of others, or in one."""
    return element is not None and (element in elements or not elements.isdisjoint(element.iterancestors()))


def root_of(lines: Sequence[Line]) -> HtmlElement | None:
    """The outermost element of the page that lines are of; None for lines of text."""
    first = next((line.element for line in lines if line.element is not None), None)
    return None if first is None else first.getroottree().getroot()


def kind_by_tag(element: HtmlElement, chars: int) -> Role | None:
    """The kind of block that a line of the body is, by its element and those near around it."""
    at: HtmlElement | None = element
    for _ in range(_KIND_LEVELS):
        if at is None:
            return None
        role = _KINDS.get(str(at.tag))
        if role is not None:
            return role if role is not Role.TABLE or (at is element and chars <= _CELL_CHARS) else None
        at = at.getparent()
    return None


def furniture_by_name(element: HtmlElement) -> tuple[Role, str] | None:
    """What furniture the nearest element with a telling name is for, and the word that tells."""
    at: HtmlElement | None = element
    for _ in range(_NAME_LEVELS):
        if at is None or at.tag in {"article", "main", "body", "html"}:
            return None
        if found := _furniture_in(" ".join((str(at.tag), at.get("class", ""), at.get("id", "")))[:_LONGEST_NAME]):
            return found
        at = at.getparent()
    return None


@lru_cache(maxsize=1024)  # a page names few kinds of elements, and looks at each for every line inside
def _furniture_in(name: str) -> tuple[Role, str] | None:
    words = (word.lower() for word in _WORD.findall(name))
    return next(((_ROLES[word], word) for word in words if word in _ROLES), None)
