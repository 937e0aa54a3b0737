"""What is article and what is not: a role for each line of a page, with a reason."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line, Page, Verdict
from copydesk.desk.judging.characters import Characters, read_characters
from copydesk.desk.judging.expected import expected_f1
from copydesk.desk.judging.extent import cut_other_texts
from copydesk.desk.judging.features import Column, as_matrix, line_features, page_features
from copydesk.desk.judging.judge_html import certainty_in_html
from copydesk.desk.judging.lexicon import leanings_of_text
from copydesk.desk.judging.model import lean, load
from copydesk.desk.judging.net import Net, load_net
from copydesk.desk.judging.page_signs import has_year_above
from copydesk.desk.judging.presence import presence
from copydesk.desk.judging.stated import states_other, states_website
from copydesk.desk.judging.vote import in_doubt
from copydesk.desk.naming import roles
from copydesk.desk.naming.headings import SHORT, Shapes, could_head
from copydesk.desk.naming.name_lines import name_lines
from copydesk.desk.page.copies import cut_copies
from copydesk.desk.proof.article_body import cut_below_body
from copydesk.desk.proof.bios import cut_bios
from copydesk.desk.proof.boxes import cut_boxes, cut_cards, cut_trailing_headings
from copydesk.desk.proof.captions import cut_captions
from copydesk.desk.proof.endings import cut_endings
from copydesk.desk.proof.entries import is_told_in_entries
from copydesk.desk.proof.entry_headings import keep_entry_headings
from copydesk.desk.proof.interruptions import cut_interruptions
from copydesk.desk.proof.no_article import why_no_article
from copydesk.desk.proof.other_articles import cut_other_articles
from copydesk.desk.proof.proofread import cut_calls, proofread
from copydesk.errors import NoArticleError

# Where F1 is highest by cross-validation: in HTML flat between .35 and .5.
_KEEP = 0.4
# The least that a line of a text stands by. Of lines that are doubted more none is an article's, however little of the
# page is sure; flat between .25 and .4.
_KEEP_IN_TEXT = 0.35
# Where the trees leave the page in doubt, that is expect a lower F1 of themselves, the network is asked too: on two
# pages in five. Asked on every page it is no better. How far it is believed is flat between .3 and .5. Where doubt
# remains, or no year stands above, it is asked whether there is an article at all.
_DOUBT = 0.95
_NET_SHARE = 0.4
# Fewer words than this are no article: where the judge would keep so few, it lowers its threshold,
_FEWEST_WORDS = 20
# but not below this: pages of which no line is likelier than that are lists of links, error pages and the like.
_HOPELESS = 0.12

# Pages that are an article with less certainty are none: by cross-validation 85 in 12,906 that have one, and seven in
# ten of those that have none. What of the marked pages is refused so had little of its article kept: see the card.
_PRESENT = 0.25
# Where each line is beyond doubt, with less than this: an undated guide that speaks to its reader stands.
_PRESENT_BEYOND_DOUBT = 0.1

_SUBHEADS = 2  # an article with so many has subheads
# What roles and reasons go by, of the lines' own features.
_SHAPE = ("log words", "ends sentence", "ends question", "ends colon", "sentences", "heading mark")


def judge(page: Page) -> list[Verdict]:
    """A verdict for each line of `page`, in order.

    Raises NoArticleError where the page has no lines, or none that could be an article.
    """
    lines = page.lines
    if not lines:
        raise NoArticleError("no article found: the content has no text")
    if page.tree is not None and (kind := states_other(page.tree)):
        raise NoArticleError(f"no article found: the page says that it is something else: “{kind}”")
    characters = read_characters([line.text for line in lines])
    own = line_features(lines, characters)
    folded = [line.text.casefold() for line in lines]
    reading: _Reading | None
    if page.tree is None:
        reading = _read_text(lines, characters, own)
        certainty, kept = reading.certainty, reading.kept
    else:
        certainty, words = certainty_in_html(page, characters, own), np.expm1(own["log words"])
        kept = cut_boxes(lines, cut_below_body(lines, cut_other_articles(lines, decide(certainty, words))))
        kept = cut_copies(lines, cut_captions(lines, cut_bios(lines, kept, certainty), certainty))
        kept = cut_cards(lines, keep_entry_headings(lines, kept))
        cut_calls(kept, folded, certainty)
        kept = cut_endings(lines, folded, kept)
        # Of a page in doubt its text tells whether there is an article.
        reading = _read_text(lines, characters, own) if in_doubt(certainty, words) else None
    shapes = _shapes(own)
    is_site = page.tree is not None and states_website(page.tree)
    if reason := why_no_article(lines, kept, certainty, shapes, is_site) or _of_another_kind(reading, folded, shapes):
        raise NoArticleError(f"no article found: {reason}")
    if page.tree is None and reading is not None:
        kept = cut_other_texts(reading.features, certainty, kept, characters)
        kept = cut_captions(lines, kept, certainty)
    kept = cut_trailing_headings(lines, cut_interruptions(lines, folded, kept))
    opening = _opening_heading(lines, kept, shapes)
    if opening is not None:
        kept[opening] = True
    return name_lines(lines, folded, kept, certainty, shapes)


class _Reading(NamedTuple):
    """Lines as the judge of text sees them: their features, how sure it is of each, and which stand."""

    features: Mapping[str, Column]
    certainty: Column
    kept: NDArray[np.bool_]


def _read_text(lines: Sequence[Line], characters: Characters, own: dict[str, Column]) -> _Reading:
    model = load()
    words, forms = (model.words, model.word_scale), (model.forms, model.form_scale)
    sums = leanings_of_text(characters, len(lines), words, forms)
    features = own | page_features(own, lean(sums, model.word_bias), characters)
    certainty = with_net(model.trees.certainty(as_matrix(features, model.columns)), features, load_net())
    return _Reading(features, certainty, decide_in_text(lines, certainty, own))


def _of_another_kind(reading: _Reading | None, folded: Sequence[str], shapes: Shapes) -> str | None:
    """Why a page has no article though lines of it could stand; None where it has one."""
    if reading is None:
        return None
    if reading.kept.any() and _has_article(reading, folded):
        return None
    if reading.kept.any() and is_told_in_entries(reading.kept, folded, shapes):
        return None
    return "what reads like text on this page is more like teasers, offers, a profile or a notice"


def _has_article(reading: _Reading, folded: Sequence[str]) -> bool:
    certainty, words = reading.certainty, np.expm1(reading.features["log words"])
    likely = likely_in_text(certainty, words)
    beyond_doubt = expected_f1(certainty, words) >= _DOUBT
    if beyond_doubt and has_year_above(folded, int(likely.argmax())):
        return True
    sure = presence(folded, reading.features, certainty, likely)
    return sure >= (_PRESENT_BEYOND_DOUBT if beyond_doubt else _PRESENT)


def with_net(trees: Column, features: Mapping[str, Column], net: Net) -> Column:
    """How sure of each line the trees are, or both where those are in doubt of the page; in three digits."""
    if expected_f1(trees, np.expm1(features["log words"])) >= _DOUBT:
        return trees
    certainty: Column = np.round((1 - _NET_SHARE) * trees + _NET_SHARE * net.certainty(features), 3)
    return certainty


def decide(certainty: Column, words: Column, threshold: float = _KEEP) -> NDArray[np.bool_]:
    """Which lines stand: those from the threshold on, and at least enough of the likeliest to be an article.

    certainty: of each line, that it is body. words: how many each has. No line stands where all are hopeless.
    """
    kept = certainty >= threshold
    if words[kept].sum() >= _FEWEST_WORDS:
        return kept
    order = np.lexsort((np.arange(len(words)), -certainty))
    enough = int(np.searchsorted(np.cumsum(words[order]), _FEWEST_WORDS)) + 1
    likeliest = np.zeros(len(words), bool)
    likeliest[order[:enough]] = True
    return kept | (likeliest & (certainty >= _HOPELESS))


def decide_in_text(lines: Sequence[Line], certainty: Column, own: Mapping[str, Column]) -> NDArray[np.bool_]:
    """Which lines of a text stand: as `decide` has it, and plain signs. own: the lines' own features."""
    kept = likely_in_text(certainty, np.expm1(own["log words"]))
    return proofread(lines, kept, certainty, _shapes(own))


