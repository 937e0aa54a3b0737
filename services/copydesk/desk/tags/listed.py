"""Names in languages without a tagger: only what lists and patterns can tell with some certainty.

People as people/ finds them, countries by the names CLDR gives them in the language, cities by name, organisations by
their initials or a name of several words. Precision over recall: of what is found here at least eight in ten should be
right.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from copydesk.desk.tags.english.lexicon import Kind as Listed
from copydesk.desk.tags.english.lexicon import fold_hash, phrase
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.english.sentences import Tokens, tokenise
from copydesk.desk.tags.geography.gazetteer import (
    UNSPACED,
    everyday,
    long_names,
    nominatives,
    region_names,
    town,
    town_names,
)
from copydesk.desk.tags.geography.home import home_senses, joined_towns, says_where
from copydesk.desk.tags.geography.spelled import spelled_places
from copydesk.desk.tags.geography.territories import country_names, union_names
from copydesk.desk.tags.link import Found, Kind
from copydesk.desk.tags.organisations.capitals import organisations
from copydesk.desk.tags.organisations.known import known_organisations, main_forms
from copydesk.desk.tags.organisations.without_capitals import organisations_by_ending
from copydesk.desk.tags.people.arabic import arabic_people
from copydesk.desk.tags.people.capitals import people
from copydesk.desk.tags.people.chinese import chinese_people
from copydesk.desk.tags.people.japanese import japanese_people
from copydesk.desk.tags.people.korean import korean_people
from copydesk.desk.tags.people.mention import Mention
from copydesk.desk.tags.words import fold

# How sure each rule is; above the default threshold, since only rules that are go in.
_SURE = 0.85
_LONGEST = 4

_COMMON_PERSON = int(Listed.FIRST_COMMON | Listed.FIRST_WORLD | Listed.LAST_COMMON)
_WORDS = int(Listed.ORGANISATION_WORD | Listed.PLACE_WORD)
# Scripts that have no capitals.
_PEOPLE: dict[str, Callable[[str], list[Mention]]] = {
    "ar": arabic_people,
    "ja": japanese_people,
    "ko": korean_people,
    "zh": chinese_people,
}
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*\Z")


def listed_names(text: str, language: str) -> list[Found]:
    """The names in a text, in order, without overlaps."""
    base = language.replace("_", "-").partition("-")[0].lower()
    is_unspaced = base in UNSPACED
    tokens = Tokens([], [], [], []) if is_unspaced else _unelided(tokenise(text))
    tokens = _with_articles(tokens) if base == "nl" else tokens
    joined: list[Found] = []
    if is_unspaced or base in _PEOPLE:
        houses, persons = organisations_by_ending(text, base), _people_without_capitals(text, base)
        known = known_organisations(text, [], [], base)
    else:
        houses, persons = organisations(text, base), _people_with_capitals(text, tokens, base)
        known = known_organisations(text, tokens.words, tokens.starts, base)
        joined = [_found(text, tokens, first, last, "LOC") for first, last in joined_towns(tokens, base)]
        within = _inside(joined)
        persons = [one for one in persons if one.start not in within]
    found = _apart(_longest([*houses, *known]), persons, text)
    inside = _inside(found)
    places = [Found(*place, "", _SURE) for place in spelled_places(text, base) if place[0] not in inside]
    places += [one for one in joined if one.start not in inside]
    found += places
    if is_unspaced:
        return sorted(found)
    inside |= _inside(places)
    countries, unions, towns = _phrases_of(country_names(base)), _phrases_of(union_names(base)), _town_phrases(base)
    phrases = _phrases(tokens, countries | unions | towns)
    taken = {at for at, start in enumerate(tokens.starts) if start in inside}
    for first, last, kind in (
        *_datelines(text, tokens, base),
        *_organisations(tokens, phrases),
        *(
            (first, last, "LOC" if name in countries else "ORG")
            for first, last, name, _ in phrases
            if name in countries or name in unions
        ),
        *_known_towns(tokens, phrases, towns, _region_phrases(base) if _RESULT.search(text) else frozenset()),
        *_cities(tokens, phrases),
        *_home_towns(tokens, base),
    ):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append(_found(text, tokens, first, last, kind))
    names = {name.text for name in found}
    found = sorted(_without_genitive(name) if name.text[:-1] in names else name for name in found)
    return _in_one_form(found, base)


def _in_one_form(found: list[Found], language: str) -> list[Found]:
    """The names, a town's and an organisation's other cases by the form in which it is first printed."""
    towns, houses, first = nominatives(language), main_forms(language), dict[str, str]()
    for i, name in enumerate(found):
        if name.kind == "LOC":
            main = towns.get(name.text) or towns.get(name.text.title())
        else:
            main = houses.get(name.text) if name.kind == "ORG" else None
        if main:
            found[i] = name._replace(text=first.setdefault(main, name.text))
    return found


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, in order, of those that overlap the one that begins first, and of these the longest."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _people_without_capitals(text: str, language: str) -> list[Found]:
    mentions = _PEOPLE[language](text) if language in _PEOPLE else []
    return [Found(one.start, one.end, "PER", one.name, "", _SURE) for one in mentions]


def _people_with_capitals(text: str, tokens: Tokens, language: str) -> list[Found]:
    places, taken, found = long_names(language), set[int](), []
    for first, last, name in people(tokens, language):
        if taken.isdisjoint(range(first, last)) and " ".join(tokens.words[first:last]) not in places:
            taken.update(range(first, last))
            found.append(_person(text, tokens, first, last, name))
    return found


def _apart(houses: Iterable[tuple[int, int]], persons: Sequence[Found], text: str) -> list[Found]:
    """Organisations up to the people whose names stand behind theirs, and the people that are in none."""
    starts = sorted(person.start for person in persons)
    found = []
    for start, end in houses:
        at = bisect_left(starts, start)
        begins = starts[at : at + 1]
        end_of_name = start + len(text[start : min([*begins, end])].rstrip())
        # Of a single word nothing tells that it is a name: "la police Jean Dupont".
        if end_of_name > start and (end_of_name == end or " " in text[start:end_of_name]):
            found.append(Found(start, end_of_name, "ORG", text[start:end_of_name], "", _SURE))
    inside = _inside(found)
    return [*found, *(one for one in persons if inside.isdisjoint(range(one.start, one.end)))]


def _inside(found: Iterable[Found]) -> set[int]:
    """The places of a text at which names stand."""
    return {at for name in found for at in range(name.start, name.end)}


def _without_genitive(name: Found) -> Found:
    """Merkels is Merkel where the text has both."""
    if not name.text.endswith("s"):
        return name
    return name._replace(end=name.end - 1, text=name.text[:-1])


def _found(text: str, tokens: Tokens, first: int, last: int, kind: Kind) -> Found:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    after = tokens.words[last] if last < len(tokens.words) else ""
    return Found(start, end, kind, text[start:end], after, _SURE)


def _unelided(tokens: Tokens) -> Tokens:
    """The same words, with an article or preposition apart that hangs on the next: "d'Alain", "l'État"."""
    if not any(word[1:2] in ("'", "’") and word[0] in "dlDL" for word in tokens.words):
        return tokens
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences = []
    for first, last in tokens.sentences:
        begin = len(words)
        for at in range(first, last):
            word, start, end = tokens.words[at], tokens.starts[at], tokens.ends[at]
            # D'Angelo is a name, and D'après is none.
            if word[1:2] in ("'", "’") and (
                word[0] in "dl" or (word[0] in "DL" and (at == first or word[2:3].islower()))
            ):
                words.append(word[:2])
                starts.append(start)
                ends.append(start + 2)
                word, start = word[2:], start + 2
            words.append(word)
            starts.append(start)
            ends.append(end)
        sentences.append((begin, len(words)))
    return Tokens(words, starts, ends, sentences)


def _with_articles(tokens: Tokens) -> Tokens:
    """The same words, the Dutch article 't as one: "Kees van 't Veer"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    gone = [
        at
        for at, word in enumerate(words)
        if word == "t" and at and words[at - 1] in "'’" and starts[at] == ends[at - 1]
    ]
    if not gone:
        return tokens
    kept = sorted(set(range(len(words))).difference(gone))
    articles = {at - 1 for at in gone}
    return Tokens(
        [words[at] + "t" * (at in articles) for at in kept],
        [starts[at] for at in kept],
        [ends[at] + (at in articles) for at in kept],
        [(first - bisect_left(gone, first), last - bisect_left(gone, last)) for first, last in tokens.sentences],
    )


