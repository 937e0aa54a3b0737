"""Tags of stories from all desks, by an editor who had not seen the tagger: what is published, found, and put first.

tests/desk/newsroom.jsonl has 71 invented stories in 14 languages and 33 shorter ones written to mislead: people called
like countries, birds, kitchens, towns with namesakes, reporters and agencies. "may" is what an editor could tag as
well. Below these figures none may fall.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from copydesk.article import RawArticle, Tags
from copydesk.desk.edit import edit

_STORIES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "newsroom.jsonl").read_text(encoding="utf-8").splitlines()
]
_PLAIN = [place for place, story in enumerate(_STORIES) if not story["is_trap"]]
# Right of what is published, found of what an editor names, in the stories that do not mislead.
_LEAST = {
    ("people", True): (0.95, 0.93), ("people", False): (0.95, 0.92),
    ("organisations", True): (0.86, 0.8), ("organisations", False): (0.93, 0.84),
    ("places", True): (0.94, 0.78), ("places", False): (0.9, 0.58),
    ("countries", True): (0.95, 0.93), ("countries", False): (0.95, 0.94),
}  # fmt: skip
_FIRST = {True: 0.9, False: 0.95}
_MISLED = 0.75  # of the stories that mislead the first country is right


@cache
def _tags(place: int) -> Tags:
    return edit(RawArticle(content=_STORIES[place]["text"], content_type="text/plain", clean=True)).tags


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").removeprefix("the ").split())


def _is_first_right(place: int) -> bool:
    first: list[str] = _STORIES[place]["countries"][:1]
    return [one.code for one in _tags(place).countries][:1] == first


@pytest.mark.parametrize("english", [True, False], ids=["English", "other languages"])
@pytest.mark.parametrize("kind", ["people", "organisations", "places", "countries"])
def test_what_is_published_and_found(kind: str, english: bool) -> None:
    right = published = named = found = 0
    for place in _PLAIN:
        story = _STORIES[place]
        if (story["language"] == "en") is not english:
            continue
        wanted = {_folded(name) for name in story[kind] + (story["mentioned"] if kind == "countries" else [])}
        tags = getattr(_tags(place), kind)
        names = {_folded(one.code if kind == "countries" else one.name) for one in tags}
        right += len(names & (wanted | {_folded(name) for name in story["may"]}))
        published += len(names)
        found += len(names & wanted)
        named += len(wanted)
    precision, recall = _LEAST[kind, english]
    assert right >= precision * published
    assert found >= recall * named


@pytest.mark.parametrize("english", [True, False], ids=["English", "other languages"])
def test_what_it_is_about_comes_first(english: bool) -> None:
    right = [_is_first_right(place) for place in _PLAIN if (_STORIES[place]["language"] == "en") is english]
    assert sum(right) >= _FIRST[english] * len(right)


def test_what_misleads_seldom_comes_first() -> None:
    right = [_is_first_right(place) for place, story in enumerate(_STORIES) if story["is_trap"]]
    assert sum(right) >= _MISLED * len(right)
