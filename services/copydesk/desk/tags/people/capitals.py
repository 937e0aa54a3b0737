"""People in languages without a tagger: two to four words in capitals, and what speaks for a person.

For one speaks a known given name, a surname that is listed or comes again alone, and how a text introduces people: by
an office, a profession or kinship before the name or after it, by an age, or as who says something. Against one speak
words that institutions, places and events are named with. The words are in introduced.toml.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from copydesk.desk.tags.english.lexicon import Kind, fold_hash
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.english.sentences import Tokens
from copydesk.desk.tags.geography.gazetteer import town
from copydesk.desk.tags.people.introduced import ELIDED, introductions, is_body, is_named_after, is_office, key_of
from copydesk.desk.tags.words import fold

_FIRST = int(Kind.FIRST_COMMON | Kind.FIRST_WORLD)
_RARE_FIRST = int(Kind.FIRST)
_LAST = int(Kind.LAST_COMMON | Kind.LAST)
_PLACE = int(Kind.CITY_LARGE | Kind.COUNTRY)
_WORDS = int(Kind.ORGANISATION_WORD | Kind.PLACE_WORD)
_PARTICLE_WORDS = "van von de del della di da dos das do du la le bin ibn al el af av ten ter фон де ван бин аль эль"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_AFTER_PARTICLES = _PARTICLES | {"der", "den", "dem", "'t", "’t", "дер"}
# Particles that are everyday words there: "to", "also", "in".
_NO_PARTICLES: dict[str, set[str]] = {
    "tr": {"da", "de"},
    "pl": {"do"},
    "cs": {"do", "da"},
    "sk": {"do"},
    "id": {"di"},
    "hr": {"do", "da"},
}
# Particles that may follow a surname.
_AMID = frozenset("bin ibn al el".split())
_AMID_PORTUGUESE = _AMID | {"da", "dos", "das", "do"}
# A capital says little there: "zum ersten Mal Stahl" has a given name of the world's and a surname of the lists.
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
# Given names somewhere that are nouns there: "am Rand von Elmshorn", "Roman von ...", "ab Juli Monat für Monat".
_NOUN_WORDS = (
    "April Art August Bar Bund Chance Ernst Fan General Juli Juni Land Liga Major Mai Marine März Mode Ort Page Prinz "
    "Professor Rand Roman Rose Server Sonne Star Stern Trainer Union"
)
_NOUNS = frozenset(_NOUN_WORDS.split())
_NOUN_ENDINGS = re.compile(r".{3,}(?:ung|heit|keit|schaft|tion|ität|ismus|nis|ment|tum|ling|innen)(?:en|s|e)?\Z")
_ARTICLES = re.compile(
    r"(?:d(?:er|ie|as|e[nmrs])|(?:k?ein|dies|jed|jen|mein|dein|sein|ihr|unser|eur|welch|manch|all|viel|ander)(?:e[nmrs]?)?"
    r"|im|am|zu[mr]|beim|vom|ins|ans|aufs|mehr|etwas|nichts)",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_NAME_WORD = re.compile(r"(?:[a-z]{1,3}[-'’])?[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*\Z")
# al-Assad, el-Sisi, ben-Gvir
_PREFIXED = re.compile(r"(?:al|el|ad|as|ash|at|an|ar|ez|ben|bin|ibn|abu)[-‐‑][^\W\d_]")
# "Marco Dell'Orto"
_ELISIONS = frozenset("Dell Dall Degl Sant".split())
_LONGEST = 4  # words
_LOOKED_BACK = 7  # words from an office to the name behind it: "the minister of ..."
_NEAR = 3  # words: "rettore dell'" before "Università"
_SHORT = 3  # letters: words as short tell nothing
_LONGEST_TITLE = 5  # letters of its abbreviation
# Evidence is in points: a given name that is common anywhere has 3, an office next to a name has 3.
_ENOUGH = 3.0
_OF = frozenset(
    "de du des d del della dei degli dell delle di da do dos das van von voor für for för au aux din".split()
)
_DEFINITE = frozenset("la el los las il lo i gli le les l' o a os as der die das den dem de het".split())
# Of adjectives, in Polish, Czech, Russian and Ukrainian; of nouns they are surnames' endings, too.
_GENITIVES = re.compile(r".{3,}(?:iej|ej|ych|ich|ego|eho|ho|ых|их|ого|его|ой|ої)")
_GENITIVE_ARTICLES = frozenset({"der", "des"})
_KNOWN_GIVEN, _COMMON_GIVEN = 2, 3  # points
# Towns stand behind these more than people do.
_PLACES = frozenset("in nach en à em w we в у v ve în te i di a".split())
# Languages in which the town follows a body straight: "Universität Leipzig".
_TOWNS_UNJOINED = frozenset({"de", "nl", "da", "no", "sv"})
# Dative, locative, ablative.
_TURKISH_CASES = frozenset("e a ye ya de da te ta den dan ten tan".split())
_OPENS = frozenset("«“„\"'‘”»")
_CLOSES = frozenset("»”“\"'’«")


class Person(NamedTuple):
    """A mention: words [first, last), and the name in full where the mention has another case of it."""

    first: int
    last: int
    name: tuple[int, int] | None = None


def _is_name_word(word: str) -> bool:
    if not word[0].isupper() and not ("-" in word and _PREFIXED.match(word)):
        return False
    return not word.isupper() and _NAME_WORD.match(word) is not None


def _kinds(words: Iterable[str]) -> list[int]:
    """The lists that each word is in. They have the Russian е for ё, as most papers print it."""
    kinds: list[int] = names_model().lexicon.kinds_of(fold_hash(map(_without_yo, words))).tolist()
    return kinds


def _without_yo(word: str) -> str:
    return word.replace("ё", "е").replace("Ё", "Е")


def _kinds_of(words: list[str]) -> int:
    """The lists that any of the words is in."""
    kinds = 0
    for one in _kinds(words):
        kinds |= one
    return kinds


class _Text:
    """A text's words with what is known of each."""

    def __init__(self, tokens: Tokens, language: str) -> None:
        self.words = tokens.words
        self.sentences = tokens.sentences
        self.know = introductions(language)
        self.nouns_in_capitals = language in _NOUNS_IN_CAPITALS
        self.no_particles = _NO_PARTICLES.get(language, set())
        self.amid = _AMID_PORTUGUESE if language == "pt" else _AMID
        forms = dict.fromkeys(self.words)
        kinds = dict(zip(forms, _kinds(forms), strict=True))
        self.kinds: list[int] = [kinds[word] for word in self.words]
        self.lower = {word for word in forms if word.islower()}
        self.name_words = {word for word in forms if _is_name_word(word)}
        self.language = language
        # Where each particle stands before a word: by both, in small letters the particle.
        self.particles: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for at, (word, following) in enumerate(pairwise(self.words)):
            if word.lower() in _PARTICLES:
                self.particles[word.lower(), following].append(at)

    def is_name_word(self, at: int) -> bool:
        return self.words[at] in self.name_words

    def is_office(self, at: int) -> bool:
        return is_office(self.words[at], self.language)

    def is_body(self, at: int, inflected: bool = True) -> bool:
        return is_body(self.words[at], self.language) if inflected else key_of(self.words[at]) in self.know.body_words

    def is_place(self, at: int) -> bool:
        if self.kinds[at] & _PLACE:
            return True
        key = key_of(self.words[at])
        return key.startswith(self.know.countries) and any(
            key.startswith(stem) and len(key) - len(stem) <= (_SHORT if len(stem) > _SHORT + 1 else 1)
            for stem in self.know.countries
        )

    def is_matter(self, at: int) -> bool:
        return key_of(self.words[at]) in self.know.matters

    def is_small(self, at: int) -> bool:
        return fold(self.words[at]) in self.know.small

    def says(self, at: int) -> bool:
        return key_of(self.words[at]) in self.know.says

    def given(self, at: int) -> float:
        """How well a word is known as a given name, 0 to 3; in another case, too."""
        word = self.words[at]
        if len(word) < _SHORT or not word[0].isupper() or (self.nouns_in_capitals and word in _NOUNS):
            return 0
        kinds = self.kinds[at]
        if not kinds & (_FIRST | _RARE_FIRST) and "-" in word:
            kinds = _kinds_of(word.split("-")[:1])
        # "Annas Haus" is none.
        if not kinds & (_FIRST | _RARE_FIRST) and self.know.inflects:
            kinds = self._kinds_of_stem(word)
        if kinds & int(Kind.FIRST_COMMON):
            return 3
        if kinds & _FIRST:
            return 2
        return 1 if kinds & _RARE_FIRST else 0

    def _kinds_of_stem(self, word: str) -> int:
        stem = self.stem(word)
        if stem == word or len(stem) < _SHORT:
            return 0
        return _kinds_of([stem, *(stem + end for end in "aаяйьo")])

    def stem(self, word: str) -> str:
        """A surname without the ending of its case."""
        word = _without_yo(word)
        ending = self.know.oblique.search(word, _SHORT)
        return word[: ending.start()] if ending else word


