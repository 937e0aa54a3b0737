"""Organisations that are known as they stand, by the lists of known/: a name a line, in the order of its cases."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from copydesk.desk.tags.geography.spelled import KOREAN_PARTICLE
from copydesk.desk.tags.katakana import whole
from copydesk.desk.tags.table import any_of

_ARABIC = "ء-ي"
_SHORTEST_ALIKE = 3  # letters that two forms of a name have in common at least, and all but so many of the shorter


def known_organisations(
    text: str, words: Sequence[str], starts: Sequence[int], language: str
) -> Iterator[tuple[int, int]]:
    """[start, end) of the listed names in a text, in order.

    words, starts: the text's, where script has capitals; where it has none the names are looked for in the text.
    """
    if not words:
        pattern = _pattern(language)
        yield from (match.span("name") for match in (pattern.finditer(text) if pattern else ()))
        return
    names, at = _by_first_word(language), 0
    while at < len(words):
        length = next((len(name) for name in names.get(words[at], ()) if tuple(words[at : at + len(name)]) == name), 0)
        if length:
            last = at + length - 1
            is_genitive = length == 1 and words[at] not in main_forms(language)
            yield starts[at], starts[last] + len(words[last]) - is_genitive
        at += length or 1


@cache
def main_forms(language: str) -> dict[str, str]:
    """The first of the forms of a name that stand one after the other in the list, by each of them."""
    forms: dict[str, str] = {}
    main = ""
    for name in _names(language):
        length = max(_SHORTEST_ALIKE, min(len(main), len(name)) - _SHORTEST_ALIKE)
        main = main if main and main[:length] == name[:length] else name
        forms[name] = main
    return forms


@cache
def _names(language: str) -> tuple[str, ...]:
    path = files("copydesk.desk.tags.organisations") / "known" / f"{language}.txt"
    return tuple(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else ()


@cache
def _by_first_word(language: str) -> dict[str, list[tuple[str, ...]]]:
    """The names' words, the longest first; in German single words with the genitive's s, too."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in _names(language):
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
        if language == "de" and len(words) == 1 and not words[0].isupper():
            found.setdefault(f"{words[0]}s", []).append((f"{words[0]}s",))
    return {first: sorted(names, key=lambda words: -len(words)) for first, names in found.items()}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    names = any_of(map(re.escape, _names(language)))
    if not names:
        return None
    if language == "ar":
        return re.compile(rf"(?<![{_ARABIC}])[وبلف]?(?P<name>{names})(?![{_ARABIC}])")
    if language == "ko":
        return re.compile(rf"(?<![가-힣A-Z])(?P<name>{names})(?={KOREAN_PARTICLE}?(?![가-힣]))")
    # A run of katakana is one word.
    return re.compile(whole(f"(?P<name>{names})"))
