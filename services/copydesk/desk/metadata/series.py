"""The series an article appears in, and the issue's number: in its title, or in lines beside it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.desk.metadata.breadcrumb import Trail
from copydesk.desk.metadata.dates.printed import Printed, is_calendar_word
from copydesk.desk.metadata.facts import NOTHING, read_line
from copydesk.desk.metadata.lexicon import any_of, words
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.phrases import UNSPACED

_COLON = re.compile(
    r"^(?P<series>[^:：|]{2,50}?)\s?[:：]\s+(?P<title>\S.{3,})$|^(?P<bar>[^|]{2,50}?)\s\|\s(?P<rest>\S.{3,})$"
)
_KINDS = words("series", "kinds")
_WIDE_KINDS = tuple(kind for kind in _KINDS if kind[0] >= UNSPACED)
_ACRONYM = re.compile(r"[^\W\d_a-z]{2,6}")
_ISSUE = re.compile(
    r"^[\s(•∙*]*(?:(?P<volume>(?:vol(?:ume|umen|\.)?|band|bd\.|jahrgang|jg\.|tome|tomo|rocznik|årgång|årgang|том|第)\s*[\dIVXLC]{1,6}[卷巻]?)[\s,;:.-]*)?"
    r"(?:(?:issue|number|no\.?|nos\.?|nr\.?|num\.|núm\.?|número|numero|numéro|n\.?[°ºo]\.?|n\.(?=\s?\d)|№|#|heft|ausgabe|edição|edición|iss\.|edition|nummer|numer|zeszyt|folge|episode|épisode|episodio|episódio|aflevering|avsnitt|odcinek|číslo|č\.|broj|br\.|"
    r"выпуск|вып\.|номер|випуск|брой|τεύχος|αρ\.|sayı|szám|العدد|עدد|גיליון)\s*[:.]?\s*[\[(]?(?P<number>\d{1,5}(?:\s?\(\d{1,6}\))?(?:\s?[/–-]\s?\d{1,4})?(?:\s?\(\d{4}\))?)"
    r"|第\s?(?P<han>\d{1,5})\s?[期号號回]|제\s?(?P<hangul>(?:(?:19|20)\d\d-)?\d{1,5})\s?호)[\s)\].,]*(?P<rest>.{0,24})$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[\s:,–-]{1,4}(\d{1,5}(?:\s?[/–-]\s?\d{1,4})?)")


# Of these alone a line of two words is a series: the others are sections of newspapers, too.
_PUBLICATIONS = words("series", "publications")
_COMPOUND = re.compile(rf"\w{{2,}}{any_of('series', 'compounds')}$")
_GENERAL = words("series", "sections")
_NUMBERED_THINGS = words("series", "numbered_things")
_INVITES = words("series", "invitations")
_LABELLED = re.compile(rf"{any_of('series', 'labels')}\s*(?:[:：]|\t)\s*(?P<name>\S.*)", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:{any_of('series', 'labels')}|{any_of('series', 'number_labels')})\s*(?:[:：]|\t)", re.IGNORECASE
)
_LABELLED_NUMBER = re.compile(
    rf"{any_of('series', 'number_labels')}\s*(?:[:：]|\t)\s*(?P<code>(?:[A-Z]{{1,8}}[ /.-]?)?\d[\w./-]{{0,20}})$",
    re.IGNORECASE,
)
# "[Along the border] (14)", as Korean papers number their series.
_BRACKETED = re.compile(r"[\[【](?P<name>[^\[\]【】]{2,40})[\]】]\s?[(（](?P<number>\d{1,4})[)）]$")
# Where the number begins that follows a name: "Policy Brief No. 9", "Policy Brief 9/2024".
_BEFORE_NUMBER = re.compile(
    r"[\s,:|–—-]+(?=(?:(?:issue|number|no|nos|nr|num|núm|número|numéro|numero|n\.?[°ºo]|heft|ausgabe|nummer|numer|n\.|zeszyt|folge"
    r"|выпуск|вып|العدد|عدد)\.?\s*[:.]?\s*\(?\d|(?:19|20)\d\d\s?/\s?(?:nr|no|núm|n°|nº)\.?\s?\d|[№#]\s?\d|第\s?\d|제\s?\d|\d{1,4}\s?[/–-]\s?\d{2,4}$|\d{1,3}(?:\s?\(\d{2,6}\))?$))",
    re.IGNORECASE,
)
_OF = ("DE", "DI", "DU", "DES", "DO", "DA", "DEL")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s?/\s?(?:nr|no|núm|n°|nº)\.?\s?\d{1,4}", re.IGNORECASE)
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d (?:No\.?|Nr\.?|n[°º]) ?\d{1,4}", re.IGNORECASE)
_RUBRICS = words("series", "rubrics")
_COUNTED = words("series", "counted")
# "(Focus Adriatico n. 31)" at a title's end.
_AT_END = re.compile(
    r"\((?P<name>[^()\d]{3,40}?),?\s(?:n\.|n[°º]|no\.?|nr\.?|núm\.|#|№)\s?(?P<number>\d{1,4}(?:/\d{2,4})?)\)$",
    re.IGNORECASE,
)
_UNMARKED = re.compile(r"\d{1,4}(?:\s?\(\d{1,6}\))?(?:\s?[/–-]\s?\d{1,4})?")
_IN_TITLE = re.compile(
    r"(?P<name>[^\d:：#]{3,50}?)[\s,]+(?:#|no\.?\s?|nr\.?\s?|№\s?)(?P<number>\d{1,4})\s?[:：–—-]\s", re.IGNORECASE
)
_OF_YEAR = re.compile(r"\s*\d{1,3}\s?/\s?(?:19|20)\d\d\s*")  # below a series; elsewhere it is a month
_PIECES = re.compile(r"\s*[|·•—]\s*|,\s+|\s+[–/-]{1,2}\s+")
_PAGES = re.compile(
    r"\d{1,4}\s?(?:pages?|pp?\.?|seiten|s\.|páginas|págs?\.?|pagine|str\.|sidor|с\.|頁|ページ|页)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 80, 50, 6
_ABOVE, _BELOW = 2, 6  # lines from the title within which a name alone is a series', those of dates above apart
_EDGE = " \t[](){}【】•*#|,;:–—-"


@dataclass(frozen=True, slots=True)
class Series:
    """name: as printed. issue: its number. lines: the indices of those that say so and nothing else."""

    name: str | None = None
    issue: str | None = None
    lines: tuple[int, ...] = ()


def find_series(
    view: View, headline: int | None, trail: Trail | None, known: str | None = None, signed: Sequence[int] = ()
) -> Series:
    """The article's series and issue, as the lines beside the title and the trail of sections have them.

    A line may say both ("Policy Brief No. 9"), or either, with the other in the next. A name without a number is a
    series where it is a publication's ("Research Briefing") or a section's of the trail, or where other lines number
    it, too. known: the series that the title begins with. signed: the lines that name the authors.
    """
    steps = trail.steps if trail else []
    sections = {_singular(step) for step in steps}
    stated = dict(_stated(view, headline, trail, known, sections))
    whole = next((i for i, (name, issue) in stated.items() if name and issue), None)
    if whole is not None:
        name, issue = stated[whole]
        return Series(known or name, issue, (whole,))
    numbered = next((i for i, (_, issue) in stated.items() if issue), None)
    named = None if known else _name_beside(view, headline, stated, numbered, sections)
    name = known or (stated[named][0] if named is not None else None)
    issue = stated[numbered][1] if numbered is not None else None
    if steps and (in_trail := _read_numbered(steps[-1])) and is_publication(in_trail[0]):
        name, issue = name or in_trail[0], issue or in_trail[1]
    title = view.text(headline) if headline is not None else ""
    in_title = _IN_TITLE.match(title) or _AT_END.search(title)
    at_end = in_title is not None and in_title.start() > 0 and is_publication(in_title["name"])
    if in_title and (at_end or _singular(in_title["name"]) in sections):
        name, issue = name or in_title["name"].strip(), issue or in_title["number"]
    if name is None and numbered is not None:
        named = _unmarked_beside(view, headline, numbered, signed)
        name = view.plain(named).strip(_EDGE) if named is not None else None
    if name is None and (part := _part_beside(view, headline)):
        named, name = part
    name = name or _kicker(view, headline) or _last_step(steps, numbered is not None) or _rubric(view, headline)
    if issue is None and (printed := _in_masthead(view, headline)):
        numbered, issue = printed
    return Series(name, issue, tuple(i for i in (named, numbered) if i is not None))


def _in_masthead(view: View, headline: int | None) -> tuple[int, str] | None:
    """The line below a magazine's name, among the page's first, that states its issue alone, and the issue."""
    for i in range(1, min(_MASTHEAD, view.position.prose if headline is None else headline)):
        text = _YEAR_OF_ISSUES.sub("", view.plain(i))
        if view.is_body(i) or len(text) > _LONGEST_LINE:
            continue
        bare = ", ".join(_pieces(text, read_line(text).dates))
        match = _ISSUE.match(bare)
        if match and not any(map(str.isalpha, match["rest"])) and (issue := read_issue(bare)):
            return i, issue
    return None


_MASTHEAD = 4  # lines
# "Anno VI, n. 57" has one number that tells.
_YEAR_OF_ISSUES = re.compile(r"^(?:anno|année|año|ano|jaargang|rok|год)\s[\dIVXLC]{1,6},?\s(?=\S)", re.IGNORECASE)


_Stated = tuple[str | None, str | None]


def _stated(
    view: View, headline: int | None, trail: Trail | None, known: str | None, sections: set[str]
) -> Iterator[tuple[int, _Stated]]:
    """The lines beside the title that state a series, an issue or both, and what.

    What has a number and is neither a publication nor a section is a thing: "World No. 1".
    """
    for i in view.around(headline):
        if i == headline or (trail and i in trail.lines):
            continue
        text = view.plain(i)
        read = read_series_line(text, view.facts[i].dates, known)
        if headline is not None and read is None and abs(i - headline) == 1:
            read = _read_counted(text)
        if read is None and i and _OF_YEAR.fullmatch(text) and _is_called_publication(view.plain(i - 1).strip(_EDGE)):
            read = (None, text.strip())
        if read and read[0] and read[1] and not _BRACKETED.match(text.strip()):
            is_series = is_publication(read[0]) or _singular(read[0]) in sections
            is_series = is_series or _recurs(view, (i, headline), read[0])
            read = read if is_series else _issue_among(text, view.facts[i].dates)
        if read and (not view.is_body(i) or (read[1] and i < view.position.prose) or _LABEL.match(text)):
            yield i, read


def _issue_among(text: str, dates: Sequence[Printed]) -> _Stated | None:
    """The issue that one piece of a line states, beside authors: "Ann Lee | Issue 4"."""
    pieces = list(_pieces(text, dates)) if dates else []
    issue = next((issue for piece in pieces if len(pieces) > 1 and (issue := read_issue(piece))), None)
    return (None, issue) if issue else None


def _unmarked_beside(view: View, headline: int | None, numbered: int, signed: Sequence[int]) -> int | None:
    """The line beside that with the issue's number that is a name and which another line has, too."""
    for i in (numbered - 1, numbered + 1):
        if i < 0 or i in (headline, *signed) or i not in view.facts or view.is_body(i) or view.facts[i].dates:
            continue
        name = view.plain(i).strip(_EDGE)
        if _could_be_name(name) and name.casefold() not in _GENERAL and _recurs(view, (i, headline), name):
            return i
    return None


