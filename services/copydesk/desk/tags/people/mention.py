"""A mention of a person in text without capitals."""

from typing import NamedTuple


class Mention(NamedTuple):
    """[start, end) in the text, and the name in full as it is printed there or where it stands first."""

    start: int
    end: int
    name: str
