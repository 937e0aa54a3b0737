"""Which of the page's bylines are this article's."""

import re
import unicodedata
from dataclasses import dataclass

from copydesk.article import Author
from copydesk.desk.metadata.author_list import names_authors, read_author_list
from copydesk.desk.metadata.byline import (
    Byline,
    is_newsroom,
    is_organisation,
    is_person,
    names_office,
    read_bare_name,
    read_byline,
    read_placed_byline,
    speaks_of_office,
    without_others_work,
)
from copydesk.desk.metadata.dates import is_calendar_word
from copydesk.desk.metadata.facts import NOTHING, Facts, read_bare_line, read_line
from copydesk.desk.metadata.head import Head
from copydesk.desk.metadata.lexicon import any_of
from copydesk.desk.metadata.masthead import is_of_press, name_key
from copydesk.desk.metadata.position import ABOVE_TITLE, length
from copydesk.desk.metadata.sentence import ends_sentence
from copydesk.desk.metadata.series import read_series_line
from copydesk.desk.metadata.title import names_book
from copydesk.desk.metadata.view import View
from copydesk.desk.roles import UNSPACED

_LONE_MARK = re.compile(
    r"^[\s•*|#]*(?:(?:written|words|story|text|report|posted|published|article|post|blog)\s+by|by|about\s+the\s+author|geschreven\s+door|escrito\s+por|scritto\s+da|écrit\s+par|geschrieben\s+von|author\s+of\s+the\s+article|über\s+den\s+autor|authors?|contributors?|von|par|por|di|door|av|af|autor(?:[/:*_]?-?in(?:nen)?|en|es|a|as|ka|zy|ři)?|auteure?s?|"
    r"autore|autori|автор(?:ы|и)?|text|tekst|texto|testo|teksti|作者|文|記者|记者|この記事を書いた人|執筆者|글|기자|بقلم|الكاتب|מאת)\s*[:：]?$",
    re.IGNORECASE,
)
# Surname, space and given name; in Chinese two names would stand so.
_JAPANESE_NAME = re.compile("[\u4e00-\u9fff々]{1,3}[ \u3000][\u4e00-\u9fff々]{1,3}")
_JAPANESE_OFFICE = "(?:研究員|教授|特派員|委員|部長|所長|理事|会長|フェロー|アナリスト)"
_BEHIND_OFFICE = re.compile(
    f"[\u4e00-\u9fff\u30a0-\u30ff]{{0,12}}{_JAPANESE_OFFICE}[ \u3000]+"
    "(?P<who>[\u4e00-\u9fff々]{1,4}[ \u3000][\u4e00-\u9fff々\u3040-\u309f]{1,4})"
)
_BEFORE_OFFICE = re.compile(
    f"(?P<who>[\u30a0-\u30ff]{{2,10}}(?:・[\u30a0-\u30ff]{{1,10}}){{1,4}})[（(][^（()）]{{0,12}}{_JAPANESE_OFFICE}[）)]"
)
# Without the space, of the signs that most surnames end in, and none of those of sections and offers.
_RUN_JAPANESE_NAME = re.compile(
    "(?!地下|天下)(?!.*[会員事限定有料無経済総合地域社政治文化記者報道編集局支版県市町村区国際野球写真速特集])"
    "(?:[\u4e00-\u9fff]{2}(?!.*(?:まとめ|もっと|すべて|おすすめ|こちら|から|まで|なし|あり|みる))[\u3041-\u3093]{2,3}"
    "|[\u4e00-\u9fff][ツヶケノ]?[藤田中村山本木川野下伯島沢井原橋口林崎谷石森松岡倉浦尾瀬丸塚越宮辺渡上坂池永水葉津賀条内垣根澤嶋﨑濱枝戸柳沼][\u4e00-\u9fff々\u3040-\u309f]{2,3})"
)
_NOT_LATIN = re.compile("[\u0370-\u1fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_LONGEST_MARK = 30  # characters
_CONNECTOR = re.compile(r"^(?:and|&|und|et|y|e|en|och|og|и|,)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signed:
    """The authors, the indices of the lines that name them, and whether a word such as "By" says so."""

    names: tuple[str, ...]
    lines: tuple[int, ...]
    explicit: bool


def find_authors(view: View, title: int | None, *dated: int | None) -> Signed | None:
    """The byline of the article on the page.

    title, dated: the lines of its title and its dates. A bare name counts only beside one of them, and not where
    the title or the body speaks of its bearer.
    """
    stamps = [i for i in dated if i is not None]
    stamps += [i + 1 for i in stamps if (below := view.facts.get(i + 1, NOTHING)).dates and below.rest <= _FEW_BESIDE]
    found = [*_above(view, title, stamps), *_below(view)]
    scored = [each for each in found if not all(map(_NOBODY.fullmatch, each[2].names))]
    if not scored:
        return _reviewer(view, title)
    _, best, byline = max(scored, key=lambda item: item[0])
    lines, names = [best], list(byline.names)
    near = {i: each for _, i, each in scored if each.explicit == byline.explicit}
    for step in (1, -1):  # one author a line
        i = best + step
        while (other := near.get(i) or (_joined(view, i, best) if step > 0 else None)) or _connects(view, i):
            if other:
                names = [*names, *other.names] if step > 0 else [*other.names, *names]
            lines.append(i)
            i += step
    for i, name in read_author_list(view, best):
        names += [name] if name else []
        lines.append(i)
    above = min(lines) - 1
    if above >= 0 and _is_lone_mark(view.text(above)):
        lines.append(above)
    if not byline.explicit:  # a newspaper's name in the line above its writer's
        names = [name for name in names if not is_of_press(name)] or names
    names = [name for name in names if not _NOBODY.fullmatch(name)]
    if len(names) > 1:  # an office on a line of its own
        names = [name for name in names if is_organisation(name) or not names_office(_TITLED.sub("", name))] or names
    lines = [i for i in lines if not (view.is_body(i) and _BRACKETED.search(view.text(i)))]
    marked = byline.explicit and (view.facts[best].byline is not None or not _is_office_below(view, best))
    return Signed(tuple(dict.fromkeys(names)), tuple(sorted(lines)), marked) if names else None


def _leads(text: str, byline: Byline) -> bool:
    """Whether a line names another's work: "Next: Three poems by Ann Lee"."""
    return not byline.opens and ":" in text.partition(byline.names[0])[0]


_Scored = tuple[float, int, Byline]


def _above(view: View, title: int | None, dated: list[int]) -> list[_Scored]:
    """The bylines from just above the title to the body: marked ones first, then the nearest."""
    top = title if title is not None else view.position.head.start
    scored = []
    for i in (*view.head, *view.below):
        if i < top - _FARTHEST_ABOVE or i == title:
            continue
        if i < top - ABOVE_TITLE and not _is_label(view, i):
            continue
        byline = _byline(view, i, title, dated)
        if byline and not _is_told(view, i, byline):
            distance = abs(i - (title if title is not None else view.position.prose))
            scored.append((_sureness(byline) - 0.1 * distance - (1.0 if i < top else 0.0), i, byline))
    return scored


def _is_label(view: View, i: int) -> bool:
    """Whether a line says with a colon who wrote it, and the next says something in the same way: "Edited by: ..."."""
    byline = view.facts[i].byline
    if byline is None or not byline.opens or not _OPEN_MARK.match(view.plain(i)):
        return False
    return bool(_OPEN_LABEL.match(view.plain(i + 1)))


_OPEN_LABEL = re.compile(r"[^\W\d_][^:：.]{2,24}[:：]")


def _sureness(byline: Byline) -> float:
    """A mark that opens the line tells more than one inside it, and a name without one more than a house's."""
    if byline.explicit:
        return 3.0 if byline.opens else 2.0
    if all(map(is_newsroom, byline.names)):
        return -0.5
    return -0.9 if all(map(is_organisation, byline.names)) else 0.0


def _below(view: View) -> list[_Scored]:
    """The marked bylines around the body's end, and names that a line of their bearer's life follows."""
    scored = []
    for i in view.foot:
        if (byline := _introduced(view, i)) is not None:
            scored.append((-1.5 - 0.1 * abs(i - view.position.end), i, byline))
            continue
        if (byline := _signed_off(view, i)) is not None:
            scored.append((-1.0 - 0.1 * abs(i - view.position.end), i, byline))
            continue
        fact, distance = view.facts[i], abs(i - view.position.end)
        if fact.byline is None and distance <= _FARTHEST_MARKED and (byline := _posted(view.plain(i))):
            scored.append((-0.5 - 0.1 * distance, i, byline))
        elif (
            fact.byline
            and fact.byline.explicit
            and fact.rest == 0
            and not _RIGHTS.search(view.text(i))
            and distance <= (_FARTHEST_MARKED if _OPEN_MARK.match(view.text(i)) else _FARTHEST)
            and not _leads(view.plain(i), fact.byline)
            and not _is_told(view, i, fact.byline)
        ):
            scored.append((-0.5 - 0.1 * distance, i, fact.byline))
    return scored


# "Posted by Ann at 10:12 AM"; who comments has the day there, too, and stands below.
_POSTED = re.compile(
    rf"{any_of('byline', 'posted')} (?P<who>[^\W\d_][^\d|:,]{{1,40}}?) {any_of('byline', 'at_time')}"
    r" \d\d?[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?\W*(?:$|\d+ |[^\W\d_]+:)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©|\(c\)|\brights\s+reserved", re.IGNORECASE)
_FARTHEST_ABOVE = 8  # lines from the title, of a byline that a word with a colon opens
# Lines below the body, of a byline and of one that a word with a colon opens: "Text: Ann Lee".
_FARTHEST, _FARTHEST_MARKED = 3, 6
_OPEN_MARK = re.compile(r"[\s*_]*[^\W\d_]{2,14}\s?[:：]")


def _posted(text: str) -> Byline | None:
    """The author in what blogs print below a post, of one name or more."""
    match = _POSTED.match(text)
    return read_byline(f"By {match['who']}") if match else None


def _signed_off(view: View, i: int) -> Byline | None:
    """The author in a line straight below an article that says for whom he wrote it: "Ann Lee for The Planet".

    In Japanese newspapers the author's name stands in brackets behind the article's last sentence.
    """
    if i < view.position.end and (bracketed := _BRACKETED.search(view.text(i))):
        who = bracketed["who"]
        named = _JAPANESE_NAME.fullmatch(who) or _RUN_JAPANESE_NAME.fullmatch(who)
        return Byline((who,), explicit=False) if named and _is_japanese(view, None) else None
    if i - view.position.end in (-1, 0) and (alone := _IN_BRACKETS.fullmatch(view.plain(i))):
        return _signature(view, alone["who"]) if is_person(alone["who"]) else None
    if not 0 <= i - view.position.end <= _NEAR_END or view.is_body(i):
        return None
    text, lines = view.plain(i), view.page.lines
    if (sent := _FROM_PLACE.fullmatch(text)) and is_person(sent["who"]):
        return Byline((sent["who"],), explicit=False)
    if (alone := _ALONE_IN_BRACKETS.fullmatch(text)) and _is_japanese(view, None):
        return Byline((alone["who"],), explicit=False)
    if i == view.position.end and i + 1 < len(lines) and _ends_article(lines[i + 1].text):
        return _signature(view, text)
    match = _FOR.fullmatch(text)
    if match is None or not is_person(match["who"]) or is_organisation(match["who"]):
        return None
    whom = match["whom"]
    names_itself = any(whom in line.text for line in (*lines[:_TOP], *lines[max(i + 1, len(lines) - _TOP) :]))
    return Byline((match["who"],), explicit=False) if names_itself else None


def _signature(view: View, text: str) -> Byline | None:
    """The author whose name is all of the line below an article, with an office at most."""
    byline = read_bare_name(text)
    if byline is None or len(byline.names) > 1 or len(text.split()) > _MOST_SIGNED:
        return None
    (name,) = byline.names
    return None if is_organisation(name) or _is_spoken_of(view, name, None, times=1) else byline


def _ends_article(text: str) -> bool:
    """Whether a line is what follows a signature: an address to write to, tags, and in Italian the rights."""
    return bool(_MAIL.fullmatch(text) or _TAGS.match(text) or _RESERVED.match(text))


# "Z Wilna Jan Nowak (PAP)", below a Polish agency's dispatch.
_FROM_PLACE = re.compile(
    r"Ze? [^\W\d_a-zß-öø-ž]\w+(?: [^\W\d_a-zß-öø-ž]\w+)?? "
    r"(?P<who>[^\W\d_a-zß-öø-ž]\w+ [^\W\d_a-zß-öø-ž][\w-]+) \([^()]{2,20}\)"
)
_TAGS = re.compile(r"(?:tags?|tagi|теги|schlagworte|etichette|etiquetas|mots-clés)\s?[:：]", re.IGNORECASE)
_RESERVED = re.compile(r"©?\s?riproduzione riservata", re.IGNORECASE)
# None of the signs of "honorifics omitted", "to be continued", "the end", desks, series and agencies.
_ALONE_IN_BRACKETS = re.compile(
    "[（(](?P<who>[\u4e00-\u9fff](?![^）)]*[略完続終載部班信社局注])[\u4e00-\u9fff々\u3040-\u309f]{2,5})[）)]"
)
_IN_BRACKETS = re.compile(r"\((?P<who>[^\W\d_a-zß-öø-ž][^\d()]{4,40})\)")
_MAIL, _MOST_SIGNED = re.compile(r"\S+@\S+"), 7  # words
_NEAR_END, _TOP = 2, 10  # lines
_BRACKETED = re.compile(
    r"。\s?（(?:[\u4e00-\u9fff]{0,6}(?:記者|委員|特派員|支局長|編集長|部長)[ \u3000・])?(?P<who>[^（）]{3,7})）$"
)
_FOR = re.compile(
    r"(?:[-–—(]\s?)?(?P<who>[^\W\d_][^\d,;:|()]{3,40}) (?:for|für|pour|para|per|dla) "
    r"(?:the )?(?P<whom>[^\W\d_a-zß-ÿ][^,;:|().]{1,40})\)?"
)


def _reviewer(view: View, title: int | None) -> Signed | None:
    """Who reviewed a book, where a line beside says how many pages it has or what it costs, and nobody else signs."""
    for i in view.around(title):
        match = _REVIEWED.match(view.plain(i)) if len(view.text(i)) <= _LONGEST_NAME else None
        if match is None or view.is_body(i):
            continue
        beside = (
            view.text(j) for j in range(max(0, i - _BESIDE_BOOK), min(i + _BESIDE_BOOK + 1, len(view.page.lines)))
        )
        byline = read_byline(f"By {view.plain(i)[match.end() :]}")
        if byline and any(map(names_book, beside)):
            return Signed(byline.names, (i,), explicit=True)
    return None


_BESIDE_BOOK = 3  # lines
_FEW_BESIDE = 2  # words beside a date
_REVIEWED = re.compile(r"(?:book )?review(?:ed)? by\s+(?=\S)|rezensiert von\s+|besprochen von\s+", re.IGNORECASE)


def _introduced(view: View, i: int) -> Byline | None:
    """The author below an article whose name a line of nothing else has, and the next begins with it."""
    text = view.plain(i)
    if len(text) > _LONGEST_NAME or not 2 <= len(text.split()) <= _MOST_NAME_WORDS or view.is_body(i):
        return None
    if _is_lone_mark(view.text(i - 1)):
        return read_byline(f"By {text}")
    after = next(
        (
            view.plain(j)
            for j in range(i + 1, min(i + 3, len(view.page.lines)))
            if view.plain(j).startswith(text) and len(view.plain(j)) > len(text) + _SHORTEST_LIFE
        ),
        "",
    )
    if not after and i + 1 < len(view.page.lines) and _LIFE_GOES_ON.match(view.plain(i + 1)):
        return Byline((text,), explicit=False) if is_person(text) and not is_organisation(text) else None
    if after[len(text) : len(text) + 1] not in (" ", ",", ":") or not is_person(text):
        return None
    return Byline((text,), explicit=False)


_MOST_NAME_WORDS, _SHORTEST_LIFE = 4, 30
# Under a name that stands alone.
_LIFE_GOES_ON = re.compile(r"(?:is|was|ist|est|es|è|é|jest|är|er) .{0,12}\w.{30}")


def _byline(view: View, i: int, title: int | None, dated: list[int]) -> Byline | None:
    fact, text = view.facts[i], _GLUED_AGE.sub("", view.plain(i))
    if names_book(text) or _RIGHTS.search(text):
        return None
    if (asked := _INTERVIEW.match(text) or _HOSTED.search(text)) and len(text) <= _LONGEST_BYLINE:
        byline = read_byline(f"By {text[asked.end() :]}")
        return byline if byline and not any(_is_spoken_of(view, name, title) for name in byline.names) else None
    if i and _is_lone_mark(view.text(i - 1)):
        return read_byline(f"By {text}") if len(text) <= 120 else None
    if special := _special(view, i, title, dated):
        return special
    if fact.byline and fact.byline.explicit:
        return fact.byline if len(text) <= 200 else None
    if title is not None and i < title:
        return _above_title(view, i, title, dated)
    beside = (title is not None and i - title <= 3) or any(_is_near(view, i, stamp) for stamp in dated)
    if beside and (known := _ACCOUNT_BELOW.fullmatch(text) or _OUR_CORRESPONDENT.fullmatch(text)):
        return Byline((known["who"],), explicit=False)
    return _bare(view, i, text, title, dated) if beside or fact.dates else None


def _is_near(view: View, i: int, stamp: int) -> bool:
    """Whether a line stands at most two from a date, counts of views and comments below it apart."""
    between = range(stamp + 1, i) if i - stamp <= _FARTHEST_NEAR else ()
    counts = sum(_COUNT.fullmatch(view.plain(j)) is not None for j in between)
    return abs(i - stamp) - counts <= _NEAR_STAMP


_NEAR_STAMP, _FARTHEST_NEAR = 2, 5  # lines
_COUNT = re.compile(r"\d{1,3}(?:[\s.,]?\d{3}){0,2} [^\W\d_]{3,14}|[^\W\d_]{3,14}: \d{1,3}(?:[\s.,]?\d{3}){0,2}")


def _bare(view: View, i: int, text: str, title: int | None, dated: list[int]) -> Byline | None:
    """The author whose name is all of a line beside the title or a date, but for the date and an office.

    text: the line's words.
    """
    fact = view.facts[i]
    if not fact.dates and (name := _japanese_name(text, _below_date(i, dated))) and _is_japanese(view, title):
        return Byline((name,), explicit=False)
    is_stamped = title is not None and title < i < view.position.prose - 1 and _is_stamp(view, i + 1, dated)
    if (
        is_stamped
        and _is_team(text)
        and "," not in text
        and fact.byline is None
        and not view.is_body(i)
        and ":" not in text
    ):
        return Byline((text,), explicit=False)
    fact = fact if fact.dates else read_bare_line(text)
    if fact.byline is None and is_stamped and (sent := _AT_SCENE.fullmatch(text)):
        fact = read_bare_line(sent["who"])
    if fact.byline is None or fact.rest > 2 or _states_series(text, fact):
        return None
    if is_stamped and _says_in_small_letters(view, text):
        return None
    # A name above a date or an office is the author's, though others are called so.
    times = _SPOKEN_OF_STAMPED if is_stamped else _SPOKEN_OF
    if any(_is_spoken_of(view, name, title, times) for name in fact.byline.names):
        return None
    return None if _is_prose(view, i, title, dated) else fact.byline


# "Ann Lee at Quarry Park", as match reports are signed.
_AT_SCENE = re.compile(r"(?P<who>[^\d,;:]{5,40}?) at (?:the )?[^\W\d_a-zß-ÿ][\w'’.-]*(?: [^\W\d_a-zß-ÿ][\w'’.-]*){0,3}")
# "Ann Lee5 hours ago", where an element's end is lost.
_GLUED_AGE = re.compile(r"(?<=[a-zß-ÿ])\d{1,2} (?:second|minute|hour|day|week|month)s? ago$")
_SPOKEN_OF, _SPOKEN_OF_STAMPED = 2, 4  # paragraphs
# "By our West Clare correspondent", behind a day or without.
_OUR_CORRESPONDENT = re.compile(
    r"(?:\d[\w./-]{4,11} )?(?:(?:written )?by |from )?"
    r"(?P<who>our (?:own )?(?:[^\W\d_]\w+ ){0,3}(?:correspondent|reporter))",
    re.IGNORECASE,
)
# "Posted on July 1, 2024 by jdoe": an account, in small letters.
_ACCOUNT_BELOW = re.compile(r"(?i:(?:posted|published|written) (?:on .{4,24} )?by) (?P<who>[a-z][\w.-]{2,23})")


def _states_series(text: str, fact: Facts) -> bool:
    """Whether a line states an issue of a series; not where it names people first, and the issue beside the date."""
    said = read_series_line(text, fact.dates)
    if said is None or said[1] is None:
        return False
    if fact.byline is None or (said[0] is not None and len(fact.byline.names) == 1):
        return True
    return not (said[0] or text).startswith(fact.byline.names[0])


def _says_in_small_letters(view: View, text: str) -> bool:
    """Whether the body has the words of a name as words: "Cloud Computing" and "cloud computing"."""
    if " " not in text or (small := text.lower()) == text:
        return False
    return any(small in line.text for i, line in enumerate(view.page.lines) if view.is_body(i))


def _above_title(view: View, i: int, title: int, dated: list[int]) -> Byline | None:
    """The author above a date above the title, where that is in no Latin letters or the author's office stands between,
    or whom another line introduces.

    Without these it is the section, whose name looks like a person's.
    """
    text = view.plain(i)
    in_other_letters = i - 1 in dated and i + 1 == title and _NOT_LATIN.match(text)
    has_office = i + 2 in dated and not text.isupper() and speaks_of_office(view.plain(i + 1))
    if not (in_other_letters or has_office or (title - i <= _NEAR_TITLE and _is_introduced(view, i))):
        return None
    byline = read_bare_line(text).byline
    if byline is None or any(map(is_organisation, byline.names)):
        return None
    return None if any(_is_spoken_of(view, name, title) for name in byline.names) else byline


def _is_introduced(view: View, i: int) -> bool:
    """Whether a line is a name with which another begins that says who its bearer is: a writer's, above his column."""
    name = view.plain(i).title() if view.plain(i).isupper() else view.plain(i)
    if not 2 <= len(name.split()) <= _MOST_NAME_WORDS or not is_person(name):
        return False
    lives = (line.text for line in view.page.lines[i + 1 :] if line.text.startswith(name))
    return any(
        (match := _LIFE_BEGINS.match(text, len(name))) and (match.lastgroup or speaks_of_office(text)) for text in lives
    )


_LIFE_BEGINS = re.compile(
    r"(?: \(\d\d\))?,? (?:(?:is|ist|est|es|è|é|jest|är|er)(?P<authored> .{0,12}\baut(?:h?o|eu)r)?"
    r"|(?P<writes>writes|schreibt|écrit|escribe|escreve|scrive|schrijft|pisze|skriver))\b"
)


def _is_stamp(view: View, i: int, dated: list[int]) -> bool:
    """Whether a line is a date, says how long reading takes, or what somebody is."""
    text = view.plain(i)
    fact = view.facts.get(i, NOTHING)
    if i in dated or (fact.minutes is not None and fact.rest == 0) or _is_day(text):
        return True
    return len(text) <= _LONGEST_BYLINE and not text.endswith((".", ":")) and speaks_of_office(text)


def _is_day(text: str) -> bool:
    """Whether a line is a day without its year: "Jun 9"."""
    words = text.casefold().replace(".", "").split()
    return len(words) == 2 and any(map(str.isdigit, words)) and any(map(is_calendar_word, words))


def _special(view: View, i: int, title: int | None, dated: list[int]) -> Byline | None:
    """The author of a line that its sign, its links or its neighbours tell."""
    text = view.plain(i)
    if told := _CHINESE_TOLD.fullmatch(text) or _CHINESE_REPORTER.fullmatch(text):
        return Byline(tuple(_CHINESE_AND.split(told["who"])), explicit=True)
    return _linked(view.text(i)) or _by_neighbours(view, i, title, dated)


def _is_prose(view: View, i: int, title: int | None, dated: list[int]) -> bool:
    """Whether the judge reads a line as the article's own; of names in capitals below the title it is seldom sure."""
    if not view.is_body(i) or i < view.position.prose:
        return False
    if dated and (len(view.plain(i).split()) <= _MOST_NAME_WORDS or view.verdicts[i].score < _DOUBTED):
        return False
    is_names = title is not None and i - title <= _NEAR_TITLE and view.plain(i).isupper()
    return not (is_names and view.verdicts[i].score < _DOUBTED)


_NEAR_TITLE, _DOUBTED = 3, 0.85
_TITLED = re.compile(r"(?:Dr|Prof|dr|prof)\b\.?\s*")
# "陈慧敏 报道"; "2019-01-08 18:42 記者許允恩／雲嶺報導"
_CHINESE_TOLD = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})[ \u3000]?(?:报道|報道|報導|撰文)"
)
_CHINESE_REPORTER = re.compile(
    r"(?:\d{4}[\d/.:年月日 -]{6,20})?[记記]者(?P<who>[\u4e00-\u9fff]{2,4}(?:[、 \u3000][\u4e00-\u9fff]{2,4}){0,3})"
    "[／/][\u4e00-\u9fff]{2,4}(?:报道|報道|報導)"
)
_CHINESE_AND = re.compile("[、 \u3000]")


