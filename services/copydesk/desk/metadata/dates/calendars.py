"""Dates of other calendars than the Gregorian: Japan's eras, Thailand's Buddhist years, the solar years of Iran."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from persiantools.jdatetime import JalaliDate


@cache
def calendar() -> tuple[dict[str, int], frozenset[str]]:
    """Case-folded names and abbreviations of months, with their numbers, and of the days of the week."""
    table = json.loads(resources.files("copydesk.desk.metadata.dates").joinpath("calendar.json").read_text("utf-8"))
    return table["months"] | _THREE_LETTERS, frozenset(table["weekdays"])


# As pages cut Russian and Ukrainian months; CLDR has these longer.
_THREE_LETTERS = {
    "сен": 9, "ноя": 11, "кві": 4, "тра": 5, "чер": 6, "сер": 8, "жов": 10, "лис": 11, "гру": 12,
}  # fmt: skip


def _numbered(months: str) -> dict[str, int]:
    return {name: number for number, names in enumerate(months.split(), 1) for name in names.split("|")}


_ERA_STARTS = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the year before the era's first
# Taiwan's years, in three figures: 2011 was the hundredth.
_MINGUO_LEAD, _MINGUO_NUMBERS = 1911, re.compile(r"(?<![\w/.-])(?P<y>1[0-3]\d)/(?P<m>\d\d)/(?P<d>\d\d)(?![\d/])")
_ERA = re.compile(rf"(?P<e>{'|'.join(_ERA_STARTS)})(?P<y>\d{{1,2}}|元)年\s?(?P<m>\d{{1,2}})月\s?(?P<d>\d{{1,2}})日")

_BUDDHIST_LEAD = 543
_THAI = re.compile("[\u0e01-\u0e2e]")
# The years from 1987 on; a day of the Gregorian year 2530 is in no archive.
_BUDDHIST_NUMBERS = re.compile(
    r"(?<![\d./-])(?:(?P<d>\d{1,2})(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<y>25[3-9]\d)"
    r"|(?P<y2>25[3-9]\d)(?P<s2>[/-])(?P<m2>\d\d)(?P=s2)(?P<d2>\d\d))(?![\d/-])"
)

# Iran's months, and behind them Afghanistan's; each as Arabic keyboards write it, too.
_SOLAR_MONTHS = _numbered(
    "فروردین|فروردين|حمل اردیبهشت|ارديبهشت|ثور خرداد|جوزا تیر|تير|سرطان مرداد|اسد شهریور|شهريور|سنبله مهر|میزان|ميزان "
    "آبان|ابان|عقرب آذر|اذر|قوس دی|دي|جدی|جدي بهمن|دلو اسفند|حوت"
)
_SOLAR_YEAR = r"1(?:3\d|4[0-2])\d"  # to 2050: from 1430 on it is a year of the lunar calendar
_SOLAR_DATE = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?P<w>{'|'.join(_SOLAR_MONTHS)})\s?(?:ماه\s?)?[،,]?\s?(?:سال\s)?(?P<y>{_SOLAR_YEAR})(?!\d)"
)
_SOLAR_NUMBERS = re.compile(
    rf"(?<![\d./-])(?:(?P<y>{_SOLAR_YEAR})(?P<s>[/-])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})/(?P<y2>{_SOLAR_YEAR}))(?![\d/-])"
)
# "1421/05/12 هـ" is lunar; and Latin letters beside such figures number a law or a file.
_LUNAR_OR_NO_DATE = re.compile(r"\s?هـ?(?![\u0621-\u06ff])|[A-Za-z]")


@cache
def _thai_date() -> re.Pattern[str]:
    months = [re.escape(name) for name in calendar()[0] if _THAI.search(name)]
    return re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?:เดือน\s?)?(?P<w>{'|'.join(months)})\.?\s?"
        r"(?:(?:พ\.?ศ|ค\.?ศ)\.?\s?)?(?P<y>(?:19|20|24|25)\d\d|\d\d)(?!\d|[:.]\d)"
    )


Found = tuple[int, int, tuple[dt.date, ...]]


def days_of_other_calendars(plain: str) -> Iterator[Found]:
    """Where such a date stands in a line, [start, end), and the day it means; no day where its month has none such.

    plain: the line, its digits ASCII.
    """
    if not plain.isascii():
        yield from _of_eras(plain)
        if _THAI.search(plain):
            yield from _of_months(plain, _thai_date(), calendar()[0])
        yield from _of_months(plain, _SOLAR_DATE, _SOLAR_MONTHS)
    yield from _in_numbers(plain)


def _of_eras(plain: str) -> Iterator[Found]:
    for match in _ERA.finditer(plain):
        year = _ERA_STARTS[match["e"]] + (1 if match["y"] == "元" else int(match["y"]))
        yield *match.span(), _day(year, int(match["m"]), int(match["d"]))


def _of_months(plain: str, pattern: re.Pattern[str], months: dict[str, int]) -> Iterator[Found]:
    for match in pattern.finditer(plain):
        yield *match.span(), _day(int(match["y"]), months[match["w"]], int(match["d"]))


def _in_numbers(plain: str) -> Iterator[Found]:
    for match in _MINGUO_NUMBERS.finditer(plain):
        yield *match.span(), _day(_MINGUO_LEAD + int(match["y"]), int(match["m"]), int(match["d"]))
    solar = [*_SOLAR_NUMBERS.finditer(plain)]
    if solar and _LUNAR_OR_NO_DATE.search(plain):
        solar = []
    for match in (*_BUDDHIST_NUMBERS.finditer(plain), *solar):
        year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
        yield *match.span(), _day(year, month, day)


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    """The day; its year tells the calendar: "67" and 2567 are Thailand's, 1403 is Iran's."""
    try:
        if year < 100:
            year += 2500
        if year > 2400:
            year -= _BUDDHIST_LEAD
        elif year < 1500:
            return (JalaliDate(year, month, day).to_gregorian(),)  # type: ignore[no-untyped-call]
        return (dt.date(year, month, day),)
    except ValueError:
        return ()
