"""The words by which metadata is known in print, from lexicon.toml."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("copydesk.desk.metadata").joinpath("lexicon.toml").read_text("utf-8"))


def any_of(section: str, name: str) -> str:
    """A list of patterns as one regular expression that matches any of them."""
    return "(?:" + "|".join(_lexicon()[section][name]).replace(" ", r"\s+") + ")"


def listed(section: str, name: str) -> tuple[str, ...]:
    """A list of plain words in its order."""
    return tuple(_lexicon()[section][name])


def words(section: str, name: str) -> frozenset[str]:
    """A list of words, case folded."""
    return frozenset(_lexicon()[section][name])
