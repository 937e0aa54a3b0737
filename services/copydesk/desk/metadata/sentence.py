"""Sentences: what a line of metadata hardly ever is."""

import re

# Full stops of the world's scripts and what may stand after them. "…" ends a teaser as well as a sentence.
_STOP = re.compile(r"[.。．｡…।॥۔։።]['’\"”»›“」』)\]]{0,3}$")
_QUESTION = re.compile(r"[?？؟!！]['’\"”»›“」』)\]]{0,3}$")


def ends_statement(text: str) -> bool:
    """Whether a line ends as a statement does, with a full stop."""
    return bool(_STOP.search(text[-4:]))


def goes_on(text: str) -> bool:
    """Whether a line ends where its sentence does not, or as speech does: after a comma or a colon, or !" and ?"."""
    return text[-1:] in ",:;،；，：、" or (bool(_QUESTION.search(text[-4:])) and text[-1] not in "?？؟!！")


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a statement, a question or an exclamation does."""
    return ends_statement(text) or bool(_QUESTION.search(text[-4:]))
