"""Names found again where the tagger missed them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.tags.english.recur import recurring
from copydesk.desk.tags.english.sentences import tokenise
from copydesk.desk.tags.link import Found, Kind


def first_mention(text: str, name: str, kind: Kind, confidence: float = 0.95) -> Found:
    start = text.index(name)
    return Found(start, start + len(name), kind, name, "", confidence)


def found_again(text: str, *names: Found) -> list[str]:
    """The names added, as printed."""
    return [name.text for name in recurring(text, tokenise(text), names) if name not in names]


@pytest.mark.parametrize(
    ("text", "name", "kind", "again"),
    [
        pytest.param(
            "It was Angela Merkel who said so. Later came Angela Merkel.",
            "Angela Merkel",
            "PER",
            ["Angela Merkel"],
            id="the same words",
        ),
        pytest.param("It was Angela Merkel. We saw Merkel.", "Angela Merkel", "PER", ["Merkel"], id="a surname"),
        pytest.param("It was Angela Merkel. We saw Angela", "Angela Merkel", "PER", ["Angela"], id="first, at the end"),
        pytest.param("It was Angela Merkel. We saw Merkel", "Angela Merkel", "PER", ["Merkel"], id="last, at the end"),
        pytest.param("The World Bank lent. The World", "World Bank", "ORG", [], id="half an organisation, at the end"),
        pytest.param("It was Angela Merkel. The Merkel Prize.", "Angela Merkel", "PER", [], id="part of a longer name"),
        pytest.param("We saw Will Rose. Prices rose. He met Rose", "Will Rose", "PER", [], id="also a plain word"),
        pytest.param("We saw Angela Merkel; MERKEL spoke.", "Angela Merkel", "PER", [], id="other capitals"),
    ],
)
def test_a_certain_name_is_found_where_its_words_stand(text: str, name: str, kind: Kind, again: list[str]) -> None:
    assert found_again(text, first_mention(text, name, kind)) == again


def test_an_uncertain_name_is_not_looked_for() -> None:
    text = "It was Angela Merkel. We saw Merkel."
    assert found_again(text, first_mention(text, "Angela Merkel", "PER", confidence=0.5)) == []


@given(
    name=st.lists(st.sampled_from(["Kim", "Jong", "Un", "Chol", "Ri"]), min_size=1, max_size=5),
    kind=st.sampled_from(["PER", "ORG", "LOC"]),
    rest=st.lists(st.sampled_from(["Kim", "Jong", "Un", "Chol", "Ri", "said", "."]), max_size=12),
)
def test_whatever_follows_the_mentions_lie_in_the_text_and_apart(name: list[str], kind: Kind, rest: list[str]) -> None:
    text = " ".join([*name, "said", *rest])
    certain = Found(0, len(" ".join(name)), kind, " ".join(name), "said", 0.95)
    names = recurring(text, tokenise(text), [certain])
    assert names[0] == certain
    for one, following in zip(names, [*names[1:], None], strict=True):
        assert one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert following is None or one.end <= following.start
