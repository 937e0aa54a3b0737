"""Who wrote it: bylines as newspapers print them, in their languages."""

import re
import unicodedata
from dataclasses import dataclass

from copydesk.desk.metadata.dates.printed import is_calendar_word
from copydesk.desk.metadata.lexicon import any_of, lower, words


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in one line.

    names: as printed, in order; organisations only where no person is named.
    explicit: a word such as "By" or "Autor:" says so; else the line only looks like a name.
    opens: nothing stands before that word.
    """

    names: tuple[str, ...]
    explicit: bool
    opens: bool = True


_MARK = re.compile(rf"(?P<mark>{any_of('byline', 'marks')})|(?P<bare>{any_of('byline', 'bare_marks')})(?=\s*[:：]|\s)")
_IN_BRACKETS = re.compile(r"[（(【](?P<text>[^（()）【】]+)[）)】]")
_GLUED = re.compile("[Bb]y(?=[A-Z][a-z])")
_ARTICLE_TOO = re.compile(r"De\s")  # "by" in Spanish, "the" in Dutch: "De Havenbode" is a newspaper
_AFTER_MARK = re.compile(r"\s*[:：]?\s*(?:(?:本[报報])?[记記]者\s+)?")
_MARK_ANYWHERE = re.compile(rf"(?:^|(?<=[\s|(\[:：])(?=\S))(?:{_MARK.pattern})")
# A mark inside a line has one of these signs or words.
_SIGN_INSIDE = re.compile("[:：/／｜|＝文者글자撰]")
_WORD_INSIDE = words("byline", "inside")
# Han and Hangul: the office follows the name.
_TITLED = re.compile(
    r"(?P<korean>(?<![가-힣])(?!촬영|취재|영상|사진|편집)[가-힣]{2,4})\s?(?:[가-힣]{0,6}\s?)?(?:선임기자|전문기자|인턴기자|수습기자|기자|특파원|논설위원|칼럼니스트|객원기자"
    r"|(?:부장|차장|편집국장|논설실장)(?=$))(?![가-힣])"  # whom columns are by: at a line's end alone
    r"|(?P<han>[\u4e00-\u9fff]{2,4})(?:編集委員|論説委員|特派員|記者)(?![\u4e00-\u9fff])"
)
_OFFICE_LAST = re.compile("[가-힣\u4e00-\u9fff]")  # few lines have one of these, and most have no office
# What follows these is somebody else's work.
_OTHERS_WORK = re.compile(
    rf"(?:^|(?<=[\s|(/;,·•–—-])){any_of('byline', 'others_work')}(?![^\W\d_]*\s+and\s+(?:words|text|story))\b.*",
    re.IGNORECASE,
)
# "Ann Lee (text) and Bo Chan (photos)".
_OTHERS_BESIDE = re.compile(
    r"(?:,|\s(?:and|&|und|et|y|e|en|och|og|i|и))\s+[^,()]{3,40}\((?:foto|photo|bild|video|illustra|picture|фото)[^()]{0,30}\)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    rf"(?:^|[.!?…»”\")]\s+[(\[]?|\s[|–—-]\s){any_of('byline', 'others_work')}"
    r"(?:\s*[:：/=]|\s+(?:by|von|par|por|di|de|av|credit|courtesy)\b\s*[:：]?)\s*(?P<who>\S.{0,60})$",
    re.IGNORECASE,
)
_MOST_AFTER_NAME, _LONGEST_OFFICE, _NAME_ALONE = 4, 3, range(2, 4)  # words
# Ranks before a name are none of it; degrees stay, as markup has them.
_RANK = re.compile(rf"(?:{any_of('byline', 'ranks')}\s+)+(?=\S+\s+\S)", re.IGNORECASE)
# After such a word and its full stop, a place may follow a name: no initial, and no "Jr." or "Prof.".
_ENDS_NAME, _MOST_OF_PLACE = re.compile(r"[^\W\d_]{3,}\.$"), 3
# What is counted beside a name: views, comments.
_COUNTED = (
    r"(?:comments?|kommentare?r?|commentaires?|comentarios?|comentários?|commenti|komentarz\w*|repl(?:y|ies)|reacties?|"
    r"reactions?|reaktionen|views|aufrufe|lecturas|visualiza\w+|wyświetle\w+|odsłon\w*|weergaven|visningar|просмотр\w*|"
    r"коммент\w*|перегляд\w*|комент\w*)(?!\w)"
)
_NOISE = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+|[(\[（【][^)\]）】]{0,60}[)\]）】]|^[\s•*\-–—·|>»#_]+|"
    rf"(?:^|\s){any_of('byline', 'links')}\b.*"
    rf"|(?:\s|(?<=\]))\d[\d\s.,]{{0,8}}\s(?:{_COUNTED}).*|\s(?:{_COUNTED})\s?[(:]?\s?\d.*",
    re.IGNORECASE,
)
_AND = re.compile(
    r",?\s+(?:współpraca|mitarbeit|collaboration|colaboración|colaboração|collaborazione)\s?:|"
    r"[;、，؛،/／+]|,(?:\s*(?:and|und|et|y|e|en|och|og|ve)\s)?|"
    r"\s(?:and|&|und|et|och|og|ja|и|та|ve|και|with|mit|avec|con|com|met|med|dan|oraz|şi|și|và|sowie)\s",
    re.IGNORECASE,
)
# In Spanish, Portuguese, Catalan, Polish, Dutch and Italian "and" is a word that stands inside names, too.
_SOFT_AND = re.compile(r"\s+(?:y|e|i|en)\s+|\s+و\s*")
# Between the names of Chinese reporters, and after them.
_ALSO_HAN = re.compile(r"\s*(?:实习生|實習生|[实见實見]习?習?[记記]者|特约[记記]者)\s*")
_OF_HAN = re.compile(r"\s*(?:文\s?[/／、]?\s?[图圖摄攝]影?|摄影报道|攝影報導|报道|報導)$|\s+文$")
_HAN_NAMES = re.compile(r"\s*[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})+\s*")
# After a name: where, for whom, as what.
_BEYOND = re.compile(
    r"\s+(?:in|for|FOR|For|at|of|from|is|on|special|aus|für|bei|à|pour|chez|en|para|desde|per|da|per\s+il|voor|uit|dla|z|för|från|i|для|из|в|من|في|has|are|was|who|about)(?:\s.*|$)"
    rf"|\s+(?:{any_of('byline', 'stamps')})(?!\w).*|\s+[-–—|·•]\s+.*|\s*[|·•].*|\s+[-–—]\S.*|:.*"
    r"|\s+(?:op|am|on|le|el|il|den|em)\s*$"  # and a date, which is cut
)
# "By Ann Lee and Bo Chan, from Paris", where the first letter is small.
_PLACE = re.compile(r"(?:aus|da|de|di|do|en|från|from|i|in|uit|w|z|à|из|в)\s[^\W\d_a-zß-ÿ]\S*(?:\s\S+){0,2}\s*")
_IN_PLACE = re.compile(r"(?P<who>[^\W\d_]\S*(?: \S+){1,3}) in [^\W\d_a-zß-ÿ]\S+(?: [^\W\d_a-zß-ÿ]\S+){0,2}")
_BETWEEN_PLACED = re.compile(r",? (?:and|und) |, ")
_PARTICLES = words("byline", "particles")
_ROLES = words("byline", "roles")
_TEAMS = words("byline", "teams")
_OFFICES = words("byline", "offices")
_AGENCIES = words("byline", "agencies")
_ORGANISATION = words("byline", "organisations")
_BEFORE_OFFICE = _ORGANISATION | _ROLES | words("byline", "desks")
_FUNCTION = words("byline", "function_words")
_NO_NAME = words("byline", "not_in_bare_names")
_SECTION_WORDS = words("byline", "section_words")
# "Ann WalterCity Columnist": an element's end that the text lost. Names have capitals inside after fewer letters.
_RUN_TOGETHER = re.compile(r"(?<=\w\s)([A-Z][a-zß-öø-ÿ]{3,})(?<!Fitz)(?=[A-Z][a-z]{2})")
# "Ann LeeandBo Chan"; "Planet BrandRoom" is none.
_GLUED_AND = re.compile(r"(?<=\w\s)(?P<who>[^\W\d_a-zß-ÿ]\w*[a-zß-öø-ÿ]{2})(?:and|und)(?=[A-Z][a-z]+ [A-Z])")
# Degrees and the like, which belong to the name that they follow.
_CREDENTIALS = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|D\.?O|D\.?V\.?M|V\.?M\.?D|D\.?D\.?S|J\.?D|Ed\.?D|Psy\.?D|Pharm\.?D|[BM]\.?[AS]c?|M\.?P\.?H|M\.?B\.?A|"
    r"LL\.?[BM]|R\.?N|R\.?D\.?N?|C\.?P\.?A|C\.?F\.?[AP]|Esq|Jr|Sr|DMD|DPT|VMD|LVT|VTS|LCSW|LMFT|LPCC?|CSCS|APRN|FNP|DNP|NP|"
    r"CPP|PSP|PMP|CISSP|CDCES|CNS|MSN|BSN|MSW|FA[A-Z]{2,3}|DA[A-Z]{3,4})\.?"
)
# After one of these, others may follow.
_MORE_CREDENTIALS = re.compile(r"[A-Z]{2,6}\.?")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3 ・·]+")
_KANA, _HAS_KANA = re.compile("[\u3040-\u30ff ]+"), re.compile("[\u3040-\u30ff]")
_NAME_PARTS = re.compile("[-‐‑–'’.]")
_EDGE = " \t,.;:|-–—·•/\\*_\"“”'’‘«»()[]"
_MOST_NAMES = 30


def read_byline(text: str) -> Byline | None:
    """The authors that a short line, or a part of one without its date, names; None where it names nobody.

    Photographers, editors and translators are nobody here; neither are a name's office, town and newspaper.
    """
    return read_marked_byline(text) or read_bare_name(text)


def read_bare_name(text: str) -> Byline | None:
    """The authors in a line that is a name, or names, and no more than an office or a newspaper beside them."""
    if not _could_be_name(text) or _after_mark(text) is not None:
        return None
    names = _names(_without_places(text), explicit=False)
    if len(names) > 1 and _ARABIC.match(text) and max(len(name.split()) for name in names) > _MOST_ARABIC:
        return None  # "took seven years and led him to eleven countries"
    return Byline(names, explicit=False) if names else None


_MOST_ARABIC = 3  # words of a name among several: without capitals a sentence looks the same


def _without_places(text: str) -> str:
    """Names without where each was written: "Ann Lee in Paris and Bo Chan in Rome"."""
    placed = [_IN_PLACE.fullmatch(piece) for piece in _BETWEEN_PLACED.split(text)] if " in " in text else []
    # A single one is a headline as often: "Heavy Snow in Tokyo".
    return ", ".join(match["who"] for match in placed if match) if len(placed) > 1 and all(placed) else text


def read_marked_byline(text: str) -> Byline | None:
    """The authors that a line names after "By" or its like in another language."""
    if len(text) > 300:
        return None
    text = text.lstrip("*_ ")  # what is left of a picture or an emphasis in Markdown
    if whole := _IN_BRACKETS.fullmatch(text.strip()):
        return _signed_in_brackets(whole["text"])
    begin = 2 if _GLUED.match(text) else _after_mark(text)
    if begin is not None:
        names = _names(text[begin:], explicit=True)
        if len(names) == 1 and _ARTICLE_TOO.match(text) and names[0] == text[begin:].strip() and " " not in names[0]:
            return None
        opens = begin == 2 or _MARK.match(lower(text)) is not None
        return Byline(names, explicit=True, opens=opens) if names else None
    if not text.isascii() and len(text) <= 60 and _OFFICE_LAST.search(text):
        if house := _BEFORE_REPORTER.match(text):
            signed = [name for name in _names(_after_reporter(text, house.end()), True) if name[0] in SURNAMES]
            if signed:
                return Byline(tuple(signed), explicit=True)
        titled = [match["korean"] or match["han"] for match in _TITLED.finditer(text)]
        if titled:
            return Byline(tuple(titled), explicit=True)
    return None


def read_reporters(text: str) -> Byline | None:
    """The reporters whom a line names, each with the place: "Ann Lee, Leeds; Bo Chan, York"; one after "From"."""
    if sent := _FROM_PLACE.fullmatch(text):
        return Byline((sent["who"],), explicit=True) if is_person(sent["who"]) else None
    if ";" not in text or _after_mark(text) is not None:
        return None
    pieces = [_BEFORE_PLACE.fullmatch(piece) for piece in _BETWEEN_REPORTERS.split(text)]
    names = tuple(match["who"] for match in pieces if match and is_person(match["who"]))
    are_reporters = len(names) == len(pieces) > 1 and not names_office(text) and not speaks_of_office(text)
    return Byline(names, explicit=True) if are_reporters else None


_PLACE_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: [^\W\d_a-zß-ÿ][\w'’.-]*){0,2}"
_FROM_PLACE = re.compile(rf"(?i:from) (?P<who>[^\W\d_][^\d,;:]{{3,40}}?),? (?i:in) {_PLACE_NAME}")
_BEFORE_PLACE = re.compile(rf"(?P<who>[^\W\d_][^\d,;:]{{3,40}}), {_PLACE_NAME}")
_BETWEEN_REPORTERS = re.compile(r"\s*;\s*|,?\s(?:and|&|und|et|y|e|en|och|og|i|и)\s")


def read_placed_byline(text: str) -> Byline | None:
    """The authors whom an Arabic newspaper names after their places between title and date: "Cairo: Rim Khazen"."""
    pieces = [_PLACED_ARABIC.fullmatch(piece) for piece in _BETWEEN_PLACED_ARABIC.split(text)]
    names = tuple(match["who"] for match in pieces if match)
    if len(names) < len(pieces) or not all(is_person(name, explicit=True) for name in names):
        return None
    is_other = any(map(is_organisation, names)) or _NO_ARABIC_NAME.intersection(_COLON.sub(" ", text).split())
    return None if is_other else Byline(names, explicit=True)


# Sections, sources and kinds, and the small words of headlines.
_NO_ARABIC_NAME = frozenset(
    "القسم المصدر التصنيف الموضوع الوسوم أخبار وكالة لن لم لا ما في من إلى على عن أن هل".split()
)
_ARABIC_NAME = r"[\u0621-\u0652]{2,12}(?: [\u0621-\u0652]{2,12})"
_BETWEEN_PLACED_ARABIC, _COLON = re.compile(r"\s?[،؛]\s?"), re.compile("[:،؛]")
_PLACED_ARABIC = re.compile(rf"{_ARABIC_NAME}?\s?: (?P<who>{_ARABIC_NAME}{{1,3}})")


def _signed_in_brackets(text: str) -> Byline | None:
    """The byline that is all a pair of brackets holds, perhaps with a newspaper's name before it in Chinese."""
    byline = read_marked_byline(_BEFORE_REPORTER.sub("", text, count=1).strip())
    return byline if byline and byline.opens and not text.endswith(_TAKEN) else None