def _japanese_name(text: str, below_date: bool) -> str | None:
    """The name that is all of a line, or what follows an office in it."""
    if behind := _BEHIND_OFFICE.fullmatch(text) or _BEFORE_OFFICE.fullmatch(text):
        return behind["who"]
    is_name = _JAPANESE_NAME.fullmatch(text) or (below_date and _RUN_JAPANESE_NAME.fullmatch(text))
    return text if is_name else None


def _by_neighbours(view: View, i: int, title: int | None, dated: list[int]) -> Byline | None:
    """The author whom an Arabic line names beside a date, or a line above a reporter's office."""
    text = view.plain(i)
    below = title is not None and i > title
    if below and (i + 1 in dated or i - 1 in dated) and (placed := read_placed_byline(text)):
        return placed
    if title is None or not title < i < view.position.prose - 1 or not _is_office(view.plain(i + 1)):
        return None
    name = text.strip(_BULLETS)
    named = is_person(name) and not is_organisation(name) and view.facts[i].byline is None
    return Byline((name,), explicit=True) if named else None


def _below_date(i: int, dated: list[int]) -> bool:
    """Whether a line stands below a date, or below what is said of its last change."""
    return i - 1 in dated or i - 2 in dated


def _linked(text: str) -> Byline | None:
    """The people that a line of Markdown names with links to their pages: "[Ann Lee](/author/lee)"."""
    if "](" not in text or len(text) > _LONGEST_LINKED:
        return None
    names = [link["name"].strip("*_ ") for link in _LINK_TO_AUTHOR.finditer(text)]
    people = [name for name in names if is_person(name, explicit=True) and not names_office(name)]
    return Byline(tuple(dict.fromkeys(people)), explicit=True) if people else None


