"""The subtitle: what stands below a title and is named so, or the sentence or two between a title and its byline."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from copydesk.desk.frame import Role
from copydesk.desk.metadata.bylines.byline import credits_picture, is_organisation, read_bare_name
from copydesk.desk.metadata.bylines.signed import Signed
from copydesk.desk.metadata.dates.moments import dispatched
from copydesk.desk.metadata.element_names import CAPTIONS, is_named
from copydesk.desk.metadata.facts import NOTHING, Facts
from copydesk.desk.metadata.houses.masthead import is_capitalised, is_of_press
from copydesk.desk.metadata.lexicon import words
from copydesk.desk.metadata.sentence import ends_statement
from copydesk.desk.metadata.titles.same import letters
from copydesk.desk.metadata.view import View
from copydesk.desk.page.markup import is_in_names

_FOR_SUBSCRIBERS = words("headline", "for_subscribers")
_EDGE = " +*•|[]()"
_FURNITURE = words("headline", "furniture") | {"©", "source", "sources"}
_OF_BUTTONS = _FURNITURE - {"by", "von", "par", "por", "da", "door", "av", "przez", "от"}  # these stand in sentences
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_FEWEST_NAMED = 3  # words of a line whose element says what it is
_STAMP_WITHIN, _OTHERS, _LABEL_WORDS = 7, 2, 3  # lines; of them no labels; words of a label
_SURE = 0.9
# What systems call the element.
_NAMES = re.compile(
    r"(?<![a-z])(?:sub[-_]?(?:title|head(?:line|ing|er)?|line|deck)|sub(?![\w-])|(?:second(?:ary)?|alternative)[-_]?(?:title|headline)|"
    r"dek|deck(?![\w-])|stand[-_]?first|strap(?:line)?(?![a-z])|(?<!with-)(?<!has-)excerpt|"
    r"(?:article|story|post|top|end)[-_]summary|unter(?:titel|zeile)|sottotitolo|subtitulo|bajada|copete|entradilla|chap[oô]|chapeau|vorspann|catenaccio)(?![a-z])",
)
# These name the article's first paragraph as often, which stands beside the others.
_LEADS = re.compile(
    r"(?<![a-z])(?:(?:lead|lede|intro)(?![-_]?art(?![a-z]))|ingress|sommario|summary|zajawka|perex|manchet|description"
    r"|preamble)(?![a-z]|[-_]?(?:audio|box|caption|headline|image|img|media|photo|picture|text|title|video))"
)
_OF_PICTURES = re.compile(
    r"(?<![a-z])(?:credits?|(?:photo|image|img|foto)(?=[-_]?(?:text|desc|title|info))|video|player|gallery|slideshow)(?![a-z])"
)
_PICTURES = ("figure", "figcaption")
_ASIDE = frozenset({*_PICTURES, "button", "li"})


def find_subtitle(
    view: View, headline: int | None, signed: Signed | None = None, numbered: Sequence[int] = ()
) -> int | None:
    """The index of the line below the title that is its subtitle.

    Its element is named so; or a byline or date follows it, and the judge is not sure that it is body; or it follows a
    date itself. signed: the authors' byline; numbered: the lines of series and issue, which may stand before.
    """
    if headline is None:
        return None
    i = _below(view, headline)
    while (i in numbered and not _is_heading_below(view, headline, i)) or _is_label(view, i):
        i += 1
    if i in view.facts and i < view.position.prose and _CHINESE_DASH.match(view.text(i)):
        return i
    if i > view.position.prose or i not in view.facts:
        return None
    lines = signed.lines if signed else ()
    names_author = signed is not None and i in lines and any(name in view.plain(i) for name in signed.names)
    straight = _straight_below(view, i, lines) if not names_author else None
    return straight or _named_below(view, headline, lines) or _behind_stamps(view, i, lines)


def _named_below(view: View, headline: int, signed: Sequence[int]) -> int | None:
    """The line between title and body whose element says that it is the subtitle, wherever it stands there.

    Not one of several elements of a name: these are other articles', or subheads. What is named as the lead is it
    where it stands apart from the paragraphs.
    """
    if view.page.lines[headline].element is None:
        return None
    for i in range(headline + 1, min(view.position.prose + 1, headline + _FARTHEST_BELOW, len(view.page.lines))):
        fact = view.facts.get(i, NOTHING)
        if i in signed or fact.dates or not _FEWEST_WORDS <= view.position.lengths[i] <= _MOST_WORDS:
            continue
        element = _element_of(view, i)
        if element is None or not _may_open(text := view.plain(i)) or text[-1] in "…:" or _is_caption(view, i):
            continue
        if element.tag in _ASIDE or next(element.iterancestors(*_PICTURES, *_OTHERS_BOXES), None) is not None:
            continue
        if is_named(element, CAPTIONS) or is_named(element, _OF_PICTURES) or _is_beside_article(element):
            continue
        is_lead = view.position.lengths[i] <= _LONGEST_LEAD and is_named(element, _LEADS) and _stands_apart(view, i)
        if (is_lead or is_named(element, _NAMES)) and _is_only_one(element):
            return i
    return None


def _is_beside_article(element: HtmlElement) -> bool:
    """Whether an element stands in a form without a heading or in a box that is named for standing beside."""
    form = next(element.iterancestors("form"), None)  # old systems put the whole page into one
    if form is not None and next(form.iter("h1"), None) is None:
        return True
    boxes = (box.get("class", "") for box in islice(element.iterancestors(), _NEAR_BOXES))
    return any(is_in_names(_BESIDE, names) for names in boxes)


_NEAR_BOXES = 4
_BESIDE = re.compile(
    r"(?<![a-z])(?:gfield|sidebar|widget|related|promo|recommended|newsletter|subscribe|bio|popup|modal)(?![a-z])"
)
_FARTHEST_BELOW, _LONGEST_LEAD = 24, 45  # lines below the title; words
_OTHERS_BOXES = ("a", "aside", "nav", "li")


def _element_of(view: View, i: int) -> HtmlElement | None:
    """The element of which a line is all the text, which between line breaks is one inside the line's."""
    line = view.page.lines[i]
    if line.element is None or next(line.element.iter("br"), None) is None:
        return line.element
    inside = (part for part in line.element.iter(*_PARTS) if part is not line.element and part.get("class"))
    return next((part for part in inside if " ".join(part.text_content().split()) == line.text), line.element)


