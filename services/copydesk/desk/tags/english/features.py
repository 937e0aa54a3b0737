"""What the tagger sees of each word: hashed features, the same in training and in use.

Two tables come out. What a word form is (its spelling, shape, clusters, lists, and how this text uses it) is computed
once for each distinct word and read by its neighbours too; what a word in its place is (its sentence, the run of
capitalised words it stands in, phrases of the lists) is computed for each occurrence.
"""

import re
import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.tags.english.lexicon import KINDS, Kind, Lexicon, UInts, fold_hash, phrase
from copydesk.desk.tags.english.sentences import Tokens

# Neighbours that a word's own traits are visible to, in words.
REACH = 2
# The longest name in the lists, in words.
LONGEST_PHRASE = 4

# Runs of capitalised words go on across these.
_JOINTS = frozenset(
    {"of", "de", "&", "van", "von", "der", "den", "la", "le", "al", "bin", "for", "and", "the", "du", "-"}
)
_TITLE_WORDS = (
    "mr mrs ms miss dr prof professor president minister chancellor senator sen rep gov governor mayor sir lord lady "
    "king queen prince princess pope judge justice captain coach general gen colonel col lt sgt chairman"
)
_TITLES = frozenset(_TITLE_WORDS.split())

_CAPITAL, _UPPER, _LOWER, _DIGIT, _SIGN = range(1, 6)


class Features(NamedTuple):
    """forms: a row of hashed traits for each distinct word; form_of: for each word its row in `forms`.

    places: for each word in its place, a row of hashed traits. 0 is no trait.
    """

    forms: UInts
    form_of: NDArray[np.intp]
    places: UInts


# Columns of Features.forms that neighbours read, by distance; a word reads all of its own.
NEAR = (0, 1, 4, 6, 7, 8, 9, 10, 13)
FAR = (0, 7)


class _Read(NamedTuple):
    """A text's words beside what is known of each distinct one.

    form_of: for each word the number of its form; case_of: for each word its case. Of each form: cases, hashes, kinds
    (the lists it is in), clusters.
    """

    tokens: Tokens
    form_of: NDArray[np.intp]
    case_of: list[int]
    forms: list[str]
    cases: UInts
    hashes: UInts
    kinds: UInts
    clusters: UInts


def extract(tokens: Tokens, lexicon: Lexicon) -> Features:
    """The features of each word of a text."""
    numbers: dict[str, int] = {}
    forms_in_order = [numbers.setdefault(word, len(numbers)) for word in tokens.words]
    forms = list(numbers)
    cases = [_case(word) for word in forms]
    hashes = fold_hash(forms)
    read = _Read(
        tokens,
        np.array(forms_in_order, np.intp),
        [cases[form] for form in forms_in_order],
        forms,
        np.array(cases, np.uint32),
        hashes,
        lexicon.kinds_of(hashes).astype(np.uint32),
        lexicon.clusters_of(hashes).astype(np.uint32),
    )
    return Features(_forms(read), read.form_of, _places(read, _listed_phrases(read, lexicon)))


def _case(word: str) -> int:
    first = word[0]
    if first.islower():
        return _LOWER
    if first.isupper():
        return _UPPER if len(word) > 1 and word.isupper() else _CAPITAL
    if first.isdigit():
        return _DIGIT
    return _LOWER if first.isalpha() else _SIGN


_SHAPES = ((re.compile(r"[A-ZÀ-ÖØ-Þ]+"), "X"), (re.compile(r"[^\W\d_X]+"), "x"), (re.compile(r"\d+"), "d"))


def _shape(word: str) -> str:
    """X for capitals, x for other letters, d for digits, each once in a row: Xx-x for Jae-in."""
    if word.isascii() and word.isalpha():
        if word.islower():
            return "x"
        if len(word) > 1 and word[0].isupper() and word[1:].islower():
            return "Xx"
    for pattern, sign in _SHAPES:
        word = pattern.sub(sign, word)
    return word[:8]


