"""The names by which a page may call its site, and where it prints them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice, pairwise

from copydesk.desk.metadata.breadcrumb import is_home
from copydesk.desk.metadata.bylines.byline import is_person
from copydesk.desk.metadata.facts import NOTHING, read_line
from copydesk.desk.metadata.head import leads_home
from copydesk.desk.metadata.houses.rights import without_form
from copydesk.desk.metadata.lexicon import any_of, lower, words
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.footings import syndicated_from
from copydesk.desk.naming.roles import furniture, is_button, is_label
from copydesk.desk.page.html import inner_text

_TOP_LINES, _FOOT_LINES, _AFTER_BODY = 24, 40, 15
_LONGEST_NAME, _MOST_WORDS = 60, 8
_LONGEST_TOP, _LONGEST_FOOT = 90, 400  # characters of a line
_MOST_TOKENS = 14  # of a line's beginning that a name stands in
_LONGEST_ONCE = 7  # "Dada" is a name, too
_MOST_PIECES = 3  # a line of more is a menu
_MOST_FILLERS = 4
_THE = ("The", "THE")  # a name's
_LONG_ABBREVIATION = 4  # letters of a token that a full stop may end without ending the name: "St.", "Co."

_BEFORE, _FILLERS, _AFTER = words("publisher", "before"), words("publisher", "fillers"), words("publisher", "after")
_VERBS, _CONNECTORS = words("publisher", "verbs"), words("publisher", "connectors")
_PRESS, _OWNERS = words("publisher", "press"), words("publisher", "owners")
_PRESS_END = re.compile(rf"{any_of('publisher', 'press_endings')}$")
_EDITION = re.compile(rf"{any_of('publisher', 'editions')}$")
_SKIP = re.compile(any_of("publisher", "skips"))
_NOBODY = words("publisher", "nobody") | {rubric for rubric in words("series", "rubrics") if " " in rubric}
_TOOLS = words("publisher", "tools")
# They hold the rights in what others print.
_AGENCIES = words("publisher", "agencies")
_IDLE = (
    words("byline", "not_in_bare_names")
    | words("breadcrumb", "home")
    | words("headline", "furniture")
    | words("publisher", "idle")
)
_OF_MENUS = words("breadcrumb", "home") | words("publisher", "menus")
_LEAD = re.compile(rf"(?:{any_of('publisher', 'articles')}\s+|l['’])", re.IGNORECASE)
ELIDED = re.compile(r"\bl['’]", re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com|org|net|info|co\.uk|com\.au|[a-z]{2}|example)$", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_]+")
_PARTS = re.compile(r"\s*[|»›·•/→]\s*|\s[-–—:]+\s|:\s|\s{2,}")
_PARTS_BESIDE_QUOTES = re.compile(_PARTS.pattern.replace("»", "", 1))
_TITLE_PARTS = re.compile(rf"{_PARTS.pattern}|\s*[|_]\s*|(?<=[\u3040-\uffef])-|^-")
_LOGO = re.compile(r"\blogo\b", re.IGNORECASE)
_PICTURE = re.compile(r"\[?\s?!\[(?P<words>[^\[\]]{2,60})\]\([^()\s]*\)\s?(?:\]\([^()\s]*\))?")
# A link to the front page, or a picture with one: "[The Planet](/)".
_FRONT = re.compile(r"\[(?:\s?!\[)?[^\[\]]{2,60}(?:\]\([^()\s]*\)\s?)?\]\((?:/|https?://[^/()\s]{1,60}/?)\)")
# As lynx prints what a page's head says of its feeds: "#[1]The Planet » Feed".
_FEED = re.compile(r"#\s?\[\d\](?P<name>[^»›\[\]]{2,60}?)\s[»›]\s")
_BILINGUAL = re.compile(r"(?P<wide>[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,12})\s(?P<latin>[A-Z][A-Za-z ]{2,40})")
_SENDER = re.compile(
    r"(?:from|von|de|da|van|från|fra|od|от)\s?: \"?(?P<name>[^<>\"@:]{2,60}?)\"? <[^<>@\s]+@[^<>\s]+>$", re.IGNORECASE
)
_PUBLISHED_IN = re.compile(any_of("publisher", "published_in"))  # a line above the name, as on Medium
_SOURCE = re.compile(r"SOURCE:?\s(?P<name>\S.{2,60})")  # as agencies for press releases close them
# Where a site names itself before the agencies whose copy it used: "Source: The Planet and agencies".
_WITH_AGENCIES = re.compile(
    r"(?i:source|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|źródł[oa]|källor|kaynak|sumber|источники?|джерел[оа]|المصدر)"
    r"\s?[:：]\s?(?P<name>[^\W\d_a-zß-ÿ][^+,;:|\d]{1,50}?)(?:\s?[+,]\s?|\s(?:&|and|und|y|e|et|en|i|och|ve|dan|и|та|و)\s?)"
    r"(?i:(?:news )?agencies|agenturen|agencias|agências|agences|agenzie|agentschappen|agencje|nyhetsbyråer|ajanslar"
    r"|агентства?|وكالات)"
)
# What who quotes the site must name, as Russian and Ukrainian sites ask below.
_CITED = re.compile(r"(?:ссылка|посилання) на (?:[^\W\d_]{2,20} ){0,3}«(?P<name>[^«»]{2,60})»")
# "© 2009–2024 Сетевое издание «Планета»", as a line begins in which a house tells what it is.
_IN_QUOTES = re.compile(
    rf"(?:©[\d\s–-]*)?(?:\d\d\+\s)?{any_of('publisher', 'media')}\s«(?P<name>[^«»]{{2,60}})»", re.IGNORECASE
)
# "The Planet is a reader-supported publication", "Il Pianeta è una testata registrata".
_PUBLICATION = re.compile(
    r"(?P<name>[^\W\d_a-zß-ÿ].{1,50}?) (?:is|ist|est|es|è|é|jest|är) (?:an?|eine?|une?|una|uma|um|een|en|ett)"
    rf" (?:(?!(?:at|by|for|in|of|to)\s)[^\s,.;]{{2,25}} ){{0,3}}?{any_of('publisher', 'publications')}(?!\w)"
)
# "The Planet is published by Planet Ltd", "Hyllmeter ges ut av ...", "Nasz Port – portal informacyjny powiatu".
_PUBLISHED_BY = re.compile(
    rf"(?P<name>[^\W\d_a-zß-ÿ].{{1,50}}?),? "
    rf"(?:{any_of('publisher', 'published_by')}|[–—-] {any_of('publisher', 'kinds')}(?!\w))"
)
_SENTENCES = re.compile(r"(?<=[\w)]\.)\s+")
_NO_SITE = re.compile(any_of("publisher", "no_sites"), re.IGNORECASE)  # "This website is published by ..."
_POSTCODE = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\d.])")
_NO_NAME = re.compile(r"^\d+[.)]\s|[\[\]{}<>_]|://")
_BULLETS = "•*□☆#-"
_LANGUAGES = words("publisher", "languages")  # between which a line above all lets choose
_EDGE = ' \t•*□☆#|[]()-–—·:“”"!®™_'
_ENDS = "“”\"'’(),.;:!? "
# Where a holder's name goes on to say whose it is, or what.
# In other languages "a" is "and".
_BEYOND_HOLDER = re.compile(
    r"\s*(?:[/+]|,\s+(?:an?\s|the\s|\d)|\s(?:is|are|and affiliate\w*)\s"
    r"|\san?\s(?=(?:wholly|registered|division|subsidiary|part|unit|brand|member|company|publication|service|trade)\b)).*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Named:
    """A name that may be the site's: its spelling, the lines that print it as a name, and what it is there."""

    name: str
    lines: set[int] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


