import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.dom import dom_features
from copydesk.desk.judging.features import Column
from copydesk.desk.judging.stated import stated_features
from copydesk.desk.page.elements import AROUND, Elements, most_down, name_grams, read_elements, sum_down, sum_up
from copydesk.desk.page.html import lay_out_html

_PROSE = (
    "The ferry will sail again from Saturday, the harbour office said, five months after the storm in January. " * 2
)
_PAGE = f"""
<html><head><title>Ferry sails again | The Islander</title></head><body>
<nav class="topMenu"><ul><li><a href="/">News</a></li><li><a href="/s"><b>Sports</b></a></li></ul></nav>
<main><article id="story">
<h1>Ferry sails again</h1>
<div class="body"><p>{_PROSE}</p><p>{_PROSE}</p><p>By <a href="/a">Ada</a>, in port</p><p>{_PROSE}</p></div>
</article></main>
<footer hidden><p>{_PROSE}</p></footer>
</body></html>"""


def features(html: str) -> dict[str, Column]:
    page = lay_out_html(html)
    elements = read_elements(page)
    chars = np.array([len(line.text) for line in page.lines], np.float64)
    titled = stated_features(page, read_characters([line.text for line in page.lines]))["said in title"]
    return dom_features(elements, chars, np.zeros((len(elements.names), 2)), titled)


def stated(html: str) -> dict[str, Column]:
    page = lay_out_html(html)
    return stated_features(page, read_characters([line.text for line in page.lines]))


def test_elements_are_those_around_lines_parents_first() -> None:
    elements = read_elements(lay_out_html(_PAGE))
    assert elements.names[0] == "html"
    assert all(parent < place for place, parent in enumerate(elements.parent) if place)
    assert [elements.names[place].split()[0] for place in elements.of_line] == [
        "li",
        "li",
        "h1",
        "p",
        "p",
        "p",
        "p",
        "p",
    ]
    assert "nav top Menu" in elements.names
    assert "article story" in elements.names


@pytest.mark.parametrize(
    ("feature", "lines"),
    [
        ("in nav", [1, 1, 0, 0, 0, 0, 0, 0]),
        ("in article", [0, 0, 1, 1, 1, 1, 1, 0]),
        ("in [hidden]", [0, 0, 0, 0, 0, 0, 0, 1]),
        ("heading", [0, 0, 1, 0, 0, 0, 0, 0]),
        ("link share", [1, 1, 0, 0, 0, 3 / 15, 0, 0]),
        ("lines since h1", [60, 60, 0, 1, 2, 3, 4, 5]),
        ("after title", [-2, -1, 0, 1, 2, 3, 4, 5]),
        ("shared with title", [1, 1, 4, 3, 3, 3, 3, 1]),
        ("titles above", [0, 0, 1, 1, 1, 1, 1, 1]),
        ("same parent before", [0, 1, 0, 0, 1, 1, 1, 0]),
    ],
)
def test_a_line_knows_where_it_stands(feature: str, lines: list[float]) -> None:
    assert features(_PAGE)[feature] == pytest.approx(lines)


def test_prose_has_the_shortest_way_to_the_core_of_the_page() -> None:
    steps = features(_PAGE)["steps to 0.6"]
    # body > main > article > div > p against body > nav > ul > li
    assert steps[3:7].tolist() == [1, 1, 1, 1]
    assert steps[:2].tolist() == [3, 3]


def test_a_second_article_is_not_the_first() -> None:
    article = f"<article><h2>One</h2><p>{_PROSE}</p><p>{_PROSE}</p></article>"
    assert features(article + article + "<p>End")["full articles before"].tolist() == [0, 0, 0, 1, 1, 1, 0]


def test_blocks_named_alike_are_counted_together() -> None:
    column = features(_PAGE)["alike 1 up"]
    assert np.expm1(column) == pytest.approx([2, 2, 1, 4, 4, 4, 4, 1])


def test_text_deep_inside_a_link_is_a_link() -> None:
    teaser = "<li><a href=/><span> <i></i> <span><b>Ferry</b> sails\n    again</span></span></a></li>"
    assert features(f"<ul>{teaser}</ul><p>None</p>")["link share"].tolist() == [1, 0]


def test_what_is_nested_counts_once() -> None:
    assert features("<p><b>one <b>two</b></b> and thirteen</p>")["bold share"].tolist() == [7 / 20]


def test_text_in_a_link_that_holds_blocks_is_a_link() -> None:
    assert features("<a href=/><div><h3>More</h3><p>One more</p></div></a><p>None</p>")["link share"].tolist() == [
        1,
        1,
        0,
    ]


