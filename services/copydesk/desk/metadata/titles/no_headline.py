"""Which candidates are no title, however they rank."""

import re

from copydesk.desk.metadata.breadcrumb import opens_trail
from copydesk.desk.metadata.bylines.byline import credits_picture, read_bare_name, read_placed_byline
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.houses.masthead import is_capitalised, is_menu, is_of_press, skips_ahead
from copydesk.desk.metadata.houses.rights import without_form
from copydesk.desk.metadata.lexicon import any_of, lower, words
from copydesk.desk.metadata.position import length
from copydesk.desk.metadata.reading import read_reading_time
from copydesk.desk.metadata.sentence import ends_statement, goes_on
from copydesk.desk.metadata.titles.headline_features import LETTER
from copydesk.desk.metadata.titles.same import said_twice
from copydesk.desk.metadata.titles.title import names_book
from copydesk.desk.metadata.view import View
from copydesk.desk.naming import roles
from copydesk.desk.naming.headings import about
from copydesk.desk.naming.phrases import UNSPACED


def may_be_taken(view: View, i: int) -> bool:
    """Whether a candidate can be the title, which is then no line of the body.

    Of the pages measured none had its title below the body's first paragraph, whatever ranked first there; and what
    the judge took for body and ends with a full stop or a comma was a sentence of it. Bylines, dates and captions are
    no titles.
    """
    text, prose = view.text(i), view.position.prose
    if i > prose or (view.is_body(i) and (ends_statement(text) or goes_on(text))) or _is_sites(view, i):
        return False
    if roles.is_button(lower(text)) or credits_picture(text) or _is_of_interview(view, i):
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
    return not _ENDS_IN_CREDIT.search(lower(text)) and not _signs(view, i)


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
    if _TIMED.match(text) or not LETTER.search(text) or _CONSENT.fullmatch(lower(text)):
        return True
    if _RATES.search(text) or _FEED.match(text) or _opens_mail(lower(text)) or _is_reading_time(text):
        return True
    fact = view.facts.get(i, NOTHING)
    if _ADVISORY.match(lower(text)) or _CHANGES.fullmatch(lower(text)):
        return True
    if fact.dates:
        day = fact.dates[0]
        if _is_of_release(text) or _is_of_edition(text, fact):
            return True
        if _NUMBERED.search(lower(text)) or (day.time and _WEEKDAY.fullmatch(text, 0, day.start)):
            return True
        is_stamp = day.time and fact.rest <= MOST_BESIDE_STAMP
        before = text[: day.start].strip(" -–—|·•:,") if is_stamp else ""
        if before and (before.isupper() or any(line.text == before for line in lines[:i])):
            return True  # "THE PLANET - Jan 23, 2020 - 20:51 | World, All"
    is_trail = opens_trail(view.plain(i)) or _STEPS.search(view.plain(i)) or _SLASHES.match(view.plain(i))
    if (
        (is_trail and said_twice(view.plain(i)) is None)
        or _leads_to(text, below)
        or _is_row(text)
        or skips_ahead(text)
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


def _is_of_interview(view: View, i: int) -> bool:
    """Whether a line is what somebody asks and the next what another answers, each after a dash; or names a person and
    an office beside a bar, "Ann Lee | Skipper", above what the person says.
    """
    if i + 1 >= len(view.page.lines):
        return False
    text, below = view.text(i), view.text(i + 1)
    if _DASH.match(text):
        return _DASH.match(below) is not None
    name, bar, _ = text.partition(" | ")
    if not bar or not below.startswith(_OPEN_QUOTES):
        return False
    byline = read_bare_name(name)
    return byline is not None and byline.names == (name,)


_DASH = re.compile(r"[–—] ?\S")
_OPEN_QUOTES = tuple("\"“„«»‘'「『")


def _is_of_release(text: str) -> bool:
    """Whether a line with a day opens with what kind of text it is: "Press release, 28 May 2024"."""
    opening = _FIRST_WORDS.match(lower(text))
    return opening is not None and not _RUBRICS.isdisjoint((opening[0], opening["first"]))


def numbers_release(text: str) -> bool:
    """Whether a line is what kind of text it is, and its number: "Press Release No. 12/2024"."""
    return _RELEASE_NUMBER.match(lower(text)) is not None and _is_of_release(text)


def _is_of_edition(text: str, fact: Facts) -> bool:
    """Whether a line is a name, a sign and the day of its edition: "Daily Close | Thursday, 11 May 2023"."""
    before, sign, between = text[: fact.dates[0].start].rpartition("|")
    return (
        sign != ""
        and len(before.split()) <= _WORDS_OF_A_NAME
        and len(between.split()) <= 1
        and fact.rest <= MOST_BESIDE_STAMP
    )


_RELEASE_NUMBER = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)? (?:(?:nr|no|num|nº|n°|№)\.? ?)?\d{1,4}(?:[/-]\d{2,4})?$")
_RUBRICS = words("series", "rubrics")
_FIRST_WORDS = re.compile(r"(?P<first>[^\W\d_]+)(?: [^\W\d_]+)?")
_WORDS_OF_A_NAME = 3
MOST_BESIDE_STAMP = 5  # words