# The hundred commonest, simplified and traditional: what else follows "reporter" is a place or a verb.
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧"
    "姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯谷温康施文牛樊葛邢安齐乔伍倪庞"
)


def _after_reporter(text: str, house: int) -> str:
    after = _AFTER_MARK.match(text, house)
    return text[after.end() :] if after else text[house:]


_BEFORE_REPORTER = re.compile(r"^[\u4e00-\u9fff ]{2,20}(?=[记記]者\s)")
_TAKEN = ("摄", "攝", "撮影", "图", "圖")  # a picture's


def credits_picture(text: str) -> bool:
    """Whether a line is a caption, or a credit: ends with the name of a photographer, or with a sign of copyright."""
    if "©" in text or "ⓒ" in text:
        return True
    match = _CREDIT.search(text)
    if match is None:
        return False
    names = _names(match["who"], explicit=True)
    return bool(names) and len(match["who"].split()) - len(" ".join(names).split()) <= _MOST_AFTER_NAME


def without_others_work(text: str) -> str:
    """A byline without the photographers, editors and translators that it names."""
    return _OTHERS_WORK.sub("", text).rstrip()


def _could_be_name(text: str) -> bool:
    """Most lines are ruled out by their first words already."""
    if not 2 <= len(text) <= 120:
        return False
    words = [word for word in text.split(maxsplit=3)[:3] if word[0] != "("][:2]
    for word in words:
        bare = word.strip(_EDGE)
        folded = bare.casefold()
        if folded in _NO_NAME or (bare[:1].islower() and folded not in _PARTICLES and folded not in _AGENCIES):
            return False
    return True