def _part_beside(view: View, headline: int | None) -> tuple[int, str] | None:
    """The line near the title that is a name and the number of a part, and the name, which another line has, too."""
    if headline is None:
        return None
    for i in range(max(0, headline - _NEAR), min(headline + _NEAR + 1, view.position.prose)):
        if i == headline or i not in view.facts or view.is_body(i):
            continue
        dates = view.facts[i].dates
        match = _PART.fullmatch(", ".join(_pieces(view.plain(i), dates)) if dates else view.plain(i))
        name = match["name"].strip(_EDGE) if match else ""
        if match and _could_be_name(name) and _numbers(view, i, name):
            return i, name
    return None


def _recurs(view: View, but: Sequence[int | None], name: str) -> bool:
    """Whether a line of the site's, and none of those in `but`, has a name of several words, or one with a number or
    another title behind it.
    """
    folded = name.casefold()
    if "," in name or is_calendar_word(folded):
        return False
    others = [text for text in map(str.casefold, view.furniture(*but)) if folded in text]
    if " " in name or (name[0] >= UNSPACED and len(name) >= _LONG_WIDE):
        return bool(others)
    behind = re.compile(rf"(?<!\w){re.escape(folded)}[\]」』】]?{_BEHIND}")
    return any(map(behind.search, others))


