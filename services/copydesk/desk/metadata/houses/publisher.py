"""Who publishes it: the name that a page calls its site by, or that a series shares with the site's own lines."""

import re
from collections.abc import Iterable, Iterator

from copydesk.desk.metadata.breadcrumb import Trail
from copydesk.desk.metadata.bylines.byline import is_person
from copydesk.desk.metadata.houses.address import site_of
from copydesk.desk.metadata.houses.masthead import (
    AT_TOP,
    CREDIT_BEFORE_NAME,
    ELIDED,
    Named,
    agency_of,
    company,
    could_be_site,
    is_capitalised,
    is_glued,
    is_of_press,
    is_tool,
    name_key,
    names_of,
    skips,
    spells_out,
    tidy_name,
    without_article,
)
from copydesk.desk.metadata.houses.rights import without_form
from copydesk.desk.metadata.lexicon import any_of, lower, words
from copydesk.desk.metadata.position import length
from copydesk.desk.metadata.view import View
from copydesk.desk.naming.headings import about
from copydesk.desk.naming.roles import furniture

_WORD = re.compile(r"\w[\w&.'’-]*")
_DOMAIN_END = re.compile(r"\.(?:com|org|net|info|example|[a-z]{2})(?![\w-])")
_MOST_FOUND = 12  # places of one name on the page; more say nothing more
_NO_LETTER = re.compile(r"[\W_]+")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def publisher_of_series(series: str, furniture: Iterable[str]) -> str | None:
    """The acronym or camel-case name that a series begins with and that a line of the site's furniture bears, too.

    "ACPS Spotlight" beside a link "ACPS German version" names ACPS; "Daily Brief" beside "Daily offers" nobody.
    """
    words = _WORD.findall(series)
    if len(words) < 2 or not _is_brand(words[0]):
        return None
    word = words[0]
    return word if any(word in _WORD.findall(line) for line in furniture) else None


def _is_brand(word: str) -> bool:
    letters = word.replace("&", "").replace(".", "")
    return len(letters) >= 2 and letters[:1].isalpha() and sum(char.isupper() for char in letters) >= 2


def find_publisher(
    view: View,
    holder: str | None,
    notice: int | None,
    headline: int | None,
    people: Iterable[str] = (),
    series: str | None = None,
) -> str | None:
    """The name that most speaks for being the site's; None where too little does.

    holder, notice: of the rights, and the line that names it. people: who signed the article; a name of theirs is no
    site's. series: as lines beside the title name it; standing there is not enough to be the site's.
    """
    found = names_of(view, holder, notice, headline)
    for person in people:
        if not is_of_press(person):
            found.pop(name_key(person), None)
            first = person.partition(" ")[0]  # "More from Claire" is about Claire Lee
            named = found.get(name_key(first))
            if named and named.name == first.title() and named.places.isdisjoint(_PRINTED_ALONE):
                del found[name_key(first)]
    said = name_key(holder or "")
    holder = company(holder) if holder else ""
    own = name_key(holder)
    points = {key: _points_of_place(key, named, holder, own) for key, named in found.items()}
    page, best, most = None, None, _ENOUGH
    for key in sorted(points, key=lambda key: -points[key])[:_MOST_LOOKED_UP]:
        if points[key] + _MOST_ELSEWHERE < most:
            break
        page = page or _Page(view)
        total = points[key] + page.points(key, found[key])
        if total >= most and (best is None or total > most):
            best, most = key, total
    if best is None:
        series_key = name_key(series or "")
        others = [key for key in found if key != series_key]
        best = next((key for key in others if _heads_few(view, found[key], headline)), None)
        best = best or next((key for key in others if _heads_page(view, found[key], headline)), None)
    if best is None:
        return agency_of(view, headline) or _released_by(view) or _appeared_in(view) or _heads_foot(view, notice, said)
    page = page or _Page(view)
    name = page.as_printed(found[best].name)
    full = next((named.name for named in found.values() if spells_out(named.name, name)), None)
    full = full or next((page.as_printed(named.name) for named in found.values() if _goes_on(named, name, said)), None)
    acronym = holder if name.startswith(f"{holder} ") and holder.isupper() else name
    if full is None and acronym.isupper():
        full = _spelled_out_elsewhere(view, acronym) or _newsroom_of(view, acronym)
    return full or name