def _is_reading_time(text: str) -> bool:
    """Whether a line says how long reading takes, and nothing else."""
    stated = read_reading_time(text)
    return stated is not None and not LETTER.search(text[: stated[1]] + text[stated[2] :])


def _opens_mail(folded: str) -> bool:
    """Whether a line offers to show a mail in the browser."""
    if _BROWSER.search(folded) is None:
        return False
    return _MAILED.search(folded) is not None or (
        folded.count(" ") < _WORDS_OF_AN_OFFER and _SHOW.search(folded) is not None
    )


_WORDS_OF_AN_OFFER = 5  # "View in browser"
_SHOW = re.compile(
    r"^(?:view|open|read|show|voir|ouvrir|afficher|lire|ver|abrir|leer|visualizza|apri|zobacz|otwórz|öppna|visa|bekijk"
    r"|открыть|посмотреть)\b|\b(?:ansehen|öffnen|anzeigen|lesen)$"
)


def _is_of_masthead(view: View, i: int) -> bool:
    """Whether one of the page's first lines is the site's name or slogan, or the window's title."""
    text, lines = view.text(i), view.page.lines
    if i == 0 and (named := _SLOGAN.match(text)) and _closes(view, named["name"]):
        return True
    if _FOUNDED.match(lower(text)) or _SINCE.search(lower(text)) or _opens_trail_below(view, i):
        return True
    if i == 0 and _names_house(view):
        return True
    for line in lines[i + 1 : view.position.prose]:  # the window's title, above the article's
        if len(line.text) >= SHORTEST_TITLE and text.startswith(line.text) and BEFORE_SITE.match(text, len(line.text)):
            return True
    slogan = i > 0 and text[0].islower() and text.split(None, 1)[0].islower() and len(lines[i - 1].text) < len(text)
    return slogan or any("©" in line.text and text in line.text for line in lines[i + 1 :])


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
# "A weekly for the islands. Founded in 1911": a sentence of its own.
_SINCE = re.compile(
    r"(?:[.|•·]|\s[–—-])\s(?:serving|established|founded|published|gegründet|erscheint|fondée?|fundad[oa]|fondat[oa]|opgericht"
    r"|grundad|založen\w{0,2}|założon\w|ukazuje się|основан\w{0,2}|выходит|изда[её]тся|засновано?|виходить)\b.{0,30}"
    r"\b(?:1[789]|20)\d\d(?: (?:года|году|г\.|року|р\.|roku|r\.))?\.?$"
)


def _leads_to(trail: str, below: str) -> bool:
    """Whether a line ends as the one below begins, after other words: the steps to a title that is cut."""
    words = trail.split()
    tails = (" ".join(words[first:]) for first in range(1, len(words) - _WORDS_OF_A_CUT_TITLE + 1))
    return any(len(tail) >= SHORTEST_TITLE and tail != below and below.startswith(tail) for tail in tails)


_WORDS_OF_A_CUT_TITLE = 3


