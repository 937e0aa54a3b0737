"""Names in languages without a tagger: only what lists and patterns can tell with some certainty.

People by a known first name and what follows it, countries by the names CLDR gives them in the language, cities by
name, organisations by their initials or a name of several words. Precision over recall: of what is found here at least
eight in ten should be right.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from copydesk.desk.tags.lexicon import Kind as Listed
from copydesk.desk.tags.lexicon import fold_hash, phrase
from copydesk.desk.tags.link import Found, Kind
from copydesk.desk.tags.model import names_model
from copydesk.desk.tags.sentences import Tokens, tokenise

# How sure each rule is; above the default threshold, since only rules that are go in.
_SURE = 0.85
_LONGEST = 4

_FIRST = int(Listed.FIRST_COMMON | Listed.FIRST_WORLD)
_LAST = int(Listed.LAST_COMMON | Listed.LAST)
_COMMON_PERSON = int(Listed.FIRST_COMMON | Listed.FIRST_WORLD | Listed.LAST_COMMON)
_PLACE = int(Listed.CITY_LARGE | Listed.COUNTRY)
_WORDS = int(Listed.ORGANISATION_WORD | Listed.PLACE_WORD)
_PARTICLE_WORDS = "van von de del della di da dos das do du la le bin ibn al el af av ten ter"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_AFTER_PARTICLES = _PARTICLES | {"der", "den", "dem"}
# Written without spaces between words.
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
# A capital says little there: "zum ersten Mal Stahl" has a given name of the world's and a surname of the lists.
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
# Given names somewhere that are nouns there: "am Rand von Elmshorn", "Roman von ...", "ab Juli Monat für Monat".
_NOUN_WORDS = (
    "April Art August Bar Bund Chance Ernst Fan General Juli Juni Land Liga Major Mai Marine März Mode Ort Page Prinz "
    "Professor Rand Roman Rose Server Sonne Star Stern Trainer Union"
)
_NOUNS = frozenset(_NOUN_WORDS.split())
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*\Z")


def listed_names(text: str, language: str) -> list[Found]:
    """The names in a text, in order, without overlaps."""
    base = language.replace("_", "-").partition("-")[0].lower()
    if base in _UNSPACED:
        return list(_unspaced_countries(text, base))
    tokens = tokenise(text)
    taken: set[int] = set()
    found = []
    for first, last, kind in (
        *_people(tokens, base),
        *_organisations(tokens),
        *_countries(tokens, base),
        *_cities(tokens),
    ):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            found.append(_found(text, tokens, first, last, kind))
    names = {name.text for name in found}
    return sorted(_without_genitive(name) if name.text[:-1] in names else name for name in found)


def _without_genitive(name: Found) -> Found:
    """Merkels is Merkel where the text has both."""
    if not name.text.endswith("s"):
        return name
    return name._replace(end=name.end - 1, text=name.text[:-1])


def _found(text: str, tokens: Tokens, first: int, last: int, kind: Kind) -> Found:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    after = tokens.words[last] if last < len(tokens.words) else ""
    return Found(start, end, kind, text[start:end], after, _SURE)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and _NAME_WORD.match(word) is not None


def _kinds(words: list[str]) -> list[int]:
    kinds: list[int] = names_model().lexicon.kinds_of(fold_hash(words)).tolist()
    return kinds


def _people(tokens: Tokens, base: str) -> Iterator[tuple[int, int, Kind]]:
    """A known first name, perhaps more of them or a particle, and a surname that is listed or is used again alone."""
    words = tokens.words
    kinds = _kinds(words)
    again = Counter(words)
    lower = {word for word in again if word.islower()}
    surnames: dict[str, int] = {}
    full: list[tuple[int, int]] = []
    for first, last in tokens.sentences:
        index = first
        while index < last - 1:
            end = _person_end(words, kinds, index, last)
            if end:
                given, surname = words[index], words[end - 1]
                if base in _NOUNS_IN_CAPITALS and given in _NOUNS:
                    index += 1
                    continue
                known = kinds[index] & int(Listed.FIRST_COMMON) or again[surname] > again[given]
                if base not in _NOUNS_IN_CAPITALS:
                    known = known or kinds[end - 1] & _LAST
                if (
                    known
                    and lower.isdisjoint((given.lower(), surname.lower()))
                    and not kinds[end - 1] & (_WORDS | _PLACE)
                ):
                    full.append((index, end))
                    surnames[surname] = kinds[end - 1]
                index = end
            else:
                index += 1
    yield from ((first, last, "PER") for first, last in full)
    inside = {index for first, last in full for index in range(first, last)}
    for index, word in enumerate(words):
        if index not in inside and word in surnames and not surnames[word] & _PLACE:
            yield index, index + 1, "PER"


def _person_end(words: list[str], kinds: list[int], index: int, last: int) -> int:
    """Where the full name that begins at a word ends; 0 if none does."""
    given = words[index]
    if not (kinds[index] & _FIRST and len(given) > 2 and _is_name_word(given) and not kinds[index] & (_PLACE | _WORDS)):
        return 0
    end = index + 1
    while end < min(last, index + _LONGEST + 1):
        particles = _AFTER_PARTICLES if words[end - 1] in _PARTICLES else _PARTICLES
        if not (_is_name_word(words[end]) or words[end] in particles or _INITIAL.match(words[end])):
            break
        end += 1
    # A run that goes on is a title or a row of nouns.
    if end - index < 2 or end - index > _LONGEST or not _is_name_word(words[end - 1]):
        return 0
    return end


def _phrases(tokens: Tokens, shortest: int) -> Iterator[tuple[int, int, str]]:
    words = tokens.words
    for first, last in tokens.sentences:
        for start in range(first, last):
            if words[start][0].isupper():
                for end in range(min(start + _LONGEST, last), start + shortest - 1, -1):
                    if words[end - 1][0].isalpha():
                        yield start, end, phrase(words[start:end])


def _organisations(tokens: Tokens) -> Iterator[tuple[int, int, Kind]]:
    found = list(_phrases(tokens, 1))
    for (first, last, name), kind in zip(found, _kinds([name for _, _, name in found]), strict=True):
        if not kind & int(Listed.ORGANISATION):
            continue
        initials = last - first == 1 and len(name) > 2 and name.isupper() and not _in_capitals(tokens, first)
        if initials or (last - first > 1 and all(word[0].isupper() for word in tokens.words[first:last])):
            yield first, last, "ORG"


def _in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether the words next to a word are all in capitals too: a headline, where initials cannot be told."""
    around = tokens.words[max(0, index - 1) : index] + tokens.words[index + 1 : index + 2]
    around = [word for word in around if word.isalpha()]
    return bool(around) and all(word.isupper() for word in around)


