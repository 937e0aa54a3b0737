"""Payloads as publishers push them, most of them text that lost its HTML: what `edit` makes of each as a whole.

tests/desk/payloads.jsonl has invented ones, written without a look at the desk: the payload, the lines that are the
article's body, those that may be either, and what it states about itself. Their lines and titles teach the judge and
the trees that find titles, so what they show of these is what was learned; what else is asked teaches nothing. No desk
gets all of it right; the figures are what it may not fall below.
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
    "kept": 0.965, "right": 0.965, "right, crowded": 0.41, "given": 0.84, "refused": 0.67, "spared": 0.93,
}  # fmt: skip
# The later payloads are harder: of each field, of the first 869 and of those after.
_LATER = 869
LEAST_OF_LOTS = {
    "title": (0.93, 0.85), "published": (0.97, 0.95), "authors": (0.85, 0.75), "publisher": (0.77, 0.6),
    "subtitle": (0.6, 0.55), "series": (0.67, 0.42), "issue": (0.8, 0.55), "minute": (0.95, 0.8),
}  # fmt: skip

_PAYLOADS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "payloads.jsonl").read_text(encoding="utf-8").splitlines()
]
_ARTICLES = [payload for payload in _PAYLOADS if payload["body"]]
# Pages on which several times as much other prose stands beside the article.
_CROWDED = "beside much other prose"
# The places of the articles of each lot.
_EARLIER = sum(bool(payload["body"]) for payload in _PAYLOADS[:_LATER])
_LOTS = (range(_EARLIER), range(_EARLIER, len(_ARTICLES)))
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


@pytest.mark.parametrize("lot", [0, 1], ids=["earlier", "later"])
@pytest.mark.parametrize("field", ["title", "published", "authors", "publisher"])
def test_most_of_what_a_page_states_about_itself_is_read(field: str, lot: int) -> None:
    hits = [
        _stated(_edited(place), field) == _wanted(_ARTICLES[place], field)
        for place in _LOTS[lot]
        if _ARTICLES[place][field]
    ]
    assert mean(hits) >= LEAST_OF_LOTS[field][lot]


@pytest.mark.parametrize("lot", [0, 1], ids=["earlier", "later"])
@pytest.mark.parametrize("field", ["subtitle", "series", "issue"])
def test_what_institutes_print_beside_the_title_is_read(field: str, lot: int) -> None:
    """Of those that print one most are read; where none is printed hardly one is given."""
    hits, spared = [], []
    for place in _LOTS[lot]:
        if field not in _ARTICLES[place]:
            continue
        article = _edited(place)
        stated = _folded(getattr(article, field) or "") if article else ""
        if wanted := _ARTICLES[place][field]:
            hits.append(stated == _folded(wanted))
        else:
            spared.append(not stated)
    assert mean(hits) >= LEAST_OF_LOTS[field][lot]
    assert mean(spared) >= LEAST["spared"]


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


@pytest.mark.parametrize("lot", [0, 1], ids=["earlier", "later"])
def test_the_minute_is_read_where_one_is_printed(lot: int) -> None:
    right = []
    for place in _LOTS[lot]:
        wanted = _ARTICLES[place]["published"] or ""
        if "T" in wanted:
            article = _edited(place)
            right.append(bool(article and article.published and article.published.at.startswith(wanted)))
    assert len(right) >= 20
    assert mean(right) >= LEAST_OF_LOTS["minute"][lot]


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
