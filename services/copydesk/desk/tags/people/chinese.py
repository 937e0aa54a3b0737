"""People in Chinese text, where nothing but words around a name tells that it is one.

A name is a surname and one or two characters that given names are made of; what speaks for it, in points, stands
beside it: an office or a profession before it, an address behind it, an age, a verb of saying, the end of a clause.
Foreign names are spelled with characters of sound: with a point between their parts, or where an office stands beside
them. The words are in chinese.toml.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from copydesk.desk.tags.geography.territories import country_names
from copydesk.desk.tags.people.mention import Mention
from copydesk.desk.tags.table import any_of, read_table

_LONGEST_GIVEN = 2  # characters; three behind a surname of two
_ENOUGH = 2.9  # points; what tells most has as many
_MOST_FOR_MORE = 1.5  # points for a name that comes again
_NUMBER = re.compile("[一二三四五六七八九十百千万亿年月日]+")
_QUOTES = tuple('“”‘’《》「」『』〈〉"')
_POINT = "·•・‧･"
_ENDS = "，。、；：！？,;:!?）)」』”’》\n\u3000 　"
_OPENS = "，。、；：！？,;:!?（(「『“‘《\n\u3000 　"
_LONGEST = 8  # characters of a part of a foreign name
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")
_AND = "和与及或的"
_BEFORE = "和与对据由向跟叫为请让被给同及是以"
_AGED = re.compile(r"[（(，,]\s*(?:现年|今年|时年|年仅|化名|[男女]|\d{1,3}\s*(?:岁|[）)]))")
# What begins with a character that names end in, and follows one.
_BARRIERS = """
赛后 赛前 会后 会前 会上 会见 当天 当庭 当年 当场 当晚 当日 当地 当时 当选 都将 都在 今天 今日 老太太 老先生
特别 多次 通过 可能 可以 都是 日前 日宣布 希望 可望
"""
_BARRIER = re.compile("|".join(_BARRIERS.split()))
# Sounds that more often begin the next word than end a name.
_TAILS = "于可都通约日让者曾因以"


class _Words(NamedTuple):
    surnames: frozenset[str]
    rare: frozenset[str]
    begins: re.Pattern[str]
    given: frozenset[str]
    offices: re.Pattern[str]
    spared: frozenset[str]
    endings: str
    addresses: re.Pattern[str]
    says: re.Pattern[str]
    bodies: re.Pattern[str]
    small: str
    words: frozenset[str]
    foreign: re.Pattern[str]
    after_office: re.Pattern[str]
    before_address: re.Pattern[str]
    things: tuple[str, ...]
    nobody: frozenset[str]
    places: re.Pattern[str]
    whole: re.Pattern[str]
    simplified: Mapping[int, str]


def chinese_people(text: str) -> list[Mention]:
    """The people of a text, in order: full names wherever they stand, and surnames before an address."""
    words = _words()
    folded = _BARRIER.sub(lambda match: " " * len(match[0]), text.translate(words.simplified))
    offices = {match.end(): match.start() for match in words.offices.finditer(folded)}
    places = _inside(words.places, folded)
    names = _sounded(folded, offices, places, words) | _chinese(folded, offices, places, words)
    if not names:
        return []
    full = {name: name for name in names}
    for name in names:
        parts = re.split(f"[{_POINT}]", name)
        if len(parts) > 1 and len(parts[-1]) > 1:
            full.setdefault(parts[-1], parts[-1])
    pattern = re.compile(any_of(map(re.escape, full)))
    found = [Mention(m.start(), m.end(), text[m.start() : m.end()]) for m in pattern.finditer(folded)]
    return sorted([*found, *_addressed(folded, words, found)])


def _addressed(folded: str, words: _Words, found: list[Mention]) -> Iterator[Mention]:
    """The surnames that stand before an address, of the one person that has it."""
    people: dict[str, set[str]] = {}
    for mention in found:
        name = folded[mention.start : mention.end]
        people.setdefault(_surname(name, words), set()).add(mention.name)
    surnames = any_of(filter(None, people))
    if not surnames:
        return
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    for match in re.finditer(surnames, folded):
        if match.start() not in taken and words.addresses.match(folded, match.end()) and len(people[match[0]]) == 1:
            yield Mention(match.start(), match.end(), next(iter(people[match[0]])))


def _surname(name: str, words: _Words) -> str:
    begins = words.begins.match(name)
    return begins[0] if begins and len(name) <= len(begins[0]) + _LONGEST_GIVEN else ""


def _inside(pattern: re.Pattern[str], folded: str) -> set[int]:
    """The places of all characters that a pattern matches."""
    return {at for match in pattern.finditer(folded) for at in range(match.start(), match.end())}


def _sounded(folded: str, offices: Mapping[int, int], places: AbstractSet[int], words: _Words) -> set[str]:
    """Foreign names, as they are spelled by sound. offices: where each ends, and begins. places: what countries are."""
    names = set()
    for match in words.foreign.finditer(folded):
        point = folded.index(next(char for char in match[0] if char in _POINT), match.start())
        start = next((at for at in range(point - 1, max(-1, point - _LONGEST), -1) if at in offices), match.start())
        if not _IDEOGRAPHS.fullmatch(folded, start, point):
            start = match.start()
        start = max([start, *(at + 1 for at in range(start, point - 1) if folded[at] in _AND)])
        while start + 1 < point and folded[start] in words.endings:
            start += 1
        name = _without_tail(folded[start : match.end()])
        quoted = folded[start - 1 : start] in _QUOTES and folded[start + len(name) : start + len(name) + 1] in _QUOTES
        if not quoted and not folded.startswith(words.things, start + len(name)):
            names.add(name)
    for pattern in (words.after_office, words.before_address):
        for match in pattern.finditer(folded):
            group = "name" if match["name"] else "long"
            name = _without_tail(match[group])
            if len(name) < 2 or name in words.nobody or not places.isdisjoint(range(*match.span(group))):
                continue
            if not _reads_as_chinese(name, words) and not _NUMBER.fullmatch(name):
                names.add(name)
    return names | {match[0] for match in words.whole.finditer(folded)}


def _reads_as_chinese(name: str, words: _Words) -> bool:
    """Whether a name by sounds may be a Chinese one, or the beginning of one."""
    return name[0] in words.surnames and all(char in words.given for char in name[1:3])


def _without_tail(name: str) -> str:
    last = len(re.split(f"[{_POINT}]", name)[-1])
    while last > 2 and name[-1] in _TAILS:
        name, last = name[:-1], last - 1
    return name


def _chinese(folded: str, offices: Mapping[int, int], places: AbstractSet[int], words: _Words) -> set[str]:
    inside = {at for end, start in offices.items() for at in range(start, end)}
    inside.update(places, *(_inside(pattern, folded) for pattern in (words.bodies, words.addresses, words.whole)))
    best: dict[str, float] = {}
    times: Counter[str] = Counter()
    for match in words.begins.finditer(folded):
        at, surname = match.start(), match[0]
        if at in inside:
            continue
        points, name = _name_at(folded, at, len(surname), offices, inside, words)
        if name:
            times[name] += 1
            best[name] = max(points, best.get(name, points))
    return {name for name, points in best.items() if points + min(_MOST_FOR_MORE, 0.8 * (times[name] - 1)) >= _ENOUGH}


def _name_at(
    folded: str, at: int, surname: int, offices: Mapping[int, int], inside: AbstractSet[int], words: _Words
) -> tuple[float, str]:
    """The likeliest name that begins at a surname, with its points; none where no name could be."""
    left = _left(folded, at, offices, words)
    likeliest = (0.0, "")
    for given in (2, 1, 3) if surname > 1 else (2, 1):
        end = at + surname + given
        name = folded[at:end]
        if len(name) < surname + given or not all("\u4e00" <= char <= "\u9fff" for char in name):
            continue
        if any(char in words.small and char not in words.given for char in name):
            continue
        if any(name[:size] in words.words for size in range(2, len(name) + 1)):
            continue
        before = folded[max(0, at - 1) : at + 1]
        if before in words.words or not inside.isdisjoint(range(at, end)):
            continue
        points = (
            left + _right(folded, end, words) + 0.3 * (surname > 1) - 0.3 * (surname == 1 and name[0] in words.rare)
        )
        points += sum(0.35 if char in words.given else -1.0 if char in words.small else -0.6 for char in name[surname:])
        likeliest = max(likeliest, (points, name))
    return likeliest


def _left(folded: str, at: int, offices: Mapping[int, int], words: _Words) -> float:
    if at in offices:
        return 3.0
    before = folded[at - 1] if at else "\n"
    if before in words.endings and folded[at - 2 : at] not in words.spared:
        return 2.0 if before in "师员长" else 1.5
    if before in _OPENS:
        return 0.7
    return 0.5 if before in _BEFORE else -0.5


def _right(folded: str, end: int, words: _Words) -> float:
    if _AGED.match(folded, end) or words.addresses.match(folded, end):
        return 3.0
    if words.says.match(folded, end):
        return 2.0
    after = folded[end] if end < len(folded) else "\n"
    if after in _ENDS or after in words.small or after in "（(":
        return 0.7
    return -0.4


@cache
def _words() -> _Words:
    table = read_table("people/chinese")
    surnames = "".join((table["surnames"] + table["rare"]).split())
    sounds = "".join(table["sounds"].split())
    tibetan = any_of(table["tibetan"].split())
    name = f"(?P<name>[{sounds}]{{2,6}})"
    return _Words(
        surnames=frozenset(surnames),
        rare=frozenset(table["rare"]),
        begins=re.compile(f"{any_of(table['compound'].split())}|[{surnames}]"),
        given=frozenset("".join(table["given"].split())),
        offices=re.compile(any_of(table["offices"].split())),
        spared=frozenset(table["spared"].split()),
        endings=table["endings"],
        addresses=re.compile(any_of(table["addresses"].split())),
        says=re.compile(any_of(table["says"].split())),
        bodies=re.compile(any_of(table["bodies"].split())),
        small=table["small"],
        words=frozenset(table["words"].split()),
        foreign=re.compile(
            rf"(?=[A-Z{_POINT}]{{0,8}}[{sounds}])[{sounds}A-Z]{{1,7}}(?:[{_POINT}][{sounds}A-Z]{{1,7}}){{1,4}}"
        ),
        after_office=re.compile(
            rf"(?>{any_of(table['sounded_offices'].split())}){name}(?![{sounds}])"
            rf"|(?>{any_of(table['offices'].split())})(?P<long>[{sounds}]{{4,7}})(?![{sounds}])"
        ),
        before_address=re.compile(rf"(?<![{sounds}{_POINT}]){name}(?:{any_of(table['sounded_addresses'].split())})"),
        things=tuple(table["things"].split()),
        nobody=frozenset(table["nobody"].split()),
        places=re.compile(any_of(" ".join(country_names("zh")).split())),
        whole=re.compile(f"{any_of(table['known'].split())}|(?:{tibetan}){{2}}"),
        simplified={ord(pair[1]): pair[0] for pair in table["traditional"].split() if pair[0] != pair[1]},
    )
