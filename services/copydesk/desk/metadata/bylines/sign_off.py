"""The bylines below an article."""

import re

from lxml.html import HtmlElement

from copydesk.desk.frame import Role
from copydesk.desk.metadata.bylines.byline import (
    Byline,
    is_organisation,
    is_person,
    read_bare_name,
    read_byline,
)
from copydesk.desk.metadata.bylines.east_asian_byline import is_japanese, is_japanese_name, names_of_element
from copydesk.desk.metadata.bylines.signed import LONGEST_NAME, MOST_NAME_WORDS, is_lone_mark
from copydesk.desk.metadata.bylines.spoken_of import is_spoken_of, is_told
from copydesk.desk.metadata.facts import NOTHING
from copydesk.desk.metadata.lexicon import any_of
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.roles import furniture


def _leads(text: str, byline: Byline) -> bool:
    """Whether a line names another's work: "Next: Three poems by Ann Lee"."""
    return not byline.opens and ":" in text.partition(byline.names[0])[0]


Scored = tuple[float, int, Byline]


def signed_below(view: View) -> list[Scored]:
    """The marked bylines around the body's end, and names that a line of their bearer's life follows."""
    scored = []
    # A short article ends before its foot is read.
    for i in (*range(max(view.position.end - 1, 0), view.foot.start), *view.foot):
        if (byline := _introduced(view, i)) is not None:
            scored.append((-1.5 - 0.1 * abs(i - view.position.end), i, byline))
            continue
        if (byline := _signed_off(view, i)) is not None:
            scored.append((-1.0 - 0.1 * abs(i - view.position.end), i, byline))
            continue
        fact, distance = view.facts.get(i, NOTHING), abs(i - view.position.end)
        if fact.byline is None and distance <= _FARTHEST_MARKED and (byline := _posted(view.plain(i))):
            scored.append((-0.5 - 0.1 * distance, i, byline))
        elif (
            fact.byline
            and fact.byline.explicit
            and fact.rest == 0
            and not RIGHTS.search(view.text(i))
            and distance <= (_FARTHEST_MARKED if OPEN_MARK.match(view.text(i)) else _FARTHEST)
            and not _leads(view.plain(i), fact.byline)
            and not is_told(view, i, fact.byline)
        ):
            scored.append((-0.5 - 0.1 * distance, i, fact.byline))
    return scored


# "Posted by Ann at 10:12 AM"; who comments has the day there, too, and stands below.
_POSTED = re.compile(
    rf"{any_of('byline', 'posted')} (?P<who>[^\W\d_][^\d|:,]{{1,40}}?) {any_of('byline', 'at_time')}"
    r" \d\d?[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?\W*(?:$|\d+ |[^\W\d_]+:)",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"©|\(c\)|\brights\s+reserved", re.IGNORECASE)
# Lines below the body, of a byline and of one that a word with a colon opens: "Text: Ann Lee".
_FARTHEST, _FARTHEST_MARKED = 3, 6
OPEN_MARK = re.compile(r"[\s*_]*[^\W\d_]{2,14}\s?[:：]")


def _posted(text: str) -> Byline | None:
    """The author in what blogs print below a post, of one name or more."""
    match = _POSTED.match(text)
    return read_byline(f"By {match['who']}") if match else None


