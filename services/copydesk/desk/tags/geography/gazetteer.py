"""The names that tell a country: models/countries.zip, read once, a language at a time.

How the archive is made, and what its members hold, stands in training/countries.py.
"""

import contextlib
import re
import zipfile
from collections.abc import Container
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from copydesk.desk.tags.key import name_key
from copydesk.desk.tags.table import any_of
from copydesk.desk.tags.words import Token, fold, tokenize


class Sense(NamedTuple):
    """One country that a phrase may mean.

    kind: n name, d people or adjective, s its stem, c city, r region, a a region's abbreviation, q office, holder or
    institution, h a mere hint, t town. division: the first-level division of a region or town, where known.
    population: its logarithm to base 10. capital: whether it is the country's.
    """

    code: str
    kind: str
    division: str = ""
    population: float = 0.0
    capital: bool = False


class Phrase(NamedTuple):
    """A phrase of a lexicon: its words' keys or stems, how it is printed, and what it may mean."""

    words: tuple[str, ...]
    printed: str
    senses: tuple[Sense, ...]
    whole: str = ""  # the key of a single word, of which `words` has the stem


# Written without spaces between words: a name is found wherever its characters stand.
UNSPACED = frozenset("bo dz ja km lo my th yue zh".split())
# Names take endings: a name is found where a word begins with its stem.
INFLECTED = frozenset(
    "az be bg bs cs el et eu fi hr hu hy is ka kk ko ky la lt lv mk ml mn kn pl ru sk sl sq sr ta te tr uk uz".split()
)
_NGUNI = ("base", "ase", "kwi", "kwa", "nase", "ne", "se", "ye", "we", "le", "i", "e", "o", "u")
# Conjunctions, prepositions and articles are written together with the name.
PROCLITICS = {
    "ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וה", "שב", "מה", "ה", "ב", "ל", "מ", "ו", "ש", "כ"),
    "xh": _NGUNI,
    "zu": _NGUNI,
}
_ARABIC_MARKS = frozenset(map(chr, range(0x64B, 0x653)))
_WIDEST_GAP = 2  # characters between two words of one name: a space, a hyphen, a point and a space
_VOWELS = frozenset("aeiouyаеиоуыэюяьйіїєαεηιουω")
_STAYING = frozenset("aoаоαο")  # before another vowel


