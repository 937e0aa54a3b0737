"""Which line of a page is its title, where no markup says so."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from copydesk.desk import roles
from copydesk.desk.features import Column, Matrix
from copydesk.desk.metadata.breadcrumb import opens_trail
from copydesk.desk.metadata.byline import credits_picture, read_bare_name, read_placed_byline
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.lexicon import any_of, lower, words
from copydesk.desk.metadata.masthead import is_menu, is_of_press
from copydesk.desk.metadata.position import length
from copydesk.desk.metadata.reading import read_reading_time
from copydesk.desk.metadata.same import same_title
from copydesk.desk.metadata.sentence import ends_statement, goes_on
from copydesk.desk.metadata.series import is_labelled, is_publication, read_series_line
from copydesk.desk.metadata.title import is_called, names_book, without_tail
from copydesk.desk.metadata.view import View
from copydesk.desk.trees import Trees

_TOKEN = re.compile(r"[^\W_]{4,}")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"^(?:[•*·◦▪‣○●■□►▶+»>]|-\s|\d{1,2}[.)]\s)")
_POINT = re.compile(r"[•●■▪]\s")
_LETTER = re.compile(r"[^\W\d_]")
_FURNITURE = words("headline", "furniture")
_LONGEST = 300  # characters
# Lines from the body's first paragraph: 96 in 100 of the printed titles measured stand within them. Below it, because
# teasers and standfirsts that the judge took for body come before some titles.
_ABOVE, _BELOW = 120, 25
_OPENING = 20  # lines of the body whose words a title shares
# Of 1,827 titles that rank first none has less than -2.6; what ranks first with less than this is none.
_LEAST_ODDS = -3.5
# Of two lines in a row that may be the title as well, by so much in their odds, the upper was it three times in four: a
# title stands above its standfirst.
_STANDFIRST = 0.5
_FEW = 2  # lines of more than two words are enough to choose from: menus are most lines of a page, and no titles
# Below the first paragraph no title measured was longer, or a line that the judge was as sure of.
_LONGEST_BELOW, _SUREST_BELOW = 22, 0.95
_BODY = 0.5  # certainty
_REACH = 8  # lines before and after a line that its features look at

COLUMNS = (
    "distance", "near", "from top", "position", "share", "share by words", "less share", "less share by words",
    "repeated", "tokens", "of address", "less of address", "address", "less address", "ends as another",
    "stamp after", "less stamp after", "stamp before", "dated", "words", "less words", "length", "full stop",
    "colon", "bullet", "furniture", "small letter", "small letters", "question", "in another line", "twice", "indent",
    "gap", "gap after", "certainty", "certainty before", "certainty after", "certainty of 4 before",
    "certainty of 8 after", "words of 3 before", "words after", "body before", "body after",
)  # fmt: skip


def find_headline(view: View, stated: str | None = None) -> int | None:
    """The index of the title's line; None where the page has no line that could be one.

    stated: the title as the publisher states it: then the line that says the same, if any.
    """
    if stated is not None:
        return next((i for i in (*view.head, *view.below) if same_title(without_tail(view.text(i)), stated)), None)
    if (called := _called(view)) is not None:
        return called
    indices, features = candidates(view)
    if not indices:
        return None
    odds = _trees().odds(features)
    likely = (row for row in ranked(indices, odds) if odds[row] > _LEAST_ODDS)
    able = [indices[row] for row in likely if _may_be_taken(view, indices[row])]
    # "Climate Report 2/2019" is the title where no other line may be it.
    able = [i for i in able if not _names_issue(view.text(i), view.facts.get(i, NOTHING))] or able
    # The result of a match, where a headline stands beside it.
    able = [i for i in able if not _RESULT.fullmatch(view.text(i))] or able
    # Above a photographer's name stands a caption, or the title where nothing else may be it.
    best = next((i for i in able if not _is_above_credit(view, i)), able[0] if able else None)
    while best is not None and _POINT.match(view.text(best)) and best - 1 in able:
        best -= 1  # the points below a title
    return best + 1 if best is not None and _is_cut_above(view, best) else best


# "Borussia Example 3 - 2 SV Sample": names, and no word that a headline has besides.
_CLUB = r"[^\W\d_a-zß-ÿ]\S{1,20}(?: (?:de|do|da|del|du|of|[^\W\d_a-zß-ÿ]\S{0,20})){0,5}"
_RESULT = re.compile(rf"{_CLUB} \d{{1,3}}\s?[-–:]\s?\d{{1,3}} {_CLUB}")


def _is_above_credit(view: View, i: int) -> bool:
    return i + 1 < view.position.prose and _PHOTOGRAPHER.match(lower(view.text(i + 1))) is not None


def _called(view: View) -> int | None:
    """The line that is called the title among other fields, as at the head of mail and of databases' documents."""
    texts = [line.text for line in view.page.lines[: view.position.prose + 1]]
    return next(
        (
            i
            for i, text in enumerate(texts[:-1])
            if len(text) <= _LONGEST and is_called(text, texts[max(0, i - _NEAR_FIELD) : i + _NEAR_FIELD + 1])
        ),
        None,
    )