def _signed_off(view: View, i: int) -> Byline | None:
    """The author in a line straight below an article that says for whom he wrote it: "Ann Lee for The Planet".

    In Japanese newspapers the author's name stands in brackets behind the article's last sentence.
    """
    if i - view.position.end < _FARTHEST_BRACKETED and (bracketed := BRACKETED.search(view.text(i))):
        who, has_office = bracketed["who"], bracketed["office"] is not None
        is_name = is_japanese_name(who) or (has_office and _SHORT_NAME.fullmatch(who)) or _could_be_reporter(who)
        return Byline((who,), explicit=False) if is_name and is_japanese(view, None) else None
    if i - view.position.end in (-1, 0) and (alone := _IN_BRACKETS.fullmatch(view.plain(i))):
        return _signature(view, alone["who"]) if is_person(alone["who"]) else None
    text, lines = view.plain(i), view.page.lines
    if i - view.position.end in (-1, 0) and _is_set_apart(lines[i].element) and is_person(text):
        return _signature(view, text)
    if not 0 <= i - view.position.end <= _NEAR_END or view.is_body(i):
        return None
    if (sent := _FROM_PLACE.fullmatch(text)) and is_person(sent["who"]):
        return Byline((sent["who"],), explicit=False)
    if (alone := _ALONE_IN_BRACKETS.fullmatch(text)) and is_japanese(view, None):
        return Byline((alone["who"],), explicit=False)
    if i == view.position.end and i + 1 < len(lines) and _ends_article(lines[i + 1].text):
        return _signature(view, text)
    if i == view.position.end and is_person(text) and (_has_capital_surname(text) or _closes(view, i)):
        return _signature(view, text)
    if is_person(text) and (_RATING.fullmatch(view.plain(i - 1)) or _is_called_reporter(view, i)):
        return _signature(view, text)
    match = _FOR.fullmatch(text)
    if match is None or not is_person(match["who"]) or is_organisation(match["who"]):
        return None
    whom = match["whom"]
    names_itself = any(whom in line.text for line in (*lines[:_TOP], *lines[max(i + 1, len(lines) - _TOP) :]))
    return Byline((match["who"],), explicit=False) if names_itself else None


def _is_set_apart(element: HtmlElement | None) -> bool:
    """Whether a paragraph of HTML is set to the right, or all of it in italics or bold."""
    if element is None:
        return False
    if element.get("align") == "right" or _TO_THE_RIGHT.search(element.get("style", "")):
        return True
    inner = [child for child in element if isinstance(child.tag, str)]
    return (
        len(inner) == 1
        and inner[0].tag in _EMPHASIS
        and inner[0].text_content().strip() == element.text_content().strip()
    )


_TO_THE_RIGHT = re.compile(r"text-align:\s?right")
_EMPHASIS = ("b", "em", "i", "strong")


def _could_be_reporter(text: str) -> bool:
    """Whether what stands in brackets behind a Japanese article's end may be a name, and is none of the usual notes."""
    return names_of_element(text, "ja") == (text,) and _NOTE.search(text) is None


# "Honorifics omitted", "to be continued", ages as of then, prices with tax, agencies.
_NOTE = re.compile("[略完続終載談版号税価円年月日時在住共同時事提供協力参照訳注]")


def _signature(view: View, text: str) -> Byline | None:
    """The author whose name is all of the line below an article, with an office at most."""
    byline = read_bare_name(text)
    if byline is None or len(byline.names) > 1 or len(text.split()) > _MOST_SIGNED:
        return None
    (name,) = byline.names
    return None if is_organisation(name) or is_spoken_of(view, name, None, times=1) else byline


def _ends_article(text: str) -> bool:
    """Whether a line is what follows a signature: an address to write to, tags, and in Italian the rights."""
    return bool(_MAIL.fullmatch(text) or _TAGS.match(text) or _RESERVED.match(text))


def _has_capital_surname(text: str) -> bool:
    """Whether a name is written as only signatures are: "Anna LINDBERG"."""
    *given, surname = text.split()
    return len(surname) >= _SHORTEST_SURNAME and surname.isupper() and all(map(str.istitle, given))


_SHORTEST_SURNAME = 5  # letters: shorter ones are acronyms as often


def _closes(view: View, i: int) -> bool:
    """Whether what follows a name alone on a line closes the article: whose the pictures are, perhaps below a place, a
    link back, or the heading of the comments."""
    below = [view.plain(j) for j in range(i + 1, min(i + 3, len(view.page.lines)))]
    if any(map(_OWN_PICTURES.fullmatch, below)):
        return True
    if not below or len(below[0]) > _LONGEST_LABEL:
        return False
    role = furniture(below[0].casefold())
    return bool(_BACK.match(below[0])) or (role is not None and role[0] is Role.COMMENTS)


def _is_called_reporter(view: View, i: int) -> bool:
    """Whether the line above says that a reporter follows, and is no office of somebody named above it."""
    return i > 1 and _REPORTER.fullmatch(view.plain(i - 1)) is not None and not is_person(view.plain(i - 2))


