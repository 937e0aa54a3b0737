"""The articles that a page of HTML loads below the first: each is a whole one, with a title of its own."""

from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.desk.frame import Line


def cut_other_articles(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the lines of a second `<article>` element and those after it, where each has an `<h1>`.

    Elements count that stand in no other `<article>`: what stands within one is a comment or a box of it.
    """
    elements: list[HtmlElement] = []
    place: list[tuple[int, int]] = []  # line, element
    for i in np.flatnonzero(kept).tolist():
        element = _outermost(lines[i].element)
        if element is None:
            continue
        if element not in elements:
            elements.append(element)
        place.append((i, elements.index(element)))
    titled = [k for k, element in enumerate(elements) if next(element.iter("h1"), None) is not None]
    others = set(titled[1:])
    only_first = kept.copy()
    only_first[[i for i, k in place if k in others]] = False
    return only_first


def _outermost(element: HtmlElement | None) -> HtmlElement | None:
    found = None
    while element is not None:
        if element.tag == "article":
            found = element
        element = element.getparent()
    return found
