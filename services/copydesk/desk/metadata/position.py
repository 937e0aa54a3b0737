"""Where on the page an article's body lies, and so where its title, byline and date are to be looked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.desk.frame import Page, Verdict

# Lines above and below the body that can belong to the article's head and foot. On the pages measured, nine titles in
# ten stand within 12 lines of the first paragraph; share buttons, captions and widgets make up the rest.
HEAD_LINES = 40
FOOT_LINES = 12
# The same around a title that stands further above.
ABOVE_TITLE, BELOW_TITLE = 3, 8
# A standfirst is prose too: byline and date may follow it.
BELOW_STANDFIRST = 6

_MOST_AGAINST = 15.0  # words of a line that is no body, against the run that it interrupts
_SENTENCE_WORDS = 14
_LONG_WORDS = 24  # one title in a hundred of those measured is longer
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Position:
    """Indices of lines: the body's first line and first paragraph, and the line after its last.

    lengths: of each line of the page, in words.
    """

    first: int
    prose: int
    end: int
    lengths: Sequence[float] = ()

    @property
    def head(self) -> range:
        return range(max(0, self.prose - HEAD_LINES), self.prose)


def locate(page: Page, verdicts: Sequence[Verdict]) -> Position:
    """The heaviest run of body lines: single lines that the judge got wrong, far from it, do not matter."""
    best, best_first, best_end = 0.0, 0, 0
    run, first = 0.0, 0
    weights = [length(line.text) for line in page.lines]
    for i, (weight, verdict) in enumerate(zip(weights, verdicts, strict=True)):
        if verdict.role.is_body:
            if run <= 0:
                run, first = 0.0, i
            run += weight * _certainty(verdict)
            if run > best:
                best, best_first, best_end = run, first, i + 1
        elif run > 0:
            run -= (min(_MOST_AGAINST, weight)) + 2.0
    prose = next(
        (
            i
            for i in range(best_first, best_end)
            if verdicts[i].role.is_body and _is_prose(page.lines[i].text, weights[i])
        ),
        best_first,
    )
    return Position(best_first, prose, best_end, weights)


def _certainty(verdict: Verdict) -> float:
    """Teasers that the judge is unsure of do not open the body; its verdicts are even at a half."""
    return max(0.1, min(1.0, 2.5 * (verdict.score - 0.4)))


def _is_prose(text: str, weight: float) -> bool:
    """A paragraph, and no title that the judge took for one: titles are shorter, and end without a full stop."""
    return weight >= _LONG_WORDS or (
        weight >= _SENTENCE_WORDS and text.endswith((".", "。", "…", ".”", '."', "»", ".’"))
    )


def length(text: str) -> float:
    """Words; a character of Chinese, Japanese or Korean counts as half of one."""
    words = text.count(" ") + 1
    return float(words) if text.isascii() else words + len(_WIDE.findall(text)) / 2
