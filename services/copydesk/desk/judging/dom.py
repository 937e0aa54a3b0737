"""What the judge sees of each line of HTML besides its text: the elements that it stands in."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.characters import Array
from copydesk.desk.judging.features import Column
from copydesk.desk.page.elements import AROUND, Elements, most_down, sum_down, sum_up

_PROSE_CHARS = 80  # a line so long, of which less than half is links, is prose
_SHORT_CHARS = 30
_CORE_SHARES = (0.3, 0.6, 0.9)
_LEVELS = 4
_NEAR = (3, 8)  # lines on each side that make a line's surroundings
_FAR = 60  # lines; farther is far
_TITLED = 0.6  # a heading that has so much in common with the page's title is the article's
_FULL_ARTICLE = 0.1  # an <article> with so much of the page's prose is no teaser


@dataclass(frozen=True, slots=True)
class _Totals:
    """Of each element with all that is inside it: characters, of them in links, of them prose; lines, short ones."""

    chars: Column
    links: Column
    prose: Column
    lines: Column
    short: Column

    @property
    def page_prose(self) -> float:
        return max(float(self.prose[0]), 1.0)

    def shares(self, at: Array, name: str) -> dict[str, Column]:
        chars, lines = np.maximum(self.chars[at], 1), np.maximum(self.lines[at], 1)
        return {
            f"chars {name}": np.log1p(self.chars[at]),
            f"links {name}": self.links[at] / chars,
            f"prose {name}": self.prose[at] / chars,
            f"page prose {name}": self.prose[at] / self.page_prose,
            f"lines {name}": np.log1p(self.lines[at]),
            f"short {name}": self.short[at] / lines,
        }


def dom_features(elements: Elements, chars: Column, leaning: Column, titled: Column) -> dict[str, Column]:
    """Features of each line: what it stands in, and what stands in that.

    chars: characters of each line. leaning: how much each element's names lean to the body, two columns: as the
    block of a line, and as something around it. titled: how much of each line is in the page's title, below 0 where
    it has none.
    """
    of, count = elements.of_line, len(elements.parent)
    direct = np.bincount(of, weights=chars, minlength=count)
    in_link = (elements.around >> AROUND.index("a")) & 1 == 1
    links = np.where(in_link, 1.0, np.minimum(elements.links / np.maximum(direct, 1), 1))[of]
    bold = np.minimum(elements.bold / np.maximum(direct, 1), 1)[of]
    prose = (chars >= _PROSE_CHARS) & (links < 0.5)
    sums = sum_up(
        elements,
        np.column_stack([
            np.bincount(of, weights=weights, minlength=count)
            for weights in (chars, np.round(chars * links), chars * prose, np.ones(len(of)), chars < _SHORT_CHARS)
        ]),
    )  # fmt: skip
    totals = _Totals(*sums.T)
    bits = elements.around[of]
    block = {
        "block": elements.kind[of],
        "heading": elements.heading[of],
        "depth": elements.depth[of].astype(np.float64),
        "link share": links,
        "bold share": bold,
        "runs in block": np.bincount(of, minlength=count)[of].astype(np.float64),
    }
    names = _names(elements, leaning)
    return {
        **block,
        **{f"in {name}": ((bits >> bit) & 1).astype(np.float64) for bit, name in enumerate(AROUND)},
        **_levels(elements, totals),
        **_cores(elements, totals),
        **_likeness(elements, chars, links, prose),
        **names,
        **_neighbours({**block, "names": names["names"]}, elements),
        **_places(elements, chars),
        **_siblings(elements, totals, titled),
        "page names": np.full(len(of), np.round(names["names"] * chars, 3).sum() / max(totals.chars[0], 1)),
        "page links": np.full(len(of), totals.links[0] / max(totals.chars[0], 1)),
        "page blocks": np.full(len(of), np.log1p(len(of))),
    }


def _levels(elements: Elements, totals: _Totals) -> dict[str, Column]:
    """What stands around the line, level by level."""
    features: dict[str, Column] = {}
    at = elements.of_line
    for level in range(_LEVELS):
        features |= totals.shares(at, f"{level} up")
        at = elements.parent[at]
    return features


def _cores(elements: Elements, totals: _Totals) -> dict[str, Column]:
    """Where the line stands towards the innermost elements that hold a share of the page's prose."""
    features: dict[str, Column] = {}
    of = elements.of_line
    for share in _CORE_SHARES:
        holds = totals.prose >= share * totals.page_prose
        holds[0] = True
        steps, branch = _climb(elements, holds)
        core = np.where(holds[of], of, elements.parent[branch[of]])
        innermost = int(elements.depth[holds].max())
        beneath = totals.shares(branch[of], f"in branch of {share}")
        features |= {name: beneath[name] for name in beneath if not name.startswith(("page", "short"))}
        features[f"steps to {share}"] = steps[of].astype(np.float64)
        features[f"outside {share}"] = (innermost - elements.depth[core]).astype(np.float64)
        features[f"links in core of {share}"] = totals.links[core] / np.maximum(totals.chars[core], 1)
    return features


def _climb(elements: Elements, holds: NDArray[np.bool_]) -> tuple[Array, Array]:
    """For each element, the steps up to the next one that holds, and the last element before it on the way."""
    steps, branch = np.zeros(len(holds), np.int64), np.arange(len(holds))
    for level in elements.levels[1:]:
        above = elements.parent[level]
        steps[level] = np.where(holds[level], 0, steps[above] + 1)
        branch[level] = np.where(holds[level] | holds[above], level, branch[above])
    return steps, branch


