"""The countries that an article speaks of."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from copydesk.article import Country
from copydesk.desk.tags.gazetteer import (
    UNSPACED,
    Lexicon,
    Sense,
    country_names,
    first_names,
    last_names,
    lexicon,
    town,
)
from copydesk.desk.tags.words import Token, tokenize


@dataclass(frozen=True, slots=True)
class CountryHints:
    """What is known of the article besides its text. It votes between places of one name; it is never a tag by itself.

    site: domain or name of the site; publisher: as printed.
    """

    site: str | None = None
    publisher: str | None = None


# By the kind of evidence: how sure a mention is before its surroundings are looked at (from reading news), and how
# much it says about what the article is about.
_CONFIDENCE = {"n": 0.97, "d": 0.85, "s": 0.8, "c": 0.85, "r": 0.93, "a": 0.9, "q": 0.8, "h": 0.3}
_WEIGHT = {"n": 1.0, "d": 0.8, "s": 0.7, "c": 0.7, "r": 0.7, "a": 0.3, "t": 0.6, "q": 0.5, "h": 0.08}
# Votes for reading an ambiguous place as that country's; a phrase votes once, with a little more for repetition.
_VOTE = {"n": 1.0, "d": 0.6, "s": 0.5, "c": 0.6, "r": 0.9, "a": 1.0, "q": 0.7, "h": 0.22, "t": 0.4}
# By default the least that is published: on the local papers of LGL 88 in 100 codes above it are right.
LEAST_CONFIDENCE = 0.6
_MOST_VOTES = 2.5
_VILLAGE = 2.4  # three hundred times smaller

# The first 60 words are the headline and the first sentences, where news says what it is about.
_LEAD_WORDS = 60
_LEAD_FACTOR = 1.8
# Around the name of a people: a language or a kitchen is meant.
_SPEAKING = frozenset(
    "speak speaks spoke spoken speaking fluent learn learned learning taught teaches studied translated".split()
)
_OF_CULTURE = frozenset(
    "class classes lesson lessons teacher teachers language speaker speakers speaking food cuisine restaurant restaurants "
    "dish dishes heritage descent ancestry origin roots literature translation subtitles".split()
)
_GENITIVE_S = frozenset({"de", "da", "no", "sv"})
_NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
_NAMED = 0.6
_FLOOR = 0.05  # below this a tag is noise even to who wants all
_TITLE_FACTOR = 3.0

_BEFORE_PLACE = frozenset(
    "in at near from to outside around across throughout toward towards between into via through inside leaving visit "
    "visited within "
    "aus bei nach nahe bis "  # German; "in" is shared
    "à en dans depuis vers chez "  # French
    "desde hacia hasta "  # Spanish
    "da di nel nella em no na para "  # Italian, Portuguese
    "uit bij te naar i från til fra w z do na ve v".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor president senator sen rep judge justice sgt capt lt col gen "
    "officer detective deputy coach mayor gov governor rev father sister chief minister secretary chancellor king queen "
    "prince princess herr frau monsieur madame señor señora".split()
)
# After a place's name: it is a paper, a ship, a dish or a treaty's name, not a place spoken of.
_MASTHEADS = frozenset(
    "times post globe tribune herald chronicle gazette observer mail telegraph guardian journal daily sun star mirror "
    "press review courier inquirer sentinel register examiner news echo standard advertiser dispatch ledger enquirer".split()
)
_SPEECH = frozenset("said says told added wrote asked replied explained stated noted".split())
_PART_OF_PLACE = frozenset(
    "city county river street state university college airport beach island islands bay lake valley park hills heights "
    "county's parish township district council police hospital school high road avenue tech court fire department "
    "stadium square tower bridge port harbor harbour station north south east west".split()
)
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday easter christmas".split()
)
_STREETS = frozenset(
    "street st road rd avenue ave lane boulevard blvd drive court highway way terrace crescent".split()
)
# Longer names that hold a country's name and are not the country, folded.
_NOT_PLACES = tuple(
    tuple(phrase.split())
    for phrase in (
        "south america|north america|latin america|central america|copa america|club america|captain america|south american|north american|"
        "latin american|central american|pan american|south americans|latin americans|indian ocean|south china sea|"
        "east china sea|sea of japan|gulf of mexico|persian gulf|english channel|irish sea|guinea pig|guinea pigs|"
        "guinea fowl|brazil nut|brazil nuts|brussels sprouts|french fries|danish pastry|turkish delight|"
        "swiss cheese|swiss army|panama hat|chinese new year|chinese restaurant|chinese food|italian restaurant|"
        "mexican restaurant|spanish flu|german shepherd|german measles|english language|in english|spanish language|"
        "new england journal of medicine|prince of wales|princess of wales|duke of york|bank of america|michael jordan|"
        "air jordan|jordan peterson|katie price|american indian|american indians|native american|native americans|"
        "african american|african americans|african-american|west indian|west indies|french open|australian open|"
        "indian summer|dutch oven|paris hilton|oxford english dictionary|jack london|guinea worm|new jersey|"
        "japanese knotweed|polish off|china cabinet|bone china|fine china|turkey dinner|turkey breast|roast turkey|"
        "thanksgiving turkey|turkey sandwich|wild turkey|turkey trot|ground turkey|irish setter|irish pub|"
        "cuban sandwich|greek yogurt|french toast|french press|french horn|french kiss|french bulldog|"
        "english literature|english teacher|english class|british airways|monaco grand prix"
    ).split("|")
)
_NOT_PLACES_BY_START: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(set(_NOT_PLACES)):
    if _words[0] not in {"bank", "british", "monaco", "new", "french", "australian"} or len(_words) > 2:
        _NOT_PLACES_BY_START.setdefault(_words[0], []).append(_words)

# Countries whose names are other things as well: the article has to speak of the country in another way, or a
# preposition has to stand before it. Georgia is a state, Jordan a first name, Turkey a bird.
_NEIGHBOURS = {
    "georgia": ("GE", ("RU", "AM", "AZ", "TR", "UA")),
    "jordan": ("JO", ("IL", "SY", "IQ", "PS", "SA", "LB", "EG")),
    "chad": ("TD", ("NE", "NG", "SD", "CM", "LY", "CF", "FR", "ML", "BF")),
    "turkey": ("TR", ("SY", "GR", "RU", "IQ", "CY", "DE", "US", "IR", "IL", "UA")),
    "israel": ("IL", ()),
    "guinea": ("GN", ("SL", "LR", "ML", "SN", "CI", "GW")),
    "jersey": ("JE", ("GB", "GG")),
    "niger": ("NE", ("NG", "ML", "TD", "BF", "FR", "DZ", "LY")),
    "lebanon": ("LB", ("IL", "SY")),
    "cuba": ("CU", ()),
    "peru": ("PE", ()),
    "holland": ("NL", ()),
    "ireland": ("IE", ()),
    "mexico": ("MX", ()),
    "panama": ("PA", ()),
    "grenada": ("GD", ()),
    "monaco": ("MC", ()),
    "mali": ("ML", ("NE", "BF", "SN", "FR", "DZ", "MR")),
    "togo": ("TG", ("GH", "BJ")),
    "malta": ("MT", ()),
    "guernsey": ("GG", ("JE", "GB")),
    "poland": ("PL", ()),
    "norway": ("NO", ()),
    "sweden": ("SE", ()),
    "china": ("CN", ()),
    "denmark": ("DK", ()),
    "brazil": ("BR", ()),
    "egypt": ("EG", ()),
    "angola": ("AO", ()),
    "dominica": ("DM", ()),
    "samoa": ("WS", ()),
}
# The log-odds of the country before anything is known of the article.
_PRIOR = {"georgia": -0.3, "jordan": -0.5, "chad": -0.8, "turkey": 0.5, "jersey": -1.2, "guinea": 0.5}
# Names in one word that mean a language, a people's dish or a verb as often as the country's people.
_WEAK_PEOPLE = frozenset("english latin roman pole poles finn dane swede kiwi kiwis".split())


_COUNTRY_DOMAINS = {
    "uk": "GB",
    "eu": "",
    "io": "",
    "co": "",
    "tv": "",
    "me": "",
    "ai": "",
    "cc": "",
    "fm": "",
    "am": "",
}
_DATELINE = re.compile(r",?[ A-Z.][\w. ]{0,20}(?:\([^)\n]{1,30}\))?\s*[-–—:]")


@dataclass(slots=True)
class _Span:
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
    street: bool = False


@dataclass(slots=True)
class _Reading:
    """One text being read: its tokens and what was found."""

    text: str
    tokens: list[Token]
    spans: list[_Span] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
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

    def starts_sentence(self, index: int) -> bool:
        gap = self.gap(index)
        return "\n" in gap or any(mark in gap for mark in '.!?:“"') or index == 0


def tag_countries(
    text: str,
    *,
    title: str | None = None,
    language: str = "en",
    hints: CountryHints | None = None,
    tokens: list[Token] | None = None,
) -> list[Country]:
    """Tell the countries that a text speaks of, what it is most about first.

    text: the clean body. title: counted for what the article is about, without mentions. language: ISO 639 code; one
    that CLDR does not name countries in gives nothing. Each country has its CLDR name in that language, its mentions
    in the body, a confidence (that the country is spoken of at all) and a salience (1 is what the article is about, a
    passing mention is far below). Nothing is left out here: a caller drops what it is not sure enough of
    (LEAST_CONFIDENCE). tokens: of the text, where they are at hand.
    """
    words = lexicon(language)
    if words is None:
        return []
    votes: defaultdict[str, float] = defaultdict(float)
    for code, vote in _from_hints(hints):
        votes[code] += vote
    body = _read(text, words, tokens)
    headline = _read(title, words, None) if title else None
    readings = [body, headline] if headline else [body]
    _resolve(readings, votes, words)
    return _publish(body, headline, votes, country_names(language))


def _read(text: str, words: Lexicon, tokens: list[Token] | None) -> _Reading:
    if words.language in UNSPACED:
        tokens = []
    elif tokens is None:
        tokens = tokenize(text)
    reading = _Reading(text, tokens)
    if words.language in UNSPACED:
        _read_unspaced(reading, words)
        return reading
    reading.lower = {token.key for token in tokens if token.text[0].islower()}
    index, english = 0, words.language == "en"
    while index < len(tokens):
        key = tokens[index].key
        if key not in words.starts and key[: words.start] not in words.stems and not words.proclitics:
            if not tokens[index].text[0].isupper():
                index += 1
                continue
        skip = _not_a_place(tokens, index) if english and key in _NOT_PLACES_BY_START else 0
        if skip:
            index += skip
            continue
        span = _span_at(reading, index, words)
        if span is None:
            index += 1
            continue
        reading.spans.append(span)
        index = span.last + 1
    if words.language == "en":
        _mark_people(reading)
        _mark_streets(reading)
    _mark_states(reading)
    return reading


def _read_unspaced(reading: _Reading, words: Lexicon) -> None:
    """Every place where a name's characters stand; the longest of those that begin there."""
    text, at = reading.text, 0
    while at < len(text):
        for phrase in words.characters.get(text[at : at + 2], ()):
            if text.startswith(phrase.printed, at):
                end = at + len(phrase.printed)
                reading.tokens.append(Token(phrase.printed, phrase.printed, at, end))
                last = len(reading.tokens) - 1
                reading.spans.append(_Span(last, last, phrase.printed, phrase.senses))
                at = end - 1
                break
        at += 1


