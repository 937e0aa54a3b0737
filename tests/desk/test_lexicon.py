"""Grams: what a line's words are looked up by."""

import numpy as np
import pytest

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.lexicon import BITS, Grams, form_grams, grams, leanings, stem_grams


def buckets(found: Grams, line: int) -> list[int]:
    bucket, at = found.inner
    return sorted(bucket[at == line].tolist())


@pytest.mark.parametrize(
    ("first", "second"),
    [("Council closes pool", "Council closest pools"), ("Abonnieren Sie", "ABONNIERT Sie")],
    ids=["endings", "case and endings"],
)
def test_words_that_begin_alike_have_the_same_stems(first: str, second: str) -> None:
    found = stem_grams(read_characters([first, second]))
    assert buckets(found, 0) == buckets(found, 1)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Anna Lindqvist, mayor of Westhaven", "Jan Kowalski, owner in Danzig", True),
        ("Anna Lindqvist, mayor of Westhaven", "Anna Lindqvist mayor of Westhaven", False),
        ("May 12 2024", "Oct 30 1999", True),
        ("the pool closes", "The Pool Closes", False),
    ],
    ids=["other words", "a comma less", "other numbers", "other case"],
)
def test_form_is_what_is_left_without_the_words(first: str, second: str, same: bool) -> None:
    found = form_grams(read_characters([first, second]))
    assert (buckets(found, 0) == buckets(found, 1)) is same


def test_no_gram_goes_over_the_end_of_a_line() -> None:
    apart, together = form_grams(read_characters(["one", "two"])), form_grams(read_characters(["one two"]))
    assert len(apart.inner[0]) == 0
    assert len(together.inner[0]) == 1


@pytest.mark.parametrize("texts", [["-"], ["*", "…"], ["a"]], ids=["one sign", "signs on two lines", "one letter"])
def test_lines_with_hardly_a_word_are_no_error(texts: list[str]) -> None:
    characters = read_characters(texts)
    weights = np.ones((4, 1 << BITS), np.int8)
    for found in (grams(characters, len(texts)), stem_grams(characters), form_grams(characters)):
        assert np.isfinite(leanings(found, weights, 0.5, len(texts))).all()
