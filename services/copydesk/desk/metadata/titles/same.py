"""When two titles are the same, and when a line says one twice."""

import re

_NO_LETTER = re.compile(r"[\W_]+")


def letters(title: str) -> str:
    """A title's letters and digits, case folded: the same for titles that differ in quotes, dashes and spaces."""
    return _NO_LETTER.sub("", title.casefold())


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same words, whatever their case, quotes, dashes and spaces."""
    return letters(one) == letters(other) != ""


def said_twice(text: str) -> str | None:
    """The words that stand twice in a row at a line's end, the last step of a breadcrumb and the title, run together:
    "News > A storm comes ashore A storm comes ashore".
    """
    words = text.split(" ")
    sizes = range(_FEWEST_SAID_TWICE, len(words) // 2 + 1)
    return next((" ".join(words[-size:]) for size in sizes if words[-size:] == words[-2 * size : -size]), None)


_FEWEST_SAID_TWICE = 4  # words
