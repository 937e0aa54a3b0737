"""Organisations in text with capitals, by the words of organisations.toml.

A name is opened by what the organisation is ("Universidad de Sevilla", "Landgericht Leoben"), closed by it ("Malmö
tingsrätt", "Styria Magnesit AG"), or stands behind it ("la empresa Selva Norte"); some are known as they stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from copydesk.desk.metadata.dates.printed import is_calendar_word
from copydesk.desk.tags.geography.gazetteer import everyday, first_names, town
from copydesk.desk.tags.geography.territories import country_names
from copydesk.desk.tags.people.introduced import introductions, is_named_after
from copydesk.desk.tags.table import any_of, phrases, read_table
from copydesk.desk.tags.words import fold

# Languages that read another's table.
_READS = {"nb": "no", "nn": "no", "sk": "cs", "ca": "es", "gl": "es", "be": "ru"}
_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper()) + "Ѐ-Я"
# No initial, and no abbreviation.
_WORD = rf"(?!\w{{1,2}}\.)[{_UPPER}][\w’'&‑-]{{0,40}}"
_LATIN_WORD = r"(?!\w{1,2}\.)[A-Z][\w’'&‑-]{0,40}"
_LOWER_WORD = r"[^\W\d_A-ZÀ-Þ]\w{3,40}"
_CYRILLIC = frozenset({"ru", "uk"})
# Every noun has a capital there: what follows a head or a kind may be the next word of the sentence.
_NOUNS_IN_CAPITALS = "de"
_MOST = 6  # words of a name behind the first
_QUOTED = r"[«„“\"‘]\s?(?P<quoted>[^\s«»„“”\"‘’][^«»„“”\"‘’\n]{1,50}?)\s?[»“”\"’]"
_LAST_WORD, _LONGEST_WORD = re.compile(r"(?:^|(?<=\s))([^\s]{1,60})\s?$"), 30
_BEGINS, _ENDS = r"(?<![\w-])", r"(?![\w’'-]|\.\w)"
_SENTENCE_ENDS = ".!?:…\n"


class _Patterns(NamedTuple):
    """What finds the organisations of a language.

    known: names as they stand. opened: names by their first words, wherever they stand; firms: firms and clubs. within:
    names that count where they open no sentence. of_kind: names in the group `name` or `quoted`, behind what they are.
    small: function words in capitals, which are of no name; before_firm: these and what says of what kind a firm is.
    """

    known: re.Pattern[str]
    opened: tuple[re.Pattern[str], ...]
    firms: tuple[re.Pattern[str], ...]
    within: tuple[re.Pattern[str], ...]
    of_kind: re.Pattern[str]
    small: re.Pattern[str]
    before_firm: re.Pattern[str]


def organisations(text: str, language: str) -> list[tuple[int, int]]:
    """[start, end) of what may be organisations in a text, overlaps too, in no order; none without a table."""
    language = _READS.get(language, language)
    patterns = _patterns(language)
    if patterns is None:
        return []
    found = {match.span() for match in patterns.known.finditer(text)}
    found |= set(_named_behind(patterns, text, language))
    for pattern in patterns.firms:
        found |= set(_shaped(pattern, patterns.before_firm, text, language))
    for pattern in patterns.opened:
        spans = _shaped(pattern, patterns.small, text, language)
        found |= {span for span in spans if language != _NOUNS_IN_CAPITALS or _is_placed(text[slice(*span)])}
    doubted = {span for pattern in patterns.within for span in _shaped(pattern, patterns.small, text, language)}
    told = {text[start:end] for start, end in doubted if not _opens_sentence(text, start)}
    return [*found, *((start, end) for start, end in doubted if text[start:end] in told)]


def _named_behind(patterns: _Patterns, text: str, language: str) -> Iterator[tuple[int, int]]:
    """Names behind what they are: "la empresa Selva Norte", "компания «Север»"; no people: "l’armateur Luc Morand"."""
    for match in patterns.of_kind.finditer(text):
        if match["quoted"]:
            yield match.span("quoted")
            continue
        start, end = _trimmed(*match.span("name"), patterns.small, text, language)
        name = text[start:end]
        is_noun = language == _NOUNS_IN_CAPITALS and name[1:].isalpha() and name[1:].islower()
        if len(name) > 1 and not is_noun and fold(name.split(" ", maxsplit=1)[0]) not in first_names():
            yield start, end


def _shaped(pattern: re.Pattern[str], small: re.Pattern[str], text: str, language: str) -> Iterator[tuple[int, int]]:
    """What a pattern finds, of several words, not all in capitals."""
    for match in pattern.finditer(text):
        start, end = _trimmed(*match.span(), small, text, language)
        name = text[start:end]
        if " " in name and not name.isupper() and not _is_street(text, start, language):
            yield start, end


def _is_street(text: str, start: int, language: str) -> bool:
    """Whether a name stands behind what is named after others: "Calle Universidad de Salamanca"."""
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    return before is not None and before[1][0].isupper() and is_named_after(before[1], language)


def _is_placed(name: str) -> bool:
    """Whether what follows the first word of a name is joined to it, a town or of several words, and no noun."""
    _, *others = name.split(" ")
    if len(others) != 1 or not others[0][0].isupper() or not others[0].isalpha():
        return True
    key = fold(others[0])
    return town(key) is not None and key not in everyday(_NOUNS_IN_CAPITALS)


def _trimmed(start: int, end: int, small: re.Pattern[str], text: str, language: str) -> tuple[int, int]:
    """Without function words before a name, and up to a person's: "Policía Juan Pérez"; what is named after people
    keeps theirs.
    """
    while opening := small.match(text, start, end):
        start = opening.end()
    while (last := _LAST_WORD.search(text, start, end)) and is_calendar_word(last[1].casefold()):
        end = start + len(text[start : last.start(1)].rstrip())
    words = [*re.finditer(r"[^ ]+", text[start:end])]
    if words and is_named_after(words[0][0], language):
        return start, end
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        in_capitals = before[0][0].isupper() and word[0][0].isupper() and after[0][0].isupper()
        if in_capitals and fold(word[0]) in first_names():
            return start, start + before.end()
    return start, end


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 9) : start].rstrip(' «„“"‘(–-')
    return not before or before[-1] in _SENTENCE_ENDS


@cache
def _patterns(language: str) -> _Patterns | None:
    tables = _tables()
    if language not in tables:
        return None
    table, common = tables[language], tables["any"]

    def one_of(key: str) -> str:
        return _one_of(_words(table, key))

    joins = _words(table, "joins")
    elided = [join for join in joins if join[-1] in "'’"]
    joined = rf"(?:{_one_of(each for each in joins if each not in elided)} |{_one_of(elided)})"
    join = rf"{joined}?"
    ands = rf"{one_of('ands')} " if _words(table, "ands") else "(?!)"
    quality = rf"(?: {one_of('qualities')}(?!\w))"
    goes_on = rf"(?: {join}{_WORD}{quality}*)"
    # "Asociación de Productores, Empacadores y Exportadores de Ajos"
    listed = rf"(?:(?:, {join}{_WORD}{quality}*){{0,3}} {ands}{join}{_WORD}{quality}*{goes_on}{{0,2}})?"
    endings = table.get("endings", "")
    adjective = _bounded(table.get("described") or "(?!)")
    lower_adjective = _bounded(table.get("lower_described") or _WORD)
    capital = _LATIN_WORD if language in _CYRILLIC else _WORD
    between = rf"(?: (?:{_bounded(table['between'])})(?!\w))?" if table.get("between") else ""
    before = rf"(?:{_bounded(table['before'])} ){{0,2}}" if table.get("before") else ""
    countries = _one_of(re.escape(name) for name in country_names(language) if name[0].isupper())
    known = _one_of((*_words(common, "known"), *_words(table, "known")))
    forms, clubs = _one_of((*_words(common, "forms"), *_words(table, "forms"))), _one_of(_words(common, "clubs"))
    opened = (
        rf"{one_of('matters')}{endings}{quality}*{goes_on}{{1,4}}{listed}",
        rf"{before}{one_of('heads')}{endings}(?:{quality}*{goes_on}{{1,{_MOST}}}|{quality}+{_ENDS})",
        rf"{one_of('small')}{endings}{quality}*{goes_on}{{1,{_MOST}}}",
        rf"{one_of('placed')}{endings}(?: {_WORD}){{1,3}}",
    )
    firms = (
        rf"{_WORD}(?: (?:& )?{_WORD}){{0,4}} {forms}{_ENDS}",
        rf"(?:\d\. ?)?{clubs}(?: 0\d| 1[89]\d\d)?(?: (?:de |do |da |del )?{_WORD}){{1,2}}",
    )
    within = (
        rf"(?=[{_UPPER}]){adjective} (?:{adjective} )?{one_of('nouns')}{_ENDS}(?: {joined}{_WORD}){{0,2}}",
        rf"(?=[{_UPPER}]){lower_adjective} {one_of('lower_nouns')}{_ENDS}",
        rf"{one_of('plain')}{endings}{quality}* {joined}{_LOWER_WORD}{quality}*(?: {joined}(?:{_WORD}|{_LOWER_WORD}))?",
    )
    small = _one_of(re.escape(word.capitalize()) for word in introductions(language).small)
    name = rf"{capital}(?: (?:{join}|& ){capital}){{0,4}}"
    return _Patterns(
        re.compile(rf"{_BEGINS}{known}{_ENDS}(?: {join}{countries}{_ENDS}|{quality})?"),
        tuple(re.compile(_BEGINS + pattern) for pattern in opened),
        tuple(re.compile(_BEGINS + pattern) for pattern in firms),
        tuple(re.compile(_BEGINS + pattern) for pattern in within),
        re.compile(rf"{_BEGINS}{one_of('kinds')}{between} (?:{_QUOTED}|(?P<name>{name}))"),
        re.compile(rf"{small} "),
        re.compile(rf"(?:{small}|(?i:{one_of('kinds')})) "),
    )


def _one_of(patterns: Iterable[str]) -> str:
    return f"(?:{any_of(patterns) or '(?!)'})"


def _words(table: Mapping[str, str], key: str) -> list[str]:
    return [_bounded(word) for word in phrases(table.get(key, ""))]


def _bounded(pattern: str) -> str:
    """Without end, a word of a megabyte would be read anew at each of its apostrophes."""
    return pattern.replace(r"\w*", r"\w{0,40}").replace(r"\w+", r"\w{1,40}").replace(r"[\w-]+", r"[\w-]{1,40}")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return read_table("organisations/organisations")
