"""Which of the page's bylines are this article's."""

import re
from dataclasses import dataclass

from copydesk.article import Author
from copydesk.desk.metadata.byline import Byline, is_organisation, read_byline
from copydesk.desk.metadata.facts import read_bare_line
from copydesk.desk.metadata.head import Head
from copydesk.desk.metadata.view import View

_LONE_MARK = re.compile(
    r"^[\s•*|#]*(?:(?:written|words|story|text|report|posted|published)\s+by|by|authors?|von|par|por|di|door|av|af|autor(?:in|en|es|a|ka|zy|ři)?|auteurs?|"
    r"autore|autori|автор(?:ы|и)?|text|tekst|texto|testo|teksti|作者|文|記者|记者|글|기자|بقلم|الكاتب|מאת)\s*[:：]?$",
    re.IGNORECASE,
)
_LONGEST_MARK = 30  # characters
_CONNECTOR = re.compile(r"^(?:and|&|und|et|y|e|en|och|og|и|,)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signed:
    """The authors, the indices of the lines that name them, and whether a word such as "By" says so."""

    names: tuple[str, ...]
    lines: tuple[int, ...]
    explicit: bool


def find_authors(view: View, title: int | None, dated: int | None) -> Signed | None:
    """The byline of the article on the page.

    title, dated: the lines of its title and its date. A bare name counts only beside one of them, and not where
    the title or the body speaks of its bearer.
    """
    scored = [*_above(view, title, dated), *_below(view)]
    if not scored:
        return None
    _, best, byline = max(scored, key=lambda item: item[0])
    lines, names = [best], list(byline.names)
    near = {i: other for _, i, other in scored if other.explicit == byline.explicit}
    for step in (1, -1):  # one author a line
        i = best + step
        while i in near or _connects(view, i):
            if i in near:
                names = [*names, *near[i].names] if step > 0 else [*near[i].names, *names]
            lines.append(i)
            i += step
    above = min(lines) - 1
    if above >= 0 and _is_lone_mark(view.text(above)):
        lines.append(above)
    return Signed(tuple(dict.fromkeys(names)), tuple(sorted(lines)), byline.explicit)


_Scored = tuple[float, int, Byline]


def _above(view: View, title: int | None, dated: int | None) -> list[_Scored]:
    """The bylines from just above the title to the body: marked ones first, then the nearest."""
    top = title if title is not None else view.head.start
    scored = []
    for i in (*view.head, *view.below):
        if i < top - 3 or i == title:
            continue
        if byline := _byline(view, i, title, dated):
            distance = abs(i - (title if title is not None else view.position.prose))
            scored.append(((3.0 if byline.explicit else 0.0) - 0.1 * distance - (1.0 if i < top else 0.0), i, byline))
    return scored


def _below(view: View) -> list[_Scored]:
    """The marked bylines around the body's end."""
    scored = []
    for i in view.foot:
        fact, distance = view.facts[i], abs(i - view.position.end)
        if fact.byline and fact.byline.explicit and fact.rest == 0 and distance <= 3:
            scored.append((-0.5 - 0.1 * distance, i, fact.byline))
    return scored


def _byline(view: View, i: int, title: int | None, dated: int | None) -> Byline | None:
    fact, text = view.facts[i], view.text(i)
    if i and _is_lone_mark(view.text(i - 1)):
        return read_byline(f"By {text}") if len(text) <= 120 else None
    if fact.byline and fact.byline.explicit:
        return fact.byline if len(text) <= 200 else None
    above = title is not None and i < title
    beside = (title is not None and i - title <= 3) or (dated is not None and abs(i - dated) <= 2)
    if above or not (beside or fact.dates):
        return None
    fact = fact if fact.dates else read_bare_line(text)
    if fact.byline is None or fact.rest > 2:
        return None
    if title is not None and any(_surname(name) in view.text(title).casefold() for name in fact.byline.names):
        return None
    if view.verdicts[i].role.is_body and i >= view.position.prose and dated is None:
        return None
    return fact.byline


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()


def _connects(view: View, i: int) -> bool:
    return 0 <= i < len(view.page.lines) and bool(_CONNECTOR.match(view.text(i)))


def _is_lone_mark(text: str) -> bool:
    return len(text) <= _LONGEST_MARK and bool(_LONE_MARK.match(text))


_NOBODY = re.compile(
    r"(?:https?:|www\.|/|@).*|.*\.(?:com|org|net|html?)/.*|admin(?:istrator)?|editor(?:ial)?|author|user|guest|root|webmaster|null|none|undefined|n/?a|"
    r"anonymous|unknown|default|test|\W*|\d+",
    re.IGNORECASE | re.DOTALL,
)


def authors_of_head(head: Head, signed: Signed | None, names_of_site: list[str]) -> list[Author]:
    """The authors that markup names, else those of the byline that was found among the lines.

    names_of_site: publisher and site. Where markup names nobody else and the page prints people, these are the
    authors.
    """
    printed = signed.names if signed else ()
    site = {_folded(name) for name in names_of_site}
    found: tuple[str, ...] = ()
    for names in _stated(head):
        if names and all(_folded(name) in site or is_organisation(name) for name in names):
            found = found or names
        elif names:
            found = names
            break
    if not found or (printed and all(_folded(name) in site for name in found)):
        found = printed or found
    return [Author(name=name) for name in found]


def _stated(head: Head) -> list[tuple[str, ...]]:
    stated = [clean_names(names) for place, names in head.authors if place not in ("author", "rel=author")]
    stated += [clean_names(names) for place, names in head.authors if place == "author"]
    for text in head.bylines:
        byline = read_byline(text)
        if byline:
            stated.append(byline.names)
    stated += [clean_names(names) for place, names in head.authors if place == "rel=author"][:1]
    return stated


def clean_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names as machines state them: apart where one value holds several, without "By" and addresses."""
    names: list[str] = []
    for value in values:
        text = _BY.sub("", value).strip()
        if not text or len(text) > 200 or _NOBODY.fullmatch(text):
            continue
        byline = read_byline(f"By {text}")
        names.extend(byline.names if byline else [text] if len(text) <= 80 else [])
    return tuple({_folded(name): name for name in reversed(names)}.values())[::-1]


_BY = re.compile(r"^(?:written\s+)?(?:by|von|par|por|di|door|av)[\s:]+", re.IGNORECASE)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
