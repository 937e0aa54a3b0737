"""What one short line states: dates, a byline, a reading time, and how much else."""

import re
from dataclasses import dataclass

from copydesk.desk.metadata.bylines.byline import (
    Byline,
    is_organisation,
    read_bare_name,
    read_byline,
    read_marked_byline,
    speaks_of_office,
    without_others_work,
)
from copydesk.desk.metadata.dates.printed import Printed, printed_dates, weekdays
from copydesk.desk.metadata.lexicon import any_of, lower, words
from copydesk.desk.metadata.reading import read_reading_time

LONGEST = 300  # characters; a longer line is prose, whatever it mentions


@dataclass(frozen=True, slots=True)
class Facts:
    """dates, byline, minutes: what the line states.

    rest: how many words are none of this; a line with few of them answers for metadata and nothing else.
    """

    dates: tuple[Printed, ...] = ()
    byline: Byline | None = None
    minutes: int | None = None
    rest: int = 0


NOTHING = Facts(rest=1000)

_LABELS = re.compile(
    rf"(?<![^\W\d_])(?:{any_of('dates', 'before_labels')}\s+)?{any_of('dates', 'labels')}(?![^\W\d_])\s*[:：]?"
)
_SEPARATOR = re.compile(r"[|·•‧・]|\s[–—/-]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\W_]+")
_HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_IDLE = words("dates", "small_talk") | weekdays()
_EDGE = " |,;:·•□■▪◦●○-–—"
# Beside a date: "Ann Lee in Paris".
_IN_PLACE = re.compile(r"(?<=\w) (?:in|aus|à|en|da|w|из|i) [^\W\d_a-zß-ÿ][\w'’.-]*(?: [^\W\d_a-zß-ÿ][\w'’.-]*){0,2}$")
_DIGIT = re.compile(r"\d")
_HANDLE = re.compile(r"@\w+")


def read_line(text: str) -> Facts:
    """The facts of one line. Pure reading: whether they are the article's is for others to decide."""
    if len(text) > LONGEST:
        return NOTHING
    has_digit = bool(_DIGIT.search(text))
    reading = read_reading_time(text) if has_digit else None
    dates = printed_dates(text) if has_digit else []
    if not dates and not reading:
        byline = read_marked_byline(text.strip(_EDGE))
        return Facts(byline=byline, rest=0 if len(text) <= 200 else 1000) if byline else NOTHING
    spans = [(date.start, date.end) for date in dates]
    if reading:
        spans.append(reading[1:])
    remainder = _without(text, spans, " | ")
    labels = [match.span() for match in _LABELS.finditer(lower(remainder))] if dates else []
    plain = _without(remainder, labels, " ")
    byline, names = _byline(remainder, plain, _IN_PLACE)
    rest = _rest(plain, names)
    return Facts(
        dates=tuple(dates),
        byline=byline,
        minutes=reading[0] if reading else None,
        rest=0 if byline and byline.explicit and len(remainder) <= 200 else rest,
    )


def _without(text: str, spans: list[tuple[int, int]], instead: str) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def _byline(remainder: str, plain: str, beyond: re.Pattern[str] | None = None) -> tuple[Byline | None, int]:
    """The byline, and how many words of the remainder are the author's and the author's office.

    beyond: what may follow a name that stands between bars, and is none of it.
    """
    byline = read_marked_byline(remainder.strip(_EDGE))
    if byline:
        return byline, len(_WORD.findall(remainder))
    if " / " in plain and (several := read_byline(plain.strip(_EDGE))) and len(several.names) > 1:
        return several, len(_WORD.findall(plain))
    parts = [part.strip(_EDGE) for part in _SEPARATOR.split(plain)]
    if ":" in parts[0] and not without_others_work(parts[0]):
        return None, 0  # "Photo: The Planet / Ann Lee"
    if plain.count(" / ") > 1 and "|" not in plain and read_byline(parts[0]) is None:
        return None, 0  # "News / Regions / West Coast"
    for place, part in enumerate(parts):
        piece = beyond.sub("", part) if beyond else part
        byline = read_byline(piece)
        # "Ann Lee en Bo Chan" are two in Dutch, and no place.
        if piece != part and byline and (both := read_byline(part)) and len(both.names) > len(byline.names):
            piece, byline = part, both
        if byline:
            after = parts[place + 1 :]
            beside = [o for o in after if speaks_of_office(o) or is_organisation(o) or _HANDLE.fullmatch(o)]
            return byline, sum(len(_WORD.findall(text)) for text in (piece, *beside))
    return None, 0


def _is_name(text: str) -> bool:
    named = read_bare_name(text)
    return named is not None and named.names == (text,) and not is_organisation(text)


def read_bare_line(text: str) -> Facts:
    """The same for a line that may be nothing but an author's name: to be asked only where one would stand."""
    if len(text) > LONGEST:
        return NOTHING
    between_bars = [name for part in text.split("|") if (name := part.strip(_EDGE))]
    if len(between_bars) > 1 and all(map(_is_name, between_bars)):  # "Ann Lee | Bo Chan"
        return Facts(byline=Byline(tuple(dict.fromkeys(between_bars)), explicit=False))
    byline, names = _byline(text, text)
    return Facts(byline=byline, rest=_rest(text, names)) if byline else NOTHING


def _rest(plain: str, names: int) -> int:
    left = sum(word not in _IDLE and not word.isdigit() for word in _WORD.findall(plain.casefold()))
    wide = 0 if plain.isascii() else len(_HAN.findall(plain))
    return max(0, left - names) + wide // 4
