"""Text whose scraper put each piece of inline markup on a line of its own: paragraphs become whole again.

`get_text` of BeautifulSoup with a line break between pieces leaves a paragraph with a link as three lines: what stands
before the link, its words, and what follows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.desk.frame import Line, Page
from copydesk.desk.naming import roles
from copydesk.desk.naming.phrases import UNSPACED
from copydesk.desk.page.unwrap import BULLET, WIDE_LETTER

_FEWEST = 3  # sentences that are broken off; a text with fewer is not in pieces
_PROSE, _SPACES = 40, 3  # columns or spaces; of two pieces that are joined one has so many, or it were a menu
_NO_HEADLINE = 100  # columns
_LONGEST_LINK = 120
_TAIL = 30  # characters that tell how a text ends
# A mark of exclamation may open a picture in Markdown, points a sentence, and » is an arrow in menus.
_CLOSES = re.compile(
    r"(?:[,;:?)\]%]|['’]s)(?!\w)|\.(?![\w.])|!(?![\w\[])|[”»’'](?= [a-zß-ÿ]|[,.;:!?)]|$)|[、。，；：！？）」』]"
)
_COMMA = re.compile(r"[,.;](?!\S)|[、。，；]|['’]s ")
_DASH = re.compile(r"[–—-](?=\w)")
_ENDS = re.compile(r"[.!?…:。！？؟][”“\"’'»«)\]」』]?$|」$")
_DATELINE = re.compile(r"\([^()]{2,20}\) [–—-]$")  # "SALTMOUTH, March 3 (SPA) -"
# No line is an article alone.
_ARTICLE_WORDS = "The An In On At As For But Der Die Das Im Ein Eine El Los Las Un Le Les Il Gli Os"
_ARTICLES = frozenset(f" {word}" for word in _ARTICLE_WORDS.split())
# A quotation mark after a space opens; “ and « close in German, and » opens.
_OPENED = re.compile(r"(?:[(\[「『（]|\s[“«])$")
# No headline ends so: a comma, or one of the little words of twelve languages.
_LITTLE = (
    "a an the of in on at to by for from with and or as that than but is was were has had its his her their this "
    "which who de la le les du des un une en à au aux et ou que qui dans par pour sur avec der die das den dem "
    "ein eine einen und oder im am auf zu von mit bei nach für dass el los las del al y o con por para di il lo "
    "gli e da che della dei nel het een van op te met voor dat w z na do i od że się av och att för med som det в "
    "на и с по от к о за что из"
)
# Korean and Arabic words are not told apart.
_BROKEN_OFF = re.compile(rf"(?:,| (?:{'|'.join(_LITTLE.split())}|[가-힣\u0600-\u06ff]{{1,4}}))$")
_SENTENCES = (". ", "，", "。")


@dataclass(slots=True)
class _Whole:
    """Pieces that were joined so far. columns, spaces: how many; tail: the end of the text; told: it has a sentence."""

    pieces: list[Line]
    text: list[str]
    columns: int
    spaces: int
    tail: str
    told: bool

    @classmethod
    def of(cls, line: Line) -> "_Whole":
        text = line.text
        return cls([line], [text], _width(text), text.count(" "), f" {text[-_TAIL:]}", _tells(text))

    @property
    def is_prose(self) -> bool:
        return self.columns >= _PROSE or self.spaces >= _SPACES

    @property
    def is_unfinished(self) -> bool:
        """Whether it is prose that goes on, and no headline."""
        return self.is_prose and bool(_BROKEN_OFF.search(self.tail) or self.columns >= _NO_HEADLINE or self.told)

    def add(self, line: Line) -> None:
        tight = (
            _CLOSES.match(line.text)
            or _DASH.match(line.text)
            or _OPENED.search(self.tail)
            or (WIDE_LETTER.match(self.tail[-1]) and WIDE_LETTER.match(line.text))
        )
        text = line.text if tight else f" {line.text}"
        self.pieces.append(line)
        self.text.append(text)
        self.columns += _width(text)
        self.spaces += text.count(" ")
        self.tail = (self.tail + text)[-_TAIL:]
        self.told = self.told or _tells(text) or _tells(self.tail)

    def line(self) -> Line:
        return self.pieces[0]._replace(last=self.pieces[-1].last, text="".join(self.text))


def mend(page: Page) -> Page:
    """`page` with the pieces of each paragraph joined, and as it is where its text is not in pieces."""
    lines = page.lines
    if page.tree is not None or len(lines) < _FEWEST:
        return page
    broken = [i for i in range(1, len(lines)) if not lines[i].gap and _breaks_off(lines, i)]
    # Verse and lists break lines at commas, too, but begin none with one.
    if len(broken) < _FEWEST or not any(_COMMA.match(lines[i].text) for i in broken):
        return page
    paragraphs = [_Whole.of(lines[0])]
    for i in range(1, len(lines)):
        whole, line = paragraphs[-1], lines[i]
        if _runs_on(whole, line) or _is_link_inside(whole, lines, i):
            whole.add(line)
        else:
            paragraphs.append(_Whole.of(line))
    return Page(tuple(whole.line() for whole in paragraphs))


def _breaks_off(lines: Sequence[Line], i: int) -> bool:
    """Whether the line before is prose that cannot end there and goes on in line `i`, or after it."""
    if _COMMA.match(lines[i].text):
        return True
    before = lines[i - 1].text
    if _width(before) < _PROSE or not _BROKEN_OFF.search(before[-_TAIL:]):
        return False
    whole = _Whole.of(lines[i - 1])
    return _runs_on(whole, lines[i]) or _is_link_inside(whole, lines, i)


def _runs_on(whole: _Whole, line: Line) -> bool:
    """Whether a line begins in the middle of the sentence that what stands before it breaks off."""
    if line.gap:
        return False
    if _CLOSES.match(line.text) or _OPENED.search(whole.tail) or _DATELINE.search(whole.tail):
        return True
    if _ENDS.search(whole.tail) or not (whole.is_prose or _Whole.of(line).is_prose):
        return False
    if _DASH.match(line.text):
        return True
    return line.text[0].islower() and not roles.is_stamp(line.text.casefold())


def _width(text: str) -> int:
    """In columns: a character of Chinese takes two."""
    return len(text) if text.isascii() else sum(2 if char >= UNSPACED else 1 for char in text)


def _tells(text: str) -> bool:
    return any(sign in text for sign in _SENTENCES)


def _is_link_inside(whole: _Whole, lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the words of a link between prose that breaks off and what goes on after them."""
    line = lines[i]
    return bool(
        i + 1 < len(lines)
        and not line.gap
        and len(line.text) <= _LONGEST_LINK
        and not _ENDS.search(whole.tail)
        and (
            whole.is_unfinished
            or whole.tail in _ARTICLES
            or (_BROKEN_OFF.search(whole.tail) and _COMMA.match(lines[i + 1].text))
        )
        and not BULLET.match(line.text)
        and _runs_on(whole, lines[i + 1])
    )
