"""Who publishes it: from the rights notice, or from a name that the series shares with the site's own lines."""

import re
from collections.abc import Iterable

from copydesk.article import Rights
from copydesk.desk.metadata.breadcrumb import Trail
from copydesk.desk.metadata.rights import without_form
from copydesk.desk.metadata.view import View

_LEADING = frozenset(["the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "gli", "de", "het"])
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w[\w&.'’-]*")


def publisher_of_holder(holder: str, lines: Iterable[str]) -> str:
    """The longest beginning of the holder's name that stands elsewhere on the page, else the name without its form.

    holder: as in the notice. lines: the page's other lines.
    """
    name = without_form(holder)
    words = name.split()
    text = "\n".join(lines)
    for size in range(len(words), 0, -1):
        prefix = " ".join(words[:size]).strip(" ,")
        if prefix.casefold() in _LEADING or len(prefix) < 2:
            break
        if _stands_in(prefix, text):
            return prefix
    return name


def _stands_in(name: str, text: str) -> bool:
    """Whether `name` is in `text` as whole words."""
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start] if start else "", text[start + len(name) : start + len(name) + 1]
        if not (_LETTER.match(before) or _LETTER.match(after)):
            return True
        start = text.find(name, start + 1)
    return False


def publisher_of_series(series: str, furniture: Iterable[str]) -> str | None:
    """The acronym or camel-case name that a series begins with and that a line of the site's furniture bears, too.

    "ACPS Spotlight" beside a link "ACPS German version" names ACPS; "Daily Brief" beside "Daily offers" nobody.
    """
    words = _WORD.findall(series)
    if len(words) < 2 or not _is_brand(words[0]):
        return None
    word = words[0]
    return word if any(word in _WORD.findall(line) for line in furniture) else None


def _is_brand(word: str) -> bool:
    letters = word.replace("&", "").replace(".", "")
    return len(letters) >= 2 and letters[:1].isalpha() and sum(char.isupper() for char in letters) >= 2


def find_publisher(
    view: View, rights: Rights | None, notice: int | None, series: str | None, trail: Trail | None, headline: int | None
) -> str | None:
    """The publisher that the lines of the page tell: by the holder of the rights, else by the series."""
    if rights is not None and rights.holder:
        return publisher_of_holder(rights.holder, (line.text for i, line in enumerate(view.page.lines) if i != notice))
    if series is None:
        return None
    own = {view.text(headline)} if headline is not None else set()
    own |= {view.text(i) for i in trail.lines} if trail else set()
    furniture = [text for text in view.furniture(headline) if text not in own]
    return publisher_of_series(series, furniture) or publisher_of_series(series, trail.steps if trail else ())
