"""What an article is about: IPTC Media Topics, and an operator's own taxonomy beside them.

A topic is told by terms (training/topics/), and the terms found are its evidence. No model is trained: of everything
tried without labelled texts, terms told the most (see docs on models).
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from copydesk.article import Topic
from copydesk.desk.tags.geography.gazetteer import UNSPACED
from copydesk.desk.tags.stems import stems
from copydesk.desk.tags.subjects.concepts import labels, line_of
from copydesk.desk.tags.subjects.terms import CHARACTERS_OF_A_WORD, LEAD_WORDS, Found, find_terms, terms_of
from copydesk.desk.tags.words import BY_CHARACTER, Token, tokenize
from copydesk.errors import OperationError

# By default the least that is published: read by eye, more than eight in ten topics above it are right or fair.
LEAST_CONFIDENCE = 0.45
# A text's score is its terms' weight by the square root of its length; 50 words keep a short text from certainty.
_LENGTH = 50
# Half of the certainty is reached at these scores, for a concept at the top and for one below it.
_ROOT_HALF = 0.35
_LEAF_HALF = 0.18
# A term that alone makes a concept has to be this rare (a weight of 1 is about one word in 25,000).
_TELLING_WEIGHT = 1.4
# What a concept on a single term is worth of one on several, unless that comes often: its weight as many times as it
# comes (a telling one five times, the rarest three times).
_ALONE = 0.8
_OFTEN = 7.0
# A second subject is told by how many terms speak of it, general words and trades for half, and by how much of the
# text's weight they have: it is even where a fifth of the weight is told by three terms, an eighth by four, a
# fifteenth by six. In longer texts words of everything stand: there it takes more terms, as the root of the length.
_TERMS_OF_WIDTH = 1.5
_MOST_TERMS = 6
_SHORT = 16  # the root of the length of a text of 200 words
_WIDE = 0.9
_NARROW = 0.3
_BESIDE = 0.99  # of the certainty of the subject before it is the most
# How much a concept suffers where its subject is not what the text is about.
_SUBJECT = 0.2
_SHARPNESS = 1.5
_MOST_TOPICS = 16
_LEAST_SCORE = 0.05
_MOST_EVIDENCE = 8
_CURRENCY = "20000355"  # a price of 12,000 shillings is no news of the currency
# A hospital that is shelled or burns down is where it happens. What happens tells the text's subject, if so many terms
# and so much of health's weight tell it; not where the text is about a disease.
_EVENTS = ("20000056", "20000053", "20000148")  # armed conflict, terror, disaster
_HEALTH, _DISEASE = "07000000", "20000446"
_EVENT_TERMS, _EVENT_SHARE = 3, 0.4
_SETTING = 0.95  # of the event's certainty is the most that is left to where it happens
# A sport that has less than half of another's weight is told by the words that sports share.
_SPORTS = "20000822"
_OTHER_SPORT = 0.5
# Where nothing but shared words tells the sport, it is the one that most news with them is about: football, tennis,
# athletics, swimming, American football, boxing, motor racing.
_USUAL_SPORTS = ("20001065", "20001085", "20000827", "20001071", "20000823", "20000856", "20000991")


class _Row(BaseModel):
    """A line of an operator's taxonomy."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: str = Field(min_length=1)
    labels: dict[str, str] | str
    terms: dict[str, list[str]] | list[str]
    excluded: dict[str, list[str]] | list[str] = []
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """An operator's own concepts, in the order of their file. version: the first digits of the file's SHA-256."""

    rows: tuple[_Row, ...] = ()
    version: str = ""