def _after_mark(text: str) -> int | None:
    """Where the names begin: after the first mark that opens the line, or stands after a label or a place in it."""
    lowered = lower(text)
    if _SIGN_INSIDE.search(text) or not _WORD_INSIDE.isdisjoint(lowered.split()[1:]):
        matches = _MARK_ANYWHERE.finditer(lowered)
    elif first := _MARK.match(lowered):
        matches = iter((first,))
    else:
        return None
    for match in matches:
        before = text[: match.start()].strip(_EDGE)
        if before and _OTHERS_WORK.search(before):
            return None
        is_by = match["bare"] == "by"
        if (
            not before
            or (match["mark"] and len(before) <= 60)
            or (is_by and len(before.split()) <= 6 and "." not in before)
        ):
            after = _AFTER_MARK.match(text, match.end())
            end = after.end() if after else match.end()
            # "Training by goals": inside a line, a name has a surname
            return end if not before or match["mark"] or " " in text[end:].strip() else None
    return None


def _names(text: str, explicit: bool) -> tuple[str, ...]:
    text = _without_noise(text, explicit)
    people: list[str] = []
    organisations: list[str] = []
    for position, piece in enumerate(_pieces(text) if text else ()):
        if people and _is_credential(degree := piece.strip(" \t,;"), people[-1]):
            people[-1] = f"{people[-1]}, {degree if '.' in degree[:-1] else degree.rstrip('.')}"
            continue
        if people and _STREET.search(piece):
            break  # what follows is the town
        whole = _trimmed(_BEYOND.sub("", piece) if explicit or position else piece)
        if people and (_PLACE.fullmatch(piece.strip()) or _is_office(whole, follows=False)):
            continue
        if people and f", {whole}" in text and _OF_PLACE.fullmatch(whole):
            continue
        name = _without_office(whole)
        name = _RANK.sub("", name) if _RANK.match(name) else name
        if not name or _is_office(name, follows=bool(people)):
            continue
        if is_organisation(name) or (explicit and not people and name[0].isupper() and is_newsroom(name)):
            organisations.append(name)
        elif is_person(name, explicit, single=explicit and not people and position == 0):
            people.append(name)
        elif not people:
            break  # what does not begin with a name is no byline
        elif not explicit and not _is_aside(piece):
            return ()
    if len(people) > 1 and not explicit:
        people = [name for name in people if " " in name or not name.isascii()]
    found = people or (organisations if explicit or len(organisations) == 1 else [])
    return tuple(dict.fromkeys(found))[:_MOST_NAMES]


