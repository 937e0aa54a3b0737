"""One key for all spellings of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.tags.key import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Kim Jong Un", "Kim Jong-un", id="hyphen"),
        pytest.param("Kim Jong Un", "KIM JONG UN", id="capitals"),
        pytest.param("Kim Jong Un's", "Kim Jong Un", id="possessive"),
        pytest.param("Kim Jong Un 's", "Kim Jong Un", id="possessive set apart"),
        pytest.param("the Netherlands’", "Netherlands", id="article and bare apostrophe"),
        pytest.param("Lech Wałęsa", "Lech Walesa", id="Polish letters"),
        pytest.param("Søren Kierkegaard", "Soren Kierkegaard", id="Danish letters"),
        pytest.param("Emmanuel Macron", "President Emmanuel Macron", id="office"),
        pytest.param("Ms. Rivera", "Rivera", id="title of address"),
        pytest.param("Volodymyr Zelenskyy", "Volodymyr Zelensky", id="two transliterations"),
        pytest.param("Apple Inc.", "Apple", id="legal form"),
        pytest.param("Acme Widgets Co., Ltd.", "Acme Widgets", id="two legal forms"),
        pytest.param("U.S.", "United States", id="initials of a country"),
        pytest.param("the UN", "United Nations", id="initials of an organisation"),
        pytest.param("AT&T", "AT & T", id="ampersand"),
        pytest.param("Beyonce\u0301", "Beyoncé", id="composed and decomposed"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Donald Trump", "Donald Trump Jr.", id="father and son"),
        pytest.param("Kim Jong Un", "Kim Yong Chol", id="same family name"),
        pytest.param("Niger", "Nigeria", id="one within the other"),
        pytest.param("General Motors", "Motors", id="a title that begins a company's name"),
        pytest.param("Justice Department", "Department", id="a title that begins an office's name"),
        pytest.param("東京", "京都", id="no Latin letters"),
        pytest.param("किम", "कम", id="vowel signs are letters"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", "...", "—", "'s"], ids=["nothing", "dots", "dash", "possessive alone"])
def test_what_is_no_name_has_at_most_letters(name: str) -> None:
    assert name_key(name) in ("", "s")


def test_a_title_alone_is_a_name() -> None:
    assert name_key("President") == "president"
    assert name_key("Limited") == "limited"


@given(st.text(max_size=60))
def test_case_does_not_count_and_any_text_has_a_key(text: str) -> None:
    key = name_key(text)
    assert not any(char.isspace() for char in key)
    if text.isascii():
        assert name_key(text.upper()) == name_key(text.lower()) == key
