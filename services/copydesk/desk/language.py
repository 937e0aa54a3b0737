"""Placeholder."""

from copydesk.article import Language


def detect(text: str, hint: str | None = None) -> Language:
    return Language(code="und", confidence=0)
