"""How long the page says that reading takes."""

import re

from copydesk.desk.metadata.dates.printed import in_ascii_digits
from copydesk.desk.metadata.lexicon import any_of, lower

_NUMBER = r"(?<![\d.,:/-])(?P<{0}>\d{{1,3}})"
_MINUTES = any_of("reading", "minutes")
# A number, minutes, reading: "4 MINS READ" (often run into the next word), "3 min de lecture", "5 Minuten Lesezeit".
_AFTER = re.compile(
    rf"{_NUMBER.format('a')}(?:\s*[-–]\s*\d{{1,3}})?\s*[-‐–]?\s*{_MINUTES}(?:\s*[-‐–]?\s*{any_of('reading', 'after')})"
)
# Reading, a number, minutes: "Reading time: 4 min", "Lesezeit: 5 Minuten", "Temps de lecture : 3 min".
_BEFORE = re.compile(
    rf"{any_of('reading', 'before')}\s*(?:\([^)\d]{{0,20}}\))?\s*[:：–-]?\s*"
    rf"(?:ca\.?|etwa|circa|env\.|about|approx\.?|~|≈)?\s*{_NUMBER.format('b')}\s*(?:{_MINUTES}(?![^\W\d_])|['′’](?!\d))"
)
# Both have this.
_NUMBER_OF_MINUTES = re.compile(rf"\d\s*(?:[-‐–]?\s*{_MINUTES}|['′’])")
# Arabic, Hebrew, Chinese, Japanese, Korean.
_OTHER = re.compile(
    r"(?:قراءة|القراءة|وقت القراءة|مدة القراءة)[^\d]{0,12}(?P<c>\d{1,3})\s*(?:دقائق|دقيقة|دقيقه|د)"
    r"|(?P<d>\d{1,3})\s*(?:دقائق|دقيقة)\s*(?:ل?ل?قراءة|من القراءة)"
    r"|(?:זמן קריאה)[^\d]{0,6}(?P<e>\d{1,3})|(?P<f>\d{1,3})\s*דק(?:'|׳|ות)?\s*קריאה"
    r"|(?:阅读|閱讀|預計閱讀|预计阅读)(?:时间|時間|时长|約需|约需|需)?\s*[:：约約需]{0,3}\s*(?P<g>\d{1,3})\s*分[钟鐘]?"
    r"|(?P<h>\d{1,3})\s*分[钟鐘]\s*(?:阅读|閱讀|读完|讀完)|(?:读完|讀完|全文)需?约?\s*(?P<i>\d{1,3})\s*分[钟鐘]"
    r"|(?P<j>\d{1,3})\s*分\s*で?\s*(?:読め|読了)|(?:読了|所要)(?:時間|目安)?[^\d]{0,6}(?P<k>\d{1,3})\s*分|この記事は\s*(?:約)?(?P<l>\d{1,3})\s*分で読め"
    r"|(?:읽는\s*시간|읽기\s*시간|독서\s*시간)[^\d]{0,6}(?P<m>\d{1,3})\s*분|(?P<n>\d{1,3})\s*분\s*(?:소요|읽기|이면|분량)"
)
_LONGEST = 240  # minutes: longer is no reading time of an article


def read_reading_time(text: str) -> tuple[int, int, int] | None:
    """The minutes a line states, and the start and end of the words that state them; None where it states none."""
    plain = lower(in_ascii_digits(text))
    match = (_AFTER.search(plain) or _BEFORE.search(plain)) if _NUMBER_OF_MINUTES.search(plain) else None
    if match is None and not plain.isascii():
        match = _OTHER.search(plain)
    if match is None:
        return None
    minutes = int(next(value for value in match.groupdict().values() if value))
    return (minutes, *match.span()) if 0 < minutes <= _LONGEST else None
