"""All metadata of one article, and which lines of the page answer for it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from copydesk.article import Author, Moment, RawArticle, Rights, Warning
from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.metadata.agreement import disagreements
from copydesk.desk.metadata.breadcrumb import Trail, find_breadcrumb, tidy_breadcrumb
from copydesk.desk.metadata.bylines.authors import find_authors
from copydesk.desk.metadata.bylines.head_authors import authors_of_head
from copydesk.desk.metadata.bylines.signed import Signed
from copydesk.desk.metadata.claims import Claims, claim_bylines, claim_dates, claim_titles, claim_trail
from copydesk.desk.metadata.dates.moments import (
    Marked,
    Moments,
    agreed,
    find_moments,
    moment_of_scripts,
    moments_of_head,
    printed_moment,
)
from copydesk.desk.metadata.facts import Facts
from copydesk.desk.metadata.head import Head, beside_name, home_in, is_address, read_head, steps_of_element
from copydesk.desk.metadata.houses.address import site_of
from copydesk.desk.metadata.houses.masthead import name_key
from copydesk.desk.metadata.houses.publisher import find_publisher, publisher_by_trail
from copydesk.desk.metadata.houses.rights import find_notice, read_rights, read_stated_rights, without_form
from copydesk.desk.metadata.series import Series, find_series, split_series
from copydesk.desk.metadata.stated import Stated, read_stated
from copydesk.desk.metadata.titles.headline import find_headline, wrapped_below
from copydesk.desk.metadata.titles.subtitle import find_subtitle, says_again, without_heading
from copydesk.desk.metadata.titles.syndicated import Syndicated, find_syndicated
from copydesk.desk.metadata.titles.title import (
    as_field,
    choose_title,
    may_be_headline,
    names_host,
    site_behind,
    without_slogan,
)
from copydesk.desk.metadata.view import View, look, look_beside


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
    claims: Claims = field(default_factory=dict)


def gather(page: Page, verdicts: Sequence[Verdict], raw: RawArticle) -> Matter:
    """The metadata of the article on `page`: what the publisher states, else what markup says, else what lines say.

    verdicts: the judge's, one a line; where they are wrong about titles, bylines and dates, the lines' own words and
    their place around the body count for more. Of a text that is all article (`raw.clean`) no line is read.
    Never raises for what a page says.
    """
    stated = read_stated(raw)
    head = read_head(page.tree) if page.tree is not None else Head()
    url = stated.url or head.url
    language = stated.language or head.language
    warnings = list(stated.warnings)
    view = look(Page(()) if raw.clean else page, () if raw.clean else verdicts, url, stated.latest)

    chosen = stated.title or choose_title(head, site_of(url), [view.text(i) for i in (*view.head, *view.below)])
    headline = find_headline(view, chosen)
    if chosen is None and headline is not None and not may_be_headline(view.text(headline), head):
        headline = None
    syndicated = find_syndicated(view) if chosen is None and headline is None else None
    chosen = syndicated.title if syndicated is not None else chosen
    if headline is not None:
        view = look_beside(view, headline)
    wrapped = wrapped_below(view, headline) if headline is not None and chosen is None else None
    printed = (
        as_field(" ".join(view.text(i) for i in (headline, wrapped) if i is not None)) if headline is not None else None
    )
    title = chosen or printed or choose_title(head, site_of(url))

    trail = find_breadcrumb(view, headline, title)
    breadcrumb = tidy_breadcrumb(head.breadcrumb, title, (other for _, other in head.titles))
    if not breadcrumb and page.tree is not None:
        breadcrumb = tidy_breadcrumb(steps_of_element(page.tree), title)
    breadcrumb = breadcrumb or (trail.steps if trail else [])
    home = home_in(page.lines[trail.lines[0]].element) if trail else None
    breadcrumb = _below_site(breadcrumb, (head.publisher, head.site_name, home))

    notice = find_notice(view)
    rights = stated.rights or (read_rights(view.text(notice)) if notice is not None else None)
    if rights is None and head.rights:
        rights = read_stated_rights(head.rights)

    publisher = _stated_publisher(head, title, site_of(url))
    series = None
    if title and not stated.title:
        series, title = split_series(title, chain(breadcrumb, view.furniture(headline)), publisher)

    marked = moments_of_head(head, url, stated.latest)
    moments = find_moments(view, headline, language, stated.published or marked.published)
    published = stated.published or agreed(marked, moments) or printed_moment(marked, moments)
    modified = marked.modified or moments.modified
    if published is None and not moments.unclear:
        published = (
            marked.in_address
            or marked.in_time
            or (moment_of_scripts(page.tree, stated.latest) if page.tree is not None else None)
            or _from_update(marked, moments, warnings)
        )
    warnings += moments.warnings if published is None else ()

    signed = find_authors(view, headline, moments.published_line, moments.modified_line, *moments.unclear)
    signed = _without_title(replace(signed, names=_names_set_apart(signed, page)), view, wrapped) if signed else None
    numbered = find_series(view, headline, trail, series, signed.lines if signed else ())
    holder = rights.holder if rights else None
    publisher = (
        publisher
        or find_publisher(view, holder, notice, headline, signed.names if signed else (), numbered.name)
        or publisher_by_trail(view, holder, series, trail, headline)
    )
    authors = stated.authors or authors_of_head(
        head, signed, [name for name in (head.publisher, head.site_name) if name]
    )

    if not (stated.title or stated.published or stated.authors):
        warnings += disagreements(head, title, marked.published, moments, authors, signed)

    if series is None and numbered.name and name_key(numbered.name) == name_key(publisher or ""):
        # "Daily Monitor" is the newspaper, and "Daily Monitor 9/2015" a copy of it.
        numbered = replace(numbered, name=None) if numbered.issue else Series()
    subtitle = head.subtitle
    if subtitle is not None and title is not None and says_again(subtitle, title):
        subtitle = None
    subtitle_line = find_subtitle(view, wrapped or headline, signed, numbered.lines) if subtitle is None else None
    if subtitle_line is not None:
        subtitle = without_heading(view.plain(subtitle_line))

    minutes_line, minutes = next(
        ((i, found) for i in view.around(headline) if (found := _minutes(view.facts[i]))), (None, None)
    )

    matter = Matter(
        title=title,
        subtitle=subtitle,
        series=numbered.name,
        issue=numbered.issue,
        breadcrumb=breadcrumb,
        publisher=publisher,
        authors=authors,
        published=published,
        modified=modified,
        reading_minutes=minutes,
        rights=rights,
        url=url,
        site=stated.site or site_of(url),
        language=language,
        warnings=warnings,
    )
    lines = _Lines(headline, wrapped, subtitle_line, trail, notice, minutes_line, moments, signed, numbered, syndicated)
    titles = [name for name in (title, chosen, printed) if name]
    return replace(matter, claims=_claims(view, lines, matter, stated, titles))


class _Lines(NamedTuple):
    """Where on the page each field was found, by the line's index or as its search returns it."""

    headline: int | None
    wrapped: int | None
    subtitle: int | None
    trail: Trail | None
    notice: int | None
    minutes: int | None
    moments: Moments
    signed: Signed | None
    numbered: Series
    syndicated: Syndicated | None