def _goes_on(named: Named, holder: str, said: str) -> bool:
    """Whether the page opens with the holder's name and the next word of it, which looks like a legal form's: "Group".

    said: the letters of the holder's name as the notice spells it.
    """
    key, longer = name_key(holder), name_key(named.name)
    return "first" in named.places and len(key) < len(longer) and longer.startswith(key) and said.startswith(longer)


def _spelled_out_elsewhere(view: View, acronym: str) -> str | None:
    """What an acronym stands for: an institute that a line of the site's own names, alone or before a comma, or the
    house that a picture's credit does.

    Other broadcasters and agencies are called by their acronyms.
    """
    for i, line in enumerate(view.page.lines):
        name = line.text.partition(", ")[0].strip()
        if _INSTITUTE.match(name) and not view.is_body(i) and spells_out(name, acronym) and could_be_site(name):
            return name
    houses = (credit["house"] for line in view.page.lines if (credit := CREDIT_BEFORE_NAME.search(line.text)))
    return next((house for house in houses if spells_out(house, acronym)), None)


def _newsroom_of(view: View, acronym: str) -> str | None:
    """A broadcaster's news, where a line is their name alone and no entry of a menu: "ABC News", "KXLD 9 News"."""
    for i, line in enumerate(view.page.lines):
        name = line.text
        if name.startswith(f"{acronym} ") and _NEWS.fullmatch(name, len(acronym)) and not view.is_body(i):
            beside = (view.text(j) for j in (i - 1, i + 1) if 0 <= j < len(view.page.lines))
            if not any(text.startswith(f"{acronym} ") for text in beside):
                return name
    return None


_NEWS = re.compile(r"(?: \d{1,2})? (?:News|Nieuws|Nachrichten|Noticias|Notícias|Nyheter|Новости|Info|뉴스)")
_INSTITUTE = re.compile(
    r"(?:the )?(?:inst[iy]|istitut|cent(?:re|er|ro)|zentrum|akadem|academ|funda|fonda)", re.IGNORECASE
)

# Points for what a page prints of a name. They began as the weights of a logistic regression over the names on pages
# whose markup tells the site's, and were rounded and adjusted on these: of a hundred names given there 87 were the
# site's as its markup has it, and 6 more a part or a longer form of it. A holder whom neither the body nor another
# place speaks of was the site's owner more often than the site. Menus speak against their names.
_POINTS = {
    "first": 2.0,
    "logo": 2.5,
    "top": -1.5,
    "holder": 3.0,
    "subject": 2.0,
    "source": 5.0,
    "copy": 3.0,
    "address": 3.5,
    "title": 3.0,
    "foot": 3.0,
    "dispatch": 2.0,
    "credit": 2.5,
}
_SAID_BEFORE, _SAID_AFTER = 1.0, 1.5
_FIRST_OF_PRESS, _FIRST_OF_MANY, _OF_PRESS, _TWICE, _RELATED, _WITH_DIGITS = 1.0, 1.0, 2.0, 1.0, 3.0, -1.0
_OF_HOST, _ELSEWHERE, _OFTEN, _IN_BODY = 3.0, 0.5, 1.0, 0.5
_HOLDER_BORNE_OUT = 2.0
# Of names that a page says in two ways ("More from X", "X is ...") and of holders that three other lines name, without
# these half a point or a point too few, 14 of 18 and 17 of 19 were the site's.
_SAID_IN_TWO_WAYS, _HOLDER_OFTEN = 1.0, 0.5
_IN_IMPRINT, _ALONE_IN_FOOT, _SAID = 2.5, 2.5, 1.5
# Where a name is no entry of a menu, though another line is.
_OUTWEIGHING = ("first", "holder", "source", "subject", "foot", "credit")
_PRINTED_ALONE = (*AT_TOP, "holder", "foot", "source")
_CONNECTORS = words("publisher", "connectors")
_PREPOSITIONS = words("publisher", "fillers")
_ARTICLES = words("publisher", "articles") - _PREPOSITIONS
_FEWEST_BEFORE, _LONGEST_BEFORE = 2, 80  # words, characters
_BEFORE_NAME = re.compile(
    rf"{any_of('rights', 'leading_forms')}|{any_of('publisher', 'articles')}(?=\s)|\[\d{{1,3}}\]|[\s*_#•(\[«\"]",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"[ \t»\"*_]*(?:[|,·•(]|[.–—-]\s)")