def parse_taxonomy(text: str) -> Taxonomy:
    """A taxonomy from its text: JSON Lines, one concept a line.

        {"id": "acme:fintech", "labels": {"en": "Fintech"}, "terms": ["neobank", "open banking"],
         "excluded": ["river bank"], "broader": "acme:finance"}

    `labels`, `terms` and `excluded` are one for all languages, or an object by ISO 639 code. An excluded term takes the
    words it stands on: terms inside it do not count. Raises OperationError, with the line's number, for a line that is
    not such an object, an id that comes twice, or a broader concept that is not there.
    """
    rows: dict[str, _Row] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = _Row.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            raise OperationError(f"line {number}: {f'{where}: ' if where else ''}{first['msg']}") from None
        if row.id in rows:
            raise OperationError(f"line {number}: id {row.id} stands already in line {numbers[row.id]}")
        rows[row.id], numbers[row.id] = row, number
    for row in rows.values():
        seen = {row.id}
        above = row.broader
        while above is not None:
            if above not in rows or above in seen:
                trouble = "is not in the file" if above not in rows else "is broader than itself"
                raise OperationError(f"line {numbers[row.id]}: broader {above} {trouble}")
            seen.add(above)
            above = rows[above].broader
    return Taxonomy(tuple(rows.values()), hashlib.sha256(text.encode()).hexdigest()[:12])


def has_terms(language: str) -> bool:
    """Whether there is a term file for the language (ISO 639)."""
    return terms_of(language) is not None


def tag_topics(
    text: str,
    *,
    title: str | None = None,
    language: str = "en",
    taxonomy: Taxonomy | None = None,
    tokens: list[Token] | None = None,
) -> list[Topic]:
    """Tell a text's topics, the surest first.

    text: the clean body. title: its terms count, without being evidence. language: ISO 639 code; one without a term
    file gives no Media Topics. taxonomy: the operator's own concepts, scored beside them. A topic's score is the
    chance that a reader would call it right; a broader concept is at least as sure as what it stands above. A caller
    drops what it is not sure enough of (LEAST_CONFIDENCE). tokens: of the text, where they are at hand.
    """
    if tokens is None:
        tokens = tokenize(text)
    topics = _media_topics(text, tokens, title or "", language)
    if taxonomy:
        headline = tokenize(title) if title else []
        topics += _own_topics(text, tokens, stems(tokens, language), headline, language, taxonomy)
    return sorted(topics, key=lambda topic: (-topic.score, topic.id))


def _media_topics(text: str, tokens: list[Token], title: str, language: str) -> list[Topic]:
    found = find_terms(text, title, language, tokens)
    if not found:
        return []
    words = len(text) / CHARACTERS_OF_A_WORD if language in BY_CHARACTER else len(tokens)
    length = math.sqrt(words + _LENGTH)
    totals: defaultdict[str, float] = defaultdict(float)
    own: defaultdict[str, list[Found]] = defaultdict(list)
    sports = _weight_of_sports(found)
    for item in sorted(found, key=lambda item: item.term.words):
        share = item.strength / length / len(item.term.roots)
        others = _other_sports(item, sports) if sports else frozenset()
        for concept in item.term.lines:
            if _sport_of(concept) not in others:
                totals[concept] += share
        for concept in item.term.roots:
            totals[concept] += share * item.term.about
        for concept in item.term.concepts:
            if (item.bare or concept != _CURRENCY) and _sport_of(concept) not in others:
                own[concept].append(item)
    scores = _scores(totals, own)
    if not scores:
        return []
    scores = _with_event_first(_with_width(scores, totals, found, length), totals, own, found)
    printed, english = labels(language), labels("en")
    topics = []
    for concept in sorted(scores, key=lambda concept: (-scores[concept], concept)):
        evidence = _evidence(text, concept, found) if scores[concept] >= _LEAST_SCORE else []
        if evidence:
            label = printed.get(concept) or english[concept]
            topics.append(
                Topic(id=f"medtop:{concept}", label=label, score=round(scores[concept], 3), evidence=evidence)
            )
        if len(topics) == _MOST_TOPICS:
            break
    return topics


@cache
def _sport_of(concept: str) -> str:
    """The sport that a concept is or is part of; nothing for other concepts."""
    line = line_of(concept)
    return line[line.index(_SPORTS) - 1] if _SPORTS in line[1:] else ""


def _weight_of_sports(found: Iterable[Found]) -> dict[str, float]:
    """How much of a text's terms tells each sport and no other."""
    weights: defaultdict[str, float] = defaultdict(float)
    for item in found:
        if _SPORTS in item.term.lines:
            told = {sport for concept in item.term.concepts if (sport := _sport_of(concept))}
            for sport in told:
                weights[sport] += item.strength if len(told) == 1 else 0.0
    return weights


