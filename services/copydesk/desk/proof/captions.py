"""What stands under a picture inside an article, and is none of its text: captions that name who took it."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line
from copydesk.desk.judging.features import Column
from copydesk.desk.naming import credits, names
from copydesk.desk.naming.phrases import UNSPACED

# Up to so sure of a line: what is surer to be the article's speaks of pictures. Between .85 and .92 F1 is the same.
_SURE = 0.9
_LONGEST, _WIDE = 400, 4  # characters; of others that one of a script without spaces is worth
# "(Ann Lee/The Orchard Post)", "（代表撮影）"
_NAMED = r"[A-ZÀ-Þ][\w’'.-]*"
_TAKEN_BY = re.compile(rf"\({_NAMED}(?: {_NAMED}){{1,3}} ?/ ?{_NAMED}(?: [\w.&’'-]+){{0,5}}\)\.?$|撮影[)）]$")
_LONGEST_CREDIT = 90


def cut_captions(lines: Sequence[Line], kept: NDArray[np.bool_], certainty: Column) -> NDArray[np.bool_]:
    """`kept` without the lines that stand for a picture or name its source, but for those the judge is sure of.

    certainty: of each line, that it is body.
    """
    left = kept.copy()
    for i in np.flatnonzero(kept & (certainty < _SURE)).tolist():
        left[i] = not (_is_caption(lines[i].text.casefold()) or _TAKEN_BY.search(lines[i].text[-_LONGEST_CREDIT:]))
    return left if left.any() else kept


def _is_caption(folded: str) -> bool:
    size = len(folded) * (_WIDE if max(folded) >= UNSPACED else 1)
    if size > _LONGEST:
        return False
    return names.is_picture(folded) or credits.names_credit(folded) or names.ends_in_credit(folded)
