"""Small towns outside English: those of the countries where a language is spoken, behind a word that says where."""

from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale
from babel.languages import get_official_languages

from copydesk.desk.tags.english.sentences import Tokens
from copydesk.desk.tags.geography.gazetteer import Sense, everyday, first_names, town
from copydesk.desk.tags.keywords import function_words
from copydesk.desk.tags.words import fold

# What stands before a town and before little else that has a capital.
_WHERE_WORDS = {
    "da": "i", "de": "in aus nach bei", "es": "en", "fr": "à", "it": "a ad", "nb": "i på", "nl": "in te uit",
    "nn": "i på", "no": "i på", "pl": "w we z ze do", "pt": "em", "sv": "i",
}  # fmt: skip
_WHERE = {language: frozenset(words.split()) for language, words in _WHERE_WORDS.items()}
# People, a logarithm: of a town behind such a word (5,000), and of one behind any other in lower case (16,000).
_LEAST, _LEAST_ANYWHERE = 3.7, 4.2
_LARGE, _INSIDE = 5.0, frozenset("in en em i w we".split())  # people, a logarithm; words
_SHORTEST = 4  # letters
# Small words inside a town's name: "Figueira da Foz", "Bergen op Zoom".
_SMALL_WORDS = (
    "' ’ a aan am an auf bei d da das de degli dei del dell della den der des di do dos du el en im in l la las le les "
    "los nell ob op s sous sul sur the upon van vor zu zum zur"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST, _TOWN_OF_SOME_SIZE = 6, 4.7  # words; people, a logarithm (50,000)
# What a Polish town's name ends in behind these words, and in the nominative, marks off.
_POLISH = (
    ("owie", "ow"), ("cie", "t"), ("ach", "e"), ("ach", "y"), ("iu", ""), ("ie", ""), ("ie", "a"), ("ia", ""),
    ("u", ""), ("u", "e"), ("i", ""), ("i", "ia"), ("y", "a"), ("y", ""), ("a", ""), ("em", "e"), ("", "e"),
)  # fmt: skip


def home_senses(key: str, before: str, language: str) -> tuple[Sense, ...]:
    """What a town may be, by its folded name and the word before it; "" before a dateline's.

    Nothing where the language has such a word, or people such a name.
    """
    base = language.partition("-")[0]
    where = _WHERE.get(base)
    if where is None or len(key) < _SHORTEST or not key.isascii():
        return ()
    least = _LEAST if not before or before.lower() in where else _LEAST_ANYWHERE
    for form in _forms(key, base):
        known = town(form)
        if known is None or form in everyday(base) or "w" in known[0]:
            continue
        # People are called like it, too: only a large town, and where hardly a person stands.
        is_alike = "l" in known[0] or "f" in known[0]
        if is_alike and before and before.lower() not in _INSIDE and ("f" in known[0] or before.lower() != "à"):
            continue
        if senses := tuple(
            s for s in known[1] if s.code in _spoken_in(base) and s.population >= (_LARGE if is_alike else least)
        ):
            return senses
    return ()


def joined_towns(tokens: Tokens, language: str) -> Iterator[tuple[int, int]]:
    """Words [first, last) that are a town with small words in its name, of a country where the language is spoken or a
    large one; no part of a longer name, and none that begins as a person's unless it is large or a word says where.
    """
    words, base = tokens.words, language.partition("-")[0]
    at = 0
    for opening, end in tokens.sentences:
        for first in range(max(at, opening), end - 2):
            if first < at or not words[first][0].isupper() or words[first].isupper():
                continue
            before = words[first - 1] if first > opening else ""
            if before[:1].isupper() and not (first - 1 == opening and fold(before) in function_words(base)):
                continue
            last = next(
                (last for last in _ends(words, first, end) if _is_joined_town(words[first:last], before, base)), 0
            )
            if last:
                yield first, last
                at = last


def _ends(words: Sequence[str], first: int, end: int) -> Iterator[int]:
    """Where a name with small words in it may end, the longest first."""
    last = first + 1
    while last < min(first + _LONGEST, end) and (words[last][0].isupper() or words[last] in _SMALL):
        last += 1
    for stop in range(last, first + 2, -1):
        if words[stop - 1][0].isupper() and any(word in _SMALL for word in words[first:stop]):
            yield stop


def _is_joined_town(name: Sequence[str], before: str, language: str) -> bool:
    known = town(fold(" ".join(word for word in name if word.isalnum() or "-" in word)).replace("-", " "))
    if known is None:
        return False
    is_placed = before.lower() in _INSIDE or says_where(before.lower(), language)
    least = _TOWN_OF_SOME_SIZE if fold(name[0]) in first_names() and not is_placed else 0
    return any(
        sense.population >= max(least, _LEAST if sense.code in _spoken_in(language) else _LARGE) for sense in known[1]
    )


def says_where(word: str, language: str) -> bool:
    """Whether a town stands behind a word, in lower case, and hardly anything else that has a capital."""
    return word in _WHERE.get(language.partition("-")[0], ())


def is_home(code: str, language: str) -> bool:
    """Whether a language is official in a country."""
    return code in _spoken_in(language.partition("-")[0])


def _forms(key: str, language: str) -> Iterator[str]:
    """The name as it is, and as it may be in the nominative."""
    yield key
    if language == "pl" and " " not in key:
        for ending, nominative in _POLISH:
            if key.endswith(ending):
                yield key[: len(key) - len(ending)] + nominative


@cache
def _spoken_in(language: str) -> frozenset[str]:
    """The countries of which a language is official, as CLDR has it."""
    spoken = {"nb", "nn", "no"} if language in ("nb", "nn", "no") else {language}
    codes = [str(code) for code in Locale("en").territories if str(code).isalpha()]
    return frozenset(code for code in codes if not spoken.isdisjoint(get_official_languages(code, de_facto=True)))
