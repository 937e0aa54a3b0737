"""The title: as markup states it and as pages print it, without the names of site and section."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from copydesk.desk.metadata import lexicon
from copydesk.desk.metadata.dates.printed import is_calendar_word, printed_dates
from copydesk.desk.metadata.head import Head
from copydesk.desk.metadata.houses.masthead import could_be_site, is_of_press
from copydesk.desk.metadata.markdown import without_marks
from copydesk.desk.metadata.titles.same import letters, said_twice, same_title

_SITE_TAIL = re.compile(r"\s+(?:[|·•»«–—~-]|::|\\|/)\s+(?=[^|·•»«–—]{2,60}$)|\s*[|｜_](?=[^|｜_]{2,40}$)")


_MOST_TAILS = 8  # the site, its sections and its slogan; more is no title


def without_site(title: str, site_names: Iterable[str]) -> str:
    """A document's <title> without the names of site and section that follow it."""
    names = [name for name in map(_compact, set(site_names)) if name]
    for _ in range(_MOST_TAILS):
        parts = list(_SITE_TAIL.finditer(title))
        if not parts:
            return title
        head, tail = title[: parts[-1].start()].strip(), _compact(title[parts[-1].end() :])
        if not head or not tail or not any(tail in name or name in tail for name in names):
            return title
        title = head
    return title


def _compact(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())


def site_behind(title: str, documents: Iterable[str]) -> str | None:
    """The site's name, where a document's <title> is the article's title and that; before it, a newspaper's.

    Of 218 pages whose markup names the site, 186 have the same name there, and most others a longer or shorter form.
    What stands before the title is the site's name on 18 of 23; the others are the titles' first parts.
    """
    for document in documents:
        for tail in _SITE_TAIL.finditer(document):
            name = document[tail.end() :].strip()
            if _BY.match(name) or printed_dates(name):
                continue
            if same_title(document[: tail.start()], title) and could_be_site(name):
                return name
        cuts = list(islice(_PARTS.finditer(document), _MOST_CUTS))
        name = document[: cuts[0].start()].strip() if cuts else ""
        if is_of_press(name) and could_be_site(name) and any(same_title(document[cut.end() :], title) for cut in cuts):
            return name
    return None


_BY = re.compile(r"(?:by|von|par|por|di|door|av) (?=\w)")  # the author, as on sites of letters to subscribers


def without_tail(title: str) -> str:
    """A title without the site, section or slogan that follows it behind a bar.

    Of the titles measured none had such a tail; where the last part is not much the shorter one, a series or a section
    may stand before the title instead.
    """
    before, bar, tail = title.rpartition(" | ")
    return before.rstrip() if bar and _TAILS_SHARE * len(tail) <= len(before) else title


_TAILS_SHARE = 2


def names_book(line: str) -> bool:
    """Whether a line is a book's particulars: "The Tin Boat by Ann Lee (Orchard, 212 pp, £18)"."""
    return len(line) <= _LONGEST_BOOK and _PAGES.search(line) is not None


_LONGEST_BOOK = 200  # characters
_PAGES = re.compile(r"(?<![\w.])\d{2,4}\s?(?:pp\b|pages?\b|Seiten\b|S\.,|páginas\b|págs?\.|str\.|с\.)|\bISBN\b")


def is_called(text: str, beside: Sequence[str]) -> bool:
    """Whether a line says that what follows in it is the title: the subject of a mail, where a line beside names a
    sender with an address; or the title of a database's document, where one beside names its source or length.
    """
    if match := _IS_SUBJECT.match(text):
        signs = _FROM
    elif match := _IS_TITLE.match(text):
        signs = _OF_DATABASE
    else:
        return False
    return text.count(" ", match.end()) >= _FEWEST_TITLE_WORDS - 1 and any(signs.match(line) for line in beside)


def as_field(line: str) -> str:
    """A title's line without the marks of lists and Markdown that stand before it, and what follows it."""
    text = re.sub(r"^(?:#{1,6}\s+|[•*·▪]\s+|\*\*(?=\S))+|(?<!\s)\s+#+$|(?<=\S)\*\*$", "", without_marks(line)).strip()
    text = said_twice(text) or _OF_AGENCY.sub("", text, count=1)
    return without_tail(_LABEL.sub("", text, count=1))