def likely_in_text(certainty: Column, words: Column) -> NDArray[np.bool_]:
    """Which lines of a text `decide` lets stand: from half of the F1 that is expected on."""
    return decide(certainty, words, max(expected_f1(certainty, words) / 2, _KEEP_IN_TEXT))


def _shapes(own: Mapping[str, Column]) -> Shapes:
    return {name: own[name].tolist() for name in _SHAPE}


def _opening_heading(lines: Sequence[Line], kept: NDArray[np.bool_], shapes: Shapes) -> int | None:
    """The line between the date and the first paragraph, where it is the first of the article's subheads.

    An author's name stands there too. A subhead is made of the article's own words: the text says one of them
    in lower case, which it does with no name.
    """
    body = [int(i) for i in np.flatnonzero(kept)]
    # A title or a date that was kept stands before the article too.
    i = next((j for j in body if len(lines[j].text) > SHORT), body[0]) - 1
    if i < 1 or kept[i] or not could_head(lines[i], lines[i + 1], i, shapes) or shapes["ends question"][i]:
        return None
    above, folded = lines[i - 1].text.casefold(), lines[i].text.casefold()
    if not roles.names_date(above) or roles.names_date(folded) or roles.is_byline(folded) or roles.furniture(folded):
        return None
    if roles.opens_article(folded):
        return i
    after = [*body[1:], len(lines)]
    subheads = sum(
        following == j + 1 and lines[j].gap > 0 and could_head(lines[j], lines[following], j, shapes)
        for j, following in zip(body[:-1], after, strict=False)
    )
    if subheads < _SUBHEADS:
        return None
    said = {word for j in body for word in lines[j].text.split() if word.islower()}
    return i if any(word in said for word in folded.split()) else None
