"""The countries that an article speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.article import Country, Entity
from copydesk.desk.tags.credits import find_credits
from copydesk.desk.tags.geography.gazetteer import UNSPACED, Sense, country_names, lexicon
from copydesk.desk.tags.geography.places import Person, Reading, Span, read_places
from copydesk.desk.tags.geography.senses import resolve
from copydesk.desk.tags.spans import span_at
from copydesk.desk.tags.words import Token

# By default the least that is published: on the local papers of LGL 87 in 100 codes above it are right.
LEAST_CONFIDENCE = 0.5

# What a mention says about what the article is about, by the kind of evidence (gazetteer.Sense).
_WEIGHT = {"n": 1.0, "d": 0.8, "s": 0.7, "c": 0.7, "r": 0.7, "a": 0.3, "t": 0.6, "q": 0.5, "h": 0.08}
# The first 60 words are the first sentences, where news says what it is about; the title says it before them.
_LEAD_WORDS = 60
_LEAD_FACTOR = 1.8
_TITLE_FACTOR = 3.0
_NAMED = 0.6
# What an article is about is named again and again: the least weight in 100 words, and of a country named once only. In
# an article that names none so often, all are in passing.
_OFTEN = 0.13
_OFTEN_ALONE = 0.6
_IN_PASSING = 0.45
_FEW_WORDS = 60
_MANY_HINTS = 4
# What is about the Union is about none of its members.
_UNION = re.compile(
    r"\b(?:EU|UE|European (?:Union|Commission|Parliament)|Europäischen? (?:Union|Kommission)|Union européenne"
    r"|Unión Europea|[Ee]uro[- ]?zone)\b"
)
_MEMBERS = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
_SEVERAL = 3
_FLOOR = 0.05  # below this a tag is noise even to who wants all
_SITE_VOTE = 0.6
_CITY = 5.3  # 200,000 people, a logarithm; smaller towns' names are too often something else
# Where a language is one country's, that country named is more likely what the article is about than another.
_HOMES = (
    "cs:CZ da:DK el:GR et:EE fi:FI he:IL hi:IN hr:HR hu:HU id:ID it:IT ja:JP ka:GE ko:KR "
    "lt:LT lv:LV no:NO pl:PL ro:RO sk:SK sl:SI sv:SE th:TH tr:TR uk:UA vi:VN"
)
_HOME = dict(pair.split(":") for pair in _HOMES.split())
_HOME_WEIGHT = 1.0
# And where most of its readers are at home: votes for their towns.
_HOME_VOTE = 0.4
_MOSTLY = _HOME | {"de": "DE", "nl": "NL"}
# Country codes at the top of the domain name system that stand for no country in practice, and the one that differs.
_DOMAINS = {"uk": "GB"} | dict.fromkeys(("eu", "io", "co", "tv", "me", "ai", "cc", "fm", "am"), "")


@dataclass(frozen=True, slots=True)
class CountryHints:
    """What is known of the article besides its text. It votes between places of one name; it is never a tag by itself.

    site: domain or name of the site; publisher: as printed.
    """

    site: str | None = None
    publisher: str | None = None


def tag_countries(
    text: str,
    *,
    title: str | None = None,
    language: str = "en",
    hints: CountryHints | None = None,
    tokens: list[Token] | None = None,
    people: Sequence[Entity] = (),
    credited: Sequence[tuple[int, int]] | None = None,
) -> list[Country]:
    """Tell the countries that a text speaks of, what it is most about first.

    text: the clean body. title: counted for what the article is about, without mentions. language: ISO 639 code; one
    that CLDR does not name countries in gives nothing. Each country has its CLDR name in that language, its mentions
    in the body, a confidence (that the country is spoken of at all) and a salience (1 is what the article is about, a
    passing mention is far below). Nothing is left out here: a caller drops what it is not sure enough of
    (LEAST_CONFIDENCE), and of what an article that is about no country names in passing: that is below it. tokens: of
    the text, where they are at hand. people: whom the text names; their names are no places. credited:
    what find_credits finds in the text, where it is at hand.
    """
    words = lexicon(language)
    if words is None:
        return []
    credits_ = find_credits(text) if credited is None else credited
    votes: defaultdict[str, float] = defaultdict(float)
    for code, vote in _from_hints(hints):
        votes[code] += vote
    if language in _MOSTLY:
        votes[_MOSTLY[language]] += _HOME_VOTE
    named = sorted(Person(*mention, full=" " in one.name) for one in people for mention in one.mentions)
    body = read_places(text, words, tokens, named)
    body.spans = [span for span in body.spans if span_at(credits_, body.tokens[span.first].start) is None]
    headline = read_places(title, words, None, _in_title(title, people)) if title else None
    readings = [body, headline] if headline else [body]
    resolve(readings, votes, language)
    return _publish(body, headline, votes, language)


def _in_title(title: str, people: Sequence[Entity]) -> list[Person]:
    """Where a title has people's names as a whole."""
    names = {one.name for one in people}
    return sorted(Person(at, at + len(name), " " in name) for name in names if (at := title.find(name)) >= 0)


