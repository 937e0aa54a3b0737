"""People who are called like places: what stands for one of them is no place."""

import re
from collections.abc import Sequence

from copydesk.desk.tags.english.lexicon import Kind, fold_hash
from copydesk.desk.tags.english.model import names_model
from copydesk.desk.tags.key import key_words
from copydesk.desk.tags.link import Found

_FIRST = int(Kind.FIRST_COMMON | Kind.FIRST)
_LAST = int(Kind.LAST_COMMON | Kind.LAST)
_COUNTRY = int(Kind.COUNTRY | Kind.REGION)
_NO_SURNAME = _COUNTRY | int(Kind.CITY_LARGE | Kind.PLACE_WORD)
_PLACE = int(Kind.CITY_LARGE | Kind.CITY | Kind.COUNTRY | Kind.REGION | Kind.PLACE_WORD)
# What stands before a place, in the languages of which text comes; before a person some of these do as well.
_BEFORE_PLACES = frozenset(
    "across around at from in inside into near of outside throughout to toward towards visit visited within "
    "aus bei in nach à au aux en dans de du para em na no da do della dal nel nella ad w we z ze do i till från uit "
    "naar te voor в во из на".split()
)
_IN = frozenset("across at in inside near off outside the through throughout".split())
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s(?:the\s)?$")
_REACH = 24  # characters


def without_namesakes(found: Sequence[Found], text: str) -> list[Found]:
    """The names, in order, where "Georgia Lawton" is a person, and so is "Ireland" where one is called Tom Ireland.

    Not where the text has the name before the person, or behind a word that places stand behind: it may speak of both.
    """
    named = _of_two_words(found, text)
    called: dict[str, int] = {}  # by last names and first ones, where the person is first named
    for name in named:
        if name.kind == "PER" and len(words := key_words(name.text)) > 1:
            called.setdefault(words[-1], name.start)
            called.setdefault(words[0], name.start)
    lone = {i: key[0] for i, name in enumerate(named) if name.kind == "LOC" and len(key := key_words(name.text)) == 1}
    if called.keys().isdisjoint(lone.values()):
        return named
    places = {
        key
        for i, key in lone.items()
        if key in called and (named[i].start < called[key] or _is_placed(text, named[i].start))
    }
    return [
        name._replace(kind="PER") if lone.get(i) in called and lone[i] not in places else name
        for i, name in enumerate(named)
    ]


def _of_two_words(found: Sequence[Found], text: str) -> list[Found]:
    """Of places of two words those are people that are a first name which countries have, too, and a last name."""
    pairs = {
        i: name.text.split()
        for i, name in enumerate(found)
        if name.kind == "LOC" and name.text.count(" ") == 1 and not _is_placed(text, name.start, _IN)
    }
    if not pairs:
        return list(found)
    of_first, of_last, of_both = (
        names_model().lexicon.kinds_of(fold_hash(words)).tolist()
        for words in (
            (pair[0] for pair in pairs.values()),
            (pair[1] for pair in pairs.values()),
            map(" ".join, pairs.values()),
        )
    )
    people = {
        i
        for i, first, last, both in zip(pairs, of_first, of_last, of_both, strict=True)
        if first & _FIRST and first & _COUNTRY and last & _LAST and not last & _NO_SURNAME and not both & _PLACE
    }
    return [name._replace(kind="PER") if i in people else name for i, name in enumerate(found)]


def _is_placed(text: str, start: int, words: frozenset[str] = _BEFORE_PLACES) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and before[1].casefold() in words
