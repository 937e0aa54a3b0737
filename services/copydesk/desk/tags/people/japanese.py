"""People in Japanese text: names by the honorifics and titles behind them.

Behind a name stands nearly always 氏, さん, 容疑者 or an office; before it a particle, a sign, or an office again.
Where a run of kanji holds an office and a name, surnames tell where the name begins. Foreign names are in katakana.
The words are in japanese.toml.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from copydesk.desk.tags.geography.territories import country_names
from copydesk.desk.tags.people.mention import Mention
from copydesk.desk.tags.table import any_of, longest_first, read_table

_KANJI = "\u3400-\u4dbf\u4e00-\u9fff々〆ヶケノ"
_KATAKANA = "ァ-ヴー"
_POINT = "・=＝"
_LONGEST_GIVEN, _LONGEST_NAME = 3, 6
_SHORT = 2
_HOUSES = ("大学", "研究所", "高校", "病院", "学園", "電機", "銀行", "証券", "製作所", "新聞")
# What the short forms of institutions end in: 東大教授, 同社社長.
_BODIES = "大社省庁党県府市区町村署局部課院会銀紙館校軍国家団体庫連盟協班隊側"
# What may stand between a name and its title: 鳩山元首相, プーチン露大統領.
_FORMER = "元|前|現|新|副|次期|故|暫定"
_NATIONS = "米|露|ロシア|英|仏|独|伊|中|中国|韓国|韓|北朝鮮|印|豪|加|台湾|伯|墨|西|比|越|泰|土"


class _Words(NamedTuple):
    surnames: frozenset[str]
    longest_surname: int
    roles: tuple[str, ...]
    told: re.Pattern[str]
    titled: re.Pattern[str]
    kana: re.Pattern[str]
    foreign: re.Pattern[str]
    foreign_titled: re.Pattern[str]
    foreign_alone: re.Pattern[str]
    mixed: re.Pattern[str]
    alone: re.Pattern[str]
    title: re.Pattern[str]
    given: frozenset[str]
    no: frozenset[str]
    nobody: frozenset[str]
    known: re.Pattern[str]


def japanese_people(text: str) -> list[Mention]:
    """The people of a text, in order: names before an honorific or a title, and full names wherever they stand."""
    words = _words()
    spans = _longest({*_in_kanji(text, words), *_in_katakana(text, words)})
    names = {text[start:end] for start, end in spans}
    full = {name for name in names if _is_full(name, words)}
    if full:
        again = re.compile(any_of(map(re.escape, full)))
        spans = {*_outside(spans, again.finditer(text))}
    short = _short(full, words)
    return sorted(Mention(start, end, short.get(text[start:end], text[start:end])) for start, end in spans)


def _longest(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of spans that overlap the longest."""
    kept: set[tuple[int, int]] = set()
    inside: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if inside.isdisjoint(range(start, end)):
            kept.add((start, end))
            inside.update(range(start, end))
    return kept


