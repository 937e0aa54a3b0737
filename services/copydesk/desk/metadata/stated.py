"""What the publisher states of an article, as far as it can be true."""

import datetime as dt
import re
from dataclasses import dataclass

from copydesk.article import Author, Moment, RawArticle, Rights, Warning
from copydesk.desk.metadata.dates.printed import iso_date
from copydesk.desk.metadata.houses.address import web_address
from copydesk.desk.metadata.houses.rights import read_rights
from copydesk.desk.normalise import normalise

_CLOCKS_DIFFER = dt.timedelta(days=2)  # zones, too


@dataclass(frozen=True, slots=True)
class Stated:
    """latest: the last day that a date on the page can mean, from the time of fetching."""

    title: str | None
    authors: list[Author]
    published: Moment | None
    rights: Rights | None
    url: str | None
    site: str | None
    language: str | None
    latest: dt.date | None
    warnings: list[Warning]


def read_stated(raw: RawArticle) -> Stated:
    """The fields of `raw` that hold, and a warning for each that cannot be true."""
    warnings: list[Warning] = []
    latest = _latest(raw.fetched_at, warnings)
    notice = _words(raw.rights)
    return Stated(
        title=_words(raw.title),
        authors=[Author(name=name) for name in map(_words, raw.authors or ()) if name],
        published=_published(raw.published_at, latest, warnings),
        rights=read_rights(notice) if notice else None,
        url=_url(raw.url, warnings),
        site=_words(raw.site),
        language=_words(raw.language),
        latest=latest,
        warnings=warnings,
    )


def _words(text: str | None) -> str | None:
    return normalise(text) or None if text else None


def _url(value: str | None, warnings: list[Warning]) -> str | None:
    if value is None or not value.strip():
        return None
    url = web_address(value)
    if url is None:
        warnings.append(
            Warning(code="stated_url_invalid", message=f"url {value[:200]!r} is no http(s) address; not used")
        )
    return url


def _published(value: str | None, latest: dt.date | None, warnings: list[Warning]) -> Moment | None:
    if value is None:
        return None
    read = iso_date(value)
    if read is None:
        reason = "is no RFC 3339 date"
    elif _OFFSET.search(value) and not _OFFSET.search(read[0]):
        reason = "has an impossible offset"
    elif latest is not None and read[0][:10] > latest.isoformat():
        reason = "is later than fetched_at"
    else:
        return Moment(at=read[0], precision=read[1], evidence="published_at")
    message = f"published_at {value[:80]!r} {reason}; not used"
    warnings.append(Warning(code="stated_published_at_invalid", message=message))
    return None


_OFFSET = re.compile(r":[\d.,:]*\s?(?:[zZ]|[+-]\d\d:?\d*)\s*$")


def _latest(fetched_at: str | None, warnings: list[Warning]) -> dt.date | None:
    read = iso_date(fetched_at) if fetched_at else None
    if read is None:
        if fetched_at and fetched_at.strip():
            message = f"fetched_at {fetched_at[:80]!r} is no RFC 3339 date; not used"
            warnings.append(Warning(code="stated_fetched_at_invalid", message=message))
        return None
    try:
        return dt.date.fromisoformat(read[0][:10]) + _CLOCKS_DIFFER
    except OverflowError:
        return None