def _likeness(elements: Elements, chars: Column, links: Column, prose: NDArray[np.bool_]) -> dict[str, Column]:
    """What the blocks are that are named like the line's, in elements named like those around it."""
    numbers: dict[str, int] = {}
    named = np.array([numbers.setdefault(name, len(numbers)) for name in elements.names])
    features: dict[str, Column] = {}
    at = elements.of_line
    path = named[at]
    for level in (1, 2):
        at = elements.parent[at]
        path = path * len(numbers) + named[at]
        _, group, size = np.unique(path, return_inverse=True, return_counts=True)
        together = np.bincount(group, weights=chars)
        features |= {
            f"alike {level} up": np.log1p(size)[group],
            f"chars of alike {level} up": np.log1p(together / size)[group],
            f"links of alike {level} up": (np.bincount(group, weights=np.round(chars * links)) / together)[group],
            f"prose of alike {level} up": (np.bincount(group, weights=prose) / size)[group],
            f"page share of alike {level} up": (together / chars.sum())[group],
        }
    return features


def _names(elements: Elements, leaning: Column) -> dict[str, Column]:
    """How the names of the line's block lean, and those of what stands around it."""
    of, above = elements.of_line, elements.parent[elements.of_line]
    own, around = leaning[of, 0], sum_down(elements, leaning[:, 1])[above]
    lean = own + around
    features = {
        "names": lean,
        "own names": own,
        "names around": around,
        "least names": -most_down(elements, -leaning[:, 1])[of],
        "most names": most_down(elements, leaning[:, 1])[of],
    }
    total = np.concatenate(([0.0], np.cumsum(np.round(lean, 6))))
    place = np.arange(len(of))
    for reach in _NEAR:
        low, high = np.maximum(place - reach, 0), np.minimum(place + 1 + reach, len(of))
        features[f"names in {reach} before"] = (total[place] - total[low]) / reach
        features[f"names in {reach} after"] = (total[high] - total[place + 1]) / reach
    return features


def _neighbours(columns: dict[str, Column], elements: Elements) -> dict[str, Column]:
    features: dict[str, Column] = {}
    for name in ("names", "link share", "block", "heading", "depth"):
        padded = np.concatenate((np.full(2, -9.0), columns[name], np.full(2, -9.0)))
        for step in (-2, -1, 1, 2):
            features[f"{name} {step:+d}"] = padded[2 + step : len(padded) - 2 + step]
    parents = elements.parent[elements.of_line]
    same = np.concatenate(([0.0], parents[1:] == parents[:-1], [0.0]))
    return {**features, "same parent before": same[:-1], "same parent after": same[1:]}


def _places(elements: Elements, chars: Column) -> dict[str, Column]:
    place = np.arange(len(chars))
    titles = np.flatnonzero(elements.heading[elements.of_line] == 1)
    last = np.concatenate(([-_FAR], titles))[np.searchsorted(titles, place, side="right")]
    return {
        "lines since h1": np.minimum(place - last, _FAR).astype(np.float64),
        "h1s": np.full(len(chars), float(min(len(titles), 9))),
        "place in chars": (np.cumsum(chars) - chars) / max(chars.sum(), 1),
    }


def _siblings(elements: Elements, totals: _Totals, titled: Column) -> dict[str, Column]:
    """Whether the line is near the page's own title, or in another article after it."""
    of, parent = elements.of_line, elements.parent
    level = elements.heading[of]
    titles = np.flatnonzero((level > 0) & (titled >= _TITLED))
    if not len(titles):
        titles = np.flatnonzero(level == 1)
    title = int(titles[0]) if len(titles) else -1
    on_path = np.zeros(len(parent))
    at = int(of[title]) if title >= 0 else 0
    while at:
        on_path[at] = 1
        at = int(parent[at])
    shared = sum_down(elements, on_path)[of]
    place = np.arange(len(of))
    great = level == (level[title] if title >= 0 else 1)

    article = (elements.around >> AROUND.index("article")) & 1 == 1
    outer = np.zeros(len(parent), np.int64)
    for members in elements.levels[1:]:
        above = parent[members]
        outer[members] = np.where(outer[above] > 0, outer[above], np.where(article[members], members, 0))
    articles, number = np.unique(outer[of], return_inverse=True)
    full = (totals.prose[articles] >= _FULL_ARTICLE * totals.page_prose) & (articles > 0)
    return {
        "after title": np.clip(place - title, -_FAR, _FAR).astype(np.float64)
        if title >= 0
        else np.full(len(of), -99.0),
        "shared with title": shared,
        "apart from title": elements.depth[of] - shared,
        "title apart": float(elements.depth[of[title]]) - shared if title >= 0 else np.full(len(of), -1.0),
        "titles above": np.minimum(np.cumsum(great), 20).astype(np.float64),
        "titles on page": np.full(len(of), float(min(int(great.sum()), 20))),
        "full articles before": (np.cumsum(full) - full)[number].astype(np.float64),
        "full articles": np.full(len(of), float(full.sum())),
        "outer article's prose": totals.prose[outer[of]] / totals.page_prose * (outer[of] > 0),
    }
