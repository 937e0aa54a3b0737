"""The elements around the lines of an HTML page, read from its tree once and laid out as arrays."""

import re
from dataclasses import dataclass

import numpy as np
from lxml.etree import XPath
from lxml.html import HtmlElement

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import Array, read_characters
from copydesk.desk.judging.features import Column
from copydesk.desk.judging.lexicon import Grams, grams
from copydesk.desk.page.markup import HIDING_STYLE

# What says something about all that stands in it; a bit each.
AROUND = (
    "nav", "header", "footer", "aside", "form", "article", "main", "section", "figure", "figcaption", "ul", "ol", "dl",
    "li", "table", "td", "blockquote", "a", "button", "label", "select", "p", "details", "address", "pre", "center",
    "[hidden]", "[itemprop=articleBody]", "[itemtype$=Article]",
)  # fmt: skip
_BITS = {tag: 1 << bit for bit, tag in enumerate(AROUND)}
_HIDDEN, _BODY, _ARTICLE = (1 << bit for bit in range(len(AROUND) - 3, len(AROUND)))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# The kinds of block, in an order in which a threshold can part what is like prose from what is like furniture.
_KINDS = ("p", "blockquote", "pre", "figcaption", "dd", "td", "th", "li", "dt", "section", "article", "main", "div",
          "body", "header", "aside", "footer", "nav", "address", "summary", "form", "button", "option")  # fmt: skip
_KIND = {tag: float(place) for place, tag in enumerate(_KINDS)}
# Attributes in which people name what an element is for.
_NAMING = ("class", "id", "role", "itemprop", "itemtype", "data-testid", "data-component", "aria-label")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_NAME = 160  # characters; a list of utility classes says nothing more after that
_chars_inside = XPath("string-length(normalize-space())")


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements that lines stand in and all above them, parents before children; the first is the root.

    parent, depth: of each element. around: the bits of what it is and stands in. names: its tag and the words that it
    is named by. kind, heading: of each element. links, bold: characters of them that stand directly in it.
    of_line: the element of each line. levels: the elements of each depth.
    """

    parent: Array
    depth: Array
    around: Array
    names: list[str]
    kind: Column
    heading: Column
    links: Column
    bold: Column
    of_line: Array
    levels: list[Array]


def read_elements(page: Page) -> Elements:
    """The elements of a page of HTML that has lines."""
    assert page.tree is not None
    root: HtmlElement = page.tree
    place: dict[HtmlElement, int] = {root: 0}
    parent, depth, around, names = [0], [0], [0], ["html"]
    of_line = []
    for line in page.lines:
        assert line.element is not None
        path = []
        element = line.element
        while element not in place:
            path.append(element)
            above = element.getparent()
            if above is None:
                break
            element = above
        at = place.get(element, 0)
        for element in reversed(path):
            bits, name = _read_element(element)
            parent.append(at)
            depth.append(depth[at] + 1)
            around.append(around[at] | bits)
            names.append(name)
            at = place[element] = len(names) - 1
        of_line.append(at)
    links = _chars_by_home(root, ("a",), place, len(names))
    bold = _chars_by_home(root, ("b", "strong"), place, len(names))
    tags_ = [name.partition(" ")[0] for name in names]
    return Elements(
        parent=np.array(parent),
        depth=np.array(depth),
        around=np.array(around),
        names=names,
        kind=np.array([_KIND.get(tag, 12.5) for tag in tags_]),
        heading=np.array([float(_HEADINGS.get(tag, 0)) for tag in tags_]),
        links=links,
        bold=bold,
        of_line=np.array(of_line),
        levels=_levels(np.array(depth)),
    )


def _read_element(element: HtmlElement) -> tuple[int, str]:
    tag = str(element.tag)
    bits = _BITS.get(tag, 0)
    attributes = element.attrib
    if not attributes:
        return bits, tag
    named = [attributes[name] for name in _NAMING if name in attributes]
    if "hidden" in attributes or HIDING_STYLE.search(attributes.get("style", "")):
        bits |= _HIDDEN
    if (itemprop := attributes.get("itemprop")) and itemprop.lower() == "articlebody":
        bits |= _BODY
    if attributes.get("itemtype", "").endswith(("Article", "BlogPosting", "Report")):
        bits |= _ARTICLE
    return bits, f"{tag} {_CAMEL.sub(' ', ' '.join(named)[:_LONGEST_NAME])}"


def _chars_by_home(root: HtmlElement, tags: tuple[str, ...], place: dict[HtmlElement, int], count: int) -> Column:
    """Characters in the elements of `tags` inside each element of `place`, for those that no line stands in."""
    sums = np.zeros(count)
    homes: dict[HtmlElement, int] = {}
    counted: set[HtmlElement] = set()  # with the one that they are nested in
    for element in root.iter(*tags):
        if element in place or element in counted:
            continue
        above = element.getparent()
        if above is None:
            continue
        if len(element):
            counted.update(element.iter(*tags))
        sums[_home(above, place, homes)] += _chars_inside(element)
    return sums


def _home(element: HtmlElement, place: dict[HtmlElement, int], homes: dict[HtmlElement, int]) -> int:
    passed = []
    at: HtmlElement | None = element
    while at is not None and at not in place and at not in homes:
        passed.append(at)
        at = at.getparent()
    home = 0 if at is None else place[at] if at in place else homes[at]
    homes.update(dict.fromkeys(passed, home))
    return home


def name_grams(elements: Elements) -> Grams:
    """The words and pairs of words that the elements are named by, as what a lexicon looks up."""
    return grams(read_characters([" ".join(name.split()) for name in elements.names]), len(elements.names))


def sum_down(elements: Elements, values: Column) -> Column:
    """For each element, the sum of `values` over itself and all around it."""
    sums = values.copy()
    for level in elements.levels[1:]:
        sums[level] += sums[elements.parent[level]]
    return sums


def most_down(elements: Elements, values: Column) -> Column:
    """For each element, the greatest of `values` of itself and all around it."""
    most = values.copy()
    for level in elements.levels[1:]:
        most[level] = np.maximum(most[level], most[elements.parent[level]])
    return most


def sum_up(elements: Elements, values: Column) -> Column:
    """For each element, the sum of `values` (a row an element) over itself and all inside it."""
    sums = values.copy()
    for level in reversed(elements.levels[1:]):
        np.add.at(sums, elements.parent[level], sums[level])
    return sums


def _levels(depth: Array) -> list[Array]:
    order = np.argsort(depth, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(depth[order])) + 1)
