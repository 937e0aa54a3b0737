"""Which lines of the page answer for the metadata: those that say what a field says, and nothing else."""

from collections.abc import Iterable

from copydesk.article import Author, Moment
from copydesk.desk.frame import Role, Verdict
from copydesk.desk.metadata.breadcrumb import Trail
from copydesk.desk.metadata.bylines.signed import Signed
from copydesk.desk.metadata.dates.moments import Moments
from copydesk.desk.metadata.titles.same import letters
from copydesk.desk.metadata.view import View

Claims = dict[int, Verdict]


def claim_titles(view: View, headline: int | None, titles: Iterable[str]) -> Claims:
    """The title's own line, and others around it that repeat it. `titles` are its spellings on this page.

    Case folding makes three letters of one at most.
    """
    spellings = {letters(title) for title in titles} - {""}
    shortest, longest = min(map(len, spellings), default=0), max(map(len, spellings), default=0)
    return {
        i: Verdict(Role.TITLE, 0.95, "the title")
        for i in (*(() if headline is None else (headline,)), *view.head, *view.below)
        if i == headline or (shortest <= 3 * len(view.text(i)) <= 6 * longest and letters(view.text(i)) in spellings)
    }


def claim_trail(trail: Trail | None, breadcrumb: list[str]) -> Claims:
    """The trail's lines; of one that the page's markup states otherwise, too, with a reason that says so."""
    if trail is None:
        return {}
    reason = "the way to the article through the site's sections"
    if trail.steps != breadcrumb:
        reason = "a way through the site's sections; the page's markup states another"
    return {i: Verdict(Role.BREADCRUMB, 0.95, reason) for i in trail.lines}


def claim_bylines(signed: Signed | None, authors: list[Author], are_stated: bool = False) -> Claims:
    """The byline, if it names the authors of the event and no others; where the publisher states these, any byline."""
    if signed is None:
        return {}
    if not _folded(signed.names) <= _folded(author.name for author in authors):
        reason = "a byline; the publisher states the authors otherwise"
        return {i: Verdict(Role.BYLINE, 0.9, reason) for i in signed.lines} if are_stated and signed.explicit else {}
    reason = f"names the author: {', '.join(signed.names)}"[:200]
    return {i: Verdict(Role.BYLINE, 0.9, reason) for i in signed.lines}


def claim_dates(
    view: View, moments: Moments, published: Moment | None, modified: Moment | None, is_stated: bool = False
) -> Claims:
    """The lines that print the event's dates, and others that cannot be told or that the publisher knows better."""
    claims = {i: Verdict(Role.DATE, 0.8, "a date that cannot be read for certain") for i in moments.unclear}
    printed = ((moments.modified, moments.modified_line), (moments.published, moments.published_line))
    for moment, line in printed:
        if moment is None or line is None:
            continue
        for field, what in ((published, "published"), (modified, "modified")):
            if field is not None and field.at[:10] == moment.at[:10]:
                claims[line] = Verdict(Role.DATE, 0.95, f"states when it was {what}: {moment.evidence}")
                break
        else:
            if is_stated:
                claims[line] = Verdict(Role.DATE, 0.9, f"a date, {moment.evidence}; the publisher states another")
    return {i: verdict for i, verdict in claims.items() if i in view.facts}


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.casefold().split()) for name in names}
