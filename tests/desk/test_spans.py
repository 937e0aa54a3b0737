"""Which span a position is in."""

import pytest

from copydesk.desk.tags.spans import span_at

_SPANS = [(2, 5), (5, 9), (7, 8)]


@pytest.mark.parametrize(
    ("position", "span"),
    [
        pytest.param(1, None, id="before all"),
        pytest.param(2, (2, 5), id="at a start"),
        pytest.param(5, (5, 9), id="at an end that is a start"),
        pytest.param(7, (7, 8), id="in two, the later"),
        pytest.param(9, None, id="behind all"),
    ],
)
def test_span_at(position: int, span: tuple[int, int] | None) -> None:
    assert span_at(_SPANS, position) == span


def test_there_may_be_no_spans() -> None:
    assert span_at([], 3) is None
