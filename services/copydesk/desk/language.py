"""The language of the body."""

import re
from collections import defaultdict

import eldc

from copydesk.article import Language

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
    if confidence < 0.4 and code != hinted:
        if hinted and hinted not in eldc.LANGUAGES:
            return Language(code=hinted, confidence=0.5)  # a language that the model has never seen
        return Language(code="und", confidence=round(confidence, 3))
    return Language(code=_spelled_apart(code, text, hinted), confidence=round(confidence, 3))


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


def _letters(piece: str) -> int:
    if piece.isascii():  # bytes are counted many times faster than characters
        return len(piece.encode().translate(None, delete=_NO_LETTERS))
    return sum(map(str.isalpha, piece)) + 2 * len(_IDEOGRAPH.findall(piece))


def _spelled_apart(code: str, text: str, hinted: str | None) -> str:
    if code != "ms":
        return code
    sample = text[:20_000].casefold()
    indonesian, malay = len(_INDONESIAN.findall(sample)), len(_MALAY.findall(sample))
    if indonesian == malay:
        return "id" if hinted == "id" else "ms"
    return "id" if indonesian > malay else "ms"
