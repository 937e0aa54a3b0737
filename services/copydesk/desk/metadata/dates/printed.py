"""Dates and times as pages print them, in any order and language, read to RFC 3339 with their true precision."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.article import Precision
from copydesk.desk.metadata.dates.calendars import calendar, days_of_other_calendars
from copydesk.desk.metadata.lexicon import any_of, lower

Kind = Literal["published", "modified", ""]
Order = Literal["day_first", "month_first", ""]


@dataclass(frozen=True, slots=True)
class Printed:
    """One date as it stands in a text.

    start, end: the words it was read from, time and zone included.
    days: the days it can mean: one; two where day and month can be told apart by nobody; none where there is no
        such day (31 February).
    day_first: how a numeric date of two small numbers was written if the first of `days` is meant.
    time: "" or the rest of the RFC 3339 date-time ("18:42:00Z", "18:42:00").
    kind: what the words around it call it.
    region: the order of day and month that the zone's name goes with.
    """

    start: int
    end: int
    words: str
    days: tuple[dt.date, ...]
    time: str
    precision: Precision
    kind: Kind
    region: Order = ""
    order: Order = ""

    def at(self, day: dt.date) -> str:
        return f"{day.isoformat()}T{self.time}" if self.time else day.isoformat()


_ASCII_DIGITS = {
    zero + value: str(value)
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10)  # Arabic, Persian, Devanagari, Bengali, Thai, wide
    for value in range(10)
} | {ord("："): ":", ord("／"): "/", ord("．"): ".", ord("\u200f"): " ", ord("\u200e"): " ", ord("\xa0"): " "}

_FOREIGN = re.compile(f"[{''.join(map(chr, _ASCII_DIGITS))}]")

# Letters, and the vowel signs of Indian scripts, which are none to Python.
_WORD = r"(?:[^\W\d_]|[\u0900-\u0963\u0971-\u09e3\u09f0-\u0dff]){2,18}"
_YEAR = r"(?:19|20)\d\d"
# Not inside a longer number, a version, an address or a price.
_HEAD = r"(?<![\d$€£%])(?<!\d[.,:/-])"
# "2023" and "3 minutes", "3:41 PM" or "5 comments", where an element's end is lost, are two figures.
_TAIL = (
    r"(?!\d(?!\d? ?[Mm]in(?:s|ut(?:e[sn]?|[oa]s|i)?)?(?![^\W_])|\d?:\d\d(?: ?[AaPp]\.?[Mm]|(?!\d))"
    r"|\d{0,2} ?(?:[Cc]omm?ent|[Kk]ommentar|[Vv]iews?(?![^\W_])|[Ss]hares?(?![^\W_]))))"
)

# Two digits, or a digit and an era: less is no day of a year.
_FULL_DATE = re.compile(r"\d\D{0,24}?\d|\d日|元年")
# Arabic papers print a month by both of its names: "8 كانون الثاني / يناير 2019".
_SECOND_NAME = r"(?:\s?[/(]\s?[\u0621-\u064a]{3,10}\)?)?"
_DAY_WORD_YEAR = re.compile(
    rf"(?:{_HEAD}|(?<=\d:\d\d-))(?P<d>\d{{1,2}})(?:\.|º|°|ª|-?(?:го|е|er|st|nd|rd|th|:?[ea](?=\s)))?[\s/-]{{0,2}}"
    rf"(?:de\s|of\s|d['’]\s?|di\s)?(?P<w>{_WORD}(?:\s(?:الأول|الاول|الثاني))?)"
    rf"{_SECOND_NAME}[.,،]{{0,2}}[\s/-]{{0,2}}"
    rf"(?:de\s|del\s|of\s)?(?P<y>{_YEAR}|['’]\d\d|(?<=-[A-Za-z]{{3}}-)\d\d(?!-)){_TAIL}"
)
# Of a date that begins with the month's name, the figures are looked for first: they are rarer than words.
_DAY_YEAR = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:[\s,/-]{{1,3}})(?:de )?(?P<y>{_YEAR}){_TAIL}")
_WORD_BEFORE = re.compile(rf"(?P<w>{_WORD})[.,]?[\s/-]{{0,2}}$")
_LONGEST_WORD = 21  # characters, with what stands between it and the figures
_YEAR_IN_IT = re.compile(rf"{_YEAR}|['’]\d\d|-[A-Za-z]{{3}}-\d\d(?!\d)")
_YEAR_WORD_DAY = re.compile(
    rf"{_HEAD}(?P<y>{_YEAR})(?:\.|,|-|\s?m\.)?\s?(?P<w>{_WORD})[.,-]?\s?(?P<d>\d{{1,2}}){_TAIL}"
)
_UNIX = re.compile(  # Tue Jan 8 18:42:00 UTC 2019
    rf"(?P<w>{_WORD})\s{{1,2}}(?P<d>\d{{1,2}})\s(?P<t>\d\d:\d\d:\d\d)\s(?P<z>[A-Z]{{3,4}}|[+-]\d{{4}})\s(?P<y>{_YEAR}){_TAIL}"
)
_YEAR_MONTH_DAY = re.compile(
    rf"{_HEAD}(?P<y>{_YEAR})\s?(?:年|년|[./-])\s?(?P<m>\d{{1,2}})\s?(?:月|월|[./-])\s?(?P<d>\d{{1,2}})(?:\s?[日일]|\.(?=\s|$))?{_TAIL}"
)
# "04MAR22 1417GMT", as agencies stamp it; without the time it may be any code.
_WIRE = re.compile(r"(?<!\w)(?P<d>[0-3]\d)(?P<w>[A-Z]{3})(?P<y>\d\d)(?=\s\d{4}\s?(?:GMT|UTC|Z)\b)")
_COMPACT = re.compile(
    rf"(?<![\d\w])(?P<y>{_YEAR})(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T(?P<t>[0-2]\d[0-5]\d[0-5]\d)(?P<z>Z|[+-]\d{{4}})?)?(?!\w)"
)
_NUMBERS = re.compile(
    rf"(?:(?<!\w)|(?<=[^\W\d_]{{3}})){_HEAD}"
    rf"(?P<a>\d{{1,2}})(?P<s>\s?[./-]\s?)(?P<b>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d\d)(?![\d/]|[.:-]\d)"
)
# What a date straight behind a word follows, and where its year has two figures is followed by: "Ann Lee19.08.2024".
_NAME_BEFORE, _LONGEST_NAME = re.compile(r"[^\W\d_a-zß-ÿ]\S* [^\W\d_a-zß-ÿ]\S+$"), 40
_TIME_BEHIND = re.compile(r", \d\d:")

_GAP = (
    r"(?:[\s,،;:|·•‧・/@(\[\]–—-]|T(?=\d)|\.(?=\s\d{1,2}:\d\d)|(?<![^\W\d_])(?:at|AT|um|à|às|as|a\slas|alle|ore|om|kl\.?|klo|klockan|o\sgodz\.?|"
    r"o\sgodzinie|godz\.?|g\.|в|о|ob|u|ve|saat|στις|la\sora|ora|v|เวลา|ساعت|الساعة|على|klukkan|kell)(?![^\W\d_])|(?<=\d)\s?г\.?,?)"
)
_HALF_BEFORE = r"(?:(?P<half>上午|下午|午前|午後|晚上|凌晨|오전|오후)\s?)?"
_CLOCK = (
    r"(?P<h>2[0-4]|[01]?\d)(?!\d)(?:\s?[:.時时点點시hH]\s?(?P<min>[0-5]\d)(?!\d)(?:\s?(?:[:분分]|min)\s?(?P<s>[0-5]\d)(?!\d)(?:[.,]\d{1,9})?)?[분分秒초]?)?"
    r"(?P<mark>\s?(?:[AaPp]\.?\s?[Mm](?:\.(?!\w)|(?!\w)|(?=\d\d? ?min))|Uhr\b|uur\b|[hH](?![^\W_])|時|时|点|點|시|น\."
    r"|(?P<pm>م(?:\u0640*ساءا?)?|अपरा[हह्]+[नण])\u064b?(?![^\W\d_])|(?P<am>ص(?:\u0640*باحا)?|पूर्वा[हह्]+[नण])\u064b?(?![^\W\d_])))?"
)
_ZONE = (
    r"(?P<zone>\s?\(?(?:(?P<utc>UTC|GMT)?\s?(?P<offset>[+\-−][01]?\d(?::?[0-5]\d)?)(?![\d:-])|"
    r"(?P<name>[A-Z]{3,4}(?=[A-Z][a-z]{3})|(?:[A-Z][A-Za-z]{1,4}|Z|МСК|мск)(?![^\W_]))\.?)\)?)?"
)
_TIME_AFTER = re.compile(rf"{_GAP}{{0,6}}{_HALF_BEFORE}{_CLOCK}{_ZONE}")
_TIME_BEFORE = re.compile(rf"(?<![\d.,:]){_HALF_BEFORE}{_CLOCK}{_ZONE}")
_NEXT_WORD = re.compile(r"[\s,(]{0,2}([^\W\d_]{2,15})\)?")
_BESIDE = " |·:-–—()[]"
# Japanese, Chinese and Korean pages put the label after the date, and its time between.
_FOLLOWING = re.compile(r"[\s\d:時分点시분|(（]{0,14}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BETWEEN = re.compile(r"[^\W\d_]+")

# Hours east of Greenwich by the abbreviations that newspapers print. Those that mean several zones have the one of
# the larger press (IST India, CST and BST as below); a name that is not here states no offset.
_ZONES: dict[str, float] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "МСК": 3, "TRT": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3,
    "CLT": -4, "IST": 5.5, "PKT": 5, "SGT": 8, "HKT": 8, "PHT": 8, "MYT": 8, "WIB": 7, "WITA": 8, "WIT": 9, "ICT": 7,
    "JST": 9, "KST": 9, "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "EAT": 3, "CAT": 2, "WAT": 1, "SAST": 2, "GST": 4,
}  # fmt: skip
# Names of both halves of the year, with the standard offset: summer time by the rule of the United States.
_AMERICAN: dict[str, int] = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
_MONTH_FIRST_ZONES = frozenset(
    ["ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST"]
)
_DAY_FIRST_ZONES = frozenset(
    [
        "BST",
        "WET",
        "WEST",
        "CET",
        "CEST",
        "MEZ",
        "MESZ",
        "EET",
        "EEST",
        "MSK",
        "МСК",
        "TRT",
        "BRT",
        "ART",
        "CLT",
        "IST",
        "PKT",
        "SGT",
        "HKT",
        "WIB",
        "ACST",
        "ACDT",
        "AEST",
        "AEDT",
        "AWST",
        "NZST",
        "NZDT",
        "EAT",
        "CAT",
        "WAT",
        "SAST",
    ]
)

_MODIFIED = re.compile(any_of("dates", "modified"))
_PUBLISHED = re.compile(any_of("dates", "published"))
# In the case that they are printed in: "Max Born" and "NATO" speak of no life.
_LIVED = re.compile(rf"(?<!\w){any_of('dates', 'lives')}(?:\s(?:on|am|le|el|il|em|a|op|den|w))?[\s:*†]*$")
_LIFE_LABEL = re.compile(rf"^\W*{any_of('dates', 'life_labels')}(?:\s(?:on|am|le|el|il|em|a|op|den|w))?[\s:]*$")
_BORN = re.compile(r"\([*†]\s?$|†\s?$")
_LIVED_AFTER = re.compile(r"\s?(?:生まれ|逝世|去世|死去|(?:出生|출생)(?=[\s,，。、(（)）]|$))")
_LONGEST_LIFE = 30  # characters


def in_ascii_digits(text: str) -> str:
    """`text` with the digits of other scripts, and the signs between them, as ASCII has them; as long as before."""
    return text if text.isascii() or not _FOREIGN.search(text) else text.translate(_ASCII_DIGITS)


def weekdays() -> frozenset[str]:
    """Case-folded names and abbreviations of the days of the week."""
    return calendar()[1]


def is_calendar_word(word: str) -> bool:
    """Whether a case-folded word names a month or a day of the week."""
    months, days = calendar()
    return word in months or word in days


def _month(word: str) -> int | None:
    months = calendar()[0]
    folded = word.casefold()
    number = months.get(folded)
    if number is None and not word.isascii() and word[0] in "בל":  # Hebrew writes "in January" as one word
        number = months.get(folded[1:])
    if number is None:  # a word run into the month before it: "READJan"
        glued = re.search(r"(?<=[A-Za-z])[A-Z][a-z]{2,8}$", word)
        number = months.get(glued[0].casefold()) if glued else None
    return number


# Start, end, the days it can mean, which way round its first two numbers are if the first is meant, and a clock's time.
_Found = tuple[int, int, tuple[dt.date, ...], Order, str]


def printed_dates(text: str) -> list[Printed]:
    """Every full date (day, month and year) in one line of text, in order of position, without overlaps."""
    plain = in_ascii_digits(text)
    if not _FULL_DATE.search(plain):
        return []
    found: list[_Found] = []
    if _YEAR_IN_IT.search(plain):
        found += _with_year(plain)
    found += [(start, end, days, "", "") for start, end, days in days_of_other_calendars(plain)]
    for match in _WIRE.finditer(plain):
        if (month := _month(match["w"])) is not None:
            found.append((*match.span(), _days(match["y"], month, int(match["d"])), "", ""))
    for match in _NUMBERS.finditer(plain):
        if plain[match.start() - 1 : match.start()].isalpha() and not _follows_name(plain, match):
            continue
        days, order = _either_way(match["a"], match["b"], match["y"], match["s"].strip())
        found.append((*match.span(), days, order, ""))
    return _in_order(plain, text, found) if found else []


def _with_year(plain: str) -> Iterator[_Found]:
    """The dates whose year is written out, and those of a month's name and a year such as '19."""
    if ":" in plain:
        for match in _UNIX.finditer(plain):
            if (month := _month(match["w"])) is not None:
                clock = f"{match['t']}{_offset_of(match['z'])}"
                start = _without_glue(match["w"], match.start())
                yield start, match.end(), _days(match["y"], month, int(match["d"])), "", clock
    for match in _DAY_YEAR.finditer(plain):
        word = _WORD_BEFORE.search(plain, max(0, match.start() - _LONGEST_WORD), match.start())
        if word is not None and (month := _month(word["w"])) is not None:
            start = _without_glue(word["w"], word.start())
            yield start, match.end(), _days(match["y"], month, int(match["d"])), "", ""
    for pattern in (_DAY_WORD_YEAR, _YEAR_WORD_DAY):
        for match in pattern.finditer(plain):
            if (month := _month(match["w"])) is not None:
                yield *match.span(), _days(match["y"], month, int(match["d"])), "", ""
    for match in _YEAR_MONTH_DAY.finditer(plain):
        yield *match.span(), _days(match["y"], int(match["m"]), int(match["d"])), "", ""
    for match in _COMPACT.finditer(plain):
        clock = match["t"] or ""
        clock = f"{clock[:2]}:{clock[2:4]}:{clock[4:]}{_offset_of(match['z'] or '')}" if clock else ""
        yield *match.span(), _days(match["y"], int(match["m"]), int(match["d"])), "", clock


def _without_glue(word: str, start: int) -> int:
    glued = re.search(r"(?<=[A-Za-z])[A-Z][a-z]{2,8}$", word)
    if glued and word.casefold() not in calendar()[0]:
        return start + glued.start()
    return start


def _days(year: str, month: int, day: int) -> tuple[dt.date, ...]:
    number = int(year.lstrip("'’"))
    if number < 100:
        number += 2000 if number < 70 else 1900  # the pivot of POSIX strptime
    try:
        return (dt.date(number, month, day),)
    except ValueError:
        return ()


def _follows_name(plain: str, match: re.Match[str]) -> bool:
    """Whether a date straight behind a word runs into a name, and is no version and no part of a file's name."""
    is_whole = len(match["y"]) == len("2019") or _TIME_BEHIND.match(plain, match.end()) is not None
    start = match.start()
    named = _NAME_BEFORE.search(plain, max(0, start - _LONGEST_NAME), start)
    return is_whole and len(match["s"]) == 1 and named is not None


