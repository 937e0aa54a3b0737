"""What stands inside an article of HTML and says that it is none of it: small boxes, and the way to another article."""

import re
from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.desk import roles
from copydesk.desk.frame import Line

# On 1,121 pages no line that was marked as the article's stood in a box so named and so small; whole articles do.
_NAMED = re.compile(r"newsletter|comment", re.IGNORECASE)
_LONGEST = 700  # characters
_LEVELS = 6


def cut_boxes(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the lines in small elements that are named for newsletters and comments, by class or id, and
    without those that name another article: "Read more: ...".
    """
    left = kept.copy()
    for i in np.flatnonzero(kept).tolist():
        left[i] = not (roles.leads_elsewhere(lines[i].text.casefold()) or _in_box(lines[i].element))
    return left if left.any() else kept


def _in_box(element: HtmlElement | None) -> bool:
    for _ in range(_LEVELS):
        if element is None:
            return False
        if _NAMED.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return len(element.text_content()) <= _LONGEST
        element = element.getparent()
    return False