def _numbers(view: View, i: int, name: str) -> bool:
    """Whether another line of the site's numbers a name, too."""
    folded = name.casefold()
    counted = re.compile(rf"(?<!\w){re.escape(folded)}{_COUNTED_BEHIND}")
    return any(counted.search(text.casefold()) for text in view.furniture(i))


# Behind a series' name among other articles: "Ledgers #4", "Ledgers: The bridge".
_BEHIND = r"\s?(?:[:：|–—-]\s?\S|[(（]?\d|n\.|no\.|nr|#|№|第|제)"
_COUNTED_BEHIND = (
    r"\s?(?:[|/–—]\s?\d{1,3}(?!\d)|[,|/–—-]?\s?(?:n\.|no\.|nr\.?|#|№|part|teil|folge)\s?\d"
    r"|[(（【]?第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[回話]|[)）】]\s?[|｜]?\s?\w))"
)
_NEAR, _LONG_WIDE = 3, 4
# A number alone counts: "Windows 11", "Cart (0)".
_PART = re.compile(
    r"(?P<name>[^\d|/·,:：（(【\[]{3,40}?)"
    r"(?:\s*[|/·–—-]\s*|\s*[（【]\s*|,?\s+(?=(?:part|teil|parte|partie|deel|del|część|часть|частина)\W))"
    r"(?:(?:part|teil|parte|partie|deel|del|część|часть|частина|第)\.?\s*)?"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[回話]?\s*[）】]?",
    re.IGNORECASE,
)