_MOST_ELSEWHERE = (
    _IN_IMPRINT
    + _ALONE_IN_FOOT
    + _SAID
    + _OF_HOST
    + _ELSEWHERE
    + _OFTEN
    + _HOLDER_OFTEN
    + _HOLDER_BORNE_OUT
    - _POINTS["top"]
)
_ENOUGH = 5.0
_MOST_LOOKED_UP = 6
_MANY = range(2, 6)  # words
_SHORTEST_PART, _OFTEN_LINES, _LONGEST_SMALL = 4, 3, 3


def _heads_few(view: View, named: Named, headline: int | None) -> bool:
    """Whether a name of several words is the page's first line and the title follows soon: no menu stands there.

    Of 44 such names that nothing else spoke for 40 were the site's; on real pages none of three farther above was.
    """
    i = min(named.lines)
    return (
        "first" in named.places
        and headline is not None
        and i <= _MOST_BEFORE_NAME
        and headline - i <= _MOST_OF_FEW
        and _is_of_many(named.name)
        and not any(map(str.isdigit, named.name))
        and (named.name.isupper() or not _LABEL.match(named.name))
        and view.text(i) == named.name
        and not _is_listed(view, named.name)
    )


def _is_listed(view: View, name: str) -> bool:
    """Whether a line is a name behind a bullet, as entries of menus are."""
    return any(line.text.lstrip(_BULLETS) == name != line.text for line in view.page.lines)


_MOST_BEFORE_NAME, _MOST_OF_FEW = 1, 6  # lines


def _heads_foot(view: View, notice: int | None, holder: str) -> str | None:
    """The name that stands alone in the page's foot right above its links to imprint and contact, a newspaper's at
    least, or right above a notice that names no holder. A company's legal form makes it the owner's.

    holder: the letters of the notice's.
    """
    names = set()
    for i in range(view.position.end, len(view.page.lines) - 1):
        name = tidy_name(view.text(i))
        is_above_notice = i + 1 == notice and not holder and _is_of_many(name) and name[0].isupper()
        is_above_notice = is_above_notice and (name.isupper() or not is_person(name))
        if is_above_notice or (is_of_press(name) and _LEGAL_LINK.match(lower(view.plain(i + 1)))):
            shaped = " " in name and could_be_site(name) and is_capitalised(name) and without_form(name) == name
            names |= {name} if shaped and _is_no_link(name) else set()
    return names.pop() if len(names) == 1 else None


def _is_no_link(name: str) -> bool:
    """Whether a line neither has words of links and buttons nor invites: "Privacy Policy", "Watch Planet News"."""
    folded = lower(name)
    first = folded.partition(" ")[0]
    return furniture(folded, even_common=True) is None and not _LEGAL_LINK.search(folded) and first not in _INVITING


_INVITING = words("publisher", "idle") | words("publisher", "before")
_LEGAL_LINK = re.compile(any_of("publisher", "legal_links"))


def _released_by(view: View) -> str | None:
    """The house that a heading below a press release tells of, where the release opens with its name.

    A single word may be a town's, unless the page calls itself a release.
    """
    opening = " ".join(
        view.text(i) for i in range(view.position.prose, min(view.position.prose + 2, view.position.end))
    )
    for line in view.page.lines[view.position.end :]:
        who = about(line.text)
        if who is None or who not in opening or not could_be_site(who) or is_person(who):
            continue
        if " " in who or any(_RELEASE.search(lower(line.text)) for line in view.page.lines):
            return who
    return None


def _appeared_in(view: View) -> str | None:
    """Where a line below the body says that the article appeared first."""
    for i in range(max(0, view.position.end - 2), view.foot.stop):
        if (match := _APPEARED.match(view.plain(i))) and could_be_site(match["name"]) and is_capitalised(match["name"]):
            return match["name"]
    return None