_LONGEST_LINKED = 600  # characters
_LINK_TO_AUTHOR = re.compile(
    r"\[(?P<name>[^\[\]]{2,60})\]\((?:https?://[^/()\s]{1,60})?(?:/[\w-]{1,20})?"
    r"/(?:authors?|auteurs?|autor(?:e|en|es|i|zy)?|autora|redakteur|forfatter|skribent|avtor|by)/[^()\s]{1,100}\)"
)


def _is_spoken_of(view: View, name: str, title: int | None, times: int = _SPOKEN_OF) -> bool:
    """Whether the title or some paragraphs of the body speak of somebody: he was interviewed, and did not ask."""
    surname = _surname(name)
    edges = ("", "") if surname[:1] >= UNSPACED else (r"(?<!\w)", r"(?!\w)")
    spoken = re.compile(re.escape(surname).join(edges), re.IGNORECASE)
    if title is not None and spoken.search(view.text(title)):
        return True
    bodies = (
        line.text
        for i, line in enumerate(view.page.lines)
        if view.is_body(i) and length(line.text) > _FEW_WORDS and not _tells_life(line.text, name)
    )
    return sum(spoken.search(text) is not None for text in bodies) >= times


def _tells_life(text: str, name: str) -> bool:
    """Whether a line begins with somebody's whole name: says who he is."""
    words = name.split()
    opening = text[: 2 * len(name) + _LONGEST_MIDDLE]
    if len(words) == 1 or not text.startswith((words[0], words[-1])) or not all(word in opening for word in words):
        return False
    return _IS.search(opening) is not None


