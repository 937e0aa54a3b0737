"""Words with their places in the text, for the tags of countries, topics and keywords."""

import re
import unicodedata
from typing import NamedTuple

# A word: letters and digits with the vowel signs of scripts whose signs Python's \w leaves out; or an abbreviation with
# points inside ("U.S."). Hyphens and apostrophes end a word, so that "U.S.-led" and "China's" need no special care.
_SIGNS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
    r"\u0e30-\u0e4e\u0eb0-\u0ece\u0f18-\u0fbc\u1000-\u1049\u1050-\u109f\u1780-\u17d3"
)
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[\w{_SIGNS}]+")


class Token(NamedTuple):
    """A word: as printed, folded, and [start, end) in code points."""

    text: str
    key: str
    start: int
    end: int


_token = Token._make


def tokenize(text: str) -> list[Token]:
    """The words of a text in order."""
    text = text.replace("_", " ")
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    keys = [word.lower() if word.isascii() and word.isalnum() else fold(word) for word in words]
    # A sign that stands alone has no key and is no word.
    return [_token((word, key, *span)) for word, key, span in zip(words, keys, spans, strict=True) if key]


def fold(text: str) -> str:
    """The key of a word or a name: marks off, case folded, points dropped. Hangul stays whole syllables."""
    if text.isascii():
        return text.lower().replace(".", "")
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return text.casefold().replace(".", "")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().replace(".", "")


def stem(key: str, language: str) -> str:
    """A folded word without the endings of number, and of gender and case where they are regular. Light: it joins
    "tariff" and "tariffs", "nucléaire" and "nucléaires", and no two words that a reader would call different."""
    if language == "en":
        return _english(key)
    if language == "de":
        return next((key.removesuffix(end) for end in _GERMAN_ENDINGS if len(key) > 5 and key.endswith(end)), key)
    if language in _ROMANCE:
        return _romance(key)
    return key


def stems(tokens: list[Token], language: str) -> list[str]:
    """The stem of each word. English is most of what comes: most of its words end in no s, and are their own stems."""
    if language == "en":
        return [_english(token.key) if token.key[-1] == "s" else token.key for token in tokens]
    return [stem(token.key, language) for token in tokens]


_GERMAN_ENDINGS = ("en", "es", "e", "n", "s")
_ROMANCE = frozenset({"es", "fr", "it", "pt"})


def _english(key: str) -> str:
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key


def _romance(key: str) -> str:
    if len(key) > 4 and key.endswith("aux"):
        return key[:-2] + "l"
    if len(key) > 3 and key[-1] in "sx":
        key = key[:-1]
    return key[:-1] if len(key) > 4 and key[-1] in "aoe" else key
