"""Whether what stands is an article at all, by what the page says: errors, walls, teasers, what a search found."""

from collections.abc import Sequence

import numpy as np

from copydesk.desk.frame import Line
from copydesk.desk.judging.features import Column, Kept
from copydesk.desk.naming import roles, walls
from copydesk.desk.naming.headings import Shapes
from copydesk.desk.proof.entries import SENTENCE_WORDS, TIME

# Fewer words than this are no article, unless one of the lines is a sentence of some length.
_FEWEST_WORDS = 20
_SURE = 0.4
# And few doubtful words are none, unless they are a paragraph or two sentences. Of pages without their article this
# finds a quarter; of 5,600 with it nine, from most of which next to nothing of the article had been kept.
_FEW_WORDS = 90
_TRUSTED = 0.6
_PARAGRAPH_WORDS = 25
# Sentences of which no two stand together and none is long are the teasers of a front page, if they are so doubtful or
# the page calls itself no article. Of 1,121 pages with an article three were taken for one in text, and two in HTML.
_TEASING = 0.75
_TEASER_WORDS, _TEASER_SENTENCES = 45, 3
# Below a line that says nothing but that there is no article, fewer than _FEW_WORDS beside those of walls are none.
_LINES_ABOVE = 40  # how far above
_NEAR_ABOVE, _MENU_WORDS = 6, 3  # how far a line of so few words, which farther up is an entry of a menu
_LONGEST_DENIAL = 300  # words: more are not looked at for it
_LONGEST_WALL, _LONGEST_FURNITURE = 400, 150  # characters of a line


def why_no_article(
    lines: Sequence[Line], kept: Kept, certainty: Column, shapes: Shapes, is_site: bool = False
) -> str | None:
    """Why the lines kept are no article after all: an error page, a wall, teasers, names without a sentence. Or None.

    is_site: whether the page calls itself a website and no article.
    """
    words = np.expm1(np.array(shapes["log words"]))
    words[[TIME.match(line.text.casefold()) is not None for line in lines]] = 0  # an hour, or how long a film is
    sentences = kept & (np.array(shapes["ends sentence"]) > 0) & (words >= SENTENCE_WORDS)
    longest = words[sentences].max(initial=0.0)
    total = words[kept].sum()
    doubted = total < _FEW_WORDS and (certainty * words)[kept].sum() < _TRUSTED * total
    if (words[kept & (certainty >= _SURE)].sum() < _FEWEST_WORDS and not sentences.any()) or (
        doubted and longest < _PARAGRAPH_WORDS and sentences.sum() < 2
    ):
        return f"none of {len(lines)} lines reads like one"
    statements = sentences & (np.array(shapes["ends question"]) == 0)  # a question may be a title, too
    if (
        statements.sum() > 2
        and not (statements[1:] & statements[:-1]).any()
        and longest < _TEASER_WORDS
        and np.array(shapes["sentences"])[statements].max() < _TEASER_SENTENCES
        and (is_site or (certainty * words)[kept].sum() < _TEASING * total)
    ):
        return f"none of {len(lines)} lines reads like one: single sentences, no two together, as teasers are"
    texts = [lines[i].text for i in np.flatnonzero(kept).tolist()]
    clipped = 2 * sum(map(_is_clipped, texts)) >= len(texts)
    enough, told, to_readers = _FEW_WORDS if total <= _LONGEST_DENIAL else _FEWEST_WORDS, 0.0, 0.0
    for text, size in zip(texts, words[kept].tolist(), strict=True):
        folded = text.casefold()
        if len(folded) <= _LONGEST_FURNITURE and roles.furniture(folded, even_common=True):
            continue
        consent = walls.asks_consent(folded)
        to_readers += 0.0 if consent or walls.is_wall(folded) else size
        told += 0.0 if consent or (len(folded) <= _LONGEST_WALL and walls.is_to_visitors(folded)) else size
        if told >= enough and not clipped:
            return None
    # Up to the first sentence: what else was kept, a heading or a date, may stand above the line that denies it.
    first = int(np.flatnonzero(sentences if sentences.any() else kept)[0])
    if reason := _denied(lines, first, told, clipped):
        return reason
    if to_readers >= _FEWEST_WORDS:
        return None
    everything = (line.text.casefold() for line in lines)
    said = next((found for text in everything if (found := walls.is_wall(text) or walls.asks_consent(text))), None)
    return f"the page says “{said}” and little else" if said else None


def _denied(lines: Sequence[Line], first: int, told: float, clipped: bool) -> str | None:
    """What a line says above the few that were kept, or as the first: that there is no article, or only a search's.

    clipped: the lines kept are passages as a search shows them.
    """
    for i in range(max(0, first - _LINES_ABOVE), first + 1):
        line, folded = lines[i], lines[i].text.casefold()
        if first - i > _NEAR_ABOVE and folded.count(" ") < _MENU_WORDS:
            continue
        if walls.heads_results(folded) and (told < _FEW_WORDS or clipped):
            return f"the page lists what a search found: “{line.text}”"
        if told < _FEW_WORDS and (said := walls.denies_article(folded)):
            return f"the page says “{said}” and little else"
    return None


def _is_clipped(text: str) -> bool:
    """A passage as a search shows it: begins or ends in its middle."""
    return text.startswith(("...", "…")) or text.endswith(("...", "…"))
