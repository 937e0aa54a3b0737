"""The receipt: an entry for each line that is not in the body."""

from collections.abc import Sequence
from typing import cast

from copydesk.article import Cut, CutRole
from copydesk.desk.frame import Page, Verdict


def write_receipt(page: Page, verdicts: Sequence[Verdict]) -> list[Cut]:
    """One entry a line, in the input's order. With the body's blocks they are all the lines of the input."""
    return [
        Cut(
            lines=(line.first, line.last),
            role=cast("CutRole", verdict.role.value),
            reason=verdict.reason,
            score=round(verdict.score, 3),
            text=line.text,
        )
        for line, verdict in zip(page.lines, verdicts, strict=True)
        if not verdict.role.is_body
    ]
