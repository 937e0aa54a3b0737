"""What sites write between an article's paragraphs and straight below them, whatever the judge thinks of it.

That the text goes on below an advertisement, what a player says of itself, and an agency's notice of rights.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line
from copydesk.desk.metadata.lexicon import any_of, lower

_ADVERTISEMENT = (
    r"advertisement|adverti[sz]ing|publicidade?|publicité|anzeige|werbung|pubblicità|advertentie|annonce|reklam[ae]?|реклама"
    r"|広告|广告|廣告|광고|إعلان"
)
_INTERRUPTION = re.compile(
    rf"\W*(?:{_ADVERTISEMENT})(?: ?\d{{1,2}})?\W*"
    r"|\W*(?:(?:the )?(?:story|article|content|text|post)? ?continues? (?:below|after)|scroll (?:down )?(?:past|below))"
    r"(?: (?:this|the|our))?(?: (?:advertisement|ad|video|sponsor message|newsletter sign-?up))?\W*"
    r"|(?:advertisement ?[-–—:·|]? ?)?scroll (?:down )?to continue(?: reading| with content)?\W*"
    r"|this advertisement has not loaded yet,? but your article continues below\W*"
    r"|video player is loading\.?|this is a modal window\.?"
    r"|(?:current time|duration|remaining time|loaded):? [-\d:%. ]+"
    r"|a post shared by .{1,80}\(@[\w.]+\)",
)
_LONGEST = 120  # characters
# "Copyright 2025 The Associated Press. All rights reserved. This material may not be published, ..."
_NOTICE = re.compile(
    r"(?:the[- ]?cnn[- ]?wire\W{0,4})?(?:copyright|©|\(c\)|™ & ©)\W{0,3}(?:by )?.{0,160}"
    rf"(?:{any_of('rights', 'reserved')}|no unauthori[sz]ed|may not be (?:published|reproduced|republished)"
    r"|distributed by)"
)
_LONGEST_NOTICE, _LAST_LINES = 320, 3


def cut_interruptions(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without such lines; a notice of rights only where it is one of the last that stand."""
    left = kept.copy()
    body = np.flatnonzero(kept).tolist()
    for i in body:
        text = lines[i].text
        left[i] = len(text) > _LONGEST or _INTERRUPTION.fullmatch(text.casefold()) is None
    for i in body[-_LAST_LINES:]:
        text = lines[i].text
        if len(text) <= _LONGEST_NOTICE and _NOTICE.match(lower(text)):
            left[i] = False
    return left if left.any() else kept
