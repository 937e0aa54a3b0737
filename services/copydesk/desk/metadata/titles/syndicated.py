"""The title of a text that came through a feed, which names it below."""

from typing import NamedTuple

from copydesk.desk.metadata.position import FOOT_LINES
from copydesk.desk.metadata.titles.title import as_field
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.footings import syndicated_from


class Syndicated(NamedTuple):
    """The title, and the index of the line that names it."""

    title: str
    line: int


def find_syndicated(view: View) -> Syndicated | None:
    """The title in "The post ... appeared first on Example.", below the body; None where it has none there.

    Another article's, below a teaser, stands farther off.
    """
    for i in range(max(0, view.position.end - 1), min(view.position.end + FOOT_LINES, len(view.page.lines))):
        if not view.is_body(i) and (named := syndicated_from(view.plain(i))):
            return Syndicated(as_field(named[0]), i)
    return None