_APPEARED = re.compile(
    r"(?i:(?:this|the) (?:article|story|piece|report|column|essay) (?:was )?(?:first|originally) (?:appeared|published)"
    r"|(?:dieser|der) (?:artikel|beitrag|text) (?:ist|erschien) zuerst|cet article (?:a d['’]abord été publié|est paru)"
    r"|este artículo (?:se publicó|fue publicado|apareció) (?:primero|originalmente)"
    r"|este (?:artigo|texto) foi publicado (?:primeiro|originalmente)) (?i:in|on|by|auf|im|dans|sur|en|em|na|no) "
    r"(?P<name>[^\W\d_a-zß-ÿ][^,.;:|\d]{2,50}?)(?:[.,;]|$| (?:and|und|et|y|e|erschienen|on|am|le|el)\b)"
)


_RELEASE = re.compile(
    r"(?:press|media|news) ?release|press(?:emitteilung|einformation|meddelan?de)|communiqué de presse"
    r"|comunicado de (?:prensa|imprensa)|comunicato stampa|persbericht|(?:komunikat|informacja) prasow[ya]|пресс-релиз"
    r"|بيان صحفي|新闻稿|新聞稿|プレスリリース|보도자료"
)


def _heads_page(view: View, named: Named, headline: int | None) -> bool:
    """Whether a name is the page's first line, or the first below links past the menu, and the title follows.

    It may stand before a sign and a slogan. One word right above the title is a section. Of pages whose publisher
    nothing else tells it is the site's nine times in ten; where the menu between is longer, other things open it.
    """
    if view.page.tree is not None:
        return False  # markup that names no site opens with what it sells, as often
    i, name = min(named.lines), named.name
    if "first" not in named.places or headline is None or not 0 < headline - i <= _LONGEST_MENU:
        return False
    text = view.plain(i).lstrip(_BULLETS)
    if text[:1] == "[" and not name[0].islower():
        text = text.strip("[]")  # a picture's words, and no file's name
    if not _opens_page(view, i, name) or not (name[-1].isalnum() and text.startswith(name)):
        return False
    if text != name and not _SLOGAN_AFTER.match(text, len(name)):
        return False
    words = name.split()
    if len(words[0]) >= _SHORTEST_LABEL and words[0].isupper() and not name.isupper():
        return False  # "FEATURE Lock-keepers"
    if any(word[0].isdigit() for word in words) and not any(map(_CALL_SIGN.fullmatch, words)):
        return False
    is_long_enough = len(words) > 1 or headline - i >= _SHORTEST_MENU or _has_slogan(text[len(name) :])
    return is_long_enough and _is_cased_as_name(name) and not _is_listed(view, name)


def _opens_page(view: View, i: int, name: str) -> bool:
    """Whether links past the menu alone stand above line `i`; buttons may where a name of several words comes again.

    What stands below buttons is as often the menu's first section.
    """
    above = [view.plain(j) for j in range(i) if not skips(view.plain(j))]
    if not above:
        return True
    others = (line.text for j, line in enumerate(view.page.lines) if j != i)
    return " " in name and all(map(is_tool, above)) and _is_no_link(name) and any(name in text for text in others)


def _is_cased_as_name(name: str) -> bool:
    """Whether a name's words have capitals, but for small ones, unless it begins with an article or joins two things.

    In many languages the first word alone has one. Buttons that a dump glued have them inside: "WatchLive".
    """
    first, *others = name.split()
    joins = first.casefold() in _ARTICLES or ELIDED.match(first) or any(word in _JOINING for word in others)
    is_small = any(word[0].islower() and len(word) > _LONGEST_SMALL for word in others)
    return not (is_small and not joins) and not is_glued(name)


def _has_slogan(behind: str) -> bool:
    """Whether what stands behind a name and a sign is longer than another name would be."""
    return length(behind) >= _SHORTEST_SLOGAN


_SHORTEST_SLOGAN = 6.0  # words, the sign among them
_LONGEST_MENU, _SHORTEST_MENU = 45, 3  # lines from the name to the title
_SHORTEST_LABEL = 6  # letters
_SLOGAN_AFTER = re.compile(r"\s(?:[|｜–—-]|--)\s\S")
_JOINING = frozenset({"&", "and", "e", "en", "et", "i", "och", "og", "oder", "und", "y", "и", "й", "і", "та"})
_BULLETS = "•*·-– "
_LABEL = re.compile(r"[^\W\d_a-zß-ÿ]{6,}\s")  # "FEATURE Lock-keepers"


def _is_of_many(name: str) -> bool:
    parts = name.split()
    small = any(word[0].islower() and len(word) > _LONGEST_SMALL for word in parts)
    return not small and (len(parts) in _MANY or (len(name) >= _SHORTEST_PART and _WIDE.match(name) is not None))


