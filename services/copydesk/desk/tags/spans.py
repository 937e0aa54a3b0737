"""Where in a text something stands: spans, [start, end) in code points, in order."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter


def span_at(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    """The span that a position is in, the one that begins last before it; None where it is behind that one's end."""
    at = bisect_right(spans, position, key=itemgetter(0))
    return spans[at - 1] if at and position < spans[at - 1][1] else None
