"""What the lines that were cut are called, and why, one after another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from copydesk.desk.frame import Line, Role
from copydesk.desk.judging.features import Column
from copydesk.desk.naming import credits, names, roles
from copydesk.desk.naming.headings import ALIKE, BULLETS, LONGEST_TITLE, NUMBERED, SHORT, Shapes
from copydesk.desk.naming.phrases import UNSPACED
from copydesk.desk.page.markup import furniture_by_name

_ITEM_MARKS = re.compile(r"^(?:[•◦▪■□☆★○●*–+-] ?|\d{1,2}[.)] )*")
_ARROWS = "←→‹›"
_A_MENU, _FEW_WORDS = 6, 4.0  # so many short lines in a row, of so few words on average, make a menu
_HEAD_LINES = 6  # above the body, where the standfirst and captions are
_TITLE_WORDS = (5, 18)  # a teaser has so many; a step of navigation has fewer, an abstract more
_LONGEST_TEASER, _LONGEST_DATE, _LONGEST_OPENING = 600, 40, 60  # characters
# For how many short lines goes on what a line announces, if nothing speaks for it.
_LASTING = {Role.RELATED: 8, Role.COMMENTS: 1_000_000, Role.NAVIGATION: 80, Role.BYLINE: 4}
_AFTER_TITLE = 3  # after a title among others: its date, its author, its section
# What a line must name to end what another announced.
_ENDING = (Role.COPYRIGHT, Role.NAVIGATION, Role.NEWSLETTER)
# Kinds that a paragraph speaks of without being of them.
_SHORTLY_SAID = (Role.COMMENTS, Role.SHARE, Role.RELATED, Role.BYLINE)
_COOKIES = ("cookie", "cookies")
_ONLY_BULLETS = frozenset(" •◦▪■□☆★○●*-–+")
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


class _Found(NamedTuple):
    """What a line that was cut is called. said: the words that name it, if any do; plain: not only by its shape."""

    role: Role
    reason: str
    said: str | None = None
    plain: bool = True


@dataclass(slots=True)
class _Section:
    """What a line announces that others stand below. left: how many more do, if nothing speaks for it."""

    role: Role
    said: str
    left: int
    title: int


class Cuts:
    """The lines that were cut, named one after another: what one says tells what stands below it."""

    def __init__(
        self,
        lines: Sequence[Line],
        folded: Sequence[str],
        kept: list[bool],
        shapes: Shapes,
        alike: list[int],
        average: list[float],
    ) -> None:
        self.lines, self.folded, self.kept, self.shapes = lines, folded, kept, shapes
        self.alike, self.average = alike, average
        self.first, self.last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
        self.head = self.first - _HEAD_LINES
        self.counts: list[int] = np.rint(np.expm1(shapes["log words"])).astype(int).tolist()
        self.headings = {
            _bare(text) for text, stands in zip(folded, kept, strict=True) if stands and len(text) <= LONGEST_TITLE
        }
        self.section: _Section | None = None
        self.before: _Found | None = None

    def stop(self) -> None:
        """A line stands: what was announced above is over."""
        self.section = self.before = None

    def name(self, i: int) -> tuple[Role, str]:
        found = self._by_whole(i) or self._by_words(i) or self._by_shape(i)
        found = self._in_section(i, found) if self.section else self._alone(i, found)
        if self._opens(i, found):
            assert found.said is not None
            self.section = _Section(found.role, found.said, _LASTING[found.role], i)
        self.before = found
        where = (
            "before the article" if i < self.first else "after the article" if i > self.last else "inside the article"
        )
        return found.role, found.reason.replace("{where}", where)

    def _by_whole(self, i: int) -> _Found | None:
        """Lines that are nothing else than what they show: signs, a button, an address, a trail."""
        folded = self.folded[i]
        if roles.says_nothing(folded):
            if "[" in folded:
                return _Found(Role.WIDGET, "no words, only signs, {where}")
            role = Role.NAVIGATION if _ONLY_BULLETS.issuperset(folded) and len(folded) < 4 else Role.OTHER
            return _Found(role, "no words, only signs, {where}")
        if button := roles.is_button(folded):
            role, said = button
            return _Found(role, f"says “{said}” and nothing else, {{where}}: looks like {_KINDS[role]}")
        if roles.is_address(folded):
            return _Found(Role.NAVIGATION, "the address of another page and nothing else, {where}")
        if i < self.first and roles.is_breadcrumb(folded):
            return _Found(Role.BREADCRUMB, "a trail of steps between signs, above the article")
        return None

    def _by_words(self, i: int) -> _Found | None:
        """Lines that name their kind, in their words or in the names of their elements."""
        folded = self.folded[i]
        short = len(folded) <= SHORT
        if i <= self.last and (credits.names_credit(folded) or names.names_credit(folded)):
            return _Found(Role.OTHER, "names the source of a picture, {where}: looks like its caption")
        named = names.named(folded)
        if named and self._is_heard(i, *named, short):
            role, words = named
            return _Found(role, f"says “{words}”, {{where}}: looks like {_KINDS[role]}", words)
        if short and i < self.first:
            if roles.names_date(folded):
                return _Found(Role.DATE, "a date, above the article")
            if names.is_category(folded):
                return _Found(Role.NAVIGATION, "says how a menu is sorted, {where}: looks like navigation")
            if roles.is_byline(folded):
                return _Found(Role.BYLINE, "names an author, above the article")
        element = self.lines[i].element
        if element is not None and (by_name := furniture_by_name(element)):
            role, word = by_name
            return _Found(role, f"in an element named “{word}”, {{where}}: looks like {_KINDS[role]}")
        if i > self.last and len(folded) > _LONGEST_DATE and names.is_bio(folded):
            return _Found(Role.BYLINE, "tells who an author is, {where}")
        return None

    def _is_heard(self, i: int, role: Role, said: str, short: bool) -> bool:
        """Whether a line is of the kind that its words name: in a long one they may be its text."""
        folded = self.folded[i]
        begins = folded.lstrip(names.MARKS).startswith(said)
        if self.section and self.section.role is Role.RELATED and role is not Role.RELATED and " " not in said:
            # A common word in the title of another article.
            return begins or self._words(i) < _TITLE_WORDS[0] or role is Role.COPYRIGHT
        if role is Role.RELATED and not begins and self._words(i) > _TITLE_WORDS[0]:
            return said >= UNSPACED
        if len(folded) > LONGEST_TITLE and role in _SHORTLY_SAID and not begins:
            return False
        outside = not self.first < i < self.last
        return short or role is Role.COPYRIGHT or " " in said or begins or (said in _COOKIES and outside)

    def _by_shape(self, i: int) -> _Found:
        """Lines known only by how they look and where they stand."""
        text, folded = self.lines[i].text, self.folded[i]
        words, is_sentence = self._words(i), bool(self.shapes["ends sentence"][i])
        shape = "a sentence" if is_sentence else "no sentence"
        if special := self._by_look(i, words):
            return special
        could_be_title = not is_sentence or self.shapes["ends question"][i] or text.endswith(("…", "..."))
        if could_be_title and i < self.first and (text.startswith(BULLETS) or NUMBERED.match(text)):
            return _shaped(Role.NAVIGATION, f"looks like navigation: an item of a list, {shape}, {{where}}")
        alike = self.alike[i]
        in_menu = alike >= _A_MENU and self.average[i] < _FEW_WORDS and words < 7
        in_head = self.head <= i <= self.last
        if could_be_title and not in_head and not in_menu and _is_title(text, folded, words):
            return _shaped(Role.RELATED, f"looks like the title of another article: {words} words, {shape}, {{where}}")
        short = len(text) <= SHORT
        fewest = _A_MENU if self.first < i < self.last else ALIKE
        if short and alike >= fewest:
            return _shaped(Role.NAVIGATION, f"looks like navigation: short, {shape}, among {alike} alike, {{where}}")
        if i < self.head and self._in_menus(i, words, is_sentence):
            return _shaped(Role.NAVIGATION, f"looks like navigation: {shape}, among menus, {{where}}")
        length = "short" if short else "long"
        return _shaped(Role.OTHER, f"{length}, {shape}, {{where}}: its words and its neighbours are not the article’s")

    def _by_look(self, i: int, words: int) -> _Found | None:
        """Shapes that tell: a picture's description, a table of contents, ways to reach the house, a date, tags."""
        text, folded = self.lines[i].text, self.folded[i]
        if names.is_picture(folded) or (self.head <= i <= self.last and self._describes_picture(i)):
            return _shaped(Role.OTHER, "looks like the description of a picture, {where}")
        if i < self.last and not self.shapes["ends colon"][i] and _bare(folded) in self.headings:
            return _shaped(
                Role.NAVIGATION, "repeats a heading of the article, {where}: looks like its table of contents"
            )
        if text[0] == "#" and names.are_hashtags(folded):
            return _shaped(Role.RELATED, "names what the article is about, {where}: looks like tags")
        size = len(folded)
        if size > SHORT:
            return None
        has_digit = roles.has_digit(folded)
        if has_digit and size < 8 and folded.strip(names.MARKS).isdigit():
            return _shaped(Role.OTHER, "a number and nothing else, {where}")
        if has_digit and size <= _LONGEST_DATE and i > self.first and text[0] != "—" and _is_date(folded):
            return _shaped(Role.DATE, "a date, {where}")
        if i <= self.last:
            return None
        if words >= 3 and (text[0] in _ARROWS or text[-1] in _ARROWS):
            return _shaped(Role.RELATED, "a title and an arrow, {where}: leads to another article")
        if size <= _LONGEST_OPENING and roles.is_byline(folded) and folded[0] != "文":
            return _shaped(Role.BYLINE, "names an author, {where}")
        if (has_digit or "@" in folded) and (way := names.contact(folded)):
            return _Found(Role.NAVIGATION, f"{way}, {{where}}: tells how to reach the house", None, "postal" not in way)
        return None

    def _in_section(self, i: int, found: _Found) -> _Found:
        """The same in the light of what a line above announces."""
        section = self.section
        assert section is not None
        size = len(self.folded[i])
        if found.plain:
            by_words = "nothing else" not in found.reason and "only signs" not in found.reason
            if by_words and size <= SHORT and found.role in _ENDING and found.role is not section.role:
                self.section = None
            return found
        if section.role is Role.RELATED and found.role is Role.RELATED:
            section.left, section.title = _AFTER_TITLE, i
            return found
        if section.left <= 0 or not self._goes_on(i, section):
            self.section = None
            return self._alone(i, found)
        section.left -= 1
        return _shaped(section.role, f"stands below a line that says “{section.said}”, {{where}}")

    def _goes_on(self, i: int, section: _Section) -> bool:
        size = len(self.folded[i])
        if section.role is Role.COMMENTS:
            return True
        if section.role is Role.NAVIGATION:
            return size <= LONGEST_TITLE and (
                not self.shapes["ends sentence"][i] or bool(self.shapes["ends question"][i])
            )
        if section.role is Role.RELATED and size > LONGEST_TITLE:
            return i - section.title <= 3 and size <= _LONGEST_TEASER
        return size <= _LONGEST_TEASER

    def _alone(self, i: int, found: _Found) -> _Found:
        """The same where nothing is announced, in the light of the line before it."""
        before = self.before
        if (
            i > self.last
            and before is not None
            and not before.plain
            and before.role is Role.RELATED
            and not found.plain
            and len(self.folded[i]) <= _LONGEST_TEASER
        ):
            if found.role is Role.OTHER and self.shapes["ends sentence"][i] and self._words(i) > _TITLE_WORDS[0]:
                return _shaped(Role.RELATED, "a sentence below the title of another article, {where}")
            if found.role in (Role.DATE, Role.BYLINE):
                return _shaped(Role.RELATED, f"{found.reason}: stands below the title of another article")
        return found

    def _opens(self, i: int, found: _Found) -> bool:
        """Whether a line announces what stands below it."""
        folded, said = self.folded[i], found.said
        if said is None or len(folded) > _LONGEST_OPENING or self.shapes["ends sentence"][i] or folded[0] == "[":
            return False
        if names.leads_on(folded):
            return False
        if found.role is Role.NAVIGATION:
            return i < self.last and names.is_contents(said)
        if found.role is Role.COMMENTS:
            return i > self.last and (roles.is_label(folded) or self._words(i) <= 3)
        if found.role is Role.BYLINE:
            return i > self.last
        begins = " " in said and folded.lstrip(names.MARKS).startswith(said)
        is_label = begins or self._words(i) <= 3 or roles.is_label(folded)
        return found.role is Role.RELATED and i > self.first and is_label and not roles.leads_elsewhere(folded)

    def _describes_picture(self, i: int) -> bool:
        """Stands above a picture's credit, or above a caption that begins with the same words."""
        if i + 1 >= len(self.kept) or self.kept[i + 1] or self.shapes["ends sentence"][i]:
            return False
        folded, below = self.folded[i], self.folded[i + 1]
        if len(folded) > _LONGEST_OPENING // 3 and len(below) > len(folded) and below.startswith(folded):
            return True
        return names.names_credit(below) or credits.names_credit(below)

    def _in_menus(self, i: int, words: int, is_sentence: bool) -> bool:
        """Far above the article: one of a few words, or a sentence straight below navigation."""
        if not is_sentence:
            return words <= 3
        before = self.before
        return before is not None and before.role is Role.NAVIGATION and len(self.folded[i]) <= LONGEST_TITLE

    def _words(self, i: int) -> int:
        return self.counts[i]


def _is_date(folded: str) -> bool:
    return names.is_ago(folded) or roles.names_date(folded)


def _shaped(role: Role, reason: str) -> _Found:
    return _Found(role, reason, None, plain=False)


def _bare(folded: str) -> str:
    """Without the bullet or the number before it."""
    return folded if folded[0].isalpha() else _ITEM_MARKS.sub("", folded)


def _is_title(text: str, folded: str, words: int) -> bool:
    """As many words as a title has, and no list of numbers, no address and no date."""
    fewest, most = _TITLE_WORDS
    return (
        fewest <= words <= most
        and "@" not in text
        and sum(map(str.isdigit, text)) <= len(text) / 6
        and not roles.names_date(folded)
    )


def averages(alike: Sequence[int], log_words: Column) -> list[float]:
    """For each line of a menu, how many words its lines have on average; zero for others."""
    averages = [0.0] * len(alike)
    i = 0
    while i < len(alike):
        size = alike[i]
        if size >= _A_MENU:
            averages[i : i + size] = [float(np.expm1(log_words[i : i + size]).mean())] * size
        i += size or 1
    return averages