def _mix(column: int, values: NDArray[np.integer]) -> UInts:
    """Hashes of small numbers, different in each column."""
    wide = (values.astype(np.uint64) + np.uint64(column << 32)) * np.uint64(0x9E3779B97F4A7C15)
    return ((wide >> np.uint64(32)).astype(np.uint32)) | np.uint32(1)


# What a hash of each part of a word begins with.
_WHOLE, _SHAPED, _FIRST_3, _FIRST_4, _LAST_2, _LAST_3, _LAST_4, _PRINTED = (
    zlib.crc32(sign) for sign in b"w x 3 4 b c d W".split()
)
_EIGHT = struct.Struct("8I")


_LONGEST_REMEMBERED = 24  # characters; what is longer is rare, and may be a megabyte


def _spelling(word: str) -> bytes:
    """Hashes of a word, its shape, its beginnings and ends, and as printed: eight numbers of 32 bits."""
    return _remembered(word) if len(word) <= _LONGEST_REMEMBERED else _spelled(word)


@lru_cache(1 << 14)  # most words of an article were in the last ones: some 5 MB for a tenth of the tagger's time
def _remembered(word: str) -> bytes:
    return _spelled(word)


def _spelled(word: str) -> bytes:
    lower = word.lower() if word.isalpha() else _DIGITS.sub("0", word.lower())
    parts = (lower, lower[:3], lower[:4], lower[-2:], lower[-3:], lower[-4:])
    whole, first_3, first_4, last_2, last_3, last_4 = (part.encode("utf-8", "replace") for part in parts)
    return _EIGHT.pack(
        zlib.crc32(whole, _WHOLE) | 1,
        zlib.crc32(_shape(word).encode("utf-8", "replace"), _SHAPED) | 1,
        zlib.crc32(first_3, _FIRST_3) | 1,
        zlib.crc32(first_4, _FIRST_4) | 1,
        zlib.crc32(last_2, _LAST_2) | 1,
        zlib.crc32(last_3, _LAST_3) | 1,
        zlib.crc32(last_4, _LAST_4) | 1,
        zlib.crc32(word.encode("utf-8", "replace"), _PRINTED) | 1,
    )


def _forms(read: _Read) -> UInts:
    spelling = np.frombuffer(b"".join(map(_spelling, read.forms)), np.uint32).reshape(-1, 8)
    case, kinds, usage = read.cases, read.kinds, _usage(read)
    coarse, middle, fine = read.clusters.T
    columns = [
        spelling[:, 0],  # 0 the word
        spelling[:, 1],  # 1 its shape
        spelling[:, 2],
        spelling[:, 3],
        spelling[:, 4],  # 4 its last two letters
        spelling[:, 5],
        _mix(6, coarse * 8 + case),  # 6
        _mix(7, middle),  # 7
        _mix(8, fine),  # 8
        _mix(9, kinds),  # 9 the lists it is in, all together
        _mix(10, kinds & _PEOPLE),  # 10
        _mix(11, kinds & _PLACES),
        _mix(12, kinds & _ORGANISATIONS),
        _mix(13, case),  # 13
        spelling[:, 6],
        spelling[:, 7],
        _mix(16, middle * 8 + case),
        _mix(17, fine * 8 + case),
        _mix(18, (usage & 0xFF) * 8 + case),  # how this text uses it
        _mix(19, (usage >> 8) * 8 + case),
    ]
    return np.stack(columns, axis=1)


_DIGITS = re.compile(r"\d")
_PEOPLE = np.uint32(Kind.FIRST_COMMON | Kind.FIRST | Kind.LAST_COMMON | Kind.LAST | Kind.FIRST_WORLD)
_PLACES = np.uint32(Kind.CITY_LARGE | Kind.CITY | Kind.COUNTRY | Kind.REGION | Kind.PLACE_WORD)
_ORGANISATIONS = np.uint32(Kind.ORGANISATION | Kind.COMPANY | Kind.ORGANISATION_WORD)


