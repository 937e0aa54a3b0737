"""Katakana, in which Japanese writes foreign words: a run of it is one word, or several without a sign between."""

import re

LETTER = "[ァ-ヺー]"
_LETTER = re.compile(LETTER)
_TAIL = 2  # letters that are no word of their own


def whole(pattern: str) -> str:
    """The pattern where it neither begins nor ends inside a run of katakana."""
    return f"(?<!{LETTER}(?={LETTER})){pattern}(?!(?<={LETTER}){LETTER})"


def is_of_longer(text: str, start: int, end: int) -> bool:
    """Whether katakana is but the end of a word, or its beginning: one or two letters more are no other word."""
    if start > 0 and _LETTER.match(text, start) and _LETTER.match(text, start - 1):
        return True
    if not _LETTER.match(text, end - 1):
        return False
    after = end
    while after < len(text) and after - end <= _TAIL and _LETTER.match(text, after):
        after += 1
    return 0 < after - end <= _TAIL


def goes_on(text: str, end: int) -> bool:
    """Whether katakana stands on both sides of a place in a text."""
    return _LETTER.match(text, end - 1) is not None and _LETTER.match(text, end) is not None