_LONGEST_MIDDLE = 20  # characters: a patronymic's
_IS = re.compile(r"\s(?:[–—-]|is|was|ist|est|es|è|é|jest|är|er)\s")
_FEW_WORDS = 8  # of a line that only names somebody, as entries of live reports are signed


# "48 min · Hosted by Ann Lee and Bo Chan", of a podcast.
_HOSTED = re.compile(
    r"(?:^|[·|•]\s)(?:hosted by|moderiert von|moderation:|présenté par|animé par|presentado por|apresentado por"
    r"|condotto da|presentatie:|prowadz(?:i|ą):)\s(?=\w)",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"(?:interview|entretien|entrevista|intervista|intervju|gespräch)\s?[:：]\s?(?=\w)", re.IGNORECASE
)


_LONGEST_BYLINE = 80  # characters
# Words beside the names: "By Ann Lee, Staff Writer." has three; and the most of a byline that no full stop ends.
_MOST_IN_SENTENCE, _MOST_BESIDE = 4, 12


def _is_told(view: View, i: int, byline: Byline) -> bool:
    """Whether a line is a sentence of the body that speaks of somebody: "The race was won by Ann Lee." and on."""
    if not view.is_body(i):
        return False
    text = view.plain(i)
    if len(text) <= _LONGEST_BYLINE:
        text = without_others_work(text)
    if not byline.explicit:
        return ends_sentence(text)
    if not byline.opens:
        return True
    beside = length(text) - sum(map(length, byline.names))
    return beside > (_MOST_IN_SENTENCE if ends_sentence(text) else _MOST_BESIDE)


