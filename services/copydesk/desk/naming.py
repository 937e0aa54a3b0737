"""What each line is called, once it is decided which of them stand: a role, with a reason that a person understands."""

import math
import re
from collections.abc import Sequence
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from copydesk.desk import roles
from copydesk.desk.features import Column
from copydesk.desk.frame import Line, Role, Verdict
from copydesk.desk.markup import furniture_by_name, kind_by_tag

Shapes = dict[str, list[float]]

SHORT = 100  # characters; what is longer is no heading, and is named by its words only where a sign is plain
_ALIKE = 3  # short lines in a row that make a list
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_BULLETS = ("•", "◦", "▪", "■", "□", "☆", "★", "○", "●", "* ", "- ", "– ", "+ ")
# What such a line announces goes on below it.
_SECTIONS = (Role.COMMENTS, Role.RELATED)
_HEAD_LINES = 6  # above the body, where the standfirst and captions are
_TITLE_WORDS = (5, 18)  # a teaser has so many; a step of navigation has fewer, an abstract more
_LONGEST_TITLE = 150  # characters
_KINDS = {
    Role.COPYRIGHT: "a notice of rights",
    Role.COMMENTS: "readers’ comments",
    Role.NEWSLETTER: "an offer to subscribe",
    Role.SHARE: "links to share and follow",
    Role.ADVERTISEMENT: "an advertisement",
    Role.RELATED: "links to other articles",
    Role.WIDGET: "a tool of the page",
    Role.NAVIGATION: "navigation",
    Role.BREADCRUMB: "a trail of steps",
    Role.BYLINE: "a byline",
}


def could_head(line: Line, following: Line, i: int, shapes: Shapes) -> bool:
    """Short, no sentence, and above a longer line that is no item of a list."""
    text = line.text
    plain = not shapes["ends sentence"][i] or shapes["ends question"][i]
    return bool(
        plain
        and len(text) <= SHORT
        and len(following.text) > len(text)
        and not shapes["ends colon"][i]
        and not text[0].islower()
        and text[0] not in '"“„«([!'
        and not following.text.startswith(_BULLETS)
    )


def name_lines(
    lines: Sequence[Line], folded: Sequence[str], kept: NDArray[np.bool_], certainty: Column, shapes: Shapes
) -> list[Verdict]:
    body = np.flatnonzero(kept).tolist()
    first, last = body[0], body[-1]
    next_kept = dict(pairwise(body))
    log_words, ends = np.array(shapes["log words"]), np.array(shapes["ends sentence"])
    alike = _alike(log_words, ends)
    listed = _alike(np.where(kept, log_words, np.inf), ends)
    verdicts = []
    section: Verdict | None = None
    scores = np.where(kept, certainty, np.round(1 - certainty, 3)).tolist()
    for i, (line, is_kept, score) in enumerate(zip(lines, kept.tolist(), scores, strict=True)):
        if is_kept:
            above = lines[i - 1].text if i and kept[i - 1] else ""
            following = lines[next_kept[i]] if i < last else None
            role = _body_role(line, folded[i], above, following, i, shapes)
            if line.element is None and listed[i] >= _ALIKE and _goes_on(i, listed, role):
                role = Role.LIST_ITEM
            verdicts.append(Verdict(role, score, _body_reason(role, shapes, i)))
        else:
            verdict = _cut(line, folded[i], i, (first, last), alike[i], score, shapes)
            if (
                i > last
                and section
                and verdict.role is Role.OTHER
                and _stands_below(section, line, shapes["sentences"][i])
            ):
                verdict = Verdict(section.role, verdict.score, f"stands below a line that {section.reason}")
            elif i > last and verdict.role in _SECTIONS and roles.is_label(folded[i]):
                section = verdict
            verdicts.append(verdict)
    return verdicts


def _body_role(line: Line, folded: str, above: str, following: Line | None, i: int, shapes: Shapes) -> Role:
    text = line.text
    if line.element is not None and (role := kind_by_tag(line.element, len(text))):
        return role
    if text.startswith("#") and shapes["heading mark"][i] and text.lstrip("#")[:1] == " ":
        return Role.HEADING
    if text.startswith(">"):
        return Role.QUOTE
    heads = following is not None and could_head(line, following, i, shapes)
    if text.startswith(_BULLETS) or (_NUMBERED.match(text) and not (heads and _heads_alone(above, following))):
        return Role.LIST_ITEM
    if roles.is_caption(folded):
        return Role.CAPTION
    if text.count("|") >= 2:
        return Role.TABLE
    return Role.HEADING if heads else Role.PARAGRAPH


def _goes_on(i: int, listed: Sequence[int], role: Role) -> bool:
    """Whether line i is an item of a list of short lines: the last of them may be the heading of what follows."""
    is_last = i + 1 == len(listed) or not listed[i + 1]
    return role in (Role.HEADING, Role.PARAGRAPH) and not (is_last and role is Role.HEADING)


