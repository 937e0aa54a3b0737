"""People in Korean text: names of three syllables, and foreign ones, before their titles.

Behind a name stands its title, with a country or a house between them ("윤태식 통일부 장관"), or an age in brackets;
before it a profession ("배우 송강호"). From a title the words before it are read backwards to the first that could be a
name. A surname before a title is the person's who was named in full. The words are in korean.toml.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from copydesk.desk.tags.geography.territories import country_names
from copydesk.desk.tags.people.mention import Mention
from copydesk.desk.tags.table import any_of, read_table

_WORD = re.compile(r"[가-힣A-Za-z·0-9]+")
_SYLLABLES = 3  # of nearly all names
_LOOKED_BACK = 5  # words from a title to the name before it
_LONGEST, _LONGEST_WORD = 4, 7  # words of a foreign name, and syllables of one
_IN_BRACKETS = re.compile(r"\s?[(（][^)）]{1,30}[)）]\s?")
# What the short forms of institutions end in: 민주당, 외교부.
_ENDS = "당부처청회시군팀측대을를"
_PROFESSION_WORDS = (
    "학자 작가 기자 감독 선수 배우 가수 교수 대표 회장 총재 격수 비수 필더 변호사 위원장 전문가 평론가 지휘자 연주자"
)
_PROFESSIONS = tuple(_PROFESSION_WORDS.split())
# What is written to a name: no house stands between.
_GLUED = re.compile(r"(?:씨|님|양|군|옹|여사)(?:$|[은는이가을를의와과도에께로만])")
# Before a foreign given name: 최 블라디미르.
_FAMILIES = frozenset("김이박최정강조윤장임한오서신권황안송유홍고문양손배허남노")
# Behind these no title is a person's: 국방장관 회의.
_ELSE_WORDS = "회의 회담 선거 관저 비서실 직속 산하 명의 주재 표창 취임 임명 퇴진 탄핵 협의 간담회 제도 시절 출신"
_ELSE = frozenset(_ELSE_WORDS.split())
_CONNECTS = tuple("에서 에게 으로 했다 한 된 던 인 는 은 며 고 서 해 의 에 을 를 도 면".split())
_NO_CHIEFS = tuple("시장 공장 현장 입장 주장 농장 매장 극장 광장 성장 확장 경기장 행사장 직장".split())
# A mayor, or a market: nothing happens at a mayor.
_MAYOR, _AT_MARKET = "시장", re.compile("시장에(?!게)")
_FORMER = frozenset("전 현 신임 전임 차기 초대 수석 선임 신 당시 고 겸 부 첫".split())
_AGED = re.compile(r"\s?[(（]\s?(?:\d{1,3}|[여남])\s?(?:[)）세·,])")
_CASES = "의에을를은는서도"
_PARTICLES = "은는이가을를의와과도에께로만씨님"
_AFTER = re.compile(
    rf"(?:[{_PARTICLES}]|에게|에서|께서|이라|이란|라고|까지|부터|처럼|조차|마저|이며|이고|이나|[^가-힣]|$)"
)


class _Words(NamedTuple):
    surnames: frozenset[str]
    rare: frozenset[str]
    compound: tuple[str, ...]
    given: frozenset[str]
    titles: re.Pattern[str]
    long_titles: re.Pattern[str]
    roles: frozenset[str]
    known: frozenset[str]
    first: frozenset[str]
    sounds: frozenset[str]
    bodies: tuple[str, ...]
    nobody: frozenset[str]
    countries: frozenset[str]


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def korean_people(text: str) -> list[Mention]:
    """The people of a text, in order: full names wherever they stand, and surnames before a title."""
    words = _words()
    tokens = [_Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    again = Counter(token.text[:_SYLLABLES] for token in tokens) + Counter(
        token.text for token in tokens if len(token.text) == 1
    )
    names = dict.fromkeys(_titled(text, tokens, again, words))
    names |= dict.fromkeys(_introduced(text, tokens, words))
    full = {name: name for name in names}
    for name in names:
        for part in name.split()[1:] + [one for one in name.split()[:1] if one in words.known]:
            if len(part) > 1:
                full.setdefault(part, name)
    for name in words.known:
        full.setdefault(name, name)
    pattern = re.compile(f"(?<![가-힣])(?:{any_of(map(re.escape, full))})")
    found = [
        Mention(match.start(), match.end(), full[match[0]])
        for match in pattern.finditer(text)
        if match[0] in names or _AFTER.match(text, match.end())
    ]
    return sorted([*found, *_surnames(text, tokens, found, words)])


def _surnames(text: str, tokens: list[_Token], found: list[Mention], words: _Words) -> Iterator[Mention]:
    """Surnames alone before a title, of the one person that has it."""
    people: dict[str, set[str]] = {}
    for mention in found:
        if " " not in mention.name and (surname := _surname(mention.name, words)):
            people.setdefault(surname, set()).add(mention.name)
    for token, following in pairwise(tokens):
        of = people.get(token.text, set())
        if len(of) == 1 and text[token.end : following.start] == " " and words.titles.match(following.text):
            yield Mention(token.start, token.end, next(iter(of)))


def _titled(text: str, tokens: list[_Token], again: Counter[str], words: _Words) -> Iterator[str]:
    for at, token in enumerate(tokens):
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if following in _ELSE or _AT_MARKET.match(token.text):
            continue
        if token.text in words.roles and _is_korean(following[:3], words, rare=False):
            continue
        whole = words.titles.match(token.text) is not None
        far = whole and not _GLUED.match(token.text)
        if (whole or words.long_titles.match(token.text)) and (name := _before(text, tokens, at, again, words, far)):
            yield name
        size = next((size for size in (4, 3) if _is_korean(token.text[:size], words)), 0)
        if size and _GLUED.match(token.text, size):
            yield token.text[:size]  # "김철수씨는"


def _before(text: str, tokens: list[_Token], at: int, again: Counter[str], words: _Words, far: bool) -> str | None:
    """The name that a title at a word is of: the nearest before it. far: whether words may stand between."""
    end = tokens[at].start
    for place in range(at - 1, max(-1, at - 1 - (_LOOKED_BACK if far else 1)), -1):
        token = tokens[place]
        between = text[token.end : end]
        if between.strip() and not _IN_BRACKETS.fullmatch(between):
            return None
        end = token.start
        nearest = place == at - 1
        if token.text in _FORMER or token.text in words.countries:
            continue
        if _is_korean(
            token.text, words, rare=nearest and (not far or again[token.text] > 1 or again[token.text[0]] > 0)
        ):
            return token.text
        if len(token.text) == 2 and not nearest and _is_short(token.text, words) and _is_office(tokens[place + 1].text):
            return token.text
        if nearest and place and _is_pair(tokens[place - 1], token, text, words):
            whole = _whole(text, tokens, place, words)
            return whole if " " in whole else f"{tokens[place - 1].text} {token.text}"
        if (
            token.text in words.known
            or token.text in words.first
            or (_is_foreign(token.text, words) and token.text[-1] not in _CASES)
        ):
            whole = _whole(text, tokens, place, words)
            sure = (
                far
                and nearest
                and len(words.sounds.intersection(token.text)) > 1
                and not token.text.startswith("주")
                and not tokens[at].text.startswith(_MAYOR)  # "스마트폰 시장" is a market
            )
            if sure or token.text in words.known or " " in whole:
                return whole
        if not nearest and token.text[-1] in _PARTICLES and not token.text.endswith(words.bodies):
            return None
    return None


def _is_pair(first: _Token, last: _Token, text: str, words: _Words) -> bool:
    """Whether two words are a foreign name, if only the first is spelled so."""
    return (
        text[first.end : last.start] == " "
        and (first.text in words.first or _is_foreign(first.text, words) or _is_before(first.text, last.text, words))
        and not first.text.endswith(_CONNECTS)
        and 1 < len(last.text) <= _LONGEST_WORD
        and last.text[-1] not in _CASES
        and not last.text.endswith(words.bodies)
        and last.text not in words.countries
        and last.text not in words.nobody
        and last.text not in words.roles
    )


def _is_before(first: str, last: str, words: _Words) -> bool:
    """Whether a word that is none in particular may be the given name before a foreign one that nobody knows."""
    return (
        1 < len(first) <= _LONGEST
        and _is_foreign(last, words)
        and last not in words.known
        and not (first in words.nobody or first in words.roles or first in words.countries)
        and not (first.endswith(words.bodies) or words.titles.match(first))
    )


def _whole(text: str, tokens: list[_Token], last: int, words: _Words) -> str:
    """A foreign name with the words before its last that are of it."""
    first = last
    while first and last - first < _LONGEST - 1 and text[tokens[first - 1].end : tokens[first].start] == " ":
        before = tokens[first - 1].text
        known = before in words.first or before in words.known or before in _FAMILIES
        if len(before) == 1 and first > 1 and not known:
            known = tokens[first - 2].text in words.first
        if not known and not (_is_foreign(before, words) and not before.endswith(_CONNECTS)):
            break
        first -= 1
    return text[tokens[first].start : tokens[last].end]


def _is_short(name: str, words: _Words) -> bool:
    return name[0] in words.surnames and name[1] in words.given and name not in words.nobody


def _is_office(word: str) -> bool:
    return len(word) > 2 and word[-1] in "부처청원실"


def _introduced(text: str, tokens: list[_Token], words: _Words) -> Iterator[str]:
    """Names before an age in brackets, and behind a profession."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place and text[tokens[place - 1].end : token.start] == " " else None
        told = before is not None and _tells(before.text, words)
        aged = _AGED.match(text, token.end)
        name = next((token.text[:size] for size in (4, 3) if _is_korean(token.text[:size], words, bool(aged))), "")
        if name and ((aged and name == token.text) or (told and _AFTER.match(token.text + " ", len(name)))):
            yield name
        elif aged and (_is_foreign(token.text, words) or len(token.text) == 1):
            whole = _whole(text, tokens, place, words)
            if " " in whole:
                yield whole
        elif bare := _bare(token.text, words):
            whole = _whole(text, tokens, place, words)
            first = place - whole.count(" ")
            if first < place and first and _tells(tokens[first - 1].text, words):
                yield f"{whole[: -len(token.text)]}{bare}"


