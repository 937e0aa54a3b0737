"""All metadata of one article, and which lines of the page answer for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from copydesk.article import Author, Moment, RawArticle, Rights, Warning
from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.metadata.authors import Signed, find_authors
from copydesk.desk.metadata.breadcrumb import Trail, find_breadcrumb
from copydesk.desk.metadata.dates import iso_date
from copydesk.desk.metadata.headline import find_headline
from copydesk.desk.metadata.moments import Moments, find_moments
from copydesk.desk.metadata.publisher import publisher_of_holder, publisher_of_series
from copydesk.desk.metadata.rights import choose_notice, read_rights
from copydesk.desk.metadata.title import as_field, read_issue, same_title, split_series
from copydesk.desk.metadata.view import View, look

_FUTURE = dt.timedelta(days=2)  # zones and clocks differ


@dataclass(frozen=True, slots=True)
class Matter:
    """The metadata of one article, as the event carries them.

    language: what the publisher or the page calls its language, a BCP 47 tag.
    claims: index of a line in the page -> the verdict that it answers for a field; it is then no body line.
    """

    title: str | None = None
    subtitle: str | None = None
    series: str | None = None
    issue: str | None = None
    breadcrumb: list[str] = field(default_factory=list)
    publisher: str | None = None
    authors: list[Author] = field(default_factory=list)
    published: Moment | None = None
    modified: Moment | None = None
    reading_minutes: int | None = None
    rights: Rights | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    warnings: list[Warning] = field(default_factory=list)
    claims: dict[int, Verdict] = field(default_factory=dict)


def gather(page: Page, verdicts: Sequence[Verdict], raw: RawArticle) -> Matter:
    """The metadata of the article on `page`: what the publisher states, else what its lines say.

    verdicts: the judge's, one a line; where they are wrong about titles, bylines and dates, the lines' own words and
    their place around the body count for more. Never raises for what a page says.
    """
    stated = _stated(raw)
    if raw.clean:
        return stated
    view = look(page, verdicts, stated.url, _latest(raw))
    return _merge(view, stated, _from_lines(view, stated))


@dataclass(frozen=True, slots=True)
class _Found:
    """What the lines say: each field with the lines that say it."""

    headline: int | None
    moments: Moments
    signed: Signed | None
    trail: Trail | None
    issue: tuple[int, str] | None
    minutes: tuple[int, int] | None
    notice: int | None


def _from_lines(view: View, stated: Matter) -> _Found:
    headline = find_headline(view, stated.title)
    moments = find_moments(view, headline, stated.language)
    dated = moments.published_line if moments.published_line is not None else moments.modified_line
    around = [i for i in (*view.head, *view.below) if headline is None or i > headline - 4]
    return _Found(
        headline=headline,
        moments=moments,
        signed=find_authors(view, headline, dated),
        trail=find_breadcrumb(view, headline, as_field(view.text(headline)) if headline is not None else stated.title),
        issue=next(((i, issue) for i in around if (issue := read_issue(view.text(i)))), None),
        minutes=next(
            ((i, minutes) for i in around if (minutes := view.facts[i].minutes) and view.facts[i].rest <= 6), None
        ),
        notice=choose_notice([(i, line.text) for i, line in enumerate(view.page.lines)], view.position.end),
    )


def _merge(view: View, stated: Matter, found: _Found) -> Matter:
    lines = view.page.lines
    claims: dict[int, Verdict] = {}
    rights = stated.rights
    if found.notice is not None and (rights is None or rights.notice == lines[found.notice].text):
        rights = rights or read_rights(lines[found.notice].text)
        claims[found.notice] = Verdict(Role.COPYRIGHT, 0.95, "states who holds the rights")
    publisher = None
    if rights and rights.holder:
        publisher = publisher_of_holder(rights.holder, (line.text for i, line in enumerate(lines) if i != found.notice))

    breadcrumb: list[str] = []
    if found.trail is not None:
        breadcrumb = found.trail.steps
        for i in found.trail.lines:
            claims[i] = Verdict(Role.BREADCRUMB, 0.95, "the way to the article through the site's sections")

    title, series = stated.title, None
    if found.headline is not None:
        printed = view.text(found.headline)
        if title is None:
            furniture = [
                line.text for i, line in enumerate(lines) if not view.verdicts[i].role.is_body and i != found.headline
            ]
            series, title = split_series(
                as_field(printed), [*breadcrumb, *([publisher] if publisher else []), *furniture]
            )
            if series and publisher is None:
                trail = found.trail.lines if found.trail else ()
                publisher = publisher_of_series(
                    series,
                    (text for text in furniture if text != printed and text not in {view.text(i) for i in trail}),
                ) or publisher_of_series(series, breadcrumb)
        for i in (*view.head, *view.below):
            if i == found.headline or same_title(view.text(i), printed):
                claims[i] = Verdict(Role.TITLE, 0.95, "the title")

    if found.issue:
        claims[found.issue[0]] = Verdict(Role.TITLE, 0.9, f"states the issue: {found.issue[1]}")
    if found.minutes:
        claims.setdefault(found.minutes[0], Verdict(Role.WIDGET, 0.9, "states how long reading takes"))

    authors = stated.authors
    if found.signed and (
        not authors or {a.name.casefold() for a in authors} == {n.casefold() for n in found.signed.names}
    ):
        authors = authors or [Author(name=name) for name in found.signed.names]
        for i in found.signed.lines:
            claims[i] = Verdict(Role.BYLINE, 0.9, f"names the author: {', '.join(found.signed.names)}"[:200])

    moments = found.moments
    published, modified = stated.published or moments.published, moments.modified
    for moment, line in ((moments.published, moments.published_line), (moments.modified, moments.modified_line)):
        if moment and line is not None and (moment is modified or moment is published or _same_day(moment, published)):
            reason = f"states when it was {'modified' if moment is modified else 'published'}: {moment.evidence}"
            if line not in claims or claims[line].role is not Role.BYLINE:
                claims[line] = Verdict(Role.DATE, 0.95, reason)
    for i in moments.unclear:
        claims.setdefault(i, Verdict(Role.DATE, 0.8, "a date that cannot be read for certain"))

    return replace(
        stated,
        title=title,
        series=series,
        issue=found.issue[1] if found.issue else None,
        breadcrumb=breadcrumb,
        publisher=publisher,
        authors=authors,
        published=published,
        modified=modified,
        reading_minutes=found.minutes[1] if found.minutes else None,
        rights=rights,
        warnings=[*stated.warnings, *(moments.warnings if stated.published is None else ())],
        claims=dict(sorted(claims.items())),
    )


def _same_day(one: Moment, other: Moment | None) -> bool:
    return other is not None and one.at[:10] == other.at[:10]


def _stated(raw: RawArticle) -> Matter:
    """What the publisher states, as far as it can be true."""
    warnings: list[Warning] = []
    return Matter(
        title=_words(raw.title),
        authors=[Author(name=name) for name in map(_words, raw.authors or ()) if name],
        published=_stated_moment(raw, warnings),
        rights=read_rights(raw.rights.strip()) if raw.rights and raw.rights.strip() else None,
        url=_stated_url(raw, warnings),
        site=_words(raw.site),
        language=_words(raw.language),
        warnings=warnings,
    )


def _words(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _stated_url(raw: RawArticle, warnings: list[Warning]) -> str | None:
    if raw.url is None or not raw.url.strip():
        return None
    url = raw.url.strip()
    try:
        parts = urlsplit(url)
        sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        warnings.append(Warning(code="stated_url_invalid", message=f"url {url[:200]!r} is not an http(s) address"))
    return url if sound else None


def _stated_moment(raw: RawArticle, warnings: list[Warning]) -> Moment | None:
    if raw.published_at is None:
        return None
    read = iso_date(raw.published_at)
    latest = _latest(raw)
    if read is None:
        reason = "is not an RFC 3339 date"
    elif latest is not None and read[0][:10] > latest.isoformat():
        reason = "is later than fetched_at"
    else:
        return Moment(at=read[0], precision=read[1], evidence="published_at")
    warnings.append(
        Warning(
            code="stated_published_at_invalid", message=f"published_at {raw.published_at[:80]!r} {reason}; not used"
        )
    )
    return None


def _latest(raw: RawArticle) -> dt.date | None:
    """The last day that a date on the page can mean."""
    read = iso_date(raw.fetched_at) if raw.fetched_at else None
    if read is None:
        return None
    try:
        return dt.date.fromisoformat(read[0][:10]) + _FUTURE
    except OverflowError:
        return None
