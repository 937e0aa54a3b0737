"""The rights notice: as printed, with its holder and year."""

import re
from collections.abc import Sequence

from copydesk.article import Rights

_RESERVED = (
    r"(?:all\s+rights?\s+(?:are\s+)?reserved|(?:some|no)\s+rights\s+reserved|alle\s+rechte\s+(?:sind\s+)?vorbehalten|alle\s+rechten\s+voorbehouden|"
    r"tous\s+(?:les\s+)?droits\s+(?:de\s+reproduction\s+)?(?:sont\s+)?r[ée]serv[ée]s|(?:todos\s+)?(?:los\s+)?derechos\s+reservados|todos\s+os\s+direitos\s+reservados|"
    r"tutti\s+i\s+diritti\s+(?:sono\s+)?riservati|diritti\s+riservati|riproduzione\s+riservata|tots\s+els\s+drets\s+reservats|"
    r"wszelkie\s+prawa\s+zastrzeżone|wszystkie\s+prawa\s+zastrzeżone|alla\s+rättigheter\s+(?:förbehållna|reserverade)|alle\s+rettigheder\s+forbeholdes|"
    r"alle\s+rettigheter\s+(?:forbeholdt|reservert)|med\s+ensamrätt|kaikki\s+oikeudet\s+pidätetään|všechna\s+práva\s+vyhrazena|všetky\s+práva\s+vyhradené|"
    r"minden\s+jog\s+fenntartva|toate\s+drepturile\s+(?:sunt\s+)?rezervate|sva\s+prava\s+(?:pridržana|zadržana)|vse\s+pravice\s+pridržane|"
    r"tüm\s+hakları\s+saklıdır|her\s+hakkı\s+saklıdır|все\s+права\s+(?:защищены|сохранены|принадлежат)|всі\s+права\s+(?:захищен[оі]|застережен[оі])|"
    r"усі\s+права\s+(?:захищен[оі]|застережен[оі])|всички\s+права\s+запазени|сва\s+права\s+задржана|με\s+(?:την\s+)?επιφύλαξη\s+παντός\s+(?:νόμιμου\s+)?δικαιώματος|"
    r"(?:جميع|كافة|كل)\s+الحقوق\s+محفوظة|الحقوق\s+محفوظة|כל\s+הזכויות\s+שמורות|版权所有|版權所有|保留所有权利|保留所有權利|著作权所有|無断転載(?:を禁じます|禁止|・複製を禁じます)?|"
    r"禁無断転載|不许转载|未经(?:书面)?(?:许可|授权)(?:不得|禁止)转载|무단\s*전재(?:\s*및\s*재배포)?\s*금지|hak\s+cipta\s+dilindungi(?:\s+undang-undang)?|seluruh\s+hak\s+cipta|"
    r"tutti\s+i\s+diritti|rights\s+reserved|bảo\s+lưu\s+mọi\s+quyền)"
)
_SIGN = r"(?:©|\(c\)(?=\s*(?:copyright|\d{4}|[A-Z]))|ⓒ|&copy;|\bcopyrights?\b|\bcopr\.)"
_NOTICE = re.compile(rf"{_SIGN}|{_RESERVED}", re.IGNORECASE)
_SIGNED = re.compile(_SIGN, re.IGNORECASE)
_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d|present|heute))?(?!\d)", re.IGNORECASE
)
_RESERVED_WORDS = re.compile(_RESERVED, re.IGNORECASE)
_LEAD = re.compile(
    r"^[\s,.:;|·•–—*/-]*(?:(?:by|von|par|por|di|da|door|av|is owned by|held by|belongs to)\s+)?", re.IGNORECASE
)
# A holder ends where a sentence, a list of links or another notice begins.
_TAIL = re.compile(
    r"(?<!\b[A-Z])(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)(?<!Bros)(?<!St)(?<!Dr)\.\s+(?-i:(?=[^\W\d_a-z])).*|\s*[|•·;©].*|\s+[-–—]\s+.*|"
    r"\s*,?\s*\b(?:terms|privacy|cookie|part of|unless|except|this material|reproduction|use of|registered|unauthori[sz]ed|site by|powered by|designed by|"
    r"and/or its|or its|and its|impressum|datenschutz|mentions légales|aviso legal|nutzungsbedingungen|alle angaben)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_EDGE = " \t,.;:|·•–—-*/\"“”'’‘«»()[]®™"
_LONGEST_HOLDER = 80  # characters; holders are names
_LONGEST_NOTICE = 400

# Legal forms, as they end a company's name.
_FORM = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|l\.l\.c|llp|lp|ltd|limited|plc|corp|corporation|co|company|companies|group|holdings?|enterprises?|"
    r"publishing|publishers|publications|gmbh(?:\s*&\s*co\.?\s*kg)?|mbh|ag|se|kg|ug|e\.?\s?v|sa|s\.a|sas|s\.a\.s|sarl|s\.a\.r\.l|sl|s\.l|slu|s\.l\.u|"
    r"spa|s\.p\.a|srl|s\.r\.l|bv|b\.v|nv|n\.v|ab|as|a/s|aps|asa|oy|oyj|sp\.?\s*z\s*o\.?\s*o|s\.?\s?k|z\.?s|s\.?r\.?o|a\.?s|kft|zrt|nyrt|d\.?o\.?o|ltda|s/a|"
    r"pty|pvt|pte|bhd|k\.?k|ооо|оао|зао|ао|тов|пат|株式会社|有限公司|주식회사)\.?$",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Whether a short line asserts rights: a sign or the word with a name or a year, or "All rights reserved"."""
    if len(text) > _LONGEST_NOTICE or not _NOTICE.search(text):
        return False
    if _RESERVED_WORDS.search(text):
        return True
    # "copyright" alone is a link, and in a sentence it is a subject
    return bool("©" in text or "ⓒ" in text or _YEARS.search(text)) and len(text) <= 200


def read_rights(text: str) -> Rights:
    """A notice's holder and year. A range of years counts from the first, as schema.org's copyrightYear does."""
    years = _YEARS.search(text)
    return Rights(notice=text, holder=_holder(text), year=int(years["first"]) if years else None)


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
    text = _RESERVED_WORDS.split(text, maxsplit=1)[0]
    text = _YEARS.sub(" ", text)
    text = _TAIL.sub("", _LEAD.sub("", " ".join(text.split())))
    name = _LEAD.sub("", text).strip(_EDGE)
    for opening, closing in ("«»", "“”", '""', "()"):
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
    if len(name.split()) > 10 or (name[0].islower() and "." not in name and len(name.split()) > 2):
        return None
    return name


def without_form(holder: str) -> str:
    """A company's name without its legal form: "Stratfor Enterprises, LLC" is "Stratfor"."""
    name = holder.strip()
    while (shorter := _FORM.sub("", name)) != name and shorter.strip():
        name = shorter.strip(" ,")
    return name


def choose_notice(lines: Sequence[tuple[int, str]], body_end: int) -> int | None:
    """The index of the page's notice among (index, text) of its lines: the first after the body, else the last."""
    notices = [(index, text) for index, text in lines if is_notice(text)]
    after = [pair for pair in notices if pair[0] >= body_end]
    for pool in (after, notices[::-1]):
        ranked = sorted(pool, key=lambda pair: not (_RESERVED_WORDS.search(pair[1]) and _SIGNED.search(pair[1])))
        for index, text in ranked:
            if _holder(text):
                return index
    return after[0][0] if after else notices[-1][0] if notices else None
