"""Whether what stands of a text is an article at all, or what fronts, walls, profiles, shops and schedules say.

The judge sees lines, and lines of such pages read like an article's. This looks at the page as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.judging.expected import expected_f1
from copydesk.desk.judging.features import Column
from copydesk.desk.judging.page_signs import page_signs
from copydesk.desk.judging.trees import Trees

_SURE, _DOUBTFUL = 0.9, 0.6
_FEW_WORDS, _SENTENCE_WORDS = 6, 10


@dataclass(frozen=True, slots=True)
class _Model:
    columns: Sequence[str]
    trees: Trees


def presence(
    folded: Sequence[str], features: Mapping[str, Column], certainty: Column, kept: NDArray[np.bool_]
) -> float:
    """How sure it is that the lines kept, one at least, are an article: 0 to 1, to three digits.

    folded: the page's lines. features: of each, as the judge of text has them. certainty: of each, that it is body.
    kept: which the certainty alone lets stand.
    """
    model = _load()
    traits = page_traits(folded, features, certainty, kept)
    row = np.array([[traits[name] for name in model.columns]], np.float32)
    return float(model.trees.certainty(row)[0])


def page_traits(
    folded: Sequence[str], features: Mapping[str, Column], certainty: Column, kept: NDArray[np.bool_]
) -> dict[str, float]:
    """What a page is like of which one line at least is kept: these lines on average over their words, and as a whole.

    Sums are running totals, in the order of the lines: the same on every machine.
    """
    words = np.expm1(features["log words"])
    at = np.flatnonzero(kept)
    total = max(_sum(words[at]), 1.0)
    means = np.cumsum(np.array(list(features.values()))[:, at] * words[at], axis=1)[:, -1] / total
    ends, sentences = features["ends sentence"] > 0, features["sentences"]
    runs = np.split(at, np.flatnonzero(np.diff(at) > 1) + 1)
    longest_run = max(_sum(words[run]) for run in runs)
    span = int(at[-1] - at[0]) + 1

    def share(lines: NDArray[np.bool_]) -> float:
        return _sum(words[kept & lines]) / total

    return {
        **{f"mean {name}": float(mean) for name, mean in zip(features, means, strict=True)},
        "expected f1": expected_f1(certainty, words),
        "certainty": _sum((certainty * words)[at]) / total,
        "greatest certainty": float(certainty.max()),
        "sure": share(certainty >= _SURE),
        "doubtful": share(certainty < _DOUBTFUL),
        "words": float(np.log1p(total)),
        "lines": float(np.log1p(len(at))),
        "page lines": float(np.log1p(len(words))),
        "of the page": total / max(_sum(words), 1.0),
        "longest line": float(np.log1p(words[at].max())),
        "words in a line": float(np.log1p(total / len(at))),
        "varied": float(np.std(features["log words"][at])),
        "end in sentences": float(np.count_nonzero(kept & ends)) / len(at),
        "sentences": float(np.log1p(_sum(sentences[at]))),
        "words in a sentence": total / max(1.0, _sum(sentences[at])),
        "in paragraphs": share(sentences >= 2),
        "in long paragraphs": share(sentences > 2),
        "span": span / len(words),
        "dense": len(at) / span,
        "runs": len(runs) / len(at),
        "longest run": float(np.log1p(longest_run)),
        "in the longest run": longest_run / total,
        "prose left out": float(np.log1p(_sum(words[~kept & ends & (words >= _SENTENCE_WORDS)]))),
        **page_signs(folded, kept, words),
        "short lines": float(np.count_nonzero(words <= _FEW_WORDS)) / len(words),
    }


def _sum(values: Column) -> float:
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


@cache
def _load() -> _Model:
    with (files("copydesk") / "models" / "presence.npz").open("rb") as file, np.load(file) as stored:
        arrays = dict(stored)
    return _Model(arrays["columns"].tolist(), Trees.from_arrays(arrays))
