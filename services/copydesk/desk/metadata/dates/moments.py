"""When the article was published and modified, as the lines around its body say."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from copydesk.article import Moment, Precision, Warning
from copydesk.desk.frame import Role
from copydesk.desk.language import detect
from copydesk.desk.metadata.dates.order import settle, url_date
from copydesk.desk.metadata.dates.printed import Kind, Printed, iso_date, label, printed_dates
from copydesk.desk.metadata.facts import read_line
from copydesk.desk.metadata.head import Head, date_in_scripts, dates_in_attributes
from copydesk.desk.metadata.sentence import ends_statement
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.roles import furniture

_MOST_OTHER_WORDS = 6  # a line with more is about something else than its date
_CALLED_IN_HEAD, _CALLED = 1.5, 0.5  # what a word such as "Published" counts from the title to the text, and elsewhere
_LONGEST_EVIDENCE = 80  # characters
# "WASHINGTON, Jan. 8, 2019 (Reuters) - ": the date of a dispatch stands before a dash.
_AFTER_DATELINE = re.compile(r"^[^.!?]{0,30}?(?:[)\]]|\s)\s*[-–—]{1,2}\s")
_DATELINE = 100  # characters
# "Bremen, (8.1.2019). ": or in brackets after the place alone.
_PLACE_BEFORE, _AFTER_BRACKETS = re.compile(r"[^\W\d_][^.!?:;()\d]{1,30}\("), re.compile(r"\)\s?[.:–—-]\s")
_HANDLE = re.compile(r"\(@\w")  # "Ann Lee (@annlee) 8 January 2019" signs a post that is quoted
_DRUPALS_NOON = "T12:00:00Z"  # of a field that keeps the day alone
_ZONES_DIFFER = dt.timedelta(days=2)  # of two dates that are further apart neither is the other in another zone
_MINUTE = dt.timedelta(minutes=1)
_HOUR = dt.timedelta(hours=1)
# Hours east of Greenwich that clocks of some country show (IANA's time zones, 2024).
_OFFSETS = frozenset([*range(-11, 15), -9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 8.75, 9.5, 10.5, 12.75, 13.75])
_MIDNIGHT = re.compile(r"T00:00:00(?:Z|[+-]\d\d:\d\d)?")
# Lines from a title in which the date that is printed is its article's.
_ABOVE_TITLE, _BELOW_TITLE = 2, 8
_LONGEST_STAMP, _FEW_WORDS = 120, 3  # characters of a line that is read wherever it stands; words beside its date
_DAY_AND_YEAR = re.compile(r"\d\D{1,20}\d")
_IN_UTC = ("Z", "+00:00")
_ZONED = re.compile(r"T.*[+-]\d\d:\d\d$")
_EARLIEST = "1900"  # machines' zero dates (0001, 1899) mean none
# Since 1970, in seconds or milliseconds: from 1990 on, and before 2033, when ten digits could be a day and its hour.
_EPOCH = re.compile(r"\s*(\d{9,10})(?:\d{3})?\s*")
_SECONDS = range(631_152_000, 1_988_150_400)


@dataclass(frozen=True, slots=True)
class Moments:
    """The two moments, the line of each, and what there is to warn of. `unclear` are lines whose date is no answer.

    published_in_head: the same as `published` where it stands above the body.
    by_title: whether `published` stands in the lines right below a title that is known, or next above it.
    labelled: whether a word such as "Published" stands before it.
    """

    published: Moment | None = None
    modified: Moment | None = None
    published_in_head: Moment | None = None
    by_title: bool = False
    labelled: bool = False
    published_line: int | None = None
    modified_line: int | None = None
    unclear: tuple[int, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(slots=True)
class _Choice:
    score: float
    line: int
    date: Printed
    kind: Kind


def find_moments(view: View, title: int | None, language: str | None, known: Moment | None = None) -> Moments:
    """The dates of the article on the page.

    title: the line of its title, where known. language: the page's language tag, where stated, and known: the date
    that its publisher or its markup states; they can settle which of two numbers is the day.
    """
    teasers = _teasers(view)
    choices = sorted(_choices(view, title, teasers), key=lambda choice: (-choice.score, choice.line, choice.date.start))
    others = [date for fact in view.facts.values() for date in fact.dates]
    if known is not None:
        others += printed_dates(known.at[:10])
    if any(len(choice.date.days) > 1 for choice in choices) and (told := dispatched(view)):
        others.append(told)
    warnings: list[Warning] = []
    unclear: list[int] = []
    found: dict[str, tuple[Moment, int]] = {}
    labelled = False
    for choice in choices:
        slot = "modified" if choice.kind == "modified" else "published"
        if slot in found or any(warning.code == "ambiguous_date" for warning in warnings):
            continue
        moment = _settled(view, choice.date, others, language, warnings)
        if moment:
            found[slot] = (moment, choice.line)
            labelled |= choice.kind == "published"
        else:
            unclear.append(choice.line)
    if "published" not in found and not unclear and (dateline := _dateline(view, others, language)):
        found["published"] = (dateline, -1)
    if not found and not unclear and (lone := _lone(view, title, language, teasers)):
        found["published"] = lone
    published, modified = found.get("published"), found.get("modified")
    if published and modified and published[1] == modified[1] and modified[0].at < published[0].at:
        published, modified = modified, published  # "2019/01/08 更新 2019/01/09": the word stands between the two
    by_title = published is not None and title is not None and -_ABOVE_TITLE <= published[1] - title <= _BELOW_TITLE
    return Moments(
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        published_in_head=published[0] if published and 0 <= published[1] < view.below.stop else None,
        by_title=by_title,
        labelled=labelled,
        published_line=published[1] if published and published[1] >= 0 else None,
        modified_line=modified[1] if modified else None,
        unclear=tuple(unclear),
        warnings=tuple(warnings),
    )


def _choices(view: View, title: int | None, teasers: range) -> list[_Choice]:
    found = []
    for i, fact in view.facts.items():
        if not fact.dates or fact.rest > _MOST_OTHER_WORDS or _is_told(view, i):
            continue
        above = label(view.text(i - 1)) if i else ""
        if i in teasers and not above and not any(date.kind or date.time for date in fact.dates):
            continue
        if i >= view.position.prose and _HANDLE.search(view.text(i)):
            continue
        score = _place(view, i, title) - 0.25 * fact.rest
        if score <= 0:
            continue
        for number, date in enumerate(fact.dates):
            kind = date.kind or (above if number == 0 else "")
            called = _CALLED_IN_HEAD if (title or -1) < i < view.position.prose else _CALLED
            bonus = (called if kind else 0.0) + (0.3 if date.time else 0.0)
            found.append(_Choice(score + bonus, i, date, kind))
    return found


def _teasers(view: View) -> range:
    """The lines below the article that follow a heading over other articles, "More on this story": days alone are
    theirs.
    """
    for i in range(view.position.end, len(view.page.lines)):
        text = view.plain(i)
        role = furniture(text.casefold()) if len(text) <= _LONGEST_HEADING else None
        if role is not None and role[0] is Role.RELATED and ":" not in text:
            return range(i + 1, len(view.page.lines))
    return range(0)


_LONGEST_HEADING = 40  # characters


def _is_told(view: View, i: int) -> bool:
    """Whether a line is a short sentence of the body that tells of a day: "The mine closed on 5 May 2019", say."""
    fact = view.facts[i]
    labelled = any(date.kind for date in fact.dates)
    return fact.rest > 1 and not labelled and view.is_body(i) and ends_statement(view.text(i))


def _place(view: View, i: int, title: int | None) -> float:
    """How likely the article's date stands here: between title and body most, then just above, then at the end."""
    position = view.position
    if i >= position.end or i in view.foot:
        labelled = any(date.kind for date in view.facts[i].dates)
        return 1.5 - (0.1 if labelled else 0.3) * abs(i - position.end)
    if title is None:
        return 3.0 - 0.1 * abs(position.prose - i)
    if i > title:
        return 4.0 - 0.08 * (i - title)
    fact = view.facts[i]
    if (fact.byline and fact.byline.explicit) or any(date.kind for date in fact.dates):
        return 3.5 - 0.15 * (title - i)
    return 2.5 - 0.3 * (title - i)  # the day of the visit stands at the top of many pages