def _heads_alone(above: str, following: Line | None) -> bool:
    """Whether a numbered line has no other item above or below: the headings of a listicle are numbered."""
    return not (
        above.endswith((":", "："))
        or _NUMBERED.match(above)
        or (following is not None and _NUMBERED.match(following.text))
    )


def _body_reason(role: Role, shapes: Shapes, i: int) -> str:
    sentences = int(shapes["sentences"][i])
    if role is Role.CAPTION:
        return "names the source of a picture, among the article’s lines"
    if role is Role.HEADING:
        return "short, no full sentence, above a paragraph of the article"
    if sentences > 1:
        return f"reads like the article: {sentences} sentences among others"
    return "reads like the article: its words and its neighbours do"


def _cut(line: Line, folded: str, i: int, body: tuple[int, int], alike: int, score: float, shapes: Shapes) -> Verdict:
    first, last = body
    where = "before the article" if i < first else "after the article" if i > last else "inside the article"
    role, reason = (
        _by_whole(folded, i < first)
        or _by_words(line, folded, i, body)
        or _by_shape(line, folded, i, body, alike, shapes)
    )
    return Verdict(role, score, reason.format(where=where))


def _by_whole(folded: str, is_before: bool) -> tuple[Role, str] | None:
    """Lines that are nothing else than what they show: signs, a button, an address, a trail."""
    if roles.says_nothing(folded):
        return Role.WIDGET if "[" in folded else Role.NAVIGATION, "no words, only signs, {where}"
    if button := roles.is_button(folded):
        role, said = button
        return role, f"says “{_plain(said)}” and nothing else, {{where}}: looks like {_KINDS[role]}"
    if roles.is_address(folded):
        return Role.NAVIGATION, "the address of another page and nothing else, {where}"
    if is_before and roles.is_breadcrumb(folded):
        return Role.BREADCRUMB, "a trail of steps between signs, above the article"
    return None


def _by_words(line: Line, folded: str, i: int, body: tuple[int, int]) -> tuple[Role, str] | None:
    """Lines that name their kind, in their words or in the names of their elements."""
    first, last = body
    short = len(folded) <= SHORT
    if i <= last and roles.names_credit(folded):
        return Role.OTHER, "names the source of a picture, {where}: looks like its caption"
    named = roles.furniture(folded)
    if named and (short or named[0] is Role.COPYRIGHT or " " in named[1] or folded.startswith(named[1])):
        role, words = named
        return role, f"says “{words}”, {{where}}: looks like {_KINDS[role]}"
    if short and i < first and roles.names_date(folded):
        return Role.DATE, "a date, above the article"
    if short and i < first and roles.is_byline(folded):
        return Role.BYLINE, "names an author, above the article"
    if line.element is not None and (found := furniture_by_name(line.element)):
        role, word = found
        return role, f"in an element named “{_plain(word)}”, {{where}}: looks like {_KINDS[role]}"
    return None


def _by_shape(line: Line, folded: str, i: int, body: tuple[int, int], alike: int, shapes: Shapes) -> tuple[Role, str]:
    """Lines known only by how they look and where they stand."""
    first, last = body
    words = round(math.expm1(shapes["log words"][i]))
    is_sentence = bool(shapes["ends sentence"][i])
    shape = "a sentence" if is_sentence else "no sentence"
    short = len(line.text) <= SHORT
    could_be_title = not is_sentence or shapes["ends question"][i]
    if could_be_title and i < first and line.text.startswith(_BULLETS):
        return Role.NAVIGATION, f"looks like navigation: an item of a list, {shape}, {{where}}"
    if could_be_title and not first - _HEAD_LINES <= i <= last and _is_title(line.text, folded, words):
        return Role.RELATED, f"looks like the title of another article: {words} words, {shape}, {{where}}"
    if short and alike >= _ALIKE:
        return Role.NAVIGATION, f"looks like navigation: short, {shape}, among {alike} alike, {{where}}"
    length = "short" if short else "long"
    return Role.OTHER, f"{length}, {shape}, {{where}}: its words and its neighbours are not the article’s"


def _is_title(text: str, folded: str, words: int) -> bool:
    """As many words as a title has, and no list of numbers, no address and no date."""
    fewest, most = _TITLE_WORDS
    return (
        fewest <= words <= most
        and "@" not in text
        and sum(map(str.isdigit, text)) <= len(text) / 6
        and not roles.names_date(folded)
    )


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _stands_below(section: Verdict, line: Line, sentences: float) -> bool:
    return section.role is Role.COMMENTS or (sentences <= 1 and len(line.text) <= _LONGEST_TITLE)


def _alike(log_words: Column, ends_sentence: Column) -> list[int]:
    """For each line, how many short lines without a sentence stand in a row with it."""
    short = (log_words < np.log1p(8)) & (ends_sentence == 0)
    alike: list[int] = []
    for is_short, row in groupby(short.tolist()):
        size = len(list(row))
        alike += [size if is_short else 0] * size
    return alike
