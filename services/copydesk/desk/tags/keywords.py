"""The phrases that an article keeps coming back to, as printed."""

import math
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

from copydesk.article import Keyword
from copydesk.desk.tags.stems import stems
from copydesk.desk.tags.words import Token, fold, tokenize

_MOST = 10
_FEWEST = 5
_LONGEST_NAME, _MOST_PIECES = 6, 24  # words, without those that connect them; all there is of them
# Before the rest of a name, with a full stop, as initials: "Dr. Anna Lee". What else is as short ends a sentence.
_TITLES = frozenset("dr fr ft hr lt mr ms mt st".split())
_SYLLABLE = 2  # letters behind a hyphen: the end of a name (Jong-un, Jae-in), and no "-led" or "-based"
_JOINTS = frozenset({" ", "-", "’", "'"})
_NAME_JOINTS = _JOINTS | {" & "}
_INSIDE_WORDS = _JOINTS - {" "}
_CONNECTIVES = frozenset("of de du des del della di da do dos van von der den bin al el la le".split())
# After these "for" goes on with a name, and then "and": Centers for Disease Control and Prevention.
_BODIES = frozenset(
    "academy agency alliance association board bureau campaign center centers centre centres coalition college "
    "commission committee council court department federation foundation fund institute institution ministry museum "
    "network office organisation organization school secretary society union university".split()
)
# Function words that a name may begin with, where both have a capital: New York, General Motors, Great Lakes.
_OPENERS = frozenset("big general great high little long new old open small state young".split())
# "Willmar, Minn. - ", "Ottawa, Ont., ...": a state or province, cut short.
_CUT_SHORT = re.compile(r"\.(?:[,)]|\s?[-–—]|\s[a-z])")
_LONGEST_CUT = 5
_OPENING = frozenset('.!?\n:“„«"—')
_LEAD_WORDS = 80

# Chinese words are not spaced: a phrase neither begins nor ends with one of these.
_CHINESE_FUNCTION = frozenset(
    "的了在是和与與及于於对對为為中上下不有也这這那将將从從被把由以之其等并並但而就都到说說称稱个個们們一二三四五六七八九十年月日时時"
    "分会會可能要还還又让讓给給向后後前里裡我你他她它很更最已此该該每各因所如若或则則至者得着著过過内外间間"
)
_CHINESE_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
# Japanese: what is written in ideographs or in katakana is mostly a noun.
_JAPANESE_RUN = re.compile(r"[\u3400-\u9fff々]{2,10}|[\u30a1-\u30faー]{3,20}|[A-Za-z][A-Za-z0-9]{2,20}")
_JAPANESE_NUMBER = re.compile(
    r"[〇一二三四五六七八九十百千万億第約][〇一二三四五六七八九十百千万億年月日時分歳人件回目場所連続勝敗]*"
)
# Thai, Lao, Khmer and Burmese put spaces between clauses, not words: a short one as a whole is a phrase.
_CLAUSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 4, 24


@dataclass(slots=True)
class _Phrase:
    """A candidate: where it stands, [start, end) in the text, the word on which it stands first, and how often it is
    a name there."""

    words: tuple[str, ...]
    first: int
    places: list[tuple[int, int]] = field(default_factory=list)
    names: int = 0


def tag_keywords(
    text: str, *, title: str | None = None, language: str = "en", tokens: list[Token] | None = None
) -> list[Keyword]:
    """Find the 5 to 10 phrases that tell most of a text, the most telling first; fewer where it has no more.

    text: the clean body. title: its words count, and are not keywords by themselves. language: ISO 639 code; one
    without a list of function words gives names and longer words only. A keyword is printed in the text exactly so,
    and none is part of another. score: 1 for the first, the others in proportion. tokens: of the text, where they are
    at hand.
    """
    phrases = _candidates(text, language, tokens)
    words = set(_keys(tokenize(title), language)) if title else set()
    chosen: list[tuple[float, _Phrase, str]] = []
    for score, phrase in _scored(phrases, words, text, language):
        if len(chosen) == _MOST or (len(chosen) >= _FEWEST and score < 0.12 * chosen[0][0]):
            break
        printed = _as_printed(phrase, text)
        if not any(_shared(phrase, printed, other, way) for _, other, way in chosen):
            chosen.append((score, phrase, printed))
    return [Keyword(text=printed, score=round(score / chosen[0][0], 3)) for score, _, printed in chosen]


def _candidates(text: str, language: str, tokens: list[Token] | None) -> list[_Phrase]:
    if language in {"zh", "yue"}:
        return _repeated(text)
    if language == "ja":
        return _runs(run for run in _JAPANESE_RUN.finditer(text) if not _JAPANESE_NUMBER.fullmatch(run.group()))
    if language in {"th", "lo", "km", "my"}:
        return _runs(run for run in _CLAUSE.finditer(text) if _SHORTEST_CLAUSE <= len(run.group()) <= _LONGEST_CLAUSE)
    return _phrases(text, tokenize(text) if tokens is None else tokens, language)


