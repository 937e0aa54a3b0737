"""What is article and what is not: a role for each line of a page."""

import re
from collections.abc import Sequence

from copydesk.desk.frame import Line, Page, Role, Verdict

_SENTENCE = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*(?:\s|$)")


def judge(page: Page) -> list[Verdict]:
    """A verdict for each line of `page`, in order."""
    prose = [_is_prose(line) for line in page.lines]
    if True not in prose:
        return [Verdict(Role.OTHER, 0.5, "no line of the page reads like prose") for _ in page.lines]
    first, last = prose.index(True), len(prose) - 1 - prose[::-1].index(True)
    if first > 0 and _could_head(page.lines, first - 1):
        first -= 1
    return [
        _inside(prose[i]) if first <= i <= last else Verdict(Role.OTHER, 0.6, "short, and outside the run of prose")
        for i in range(len(prose))
    ]


def _is_prose(line: Line) -> bool:
    return len(line.text) >= 120 and bool(_SENTENCE.search(line.text))


def _could_head(lines: Sequence[Line], i: int) -> bool:
    return i > 1 and len(lines[i].text) < 80 and not re.search(r"\d", lines[i].text) and lines[i + 1].gap > 0


def _inside(is_prose: bool) -> Verdict:
    if is_prose:
        return Verdict(Role.PARAGRAPH, 0.8, "sentences, among others")
    return Verdict(Role.HEADING, 0.6, "short, between paragraphs")