def _kicker(view: View, headline: int | None) -> str | None:
    """The name right above the title that other articles on the page are headed by, too: "[Village notes] The fair"."""
    if not headline or view.is_body(headline - 1) or view.facts.get(headline - 1, NOTHING).dates:
        return None
    name = view.plain(headline - 1).strip(_EDGE)
    if not _could_be_name(name) or _singular(name) in _GENERAL or not (" " in name or name[0] >= UNSPACED):
        return None
    folded = re.escape(name.casefold())
    heads = re.compile(rf"[\[「『【]{folded}[\]」』】]\s?\w")
    others = sum(heads.search(text.casefold()) is not None for text in view.furniture(headline - 1))
    return name if others >= _FEWEST_HEADED else None


_FEWEST_HEADED = 2  # other articles


def _name_beside(
    view: View, headline: int | None, stated: Mapping[int, _Stated], numbered: int | None, sections: set[str]
) -> int | None:
    """The line that names the series: beside the one with the issue's number, else one that stands alone."""
    beside = (numbered - 1, numbered + 1) if numbered is not None else ()
    named = {i: name for i, (name, _) in stated.items() if name}
    return next(
        (i for i in beside if i in named),
        next((i for i, name in named.items() if _stands_alone(view, i, headline, name, sections)), None),
    )


def read_series_line(text: str, dates: Sequence[Printed] = (), known: str | None = None) -> _Stated | None:
    """The series and the issue's number that a line states and nothing else but a date; None for other lines.

    known: the article's series, which may stand before a number alone.
    """
    if not 2 <= len(text) <= _LONGEST_LINE:
        return None
    if (match := _BRACKETED.match(text.strip())) and not match["name"].isdigit():
        return match["name"].strip(), match["number"]
    if match := _LABELLED.match(text):
        name = match["name"].strip(_EDGE)
        return (name, None) if _could_be_name(name) else None
    if match := _LABELLED_NUMBER.match(text.strip()):
        return None, match["code"]
    pieces = list(_pieces(text, dates))
    bare = ", ".join(pieces)
    if issue := read_issue(bare, known):
        return None, issue
    if numbered := _read_numbered(bare):
        return numbered
    for piece in pieces if len(pieces) > 1 else ():  # beside a subject or an author
        if (numbered := _read_numbered(piece)) and is_publication(numbered[0]):
            return numbered
        if dates and (issue := read_issue(piece)):
            return None, issue
    if _YEAR_AND_NUMBER.fullmatch(bare):
        return None, bare
    if dates and (bare.casefold().rpartition(" ")[2] in _COUNTED or (" " not in bare and not _is_strong(bare))):
        return None
    return (bare, None) if _could_be_name(bare) and _is_called_publication(bare) else None