def _is_japanese(view: View, title: int | None) -> bool:
    texts = [view.text(i) for i in (title, view.position.prose) if i is not None and i < len(view.page.lines)]
    return bool(_KANA.search(" ".join(texts)))


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()


def _connects(view: View, i: int) -> bool:
    """Whether a line stands between two authors' names: "and", or what the one above is."""
    if not 0 <= i < len(view.page.lines):
        return False
    text = view.plain(i)
    is_office = _is_office(text) or (
        len(text) <= _LONGEST_BYLINE and speaks_of_office(text) and ("," in text or not is_person(text))
    )
    return bool(_CONNECTOR.match(view.text(i))) or (i < view.position.prose and is_office)


def _joined(view: View, i: int, first: int) -> Byline | None:
    """Another author, whom a line names and no more: below "and", or below the first under "Authors"."""
    if not first < i < view.position.prose or view.facts.get(i, NOTHING).dates:
        return None
    listed = first > 0 and names_authors(view.text(first - 1))
    below = view.plain(i + 1) if i + 1 < len(view.page.lines) else ""
    is_between = _is_office(below) or (len(below) <= _LONGEST_BYLINE and speaks_of_office(below))
    is_between = is_between or bool(view.facts.get(i + 1, NOTHING).dates)
    listed = listed or (is_between and _connects(view, i - 1) and i > first + 1)
    name = view.plain(i)
    is_name = "," not in name and is_person(name) and not is_organisation(name) and not speaks_of_office(name)
    return read_bare_name(name) if is_name and (listed or _CONNECTOR.match(view.text(i - 1))) else None