def _outside(spans: set[tuple[int, int]], again: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Full names wherever they stand, and those of the spans that overlap none of them."""
    found = {match.span() for match in again}
    inside = {at for span in found for at in range(*span)}
    yield from found
    yield from (span for span in spans if inside.isdisjoint(range(*span)))


def _is_full(name: str, words: _Words) -> bool:
    surname = _surname(name, words)
    return bool(re.search(f"[{_POINT}]", name)) or (bool(surname) and len(name) > len(surname))


def _short(full: set[str], words: _Words) -> Mapping[str, str]:
    """The short forms of full names that are of one of them alone."""
    of: dict[str, set[str]] = {}
    for name in full:
        parts = [*re.split(f"[{_POINT}]", name)] if re.search(f"[{_POINT}]", name) else [_surname(name, words)]
        for part in {parts[0], parts[-1]}:
            of.setdefault(part, set()).add(name)
    return {part: next(iter(names)) for part, names in of.items() if len(names) == 1}


def _surname(name: str, words: _Words) -> str:
    """The longest surname that leaves a given name, if only its last character; or the whole where it is a surname."""
    if name in words.surnames:
        return name
    for size in range(min(words.longest_surname, len(name) - 1), 0, -1):
        if name[:size] in words.surnames and len(name) - size <= _LONGEST_GIVEN:
            return name[:size]
    return ""


def _in_kanji(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    for pattern, sure in ((words.told, True), (words.titled, False), (words.kana, False)):
        for match in pattern.finditer(text):
            if words.title.search(match["name"]) or _ends_in_manner(text, match.end("name")):
                continue
            start = _begin(match["name"], sure, words)
            if start is not None:
                yield match.start("name") + start, match.end("name")
    for match in words.alone.finditer(text):
        name = match["name"]
        surname = _surname(name, words)
        if 1 < len(surname) < len(name) and name[-1] in words.given and not words.title.search(name):
            yield match.span("name")
    yield from (match.span("name") for match in words.mixed.finditer(text))
    yield from (match.span() for match in words.known.finditer(text))


def _ends_in_manner(text: str, end: int) -> bool:
    """Whether the honorific behind a name is the end of a word: 仕様, 模様, 同様."""
    return text.startswith("様", end) and text[end - 1] in "仕模同多異一皆"


def _begin(run: str, sure: bool, words: _Words) -> int | None:
    """Where in a run of characters before an honorific or a title the name begins; None where there is none.

    sure: whether what follows stands behind names alone.
    """
    if run in words.nobody:
        return None
    for role in words.roles:
        rest = run.removeprefix(role)
        if rest and rest != run:
            begin = _begin(rest, sure, words) if len(rest) > 1 else 0 if sure and rest not in words.nobody else None
            return None if begin is None else len(role) + begin
    if _surname(run, words) and _could_be(run, words):
        return 0
    for at in range(2, len(run) - 2):
        if len(run) - at <= _LONGEST_NAME and 1 < len(_surname(run[at:], words)) < len(run) - at:
            return at
    return 0 if 1 < len(run) <= _LONGEST_NAME and (sure or _could_be(run, words)) else None


def _could_be(name: str, words: _Words) -> bool:
    """Whether the characters before a title are a name: by a surname, or by how given names end."""
    surname = _surname(name, words)
    if (name[-1] in _BODIES or name.endswith(_HOUSES)) and len(name) > len(surname):
        return False
    if len(surname) == 1:
        return len(name) > _SHORT or (len(name) > 1 and name[-1] in words.given)
    return bool(surname) or (_SHORT < len(name) <= _LONGEST_NAME and set(name[-2:]) <= words.given)


def _in_katakana(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    countries = country_names("ja")
    for pattern in (words.foreign, words.foreign_titled, words.foreign_alone):
        for match in pattern.finditer(text):
            name = match["name"]
            parts = re.split(f"[{_POINT}]", name)
            if words.no.isdisjoint(parts) and countries.isdisjoint((name, *parts)):
                yield match.span("name")


@cache
def _words() -> _Words:
    table = read_table("people/japanese")
    surnames = frozenset(table["surnames"].split())
    told, titles = any_of(table["honorifics"].split()), any_of(table["titles"].split())
    part = f"[{_KATAKANA}]{{2,}}"
    initial = "[A-ZＡ-Ｚ]\\.?"
    joined = f"(?:{part}|{initial})(?:[{_POINT}](?:{part}|{initial}|[{_KATAKANA}]))+"
    aged = r"(?=[（(]\d{1,3}[歳)）])"
    no_body = f"(?![{_BODIES}室所委権席])"
    title = f"(?:{_NATIONS})?(?:{_FORMER})?(?:{told}|{titles}){no_body}"
    return _Words(
        surnames=surnames,
        longest_surname=max(map(len, surnames)),
        roles=tuple(longest_first(table["roles"].split())),
        told=re.compile(rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,14}}?)(?:{_FORMER})?(?:{told}|{aged})(?![権会村])"),
        titled=re.compile(rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,14}}?)(?:{_FORMER})?(?:{titles}){no_body}"),
        kana=re.compile(
            rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{2,10}}(?![のはがをにでとへや])[ぁ-ん]{{2,4}}?)(?:{told}|{titles}|{aged})"
        ),
        foreign=re.compile(rf"(?<![{_KATAKANA}{_POINT}])(?P<name>{joined})(?={title}|{aged})"),
        foreign_titled=re.compile(rf"(?<![{_KATAKANA}{_POINT}])(?P<name>{part})(?={title}|{aged})"),
        foreign_alone=re.compile(
            rf"(?:(?<=[のはがと、。「：者家員手官師生長使優督妻夫男女母父])|(?<=FW|MF|DF|GK))(?P<name>{joined})"
            rf"(?=[はがをもとにら、。）」])(?!{any_of(table['things'].split())})"
        ),
        mixed=re.compile(
            rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{2,3}}(?:[{_KATAKANA}]{{2,5}}|[ぁ-ん{_KATAKANA}]{{1,3}}[子江代美恵]))"
            rf"(?:{told}|{aged})(?![権会村])"
        ),
        alone=re.compile(rf"(?:^|(?<=[のはがとや、。「】\n]))(?P<name>[{_KANJI}]{{3,5}})(?=[はがをもとに、。（(])"),
        title=re.compile(rf"(?:{titles}|{told})$"),
        given=frozenset("".join(table["given"].split())),
        no=frozenset(table["no"].split()),
        nobody=frozenset(table["nobody"].split()),
        known=re.compile(any_of(table["known"].split()) + f"(?![{_KATAKANA}])"),
    )
