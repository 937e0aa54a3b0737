"""Which line of a page is its title, where no markup says so."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from copydesk.desk.judging.features import Column
from copydesk.desk.judging.trees import Trees
from copydesk.desk.metadata.bylines.byline import read_bare_name
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.lexicon import lower
from copydesk.desk.metadata.sentence import ends_statement, goes_on
from copydesk.desk.metadata.series import is_labelled, is_publication, read_series_line
from copydesk.desk.metadata.titles.headline_features import FURNITURE, LONGEST, WIDE, candidates
from copydesk.desk.metadata.titles.no_headline import (
    BEFORE_SITE,
    MOST_BESIDE_STAMP,
    PHOTOGRAPHER,
    SHORTEST_TITLE,
    is_house,
    may_be_taken,
    numbers_release,
)
from copydesk.desk.metadata.titles.same import said_twice, same_title
from copydesk.desk.metadata.titles.subtitle import is_stamp
from copydesk.desk.metadata.titles.title import is_called, without_tail
from copydesk.desk.metadata.view import View
from copydesk.desk.naming import roles

_POINT = re.compile(r"[•●■▪]\s")
# Of 1,827 titles that rank first none has less than -2.6; what ranks first with less than this is none.
_LEAST_ODDS = -3.5
# Of two lines in a row that may be the title as well, by so much in their odds, the upper was it three times in four: a
# title stands above its standfirst.
_STANDFIRST = 0.5


def find_headline(view: View, stated: str | None = None) -> int | None:
    """The index of the title's line; None where the page has no line that could be one.

    stated: the title as the publisher states it: then the line that says the same, if any.
    """
    if stated is not None:
        lines = (*view.head, *view.below)
        same = next((i for i in lines if same_title(without_tail(view.text(i)), stated)), None)
        return same if same is not None else next((i for i in lines if _has_kicker(view, i, stated)), None)
    if (called := _called(view)) is not None:
        return called
    indices, features = candidates(view)
    if not indices:
        return None
    odds = _trees().odds(features)
    likely = (row for row in ranked(indices, odds) if odds[row] > _LEAST_ODDS)
    able = _standfirst_last([row for row in likely if may_be_taken(view, indices[row])], indices, odds)
    # "Climate Report 2/2019" is the title where no other line may be it.
    able = [
        i for i in able if not (_names_issue(view.text(i), view.facts.get(i, NOTHING)) or numbers_release(view.text(i)))
    ] or able
    # The name of the house, above its headline.
    able = [i for i in able if not is_house(view, i)] or able
    # What other lines number, "Harbour Diary (2)", is the series.
    able = [i for i in able if not _is_numbered_elsewhere(view, i)] or able
    # The result of a match, where a headline stands beside it.
    able = [i for i in able if not _RESULT.fullmatch(view.text(i))] or able
    # Above a photographer's name stands a caption, or the title where nothing else may be it.
    best = next((i for i in able if not _is_above_credit(view, i)), able[0] if able else None)
    if best is not None and best - 1 in able and _is_standfirst(view, best, dict(zip(indices, odds, strict=True))):
        best -= 1
    while best is not None and _POINT.match(view.text(best)) and best - 1 in able:
        best -= 1  # the points below a title
    return best + 1 if best is not None and _is_cut_above(view, best) else best


def _has_kicker(view: View, i: int, title: str) -> bool:
    """Whether a line is the page's heading, with a few words and a sign before the title: "Leeds: Pool opens"."""
    element = view.page.lines[i].element
    if element is None or element.tag != "h1" or not view.text(i).endswith(title):
        return False
    kicker = view.text(i).removesuffix(title).strip()
    return kicker[-1:] in _KICKER_ENDS and len(kicker) <= _LONGEST_KICKER


_KICKER_ENDS, _LONGEST_KICKER = frozenset(":.|–—-›»•·"), 40  # characters


