"""What the lines that stand are: headings, items of lists, quotations, captions, tables, paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.desk.frame import Line, Role
from copydesk.desk.naming import credits, names
from copydesk.desk.naming.headings import ALIKE, BULLETS, LONGEST_TITLE, NUMBERED, SHORT, Shapes, could_head
from copydesk.desk.page.markup import kind_by_tag

_LONGEST_ITEM = 60  # characters
_ITEM_NUMBER = re.compile(r"(?:[•◦▪■□☆★○●*–+-] )?\d{1,2}[.)] ")


@dataclass(slots=True)
class Body:
    """The lines that stand. at: which they are; listed: for each line, how many short ones stand in a row with it."""

    lines: Sequence[Line]
    folded: Sequence[str]
    at: list[int]
    standing: frozenset[int]
    listed: list[int]
    shapes: Shapes

    def roles(self) -> list[Role]:
        lone, rows = self._lone_numbers(), self._rows()
        found: list[Role] = []
        for p, i in enumerate(self.at):
            role = self._role(p)
            if self.lines[i].element is None:
                role = self._in_text(p, role, found[-1] if found else None)
                role = Role.HEADING if i in lone else Role.TABLE if i in rows else role
            found.append(role)
        return found

    def _role(self, p: int) -> Role:
        i = self.at[p]
        line, text, folded = self.lines[i], self.lines[i].text, self.folded[i]
        if line.element is not None and (role := kind_by_tag(line.element, len(text))):
            return role
        if text.startswith("#") and self.shapes["heading mark"][i] and text.lstrip("#")[:1] == " " and _is_one(text):
            return Role.HEADING
        if text.startswith(">") and self._is_quoted(p):
            return Role.QUOTE
        following = self._text(p + 1)
        # "Pros: fast; even; easy to clean" says something, and is no heading.
        heads = following is not None and ";" not in text and could_head(line, following, i, self.shapes)
        if text.startswith(BULLETS) or (
            NUMBERED.match(text) and not (heads and _heads_alone(self._above(i), following))
        ):
            return Role.LIST_ITEM
        if credits.is_caption(folded) or names.ends_in_credit(folded):
            return Role.CAPTION
        if text.count("|") >= 2:
            return Role.TABLE
        return Role.HEADING if heads or self._heads_others(p) else Role.PARAGRAPH

    def _in_text(self, p: int, role: Role, before: Role | None) -> Role:
        """The role, put right by the lines around: short ones in a row are a list, and so are two below a colon."""
        i = self.at[p]
        if role not in (Role.HEADING, Role.PARAGRAPH):
            return role
        size = self.listed[i]
        following = self._text(p + 1)
        if role is Role.HEADING and following is not None and following.text.startswith(BULLETS):
            return role
        if size >= ALIKE and _goes_on(i, self.listed, role):
            return Role.LIST_ITEM
        if size == 2 and self._above(i).endswith((":", "：")):
            return Role.LIST_ITEM
        if size == 2 and i and self.listed[i - 1] == 2 and before is Role.LIST_ITEM and self._pair(i):
            return Role.LIST_ITEM
        return role

    def _pair(self, i: int) -> bool:
        return i > 1 and self._above(i - 1).endswith((":", "："))

    def _heads_others(self, p: int) -> bool:
        """A heading that is followed by a list, or by the heading of a smaller part."""
        i, following = self.at[p], self._text(p + 1)
        text = self.lines[i].text
        if (
            following is None
            or self.lines[i].element is not None
            or len(text) > SHORT
            or not (text[0].isupper() or text[0].isdigit())
            or self.shapes["ends colon"][i]
            or ";" in text
            or (self.shapes["ends sentence"][i] and not self.shapes["ends question"][i])
            or self._above(i).startswith(BULLETS)
            or _is_row(text)
        ):
            return False
        if following.text.startswith(BULLETS) or NUMBERED.match(following.text):
            return True
        if self.listed[i] >= ALIKE:
            return False
        after = self._text(p + 2)
        ends_above = p == 0 or bool(self.shapes["ends sentence"][self.at[p - 1]])
        return ends_above and after is not None and could_head(following, after, self.at[p + 1], self.shapes)

    def _is_quoted(self, p: int) -> bool:
        """Marked as a quotation; two marks without such a line beside it point to another page."""
        if not self.lines[self.at[p]].text.startswith(">>"):
            return True
        beside = (self._text(q) for q in (p - 1, p + 1) if q >= 0)
        return any(line is not None and line.text.startswith(">") for line in beside)

    def _text(self, p: int) -> Line | None:
        return self.lines[self.at[p]] if p < len(self.at) else None

    def _above(self, i: int) -> str:
        """The text of the line above, where it stands, too."""
        return self.lines[i - 1].text if i - 1 in self.standing else ""

    def _lone_numbers(self) -> set[int]:
        """Numbered lines with no other of a list above or below, if there are enough: a listicle's headings."""
        found = set()
        for p, i in enumerate(self.at):
            text = self.lines[i].text
            if len(text) > SHORT or not (text[:1].isdigit() or text.startswith(BULLETS)):
                continue
            ends = self.shapes["ends sentence"][i] and not self.shapes["ends question"][i]
            following = self._text(p + 1)
            if (
                _ITEM_NUMBER.match(text)
                and following is not None
                and not (ends and len(text) > _LONGEST_ITEM)
                and not following.text.startswith(BULLETS)
                and _heads_alone(self._above(i), following)
            ):
                found.add(i)
        return found if len(found) >= ALIKE else set()

    def _rows(self) -> set[int]:
        """Lines in a row that each end in a number: what is left of a table; and the row of its columns' names."""
        rows: set[int] = set()
        run: list[int] = []
        for i in [*self.at, -1]:
            if i >= 0 and not self.shapes["ends sentence"][i] and _is_row(self.lines[i].text):
                run.append(i)
                continue
            if len(run) >= ALIKE:
                rows.update(run)
                names = self._above(run[0]).split()
                if len(names) == len(self.lines[run[0]].text.split()) and not self.shapes["ends sentence"][run[0] - 1]:
                    rows.add(run[0] - 1)
            run = []
        return rows


def _is_one(text: str) -> bool:
    """Whether what begins like a heading in Markdown is one, and no lines of a program run together."""
    return len(text) <= LONGEST_TITLE and " # " not in text


def _is_row(text: str) -> bool:
    if len(text) > SHORT or ":" in text or (not text[-1].isdigit() and text[-1] not in "%％€$£¥+)"):
        return False
    words = text.split()
    return len(words) > 1 and any(map(str.isdigit, words[-1])) and not text.startswith(BULLETS)


def _goes_on(i: int, listed: Sequence[int], role: Role) -> bool:
    """Whether line i is an item of a list of short lines: the last of them may be the heading of what follows."""
    is_last = i + 1 == len(listed) or not listed[i + 1]
    return role in (Role.HEADING, Role.PARAGRAPH) and not (is_last and role is Role.HEADING)


def _heads_alone(above: str, following: Line | None) -> bool:
    """Whether a numbered line has no other item above or below: the headings of a listicle are numbered."""
    return not (
        above.endswith((":", "："))
        or NUMBERED.match(above)
        or (following is not None and NUMBERED.match(following.text))
    )


def body_reason(role: Role, shapes: Shapes, i: int) -> str:
    sentences = int(shapes["sentences"][i])
    if role is Role.CAPTION:
        return "names the source of a picture, among the article’s lines"
    if role is Role.HEADING:
        return "short, no full sentence, above a paragraph of the article"
    if sentences > 1:
        return f"reads like the article: {sentences} sentences among others"
    return "reads like the article: its words and its neighbours do"
