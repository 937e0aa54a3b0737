"""The terms of Media Topics in a text, the longest first; training/topics.py says which, and what each weighs.

A language has up to some 30,000. They stay text in memory, a row each, and of these the few are read that a text may
hold: as objects those of all languages would take 150 MB.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from copydesk.desk.tags.katakana import is_of_longer
from copydesk.desk.tags.stems import stems
from copydesk.desk.tags.subjects.concepts import line_of, member
from copydesk.desk.tags.words import BY_CHARACTER, Token, cut

# News says first what it is about: the first 80 words count twice, and so does the title.
LEAD_WORDS = 80
# A rarer word says more about a concept, but not about the subject at the top: there no weight counts for more.
MOST_ABOUT = 1.5
# Of languages that are cut by character so many make a word.
CHARACTERS_OF_A_WORD = 2
# Products and services, and human interest: where a trade or an award shares a term with its subject (film, the film
# industry and the Oscars), the text's subject at the top level is the latter's.
_TRADES = "20000209"
_OF_TRADES = 0.5
_SECOND = frozenset({_TRADES, "08000000"})
_BETWEEN = " -–&'’"  # what stands between words of one term
_STOPS = "，。、；：！？,;:!?"
_ABBREVIATED = 4  # a point after a word as short as "St" or "Dr" does not end a sentence
_SCALES = frozenset(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions m bn k mio mrd millionen "
    "milliarden milliard milliards millon millones mil".split()
)
_OF = frozenset({"of", "de", "d"})


class Term(NamedTuple):
    """A term: the stems of its words with a space between, its weight, the concepts it tells, those and the ones above
    them but the top, and the concepts at the top that it counts for. about: how much of its weight counts for those.
    """

    words: str
    weight: float
    about: float
    concepts: tuple[str, ...]
    lines: tuple[str, ...]
    roots: tuple[str, ...]

    @property
    def counted(self) -> float:
        """How far the term counts as one of its subject's: about, without what it is cut for its rarity. A trade or a
        good is half a term at most."""
        return min(self.about * max(1.0, self.weight / MOST_ABOUT), _OF_TRADES if _TRADES in self.lines else 1.0)


@dataclass(slots=True)
class Found:
    """A term in a text: how often (the lead and the title twice), where it stands first in the text, [start, end),
    whether it stands in the lead or the title, and ever without an amount before it."""

    term: Term
    times: float = 0.0
    first: tuple[int, int] | None = None
    leading: bool = False
    bare: bool = False

    @property
    def strength(self) -> float:
        return self.term.weight * (1 + 1.5 * math.log(self.times))


def find_terms(text: str, title: str, language: str, tokens: list[Token] | None = None) -> list[Found]:
    """The terms of a text and its title in a language (ISO 639); none in one without a term file.

    tokens: the words of the text, where they are at hand.
    """
    table = terms_of(language)
    if table is None:
        return []
    if language == "zh":
        text, title = text.translate(_simple_characters()), title.translate(_simple_characters())
    if tokens is None or language in BY_CHARACTER:
        tokens = cut(text, language)
    keys, titles = stems(tokens, language), stems(headline := cut(title, language), language)
    if language == "ar":
        keys, titles = _without_proclitics(keys), _without_proclitics(titles)
    found: dict[int, Found] = {}
    lead = LEAD_WORDS * (CHARACTERS_OF_A_WORD if language in BY_CHARACTER else 1)
    _find(text, tokens, keys, table, found, lead)
    _find(title, headline, titles, table, found, None)
    return list(found.values())


# Arabic writes "and", "by", "for", "so" and "as" together with a word. What is shorter is rather another word's end.
_PROCLITICS = ("وب", "ول", "و", "ب", "ل", "ف", "ك")
_SHORTEST_BEHIND = 4


def _without_proclitics(keys: list[str]) -> list[str]:
    """The stems of Arabic words, of one that begins no term what stands behind its proclitic, if that does."""
    known = _first_words("ar")
    return [
        key
        if key in known
        else next(
            (
                rest
                for proclitic in _PROCLITICS
                if key.startswith(proclitic)
                and len(rest := key.removeprefix(proclitic)) >= _SHORTEST_BEHIND
                and rest in known
            ),
            key,
        )
        for key in keys
    ]


@cache
def _first_words(language: str) -> frozenset[str]:
    """The stems that terms of a language begin with."""
    table = terms_of(language)
    return frozenset(opening.partition(" ")[0] for opening in table.openings) if table else frozenset()


class Terms(NamedTuple):
    """The terms of a language: all rows in one text; by their opening, the stems of their first word or two, where its
    rows begin and end in that, the longest terms first; and the heads of compounds ("*wahl") with their rows' places.
    """

    rows: str
    openings: dict[str, int]
    heads: dict[str, int]


# Beginning and end of the rows of an opening are one number: an object instead of three.
_BITS = 24


@cache
def terms_of(language: str) -> Terms | None:
    """The terms of a language; None where it has none."""
    lines = member(f"terms/{language}")
    if not lines:
        return None
    rows: list[str] = []
    openings: dict[str, int] = {}
    heads: dict[str, int] = {}
    start, at, before = 0, 0, ""
    for line in lines:
        opening, _, row = line.partition("\t")
        if opening != before:
            start, before = at, opening
        rows.append(row)
        if opening == "*":
            heads[row.partition("\t")[0]] = at << _BITS | at + len(row)
        else:
            openings[opening] = start << _BITS | at + len(row)
        at += len(row) + 1
    return Terms("\n".join(rows), openings, heads)


def all_terms(language: str) -> list[Term]:
    """Every term of a language, for counting."""
    table = terms_of(language)
    return [] if table is None else [_term(row) for row in table.rows.split("\n")]


def _find(
    text: str, tokens: list[Token], keys: list[str], table: Terms, found: dict[int, Found], lead_words: int | None
) -> None:
    """The longest term from each word on; what it covers is not looked at again. lead_words: None for a title."""
    at, size = 0, len(tokens)
    openings, heads = table.openings, tuple(table.heads)
    while at < size:
        key, match = keys[at], None
        if at + 1 < size and (span := openings.get(f"{key} {keys[at + 1]}")) is not None:
            match = _longest(text, tokens, keys, at, table.rows, span)
        if match is None:
            span = openings.get(key)
            if span is None and heads and key.endswith(heads):
                span = next(place for head, place in table.heads.items() if key.endswith(head))
            match = _longest(text, tokens, keys, at, table.rows, span) if span is not None else None
        if match is None or is_of_longer(text, tokens[at].start, tokens[at + match[2] - 1].end):
            at += 1
            continue
        place, row, words = match
        term = _term(row)
        if term.concepts:
            item = found.get(place)
            if item is None:
                item = found[place] = Found(term)
            lead = lead_words is None or at < lead_words
            item.times += 2 if lead and lead_words is not None else 1
            item.leading = item.leading or lead
            item.bare = item.bare or not _is_amount(tokens, at)
            if lead_words is not None and item.first is None:
                item.first = (tokens[at].start, tokens[at + words - 1].end)
        at += words


def _longest(
    text: str, tokens: list[Token], keys: list[str], at: int, rows: str, span: int
) -> tuple[int, str, int] | None:
    """The first of some rows whose term stands at a word: its place, the row, and how many words it has."""
    start, end = span >> _BITS, span & (1 << _BITS) - 1
    while start < end:
        stop = rows.find("\n", start, end)
        row = rows[start : stop if stop >= 0 else end]
        words, _, mark = row.partition("\t")
        count = words.count(" ") + 1
        stands = [token.key for token in tokens[at : at + count]] if mark[0] == "=" else keys[at : at + count]
        # The head of a compound ("*wahl") stands at the end of a word.
        is_there = " ".join(stands) == words or (count == 1 and mark[0] == "-")
        if is_there and _has_case(tokens[at].text, mark[1]) and _runs_on(text, tokens[at : at + count]):
            return start, row, count
        start += len(row) + 1
    return None


def _has_case(text: str, mark: str) -> bool:
    """Whether a word has the case that a term asks for: a capital (A), or nothing but capitals (B)."""
    if mark == "A":
        return text[0].isupper()
    return mark != "B" or text.isupper()


@lru_cache(maxsize=4096)
def _term(row: str) -> Term:
    words, _, weight, about, concepts = row.split("\t")
    return Term(words, float(weight), float(about), *_placed(concepts))


@cache
def _placed(concepts: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The concepts of a term; these and what they are part of, below the top; and their subjects at the top."""
    lines = [line_of(concept) for concept in concepts.split()]
    subjects = {line[-1] for line in lines if not _SECOND.intersection(line)}
    roots = subjects or {line[-1] for line in lines}
    below = {concept for line in lines for concept in line[:-1]}
    return tuple(concepts.split()), tuple(sorted(below)), tuple(sorted(roots))


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands before a word, or "million", or "millions d'" and "millones de"."""
    before = at - 2 if at and tokens[at - 1].key in _OF else at - 1
    return before >= 0 and (tokens[before].text[0].isdigit() or tokens[before].key in _SCALES)


def _runs_on(text: str, tokens: Sequence[Token]) -> bool:
    """Whether no sentence or clause ends between words: "AI) models" are no AI models. "St. Paul's" runs on."""
    for one, two in pairwise(tokens):
        gap = text[one.end : two.start]
        is_abbreviation = gap == ". " and len(one.text) < _ABBREVIATED
        if (len(gap) > 1 or gap in _STOPS) and gap.strip(_BETWEEN) and not is_abbreviation:
            return False
    return True


@cache
def _simple_characters() -> dict[int, int]:
    """The simplified character of each traditional one that has another."""
    return {ord(row[0]): ord(row[1]) for row in member("simplified")}
