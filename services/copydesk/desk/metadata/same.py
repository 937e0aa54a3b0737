"""When two titles are the same."""


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same words, whatever their case, quotes, dashes and spaces."""
    return _letters(one) == _letters(other) != ""


def _letters(title: str) -> str:
    return "".join(char for char in title.casefold() if char.isalnum())