def _settled(
    view: View, date: Printed, others: list[Printed], language: str | None, warnings: list[Warning]
) -> Moment | None:
    if not date.days:
        warnings.append(Warning(code="impossible_date", message=f"{date.words!r} is no day of the calendar"))
        return None
    day = settle(date, others, view.url, view.latest, lambda: language or _language(view))
    if day is None:
        one, two = (each.isoformat() for each in date.days)
        warnings.append(
            Warning(
                code="ambiguous_date", message=f"{date.words!r} can mean {one} or {two}, and the page does not tell"
            )
        )
        return None
    if view.latest is not None and day > view.latest:
        warnings.append(
            Warning(code="date_in_future", message=f"{date.words!r} is later than the day the page was fetched")
        )
        return None
    return Moment(at=date.at(day), precision=date.precision, evidence=date.words[:_LONGEST_EVIDENCE])


def _language(view: View) -> str | None:
    position = view.position
    return detect("\n".join(view.text(i) for i in range(position.prose, min(position.end, position.prose + 8)))).code


def _dateline(view: View, others: list[Printed], language: str | None) -> Moment | None:
    date = dispatched(view)
    return _settled(view, date, others, language, []) if date else None


def dispatched(view: View) -> Printed | None:
    """The date of a dispatch, which stands after its place."""
    if view.position.prose >= len(view.page.lines):
        return None
    start = view.text(view.position.prose)[: _DATELINE + 60]
    for date in printed_dates(start):
        before, after = start[: date.start], start[date.end :]
        before_dash = _AFTER_DATELINE.match(after) and "." not in before.rstrip(".")
        in_brackets = _AFTER_BRACKETS.match(after) and _PLACE_BEFORE.fullmatch(before)
        if date.start <= _DATELINE and (before_dash or in_brackets):
            return date
    return None


