"""Sentences: what a line of metadata hardly ever is."""

import re

# Full stops of the world's scripts and what may stand after them. "…" ends a teaser as well as a sentence.
_STOP = re.compile(r"[.。．｡…।॥۔։።]['’\"”»›“」』)\]]{0,3}$")
_QUESTION = re.compile(r"[?？؟!！]['’\"”»›“」』)\]]{0,3}$")


def ends_statement(text: str) -> bool:
    """Whether a line ends as a statement does, with a full stop."""
    return bool(_STOP.search(text[-4:]))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a statement, a question or an exclamation does."""
    return ends_statement(text) or bool(_QUESTION.search(text[-4:]))
