"""Hard-wrapped text: lines broken at a fixed width become paragraphs again, with hyphenation repaired."""

import re
from collections.abc import Sequence
from itertools import pairwise

from copydesk.desk.frame import Line, Page
from copydesk.desk.naming.roles import is_stamp

# Mail, wire copy and text browsers break between 60 and 80 columns; 45 and 100 are the outliers seen.
_NARROWEST, _WIDEST = 45, 100
# Of the lines that could have taken the next line's first word, how many did not need to: prose that is wrapped
# fills nearly all of its lines, lines that just happen to be short fill few. Between the two lies half.
_MIN_FULL = 3
_MIN_FULL_SHARE = 0.5
_LONG = 0.55
_NEARLY = 0.8
_MANY, _RAGGED = 8, 4  # lines of one indent that tell its column; by how much less than the page's it is at most
_OFF_CENTRE = 3  # columns, of twice how far apart the middles are
_BRIEF = 20  # lines; in a text so short one or two joins are all there are

_STOPS = (".", "!", "?", "。", "！", "？", "؟", ".”", '."', ".»", "」")
BULLET = re.compile(r"(?:[•◦▪■□☆★○●*+–—-]|\d{1,3}[.)]|#{1,6})\s")
# The line of links or rights below a text without blank lines: nothing runs on into it.
_FOOTER = re.compile(r"^(?:©|\([cC]\) ?\d|Copyright (?:©|\(|\d))| \| .* \| ")
# A row of a table in a frame, or the frame between two rows.
_ROW = re.compile(r"[\u2500-\u257f]")
# A day and its hour open the line of an article's author, of its readers and comments.
_STAMP = re.compile(r"\d{1,2}[./ ]\s?(?:[^\W\d]{3,12}\.?|\d{1,2})[./ ]\s?\d{4}\b.{0,6}\b\d{1,2}[:.]\d\d\b")
_BREAK_HYPHEN = re.compile(r"[^\W\d_][-\u2010]$")
# Han, kana and full-width signs: two columns each, and no space where a line was broken. Hangul is wide but spaced.
WIDE_LETTER = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U0001f300-\U0003fffd]"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def unwrap(page: Page) -> Page:
    """`page` with lines joined that were one paragraph, and as it is where its text is not wrapped."""
    lines = page.lines
    if page.tree is not None or len(lines) < 2:
        return page
    widths = [line.indent + _width(line.text) for line in lines]
    joins = _joins(lines, widths) or _joins_of_columns(lines, widths)
    if not joins:
        return page
    vocabulary = _vocabulary(lines)
    paragraphs, start = [], 0
    for i in range(len(lines)):
        if i == len(lines) - 1 or not joins[i]:
            paragraphs.append(_join(lines[start : i + 1], vocabulary))
            start = i + 1
    return Page(tuple(paragraphs))


def _joins(lines: Sequence[Line], widths: Sequence[int]) -> list[bool]:
    """Which lines run on into the next, of a text broken as mail and text browsers do; empty where it is not."""
    # An address is not broken, however long: lists of links below a page tell nothing of its column.
    column = _column([width for width, line in zip(widths, lines, strict=True) if "://" not in line.text])
    if column is None:
        return []
    columns = _columns(lines, widths, column)
    full = [
        lines[i + 1].gap == 0 and widths[i] + 1 + _first_word_width(lines[i + 1].text) > columns[lines[i].indent]
        for i in range(len(lines) - 1)
    ]
    could = sum(
        lines[i + 1].gap == 0 and widths[i] >= _LONG * column and not _starts_item(lines[i + 1])
        for i in range(len(lines) - 1)
    )
    joins = [full[i] and _continues(lines[i], lines[i + 1]) for i in range(len(lines) - 1)]
    # Prose that is wrapped seldom ends a line with a sentence; what ends all of them so is a list of sentences.
    if sum(join and line.text.endswith(_STOPS) for join, line in zip(joins, lines[:-1], strict=True)) > sum(joins) / 2:
        return []
    breaks_off = _breaks_off(lines, joins)
    needed = 1 if breaks_off and len(lines) <= _BRIEF else _MIN_FULL
    if sum(joins) < needed or (sum(joins) < _MIN_FULL_SHARE * could and not breaks_off):
        return []
    joins = [
        join or (any(joins[max(0, i - 1) : i + 2]) and _runs_on(lines[i], lines[i + 1], widths[i] / column))
        for i, join in enumerate(joins)
    ]
    return [join or _is_centred(a, b) for join, (a, b) in zip(joins, pairwise(lines), strict=True)]


