"""Whether what stands of a text is an article at all."""

import json
from pathlib import Path
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.marked_pages import marked_pages

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import line_features
from copydesk.desk.judging.judge import judge
from copydesk.desk.judging.page_signs import page_signs
from copydesk.desk.judging.presence import page_traits
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.text import lay_out_paragraphs
from copydesk.errors import NoArticleError

MENU = "Home\nNews\nSport\nCulture\nLog in\nSubscribe\n"
FOOT = "\nAbout us\nContact\nPrivacy\nTerms of use\n© 2024 Saltmouth Courier\n"
STORY = (
    "The harbour board voted on Tuesday to keep the old ferry terminal open through the winter, after a consultation "
    "in which more than four hundred residents wrote in.\n\n"
    "Its chair, Ann Lee, said the money would come from the reserve. The terminal was built in 1931 and has not been "
    "repaired since the storm of 1987.\n\n"
    "“We heard you,” she told the meeting. “Nobody without a car can use the bridge.”\n\n"
    "Work starts in March and is expected to last for two years, the board said."
)
_PAYLOADS = {
    payload["name"]: payload["content"]
    for payload in map(json.loads, (Path(__file__).parent / "payloads.jsonl").read_text(encoding="utf-8").splitlines())
}
# Pages without an article that no plain sign tells.
WITHOUT = {
    name: _PAYLOADS[name]
    for name in (
        "en: no article: none-front-harrowmere-courier",
        "en: no article: none-jobs-tessellate-energy",
        "de: no article: none-consent-wall-tagesbote",
        "de: no article: none-autorenseite-wellenbrecher",
        "fr: no article: none-annonces-immobilier-tuilerie",
        "es: no article: none-boletines-alta-diario",
        "pl: no article: none-ogloszenia-drobne-ziemia-lipowska",
    )
}
HTML_WITHOUT = {
    name: _PAYLOADS[name]
    for name in (
        "en: no article, HTML: newspaper front page",
        "en: no article, HTML: job listing index",
    )
}


def test_an_article_is_one() -> None:
    page = lay_out_text(f"{MENU}\nFerry terminal to stay open\n\nBy Tom Ash\n\n{STORY}\n{FOOT}")
    assert any(verdict.role.is_body for verdict in judge(page))


@pytest.mark.parametrize("text", WITHOUT.values(), ids=WITHOUT.keys())
def test_a_page_without_one_is_refused(text: str) -> None:
    with pytest.raises(NoArticleError, match="more like teasers, offers, a profile or a notice"):
        judge(lay_out_paragraphs(text))


@pytest.mark.parametrize("page", HTML_WITHOUT.values(), ids=HTML_WITHOUT.keys())
def test_a_page_of_html_that_leaves_doubt_is_asked_too(page: str) -> None:
    with pytest.raises(NoArticleError, match="more like teasers, offers, a profile or a notice"):
        judge(lay_out_html(page))


@pytest.mark.parametrize(("date", "is_asked"), [("By Tom Ash, 12 March 2024", False), ("By Tom Ash", True)])
def test_a_page_beyond_doubt_is_asked_where_no_year_stands_above(
    date: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.desk.judging.judge.presence", lambda *_: 0.0)
    assert _is_refused(f"{MENU}\nFerry terminal to stay open\n\n{date}\n\n{STORY}\n{FOOT}") == is_asked


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        pytest.param("Add to cart", "offer", id="a cart"),
        pytest.param("A cartoon by Ann Lee", None, id="no cart"),
        pytest.param("In den Warenkorb", "offer", id="German"),
        pytest.param("カートに入れる", "offer", id="Japanese"),
        pytest.param("무료배송 상품", "offer", id="Korean, within a word"),
        pytest.param("Reply", "post", id="a reply"),
        pytest.param("The minister replied", None, id="no reply"),
        pytest.param("댓글이 12개", "post", id="Korean, with an ending"),
        pytest.param("回复 3", "post", id="Chinese"),
    ],
)
def test_lines_that_offer_and_lines_of_a_thread(line: str, sign: str | None) -> None:
    signs = page_signs([line.casefold()], np.ones(1, dtype=bool), np.ones(1))
    assert {name: signs[f"page {name}"] for name in ("offer", "post")} == {
        name: float(name == sign) for name in ("offer", "post")
    }


HELD_OUT = [
    ("\n".join(line[2:] for line in lines), any(line.startswith("+") for line in lines))
    for path in sorted((Path(__file__).parent / "presence").glob("*.txt"))
    for _, lines in marked_pages(path)
]


def _is_refused(text: str) -> bool:
    try:
        judge(lay_out_text(text))
    except NoArticleError:
        return True
    return False


def test_of_pages_by_writers_who_taught_nothing_most_without_an_article_are_refused() -> None:
    refused = [_is_refused(text) for text, has_article in HELD_OUT if not has_article]
    assert mean(refused) >= 0.68


def test_of_articles_that_look_like_such_pages_hardly_one_is_refused() -> None:
    refused = [_is_refused(text) for text, has_article in HELD_OUT if has_article]
    assert mean(refused) <= 0.05


_LINES = st.lists(st.text("ab .?!•1é文", min_size=1).filter(lambda line: line.strip() != ""), min_size=1, max_size=9)


@given(_LINES, st.data())
def test_the_traits_of_any_page_are_numbers(lines: list[str], data: st.DataObject) -> None:
    page = lay_out_text("\n".join(lines))
    folded = [line.text.casefold() for line in page.lines]
    own = line_features(page.lines, read_characters([line.text for line in page.lines]))
    count = len(page.lines)
    certainty = np.array(data.draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    kept = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    kept[data.draw(st.integers(0, count - 1))] = True
    traits = page_traits(folded, own, certainty, kept)
    assert all(np.isfinite(value) for value in traits.values())
    assert 0 <= traits["dense"] <= 1


def test_it_does_not_depend_on_what_else_is_known_of_the_lines() -> None:
    page = lay_out_text(f"{MENU}\n{STORY}\n{FOOT}")
    folded = [line.text.casefold() for line in page.lines]
    own = line_features(page.lines, read_characters([line.text for line in page.lines]))
    kept = np.array([len(line.text) > 60 for line in page.lines])
    traits = page_traits(folded, own, np.where(kept, 0.9, 0.1), kept)
    reversed_ = page_traits(folded, dict(reversed(own.items())), np.where(kept, 0.9, 0.1), kept)
    assert traits == reversed_
