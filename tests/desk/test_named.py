"""Names and countries in stories of languages without a tagger, and how much of them is found.

tests/desk/named.jsonl has invented stories in 15 languages by writers who had not seen the desk: who and what each
names, as first printed, the countries that it is about, and those it mentions. Below these figures none may fall.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from copydesk.article import RawArticle, Tags
from copydesk.desk.edit import edit
from copydesk.desk.tags.geography.territories import country_names

# Right of the published, found of the named; of all stories.
LEAST = {"people": (0.93, 0.8), "organisations": (0.84, 0.61), "places": (0.92, 0.43), "countries": (0.94, 0.96)}
_FIRST = 0.93

_STORIES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "named.jsonl").read_text(encoding="utf-8").splitlines()
]


@cache
def _tags(place: int) -> Tags:
    return edit(RawArticle(content=_STORIES[place]["text"], content_type="text/plain", clean=True)).tags


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


@pytest.mark.parametrize("kind", ["people", "organisations", "places"])
def test_names(kind: str) -> None:
    count = Counter[str]()
    for place, story in enumerate(_STORIES):
        # Countries are places, too, and listed elsewhere.
        names = {entity.name for entity in getattr(_tags(place), kind)} - country_names(story["language"])
        found, wanted = set(map(_folded, names)), set(map(_folded, story[kind]))
        count.update(hits=len(found & wanted), found=len(found), wanted=len(wanted))
    precision, recall = LEAST[kind]
    assert count["hits"] >= precision * count["found"]
    assert count["hits"] >= recall * count["wanted"]


def test_countries() -> None:
    count = Counter[str]()
    for place, story in enumerate(_STORIES):
        codes = [country.code for country in _tags(place).countries]
        wanted = {*story["countries"], *story["mentioned"]}
        count.update(hits=len(wanted & set(codes)), found=len(codes), wanted=len(wanted))
        count.update(first=codes[:1] == story["countries"][:1])
    precision, recall = LEAST["countries"]
    assert count["hits"] >= precision * count["found"]
    assert count["hits"] >= recall * count["wanted"]
    assert count["first"] >= _FIRST * len(_STORIES)
