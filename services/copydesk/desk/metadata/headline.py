"""Which line of a page is its title, where no markup says so."""

import json
import math
import re
from collections import Counter
from functools import cache
from importlib import resources
from itertools import pairwise

from copydesk.desk.metadata.facts import Facts
from copydesk.desk.metadata.lexicon import words
from copydesk.desk.metadata.same import same_title
from copydesk.desk.metadata.view import View

_TOKEN = re.compile(r"[^\W_]+")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"^(?:[•*·◦▪‣○●■□►▶+»>]|-\s|\d{1,2}[.)]\s)")
_MARKDOWN = re.compile(r"^#{1,2}\s")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_FURNITURE = words("headline", "furniture")
_LONGEST = 300  # characters
_OPENING = 20  # lines of the body whose words a title shares
_AT_HOME = 0.4  # share of its words that the body shares, from which a line speaks of the same thing


def find_headline(view: View, stated: str | None = None) -> int | None:
    """The index of the title's line; None where the body has no line above it.

    stated: the title as the publisher states it: then the line that says the same, if any.
    """
    if stated is not None:
        return next((i for i in (*view.head, *view.below) if same_title(view.text(i), stated)), None)
    found = candidates(view)
    return max(found, key=lambda i: (score(found[i]), i), default=None)


def score(features: dict[str, float]) -> float:
    weights = _weights()
    return sum(weights[name] * value for name, value in features.items() if value)


@cache
def _weights() -> dict[str, float]:
    """Of a conditional logistic regression over the candidates of a page, made by training/headline.py."""
    text = resources.files("copydesk.desk.metadata").joinpath("headline.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def candidates(view: View) -> dict[int, dict[str, float]]:
    """The lines above the body that can be its title, each with its features."""
    position, lines = view.position, view.page.lines
    indices = [i for i in view.head if len(lines[i].text) <= _LONGEST and _LETTER.search(lines[i].text)]
    longer = [i for i in indices if _words(view, i) > 2]
    indices = longer if len(longer) > 2 else indices  # menus are most lines of a page, and no titles
    if not indices:
        return {}
    folded = [line.text.casefold() for line in lines[: position.prose + _OPENING]]
    times, everything = Counter(folded), "\n".join(folded)
    body = Counter(
        token
        for i in range(position.prose, min(position.end, position.prose + _OPENING))
        for token in _tokens(folded[i])
    )
    lengths = {i: _words(view, i) for i in range(max(0, indices[0] - 4), min(len(lines), position.prose + 4))}
    tokens = {i: set(_tokens(folded[i])) for i in indices}
    shares = {i: sum(token in body for token in tokens[i]) / len(tokens[i]) if tokens[i] else 0.0 for i in indices}
    at_home = [i for i in indices if lengths[i] >= 4 and shares[i] >= _AT_HOME]
    stamped = [i for i in (*view.head, *view.below) if _is_stamp(view.facts[i])]
    found = {}
    for i in indices:
        length, share = lengths[i], shares[i]
        found[i] = {
            **_wording(view, i, length),
            **_surroundings(view, i, lengths, stamped),
            "share": share,
            "share by words": share * min(length, 10),
            "repeated in body": sum(body[token] > 1 for token in tokens[i]) / max(1, len(tokens[i])),
            "tokens": float(min(len(tokens[i]), 10)),
            "twice": float(times[folded[i]] > 1),
            "often": float(times[folded[i]] > 3),
            "in another line": float(length >= 3 and everything.count(folded[i]) > times[folded[i]]),
            "at home before": float(min(4, sum(j < i for j in at_home))),
            "at home after": float(min(4, sum(j > i for j in at_home))),
        }
    return found


def _wording(view: View, i: int, count: int) -> dict[str, float]:
    text, facts = view.text(i), view.facts[i]
    alphabetic = [word for word in text.split() if word[0].isalpha()]
    furniture = sum(word in _FURNITURE for word in _TOKEN.findall(text.casefold()))
    return {
        "words": float(min(count, 30)),
        "fewer than 3": float(count < 3),
        "3 or 4": float(count in (3, 4)),
        "over 20": float(count > 20),
        "over 30": float(count > 30),
        "length": len(text) / 100,
        "full stop": float(text[-1] in ".。"),
        "colon at end": float(text[-1] in ":："),
        "comma at end": float(text[-1] in ",;"),
        "arrow at end": float(text[-1] in "…>»›"),
        "colon": float(": " in text),
        "capitals": sum(word[0].isupper() for word in alphabetic) / len(alphabetic) if alphabetic else 0.0,
        "upper case": float(text.isupper()),
        "lower start": float(text[0].islower()),
        "digit": float(bool(_DIGIT.search(text))),
        "bullet": float(bool(_BULLET.match(text))),
        "markdown": float(bool(_MARKDOWN.match(text))),
        "bracket or bar": float("[" in text or "|" in text),
        "date": float(bool(facts.dates)),
        "stamp": float(_is_stamp(facts)),
        "reading time": float(facts.minutes is not None),
        "furniture": float(furniture > 0),
        "furniture share": furniture / max(count, 1),
    }


def _surroundings(view: View, i: int, lengths: dict[int, int], stamped: list[int]) -> dict[str, float]:
    lines, distance = view.page.lines, view.position.prose - i
    after = [j - i for j in stamped if j > i]
    before = [i - j for j in stamped if j < i]
    following = lines[i + 1] if i + 1 < len(lines) else None
    return {
        "distance": math.log(distance),
        "near": 1 / distance,
        "position": math.log1p(i),
        "stamp after": 1 / after[0] if after else 0.0,
        "stamp next": float(bool(after) and after[0] <= 1),
        "stamp soon": float(bool(after) and after[0] <= 4),
        "stamp before": 1 / before[-1] if before else 0.0,
        "stamps after": float(min(5, len(after))),
        "words left": min(sum(lengths.get(j, 0) for j in range(i - 3, i)) / 3, 20.0),
        "words right": min(sum(lengths.get(j, 0) for j in range(i + 1, i + 4)) / 3, 20.0),
        "judged body": float(view.verdicts[i].role.is_body),
        "next judged body": float(following is not None and view.verdicts[i + 1].role.is_body),
        "gap": float(min(lines[i].gap, 4)),
        "gap after": float(min(following.gap, 4)) if following else 0.0,
        "indent": float(min(lines[i].indent, 8)),
        "bullets around": float(
            sum(bool(_BULLET.match(lines[j].text)) for j in (i - 1, i + 1, i + 2) if 0 <= j < len(lines))
        ),
    }


def _words(view: View, i: int) -> int:
    text = view.text(i)
    count = text.count(" ") + 1
    return count if text.isascii() else count + len(_WIDE.findall(text)) // 2


def _tokens(folded: str) -> list[str]:
    tokens = [word for word in _TOKEN.findall(folded) if len(word) > 3]
    if folded.isascii() or not _WIDE.search(folded):
        return tokens
    tokens = [word for word in tokens if not _WIDE.match(word)]
    return tokens + [one + two for one, two in pairwise(_WIDE.findall(folded))]


def _is_stamp(fact: Facts) -> bool:
    """A line that is a date or a byline."""
    return bool(fact.dates and fact.rest <= 6) or bool(fact.byline and fact.byline.explicit)
