"""Small towns outside English: those of the countries where a language is spoken, behind a word that says where."""

from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.languages import get_official_languages

from copydesk.desk.tags.gazetteer import Sense, everyday, town

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