def is_labelled(text: str) -> bool:
    """Whether a line says with a colon that what follows is a series, and nothing of it: "Serie: Small towns"."""
    match = _LABELLED.match(text)
    return match is not None and ":" not in match["name"]


def _rubric(view: View, headline: int | None) -> str | None:
    """What a line above the title calls the kind of text: "Explainer", right above it but for dates and short lines.

    Press releases and lines in capitals say it from further off.
    """
    if headline is None:
        return None
    between, kicker = 0, None
    for i in range(headline - 1, max(-1, headline - 1 - _RUBRIC_WITHIN), -1):
        if view.is_body(i):
            break
        dates = view.facts.get(i, NOTHING).dates
        for name in _pieces(view.plain(i), dates):
            folded = name.casefold()
            if folded in _RUBRICS and (not between or name.isupper() or " " in name):
                return name
            if not between and name.isupper() and is_publication(name) and len(name.split()) in _KICKER_WORDS:
                kicker = name
        between += not dates
    return kicker


_RUBRIC_WITHIN, _KICKER_WORDS = 6, range(2, 5)


def _read_counted(text: str) -> _Stated | None:
    """A kind of publication and a number right beside the title: "Explainer 14"."""
    name, _, number = text.strip(_EDGE).rpartition(" ")
    last = name.casefold().rpartition(" ")[2]
    if not number.isdigit() or _YEAR.fullmatch(number) or last in _COUNTED or last.endswith("s"):
        return None
    if not _could_be_name(name):
        return None
    return (name, number) if _is_called_publication(name) else None


def _read_numbered(text: str) -> tuple[str, str] | None:
    """The series and the issue's number that a text is. Numbers without a word before them are years' or of series."""
    match = _BEFORE_NUMBER.search(text)
    if match is None:
        return None
    name = text[: match.start()].strip(_EDGE)
    if not _could_be_name(name.removeprefix("The ")):
        return None
    number = text[match.end() :]
    issue = number.strip() if _YEAR_FIRST.fullmatch(number.strip()) else read_issue(number)
    if issue is None and is_publication(name) and _UNMARKED.fullmatch(number) and not _YEAR.fullmatch(number):
        # "Komentarze 11" counts comments.
        issue = number if not number.isdigit() or _is_strong(name) else None
    if not issue or name.casefold() in _GENERAL or _singular(name).rpartition(" ")[2] in _NUMBERED_THINGS:
        return None
    return name, issue


def _is_strong(name: str) -> bool:
    """Whether a name of two words or a compound is a publication's and no section's."""
    said = name.casefold().split()
    return any(map(_COMPOUND.match, said)) or (len(said) > 1 and not _PUBLICATIONS.isdisjoint(said))


def is_publication(name: str) -> bool:
    """Whether one of a name's words is of a kind of publication: "Policy Brief", "Kurzanalyse"."""
    return any(
        word in _KINDS or _COMPOUND.match(word) or (word[-1] >= UNSPACED and word.endswith(_WIDE_KINDS))
        for word in re.findall(r"[^\W\d_]+", name.casefold())
    )


def _is_called_publication(name: str) -> bool:
    """Whether a name ends with the kind of publication, or begins with it: "Policy Brief", "Note de la semaine"."""
    first, _, rest = name.partition(" ")
    if is_publication(name.rpartition(" ")[2]):
        return True
    second = rest.partition(" ")[0]
    if name.isupper():
        return is_publication(first) and second in _OF
    return is_publication(first) and (second[:1].islower() or _ACRONYM.fullmatch(second) is not None)


def _pieces(text: str, dates: Sequence[Printed]) -> Iterator[str]:
    """The pieces of a line between signs, but for its dates, months with a year, and numbers of pages."""
    for date in sorted(dates, key=lambda each: -each.start):
        text = f"{text[: date.start]} | {text[date.end :]}"
    for piece in _PIECES.split(text):
        bare = (piece.strip(" \t[]•*|,;") if "(" in piece else piece.strip(_EDGE)).lstrip(". ")
        month, _, year = bare.partition(" ")
        if bare and not _PAGES.fullmatch(bare) and not (is_calendar_word(month.casefold()) and _YEAR.fullmatch(year)):
            yield bare


def _could_be_name(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(name) <= _LONGEST_NAME
        and 1 <= len(words) <= _MOST_WORDS
        and (name[0].isupper() or name[0].upper() == name[0].lower())
        and name[0].isalpha()
        and (name[-1].isalnum() or name[-1] in ")»”")
        and not any(map(str.isdigit, name))
        and words[0].casefold() not in _INVITES
        and words[-1].upper() not in _OF  # "Boletín de", before a day
    )


