"""People in Arabic text: by given names, and what stands beside them.

A name is a given name, words that join names, and the words after it that are no others'. For one speak, in points, an
office, a profession or kinship before it, a verb of saying, an age, a second given name, a surname that comes again
alone. The words are in arabic.toml.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copydesk.desk.tags.people.mention import Mention
from copydesk.desk.tags.table import read_table

_WORD = re.compile("[\u0621-\u063f\u0641-\u065f\u0670-\u06d3]+")
_SIGNS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ENOUGH = 2.6  # points
_LONGEST = 5  # words
_LOOKED_BACK = 5  # words from an office to the name
_AGED = re.compile(r"[ ،]{0,2}(?:[(（]\s?(?:\d{1,3}|[٠-٩]{1,3})|(?:\d{1,3}|[٠-٩]{1,3}) (?:عام|سن))")
_GODS = frozenset("عطا جاد ضيف خير فتح نصر فضل حمد عوض سعد مال".split())
_SHORT, _LONG = 4, 5  # letters
_ARTICLES = ("ال", "لل", "بال", "وال", "كال", "فال")
_COMMONEST = frozenset("محمد أحمد محمود مصطفى إبراهيم إسماعيل يوسف فاطمة عائشة خديجة مريم زينب ياسين حسين".split())
# After these a name goes on.
_OPEN = frozenset("أيت منت بن ابن بنت أبو أبي أبا آل ولد آيت بو أم عبد ذو دا دو دي دل فان فون لو لا ديل".split())
_THAT = frozenset({"إن", "أن", "إنه", "إنها", "بأن", "قائلا", "قائلة", "عن", "من", "إلى"})
_APPOSITION = frozenset({"وهو", "وهي", "الذي", "التي"})
# "and" and "with" are written to a word.
_WITH = re.compile("و(?:ال|.{4})|[بل].+(?:[ةه]|ات)$")
_HONOURED = frozenset("الملك الأمير الأميرة الشيخ السلطان الإمام الشهيد الرئيس القديس".split())
_AND = "و"
# What is written to the word behind it: and, for.
_PREFIXES = ("و", "ل")


class _Words(NamedTuple):
    given: frozenset[str]
    foreign: frozenset[str]
    doubtful: frozenset[str]
    joins: frozenset[str]
    offices: frozenset[str]
    says: frozenset[str]
    small: frozenset[str]
    bodies: frozenset[str]
    adjectives: frozenset[str]
    known: frozenset[str]


class _Token(NamedTuple):
    """A word without its vowel signs, and [start, end) in the text."""

    key: str
    start: int
    end: int


def arabic_people(text: str) -> list[Mention]:
    """The people of a text, in order: full names, and surnames alone of those that are named in full."""
    words = _words()
    tokens = list(_joined(text, words))
    times = Counter(token.key for token in tokens)
    spans: list[tuple[int, int, int]] = []
    names: set[tuple[str, ...]] = set()
    candidates = list(_candidates(text, tokens, words))
    for first, last, cut in candidates:
        keys = _keys(tokens, first, last, cut)
        if keys in names or _points(text, tokens, first, last, keys, times, words) >= _ENOUGH:
            names.add(keys)
    for first, last, cut in candidates:
        if _keys(tokens, first, last, cut) in names:
            spans.append((first, last, cut))
    inside = {at for first, last, _ in spans for at in range(first, last)}
    found = [Mention(tokens[first].start + cut, tokens[last - 1].end, "") for first, last, cut in spans]
    surnames = {keys[-1] for keys in names if len(keys) > 1} | words.known
    double = {keys[-2:] for keys in names if len(keys) > 2 and keys[-2] in words.joins}
    for at, token in enumerate(tokens):
        if at in inside:
            continue
        two = (token.key, tokens[at + 1].key) if at + 1 < len(tokens) else ()
        if two in double and at + 1 not in inside:
            found.append(Mention(token.start, tokens[at + 1].end, ""))
            inside.add(at + 1)
        elif token.key in surnames and (not _is_given(token.key, words) or _is_told(tokens, at, words)):
            found.append(Mention(token.start, token.end, ""))
        elif token.key[0] in _PREFIXES and len(token.key) > 4 and token.key[1:] in surnames:
            found.append(Mention(token.start + 1, token.end, ""))
    return sorted(mention._replace(name=text[mention.start : mention.end]) for mention in found)


def _is_told(tokens: list[_Token], at: int, words: _Words) -> bool:
    return at > 0 and (tokens[at - 1].key in words.says or _office(tokens[at - 1].key, words))


def _joined(text: str, words: _Words) -> Iterator[_Token]:
    """The words of a text; given names of two are one: عبد الله, نور الدين."""
    held: _Token | None = None
    for match in _WORD.finditer(text):
        token = _Token(_SIGNS.sub("", match[0]), match.start(), match.end())
        if not token.key:
            continue  # marks alone
        if held is not None:
            if text[held.end : token.start] == " " and (
                (held.key.endswith("عبد") and token.key.startswith("ال"))
                or (token.key == "الدين" and held.key.removeprefix("و") in words.given)
                or (token.key == "الله" and held.key.removeprefix("و") in _GODS)
                or (token.key == "بكر" and held.key == "أبو")
            ):
                yield _Token(held.key + token.key, held.start, token.end)
                held = None
                continue
            yield held
        held = token
    if held is not None:
        yield held


def _keys(tokens: list[_Token], first: int, last: int, cut: int) -> tuple[str, ...]:
    return (tokens[first].key[cut:], *(token.key for token in tokens[first + 1 : last]))


def _candidates(text: str, tokens: list[_Token], words: _Words) -> Iterator[tuple[int, int, int]]:
    """Words [first, last) that could be a name, and how many letters are written to it."""
    at = 0
    while at < len(tokens):
        key = tokens[at].key
        cut = 0
        if not _is_given(key, words) and key[0] in _PREFIXES and _is_given(key[1:], words) and len(key) >= _SHORT:
            cut = 1 if key[1:] not in words.doubtful or key[0] == _AND else 0
        known = _is_given(key[cut:], words)
        if (known and not _of_a_thing(tokens, at, words) and not _is_adjective(tokens, at, words)) or (
            not known and _could_be(key, words) and _introduced(text, tokens, at, words)
        ):
            last = _end(text, tokens, at, words)
            if last - at > 1 and (known or _reads_as_foreign(text, tokens, at, last, words)):
                yield at, last, cut
                at = last
                continue
        at += 1


def _is_adjective(tokens: list[_Token], at: int, words: _Words) -> bool:
    """Whether a given name with an article belongs to the word before it: المغرب العربي."""
    if not at or not tokens[at].key.startswith("ال") or tokens[at].key.endswith("الدين"):
        return False
    before = tokens[at - 1].key
    return before.startswith("ال") and not _office(before, words)


def _of_a_thing(tokens: list[_Token], at: int, words: _Words) -> bool:
    """Whether a street, a university or a cup before a name is what bears it: جامعة الملك فيصل."""
    before = [token.key.removeprefix(_AND) for token in tokens[max(0, at - 2) : at]]
    return bool(before) and (
        before[-1] in words.bodies or (before[-1] in _HONOURED and len(before) > 1 and before[0] in words.bodies)
    )


def _is_given(key: str, words: _Words) -> bool:
    return (
        key in words.given
        or key in words.foreign
        or (key.startswith("عبدال") and len(key) > _LONG)
        or (key.endswith("الدين") and key.removesuffix("الدين") in words.given)
        or key == "أبوبكر"
    )


def _could_be(key: str, words: _Words) -> bool:
    """Whether a word nobody knows may be a name's: it has no article, and is no other word."""
    return (
        len(key) > 2
        and not key.startswith(_ARTICLES)
        and not any(
            key in some
            for some in (words.small, words.says, words.offices, words.adjectives, words.bodies, words.joins)
        )
    )


