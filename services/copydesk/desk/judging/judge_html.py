"""How sure the judge is of each line of HTML: its text, its elements and what the page states, weighed together.

Where that leaves it in doubt, it hears trafilatura (desk/judging/vote.py).
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import Characters
from copydesk.desk.judging.dom import dom_features
from copydesk.desk.judging.features import Column, as_matrix, page_features
from copydesk.desk.judging.lexicon import leanings, leanings_of_text
from copydesk.desk.judging.model import lean
from copydesk.desk.judging.stated import stated_features
from copydesk.desk.judging.trees import Trees
from copydesk.desk.judging.vote import in_doubt, outvote, vote
from copydesk.desk.page.elements import Elements, name_grams, read_elements

_SURE = 4.0  # log odds beyond which neither words nor names are believed more


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What words lean to, and what the names of elements do, each in steps of its scale.

    words, forms: of words, and of stems and forms; a row for each of (body, before, within, after). names: a row for a
    line's block, and one for what stands around it.
    """

    words: NDArray[np.int8]
    word_scale: float
    forms: NDArray[np.int8]
    form_scale: float
    word_bias: Column
    names: NDArray[np.int8]
    name_scale: float
    name_bias: float


@dataclass(frozen=True, slots=True)
class HtmlModel:
    lexicons: Lexicons
    columns: list[str]
    trees: Trees


def certainty_in_html(page: Page, characters: Characters, own: dict[str, Column]) -> Column:
    """How sure it is that each line of a page of HTML is body: 0 to 1. `own` has the lines' own features."""
    model = _load()
    features = html_features(read_elements(page), characters, own, stated_features(page, characters), model.lexicons)
    certainty = model.trees.certainty(as_matrix(features, model.columns))
    if in_doubt(certainty, np.expm1(own["log words"])) and (votes := vote(page)):
        return outvote(certainty, votes)
    return certainty


def html_features(
    elements: Elements,
    characters: Characters,
    own: dict[str, Column],
    stated: dict[str, Column],
    lexicons: Lexicons,
) -> dict[str, Column]:
    """All features of each line: `own`, `stated`, and those by its text and its elements among the others."""
    count = len(characters.starts)
    words, forms = (lexicons.words, lexicons.word_scale), (lexicons.forms, lexicons.form_scale)
    by_words = lean(leanings_of_text(characters, count, words, forms), lexicons.word_bias)
    names = leanings(name_grams(elements), lexicons.names, lexicons.name_scale, len(elements.names))
    dom = dom_features(elements, np.expm1(own["log chars"]), names, stated["said in title"])
    both = np.clip(by_words[:, 0], -_SURE, _SURE) + np.clip(dom["names"] + lexicons.name_bias, -_SURE, _SURE)
    by_both = page_features(own, np.column_stack((both, by_words[:, 1:])), characters)
    return {
        **own,
        **stated,
        **page_features(own, by_words, characters),
        **dom,
        **{f"{name} by both": column for name, column in by_both.items()},
    }


@cache
def _load() -> HtmlModel:
    with (files("copydesk") / "models" / "judge-html.npz").open("rb") as file, np.load(file) as stored:
        arrays = dict(stored)
    lexicons = Lexicons(
        # In memory the weights of one gram lie side by side, for they are looked up together.
        words=np.asfortranarray(arrays["words"]),
        word_scale=float(arrays["word_scale"]),
        forms=np.asfortranarray(arrays["forms"]),
        form_scale=float(arrays["form_scale"]),
        word_bias=arrays["word_bias"],
        names=np.asfortranarray(arrays["names"]),
        name_scale=float(arrays["name_scale"]),
        name_bias=float(arrays["name_bias"]),
    )
    return HtmlModel(lexicons, [str(column) for column in arrays["columns"]], Trees.from_arrays(arrays))