# "West Coast reporter", behind a name.
_OF_PLACE = re.compile(rf"{_PLACE_NAME} (?:reporter|correspondent|editor)")
_STREET = re.compile(r"[^\W\d_]{3,} \d{1,3}[a-z]?$")  # where who writes a letter lives


def _without_noise(text: str, explicit: bool) -> str:
    """Names without what stands among them: marks of footnotes, photographers, in Arabic the author's department."""
    if "(" in text:
        text = _OTHERS_BESIDE.sub("", text)
    text = _NOTE_MARKS.sub("", text)
    if explicit and _ARABIC.match(text):
        text = _ARABIC_UNIT.sub("", text)
    text = _GLUED_AND.sub(r"\g<who>, ", text)
    text = _RUN_TOGETHER.sub(r"\1, ", _OTHERS_WORK.sub("", _NOISE.sub(" ", text))).strip()
    if not text.isascii():
        text = _KOREAN_OFFICE.sub("", _ALSO_HAN.sub("、", _OF_HAN.sub("", _TWO_KOREANS.sub("、", text))))
    return text


# "박도경·윤세린 기자"; a poet's or a desk's name follows a middle dot, too.
_TWO_KOREANS = re.compile(r"(?<=[가-힣])·(?=[가-힣]{2,4}\s?기자$)")
_KOREAN_OFFICE = re.compile(r"(?<=[가-힣])\s[가-힣]{0,4}(?:기자|특파원|논설위원|연구원)$")


