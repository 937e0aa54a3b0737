"""A page's characters as arrays: what kind each is, and the words that they make, for counting without a loop."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.int64]


class Kind:
    """What a character is to the judge.

    Plain numbers: before numpy compares bytes with the member of an IntEnum it makes wide integers of them.
    """

    SPACE = 0
    LOWER = 1
    UPPER = 2
    CASELESS = 3  # letters of scripts without case, and marks on letters
    IDEOGRAPH = 4  # Han, kana, Thai, Lao, Khmer, Burmese: words without spaces between
    DIGIT = 5
    STOP = 6  # ends a sentence
    COMMA = 7  # parts a sentence
    QUOTE = 8
    BRACKET = 9
    SEPARATOR = 10  # stands between items
    MARK = 11  # Markdown's and w3m's own signs
    SYMBOL = 12


class Sign:
    """Signs that the judge counts apart: plain numbers, too."""

    RIGHTS = 1
    AT = 2
    BAR = 3
    ARROW = 4
    QUESTION = 5


_COUNTED = {Sign.RIGHTS: "©®™", Sign.AT: "@", Sign.BAR: "|｜", Sign.ARROW: ">»→▸►›", Sign.QUESTION: "?？؟"}
_SIGNS = {
    Kind.STOP: ".!?…。！？؟۔।॥．",
    Kind.COMMA: ",;:、，；：،؛",
    Kind.QUOTE: "\"'“”„‟‘’‚‛«»‹›「」『』《》",
    Kind.BRACKET: "()[]{}（）［］【】",
    Kind.SEPARATOR: "|>/\\•·–—→▸►‣●○■□◦▪☆★-<｜／・",
    Kind.MARK: "*_#`~=^+",
}
_CATEGORIES = {"Lu": Kind.UPPER, "Lt": Kind.UPPER, "Ll": Kind.LOWER, "Nd": Kind.DIGIT}
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
             (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))  # fmt: skip
_BMP = 0x10000

# A word's hash is a polynomial in its characters; all characters from the 32nd on share a power.
_LONGEST = 32
_STEM = 4  # characters
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Characters:
    """All lines of a page as one run of characters, each line ended by a newline.

    codes, kinds: of each character. starts: where each line begins. line: of each character.
    words: the hash of each word, case folded and digits masked; stems: that of its first four characters.
    word_start: where it begins; word_line: its line. A character of a script without spaces is a word.
    """

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    starts: Array
    line: Array
    words: NDArray[np.uint64]
    stems: NDArray[np.uint64]
    word_start: Array
    word_line: Array


def read_characters(texts: Sequence[str]) -> Characters:
    """The characters of `texts`, none of which is empty or holds a newline."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    kind_of, folded = _tables()
    kinds = kind_of.take(codes, mode="clip")
    ends = np.flatnonzero(codes == 10)
    starts = np.concatenate(([0], ends[:-1] + 1))
    line = np.repeat(np.arange(len(texts)), ends - starts + 1)

    is_word = (kinds >= Kind.LOWER) & (kinds <= Kind.DIGIT)
    alone = kinds == Kind.IDEOGRAPH
    begins = is_word.copy()
    begins[1:] &= ~is_word[:-1] | alone[1:] | alone[:-1]
    at = np.flatnonzero(is_word)
    first = np.flatnonzero(begins[at])
    word_start = at[first]
    position = np.arange(len(at)) - np.repeat(first, np.append(first[1:], len(at)) - first)
    power = _powers().take(position, mode="clip")
    letters = folded.take(codes[at], mode="clip") * power
    if len(word_start):
        words = mix(np.add.reduceat(letters, first))
        stems = mix(np.add.reduceat(letters * (position < _STEM), first))
    else:
        words = stems = np.zeros(0, np.uint64)
    return Characters(codes, kinds, starts, line, words, stems, word_start, line[word_start])


def in_order(words: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Hashes sorted, those that are the same in the order of their places; and the place of each. Each loses the lowest
    bits, as many as the places take: sorting numbers is several times faster than sorting their places.
    """
    bits = np.uint64(len(words).bit_length())
    keys = np.sort((words >> bits << bits) | np.arange(len(words), dtype=np.uint64))
    return keys >> bits, (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.intp)


def mix(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of SplitMix64: every bit of the input moves every bit of the output."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def sign_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Which Sign each character is, or 0."""
    found: NDArray[np.uint8] = _signs().take(codes, mode="clip")
    return found


@cache
def _signs() -> NDArray[np.uint8]:
    signs = np.zeros(_BMP + 1, np.uint8)
    for sign, chars in _COUNTED.items():
        signs[[ord(char) for char in chars]] = sign
    return signs


@cache
def _powers() -> NDArray[np.uint64]:
    powers = np.full(_LONGEST, _PRIME)
    return np.multiply.accumulate(powers)


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """The kind of each code point and the number of what it is folded to; the last entry is all beyond the BMP.

    Unicode 3.2 is the one version that every Python has: the same text is the same words everywhere.
    """
    category = unicodedata.ucd_3_2_0.category
    kinds = np.full(_BMP + 1, Kind.SYMBOL, np.uint8)
    folded = np.arange(_BMP + 1, dtype=np.uint64)
    for code in range(_BMP):
        char = chr(code)
        kind = category(char)
        if kind in _CATEGORIES:
            kinds[code] = _CATEGORIES[kind]
        elif kind[0] in "LM":
            kinds[code] = Kind.CASELESS
        elif kind[0] in "ZC":
            kinds[code] = Kind.SPACE if kind != "Cn" else Kind.SYMBOL
        if kind in ("Lu", "Lt"):
            lower = char.lower()
            folded[code] = ord(lower) if len(lower) == 1 else code
        elif kind == "Nd":
            folded[code] = ord("0")
    for first, last in _UNSPACED:
        letters = (kinds[first : last + 1] >= Kind.LOWER) & (kinds[first : last + 1] <= Kind.CASELESS)
        kinds[first : last + 1][letters] = Kind.IDEOGRAPH
    for sign, chars in _SIGNS.items():
        kinds[[ord(char) for char in chars]] = sign
    return kinds, folded + np.uint64(1)
