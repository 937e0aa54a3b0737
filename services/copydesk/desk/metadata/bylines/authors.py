"""Which of the page's bylines are this article's."""

import re

from copydesk.desk.metadata.bylines.author_list import names_authors, read_author_list
from copydesk.desk.metadata.bylines.byline import (
    Byline,
    is_newsroom,
    is_organisation,
    is_person,
    names_office,
    read_bare_name,
    read_byline,
    read_placed_byline,
    read_reporters,
    speaks_of_office,
    without_others_work,
)
from copydesk.desk.metadata.bylines.east_asian_byline import (
    chinese_names,
    chinese_signature,
    is_japanese,
    japanese_names,
    names_of_element,
    reporters_of_dispatch,
)
from copydesk.desk.metadata.bylines.sign_off import BRACKETED, OPEN_MARK, RIGHTS, Scored, signed_below
from copydesk.desk.metadata.bylines.signed import LONGEST_NAME, MOST_NAME_WORDS, NOBODY, Signed, is_lone_mark, is_team
from copydesk.desk.metadata.bylines.spoken_of import LONGEST_BYLINE, SPOKEN_OF, SPOKEN_OF_STAMPED, is_spoken_of, is_told
from copydesk.desk.metadata.dates.printed import is_calendar_word, label
from copydesk.desk.metadata.element_names import CAPTIONS, is_named
from copydesk.desk.metadata.facts import NOTHING, Facts, read_bare_line
from copydesk.desk.metadata.houses.masthead import dispatched_by, is_of_press, lists_sections, name_key, of_copy
from copydesk.desk.metadata.lexicon import any_of, lower
from copydesk.desk.metadata.position import ABOVE_TITLE
from copydesk.desk.metadata.sentence import ends_sentence
from copydesk.desk.metadata.series import read_series_line
from copydesk.desk.metadata.titles.title import names_book
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.roles import furniture

_NOT_LATIN = re.compile("[\u0370-\u1fff]")
_CONNECTOR = re.compile(r"^(?:and|&|und|et|y|e|en|och|og|и|,)$", re.IGNORECASE)


def find_authors(view: View, title: int | None, *dated: int | None) -> Signed | None:
    """The byline of the article on the page.

    title, dated: the lines of its title and its dates. A bare name counts only beside one of them, and not where
    the title or the body speaks of its bearer.
    """
    stamps = [i for i in dated if i is not None]
    stamps += [i + 1 for i in stamps if (below := view.facts.get(i + 1, NOTHING)).dates and below.rest <= _FEW_BESIDE]
    found = [*_above(view, title, stamps), *signed_below(view)]
    scored = [each for each in found if not all(map(NOBODY.fullmatch, each[2].names))]
    if not scored:
        return _reviewer(view, title) or _told_by_life(view, title) or _agency(view, title)
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
    if above >= 0 and is_lone_mark(view.text(above)):
        lines.append(above)
    if not byline.explicit:  # a newspaper's name in the line above its writer's
        names = [name for name in names if not is_of_press(name)] or names
    names = [name for name in names if not NOBODY.fullmatch(name)]
    names = _without_houses(view, names, lines, byline.explicit)
    below_caption = min(lines) > 0 and ends_sentence(view.text(min(lines) - 1))
    if below_caption and len(names) > 1 and names[0].isupper() and not any(map(str.isupper, names[1:])):
        names = names[1:]  # the first took the picture
    if len(names) > 1:  # an office on a line of its own
        names = [name for name in names if is_organisation(name) or not names_office(_TITLED.sub("", name))] or names
    lines = [i for i in lines if not (view.is_body(i) and _is_text(view.text(i)))]
    marked = byline.explicit and (view.facts[best].byline is not None or not _is_office_below(view, best))
    if not names:
        return None
    joined = len(names) > 1 and _are_joined(view.plain(best), names[-2], names[-1])
    return Signed(tuple(dict.fromkeys(names)), tuple(sorted(lines)), marked, joined)