def _reads_as_foreign(text: str, tokens: list[_Token], first: int, last: int, words: _Words) -> bool:
    """Whether words that begin with none that is known as a given name may be a name: a clause ends behind them."""
    return (
        _ends(text, tokens, last - 1, words)
        and not tokens[first].key.endswith(("ة", "ات", "ين", "ون", "ا"))
        and not tokens[last - 1].key.endswith(("ة", "ات", "ه", "ها", "هم"))
    )


def _office(key: str, words: _Words) -> bool:
    """Whether a word is an office, if with a preposition written to it."""
    if key in words.offices or key.removeprefix("و") in words.offices:
        return True
    bare = key[3:] if key.startswith(("بال", "وال", "كال", "فال")) else key[2:] if key.startswith("لل") else ""
    return bool(bare) and "ال" + bare in words.offices


def _introduced(text: str, tokens: list[_Token], at: int, words: _Words) -> bool:
    """Whether an office with an article stands before a word, if with its adjectives between: الرئيس الكيني وليام."""
    place = at - 1
    while place >= 0 and at - place < _LOOKED_BACK and text[tokens[place].end : tokens[place + 1].start] == " ":
        key = tokens[place].key
        if _office(key, words) and (key.startswith(_ARTICLES) or key.endswith(("ه", "ها"))):
            return True
        if not (key.startswith("ال") and (key.endswith(("ي", "ية")) or key in words.adjectives)):
            return False
        place -= 1
    return False


def _end(text: str, tokens: list[_Token], first: int, words: _Words) -> int:
    """The word after the last of a name."""
    at = first + 1
    while at < len(tokens) and at - first < _LONGEST and text[tokens[at - 1].end : tokens[at].start] == " ":
        if not (
            tokens[at].key in words.joins
            or tokens[at - 1].key in _OPEN
            or _is_origin(tokens, first, at, words)
            or (_is_free(text, tokens[at], words) and _goes_on(text, tokens, first, at, words))
        ):
            break
        at += 1
    while at > first + 1 and tokens[at - 1].key in _OPEN:
        at -= 1
    return at


