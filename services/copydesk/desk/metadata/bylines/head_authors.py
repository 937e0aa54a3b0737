"""The authors that a page's markup names, or its lines."""

import re
import unicodedata

from copydesk.article import Author
from copydesk.desk.metadata.bylines.byline import (
    is_newsroom,
    is_organisation,
    is_person,
    names_office,
    read_byline,
    speaks_of_office,
)
from copydesk.desk.metadata.bylines.east_asian_byline import names_of_element
from copydesk.desk.metadata.bylines.signed import LONGEST_NAME, NOBODY, Signed, is_team
from copydesk.desk.metadata.facts import read_line
from copydesk.desk.metadata.head import Head
from copydesk.desk.metadata.houses.masthead import is_of_press, name_key
from copydesk.desk.metadata.houses.rights import without_form
from copydesk.desk.metadata.lexicon import any_of
from copydesk.desk.naming.phrases import UNSPACED

_NO_NAME = re.compile(r"[:()\[\]{}<>]|\s\d")
# What systems call an account: "jane-doe", "j.doe.12", "janedoe7", "janeDoe".
_ACCOUNT = re.compile(r"[^\W\d_]+(?:[._-][^\W_]+)+|\w*\d\w*|[^\W\d_A-Z]+[A-Z]\w*")
# An account that several use: "Online Editor", "News Desk", "Web Admin".
_DUTY = re.compile(
    r"(?:the )?(?:online|web|news|digital|site|website|staff|duty|night|content|copy)[ -]?"
    r"(?:editors?|desk|team|admin|manager|master|publisher|producer|reporters?|writers?|correspondents?|redaktion|redaktör|redacteur)",
    re.IGNORECASE,
)
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
        or _is_desk(name)
        or _opens_site(name, site)
        or ((_folded(name) in site or is_of_press(name)) and not is_organisation(name))
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
        found = next(((text,) for text in head.bylines if _folded(text) in site or is_team(text)), ())
    return [Author(name=name) for name in found]


def _is_desk(name: str) -> bool:
    """Whether a name is a newsroom's of one word, or an account that several use."""
    return (is_newsroom(name) and " " not in name) or _DUTY.fullmatch(name) is not None


def _opens_site(name: str, site: set[str]) -> bool:
    """Whether the site's name goes on behind this one, but for a company's last sign, in a script without spaces."""
    bare = _folded(name).removesuffix("社")
    return len(bare) > 2 and bare[0] >= UNSPACED and any(other.startswith(bare) for other in site)


def _site_key(name: str) -> str:
    """The letters of a site's name, the same for its domain: without accents, article and ".com"."""
    return "".join(char for char in unicodedata.normalize("NFKD", name_key(name)) if not unicodedata.combining(char))


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
        are_desks = all(_is_desk(name) or without_form(name) != name for name in stated)
        return are_desks and all(map(is_person, signed.names))
    of_site = {word for name in site for word in name.split() if len(word) >= _LONG_WORD}
    weak = all(
        _folded(name) in site
        or is_newsroom(name)
        or (is_of_press(name) and not is_organisation(name))
        or _ACCOUNT.fullmatch(name)
        or _DUTY.fullmatch(name)
        or (" " not in name and name.isascii())
        or _is_house(_folded(name).split(), of_site)
        or any(_folded(name).endswith(f" {other}") for other in site)
        for name in stated
    )
    if weak and any((" " in name or name[0] >= UNSPACED) and not is_organisation(name) for name in signed.names):
        return True
    printed = [_folded(name) for name in signed.names]
    named = [_folded(name) for name in stated]
    if named == printed[: len(named)]:  # systems that have room for one state the first
        return len(named) == 1 and signed.joined and all(is_person(name, explicit=True) for name in signed.names)
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
    bylines = [names for text in head.bylines if (names := _names_in(text, head.language))]
    people = {_folded(name) for name in printed if not is_organisation(name)}
    found = next(
        (names for names in bylines if not people or any(_opens(_folded(name), people) for name in names)),
        (),
    )
    # The text of the element may run on: "By Ann Lee and Bo Chan Ann Lee is a writer".
    runs_on = any(_folded(name).startswith(f"{other} ") for name in found for other in people)
    return printed if runs_on else found


def _names_in(text: str, language: str | None) -> tuple[str, ...]:
    """The names in the text of an element whose class speaks of the author."""
    byline = read_line(text).byline or read_byline(text)
    names = byline.names if byline else names_of_element(text, language)
    return tuple(name for name in names if not NOBODY.fullmatch(name))


def clean_names(values: tuple[str, ...], site: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Names as machines state them: apart where one value holds several, without "By" and addresses.

    site: what the publisher and the site are called, case folded: names that are not taken apart.
    """
    names: list[str] = []
    for part in (part for value in values for part in value.split(";")):
        text = _without_site(_BY.sub("", part.strip()).strip(), site)
        if not text or len(text) > 200 or NOBODY.fullmatch(text):
            continue
        if _folded(text) in site or _is_one_name(text):
            names.append(text)
            continue
        byline = read_byline(f"By {text}")
        if byline and not _cuts_organisation(byline.names, text):
            names.extend(byline.names)
        elif len(text) <= LONGEST_NAME and not _NO_NAME.search(text):
            names.append(text)
    return tuple({_folded(name): name for name in reversed(names)}.values())[::-1]


def _cuts_organisation(names: tuple[str, ...], text: str) -> bool:
    """Whether what is read from an organisation's name is but the first words of it: "Ministry of Rural Affairs"."""
    return len(names) == 1 and text.startswith(f"{names[0]} ") and is_organisation(names[0]) and is_organisation(text)


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