def _are_joined(text: str, name: str, other: str) -> bool:
    """Whether nothing but a word for "and" stands between two names in a text."""
    start, end = text.find(name), text.rfind(other)
    between = text[start + len(name) : end].strip(" ,").casefold() if 0 <= start < end else ""
    return between in _AND


_AND = frozenset("and & und et y e i a en och og и і ve dan και".split())


def _without_houses(view: View, names: list[str], lines: list[int], explicit: bool) -> list[str]:
    """The names without the house's, "By Ann Lee, The Planet", where others stand; without a mark without the rights'
    holder and places, too. lines: those that sign."""
    if len(names) > 1:
        house = {name_key(view.text(i)) for i in range(min(_TOP, *lines))}
        names = [name for name in names if name_key(name) not in house] or names
    if len(names) > 1 and not explicit:
        others = (name for name in names if not _is_holder(view, name))
        names = [name for name in others if not _is_place(view, name, lines)] or names
    return names


_TOP = 6  # lines of a page that may bear the house's name


def _is_holder(view: View, name: str) -> bool:
    """Whether a line says that the rights are held by one of a name, however it is written there."""
    key = _undotted(name)
    return any(RIGHTS.search(line.text) and key in _undotted(line.text) for line in view.page.lines)


def _undotted(name: str) -> str:
    """The letters of a name, with Turkish capitals as other languages read them."""
    return name_key(name).replace("ı", "i")


def _is_place(view: View, name: str, signed: list[int]) -> bool:
    """Whether another line than those that sign says that something is in what reads like a name: "in Port Erral"."""
    for i, line in enumerate(view.page.lines):
        if name not in line.text or i in signed:
            continue
        before = line.text.partition(name)[0].split()
        # "Jan Vos en Piet Smit" are two in Dutch.
        if before and before[-1].casefold() in _LOCATIVE and not (len(before) > 1 and before[-2][0].isupper()):
            return True
    return False


_LOCATIVE = frozenset("in near at en em à nach bei aus w we в во".split())


def _is_text(line: str) -> bool:
    """Whether the brackets in which a line names its reporters stand in the article's own text."""
    return bool(BRACKETED.search(line) or reporters_of_dispatch(line))


def _above(view: View, title: int | None, dated: list[int]) -> list[Scored]:
    """The bylines from just above the title to the body: marked ones first, then the nearest."""
    top = title if title is not None else view.position.head.start
    scored = []
    for i in (*view.head, *view.below):
        if i < top - _FARTHEST_ABOVE or i == title:
            continue
        if i < top - ABOVE_TITLE and not _is_label(view, i):
            continue
        byline = _byline(view, i, title, dated)
        if byline is None and (told := reporters_of_dispatch(view.text(i))):
            scored.append((_OF_DISPATCH, i, Byline(told, explicit=True, opens=False)))
        elif byline and not is_told(view, i, byline):
            distance = abs(i - (title if title is not None else view.position.prose))
            scored.append((_sureness(byline) - 0.1 * distance - (1.0 if i < top else 0.0), i, byline))
    return scored


def _is_label(view: View, i: int) -> bool:
    """Whether a line says with a colon who wrote it, and the next says something in the same way: "Edited by: ..."."""
    byline = view.facts[i].byline
    if byline is None or not byline.opens or not OPEN_MARK.match(view.plain(i)):
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


_OF_DISPATCH = 1.0  # what stands above the dispatch says it better
_FARTHEST_ABOVE = 8  # lines from the title, of a byline that a word with a colon opens


def _agency(view: View, title: int | None) -> Signed | None:
    """The agency whose dispatch it is, where a line above the text has it alone, as source or before a place."""
    agencies = {lower(by) for by in dispatched_by(view, title)}
    for i in range(title + 1, view.position.prose) if agencies and title is not None else ():
        name = _SOURCE.sub("", view.plain(i)).partition(", ")[0]
        if lower(name) in agencies and not view.is_body(i):
            return Signed((name,), (i,), explicit=False)
    return None


