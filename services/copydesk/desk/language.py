"""The language of the body."""

import re
from collections import defaultdict

import eldc

from copydesk.article import Language, Warning

# An instance keeps its own settings, so that nobody else's use of eldc in this process changes an answer.
eldc.init()
_DETECTOR = eldc.instance()
_DETECTOR.set_scheme("iso639-1")
_DETECTOR.set_languages([])
_DETECTOR.set_scores(20)

# Pieces are long enough to be certain of (eldc: .97 on single sentences) and short enough to show a mixture.
_PIECE_LENGTH = 300
_MOST_PIECES = 64
# Below this many letters the n-grams of a text are mostly chance; one ideograph says about as much as three letters.
_FEWEST_LETTERS = 20
# Scores nearer than this are neighbours that the model takes for one another (nb and da, hr and sr, ru and uk).
_TIE = 0.08

_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+")

# eldc knows Malay and Indonesian as one language; these are everyday words that only one of them spells so.
_INDONESIAN = re.compile(r"\b(?:karena|bahwa|bisa|adalah|tidak|kata|oleh|saat|sejumlah|warga)\b")
_MALAY = re.compile(r"\b(?:kerana|bahawa|boleh|ialah|beliau|berkata|ketika|sebanyak|wang|menerusi)\b")
# Dutch and Afrikaans, which eldc has not seen.
_AFRIKAANS = re.compile(r"\b(?:nie|vir|baie|hulle|gesê|sê|haar|hom|deur|wees|kry|ons|'n|ŉ)\b")
_DUTCH = re.compile(r"\b(?:niet|een|voor|zijn|hij|zij|naar|wordt|heeft|deze|ook|veel)\b")

# Languages that eldc has not seen, which it takes for whatever looks a little like them: their commonest words.
_UNSEEN_WORDS = {
    "ha": "a amma an ba bayan cewa cikin da daga don gwamnati gwamnan kan kasar kuma mutane na ne sun ta wani wannan "
    "wasu ya yana za zuwa",
    "ig": "anyị bụ dị e ga gị ha ihe ka kwuru ma maka mana mgbe na ndị nke nwere n ya ọ ụmụ",
    "lg": "abantu bano bw era gavumenti kubanga ku mu ne naye nga nti ng oluvannyuma okuva omu yagambye ye",
    "ln": "bato ete kasi mingi mokonzi mpe na oyo po te ya yango",
    "mg": "amin ary dia fa ho ireo ity izany izay ka ny nanao no sy tamin tsy",
    "om": "akka fi garuu garee haa hin irra irraa isaa itti jira kan keessa keessatti kun namoota oromoo ture yeroo",
    "rw": "abantu ariko avuga bamwe bari cyane iyi kandi ko ku kugira kuri leta mbere mu muri ngo nyuma ubwo uko uyu "
    "wa ya yavuze",
    "sn": "asi kana kubva kuti mushure muna munyika ne nekuti nyika panguva uye vakati vaiti vanhu zvakare zvikuru",
    "so": "ah aad ay ayaa ayuu ee in isaga ka kadib kale ku la laakiin lagu magaalada oo sheegay soo u uu waa waxaa "
    "wuxuu",
    "sw": "ambao ambayo baada cha hao hii hiyo huo ili katika kuwa kwa kwamba la lakini mwaka na nchi nchini ni pamoja "
    "pia rais serikali sana wa wake wakati watu ya yake za",
    "xh": "abantu emva into kakhulu kodwa kuba kule kunye kwaye kwakhona kwi le ngelixa ngenxa ngoku ngokuba ngokutsho "
    "okanye okokuba ukuba ukuze uthe xa yakhe",
    "zu": "abantu emva futhi kakhulu kanti kanye khona kodwa kuleli kusho kuthiwa lapho leli lokhu manje ngaso ngemuva "
    "ngenxa ngesikhathi ngoba njengoba nje okuthiwa ukuthi uma uthe uthi yakhe",
}
_UNSEEN = {code: frozenset(words.split()) for code, words in _UNSEEN_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
# Every second word of Zulu and Xhosa begins with one of these, and few are as common as the words of other languages.
_NGUNI = re.compile(r"\b(?:[aeiou]?(?:ku|ba|zi|ma|si|mi|lu|bu)|ng[aeo]|kw[ae]|na[aeo]?|kuka|wa[bms]e|ya[bms]e)\w{4,}")
_FEWEST_WORDS = 20
_FEWEST_KINDS = 4
_LEAST_SHARE = 0.12
_LEAST_NGUNI = 0.2
# No piece of a text was told reliably.
_UNSURE = 0.6
# Of 1,979 articles in one language each six have less, five of them in languages that eldc has hardly or never seen.
_CERTAIN = 0.7


def detect(text: str, hint: str | None = None) -> Language:
    """Tell the language of a text.

    text: the clean body. hint: a BCP 47 tag that the publisher states; it settles what the text leaves open
    (neighbouring languages, too few letters) and never outweighs a text that says otherwise.
    Returns the ISO 639-1 code, `und` where the text does not tell, with a confidence from 0 to 1: the share of the
    text's letters that is in that language, counted less where the model itself is unsure.
    """
    hinted = _primary(hint)
    text = _ADDRESS.sub(" ", text)
    votes: defaultdict[str, float] = defaultdict(float)
    weight = 0.0
    for piece in _pieces(text):
        letters = _letters(piece)
        if not letters:
            continue
        weight += letters
        answer = _DETECTOR.detect_details(piece)
        scores = answer.scores
        code = answer.language
        if code == "und":
            continue
        if hinted in scores and scores[hinted] > scores[code] - _TIE:
            code = hinted
        votes[code] += letters * (1.0 if answer.reliable or code == hinted else 0.6)
    if not votes or weight < _FEWEST_LETTERS:
        return Language(code=hinted or "und", confidence=0.3 if hinted and votes else 0.0)
    code, vote = min(votes.items(), key=lambda item: (-item[1], item[0]))
    confidence = vote / (weight + _FEWEST_LETTERS / 4)
    if confidence <= _UNSURE and code != hinted and (unseen := _unseen(text)):
        return Language(code=unseen, confidence=_UNSURE)
    if confidence < 0.4 and code != hinted:
        if hinted and hinted not in eldc.LANGUAGES:
            return Language(code=hinted, confidence=0.5)  # a language that the model has never seen
        return Language(code="und", confidence=round(confidence, 3))
    return Language(code=_spelled_apart(code, text, hinted), confidence=round(confidence, 3))


def uncertain(language: Language) -> list[Warning]:
    """A warning where a text is too short or too mixed for its language to be told, or where that is hardly known."""
    if language.code == "und":
        message = "the language cannot be told: the text is too short, mixed, or in one that is not known"
    elif language.code in _UNSEEN:
        message = f"{language.code} is told by its commonest words alone"
    elif language.confidence < _CERTAIN:
        message = f"only {language.confidence:.0%} of the text is surely {language.code}: it is short or mixed"
    else:
        return []
    return [Warning(code="language_uncertain", message=message)]


# Of these one is taken for the other.
_ALIKE = (frozenset({"hr", "sr", "bs"}), frozenset({"da", "no"}), frozenset({"id", "ms"}), frozenset({"cs", "sk"}))


def contradicted(stated: str | None, language: Language) -> list[Warning]:
    """A warning where the publisher states a language that the text is not in, or that is no BCP 47 tag."""
    if not stated or not stated.strip():
        return []
    primary = _primary(stated)
    if primary is None:
        message = f"language {stated[:40]!r} is no BCP 47 tag; not used"
        return [Warning(code="stated_language_invalid", message=message)]
    is_alike = any(primary in alike and language.code in alike for alike in _ALIKE)
    if primary == language.code or is_alike or primary not in eldc.LANGUAGES or language.confidence < _CERTAIN:
        return []
    message = f"the publisher states {stated[:40]!r}, but the text is {language.code}"
    return [Warning(code="stated_language_disagrees", message=message)]


def _primary(tag: str | None) -> str | None:
    """The language subtag in eldc's spelling; Norwegian's two written forms are one to the model."""
    if not tag:
        return None
    primary = tag.replace("_", "-").split("-")[0].strip().casefold()
    primary = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}.get(primary, primary)
    return primary if 2 <= len(primary) <= 3 and primary.isascii() and primary.isalpha() else None


