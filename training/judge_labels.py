"""Which lines of a page are the marked article: how much of each line's words the article has, in its order."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

# Scripts without spaces: a character is a word.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff]+"
)
_GRAM = 4

Shares = NDArray[np.float32]


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def overlap_f1(gold: str, found: str) -> float:
    """F1 of 4-word shingles, as the evaluation's score.py counts a document's."""
    wanted, got = _shingles(gold), _shingles(found)
    return 2 * (wanted & got).total() / max(1, wanted.total() + got.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(gram for i in range(max(1, len(words) - 3)) if (gram := tuple(words[i : i + _GRAM])))


@dataclass(frozen=True, slots=True)
class _Span:
    """Line `line` may be the gold's words from `first` to `last`; `weight` says how much of it speaks for that."""

    line: int
    first: int
    last: int
    weight: float


class _Gold:
    """The words of a body, and where each run of one to four of them stands."""

    def __init__(self, body: str) -> None:
        self.words: list[str] = []
        self.edges = {0}
        for paragraph in body.split("\n"):
            self.words.extend(tokens(paragraph))
            self.edges.add(len(self.words))
        self.at: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for size in range(1, _GRAM + 1):
            for i in range(len(self.words) - size + 1):
                self.at[tuple(self.words[i : i + size])].append(i)

    def spans(self, n: int, words: Sequence[str]) -> tuple[list[_Span], float]:
        """Where line `n` may stand, and the share of its words that stand somewhere."""
        if len(words) < _GRAM:
            places = self.at.get(tuple(words), ())[:50]
            return [self._short_span(n, i, len(words)) for i in places], 1.0
        hit = np.zeros(len(words), bool)
        diagonals: Counter[int] = Counter()
        for k in range(len(words) - _GRAM + 1):
            places = self.at.get(tuple(words[k : k + _GRAM]), ())
            if places:
                hit[k : k + _GRAM] = True
                diagonals.update(i - k for i in places[:20])
        best = sorted(diagonals.items(), key=lambda item: (-item[1], item[0]))[:4]
        end = len(self.words)
        return [_Span(n, max(0, d), min(end, d + len(words)), float(count)) for d, count in best], float(hit.mean())

    def _short_span(self, n: int, first: int, size: int) -> _Span:
        whole = first in self.edges and first + size in self.edges
        return _Span(n, first, first + size, size * (1.0 if whole else 0.3))


@lru_cache(maxsize=1)
def _gold(body: str) -> _Gold:
    """The same for all styles of a page, which come one after the other."""
    return _Gold(body)


def label(lines: Sequence[str], body: str) -> Shares:
    """The share (0 to 1) of each line's words that the body has.

    A line of at least 4 words is found by its 4-grams; a shorter one must be a passage of the body between those
    of its neighbours. Of a passage that the page repeats, one counts: that in the best chain in the body's order.
    """
    gold = _gold(body)
    shares = np.zeros(len(lines), np.float32)
    if not gold.words:
        return shares
    spans: list[_Span] = []
    covered = {}
    for n, line in enumerate(lines):
        words = tokens(line)
        if words:
            found, covered[n] = gold.spans(n, words)
            spans.extend(found)
    chain = _best_chain(spans, len(gold.words))
    taken = np.zeros(len(gold.words), bool)
    for span in chain:
        shares[span.line] = covered[span.line]
        taken[span.first : span.last] = True
    in_chain = {span.line for span in chain}
    # The body may tell in another order than the page: long passages that no line has claimed.
    for span in spans:
        late = span.line not in in_chain and span.weight >= 8 and covered[span.line] >= 0.7
        if late and taken[span.first : span.last].mean() < 0.3:
            shares[span.line] = covered[span.line]
            taken[span.first : span.last] = True
    return shares


def part_of(body: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The part of the page that each line is: 0 body, and furniture: 1 before it, 2 inside, 3 after."""
    parts = np.ones(len(body), np.int64)
    lines = np.flatnonzero(body)
    if len(lines):
        parts[lines[0] :] = 2
        parts[lines[-1] + 1 :] = 3
        parts[lines] = 0
    return parts


def _best_chain(spans: Sequence[_Span], size: int) -> list[_Span]:
    """The heaviest series of spans that goes forward in lines and in the body."""
    weight = np.zeros(size + 1)
    last = np.full(size + 1, -1)
    previous = [-1] * len(spans)
    by_line: dict[int, list[int]] = defaultdict(list)
    for i, span in enumerate(spans):
        by_line[span.line].append(i)
    for n in sorted(by_line):
        offers = []
        for i in by_line[n]:
            span = spans[i]
            # Long lines may share a word at the seam.
            first = min(span.first + 1, span.last - 1) if span.last - span.first > 8 else span.first
            offers.append((weight[first] + span.weight, span.last, i, int(last[first])))
        for total, end, i, before in offers:
            better = weight[end:] < total
            if better.any():
                previous[i] = before
                weight[end:][better] = total
                last[end:][better] = i
    chain = []
    i = int(last[size])
    while i >= 0:
        chain.append(spans[i])
        i = previous[i]
    return chain[::-1]