_PARTS = ("strong", "b", "em", "span", "p", "div")


def _stands_apart(view: View, i: int) -> bool:
    """Whether the element of a line is none of a row with the first paragraph below it."""
    own = view.page.lines[i].element
    below = next((j for j in range(i + 1, len(view.page.lines)) if j >= view.position.prose and view.is_body(j)), None)
    first = view.page.lines[below].element if below is not None else None
    return own is not None and first is not None and _outermost(own).getparent() is not first.getparent()


def _outermost(element: HtmlElement) -> HtmlElement:
    """The outermost element in which nothing else stands than this one."""
    around = element.getparent()
    while around is not None and len(around) == 1 and not (around.text or "").strip():
        element, around = around, around.getparent()
    return element


def _is_only_one(element: HtmlElement) -> bool:
    """Whether no other element of its tag has its class."""
    while (names := element.get("class")) is None and (around := element.getparent()) is not None:
        element = around
    tag = element.tag
    alike = (other for other in element.getroottree().iter() if other.tag == tag and other.get("class") == names)
    return names is None or sum(1 for _ in islice(alike, 2)) == 1


def _is_heading_below(view: View, headline: int, i: int) -> bool:
    """Whether a line is a heading of Markdown, of a lower level than the title's, and says more than a number."""
    of_title, own = _HEADING.match(view.text(headline)), _HEADING.match(view.text(i)) if i in view.facts else None
    return bool(of_title and own and len(own[0]) > len(of_title[0])) and view.position.lengths[i] > _FEWEST_WORDS


_HEADING = re.compile("#{1,6}(?= )")


def without_heading(text: str) -> str:
    """A line without the sign that makes it a heading of Markdown."""
    return _HEADING.sub("", text, count=1).strip() if text.startswith("#") else text


def _straight_below(view: View, i: int, signed: Sequence[int]) -> int | None:
    """A line that follows the title, if it is the subtitle."""
    text, fact = without_heading(view.plain(i)), view.facts[i]
    if fact.dates or fact.byline or not text or not _may_open(text) or view.position.lengths[i] > _MOST_WORDS:
        return None
    if _is_caption(view, i):
        return None
    element = view.page.lines[i].element
    if element is not None:
        if element.tag in _ASIDE or next(element.iterancestors(*_PICTURES), None) is not None:
            return None
        if is_named(element, CAPTIONS) or is_named(element, _OF_PICTURES):
            return None
        if is_named(element, _NAMES) and view.position.lengths[i] >= _FEWEST_NAMED and text[-1] != "…":
            return i
    if (i not in view.head and i != view.position.prose) or (view.is_body(i) and view.verdicts[i].score >= _SURE):
        return None
    if view.position.lengths[i] < _FEWEST_WORDS or _names_somebody(text):
        return None
    if not _reads_as_sentence(text):
        return None
    return i if _is_followed_by_stamp(view, i, signed) or _is_below_whole_head(view, i, signed) else None


def _is_below_whole_head(view: View, i: int, signed: Sequence[int]) -> bool:
    """Whether the byline or date stands right above the title, and the text right below the line, which is no sentence
    of it, no caption with its credit and no row of buttons.
    """
    text = view.plain(i)
    if i + 1 != view.position.prose or ends_statement(text) or _CREDITED.search(text) or text[0].islower():
        return False
    if not _OF_BUTTONS.isdisjoint(text.casefold().split()):
        return False
    return any(j in signed or is_stamp(view.facts.get(j, NOTHING)) for j in range(max(0, i - 3), i - 1))


# A credit, or sizes of letters: "Print A A".
_CREDITED = re.compile(r"[)\]]$|(?:\s[A-Z][+-]?){2}$|\b(?:photos?|fotos?|фото|bild|zdj|picture)\b", re.IGNORECASE)


def _behind_stamps(view: View, i: int, signed: Sequence[int]) -> int | None:
    """The subtitle below a date or byline: whole sentences, none of the body's, above a caption with its credit or a
    person's byline. What stands there else is a caption more often.
    """
    first = i
    while i < view.position.prose and (i in signed or is_stamp(view.facts.get(i, NOTHING)) or _is_button(view, i)):
        i += 1
    if i == first or i >= view.position.prose or i + 1 not in view.facts or not _is_whole_sentence(view, i):
        return None
    below = view.facts[i + 1].byline
    is_signed = below is not None and below.explicit and below.opens and not any(map(is_organisation, below.names))
    is_pictured = view.position.lengths[i + 1] >= _WORDS_BEHIND and credits_picture(view.plain(i + 1))
    return i if is_signed or is_pictured else None


def _is_button(view: View, i: int) -> bool:
    return view.position.lengths[i] <= _MOST_BUTTONS and not view.is_body(i)


def _is_whole_sentence(view: View, i: int) -> bool:
    """Whether a line is a sentence or two, and neither of the body nor a caption."""
    text, words_ = view.plain(i), view.position.lengths[i]
    if view.is_body(i) or _is_caption(view, i) or _BRACKETED.search(text) or not _WORDS_BEHIND <= words_ <= _MOST_WORDS:
        return False
    return ends_statement(text) and _may_open(text) and _reads_as_sentence(text)


def _is_caption(view: View, i: int) -> bool:
    text = view.plain(i)
    if view.verdicts[i].role is Role.CAPTION or credits_picture(text) or _PICTURED.search(text) is not None:
        return True
    credit = _BY_INITIALS.fullmatch(view.plain(i + 1)) if i + 1 < len(view.page.lines) else None
    return credit is not None and any(line.text == credit["house"] for line in view.page.lines)


