"""Text as a page: its lines, and paragraphs whole again that were wrapped at a column or broken at each link."""

from copydesk.desk.frame import Page
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.mend import mend
from copydesk.desk.page.unwrap import unwrap


def lay_out_paragraphs(text: str) -> Page:
    """The lines of `text` as the judge reads them; training and benchmarks read them the same way."""
    return mend(unwrap(lay_out_text(text)))