def _either_way(first: str, second: str, year: str, sign: str) -> tuple[tuple[dt.date, ...], Order]:
    day_first = _days(year, int(second), int(first))
    if sign == ".":  # nobody writes the month first with full stops
        return day_first, ""
    month_first = _days(year, int(first), int(second))
    if day_first and month_first and day_first != month_first:
        return day_first + month_first, ""
    if day_first == month_first:
        return day_first, ""
    return (day_first, "day_first") if day_first else (month_first, "month_first")


def _in_order(plain: str, text: str, found: list[_Found]) -> list[Printed]:
    """Drops overlaps (the earlier, then the longer, stays), then reads the time and the words around each date."""
    kept: list[_Found] = []
    for item in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    dates: list[Printed] = []
    lived = 0  # where the last date of a life ends
    labels_follow = bool(kept) and not plain[: kept[0][0]].strip(_BESIDE) and bool(_FOLLOWING.match(plain, kept[0][1]))
    for position, (start, end, days, order, clock) in enumerate(kept):
        floor = max(dates[-1].end if dates else 0, lived)
        ceiling = kept[position + 1][0] if position + 1 < len(kept) else len(plain)
        time = clock
        precision: Precision = "second" if clock else "day"
        region: Order = ""
        first, last = start, end
        if not clock and days:
            timed = _time_after(plain, end, ceiling, days[0]) or _time_before(plain, floor, start, days[0])
            if timed:
                time, precision, region, low, high = timed
                first, last = min(first, low), max(last, high)
        if _is_of_life(plain, floor, first, last):
            lived = last
            continue
        kind = _kind(plain[last:ceiling][:8] if labels_follow else plain[max(floor, first - 60) : first])
        dates.append(Printed(first, last, text[first:last].strip(), days, time, precision, kind, region, order))
    return dates


