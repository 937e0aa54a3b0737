"""The second reading of a text: where a plain sign on the page outweighs the judge's doubt.

Each rule was measured with the judge's predictions for sites that it never saw (the sets news, web and world): none
costs on average, and each is right more often than wrong.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

import numpy as np

from copydesk.desk.frame import Line, Role
from copydesk.desk.judging.features import Column, Kept
from copydesk.desk.metadata.markdown import without_opening_signs
from copydesk.desk.naming import calls, credits, footings, names, roles, walls
from copydesk.desk.naming.headings import Shapes, could_head
from copydesk.desk.naming.phrases import width
from copydesk.desk.proof.bios import cut_bios
from copydesk.desk.proof.endings import cut_endings
from copydesk.desk.proof.entries import keep_chapters, keep_entries

_DOUBT = 0.9  # up to so sure of a line, its being nothing but a label counts for more
_DOUBTFUL_SENTENCE = 0.6  # the same, of a sentence that speaks of comments or letters
_TEASER = 0.75  # so sure of a short line below such a label, it is the article's all the same
_TRAILING = 0.7  # so sure of a title at the body's end, it is the article's all the same
_LIKELY = 0.3  # a sentence straight after the body that is so likely its last
_POSSIBLE = 0.12  # a sentence of a text that is all sentences, if it is no less likely than this
_PROSE_SHARE = 0.5
_MAY_BE_SUBJECT, _SPOKEN_OF = 0.25, 2  # certainty; other lines
_LONGEST_LABEL, _LONGEST_OFFER = 60, 100  # characters
_HALF = 0.5  # as long as the titles above it are: what is shorter, above a sure paragraph, is its subhead
_ANOTHER, _TITLES, _SHORTEST_TITLE = 0.8, 4, 20  # so sure of another's title; lines below a label; characters
_OWN_WORDS, _OWN_WORD = 2, 4  # so many words in common with the line below, of so many characters, make a subhead
# Certainty of a few words between two sentences, and of each of these: one of the two pairs.
_SURE_BELOW, _MARGIN = 0.85, 0.03
_LONG_PARAGRAPH = 200
_SUBHEAD, _BESIDE_SUBHEAD, _LIKELY_SUBHEAD, _BESIDE_LIKELY = 0.2, 0.85, 0.3, 0.7
_SUBHEAD_WORDS, _NO_SUBHEAD = range(2, 7), frozenset(".:|>©[/")  # how many words; signs that none of them has
_FEWEST_LISTED, _LISTED = 3, 0.1  # headings in a table of contents; certainty of one below
_ANNOUNCING, _SHORTEST_ANNOUNCING = 0.8, 25  # so sure of a line of so many characters that ends in a colon
_ANNOUNCED, _MOST_ANNOUNCED, _LONGEST_ITEM = 0.15, 12, 150  # certainty; lines; characters
_SUMMED_UP, _SUMMARY, _FEWEST_POINTS, _NEAR_BODY = 0.1, 0.2, 2, 12  # certainty above points, and above a line; lines
_POINTS = ("•", "◦", "▪", "■", "□", "* ", "- ", "– ", "+ ")
_CALL, _LONGEST_CALL, _BESIDE_CALL = 0.85, 220, 60  # certainty, characters of a note that calls on readers
# English that tells of others' newsletters and apps, in the third person or as somebody's words.
_SAYS = re.compile(r"[,”\"] (?:[\w’'.-]+ ){1,4}(?:said|says|told .{3,40})\.$")
_OF_OTHERS = re.compile(r"\b(?:who|they|their|its|his|her|had|was|were|told|said)\b")
_TO_READERS = re.compile(r"\b(?:you|your|our|us)\b")
_LAST_LINES = 5  # among so many of the body the line of a feed stands
_FIELD = re.compile(r"(?:body|(?:full )?text|content|story|volltext|texte|texto|testo|tekst|текст)\s?[:：]")
_LINKS = re.compile(r"\W*(?:references|(?:visible |hidden )?links)\W*$")


def proofread(lines: Sequence[Line], kept: Kept, certainty: Column, shapes: Shapes) -> Kept:
    """`kept`, put right where a plain sign speaks. certainty, shapes: of each line, as the judge has them."""
    read = kept.copy()
    folded = [line.text.casefold() for line in lines]
    for i in np.flatnonzero(kept).tolist():
        text, is_doubtful = folded[i], certainty[i] < _DOUBT
        size = len(text)
        if (
            (is_doubtful and size <= _LONGEST_LABEL and (roles.is_label(text) or roles.is_button(text)))
            or (is_doubtful and footings.is_footing(text))
            or roles.is_rating(text)
            or roles.leads_elsewhere(without_opening_signs(text))
            or roles.is_address(text)
            or roles.is_image(text)
            or _FIELD.fullmatch(text)
            or (is_doubtful and roles.is_houses_notice(text))
            or (i + 1 < len(lines) and _LINKS.match(text) and roles.is_address(folded[i + 1]))
        ):
            read[i] = False
    for i in np.flatnonzero(read)[-_LAST_LINES:].tolist():
        read[i] = footings.syndicated_from(lines[i].text) is None
    read = cut_endings(lines, folded, cut_bios(lines, read, certainty))
    cut_calls(read, folded, certainty)
    ruled_out = kept & ~read
    _cut_teasers(read, folded, certainty, shapes)
    _cut_offers(read, folded, certainty, shapes)
    if read.any():
        _keep_subheads(read, lines, folded, np.where(ruled_out, 0.0, certainty), shapes)
        _keep_listed_headings(read, folded, certainty)
        _cut_titles_inside(read, folded, certainty, shapes)
        _keep_announced(read, folded, certainty, shapes)
        _keep_summary(read, lines, folded, certainty)
        _keep_dateline(read, lines)
        _cut_trailing_title(read, folded, certainty, shapes)
        _keep_last_sentence(read, lines, folded, certainty, shapes)
        _keep_items(read, folded, certainty, shapes)
        _keep_rows(read, folded, certainty, shapes)
        keep_chapters(read, folded, certainty)
        keep_entries(read, folded, shapes)
        _keep_below_box(read, lines, folded, certainty, shapes)
    _keep_questions(read, folded, certainty, shapes)
    _keep_prose_alone(read, folded, certainty, shapes)
    _keep_subject(read, folded, certainty, shapes)
    read[ruled_out] = False
    return read


def _cut_teasers(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """Titles below "Most read" and the like, if nothing but titles stands there."""
    body = [
        i
        for i in np.flatnonzero(kept).tolist()
        if shapes["ends sentence"][i] or len(folded[i]) > _LONGEST_OFFER or certainty[i] >= _TEASER
    ]
    below = range(body[-1] + 1, len(folded)) if body else ()
    label = next((i for i in below if not kept[i] and _offers(folded[i])), len(folded))
    kept[label:] = False


def _offers(folded: str) -> bool:
    named = roles.furniture(folded, even_common=True) if len(folded) <= _LONGEST_OFFER else None
    return named is not None and named[0] in roles.OFFERS


def _cut_titles_inside(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """Titles of other articles between the article's paragraphs, below "Read also" and the like."""
    first, last = np.flatnonzero(kept)[[0, -1]].tolist()
    labels = (np.flatnonzero(~kept[first:last]) + first).tolist()
    for label in [i for i in labels if len(folded[i]) <= _LONGEST_LABEL and roles.is_label(folded[i])]:
        if (named := roles.furniture(folded[label], even_common=True)) is None or named[0] is not Role.RELATED:
            continue
        for i in range(label + 1, min(label + 1 + _TITLES, last)):
            is_title = not shapes["ends sentence"][i] or shapes["ends question"][i]
            if not is_title or len(folded[i]) > _LONGEST_OFFER or certainty[i] >= _ANOTHER:
                break
            if kept[i]:
                titles = [len(folded[j]) for j in range(label + 1, i)]
                is_shorter = bool(titles) and len(folded[i]) * len(titles) < _HALF * sum(titles)
                heads = is_shorter and certainty[i + 1] >= _BESIDE_SUBHEAD
                if heads or not _could_be_anothers(without_opening_signs(folded[i]), folded[i + 1]):
                    break
                kept[i] = False


