"""How sure to be of an English name: what the tagger says of it, how it is written, and how careful the text is.

The tagger is surer of itself than it is right, in a tweet more than in a report. What it says is one trait of a small
logistic regression that training/names_certainty.py fits on documents the tagger never saw.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence

from copydesk.desk.tags.english.lexicon import Kind, Lexicon, fold_hash, phrase
from copydesk.desk.tags.link import Found, Named

_BIAS = -0.26
_WEIGHTS = {
    "certain": 0.63,
    "person": -0.38,
    "organisation": -0.17,
    "listed": 0.31,
    "listed organisation of several words": -0.10,
    "listed in part": 0.15,
    "in lower case too": -0.36,
    "in a heading": 0.07,
    "after a capital": -0.52,
}
TRAITS = tuple(_WEIGHTS)
# Fitted are the odds of a name as certain as this one; a threshold publishes all that are surer, too. In careful text
# seven in eight names above a fitted .69 are right, and .8 stands there; in a careless one eight in ten above a fitted
# .82 are.
RAISED = 0.60
CARELESS = -0.75
_LISTED = {
    "PER": int(Kind.FIRST_COMMON | Kind.FIRST | Kind.FIRST_WORLD),
    "ORG": int(Kind.ORGANISATION | Kind.COMPANY),
    "LOC": int(Kind.CITY_LARGE | Kind.CITY | Kind.COUNTRY | Kind.REGION),
}
_LISTED_PARTS = {
    "PER": int(Kind.LAST_COMMON | Kind.LAST),
    "ORG": int(Kind.ORGANISATION_WORD),
    "LOC": int(Kind.PLACE_WORD),
}
_MOST_SURE = 0.999  # beyond it the tagger's certainty is rounding
_MOST_CAPITALS = 0.7  # of the longer words of a line
_LONG = 3  # letters: shorter words have small letters in a headline, too
# Handles, hashtags, addresses, smileys, and the short forms of messages.
_WEB = re.compile(r"(?:^|\s)[@#]\w|https?:|www\.|[:;]-?[()DP](?:\s|$)|<3|!!|\?\?|[\U0001F300-\U0001FAFF]")
_SHORT_FORMS = frozenset("RT i u ur im dont cant lol omg wtf gonna gotta wanna yall".split())
_RUN = re.compile(r"\w+")
_ENDS = ".!?…:;\"”’')]"
# A sentence's first word has a capital for another reason.
_CAPITAL_BEFORE = re.compile(r"[\w,;] [A-Z][\w-]+(?: (?:of|for|and|&))? \Z")
_BEFORE = 30  # letters


def certainties(names: Sequence[Named], text: str, lower: frozenset[str], lexicon: Lexicon) -> list[float]:
    """How sure to be of each name, 0 to 1: of those at .8 and more eight in ten are right, in careless text too.

    text: in which the mentions stand. lower: the words that it has in lower case.
    """
    weights = _WEIGHTS.values()
    bias = _BIAS + RAISED + CARELESS * careless_share(text)
    sums = [
        bias + sum(weight * trait for weight, trait in zip(weights, traits, strict=True))
        for traits in traits_of(names, text, lower, lexicon)
    ]
    return [1 / (1 + math.exp(-score)) for score in sums]


def traits_of(names: Sequence[Named], text: str, lower: frozenset[str], lexicon: Lexicon) -> list[list[float]]:
    """A row for each name, a column for each of TRAITS."""
    lines = text.splitlines(keepends=True)
    headings = [_is_heading(line) for line in lines]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    words = [name.name.split() for name in names]
    spellings = [spelling for parts in words for spelling in (phrase(parts), parts[0], parts[-1])]
    listed = lexicon.kinds_of(fold_hash(spellings)).tolist()
    rows = []
    for place, (name, parts) in enumerate(zip(names, words, strict=True)):
        best = max(name.mentions, key=_certainty)
        in_heading = headings[bisect_right(starts, best.start) - 1]
        whole, first, last = listed[3 * place : 3 * place + 3]
        full = [one for one in name.mentions if not one.again and len(one.text.split()) >= len(parts)] or [best]
        traits = [
            sum(map(_log_odds, full)) / len(full),
            name.kind == "PER",
            name.kind == "ORG",
            bool((first if name.kind == "PER" else whole) & _LISTED[name.kind]),
            name.kind == "ORG" and len(parts) > 1 and bool(whole & _LISTED["ORG"]),
            bool(last & _LISTED_PARTS[name.kind]),
            len(parts) == 1 and not lower.isdisjoint((parts[0].lower(), parts[0].lower().removesuffix("s"))),
            in_heading,
            name.kind != "PER"
            and not in_heading
            and bool(_CAPITAL_BEFORE.search(text[max(0, best.start - _BEFORE) : best.start])),
        ]
        rows.append([float(trait) for trait in traits])
    return rows


def careless_share(text: str) -> float:
    """How much of a text no editor has seen, by letters: lines of the web, and such as do not begin or end."""
    careless = total = 0
    has_short = not _SHORT_FORMS.isdisjoint(_RUN.findall(text))  # few texts have, and their lines are many
    for line in text.splitlines():
        words = line.strip()
        total += len(words)
        if words and (
            words[0].islower()
            or words[-1] not in _ENDS
            or _WEB.search(words)
            or (has_short and not _SHORT_FORMS.isdisjoint(_RUN.findall(words)))
        ):
            careless += len(words)
    return careless / max(1, total)


def _certainty(mention: Found) -> float:
    return min(mention.confidence, mention.ends)


def _log_odds(mention: Found) -> float:
    sure = min(_MOST_SURE, max(1 - _MOST_SURE, _certainty(mention)))
    return math.log(sure / (1 - sure))


def _is_heading(line: str) -> bool:
    """Whether a line has a capital on nearly every word and no sentence's end."""
    words = line.split()
    if not words or words[-1][-1] in _ENDS:
        return False
    long = [word for word in words if len(word) > _LONG and word[0].isalpha()]
    return len(long) > 1 and sum(not word[0].islower() for word in long) > _MOST_CAPITALS * len(long)