_NEAR_FIELD = 4  # lines


def _is_cut_above(view: View, i: int) -> bool:
    """Whether a line is the beginning of the title that stands below it, as the last step of a breadcrumb is.

    In Latin letters only below other steps: what goes on below is a picture's words or a card's more often.
    """
    if i + 1 >= view.position.prose:
        return False
    text, below = view.text(i), view.text(i + 1)
    return (
        len(text) >= _SHORTEST_TITLE
        and ((not text.isascii() and _WIDE.match(text) is not None) or _ends_steps(view, i))
        and len(text) < len(below) <= _LONGEST
        and below.startswith(text)
        and not _BEFORE_SITE.match(below, len(text))
        and not ends_statement(below)
        and _may_be_taken(view, i + 1)
    )


def _ends_steps(view: View, i: int) -> bool:
    """Whether a few words stand above a line twice or more, as the steps of a breadcrumb do."""
    above = range(max(0, i - _FEWEST_STEPS), i)
    return len(above) == _FEWEST_STEPS and all(
        (text := view.text(j)).count(" ") < _WORDS_OF_A_STEP
        and text[-1].isalnum()
        and not view.facts.get(j, NOTHING).dates
        for j in above
    )


_FEWEST_STEPS, _WORDS_OF_A_STEP = 2, 4


def wrapped_below(view: View, i: int) -> int | None:
    """The line that a title goes on in, where a hard wrap broke it: small letters between it and a byline or date."""
    below = i + 1
    if below + 1 >= len(view.page.lines) or below >= view.position.prose or view.page.tree is not None:
        return None
    text, rest = view.text(i), view.text(below)
    if (
        len(text) < _NARROWEST
        or ends_statement(text)
        or goes_on(text)
        or len(rest) >= len(text)
        or _no_rest(view, below)
    ):
        return None
    stamp = view.facts.get(below + 1, NOTHING)
    is_signed = stamp.byline is not None and stamp.byline.explicit and stamp.byline.opens
    return below if is_signed or (stamp.dates and stamp.rest <= _MOST_BESIDE_STAMP) else None


def _no_rest(view: View, i: int) -> bool:
    """Whether a line states something of its own, is one of the site's, or stands elsewhere, too."""
    text, fact = view.text(i), view.facts.get(i, NOTHING)
    if not text[0].islower() or fact.dates or fact.byline or fact.minutes or ends_statement(text) or ":" in text:
        return True
    if not _FURNITURE.isdisjoint(lower(text).split()) or roles.is_button(lower(text)):
        return True
    return any(line.text == text for j, line in enumerate(view.page.lines) if j != i)


_NARROWEST = 30  # characters of a line that was wrapped


def ranked(indices: Sequence[int], odds: Column) -> list[int]:
    """The rows of the candidates, the likeliest first. indices: their lines. odds: the trees', of each."""
    rows: list[int] = np.argsort(-odds, kind="stable").tolist()
    best = rows[0]
    if best and indices[best - 1] + 1 == indices[best] and odds[best] - odds[best - 1] < _STANDFIRST:
        rows.remove(best - 1)
        rows.insert(0, best - 1)
    return rows


