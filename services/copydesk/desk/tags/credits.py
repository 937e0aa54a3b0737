"""Who made an article or its pictures, where its body says so: their names are no tags."""

import re

_REPORTING = r"(?:additional |further )?(?:reporting|writing|editing|graphics?|translation|words|text)"
_PICTURE = (
    r"(?:photos?|photographs?|photography|photographers?|pictures?|pics?|illustrations?|fotos?|bild(?:er)?|grafik|crédit"
    r"|imagen|imagem|immagine|beeld|zdjęci[ae]|fot|фото|صورة|تصوير|写真|撮影|图片|圖片|摄影|사진)"
)
_BY = (
    rf"(?:(?:{_REPORTING}|compiled|edited|{_PICTURE})(?: and {_PICTURE})? by\b"
    rf"|{_REPORTING}\s?[:：]|{_PICTURE}\.?\s?[:：/=])"
)
# "(Reporting by Ann Lee; Editing by Bo Chan)", "[Photo: Ann Lee/AFP]"
_BRACKETED = re.compile(rf"[(\[]{_BY}[^()\[\]\n]{{0,400}}[)\]]", re.IGNORECASE)
# The same as a line. Sentences about such work ("Reporting by the paper led to his arrest.") have more small words.
_LINE = re.compile(rf"^{_BY}(?P<who>[^\n]{{1,150}})$", re.IGNORECASE | re.MULTILINE)
# "The ship in June. Foto: Ann Lee/AFP", a caption.
_AT_END = re.compile(
    rf"(?<=[.!?»”\")])[^\S\n]{_PICTURE}\.?\s?[:：/=](?P<who>[^\n]{{1,80}})$", re.IGNORECASE | re.MULTILINE
)
_POINT = r"(?<=\b\w)\.|(?<=\bSt)\.|(?<=\b[JSD]r)\."  # of an initial, a saint or a doctor
_CONTRIBUTED = re.compile(
    rf"(?:^|(?<=[.!?”\"] ))(?P<who>(?:[^\n.]|{_POINT}){{3,200}}) contributed (?:to this "
    r"(?:article|dispatch|piece|report|story)|reporting|research)(?:\b[^\n.]{0,60})?(?:\.|$)",
    re.MULTILINE,
)
# "Additional reporting by Ann Lee in Izmir." and its like at the end of a line.
_SENTENCE = re.compile(
    r"(?:^|(?<=[.!?”\"»] ))(?:(?:additional |further )?(?:reporting|research|writing)(?: by|\s?:)"
    r"|(?:unter )?mitarbeit(?: von|\s?:)|mit (?:material|agenturmaterial) (?:von|der)"
    r"|avec(?= (?:AFP|AP|Reuters|agences)\b)|con información de|com informações d[aeo]"
    r"|con informazioni di|met medewerking van)"
    rf"(?P<who>\s(?:[^\n.]|{_POINT}){{2,120}})(?:\.|$)",
    re.IGNORECASE | re.MULTILINE,
)
# The agency of a dispatch, behind its place and day, or before them: "ANKARA (AFP) – ", 新华社成都11月8日电.
_AGENCIES = (
    "AA|AAP|AFP|Agerpres|Anadolu|ANI|ANP|ANSA|AP|APA|Belga|BNS|BTA|CP|[CČ]TK|[Dd]pa|DPA|EFE|ELTA|[Ee]pd|Hina|IANS|"
    "Interfax|IRNA|Keystone-SDA|KNA|KUNA|Kyodo|LETA|Lusa|MTI|NTB|PA|PAP|PTI|QNA|Reuters|RIA|Ritzau|SDA|[Ss]id|SPA|STT|"
    "TASS|TT|UPI|WAM|Xinhua|Yonhap|أ ف ب|أ ب|د ب أ|رويترز|واس|وام|ТАСС|УНІАН"
)
_DISPATCH = re.compile(
    rf"^[^\W\d_a-zß-ÿ][^\n()]{{1,60}}\((?P<agency>(?:{_AGENCIES})(?:/(?:{_AGENCIES}))?)\)\s?[-–—:]"
    r"|^[（(\[]?(?P<before>新华社|新華社|中新社|中新网|中央社)(?=[^\n]{0,24}[电電讯訊])"
    r"|^[（(\[][^\n()=]{1,20}=(?P<korean>[가-힣A-Z]{2,12})[)）\]]",
    re.MULTILINE,
)
_SMALL = frozenset(
    "and in for of de von van the at from also writer writers reporter reporters staff journalist journalists "
    "correspondent correspondents und et y e en i aus avec".split()
)
_UNSPACED = re.compile("[\u3040-\u9fff]")
_LONGEST_UNSPACED = 16  # characters: names, no sentence


def find_credits(text: str) -> list[tuple[int, int]]:
    """Where a text names its reporters, editors, photographers and the agency of a dispatch, [start, end) in code
    points, in order."""
    found = [match.span() for match in _BRACKETED.finditer(text)]
    found += [match.span() for match in _LINE.finditer(text) if _names_only(match["who"])]
    found += [match.span() for match in _AT_END.finditer(text) if _names_only(match["who"])]
    if " contributed " in text:
        found += [match.span() for match in _CONTRIBUTED.finditer(text) if _names_only(match["who"])]
    found += [match.span() for match in _SENTENCE.finditer(text) if _names_only(match["who"])]
    found += [match.span(match.lastgroup or 0) for match in _DISPATCH.finditer(text)]
    return sorted(found)


def _names_only(who: str) -> bool:
    """Whether words are names, and small ones between them."""
    if _UNSPACED.search(who):
        return len(who.strip()) <= _LONGEST_UNSPACED and not any(sign in who for sign in "，。、")
    words = [word for part in who.split() if (word := part.strip(".,;:()[]/&|+–-"))]
    return bool(words) and all(not word[0].islower() or word in _SMALL for word in words)
