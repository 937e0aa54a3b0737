import pytest
import trafilatura

from copydesk.desk.html import lay_out_html
from copydesk.desk.vote import vote

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
