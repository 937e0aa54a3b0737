"""Names in news as agencies send it and as papers print it, in encyclopedias and in posts: what the tagger finds.

tests/desk/stories has invented stories, written without a look at the tagger and never trained on, with their names
marked: [PER Anna Lind]. No tagger finds them all; the figures are what it may not fall below.
"""

from functools import cache
from pathlib import Path

import pytest
from names_gold import read_stories

from copydesk.desk.tags.names import LEAST_CONFIDENCE, Names, tag_names

_KINDS = {"people": "PER", "organisations": "ORG", "places": "LOC"}

Spans = set[tuple[int, int, str]]


@cache
def _stories(name: str) -> list[tuple[Names, Spans]]:
    """What is found in each story, however sure, and its names as (start, end, kind)."""
    path = Path(__file__).parent / "stories" / f"{name}.txt"
    return [(_tagged(story.text), set(story.spans)) for story in read_stories(path)]


def _tagged(text: str) -> Names:
    return tag_names(text, language="en", title=None, exclude=(), tag_confidence=0)


def _mentions(names: Names) -> Spans:
    return {
        (start, end, kind)
        for field, kind in _KINDS.items()
        for entity in getattr(names, field)
        for start, end in entity.mentions
    }


@pytest.mark.parametrize(
    ("name", "kind", "least"),
    [
        ("wire", "PER", 0.95), ("wire", "ORG", 0.9), ("wire", "LOC", 0.94),
        ("newspapers", "PER", 0.91), ("newspapers", "ORG", 0.82), ("newspapers", "LOC", 0.88),
        ("towns", "PER", 0.82), ("towns", "ORG", 0.77), ("towns", "LOC", 0.79),
        ("results", "PER", 0.91), ("results", "ORG", 0.85), ("results", "LOC", 0.84),
        ("dispatches", "PER", 0.86), ("dispatches", "ORG", 0.85), ("dispatches", "LOC", 0.93),
        ("trade", "PER", 0.69), ("trade", "ORG", 0.84), ("trade", "LOC", 0.89),
        ("reference", "PER", 0.82), ("reference", "ORG", 0.68), ("reference", "LOC", 0.82),
        ("posts", "PER", 0.76), ("posts", "ORG", 0.69), ("posts", "LOC", 0.86),
    ],
)  # fmt: skip
def test_most_names_are_found_with_their_kind_and_both_ends(name: str, kind: str, least: float) -> None:
    right = asked = given = 0
    for names, spans in _stories(name):
        found = {span for span in _mentions(names) if span[2] == kind}
        wanted = {span for span in spans if span[2] == kind}
        right, asked, given = right + len(found & wanted), asked + len(wanted), given + len(found)
    assert 2 * right / (asked + given) >= least


@pytest.mark.parametrize(
    "name", ["wire", "newspapers", "towns", "results", "dispatches", "trade", "reference", "posts"]
)
def test_of_the_names_published_eight_in_ten_are_right(name: str) -> None:
    right = []
    for names, spans in _stories(name):
        for field, kind in _KINDS.items():
            for entity in getattr(names, field):
                if entity.confidence < LEAST_CONFIDENCE:
                    continue
                exact = [(start, end, kind) in spans for start, end in entity.mentions]
                right.append(2 * sum(exact) > len(exact))
    assert len(right) > 200
    assert sum(right) >= 0.8 * len(right)
