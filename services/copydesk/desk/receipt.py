"""The receipt: an entry for each line that is not in the body."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from copydesk.article import Cut
from copydesk.desk.frame import Page, Verdict

# All entries in one call: most lines of a page are cut.
_CUTS = TypeAdapter(list[Cut])


def write_receipt(page: Page, verdicts: Sequence[Verdict]) -> list[Cut]:
    """One entry a line, in the input's order. With the body's blocks they are all the lines of the input."""
    return _CUTS.validate_python(
        [
            {
                "lines": (line.first, line.last),
                "role": str(verdict.role),
                "reason": verdict.reason,
                "score": round(verdict.score, 3),
                "text": line.text,
            }
            for line, verdict in zip(page.lines, verdicts, strict=True)
            if not verdict.role.is_body
        ]
    )
