"""Who the author is: paragraphs below an article, or above it, that tell of who signs it."""

import re
from collections.abc import Sequence
from itertools import islice

import numpy as np
from lxml.html import HtmlElement

from copydesk.desk.frame import Line
from copydesk.desk.judging.features import Column, Kept
from copydesk.desk.naming import names

_DOUBT, _MOST, _FEWEST_ABOVE = 0.9, 3, 5  # certainty up to which one goes; how many below an article; lines above them
_NAME = re.compile(r"\W*(?:[^\W\d_a-zß-ÿ][\w’'.-]*,? ){2,4}[^\W\d_A-ZÀ-Þ]")
_TELLS = re.compile(
    r"\(?(?P<who>[A-ZÀ-Þ][\w’'.-]+(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|der)){0,3}) "
    r"(?:is (?:an?|the|our|\w+['’]s|currently|one)"
    r"|writes|covers|works|leads|joined|specializes|specialises|has (?:been|worked|written)) "
)
_SIGNS = r"(?i:.{0,14}\b(?:by|von|par|por|author|about|di|da|av|door|meet)\b\W{1,3})?"
_SHORTEST, _LONGEST_SIGNATURE = 60, 60  # characters


def cut_bios(lines: Sequence[Line], kept: Kept, certainty: Column) -> Kept:
    """`kept` without the paragraphs at its end that say who the author is, and without such a one at its beginning.

    certainty: of each line, that it is body.
    """
    left = kept.copy()
    *body, last = np.flatnonzero(kept).tolist() or [0]
    if len(body) < _FEWEST_ABOVE:
        return left
    is_signed = False
    for i in (last, *body[:-_MOST:-1]):
        if certainty[i] >= _DOUBT and not _is_set_off(lines[i].element):
            break
        signs = _tells_of_signer(lines, left, i)
        if not (signs or (not is_signed and _tells_of_author(lines, left, i))):
            if _is_set_off(lines[i].element):
                continue  # a correction, say
            break
        left[i], is_signed = False, is_signed or signs
    if certainty[body[0]] < _DOUBT and _tells_of_signer(lines, left, body[0]):
        left[body[0]] = False
    return left


def _is_set_off(element: HtmlElement | None) -> bool:
    """Whether all of an element is in italics or small, as editors' notes are."""
    while element is not None and len(element) == 1 and not (element.text or "").strip():
        element = element[0]
        if (element.tail or "").strip():
            return False
        if element.tag in _SET_OFF:
            return True
    return False


_SET_OFF = frozenset({"em", "i", "small"})


def _tells_of_author(lines: Sequence[Line], kept: Kept, i: int) -> bool:
    """Whether a paragraph says what somebody writes or edits whom no two others speak of."""
    text = lines[i].text
    told = _NAME.match(text)
    if told is None or _PAST.match(text, told.end() - 1):
        return False
    if not names.is_bio(_OF_SEVERAL.sub("", text.casefold())):
        return False
    return not _is_spoken_of(told[0].split()[-2].strip(",."), lines, kept, i)


_OF_SEVERAL = re.compile(
    r"(?:^|\b(?:one of (?:the|several)|among the|two|three|its) (?:[\w’'-]+ ){0,4})"
    r"(?:journalist|reporter|editor|writer|author|correspondent|columnist)s\b"
)
_PAST, _SPOKEN_OF = re.compile(r"(?:was|war|był|była|era|était)\b"), 2  # other paragraphs


def _is_spoken_of(name: str, lines: Sequence[Line], kept: Kept, told: int) -> bool:
    """Whether two paragraphs beside the one told of name somebody: who is in the article is not its author."""
    others = (j for j in np.flatnonzero(kept).tolist() if j != told and name in lines[j].text)
    return len(list(islice(others, _SPOKEN_OF))) == _SPOKEN_OF


def _tells_of_signer(lines: Sequence[Line], kept: Kept, i: int) -> bool:
    """Whether a paragraph says who somebody is who signs the article, in a short line of its own."""
    told = _TELLS.match(lines[i].text)
    if told is None or len(lines[i].text) < _SHORTEST or told["who"].isupper():
        return False
    if _is_spoken_of(told["who"].split()[-1], lines, kept, i):
        return False
    fewest = 0 if " " in told["who"] else 1
    signed = re.compile(rf"{_SIGNS}{re.escape(told['who'])}(?: [A-ZÀ-Þ][\w.'-]+){{{fewest},2}}(?:, .{{2,40}}|\W*)$")
    return any(
        len(line.text) <= _LONGEST_SIGNATURE and not kept[j] and signed.match(line.text) for j, line in enumerate(lines)
    )
