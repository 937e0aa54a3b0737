"""The words by which metadata is known in print, from lexicon.toml."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("copydesk.desk.metadata").joinpath("lexicon.toml").read_text("utf-8"))


def lower(text: str) -> str:
    """`text` in lower case, character by character, so that places in one are places in the other.

    Patterns in lower case that read it without re.IGNORECASE are several times faster: Python's regular expressions
    then rule out an alternative by its first letter.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def any_of(section: str, name: str) -> str:
    """A list of patterns as one regular expression that matches any of them."""
    return "(?:" + "|".join(_lexicon()[section][name]).replace(" ", r"\s+") + ")"


def listed(section: str, name: str) -> tuple[str, ...]:
    """A list of plain words in its order."""
    return tuple(_lexicon()[section][name])


def words(section: str, name: str) -> frozenset[str]:
    """A list of words, case folded."""
    return frozenset(_lexicon()[section][name])