def _bare(word: str, words: _Words) -> str:
    """A foreign word without the particle on it."""
    for particle in ("에게서", "에게", "에서", "은", "는", "이", "가", "을", "를", "와", "과", "의", "도", "로"):
        if word.endswith(particle) and len(word) > len(particle) + 1:
            return word.removesuffix(particle) if _is_foreign(word.removesuffix(particle), words) else ""
    return word if _is_foreign(word, words) else ""


def _tells(word: str, words: _Words) -> bool:
    """Whether a word tells that a person is named behind it: a profession, a country's."""
    if word.endswith("의") and word[:-1] in words.countries:
        return True
    if word.removesuffix("인") in words.roles or word in words.roles or word.endswith(_PROFESSIONS):
        return True
    return len(word) > 2 and word.endswith("장") and not word.endswith(_NO_CHIEFS)


def _surname(name: str, words: _Words) -> str:
    if name.startswith(words.compound) and len(name) > 2:
        return name[:2]
    return name[0] if name[:1] in words.surnames else ""


def _is_korean(name: str, words: _Words, rare: bool = True) -> bool:
    surname = _surname(name, words)
    given = name[len(surname) :]
    if not surname or not (len(given) == 2 or (len(given) == 1 and len(surname) == 2)):
        return False
    if surname in words.rare and not rare:
        return False
    return (
        name not in words.nobody
        and name not in words.countries
        and name not in words.roles
        and not words.titles.fullmatch(name)
        and all(char in words.given for char in given)
        and name[-1] not in _ENDS
        and not (surname in words.rare and name[-1] in _PARTICLES)
    )