_ARABIC, _ARABIC_UNIT = re.compile("[\u0621-\u064a]"), re.compile(r"\s[–—-]\s.*")
_NOTE_MARKS = re.compile(r"(?<=\w)(?:[¹²³⁰⁴-⁹]+(?:[,;][¹²³⁰⁴-⁹]+)*|[*†‡§]+)|\s?\([*†‡]+\)")  # of footnotes


def _is_credential(piece: str, name: str) -> bool:
    """Whether what follows a name is a degree; of those that are not listed, only after another one."""
    if _CREDENTIALS.fullmatch(piece):
        return True
    return ", " in name and bool(_MORE_CREDENTIALS.fullmatch(piece)) and piece.casefold().rstrip(".") not in _AGENCIES


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _AND.split(text):
        halves = _SOFT_AND.split(piece)
        # "Ortega y Gasset" is one name, "Ana Ruiz y Luis Gil" are two
        if _HAN_NAMES.fullmatch(piece):
            pieces.extend(piece.split())
        elif len(halves) > 1 and all(len(half.split()) >= 2 and not half.strip()[0].islower() for half in halves):
            pieces.extend(halves)
        else:
            pieces.append(piece)
    return pieces


def _trimmed(name: str) -> str:
    """A name without the signs around it; the full stop stays that belongs to its last initial."""
    bare = _twice_or_glued(" ".join(name.split()).strip(_EDGE))
    return f"{bare}." if _INITIALS.search(bare) and f"{bare}." in name else bare


