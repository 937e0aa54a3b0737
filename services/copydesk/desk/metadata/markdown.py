"""Markdown's signs in a line, taken away so that its words can be read."""

import re

_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,200})\](?:\([^()\s]{0,500}\)|\[[^\[\]]{0,40}\])")
_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W\d_])")  # as lynx and w3m number links: "[3]Home"
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]{1,300})(?<=\S)\1(?![\w*_])")


def without_marks(text: str) -> str:
    """A line with links as words, "[Ann Lee](/ann)" as "Ann Lee", and *slanted* or **bold** words without signs."""
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", text)
    if "[" in text:
        text = _NUMBER.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    return text


def without_opening_signs(text: str) -> str:
    """The same, and without the signs of lists, quotes and links before its words."""
    return without_marks(text).lstrip(_OPENING) if text[0] in _OPENING else text


_OPENING = "[]>*•◦▪■□●○◆・·+–-# "