@cache
def _country_names(language: str) -> frozenset[str]:
    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name for code, name in territories.items() if len(code) == 2 and len(name) > 1)


def _countries(tokens: Tokens, language: str) -> Iterator[tuple[int, int, Kind]]:
    names = _country_names(language)
    folded = {phrase(name.split()) for name in names if name[0].isupper() or not name[0].islower()}
    for first, last, name in _phrases(tokens, 1):
        if name in folded:
            yield first, last, "LOC"


def _unspaced_countries(text: str, language: str) -> Iterator[Found]:
    names = sorted((name for name in _country_names(language) if name.isalpha()), key=lambda name: (-len(name), name))
    if names:
        for match in re.finditer("|".join(map(re.escape, names)), text):
            yield Found(match.start(), match.end(), "LOC", match[0], "", _SURE)


def _cities(tokens: Tokens) -> Iterator[tuple[int, int, Kind]]:
    found = list(_phrases(tokens, 1))
    lower = {word for word in tokens.words if word.islower()}
    openings = {first for first, _ in tokens.sentences}
    for (first, last, name), kind in zip(found, _kinds([name for _, _, name in found]), strict=True):
        one = last - first == 1
        if not kind & int(Listed.CITY_LARGE) or kind & (_COMMON_PERSON | _WORDS):
            continue
        if one and (len(name) < 5 or not _is_name_word(name) or name.lower() in lower):
            continue
        # Clubs and universities go by their town: "FC Toulouse".
        before = tokens.words[first - 1] if first else ""
        if kind & int(Listed.ORGANISATION) and before[:1].isupper() and (before.isupper() or first - 1 not in openings):
            continue
        if all(word[0].isupper() for word in tokens.words[first:last]):
            yield first, last, "LOC"