_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|źródło|källa|kilde|kaynak|sumber|источник|джерело|المصدر)\s?[:：]\s?",
    re.IGNORECASE,
)


def _reviewer(view: View, title: int | None) -> Signed | None:
    """Who reviewed a book, where a line beside says how many pages it has or what it costs, and nobody else signs."""
    for i in view.around(title):
        match = _REVIEWED.match(view.plain(i)) if len(view.text(i)) <= LONGEST_NAME else None
        if match is None or view.is_body(i):
            continue
        beside = (
            view.text(j) for j in range(max(0, i - _BESIDE_BOOK), min(i + _BESIDE_BOOK + 1, len(view.page.lines)))
        )
        byline = read_byline(f"By {view.plain(i)[match.end() :]}")
        if byline and any(map(names_book, beside)):
            return Signed(byline.names, (i,), explicit=True)
    return None


def _told_by_life(view: View, title: int | None) -> Signed | None:
    """Who writes here, as a line below the title or the article's last tells, where nobody signs.

    "Ann Lee is a doctor and writes for The Planet." Below the article an office is enough. The body does not speak of
    him. On 1,192 real pages it named six people, all of them authors.
    """
    top = range(title + 1, view.position.prose) if title is not None else range(0)
    for i in (*top, *range(max(top.stop, view.position.end - 1), min(view.position.end + 2, len(view.page.lines)))):
        text = view.plain(i)
        life = _LIFE.match(text) if len(text) <= _LONGEST_LIFE else None
        has_office = i not in top and speaks_of_office(text.partition(". ")[0])
        if life is None or not (has_office or _WRITES_HERE.search(text, life.end())):
            continue
        who = life["who"]
        if is_person(who) and not is_organisation(who) and not is_spoken_of(view, who, title, times=1):
            return Signed((who,), (i,), explicit=False)
    return None


_LONGEST_LIFE = 300  # characters
_LIFE = re.compile(r"(?P<who>[^\W\d_a-zß-ÿ][\w'’.-]+(?: [\w'’.-]+){1,3}?),? (?:is|ist|est|es|è|é|jest|är|er) ")
_WRITES_HERE = re.compile(
    r"(?<!\w)(?:writes|schreibt|écrit|escribe|escreve|scrive|schrijft|pisze|skriver"
    r"|(?:of|for|at|with) (?:this|our) (?:newspaper|paper|magazine|weekly|blog|website)|dieser (?:zeitung|zeitschrift)"
    r"|de ce (?:journal|magazine)|de este (?:diario|periódico)|deste jornal|di questo giornale|van deze krant)(?!\w)",
    re.IGNORECASE,
)
_BESIDE_BOOK = 3  # lines
_FEW_BESIDE = 2  # words beside a date
_REVIEWED = re.compile(r"(?:book )?review(?:ed)? by\s+(?=\S)|rezensiert von\s+|besprochen von\s+", re.IGNORECASE)


