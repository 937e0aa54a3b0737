"""Titles of books, films and songs in English text: what they name is none of the story's."""

import re

_SMALL = "a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|with|de|la|le|von"
_CAPITALISED = r"(?:[^\W\d_a-zß-ÿ][\w’'.-]*|\d+)"
# Two words or more in quotation marks, all but the small ones with a capital, and no end of a sentence.
_TITLE = re.compile(
    rf"[“\"](?P<title>{_CAPITALISED}(?:[,:;!&]? (?:{_CAPITALISED}|{_SMALL}|&))*[,:;!&]? {_CAPITALISED})[,!?]?[”\"]"
)
_LONGEST, _BESIDE = 80, 60  # characters
# A law, a party and a slogan are quoted, too: a work is called one beside its title.
_CALLED = re.compile(
    r"\b(?:album|author|ballet|book|comedy|director|documentary|drama|epic|essay|exhibition|fiction|film|musical|memoir|movie"
    r"|novel|novelist|opera|painting|photograph|play|playwright|podcast|poem|report|sculpture|series|show|singer|song|story"
    r"|thriller|track|(?:best|award|prize|directed|starring|stars? in|sang|wrote|written))s?\b",
    re.IGNORECASE,
)


def find_works(text: str) -> list[tuple[int, int]]:
    """Where the titles of works stand in quotation marks, [start, end) in code points, in order, without the marks:
    those that a word beside them calls a film, a book or the like.
    """
    return [
        match.span("title")
        for match in _TITLE.finditer(text)
        if len(match["title"]) <= _LONGEST
        and (
            _CALLED.search(text, max(0, match.start() - _BESIDE), match.start())
            or _CALLED.search(text, match.end(), match.end() + _BESIDE)
        )
    ]
