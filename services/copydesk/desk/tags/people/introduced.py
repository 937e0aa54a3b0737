"""The words by which a text introduces people, from introduced.toml."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from copydesk.desk.tags.geography.territories import country_names
from copydesk.desk.tags.key import LETTERS
from copydesk.desk.tags.keywords import function_words
from copydesk.desk.tags.table import longest_first, read_table
from copydesk.desk.tags.words import fold

# Languages that read another's table.
_READS = {"nb": "no", "nn": "no", "sk": "cs", "be": "ru", "ms": "id"}
_NEVER = "(?!)"
_EX = "(?:ex|vice|vize|wice|sub|co|euro|oud|tidl|экс|вице|екс|віце)?-?"
ELIDED = re.compile(r"[dlDL]['’]")
_REMEMBERED = 50_000  # words: news repeats its own
_LONG = 5  # letters: shorter ones end surnames, too (Weinberg)
_SHORT = 3  # letters


class Introductions(NamedTuple):
    """The words of one language. Patterns and words are of keys (`key_of`), but for surnames, oblique and elsewhere.

    known: whether there is a table for it. offices, bodies, named: words with their endings; body_words: those of
    bodies as they stand; compounds: words that end in one. oblique: an ending that a name takes; inflects: whether
    given names take it, too. elsewhere: words in a case of place. countries: what the names of countries begin with.
    small: function words.
    """

    known: bool
    offices: re.Pattern[str]
    bodies: re.Pattern[str]
    body_words: frozenset[str]
    compounds: re.Pattern[str]
    named: re.Pattern[str]
    says: frozenset[str]
    ages: frozenset[str]
    matters: frozenset[str]
    nations: re.Pattern[str]
    surnames: re.Pattern[str]
    oblique: re.Pattern[str]
    elsewhere: re.Pattern[str]
    inflects: bool
    countries: tuple[str, ...]
    small: frozenset[str]


def key_of(word: str) -> str:
    """A word as the tables are read: marks off, case folded, letters that have no base taken for the nearest."""
    return word.lower() if word.isascii() else fold(word).translate(LETTERS)


@cache
def introductions(language: str) -> Introductions:
    """The words of a language; none but its function words where there is no table for it."""
    language = _READS.get(language, language)
    table, common = _tables().get(language, {}), _tables()["any"]
    endings = table.get("endings", "")
    offices, bodies = _stems(table.get("offices")), _stems(table.get("bodies"))
    formed = [rf"\w+{end}" for end in _stems(table.get("formed"))]
    front = r"\w*?" if "compounds" in table else ""
    long = [stem for stem in bodies if len(stem) >= _LONG]
    inflects = "oblique" in table and not front
    whole = rf"{_EX}{_any_of(offices + formed)}{endings}"
    last = rf"\w*?{_any_of([stem for stem in offices if len(stem) > _SHORT])}{endings}"
    return Introductions(
        known=bool(table),
        offices=re.compile(f"{whole}|{last}" if front else whole),
        bodies=re.compile(f"{_any_of(_stems(common['bodies']))}|{_any_of(bodies)}{endings}"),
        body_words=frozenset((*_stems(common["bodies"]), *bodies)),
        compounds=re.compile(rf"\w+?{_any_of(long)}{endings}" if front else _NEVER),
        named=re.compile(front + _any_of(_stems(common["named"]))),
        says=frozenset(_stems(table.get("says"))),
        ages=frozenset(_stems(table.get("ages"))),
        matters=frozenset(_stems(table.get("matters"))),
        nations=re.compile(table.get("nations", _NEVER)),
        surnames=re.compile(table.get("surnames", _NEVER)),
        oblique=re.compile(table.get("oblique", _NEVER) + r"\Z"),
        elsewhere=re.compile(table.get("elsewhere", _NEVER)),
        inflects=inflects,
        countries=tuple(sorted(set(_countries(language, 2 if inflects else 0)))),
        small=function_words(language),
    )


@lru_cache(_REMEMBERED)
def is_office(word: str, language: str) -> bool:
    """Whether a word is of an office, a profession or kinship."""
    key = key_of(ELIDED.sub("", word)).rstrip(".")
    office = introductions(language).offices.fullmatch
    first, _, rest = key.partition("-")
    return any(map(office, (key, first, rest.rpartition("-")[2]) if rest else (key,)))


@lru_cache(_REMEMBERED)
def is_body(word: str, language: str) -> bool:
    """Whether a word is of an institution, a place, an event or a work."""
    key, words = key_of(ELIDED.sub("", word)), introductions(language)
    return bool(words.bodies.fullmatch(key) or words.compounds.fullmatch(key))


@lru_cache(_REMEMBERED)
def is_named_after(word: str, language: str) -> bool:
    """Whether a word is of something that is named after people: a street, a prize, a stadium."""
    return introductions(language).named.fullmatch(key_of(ELIDED.sub("", word))) is not None


@cache
def _tables() -> dict[str, dict[str, str]]:
    return read_table("people/introduced")


def _stems(words: str | None) -> list[str]:
    """The keys of words, the longest first."""
    return longest_first({key_of(word) for word in (words or "").split()})


def _any_of(stems: list[str]) -> str:
    return f"(?:{'|'.join(stems) or _NEVER})"


def _countries(language: str, cut: int) -> Iterator[str]:
    """The words of countries' names, without so many letters at their end."""
    for name in country_names(language):
        if name[0].isupper():
            for word in key_of(name).split():
                if len(word) > _LONG:
                    yield word[: max(_LONG, len(word) - cut)]
                elif len(word) > _SHORT:
                    yield word[: max(_SHORT + 1, len(word) - cut // 2)]