def name_key(name: str) -> str:
    """The letters by which a name is known: without article and domain, case folded."""
    return _NO_LETTER.sub("", _DOMAIN.sub("", without_article(name.strip())).casefold())


def without_article(name: str) -> str:
    """ "The Daily Planet" as "Daily Planet"."""
    lead = _LEAD.match(name)
    return name[lead.end() :] if lead else name


def is_of_press(name: str) -> bool:
    """Whether a word of the name is one that newspapers, broadcasters and institutions have in theirs."""
    folded = ELIDED.sub("l’ ", name.casefold())
    names = [part for word in folded.split() for part in _halves(word)]
    return (
        len(names) > 1
        and (names[-1] not in _OWNERS or names[-2:] == ["news", "agency"])
        and not _PRESS.isdisjoint(names)
    ) or bool(_PRESS_END.search(folded))


def _halves(word: str) -> list[str]:
    """The two newspapers' words of which one was made when they merged, "register-courier"; else the word."""
    halves = word.split("-") if "-" in word else [word]
    return halves if _PRESS.issuperset(halves) else [word]


def names_of(view: View, holder: str | None, notice: int | None, headline: int | None) -> dict[str, Named]:
    """The names that a page may call its site by, by their letters.

    holder, notice: of the rights, and the line that names it. headline: the title's line.
    """
    found: dict[str, Named] = {}
    words_of = cache(partial(_words, view))
    _read_top(found, view, headline, words_of)
    end, lines = view.position.end, view.page.lines
    foot = max(end + _AFTER_BODY, len(lines) - _FOOT_LINES)
    _read_sources(found, view)
    for i in range(min(_TOP_LINES, end) - 1):
        # A platform's label may stand above a category as well: the name is another line's, too.
        if _PUBLISHED_IN.fullmatch(lines[i].text.casefold()) and name_key(below := view.plain(i + 1)) in found:
            _add(found, "source", i + 1, tidy_name(below))
    for i in range(min(_TOP_LINES, end)):
        sender = _SENDER.match(lines[i].text)
        if sender and (is_of_press(sender["name"]) or not is_person(sender["name"])):
            _add(found, "source", i, tidy_name(sender["name"]))
    for zone in (range(min(_TOP_LINES, end)), range(end, min(end + _AFTER_BODY, len(lines))), range(foot, len(lines))):
        for i in zone:
            if _may_say(lines[i].text, i >= end) and i != headline and not view.is_body(i):
                for place, name in _said(_without_edges(words_of(i)), i >= end):
                    _add(found, place, i, tidy_name(name))
    if holder and (house := company(holder)).casefold() not in _AGENCIES:
        _read_foot(found, view, foot, house)
        _add(found, "holder", -1 if notice is None else notice, tidy_name(house))
    _read_dispatch(found, view, headline)
    _read_credits(found, view)
    _read_beside(found, view, headline, notice)
    return found


