"""Plain text as numbered lines, and the one form of white space and Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.normalise import normalise
from copydesk.desk.page.lines import lay_out_text


def test_blank_lines_count_and_are_left_out() -> None:
    page = lay_out_text("One\n\n \t\nTwo\r\nThree\rFour")
    assert [(line.first, line.text, line.gap) for line in page.lines] == [
        (1, "One", 0),
        (4, "Two", 2),
        (5, "Three", 0),
        (6, "Four", 0),
    ]


def test_indentation_is_kept_in_columns() -> None:
    assert [line.indent for line in lay_out_text("a\n  b\n\tc").lines] == [0, 2, 8]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("  a \u00a0 b\t c ", "a b c", id="white space of every kind"),
        pytest.param("Cafe\u0301", "Café", id="composed"),
        pytest.param("in\u00adfor\u00adma\u00adtion", "information", id="soft hyphens"),
        pytest.param("a\u200bb\ufeff\u2060c", "abc", id="zero width"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a Persian non-joiner stays"),
        pytest.param("👩\u200d🚀", "👩\u200d🚀", id="an emoji's joiner stays"),
        pytest.param("a\x00b\x1bc\ud800", "abc", id="control characters and surrogates"),
        pytest.param("“It’s” — fine…", "“It’s” — fine…", id="typography stays"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normalise(text) == normal


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.sampled_from("ab \n\r\t")))
def test_every_line_that_is_not_blank_is_there_under_its_number(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    expected = [(number, " ".join(line.split())) for number, line in enumerate(lines, 1) if line.strip()]
    assert [(line.first, line.text) for line in lay_out_text(text).lines] == expected
