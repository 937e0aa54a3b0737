"""A page as the search for metadata sees it: its lines, the body's place, and what the short lines around it state."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.desk.frame import Page, Verdict
from copydesk.desk.metadata.facts import Facts, read_line
from copydesk.desk.metadata.markdown import without_marks
from copydesk.desk.metadata.position import ABOVE_TITLE, BELOW_STANDFIRST, BELOW_TITLE, FOOT_LINES, Position, locate


@dataclass(frozen=True, slots=True)
class View:
    """facts: by index, of the lines above the body and around its ends; others were not read.

    latest: the last day that a date can mean, where it is known when the page was fetched. beside_title: the lines
    around a title that stands further above the body than lines are read, with a table of contents between.
    """

    page: Page
    verdicts: Sequence[Verdict]
    position: Position
    facts: dict[int, Facts]
    url: str | None = None
    latest: dt.date | None = None
    beside_title: range = range(0)

    def text(self, i: int) -> str:
        return self.page.lines[i].text

    def plain(self, i: int) -> str:
        """A line's words without the signs of Markdown."""
        return without_marks(self.page.lines[i].text)

    def is_body(self, i: int) -> bool:
        """Whether the judge took a line for body: a field that takes it takes it from there."""
        return self.verdicts[i].role.is_body

    @property
    def head(self) -> Sequence[int]:
        """The lines above the body; between those beside a far title and the others are some that were not read."""
        return (*self.beside_title, *self.position.head)

    @property
    def below(self) -> range:
        """The first lines of the body's run, where a byline or a date may follow a standfirst."""
        return range(self.position.prose, min(self.position.prose + BELOW_STANDFIRST, len(self.page.lines)))

    @property
    def foot(self) -> range:
        """The lines after the body, and its last two."""
        end = self.position.end
        return range(max(end - 2, self.below.stop), min(end + FOOT_LINES, len(self.page.lines)))

    def around(self, headline: int | None) -> list[int]:
        """The lines from just above the title to the body's first."""
        return [i for i in (*self.head, *self.below) if headline is None or i > headline - 4]

    def furniture(self, *but: int | None) -> Iterator[str]:
        """The texts of the site's own lines, which are no body, but for those of these indices: the title's, say."""
        return (line.text for i, line in enumerate(self.page.lines) if i not in but and not self.is_body(i))


def look(page: Page, verdicts: Sequence[Verdict], url: str | None = None, latest: dt.date | None = None) -> View:
    """The view of `page` under the judge's `verdicts`."""
    view = View(page, verdicts, locate(page, verdicts), {}, url, latest)
    for zone in (view.head, view.below, view.foot):
        for i in zone:
            view.facts[i] = read_line(view.plain(i))
    return view


def look_beside(view: View, headline: int) -> View:
    """The view with the lines around the title read, where it stands further above the body than lines were."""
    start = view.position.head.start
    beside = range(max(0, headline - ABOVE_TITLE), min(headline + BELOW_TITLE + 1, start))
    if not beside:
        return view
    return replace(view, beside_title=beside, facts=view.facts | {i: read_line(view.plain(i)) for i in beside})