def _other_sports(item: Found, weights: Mapping[str, float]) -> frozenset[str]:
    """The sports that a term tells as well, and does not mean: the innings of baseball are none of cricket."""
    told = {sport for concept in item.term.concepts if (sport := _sport_of(concept))}
    if len(told) < 2:
        return frozenset()
    ranks = {sport: (weights[sport], sport in _USUAL_SPORTS) for sport in told}
    most = max(ranks.values())
    return frozenset(sport for sport, rank in ranks.items() if rank < most)


def _with_event_first(
    scores: dict[str, float], totals: Mapping[str, float], own: Mapping[str, list[Found]], found: Sequence[Found]
) -> dict[str, float]:
    """The scores, those of health no higher than what happens there."""
    health = scores.get(_HEALTH, 0.0)
    if any(_stands(items) and _DISEASE in line_of(concept) for concept, items in own.items()):
        return scores
    certain = [
        scores[event]
        for event in _EVENTS
        if event in scores and sum(event in item.term.lines for item in found) >= _EVENT_TERMS
        if totals[line_of(event)[-1]] >= _EVENT_SHARE * totals[_HEALTH]
    ]
    most = _SETTING * max(certain, default=1.0)
    if health <= most:
        return scores
    return {
        concept: score * (most / health if line_of(concept)[-1] == _HEALTH else 1) for concept, score in scores.items()
    }


def _scores(totals: dict[str, float], own: dict[str, list[Found]]) -> dict[str, float]:
    """The chance of each concept: how much of the text its subject takes, and how much of it its own terms.

    None where all terms are words that stand for a concept only beside others of its subject.
    """
    roots = {line_of(concept)[-1]: 0.0 for concept in totals}
    roots |= {concept: total for concept, total in totals.items() if concept in roots}
    most = max(roots.values())
    if not most:
        return {}
    subject = {root: total / (total + _ROOT_HALF) * (total / most) ** _SHARPNESS for root, total in roots.items()}
    scores = dict(subject)
    main_sport = max((totals[concept] for concept in totals if _sport_of(concept) == concept), default=0.0)
    for concept, items in own.items():
        line = line_of(concept)
        if len(line) == 1 or not _stands(items):
            continue
        value = totals[concept]
        score = subject[line[-1]] ** _SUBJECT * value / (value + _LEAF_HALF)
        if len(items) == 1 and items[0].times * items[0].term.weight < _OFTEN:
            score *= _ALONE
        if sport := _sport_of(concept):
            score *= min(1.0, totals[sport] / (_OTHER_SPORT * main_sport))
        for above in line:
            scores[above] = max(scores.get(above, 0.0), score)
    return scores


def _with_width(
    scores: dict[str, float], totals: Mapping[str, float], found: Sequence[Found], length: float
) -> dict[str, float]:
    """The scores, those of the subjects beside the first by how wide they are: a subject that many terms tell is one,
    though no concept below it stands out, and one that few tell is less sure. None overtakes another.

    length: the root of the text's length, with _LENGTH.
    """
    roots = [concept for concept in scores if len(line_of(concept)) == 1]
    everything = sum(totals[root] for root in roots)
    terms: defaultdict[str, float] = defaultdict(float)
    for item in found:
        for root in item.term.roots:
            terms[root] += item.term.counted
    first = max(roots, key=lambda root: scores[root])
    shorter = min(1.0, _SHORT / length)
    width = {
        root: totals[root] / everything * min(shorter * terms[root], _MOST_TERMS) ** _TERMS_OF_WIDTH
        for root in roots
        if root != first
    }
    most = {first: scores[first]}
    above = scores[first]
    for root in sorted(width, key=lambda root: -scores[root]):
        wide = _WIDE * width[root] / (width[root] + 1)
        above = most[root] = min(max(scores[root] * min(1.0, width[root]) ** _NARROW, wide), _BESIDE * above)
    return {concept: most.get(concept, min(score, most[line_of(concept)[-1]])) for concept, score in scores.items()}