def _claims(view: View, lines: _Lines, matter: Matter, stated: Stated, titles: list[str]) -> Claims:
    """The lines that answer for the fields of `matter`; of two fields that one line answers for, the later here."""
    claims: Claims = {}
    if lines.notice is not None and matter.rights is not None and matter.rights.notice == view.text(lines.notice):
        claims[lines.notice] = Verdict(Role.COPYRIGHT, 0.95, "states who holds the rights")
    elif lines.notice is not None and stated.rights is not None:
        reason = "states who holds the rights; the publisher states it otherwise"
        claims[lines.notice] = Verdict(Role.COPYRIGHT, 0.9, reason)
    if lines.minutes is not None:
        claims[lines.minutes] = Verdict(Role.DATE, 0.9, "states how long reading takes")
    claims |= claim_trail(lines.trail, matter.breadcrumb)
    is_stated = stated.published is not None
    claims |= claim_dates(view, lines.moments, matter.published, matter.modified, is_stated=is_stated)
    claims |= claim_bylines(lines.signed, matter.authors, are_stated=bool(stated.authors))
    said = ", ".join(part for part in (lines.numbered.name, lines.numbered.issue) if part)
    claims |= {i: Verdict(Role.TITLE, 0.9, f"states the series or the issue: {said}") for i in lines.numbered.lines}
    # What the judge took for body may open it, too: then it stands in both.
    if lines.subtitle is not None and lines.subtitle not in claims and not view.is_body(lines.subtitle):
        claims[lines.subtitle] = Verdict(Role.TITLE, 0.8, "the subtitle: a sentence between title and byline")
    if lines.syndicated is not None:
        reason = "names the article's title, and where it appeared first"
        claims[lines.syndicated.line] = Verdict(Role.TITLE, 0.9, reason)
    claims |= claim_titles(view, lines.headline, titles)
    if lines.wrapped is not None:
        claims[lines.wrapped] = Verdict(Role.TITLE, 0.9, "the title goes on")
    return dict(sorted(claims.items()))


