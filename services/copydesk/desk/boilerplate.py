"""What stands at an article's end and is none of its text: whom to ask, who the house is, a wall before the rest."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.desk import walls
from copydesk.desk.frame import Line

_END = re.compile(r"[\W_]*(?:ends?|ende|fin)[\W_]*|-\s?30\s?-|#(?: ?#){2,}")
_CONTACT = re.compile(
    r"[\W_]{0,4}(?:(?:for )?(?:media|press) (?:contacts?|enquiries|inquiries|queries)|contacts? (?:presse|médias?)"
    r"|(?:presse|press|pers|media|medien)-?kontakte?|perscontact(?:en)?|contact[oa] de (?:prensa|medios)"
    r"|contatti (?:per la )?stampa|ufficio stampa|assessoria de imprensa|contat[oa]s? (?:para|de|da) (?:a )?imprensa"
    r"|kontakt dla (?:mediów|prasy)|контакты для (?:прессы|сми)|(?:本件に関する)?お問い?合わ?せ先?|媒体联系|보도 ?문의)"
    r"(?P<more>[\W_].*|$)"
)
_INFORMATION = re.compile(
    r"for (?:further|more|additional) (?:information|details),? (?:please )?(?:contact|call|e-?mail)\b"
)
_HEADS_CONTACT = re.compile(r"(?:contacts?|kontakte?|contactos?|contatt[oi]|contatos?|контакты)\W*")
_REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.|\d[\d /().・－-]{5,20}\d")
_ABOUT = re.compile(
    r"(?:(?:about|über|à propos|à propos de|sobre|acerca de|om|over|o|об?) |à propos d['’]|关于|關於)"
    r"(?:the |die |den |das |der |la |le |les |l['’]|du |des |el |los |las |o |a |het |de )?(?P<who>\S.{2,60}?)\W{0,3}"
)
# What the paragraph says of the house: what it is, since when, and where.
_PROFILE = re.compile(
    r"\b(?:is|are|ist|sind|est|sont|es|son|è|é|jest|är)"
    r" (?:an?|the|one|eine?|der|die|das|une?|la|le|una?|uma?|een|en|ett)\b|\b(?:founded|headquartered|based in"
    r"|since \d{4}|gegründet|mit sitz|fond[ée]e?s?|réunit|fundad[ao]|agrupa"
    r"|fondat[ao]|riunisce|założon|grundad|opgericht|основан\w*)\b|成立|设立|設立"
)
_TELLS_FROM, _SHORTEST_NAME, _FEWEST_ABOVE = 40, 4, 4  # characters; lines of the body above
_LAST, _LONGEST_HEADING, _LONGEST_CONTACT, _MOST_BELOW = 10, 70, 200, 4  # lines, characters
_LONGEST_OF_WALL, _MOST_OF_WALL = 120, 6  # characters, lines


def cut_boilerplate(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the end of a press release: from the line that says whom to ask, or from a heading "About the
    Planet Trust" above a paragraph that tells who that is. Without the short lines from one on that keeps the rest for
    those who pay. And without a sign that the text ends ("ENDS", "###").
    """
    left = kept.copy()
    body = np.flatnonzero(kept).tolist()
    start = max(_FEWEST_ABOVE, len(body) - _LAST)
    folded = [lines[i].text.casefold() for i in body[start:]]
    for place, text in enumerate(folded):
        if _END.fullmatch(text):
            left[body[start + place]] = False
        elif (
            _says_whom_to_ask(text, folded[place + 1 : place + 2])
            or _heads_profile(folded[place : place + 2 + _MOST_BELOW])
            or _is_walled(folded[place:], lines[body[start + place - 1] + 1 : body[start + place] + 1])
        ):
            left[body[start + place :]] = False
            break
    return left


def _says_whom_to_ask(folded: str, below: Sequence[str]) -> bool:
    """Whether a line is a heading that says so, or goes on with an address or a number, or the one below it does."""
    if len(folded) > _LONGEST_CONTACT:
        return False
    if _HEADS_CONTACT.fullmatch(folded):
        return any(len(text) <= _LONGEST_CONTACT and _REACHED.search(text) for text in below)
    contact = _CONTACT.match(folded)
    if contact is None:
        return _INFORMATION.match(folded) is not None and _REACHED.search(folded) is not None
    return not any(map(str.isalnum, contact["more"])) or _REACHED.search(folded) is not None


def _is_walled(folded: Sequence[str], opening: Sequence[Line]) -> bool:
    """Whether the last few lines are a wall: short ones, and the first, or what was cut before it, keeps the rest for
    those who pay.
    """
    if len(folded) > _MOST_OF_WALL or max(map(len, folded)) > _LONGEST_OF_WALL:
        return False
    return any(walls.denies_article(line.text.casefold()) for line in opening if len(line.text) <= _LONGEST_OF_WALL)


def _heads_profile(folded: Sequence[str]) -> bool:
    """Whether the first of the last few lines names a house, and the one below it opens with that name and says what
    the house is.
    """
    heading, *below = folded
    about = _ABOUT.fullmatch(heading) if 0 < len(below) <= _MOST_BELOW and len(heading) <= _LONGEST_HEADING else None
    who = about["who"] if about else ""
    return (
        len(who) >= _SHORTEST_NAME
        and who in below[0][: _TELLS_FROM + len(who)]
        and _PROFILE.search(below[0]) is not None
    )