def _is_of_life(plain: str, floor: int, start: int, end: int) -> bool:
    """Whether somebody was born or died on the date."""
    before = plain[max(floor, start - _LONGEST_LIFE) : start]
    is_labelled = floor == 0 and start <= _LONGEST_LIFE and _LIFE_LABEL.match(lower(before)) is not None
    return is_labelled or bool(_LIVED.search(before) or _BORN.search(before) or _LIVED_AFTER.match(plain, end))


Timed = tuple[str, Precision, Order, int, int]


def _time_after(plain: str, end: int, ceiling: int, day: dt.date) -> Timed | None:
    weekday = _NEXT_WORD.match(plain, end)
    begin = weekday.end() if weekday and weekday[1].casefold() in weekdays() else end
    match = _TIME_AFTER.match(plain, begin, min(ceiling, begin + 60))
    if match is None or (match.start("h") == end and match["min"] is None):
        return None  # digits straight after the date are no clock
    return _clock(match, day, end)


def _time_before(plain: str, floor: int, start: int, day: dt.date) -> Timed | None:
    for match in _TIME_BEFORE.finditer(plain, max(floor, start - 45), start):
        between = plain[match.end() : start]
        words = _BETWEEN.findall(between)
        if len(between) > 24 or any(
            word.casefold() not in weekdays() | {"on", "am", "le", "den", "il", "el"} for word in words
        ):
            continue
        if any(char.isdigit() for char in between):
            continue
        if timed := _clock(match, day, match.start()):
            return timed
    return None