def _runs(matches: Iterator[re.Match[str]]) -> list[_Phrase]:
    found: dict[str, _Phrase] = {}
    for number, match in enumerate(matches):
        phrase = found.setdefault(match.group(), _Phrase((match.group(),), number))
        phrase.places.append(match.span())
    return list(found.values())


def _repeated(text: str) -> list[_Phrase]:
    """Strings of two to six ideographs that come again, and are no part of a longer one that comes as often."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for run in _CHINESE_RUN.finditer(text[:20_000]):
        word = run.group()
        for start in range(len(word) - 1):
            for length in range(2, min(6, len(word) - start) + 1):
                string = word[start : start + length]
                counts[string] += 1
                first.setdefault(string, run.start() + start)
    strings = {s: n for s, n in counts.items() if n > 1 and not {s[0], s[-1]} & _CHINESE_FUNCTION}
    phrases = []
    longer: dict[str, int] = {}
    for string, number in counts.items():
        for part in (string[1:], string[:-1]):
            longer[part] = max(longer.get(part, 0), number)
    for string in sorted(strings, key=lambda s: (-len(s), s)):
        if longer.get(string, 0) < counts[string]:
            place = (first[string], first[string] + len(string))
            phrases.append(_Phrase((string,), first[string] // 2, [place] * counts[string]))
    return phrases


_STEMS_ARE_WORDS = frozenset({"de", "en", "es", "fr", "it", "ko", "pt"})


def _phrases(text: str, tokens: list[Token], language: str) -> list[_Phrase]:
    """Names (words with capitals that follow each other), and words and pairs of words that come again."""
    stops = function_words(language)
    keys = _keys(tokens, language)
    # Elsewhere too many stems are a function word: "tam" is Polish for "there", and the stem of "tama", a dam.
    plain = keys if language in _STEMS_ARE_WORDS else [token.key for token in tokens]
    content = [_is_content(token, key, stops) for token, key in zip(tokens, plain, strict=True)]
    gaps = ["\n", *(text[a.end : b.start] for a, b in pairwise(tokens))]
    english = language == "en"
    sons = _sons(text, tokens, gaps)
    for at in sons:
        content[at] = True
    if english:
        for at, token in enumerate(tokens[:-1]):
            follower = tokens[at + 1].text
            if token.key in _OPENERS and token.text[0].isupper() and follower[0].isupper() and gaps[at + 1] == " ":
                content[at] = content[at + 1]
    pairs = stops and language != "ko"  # a Korean particle between two nouns would be printed with them
    found: dict[tuple[str, ...], _Phrase] = {}

    def add(start: int, end: int, name: bool) -> None:
        words = tuple(keys[start:end])
        phrase = found.get(words)
        if phrase is None:
            phrase = found[words] = _Phrase(words, start)
        stop = tokens[end - 1].start + len(keys[end - 1]) if language == "ko" else tokens[end - 1].end
        phrase.places.append((tokens[start].start, stop))
        phrase.names += name

    at = 0
    while at < len(tokens):
        if not content[at] or (english and tokens[at].key.endswith("ing") and _only_opens(tokens, gaps, at)):
            at += 1
            continue
        end = _name_end(tokens, gaps, sons, at, language) if tokens[at].text[0].isupper() else at
        if end == at + 1 and _is_cut_short(text, tokens[at], gaps[at]):
            at = end
            continue
        if end > at + 1 or (end == at + 1 and language != "de" and not _opens(gaps[at])):
            add(at, end, language != "de")
            at = end
            continue
        add(at, at + 1, False)
        if pairs and at + 1 < len(tokens) and content[at + 1] and gaps[at + 1] in _JOINTS:
            add(at, at + 2, False)
        at += 1
    return list(found.values())


def _keys(tokens: list[Token], language: str) -> list[str]:
    """What words are the same by: their stems; in Arabic, where one is the stem of too many, themselves."""
    return [token.key for token in tokens] if language == "ar" else stems(tokens, language)


def _name_end(tokens: list[Token], gaps: list[str], sons: frozenset[int], start: int, language: str) -> int:
    """Where the name that begins with a capitalised word ends. sons: as `_sons` has them."""
    end = at = start + 1
    body, long, words = tokens[start].key in _BODIES, False, 1
    while at < len(tokens) and at - start < _MOST_PIECES:
        word, joint = tokens[at], gaps[at]
        if joint not in _NAME_JOINTS and not (joint == ". " and _is_before_name(tokens[at - 1], gaps[at - 1])):
            break
        joined = joint == "-" and (word.text.isdigit() or len(word.text) <= _SYLLABLE)
        if at in sons:
            words += 1
        elif joined or (word.text[0].isupper() and len(word.text) > 1):
            words += joint not in _INSIDE_WORDS  # the second piece of "O'Malley" and "Jong-un" is none
            if words > _LONGEST_NAME:
                break
            end = at + 1
            body = body or word.key in _BODIES
        elif word.key == "and":
            if not (body and long):
                break
        elif word.key == "for":
            if not body:
                break
            long = True
        elif word.key in _CONNECTIVES and language != "de":
            long = long or word.key == "of"
        else:
            break
        at += 1
    return end


def _is_before_name(token: Token, gap: str) -> bool:
    """Whether a full stop behind a token is an initial's or a title's; in "DN-III-E. La Cruz" it is not."""
    return token.key in _TITLES or (len(token.text) == 1 and gap != "-")


def _sons(text: str, tokens: list[Token], gaps: list[str]) -> frozenset[int]:
    """The tokens that are the O of "O'Malley"."""
    if "O'" not in text and "O’" not in text:
        return frozenset()
    after = zip(tokens, gaps[1:], strict=False)
    return frozenset(at for at, (token, gap) in enumerate(after) if token.text == "O" and gap in ("'", "’"))


def _is_cut_short(text: str, token: Token, gap: str) -> bool:
    is_short = len(token.text) <= _LONGEST_CUT and not token.text.isupper()
    return gap == ", " and is_short and _CUT_SHORT.match(text, token.end) is not None


def _only_opens(tokens: list[Token], gaps: list[str], at: int) -> bool:
    """ "Joining Winslet are": the participle has its capital from the sentence; the name begins after it."""
    if not tokens[at].text[0].isupper() or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if gaps[at + 1] != " " or not following.text[0].isupper() or not _opens(gaps[at]):
        return False
    inside = {t.key for t, gap in zip(tokens, gaps, strict=True) if t.text[0].isupper() and not _opens(gap)}
    return following.key in inside and tokens[at].key not in inside


def _opens(gap: str) -> bool:
    """Whether a sentence begins after what stands between two words."""
    return not _OPENING.isdisjoint(gap)


def _is_content(token: Token, key: str, stops: frozenset[str]) -> bool:
    first = token.text[0]
    short = len(token.key) < 3 and token.text.isascii() and not (first.isupper() and len(token.key) == 2)
    return not short and not first.isdigit() and token.key not in stops and key not in stops


def _scored(phrases: list[_Phrase], title: set[str], text: str, language: str) -> list[tuple[float, _Phrase]]:
    """After the C-value of Frantzi and Ananiadou (1996): a phrase counts where it does not stand in a longer one.
    Names, early phrases and the title's words count more."""
    kept = [phrase for phrase in phrases if len(phrase.places) > 1 or phrase.names]
    if len(kept) < 2 * _MOST:
        kept += [
            phrase for phrase in phrases if len(phrase.places) == 1 and not phrase.names and len(phrase.words) == 1
        ]
    inside: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for phrase in kept:
        for size in range(1, len(phrase.words)):
            for start in range(len(phrase.words) - size + 1):
                part = phrase.words[start : start + size]
                inside[part] = max(inside[part], len(phrase.places))
    scored = []
    for phrase in kept:
        times, length = len(phrase.places), len(phrase.words)
        name = phrase.names / times
        alone = times if phrase.names else times - inside[phrase.words]
        if alone <= 0:
            continue
        score = math.log2(1 + alone) * (1 + 0.35 * min(2, length - 1))
        score *= 1 + 0.6 * name
        score *= 1 + 0.5 / (1 + phrase.first / _LEAD_WORDS)
        score *= 1 + 0.4 * (bool(title) and title.issuperset(phrase.words))
        # In German every noun has a capital; elsewhere a word that is no name has it from the sentence that it opens.
        if length == 1 and not name and not (language == "de" and text[phrase.places[0][0]].isupper()):
            score *= 0.6 * min(1.0, len(phrase.words[0]) / 8)
        scored.append((score, phrase))
    return sorted(scored, key=lambda item: (-item[0], item[1].first, item[1].words))