def _read_sources(found: dict[str, Named], view: View) -> None:
    """The site that a line below the body says the article is from, and the one that it names before agencies, unless
    that is short for what stands above all."""
    above = [key for key, named in found.items() if not named.places.isdisjoint(AT_TOP)]
    for i in range(max(0, view.position.end - 1), len(view.page.lines)):
        text = view.plain(i)
        if named := syndicated_from(text):
            _add(found, "source", i, tidy_name(named[1]))
        house = _WITH_AGENCIES.fullmatch(text)
        if house and not any((own := name_key(house["name"])) in key and own != key for key in above):
            _add(found, "source", i, tidy_name(house["name"]))


# "Press release from Canal Homes, 8 January 2019", above the article.
_ISSUED = re.compile(
    r"(?i:(?:press|media|news) ?release (?:from|by)|press(?:emitteilung|einformation) (?:der|des|von)|pressemelding fra"
    r"|pressemeddelelse fra|pressmeddelande från|persbericht van(?: de| het)?|communiqué de presse (?:de la|de|du)"
    r"|comunicado de (?:prensa|imprensa) (?:de la|del|de|da|do)|comunicato stampa (?:della|del|di)) "
    r"(?P<name>[^\W\d_a-zß-ÿ][^,;:|\d]{2,50}?)(?:$|,| (?:of|vom|den|du|del|van|di|de|av|af)? ?\d)"
)


def _read_beside(found: dict[str, Named], view: View, headline: int | None, notice: int | None) -> None:
    """A newspaper whose copy a line above the body names, and one that the notice of rights does behind a bar."""
    for i in range(min(_TOP_LINES, view.position.prose)):
        if i != headline and (paper := of_copy(view.plain(i))):
            _add(found, "copy", i, tidy_name(paper))
        if issued := _ISSUED.match(view.plain(i)):
            _add(found, "source", i, tidy_name(issued["name"]))
    for piece in view.text(notice).split(" | ")[1:] if notice is not None else ():
        if is_of_press(name := tidy_name(piece)) and is_capitalised(name) and not _RIGHTS.search(name):
            _add(found, "foot", notice or 0, name)


