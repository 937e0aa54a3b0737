"""When two titles are the same."""

import re

_NO_LETTER = re.compile(r"[\W_]+")


def letters(title: str) -> str:
    """A title's letters and digits, case folded: the same for titles that differ in quotes, dashes and spaces."""
    return _NO_LETTER.sub("", title.casefold())


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same words, whatever their case, quotes, dashes and spaces."""
    return letters(one) == letters(other) != ""