def _may_be_taken(view: View, i: int) -> bool:
    """Whether a candidate can be the title, which is then no line of the body.

    Of the pages measured none had its title below the body's first paragraph, whatever ranked first there; and what
    the judge took for body and ends with a full stop or a comma was a sentence of it. Bylines, dates and captions are
    no titles.
    """
    text, prose = view.text(i), view.position.prose
    if i > prose or (view.is_body(i) and (ends_statement(text) or goes_on(text))) or _is_sites(view, i):
        return False
    if roles.is_button(lower(text)):
        return False
    fact = view.facts.get(i, NOTHING)
    if fact.byline and fact.byline.explicit and fact.byline.opens:
        names = sum(map(length, fact.byline.names))
        is_stamped = fact.dates or view.facts.get(i + 1, NOTHING).dates  # after the day, or the place above it
        return length(text) - names > _MOST_BESIDE_NAMES + (_WORDS_OF_A_DATE if is_stamped else 0)
    if fact.dates and fact.rest == 0 and fact.byline is None:
        return False
    if view.facts.get(i + 1, NOTHING).dates and read_placed_byline(text):
        return False
    return not credits_picture(text) and not _ENDS_IN_CREDIT.search(lower(text)) and not _signs(view, i)


def _signs(view: View, i: int) -> bool:
    """Whether a line above a date names two people or more, and what each did: "Ann Lee (now), Bo Chan (earlier)"."""
    text = view.text(i)
    if "(" not in text or len(text) > _LONGEST_OF_NAMES or not view.facts.get(i + 1, NOTHING).dates:
        return False
    byline = read_bare_name(text)
    if byline is None or len(byline.names) == 1:
        return False
    return length(text) - sum(map(length, byline.names)) <= _MOST_BESIDE_NAMES


_LONGEST_OF_NAMES = 80  # characters


_MOST_BESIDE_NAMES, _WORDS_OF_A_DATE = 4, 6


def _is_sites(view: View, i: int) -> bool:
    """Whether a line is plainly none of the article's words.

    It is a breadcrumb or a menu, a time, a number with a date, a question for consent, a caption, the site's slogan,
    or the name of the holder of its rights.
    """
    text, lines = view.text(i), view.page.lines
    below = lines[i + 1].text if i + 1 < view.position.prose else ""
    if _TIMED.match(text) or not _LETTER.search(text) or _CONSENT.fullmatch(lower(text)):
        return True
    if _RATES.search(text) or _FEED.match(text) or _opens_mail(lower(text)) or _is_reading_time(text):
        return True
    fact = view.facts.get(i, NOTHING)
    if fact.dates:
        day = fact.dates[0]
        if _NUMBERED.search(lower(text)) or (day.time and _WEEKDAY.fullmatch(text, 0, day.start)):
            return True
        is_stamp = day.time and fact.rest <= _MOST_BESIDE_STAMP
        before = text[: day.start].strip(" -–—|·•:,") if is_stamp else ""
        if before and (before.isupper() or any(line.text == before for line in lines[:i])):
            return True  # "THE PLANET - Jan 23, 2020 - 20:51 | World, All"
    if (
        opens_trail(view.plain(i))
        or _STEPS.search(view.plain(i))
        or _SLASHES.match(view.plain(i))
        or _leads_to(text, below)
        or text.count(" | ") >= _LINKS_OF_A_MENU
        or is_menu(text)
        or _JAPANESE_CAPTION.search(text)
    ):
        return True
    if _LABELLED_PICTURE.match(text) or names_book(text):
        return True
    credit = _BRACKETS.search(text)
    if credit and any(credit["who"] in line.text for line in lines[: min(i, _MASTHEAD)]):
        return True
    first, *others = text.split()
    is_slogan = len(others) >= _WORDS_OF_A_SLOGAN - 1 and first.islower() and first.isalpha() and i > 0
    if is_slogan and _SHORTEST_NAME <= len(name := lines[i - 1].text) < len(text) and _opens_imprint(view, name):
        return True  # a slogan below the site's name
    return i < _MASTHEAD and _is_of_masthead(view, i)


