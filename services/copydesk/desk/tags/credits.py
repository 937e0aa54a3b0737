"""Who made an article or its pictures, where its body says so: their names are no tags."""

import re

_MADE = (
    r"(?:additional |further )?(?:report(?:ing|ed|age)|writing|written|edit(?:ing|ed)|compiled|translat(?:ion|ed)"
    r"|research|production|produced|graphics?|words|photograph(?:y|s|er)|photos?|pictures?|images?|illustrations?|video)"
)
_PICTURE = (
    r"(?:photos?|photographs?|pictures?|pics?|images?|illustrations?|credit|fotos?|bild(?:er)?|grafik|crédit|imagen|imagem"
    r"|immagine|beeld|zdjęci[ae]|fot|фото|صورة|تصوير|写真|撮影|图片|圖片|摄影|사진)"
)
_WHO = r"(?:[^\W\d_a-z]\S*|and|in|for|of|de|von|van|the|[/|&+–-])"
# "(Reporting by Ann Lee; Editing by Bo Chan)", "[Photo: Ann Lee/AFP]", and the same as a line. Sentences about such
# work ("Reporting by the paper led to his arrest.") have more small letters.
_CREDITS = re.compile(
    rf"[(\[](?:[^()\[\]\n]{{0,60}}[ ;])?(?:{_MADE} by\b|{_PICTURE}\.?\s?[:：/=])[^()\[\]\n]{{0,400}}[)\]]"
    rf"|^(?:{_MADE}(?: and {_MADE})? by\b|{_MADE}\s?[:：]|{_PICTURE}\.?\s?[:：/=])"
    rf"(?-i:[^\S\n]*{_WHO}(?:[^\S\n]+{_WHO}){{0,23}})[^\S\n]*$"
    r"|^[^\n]{5,300}\bcontributed (?:to this (?:article|dispatch|piece|report|story)|reporting|research)"
    r"(?:\b[^\n.]{0,60})?\.?$",
    re.IGNORECASE | re.MULTILINE,
)


def find_credits(text: str) -> list[tuple[int, int]]:
    """Where a text names its reporters, editors and photographers, [start, end) in code points, in order."""
    return [match.span() for match in _CREDITS.finditer(text)]
