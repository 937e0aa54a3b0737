"""Who wrote it: bylines as newspapers print them, in their languages."""

import re
from dataclasses import dataclass

from copydesk.desk.metadata.dates import is_calendar_word


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in one line.

    names: as printed, in order; organisations only where no person is named.
    explicit: a word such as "By" or "Autor:" says so; else the line only looks like a name.
    """

    names: tuple[str, ...]
    explicit: bool


# Words that stand before an author. Those of the first group are common words too: a name must follow at once.
_BARE_MARKS = r"by|von|par|por|di|de|door|av|af|oleh|του|της|մ|מאת|بقلم|كتبت?|كتابة|إعداد"
_MARKS = (
    r"(?:(?:article|story|words|text|texte?|report|reporting|analysis|opinion|commentary|column|interview|review|essay|"
    r"compiled|written|reported|posted|published|authored|submitted|contributed|created|produced|added)\s+"
    r"(?:and\s+(?:photos?|photographs?|pictures|video|research(?:ed)?|images)\s+)?by"
    r"|(?:guest\s+)?(?:contribut(?:or|ing\s+writer)|writer|authors?|reporters?|journalists?|columnist|correspondent|byline)\s*[:：]"
    r"|about\s+the\s+author\s*[:：]"
    r"|(?:verfasst|geschrieben|veröffentlicht|aufgezeichnet|notiert|erstellt)\s+von"
    r"|(?:ein(?:e)?\s+)?(?:gast)?(?:beitrag|kommentar|analyse|kolumne|essay|reportage|interview|bericht|artikel|leitartikel|glosse|porträt|rezension)\s+von"
    r"|(?:autor(?:in|en|innen|a|as|es|i|ka|ky|zy)?|autoři|autorzy|autore|autori|autrice|auteurs?|auteure|szerző|skribent|"
    r"skribenter|journalist|redakteur(?:in)?|penulis|tác giả|yazar|yazan|haber|muhabir|kirjoittaja|toimittaja|teksti?|testo|texto|tekst|"
    r"opracowa(?:ł|ła|nie)|oprac\.|napisa(?:ł|ła|l|la)|piše|pišu|írta|text|texte|forfatter|συντάκτης|γράφει|γράφουν|"
    r"автор(?:ы|и|ка|и\s+статьи|\s+статьи|\s+текста|\s+материала)?|текст|подготовил[аи]?|журналист|корреспондент|الكاتب|كاتب|المؤلف|"
    r"الصحفي|تحرير|כתב(?:ה|ת)?)\s*[:：]"
    r"|автор(?:ы|и)?(?=\s+[А-ЯЁІЇЄҐ])"
    r"|(?:écrit|rédigé|publié|propos\s+recueillis|recueilli|texte|article|un\s+article|une?\s+(?:analyse|chronique|tribune|enquête|reportage))\s+(?:par|de)"
    r"|(?:escrito|publicado|redactado|elaborado|texto|postado|enviado|reportagem|reporte)\s+por"
    r"|(?:scritto|pubblicato|inviato|postato|firmato)\s+da|a\s+cura\s+di|articolo\s+di|dal\s+nostro\s+(?:inviato|corrispondente)"
    r"|(?:geschreven|geplaatst|gepubliceerd|gepost|tekst)\s+door"
    r"|(?:skriven|publicerad|text|skrevet|publisert|tekst|skriver)\s+a[vf]"
    r"|(?:napsal[ai]?|připravil[ai]?|pripravil[ai]?)(?=\s+[A-ZÁ-Ž])"
    r"|γράφ(?:ει|ουν)\s+(?:ο|η|οι)"
    r"|text\s+(?:und|och|og|and|&)\s+(?:fotos?|bild(?:er)?|foto|photos?|pictures)\s*[:：]|文\s*[/／|｜:：]|文字\s*[/／:：]|撰文\s*[/／:：]?|作者\s*[/／:：]|[记記]者(?:\s*[/／:：]|\s)|采写\s*[/／:：]|執筆\s*[/／:：]|著者\s*[/／:：]|筆者\s*[/／:：]"
    r"|取材・文\s*[/／:：]|ライター\s*[/／:：]|文＝|글\s*[/／|:：]|글쓴이\s*[:：]?|작성자\s*[:：]?|저자\s*[:：]?|기자\s*[:：])"
)
_MARK = re.compile(
    rf"(?:^|(?<=[\s|(\[])|(?<=[:：]))(?:(?P<mark>{_MARKS})|(?P<bare>{_BARE_MARKS})(?=\s*[:：]|\s))\s*[:：]?\s*",
    re.IGNORECASE,
)
# Han and Hangul: the office follows the name.
_TITLED = re.compile(
    r"(?P<korean>[가-힣]{2,4})\s?(?:[가-힣]{0,6}\s?)?(?:선임기자|전문기자|인턴기자|수습기자|기자|특파원|논설위원|칼럼니스트|객원기자)(?![가-힣])"
    r"|(?P<han>[\u4e00-\u9fff]{2,4})(?:編集委員|論説委員|特派員|記者)(?![\u4e00-\u9fff])"
)
# What follows these is somebody else's work.
_OTHERS_WORK = re.compile(
    r"(?:^|(?<=[\s|(/;,·•–—-]))(?:photo(?:s|graph(?:s|y|er|ed|ie)?)?|foto(?:s|graf(?:ie|ía|ia|in)?)?|fotos?\s+von|image|illustrat(?:ion|ions|ed|or)|"
    r"video|graphics?|picture|cover|courtesy|credit|crédit|bild(?:er)?|grafik|edit(?:ed|ing)|editor|translat(?:ed|ion)|traducción|traduction|"
    r"traduzione|übersetz(?:t|ung)|review(?:ed)|fact[- ]?checked|medically|hosted|sponsored|presented|powered|sourced|narrated|directed|"
    r"zdj|fot\.|redaktion|redaktör|redactie|redakcja|zdjęci[ae]|kuva|рис\.|фото|редактор|светлина|φωτο|تصوير|صورة|צילום|写真|撮影|摄影|攝影|摄|编辑|責編|责编|责任编辑|編輯|校对|사진|그래픽|편집)"
    r"(?![^\W\d_]*\s+and\s+(?:words|text|story))\b.*",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+|[(\[（【][^)\]）】]{0,60}[)\]）】]|^[\s•*\-–—·|>»#_]+|"
    r"(?:^|\s)(?:follow|e-?mail|contact|see more|view all|more from|read more|show bio|bio|twitter|facebook|linkedin|x\.com|instagram)\b.*",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*[;、，؛،/／+]\s*|\s*,\s*(?:(?:and|und|et|y|e|en|och|og|ve)\s+)?|\s+(?:and|&|und|et|och|og|ja|и|та|ve|και|with|mit|avec|con|com|met|med|dan|oraz|şi|și|và|sowie)\s+",
    re.IGNORECASE,
)
# In Spanish, Portuguese, Catalan, Polish, Dutch and Italian "and" is a word that stands inside names, too.
_SOFT_AND = re.compile(r"\s+(?:y|e|i|en)\s+|\s+و\s*")
_HAN_NAMES = re.compile(r"\s*[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})+\s*")
# After a name: where, for whom, as what.
_BEYOND = re.compile(
    r"\s+(?:in|for|at|of|from|is|on|special|aus|für|bei|à|pour|chez|en|para|desde|per|da|per\s+il|voor|uit|dla|z|för|från|i|для|из|в|من|في|has|are|was|who|about)\s+.*"
    r"|\s+[-–—|·•]\s+.*|\s*[|·•].*|\s+[-–—]\S.*|:.*"
)
_PARTICLES = frozenset(
    "de da di do dos das del della dello dei degli du des la le las los el al van von der den dem ter ten te zu zum zur bin "
    "ibn bint abu y e i af av of st san santa ben bat mc mac 't op den d l".split()
)
_ROLES = frozenset(
    "staff senior junior chief deputy associate assistant executive managing contributing contributor contributors guest special "
    "correspondent correspondents reporter reporters writer writers editor editors journalist journalists columnist columnists "
    "author analyst fellow professor director manager producer presenter host founder co-founder ceo cto president chairman "
    "political business sports science health technology tech environment foreign national international diplomatic defence "
    "defense education economics economy royal entertainment crime arts culture travel opinion freelance freelancer bureau "
    "redaktion redakteur redakteurin korrespondent korrespondentin reporterin chefredakteur autor autorin journaliste rédacteur rédactrice "
    "correspondant correspondante envoyé envoyée corresponsal periodista redactor redactora enviado jornalista repórter giornalista "
    "inviato corrispondente redacteur verslaggever correspondente dziennikarz redaktor korespondent журналист корреспондент обозреватель "
    "редактор эксперт аналитик محرر مراسل صحفي kirjeenvaihtaja toimittaja muhabir muhabiri ekspert ekspertka analityk dr prof "
    "head team desk publisher physician dietitian nutritionist investigative digital news video features web online investigations".split()
)
_OFFICES = frozenset(
    "correspondent correspondents reporter reporters writer writers editor editors journalist columnist author analyst fellow "
    "professor director manager producer presenter host founder ceo contributor president chairman".split()
)
_AGENCIES = frozenset(
    "reuters ap afp dpa epa efe ansa upi tass tanjug xinhua bloomberg pti ians ani aap apa sda ats belga anp ritzau ntb tt "
    "stt pap čtk ctk čt mti lusa mta kna epd sid agi adnkronos askanews cnn bbc cbs nbc abc npr pa yonhap kyodo jiji interfax "
    "антенна тасс риа интерфакс укринформ رويترز أسوشيتدبرس الأناضول 新华社 新華社 共同 時事 연합뉴스 뉴시스 뉴스1".split()
)
_ORGANISATION = frozenset(
    "press news times post journal magazine agency agencies agence agentur staff team desk newsroom editors editorial board "
    "university institute institut council center centre foundation association society group company inc llc ltd gmbh network media "
    "radio tv television daily weekly herald tribune gazette guardian observer chronicle wire service report redaktion "
    "redacción redação redazione rédaction redactie redakcja redaktionen redaktionen toimitus редакция агентство وكالة associated "
    "bureau correspondents union department ministry office blog community contributors".split()
)
_NO_NAME = frozenset(
    "the a an and or but for with your you our we us my his her its their this that these those how why what when where who which is are "
    "was were be been has have had do does did will would can could should may might must not no yes all any more most "
    "new latest top best home menu search share print email comments comment subscribe sign login log read view watch listen "
    "about contact privacy policy terms cookies cookie help faq world sport sports politics business health science technology "
    "culture opinion lifestyle travel food video videos photo photos gallery local national international breaking live "
    "trending popular related recommended featured sponsored advertisement advertising newsletter newsletters account settings "
    "language english follow facebook twitter instagram youtube linkedin whatsapp telegram pinterest rss app mobile site map skip content main "
    "navigation back next previous page click here get free today yesterday now ago min mins minutes read time date published updated "
    "posted by in on at to from of as it if so day week month year years part chapter section issue volume number edition "
    "market markets stocks money finance economy jobs careers events weather games shop store cart buy sale deals reviews "
    "review guide guides tips ideas blog blogs forum resources products services solutions support company team press media "
    "image images source sources credit getty shutterstock january february march april june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday news stories story article articles "
    "der die das und oder nicht mit für auf aus dem den ein eine einer einem startseite suche anmelden abonnieren teilen drucken nachrichten "
    "politik wirtschaft kultur wissen gesundheit reise leben panorama mehr alle les des une pour dans avec sur accueil rechercher "
    "partager politique économie monde culture société los las una para con más inicio buscar compartir política economía "
    "mundo cultura sociedad deportes il lo gli una per cronaca esteri cerca condividi het een voor met meer zoeken delen".split()
)
_FUNCTION = frozenset(
    "a an and or but for with your you our we us my his her its their this that these those how why what when where who which are "
    "was were been has have had do does did will would can could should might must not yes all any continuing using signing "
    "clicking subscribing submitting entering checking creating now here today yesterday der die das und oder nicht mit für "
    "auf aus dem den ein eine einer einem les des une pour dans avec los las una para con gli per een het voor met".split()
)
_EDGE = " \t,.;:|-–—·•/\\*_\"“”'’‘«»()[]"
_MAX_NAMES = 12


def read_byline(text: str) -> Byline | None:
    """The authors that a short line, or a part of one without its date, names; None where it names nobody.

    Photographers, editors and translators are nobody here; neither are a name's office, town and newspaper.
    """
    if len(text) > 300:
        return None
    marked = _mark(text)
    if marked is not None:
        names = _names(text[marked.end() :], explicit=True)
        return Byline(names, explicit=True) if names else None
    titled = [match["korean"] or match["han"] for match in _TITLED.finditer(text)]
    if titled and len(text) <= 60:
        return Byline(tuple(titled), explicit=True)
    names = _names(text, explicit=False) if len(text) <= 120 else ()
    return Byline(names, explicit=False) if names else None


def _mark(text: str) -> re.Match[str] | None:
    """The first mark that opens the line, or stands after a label or a place in it."""
    for match in _MARK.finditer(text):
        before = text[: match.start()].strip(_EDGE)
        if before and _OTHERS_WORK.search(before):
            return None
        if match["mark"] and len(before) <= 60:
            return match
        if match["bare"] and not before:
            return match
        if match["bare"] and match["bare"].casefold() == "by" and len(before.split()) <= 6 and "." not in before:
            return match
    return None


def _names(text: str, explicit: bool) -> tuple[str, ...]:
    text = _OTHERS_WORK.sub("", _NOISE.sub(" ", text)).strip()
    if not text:
        return ()
    people: list[str] = []
    organisations: list[str] = []
    for position, piece in enumerate(_pieces(text)):
        name = _BEYOND.sub("", piece).strip(_EDGE) if explicit or position else piece.strip(_EDGE)
        name = _without_office(name)
        if not name:
            continue
        if _is_office(name):
            continue
        if is_organisation(name):
            organisations.append(name)
        elif is_person(name, explicit, single=explicit and not people and position == 0):
            people.append(name)
        elif not people:
            break  # what does not begin with a name is no byline
        elif not explicit and not _is_aside(piece):
            return ()
        if len(people) >= _MAX_NAMES:
            break
    if len(people) > 1 and not explicit:
        people = [name for name in people if " " in name or not name.isascii()]
    found = people or (organisations if explicit or len(organisations) == 1 else [])
    return tuple(dict.fromkeys(found))


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _AND.split(text):
        halves = _SOFT_AND.split(piece)
        # "Ortega y Gasset" is one name, "Ana Ruiz y Luis Gil" are two
        if _HAN_NAMES.fullmatch(piece):
            pieces.extend(piece.split())
        elif len(halves) > 1 and all(len(half.split()) >= 2 for half in halves):
            pieces.extend(halves)
        else:
            pieces.append(piece)
    return pieces


def _is_aside(piece: str) -> bool:
    """A place, an office or a newspaper after a name: short, and no sentence."""
    return len(piece.split()) <= 6


def _without_office(name: str) -> str:
    """ "Ann Lee Senior Correspondent" and "ANN LEE Associated Press" without what follows the name."""
    words = name.split()
    while words and words[0].casefold().strip(".,:") in {"dr", "prof", "mr", "mrs", "ms", "sir"} and len(words) > 2:
        break
    for i, word in enumerate(words):
        bare = word.casefold().strip(".,:()")
        if i >= 2 and (bare in _ROLES or bare in _AGENCIES or bare == "associated"):
            return " ".join(words[: i - 1 if words[i - 1].casefold() == "the" else i]).strip(_EDGE)
        if i == 2 and all(w.isupper() and len(w) > 2 for w in words[:2]) and not word.isupper() and word[0].isupper():
            return " ".join(words[:2])
    return name


def _is_office(name: str) -> bool:
    words = [word.casefold().strip(_EDGE) for word in name.split()]
    return words[-1] in _OFFICES and (len(words) > 1 or words[0] not in _AGENCIES) and words[0] in _ROLES


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
    if len(name) > 60 or any(char.isdigit() for char in name) or name[:1] in "@#":
        return False
    words = name.split()
    if not words:
        return False
    if all(
        "\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char in " ・·"
        for char in name
    ):
        return explicit and 2 <= len(name.replace(" ", "")) <= (4 if "・" not in name else 20)
    if len(words) > 6 or (len(words) == 1 and not single):
        return False
    if len(words) == 1 and (len(name) < 3 or name.casefold() in _ROLES or is_calendar_word(name.casefold())):
        return False
    capitals = 0
    for i, word in enumerate(words):
        bare = word.strip("().,’'\"“”")
        folded = bare.casefold()
        if folded in (_FUNCTION if explicit else _NO_NAME) and not (len(bare) <= 2 and bare[:1].isupper()):
            return False
        if i and folded in _PARTICLES and len(bare) > 1:
            continue
        if not bare or not all(part[:1].isalpha() and _letters(part) for part in re.split(r"[-‐‑–'’.]", bare) if part):
            return False
        if word.endswith(("'s", "’s")) or word[-1] in "!?:;":
            return False
        if not _caseless(bare) and not bare[0].isupper() and folded not in _PARTICLES:
            return False
        capitals += 1
    return capitals >= (1 if single else 2)


def _letters(part: str) -> bool:
    return all(char.isalpha() or "\u0300" <= char <= "\u036f" for char in part)


def _caseless(word: str) -> bool:
    return word.upper() == word.lower()