_MOST_BESIDE_STAMP = 5  # words


def _is_reading_time(text: str) -> bool:
    """Whether a line says how long reading takes, and nothing else."""
    stated = read_reading_time(text)
    return stated is not None and not _LETTER.search(text[: stated[1]] + text[stated[2] :])


def _opens_mail(folded: str) -> bool:
    """Whether a line offers to show a mail in the browser."""
    return _BROWSER.search(folded) is not None and _MAILED.search(folded) is not None


def _is_of_masthead(view: View, i: int) -> bool:
    """Whether one of the page's first lines is the site's name or slogan, or the window's title."""
    text, lines = view.text(i), view.page.lines
    if i == 0 and (named := _SLOGAN.match(text)) and _closes(view, named["name"]):
        return True
    if _FOUNDED.match(lower(text)) or _opens_trail_below(view, i):
        return True
    if i == 0 and _names_house(view):
        return True
    for line in lines[i + 1 : view.position.prose]:  # the window's title, above the article's
        if (
            len(line.text) >= _SHORTEST_TITLE
            and text.startswith(line.text)
            and _BEFORE_SITE.match(text, len(line.text))
        ):
            return True
    slogan = i > 0 and text[0].islower() and text.split(None, 1)[0].islower() and len(lines[i - 1].text) < len(text)
    return slogan or any("©" in line.text and text in line.text for line in lines[i + 1 :])


def _names_issue(text: str, fact: Facts) -> bool:
    """Whether a line is the series and the issue, or the series in brackets: "[ Policy Brief ]"."""
    read = read_series_line(text, fact.dates)
    if read is None:
        return False
    name, issue = read
    return name is None or is_labelled(text) or (is_publication(name) and (issue is not None or text[0] in "[【"))


def _names_house(view: View) -> bool:
    """Whether the first line is a house's name, perhaps behind its initials, that a line below opens with."""
    *initials, name = view.plain(0).split(" | ")
    return is_of_press(name) and all(" " not in piece for piece in initials) and _opens_imprint(view, name)


def _opens_trail_below(view: View, i: int) -> bool:
    """Whether a line is the site's name, with which the steps of a breadcrumb below it begin."""
    text = view.plain(i)
    below = (view.plain(j) for j in range(i + 1, min(i + 1 + _NEAR_TRAIL, view.position.prose)))
    return any(line.startswith(text) and _STEP_AFTER.match(line, len(text)) for line in below)


_NEAR_TRAIL, _STEP_AFTER = 6, re.compile(r"\s{1,3}(?:[>›»]|&gt;)\s")
# "Serving the fen villages since 1887", and no "Worst harvest since 1945".
_FOUNDED = re.compile(
    r"(?:serving|established|founded|informing|printed|published|est\.|gegründet|unabhängig|fondée?|fundad[oa]|fondat[oa]"
    r"|opgericht|grundad|diario|diário|jornal|periódico|quotidiano|quotidien|zeitung|tageszeitung|gazeta|dziennik|газета)\b"
    r".{0,60}\b(?:since|in|seit|depuis|en|desde|dal|sinds|sedan|od|с)? ?(?:1[789]|20)\d\d$"
)


def _leads_to(trail: str, below: str) -> bool:
    """Whether a line ends as the one below begins, after other words: the steps to a title that is cut."""
    words = trail.split()
    tails = (" ".join(words[first:]) for first in range(1, len(words) - _WORDS_OF_A_CUT_TITLE + 1))
    return any(len(tail) >= _SHORTEST_TITLE and tail != below and below.startswith(tail) for tail in tails)


_WORDS_OF_A_CUT_TITLE = 3


def _opens_imprint(view: View, name: str) -> bool:
    """Whether a line below the body is a name, or begins with it and a sign."""
    for line in view.page.lines[view.position.end :]:
        text = _COPYRIGHT.sub("", line.text.strip("*_ "))
        if text.startswith(name) and text[len(name) : len(name) + 1] in ("", ".", ",", " "):
            return True
    return False