def _usage(read: _Read) -> UInts:
    """How the text uses a word: seen in lower case, capitalised inside a sentence, after a first name or a title."""
    inside, clues = [0] * len(read.forms), [0] * len(read.forms)
    words, case_of = read.tokens.words, read.case_of
    forms, kinds = read.form_of.tolist(), read.kinds.tolist()
    for first, last in read.tokens.sentences:
        if _is_shouted(case_of, first, last):
            continue
        for index in range(first + 1, last):
            if case_of[index] <= _UPPER:
                form = forms[index]
                inside[form] += 1
                is_before_name = index + 1 < last and case_of[index + 1] <= _UPPER
                clues[form] |= _clue(
                    words[index - 1],
                    kinds[forms[index - 1]] if case_of[index - 1] <= _UPPER else 0,
                    kinds[forms[index + 1]] if is_before_name else 0,
                    is_before_name,
                )
    times = np.bincount(read.form_of, minlength=len(read.forms)).tolist()
    cases = read.cases.tolist()
    lower = {word: times[form] for form, word in enumerate(read.forms) if cases[form] == _LOWER}
    return np.array(
        [
            (min(lower.get(word.lower(), 0), 2) * 4 + min(often, 3) + 1) | (clue + 1) << 8
            for word, often, clue in zip(read.forms, inside, clues, strict=True)
        ],
        np.uint32,
    )


def _clue(before: str, kinds_before: int, kinds_after: int, is_before_name: bool) -> int:
    """What a capitalised word's neighbours say it is: 1, 2 a person, 4 an organisation, 8 a place."""
    clue = 0
    if before.rstrip(".").lower() in _TITLES:
        clue = 1
    elif kinds_before & _FIRST_NAMES:
        clue = 2
    if is_before_name:
        return clue | 4 if kinds_after & int(Kind.ORGANISATION_WORD) else clue
    return clue | 8 if before in _AT else clue


_AT = frozenset({"in", "at"})
_FIRST_NAMES = int(Kind.FIRST_COMMON | Kind.FIRST | Kind.FIRST_WORLD)


def _is_shouted(case_of: list[int], first: int, last: int) -> bool:
    """Whether a sentence has hardly a word in lower case: a headline in capitals or in title case."""
    cases = case_of[first:last]
    capital = cases.count(_CAPITAL) + cases.count(_UPPER)
    return capital > 3 and capital > 3 * cases.count(_LOWER)


def _sentence_mode(case_of: list[int], first: int, last: int) -> int:
    cases = case_of[first:last]
    upper, capital, lower = cases.count(_UPPER), cases.count(_CAPITAL), cases.count(_LOWER)
    if upper > 2 and upper > 2 * (capital + lower):
        return 1
    if capital + upper > 3 and capital + upper > 2 * lower:
        return 2
    if capital + upper == 0:
        return 3
    return 0


def _places(read: _Read, listed: UInts) -> UInts:
    form_of = read.form_of
    total = len(form_of)
    where = np.zeros(total, np.uint32)  # first in its sentence, and the sentence's use of capitals
    first_of = np.zeros(total, bool)
    runs = np.zeros((total, 5), np.uint32)
    words = read.hashes[form_of]
    for first, last in read.tokens.sentences:
        where[first:last] = _sentence_mode(read.case_of, first, last) * 4
        where[first] += 1
        first_of[first] = True
    _mark_runs(read, words, runs)

    def before(values: UInts) -> UInts:
        return _shift(values, 1, first_of)

    def after(values: UInts) -> UInts:
        return _shift(values, -1, first_of)

    case = read.cases[form_of]
    where = where * 8 + case
    coarse = read.clusters[:, 0][form_of] * 8 + case
    people = read.kinds[form_of] & _PEOPLE
    columns = [
        _mix(32, where),
        _mix(33, before(case) * 64 + case * 8 + after(case)),
        _mix(34, before(coarse) * 1024 + coarse),
        _mix(35, coarse * 1024 + after(coarse)),
        _pair(36, before(words), words),
        _pair(37, words, after(words)),
        _mix(38, listed * 8 + case),
        _mix(39, before(listed)),
        _mix(40, after(listed)),
        _pair(41, runs[:, 0], runs[:, 4]),
        _pair(42, runs[:, 1], runs[:, 4]),
        _pair(43, runs[:, 2], runs[:, 3]),
        _mix(44, runs[:, 4]),
        _pair(45, runs[:, 3], case),
        _pair(46, before(people), people),
        _pair(47, people, after(people)),
        _mix(48, where * 64 + listed),
    ]
    return np.stack(columns, axis=1)