def _joins_of_columns(lines: Sequence[Line], widths: Sequence[int]) -> list[bool]:
    """Which lines run on into the next, of a printed page's narrow columns; empty where the text has none.

    Menus, verses and lists are as narrow: a column shows by lines of nearly one width that break off in mid-sentence,
    in which sentences end as well, and which are most of the page.
    """
    broken = [_breaks_in_sentence(a, b) for a, b in pairwise(lines)]
    of_column = sorted(width for width, is_broken in zip(widths, broken, strict=False) if is_broken)
    if len(of_column) < _FEWEST_OF_COLUMN:
        return []
    column = of_column[int(0.9 * (len(of_column) - 1))]
    alike = sum(abs(width - column) <= _RAGGED_IN_COLUMN for width in of_column)
    if not _NARROWEST_OF_COLUMN <= column < _NARROWEST or alike < _ALIKE_IN_COLUMN * len(of_column):
        return []
    inside = [line for line, width in zip(lines, widths, strict=True) if width <= column + _RAGGED]
    if sum(len(line.text) for line in inside) < _MOST_IN_COLUMN * sum(len(line.text) for line in lines):
        return []
    ends = sum(_SENTENCE_INSIDE.search(line.text) is not None for line in inside)
    if ends < _SENTENCES_IN_COLUMN * len(of_column):
        return []
    return [
        widths[i] <= column + _RAGGED
        and following.gap == 0
        and _continues(line, following)
        and (broken[i] or widths[i] + 1 + _first_word_width(following.text) > column)
        for i, (line, following) in enumerate(pairwise(lines))
    ]


_NARROWEST_OF_COLUMN, _FEWEST_OF_COLUMN = 24, 12  # characters; lines
_RAGGED_IN_COLUMN, _ALIKE_IN_COLUMN = 10, 0.8
_MOST_IN_COLUMN, _SENTENCES_IN_COLUMN = 0.7, 0.06
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?][”\"»’)]? [“\"«‘(]?[^\W\d_a-zß-ÿ]")


_ADDRESS = re.compile(r"://|\S@\S")


def _breaks_in_sentence(line: Line, following: Line) -> bool:
    return (
        following.gap == 0
        and following.text[0].islower()
        and (line.text[-1].isalnum() or line.text[-1] in ",-\u2010")
        and not _ADDRESS.search(line.text)
        and not _ADDRESS.search(following.text)
    )


def _column(widths: Sequence[int]) -> int | None:
    """The column at which lines were broken: nearly no line is wider. None where most of the text is wider."""
    within = sorted(width for width in widths if _NARROWEST <= width <= _WIDEST)
    beyond = sum(width for width in widths if width > _WIDEST)
    enough = len(within) >= _MIN_FULL or (within and len(widths) <= _BRIEF and not beyond)
    if not enough or beyond > 0.3 * sum(widths):
        return None
    return within[-1] if len(widths) <= _BRIEF else within[int(0.97 * (len(within) - 1))]