def _pieces(text: str) -> list[str]:
    """The paragraphs, the long ones cut; of a very long text a regular sample."""
    pieces = [
        line[start : start + _PIECE_LENGTH]
        for line in text.splitlines()
        if line.strip()
        for start in range(0, len(line), _PIECE_LENGTH)
    ]
    step = -(-len(pieces) // _MOST_PIECES) if pieces else 1
    return pieces[::step]


def _unseen(text: str) -> str | None:
    """The language of a text that is none of eldc's, by its commonest words; None where they do not tell."""
    words = _WORD.findall(text[:20_000].casefold())
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {code: sum(word in known for word in words) / len(words) for code, known in _UNSEEN.items()}
    nguni = max(shares["xh"], shares["zu"])
    if nguni == max(shares.values()) and len(_NGUNI.findall(" ".join(words))) >= _LEAST_NGUNI * len(words):
        return "xh" if shares["xh"] > shares["zu"] else "zu"
    code = max(shares, key=lambda code: shares[code])
    kinds = len(_UNSEEN[code].intersection(words))
    return code if shares[code] >= _LEAST_SHARE and kinds >= _FEWEST_KINDS else None


def _letters(piece: str) -> int:
    if piece.isascii():  # bytes are counted many times faster than characters
        return len(piece.encode().translate(None, delete=_NO_LETTERS))
    return sum(map(str.isalpha, piece)) + 2 * len(_IDEOGRAPH.findall(piece))


def _spelled_apart(code: str, text: str, hinted: str | None) -> str:
    if code == "nl":
        sample = text[:20_000].casefold()
        return "af" if len(_AFRIKAANS.findall(sample)) > 2 * len(_DUTCH.findall(sample)) else "nl"
    if code != "ms":
        return code
    sample = text[:20_000].casefold()
    indonesian, malay = len(_INDONESIAN.findall(sample)), len(_MALAY.findall(sample))
    if indonesian == malay:
        return "id" if hinted == "id" else "ms"
    return "id" if indonesian > malay else "ms"