class Lexicon:
    """The phrases of one language."""

    def __init__(
        self,
        language: str,
        rows: list[tuple[str, Sense]],
        endings: frozenset[str] = frozenset(),
        forms: Container[str] = (),
    ) -> None:
        """rows: each phrase as printed, with a sense; a phrase may come several times. endings: what stands after the
        stem of a single word; where none are known, anything that is short enough. forms: the phrases that take none,
        for all their forms are listed."""
        self.language = language
        self.endings = endings
        self.inflected = language in INFLECTED
        self.start = 2 if language == "ko" else 3  # characters of a stem that phrases are found by
        self.proclitics = PROCLITICS.get(language, ())
        senses: dict[str, list[Sense]] = {}
        for printed, sense in rows:
            found = senses.setdefault(printed, [])
            if sense not in found:
                found.append(sense)
        # By the first word and the second (nothing where there is none), so that "north" need not try every North.
        self.starts: dict[str, dict[str, list[Phrase]]] = {}
        self.stems: dict[str, list[Phrase]] = {}
        self.characters: dict[str, list[Phrase]] = {}
        for printed in sorted(senses):
            phrase_senses = tuple(sorted(senses[printed]))
            if language in UNSPACED and not printed.isascii():
                self.characters.setdefault(printed[:2], []).append(Phrase((), printed, phrase_senses))
                continue
            words = [token.key for token in tokenize(printed.removesuffix("-"))]
            if not words:
                continue
            words[0] = words[0].removeprefix("ال") if language == "ar" and len(words[0]) > 4 else words[0]
            # Forms of a people's name are all listed, too; a stem that ends in a hyphen takes any ending.
            is_form = printed in forms or all(sense.kind == "d" for sense in phrase_senses)
            if phrase_senses[0].kind == "s" or (self.inflected and not is_form):
                whole = ""
                if not printed.endswith("-"):
                    whole = words[0] if len(words) == 1 else ""
                    words = [stem(word) for word in words]
                phrase = Phrase(tuple(words), printed, phrase_senses, whole)
                self.stems.setdefault(words[0][: self.start], []).append(phrase)
            else:
                seconds = self.starts.setdefault(words[0], {})
                seconds.setdefault("".join(words[1:2]), []).append(Phrase(tuple(words), printed, phrase_senses))
        exact = [phrases for seconds in self.starts.values() for phrases in seconds.values()]
        for phrases in (*exact, *self.stems.values(), *self.characters.values()):
            phrases.sort(key=lambda phrase: (-len(phrase.words), -len(phrase.printed), phrase.printed))

    def at(self, tokens: list[Token], index: int) -> tuple[int, tuple[Sense, ...], str] | None:
        """The longest phrase that begins at a token: how many tokens, what it may mean, and how it is printed."""
        key = tokens[index].key
        if key not in self.starts and key[: self.start] not in self.stems and not self.proclitics:
            return None
        found = self._at(tokens, index, key)
        for clitic in self.proclitics:
            if found:
                break
            if key.startswith(clitic) and len(key) - len(clitic) >= 3:
                found = self._at(tokens, index, key[len(clitic) :], len(clitic) if clitic.isascii() else 0)
        return found

    def _at(
        self, tokens: list[Token], index: int, key: str, prefix: int = 0
    ) -> tuple[int, tuple[Sense, ...], str] | None:
        best: tuple[int, tuple[Sense, ...], str] | None = None
        seconds = self.starts.get(key)
        if seconds:
            second = tokens[index + 1].key if index + 1 < len(tokens) else ""
            for phrase in (*seconds.get(second, ()), *seconds.get("", ())):
                best = _better(best, phrase, tokens, index, key, prefix, stemmed=False)
        for phrase in self.stems.get(key[: self.start], ()):
            if phrase.whole and self.endings and not self._inflects(phrase, key):
                continue
            best = _better(best, phrase, tokens, index, key, prefix, stemmed=True)
        return best

    def _inflects(self, phrase: Phrase, key: str) -> bool:
        """Whether a word is a name, or a form of it."""
        if key == phrase.whole:
            return True
        stems = (phrase.words[0], phrase.whole)
        return any(key.startswith(each) and key[len(each) :] in self.endings for each in stems)


def _better(
    best: tuple[int, tuple[Sense, ...], str] | None,
    phrase: Phrase,
    tokens: list[Token],
    index: int,
    key: str,
    prefix: int,
    *,
    stemmed: bool,
) -> tuple[int, tuple[Sense, ...], str] | None:
    """The phrase, if it stands at a token and is longer than the best one there; of two as long, the senses of both.
    key: the token's, without the prefix of so many letters."""
    length = len(phrase.words)
    if (best and length < best[0]) or index + length > len(tokens) or not _fits(key, phrase.words[0], stemmed):
        return best
    for at in range(1, length):
        here, before = tokens[index + at], tokens[index + at - 1]
        if here.start - before.end > _WIDEST_GAP or not _fits(here.key, phrase.words[at], stemmed):
            return best
    if not _printed_alike(tokens[index].text[prefix:], phrase.printed):
        return best
    if length > 1 and phrase.printed.count(" ") == length - 1:
        final = phrase.printed.rpartition(" ")[2]
        if final[0].isupper() and tokens[index + length - 1].text[0].islower():
            return best  # "the states" are none
    if best and length == best[0]:
        return length, tuple(sorted({*best[1], *phrase.senses})), phrase.printed
    return length, phrase.senses, phrase.printed


def stem(word: str) -> str:
    """A word's key without the vowel, or the folded й, that endings take the place of; of Samoa and Palau none does."""
    takes_endings = len(word) > 4 and word[-1] in _VOWELS and (word[-2] not in _STAYING or word[-1] == "и")
    return word[:-1] if takes_endings else word