def _lone(view: View, title: int | None, language: str | None, teasers: range) -> tuple[Moment, int] | None:
    """The day of the page's only dated lines, where they stand farther from the body: a sidebar's, say.

    The day of the visit stands alone at the top of many pages, and the days of others' posts in them: what stands
    above the title counts where it is called the publication, and then more than all else.
    """
    top = max(0, title - _ABOVE_TITLE) if title is not None else view.position.prose
    found: list[tuple[int, Printed]] = []
    for i, line in enumerate(view.page.lines):
        if view.is_body(i) or len(line.text) > _LONGEST_STAMP or not _DAY_AND_YEAR.search(line.text):
            continue
        fact = view.facts.get(i) or read_line(view.plain(i))
        if fact.rest <= _FEW_WORDS and "@" not in line.text:
            is_others = i in teasers and not label(view.text(i - 1))
            found.extend(
                (i, date)
                for date in fact.dates
                if date.kind or (i >= top and not date.words.isdigit() and (date.time or not is_others))
            )
    if any(date.kind == "modified" for _, date in found):
        return None
    found = [(i, date) for i, date in found if date.kind] or found
    if len({date.days for _, date in found}) != 1:
        return None
    i, date = found[0]
    moment = _settled(view, date, [], language, [])
    return (moment, i) if moment else None


@dataclass(frozen=True, slots=True)
class Marked:
    """What markup states. `in_address` and `in_time` are dates that its address or some <time> gives: better than
    none. `times`: what each <time> prints, and the instant it states.
    """

    published: Moment | None = None
    modified: Moment | None = None
    in_address: Moment | None = None
    in_time: Moment | None = None
    times: Sequence[tuple[str, str]] = ()


def moments_of_head(head: Head, url: str | None, latest: dt.date | None) -> Marked:
    """The first date of each kind in the head that can be read. latest: the last day that it can be."""
    strong = [pair for pair in head.published if pair[0] != "time"]
    weak = [pair for pair in head.published if pair[0] == "time"]
    day = url_date(url)
    in_address = None
    if day is not None and (latest is None or day <= latest):
        in_address = Moment(at=day.isoformat(), precision="day", evidence=f"url: {day.isoformat()}")
    published = _first(strong, latest)
    if published is not None and published.at.endswith(_IN_UTC):
        published = _local(published, [value for _, value in (*head.published, *head.modified)])
    return Marked(published, _first(head.modified, latest), in_address, _first(weak[:1], latest), head.times)


def moment_of_scripts(tree: HtmlElement, latest: dt.date | None) -> Moment | None:
    """The date of publication in the data that the page's scripts read, for a page that states it nowhere else; of
    what elements keep for them, where all have one day.
    """
    if value := date_in_scripts(tree):
        return _first([("script", value)], latest)
    kept = [moment for value in dates_in_attributes(tree) if (moment := _first([("attribute", value)], latest))]
    return kept[0] if len({moment.at[:10] for moment in kept}) == 1 else None


def _local(moment: Moment, others: list[str]) -> Moment:
    """A moment in UTC in the zone in which another place of the head states the same instant."""
    for value in others:
        read = iso_date(value)
        if read is None or read[0].endswith(_IN_UTC) or not _ZONED.search(read[0]):
            continue
        instant, other = dt.datetime.fromisoformat(moment.at), dt.datetime.fromisoformat(read[0])
        if abs(instant - other) < _MINUTE:
            return moment.model_copy(update={"at": instant.astimezone(other.tzinfo).isoformat()})
    return moment


