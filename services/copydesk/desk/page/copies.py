"""An article that the markup has twice, for wide screens and for narrow ones, or for readers and for machines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line

_LONG = 100  # characters of a paragraph: shorter lines come again by chance
# So many paragraphs that have stood before, and such a share of all, are a copy: pages that say a few again mean it.
_FEWEST, _SHARE = 4, 0.4


def cut_copies(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the second copy, where most paragraphs stand twice."""
    seen: set[str] = set()
    again: list[int] = []
    long = 0
    for i in np.flatnonzero(kept).tolist():
        text = lines[i].text
        if text in seen:
            again.append(i)
        seen.add(text)
        long += len(text) > _LONG
    copied = [i for i in again if len(lines[i].text) > _LONG]
    if len(copied) < _FEWEST or len(copied) < _SHARE * long:
        return kept
    left = kept.copy()
    left[[i for i in again if copied[0] <= i <= copied[-1]]] = False
    return left