def _person(text: str, tokens: Tokens, first: int, last: int, name: tuple[int, int] | None) -> Found:
    """A mention of a person, by the name in full where it has another form of it."""
    found = _found(text, tokens, first, last, "PER")
    if name is None:
        return found
    return found._replace(text=text[tokens.starts[name[0]] : tokens.ends[name[1] - 1]])


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and _NAME_WORD.match(word) is not None


class _Phrase(NamedTuple):
    """Words [first, last) of a sentence, the first with a capital: as the lists have them, and in which they are."""

    first: int
    last: int
    name: str
    kind: int


def _phrases(tokens: Tokens, countries: AbstractSet[str]) -> list[_Phrase]:
    """The phrases of a text that are in a list."""
    words = tokens.words
    found = []
    for first, last in tokens.sentences:
        for start in range(first, last):
            if words[start][0].isupper():
                found += [
                    (start, end, phrase(words[start:end]))
                    for end in range(min(start + _LONGEST, last), start, -1)
                    if words[end - 1][0].isalpha()
                ]
    kinds: list[int] = names_model().lexicon.kinds_of(fold_hash(name for _, _, name in found)).tolist()
    return [_Phrase(*one, kind) for one, kind in zip(found, kinds, strict=True) if kind or one[2] in countries]


def _organisations(tokens: Tokens, phrases: Sequence[_Phrase]) -> Iterator[tuple[int, int, Kind]]:
    for first, last, name, kind in phrases:
        if not kind & int(Listed.ORGANISATION):
            continue
        initials = last - first == 1 and len(name) > 2 and name.isupper() and not _in_capitals(tokens, first)
        if initials or (last - first > 1 and all(word[0].isupper() for word in tokens.words[first:last])):
            yield first, last, "ORG"


