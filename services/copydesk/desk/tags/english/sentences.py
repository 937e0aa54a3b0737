"""Text as words and sentences, each word with its place in the text.

Real prose and text whose tokens are already set apart by spaces (as corpora are printed) both come out as words a
name can be cut from: "Kim's" is two words either way, "U.S." and "Jae-in" are one.
"""

import re
from typing import NamedTuple

# Words that keep the full stop that follows them.
_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Rev Hon Gov Sen Rep Gen Col Lt Sgt Capt Maj Cmdr Adm Pres Fr St Mt Ft vs "
    "Jr Sr Inc Corp Co Ltd Bros Dept Univ No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)

_WORD = re.compile(
    rf"""
    [^\W\d_]++(?=[ ,])                                       # most words, before anything else is tried
    | https?://[^\s<>"]+ | www\.[^\s<>"]+                      # an address on the web
    | [@#]\w+                                                # a handle, a hashtag
    | (?:[^\W\d_]\.){{2,}}                                   # U.S., a.m.
    | \d+(?:[.,:/]\d+)*                                      # 1,000.50 and 10:30 and 1/2
    | (?:{"|".join(_ABBREVIATIONS.split())})\.               # Mr.
    | [^\W\d_]\.(?=\ [^\W\d_])                               # an initial: J. Edgar
    | \w*n['’]t\b | ['’](?:s|S|re|ve|ll|d|m)\b              # what hangs on a word
    | (?:O|D|d|L|l|Mc|M)['’](?=[^\W\d_])[\w]+(?:-\w+)*       # O'Brien, D'Souza
    | \w+(?:[&\-‐‑]\w+)*                                     # Jae-in, AT&T
    | \.{{2,}} | -{{2,}} | `` | ''
    | \S
    """,
    re.VERBOSE,
)
_ENDS = frozenset({".", "!", "?", "...", "…", "。", "！", "？"})
_CLOSES = frozenset({'"', "”", "’", "'", ")", "]", "''", "»"})

# A sentence longer than this is cut in two: the tagger's memory grows with the longest.
LONGEST_SENTENCE = 120


class Tokens(NamedTuple):
    """Words in reading order.

    words: as printed. starts, ends: [start, end) in Unicode code points of the text.
    sentences: [first, last) indexes into words; they cover all words in order.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


def tokenise(text: str) -> Tokens:
    """Cut a text into words and sentences. A line break always ends a sentence."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[tuple[int, int]] = []
    first = 0
    offset = 0
    for line in text.splitlines(keepends=True):
        spans = [match.span() for match in _WORD.finditer(line)]
        words += [line[start:end] for start, end in spans]
        starts += [offset + start for start, _ in spans]
        ends += [offset + end for _, end in spans]
        offset += len(line)
        for last in _sentence_ends(words, first):
            sentences.append((first, last))
            first = last
    return Tokens(words, starts, ends, sentences)


def _sentence_ends(words: list[str], first: int) -> list[int]:
    ends = []
    total = len(words)
    index = first
    while index < total:
        closed = index + 1
        if words[index] in _ENDS:
            while closed < total and words[closed] in _CLOSES:
                closed += 1
            if closed < total and words[closed][0].islower():
                index = closed
                continue
            ends.append(closed)
            first = closed
        elif closed - first >= LONGEST_SENTENCE:
            ends.append(closed)
            first = closed
        index = closed
    if first < total:
        ends.append(total)
    return ends
