"""People, organisations and places: who and what an article names, and how much it is about them."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from copydesk.article import Entity
from copydesk.desk.tags.credits import find_credits
from copydesk.desk.tags.english.certainty import certainties
from copydesk.desk.tags.english.doubt import doubtful, lower_words
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.english.tagger import english_names
from copydesk.desk.tags.english.teams import is_team
from copydesk.desk.tags.english.works import find_works
from copydesk.desk.tags.geography.gazetteer import holders
from copydesk.desk.tags.key import key_words, name_key
from copydesk.desk.tags.link import Found, Kind, Named, link
from copydesk.desk.tags.listed import listed_names
from copydesk.desk.tags.namesakes import without_namesakes
from copydesk.desk.tags.places_or_companies import by_their_words
from copydesk.desk.tags.spans import span_at

# Where eight in ten published names are right (docs/models/names-en.md).
LEAST_CONFIDENCE = 0.8
# What remains of the tagger's certainty where the text speaks against it.
_DOUBT = 0.6
_KNOWN = 0.95  # how sure to be of a president whom the lists of countries name
_PLAYING = 0.85  # and of a team, where the text names another
_MOST_JUDGED = 300  # names; what it takes to judge one grows with the text and with the other names


class Names(NamedTuple):
    """Each list begins with what the article is about most."""

    people: list[Entity]
    organisations: list[Entity]
    places: list[Entity]


def tag_names(
    text: str,
    *,
    language: str,
    title: str | None,
    exclude: Sequence[str],
    tag_confidence: float = LEAST_CONFIDENCE,
    credited: Sequence[tuple[int, int]] | None = None,
) -> Names:
    """The people, organisations and places of a text, with mentions as [start, end) in its code points.

    language: an ISO 639 code; English is read by a model, other languages by lists and patterns, which find less.
    title: read with the text, not part of it. exclude: names that are no tags, such as the byline's authors and the
    publisher. tag_confidence: the least confidence that is published; with 0 all are. credited: what find_credits finds
    in the text, where it is at hand.
    """
    heading = f"{title.strip()}\n" if title and title.strip() else ""
    is_english = language.partition("-")[0].lower() == "en"
    found = english_names(heading + text) if is_english else listed_names(heading + text, language)
    credits_ = find_credits(text) if credited is None else credited
    found = _outside(found, [(start + len(heading), end + len(heading)) for start, end in credits_])
    found = without_namesakes(found, heading + text)
    if is_english:
        found = by_their_words(_outside(found, find_works(heading + text), but_whole=True), heading + text)
    excluded = [key_words(name) for name in exclude]
    tags: dict[Kind, list[Entity]] = {"PER": [], "ORG": [], "LOC": []}
    linked = link(found)
    certain = _certainties(linked, heading + text) if is_english else [_confidence(named.mentions) for named in linked]
    for named, confidence in zip(linked, certain, strict=True):
        if named.key and not _is_excluded(named, excluded):
            entity = _entity(named, len(heading), len(text), confidence)
            if entity and entity.confidence >= tag_confidence:
                tags[named.kind].append(entity)
    for entities in tags.values():
        entities.sort(key=lambda entity: (-entity.salience, entity.mentions[0]))
    return Names(tags["PER"], tags["ORG"], tags["LOC"])


def _outside(found: Sequence[Found], spans: Sequence[tuple[int, int]], but_whole: bool = False) -> list[Found]:
    """The names that stand in none of the spans; both are in order. but_whole: those stay that are all of one."""
    return [
        name
        for name in found
        if (span := span_at(spans, name.start)) is None or (but_whole and span == (name.start, name.end))
    ]


def _certainties(names: Sequence[Named], text: str) -> list[float]:
    """How sure to be of each name of an English text."""
    lower = lower_words(text)
    others = [name.name for name in names[:_MOST_JUDGED]]
    certain = certainties(names, text, lower, names_model().lexicon)
    for place, name in enumerate(names[:_MOST_JUDGED]):
        if name.kind == "PER" and name.key in holders():
            certain[place] = max(certain[place], _KNOWN)
        elif doubtful(name, text, lower, others):
            certain[place] *= _DOUBT
    teams = [place for place, name in enumerate(names[:_MOST_JUDGED]) if name.kind == "ORG" and is_team(name.name)]
    for place in teams if len(teams) > 1 else ():
        certain[place] = max(certain[place], _PLAYING)
    return certain


def _is_excluded(named: Named, excluded: Sequence[Sequence[str]]) -> bool:
    """Whether a name is one of those, or a publisher's name without its last words."""
    if not excluded:
        return False
    words = key_words(named.name)
    return any(
        "".join(words) == "".join(parts) or (named.kind == "ORG" and words == list(parts[: len(words)]))
        for parts in excluded
    )


def _entity(named: Named, heading: int, length: int, confidence: float) -> Entity | None:
    """The published form of a name; None where only the title has it."""
    mentions = [mention for mention in named.mentions if mention.start >= heading]
    if not mentions:
        return None
    return Entity(
        name=" ".join(named.name.split()),
        key=named.key,
        salience=_salience(
            len(mentions), (mentions[0].start - heading) / max(1, length), len(named.mentions) - len(mentions)
        ),
        confidence=round(confidence, 3),
        mentions=[(mention.start - heading, mention.end - heading) for mention in mentions],
    )


def _salience(count: int, first: float, in_title: int) -> float:
    """How much an article is about a name, from 0 to 1: how often it is named, how early, and whether in the title."""
    often = count / (count + 3)
    early = math.exp(-4 * first)
    return round(0.6 * often + 0.2 * early + (0.2 if in_title else 0), 3)


def _confidence(mentions: Sequence[Found]) -> float:
    return max(mention.confidence for mention in mentions)


__all__ = ["LEAST_CONFIDENCE", "Names", "name_key", "tag_names"]
