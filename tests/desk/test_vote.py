import lxml.html
import numpy as np
import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.judging import judge_html
from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import line_features
from copydesk.desk.judging.judge_html import certainty_in_html
from copydesk.desk.judging.vote import in_doubt, outvote, vote
from copydesk.desk.page.html import lay_out_html

_BODY = [
    "The ferry between the two islands will sail again from Saturday, the harbour office said on Tuesday morning.",
    "It had been in dry dock since a storm in January tore off a part of its ramp and flooded the lower deck.",
    "Islanders have had to take the long way round, by bus and by a small fishing boat, for almost five months.",
    "The timetable stays the same, and monthly tickets that were bought before the storm are valid until autumn.",
]


def _page(*blocks: str) -> str:
    menu = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("News", "Sports", "Weather", "Contact"))
    return f"<body><nav><ul>{menu}</ul></nav><article>{''.join(blocks)}</article><footer>All rights reserved</footer>"


def _kept(html: str) -> list[str]:
    page = lay_out_html(html)
    votes = vote(page)
    assert votes is not None
    assert len(votes) == len(page.lines)
    return [line.text for line, keeps in zip(page.lines, votes, strict=True) if keeps]


def test_the_body_is_kept_and_what_is_around_it_is_not() -> None:
    assert _kept(_page(*(f"<p>{text}</p>" for text in _BODY))) == _BODY


def test_a_paragraph_that_markup_breaks_up_is_kept() -> None:
    broken = _BODY[1].replace("storm", "<a href='/x'>sto<b>rm</b></a>")
    assert _kept(_page(f"<p>{_BODY[0]}</p><p>{broken}</p><p>{_BODY[2]}</p>")) == _BODY[:3]


def test_a_teaser_that_repeats_a_paragraph_is_kept_once() -> None:
    page = _page(*(f"<p>{text}</p>" for text in _BODY)).replace("</footer>", f"<p>{_BODY[1]}</p></footer>")
    assert _kept(page) == _BODY


def test_text_without_spaces_between_words() -> None:
    text = [
        f"{opening}港口办公室星期二上午表示，两岛之间的渡轮将于星期六重新开航，月票有效期至秋季。" * 3
        for opening in "甲乙丙丁"
    ]
    assert _kept(_page(*(f"<p>{paragraph}</p>" for paragraph in text))) == text


@pytest.mark.parametrize("html", ["", "<p>", "<script>a</script>", "<div>" * 50_000])
def test_a_page_in_which_nothing_is_found_has_no_vote(html: str) -> None:
    assert vote(lay_out_html(html)) is None


def test_a_failing_extractor_has_no_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert vote(lay_out_html("<p>One")) is None


def test_the_page_is_left_as_it_was() -> None:
    page = lay_out_html(_page(*(f"<p>{text} <a href='/x'>More</a></p>" for text in _BODY)))
    assert page.tree is not None
    before = lxml.html.tostring(page.tree)
    assert vote(page)
    assert lxml.html.tostring(page.tree) == before


@pytest.mark.parametrize(
    ("certainty", "words", "doubtful"),
    [
        pytest.param([0.0, 1.0, 1.0, 0.0], [5, 200, 300, 5], False, id="sure of each line"),
        pytest.param([0.0, 0.99, 0.5, 0.0], [5, 200, 10, 5], False, id="one short line either way"),
        pytest.param([0.0, 0.99, 0.5, 0.0], [5, 200, 200, 5], True, id="half of the article either way"),
        pytest.param([0.0, 0.99, 0.05, 0.05], [5, 200, 900, 900], True, id="much that might be the article after all"),
        pytest.param([0.01, 0.02], [30, 30], False, id="nothing like an article"),
        pytest.param([0.3, 0.3], [30, 30], True, id="nothing that is surely an article"),
    ],
)
def test_doubt_is_the_share_of_words_that_may_be_judged_wrong(
    certainty: list[float], words: list[int], doubtful: bool
) -> None:
    assert in_doubt(np.array(certainty), np.array(words, float)) is doubtful


@given(st.lists(st.tuples(st.integers(0, 1000), st.booleans()), min_size=1))
def test_a_vote_moves_certainty_towards_it_and_never_out_of_bounds(lines: list[tuple[int, bool]]) -> None:
    certainty, votes = np.array([thousandth / 1000 for thousandth, _ in lines]), [keeps for _, keeps in lines]
    moved = outvote(certainty, votes)
    assert ((moved >= 0) & (moved <= 1)).all()
    assert (np.where(votes, moved >= certainty, moved <= certainty)).all()


def test_the_judge_asks_only_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    page = lay_out_html(_page(*(f"<p>{text}</p>" for text in _BODY)))
    votes = [line.text in _BODY[:1] for line in page.lines]
    characters = read_characters([line.text for line in page.lines])
    own = line_features(page.lines, characters)
    monkeypatch.setattr(judge_html, "vote", lambda _: votes)
    monkeypatch.setattr(judge_html, "in_doubt", lambda *_: False)
    alone = certainty_in_html(page, characters, own)
    monkeypatch.setattr(judge_html, "in_doubt", lambda *_: True)
    heard = certainty_in_html(page, characters, own)
    assert heard.tolist() == outvote(alone, votes).tolist()
    assert heard.tolist() != alone.tolist()
