"""Text whose scraper put each piece of inline markup on a line of its own: paragraphs become whole again.

`get_text` of BeautifulSoup with a line break between pieces leaves a paragraph with a link as three lines: what stands
before the link, its words, and what follows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from copydesk.desk import roles
from copydesk.desk.frame import Line, Page

_FEWEST = 3  # sentences that are broken off; a text with fewer is not in pieces
_PROSE, _SPACES = 40, 3  # columns or spaces; of two pieces that are joined one has so many, or it were a menu
_NO_HEADLINE = 100  # columns
_LONGEST_LINK = 120
_LONGEST_LABEL = 60
_CLOSES = re.compile(r"(?:[,.;:!?)\]%’”»…]|['’]s)(?!\w)|['’] (?=\w)|[、。，；：！？）」』]")
_COMMA = re.compile(r"[,.;](?!\S)|[、。，；]|['’]s ")
_DASH = re.compile(r"[–—-](?=\w)")
_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", ".”", '."', "!”", "?”", '!"', '?"', ".’", ".»", "」")
_OPENS = ("(", "[", "“", "«", "「", "『", "（")
_ITEM = re.compile(r"(?:[•◦▪■□☆★○●*+–—-]|\d{1,3}[.)]|#{1,6})\s")
# No headline ends so: a comma, or a little word.
_BROKEN_OFF = re.compile(r"(?:,| [^\W\dA-ZÀ-Þ]{1,4})$")
_SENTENCES = (". ", "，", "。")


def mend(page: Page) -> Page:
    """`page` with the pieces of each paragraph joined, and as it is where its text is not in pieces."""
    lines = page.lines
    if page.tree is not None or len(lines) < _FEWEST:
        return page
    paragraphs = [lines[0]]
    for i in range(1, len(lines)):
        whole, line = paragraphs[-1], lines[i]
        if _runs_on(whole, line) or _is_link_inside(whole, lines, i):
            paragraphs[-1] = _joined(whole, line)
        else:
            paragraphs.append(line)
    in_pieces = sum(_breaks_off(before, line) for before, line in pairwise(lines)) >= _FEWEST
    return Page(tuple(paragraphs)) if in_pieces else page


def _breaks_off(before: Line, line: Line) -> bool:
    """Whether a sentence that cannot end there goes on in the next line."""
    if not _runs_on(before, line):
        return False
    return _COMMA.match(line.text) is not None or (
        _width(before.text) >= _PROSE and _BROKEN_OFF.search(before.text[-6:]) is not None
    )


def _runs_on(whole: Line, line: Line) -> bool:
    """Whether a line begins in the middle of the sentence that what stands before it breaks off."""
    if line.gap:
        return False
    if _CLOSES.match(line.text) or whole.text.endswith(_OPENS):
        return True
    if whole.text.endswith(_ENDS) or not (_is_prose(whole.text) or _is_prose(line.text)):
        return False
    if _DASH.match(line.text):
        return True
    return line.text[0].islower() and not _is_label(line.text)


def _is_prose(text: str) -> bool:
    return _width(text) >= _PROSE or text.count(" ") >= _SPACES


def _width(text: str) -> int:
    """In columns: a character of Chinese takes two."""
    return len(text) if text.isascii() else sum(2 if char >= roles.UNSPACED else 1 for char in text)


def _is_label(text: str) -> bool:
    """A byline, a date or a button in small letters."""
    if len(text) > _LONGEST_LABEL:
        return False
    folded = text.casefold()
    return roles.is_byline(folded) or roles.names_date(folded) or roles.furniture(folded) is not None


def _is_link_inside(whole: Line, lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the words of a link between prose that breaks off and what goes on after them."""
    text, line = whole.text, lines[i]
    return bool(
        i + 1 < len(lines)
        and not line.gap
        and len(line.text) <= _LONGEST_LINK
        and not text.endswith(_ENDS)
        and (_BROKEN_OFF.search(text[-6:]) or _width(text) >= _NO_HEADLINE or any(sign in text for sign in _SENTENCES))
        and _is_prose(text)
        and not _ITEM.match(line.text)
        and _runs_on(whole, lines[i + 1])
    )


def _joined(whole: Line, line: Line) -> Line:
    tight = _CLOSES.match(line.text) or _DASH.match(line.text) or whole.text.endswith(_OPENS)
    tight = tight or min(whole.text[-1], line.text[0]) >= roles.UNSPACED
    return whole._replace(last=line.last, text=f"{whole.text}{'' if tight else ' '}{line.text}")