def _stems_of(text: _Text, first: int, last: int) -> tuple[str, ...]:
    return tuple(text.stem(word) for word in text.words[first:last])


def people(tokens: Tokens, language: str) -> list[Person]:
    """The people of a text: full names, and surnames alone of those that are named in full."""
    text = _Text(tokens, language)
    runs = [run for first, last in tokens.sentences for run in _runs(text, first, last)]
    alone = Counter(text.stem(text.words[first]) for first, last, _ in runs if last - first == 1)
    full = [(first, last) for first, last, _ in runs if last - first > 1]
    times = Counter(_stems_of(text, first, last) for first, last in full)
    surnames: dict[str, tuple[int, int]] = {}
    names: dict[tuple[str, ...], tuple[int, int]] = {}
    found = []
    for first, last, sentence in runs:
        if last - first < 2:
            continue
        stems = _stems_of(text, first, last)
        known = names.get(stems)
        if known is None:
            if _against(text, first, last) or _for(text, first, last, sentence, alone, times[stems]) < _ENOUGH:
                continue
            known = names[stems] = first, last
            surnames.setdefault(stems[-1], known)
        found.append(Person(first, last, known if known != (first, last) else None))
    inside = {at for first, last, _ in found for at in range(first, last)}
    return [*found, *_alone(text, inside, surnames)]


