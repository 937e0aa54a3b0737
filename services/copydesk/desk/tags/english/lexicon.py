"""What is known of a word before it is read in its sentence: its word clusters and the lists of names it is in.

The lists are kept as sorted 32-bit hashes with a set of classes each, so that 300,000 entries take 2 MB; one unknown
word in some ten thousand is taken for a known one.
"""

import zlib
from collections.abc import Iterable, Sequence
from enum import IntFlag
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

UInts = NDArray[np.uint32]


class Kind(IntFlag):
    """Lists that a name can be in. Of people's names the commoner half is told from the rest."""

    FIRST_COMMON = 1
    FIRST = 2
    LAST_COMMON = 4
    LAST = 8
    CITY_LARGE = 16
    CITY = 32
    COUNTRY = 64
    REGION = 128
    ORGANISATION = 256
    COMPANY = 512
    DEMONYM = 1024
    ORGANISATION_WORD = 2048
    PLACE_WORD = 4096
    TITLE = 8192
    FIRST_WORLD = 16384


KINDS = len(Kind)


def fold_hash(words: Iterable[str]) -> UInts:
    """A hash of each word or phrase, capitals and digits folded. Never 0."""
    return np.fromiter((zlib.crc32(word.casefold().encode("utf-8", "replace")) | 1 for word in words), np.uint32)


class Lexicon(NamedTuple):
    """names: hashes of names and phrases, sorted; kinds: their classes (Kind).

    words: hashes of words, sorted; rows: the row of each in `clusters`; clusters: for each row the number of its
    cluster among few, more and many (row 0 is for words unknown).
    """

    names: UInts
    kinds: NDArray[np.uint16]
    words: UInts
    rows: NDArray[np.uint16]
    clusters: NDArray[np.uint16]

    def kinds_of(self, hashes: UInts) -> NDArray[np.uint16]:
        """The classes of each hash; 0 where it is in no list."""
        return _look_up(self.names, self.kinds, hashes)

    def clusters_of(self, hashes: UInts) -> NDArray[np.uint16]:
        """The cluster numbers of each hash, one row each."""
        found: NDArray[np.uint16] = self.clusters[_look_up(self.words, self.rows, hashes)]
        return found


def _look_up(keys: UInts, values: NDArray[np.uint16], hashes: UInts) -> NDArray[np.uint16]:
    at = np.searchsorted(keys, hashes)
    at[at == len(keys)] = 0
    return np.where(keys[at] == hashes, values[at], np.uint16(0)).astype(np.uint16)


def phrase(words: Sequence[str]) -> str:
    """A name of several words as the lists have it: single spaces, no full stops after abbreviations."""
    return " ".join(words).replace(".", "")