def _points_of_place(key: str, named: Named, holder: str, own: str) -> float:
    """For the places where a name is printed as one, and for its shape.

    holder: of the rights, without legal form. own: the letters of the holder's name.
    """
    name, places = named.name, named.places
    points, of_press = 0.0, is_of_press(name)
    is_related = own and key != own and is_capitalised(name) and not _breaks_off(name, holder)
    is_related = is_related and (
        _is_part(key, own)
        or (of_press and spells_out(name, holder))
        or (of_press and _shares_word(name, holder))
        or _shares_call_sign(name, holder)
    )
    for place in places:
        if place != "top" or (places.isdisjoint(_OUTWEIGHING) and not (is_related and of_press)):
            points += _POINTS.get(place, _SAID_BEFORE if place.startswith("after ") else _SAID_AFTER)
    if "holder" in places and len(places) > 1:
        points += _HOLDER_BORNE_OUT
    if sum(place not in _POINTS or place == "subject" for place in places) > 1:
        points += _SAID_IN_TWO_WAYS
    points += _RELATED if is_related else 0
    if of_press:
        points += _OF_PRESS + (_FIRST_OF_PRESS if "first" in places else 0)
    if "first" in places:
        points += _FIRST_OF_MANY if _is_of_many(name) or (_is_brand(name) and " " not in name) else 0
    if len(named.lines) > 1 and ("top" in places or "first" in places):
        points += _TWICE
    return points + (_WITH_DIGITS if any(map(str.isdigit, name)) else 0)


def _is_part(one: str, other: str) -> bool:
    one = _NEWSPAPER.sub("", one)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_PART and shorter in longer


def _shares_word(name: str, holder: str) -> bool:
    """Whether a newspaper's name and the company that holds the rights have a rarer word in common."""
    words = {word for word in lower(name).split() if len(word) >= _RARE and not is_of_press(f"the {word}")}
    return not words.isdisjoint(lower(holder).split())


def _shares_call_sign(name: str, holder: str) -> bool:
    """Whether a station's name and its owner's have the same call sign: "KXYZ 9" of KXYZ Media."""
    signs = {word for word in name.split() if _CALL_SIGN.fullmatch(word)}
    return not signs.isdisjoint(holder.replace("-", " ").split())


_RARE = 5  # letters
_CALL_SIGN = re.compile(r"[KWCX][A-Z]{3}")  # of stations in North America


def _breaks_off(name: str, longer: str) -> bool:
    """Whether a longer name has a small word after this one: "The Globe" of "The Globe and Mail"."""
    after = longer.partition(name)[2].split()
    return bool(after) and (after[0] == "&" or after[0] in _CONNECTORS)


_NEWSPAPER = re.compile("^(?:صحيفة|جريدة|مجلة|قناة|وكالة)")  # before the name that a house shares with it


