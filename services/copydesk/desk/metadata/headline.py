"""Which line of a page is its title, where no markup says so."""

import re
from collections import Counter
from collections.abc import Mapping

from copydesk.desk.frame import Role
from copydesk.desk.metadata.breadcrumb import read_breadcrumb
from copydesk.desk.metadata.facts import Facts
from copydesk.desk.metadata.rights import is_notice
from copydesk.desk.metadata.title import same_title
from copydesk.desk.metadata.view import View

_TOKEN = re.compile(r"[^\W_]+")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_BULLET = re.compile(r"^(?:[•*·◦▪‣○●■□►▶+»>]|-\s|\d{1,2}[.)]\s)")
_MARKDOWN = re.compile(r"^#{1,2}\s")
_LONGEST = 300
_OPENING = 12  # lines of the body whose words a title shares

# Logistic regression over the candidate lines of the pages that training/headline.py names.
_WEIGHTS: Mapping[str, float] = {
    "near": 1.6, "far": -0.06, "meta_after": 1.6, "meta_before": -0.6, "words": 1.0, "few": -2.2, "many": -1.2, "twice": 1.2,
    "in_body": 2.5, "end": -1.2, "sentence": -1.0, "bullet": -1.6, "list": -0.8, "first": 0.8, "slug": 3.0,
    "judged_title": 2.5, "judged_body": 0.3, "gap": 0.4, "markdown": 1.5, "is_meta": -6.0, "bars": -1.2,
}  # fmt: skip


def find_headline(view: View, stated: str | None = None) -> int | None:
    """The index of the title's line; None where no line above the body is fit to be one.

    stated: the title as the publisher states it: then the line that says the same, if any.
    """
    if stated is not None:
        return next((i for i in (*view.head, *view.below) if same_title(view.text(i), stated)), None)
    best = max(candidates(view).items(), key=lambda pair: score(pair[1]), default=None)
    return best[0] if best is not None and score(best[1]) > 0 else None


def candidates(view: View) -> dict[int, dict[str, float]]:
    """The lines above the body that can be its title, each with its features."""
    position, lines = view.position, view.page.lines
    folded = Counter(line.text.casefold() for line in lines)
    body = {
        token
        for i in range(position.prose, min(position.end, position.prose + _OPENING))
        for token in _tokens(view.text(i))
    }
    slug = set(_TOKEN.findall(view.url.casefold())) if view.url else set()
    return {
        i: _features(view, i, folded, body, slug)
        for i in view.head
        if len(lines[i].text) <= _LONGEST and any(map(str.isalpha, lines[i].text))
    }


def score(features: Mapping[str, float]) -> float:
    return sum(_WEIGHTS[name] * value for name, value in features.items())


def _features(view: View, i: int, folded: Counter[str], body: set[str], slug: set[str]) -> dict[str, float]:
    line = view.page.lines[i]
    text = line.text
    words = len(text.split()) + len(_WIDE.findall(text)) // 2
    tokens = set(_tokens(text))
    distance = view.position.prose - i
    here = view.facts[i]
    after = [view.facts[j] for j in range(i + 1, i + 6) if j in view.facts]
    before = [view.facts[j] for j in range(i - 4, i) if j in view.facts]
    neighbours = [view.text(j) for j in (i - 1, i + 1) if 0 <= j < len(view.page.lines)]
    return {
        "near": 1.0 / distance,
        "far": float(distance),
        "meta_after": float(any(_is_meta(fact) for fact in after)),
        "meta_before": float(any(_is_meta(fact) for fact in before)),
        "words": min(words, 8) / 8,
        "few": float(words < 3),
        "many": float(words > 25),
        "twice": float(folded[text.casefold()] > 1),
        "in_body": sum(token in body for token in tokens) / len(tokens) if tokens else 0.0,
        "end": float(text.endswith((".", "。", ":"))),
        "sentence": float(words > 14 and text.endswith(".")),
        "bullet": float(bool(_BULLET.match(text))),
        "list": float(any(_BULLET.match(other) for other in neighbours)),
        "first": float(i == 0),
        "slug": len(slug & set(_TOKEN.findall(text.casefold()))) / max(4, words) if slug else 0.0,
        "judged_title": float(view.verdicts[i].role is Role.TITLE),
        "judged_body": float(view.verdicts[i].role.is_body),
        "gap": float(line.gap > 0),
        "markdown": float(bool(_MARKDOWN.match(text))),
        "is_meta": float(
            bool(here.dates and here.rest < 6) or bool(here.byline and here.byline.explicit) or is_notice(text)
        ),
        "bars": float(read_breadcrumb(text) is not None or " | " in text),
    }


def _tokens(text: str) -> list[str]:
    folded = text.casefold()
    words = [word for word in _TOKEN.findall(folded) if len(word) > 3 and not _WIDE.match(word)]
    wide = _WIDE.findall(folded)
    return words + [one + two for one, two in zip(wide, wide[1:], strict=False)]


def _is_meta(fact: Facts) -> bool:
    return bool(fact.dates and fact.rest <= 6) or bool(fact.byline and fact.byline.explicit)