def of_copy(text: str) -> str | None:
    """The newspaper that a line names before the day of a copy, and perhaps its page: "The Planet, 6 May 2011, p. 3".

    A person before a day and a page is the author.
    """
    name, _, rest = text.partition(", ")
    said = read_line(rest) if len(text) <= _LONGEST_TOP else NOTHING
    if not said.dates or said.byline or said.rest > _MOST_BESIDE_DAY or _LASTS.search(rest):
        return None
    is_paper = is_of_press(name) or (_ON_PAGE.search(rest) is not None and not is_person(name))
    return name if is_paper and is_capitalised(name) and not _APPEARED.match(name) else None


_MOST_BESIDE_DAY = 1  # the word "page"
_LASTS = re.compile(r"\d\s?(?:min|sec)|\d:\d\d")  # a broadcast
_RIGHTS = re.compile(r"©|copyright|\d", re.IGNORECASE)
_APPEARED = re.compile(r"(?:[^\W\d_]+ )?(?:from|in|dans|em|en|aus) ", re.IGNORECASE)  # "Published in The Planet"
_ON_PAGE = re.compile(
    r"(?<!\w)(?:pages?|pg?|pp|pagina|página|pág|pag|seite|s|sida|side|str|strona|стр)\.? ?[A-Z]?\d", re.IGNORECASE
)


def _read_dispatch(found: dict[str, Named], view: View, headline: int | None) -> None:
    """An agency that the page names, where the article's place is followed by it: "PORT LEE (NPA) - ..."."""
    for by in dispatched_by(view, headline):
        for key, named in found.items():
            if key == name_key(by) or _is_short_for(by, named.name):
                named.places.add("dispatch")


def dispatched_by(view: View, headline: int | None) -> Iterator[str]:
    """Whom the lines from the title to the first paragraph name behind a dispatch's place."""
    start = view.position.prose if headline is None else headline + 1
    for i in range(start, min(view.position.prose + 1, len(view.page.lines))):
        if match := _DISPATCH.match(view.text(i)):
            yield (match["by"] or match["russian"] or match["indian"]).strip()


def _read_credits(found: dict[str, Named], view: View) -> None:
    """A name that stands above the title and in the credit of a picture, too: "(Image: The Planet)".

    Others' pictures have others' names there, and a company's releases its own.
    """
    for line in view.page.lines:
        tail = line.text[-_LONGEST_CREDIT:]
        if credit := _CREDIT.search(tail) or CREDIT_BEFORE_NAME.search(tail):
            named = found.get(name_key(credit["house"]))
            if named is not None and not named.places.isdisjoint(AT_TOP):
                named.places.add("credit")


