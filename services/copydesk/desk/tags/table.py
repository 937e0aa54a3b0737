"""The tables of words in the folders beside this file."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """The words of a table ("people/introduced"), by their kinds: of a language, or of all of them."""
    return tomllib.loads((files("copydesk.desk.tags") / f"{name}.toml").read_text("utf-8"))


def phrases(words: str) -> list[str]:
    """The words of a list; "_" stands for a space within one."""
    return [word.replace("_", " ") for word in words.split()]


def any_of(patterns: Iterable[str]) -> str:
    """A regular expression for one of some, the longest first; without a group around it."""
    return "|".join(longest_first(patterns))


def longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
