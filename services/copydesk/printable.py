"""What others chose (names, headers, errors that quote their input) as text that a terminal and a log may see."""


def printable(text: str) -> str:
    """The text on one line that does nothing to a terminal: what is not printable is escaped, as in Python's own."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )
