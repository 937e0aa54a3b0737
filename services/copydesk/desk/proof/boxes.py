"""What stands inside an article of HTML and says that it is none of it: small boxes, and the way to another article."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, islice

import numpy as np
from lxml.etree import XPath
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.desk.frame import Line
from copydesk.desk.metadata.titles.same import letters
from copydesk.desk.naming import roles
from copydesk.desk.page.markup import HEADINGS, is_in_names, is_inside, root_of

# On 1,121 pages no line that was marked as the article's stood in a box so named and so small; whole articles do.
_NAMED = re.compile(r"newsletter|comment", re.IGNORECASE)
_LONGEST = 700  # characters
# The same of elements named for polls, gifts and accounts, in whole words, in which there is something to press.
_CALLING = re.compile(
    r"(?<![^\W_])(?<!tag-)(?<!category-)(?:polls?|survey|umfrage|abstimmung|sondage|encuesta|sondaggio|ankieta|sonda"
    r"|peiling|anket|abo|abonn(?:ez|ement)|subscri(?:be|ption)|suscripci[oó]n|donat(?:e|ions?|or)|spenden?(?:box|aufruf)?|donar|donaci[oó]n(?:es)?|donazion[ei]|doar|doa[cç][aã]o"
    r"|doneren|wsparcie|soutenir|soutien|fundrais(?:er|ing)|contribut(?:e|ions?)|membership"
    r"|support[-_ ]?(?:us|cta|box|banner|block|message|journalism)|log[-_ ]?in|sign[-_ ]?(?:in|up)|register"
    r"|registration|(?:reg|login|registration)[-_ ]?wall|anmeld(?:en|ung)|connexion)(?![^\W_])"
)
_PRESSED = ("a", "button", "input", "select")
_NO_BOX = HEADINGS | frozenset("a article body html li main p span".split())
_LEVELS = 6
# Characters of a box that asks for an address, and of a line in it that offers nothing; fields looked at on a page.
_OFFERS = re.compile(
    r"subscri|newsletter|inbox|e-?mail|abonn|suscri|assin[ae]|iscriv|inscri|prenumer|подпис|登録|订阅|訂閱|구독",
    re.IGNORECASE,
)
_LONGEST_FORM, _LONGEST_OFFER, _MOST_FIELDS = 400, 100, 20
# What the elements around all readers' comments are called outside English, of which the trees have seen few.
_COMMENTS = frozenset(
    "comentarios comentários commentaires commenti kommentare kommentarer kommentit komentare komentari komentarze"
    " leserkommentare reacties yorumlar".split()
)


def cut_boxes(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the lines in small elements that are named for newsletters, comments, polls and the like, by
    class or id, or ask for an address, a password or a choice, without those in elements for all comments, and without
    those that name another article: "Read more: ...".
    """
    left = kept.copy()
    asking, comments = _asking(lines, kept), _comments(lines)
    for i in np.flatnonzero(kept).tolist():
        element = lines[i].element
        left[i] = not (
            roles.leads_elsewhere(lines[i].text.casefold())
            or _in_box(element)
            or _is_paid(element)
            or _is_among_comments(element, comments)
            or (asking and is_inside(element, asking))
        )
    return left if left.any() else kept


def cut_cards(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without what stands below the title of another article in a small box: one that is all a link, and does
    not stand itself; and without quotes that a box repeats from the text, with the names of those who said so.
    """
    left = kept.copy()
    at = np.flatnonzero(kept).tolist()
    inside = set(np.flatnonzero(~kept).tolist())
    cards = {i: box for i in at if (box := _box(lines[i].element, _CARD, _LONGEST_CARD)) is not None}
    # A page may be made of a row of such boxes.
    alike = Counter(map(_look, next(iter(cards.values())).getroottree().iter())) if cards else Counter()
    for i, box in cards.items():
        if alike[_look(box)] >= _ROW:
            continue
        heading = next((j for j in range(i - 1, max(-1, i - 3), -1) if _is_linked_heading(lines[j].element, box)), None)
        left[i] = heading is None or heading not in inside
    texts: dict[int, str] = {}
    pulled = ((i, box) for i in at if left[i] and (box := _box(lines[i].element, _PULLED, _LONGEST_PULLED)) is not None)
    for i, box in islice(pulled, _MOST_PULLED):
        texts = texts or {j: letters(lines[j].text) for j in at}
        own = [j for j in range(max(0, i - 4), min(len(lines), i + 5)) if is_inside(lines[j].element, {box})]
        said = letters(re.split(r"[-–—]\s", lines[own[0]].text.strip(" -–—"))[0])
        if len(said) >= _SHORTEST_PULLED and any(said in text for j, text in texts.items() if j not in own):
            left[own] = False
    return left if left.any() else kept


def _box(element: HtmlElement | None, pattern: re.Pattern[str], longest: int) -> HtmlElement | None:
    """The outermost small element around a line, but for whole articles, whose class has a pattern."""
    found = None
    for _ in range(_LEVELS):
        if element is None or element.tag in _WHOLE:
            break
        names = element.get("class")
        if names and is_in_names(pattern, names):
            if not _is_small(element, longest):
                break
            found = element
        element = element.getparent()
    return found


def _look(element: HtmlElement) -> tuple[object, str | None]:
    return element.tag, element.get("class")


def _is_small(element: HtmlElement, most: int) -> bool:
    """Whether an element has no more characters; of one that has, no more are looked at."""
    return all(size <= most for size in accumulate(map(len, element.itertext())))


_ROW, _MOST_PULLED = 4, 20  # boxes


def _is_linked_heading(element: HtmlElement | None, box: HtmlElement) -> bool:
    """Whether a heading in a box is all a link."""
    if element is None or element.tag not in HEADINGS or not is_inside(element, {box}):
        return False
    links = (*element.iterancestors("a"), *element.iter("a"))
    return any(letters(link.text_content()) == letters(element.text_content()) for link in links)


_CARD = re.compile(r"(?<![^\W_])(?:card|teaser|promo|related|asset|inline-article|rich-?link)(?![^\W_])")
_PULLED = re.compile(r"(?<![^\W_])(?:pull-?(?:ed-?)?quotes?|pull|quote-?box|zitat-?box|exergue)(?![^\W_])")
_LONGEST_CARD, _LONGEST_PULLED, _SHORTEST_PULLED = 300, 400, 15  # characters


def cut_trailing_headings(lines: Sequence[Line], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """`kept` without the headings at its end: nothing stands below that they could head."""
    left = kept.copy()
    for i in np.flatnonzero(kept)[:0:-1].tolist():
        element = lines[i].element
        if element is None or element.tag not in HEADINGS:
            break
        left[i] = False
    return left


def _asking(lines: Sequence[Line], kept: NDArray[np.bool_]) -> set[HtmlElement]:
    """The small elements around a field for a mail's address, a password or one of several answers, without a
    paragraph: a box that offers a newsletter, asks who is there, or asks for a vote.
    """
    root = root_of(lines)
    fields = [] if root is None else list(islice(filter(_asks, root.iter("input")), _MOST_FIELDS))
    if not fields:
        return set()
    around_prose: set[HtmlElement] = set()
    for i in np.flatnonzero(kept).tolist():
        text = lines[i].text
        is_prose = len(text) > _LONGEST_OFFER and _OFFERS.search(text) is None
        element = lines[i].element if is_prose else None
        while element is not None and element not in around_prose:
            around_prose.add(element)
            element = element.getparent()
    boxes = set()
    for field in fields:
        box, around = None, field.getparent()
        while around is not None and around not in around_prose and _is_small(around, _LONGEST_FORM):
            box, around = around, around.getparent()
        if box is not None and box.find(".//h1") is None:
            boxes.add(box)
    return boxes


def _asks(field: HtmlElement) -> bool:
    return field.get("type", "").lower() in _ASKED or field.get("name", "").lower() == "email"


_ASKED = frozenset({"email", "password", "radio"})


def _comments(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """The tags and classes of the elements that microdata call a comment: others that look the same are one, too."""
    root = root_of(lines)
    found = () if root is None else _STATED(root)
    return {(element.tag, element.get("class", "")) for element in found if element.get("class")}


_STATED = XPath("//*[@itemprop = 'comment' or substring-after(@itemtype, 'schema.org/') = 'Comment']")


def _is_among_comments(element: HtmlElement | None, comments: AbstractSet[tuple[str, str]]) -> bool:
    while element is not None:
        if comments and (element.tag, element.get("class", "")) in comments:
            return True
        if not _COMMENTS.isdisjoint(f"{element.get('class', '')} {element.get('id', '')}".casefold().split()):
            return True
        element = element.getparent()
    return False


def _in_box(element: HtmlElement | None) -> bool:
    for _ in range(_LEVELS):
        if element is None:
            return False
        if _NAMED.search(f"{element.get('class', '')} {element.get('id', '')}") or _calls(element):
            return _is_small(element, _LONGEST)
        element = element.getparent()
    return False


def _is_paid(element: HtmlElement | None) -> bool:
    """Whether a line stands in a small box inside the article that says somebody paid for it."""
    for _ in range(_LEVELS):
        if element is None or element.tag in _WHOLE:
            return False
        names = element.get("class")
        if names and is_in_names(_PAID, names):
            return _is_small(element, _LONGEST) and next(element.iter("h1"), None) is None
        element = element.getparent()
    return False


_WHOLE = ("article", "body", "html", "main")
_PAID = re.compile(r"(?<![^\W_])(?<!is-)(?<!has-)(?:sponsored|advertorial|partner-content|native-ad)(?![^\W_])")


def _calls(element: HtmlElement) -> bool:
    """Whether an element calls for a vote, a gift or a name. Ids tell nothing: those of sections repeat headings."""
    names = f"{element.get('class', '')} {element.get('aria-label', '')}"
    return (
        len(names) > 1
        and element.tag not in _NO_BOX
        and is_in_names(_CALLING, names)
        and next(element.iter(*_PRESSED), None) is not None
        and next(element.iter("h1"), None) is None
    )