def _byline(view: View, i: int, title: int | None, dated: list[int]) -> Byline | None:
    fact, text = view.facts[i], _GLUED_AGE.sub("", view.plain(i))
    if names_book(text) or _FILM.search(text) or RIGHTS.search(text):
        return None
    if (asked := _INTERVIEW.match(text) or _HOSTED.search(text)) and len(text) <= LONGEST_BYLINE:
        byline = read_byline(f"By {text[asked.end() :]}")
        return byline if byline and not any(is_spoken_of(view, name, title) for name in byline.names) else None
    if i and is_lone_mark(view.text(i - 1)):
        return read_byline(f"By {text}") if len(text) <= 120 else None
    if (words := _WORDS.match(text)) and (signed := _beside_pictures(view, i, text[words.end() :])):
        return signed
    if special := _special(view, i, title, dated):
        return special
    if fact.byline and fact.byline.explicit:
        names = fact.byline.names
        is_house = _PUBLISHED_BY.match(text) and all(map(is_organisation, names)) and not any(map(is_newsroom, names))
        return fact.byline if len(text) <= 200 and not is_house else None
    if title is not None and i < title:
        return _above_title(view, i, title, dated)
    beside = (title is not None and i - title <= 3) or any(_is_near(view, i, stamp) for stamp in dated)
    if beside and title is not None and title < i and (newsroom := _newsroom_of_house(view, i)):
        return newsroom
    if beside and (known := _ACCOUNT_BELOW.fullmatch(text) or _OUR_CORRESPONDENT.fullmatch(text)):
        return Byline((known["who"],), explicit=False)
    beside = beside or (title is not None and title < i and (_is_above_place(view, i) or _is_above_house(view, i)))
    return _bare(view, i, text, title, dated) if beside or fact.dates else None


def _newsroom_of_house(view: View, i: int) -> Byline | None:
    """The newsroom whose word opens a line before the house's name, perhaps beside the day: "Redactie Fen & Ley"."""
    text = view.plain(i)
    for date in reversed(view.facts[i].dates):
        text = f"{text[: date.start]}{text[date.end :]}"
    name = text.strip(" -–—|·•,:")
    newsroom, _, house = name.partition(" ")
    if not is_newsroom(newsroom) or len(key := name_key(house)) < _SHORTEST_HOUSE or view.is_body(i):
        return None
    others = (line.text for j, line in enumerate(view.page.lines) if j != i and not view.is_body(j))
    return Byline((name,), explicit=False) if any(name_key(other).startswith(key) for other in others) else None


_SHORTEST_HOUSE = 4  # letters


def _beside_pictures(view: View, i: int, who: str) -> Byline | None:
    """The author whom a magazine names after "Words", where the line or one beside names the photographer, too."""
    beside = [view.plain(j) for j in (i - 1, i + 1) if 0 <= j < len(view.page.lines)]
    is_beside = without_others_work(who) != who or any(_PICTURES_BY.match(text) for text in beside)
    byline = read_byline(f"By {who}") if is_beside else None
    return byline if byline and all(is_person(name, explicit=True) for name in byline.names) else None


_WORDS = re.compile(r"(?:(?i:words|text|texte|texto|testo|tekst|texten)|文)\s+(?=[^\W\d_a-zß-ÿ])")
_PICTURES_BY = re.compile(
    r"(?i:photo(?:s|graphs|graphy|graphie|graphies)?|pictures|illustrations?|fotos?|fotografi(?:a|e|en)?|fotografía"
    r"|bild(?:er)?|illustrationen|zdjęcia|攝影|摄影|圖|图)\s+(?=[^\W\d_a-zß-ÿ])"
)


def _is_above_place(view: View, i: int) -> bool:
    """Whether a line stands above the place, in capitals on a line of its own, that opens the text; or names do
    between."""
    place = view.position.prose - 1
    if not i < place <= i + _MOST_ABOVE_PLACE or not _PLACE_ALONE.fullmatch(view.text(place)):
        return False
    return all(is_person(view.plain(j)) and not view.plain(j).isupper() for j in range(i, place))


def _is_above_house(view: View, i: int) -> bool:
    """Whether a line stands above the reporter's house and place, which open the text: "Planet News, Leeds"."""
    if i + 2 != view.position.prose:
        return False
    house, comma, _ = view.plain(i + 1).partition(", ")
    return comma != "" and is_organisation(house) and is_of_press(house)


_MOST_ABOVE_PLACE = 4  # lines
_PLACE_ALONE = re.compile(
    r"[^\W\d_a-zß-ÿ]{2,20}(?:[ -][^\W\d_a-zß-ÿ]{2,20}){0,2}(?: [eyi] [^\W\d_a-zß-ÿ]{2,20})?(?: \([A-Z]{2}\))?"
)


