"""What a page calls the element of a line: by class, id, microdata's property or what its system keeps in data-*."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from copydesk.desk.page.markup import is_in_names

_NAMING = ("class", "id", "itemprop")
_DATA_NAMING = re.compile(r"data-(?:.*-)?(?:name|test-?id|component|type|element|role|qa)")
CAPTIONS = re.compile(
    r"(?<![a-z])(?:(?:photo|img|image|pic)?caption|cutline|l[eé]gende|didascalia|bild(?:text|unterschrift|zeile)"
    r"|pie[-_]?(?:de[-_]?)?foto)(?![a-z])"
)


def is_named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern is in the names, in small letters with "-" for capitals, of an element, or of one around it
    that holds nothing else.
    """
    at: HtmlElement | None = element
    while at is not None:
        names = " ".join(_names_of(at))
        if names and is_in_names(pattern, names):
            return True
        at = at.getparent()
        if at is None or len(at) != 1 or (at.text or "").strip() or (at[0].tail or "").strip():
            return False
    return False


def _names_of(element: HtmlElement) -> Iterator[str]:
    for name, value in element.items():
        if value and (name in _NAMING or (name.startswith("data-") and _DATA_NAMING.fullmatch(name))):
            yield value