AT_TOP = ("first", "top", "logo")
_LONGEST_CREDIT = 120  # characters
_HOUSE = r"(?P<house>[^\W\d_a-zß-ÿ][^():/|]{1,40}?)"
_PERSON = r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: [\w'’.-]+){1,3}"
_CREDIT = re.compile(
    r"(?:^|[\s(|])(?i:(?:photos?|pictures?|images?|credit|fotos?|bild|foto|zdjęcie|fot|фото|снимок|снимка|источник)"
    rf"(?:\s?[:：]|(?<=fot)\.))\s?(?:{_PERSON}(?:,\s|\s?/\s?))?{_HOUSE}(?:\s?/\s?{_PERSON})?\)?$"
)
# "(Planet Radio: Ann Lee)", "(PLANET/ANN LEE)", below a picture.
CREDIT_BEFORE_NAME = re.compile(rf"\({_HOUSE}(?:: |\s?/\s?)(?P<who>[^\W\d_a-zß-ÿ][\w'’.-]+(?: [\w'’.-]+){{1,3}})\)$")


def agency_of(view: View, headline: int | None) -> str | None:
    """An agency that a dispatch names behind its place, and that a line is the name of: it publishes it itself."""
    for by in dispatched_by(view, headline):
        if lower(by) not in _AGENCIES and any(lower(line.text.strip(_EDGE)) == lower(by) for line in view.page.lines):
            return by
    if not view.page.lines:
        return None
    first, opening = view.plain(0), view.text(view.position.prose)
    return first if _CHINESE_AGENCY.fullmatch(first) and _IN_CHINESE.match(opening.removeprefix(first)) else None


# "东山社" on the first line, and "东山社雲嶺1月8日电" where the text begins.
_CHINESE_AGENCY = re.compile("[\u4e00-\u9fff]{1,8}社")
_IN_CHINESE = re.compile("[^。，社]{2,20}日[电電]")


def _is_short_for(acronym: str, name: str) -> bool:
    """Whether an acronym has the initials of a name's words, and else letters of them in their order."""
    letters, initials = iter(name.upper()), iter(acronym)
    return (
        acronym.isupper()
        and acronym[0] == name[0]
        and " " in name
        and all(letter in letters for letter in acronym)
        and all(word[0].upper() in initials for word in name.split() if len(word) > _LONGEST_SMALL)
    )


_DISPATCH = re.compile(
    r"[^\W\d_][^()/\n]{1,60}(?:\((?P<by>[^\W\d_][^()\d]{1,40})\)\s?[.:,]?\s?[–—-]"
    r"|\s/(?P<russian>[^\W\d_][^()/\d]{1,40})/\.)"
    r"|[A-Z][^()/\n,]{1,40}, [A-Z][a-z]{2,8}\.? \d\d? \((?P<indian>[A-Z]{2,6})\)[:.]? (?=[A-Z])"
)


def _read_foot(found: dict[str, Named], view: View, foot: int, house: str) -> None:
    """A line of the foot that is the name of who holds the rights, or the newspaper's in it."""
    own = name_key(house)
    for i in range(max(foot, view.position.end), len(view.page.lines)):
        name = tidy_name(view.plain(i))
        key = name_key(name)
        if view.is_body(i) or len(name) > _LONGEST_NAME or not key:
            continue
        if key == own or (key in own and is_of_press(name) and is_capitalised(name)):
            _add(found, "foot", i, name)


def company(holder: str) -> str:
    """A holder's name without its legal form and what else the notice says of it."""
    holder = _SHORT_FOR.sub("", holder)
    first, _, house = holder.partition(", ")
    if (house.startswith(_HOUSES) or _TOWN.fullmatch(house)) and is_of_press(first):
        return first  # "Weser-Bote, Verlag Lee GmbH", "Tamarack Sentinel, Pelham Grove, MN"
    return without_form(_BEYOND_HOLDER.sub("", holder).strip())


_SHORT_FOR = re.compile(r"\s\([A-Z&]{2,8}\)|\s[–—-]\sC\.\s?F\.\s.*$")  # "Coast Observatory (CO)", a tax number
_TOWN = re.compile(r"[A-Z][\w .'-]{2,30}(?:, [A-Z]{2})?")
_HOUSES = ("Verlag", "Druck", "Presse", "Medien")


def _add(found: dict[str, Named], place: str, i: int, name: str) -> bool:
    if not could_be_site(name):
        return False
    named = found.setdefault(name_key(name), Named(name))
    if named.name.islower() and _DOMAIN.search(named.name):  # rather as a name than as an address
        named.name = name
    named.lines.add(i)
    named.places.add(place)
    return True


def _without_edges(text: str) -> str:
    """The text without signs around it, but for a bracket that closes one inside: "Institute of Peace (IOP)"."""
    bare = text.strip(_EDGE)
    return f"{bare})" if bare.rfind("(") > bare.rfind(")") and f"{bare})" in text else bare


def tidy_name(name: str) -> str:
    """A name once where a picture's text and a link's repeat it, and a newspaper's without "Digital" and the like."""
    name = _without_edges(name)
    tokens = name.split()
    half = len(tokens) // 2
    if half and tokens[:half] == tokens[half:]:
        name = " ".join(tokens[:half])
    half = len(name) // 2
    if len(name) > _LONGEST_ONCE and name[:half] == name[half:]:
        name = name[:half]
    edition = _EDITION.search(name.casefold()) if not name.isascii() else None
    if edition and _PRESS_END.search(bare := name[: edition.start()].rstrip()):
        return bare
    return name


_BUTTONS_OF_A_MENU, _WORDS_OF_A_MENU = 2, 6


def could_be_site(name: str) -> bool:
    """Whether a text has the shape of a site's name: short, no sentence, and no words of menus alone."""
    if not 2 <= len(name) <= _LONGEST_NAME or not name[0].isalnum() or name[-1] in "?;,…▼▾▿⌄" or _NO_NAME.search(name):
        return False
    tokens = name.casefold().split()
    if name[-1] == "." and len(tokens) > 1 and len(tokens[-1]) > _LONG_ABBREVIATION + 1:
        return False
    if len(tokens) > _MOST_WORDS or len(name_key(name)) < 2 or name.casefold() in _NOBODY or is_tool(name):
        return False
    buttons = sum(furniture(token, even_common=True) is not None for token in tokens)
    if buttons >= _BUTTONS_OF_A_MENU and len(tokens) >= _WORDS_OF_A_MENU:
        return False  # "Menu Search MERIDIAN LEDGER Sign Out"
    strong = sum(bare not in _IDLE and not bare.isdigit() for token in tokens if (bare := token.strip(_ENDS)))
    return strong > 0


def is_tool(text: str) -> bool:
    """Whether a text is a button's, a tool's or the name of a part of a page, in any language that has it listed."""
    folded = text.casefold().replace("i\u0307", "i")  # of the Turkish "İ"
    return folded in _TOOLS or is_button(folded) is not None or is_label(folded)


def skips_ahead(text: str) -> bool:
    """Whether a line is links past the menu, with bars between: "Skip to content | Skip to search"."""
    parts = lower(text).split(" | ")
    return len(parts) > 1 and all(map(_SKIP.match, parts))


def is_menu(text: str) -> bool:
    """Whether most of a line's words are sections and buttons: "Home World Politics Sport Culture Video"."""
    tokens = text.split()
    if len(tokens) < _FEWEST_OF_A_MENU or not _NO_MENU.isdisjoint(text):
        return False
    small = sum(token[0].islower() for token in tokens)
    known = sum(token.casefold() in _OF_MENUS for token in tokens)
    if is_home(tokens[0]) and len(tokens) >= _WORDS_OF_A_MENU and not small:
        return True
    return known >= _SHARE_OF_A_MENU * len(tokens) and small <= _SMALL_IN_A_MENU * len(tokens)


def lists_sections(text: str) -> bool:
    """Whether two of a line's words are sections' names: no person is called so."""
    return sum(token.casefold() in _OF_MENUS for token in text.split()) > 1


def is_glued(name: str) -> bool:
    """Whether buttons or sections that a dump ran together are in a name: "PodcastNewsletter", "WatchLive"."""
    return any(
        any(len(piece) >= _LONG_BUTTON and piece.casefold() in _IDLE_OR_MENUS for piece in pieces)
        for word in name.split()
        if len(pieces := _CAPITAL_INSIDE.split(word)) > 1
    )


_CAPITAL_INSIDE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_IDLE_OR_MENUS, _LONG_BUTTON = _IDLE | _OF_MENUS, 5  # letters: of "News" and "Live" newspapers make names
_FEWEST_OF_A_MENU, _SHARE_OF_A_MENU, _SMALL_IN_A_MENU = 5, 0.6, 0.2
_NO_MENU = frozenset('.,:;!?…"“”«»')


def _read_top(found: dict[str, Named], view: View, headline: int | None, words_of: Callable[[int], str]) -> None:
    """The names that lines above the title, and no items of a list, are or begin with."""
    opens = _before_menu(view.text(0)) if view.page.lines else None
    is_first = opens is None or not _add(found, "first", 0, tidy_name(opens))
    title = view.plain(headline) if headline is not None else ""
    for i in range(min(_TOP_LINES, view.position.prose if headline is None else headline)):
        text = _alone(view.text(i)) or words_of(i)
        if linked := _linked(view.text(i), text):
            _add(found, "logo", i, tidy_name(linked))
        if title and text.startswith(title) and (after := _TITLE_PARTS.split(text[len(title) :]))[0] == "":
            _add(found, "title", i, tidy_name(after[-1]))
            continue
        if (i == 0 or linked) and text.startswith("# "):
            text = text[2:]
        if not text or text[0] in _BULLETS or len(text) > _LONGEST_TOP or view.is_body(i):
            continue
        bare = _without_edges(text)
        if logo := _LOGO.search(bare):
            _add(found, "logo", i, tidy_name(bare[: logo.start()] or bare[logo.end() :]))
            continue
        pieces = _pieces(bare)
        in_row = _is_of_row(view, i)
        if not bare or in_row or _offers(bare, pieces):
            is_first = is_first and (not in_row or skips(bare))  # "Accept All" above "Reject All"
            continue
        if len(pieces) > _MOST_PIECES:
            if i == 0 and "|" in bare:
                _add(found, "top", i, tidy_name(bare.partition("|")[0]))
            continue
        place = "first" if is_first else "top"
        for name in _in_scripts(_LINK_HOME.sub("", _spelled_out(pieces))):
            if _add(found, place, i, tidy_name(name)):
                is_first = False


def _pieces(line: str) -> list[str]:
    """What signs part in a line; the name alone where the line says what the house is: "Газета «Планета»"."""
    if quoted := _IN_QUOTES.fullmatch(line):
        return [quoted["name"]]
    return (_PARTS_BESIDE_QUOTES if "«" in line else _PARTS).split(line, _MOST_PIECES)


_LINK_HOME = re.compile(r"(?<=\w) Home(?:page)?$")  # "The Planet Home", the words of its link


def _before_menu(line: str) -> str | None:
    """The newspaper's name that the page's first line has before a menu: "The Planet Argus | NEWS | SPORT | JOBS"."""
    name, *entries = map(str.strip, line.split("|"))
    last = name.rpartition(" ")[2]
    is_row = len(entries) >= _MOST_PIECES and not any(entry.endswith(last) for entry in entries)
    is_row = is_row and not (name.isupper() and entries[0].isupper())  # it may be the menu's first entry
    return name if is_row and is_of_press(name) and is_capitalised(name) and not lists_sections(name) else None


def _offers(line: str, pieces: list[str]) -> bool:
    """Whether a line offers something of the page: languages, sections, a way to read it."""
    tokens = line.casefold().split()
    offers_languages = len(pieces) > 1 and not _LANGUAGES.isdisjoint(map(str.casefold, pieces))
    offers_languages = offers_languages or (len(tokens) > 1 and _LANGUAGES.issuperset(tokens))
    return offers_languages or skips(line) or is_menu(line)


def skips(line: str) -> bool:
    """Whether a line leads past the menu, asks for consent, or is another such tool that stands above a site's name."""
    return _SKIP.match(lower(line)) is not None


def _is_of_row(view: View, i: int) -> bool:
    """Whether a line beside ends in the same word after another one: "Truck News" above "Van News" is a section."""
    name = view.plain(i).split()
    if len(name) < _FEWEST_OF_ROW:
        return False
    for j in (i - 1, i + 1):
        other = view.plain(j).split() if 0 <= j < len(view.page.lines) else []
        if len(other) == len(name) and other[-1] == name[-1] and other[0] != name[0]:
            return True
    return False


_FEWEST_OF_ROW = 2  # words


def _words(view: View, i: int) -> str:
    """A line's words; of a row of links, as HTML has them, those of the link to the site's first page."""
    element = view.page.lines[i].element
    rest, links = view.text(i).replace(" ", ""), []
    for link in islice(element.iter("a"), _MOST_LINKS) if element is not None else ():
        words = inner_text(link)
        if not rest.startswith(bare := words.replace(" ", "")):
            return view.plain(i)
        rest = rest[len(bare) :]
        links.append((words, link.get("href", "")))
    if rest or len(links) < _FEWEST_LINKS:
        return view.plain(i)
    return next((words for words, address in links if leads_home(address) and not is_home(words)), "")


_FEWEST_LINKS, _MOST_LINKS = 2, 40


def _in_scripts(name: str) -> tuple[str, ...]:
    """A name, and each of its halves where it has one in Han, Kana or Hangul and one in Latin letters."""
    both = None if name.isascii() else _BILINGUAL.fullmatch(name)
    return (name, both["wide"], both["latin"]) if both else (name,)


def _linked(line: str, words: str) -> str | None:
    """What a line calls the front page or the feeds that it links to. words: the line's, without marks."""
    if feed := _FEED.match(line) if line[0] == "#" else None:
        return feed["name"]
    return words if "](" in line and _FRONT.fullmatch(line.lstrip("# ")) else None


def _alone(text: str) -> str | None:
    """The words of a picture that stands in a line alone, with its link or without: "[![The Planet](/logo.svg)](/)"."""
    match = _PICTURE.fullmatch(text) if "![" in text else None
    return match["words"].strip() if match else None


def _spelled_out(pieces: list[str]) -> str:
    """The first part of a line; the second where the first is short for it: "ABC - Alpine Botany Centre"."""
    return pieces[1] if len(pieces) > 1 and spells_out(pieces[1], pieces[0]) else pieces[0]


def spells_out(name: str, acronym: str) -> bool:
    """Whether the words of a name begin with an acronym's letters: those with capitals, or all but the small ones."""
    if not acronym.isupper() or len(acronym) < _SHORTEST_ACRONYM or " " in acronym or "(" in name:
        return False
    words = [word for word in name.replace("-", " ").split() if word]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    letters = "".join(word[0] for word in words if len(word) > _LONGEST_SMALL).upper()
    return capitals == acronym or (letters == acronym and name[0].isupper())


_SHORTEST_ACRONYM = 2
_LONGEST_SMALL = 3  # letters of articles and prepositions


def _may_say(text: str, below: bool) -> bool:
    """Whether a line's words allow that it says something with a name: most lines are done with here."""
    if " " not in text or len(text) > _LONGEST_FOOT:
        return False
    tokens = text.split(None, _MOST_WORDS)
    if tokens[tokens[0] in _BULLETS].lower() in _BEFORE or text[text.rfind(" ") + 1 :].lower() in _AFTER:
        return True
    return below and (
        not _VERBS.isdisjoint(tokens)
        or ("," in text and bool(_POSTCODE.search(text)))
        or ("«" in text and bool(_CITED.search(text) or _IN_QUOTES.match(text)))
        or any(map(_PUBLISHED_BY.match, _SENTENCES.split(text)))
    )


def _said(text: str, below: bool) -> Iterator[tuple[str, str]]:
    """What a line says with a name, and the name. below: the line stands below the body."""
    first, _, rest = text.partition(" ")
    if not rest:
        return
    if (word := first.casefold().strip(_ENDS)) in _BEFORE:
        tokens = rest.split(None, _MOST_TOKENS)
        start = 0
        while (
            start < min(len(tokens), _MOST_FILLERS)
            and tokens[start] not in _THE
            and tokens[start].casefold() in _FILLERS
        ):
            start += 1
        yield f"after {word}", _run(tokens[start:])
    before, _, last = rest.rpartition(" ")
    if (word := last.casefold()) in _AFTER:
        yield "logo" if word == "logo" else f"before {word}", _run([first, *before.split()][:_MOST_TOKENS])
    if below and before and not first[0].islower():
        yield from _stated(text)


def _stated(text: str) -> Iterator[tuple[str, str]]:
    source = (
        _SOURCE.fullmatch(text)
        or _CITED.search(text)
        or _IN_QUOTES.match(text)
        or _PUBLICATION.match(text)
        or next(filter(None, map(_PUBLISHED_BY.match, _SENTENCES.split(text))), None)
    )
    if source and not _NO_SITE.match(source["name"]):
        yield "source", source["name"]
        return
    tokens = text.split(None, _MOST_TOKENS)
    verb = next(
        (
            i
            for i, (token, after) in enumerate(pairwise([*tokens, ""][: _MOST_WORDS + 1]))
            if token in _VERBS and not (token in _CONNECTORS and after[:1].isupper())  # "The Globe and Mail"
        ),
        None,
    )
    if verb and len((name := _run(tokens[:verb])).split()) == verb:
        yield "subject", name
    elif "," in text and _POSTCODE.search(text) and is_of_press(name := _run(tokens)) and text.startswith(f"{name},"):
        yield "address", name


def _run(tokens: list[str]) -> str:
    """The capitalised words that a line's words begin with, and small ones between them."""
    run: list[str] = []
    for word in tokens:
        bare = word.strip(_ENDS)
        if not (_begins(bare) or (run and _goes_on(word, bare))):
            break
        run.append(word)
        if word[-1] in ",;:!?)" or (word[-1] == "." and len(word) > _LONG_ABBREVIATION):
            break
    while run and (run[-1] == "&" or run[-1].casefold() in _CONNECTORS):
        run.pop()
    return " ".join(run).strip(_ENDS)


def _begins(bare: str) -> bool:
    return bool(bare) and ((bare[0].isalpha() and not bare[0].islower()) or bool(_DOMAIN.search(bare)))


def _goes_on(word: str, bare: str) -> bool:
    return word == "&" or bare[:1].isdigit() or bare.casefold() in _CONNECTORS


def is_capitalised(name: str) -> bool:
    """Whether all words of a name but small ones have capitals, where its script has them."""
    name = _ELISION.sub("", name)
    return len(_run(name.split())) == len(name.strip(_ENDS))


_ELISION = re.compile(r"\b[dl]['’](?=[^\W\d_a-zß-ÿ])")