def _stands_alone(view: View, i: int, headline: int | None, name: str, sections: set[str]) -> bool:
    """Whether a name without a number is that of the article's series, and no link or section."""
    if headline is None or view.is_body(i) or i - headline > _BELOW:
        return False
    if _LABEL.match(view.plain(i)) or (view.facts[i].dates and abs(i - headline) == 1):
        return True
    if sum(not view.facts[j].dates for j in range(i + 1, headline)) >= _ABOVE:
        return False
    own = _singular(name)
    if " " not in name and not _COMPOUND.match(name.casefold()):
        return own in sections and name.casefold() not in _GENERAL
    if not _is_strong(name):
        return False
    is_plural = own.rpartition(" ")[2] != _folded(name).rpartition(" ")[2] and _folded(name)[-1] in "sn"
    return not is_plural or own in sections or sum(line.text.strip(_EDGE) == name for line in view.page.lines) > 1


def _last_step(steps: Sequence[str], is_numbered: bool) -> str | None:
    """The section that holds the article, where it is a series: numbered, or with its house's initials."""
    if is_numbered and steps and steps[-1].casefold() in _RUBRICS:
        return steps[-1]
    if not steps or not is_publication(steps[-1]) or " " not in steps[-1]:
        return None
    is_houses = any(map(_ACRONYM.fullmatch, steps[-1].split())) and not steps[-1].isupper()
    return steps[-1] if is_numbered or is_houses else None


def read_issue(text: str, series: str | None = None) -> str | None:
    """The number in a line that states nothing but an issue: "no. 2/2019" is 2/2019, "Vol. 3, No. 2" both parts.

    series: the article's, which may stand before a number alone: "Policy Brief 7/2019".
    """
    if len(text) > 60:
        return None
    if series is not None and text.casefold().startswith(series.casefold()):
        bare = _BARE_NUMBER.fullmatch(text, len(series))
        return bare[1] if bare else read_issue(text[len(series) :])
    match = _ISSUE.match(text)
    if match is None or (any(map(str.isalpha, match["rest"])) and len(match["rest"].split()) > 2):
        return None
    number = match["number"] or match["han"] or match["hangul"]
    if match["han"] and match["rest"] and "回" in text:
        return None  # "第104回全国高校野球選手権" counts an event
    if match["volume"]:
        return text.strip(" ()•*.,")
    return number.strip()


def split_series(title: str, sections: Iterable[str], publisher: str | None = None) -> tuple[str | None, str]:
    """The series that a title begins with, and the title without it; None and the title where it has none.

    sections: what on the page can name a series: steps of the breadcrumb and links of the navigation. Up to case and
    plural one of them must be the words before the colon, and these must speak of a publication ("Brief", "Kolumne")
    or bear an acronym, and no number, for sections are called after places and things as well; or they are the
    publisher's name. Other colons belong to the title.
    """
    match = _COLON.match(title)
    if match is None:
        return None, title
    series = (match["series"] or match["bar"]).strip()
    rest = (match["title"] or match["rest"]).strip()
    wanted = _singular(series)
    if publisher and wanted == _singular(publisher):
        return series, rest
    if any(map(str.isdigit, series)):
        return None, title  # "ABC 15 Review: ..." is of a thing that has a page of its own
    if series.casefold() in _GENERAL:
        return None, title  # "Opinion: ..." as newspapers print it
    kind = any(word.casefold() in _KINDS for word in re.findall(r"[\w&]+", series))
    kind = kind or any(map(_ACRONYM.fullmatch, series.split()))  # "LTE-Strategie" is a subject
    return (series, rest) if kind and wanted in {_singular(name) for name in sections} else (None, title)


def _singular(name: str) -> str:
    """Case folded and without accents, each word without the plural endings of the languages that put one there."""
    return " ".join(re.sub(r"(?<=\w{3})(?:es|s|en|er|e|n|y|i)$", "", word) for word in _folded(name).split())


def _folded(name: str) -> str:
    marks = unicodedata.normalize("NFKD", name.casefold().strip(" .:•*·#>-|"))
    return "".join(char for char in marks if not unicodedata.combining(char))