def agreed(marked: Marked, moments: Moments) -> Moment | None:
    """The moment that markup states, as the page prints it where both are the same instant or the page knows better.

    A time printed without its zone, a round number of quarters of an hour away from an instant, tells the zone. What
    the page has printed by its title, or as its publication, was published no later. And a later day that it prints by
    its title, and does not call an update, is the one that it goes by: markup keeps the day on which the page was
    first made.
    """
    stated, printed = marked.published, moments.published
    if stated is None or printed is None or (moments.published_in_head is None and not moments.labelled):
        return stated
    day, stated_day = dt.date.fromisoformat(printed.at[:10]), dt.date.fromisoformat(stated.at[:10])
    apart = day - stated_day
    if not apart and "T" not in stated.at:
        return printed  # with its time, if it has one
    if apart <= -_ZONES_DIFFER and (moments.by_title or moments.labelled):
        return printed
    if abs(apart) < _ZONES_DIFFER and (local := _in_zone_of(stated.at, printed.at)):
        return stated.model_copy(update={"at": local})
    if apart >= _ZONES_DIFFER and moments.by_title and not _turned(day, stated_day):
        last = marked.modified
        if last is None or day <= dt.date.fromisoformat(last.at[:10]) + _ZONES_DIFFER:
            return printed
    return stated


def printed_moment(marked: Marked, moments: Moments) -> Moment | None:
    """What the page prints, unless its address has another day and that stands neither by the title nor named.

    Where it prints a day in a <time> that knows the instant, the instant.
    """
    printed, day = moments.published, marked.in_address
    if printed is None or not (moments.by_title or moments.labelled or day is None or printed.at[:10] == day.at):
        return None
    if "T" in printed.at:
        return printed
    instants = (_read("time", value) for text, value in marked.times if printed.evidence in text)
    return next((instant for instant in instants if instant and _is_instant_of(printed.at, instant.at)), printed)


def _is_instant_of(day: str, at: str) -> bool:
    """Whether a moment is an instant of a day, in some zone."""
    apart = dt.date.fromisoformat(day) - dt.date.fromisoformat(at[:10])
    return at[10:] not in ("", _DRUPALS_NOON) and abs(apart) < _ZONES_DIFFER


def _turned(one: dt.date, other: dt.date) -> bool:
    """Whether two days are one that is written with day and month in either order."""
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _in_zone_of(stated: str, printed: str) -> str | None:
    """An instant in the zone of the clock that the page shows: 2019-01-08T23:30Z by 00:30 is 2019-01-09T00:30+01:00."""
    if "T" not in stated or "T" not in printed:
        return None
    instant, clock = (dt.datetime.fromisoformat(moment) for moment in (stated, printed))
    if instant.tzinfo is None:
        return None
    if clock.tzinfo is not None:
        same = abs(clock - instant) < _MINUTE and clock.utcoffset() != instant.utcoffset()
        return instant.astimezone(clock.tzinfo).isoformat() if same else None
    offset = clock - instant.replace(second=0, microsecond=0, tzinfo=None) + (instant.utcoffset() or dt.timedelta())
    clock_offset = dt.timedelta(minutes=round(offset.total_seconds() / 60))
    if clock_offset / _HOUR not in _OFFSETS or clock_offset == instant.utcoffset():
        return None
    return instant.astimezone(dt.timezone(clock_offset)).isoformat()


def _first(stated: list[tuple[str, str]], latest: dt.date | None) -> Moment | None:
    for place, value in stated:
        moment = _read(place, value)
        if moment is not None and (latest is None or moment.at[:10] <= latest.isoformat()):
            return moment
    return None


def _read(place: str, value: str) -> Moment | None:
    evidence = f"{place}: {value}"[:_LONGEST_EVIDENCE]
    read = iso_date(value) or _epoch(value)
    if read is None:
        dates = [date for date in printed_dates(value[:100]) if len(date.days) == 1]
        if len(dates) != 1:
            return None
        [day] = dates[0].days
        read = dates[0].at(day), dates[0].precision
    at, precision = read
    if not at[:4] >= _EARLIEST:
        return None
    if _MIDNIGHT.fullmatch(at[10:]):  # systems that keep only the day write midnight
        return Moment(at=at[:10], precision="day", evidence=evidence)
    return Moment(at=at, precision=precision, evidence=evidence)


def _epoch(value: str) -> tuple[str, Precision] | None:
    """An instant in seconds or milliseconds since 1970, in RFC 3339 and with its precision; None for other text."""
    match = _EPOCH.fullmatch(value)
    if match is None or int(match[1]) not in _SECONDS:
        return None
    return f"{dt.datetime.fromtimestamp(int(match[1]), dt.UTC):%Y-%m-%dT%H:%M:%SZ}", "second"
