"""Whether somebody whom a line names is in the story, and did not write it."""

import re

from copydesk.desk.metadata.bylines.byline import (
    Byline,
    without_others_work,
)
from copydesk.desk.metadata.position import length
from copydesk.desk.metadata.sentence import ends_sentence
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.phrases import UNSPACED

SPOKEN_OF, SPOKEN_OF_STAMPED = 2, 4  # paragraphs


def is_spoken_of(view: View, name: str, title: int | None, times: int = SPOKEN_OF) -> bool:
    """Whether the title or some paragraphs of the body speak of somebody: he was interviewed, and did not ask."""
    surname = _surname(name)
    edges = ("", "") if surname[:1] >= UNSPACED else (r"(?<!\w)", r"(?!\w)")
    spoken = re.compile(re.escape(surname).join(edges), re.IGNORECASE)
    if title is not None and spoken.search(view.text(title)):
        return True
    bodies = (
        line.text
        for i, line in enumerate(view.page.lines)
        if view.is_body(i) and length(line.text) > _FEW_WORDS and not _tells_life(line.text, name)
    )
    return sum(spoken.search(text) is not None for text in bodies) >= times


def _tells_life(text: str, name: str) -> bool:
    """Whether a line begins with somebody's whole name: says who he is."""
    words = name.split()
    opening = text[: 2 * len(name) + _LONGEST_MIDDLE]
    if len(words) == 1 or not text.startswith((words[0], words[-1])) or not all(word in opening for word in words):
        return False
    return _IS.search(opening) is not None


_LONGEST_MIDDLE = 20  # characters: a patronymic's
_IS = re.compile(r"\s(?:[–—-]|is|was|ist|est|es|è|é|jest|är|er)\s")
_FEW_WORDS = 8  # of a line that only names somebody, as entries of live reports are signed
LONGEST_BYLINE = 80  # characters
# Words beside the names: "By Ann Lee, Staff Writer." has three; and the most of a byline that no full stop ends.
_MOST_IN_SENTENCE, _MOST_BESIDE = 4, 12


def is_told(view: View, i: int, byline: Byline) -> bool:
    """Whether a line is a sentence of the body that speaks of somebody: "The race was won by Ann Lee." and on.

    So is a long one that was cut, of the notes below a press release.
    """
    text = view.plain(i)
    if not view.is_body(i):
        is_inside = byline.explicit and not byline.opens and ends_sentence(text)
        return is_inside and length(text) - sum(map(length, byline.names)) > _MOST_BESIDE
    if len(text) <= LONGEST_BYLINE:
        text = without_others_work(text)
    if not byline.explicit:
        return ends_sentence(text)
    if not byline.opens:
        return True
    beside = length(text) - sum(map(length, byline.names))
    return beside > (_MOST_IN_SENTENCE if ends_sentence(text) else _MOST_BESIDE)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()
