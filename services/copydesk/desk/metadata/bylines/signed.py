"""A byline as it was found on a page, and what is none."""

import re
from dataclasses import dataclass

from copydesk.desk.metadata.bylines.byline import (
    is_newsroom,
)

_LONE_MARK = re.compile(
    r"^[\s•*|#]*(?:(?:written|words|story|text|report|posted|published|article|post|blog)\s+by|by|about\s+the\s+author|geschreven\s+door|escrito\s+por|scritto\s+da|écrit\s+par|geschrieben\s+von|author\s+of\s+the\s+article|über\s+den\s+autor|authors?|contributors?|von|par|por|di|door|av|af|autor(?:[/:*_]?-?in(?:nen)?|en|es|a|as|ka|zy|ři)?|auteure?s?|"
    r"autore|autori|автор(?:ы|и)?|text|tekst|texto|testo|teksti|作者|文|記者|记者|この記事を書いた人|執筆者|글|기자|بقلم|الكاتب|מאת)\s*[:：]?$",
    re.IGNORECASE,
)
_LONGEST_MARK = 30  # characters


@dataclass(frozen=True, slots=True)
class Signed:
    """The authors, the indices of the lines that name them, and whether a word such as "By" says so.

    joined: whether a word such as "and" stands before the last name: behind a comma may be a house or a section.
    """

    names: tuple[str, ...]
    lines: tuple[int, ...]
    explicit: bool
    joined: bool = False


LONGEST_NAME, MOST_NAME_WORDS = 60, 4  # characters


def is_lone_mark(text: str) -> bool:
    """Whether a line is nothing but a word that a byline follows: "By", "作者"."""
    return len(text) <= _LONGEST_MARK and bool(_LONE_MARK.match(text))


# What stands where an author should, and is none.
NOBODY = re.compile(
    r"\S+@\S+\.\w+|(?:https?:|www\.|/|@).*|.*\.(?:com|org|net|html?)/.*|(?:.*\s)?admin(?:istrator)?"
    r"|editor(?:ial)?|author|(?:super )?user|system account|guest|root|webmaster|null|none|undefined"
    r"|tim redaksi|n/?a|anonymous|unknown|default|test|special to .*|\W*|\d+"
    r"|(?:view|see|read|show) (?:all|more|full|profile|bio|other).*"
    r"|(?:more|all|other|posts|articles|stories) (?:posts|articles|stories|from|by)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def is_team(text: str) -> bool:
    """Whether a line may name a newsroom as an author: not "Meet the team"."""
    first, *others = text.casefold().split()
    is_named = first not in _NO_TEAM or text.casefold() == "the editors"
    return is_newsroom(text) and len(others) < MOST_NAME_WORDS and is_named


_NO_TEAM = frozenset("away contact home join meet our support the visit your".split())  # "Meet the team", "Home team"