def _is_standfirst(view: View, i: int, odds: Mapping[int, float]) -> bool:
    """Whether the likeliest line stands between one that is as long as a headline, and may be it, and a byline or date.

    Sections, kickers and houses' names, which stand above titles, are shorter. odds: the trees', of each line's index.
    """
    upper, text = view.text(i - 1), view.text(i)
    if view.position.lengths[i - 1] < _WORDS_OF_A_HEADLINE or _NO_HEADLINE.search(upper) or _say_the_same(upper, text):
        return False
    if said_twice(upper) or any(text in line.text for j, line in enumerate(view.page.lines) if j != i):
        return False  # a picture's words; or the title, which a breadcrumb, a menu or the window prints, too
    if odds[i - 1] < _COULD_BE or odds[i] - odds[i - 1] > _MOST_LESS:
        return False
    for j in range(i + 1, min(i + 1 + _NEAR_STAMP, len(view.page.lines))):
        if is_stamp(view.facts.get(j, NOTHING)):
            return True
        if view.position.lengths[j] > _WORDS_OF_A_LABEL:
            return False
    return False


# Of the pairs measured that are so, the upper was the title 6 times and the lower never; of pairs with a shorter upper
# line, or one that is less likely, the lower was it more often.
_WORDS_OF_A_HEADLINE, _COULD_BE, _MOST_LESS = 6, 0.5, 2.5
_NEAR_STAMP, _WORDS_OF_A_LABEL = 4, 3  # lines; words
# "Flash: ...", "News / Harbour", a link's arrow, a number or a label in brackets.
_NO_HEADLINE = re.compile(r"^(?:[^\W\d_]+: |\d{1,2}\. |[\[(【（•«‹])|\s(?:[|›>»/·•–—-]|::)\s|[→←]|\s[»›]$")


def _say_the_same(one: str, other: str) -> bool:
    """Whether half of the words of two lines are the same: the title twice, or a picture's words."""
    words, others = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return one in other or other in one or 2 * len(words & others) >= min(len(words), len(others))


_WORD = re.compile(r"\w+")


# "Borussia Example 3 - 2 SV Sample": names, and no word that a headline has besides.
_CLUB = r"[^\W\d_a-zß-ÿ]\S{1,20}(?: (?:de|do|da|del|du|of|[^\W\d_a-zß-ÿ]\S{0,20})){0,5}"
_RESULT = re.compile(rf"{_CLUB} \d{{1,3}}\s?[-–:]\s?\d{{1,3}} {_CLUB}")


def _is_numbered_elsewhere(view: View, i: int) -> bool:
    """Whether a line stands on the page again, with no more behind it than the number of a part."""
    text = view.plain(i)
    return any(
        len(text) < len(line.text) <= len(text) + _LONGEST_NUMBER
        and line.text.startswith(text)
        and _PART.fullmatch(line.text, len(text)) is not None
        for line in view.page.lines
    )


_LONGEST_NUMBER = 6  # characters
_PART = re.compile(r"\s?(?:[①-⑳]|[(（<\[]\s?\d{1,2}\s?[)）>\]])")


def _is_above_credit(view: View, i: int) -> bool:
    return i + 1 < view.position.prose and PHOTOGRAPHER.match(lower(view.text(i + 1))) is not None