def _from_hints(hints: CountryHints | None) -> list[tuple[str, float]]:
    """A country's own domain is a little more than half a vote, and so is a place in the publisher's name."""
    if hints is None:
        return []
    votes = []
    if hints.site:
        domain = hints.site.casefold().rstrip("/").rpartition(".")[2]
        national = domain.upper() if len(domain) == 2 and domain.isascii() and domain.isalpha() else ""
        votes.append((_DOMAINS.get(domain, national), _SITE_VOTE))
    english = lexicon("en")
    if hints.publisher and english:
        found = read_places(hints.publisher, english, None).spans
        votes += [(_home(span.senses), _SITE_VOTE) for span in found[:1]]
    return [(code, vote) for code, vote in votes if code]


def _home(senses: tuple[Sense, ...]) -> str:
    """The country of a place in a publisher's name ("The Japan Times", "Chicago Tribune"); nothing where two rival."""
    by_size = sorted(senses, key=lambda sense: (-sense.population, sense.code))
    first, rivals = by_size[0], [sense for sense in by_size[1:] if sense.code != by_size[0].code]
    clear = not rivals or (first.kind == "t" and rivals[0].population < first.population - 1)
    return first.code if clear and (first.kind in "ndr" or first.population >= _CITY) else ""


def _publish(body: Reading, headline: Reading | None, votes: dict[str, float], language: str) -> list[Country]:
    names = country_names(language)
    weight: defaultdict[str, float] = defaultdict(float)
    doubt: defaultdict[str, dict[str, float]] = defaultdict(dict)
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
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
        # Nothing is named for certain: what the cues agree on, if it is mentioned at all, and not by a kitchen only.
        spoken = (code for code, spans in sorted(mentions.items()) if any(_kind(span) != "d" for span in spans))
        code = max(spoken, key=lambda code: votes[code], default="")
        if code and votes[code] > 0.4:
            confidence[code] = max(confidence[code], min(0.85, 0.5 + 0.25 * votes[code]))
            weight[code] += 0.5
    home = _HOME.get(language, "")
    if weight[home] and mentions[home]:
        weight[home] += _HOME_WEIGHT
    first = _heaviest(weight)
    passing: set[str] = set()
    if first and len(weight) >= _SEVERAL and len(_UNION.findall(body.text)) > len(mentions[first]):
        passing = set(_MEMBERS & weight.keys())
        first = _heaviest({code: weight[code] for code in weight.keys() - passing if len(mentions[code]) > 1})
    if not first or _only_in_passing(first, weight[first], mentions[first], body, headline, language):
        passing = set(weight)
    confidence |= {code: min(confidence[code], _IN_PASSING) for code in passing & confidence.keys()}
    heaviest = max((weight[code] for code in weight.keys() - passing), default=max(weight.values(), default=0.0))
    countries = [
        Country(
            code=code,
            name=names.get(code, code),
            salience=round(min(weight[code], heaviest) / (heaviest + 1.0), 3),
            confidence=round(confidence[code], 3),
            mentions=[(body.tokens[span.first].start, body.tokens[span.last].end) for span in _telling(mentions[code])],
        )
        for code in sorted(weight)
        if mentions[code] and confidence[code] >= _FLOOR
    ]
    return sorted(countries, key=lambda country: (-country.salience, country.mentions[0], country.code))


def _heaviest(weight: Mapping[str, float]) -> str:
    return max(sorted(weight), key=lambda code: weight[code], default="")


def _only_in_passing(
    code: str, weight: float, mentions: list[Span], body: Reading, headline: Reading | None, language: str
) -> bool:
    """Whether the country that an article names most is not what it is about either."""
    if headline and any(span.chosen and span.chosen.code == code and span.confidence >= 0.5 for span in headline.spans):
        return False
    size = len(body.text) / 2 if language in UNSPACED else len(body.tokens)
    hints = {span.key for span in mentions if _kind(span) == "h"}
    if size < _FEW_WORDS or len(hints) >= _MANY_HINTS:
        return False
    if len(mentions) == 1 and code != _MOSTLY.get(language):
        kind = _kind(mentions[0])
        if kind in "ds":
            return True
        # News of a town or a region may name it only once. Outside English a region's name is of the same kind.
        printed = body.tokens[mentions[0].first].text
        if kind == "n" and (language == "en" or country_names(language).get(code, "").startswith(printed[:4])):
            return weight < _OFTEN_ALONE * size / 100
    return weight < _OFTEN * size / 100


def _kind(span: Span) -> str:
    return span.chosen.kind if span.chosen else ""


def _telling(spans: list[Span]) -> list[Span]:
    """The mentions worth showing: the ones that are likely right; where there is none, whatever there is."""
    return [span for span in spans if span.confidence >= 0.5] or spans


def _together(confidences: Iterable[float]) -> float:
    """Different names of one country confirm each other; the same name again does not."""
    wrong = 1.0
    for confidence in sorted(confidences):
        wrong *= 1 - 0.95 * confidence
    return 1 - wrong