# "The Planet - A. L.", below a picture.
_BY_INITIALS = re.compile(r"(?P<house>.{3,40}) [-–—/] (?:[^\W\d_]\.[- ]?){1,4}")


_MOST_BUTTONS, _WORDS_BEHIND = 5, 8  # words
_BRACKETED = re.compile(r"[)\]]\.?$")  # who took a picture


def _names_somebody(text: str) -> bool:
    """Whether a line is people's names, "Ann Lee (Professor)" or "Ann Lee and Theo Holm", or a house's."""
    if is_of_press(text) and is_capitalised(text):
        return True
    bare = read_bare_name(text.partition("(")[0] if text.endswith(")") else text)
    return bare is not None and sum(len(name.split()) + 1 for name in bare.names) >= len(text.partition("(")[0].split())


def _reads_as_sentence(text: str) -> bool:
    """Whether a line says something of the article, and is no button, label or note of its age."""
    if text[-1] in ":…>" or " | " in text or (text[-1] == "»" and "«" not in text) or _AGED.match(text):
        return False
    said = text.casefold().replace(":", " ").split()
    if said[0] in _FURNITURE:
        return False
    of_buttons = sum(word in _OF_BUTTONS for word in said)
    return of_buttons <= (1 if len(said) >= _WORDS_OF_A_DECK else 0)


_WORDS_OF_A_DECK = 14  # of so many one may be a button's: "a dividend of NOK 1.75 per share"


def _is_label(view: View, i: int) -> bool:
    """Whether a line below the title says nothing but for whom the article is: "Premium", "Abonnés"."""
    return i in view.facts and view.text(i).casefold().strip(_EDGE) in _FOR_SUBSCRIBERS


def _is_followed_by_stamp(view: View, i: int, signed: Sequence[int]) -> bool:
    """Whether a byline or a date comes soon after a line, with no more than buttons and labels between."""
    others = 0
    for j in range(i + 1, min(i + 1 + _STAMP_WITHIN, len(view.page.lines))):
        if j in signed or is_stamp(view.facts.get(j, NOTHING)):
            return True
        if j == view.position.prose and dispatched(view) is not None:
            return True
        others += view.is_body(j) or view.position.lengths[j] > _LABEL_WORDS
        if others > _OTHERS:
            return False
    return False


def is_stamp(fact: Facts) -> bool:
    return fact.rest <= _MOST_OTHER_WORDS and (bool(fact.dates) or fact.byline is not None)


_MOST_OTHER_WORDS = 6
# As captions say who is who.
_PICTURED = re.compile(
    r"\((?:l|r|li|re|left|right|links|rechts|izq|der|g|d|pictured|above|below)\.?\)"
    r"|, (?:left|right|cent(?:er|re)|pictured),"
    r"|^(?:stills? from|pictured|illustration|above|left|right|from left)\b|\b(?:illustration|photograph)s? by\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"this (?:article|story) is more than", re.IGNORECASE)
_CHINESE_DASH = re.compile("[—–─]{2}[\u4e00-\u9fff]")


def says_again(text: str, title: str) -> bool:
    """Whether a text is the title again, or most of it, or with a section before it."""
    own, of_title = letters(text), letters(title)
    shorter, longer = sorted((own, of_title), key=len)
    return shorter in longer and (len(longer) <= 2 * len(shorter) or own.endswith(of_title))


def _below(view: View, headline: int) -> int:
    """The line after the title's: after the heading, where a breadcrumb prints the title first."""
    title, lines = view.text(headline), view.page.lines
    for i in range(headline, view.position.prose):
        element = lines[i].element
        if element is not None and element.tag == "h1" and says_again(lines[i].text, title):
            return i + 1
    return headline + 1


def _may_open(text: str) -> bool:
    return text[0].isalnum() or text[0] in "\"“„«‘'「『¿¡"