def _called(view: View) -> int | None:
    """The line that is called the title among other fields, as at the head of mail and of databases' documents."""
    texts = [line.text for line in view.page.lines[: view.position.prose + 1]]
    return next(
        (
            i
            for i, text in enumerate(texts[:-1])
            if len(text) <= LONGEST and is_called(text, texts[max(0, i - _NEAR_FIELD) : i + _NEAR_FIELD + 1])
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
        len(text) >= SHORTEST_TITLE
        and ((not text.isascii() and WIDE.match(text) is not None) or _ends_steps(view, i))
        and len(text) < len(below) <= LONGEST
        and below.startswith(text)
        and not BEFORE_SITE.match(below, len(text))
        and not ends_statement(below)
        and may_be_taken(view, i + 1)
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
    """The line that a title goes on in, where a hard wrap broke it: the second of two between blank lines, or the one
    above a byline or date; in small letters, or where the first breaks off.
    """
    below, lines = i + 1, view.page.lines
    if below + 1 >= len(lines) or below >= view.position.prose or view.page.tree is not None:
        return None
    text, rest = view.text(i), view.text(below)
    if len(text) < _NARROWEST or ends_statement(text) or goes_on(text) or len(rest) >= len(text):
        return None
    if _no_rest(view, below) or not (rest[0].islower() or _breaks_off(view, i)):
        return None
    is_block = lines[i].gap > 0 and lines[below].gap == 0 < lines[below + 1].gap
    if is_block and any(line.last > line.first for line in lines):  # a text that is wrapped
        return below
    stamp = view.facts.get(below + 1, NOTHING)
    is_signed = stamp.byline is not None and stamp.byline.explicit and stamp.byline.opens
    return below if is_signed or (stamp.dates and stamp.rest <= MOST_BESIDE_STAMP) else None


def _breaks_off(view: View, i: int) -> bool:
    """Whether a line ends with a word that no title ends with, or with one that the page has elsewhere before the first
    of the line below: the first part of a name.
    """
    last, first = view.text(i).split()[-1], view.text(i + 1).split()[0]
    if last.casefold() in _NEVER_LAST and read_bare_name(view.plain(i + 1)) is None:
        return True
    pair = re.compile(rf"(?<!\w){re.escape(last)} {re.escape(first)}(?!\w)")
    return any(pair.search(line.text) for j, line in enumerate(view.page.lines) if j not in (i, i + 1))


_NEVER_LAST = frozenset(
    "a an the of for from with over into and or to de du des la le les et à au aux un une el los las del y por para con"
    " una der die das den dem des und von vom zur zum im mit für ein eine il lo gli della del di da e per van het een"
    " och av för w z na do dla oraz и в на с о от для из о и".split()
)


def _no_rest(view: View, i: int) -> bool:
    """Whether a line states something of its own, is one of the site's, or stands elsewhere, too."""
    text, fact = view.text(i), view.facts.get(i, NOTHING)
    if fact.dates or fact.byline or fact.minutes or ends_statement(text) or ":" in text:
        return True
    if not FURNITURE.isdisjoint(lower(text).split()) or roles.is_button(lower(text)):
        return True
    return any(line.text == text for j, line in enumerate(view.page.lines) if j != i)


_NARROWEST = 30  # characters of a line that was wrapped


def ranked(indices: Sequence[int], odds: Column) -> list[int]:
    """The rows of the candidates, the likeliest first. indices: their lines. odds: the trees', of each."""
    rows: list[int] = np.argsort(-odds, kind="stable").tolist()
    best = rows[0]
    if best and _stand_together(best - 1, best, indices, odds):
        rows.remove(best - 1)
        rows.insert(0, best - 1)
    return rows


def _standfirst_last(rows: list[int], indices: Sequence[int], odds: Column) -> list[int]:
    """The lines of rows that may be the title, the likeliest first; of the first and one right above it, the upper."""
    if rows and rows[0] - 1 in rows and _stand_together(rows[0] - 1, rows[0], indices, odds):
        rows = [rows[0] - 1, *(row for row in rows if row != rows[0] - 1)]
    return [indices[row] for row in rows]


def _stand_together(upper: int, lower: int, indices: Sequence[int], odds: Column) -> bool:
    return indices[upper] + 1 == indices[lower] and bool(odds[lower] - odds[upper] < _STANDFIRST)


def _names_issue(text: str, fact: Facts) -> bool:
    """Whether a line is the series and the issue, or the series in brackets: "[ Policy Brief ]"."""
    read = read_series_line(text, fact.dates)
    if read is None:
        return False
    name, issue = read
    return name is None or is_labelled(text) or (is_publication(name) and (issue is not None or text[0] in "[【"))


@cache
def _trees() -> Trees:
    """Of boosted trees that rank the candidates of a page, made by training/headline.py."""
    with (files("copydesk") / "models" / "headline.npz").open("rb") as file, np.load(file) as stored:
        return Trees.from_arrays(dict(stored))
