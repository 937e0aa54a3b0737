"""Which lines of a page are the marked article: how much of each line's words the article has, in its order."""

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

# Scripts without spaces: a character is a word.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff]+"
)
_GRAM = 4


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def label(lines: Sequence[str], body: str) -> np.ndarray:
    """The share (0 to 1) of each line's words that the body has.

    A line of at least 4 words is found by its 4-grams; a shorter one must be a passage of the body between those
    of its neighbours. Of a passage that the page repeats, one counts: that in the best chain in the body's order.
    """
    gold, paragraph_edges = [], {0}
    for paragraph in body.split("\n"):
        gold.extend(tokens(paragraph))
        paragraph_edges.add(len(gold))
    shares = np.zeros(len(lines), np.float32)
    if not gold:
        return shares
    at = defaultdict(list)
    for i in range(len(gold) - _GRAM + 1):
        at[tuple(gold[i : i + _GRAM])].append(i)
    short = defaultdict(list)
    for size in (1, 2, 3):
        for i in range(len(gold) - size + 1):
            short[tuple(gold[i : i + size])].append(i)

    spans = []  # (line, first, last, weight) in order of lines
    covered = {}
    for n, line in enumerate(lines):
        words = tokens(line)
        if not words:
            continue
        if len(words) < _GRAM:
            for i in short.get(tuple(words), ())[:50]:
                whole = i in paragraph_edges and i + len(words) in paragraph_edges
                spans.append((n, i, i + len(words), len(words) * (1.0 if whole else 0.3)))
            continue
        hit = np.zeros(len(words), bool)
        diagonals: dict[int, int] = defaultdict(int)
        for k in range(len(words) - _GRAM + 1):
            found = at.get(tuple(words[k : k + _GRAM]))
            if found:
                hit[k : k + _GRAM] = True
                for i in found[:20]:
                    diagonals[i - k] += 1
        covered[n] = hit.mean()
        best = sorted(diagonals.items(), key=lambda item: (-item[1], item[0]))[:4]
        spans.extend((n, max(0, d), min(len(gold), d + len(words)), float(count)) for d, count in best)

    chain = _best_chain(spans, len(gold))
    taken = np.zeros(len(gold), bool)
    for n, first, last in chain:
        shares[n] = covered.get(n, 1.0)
        taken[first:last] = True
    in_chain = {n for n, _, _ in chain}
    # The body may tell in another order than the page: long passages that no line has claimed.
    for n, first, last, weight in spans:
        if n not in in_chain and weight >= 8 and covered[n] >= 0.7 and taken[first:last].mean() < 0.3:
            shares[n] = covered[n]
            taken[first:last] = True
    return shares


def _best_chain(spans, size):
    """The heaviest series of spans that goes forward in lines and in the body."""
    weight = np.zeros(size + 1)
    last = np.full(size + 1, -1)
    previous = []
    by_line = defaultdict(list)
    for i, span in enumerate(spans):
        by_line[span[0]].append(i)
        previous.append(-1)
    for n in sorted(by_line):
        offers = []
        for i in by_line[n]:
            _, first, end, w = spans[i]
            first = min(first + 1, end - 1) if end - first > 8 else first  # lines that share a word at a seam
            offers.append((weight[first] + w, end, i, last[first]))
        for total, end, i, before in offers:
            better = weight[end:] < total
            if better.any():
                previous[i] = before
                weight[end:][better] = total
                last[end:][better] = i
    chain, i = [], last[size]
    while i >= 0:
        chain.append(spans[i][:3])
        i = previous[i]
    return chain[::-1]
