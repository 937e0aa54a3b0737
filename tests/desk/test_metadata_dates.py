"""Dates as newspapers print them, in many languages, read to RFC 3339 with their true precision."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.metadata.dates.printed import iso_date, printed_dates

READ_EXACTLY = {
    "Russian, in three letters": ("16:12 05 ноя. 2025", "2025-11-05T16:12:00", "minute"),
    "Arabic, with a comma before the time": ("8 يوليو 2025، 13:45", "2025-07-08T13:45:00", "minute"),
    "glued to a word": ("4 MINS READJan 8, 2019 | 18:42 GMT", "2019-01-08T18:42:00Z", "minute"),
    "day, month, year": ("11 January 2019", "2019-01-11", "day"),
    "ordinal and 'of'": ("Friday 8th of March, 2019", "2019-03-08", "day"),
    "half past with pm": ("January 8th, 2019 at 6:42 p.m.", "2019-01-08T18:42:00", "minute"),
    "Hindi": ("प्रकाशित: 12 जनवरी 2024, 07:45 पूर्वाह्न IST", "2024-01-12T07:45:00+05:30", "minute"),
    "Hindi, after noon": ("12 जनवरी 2024, 02:30 अपराह्न", "2024-01-12T14:30:00", "minute"),
    "Tamil": ("5 ஜனவரி 2024", "2024-01-05", "day"),
    "Telugu": ("జనవరి 12, 2024", "2024-01-12", "day"),
    "Urdu": ("12 جنوری 2024", "2024-01-12", "day"),
    "Georgian": ("12 იანვარი 2024", "2024-01-12", "day"),
    "in capitals, run into the next label": ("PUBLISHED : 4 DEC 2020 AT 14:05UPDATED", "2020-12-04T14:05:00", "minute"),
    "noon": ("Jan 8, 2019 12:00 PM", "2019-01-08T12:00:00", "minute"),
    "midnight": ("Jan 8, 2019 12:00 am", "2019-01-08T00:00:00", "minute"),
    "full hour": ("Jan. 8, 2019, 5pm", "2019-01-08T17:00:00", "minute"),
    "seconds": ("Tue, 08 Jan 2019 18:42:05 +0100", "2019-01-08T18:42:05+01:00", "second"),
    "zone of standard time": ("January 8, 2019 6:42 PM EST", "2019-01-08T18:42:00-05:00", "minute"),
    "zone of both seasons in winter": ("6:42 PM ET, Tue January 8, 2019", "2019-01-08T18:42:00-05:00", "minute"),
    "zone of both seasons in summer": ("6:42 PM ET, Mon July 8, 2019", "2019-07-08T18:42:00-04:00", "minute"),
    "offset of hours and minutes": ("14 Jan 2019 12.30 GMT+0530", "2019-01-14T12:30:00+05:30", "minute"),
    "offset of hours": ("8 Jan 2019, 06:42 am UTC+2", "2019-01-08T06:42:00+02:00", "minute"),
    "time before date": ("18:42 Uhr, 08.01.2019", "2019-01-08T18:42:00", "minute"),
    "machine's local time": ("Tue Jan 8 18:42:00 UTC 2019", "2019-01-08T18:42:00Z", "second"),
    "ISO with zone": ("2019-01-08T18:42:00Z", "2019-01-08T18:42:00Z", "second"),
    "a wire's": ("04MAR22 1417GMT", "2022-03-04", "day"),
    "ISO without zone": ("2019-01-08 18:42", "2019-01-08T18:42:00", "minute"),
    "slashes, day over twelve": ("13/04/2019", "2019-04-13", "day"),
    "slashes, month first, day over twelve": ("04/13/2019 5pm", "2019-04-13T17:00:00", "minute"),
    "slashes, year first": ("12:30 2019/01/08", "2019-01-08T12:30:00", "minute"),
    "German with weekday": ("Dienstag, 8. Januar 2019, 18.42 Uhr", "2019-01-08T18:42:00", "minute"),
    "German dotted": ("Stand: 08.01.2019 18:42", "2019-01-08T18:42:00", "minute"),
    "German dotted, short year": ("08.01.19", "2019-01-08", "day"),
    "Austrian": ("8. Jänner 2019", "2019-01-08", "day"),
    "Central European zone": ("8. Januar 2019, 18:42 MEZ", "2019-01-08T18:42:00+01:00", "minute"),
    "French": ("mardi 1er janvier 2019 à 18h42", "2019-01-01T18:42:00", "minute"),
    "Spanish": ("8 de enero de 2019 a las 18:42", "2019-01-08T18:42:00", "minute"),
    "Italian": ("Pubblicato il 1º gennaio 2019 alle ore 18:42", "2019-01-01T18:42:00", "minute"),
    "Portuguese": ("8 de janeiro de 2019 às 18h", "2019-01-08T18:00:00", "minute"),
    "Dutch": ("dinsdag 8 januari 2019 om 18:42", "2019-01-08T18:42:00", "minute"),
    "Polish genitive": ("8 stycznia 2019, 18:42", "2019-01-08T18:42:00", "minute"),
    "Swedish": ("8 januari 2019 kl. 18.42", "2019-01-08T18:42:00", "minute"),
    "Danish": ("8. maj 2019", "2019-05-08", "day"),
    "Finnish partitive": ("8. tammikuuta 2019", "2019-01-08", "day"),
    "Czech": ("8. ledna 2019", "2019-01-08", "day"),
    "Hungarian": ("2019. január 8.", "2019-01-08", "day"),
    "Romanian": ("8 ianuarie 2019", "2019-01-08", "day"),
    "Turkish, weekday before the time": ("8 Ocak 2019 Salı 18:42", "2019-01-08T18:42:00", "minute"),
    "Greek": ("3 Ιανουαρίου 2019, 12:30", "2019-01-03T12:30:00", "minute"),
    "Russian genitive": ("8 января 2019 г., 18:42", "2019-01-08T18:42:00", "minute"),
    "Moscow time": ("8 января 2019 в 18:42 мск", "2019-01-08T18:42:00+03:00", "minute"),
    "Ukrainian": ("8 січня 2019", "2019-01-08", "day"),
    "Arabic digits": ("٨ يناير ٢٠١٩", "2019-01-08", "day"),
    "both Arabic names of a month": ("8 كانون الثاني / يناير 2019", "2019-01-08", "day"),
    "a comma between Arabic month and year": ("26 يناير، 2023", "2023-01-26", "day"),
    "a span of days": ("Open 3 June-15 July 2019", "2019-07-15", "day"),
    "a year of two figures behind a month": ("14-Aug-07", "2007-08-14", "day"),
    "the second name in brackets": ("8 شباط (فبراير) 2019", "2019-02-08", "day"),
    "in the evening, in Arabic": ("8 آب / أغسطس 2019. 6:42 مساءً", "2019-08-08T18:42:00", "minute"),
    "in the morning, in Arabic": ("8 يناير 2019 - 12:05 ص", "2019-01-08T00:05:00", "minute"),
    "a clock with a stroke before the day": ("14:20-8 يناير 2019 م", "2019-01-08T14:20:00", "minute"),
    "Levantine month of two words": ("8 كانون الثاني 2019 الساعة 18:42", "2019-01-08T18:42:00", "minute"),
    "Hebrew, month with its preposition": ("8 בינואר 2019", "2019-01-08", "day"),
    "Chinese": ("2019年1月8日 18:42", "2019-01-08T18:42:00", "minute"),
    "Chinese afternoon": ("2019年1月8日 下午6:42", "2019-01-08T18:42:00", "minute"),
    "Japanese clock": ("2019年1月8日 18時42分", "2019-01-08T18:42:00", "minute"),
    "Japanese era": ("令和元年5月8日", "2019-05-08", "day"),
    "of Taiwan's years": ("108/01/08 18:42", "2019-01-08T18:42:00", "minute"),
    "Thai": ("12 มกราคม พ.ศ. 2567 เวลา 18.42 น.", "2024-01-12T18:42:00", "minute"),
    "Thai, month and year cut short": ("12 ม.ค. 67 18:42", "2024-01-12T18:42:00", "minute"),
    "Thai February": ("12 กุมภาพันธ์ 2567", "2024-02-12", "day"),
    "Thai, month cut short without a full stop": ("12 ม.ค 2567", "2024-01-12", "day"),
    "Thai, of the Gregorian year": ("12 มกราคม 2024", "2024-01-12", "day"),
    "Thai figures": ("๑๒/๐๑/๒๕๖๗", "2024-01-12", "day"),
    "Buddhist year first": ("2567-01-12", "2024-01-12", "day"),
    "Persian": ("شنبه ۱۲ مرداد ۱۴۰۳ ساعت ۱۸:۴۲", "2024-08-02T18:42:00", "minute"),
    "Persian, of Arabic keyboards": ("۳ شهريور ۱۴۰۳", "2024-08-24", "day"),
    "Persian figures": ("۱۴۰۳/۰۵/۱۲", "2024-08-02", "day"),
    "the last day of a solar leap year": ("30 اسفند 1403", "2025-03-20", "day"),
    "Afghan month": ("۱۲ اسد ۱۴۰۳", "2024-08-02", "day"),
    "Persian, of the Gregorian year": ("۲ اوت ۲۰۲۴", "2024-08-02", "day"),
    "run into the name before it": ("Ann Lee08.01.2019 - 18:42 Uhr", "2019-01-08T18:42:00", "minute"),
    "two figures of the year, and a time": ("Ann Lee28-01-19, 18:42Last update", "2019-01-28T18:42:00", "minute"),
    "run into the time": ("January 8, 20196:42 PM UTCUpdated 5 years ago", "2019-01-08T18:42:00Z", "minute"),
    "run into a time of two figures": ("8 January 201918:42", "2019-01-08T18:42:00", "minute"),
    "run into the comments": ("January 8, 201912 Comments", "2019-01-08", "day"),
    "run into minutes of reading": ("Ann Lee08 January 20193 minutes read", "2019-01-08", "day"),
    "afternoon, run into minutes of reading": ("Jan 8, 2019 6:42 PM4 min read", "2019-01-08T18:42:00", "minute"),
    "fine dust, and no hour": ("January 8, 2019 | 10 PM2.5 monitors installed", "2019-01-08", "day"),
    "Colombian": ("Enero 8 de 2019 - 06:42 p. m.", "2019-01-08T18:42:00", "minute"),
    "Korean": ("2019년 1월 8일 18시 42분", "2019-01-08T18:42:00", "minute"),
    "Korean dotted, afternoon": ("2019. 1. 8. 오후 6:42", "2019-01-08T18:42:00", "minute"),
}


@pytest.mark.parametrize(("text", "at", "precision"), READ_EXACTLY.values(), ids=READ_EXACTLY.keys())
def test_a_printed_date_is_read(text: str, at: str, precision: str) -> None:
    [date] = printed_dates(text)
    [day] = date.days
    assert (date.at(day), date.precision) == (at, precision)


@pytest.mark.parametrize(
    "text",
    [
        "no. 2/2019",
        "On 7–10 January",
        "192.168.1.19",
        "v1.2.19",
        "version1.2.19",
        "Python3.10.12",
        "Firmware3.10.2021",
        "Minutes12.03.2017.pdf",
        "On May 3 20000 miners went on strike",
        "Le 1 mai 20000 mineurs en grève",
        "2019",
        "call 555-2019-01",
        "€1.200.2019",
        "8 January",
        "Product code 12JAN99",
        "12 ม.ค. 10:30",
        "tel. 2567-1234",
        "1421/05/12 هـ",
        "12/05/1445",
        "Law 1350/12/03",
    ],
)
def test_numbers_that_are_no_date_are_left_alone(text: str) -> None:
    assert printed_dates(text) == []


@pytest.mark.parametrize(
    "text", ["31 February 2019", "30.02.2019", "2019-13-45", "2019年2月31日", "30 اسفند 1402", "31 ก.พ. 2567"]
)
def test_a_day_that_does_not_exist_has_no_meaning(text: str) -> None:
    assert [date.days for date in printed_dates(text)] in ([()], [])


def test_a_date_that_can_be_read_two_ways_keeps_both() -> None:
    [date] = printed_dates("03/04/2019")
    assert [day.isoformat() for day in date.days] == ["2019-04-03", "2019-03-04"]


KINDS = {
    "English": ("Published: Jan 8, 2019 Updated: Jan 9, 2019 07:00", ["published", "modified"]),
    "German": ("Veröffentlicht am 8.1.2019, aktualisiert am 9.1.2019", ["published", "modified"]),
    "French": ("Publié le 8 janvier 2019 - Mis à jour le 9 janvier 2019", ["published", "modified"]),
    "Spanish": ("Publicado el 8 de enero de 2019 | Actualizado el 9 de enero de 2019", ["published", "modified"]),
    "Polish": ("Opublikowano: 8 stycznia 2019, aktualizacja: 9 stycznia 2019", ["published", "modified"]),
    "Russian": ("Опубликовано 8 января 2019, обновлено 9 января 2019", ["published", "modified"]),
    "Japanese, after the date": ("2019年1月8日 18:42 公開 2019年1月9日 更新", ["published", "modified"]),
    "Korean": ("입력 2019.01.08 18:42 수정 2019.01.09 07:00", ["published", "modified"]),
    "none": ("8 January 2019", [""]),
}


@pytest.mark.parametrize(("text", "kinds"), KINDS.values(), ids=KINDS.keys())
def test_the_words_around_a_date_say_what_it_is(text: str, kinds: list[str]) -> None:
    assert [date.kind for date in printed_dates(text)] == kinds


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2019-01-08", ("2019-01-08", "day")),
        ("2019-01-08T18:42Z", ("2019-01-08T18:42:00Z", "minute")),
        ("2019-01-08T18:42:05.123+0100", ("2019-01-08T18:42:05+01:00", "second")),
        ("2019-02-31", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates(value: str, read: tuple[str, str] | None) -> None:
    assert iso_date(value) == read


@pytest.mark.parametrize(
    "text",
    [
        "Dame Rosalind Ash, born April 3 1934, died November 17 2025",
        "geboren am 3. April 1934 in Köln",
        "Né le 3 mai 1950",
        "nacida el 3 de mayo de 1950",
        "Karl Ash (* 3. April 1934; † 4. Mai 2020)",
        "1934年4月3日生まれ",
        "1934年4月3日出生",
        "Date of birth: 14 May 1950",
    ],
)
def test_the_dates_of_a_life_are_none_of_the_page(text: str) -> None:
    assert printed_dates(text) == []


@pytest.mark.parametrize(
    "text",
    ["NATO 14 May 2024", "By Frank Mort 14 May 2024", "A Star Is Born 12 May 2024", "2024年5月12日 出生率下降"],
)
def test_what_only_sounds_like_a_life_leaves_the_date(text: str) -> None:
    assert len(printed_dates(text)) == 1


@given(st.text(st.sampled_from("0123456789/.-: ,TZ年月日JanuaryfebMAR8'’"), max_size=80) | st.text(max_size=120))
def test_no_text_breaks_the_reading(text: str) -> None:
    for date in printed_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        assert all(date.at(day) for day in date.days)
    iso_date(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_of_the_calendar_comes_back(day: dt.date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ):
        [date] = printed_dates(text)
        assert date.days == (day,)


@given(st.times(), st.sampled_from(["8 June 2025 {}", "8 June 2025, {} BST", "{}, 8. Juni 2025", "2025-06-08 {}"]))
def test_every_minute_of_the_day_comes_back(time: dt.time, printed: str) -> None:
    [date] = printed_dates(printed.format(f"{time:%H:%M}"))
    assert date.at(date.days[0]).startswith(f"2025-06-08T{time:%H:%M}:00")