def _clock(match: re.Match[str], day: dt.date, low: int) -> Timed | None:
    if match["min"] is None and not match["mark"]:
        return None
    hour, minute, second = int(match["h"]), int(match["min"] or 0), match["s"]
    mark = (match["mark"] or "").strip().replace(".", "").replace(" ", "").casefold()
    if (mark == "pm" or match["pm"] or match["half"] in ("下午", "午後", "晚上", "오후")) and hour < 12:
        hour += 12
    elif (mark == "am" or match["am"] or match["half"] in ("上午", "午前", "凌晨", "오전")) and hour == 12:
        hour = 0
    if hour > 23:
        return None
    offset, region, end = "", "", match.end()
    zone_end = match.start("zone") if match["zone"] else end
    if match["offset"]:
        offset = _offset_of(match["offset"])
    elif name := match["name"]:
        offset, region = _named_zone(name, day)
    elif match["utc"]:
        offset = "Z"
    if not offset:
        end = zone_end
    clock = f"{hour:02}:{minute:02}:{int(second or 0):02}{offset}"
    return clock, "second" if second else "minute", _order(region), low, end


def _order(region: str) -> Order:
    return "month_first" if region == "month_first" else "day_first" if region == "day_first" else ""


def _named_zone(name: str, day: dt.date) -> tuple[str, str]:
    region = "month_first" if name in _MONTH_FIRST_ZONES else "day_first" if name in _DAY_FIRST_ZONES else ""
    if name in _AMERICAN:
        hours: float = _AMERICAN[name] + (1 if _american_summer(day) else 0)
    elif name in _ZONES or name.upper() in _ZONES:
        hours = _ZONES.get(name, _ZONES.get(name.upper(), 0))
    else:
        return "", ""
    return _offset(round(hours * 60)), region


