"""The places, peoples and offices that a text names: where they stand, and what each may mean."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from copydesk.desk.tags.english.works import find_works
from copydesk.desk.tags.geography.gazetteer import (
    UNSPACED,
    Lexicon,
    Sense,
    alike,
    context,
    everyday,
    first_names,
    halves,
    last_names,
    not_places,
    town,
    words_with_names,
)
from copydesk.desk.tags.geography.home import home_senses, says_where
from copydesk.desk.tags.katakana import goes_on, is_of_longer
from copydesk.desk.tags.spans import span_at
from copydesk.desk.tags.words import Token, tokenize

# A possessive without an apostrophe: "Palmas Stadtviertel" is a quarter of Palma.
_GENITIVE_S = frozenset({"de", "da", "no", "sv"})
_WITHIN_NAMES = frozenset("de la del am an der of the sur on upon".split())
_CURRENCIES = ("$", "€", "£")  # "US$9.99" is a price
_BETWEEN_NAMES = frozenset({" ", "-", ". ", "’", "'"})
# Outside English only towns of 100,000 and more: other languages' words are not known well enough.
_LEAST_ABROAD = 5.0
# An English county's weight against the towns overseas that are called like it (a logarithm of people, as the towns').
_COUNTY = 6.3


_WORD = 3  # letters of katakana that may be a word of their own


class Person(NamedTuple):
    """Where a text names a person, [start, end) in code points; full: whose name has several words."""

    start: int
    end: int
    full: bool


@dataclass(slots=True)
class Span:
    """A stretch of tokens that names a place, or hints at a country."""

    first: int
    last: int
    key: str
    senses: tuple[Sense, ...]
    traits: str = ""
    chosen: Sense | None = None
    confidence: float = 0.0
    state: tuple[str, str] | None = None
    person: bool = False
    street: bool = False  # or a firm's, or a work's, or a measure


@dataclass(slots=True)
class Reading:
    """One text being read: its tokens and what was found."""

    text: str
    tokens: list[Token]
    spans: list[Span] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    # Last names of people who are named in full before what is called alike, and storms'.
    surnames: set[str] = field(default_factory=set)
    lower: set[str] = field(default_factory=set)

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start] if index else "\n"

    def after(self, index: int) -> str:
        """What stands between a token and the next, at most a few characters."""
        end = self.tokens[index].end
        return (
            self.text[end : self.tokens[index + 1].start] if index + 1 < len(self.tokens) else self.text[end : end + 3]
        )

    def opens_sentence(self, index: int) -> bool:
        """Whether a token has its capital from the sentence: none of a quotation or after a colon."""
        gap = self.gap(index)
        return "\n" in gap or any(mark in gap for mark in ".!?")

    def starts_sentence(self, index: int) -> bool:
        gap = self.gap(index)
        return "\n" in gap or any(mark in gap for mark in '.!?:“"') or index == 0


def read_places(text: str, words: Lexicon, tokens: list[Token] | None, people: Sequence[Person] = ()) -> Reading:
    """Find what names a place, a people or an office of one, in order; what belongs to a person, a street or a
    longer name is marked. tokens: of the text, where they are at hand. people: where the text names them, in order."""
    if words.language in UNSPACED:
        tokens = []
    elif tokens is None:
        tokens = tokenize(text)
    reading = Reading(text, tokens)
    if words.language in UNSPACED:
        _read_unspaced(reading, words)
        return reading
    reading.lower = {token.key for token in tokens if token.text[0].islower()}
    index, english, of_two = 0, words.language == "en", halves(words.language)
    while index < len(tokens):
        key = tokens[index].key
        if key in of_two and (span := _half_at(reading, index, words)):
            reading.spans.append(span)
            index += 1
            continue
        begins = key in words.starts or key[: words.start] in words.stems or words.proclitics
        if not begins and not tokens[index].text[0].isupper():
            index += 1
            continue
        skip = _not_a_place(tokens, index) if english and key in not_places() else 0
        is_all = index + skip == len(tokens) and (index == 0 or (index == 1 and tokens[0].key == "the"))
        if skip and not is_all:  # a newspaper's name and nothing else tells its country
            index += skip
            continue
        span = _span_at(reading, index, words)
        if span is None:
            index += 1
            continue
        reading.spans.append(span)
        index = span.last + 1
    _mark_people(reading, words.language)
    if english:
        _mark_streets(reading)
        _mark_firms(reading)
        _mark_storms(reading)
        _mark_grounds(reading)
        _mark_works(reading)
    _mark_measures(reading, words.language)
    _mark_named(reading, people)
    _mark_states(reading)
    return reading


def _half_at(reading: Reading, index: int, words: Lexicon) -> Span | None:
    """The country that the first of two words with a hyphen stands for, where the other is a people: "sino-russe"."""
    key = reading.tokens[index].key
    if reading.after(index) != "-" or index + 1 == len(reading.tokens):
        return None
    people = words.at(reading.tokens, index + 1)
    if people is None or not any(sense.kind in "ds" for sense in people[1]):
        return None
    return Span(index, index, key, (Sense(halves(words.language)[key], "d"),))


def _read_unspaced(reading: Reading, words: Lexicon) -> None:
    """Every place where a name's characters stand, and no other word's; the longest of those that begin there."""
    text, at = reading.text, 0
    others = words_with_names(words.language)
    while at < len(text):
        if others and (other := others.match(text, at)):
            at = other.end()
            continue
        for phrase in words.characters.get(text[at : at + 2], ()):
            end = at + len(phrase.printed)
            if text.startswith(phrase.printed, at) and not _goes_on(text, at, end):
                reading.tokens.append(Token(phrase.printed, phrase.printed, at, end))
                last = len(reading.tokens) - 1
                reading.spans.append(Span(last, last, phrase.printed, phrase.senses))
                at = end - 1
                break
        at += 1


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether katakana is part of another word: "タイトル" is not Thailand. "ロシアメディア" are two words."""
    may_join = end - start >= _WORD and not text.startswith("ン", end)
    return is_of_longer(text, start, end) or (not may_join and goes_on(text, end))