def _is_origin(tokens: list[_Token], first: int, at: int, words: _Words) -> bool:
    """Whether a people's adjective is the surname behind a given name, or that and one that is none: سامر المصري.

    Else it goes before the name, or is said of somebody whose names are known.
    """
    key = tokens[at].key
    is_second = at == first + 1 or (at == first + 2 and not _is_given(tokens[first + 1].key, words))
    return is_second and key in words.adjectives and key.startswith("ال") and key.endswith("ي")


def _is_free(text: str, token: _Token, words: _Words) -> bool:
    """Whether a word is none that stands beside names."""
    if "\u064b" in text[token.end - 2 : token.end]:  # no name ends in -an
        return False
    if _is_given(token.key, words):
        return True
    others = (words.small, words.says, words.adjectives, words.offices)
    return not (any(token.key in some for some in others) or token.key.startswith("ي") or _WITH.match(token.key))


def _goes_on(text: str, tokens: list[_Token], first: int, at: int, words: _Words) -> bool:
    """Whether a name that begins with a word goes on with another."""
    key, before = tokens[at].key, tokens[at - 1].key
    if _is_given(key, words) or at == first + 1:
        return key.startswith("ال") or not key.startswith(_ARTICLES)
    if key.startswith("ال"):
        is_foreign = tokens[first].key in words.foreign
        of_a_tribe = key.endswith(("ي", "ية")) and _closes(text, tokens, at, words)
        return not is_foreign and (_is_given(before, words) or of_a_tribe)
    return key in words.known or (not key.startswith((*_ARTICLES, "ف")) and _ends(text, tokens, at, words))


def _ends(text: str, tokens: list[_Token], at: int, words: _Words) -> bool:
    """Whether a clause ends behind a word, or what was said begins."""
    if _is_last(text, tokens, at):
        return True
    following = tokens[at + 1].key
    return following in _THAT or (following in words.offices and not _is_given(following, words))


def _closes(text: str, tokens: list[_Token], at: int, words: _Words) -> bool:
    """Whether what follows a word is of no name: a sign, or a small word."""
    if _is_last(text, tokens, at):
        return True
    following = tokens[at + 1].key
    others = (words.small, words.says, words.offices)
    return any(following in some for some in others) or following.startswith("وال")


def _is_last(text: str, tokens: list[_Token], at: int) -> bool:
    """Whether a sign or nothing follows a word."""
    return at + 1 == len(tokens) or text[tokens[at].end : tokens[at + 1].start] != " "


def _points(
    text: str, tokens: list[_Token], first: int, last: int, keys: tuple[str, ...], times: Counter[str], words: _Words
) -> float:
    points = 0.0
    if keys[0] in words.doubtful:
        points = 0.5
    elif keys[0] in words.foreign or keys[0] in _COMMONEST:
        points = 2.1
    elif _is_given(keys[0], words):
        points = 1.4
    points += 1.0 * sum(_is_given(key, words) and key not in words.doubtful for key in keys[1:])
    points += 0.7 * keys[-1].startswith("ال") + 0.6 * any(key in words.joins for key in keys[1:])
    points += 1.0 * (times[keys[-1]] > 1 and not _is_given(keys[-1], words))
    if first:
        between = text[tokens[first - 1].end : tokens[first].start]
        before = tokens[first - 1].key
        if _office(before, words) and between in (" ", "، ", ": "):
            points += 2.5
        elif before in words.says and between == " ":
            points += 2.0
        elif _introduced(text, tokens, first, words):
            points += 2.3
        elif _office_before(text, tokens, first, words):
            points += 1.8
    if _AGED.match(text, tokens[last - 1].end):
        points += 2.0
    after = text[tokens[last - 1].end : tokens[last - 1].end + 1]
    if after == "،" and last < len(tokens) and (tokens[last].key in words.offices or tokens[last].key in _APPOSITION):
        points += 1.5
    points += 0.6 if after in "،,.(»:؛" or _closes(text, tokens, last - 1, words) else 0.0
    return points


def _office_before(text: str, tokens: list[_Token], first: int, words: _Words) -> bool:
    """Whether an office stands some words before a name, in its clause: وزير الفلاحة المغربي أحمد."""
    for place in range(first - 1, max(-1, first - 1 - _LOOKED_BACK), -1):
        if text[tokens[place].end : tokens[place + 1].start].strip():
            return False
        if _office(tokens[place].key, words):
            return True
    return False


@cache
def _words() -> _Words:
    table = read_table("people/arabic")
    return _Words(*(frozenset(table[name].split()) for name in _Words._fields))