def _twice_or_glued(name: str) -> str:
    """A name once where a picture's text repeats it, and without the word that an element's end was lost before."""
    words = name.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        return " ".join(words[:half])
    return _GLUED_TO_NAME.sub("", name)


# "Ann LeePublished", "Ann LeeIn Travel"; in Arabic the day of the week.
_GLUED_TO_NAME = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?:(?:Published|Updated|Posted|Last)$|In\s.*)"
    r"|(?<=[\u0621-\u064a]{3})(?<!عبد)(?:السبت|ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)$"
)
_INITIALS = re.compile(r"\s(?:[A-Z]\.)*[A-Z]$")


def _is_aside(piece: str) -> bool:
    """A place, an office or a newspaper after a name: short, and no sentence."""
    return len(piece.split()) <= 6


_SEVERAL = frozenset({"correspondents", "journalists", "reporters"})  # of a house, behind its name


def _without_office(name: str) -> str:
    """ "Ann Lee Senior Correspondent" and "ANN LEE Associated Press" without what follows the name."""
    words = name.split()
    if words and words[-1].casefold() in _TEAMS and (len(words) <= 3 or words[-1].casefold() != "staff"):
        return name
    if len(words) > 1 and words[-1].casefold() in _SEVERAL and words[-2].casefold() not in _TEAMS:
        house = " ".join(words[:-1])
        if is_organisation(house):
            return house
    for i, word in enumerate(words[:_LONGEST_OFFICE]):
        before, after = words[:i], words[i + 1 :]
        opens = word.casefold() in _OFFICES and all(other.casefold() in _ROLES for other in before)
        if opens and len(after) in _NAME_ALONE and not is_organisation(" ".join(after)):
            return " ".join(after)  # "Courts Correspondent Ann Lee"
    for i, word in enumerate(words):
        bare = word.casefold().strip(".,:()")
        if i >= 2 and (bare in _ROLES or bare in _AGENCIES or bare == "associated"):
            kept = words[: i - 1 if words[i - 1].casefold() == "the" else i]
            while len(kept) > 2 and kept[-1].casefold() in _BEFORE_OFFICE:
                kept.pop()
            return " ".join(kept).strip(_EDGE)
        if 2 <= i >= len(words) - _MOST_OF_PLACE and word[0].isupper() and _ENDS_NAME.search(words[i - 1]):
            return " ".join(words[:i]).rstrip(".")  # "ANN LEE. Paris"
        if i == 2 and all(w.isupper() and len(w) > 2 for w in words[:2]) and not word.isupper() and word[0].isupper():
            return " ".join(words[:2])
    return name