def _shared(phrase: _Phrase, printed: str, other: _Phrase, other_printed: str) -> bool:
    """Whether one of two phrases is part of the other, by its words or as printed, or both are cut from the same
    Chinese string: they share three characters of it."""
    part, whole = sorted((phrase.words, other.words), key=len)
    size = len(part)
    if any(whole[at : at + size] == part for at in range(len(whole) - size + 1)):
        return True
    one, two = fold(printed), fold(other_printed)
    if one in two or two in one:
        return True
    return bool(_CHINESE_RUN.match(one)) and any(one[at : at + 3] in two for at in range(len(one) - 2))


def _as_printed(phrase: _Phrase, text: str) -> str:
    """The commonest way it is printed; in capitals throughout only if never otherwise."""
    ways = Counter(" ".join(text[start:end].split()) for start, end in phrase.places)
    return min(ways, key=lambda way: (way.isupper() and len(ways) > 1, -ways[way], way))


@cache
def function_words(language: str) -> frozenset[str]:
    with files("copydesk").joinpath("models/keywords.zip").open("rb") as file, zipfile.ZipFile(file) as archive:
        if language not in archive.namelist():
            return frozenset()
        words = archive.read(language).decode("utf-8").split("\n")
    return frozenset(part for word in words for part in (fold(word), *(token.key for token in tokenize(word))))
