"""Titles of books, films and songs in English text: what they name is none of the story's."""

import re

_SMALL = "a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|with|de|la|le|von"
_CAPITALISED = r"(?:[^\W\d_a-zß-ÿ][\w’'.-]*|\d+)"
# Two words or more in quotation marks, all but the small ones with a capital, and no end of a sentence.
_TITLE = re.compile(
    rf"[“\"](?P<title>{_CAPITALISED}(?:[,:;!&]? (?:{_CAPITALISED}|{_SMALL}|&))*[,:;!&]? {_CAPITALISED})[,!?]?[”\"]"
)
_LONGEST = 80  # characters


def find_works(text: str) -> list[tuple[int, int]]:
    """Where the titles of works stand in quotation marks, [start, end) in code points, in order, without the marks."""
    return [match.span("title") for match in _TITLE.finditer(text) if len(match["title"]) <= _LONGEST]
