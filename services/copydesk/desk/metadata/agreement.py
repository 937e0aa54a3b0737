"""Where a page's markup and its visible lines say different things."""

import datetime as dt
import re

from copydesk.article import Author, Moment, Warning
from copydesk.desk.metadata.bylines.signed import Signed
from copydesk.desk.metadata.dates.moments import Moments
from copydesk.desk.metadata.head import Head

_ZONES_DIFFER = dt.timedelta(days=1)
# Below this share of common words two titles are about different things; rewordings for search engines share more.
_SAME_SUBJECT = 0.2
_WORD = re.compile(r"\w+")


def disagreements(
    head: Head,
    title: str | None,
    published: Moment | None,
    moments: Moments,
    authors: list[Author],
    signed: Signed | None,
) -> list[Warning]:
    """A warning for each field whose value, taken from the markup, the page contradicts where it prints it."""
    warnings = []
    headline = next((stated for place, stated in head.titles if place in ("JSON-LD", "og:title")), None)
    if title and headline and _shared(title, headline) < _SAME_SUBJECT:
        warnings.append(
            Warning(code="title_disagrees", message=f"the page shows {title!r}, its markup says {headline!r}")
        )
    printed = moments.published
    if (
        printed
        and moments.published_line is not None
        and published
        and head.published
        and not _near(printed, published)
    ):
        message = f"the page prints {printed.evidence!r}, its markup says {published.evidence!r}"
        warnings.append(Warning(code="date_disagrees", message=message))
    if signed and signed.explicit and head.authors and not _any_in_common(signed.names, authors):
        message = f"the page names {', '.join(signed.names)}, its markup {', '.join(a.name for a in authors)}"
        warnings.append(Warning(code="authors_disagree", message=message[:300]))
    return warnings


def _shared(one: str, other: str) -> float:
    words, others = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(words & others) / max(1, min(len(words), len(others)))


def _near(one: Moment, other: Moment) -> bool:
    days = [dt.date.fromisoformat(moment.at[:10]) for moment in (one, other)]
    return abs(days[0] - days[1]) <= _ZONES_DIFFER


def _any_in_common(names: tuple[str, ...], authors: list[Author]) -> bool:
    words = {word for author in authors for word in _WORD.findall(author.name.casefold())}
    return any(word in words for name in names for word in _WORD.findall(name.casefold()) if len(word) > 2)