def _pair(column: int, left: UInts, right: UInts) -> UInts:
    return _mix(column, left.astype(np.uint64) * np.uint64(0x85EBCA6B) + right)


def _shift(values: UInts, by: int, first_of: NDArray[np.bool_]) -> UInts:
    """Each word's neighbour's value; 0 beyond the sentence."""
    moved = np.zeros_like(values)
    if by > 0:
        moved[1:] = values[:-1]
        moved[first_of] = 0
    else:
        moved[:-1] = values[1:]
        moved[:-1][first_of[1:]] = 0
    return moved


def _mark_runs(read: _Read, word_of: UInts, runs: UInts) -> None:
    """Mark each word of a run of capitalised words with the run's first and last word and the words around it.

    Columns: first word, last word, word before, word after; place in the run and its length.
    """
    words, case_of = read.tokens.words, read.case_of
    sentences = iter(read.tokens.sentences)
    nothing = len(words)
    marked, edges, places = list[int](), list[tuple[int, int, int, int]](), list[int]()
    first = last = end = 0
    for index in [place for place, case in enumerate(case_of) if case <= _UPPER]:
        if index < end:
            continue
        while index >= last:
            first, last = next(sentences)
        end = index + 1
        while end < last:
            if case_of[end] <= _UPPER:
                end += 1
            elif end + 1 < last and words[end] in _JOINTS and case_of[end + 1] <= _UPPER:
                end += 2
            else:
                break
        length = min(end - index, 4)
        before, after = index - 1 if index > first else nothing, end if end < last else nothing
        for at in range(index, end):
            marked.append(at)
            edges.append((index, end - 1, before, after))
            places.append(length * 16 + min(at - index, 3) * 4 + min(end - 1 - at, 3))
    if marked:
        runs[marked, :4] = np.append(word_of, np.uint32(7))[np.array(edges)]
        runs[marked, 4] = places


def _listed_phrases(read: _Read, lexicon: Lexicon) -> UInts:
    """For each word, which kinds of listed names of two words or more it is in, and whether it begins one."""
    tokens, case_of = read.tokens, read.case_of
    words = tokens.words
    candidates: list[tuple[int, int]] = []
    phrases: list[str] = []
    for first, last in tokens.sentences:
        for start in range(first, last - 1):
            if case_of[start] > _UPPER:
                continue
            for end in range(start + 2, min(start + LONGEST_PHRASE, last) + 1):
                if case_of[end - 1] <= _UPPER:
                    candidates.append((start, end))
                    phrases.append(phrase(words[start:end]))
    listed = np.zeros(len(words), np.uint32)
    if not candidates:
        return listed
    kinds = lexicon.kinds_of(fold_hash(phrases))
    for place in np.flatnonzero(kinds).tolist():
        start, end = candidates[place]
        kind = int(kinds[place])
        mark = (
            (1 if kind & int(_PLACES) else 0)
            | (2 if kind & int(_ORGANISATIONS) else 0)
            | (4 if kind & int(_PEOPLE) else 0)
        )
        if mark:
            listed[start:end] |= mark
            listed[start] |= 8
    return listed


def keys(traits: UInts, distance: int) -> UInts:
    """The keys of traits seen from a distance (in words), as the weights are filed under."""
    if distance == 0:
        return traits
    return _mix(64 + distance, traits)


def columns_seen(distance: int) -> Sequence[int] | slice:
    """Which columns of a word's forms are seen from a distance."""
    if distance == 0:
        return slice(None)
    return NEAR if abs(distance) == 1 else FAR


__all__ = ["KINDS", "REACH", "Features", "columns_seen", "extract", "keys"]