_NAMES = st.sampled_from(["div", "p", "ul", "li", "a", "b", "td", "nav", "h1", "span class='x y'", "p hidden"])
_HTML = st.recursive(
    st.sampled_from(["", "word", "Some words here.", _PROSE, "漢字"]),
    lambda inside: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name.split()[0]}>", _NAMES, st.lists(inside, max_size=4)
    ),
    max_leaves=20,
)


@given(_HTML)
def test_every_line_of_every_page_has_every_feature(html: str) -> None:
    page = lay_out_html(f"<body>{html}start")
    columns = features(f"<body>{html}start") | stated(f"<body>{html}start")
    assert columns.keys() == (features("a") | stated("a")).keys()
    assert all(column.shape == (len(page.lines),) and np.isfinite(column).all() for column in columns.values())


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>a" * 2000, id="2,000 divs in each other"),
        pytest.param("<b>" * 2000 + "<a>x</a>" * 50_000, id="50,000 links in 2,000 inline elements"),
        pytest.param("<p class=x>a</p>" * 20_000, id="20,000 paragraphs"),
        pytest.param("<b>x" * 2000 + "y<i>z</i>" * 50_000, id="2,000 bold elements in each other"),
    ],
)
@pytest.mark.timeout(20)
def test_size_and_depth_are_no_danger(html: str) -> None:
    assert np.isfinite(features(html)["depth"]).all()


def _tree(parents: list[int]) -> Elements:
    """A bare tree; each element's parent is taken modulo the elements before it."""
    parent = np.array([0, *(number % (place + 1) for place, number in enumerate(parents))])
    depth = np.zeros(len(parent), np.int64)
    for place in range(1, len(parent)):
        depth[place] = depth[parent[place]] + 1
    none = np.zeros(len(parent))
    levels = [np.flatnonzero(depth == level) for level in range(int(depth.max()) + 1)]
    return Elements(parent, depth, none.astype(np.int64), [], none, none, none, none, parent, levels)


def _path(elements: Elements, place: int) -> list[int]:
    path = [place]
    while path[-1]:
        path.append(int(elements.parent[path[-1]]))
    return path


@given(st.lists(st.integers(0, 1000), max_size=30))
def test_sums_over_the_tree(parents: list[int]) -> None:
    elements = _tree(parents)
    values: NDArray[np.float64] = (np.arange(len(elements.parent)) * 7919 % 13).astype(np.float64)
    paths = [_path(elements, place) for place in range(len(values))]
    assert sum_down(elements, values).tolist() == [values[path].sum() for path in paths]
    assert most_down(elements, values).tolist() == [values[path].max() for path in paths]
    inside = [sum(values[k] for k, path in enumerate(paths) if place in path) for place in range(len(values))]
    assert sum_up(elements, values[:, None]).ravel().tolist() == inside


def test_names_are_words() -> None:
    elements = read_elements(lay_out_html('<div class="article-body__text mainText"><p>One'))
    assert elements.names[-2:] == ["div article-body__text main Text", "p"]
    assert len(name_grams(elements).inner[0])


def test_all_signs_around_lines_are_told_apart() -> None:
    assert len(set(AROUND)) == len(AROUND) < 62


def _head(head: str, *paragraphs: str) -> str:
    return f"<head>{head}</head>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


_DEEP = f'<script type="application/ld+json">{"[" * 90_000}</script>'


@pytest.mark.parametrize(
    ("head", "feature", "lines"),
    [
        pytest.param("", "said in article", [-1, -1], id="nothing stated"),
        pytest.param(_linked({"articleBody": "One two three."}), "said in article", [1, 0], id="JSON-LD"),
        pytest.param(_linked([{"x": [{"articleBody": "one TWO three"}]}]), "said in article", [1, 0], id="nested"),
        pytest.param(_linked({"articleBody": ["no text"]}), "said in article", [-1, -1], id="of a wrong type"),
        pytest.param('<script type="application/ld+json">{"a</script>', "said in article", [-1, -1], id="broken"),
        pytest.param(_DEEP, "said in article", [-1, -1], id="deeper than Python recurses"),
        pytest.param("<meta name=description content='two three'>", "said in description", [0.5, 0], id="description"),
        pytest.param("<meta property=og:title content='Four'>", "said in title", [0, 1], id="title of one word"),
    ],
)  # fmt: skip
def test_lines_are_compared_with_what_the_head_states(head: str, feature: str, lines: list[float]) -> None:
    assert stated(_head(head, "One two three", "Four"))[feature].tolist() == lines
