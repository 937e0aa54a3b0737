"""What each place of a text means, by the votes of all the others.

Scores follow measurements on the local papers of LGL and reading news by eye: a town's size, its country's votes, a
preposition before it; what is in a person's name, a street's or a newspaper's is none. Nothing here is trained.
"""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from copydesk.desk.tags.geography.gazetteer import USUAL_PRIOR, Sense, context, namesakes, town
from copydesk.desk.tags.geography.home import is_home, says_where
from copydesk.desk.tags.geography.places import Reading, Span

# How sure a mention is before its surroundings are looked at, by the kind of evidence (gazetteer.Sense).
_CONFIDENCE = {"n": 0.97, "d": 0.85, "s": 0.8, "c": 0.85, "r": 0.93, "a": 0.9, "q": 0.8, "h": 0.3}
# What a phrase votes for its country, once; up to five repetitions add 15 % each.
_VOTE = {"n": 1.0, "d": 0.6, "s": 0.5, "c": 0.6, "r": 0.9, "a": 1.0, "q": 0.7, "h": 0.22}
_WEAK_VOTE = 0.1
_TOWN_VOTE = 0.4
_TOWN_OF_STATE_VOTE = 0.8
_MOST_VOTES = 2.5
# Of two senses of one phrase with as many votes, the one nearer the front.
_RANK = "nrcqdsah"
_BESIDE_CAPITAL = 1.2  # the most that speaks for a town that is called like a capital
_NAMED_VOTES = 0.9  # a country is named, or two of its towns are
_LEAST_VOTES = 0.3  # less than a language's home has
_VILLAGE = 2.0  # a hundred times smaller
_LARGE = 5.3  # 200,000 people
_A_WORD = 0.3
_OF_COUNTRIES = "ndsrc"  # kinds of evidence that a last name may be, too,
_SURNAME = -1.5  # and the log-odds that it is none where nothing else speaks for the country
_AT_HOME = 0.8  # outside English: towns of countries where the language is spoken
_BRAND = 5  # a name that comes as often, and never where a place would stand, is no town's
_THERE = frozenset("across around bei dans em en i in into nahe near outside throughout visit visited w within".split())
# Every noun has a capital there: a word alone may be any noun.
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
_DATELINE = re.compile(r",?[ A-Z.][\w. ]{0,20}(?:\([^)\n]{1,30}\))?\s*[-–—:]")


@dataclass(slots=True)
class _Article:
    """What the article as a whole says about its places."""

    language: str
    votes: defaultdict[str, float]
    counts: Counter[str] = field(default_factory=Counter)
    divisions: set[tuple[str, str]] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)  # names that stand where a place would, once at least
    people: set[str] = field(default_factory=set)  # last names, if the first to be so named
    small: set[str] = field(default_factory=set)  # words in small letters
    words: set[str] = field(default_factory=set)  # names that stand once, opening a sentence, and small elsewhere

    def support(self, sense: Sense) -> float:
        return min(_MOST_VOTES, self.votes[sense.code])

    def names_division(self, sense: Sense) -> bool:
        return bool(sense.division) and (sense.code, sense.division) in self.divisions


@dataclass(slots=True)
class _Around:
    """The words around a span: the one before it (past an article), and the one after it on the same line."""

    before: str
    after: str
    capital_after: bool
    preposition: bool


def resolve(readings: list[Reading], votes: defaultdict[str, float], language: str) -> None:
    """Choose what each span means and how sure that is: read what is certain, let it vote, read the towns by the votes,
    and once more with the towns' own votes. votes: to begin with, and added to."""
    article = _Article(language, votes)
    spans = [(span, reading) for reading in readings for span in reading.spans]
    article.counts = Counter(span.key for span, _ in spans)
    article.small = small = set().union(*(reading.lower for reading in readings))
    article.words = {
        span.key
        for span, reading in spans
        if span.key in small and article.counts[span.key] == 1 and reading.opens_sentence(span.first)
    }
    article.people = set().union(*(reading.surnames for reading in readings))
    _vote(article, [span for span, _ in spans])
    for span, reading in spans:
        around = _around(span, reading, article.language)
        if around.capital_after:
            article.counts[f"{span.key} {around.after}"] += 1
        if span.state or around.before in _THERE or _DATELINE.match(reading.text, reading.tokens[span.last].end):
            article.placed.add(span.key)
    article.divisions = {
        (sense.code, sense.division)
        for span, _ in spans
        for sense in span.senses
        if sense.kind in "ra" and sense.division
    }
    for _ in range(2):
        towns: set[tuple[str, str]] = set()
        for span, reading in spans:
            _judge(span, reading, article)
            if span.chosen and span.chosen.kind == "t" and span.confidence > 0.6:
                towns.add((span.chosen.code, span.key))
        for code, _name in sorted(towns):
            votes[code] += _TOWN_VOTE


