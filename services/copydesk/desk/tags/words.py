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


# Languages whose words have no spaces between, and the characters of which each is taken for a word.
BY_CHARACTER = frozenset({"ja", "zh"})
_CHARACTERS = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff"
_PIECE = re.compile(rf"[{_CHARACTERS}]|(?:(?![{_CHARACTERS}])\w)+")


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


def cut(text: str, language: str) -> list[Token]:
    """The words of a text in order; of Chinese and Japanese (ISO 639), each character of Han and kana by itself.

    The key of a character is the character: folding would take the marks off kana. Wide letters are as narrow ones.
    """
    if language not in BY_CHARACTER:
        return tokenize(text)
    found = [match.span() for match in _PIECE.finditer(text)]
    pieces = [text[start:end] for start, end in found]
    keys = [piece if len(piece) == 1 else unicodedata.normalize("NFKC", piece).casefold() for piece in pieces]
    return [_token((piece, key, *span)) for piece, key, span in zip(pieces, keys, found, strict=True)]


def fold(text: str) -> str:
    """The key of a word or a name: marks off, case folded, points dropped. Hangul stays whole syllables."""
    if text.isascii():
        return text.lower().replace(".", "")
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return text.casefold().replace(".", "")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().replace(".", "")
