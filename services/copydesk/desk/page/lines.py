"""Plain text as a page: its own lines, numbered from 1, blank ones counted and left out."""

import re

from copydesk.desk.frame import Line, Page
from copydesk.desk.normalise import normalise

# What ends a line in files of any system. Form feeds and Unicode's separators are white space inside a line here,
# so that numbers agree with what editors and other tools show.
_LINE_END = re.compile(r"\r\n|\n|\r")
_TAB = 8


def lay_out_text(text: str) -> Page:
    """The lines of `text` that are not blank, in order."""
    lines = []
    gap = 0
    for number, raw in enumerate(_LINE_END.split(text), 1):
        line = normalise(raw) if raw else ""
        if not line:
            gap += 1
            continue
        lines.append(Line(number, number, line, _indent(raw) if raw[0].isspace() else 0, gap))
        gap = 0
    return Page(tuple(lines))


def _indent(raw: str) -> int:
    expanded = raw.expandtabs(_TAB)
    return len(expanded) - len(expanded.lstrip())