# The section before a title, as Xinhua names it.
_OF_AGENCY = re.compile(r"^（(?:经济|国际|体育|社会|时政|文化|科技|教育|财经|法治|军事|国内)）\s?(?=\S)")
# What a title is called at the head of mail, and in databases' documents.
_SUBJECT = r"(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|тема|件名|제목)\s?[:：]\s?(?=\S)"
_TITLE = (
    r"(?:title|headline|titel|überschrift|titre|título|titular|titolo|tytuł|rubrik|заголовок|标题|標題)"
    r"\s?[:：]\s?(?=\S)"
)
# Of these, of a reader's header, and of a live report.
_LABEL = re.compile(rf"^(?i:{_SUBJECT}|{_TITLE})|LIVE\s(?=\w*[a-z].* )")
_IS_SUBJECT, _IS_TITLE = re.compile(_SUBJECT, re.IGNORECASE), re.compile(_TITLE, re.IGNORECASE)
_FROM = re.compile(r"[^\W\d_]{1,12}\s?[:：].{0,80}<[^<>@\s]{1,64}@[^<>\s]{1,80}>\s*$")
_OF_DATABASE = re.compile(
    r"(?:source|publication|section|length|load-date|url source|byline|quelle|ressort|rubrique|sección|fuente"
    r"|sezione|fonte|bron|źródło|källa|источник)\s?[:：]\s?\S",
    re.IGNORECASE,
)
_FEWEST_TITLE_WORDS = 3
# Places that state the headline itself, in the order of trust; a <title> has the site's name in it, too.
_HEADLINES = ("JSON-LD", "og:title", "itemprop headline", "twitter:title")
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\s+(?:[|·•»«–—~-]+|::)\s+|\s*[|｜]\s*|:\s")
# Shares of a heading's words that other places state, from which it is the title, and the page's only one is. Of .5 to
# .7 and of 0 to .4 these were right most often; below them headings are the site's, or the section's.
_SHARED, _SHARED_BY_ONE = 0.6, 0.3
_FEWEST_WORDS = 3  # of the page's only heading, and of a headline that a kicker stands before


def choose_title(head: Head, host: str | None = None, lines: Sequence[str] = ()) -> str | None:
    """The title that markup states: an <h1> that other places bear out; else the headline of JSON-LD, Open Graph and
    the like, without the site's name; None where nothing states one.

    host: the site's. lines: those around the body's beginning. Where only a <title> states the headline, it is that
    part of it which one of them prints, and None if none does: of 207 such pages 161 printed another one, which is
    found among the lines, and 20 had it in the <title> alone.
    """
    label = _label(host)
    names = [head.site_name or "", head.publisher or "", label]
    stated = {place: without_site(title, names) for place, title in reversed(head.titles)}
    if "title" in stated:
        # Blogger states a blog's name for the title of each of its pages.
        stated = {
            place: title
            for place, title in stated.items()
            if place not in _HEADLINES or not _is_sites(title, head, label)
        }
    headlines = [stated[place] for place in _HEADLINES if stated.get(place)]
    heading = _heading(head, headlines, names, label)
    if heading is not None:
        bare = _without_kicker(_without_stamp(without_site(heading, names), headlines), headlines)
        return without_tail(_with_sign(bare, headlines))
    if not headlines and "title" in stated and lines:
        part = _printed_part(stated["title"], lines, names, label)
        return None if part and _is_above_heading(part, head) else part
    title = next((stated[place] for place in (*_HEADLINES, "title", "h1") if stated.get(place)), None)
    if title is None:
        return None
    part = _printed_part(title, lines, names, label)
    tail = title.removeprefix(part) if part else title
    has_site = bool(tail) and tail != title and not tail.startswith((":", "："))  # before a colon stands a kicker
    return part if has_site else without_tail(title)