def _is_near(view: View, i: int, stamp: int) -> bool:
    """Whether a line stands at most two from a date, counts of views and comments and the reading time apart."""
    between = range(stamp + 1, i) if i - stamp <= _FARTHEST_NEAR else ()
    counts = sum(_COUNT.fullmatch(view.plain(j)) is not None or _is_reading_time(view, j) for j in between)
    return abs(i - stamp) - counts <= _NEAR_STAMP


def _is_reading_time(view: View, i: int) -> bool:
    fact = view.facts.get(i, NOTHING)
    return fact.minutes is not None and fact.rest == 0


_NEAR_STAMP, _FARTHEST_NEAR = 2, 5  # lines
_COUNT = re.compile(r"\d{1,3}(?:[\s.,]?\d{3}){0,2} [^\W\d_]{3,14}|[^\W\d_]{3,14}: \d{1,3}(?:[\s.,]?\d{3}){0,2}")


def _bare(view: View, i: int, text: str, title: int | None, dated: list[int]) -> Byline | None:
    """The author whose name is all of a line beside the title or a date, but for the date and an office.

    text: the line's words.
    """
    fact = view.facts[i]
    if not fact.dates and is_japanese(view, title):
        names = japanese_names(text, _below_date(i, dated))
        if names or (i + 1 in dated and _took_picture(view, text)):
            return Byline(names or (text,), explicit=False)
    if of_copy(text) or lists_sections(text) or (_NOT_LATIN.match(text) and furniture(text.casefold()) is not None):
        return None
    element = view.page.lines[i].element
    if element is not None and is_named(element, CAPTIONS):
        return None
    if _CAPTION.search(text) or _is_place_of_newsroom(view, i, dated) or _is_of_field(view, i):
        return None
    is_stamped = (
        title is not None
        and title < i < view.position.prose - 1
        and (_is_stamp(view, i + 1, dated) or (i + 2 in dated and _PLACE_ALONE.fullmatch(view.text(i + 1)) is not None))
    )
    if (
        is_stamped
        and is_team(text)
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
    times = SPOKEN_OF_STAMPED if is_stamped else SPOKEN_OF
    if _STYLED.fullmatch(text) and i > min(dated, default=i):
        return fact.byline
    if any(is_spoken_of(view, name, title, times) for name in fact.byline.names):
        return None
    return None if _is_prose(view, i, title, dated) else fact.byline


def _is_place_of_newsroom(view: View, i: int, dated: list[int]) -> bool:
    """Whether a line in capitals stands between a newsroom and the date."""
    is_between = i > 0 and i + 1 in dated and is_team(view.plain(i - 1))
    return is_between and _PLACE_ALONE.fullmatch(view.text(i)) is not None


def _is_of_field(view: View, i: int) -> bool:
    """Whether the line above is a label with a colon, and no word for an author or a day: "Real name:"."""
    above = view.plain(i - 1) if i > 0 else ""
    is_label = above.endswith((":", "：")) and len(above) <= _LONGEST_OFFICE
    return is_label and not is_lone_mark(above) and not label(above) and _OFFICE.search(above.casefold()) is None


def _took_picture(view: View, name: str) -> bool:
    """Whether a Japanese name stands as the photographer's in a caption: reporters take pictures, too."""
    return names_of_element(name, "ja") == (name,) and any(f"{name}撮影" in line.text for line in view.page.lines)


# A sentence and, in brackets, who took the picture.
_CAPTION = re.compile(r"\w{3,}[.!?…؟۔]\s?[(\[][^()\[\]]+[)\]]$")
# "Hon Ann Lee": ministers, who are quoted in their releases, have this style where they sign alone.
_STYLED = re.compile(r"(?:The )?(?:Rt\.? )?Hon\.? [^\W\d_a-zß-ÿ][\w'’-]+(?: [^\W\d_a-zß-ÿ][\w'’-]*){1,3}")
# "Ann Lee at Quarry Park", as match reports are signed.
_AT_SCENE = re.compile(r"(?P<who>[^\d,;:]{5,40}?) at (?:the )?[^\W\d_a-zß-ÿ][\w'’.-]*(?: [^\W\d_a-zß-ÿ][\w'’.-]*){0,3}")
# Of a book, of an obituary: who publishes is no author.
_PUBLISHED_BY = re.compile(r"(?:originally |first )?published by ", re.IGNORECASE)
# "by Ann Lee, Ireland 2024, 98'": who made the film that is reviewed.
_FILM = re.compile(r",? \(?(?:19|20)\d\d\)?,? (?:\d{2,3}\s?(?:['′’]|min(?:uten|utes|uti|utos|uter)?\b)|\d h \d\d\b)")
# "Ann Lee5 hours ago", where an element's end is lost.
_GLUED_AGE = re.compile(r"(?<=[a-zß-ÿ])\d{1,2} (?:second|minute|hour|day|week|month)s? ago$")
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
    """The author between the date and the title, where that is in no Latin letters or a name that stands alone; or
    above both with the office between, or whom another line introduces; or between the section of opinions
    and the title, and nowhere else.

    Without these it is the section, whose name looks like a person's.
    """
    text = view.plain(i)
    is_between = i - 1 in dated and i + 1 == title
    below_date = is_between and (_NOT_LATIN.match(text) or _is_lone_name(view, i))
    has_office = i + 2 in dated and not text.isupper() and speaks_of_office(view.plain(i + 1))
    is_column = (
        i + 1 == title and i > 0 and view.plain(i - 1).casefold() in _OPINION and _is_nowhere_else(view, i, text)
    )
    if not (below_date or has_office or is_column or (title - i <= _NEAR_TITLE and _is_introduced(view, i))):
        return None
    byline = read_bare_line(text).byline
    if byline is None or any(map(is_organisation, byline.names)):
        return None
    return None if any(is_spoken_of(view, name, title) for name in byline.names) else byline


_OPINION = frozenset(
    "opinion opinions comment commentary column columns columnist columnists meinung kommentar kolumne opinión columna"
    " columnas tribuna opinião coluna colunas opinione opinioni commento rubrica chronique chroniques tribune opinie"
    " commentaar krönika kolumn debatt ledare felieton opinia opinie мнение мнения колонка رأي آراء".split()
)


def _is_lone_name(view: View, i: int) -> bool:
    """Whether a line below a date and its hour is a person's name that the page has nowhere else: below a day alone
    stand the kickers of magazines.
    """
    text = view.plain(i)
    is_timed = any(date.time for date in view.facts.get(i - 1, NOTHING).dates)
    return is_timed and not text.isupper() and is_person(text) and _is_nowhere_else(view, i, text)


def _is_introduced(view: View, i: int) -> bool:
    """Whether a line is a name with which another begins that says who its bearer is: a writer's, above his column."""
    name = view.plain(i).title() if view.plain(i).isupper() else view.plain(i)
    if not 2 <= len(name.split()) <= MOST_NAME_WORDS or not is_person(name):
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
    if i in dated or _is_reading_time(view, i) or _is_day(text):
        return True
    return len(text) <= LONGEST_BYLINE and not text.endswith((".", ":")) and speaks_of_office(text)


def _is_day(text: str) -> bool:
    """Whether a line is a day without its year: "Jun 9"."""
    words = text.casefold().replace(".", "").split()
    return len(words) == 2 and any(map(str.isdigit, words)) and any(map(is_calendar_word, words))


def _special(view: View, i: int, title: int | None, dated: list[int]) -> Byline | None:
    """The author of a line that its sign, its links or its neighbours tell."""
    text = view.plain(i)
    below = title is not None and title < i
    if told := chinese_names(text) or (chinese_signature(text) if below else None):
        return Byline(told, explicit=True)
    if below and (presented := _OF_SERIES.fullmatch(text)) and _stands_elsewhere(view, i, presented["series"]):
        byline = read_byline(f"By {presented['who']}")
        return byline if byline and all(map(is_person, byline.names)) else None
    if below and i <= view.position.prose and (sent := read_reporters(text)):
        return None if any(is_spoken_of(view, name, title) for name in sent.names) else sent
    if (i + 1 in dated or i - 1 in dated) and (signed := _with_house(view, i)):
        return signed
    return _linked(view.text(i)) or _by_neighbours(view, i, title, dated)


def _stands_elsewhere(view: View, i: int, text: str) -> bool:
    """Whether a line above ends in a text, as the breadcrumb does in the series."""
    return any(line.text.endswith(text) for line in view.page.lines[:i])


# "The Tide Table, by Ann Lee", where the page has the series elsewhere, too.
_OF_SERIES = re.compile(r"(?P<series>[^,]{4,40}), (?:by|von|par|por|di|door|av|af) (?P<who>[^\W\d_a-zß-ÿ][^,]{3,40})")


def _with_house(view: View, i: int) -> Byline | None:
    """The author whom a line names behind the house that the page's first line is the name of: "The Planet - Ann Lee".

    Nowhere else does the page have that name: sections and people of the story recur.
    """
    house, _, who = view.plain(i).partition(" - ")
    if not who or house != view.plain(0) or not is_person(who) or is_organisation(who):
        return None
    return Byline((who,), explicit=True) if _is_nowhere_else(view, i, who) else None


def _is_nowhere_else(view: View, i: int, who: str) -> bool:
    return not any(who in line.text for j, line in enumerate(view.page.lines) if j != i)


def _is_prose(view: View, i: int, title: int | None, dated: list[int]) -> bool:
    """Whether the judge reads a line as the article's own; of names in capitals below the title it is seldom sure."""
    if not view.is_body(i) or i < view.position.prose:
        return False
    if dated and (len(view.plain(i).split()) <= MOST_NAME_WORDS or view.verdicts[i].score < _DOUBTED):
        return False
    is_names = title is not None and i - title <= _NEAR_TITLE and view.plain(i).isupper()
    return not (is_names and view.verdicts[i].score < _DOUBTED)


_NEAR_TITLE, _DOUBTED = 3, 0.85
_TITLED = re.compile(r"(?:Dr|Prof|dr|prof)\b\.?\s*")


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
# "48 min · Hosted by Ann Lee and Bo Chan", of a podcast.
_HOSTED = re.compile(
    r"(?:^|[·|•]\s)(?:hosted by|moderiert von|moderation:|présenté par|animé par|presentado por|apresentado por"
    r"|condotto da|presentatie:|prowadz(?:i|ą):)\s(?=\w)",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"(?:interview|entretien|entrevista|intervista|intervju|gespräch)\s?[:：]\s?(?=\w)", re.IGNORECASE
)


def _connects(view: View, i: int) -> bool:
    """Whether a line stands between two authors' names: "and", or what the one above is."""
    if not 0 <= i < len(view.page.lines):
        return False
    text = view.plain(i)
    is_office = _is_office(text) or (
        len(text) <= LONGEST_BYLINE and speaks_of_office(text) and ("," in text or not is_person(text))
    )
    return bool(_CONNECTOR.match(view.text(i))) or (i < view.position.prose and is_office)


def _joined(view: View, i: int, first: int) -> Byline | None:
    """Another author, whom a line names and no more: below "and", or below the first under "Authors"."""
    if not first < i < view.position.prose or view.facts.get(i, NOTHING).dates:
        return None
    listed = first > 0 and names_authors(view.text(first - 1))
    below = view.plain(i + 1) if i + 1 < len(view.page.lines) else ""
    is_between = _is_office(below) or (len(below) <= LONGEST_BYLINE and speaks_of_office(below))
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