def _could_be_anothers(title: str, below: str) -> bool:
    """Long for a subhead, and not in the words of the paragraph below."""
    own = sum(len(word) >= _OWN_WORD and word in below for word in title.split())
    return (
        width(title) >= _SHORTEST_TITLE and own < _OWN_WORDS and title[0].isalpha() and not title.endswith((":", "："))
    )


def _keep_subheads(kept: Kept, lines: Sequence[Line], folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """A few words between two sure sentences, if nothing else stands there that might be the article's."""
    ends, times = shapes["ends sentence"], Counter(folded)
    for above, below in pairwise(np.flatnonzero(kept).tolist()):
        i = below - 1
        text = folded[i]
        if (
            i > above
            and _could_be_subhead(certainty[i], min(certainty[above], certainty[below]))
            and _stands_out(certainty[above + 1 : i].max(initial=0.0), certainty[i], certainty[below])
            and (ends[above] or len(folded[above]) > _LONG_PARAGRAPH)
            and (ends[below] or len(folded[below]) > _LONG_PARAGRAPH)
            and len(folded[below]) > _LONGEST_LABEL
            and could_head(lines[i], lines[below], i, shapes)
            and len(text.split()) in _SUBHEAD_WORDS
            and _NO_SUBHEAD.isdisjoint(text)
            and times[text] == 1
            and not _names_furniture(text)
        ):
            kept[i] = True


def _keep_listed_headings(kept: Kept, folded: Sequence[str], certainty: Column) -> None:
    """The headings that a table of contents lists above the text: lines in a row that each come once more, in order."""
    body = np.flatnonzero(kept)
    bare = [without_opening_signs(text) for text in folded]
    times = Counter(bare)
    place = {bare[i]: i for i in range(body[0], body[-1]) if times[bare[i]] == 2}
    if len(place) < _FEWEST_LISTED:  # as on most pages
        return
    listed: list[tuple[int, int]] = []  # lines of the contents, and the headings that they name
    for i in range(min(body[0] + _NEAR_BODY, body[-1]) + 1):
        heading = place.get(bare[i], i) if len(bare[i]) <= _LONGEST_OFFER else i
        if heading > i and (not listed or heading > listed[-1][1]):
            listed.append((i, heading))
            continue
        _keep_headings(kept, listed, folded, certainty)
        listed = [(i, heading)] if heading > i else []
    _keep_headings(kept, listed, folded, certainty)


def _keep_headings(kept: Kept, listed: Sequence[tuple[int, int]], folded: Sequence[str], certainty: Column) -> None:
    if len(listed) < _FEWEST_LISTED or listed[0][1] <= listed[-1][0]:
        return
    for _, i in listed:
        if kept[i + 1] and certainty[i] >= _LISTED and not _names_furniture(folded[i]):
            kept[i] = True


def _could_be_subhead(own: float, beside: float) -> bool:
    return (own >= _SUBHEAD and beside >= _BESIDE_SUBHEAD) or (own >= _LIKELY_SUBHEAD and beside >= _BESIDE_LIKELY)


def _stands_out(between: float, own: float, below: float) -> bool:
    """Whether no line between the paragraphs is as likely as the subhead."""
    return between < _SUBHEAD or (own >= _LIKELY_SUBHEAD and below >= _SURE_BELOW and own >= between + _MARGIN)


def _names_furniture(folded: str) -> bool:
    return bool(
        roles.furniture(folded, even_common=True)
        or roles.is_button(folded)
        or walls.is_to_visitors(folded)
        or roles.names_date(folded)
        or roles.is_byline(folded)
        or names.named(folded)
        or names.is_picture(folded)
        or credits.names_credit(folded)
    )


def _keep_announced(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """What stands below a sure line that ends in a colon, as far as it might be the article's."""
    for above in np.flatnonzero(kept & (np.array(shapes["ends colon"]) > 0) & (certainty >= _ANNOUNCING)).tolist():
        if len(folded[above]) < _SHORTEST_ANNOUNCING:
            continue
        for i in range(above + 1, min(above + 1 + _MOST_ANNOUNCED, len(folded))):
            text = folded[i]
            if kept[i] or certainty[i] < _ANNOUNCED or len(text) > _LONGEST_ITEM or text[0] == "[":
                break
            if (
                roles.says_nothing(text)
                or roles.is_address(text)
                or roles.is_button(text)
                or credits.is_caption(text)
                or roles.furniture(text, even_common=True)
            ):
                break
            kept[i] = True


def _keep_summary(kept: Kept, lines: Sequence[Line], folded: Sequence[str], certainty: Column) -> None:
    """The points below "Key points" and the like, with that heading; or the heading alone, above a line that stands."""
    first, last = np.flatnonzero(kept)[[0, -1]].tolist()
    for i in range(max(0, first - _NEAR_BODY), min(last + _NEAR_BODY, len(lines) - 1)):
        if kept[i] or certainty[i] < _SUMMED_UP or not roles.opens_article(folded[i]):
            continue
        points = sum(1 for _ in takewhile(lambda j: lines[j].text.startswith(_POINTS), range(i + 1, len(lines))))
        if points >= _FEWEST_POINTS:
            kept[i : i + 1 + points] = True
        elif kept[i + 1] and certainty[i] >= _SUMMARY:
            kept[i] = True


def _cut_offers(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """What offers something below the article is no part of it."""
    for i in np.flatnonzero(kept)[:0:-1].tolist():
        if not _offers(folded[i]) or certainty[i] >= (_DOUBTFUL_SENTENCE if shapes["ends sentence"][i] else _DOUBT):
            return
        kept[i] = False


def cut_calls(kept: Kept, folded: Sequence[str], certainty: Column) -> None:
    """Notes on a newsletter, an app or an advertisement between the paragraphs, unless the article is about such."""
    at = np.flatnonzero(kept).tolist()
    notes = [
        (i, said)
        for i in at
        if len(folded[i]) <= _LONGEST_CALL and certainty[i] < _CALL and (said := calls.calls_on_readers(folded[i]))
    ]
    sure = (i for i in at if notes and certainty[i] >= _CALL and calls.calls_on_readers(folded[i]))
    if len(list(islice(sure, _SPOKEN_OF))) == _SPOKEN_OF:
        return
    is_subject: dict[str, bool] = {}
    for i, said in notes:
        if _SAYS.search(folded[i]) or (_OF_OTHERS.search(folded[i]) and not _TO_READERS.search(folded[i])):
            continue
        if said not in is_subject:
            spoken = islice((j for j in at if said.removesuffix("s") in folded[j]), _SPOKEN_OF)
            is_subject[said] = len(list(spoken)) == _SPOKEN_OF
        kept[i] = is_subject[said]
        if not kept[i]:
            _cut_beside(kept, folded, certainty, i)


def _cut_beside(kept: Kept, folded: Sequence[str], certainty: Column, call: int) -> None:
    """The heading of a note that calls on readers, and its button: short lines between it and what was cut."""
    for i in (call - 1, call + 1):
        if 0 < i < len(kept) - 1 and len(folded[i]) <= _BESIDE_CALL and certainty[i] < _CALL:
            kept[i] &= folded[i][-1] in ":.。”" if i < call else kept[i + 1]


def _cut_trailing_title(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """A heading has something below it: what looks like one at the body's end is the title of another article."""
    *before, last = np.flatnonzero(kept).tolist()
    if (
        before
        and certainty[last] < _TRAILING
        and len(folded[last]) <= _LONGEST_OFFER
        and not shapes["ends sentence"][last]
        and folded[last][:1].isalpha()
        and shapes["ends sentence"][before[-1]]
        and len(folded[before[-1]]) > _LONGEST_OFFER
    ):
        kept[last] = False


def _keep_last_sentence(
    kept: Kept, lines: Sequence[Line], folded: Sequence[str], certainty: Column, shapes: Shapes
) -> None:
    """The body's last paragraph is often one short sentence, and furniture follows it at once.

    A call to subscribe or an advertisement's label may stand between.
    """
    last = int(np.flatnonzero(kept)[-1])
    i, likely = last + 1, _LIKELY
    if i < len(lines) and len(folded[i]) <= _LONGEST_OFFER and (calls.calls_on_readers(folded[i]) or _parts(folded[i])):
        i, likely = i + 1, _LIKELY_BELOW_CALL
    if (
        i < len(lines)
        and certainty[i] >= likely
        and shapes["ends sentence"][i]
        and shapes["ends sentence"][last]
        and not folded[i].endswith(("!", "！"))
        and (roles.furniture(folded[i], even_common=True) is None or _DECLINED.search(folded[i]))
    ):
        kept[i] = True


def _parts(folded: str) -> bool:
    """Whether a line says that an advertisement stands there."""
    named = roles.furniture(folded, even_common=True)
    return named is not None and named[0] is Role.ADVERTISEMENT and roles.is_label(folded)


_LIKELY_BELOW_CALL = 0.35
_DECLINED = re.compile(
    r"\b(?:declin|refus|reach|contact|availab|request|respon|repl|ask)\w* (?:[\w’']+ ){0,6}"
    r"(?:to|for|on) (?:further )?comment\b"
)


def _keep_dateline(kept: Kept, lines: Sequence[Line]) -> None:
    """The paragraph that opens with a place and an agency, just above the first that stands."""
    first = int(np.flatnonzero(kept)[0])
    for i in range(first - 1, max(-1, first - 1 - _NEAR_FIRST), -1):
        if len(lines[i].text) >= _SHORTEST_OPENING and _DATELINE.match(lines[i].text):
            kept[i] = True


_NEAR_FIRST, _SHORTEST_OPENING = 4, 60  # lines, characters
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+[ ,]{1,2}){1,5}\((?:[A-Z]{2,5}|Reuters|Xinhua|ANSA|dpa|Kyodo)(?:/[A-Za-z]{2,8})?\)\s?[-–—.:]"
)


def _keep_below_box(
    kept: Kept, lines: Sequence[Line], folded: Sequence[str], certainty: Column, shapes: Shapes
) -> None:
    """Paragraphs that speak of what the article names, below a poll or another box of short lines under its text."""
    body = np.flatnonzero(kept)
    last = int(body[-1])
    named: set[str] | None = None
    for i in range(last + 1, min(last + 1 + _BOX, len(lines))):
        text = lines[i].text
        if len(text) < _PARAGRAPH:
            continue
        if (
            certainty[i] < _BELOW_BOX
            or not shapes["ends sentence"][i]
            or _names_furniture(folded[i])
            or names.is_bio(folded[i])
        ):
            return
        if named is None:
            named = {word for j in body.tolist() for word in _INSIDE_NAME.findall(lines[j].text)}
        if len(named.intersection(_INSIDE_NAME.findall(text))) < _NAMED_TWICE:
            return
        kept[i] = True


_INSIDE_NAME = re.compile(r"(?<=[\w,] )[^\W\d_a-zß-ÿ][\w’'-]{2,}")
_BOX, _PARAGRAPH, _BELOW_BOX, _NAMED_TWICE = 10, 120, 0.15, 2  # lines, characters, certainty, names


def _keep_items(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """A sentence that is an item of a list, most of which stands: the first, below a subhead, is doubted at times."""
    start = 0
    while start < len(folded):
        sign, end = folded[start][0], start + 1
        if sign not in _ITEM_SIGNS:
            start += 1
            continue
        while end < len(folded) and folded[end][0] == sign:
            end += 1
        left = [i for i in range(start, end) if not kept[i]]
        if left and 3 * len(left) <= end - start:
            for i in left:
                kept[i] = bool(shapes["ends sentence"][i]) and certainty[i] >= _ITEM and not _names_furniture(folded[i])
        start = end


_ITEM_SIGNS, _ITEM = "•▪■●◆–*", 0.1


def _keep_rows(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """Short lines alike, one below the other, stand or fall together: items behind a sign, and rows with numbers.

    They stand below a line that ends in a colon and stands, with the first of them, or where two beside one do.
    """
    colon = np.array(shapes["ends colon"]) > 0
    for i in np.flatnonzero(kept[:-1] & colon[:-1] & kept[1:]).tolist():
        if (shape := _row(folded[i + 1])) is None:
            continue
        for j in range(i + 2, min(i + 2 + _MOST_ANNOUNCED, len(folded))):
            if _row(folded[j]) != shape or certainty[j] < _ROW or _names_furniture(folded[j]):
                break
            kept[j] = True
    between = ~kept[1:-1] & kept[:-2] & kept[2:] & (certainty[1:-1] >= _ROW)
    for i in (np.flatnonzero(between) + 1).tolist():
        shape = _row(folded[i])
        kept[i] = shape is not None and shape == _row(folded[i - 1]) == _row(folded[i + 1])


def _row(folded: str) -> str | None:
    """What makes a short line a row among others: the sign that it opens with, else that it has a number."""
    if len(folded) > _LONGEST_OFFER:
        return None
    if folded[0] in _ITEM_SIGNS or folded.startswith("- "):
        return folded[0]
    return "number" if roles.has_digit(folded) else None


_ROW = 0.2  # certainty


def _keep_subject(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """A sentence between sentences that names furniture which others of the article speak of: its subject."""
    between = ~kept[1:-1] & kept[:-2] & kept[2:] & (certainty[1:-1] >= _MAY_BE_SUBJECT)
    for i in (np.flatnonzero(between) + 1).tolist():
        beside = (i - 1, i, i + 1)
        if not all(shapes["ends sentence"][j] for j in beside) or not (named := roles.furniture(folded[i], True)):
            continue
        phrase = named[1]
        kept[i] = sum(phrase in folded[j] for j in np.flatnonzero(kept).tolist()) >= _SPOKEN_OF


def _keep_questions(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """A question right above a paragraph, of an article whose other subheads are questions, too."""
    asks = [i for i in range(len(folded) - 1) if shapes["ends question"][i] and len(folded[i]) <= _LONGEST_OFFER]
    heads = [i for i in asks if kept[i + 1] and shapes["ends sentence"][i + 1] and not shapes["ends question"][i + 1]]
    if np.count_nonzero(kept[heads]) < _FEWEST_ASKED:
        return
    for i in heads:
        kept[i] |= certainty[i] >= _ASKED and not _names_furniture(folded[i])


_FEWEST_ASKED, _ASKED = 2, 0.25  # questions that stand; certainty of another


def _keep_prose_alone(kept: Kept, folded: Sequence[str], certainty: Column, shapes: Shapes) -> None:
    """Where every other line is a sentence and none names furniture, the text is all article, however unsure it is."""
    is_sentence = np.array(shapes["ends sentence"]) > 0
    others = [folded[i] for i in np.flatnonzero(~is_sentence).tolist()]
    if is_sentence.mean() < _PROSE_SHARE or any(
        len(text) <= _LONGEST_OFFER and roles.furniture(text, even_common=True) for text in others
    ):
        return
    likely = (certainty >= _POSSIBLE) & is_sentence & ~kept
    for i in np.flatnonzero(likely).tolist():
        kept[i] = roles.furniture(folded[i], even_common=True) is None