_WORDS_OF_A_SLOGAN, _SHORTEST_NAME = 4, 6
_COPYRIGHT = re.compile(r"^(?:copyright )?©[\d\s–-]*", re.IGNORECASE)


def _closes(view: View, name: str) -> bool:
    """Whether a name is a newspaper's, or a line around the body's end or below it bears it."""
    return is_of_press(name) or any(name in line.text for line in view.page.lines[max(1, view.position.end - 2) :])


# "The Planet: news and sport from the islands", as the first line of a page.
_SLOGAN = re.compile(r"(?P<name>[^\W\d_a-zß-ÿ][^:|]{2,40})(?::| [–—|-]{1,2}) [a-zß-ÿ].*[a-zß-ÿA-Z]$")
_STEPS = re.compile(r"\s[>›]\s.{1,60}\s[>›]\s")  # of a breadcrumb
_SLASHES = re.compile(r"[^/]{1,40}(?: / [^/]{1,80}){2,}$")
# "USD 541,20 EUR 597,85", "#Example RSS" as lynx prints a page's feeds, and what opens a mail.
_CURRENCY = r"(?:USD|EUR|GBP|CHF|JPY|CNY|RUB|UAH|KZT|BYN|PLN|CZK|HUF|TRY|INR|BRL|ARS|MXN)"
_RATES = re.compile(rf"\b{_CURRENCY} \d{{1,5}}[.,]\d\d(?!\d)\D{{1,12}}\b{_CURRENCY} \d{{1,5}}[.,]\d\d(?!\d)")
_FEED = re.compile(r"#\S.{0,60}\b(?:RSS|Atom|Feed)$")
_MAILED = re.compile(
    r"\b(?:e-?mails?|newsletters?|mails?|nachricht|correo|mensaje|mensagem|lettre|infolettre|wiadomość|письмо)\b"
)
_BROWSER = re.compile(r"\b(?:browser|navigateur|navegador|webbläsare|webbläsaren|przeglądarce|браузере)\b")
_TIMED = re.compile(r"\d{1,2}[.:]\d\d\s")  # of a live report's entries
_WEEKDAY = re.compile(r"(?:[^\W\d_]{2,12}[.,]? ?)?")  # before a day
_NUMBERED = re.compile(r"(?:№|\bn[or]\.|\bn[°º]|\bissue|\bheft)\s?\d")  # with a date: the issue of a series
_CONSENT = re.compile(any_of("headline", "consent") + r"\W*")
# A caption says after the sign when and where a picture was taken.
_LABELLED_PICTURE = re.compile(
    r"(?:写真・図版|写真|図版|図|イラスト|사진)[\s:：＝】]"
    r"|(?:mapa|wykres|tabela|tabelle|abbildung|abb|karte|figure|fig|table|tableau|carte|gráfico|tabla|grafico|tabella|figur"
    r"|рис|карта|таблица)(?: \d{1,2})?[.:]\s",
    re.IGNORECASE,
)
_PICTURES = r"(?:촬영|사진|撮影|写真|摄影|photos?|fotos?|fot\.|фото|تصوير|images?|picture|bild|imagen|immagine)"
_PHOTOGRAPHER = re.compile(rf"[\[(]\s?{_PICTURES}[\s:：=/]")
_ENDS_IN_CREDIT = re.compile(
    rf"[(\[]\s?{_PICTURES}\s?(?:[:：=/]|by\s|von\s|par\s|di\s|por\s)\s?\w[^()\[\]]{{1,60}}[)\]]$"
)
_JAPANESE_CAPTION = re.compile("＝[^＝]{0,20}(?:日|午前|午後|撮影)")
_BRACKETS = re.compile(r"\((?P<who>[^\d()]{3,30})\)$")
_LINKS_OF_A_MENU = 3
_SHORTEST_TITLE, _BEFORE_SITE = 10, re.compile(r"\s[|»·•—–-]\s|[|_-]")
_MASTHEAD = 3  # lines from the page's first that bear the site's name and slogan


@cache
def _trees() -> Trees:
    """Of boosted trees that rank the candidates of a page, made by training/headline.py."""
    with (files("copydesk") / "models" / "headline.npz").open("rb") as file, np.load(file) as stored:
        return Trees.from_arrays(dict(stored))