def _is_above_heading(part: str, head: Head) -> bool:
    """Whether what opens a <title>, one or two words, is the section's name: the page has one heading, of more words,
    and none of these in it.
    """
    headings = [heading.casefold().split() for place, heading in head.titles if place == "h1"]
    words = part.casefold().split()
    if len(headings) != 1 or len(words) >= _FEWEST_TITLE_WORDS:
        return False
    return len(headings[0]) >= _WORDS_OF_A_HEADING and set(words).isdisjoint(headings[0])


_WORDS_OF_A_HEADING = 5


def may_be_headline(line: str, head: Head) -> bool:
    """Whether a line found on the page can be the headline, where a <title> alone states one.

    They have a word in common, or the <title> has none beside the site's name and a date, or is a site's and a
    section's; or the line is the page's only heading: then the <title> is the same for each page. Of 11 other lines
    three were the headline.
    """
    headings = [heading for place, heading in head.titles if place == "h1"]
    if len(line.split()) >= _FEWEST_TITLE_WORDS and headings == [line]:
        return True
    title = next((title for place, title in head.titles if place == "title"), "")
    parts = [part.strip().casefold() for part in _PARTS.split(title)]
    if (len(parts) > 1 and not _SECTIONS.isdisjoint(parts)) or _OF_SITE.search(title):
        return True  # the site and a section, or the site
    words = set(_WORD.findall(title.casefold())) - set(_WORD.findall((head.site_name or "").casefold()))
    words = {word for word in words if not word.isdigit() and not is_calendar_word(word)}
    return not words or not words.isdisjoint(_WORD.findall(line.casefold()))


# "::" and a welcome open a site's title, and what it is closes one.
_OF_SITE = re.compile(
    r"^\s*(?:::|(?:benvenuti|willkommen|bienvenue|bienvenidos|bem-vindo)\b)"
    r"|\b(?:home ?page|official (?:web ?)?site|sito ufficiale|sitio oficial|site officiel)\W*$",
    re.IGNORECASE,
)


def _is_sites(headline: str, head: Head, label: str) -> bool:
    """Whether what is stated for a headline is the site's own name: as it is called elsewhere, or one part of the
    <title>, of whose other parts the page's heading has a word, while it has none of the headline and is no part. And
    where the heading is longer and has no word of it, a few words that are all of the <title>, or the site's name with
    what it offers.
    """
    own = letters(headline)
    names = {letters(name) for name in (head.site_name, head.publisher, label) if name}
    if own in names:
        return True
    document = next((title for place, title in head.titles if place == "title"), "")
    parts = _PARTS.split(document)
    others = [part for part in parts if letters(part) != own]
    printed = next((title for place, title in head.titles if place == "h1"), "")
    heading = _long_words(printed)
    if len(printed.split()) >= _WORDS_OF_HEADING and heading.isdisjoint(_long_words(headline)):
        few = len(headline.split()) <= _WORDS_OF_SITE and letters(document) == own
        if few or letters(_PARTS.split(headline)[0]) in names:
            return True
    return (
        0 < len(others) < len(parts)
        and letters(printed) not in map(letters, others)
        and heading.isdisjoint(_long_words(headline))
        and not heading.isdisjoint(_long_words(" ".join(others)))
    )


def _long_words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= _LONG_WORD}


_WORDS_OF_SITE, _WORDS_OF_HEADING = 4, 5  # at most, and at least
_LONG_WORD = 5  # letters of a word that two texts about one matter have in common
_SHORTEST_LABEL = 4  # letters of a domain by which a name is known


def _label(host: str | None) -> str:
    """The longest part of a host's name, which is its site's: "planet" of news.planet.co.uk."""
    return max((host or "").removeprefix("www.").split(".")[:-1], key=len, default="")


def _is_named(own: str, label: str) -> bool:
    """Whether letters are those of a domain, or some of them, or with others around them."""
    label = letters(label)
    return min(len(own), len(label)) >= _SHORTEST_LABEL and (own in label or label in own)


def names_host(name: str, host: str) -> bool:
    """Whether a name is one, and a domain is made of its letters or some of them: "The Planet" of planet.com."""
    return len(_PARTS.split(name)) == 1 and _is_named(letters(name), _label(host))