def _in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether the words next to a word are all in capitals too: a headline, where initials cannot be told."""
    around = tokens.words[max(0, index - 1) : index] + tokens.words[index + 1 : index + 2]
    around = [word for word in around if word.isalpha()]
    return bool(around) and all(word.isupper() for word in around)


@cache
def _phrases_of(names: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase(name.split()) for name in names if not name[0].islower())


# Before a name that people have as well, these say that it is a town's. "À" and "to" say so of capitals of a million.
_SHORTEST_TOWN = 4
_IN, _TO = frozenset("in nach bei en em i w we".split()), frozenset("à a para naar till".split())
_LARGE, _SHORT = 6.0, 4  # people, a logarithm; letters
# What German, which has capitals for all nouns, says that a town or a region is.
_CALLED = frozenset(
    "Bundesland Freistaat Großraum Hafenstadt Hansestadt Hauptstadt Kanton Kreisstadt Land Landeshauptstadt Metropole"
    " Millionenstadt Provinz Raum Region Stadt Universitätsstadt".split()
)
# Small within a region's name: "Castilla y León", "Rio Grande do Sul", "Московская область".
_SMALL = frozenset("da das de del di do dos du y край края крае область области".split())


@cache
def _town_phrases(language: str) -> frozenset[str]:
    words = everyday(language)
    names = town_names(language) | region_names(language)
    return frozenset(phrase(name.split()) for name in names if fold(name) not in words)


@cache
def _region_phrases(language: str) -> frozenset[str]:
    return frozenset(phrase(name.split()) for name in region_names(language))


# A match's result: there a region's name is a club's, but behind "in".
_RESULT = re.compile(r"(?<![\w:.,–-])\d[:–-]\d(?![\w:–-]|[.,]\d)")
_IN_REGION = frozenset("dans na nel nella nelle nei no på в во на".split())


def _known_towns(
    tokens: Tokens, phrases: Sequence[_Phrase], towns: AbstractSet[str], clubs: AbstractSet[str]
) -> Iterator[tuple[int, int, Kind]]:
    """Capitals, large towns and regions by what the language calls them; what people are called, too, only after "in",
    and so for regions what clubs are."""
    lower = {word for word in tokens.words if word.islower()}
    openings = {first for first, _ in tokens.sentences}
    for first, last, name, kind in phrases:
        is_called_alike = bool(kind & int(Listed.CITY_LARGE)) and len(name) >= _SHORTEST_TOWN and not kind & _WORDS
        if (name not in towns and not is_called_alike) or name.lower() in lower:
            continue
        before = tokens.words[first - 1] if first else ""
        after = tokens.words[last] if last < len(tokens.words) else ""
        is_placed = before.lower() in _IN or (before.lower() in _TO and _is_great_capital(name))
        is_placed = is_placed and not (after[:1].isupper() and tokens.starts[last] == tokens.ends[last - 1] + 1)
        goes_on = before[:1].isupper() and not (first - 1 in openings and len(before) <= _SHORT)  # "Из Москвы"
        goes_on = goes_on and before not in _CALLED  # "das Land Brandenburg"
        if (kind & _COMMON_PERSON or name not in towns or goes_on) and not is_placed:
            continue
        if name in clubs and not is_placed and before.lower() not in _IN_REGION:
            continue
        if not all(_is_name_word(word) or word in _SMALL for word in tokens.words[first:last]):
            continue
        yield first, last, "LOC"


@cache
def _folded_towns(language: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in _town_phrases(language))


def _datelines(text: str, tokens: Tokens, language: str) -> Iterator[tuple[int, int, Kind]]:
    """The town that a paragraph opens with, before an agency or a dash: "CIUDAD DE MÉXICO (EFE)"."""
    towns = _folded_towns(language)
    for opening, end in tokens.sentences:
        if tokens.starts[opening] and text[tokens.starts[opening] - 1] != "\n":
            continue
        for last in range(min(opening + _LONGEST, end - 1), opening, -1):
            words = tokens.words[opening:last]
            in_capitals = all(map(str.isupper, words))
            if not all(map(str.isalpha, words)) or not _opens_text(tokens.words, last, in_capitals, language):
                continue
            name = fold(" ".join(words))
            known = town(name)
            is_town = known is not None and known[1][0].population >= _CITY
            is_alike = known is not None and not {"f", "l", "w"}.isdisjoint(known[0])
            is_listed = phrase(words).casefold() in towns or (is_town and (in_capitals or not is_alike))
            if is_listed and (in_capitals or name not in everyday(language)):
                yield opening, last, "LOC"
                break


def _opens_text(words: Sequence[str], at: int, in_capitals: bool, language: str) -> bool:
    """Whether an agency in brackets stands at a word, or a dash; behind capitals and in German a full stop does too."""
    if words[at] == "(":
        return in_capitals or (at + 1 < len(words) and _AGENCY.fullmatch(words[at + 1]) is not None)
    return words[at] in _DASHES or ((in_capitals or language == "de") and words[at] == ".")


# Between the towns of a row.
_ROW_JOINTS = frozenset(", und oder y o e ou et en of og eller och i lub oraz".split())
_DASHES, _CITY = frozenset("–—-"), 5.0  # people, a logarithm
_AGENCY = re.compile(r"[A-ZА-Я]{2,6}|dpa|sid|epd|Reuters|Xinhua")


def _home_towns(tokens: Tokens, language: str) -> Iterator[tuple[int, int, Kind]]:
    """Small towns of the countries where the language is spoken, behind a word that says where, or in a row behind one:
    "nach Fulda, Gießen und Kassel".
    """
    words = tokens.words
    for opening, end in tokens.sentences:
        row, where = 0, ""  # where the last town ends, and the word that says so of the row
        for first in range(opening, end):
            before = words[first - 1] if first > opening else ""
            in_row = row > 0 and first == row + 1 and before in _ROW_JOINTS
            before, joint = where if in_row else before, before
            opens = first - 1 == opening and says_where(before.lower(), language)  # "In Kassel"
            if not words[first][0].isupper() or not (
                before.islower() or opens or _opens_dateline(tokens, first, opening)
            ):
                continue
            for last in range(min(first + 3, end), first, -1):
                name = words[first:last]
                goes_on = before.lower() not in _IN and last < end and words[last][0].isupper()
                # "In Breda, Veghel won" is no row.
                goes_on |= joint == "," and not (last < end and words[last] in _ROW_JOINTS)
                is_name = all(map(_is_name_word, name)) or (not before and all(word.isalpha() for word in name))
                if is_name and not goes_on and home_senses(fold(" ".join(name)).replace("-", " "), before, language):
                    yield first, last, "LOC"
                    row, where = last, before.lower()
                    break


def _opens_dateline(tokens: Tokens, first: int, opening: int) -> bool:
    """Whether a sentence opens with a name and a sign: "WIEN (apa) ...", "Luleå – ..."."""
    following = next((word for word in tokens.words[first + 1 : first + 4] if not word[0].isupper()), "")
    return first == opening and following in ("(", "–", "—", "-")


def _is_great_capital(name: str) -> bool:
    known = town(fold(name))
    return known is not None and any(sense.capital and sense.population >= _LARGE for sense in known[1])


def _cities(tokens: Tokens, phrases: Sequence[_Phrase]) -> Iterator[tuple[int, int, Kind]]:
    lower = {word for word in tokens.words if word.islower()}
    openings = {first for first, _ in tokens.sentences}
    for first, last, name, kind in phrases:
        one = last - first == 1
        if not kind & int(Listed.CITY_LARGE) or kind & (_COMMON_PERSON | _WORDS):
            continue
        if one and (len(name) < 5 or not _is_name_word(name) or name.lower() in lower):
            continue
        # Clubs and universities go by their town: "FC Toulouse".
        before = tokens.words[first - 1] if first else ""
        if kind & int(Listed.ORGANISATION) and before[:1].isupper() and (before.isupper() or first - 1 not in openings):
            continue
        if all(word[0].isupper() for word in tokens.words[first:last]):
            yield first, last, "LOC"