def _vote(article: _Article, spans: list[Span]) -> None:
    votes, english = article.votes, article.language == "en"
    seen: Counter[str] = Counter()
    doubtful: dict[str, Span] = {}
    for span in (span for span in spans if not (span.person or span.street)):
        codes = sorted({sense.code for sense in span.senses})
        if any(sense.kind == "t" for sense in span.senses):
            if span.state:
                votes[span.state[0]] += _TOWN_OF_STATE_VOTE
            continue
        if span.key in article.people and span.senses[0].kind in _OF_COUNTRIES:
            continue
        if english and span.key in namesakes() and span.senses[0].kind == "n":
            doubtful[span.key] = span
            continue
        if len(codes) > 1 and span.senses[0].kind != "h":
            continue
        vote = _WEAK_VOTE if english and span.key in context("weak") else max(_VOTE[s.kind] for s in span.senses)
        times = seen[span.key]
        seen[span.key] += 1
        for code in codes:
            votes[code] += vote / len(codes) * (1.0 if not times else 0.15 if times < 6 else 0.0)
    # Names that are also a state's, a town's or a person's vote after the others, by what those made of them.
    found = [(key, _as_country(span, article, preposition=False)) for key, span in sorted(doubtful.items())]
    for key, confidence in found:
        if confidence > 0.5:
            votes[namesakes()[key].code] += confidence


def _judge(span: Span, reading: Reading, article: _Article) -> None:
    around = _around(span, reading, article.language)
    if any(sense.kind == "t" for sense in span.senses):
        span.chosen = _likeliest(span, article)
        span.confidence = 1 / (1 + math.exp(-_town_odds(span, span.chosen, reading, article, around)))
    else:
        span.chosen, span.confidence = _name(span, article, around)
    if span.person or span.street:
        span.confidence *= 0.1
    elif around.capital_after and around.after in context("mastheads"):
        span.confidence *= 0.3


def _around(span: Span, reading: Reading, language: str) -> _Around:
    tokens = reading.tokens
    before = tokens[span.first - 1].key if span.first and "\n" not in reading.gap(span.first) else ""
    if before == "the" and span.first > 1:
        before = tokens[span.first - 2].key
    preposition = before in context("before") or (span.first > 0 and says_where(tokens[span.first - 1].text, language))
    if span.last + 1 == len(tokens) or reading.after(span.last) != " ":
        return _Around(before, "", False, preposition)
    after = tokens[span.last + 1]
    return _Around(before, after.key, after.text[0].isupper(), preposition)


def _likeliest(span: Span, article: _Article) -> Sense:
    """The town that is meant: by its size, its country's votes, and its state where that is named."""
    largest = max(sense.population for sense in span.senses)
    capital = any(sense.capital for sense in span.senses)

    def fitness(sense: Sense) -> tuple[float, bool, str, str]:
        stated, near = span.state == (sense.code, sense.division), article.names_division(sense)
        # A village is not meant by a metropolis' name, nor another town by a capital's, for its country's sake alone.
        village = 3.0 * (sense.population < largest - _VILLAGE) * (not near and not stated)
        support = (
            article.support(sense) if sense.capital or not capital else min(_BESIDE_CAPITAL, article.support(sense))
        )
        size = sense.population + 0.6 * sense.capital
        return size + 3 * support + 1.0 * near + 20 * stated - village, sense.code != "US", sense.code, sense.division

    return max(span.senses, key=fitness)