def _not_a_place(tokens: list[Token], index: int) -> int:
    for phrase in not_places().get(tokens[index].key, ()):
        if tuple(token.key for token in tokens[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _span_at(reading: Reading, index: int, words: Lexicon) -> Span | None:
    tokens = reading.tokens
    found = words.at(tokens, index)
    if found and found[0] == 1 and _is_word(reading, index, words.language):
        found = None
    if found:
        length, senses, printed = found
        senses = tuple(s for s in senses if s.kind != "a" or _abbreviation_stands(reading, index, length, printed))
        if len(printed) < 4 and printed.isupper() and "." not in tokens[index].text:
            currency = reading.after(index + length - 1)[:1] in _CURRENCIES
            senses = () if currency or _all_capitals(reading, index) else senses
        found = (length, senses, printed) if senses else None
    place = _town_at(reading, index, words.language)
    if found and (place is None or found[0] >= place.last - place.first + 1):
        length, senses, _ = found
        last = index + length - 1
        key = " ".join(token.key for token in tokens[index : last + 1])
        if (
            place
            and place.key == key
            and key not in context("nations")
            and {(s.code, s.kind) for s in senses} == {("GB", "r")}
        ):
            # An English county has namesakes overseas: the votes decide.
            senses = (*(sense._replace(kind="t", population=_COUNTY) for sense in senses), *place.senses)
            senses = tuple({(sense.code, sense.division): sense for sense in reversed(senses)}.values())
        return Span(index, last, key, senses, traits=_traits_of(key, place))
    return place


def _is_word(reading: Reading, index: int, language: str) -> bool:
    """Whether a country's name is rather a word that opens a sentence, or a person's name."""
    printed = reading.tokens[index].text.casefold()
    return f"!{printed}" in alike(language) or (printed in alike(language) and reading.starts_sentence(index))


def _traits_of(key: str, place: "Span | None") -> str:
    if place and place.key == key:
        return place.traits
    return ("f" if key in first_names() else "") + ("l" if key in last_names() else "")


def _town_at(reading: Reading, index: int, language: str) -> Span | None:
    """The longest town's name in capitalised words from here on; its words are joined by spaces or hyphens only."""
    tokens = reading.tokens
    token = tokens[index]
    if not token.text[0].isupper() or len(token.key) < 2 or "." in token.text or token.key in context("calendar"):
        return None
    last = index
    while last + 1 < len(tokens) and last - index < 3 and reading.after(last) in _BETWEEN_NAMES:
        word = tokens[last + 1].text
        if not word[0].isupper() and word not in _WITHIN_NAMES:
            break
        last += 1
    while last >= index:
        key = " ".join(token.key for token in tokens[index : last + 1])
        known = town(key) if len(key) > 2 and key.isascii() else None
        if language in _GENITIVE_S and key.endswith("s"):
            bare = town(key[:-1])
            if bare and (known is None or bare[1][0].population > known[1][0].population):
                known = bare
        if known and last == index and key in everyday(language):
            return None
        if known:
            traits, senses = known
            if language != "en":
                # Elsewhere only towns that the world's news names, and those at home behind a word that says where:
                # other languages' words are not known well enough.
                senses = tuple(s for s in senses if s.population >= _LEAST_ABROAD)
                if "w" in traits and last == index:
                    return None
                if not senses:
                    break
            return Span(index, last, key, senses, traits)
        last -= 1
    return _home_town_at(reading, index, language) if language != "en" else None


def _home_town_at(reading: Reading, index: int, language: str) -> Span | None:
    """The longest name of a small town from here on, of a country where the language is spoken."""
    tokens = reading.tokens
    before = tokens[index - 1].text if index and reading.gap(index) == " " else ""
    is_placed = before.islower() or says_where(before.lower(), language)  # "In Kassel"
    if not (is_placed or _opens_dateline(reading, index)):
        return None
    for last in range(min(index + 2, len(tokens) - 1), index - 1, -1):
        key = " ".join(token.key for token in tokens[index : last + 1])
        joined = all(reading.after(at) in (" ", "-") for at in range(index, last))
        if joined and tokens[last].text[0].isupper() and (senses := home_senses(key, before, language)):
            return Span(index, last, key, senses)
    return None


def _opens_dateline(reading: Reading, index: int) -> bool:
    """ "WIEN (apa) ...", "Luleå – ...": the first word of a line, and a sign behind it."""
    return "\n" in reading.gap(index) and reading.after(index).lstrip()[:1] in ("(", "–", "—")


def _abbreviation_stands(reading: Reading, index: int, length: int, printed: str) -> bool:
    """ "Ga." and "GA" are a state after a comma, with a capitalised word before it."""
    tokens = reading.tokens
    last = index + length - 1
    dotted = "." in tokens[index].text
    if printed.endswith(".") and not dotted and not reading.after(last).startswith("."):
        return False
    if dotted and len(tokens[index].text) > 3:
        return True
    if index == 0 or not tokens[index - 1].text[0].isupper():
        return False
    gap = reading.gap(index)
    if printed.endswith(".") and len(printed) > 4 and gap == " " and tokens[index - 1].key in context("before"):
        return True
    return gap == ", " and (tokens[index].text.isupper() or printed.endswith("."))


def _all_capitals(reading: Reading, index: int) -> bool:
    """A headline in capitals, where US may be us."""
    around = [t for t in reading.tokens[max(0, index - 3) : index + 4] if len(t.text) > 3]
    return len(around) > 1 and all(token.text.isupper() for token in around)


# What stands before a country that only says how large something is: "an area larger than Belgium".
_SIZES = {
    "de": r"so groß wie|(?:Größe|Fläche) (?:von|des|der)",
    "en": r"(?:area|forest|iceberg|land|territory)\b[^.\n]{0,40} (?:bigger|larger) than|(?:size|area) of"
    r"|as (?:big|large) as",
    "es": r"(?:tamaño|superficie) de|tan grande como",
    "fr": r"(?:taille|superficie) (?:de|du)|aussi (?:grande?|vaste) que",
    "it": r"(?:grande|estesa|vasta) (?:come|quanto)|dimensioni (?:di|del|della|dell['’])",
    "nl": r"zo groot als|(?:omvang|oppervlakte) van",
    "pl": r"wielkości|powierzchni",
    "pt": r"tamanho (?:de|do|da)|tão grande (?:como|quanto)",
    "ru": r"(?:размером|величиной|площадью) с",
    "sv": r"stor[at]? som|storleken av",
}
_BEFORE_MEASURE = {
    language: re.compile(rf"\b(?:{sizes})\s?(?:(?:the|la|le|die|a|o)\s|l['’])?\Z") for language, sizes in _SIZES.items()
}
_LONGEST_MEASURE = 70  # letters
# What such words end in, folded: few countries stand behind one, and only there it is worth looking.
_MEASURE_ENDS = frozenset(
    "a als area as av c come de del dell della der des di die du l la le o of powierzchni quanto que som than the van "
    "von wie wielkosci с".split()
)


def _mark_measures(reading: Reading, language: str) -> None:
    """Mark the countries that are named once, as a measure."""
    pattern = _BEFORE_MEASURE.get(language)
    if pattern is None:
        return
    once = Counter(span.key for span in reading.spans)
    for span in reading.spans:
        if not span.first or reading.tokens[span.first - 1].key not in _MEASURE_ENDS:
            continue
        start = reading.tokens[span.first].start
        if once[span.key] == 1 and pattern.search(reading.text, max(0, start - _LONGEST_MEASURE), start):
            span.street = True


def _mark_people(reading: Reading, language: str) -> None:
    """Mark the spans that are part of a person's name, and remember the last names they give."""
    tokens = reading.tokens
    for span in reading.spans:
        if span.senses[0].kind == "q" and span.last - span.first in {1, 2}:
            # An office's holder is called by the last name afterwards, or by the first of a Korean name.
            reading.people |= {tokens[span.first].key, tokens[span.last].key}
        if span.senses[0].kind not in "ntrc" or span.key == "new york":
            continue
        before = tokens[span.first - 1] if span.first and reading.gap(span.first) == " " else None
        if before is None and span.first and reading.gap(span.first) == ". " and len(tokens[span.first - 1].text) < 4:
            before = tokens[span.first - 1]
        after = tokens[span.last + 1] if span.last + 1 < len(tokens) and reading.after(span.last) == " " else None
        # "W Polsce", "I Sverige", "A Roma": elsewhere a letter without a point is a preposition.
        may_be_initial = language == "en" or reading.gap(span.first) != " "
        single = span.first == span.last
        titled = before is not None and before.key in context("titles") and before.text[0].isupper()
        named = (
            before is not None
            and before.text[0].isupper()
            and (before.key in first_names() or (len(before.text) == 1 and before.text.isupper() and may_be_initial))
            and before.key not in context("before")
            and not (after and after.key in context("parts") and after.text[0].isupper())
        )
        followed = (
            single
            and "f" in span.traits
            and after is not None
            and after.text[0].isupper()
            and after.key not in context("parts")
            and after.key not in context("mastheads")
            and (after.key in last_names() or (after.key not in reading.lower and _may_be_person(span)))
        )
        if (titled and span.senses[0].kind != "n") or named or followed:
            span.person = True
            reading.people.add(tokens[span.last].key)
            if followed and after is not None:
                reading.people.add(after.key)
    for index in range(1, len(tokens)):
        token, before = tokens[index], tokens[index - 1]
        if (
            token.text[0].isupper()
            and before.text[0].isupper()
            and before.key in first_names()
            and token.key in last_names()
            and reading.gap(index) == " "
        ):
            reading.people.add(token.key)


def _mark_named(reading: Reading, people: Sequence[Person]) -> None:
    """What stands in a person's full name is no place, nor is what stands for one; a name that is only ever a single
    word is no town, but may be a country that was taken for a person. Full names' last words are remembered."""
    starts = [token.start for token in reading.tokens]
    named: dict[str, int] = {}
    for start, end, full in people:
        if full and " " in reading.text[start:end] and (last := bisect_left(starts, end)):
            named.setdefault(reading.tokens[last - 1].key, start)
    earlier = {span.key for span in reading.spans if starts[span.first] < named.get(span.key, 0)}
    reading.surnames |= named.keys() - earlier
    ahead = iter(people)
    start, end, full = next(ahead, Person(0, 0, full=False))
    for span in reading.spans:
        first, last = reading.tokens[span.first].start, reading.tokens[span.last].end
        while end and end <= first:
            start, end, full = next(ahead, Person(0, 0, full=False))
        if not start <= first <= last <= end:
            continue
        kind, word = span.senses[0].kind, span.first == span.last and (start, end) != (first, last)
        span.person = span.person or kind == "t" or (kind in "ndrc" and full) or (kind in "qh" and word)


def _mark_streets(reading: Reading) -> None:
    """ "Memphis Street" is not in Memphis."""
    for span in reading.spans:
        after = span.last + 1
        if span.senses[0].kind in "ntrc" and after < len(reading.tokens) and reading.after(span.last) == " ":
            word = reading.tokens[after]
            span.street = word.key in context("streets") and word.text[0].isupper()


def _mark_firms(reading: Reading) -> None:
    """ "Johnson & Wales" is neither in Johnson nor in Wales; "England & Wales" are two of a kind."""
    if " & " not in reading.text:
        return
    starts = {span.first: span for span in reading.spans}
    ends = {span.last: span for span in reading.spans}
    for index in range(1, len(reading.tokens)):
        if reading.gap(index) != " & " or not reading.tokens[index].text[0].isupper():
            continue
        left, right = ends.get(index - 1), starts.get(index)
        if left and right and left.senses[0].kind == right.senses[0].kind:
            continue
        for span in (left, right):
            if span and reading.tokens[index - 1].text[0].isupper():
                span.street = True


def _mark_storms(reading: Reading) -> None:
    """ "Cyclone Victoria" is called like a person, and so is "Victoria" after it."""
    for span in reading.spans:
        before = reading.tokens[span.first - 1] if span.first else None
        if (
            before
            and span.senses[0].kind != "n"
            and before.key in _STORMS
            and before.text[0].isupper()
            and reading.gap(span.first) == " "
        ):
            span.person = True
            reading.surnames.add(reading.tokens[span.last].key)


def _mark_grounds(reading: Reading) -> None:
    """ "At the Emirates" is a stadium; the country is "in the Emirates"."""
    for span in reading.spans:
        before = [token.key for token in reading.tokens[max(0, span.first - 2) : span.first]]
        if span.key in _GROUNDS and before == ["at", "the"]:
            span.street = True


_GROUNDS = frozenset({"emirates"})
_STORMS = frozenset("cyclone hurricane storm typhoon".split())


def _mark_works(reading: Reading) -> None:
    """ "A Winter in Algiers" is a film."""
    works = find_works(reading.text)
    for span in reading.spans if works else ():
        first, last = reading.tokens[span.first].start, reading.tokens[span.last].end
        work = span_at(works, first)
        span.street |= work is not None and last <= work[1] and work != (first, last)


def _may_be_person(span: Span) -> bool:
    return not any(sense.population > 6.3 for sense in span.senses)


def _mark_states(reading: Reading) -> None:
    """ "Athens, Georgia": the region or country after the comma settles the town before it."""
    for left, right in zip(reading.spans, reading.spans[1:], strict=False):
        if right.first != left.last + 1 or reading.gap(right.first) not in {", ", " (", " "}:
            continue
        is_settled = reading.after(right.last).lstrip(" ")[:1] in {",", ".", "—", "–", "-"}  # "Lebanon, Pa."
        if (
            is_settled
            and reading.gap(right.first) == ", "
            and right.senses[0].kind in "ra"
            and left.senses[0].kind == "n"
        ):
            _settle_namesake(left, right)
        if reading.gap(right.first) == " " and right.senses[0].kind != "a":
            continue
        for sense in left.senses:
            for other in right.senses:
                same_division = other.division and other.division == sense.division and other.code == sense.code
                if (
                    sense.kind == "t"
                    and other.kind in "ranc"
                    and (same_division or (not other.division and other.code == sense.code))
                ):
                    left.state = (sense.code, sense.division)
                    right.state = (other.code, other.division)
                    left.person = False
        if right.senses[0].kind == "n" and left.senses[0].kind == "t" and left.state is None:
            # "Ost, Belgium — ": no town of that name is known there, and none elsewhere is meant.
            left.street = "\n" in reading.gap(left.first) and reading.after(right.last).lstrip()[:1] in ("—", "–", "-")


def _settle_namesake(left: Span, right: Span) -> None:
    """What is called like a country, before a region in which a town is called so, is that town."""
    regions = {(sense.code, sense.division) for sense in right.senses if sense.division}
    known = town(left.key)
    if known and (towns := tuple(sense for sense in known[1] if (sense.code, sense.division) in regions)):
        left.senses = towns[:1]
        left.state = right.state = towns[0].code, towns[0].division
