"""All tags of an article, from its clean body."""

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.article import Author, Tags, Warning
from copydesk.desk.tags import names
from copydesk.desk.tags.credits import find_credits
from copydesk.desk.tags.geography import countries
from copydesk.desk.tags.geography.countries import CountryHints, tag_countries
from copydesk.desk.tags.keywords import tag_keywords
from copydesk.desk.tags.names import tag_names
from copydesk.desk.tags.subjects import topics
from copydesk.desk.tags.subjects.topics import Taxonomy, tag_topics
from copydesk.desk.tags.words import tokenize

_LIKELY = 0.65  # a person's name of so much confidence is no country's, whether it is published or not


@dataclass(frozen=True, slots=True)
class TagRules:
    """What an operator decides about tags.

    least_confidence: the least that is published, 0 to 1; None is where eight in ten are right, for each kind its own.
    taxonomy: concepts of the operator's own, used beside IPTC's.
    """

    least_confidence: float | None = None
    taxonomy: Taxonomy | None = None

    def least(self, default: float) -> float:
        return default if self.least_confidence is None else self.least_confidence


def untagged(language: str) -> list[Warning]:
    """What the models do not know of a language, a warning each."""
    warnings = []
    if language != "en":
        message = f"no model knows names in {language}: people, organisations and places are from lists and patterns"
        warnings.append(Warning(code="names_from_lists", message=message))
    if not topics.has_terms(language):
        message = f"there are no terms for {language}: no Media Topics"
        warnings.append(Warning(code="no_topics", message=message))
    return warnings


def tag(
    text: str,
    *,
    title: str | None,
    language: str,
    authors: Sequence[Author] = (),
    publisher: str | None = None,
    site: str | None = None,
    rules: TagRules = TagRules(),
) -> Tags:
    """The tags of the body `text` in `language` (ISO 639); mentions are [start, end) in it, in code points.

    Who wrote and who published it is no tag of it.
    """
    excluded = [author.name for author in authors] + ([publisher] if publisher else [])
    credited = find_credits(text)
    named = tag_names(text, language=language, title=title, exclude=excluded, tag_confidence=0, credited=credited)
    people = [person for person in named.people if person.confidence >= _LIKELY]
    tokens = tokenize(text)
    hints = CountryHints(site=site, publisher=publisher)
    mentioned = tag_countries(
        text, title=title, language=language, hints=hints, tokens=tokens, people=people, credited=credited
    )
    about = tag_topics(text, title=title, language=language, taxonomy=rules.taxonomy, tokens=tokens)
    least_sure = rules.least(names.LEAST_CONFIDENCE)
    return Tags(
        countries=[country for country in mentioned if country.confidence >= rules.least(countries.LEAST_CONFIDENCE)],
        people=[one for one in named.people if one.confidence >= least_sure],
        organisations=[one for one in named.organisations if one.confidence >= least_sure],
        places=[one for one in named.places if one.confidence >= least_sure],
        topics=[topic for topic in about if topic.score >= rules.least(topics.LEAST_CONFIDENCE)],
        keywords=tag_keywords(text, title=title, language=language, tokens=tokens),
    )