def _stands(items: list[Found]) -> bool:
    """A concept stands on two terms, or on one that is rare and comes twice or in the lead."""
    if not items:
        return False
    if len(items) > 1 and sum(item.term.weight for item in items) >= _TELLING_WEIGHT:
        return True
    return any(item.term.weight >= _TELLING_WEIGHT and (item.leading or item.times > 1) for item in items)


def _evidence(text: str, concept: str, found: Iterable[Found]) -> list[str]:
    """The terms of a concept, and of those below it, as the body prints them, the weightiest first."""
    printed = sorted(
        (-item.strength, " ".join(text[item.first[0] : item.first[1]].split()))
        for item in found
        if item.first and (concept in item.term.lines or concept in item.term.roots)
    )
    return list(dict.fromkeys(words for _, words in printed))[:_MOST_EVIDENCE]


def _own_topics(
    text: str, tokens: list[Token], keys: list[str], headline: list[Token], language: str, taxonomy: Taxonomy
) -> list[Topic]:
    """A concept of the operator's own: two of its terms, or one that comes twice or in the lead."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    titles = stems(headline, language)
    length = math.sqrt(len(tokens) + _LENGTH)
    scores: dict[str, float] = {}
    evidence: dict[str, list[str]] = {}
    for row in taxonomy.rows:
        covered = {
            at
            for term in _in(row.excluded, language)
            for start, end in _places(term, language, keys, places)
            for at in range(start, end)
        }
        strength, printed, times_in_all, leading = 0.0, [], 0, False
        for term in _in(row.terms, language):
            if language in UNSPACED and not term.isascii():
                spans = [(at, at + len(term)) for at in _occurrences(text, term)]
                first = spans[0] if spans else None
                leading = leading or bool(spans and spans[0][0] < 3 * LEAD_WORDS)
            else:
                token_spans = [
                    span for span in _places(term, language, keys, places) if not covered.intersection(range(*span))
                ]
                spans = token_spans
                first = (tokens[spans[0][0]].start, tokens[spans[0][1] - 1].end) if spans else None
                leading = leading or bool(spans and spans[0][0] < LEAD_WORDS)
            if first is None:
                continue
            words = stems(tokenize(term), language)
            in_title = any(titles[i : i + len(words)] == words for i in range(len(titles)))
            strength += 2.0 * (1 + math.log(len(spans) + in_title)) / length
            times_in_all += len(spans) + in_title
            leading = leading or in_title
            printed.append(" ".join(text[first[0] : first[1]].split()))
        if printed and (times_in_all > 1 or leading):
            scores[row.id] = strength / (strength + _LEAF_HALF)
            evidence[row.id] = printed[:_MOST_EVIDENCE]
    rows = {row.id: row for row in taxonomy.rows}
    for identifier in sorted(scores):
        above = rows[identifier].broader
        while above is not None:
            scores[above] = max(scores.get(above, 0.0), scores[identifier])
            evidence[above] = list(dict.fromkeys([*evidence.get(above, []), *evidence[identifier]]))[:_MOST_EVIDENCE]
            above = rows[above].broader
    return [
        Topic(id=row.id, label=_label(row, language), score=round(scores[row.id], 3), evidence=evidence[row.id])
        for row in taxonomy.rows
        if row.id in scores
    ]


def _label(row: _Row, language: str) -> str:
    if isinstance(row.labels, str):
        return row.labels
    return row.labels.get(language) or row.labels.get("en") or next(iter(row.labels.values()), row.id)


def _in(terms: dict[str, list[str]] | list[str], language: str) -> list[str]:
    return terms if isinstance(terms, list) else terms.get(language, [])


def _places(term: str, language: str, keys: list[str], places: dict[str, list[int]]) -> list[tuple[int, int]]:
    """[first, last) tokens wherever a term stands."""
    words = stems(tokenize(term), language)
    if not words:
        return []
    return [(at, at + len(words)) for at in places.get(words[0], []) if keys[at : at + len(words)] == words]


def _occurrences(text: str, term: str) -> list[int]:
    found, at = [], text.find(term)
    while at >= 0:
        found.append(at)
        at = text.find(term, at + len(term))
    return found
