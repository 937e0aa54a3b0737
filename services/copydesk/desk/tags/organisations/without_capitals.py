"""Organisations in scripts without capitals, by the words of without_capitals.toml.

Chinese, Japanese and Korean names end in what the organisation is; where they begin a sign, a particle or the name of a
place tells. Arabic ones begin with it, and go on as long as each word has the article.
"""

import re
from collections.abc import Callable
from functools import cache

from copydesk.desk.tags.table import any_of, phrases, read_table

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_SHORTEST, _LONGEST = 2, 16  # characters of a name before its ending
_ARABIC = r"ء-غف-ي\u064b-\u0652"

Table = dict[str, str]


def organisations_by_ending(text: str, language: str) -> list[tuple[int, int]]:
    """[start, end) of the organisations of a text, in order, without overlaps; none in languages without a table."""
    pattern = _pattern(language)
    return [match.span(match.lastgroup or 0) for match in pattern.finditer(text)] if pattern else []


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    read = _READERS.get(language)
    return re.compile(read(read_table("organisations/without_capitals")[language])) if read else None


def _japanese(table: Table) -> str:
    return _by_ending(table, rf"{_HAN}々ァ-ヴーA-Za-zＡ-Ｚ", begins="[同元前各両旧某当]?")


def _korean(table: Table) -> str:
    return _by_ending(table, "가-힣A-Za-z", begins="")


def _by_ending(table: Table, letters: str, begins: str) -> str:
    """A name is a run of letters, up to the first ending that no other letter follows but those of `after`."""
    follows = rf"(?:(?![{letters}])|(?=(?:{_of(table, 'after')})(?![{letters}])))"
    no = rf"(?!(?:{_of(table, 'no')}){follows})"
    run = rf"{no}[{letters}]{{{_SHORTEST},{_LONGEST}}}?(?:{_of(table, 'ends')})"
    return rf"(?<![{letters}・])(?:(?P<known>(?:{_of(table, 'known')})){follows}|{begins}(?P<name>{run}){follows})"


def _chinese(table: Table) -> str:
    """A name begins with that of a place, behind a sign, or behind a word that stands before names."""
    inside = rf"(?:(?!(?:{_of(table, 'never')}))[{_HAN}])"
    place = rf"(?:{_of(table, 'places')}|{inside}{{2,3}}[省市县縣區区州])"
    ends = rf"(?:{_of(table, 'ends')})(?!(?:{_of(table, 'ends')}))"
    no = rf"(?!(?:{_of(table, 'no')}))"
    name = rf"{no}(?:{place}{inside}{{0,12}}?|{inside}{{2,8}}?){ends}"
    placed = rf"(?<![{_HAN}])(?:{_of(table, 'opens')})?(?P<name>{name})"
    anywhere = rf"(?P<inner>{no}{place}{inside}{{0,12}}?{ends})"
    return rf"(?:(?P<known>{_of(table, 'known')})|{placed}|{anywhere})"


def _arabic(table: Table) -> str:
    """A name goes on as long as words have the article; behind some heads one that has none stands first."""
    word = rf"(?!(?:{_of(table, 'stops')})(?![{_ARABIC}]))"
    the = rf"(?: {word}ال[{_ARABIC}]+)"
    with_article = rf"(?: {word}(?:و?ال|و?لل)[{_ARABIC}]+)"
    of = rf"(?: [لو]{word}[{_ARABIC}]+(?= ال))"
    head, bare = rf"(?:{_of(table, 'heads')})(?![{_ARABIC}])", rf"(?:{_of(table, 'bare')})(?![{_ARABIC}])"
    town = rf"(?: (?:ب{word}|في )[{_ARABIC}]+{with_article}?)?"
    of_kind = rf"(?: (?:{_of(table, 'court_kinds')}) [{_ARABIC}]+)"
    court = rf"(?:{_of(table, 'courts')})(?:{of_kind}|{with_article}{{1,2}}{town})"
    feminine = rf"(?:{_of(table, 'feminine')})(?: {word}ال[{_ARABIC}]+ة(?![{_ARABIC}]))+"
    masculine = rf"(?:{_of(table, 'masculine')})(?: {word}ال[{_ARABIC}]+(?<!ة)(?![{_ARABIC}]))+"
    agreeing = rf"(?:{feminine}|{masculine})(?:{with_article}|{of}){{0,4}}"
    name = (
        rf"(?P<name>{court}|{agreeing}|{head}{the}(?:{with_article}|{of}){{0,4}}"
        rf"|{bare}(?: {word}[{_ARABIC}]+)?{the}{with_article}{{0,3}})"
    )
    quoted = rf"{bare} [«\"“](?P<quoted>[^«»\"“”\n]{{2,40}})[»\"”]"
    known = rf"(?P<known>(?:{_of(table, 'known')}))(?![{_ARABIC}])"
    no = rf"(?!(?:{_of(table, 'no')})(?![{_ARABIC}]))"
    return rf"(?<![{_ARABIC}])[وبلف]?{no}(?:{known}|{quoted}|{name})"


def _of(table: Table, key: str) -> str:
    return any_of(phrases(table[key]))


_READERS: dict[str, Callable[[Table], str]] = {"ja": _japanese, "ko": _korean, "zh": _chinese, "ar": _arabic}