def _from_update(marked: Marked, moments: Moments, warnings: list[Warning]) -> Moment | None:
    """Many pages print no other date than that of the last change: better than none, and said so."""
    updated = moments.modified
    if updated is None:
        return None
    if marked.modified is not None and marked.modified.at[:10] == updated.at[:10]:
        updated = marked.modified
    message = f"the page states only when it was updated ({updated.evidence}): taken for its publication, too"
    warnings.append(Warning(code="published_from_update", message=message))
    return updated


def _below_site(steps: list[str], names: Iterable[str | None]) -> list[str]:
    """The steps of a breadcrumb without a first one that is the site. names: what it is called."""
    is_site = bool(steps) and name_key(steps[0]) in {name_key(name) for name in names if name}
    return steps[1:] if is_site else steps


def _stated_publisher(head: Head, title: str | None, host: str | None) -> str | None:
    """As JSON-LD has it; as the site calls itself, where that is a system's name or an address, or the same with a
    legal form. Of an address that alone is stated, the name that it is of, where that stands behind the title.
    """
    stated, site = head.publisher, head.site_name
    if stated and site and (_IDENTIFIER.fullmatch(stated) or (stated != site and _is_company_of(stated, site))):
        return site
    named = [name for name in (stated, site) if name]
    # "planet.com - News for all" is its first page's title.
    others = (name for name in named if name == named[0] or named[0] not in name.casefold())
    proper = next((name for name in others if not is_address(name)), None)
    if proper is not None:
        return without_slogan(proper, host or "")
    if title is None:
        return next(iter(named), None)
    behind = site_behind(title, (value for place, value in head.titles if place == "title"))
    if named and (behind is None or not names_host(behind, named[0])):
        return named[0]
    return behind


def _is_company_of(holder: str, site: str) -> bool:
    """Whether a name is that of the company behind the site: the site's, with a legal form, and words before it."""
    bare = without_form(holder)
    return bare == site or (bare != holder and f" {bare.casefold()}".endswith(f" {site.casefold()}"))


_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")  # "arc-prod-herald", and not "t-online"


def _names_set_apart(signed: Signed, page: Page) -> tuple[str, ...]:
    """The names of a byline without a place that stands beside them in an element of its own."""
    elements = [line.element for i in signed.lines if (line := page.lines[i]).element is not None]
    parts = [part for element in elements for part in element.iter("a", "b", "span", "strong") if len(part) == 0]
    apart = [(part.text or "").strip() for part in parts if beside_name(part) is not None]
    names = {text for text in apart if " " in text}
    return tuple(next((part for part in names if name.startswith(f"{part} ")), name) for name in signed.names)


def _without_title(signed: Signed, view: View, wrapped: int | None) -> Signed | None:
    """A byline without the line that the title goes on in, which may read like a name."""
    if wrapped is None or wrapped not in signed.lines:
        return signed
    names = tuple(name for name in signed.names if name not in view.plain(wrapped))
    lines = tuple(i for i in signed.lines if i != wrapped)
    return replace(signed, names=names, lines=lines) if names else None


def _minutes(fact: Facts) -> int | None:
    return fact.minutes if fact.rest <= 6 else None