def _is_office(name: str, follows: bool) -> bool:
    """Whether it is an office; one that follows a name may begin with any word ("Ann Lee, Garden Educator")."""
    words = [word.casefold().strip(_EDGE) for word in name.split()]
    if len(words) > 2 and words[0] in _ROLES and words[1] in _ROLES:
        return True  # "Deputy Head of School"
    return bool(words) and words[-1] in _OFFICES and (words[0] in _ROLES or (follows and len(words) > 1))


def names_office(name: str) -> bool:
    """Whether one of a name's words is of an office, an agency or an organisation."""
    return any(word in _ROLES or word in _AGENCIES or word in _ORGANISATION for word in name.casefold().split())


def speaks_of_office(text: str) -> bool:
    """Whether a word of what stands beside a name is an office: "Principal Investigator, Institute of Rivers"."""
    return any(word.strip(_EDGE) in _OFFICES for word in text.casefold().split())


def is_newsroom(name: str) -> bool:
    """Whether a name is that of a newspaper's own writers: "Example Staff", "Redakcja Przykład"."""
    first, *others = name.casefold().split() or [""]
    if not others and first.endswith(_NEWSROOM_ENDS):
        return True
    return name.rpartition(" ")[2].casefold() in _TEAMS or (first in _NEWSROOMS and len(others) <= 1)


# "Ledarredaktionen", "Kustbyrån"
_NEWSROOM_ENDS = ("redaktion", "redaktionen", "redactie", "redaksjonen", "toimitus", "byrån", "byrået")
_NEWSROOMS = frozenset("redakcja redaktion redaktionen redacción redação rédaction redazione redactie редакция".split())