def _is_office_below(view: View, i: int) -> bool:
    return i + 1 < view.position.prose and _is_office(view.plain(i + 1))


def _is_office(text: str) -> bool:
    """Whether a line is a reporter's office and nothing else: "Politics reporter", "redacteur Binnenland"."""
    if len(text) > _LONGEST_OFFICE or text.count(" ") >= _WORDS_OF_AN_OFFICE or not _NO_OFFICE.isdisjoint(text):
        return False
    return " to the " not in text and _OFFICE.search(text.casefold()) is not None


_LONGEST_OFFICE, _WORDS_OF_AN_OFFICE, _NO_OFFICE = 40, 4, frozenset("'’:")  # "Editor's Picks" is none
_OFFICE = re.compile(any_of("byline", "reporters") + r"(?:\W|$)")
_BULLETS = "•*–- "


def _is_lone_mark(text: str) -> bool:
    return len(text) <= _LONGEST_MARK and bool(_LONE_MARK.match(text))


_NOBODY = re.compile(
    r"\S+@\S+\.\w+|(?:https?:|www\.|/|@).*|.*\.(?:com|org|net|html?)/.*|(?:.*\s)?admin(?:istrator)?"
    r"|editor(?:ial)?|author|(?:super )?user|system account|guest|root|webmaster|null|none|undefined"
    r"|n/?a|anonymous|unknown|default|test|special to .*|\W*|\d+"
    r"|(?:view|see|read|show) (?:all|more|full|profile|bio|other).*"
    r"|(?:more|all|other|posts|articles|stories) (?:posts|articles|stories|from|by)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 60  # characters
_NO_NAME = re.compile(r"[:()\[\]{}<>]|\s\d")
# What systems call an account: "jane-doe", "j.doe.12", "janedoe7", "janeDoe".
_ACCOUNT = re.compile(r"[^\W\d_]+(?:[._-][^\W_]+)+|\w*\d\w*|[^\W\d_A-Z]+[A-Z]\w*")

# Of these what hardly a pen name looks like: "web.editor3", "lj0217", "redaccion3".
_LOGIN = re.compile(
    r"(?=.*\d)[a-z]+(?:[._-][a-z0-9]+)+|[a-z]{1,3}\d{3,}|(?:admin|editor|news|pr[eé]ns|press|reda[ckz]|web)\w*\d+"
)


def authors_of_head(head: Head, signed: Signed | None, names_of_site: list[str]) -> list[Author]:
    """The authors that markup names, else those of the byline that was found among the lines.

    names_of_site: publisher and site. Where markup names nobody else and the page prints people, these are the
    authors. What no byline names, an element whose class speaks of the author may: a newsroom, or the site itself.
    """
    printed = signed.names if signed else ()
    site = {_folded(name) for name in names_of_site}
    keys = {_site_key(name) for name in names_of_site} - {""}
    site |= {_folded(name) for _, names in head.authors for name in names if _site_key(name) in keys}
    found: tuple[str, ...] = ()
    for names in _stated(head, frozenset(site)):
        people = tuple(name for name in names if _folded(name) not in site)
        if not all(map(_is_nobodys, people)):
            found = people
            break
        found = found or names
    if not found or all(
        _ACCOUNT.fullmatch(name)
        or (is_newsroom(name) and " " not in name)
        or (_folded(name) in site and not is_organisation(name))
        for name in found
    ):
        found = _of_classes(head, printed) or found
    elif set(found) < set(head.written_by) and all(
        is_person(name) and not speaks_of_office(name) for name in head.written_by
    ):
        found, signed = head.written_by, None
    if signed and _prints_better(signed, found, site):
        found = printed
    found = tuple(name for name in found if not _LOGIN.fullmatch(name))
    if not found:
        found = next(((text,) for text in head.bylines if _folded(text) in site or _is_team(text)), ())
    return [Author(name=name) for name in found]


def _site_key(name: str) -> str:
    """The letters of a site's name, the same for its domain: without accents, article and ".com"."""
    return "".join(char for char in unicodedata.normalize("NFKD", name_key(name)) if not unicodedata.combining(char))


def _is_team(text: str) -> bool:
    first, *others = text.casefold().split()
    return is_newsroom(text) and len(others) < _MOST_NAME_WORDS and first not in _NO_TEAM


_NO_TEAM = frozenset("away contact home join meet our support the visit your".split())  # "Meet the team", "Home team"


def _is_nobodys(name: str) -> bool:
    return is_organisation(name) or bool(_ACCOUNT.fullmatch(name))


def _prints_better(signed: Signed, stated: tuple[str, ...], site: set[str]) -> bool:
    """Whether the page's own byline is to be believed more than the markup.

    It is where markup names only the site, a house of the site's, a newsroom or an account, and the byline a person;
    and where it names some of those that markup names: photographers and reviewers are authors there, too. A byline
    that no word marks as one counts, against names that are not the site's, only where these are newsrooms of one
    word and it names only persons.
    """
    if not stated or all(_folded(name) in site for name in stated):
        return not any(_folded(name).startswith(_folded(other)) for name in signed.names for other in stated)
    if not signed.explicit:
        return all(is_newsroom(name) and " " not in name for name in stated) and all(map(is_person, signed.names))
    of_site = {word for name in site for word in name.split() if len(word) >= _LONG_WORD}
    weak = all(
        _folded(name) in site
        or is_newsroom(name)
        or _ACCOUNT.fullmatch(name)
        or (" " not in name and name.isascii())
        or _is_house(_folded(name).split(), of_site)
        or any(_folded(name).endswith(f" {other}") for other in site)
        for name in stated
    )
    if weak and any((" " in name or name[0] >= UNSPACED) and not is_organisation(name) for name in signed.names):
        return True
    printed = [_folded(name) for name in signed.names]
    named = [_folded(name) for name in stated]
    return printed[0] == named[0] and set(printed) < set(named)


def _is_house(words: list[str], of_site: set[str]) -> bool:
    """Whether a name is one of the site's words and a general one: "Planet Digital" of The Daily Planet."""
    return not of_site.isdisjoint(words) and not _HOUSE_WORDS.isdisjoint(words)


_HOUSE_WORDS = frozenset({"digital", "media", "news", "online", "studio", "studios", "team", "web"})
_LONG_WORD = 5  # letters


def _stated(head: Head, site: frozenset[str]) -> list[tuple[str, ...]]:
    """What markup states, in the order of trust, without what names nobody."""
    stated = [clean_names(names, site) for place, names in head.authors if place not in ("author", "rel=author")]
    stated += [clean_names(names, site) for place, names in head.authors if place == "author"]
    stated += [clean_names(names, site) for place, names in head.authors if place == "rel=author"][:1]
    return [names for names in stated if names]


def _opens(name: str, people: set[str]) -> bool:
    return name in people or (" " in name and any(person.startswith(name) for person in people))


def _of_classes(head: Head, printed: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the first element whose class says "author", and that shares one with the byline by the title.

    Such classes stand at comments and at other articles, too. printed: the names in the byline; what only a style
    sheet sets apart from a name, another one or a place, runs on there.
    """
    bylines = [byline.names for text in head.bylines if (byline := read_line(text).byline or read_byline(text))]
    people = {_folded(name) for name in printed if not is_organisation(name)}
    found = next(
        (names for names in bylines if not people or any(_opens(_folded(name), people) for name in names)),
        (),
    )
    # The text of the element may run on: "By Ann Lee and Bo Chan Ann Lee is a writer".
    runs_on = any(_folded(name).startswith(f"{other} ") for name in found for other in people)
    return printed if runs_on else found


def clean_names(values: tuple[str, ...], site: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Names as machines state them: apart where one value holds several, without "By" and addresses.

    site: what the publisher and the site are called, case folded: names that are not taken apart.
    """
    names: list[str] = []
    for part in (part for value in values for part in value.split(";")):
        text = _without_site(_BY.sub("", part.strip()).strip(), site)
        if not text or len(text) > 200 or _NOBODY.fullmatch(text):
            continue
        if _folded(text) in site or _is_one_name(text):
            names.append(text)
            continue
        byline = read_byline(f"By {text}")
        names.extend(
            byline.names if byline else [text] if len(text) <= _LONGEST_NAME and not _NO_NAME.search(text) else []
        )
    return tuple({_folded(name): name for name in reversed(names)}.values())[::-1]


def _is_one_name(text: str) -> bool:
    """Whether a value is a person's name and nothing else, however it is written: "Ann OseiMensah", say."""
    words = text.split()
    return len(words) in (2, 3) and not _SIGN.search(text) and is_person(text) and not names_office(text)


_SIGN = re.compile(r"[^\w\s.’'‐-]")
_BESIDE_SITE = re.compile(r"\s[-–—|•·/]\s")


def _without_site(text: str, site: frozenset[str]) -> str:
    """ "The Example - Ann Lee" and "Ann Lee | The Example" without the site's name."""
    parts = _BESIDE_SITE.split(text)
    kept = [part for part in parts if _folded(part) not in site]
    return kept[0] if len(parts) == 2 and len(kept) == 1 else text


_BY = re.compile(
    rf"^(?:{any_of('byline', 'marks')}\s*|(?:[^\W\d_]+\s){{1,4}}by[\s:]+|(?:(?:by|von|par|por|di|door|av)[\s:]+"
    r"|by(?-i:(?=[A-Z][a-z]))))",
    re.IGNORECASE,
)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