def _american_summer(day: dt.date) -> bool:
    """From the second Sunday of March to the first of November (Energy Policy Act of 2005)."""
    march, november = dt.date(day.year, 3, 8), dt.date(day.year, 11, 1)
    begins = march + dt.timedelta(days=(6 - march.weekday()) % 7)
    ends = november + dt.timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends


def _offset(minutes: int) -> str:
    if not minutes:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _offset_of(text: str) -> str:
    """ "+0530", "-5", "+05:30", "Z" or a zone's name as an RFC 3339 offset; "" for anything else."""
    if not text:
        return ""
    if text[0] not in "+-−":
        return _offset(round(_ZONES[text] * 60)) if text in _ZONES else ""
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes > 59:
        return ""
    return _offset((-1 if text[0] in "-−" else 1) * (hours * 60 + minutes))


def _kind(words: str) -> Kind:
    """What the words beside a date call it."""
    lowered = lower(words)
    if _MODIFIED.search(lowered):
        return "modified"
    return "published" if _PUBLISHED.search(lowered) else ""


def label(text: str) -> Kind:
    """What a line that is only a label ("Last updated:") calls the date on the next line."""
    if len(text) > 40 or any(map(str.isdigit, text)):
        return ""
    return _kind(text)


_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(Z|z|[+-]\d\d:?\d\d|[+-]\d\d)?)?\s*$"
)


def iso_date(value: str) -> tuple[str, Precision] | None:
    """An ISO 8601 date or date-time, as machines write it, in RFC 3339 and with its precision; None for other text."""
    match = _ISO.match(value)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None:
            return date.isoformat(), "day"
        clock = dt.time(int(hour), int(minute), min(int(second or 0), 59))
    except ValueError:
        return None
    offset = _offset_of(zone.upper()) if zone else ""
    return f"{date.isoformat()}T{clock.isoformat()}{offset}", "second" if second else "minute"