def is_organisation(name: str) -> bool:
    """Whether a name is a newsroom's, an agency's or an institution's and not a person's."""
    words = [word.casefold().strip(_EDGE) for word in name.split()]
    if not words or len(words) > 7 or not (name[0].isupper() or name[0].isalpha()):
        return False
    if len(words) == 1:
        return words[0] in _AGENCIES
    capital = sum(
        word[:1].isupper() or word.casefold() in {"of", "the", "for", "and", "de", "des"} for word in name.split()
    )
    if capital < len(words):
        return False
    return any(word in _ORGANISATION or word in _AGENCIES for word in words) and not (
        len(words) <= 3 and words[-1] not in _ORGANISATION | _AGENCIES and words[0] not in _ORGANISATION | _AGENCIES
    )


def is_person(name: str, explicit: bool = False, single: bool = False) -> bool:
    """Whether `name` has the shape of a person's.

    explicit: it stands where an author must; then only function words speak against it.
    single: one word is enough.
    """
    if len(name) > 60 or any(map(str.isdigit, name)):
        return False
    if _EAST_ASIAN.fullmatch(name):
        return explicit and 2 <= len(name.replace(" ", "")) <= (
            20 if "・" in name else 10 if _KANA.fullmatch(name) else 7 if _HAS_KANA.search(name) else 4
        )
    if not explicit and (_INDIAN.search(name) or (_HAS_EAST_ASIAN.search(name) and _LATIN.search(name))):
        return False
    words = name.split()
    if not 1 <= len(words) <= 6 or (len(words) == 1 and not (single and _is_single_name(words[0]))):
        return False
    if words[0].casefold() == "the" or (not explicit and len(words) == 2 and words[0] in _ARTICLES):
        return False
    if not explicit and words[-1].casefold() in _SECTION_WORDS:
        return False
    letters = [word.strip(_EDGE) for word in words]
    if len(words) > 1 and letters[-1] == letters[-2] and (len(letters[-1]) == 1 or (len(words) == 2 and not explicit)):
        return False  # "A A A", "Text size A- A": sizes of letters
    others = [word for i, word in enumerate(words) if not (i and _is_particle(word))]
    speaks_against = _FUNCTION if explicit else _NO_NAME
    return len(others) >= (1 if single else 2) and all(_is_name_word(word, speaks_against) for word in others)


# Together in buttons: "シェア LINE".
_HAS_EAST_ASIAN, _LATIN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]"), re.compile("[A-Za-z]{2}")
_INDIAN = re.compile("[\u0900-\u0eff]")  # letters without capitals, as Arabic; buttons there read like names
_ARTICLES = frozenset("La Los Las".split())  # of a place: "La Ribera"


def _is_single_name(word: str) -> bool:
    folded = word.casefold()
    return len(word) >= 3 and folded not in _ROLES | _ORGANISATION and not is_calendar_word(folded)


def _is_particle(word: str) -> bool:
    bare = word.strip("().,’'\"“”")
    return len(bare) > 1 and bare.casefold() in _PARTICLES


def _is_name_word(word: str, speaks_against: frozenset[str]) -> bool:
    bare = word.strip("().,’'\"“”")
    folded = bare.casefold()
    if not bare or (folded in speaks_against and not (len(bare) <= 2 and bare[0].isupper())):
        return False
    if word.endswith(".") and folded in _DEGREES:
        return True
    if word.lower().endswith(("'ll", "’ll", "'re", "’re", "'ve", "’ve", "n't", "n’t")):
        return False
    if word.endswith(("'s", "’s", "!", "?", ":", ";")):
        return False
    if not all(_letters(part) for part in _NAME_PARTS.split(bare) if part):
        return False
    return bare[0].isupper() or _caseless(bare) or folded in _PARTICLES or _ELIDED.match(bare) is not None


_DEGREES = frozenset("dr drs ing inż ir mag mgr mr prof".split())  # in small letters before a name
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-zß-ÿ]")  # "d'Arc"


def _letters(part: str) -> bool:
    return part[0].isalpha() and all(char.isalpha() or unicodedata.category(char)[0] == "M" for char in part)


def _caseless(word: str) -> bool:
    return word.upper() == word.lower()