def candidates(view: View) -> tuple[list[int], Matrix]:
    """The lines around the body's beginning that can be its title, and a row of features for each: see COLUMNS."""
    position, lines = view.position, view.page.lines
    low, high = max(0, position.prose - _ABOVE), min(len(lines), position.prose + _BELOW + 1)
    certainty = [v.score if v.role.is_body else 1 - v.score for v in view.verdicts[low:high]]
    able = _able(view, low, certainty) if position.first < position.end else []
    if not able:
        return [], np.zeros((0, len(COLUMNS)), np.float32)
    places = np.array(able)
    words_, length, full_stop, colon, bullet, furniture, small, smalls, question, indent, gap, gap_after = _wording(
        view, low, able
    )
    share, repeated, tokens, elsewhere, twice, of_address, address, ends = _shared(view, low, certainty, able)
    after, before, dated = _stamps(view, low + places)
    by_words = share * np.minimum(words_, 10)
    distance = position.prose - low - places
    columns = (
        np.sign(distance) * np.log1p(np.abs(distance)),
        np.where(distance > 0, 1 / np.maximum(distance, 1), 0),
        np.arange(len(able)),
        np.log1p(low + places),
        share,
        by_words,
        share - share.max(),
        by_words - by_words.max(),
        repeated,
        tokens,
        of_address,
        of_address - of_address.max(),
        address,
        address - address.max(),
        ends,
        after,
        after - after.max(),
        before,
        dated,
        words_,
        words_ - words_.max(),
        length,
        full_stop,
        colon,
        bullet,
        furniture,
        small,
        smalls,
        question,
        elsewhere,
        twice,
        indent,
        gap,
        gap_after,
        *_surroundings(view, low, certainty, places),
    )
    return [low + i for i in able], np.array(columns, np.float32).T


def _able(view: View, low: int, certainty: Sequence[float]) -> list[int]:
    """The lines that can be a title, counted from `low`."""
    lines, lengths, below = view.page.lines, view.position.lengths, view.position.prose - low
    able = []
    for i, sure in enumerate(certainty):
        text = lines[low + i].text
        if len(text) > _LONGEST or not _LETTER.search(text):
            continue
        if i >= below and (lengths[low + i] > _LONGEST_BELOW or sure > _SUREST_BELOW or text[-1] in ".。"):
            continue
        able.append(i)
    longer = [i for i in able if lengths[low + i] > _FEW]
    return longer if len(longer) > _FEW else able


def _wording(view: View, low: int, able: Sequence[int]) -> Matrix:
    lines, lengths = view.page.lines, view.position.lengths
    rows = []
    for i in able:
        line = lines[low + i]
        text = line.text
        pieces = text.casefold().split()
        rows.append(
            (
                min(lengths[low + i], 40.0),
                len(text),
                text[-1] in ".。",
                ": " in text,
                _BULLET.match(text) is not None,
                len(_FURNITURE.intersection(pieces)) / len(pieces),
                text[0].islower(),
                sum(piece[0].islower() for piece in text.split()) / len(pieces),
                text[-1] in "?!？！",
                min(line.indent, 8),
                min(line.gap, 4),
                min(lines[low + i + 1].gap, 4) if low + i + 1 < len(lines) else 0,
            )
        )
    return np.array(rows, np.float32).T