def _columns(lines: Sequence[Line], widths: Sequence[int], column: int) -> dict[int, int]:
    """The column of each indent: lynx gives headings a few more than paragraphs."""
    of_indent: dict[int, list[int]] = {}
    for line, width in zip(lines, widths, strict=True):
        of_indent.setdefault(line.indent, []).extend(() if "://" in line.text else (width,))
    own = {indent: _column(group) if len(group) >= _MANY else None for indent, group in of_indent.items()}
    return {indent: min(column, max(found or column, column - _RAGGED)) for indent, found in own.items()}


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The page's words, but for the pieces on both sides of a line's end."""
    words: list[str] = []
    broken = False
    for line in lines:
        found = _WORD.findall(line.text.casefold())
        if broken:
            found = found[1:]
        broken = _BREAK_HYPHEN.search(line.text) is not None
        words += found[:-1] if broken else found
    return frozenset(words)


def _continues(line: Line, following: Line) -> bool:
    if _starts_item(following) or _FOOTER.search(following.text) or _OPENS.match(following.text):
        return False
    if _is_stamped(line) and not following.text[0].islower():
        return False
    if _ROW.match(line.text) or _ROW.match(following.text):
        return False
    if _starts_item(line):
        return following.indent >= line.indent
    return following.indent <= line.indent + 1 or following.indent == 0


# "(ANSA) - ROMA, 05 GIU - ", "HANNOVER (dpa) - ": below a dispatch's title; and an address to write to.
_OPENS = re.compile(
    r"\([^\W\d_][^()\d]{1,20}\) ?[-–—] ?[^\W\d_a-zß-ÿ]"
    r"|[^\W\d_a-zß-ÿ][\w.'’-]{1,24}(?: [\w.'’-]{1,24}){0,3}(?:, [\w. ]{2,20})? \([^\W\d_][^()\d]{1,24}\) ?[-–—] "
    r"|[^\W\d_]{3,20}: [^\s@]{1,60}@\S{3,60}$"
)


def _is_stamped(line: Line) -> bool:
    """Whether a line opens a paragraph with a day and its hour, and breaks off in no link."""
    return line.gap > 0 and _STAMP.match(line.text) is not None and line.text.count("[") == line.text.count("]")


def _runs_on(line: Line, following: Line, filled: float) -> bool:
    """Whether a line of a paragraph that was broken a little early ends in mid-sentence. filled: of the column."""
    return (
        following.gap == 0
        and filled >= _NEARLY
        and (line.text[-1].isalnum() or line.text[-1] == ",")
        and following.text[0].islower()
        and not is_stamp(following.text.casefold())
        and _continues(line, following)
    )


def _is_centred(line: Line, following: Line) -> bool:
    """Whether two lines are one heading that a text browser has centred: the second is shorter, its middle the same."""
    width, after = _width(line.text), _width(following.text)
    return (
        following.gap == 0
        and following.indent > line.indent > 0
        and width >= _NARROWEST
        and abs(2 * (line.indent - following.indent) + width - after) <= _OFF_CENTRE
        and not (_starts_item(line) or _starts_item(following) or line.text.endswith(_STOPS))
    )


def _breaks_off(lines: Sequence[Line], joins: Sequence[bool]) -> bool:
    """Whether most of what would be joined was broken in mid-sentence: a few lines of a brief show it so."""
    broken = sum(
        join and a.text[-1].isalnum() and b.text[0].islower() and b.text[1:2] != " "
        for join, (a, b) in zip(joins, pairwise(lines), strict=True)
    )
    return broken >= sum(joins) / 2


def _starts_item(line: Line) -> bool:
    return BULLET.match(line.text) is not None


def _join(lines: Sequence[Line], vocabulary: frozenset[str]) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return first
    stitched = [_stitch(line.text, following.text, vocabulary) for line, following in pairwise(lines)]
    text = "".join([*stitched, lines[-1].text])
    return Line(first=first.first, last=lines[-1].last, text=text, indent=first.indent, gap=first.gap)


def _stitch(line: str, after: str, vocabulary: frozenset[str]) -> str:
    """The line as it stands before `after` in one paragraph: with a space, or without the hyphen of a broken word."""
    if _BREAK_HYPHEN.match(line, len(line) - 2) and after[0].isalpha():
        head, tail = line[:-1].rsplit(" ", maxsplit=1)[-1], after.split(" ", maxsplit=1)[0]
        is_broken = after[0].islower() and not _is_compound(head, tail, vocabulary)
        return line[:-1] if is_broken else line
    unspaced = bool(WIDE_LETTER.match(line[-1])) + bool(WIDE_LETTER.match(after))
    if unspaced == 1 and line[-1].isalnum() and after[0].isalnum():
        # "TEU" and the particle after it: as the paragraph has it elsewhere.
        return f"{line} " if _SET_APART.search(line) or _SET_APART.search(after) else line
    return line if unspaced else f"{line} "


def _is_compound(head: str, tail: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word. The page itself is the dictionary: it knows the whole, or the parts."""
    left = _WORD.findall(head.casefold())
    right = _WORD.findall(tail.casefold())
    if not left or not right:
        return False
    if left[-1] + right[0] in vocabulary:
        return False
    if left[-1].rpartition("-")[2] in _SMALL_WORDS and "-" in left[-1]:
        return True  # hut-to-hut, state-of-the-art
    return f"{left[-1]}-{right[0]}" in vocabulary or (left[-1] in vocabulary and right[0] in vocabulary)


_CJK = "\u3040-\u30ff\u3400-\u9fff"
_SET_APART = re.compile(f"[A-Za-z0-9] [{_CJK}]|[{_CJK}] [A-Za-z0-9]")
# Between the words of a compound. "Dis" of "long-distance" is none.
_SMALL_WORDS = frozenset("a an and at by de du for in la of on or per the to und up y à".split())


def _first_word_width(text: str) -> int:
    return 2 if WIDE_LETTER.match(text) else _width(text.split(" ", 1)[0])


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