def _fits(key: str, word: str, stemmed: bool) -> bool:
    if key == word:
        return True
    if not stemmed:
        return False
    if word[0] >= "\uac00":
        room = 3
    else:
        room = 5 if len(word) > 4 else 4 if len(word) == 4 else 2 if len(word) == 3 and not word.isascii() else 0
    return key.startswith(word) and len(key) - len(word) <= room


def _printed_alike(word: str, printed: str) -> bool:
    """A name begins with a capital, and an abbreviation stands in capitals throughout, or has its points ("I am" is no
    "a.m."). Where Arabic has its marks they are the name's: عمّان is Amman, عُمان Oman, and عمان may be either."""
    marks, own = _ARABIC_MARKS.intersection(word), _ARABIC_MARKS.intersection(printed)
    if own and not marks <= own:
        return False
    if printed[1:2] == "." and printed[0].islower() and "." not in word:
        return False
    if printed[0].islower() or not (printed[0].isupper() or printed[0].istitle()):
        return True
    first = printed.split(maxsplit=1)[0].split("-", maxsplit=1)[0]
    if len(first) > 1 and first.isupper():
        return word.isupper()
    return word[0].isupper()


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language by its ISO 639 code; None where CLDR does not name countries in it."""
    if not (printed_names := _rows(language)):
        return None
    rows = []
    for code, kind, printed in printed_names:
        if language == "en" and kind == "c":
            continue  # the towns have it, with its namesakes
        rows.append((printed, Sense(code, kind)))
    if language == "en":
        for name in ("english/regions", "english/cues"):
            for line in _member(name):
                where, kind, printed = line.split("\t")
                code, _, division = where.partition(".")
                rows.append((printed, Sense(code, kind, division)))
    return Lexicon(language, rows, frozenset(_member_if_any(f"endings/{language}")), nominatives(language))


@cache
def _rows(language: str) -> list[tuple[str, str, str]]:
    """Code, kind and printed name of all that a language's lexicon has; nothing for other languages."""
    rows = (line.split("\t") for line in _member_if_any(f"lexicon/{language}"))
    return [(code, kind, printed) for code, kind, printed in rows]


@cache
def halves(language: str) -> dict[str, str]:
    """The country that a word stands for before a hyphen and a people: FR for "franco" of "franco-allemand"."""
    return dict(line.split("\t") for line in _member_if_any(f"halves/{language}"))


@cache
def _towns() -> dict[str, str]:
    """The towns' lines by their first three letters: finding one in a bucket is a substring search."""
    return {bucket[:3]: f"\n{bucket}\n" for bucket in _read("towns").split("\n\n")}


_LONGEST_TOWN = 60  # characters; the longest name has 45, and what is asked for may be a megabyte


def town(name: str) -> tuple[str, tuple[Sense, ...]] | None:
    """What is known of a town by its folded name: its traits (see training/countries.py) and its senses."""
    if len(name) > _LONGEST_TOWN:
        return None
    known = _town(name)
    if name.startswith("st ") and (whole := _town(f"saint{name[2:]}")):
        own = known[1] if known else ()
        senses = (*own, *(sense._replace(population=sense.population - bool(own)) for sense in whole[1]))
        known = (known or whole)[0], tuple(sorted(senses, key=lambda sense: -sense.population))
    return known


@lru_cache(1 << 14)
def _town(name: str) -> tuple[str, tuple[Sense, ...]] | None:
    bucket = _towns().get(name[:3])
    if bucket is None:
        return None
    at = bucket.find(f"\n{name}\t")
    if at < 0:
        return None
    _, traits, *packed = bucket[at + 1 : bucket.index("\n", at + 1)].split("\t")
    senses = []
    for item in packed:
        where, _, letter = item.partition(":")
        code, _, division = where.partition(".")
        population = 2.48 + (ord(letter.lower()) - 97) / 5
        senses.append(Sense(code, "t", division, population, letter.isupper()))
    return traits, tuple(senses)


@cache
def context(group: str) -> frozenset[str]:
    """Words around a place's name that say what it is, folded: the groups of training/countries/context-en.txt."""
    groups = (line.split("\t") for line in _member("english/context"))
    return next(frozenset(words.split("|")) for name, words in groups if name == group)