def _alone(text: _Text, inside: set[int], surnames: dict[str, tuple[int, int]]) -> Iterator[Person]:
    """The surnames of people that stand alone. Behind another given name they are of another person."""
    capitals = [word for word in text.name_words if word[0].isupper()]
    meant = {word: known for word in capitals if (known := surnames.get(word) or surnames.get(text.stem(word)))}
    for at, word in enumerate(text.words) if meant else ():
        known = meant.get(word)
        if known is None or at in inside or text.is_place(at) or word.lower() in text.lower:
            continue
        if (
            at
            and text.is_name_word(at - 1)
            and text.given(at - 1)
            and not (text.is_office(at - 1) or text.is_small(at - 1))
        ):
            continue
        yield Person(at, at + 1, known if word != text.words[known[1] - 1] else None)


def _runs(text: _Text, first: int, last: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The names that a sentence may have, as words [start, end), and the sentence."""
    at = first
    while at < last:
        if not text.is_name_word(at):
            at += 1
            continue
        end = at + 1
        while end < last and (text.is_name_word(end) or _joins(text, end)):
            end += 1
        start, stop = (at, end) if end - at == 1 else _trimmed(text, at, end, first)
        if start < stop <= start + _LONGEST + (text.words[stop - 2] in _AFTER_PARTICLES):
            yield start, stop, (first, last)
        at = end


def _joins(text: _Text, at: int) -> bool:
    """Whether a word may stand inside a name."""
    word, before = text.words[at], text.words[at - 1]
    if word in text.no_particles:
        return False
    return (
        word in (_AFTER_PARTICLES if before.rpartition("-")[2] in _PARTICLES else _PARTICLES)  # "Smit-van der Wal"
        or _INITIAL.match(word) is not None
        or (word in "'’" and before in _ELISIONS)
    )


def _trimmed(text: _Text, first: int, last: int, opening: int) -> tuple[int, int]:
    """A row of words in capitals without offices before the name, and without what follows a whole name."""
    words = text.words
    first += first == opening and _opens_only(text, first, last)
    first = _behind_body(text, first, last, opening)
    offices = [at for at in range(first, last - 1) if text.is_office(at)]
    # "Anna Richter Lind" is no judge.
    if offices and (offices[-1] == first or not text.given(first) or text.given(offices[-1] + 1)):
        first = offices[-1] + 1
    while last - first > 2 and (text.is_matter(first) or (text.is_place(first) and not text.given(first))):
        first += 1
    if last - first > 2 and not text.given(first) and text.given(first + 1) >= 2:
        first += first == opening or _introduced(text, first, opening)
    if last - first > 2 and last + 1 < len(words) and _runs_on(text, first, last):
        last -= 1
    while first < last and not text.is_name_word(first):
        first += 1
    for at in range(first + 2, last):
        ends = words[at] in _PARTICLES and words[at - 1] not in _AFTER_PARTICLES
        if ends and not (_all_given(text, first, at) or _is_said_again(text, first, at, last)):
            last = at
            break
    while last > first and not text.is_name_word(last - 1):
        last -= 1
    return first, last


def _behind_body(text: _Text, first: int, last: int, opening: int) -> int:
    """Where a name begins behind a body, its town and an office before these: "président de l'Université de Lille
    Régis Bordet"; the beginning of the words where there is none. What is named after people has no office, or another
    name behind it: "rettore dell'Università di Bari Aldo Moro, Stefano Bronzini".
    """
    words, end = text.words, len(text.words)
    if not (text.is_body(first) or is_named_after(words[first], text.language)):
        return first
    if not any(text.is_office(at) for at in range(max(opening, first - _NEAR), first)):
        return first
    if last + 1 < end and words[last] == "," and text.given(last + 1):
        return first
    for at in range(first + 1, last - 2):
        is_joined = words[at - 1] in _OF or text.language in _TOWNS_UNJOINED
        if is_joined and text.given(at + 1) >= _KNOWN_GIVEN and (text.is_place(at) or town(fold(words[at]))):
            return at + 1
    return first


def _opens_only(text: _Text, first: int, last: int) -> bool:
    """Whether a sentence's first word has its capital for that alone: "Selon X Y", "Zdaniem X Y", "Nigerianul X Y"."""
    if text.is_small(first) or text.says(first):
        return True
    nation = text.know.nations.fullmatch(key_of(text.words[first])) is not None
    return nation and last - first > 2 and not text.given(first)


def _runs_on(text: _Text, first: int, last: int) -> bool:
    """Whether the last word in capitals belongs to what follows: "X Y Premier ministre", "X Y Tiflis'e geldi"."""
    word = text.words[last]
    if text.know.elsewhere.fullmatch(text.words[last - 1]):
        return not text.given(first + 1)
    if word in "'’" and text.words[last + 1] in _TURKISH_CASES:
        return not text.given(first + 1)
    return word.islower() and (text.is_body(last) or (text.is_office(last - 1) and text.is_office(last)))


def _all_given(text: _Text, first: int, last: int) -> bool:
    return text.words[last] in text.amid or all(text.given(at) for at in range(first, last))


def _is_said_again(text: _Text, first: int, at: int, last: int) -> bool:
    """Whether a particle and the word behind it stand elsewhere as a surname: behind another word of the same name, or
    with a capital ("Das Neves")."""
    if at + 1 >= last:
        return False
    words, name = text.words, text.words[first:at]
    others = islice((i for i in text.particles[words[at], words[at + 1]] if i != at), _MOST_LOOKED_AT)
    return any(words[i][0].isupper() or (i > 0 and words[i - 1] in name) for i in others)


_MOST_LOOKED_AT = 20  # places


def _introduced(text: _Text, first: int, opening: int) -> bool:
    """Whether a word is of the office before it: "analytik Hypoexpertu X Y", "ministre de la Culture X Y"."""
    if not text.know.inflects and (not text.words[first - 1][0].islower() or text.is_office(first - 1)):
        return False
    return any(text.is_office(at) for at in range(max(opening, first - _LOOKED_BACK), first))


def _against(text: _Text, first: int, last: int) -> bool:
    """Whether words are of something else than a person, whatever is said of it."""
    words = text.words
    for at in range(first, last - 1):
        if text.kinds[at] & _WORDS or (at == first and text.is_body(at, text.given(at) < 2)):
            return True
        if words[at][0].isupper() and text.given(at) < 2:
            lower = words[at].lower()
            if text.is_body(at) or text.is_place(at) or (lower in text.lower and lower not in _AFTER_PARTICLES):
                return True
    if text.know.compounds.fullmatch(key_of(words[last - 1])):
        return True
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if before == "&" or after == "&" or after.isdigit():
        return True
    if before in _OPENS and after in _CLOSES:
        return True
    if len(after) > 1 and after.isupper() and after.isalpha():
        return True
    if text.nouns_in_capitals and _is_noun(text, first, last):
        return True
    return _named_after(text, first) or is_named_after(after, text.language)


def _is_noun(text: _Text, first: int, last: int) -> bool:
    """Whether a German word is a noun by its ending, or a pronoun."""
    return text.is_small(first) or any(
        _NOUN_ENDINGS.match(text.words[at]) and not text.given(at) for at in range(first, last)
    )


def _named_after(text: _Text, first: int) -> bool:
    """Whether the word before is of what is named after people: a street, a prize, a stadium."""
    for at in range(first - 1, max(-1, first - 4), -1):
        word = text.words[at]
        if is_named_after(word, text.language):
            return True
        # Bologna looks like a nation's adjective.
        if word not in _PARTICLES and (text.is_place(at) or not text.know.nations.fullmatch(word)):
            return False
    return False


def _for(text: _Text, first: int, last: int, sentence: tuple[int, int], alone: Counter[str], times: int) -> float:
    """How much speaks for a person."""
    surname = text.words[last - 1]
    kinds = text.kinds[last - 1]
    given = text.given(first)
    if not (given or text.nouns_in_capitals) and last - first > 3:
        given = max(0, *(text.given(at) - 1 for at in range(first + 1, last - 1)))
    if _holds_office_of(text, first, last, sentence[0], given):
        return 0
    told = _before(text, first, last, sentence[0]) + _after(text, last, sentence[1])
    # "Les" is a given name in English, an article in French.
    if (not given or text.is_small(first)) and told < 2:
        return 0
    stands_out = _stands_out(text, first, sentence[0])
    listed = kinds & (int(Kind.LAST_COMMON) if text.nouns_in_capitals else _LAST)
    score = given + told + bool(listed or text.know.surnames.fullmatch(surname))
    score += (given >= 2 and stands_out and text.know.known) + min(2, alone[text.stem(surname)]) + (times > 1)
    if not told and first > sentence[0] and text.words[first - 1] in _PLACES:
        score -= 2
    elif not told and not stands_out:
        score -= 1
    if text.is_body(last - 1) or kinds & _WORDS:
        score -= 2
    if text.is_place(last - 1) or surname.lower() in text.lower:
        score -= 2
    return score


def _holds_office_of(text: _Text, first: int, last: int, opening: int, given: float) -> bool:
    """Whether words without a given name are what an office is of, by a preposition or in the genitive: "burgemeester
    van Den Haag", "Minister Obrony Narodowej". What that office says tells nothing of them.
    """
    at = first - 1
    if at > opening and text.words[at] in _GENITIVE_ARTICLES and text.is_office(at - 1):
        return given < _COMMON_GIVEN
    at -= at > opening and text.words[at] in "'’"
    at -= at > opening + 1 and text.words[at] in _DEFINITE and text.words[at - 1] in _OF
    if at > opening and text.words[at] in _OF and text.is_office(at - 1):
        return given < _COMMON_GIVEN
    at = first - 1
    while at > opening and text.know.nations.fullmatch(key_of(text.words[at])):
        at -= 1
    is_genitive = any(_GENITIVES.fullmatch(key_of(text.words[one])) for one in range(first, last))
    is_town = text.is_place(last - 1)
    return given < _KNOWN_GIVEN and text.know.inflects and (is_genitive or is_town) and text.is_office(at)


def _stands_out(text: _Text, first: int, opening: int) -> bool:
    """Whether a capital says that a word is a name: not behind an article or adjective of a language with capitals on
    its nouns."""
    if not text.nouns_in_capitals or first == opening:
        return True
    before = text.words[first - 1]
    return not before[0].isalnum() or (text.is_small(first - 1) and _ARTICLES.fullmatch(before) is None)


def _before(text: _Text, first: int, last: int, opening: int) -> float:
    """What stands before a name and speaks for a person: an office, a verb of saying."""
    at = first - 1
    words = text.words
    if at < opening:
        # "prof. X Y" looks like two sentences.
        title = at > 0 and words[at] == "." and words[at - 1].islower() and len(words[at - 1]) <= _LONGEST_TITLE
        return 3 * (title and text.is_office(at - 1))
    if text.is_office(at):
        return 3
    if text.says(at):
        # "according to" is said of papers, too.
        return 1 if text.is_small(at) else 2
    if not text.nouns_in_capitals and _of_something(text, at, opening):
        return 3
    behind = _office_behind(text, at if words[at] == "," else first, opening)
    if behind < 0:
        return 0
    if words[at] == ",":
        closed = last < len(words) and not words[last][0].isalnum()
        return closed * (3 if behind + 1 == at or words[behind + 1] in _OF else 2)
    if all(words[one].isupper() or text.know.nations.fullmatch(key_of(words[one])) for one in range(behind + 1, first)):
        return 3
    return 3 if words[at][0].isupper() and (text.is_place(at) or text.is_matter(at)) else 1.5


def _of_something(text: _Text, at: int, opening: int) -> bool:
    """Whether an office and what it is of end at a word: "le chef de l'opposition"."""
    if text.is_body(at) or not text.words[at].islower():
        return False
    at -= 1
    at -= ELIDED.fullmatch(text.words[at]) is not None or text.words[at] in {"la", "el"}
    return at > opening and text.words[at] in _OF and text.is_office(at - 1)


def _office_behind(text: _Text, first: int, opening: int) -> int:
    """Where an office stands a few words before, in the same part of the sentence; -1 if none does."""
    for at in range(first - 1, max(opening, first - _LOOKED_BACK) - 1, -1):
        if not text.words[at][0].isalnum() and not (text.words[at] in "'’" and text.words[at - 1].endswith("ll")):
            return -1  # "rettore dell'Università" goes on
        if text.is_office(at):
            return at
    return -1


def _after(text: _Text, last: int, end: int) -> float:
    """What follows a name and speaks for a person: a verb of saying, an age, an office."""
    words = text.words
    if last + 1 >= end:
        return 0
    if text.says(last) or (words[last].islower() and text.says(last + 1)):
        return 2
    if words[last] == "(" and last + 2 < end and words[last + 2] == ")":
        return 2.0 if words[last + 1].isdigit() and len(words[last + 1]) == 2 else 0
    if words[last] not in ",–—" or last + 2 >= end:
        return 0
    if words[last + 1].isdigit():
        return 3 * (len(words[last + 1]) == 2 and (words[last + 2] == "," or key_of(words[last + 2]) in text.know.ages))
    if text.is_office(last + 1):
        return 3
    if not text.is_office(last + 2) or not words[last + 1].islower():
        return 0
    return 1.5 if text.is_small(last + 1) else 2
