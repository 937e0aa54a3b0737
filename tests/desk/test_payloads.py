"""Payloads as publishers push them, most of them text that lost its HTML: what `edit` makes of each as a whole.

tests/desk/payloads.jsonl has invented ones, written without a look at the desk: the payload, the lines that are the
article's body, those that may be either, and what it states about itself. Their titles teach the trees that find titles
(training/headline.py); all else is only asked. No desk gets all of it right; the figures are what it may not fall below.
"""

import json
import re
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from copydesk.article import Article, RawArticle
from copydesk.desk.edit import edit
from copydesk.errors import NoArticleError

# Shares of letters for what is kept and right, else of payloads.
LEAST = {
    "kept": 0.965, "right": 0.965, "right, crowded": 0.41, "title": 0.93, "published": 0.965, "authors": 0.83,
    "publisher": 0.73, "given": 0.84, "refused": 0.67, "subtitle": 0.69, "series": 0.6, "issue": 0.7, "spared": 0.94,
    "minute": 0.91,
}  # fmt: skip

_PAYLOADS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "payloads.jsonl").read_text(encoding="utf-8").splitlines()
]
_ARTICLES = [payload for payload in _PAYLOADS if payload["body"]]
# Pages on which several times as much other prose stands beside the article.
_CROWDED = "beside much other prose"
_WITHOUT = [payload for payload in _PAYLOADS if not payload["body"]]


def _edit(payload: dict[str, Any]) -> Article:
    return edit(RawArticle(content=payload["content"], content_type=payload["content_type"]))


@cache
def _edited(place: int) -> Article | None:
    try:
        return _edit(_ARTICLES[place])
    except NoArticleError:
        return None


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _share(some: list[str], all_: list[str]) -> float:
    return sum(map(len, some)) / max(1, sum(map(len, all_)))


def test_the_words_of_the_body_are_kept() -> None:
    kept = []
    for place, payload in enumerate(_ARTICLES):
        article = _edited(place)
        body = _folded(article.body.text) if article else ""
        lines = [_folded(line) for line in payload["body"]]
        kept.append(_share([line for line in lines if line in body], lines))
    assert mean(kept) >= LEAST["kept"]


@pytest.mark.parametrize(("is_crowded", "least"), [(False, "right"), (True, "right, crowded")])
def test_little_else_is_kept(is_crowded: bool, least: str) -> None:
    right = []
    for place, payload in enumerate(_ARTICLES):
        if (_CROWDED in payload["name"]) is not is_crowded:
            continue
        article = _edited(place)
        lines = [_folded(line) for line in article.body.text.splitlines()] if article else []
        may_stand = " ".join(_folded(line) for line in (*payload["body"], *payload["optional"]))
        right.append(_share([line for line in lines if line in may_stand], lines) if article else 1.0)
    assert mean(right) >= LEAST[least]


@pytest.mark.parametrize("field", ["title", "published", "authors", "publisher"])
def test_most_of_what_a_page_states_about_itself_is_read(field: str) -> None:
    asked = hits = 0
    for place, payload in enumerate(_ARTICLES):
        if not payload[field]:
            continue
        asked += 1
        hits += _stated(_edited(place), field) == _wanted(payload, field)
    assert hits / asked >= LEAST[field]


@pytest.mark.parametrize("field", ["subtitle", "series", "issue"])
def test_what_institutes_print_beside_the_title_is_read(field: str) -> None:
    """Of those that print one most are read; where none is printed hardly one is given."""
    asked = hits = spared = free = 0
    for place, payload in enumerate(_ARTICLES):
        if field not in payload:
            continue
        article = _edited(place)
        stated = _folded(getattr(article, field) or "") if article else ""
        if wanted := payload[field]:
            asked, hits = asked + 1, hits + (stated == _folded(wanted))
        else:
            free, spared = free + 1, spared + (not stated)
    assert hits / asked >= LEAST[field]
    assert spared / free >= LEAST["spared"]


def test_what_is_given_for_a_publisher_is_one() -> None:
    given = [
        (_folded(article.publisher), _folded(payload["publisher"] or ""))
        for place, payload in enumerate(_ARTICLES)
        if (article := _edited(place)) and article.publisher
    ]
    assert mean(name == wanted for name, wanted in given) >= LEAST["given"]


def test_most_pages_without_an_article_are_refused() -> None:
    refused = 0
    for payload in _WITHOUT:
        try:
            _edit(payload)
        except NoArticleError:
            refused += 1
    assert refused / len(_WITHOUT) >= LEAST["refused"]


def test_the_minute_is_read_where_one_is_printed() -> None:
    timed = [
        (place, payload["published"]) for place, payload in enumerate(_ARTICLES) if "T" in (payload["published"] or "")
    ]
    right = []
    for place, wanted in timed:
        article = _edited(place)
        right.append(bool(article and article.published and article.published.at.startswith(wanted)))
    assert len(right) >= 20
    assert mean(right) >= LEAST["minute"]


_DAY = len("2024-05-16")


def _wanted(payload: dict[str, Any], field: str) -> Any:
    value = payload[field][:_DAY] if field == "published" else payload[field]
    return sorted(map(_folded, value)) if field == "authors" else _folded(value)


def _stated(article: Article | None, field: str) -> Any:
    if article is None:
        return None
    if field == "authors":
        return sorted(_folded(author.name) for author in article.authors)
    if field == "published":
        return _folded(article.published.at[:_DAY]) if article.published else None
    return _folded(getattr(article, field) or "")