def _shared(view: View, low: int, certainty: Sequence[float], able: Sequence[int]) -> Matrix:
    """For each line, what its words have in common with the body's beginning, the address and the lines around it.

    The share of its words that the body has, and has twice; their number; whether another line that is none of the
    body contains it; and whether one equals it; the share of its words that the address has, and of the address's that
    it has; and whether it ends as another line reads. A line of the body does not count as the body that it is compared
    with.
    """
    position, lines = view.position, view.page.lines
    furniture = [line.text.casefold() for line, sure in zip(lines[low:], certainty, strict=False) if sure < _BODY]
    end = min(position.end, position.prose + _OPENING)
    body = Counter(_tokens("\n".join(line.text for line in lines[position.prose : end]).casefold()))
    times, everything = dict(Counter(furniture)), "\n".join(furniture)
    slug = _words_of_address(view.url)
    texts = [lines[low + i].text.casefold() for i in able]
    endings = tuple(set(texts))
    rows = []
    for i, folded in zip(able, texts, strict=True):
        tokens = set(_tokens(folded))
        own = position.prose <= low + i < end
        counts = [body[token] - own for token in tokens if token in body]
        known = max(1, len(tokens))
        some, more = len(counts) - counts.count(0), sum(count > 1 for count in counts)
        alike = times.get(folded, 0)
        in_address = len(tokens & slug)
        rows.append(
            (
                some / known,
                more / known,
                min(len(tokens), 10),
                everything.count(folded) > alike,
                alike > 1,
                in_address / known,
                in_address / max(1, len(slug)),
                folded[1:].endswith(endings),
            )
        )
    return np.array(rows, np.float32).T


def _words_of_address(url: str | None) -> set[str]:
    """The words of that part of an address's path that has most: often the title's."""
    try:
        path = unquote(urlsplit(url or "").path).casefold()
    except ValueError:
        return set()
    return max((set(_TOKEN.findall(part)) for part in path.split("/")), key=len)


def _tokens(folded: str) -> list[str]:
    tokens = _TOKEN.findall(folded)
    if folded.isascii() or not _WIDE.search(folded):
        return tokens
    tokens = [word for word in tokens if not _WIDE.match(word)]
    return tokens + [one + two for one, two in pairwise(_WIDE.findall(folded))]


def _stamps(view: View, lines: NDArray[np.int64]) -> tuple[Column, Column, Column]:
    """How near the next date or byline is below each line, and above it (1 next to it, 0: none); which are dates."""
    stamped = np.array([-_NOWHERE, *sorted(i for i, fact in view.facts.items() if _is_stamp(fact)), _NOWHERE])
    after = 1 / (stamped[np.searchsorted(stamped, lines, "right")] - lines)
    before = 1 / (lines - stamped[np.searchsorted(stamped, lines, "left") - 1])
    dated = np.array([float(bool(view.facts.get(i, NOTHING).dates)) for i in lines.tolist()])
    return np.round(after, 4), np.round(before, 4), dated


_NOWHERE = 10**9


# Means over the lines that there are from one place to another, counted from a line: of the certainties (1), the
# lengths (2) or the lengths of what the judge took for body (3); and the most that a mean counts for.
_MEANS = (
    (1, 0, 1, 1), (1, -1, 0, 1), (1, 1, 2, 1), (1, -4, 0, 1), (1, 1, _REACH + 1, 1),
    (2, -3, 0, 20), (2, 1, 2, 40), (3, -_REACH, 0, 40), (3, 1, _REACH + 1, 40),
)  # fmt: skip


def _surroundings(view: View, low: int, certainty: Sequence[float], places: NDArray[np.int64]) -> NDArray[np.float64]:
    """What the judge thinks of the lines around each, and how long they are: a row for each of _MEANS."""
    lengths = view.position.lengths[low : low + len(certainty)]
    body = [
        length if verdict.role.is_body else 0.0
        for length, verdict in zip(lengths, view.verdicts[low : low + len(certainty)], strict=True)
    ]
    sums = np.zeros((4, len(certainty) + 2 * _REACH + 3))
    sums[:, _REACH + 2 : -_REACH - 1] = (np.ones(len(certainty)), certainty, lengths, body)
    np.cumsum(sums, axis=1, out=sums)
    of, start, stop, most = np.array(_MEANS).T[:, :, None]
    first, last = places + (_REACH + 1 + start), places + (_REACH + 1 + stop)
    means = (sums[of, last] - sums[of, first]) / np.maximum(1, sums[0, last] - sums[0, first])
    capped: NDArray[np.float64] = np.minimum(means, most)
    return capped


def _is_stamp(fact: Facts) -> bool:
    """A line that is a date or a byline."""
    return bool(fact.dates and fact.rest <= 6) or bool(fact.byline and fact.byline.explicit)
