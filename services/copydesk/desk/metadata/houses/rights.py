"""The rights notice: as printed, with its holder and year."""

import re

from copydesk.article import Rights
from copydesk.desk.metadata.dates.printed import in_ascii_digits
from copydesk.desk.metadata.lexicon import any_of, listed, lower, words
from copydesk.desk.metadata.view import View

_RESERVED = any_of("rights", "reserved")
_SIGN = (
    r"(?:저작권자\s?(?:\(c\)|[©ⓒ])?|©|\(c\)(?=\s*(?:copyright|\d{4}|[«“„\"]?[A-Z\u0400-\uffff]))|"
    r"ⓒ|&copy;|\bcopyrights?\b|\bcopr\.)"
)
# Of lines in lower case.
_NOTICE = re.compile(rf"{_SIGN}|{_RESERVED}".replace("[A-Z", "[a-z"))
_RESERVING = re.compile(_RESERVED)
_STEMS = listed("rights", "stems")
_SIGNED = re.compile(_SIGN, re.IGNORECASE)
_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d|present|heute))?(?!\d)", re.IGNORECASE
)
_RESERVED_WORDS = re.compile(_RESERVED, re.IGNORECASE)
_RESERVED_TO = re.compile(r"\s+(?:(?:to|for|by)\s+(?=[A-Z])|(?:(?=لل)|ل)(?=\w{4}))")
_TO_THE = re.compile("^لل")  # Arabic writes "to the" as one word with the name
_LEAD = re.compile(
    r"^[\s,.:;|·•–—*/-]*(?:(?:by|von|par|por|di|da|door|av|is owned by|held by|belongs to)\s+)?", re.IGNORECASE
)
# A holder ends where a sentence, a list of links or another notice begins.
_TAIL = re.compile(
    r"(?<!\b[A-Z])(?<!^PT)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bBros)(?<!\bSt)(?<!\bDr)\.\s+(?-i:(?=[^\W\d_a-z])).*|"
    r"(?:(?<=\b(?:Inc|Ltd)\.)|(?<=\b(?:LLC|plc))),\s+an? .*|"
    r"(?<=\b(?:Inc|Ltd)\.)\s+(?-i:(?=[A-Z])).*|\s*[|•·;©。।].*|\s+[-–—]\s+.*|(?<=[»”])\.\s+\d.*|"
    rf"\s*,?\s*\b{any_of('rights', 'beyond_holder')}\b.*|"
    r"(?<=\bz o\.o\.)\s+(?-i:(?=[^\W\d_a-zß-ÿ])).*",
    re.IGNORECASE | re.DOTALL,
)
# No holder: what a photographer's name follows, and how sentences about the site and its contents begin.
_NOT_HOLDER = re.compile(rf"{any_of('byline', 'others_work')}\s*[:：/]|{any_of('rights', 'no_holder')}", re.IGNORECASE)
_AGENCIES = words("publisher", "agencies")
_EDGE = " \t,.;:|·•–—-*/\"“”'’‘«»()[]®™"
_LONGEST_HOLDER = 80  # characters; holders are names
_LONGEST_NOTICE = 400