def _not_a_place(tokens: list[Token], index: int) -> int:
    for phrase in _NOT_PLACES_BY_START.get(tokens[index].key, ()):
        if tuple(token.key for token in tokens[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _span_at(reading: _Reading, index: int, words: Lexicon) -> _Span | None:
    tokens = reading.tokens
    found = words.at(tokens, index)
    if found:
        length, senses, printed = found
        senses = tuple(s for s in senses if s.kind != "a" or _abbreviation_stands(reading, index, length, printed))
        if len(printed) < 4 and printed.isupper() and "." not in tokens[index].text and _all_capitals(reading, index):
            senses = ()
        found = (length, senses, printed) if senses else None
    place = _town_at(reading, index, words.language)
    if found and (place is None or found[0] >= place.last - place.first + 1):
        length, senses, _ = found
        last = index + length - 1
        key = " ".join(token.key for token in tokens[index : last + 1])
        if place and place.key == key and key not in _NATIONS and {(s.code, s.kind) for s in senses} == {("GB", "r")}:
            # An English county has namesakes overseas: the votes decide.
            senses = (*(sense._replace(kind="t", population=6.3) for sense in senses), *place.senses)
            senses = tuple({(sense.code, sense.division): sense for sense in reversed(senses)}.values())
        return _Span(index, last, key, senses, traits=_traits_of(key, place))
    return place


def _traits_of(key: str, place: "_Span | None") -> str:
    if place and place.key == key:
        return place.traits
    return ("f" if key in first_names() else "") + ("l" if key in last_names() else "")


def _town_at(reading: _Reading, index: int, language: str) -> _Span | None:
    """The longest town's name in capitalised words from here on; its words are joined by spaces or hyphens only."""
    tokens = reading.tokens
    token = tokens[index]
    if not token.text[0].isupper() or len(token.key) < 2 or "." in token.text or token.key in _CALENDAR:
        return None
    last = index
    while last + 1 < len(tokens) and last - index < 3 and reading.after(last) in {" ", "-", ". ", "’", "'"}:
        word = tokens[last + 1].text
        if not word[0].isupper() and word not in {
            "de",
            "la",
            "del",
            "am",
            "an",
            "der",
            "of",
            "the",
            "sur",
            "on",
            "upon",
        }:
            break
        last += 1
    while last >= index:
        key = " ".join(token.key for token in tokens[index : last + 1])
        known = town(key) if len(key) > 2 and key.isascii() else None
        if language in _GENITIVE_S and key.endswith("s"):
            bare = town(key[:-1])
            if bare and (known is None or bare[1][0].population > known[1][0].population):
                known = bare
        if known:
            traits, senses = known
            if language != "en":
                # Elsewhere only towns that the world's news names: other languages' words are not known well enough.
                senses = tuple(s for s in senses if s.population >= 5.0)
                if not senses or ("w" in traits and last == index):
                    return None
            return _Span(index, last, key, senses, traits)
        last -= 1
    return None


def _abbreviation_stands(reading: _Reading, index: int, length: int, printed: str) -> bool:
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
    if printed.endswith(".") and len(printed) > 4 and gap == " " and tokens[index - 1].key in _BEFORE_PLACE:
        return True
    return gap == ", " and (tokens[index].text.isupper() or printed.endswith("."))


def _all_capitals(reading: _Reading, index: int) -> bool:
    """A headline in capitals, where US may be us."""
    around = [t for t in reading.tokens[max(0, index - 3) : index + 4] if len(t.text) > 3]
    return len(around) > 1 and all(token.text.isupper() for token in around)


def _mark_people(reading: _Reading) -> None:
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
        single = span.first == span.last
        titled = before is not None and before.key in _TITLES and before.text[0].isupper()
        named = (
            before is not None
            and before.text[0].isupper()
            and (before.key in first_names() or (len(before.text) == 1 and before.text.isupper()))
            and before.key not in _BEFORE_PLACE
            and not (after and after.key in _PART_OF_PLACE and after.text[0].isupper())
        )
        followed = (
            single
            and "f" in span.traits
            and after is not None
            and after.text[0].isupper()
            and after.key not in _PART_OF_PLACE
            and after.key not in _MASTHEADS
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


def _mark_streets(reading: _Reading) -> None:
    """ "Memphis Street" is not in Memphis."""
    for span in reading.spans:
        after = span.last + 1
        if span.senses[0].kind in "ntrc" and after < len(reading.tokens) and reading.after(span.last) == " ":
            word = reading.tokens[after]
            span.street = word.key in _STREETS and word.text[0].isupper()


def _may_be_person(span: _Span) -> bool:
    return not any(sense.population > 6.3 for sense in span.senses)


def _mark_states(reading: _Reading) -> None:
    """ "Athens, Georgia": the region or country after the comma settles the town before it."""
    for left, right in zip(reading.spans, reading.spans[1:], strict=False):
        if right.first != left.last + 1 or reading.gap(right.first) not in {", ", " (", " "}:
            continue
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


def _from_hints(hints: CountryHints | None) -> list[tuple[str, float]]:
    """A country's own domain is half a vote."""
    if hints is None or not hints.site:
        return []
    domain = hints.site.casefold().rstrip("/").rpartition(".")[2]
    code = _COUNTRY_DOMAINS.get(domain, domain.upper() if len(domain) == 2 and domain.isalpha() else "")
    return [(code, 0.6)] if code else []


def _resolve(readings: list[_Reading], votes: defaultdict[str, float], words: Lexicon) -> None:
    """Read what is certain, let it vote, read the towns by the votes, and once more with the towns' own votes."""
    seen: dict[tuple[str, str], int] = Counter()
    for reading in readings:
        for span in reading.spans:
            codes = {sense.code for sense in span.senses}
            if span.person or any(sense.kind == "t" for sense in span.senses):
                continue
            if len(codes) > 1 and span.senses[0].kind != "h":
                continue
            if span.street or (span.key in _NEIGHBOURS and span.senses[0].kind == "n" and words.language == "en"):
                continue
            for code in sorted(codes):
                share = max(_VOTE[sense.kind] for sense in span.senses if sense.code == code) / len(codes)
                if span.key in _WEAK_PEOPLE and words.language == "en":
                    share = 0.1
                times = seen[(code, span.key)]
                votes[code] += share if not times else share * 0.15 if times < 6 else 0.0
                seen[(code, span.key)] += 1
    for reading in readings:
        for span in reading.spans:
            if span.state and span.senses[0].kind == "t":
                votes[span.state[0]] += 0.8
    _vote_with_namesakes(readings, votes, words.language)
    counts = Counter(span.key for reading in readings for span in reading.spans)
    divisions = {
        (sense.code, sense.division)
        for reading in readings
        for span in reading.spans
        for sense in span.senses
        if sense.kind in "ra" and sense.division
    }
    for _ in range(2):
        towns: dict[tuple[str, str], float] = {}
        for reading in readings:
            for span in reading.spans:
                _judge(span, reading, votes, counts, divisions, words.language)
                if span.chosen and span.chosen.kind == "t" and span.confidence > 0.6:
                    towns[(span.chosen.code, span.key)] = _VOTE["t"]
        for (code, _name), vote in sorted(towns.items()):
            votes[code] += vote


def _vote_with_namesakes(readings: list[_Reading], votes: defaultdict[str, float], language: str) -> None:
    """Names that are also a state's, a town's or a person's vote after the others, by what those made of them."""
    names = {
        span.key: span
        for reading in readings
        for span in reading.spans
        if span.key in _NEIGHBOURS
        and span.senses[0].kind == "n"
        and language == "en"
        and not (span.person or span.street)
    }
    found = {key: _as_country(span, votes, preposition=False, divisions=set()) for key, span in sorted(names.items())}
    for key, confidence in found.items():
        if confidence > 0.5:
            votes[_NEIGHBOURS[key][0]] += confidence


def _judge(
    span: _Span,
    reading: _Reading,
    votes: defaultdict[str, float],
    counts: Counter[str],
    divisions: set[tuple[str, str]],
    language: str,
) -> None:
    """Choose what a span means, and how sure that is."""
    tokens = reading.tokens
    before = tokens[span.first - 1].key if span.first and "\n" not in reading.gap(span.first) else ""
    if before == "the" and span.first > 1:
        before = tokens[span.first - 2].key
    preposition = before in _BEFORE_PLACE
    after = tokens[span.last + 1] if span.last + 1 < len(tokens) and reading.after(span.last) == " " else None
    masthead = after is not None and after.key in _MASTHEADS and after.text[0].isupper()

    def support(sense: Sense) -> float:
        return min(_MOST_VOTES, votes[sense.code])

    if any(sense.kind == "t" for sense in span.senses):
        largest = max(sense.population for sense in span.senses)
        rivals_capital = any(sense.capital for sense in span.senses)

        def fitness(sense: Sense) -> float:
            stated = span.state == (sense.code, sense.division)
            near = (sense.code, sense.division) in divisions and bool(sense.division)
            # A village is not meant by a metropolis' name, nor another town by a capital's, for its country's sake alone.
            village = 0 if near or stated else 3.0 * (sense.population < largest - _VILLAGE)
            backing = support(sense) if sense.capital or not rivals_capital else min(1.2, support(sense))
            size = sense.population + 0.6 * sense.capital
            return size + 3 * backing + 1.0 * near + 20 * stated - village

        chosen = max(span.senses, key=lambda sense: (fitness(sense), sense.code, sense.division))
        others = sum(
            10**s.population for s in span.senses if s.code != chosen.code and votes[s.code] <= votes[chosen.code]
        )
        z = -0.4 + 1.2 * (max(2.9, chosen.population) - 5.3) + 1.1 * support(chosen)
        z += 0.6 * chosen.capital
        if votes[chosen.code] < 0.3 and not preposition and not span.state:
            z -= 0.8 if chosen.population >= 5.3 else 1.5
        z += 1.3 * preposition + 0.3 * min(3, counts[span.key] - 1)
        z += 0.6 * ((chosen.code, chosen.division) in divisions and bool(chosen.division))
        if span.state:
            z += 3.0
        else:
            z -= 0.8 * (others > 10**chosen.population and votes[chosen.code] < 0.5)
            z -= 2.5 * ("w" in span.traits) + 1.2 * (span.key in reading.lower)
            if not preposition:
                z -= 1.0 * ("l" in span.traits) + 0.8 * ("f" in span.traits) + 0.5 * (chosen.population < 5)
                z -= 0.8 * (reading.starts_sentence(span.first) and chosen.population < 5.3)
            if tokens[span.last].key in reading.people:
                z -= 3.0 if not preposition or chosen.population < 5.5 else 1.0
            if after is not None and after.key in _SPEECH and "l" in span.traits:
                z -= 2.0
            z += 1.5 * (tokens[span.last].text.isupper() and bool(_DATELINE.match(reading.text, tokens[span.last].end)))
        if language != "en":
            z -= 0.6
        confidence = 1 / (1 + math.exp(-z))
    else:
        chosen = _best_of_several(span, votes)
        confidence = _CONFIDENCE[chosen.kind]
        if chosen.kind == "d" and span.key in _WEAK_PEOPLE and language == "en":
            confidence = 0.5 if support(chosen) < 1.2 else 0.75
        elif chosen.kind == "d" and (before in _SPEAKING or (after is not None and after.key in _OF_CULTURE)):
            confidence *= 0.4
        if span.key in _NEIGHBOURS and language == "en" and chosen.kind == "n" and not span.state:
            confidence = _as_country(span, votes, preposition, divisions)
            namesakes = [sense for sense in _namesakes(span) if votes[sense.code] > 0.4 or sense.kind == "r"]
            if confidence < 0.5 and namesakes:
                chosen = max(namesakes, key=lambda s: (s.kind, votes[s.code], s.population))
                chosen = next((s for s in namesakes if s.kind == "r"), chosen)
                confidence = 0.9 if chosen.kind == "r" else 1 - confidence
    if span.person or span.street:
        confidence *= 0.1
    elif masthead:
        confidence *= 0.3
    span.chosen, span.confidence = chosen, confidence


def _best_of_several(span: _Span, votes: defaultdict[str, float]) -> Sense:
    rank = "nrcqdsah"
    return max(span.senses, key=lambda sense: (votes[sense.code], -rank.index(sense.kind), sense.code))


def _as_country(
    span: _Span, votes: defaultdict[str, float], preposition: bool, divisions: set[tuple[str, str]]
) -> float:
    """How sure it is that a name which is other things as well means the country."""
    code, neighbours = _NEIGHBOURS[span.key]
    rivals = [sense for sense in _namesakes(span) if sense.code != code]
    rival = max((min(_MOST_VOTES, votes[sense.code]) for sense in rivals), default=0.0)
    here = any((sense.code, sense.division) in divisions for sense in rivals if sense.division)
    strength = _PRIOR.get(span.key, 2.4) + 2.0 * votes[code] + 1.2 * sum(votes[n] for n in neighbours)
    strength += 1.0 * (preposition and span.key in _PRIOR) - 1.0 * rival - 1.5 * here
    strength -= 0.8 * ("f" in span.traits or "l" in span.traits) * (not preposition)
    return 0.97 / (1 + math.exp(-strength))


def _namesakes(span: _Span) -> list[Sense]:
    """The towns and regions that are called like a country."""
    known = town(span.key)
    return [sense for sense in (*(known[1] if known else ()), *span.senses) if sense.kind in "rt"]


def _publish(
    body: _Reading, headline: _Reading | None, votes: dict[str, float], names: dict[str, str]
) -> list[Country]:
    weight: defaultdict[str, float] = defaultdict(float)
    doubt: defaultdict[str, dict[str, float]] = defaultdict(dict)
    mentions: defaultdict[str, list[_Span]] = defaultdict(list)
    for reading in (body, headline):
        if reading is None:
            continue
        for span in reading.spans:
            sense = span.chosen
            if sense is None:
                continue
            place = _TITLE_FACTOR if reading is headline else _LEAD_FACTOR if span.last < _LEAD_WORDS else 1.0
            weight[sense.code] += _WEIGHT[sense.kind] * span.confidence * place
            best = doubt[sense.code].get(span.key, 0.0)
            doubt[sense.code][span.key] = max(best, span.confidence)
            if reading is body:
                mentions[sense.code].append(span)
    confidence = {code: _together(found.values()) for code, found in doubt.items()}
    if votes and max(confidence.values(), default=0.0) < _NAMED:
        # Nothing is named for certain: what the cues agree on, if it is mentioned at all.
        code = max(sorted(confidence), key=lambda code: votes[code], default="")
        if code and votes[code] > 0.4:
            confidence[code] = max(confidence[code], min(0.85, 0.5 + 0.25 * votes[code]))
            weight[code] += 0.5
    heaviest = max(weight.values(), default=0.0)
    countries = [
        Country(
            code=code,
            name=names.get(code, code),
            salience=round(weight[code] / (heaviest + 1.0), 3),
            confidence=round(confidence[code], 3),
            mentions=[(body.tokens[span.first].start, body.tokens[span.last].end) for span in _telling(mentions[code])],
        )
        for code in sorted(weight)
        if mentions[code] and confidence[code] >= _FLOOR
    ]
    return sorted(countries, key=lambda country: (-country.salience, country.code))


def _telling(spans: list[_Span]) -> list[_Span]:
    """The mentions worth showing: the ones that are likely right; where there is none, whatever there is."""
    return [span for span in spans if span.confidence >= 0.5] or spans


def _together(confidences: Iterable[float]) -> float:
    """Different names of one country confirm each other; the same name again does not."""
    wrong = 1.0
    for confidence in sorted(confidences):
        wrong *= 1 - 0.95 * confidence
    return 1 - wrong