@cache
def not_places() -> dict[str, list[tuple[str, ...]]]:
    """Longer names that hold a country's name and are not the country, by their first word."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(context("others"), reverse=True):
        words = tuple(phrase.split())
        starts.setdefault(words[0], []).append(words)
    return starts


@cache
def holders() -> frozenset[str]:
    """The keys of those whose name tells a country in English, as presidents' do; institutions' among them."""
    rows = (line.split("\t") for line in _member("english/cues"))
    return frozenset(name_key(name) for _, kind, name in rows if kind == "q" and " " in name)


class Namesake(NamedTuple):
    """A country whose name is other things as well: its neighbours' names speak for it; prior: the log-odds of the
    country before anything is known of the article."""

    code: str
    neighbours: tuple[str, ...]
    prior: float


# Where nothing special is known of a name: mostly it is the country.
USUAL_PRIOR = 2.4


@cache
def namesakes() -> dict[str, Namesake]:
    """The countries whose English names are other things as well, by folded name."""
    rows = (line.split("\t") for line in _member("english/namesakes"))
    return {name: Namesake(code, tuple(near.split()), float(prior)) for name, code, near, prior in rows}


@cache
def first_names() -> frozenset[str]:
    """Common first names, folded."""
    return frozenset(_member("people/first"))


@cache
def last_names() -> frozenset[str]:
    """Common last names, folded."""
    return frozenset(_member("people/last"))


@cache
def everyday(language: str) -> frozenset[str]:
    """Words of a language that are large towns elsewhere, folded; nothing for English, whose towns carry a trait."""
    groups = ("*", language) if language != "en" else ()
    return frozenset(word for group in groups for word in _member_if_any(f"words/{group}"))


@cache
def alike(language: str) -> frozenset[str]:
    """Words of a language that are countries' names, in lower case as printed; people's names after "!"."""
    return frozenset(word.casefold() for word in _member_if_any(f"alike/{language}"))


@cache
def words_with_names(language: str) -> re.Pattern[str] | None:
    """Where no spaces part words: those that hold a country's name and are not the country, "马里奥" Mali's."""
    words = any_of(map(re.escape, alike(language))) if language in UNSPACED else ""
    return re.compile(words) if words else None


@cache
def long_names(language: str) -> frozenset[str]:
    """Names of several words of countries, their regions and towns in a language, as printed, without its people's."""
    return frozenset(
        name
        for _, kind, name in _rows(language)
        if kind in "ncr" and " " in name and fold(name.split()[0]) not in first_names()
    )


@cache
def town_names(language: str) -> frozenset[str]:
    """What a language calls capitals and large towns after which a time zone is named, as printed."""
    return frozenset(name for _, kind, name in _rows(language) if kind == "c" and not name[0].islower())


@cache
def region_names(language: str) -> frozenset[str]:
    """What a language calls regions, states and provinces, as printed; none for English, of which the tagger knows."""
    return frozenset(name for _, kind, name in _rows(language) if kind == "r")


@cache
def nominatives(language: str) -> dict[str, str]:
    """The nominative of each form of a town's or a region's name, as printed; in languages that inflect names."""
    rows = (line.split("\t") for line in _member_if_any(f"towns/{language}"))
    return {form: forms[0] for forms in rows for form in forms}


@cache
def spelled_towns(language: str) -> frozenset[str]:
    """Towns as Arabic, Chinese and Korean write them; nothing for other languages."""
    return frozenset(_member_if_any(f"spelled/{language}"))


@cache
def country_names(language: str) -> dict[str, str]:
    """The countries' names in a language by code, as CLDR has them; English where CLDR has none."""
    lines = _member_if_any(f"names/{language}") or _member("names/en")
    return {code: name for code, _, name in (line.partition("\t") for line in lines)}


def _member_if_any(name: str) -> list[str]:
    """The lines of a member; none where the archive has no such member."""
    with contextlib.suppress(KeyError):
        return _member(name)
    return []


def _member(name: str) -> list[str]:
    return _read(name).split("\n")


def _read(name: str) -> str:
    with files("copydesk").joinpath("models/countries.zip").open("rb") as file, zipfile.ZipFile(file) as archive:
        return archive.read(name).decode("utf-8")
