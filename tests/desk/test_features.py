"""Every feature that the shipped weights look at is one that the desk computes."""

from collections.abc import Callable
from importlib.resources import files

import numpy as np
import pytest

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import as_matrix, line_features, page_features
from copydesk.desk.judging.judge_html import Lexicons, html_features
from copydesk.desk.judging.lexicon import form_grams, grams, leanings, stem_grams
from copydesk.desk.judging.model import lean
from copydesk.desk.judging.stated import stated_features
from copydesk.desk.page.elements import read_elements
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.lines import lay_out_text

TEXT = "Home\nSport\n\nThe pool closes in May, the council said on Thursday, after three years.\n\n© 2023 Courier"
HTML = "<html><body><nav>Home</nav><h1>The pool</h1><p>The pool closes in May.</p></body></html>"

Arrays = dict[str, np.ndarray]


def shipped(name: str) -> Arrays:
    with (files("copydesk") / "models" / f"judge-{name}.npz").open("rb") as file, np.load(file) as stored:
        return dict(stored)


def features_of_text(page: Page, weights: Arrays) -> dict[str, np.ndarray]:
    characters = read_characters([line.text for line in page.lines])
    own = line_features(page.lines, characters)
    count = len(page.lines)
    sums = leanings(grams(characters, count), weights["words"], float(weights["word_scale"]), count)
    for found in (stem_grams(characters), form_grams(characters)):
        sums = sums + leanings(found, weights["forms"], float(weights["form_scale"]), count)
    return own | page_features(own, lean(sums, weights["word_bias"]), characters)


def features_of_html(page: Page, weights: Arrays) -> dict[str, np.ndarray]:
    characters = read_characters([line.text for line in page.lines])
    lexicons = Lexicons(
        weights["words"],
        float(weights["word_scale"]),
        weights["forms"],
        float(weights["form_scale"]),
        weights["word_bias"],
        weights["names"],
        float(weights["name_scale"]),
        float(weights["name_bias"]),
    )
    own, stated = line_features(page.lines, characters), stated_features(page, characters)
    return html_features(read_elements(page), characters, own, stated, lexicons)


@pytest.mark.parametrize(
    ("name", "page", "features"),
    [("text", lay_out_text(TEXT), features_of_text), ("html", lay_out_html(HTML), features_of_html)],
    ids=["text", "HTML"],
)
def test_every_column_of_the_weights_is_a_feature(
    name: str, page: Page, features: Callable[[Page, Arrays], dict[str, np.ndarray]]
) -> None:
    weights = shipped(name)
    columns = [str(column) for column in weights["columns"]]
    found = features(page, weights)
    assert len(set(columns)) == len(columns)
    assert [column for column in columns if column not in found] == []
    matrix = as_matrix(found, columns)
    assert matrix.shape == (len(page.lines), len(columns))
    assert np.isfinite(matrix).all()


@pytest.mark.parametrize("name", ["text", "html"])
def test_no_tree_looks_beyond_the_columns(name: str) -> None:
    weights = shipped(name)
    assert weights["split"].min() >= 0
    assert weights["split"].max() < len(weights["columns"])


POOL = [
    "The pool of Westhaven closes in May because the basin has cracks that nobody can pay for.",
    "Cracks in the basin were found by an inspection that the council of Westhaven had ordered.",
    "The council says that the pool and its basin would cost two million pounds.",
]
WOLF = [
    "A wolf that crossed the Alps was seen near Grenoble, rangers report.",
    "Rangers had followed the wolf since it left Slovenia and crossed the Alps.",
    "Near Grenoble the rangers lost the wolf, which Slovenia calls Slavc.",
]


def test_little_ties_one_article_to_the_next() -> None:
    page = lay_out_text("\n".join([*POOL, *WOLF]))
    bond = features_of_text(page, shipped("text"))["bond"]
    assert bond[0] == 0, "nothing stands above the first line"
    assert bond[3] < min(bond[1], bond[2], bond[4], bond[5])


def test_a_line_echoes_those_near_it() -> None:
    found = features_of_text(lay_out_text("\n".join([*POOL, "Weather"])), shipped("text"))
    assert found["echo before"].tolist()[0] == 0
    assert found["echo before"][2] > 0.2
    assert found["echo after"][0] > 0.2
    assert found["echo before"][3] == found["echo after"][3] == 0