class _Page:
    """All lines of a page as one text, to look names up in."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._text = "\n".join(line.text for line in view.page.lines)
        self._folded = lower(self._text)
        self._foot = {view.plain(i) for i in range(view.position.end, len(view.page.lines))}
        self._site = _NO_LETTER.sub("", site_of(view.url) or "")

    def points(self, key: str, named: Named) -> float:
        """For a name's part in addresses, and for the lines that bear it beside those that print it as a name."""
        count, end = self._text.count, self._view.position.end
        places: dict[int, int] = {}  # the first of each line
        for place in _places(self._text, self._folded, named.name):
            places.setdefault(count("\n", 0, place), place)
        lines = places.keys() - named.lines
        body = sum(map(self._view.is_body, lines))
        other = len(lines) - body
        points, is_newspaper = 0.0, is_of_press(named.name) and is_capitalised(named.name)
        is_host, is_alone = self._is_host(key, named.name), is_newspaper and named.name in self._foot
        if is_newspaper and named.places == {"top"} and (is_host or is_alone):
            points -= _POINTS["top"]  # no entry of a menu then
        points += (_OF_HOST if is_host else 0) + (_ALONE_IN_FOOT if is_alone else 0)
        if body:
            points += _HOLDER_BORNE_OUT if "holder" in named.places else _IN_BODY
        if not named.places.isdisjoint(AT_TOP):
            outside = [place for i, place in places.items() if i not in named.lines and not self._view.is_body(i)]
            if any(i >= end and self._opens(place, named.name) for i, place in places.items()):
                points += _IN_IMPRINT
            if named.places != {"top"} and any(self._is_said(place, named.name) for place in outside):
                points += _SAID
        if other >= _OFTEN_LINES:
            points += _OFTEN + (_HOLDER_OFTEN if "holder" in named.places else 0)
        return points + (_ELSEWHERE if other else 0)

    def _opens(self, place: int, name: str) -> bool:
        """Whether a name opens its line and a sign parts it from the rest: "The Planet | Main Street 1"."""
        start = self._text.rfind("\n", 0, place) + 1
        return (
            not _BEFORE_NAME.sub("", self._text[start:place])
            and _AFTER_NAME.match(self._text, place + len(without_article(name))) is not None
        )

    def _is_said(self, place: int, name: str) -> bool:
        """Whether a name stands in a sentence, after a small word: "Ann Lee is a writer at The Planet."."""
        if not self._text.startswith(without_article(name), place):
            return False
        start = max(self._text.rfind("\n", 0, place) + 1, place - _LONGEST_BEFORE)
        before = self._text[start:place].split()
        if before and before[-1] in _ARTICLES:
            before.pop()
        return len(before) >= _FEWEST_BEFORE and before[-1] in _PREPOSITIONS

    def _is_host(self, key: str, name: str) -> bool:
        """Whether a name is in an address or a handle of the page: "planet" and "the-planet" of planet.com."""
        if len(key) >= _SHORTEST_PART and key in self._site:
            return True
        bare = lower(without_article(name))
        labels = {key, "-".join(bare.split()), _NO_LETTER.sub("", lower(name))}
        return any(_is_address(self._folded, label) for label in labels if label)

    def as_printed(self, name: str) -> str:
        """A name in capitals as the page spells it elsewhere."""
        if not name.isupper() or len(name) <= _LONGEST_ACRONYM:
            return name
        lead = len(name) - len(without_article(name))
        spellings = (
            self._text[place - lead : place - lead + len(name)] for place in _places(self._text, self._folded, name)
        )
        return next(
            (spelling for spelling in spellings if not spelling.isupper() and lower(spelling) == lower(name)), name
        )


_LONGEST_ACRONYM = 5


def _is_address(folded: str, label: str) -> bool:
    """Whether a label stands before a domain's ending, or as a handle after "@"."""
    start = folded.find(label)
    while start >= 0:
        end = start + len(label)
        begins = not (start and (folded[start - 1].isalnum() or folded[start - 1] == "-")) or folded.endswith(
            "the", 0, start
        )
        if begins and (
            _DOMAIN_END.match(folded, end) or (folded[start - 1 : start] == "@" and not folded[end : end + 1].isalnum())
        ):
            return True
        start = folded.find(label, end)
    return False


def _places(text: str, folded: str, name: str) -> Iterator[int]:
    """Where `name` stands as whole words with a capital, whatever the case of the rest."""
    wanted = lower(without_article(name))
    lead = len(name) - len(wanted)
    start, count = folded.find(wanted), 0
    while start >= 0 and count < _MOST_FOUND:
        end = start + len(wanted)
        before, after = folded[start - 1 : start], folded[end : end + 1]
        # In many languages an article alone has a capital: "Il pianeta".
        begins = not text[start].islower() or (
            0 < lead <= start and folded.startswith(lower(name), start - lead) and text[start - lead].isupper()
        )
        if begins and not any(char.isalnum() and not _WIDE.match(char) for char in before + after):
            count += 1
            yield start
        start = folded.find(wanted, end)


def publisher_by_trail(
    view: View, holder: str | None, series: str | None, trail: Trail | None, headline: int | None
) -> str | None:
    """The publisher where no name is printed as one: whose front page the trail begins with, or a series' brand."""
    if holder and trail and trail.steps and name_key(company(holder)) == name_key(trail.steps[0]):
        return company(holder)
    if series is None:
        return None
    own = {view.text(headline)} if headline is not None else set()
    own |= {view.text(i) for i in trail.lines} if trail else set()
    furniture = [text for text in view.furniture(headline) if text not in own]
    return publisher_of_series(series, furniture) or publisher_of_series(series, trail.steps if trail else ())