# Legal forms, as they end a company's name.
_FORM = re.compile(rf"[\s,]+{any_of('rights', 'forms')}\.?$", re.IGNORECASE)
_LEADING_FORM = re.compile(any_of("rights", "leading_forms"), re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Whether a short line asserts rights: a sign or the word with a name or a year, or "All rights reserved"."""
    if len(text) > _LONGEST_NOTICE:
        return False
    lowered = lower(text)
    if not _NOTICE.search(lowered):
        return False
    if _RESERVING.search(lowered):
        return True
    # "copyright" alone is a link, and in a sentence it is a subject
    return bool("©" in text or "ⓒ" in text or _YEARS.search(text)) and len(text) <= 200


def read_rights(text: str) -> Rights:
    """A notice's holder and year. A range of years counts from the first, as schema.org's copyrightYear does."""
    plain = in_ascii_digits(text)
    years = _YEARS.search(plain)
    holder = _holder(plain)
    if holder and (at := plain.find(holder)) >= 0:
        holder = text[at : at + len(holder)]  # as printed
    return Rights(notice=text, holder=holder, year=int(years["first"]) if years else None)


def read_stated_rights(text: str) -> Rights:
    """What a page's head states of its rights: a notice, or no more than who holds them: "The Daily Planet"."""
    rights = read_rights(text)
    is_name = rights.year is None and not _SIGNED.search(text) and len(text.split()) <= _MOST_NAME_WORDS
    if rights.holder is None and is_name and not is_notice(text) and (name := _name(text)):
        return Rights(notice=text, holder=name)
    return rights


_MOST_NAME_WORDS = 6


def _holder(text: str) -> str | None:
    signs = list(_SIGNED.finditer(text))
    if signs:
        before = text[: signs[0].start()]
        after = _SIGNED.sub(" ", text[signs[0].end() :])
        candidates = [after, before]
    else:
        reserved = _RESERVED_WORDS.search(text)
        if reserved is None:
            return None
        candidates = [text[: reserved.start()], text[reserved.end() :]]
    for candidate in candidates:
        if holder := _name(candidate):
            return holder
    return None


def _name(text: str) -> str | None:
    before, *after = _RESERVED_WORDS.split(text, maxsplit=1)
    text = before
    if after and not before.strip(_EDGE) and (behind := _RESERVED_TO.match(after[-1])):
        text = _TO_THE.sub("ال", after[-1][behind.end() :])
    text = _YEARS.sub(" ", text)
    text = _TAIL.sub("", _LEAD.sub("", " ".join(text.split())))
    name = _LEAD.sub("", text).strip(_EDGE)
    for opening, closing in ("„“", "«»", "“”", '""', "()"):
        if opening in name and name.count(closing) < 1 + (opening == closing) and f"{name}{closing}" in text:
            name += closing
    # the full stop of "Inc." and "S.A." belongs to the name, that of a sentence does not
    if (
        re.search(
            r"(?:^|\s)(?:Inc|Ltd|Co|Corp|S\.A|S\.p\.A|B\.V|N\.V|e\.V|L\.P|S\.L|U\.S|d\.o\.o|z o\.o|s\.r\.o|S\.r\.l)$",
            name,
        )
        and f"{name}." in text
    ):
        name += "."
    if not name or len(name) > _LONGEST_HOLDER or not any(map(str.isalpha, name)):
        return None
    if name.endswith("の") or _NOT_HOLDER.match(name):
        return None  # "of", with what is reserved: "the articles'"
    if len(name.split()) > 10 or (name[0].islower() and "." not in name and len(name.split()) > 2):
        return None
    return name


def without_form(holder: str) -> str:
    """A company's name without its legal form: "Meridian Enterprises, LLC" is "Meridian"."""
    name = holder.strip()
    if _LEADING_FORM.match(name):
        name = _LEADING_FORM.sub("", name, count=1).strip(" «»")
    while (shorter := _FORM.sub("", name)) != name and shorter.strip():
        name = shorter.strip(" ,")
    return name


def find_notice(view: View) -> int | None:
    """The index of the page's notice: the first after the body that names a holder, else the last before its end.

    One that names an agency only where no other does.
    """
    end = view.position.end
    texts = {
        i: line.text.casefold()
        for i, (line, verdict) in enumerate(zip(view.page.lines, view.verdicts, strict=True))
        if len(line.text) <= _LONGEST_NOTICE and (i >= end - 2 or not verdict.role.is_body)
    }
    everything = "\n".join(texts.values())
    stems = [stem for stem in _STEMS if stem in everything]
    if not stems:
        return None
    notices = [
        i
        for i, text in texts.items()
        if any(stem in text for stem in stems)
        and is_notice(view.text(i))
        and (not view.is_body(i) or _is_bare(view.text(i)))
    ]
    if len(notices) < 2:
        return notices[0] if notices else None
    ranked = sorted(notices, key=lambda i: (i < end, not _is_complete(view.text(i)), i if i >= end else -i))
    holders = {i: holder for i in ranked if (holder := _holder(view.text(i)))}
    # An agency's stands below its article, the site's own in the page's foot.
    own = (i for i, holder in holders.items() if without_form(holder.partition(", a ")[0]).casefold() not in _AGENCIES)
    return next(own, next(iter(holders), ranked[0]))


def _is_bare(text: str) -> bool:
    """Whether a line is a notice and hardly a word more: a sentence that speaks of copyright goes on."""
    holder = _holder(text)
    rest = _RESERVED_WORDS.sub(" ", _SIGNED.sub(" ", _YEARS.sub(" ", text)))
    if holder:
        rest = rest.replace(holder, " ")
    words = sum(any(map(str.isalpha, word)) for word in rest.split())
    if holder and _SIGNED.match(text):
        return words <= _MOST_AFTER_NOTICE
    return words <= (_MOST_BESIDE_HOLDER if holder or _RESERVED_WORDS.search(text) else 0)


# Words: an office's address, and what must not be done with the text.
_MOST_BESIDE_HOLDER, _MOST_AFTER_NOTICE = 4, 12


def _is_complete(text: str) -> bool:
    return bool(_SIGNED.search(text) and _RESERVING.search(lower(text)))