def is_house(view: View, i: int) -> bool:
    """Whether one of the page's first lines is the name of a house: a newspaper's, a company's, one that the page tells
    of below, or its press office.
    """
    name = view.plain(i)
    if i >= _TOP or len(name) > _LONGEST_HOUSE or any(map(str.isdigit, name)):
        return False
    if _PRESS_OFFICE.search(lower(name)):
        return True
    if not is_capitalised(name):
        return False
    if i < min(_MASTHEAD, len(view.page.lines) - 1) and _is_row(view.text(i + 1)):
        return True  # above the site's menu
    is_short, is_wide = len(name.split()) <= _WORDS_OF_A_HOUSE, name[0] >= UNSPACED
    if without_form(name) != name or (is_of_press(name) and (is_wide or len(name.split()) <= _WORDS_OF_A_NAME)):
        return True
    return is_short and not is_wide and _is_told_of(view, name)


def _is_row(text: str) -> bool:
    return text.count(" | ") >= _LINKS_OF_A_MENU or is_menu(text)


_PRESS_OFFICE = re.compile(
    r"(?:pressestelle|press office|media (?:office|relations)|(?:service|bureau) de presse|ufficio stampa"
    r"|(?:gabinete|oficina|departamento) de (?:prensa|comunicación)|(?:assessoria|gabinete) de imprensa|biuro prasowe"
    r"|persdienst|presstjänst|pressekontor|пресс-служба|прес-служба)$"
)


def _is_told_of(view: View, name: str) -> bool:
    """Whether a heading below the body is about a house, or a line goes on behind its name: "Canal Homes is ..."."""
    below = (line.text for line in view.page.lines[view.position.end :])
    return any(about(text) == name or text.startswith((f"{name} ", f"{name}, ")) for text in below)


_TOP, _LONGEST_HOUSE, _WORDS_OF_A_HOUSE = 6, 60, 5  # lines; characters; words


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
# "EDS: Updates with comment", as agencies tell newspapers above a dispatch.
# So do "FOR IMMEDIATE RELEASE" and its like, above a press release.
_ADVISORY = re.compile(
    r"\(?(?:eds?|editors|adv|advisory|attn|attention editors|keywords?|slug|embargo\w*)\s?[:：]"
    r"|\W*(?:for immediate (?:release|publication)|zur sofortigen (?:veröffentlichung|verwendung)"
    r"|pour diffusion immédiate|para (?:publicación|difusión|divulgação|publicação) (?:inmediata|imediata)"
    r"|per (?:la )?(?:pubblicazione|diffusione) immediata|voor (?:onmiddellijke|directe) publicatie"
    r"|do natychmiastowej publikacji|för omedelbar publicering|для немедленной публикации)\W*$"
)
# "(Adds quotes in paragraphs 3-5)", "(Recasts with comment)": what an agency has changed in it since.
_CHANGES = re.compile(rf"\({any_of('headline', 'changes')}(?!\w)[^()]*\)\.?")
_CONSENT = re.compile(any_of("headline", "consent") + r"\W*")
# A caption says after the sign when and where a picture was taken.
_LABELLED_PICTURE = re.compile(
    r"(?:写真・図版|写真|図版|図|イラスト|사진)[\s:：＝】]|image (?:caption|source)[,:]\s"
    r"|(?:pie de foto|legenda da foto|légende(?: de l['’])?image|подпись к фото|keterangan gambar),\s"
    r"|(?:mapa|wykres|tabela|tabelle|abbildung|abb|karte|figure|fig|table|tableau|carte|gráfico|tabla|grafico|tabella|figur"
    r"|рис|карта|таблица)(?: \d{1,2})?[.:]\s",
    re.IGNORECASE,
)
_PICTURES = r"(?:촬영|사진|撮影|写真|摄影|photos?|fotos?|fot\.|фото|تصوير|images?|picture|bild|imagen|immagine)"
PHOTOGRAPHER = re.compile(rf"[\[(]\s?{_PICTURES}[\s:：=/]")
_ENDS_IN_CREDIT = re.compile(
    rf"[(\[]\s?{_PICTURES}\s?(?:[:：=/]|by\s|von\s|par\s|di\s|por\s)\s?\w[^()\[\]]{{1,60}}[)\]]$"
)
_JAPANESE_CAPTION = re.compile("＝[^＝]{0,20}(?:日|午前|午後|撮影)")
_BRACKETS = re.compile(r"\((?P<who>[^\d()]{3,30})\)$")
_LINKS_OF_A_MENU = 3
SHORTEST_TITLE, BEFORE_SITE = 10, re.compile(r"\s[|»·•—–-]\s|[|_-]")
_MASTHEAD = 3  # lines from the page's first that bear the site's name and slogan