# A critic signs below the mark given.
_RATING = re.compile(
    r"(?:voto|giudizio|rating|score|verdict|note|bewertung|wertung|puntuación|calificación|nota|ocena|betyg|cijfer|оценка)"
    r"\s?[:：]\s?[\d½¼¾★☆✩*.,/ ]+(?:(?:von|of|out of|sur|de|su|av|van|na|из) \d{1,3})?",
    re.IGNORECASE,
)
_REPORTER = re.compile(
    r"(?:reporter|journalist|reportage|journaliste|giornalista|periodista|dziennikarz)\s?:?", re.IGNORECASE
)
_LONGEST_LABEL = 30  # characters
_OWN_PICTURES = re.compile(
    r"(?:фото|photos?|fotos?|bild(?:er)?|zdjęci[ae])\s?[:.]?\s?(?:автора|(?:by )?(?:the )?author|verfasser(?:in)?"
    r"|(?:de |dell['’]|do )?(?:l['’])?aut(?:eure?|orin|ora|or|ore)|författaren|forfatteren|skribenten)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:torna (?:indietro|su)|back$|go back|zurück|retour|volver|voltar|terug|tillbaka|tilbake|powrót|wróć|назад"
    r"|вернуться)",
    re.IGNORECASE,
)
# "Z Wilna Jan Nowak (PAP)", below a Polish agency's dispatch.
_FROM_PLACE = re.compile(
    r"Ze? [^\W\d_a-zß-öø-ž]\w+(?: [^\W\d_a-zß-öø-ž]\w+)?? "
    r"(?P<who>[^\W\d_a-zß-öø-ž]\w+ [^\W\d_a-zß-öø-ž][\w-]+) \([^()]{2,20}\)"
)
_TAGS = re.compile(r"(?:tags?|tagi|теги|schlagworte|etichette|etiquetas|mots-clés)\s?[:：]", re.IGNORECASE)
_RESERVED = re.compile(r"©?\s?riproduzione riservata", re.IGNORECASE)
# None of the signs of "honorifics omitted", "to be continued", "the end", desks, series and agencies.
_ALONE_IN_BRACKETS = re.compile(
    "[（(](?:[\u4e00-\u9fff]{1,8}(?:[支総]局|通信局|支社|[報政経社][道治済会]部)[・ \u3000])?"
    "(?P<who>[\u4e00-\u9fff](?![^）)]*[略完続終載部班信社局注])[\u4e00-\u9fff々\u3040-\u309f]{2,5})[）)]"
)
_IN_BRACKETS = re.compile(r"\((?P<who>[^\W\d_a-zß-öø-ž][^\d()]{4,40})\)")
_FARTHEST_BRACKETED = 6  # lines below the body: a wall or a list may stand between
_SHORT_NAME = re.compile("[\u4e00-\u9fff々]{3,5}")
_MAIL, _MOST_SIGNED = re.compile(r"\S+@\S+"), 7  # words
_NEAR_END, _TOP = 2, 10  # lines
BRACKETED = re.compile(
    r"。\s?（(?P<office>[\u4e00-\u9fff]{0,6}(?:記者|委員|特派員|支局長|編集長|部長)[ \u3000・])?"
    r"(?P<who>[^（）]{3,7})）$"
)
_FOR = re.compile(
    r"(?:[-–—(]\s?)?(?P<who>[^\W\d_][^\d,;:|()]{3,40}) (?:for|für|pour|para|per|dla) "
    r"(?:the )?(?P<whom>[^\W\d_a-zß-ÿ][^,;:|().]{1,40})\)?"
)


def _introduced(view: View, i: int) -> Byline | None:
    """The author below an article whose name a line of nothing else has, and the next begins with it."""
    text = view.plain(i)
    if len(text) > LONGEST_NAME or not 2 <= len(text.split()) <= MOST_NAME_WORDS or view.is_body(i):
        return None
    if is_lone_mark(view.text(i - 1)):
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


_SHORTEST_LIFE = 30  # characters
# Under a name that stands alone.
_LIFE_GOES_ON = re.compile(r"(?:is|was|ist|est|es|è|é|jest|är|er) .{0,12}\w.{30}")