def _town_odds(span: Span, chosen: Sense, reading: Reading, article: _Article, around: _Around) -> float:
    """The log-odds that a word which is a town's name means that town."""
    votes = article.votes[chosen.code]
    odds = -0.4 + 1.2 * (max(2.9, chosen.population) - _LARGE) + 1.1 * article.support(chosen) + 0.6 * chosen.capital
    odds += 1.3 * around.preposition + 0.3 * min(3, article.counts[span.key] - 1)
    odds += 0.6 * article.names_division(chosen) - 0.6 * (article.language != "en")
    odds += _AT_HOME * (article.language != "en" and is_home(chosen.code, article.language))
    if span.state:
        return odds + 3.0
    last = reading.tokens[span.last]
    rivals = sum(
        10**sense.population
        for sense in span.senses
        if sense.code != chosen.code and article.votes[sense.code] <= votes
    )
    opens = _DATELINE.match(reading.text, last.end) is not None and (last.text.isupper() or article.language != "en")
    in_capitals = opens and last.text.isupper()  # a dateline for certain
    odds += 1.5 * opens
    odds -= 0.8 * (rivals > 10**chosen.population and votes < 0.5 and not in_capitals)
    odds -= 2.5 * ("w" in span.traits) + 1.2 * (span.key in reading.lower)
    odds -= 2.0 * (around.after in context("speech") and "l" in span.traits)
    if around.capital_after:
        # "Hamilton Beach" is not Hamilton, and "Saran Wrap", again and again, is no town.
        times = article.counts[f"{span.key} {around.after}"]
        brand = times > 1 and times == article.counts[span.key] and votes < _NAMED_VOTES
        odds -= 1.5 * (brand or around.after in context("features"))
    if span.key not in article.placed and votes < _NAMED_VOTES:
        odds -= 2.0 * (article.counts[span.key] >= _BRAND)
        odds -= 1.5 * (article.language in _NOUNS_IN_CAPITALS and votes < _LEAST_VOTES)
    if last.key in reading.people:
        odds -= 3.0 if not around.preposition or chosen.population < 5.5 else 1.0
    if not (around.preposition or in_capitals):
        odds -= 1.0 * ("l" in span.traits) + 0.8 * ("f" in span.traits) + 0.5 * (chosen.population < 5)
        odds -= 0.8 * (reading.starts_sentence(span.first) and chosen.population < _LARGE)
        odds -= (0.8 if chosen.population >= _LARGE else 1.5) * (votes < 0.3)
    return odds


def _name(span: Span, article: _Article, around: _Around) -> tuple[Sense, float]:
    """What a country's, a people's, a region's or an office's name means."""
    chosen = max(
        span.senses,
        key=lambda sense: (article.votes[sense.code], -_RANK.index(sense.kind), sense.code != "US", sense.code),
    )
    confidence = _CONFIDENCE[chosen.kind]
    if span.key in article.people and chosen.kind in _OF_COUNTRIES and not span.state:
        odds = _SURNAME + 2.0 * article.support(chosen) + 2.0 * around.preposition
        confidence /= 1 + math.exp(-odds)
    if article.language != "en":
        return chosen, confidence * (_A_WORD if span.key in article.words else 1)
    if chosen.kind == "d":
        if span.key in context("weak"):
            confidence = 0.45 if article.support(chosen) < 1.2 else 0.75
        elif around.before in context("speaking") or around.after in context("culture"):
            confidence *= 0.4
    elif chosen.kind == "n" and span.key in namesakes() and not span.state:
        confidence = _as_country(span, article, preposition=around.preposition)
        others = [s for s in _called_alike(span) if article.votes[s.code] > 0.4 or s.kind == "r"]
        if confidence < 0.5 and others:
            chosen = max(others, key=lambda s: (s.kind == "r", article.votes[s.code], s.population, s.code))
            confidence = 0.9 if chosen.kind == "r" else 1 - confidence
    return chosen, confidence


def _as_country(span: Span, article: _Article, *, preposition: bool) -> float:
    """How sure it is that a name which is other things as well means the country."""
    code, neighbours, prior = namesakes()[span.key]
    rivals = [sense for sense in _called_alike(span) if sense.code != code]
    is_small = span.key in article.small and not preposition
    odds = prior + 2.0 * article.votes[code]
    # A bird has no neighbours.
    odds += 0 if is_small else 1.2 * sum(article.votes[near] for near in neighbours)
    odds += 1.0 * (preposition and prior < USUAL_PRIOR)
    # Most countries' namesakes are small towns: China in Texas takes more than an American article.
    rivalry = 1.0 if prior < USUAL_PRIOR else 0.5
    odds -= rivalry * max((article.support(sense) for sense in rivals), default=0.0)
    odds -= 1.5 * any(article.names_division(sense) for sense in rivals)
    odds -= 0.8 * (not preposition and bool({"f", "l"} & set(span.traits)))
    odds -= 3.0 * (span.key in article.words or is_small)
    return 0.97 / (1 + math.exp(-odds))


def _called_alike(span: Span) -> list[Sense]:
    """The towns and regions that are called like a country."""
    known = town(span.key)
    return [sense for sense in (*(known[1] if known else ()), *span.senses) if sense.kind in "rt"]