def without_slogan(name: str, host: str) -> str:
    """A site's name without what it says of itself behind: "The Planet" of "The Planet - News for all" on planet.com.

    Of 89 names that pages state with such a sign 45 begin with their domain's and go on with other words.
    """
    first, *rest = _SLOGAN.split(name, maxsplit=1)
    return first if rest and names_host(first, host) and not names_host(rest[0], host) else name


_SLOGAN = re.compile(r"\s[|–—-]+\s|™?:\s")


def _printed_part(title: str, lines: Iterable[str], names: Iterable[str], label: str) -> str | None:
    """The longest part of a <title>, between signs that stand there before and after a site's name, that is a line."""
    cuts = list(_PARTS.finditer(title))[:_MOST_CUTS]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(title)]
    printed = {letters(line) for line in lines if len(line) <= len(title)} if cuts else set()
    printed.difference_update(map(letters, names))
    parts = [title[start:end].strip() for i, start in enumerate(starts) for end in ends[i:]]
    parts = [
        part
        for part in parts
        if letters(part) in printed
        and not _is_named(letters(part), label)
        and part.casefold() not in _SECTIONS
        and (" " in part or title.startswith(part))  # "News" behind a title is a section
    ]
    return max(parts, key=len, default=None)


_MOST_CUTS = 8
_SECTIONS = lexicon.words("title", "sections")


def _heading(head: Head, headlines: list[str], names: list[str], label: str) -> str | None:
    """The first <h1> most of whose words another place states, or the only one if some of them are stated, or the one
    that is the last step of the breadcrumb."""
    rest = [title for place, title in head.titles if place != "h1"]
    stated = set(_WORD.findall(" ".join(rest).casefold()))
    in_headlines = set(_WORD.findall(" ".join(headlines).casefold()))  # a <title> alone may bear out a section's
    headings: dict[str, str] = {}
    for place, title in head.titles:
        if place == "h1" and not _is_site(title, headlines, rest, names, label):
            headings.setdefault(letters(title), title)
    step = letters(head.breadcrumb[-1]) if head.breadcrumb else ""
    for own, title in headings.items():
        words = _WORD.findall(title.casefold())
        if headlines and len(words) < _FEWEST_WORDS and in_headlines.isdisjoint(words):
            continue
        share = sum(word in stated for word in words) / max(1, len(words))
        only = len(headings) == 1 and len(words) >= _FEWEST_WORDS and share >= _SHARED_BY_ONE
        if share >= _SHARED or only or (own == step and len(words) >= _FEWEST_WORDS):
            return title
    return None


def _is_site(heading: str, headlines: list[str], titles: list[str], names: list[str], label: str) -> bool:
    """Whether a heading is the name of the site or of a section: what follows the title proper in a <title>."""
    own = letters(heading)
    if any(own == letters(headline) for headline in headlines):
        return False
    if not own or own in map(letters, names):
        return True
    for title in titles:
        first, *rest = map(letters, _PARTS.split(title))
        if (
            rest
            and (own in (first, *rest) or len(own) <= len(letters(label)) + _SHORTEST_LABEL)
            and _is_named(own, label)
        ):
            return True
        if own in rest and len(own) < max(map(len, [first, *rest])):
            return True
    return False


def _with_sign(heading: str, headlines: list[str]) -> str:
    """A heading as another place states it that has a colon behind the kicker, which a style sheet sets apart."""
    own = letters(heading)
    return next((line for line in headlines if ": " in line and ":" not in heading and letters(line) == own), heading)


def _without_stamp(heading: str, headlines: list[str]) -> str:
    """The headline that a heading begins with, where the day of its publication follows in the same element."""
    own = letters(heading)
    for headline in headlines:
        if own != letters(headline) != "" and own.startswith(letters(headline)):
            dates = printed_dates(heading)
            if dates and letters(heading[: dates[0].start]).startswith(letters(headline)):
                return headline
    return heading


def _without_kicker(heading: str, headlines: list[str]) -> str:
    """The headline that a heading ends with, where a section or a label stands before it."""
    own = letters(heading)
    for headline in headlines:
        rest = letters(headline)
        enough = len(_WORD.findall(headline)) >= _FEWEST_WORDS and 2 * len(rest) >= len(own)
        if enough and own != rest and own.endswith(rest):
            return headline
    return heading
