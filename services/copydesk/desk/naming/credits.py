"""How captions name where a picture is from."""

import re

_CAPTION = re.compile(
    r"(?:photo|photograph|picture|image|illustration|graphic|foto|fotos|bild|grafik|crédit|credit|imagen|immagine|imagem"
    r"|beeld|zdjęcie|fot|фото|иллюстрация|صورة|写真|写真提供|图片|圖片|图|사진)"
    r"(?: (?:by|von|par|de|di|credit|courtesy)\b|\.? ?[:：/=])"
)
# Agencies and archives whose names end a caption; those that end a sentence do so behind a sign.
_LATIN_AGENCIES = (
    "getty images|shutterstock|istock|reuters|afp|ap photo|associated press|imago|picture alliance|dpa|unsplash|alamy"
    "|epa|efe|ansa|tass|xinhua"
)
_OTHER_AGENCIES = "新华社|共同|時事|연합뉴스"
_AGENCIES = rf"(?:\b(?:{_LATIN_AGENCIES})\b|{_OTHER_AGENCIES})"
_AGENCY_NAMED = re.compile(f"{_LATIN_AGENCIES}|{_OTHER_AGENCIES}")  # none without one; most lines have none
_AGENCY = re.compile(
    rf"(?:{_AGENCIES}[^.。]{{0,30}}\)?"
    r"|(?:^|[^\w\s'’]\s?|(?:reporting|photo|image|picture|foto|bild)s? (?:by|von|par|de|via) (?:the )?)"
    rf"{_AGENCIES}[^.。]{{0,30}}[.)]?)$"
)
_AGENCY_TAIL = 48  # characters: the longest of these and what may follow it
_CREDIT = re.compile(
    r"(?:photo|photograph|picture|image|foto|bild|quelle|crédit|(?<!c)credit(?!/)|fot|фото|写真|撮影|摄)\w{0,6}"
    r" ?[:：/=]"
    r"|\w[^©ⓒ]{20,}[©ⓒ][^©ⓒ]{2,40}$"
)
_CREDIT_SIGN = re.compile("[:：/=©ⓒ]")  # none without one of these; most lines have none
_CREDIT_TAIL = 120  # characters; a bound on the search as well


def is_caption(folded: str) -> bool:
    """Begins by naming the source of a picture."""
    return _CAPTION.match(folded) is not None


def names_credit(folded: str) -> bool:
    """A caption that was cut: names the source of a picture, at its beginning or its end."""
    if is_caption(folded):
        return True
    start = max(0, len(folded) - _AGENCY_TAIL)
    if _AGENCY_NAMED.search(folded, start) and _AGENCY.search(folded, start):
        return True
    tail = folded[-_CREDIT_TAIL:]
    return _CREDIT_SIGN.search(tail) is not None and _CREDIT.search(tail) is not None