def _is_foreign(word: str, words: _Words) -> bool:
    """Whether a word is spelled by the sound of another language."""
    return (
        1 < len(word) <= _LONGEST_WORD
        and bool(words.sounds.intersection(word))
        and not (word in words.countries or word in words.nobody or word in words.roles)
        and not (word.endswith(words.bodies) or words.titles.match(word))
    )


@cache
def _words() -> _Words:
    table = read_table("people/korean")
    titles = any_of(table["titles"].split())
    long = "위원장|단장|청장|총장|원장|의장|회장|사장|소장|센터장|본부장|책임자|대변인|연구원|장관|감독|교수"
    return _Words(
        surnames=frozenset(table["surnames"] + table["rare"]),
        rare=frozenset(table["rare"]),
        compound=tuple(table["compound"].split()),
        given=frozenset(table["given"]),
        long_titles=re.compile(rf"[가-힣]{{2,8}}(?:{long})(?:$|[{_PARTICLES}])"),
        titles=re.compile(
            rf"(?:{titles})(?:$|[{_PARTICLES}]|에게|에서|께서|이라|이란|라고|까지|부터|처럼|이며|이고|이나|들|측)"
        ),
        roles=frozenset(table["roles"].split()),
        known=frozenset(table["known"].split()),
        first=frozenset(table["first"].split()),
        sounds=frozenset(table["sounds"]) - frozenset(table["given"]),
        bodies=tuple(table["bodies"].split()),
        nobody=frozenset(table["nobody"].split()),
        countries=country_names("ko"),
    )
