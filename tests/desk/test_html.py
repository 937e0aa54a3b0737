import gzip
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.normalise import normalise
from copydesk.desk.page.html import lay_out_html

_SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[3] / "shared"))
_PARAGRAPH = "The council voted late on Monday to reopen the bridge, and nobody was surprised. " * 3


def texts(html: str) -> list[str]:
    return [line.text for line in lay_out_html(html).lines]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="paragraphs"),
        pytest.param("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"], id="text between blocks"),
        pytest.param("<p>A <b>bold</b> and <i>plain</i>ly</p>", ["A bold and plainly"], id="inline elements join"),
        pytest.param("<a>One</a><a>Two</a><b>3</b>4", ["One Two34"], id="links in a row are set apart"),
        pytest.param("One<br>two<br> &nbsp;<br>Three", ["One two", "Three"], id="two breaks end a line"),
        pytest.param("<pre>One\n two\n\nThree</pre>", ["One two", "Three"], id="an empty line in pre ends a line"),
        pytest.param("<p>One\n\ntwo</p>", ["One two"], id="an empty line outside pre is white space"),
        pytest.param("<ul><li>One<ul><li>Two</ul>Three</ul>", ["One", "Two", "Three"], id="lists"),
        pytest.param("<table><tr><td>A<td>B<tr><td>C</table>", ["A", "B", "C"], id="a cell a line"),
        pytest.param("<button>Share</button><select><option>A<option>B</select>", ["Share", "A", "B"], id="controls"),
        pytest.param("<h1>One</H1><P>Two", ["One", "Two"], id="tags left open and in any case"),
        pytest.param("<p>One</div></p></section>Two", ["One", "Two"], id="ends without a start"),
        pytest.param("Just words & more", ["Just words & more"], id="no markup at all"),
        pytest.param('<text id="a"><html><body><p>One</p></body></html></text>', ["One"], id="wrapped in <text>"),
        pytest.param('<?xml version="1.0" encoding="latin-1"?><html><p>é</html>', ["é"], id="XML with an encoding"),
        pytest.param("<html><meta charset=latin-1><p>é</html>", ["é"], id="meta names another charset"),
        pytest.param("<p>One<!-- no --> two<?no ?></p>", ["One two"], id="comments and instructions"),
        pytest.param("<x-teaser><x-head>One</x-head> two</x-teaser>", ["One two"], id="custom elements are inline"),
        pytest.param("<template>No</template><p>One", ["One"], id="a template is not seen"),
        pytest.param("<div><template shadowrootmode=open><p>One</p></template></div>", ["One"], id="a shadow root is"),
        pytest.param("<head><title>No</title></head><script>no</script><style>no</style>One", ["One"], id="head"),
        pytest.param("<noscript><p>No</p></noscript><svg><text>No</text></svg>One", ["One"], id="noscript, svg"),
        pytest.param("<img alt=No><input value=No><input type=hidden value=No>One", ["One"], id="alt texts and values"),
        pytest.param("<p hidden>No<p style='top:0;DISPLAY : none'>No</p><dialog>No</dialog>One", ["One"], id="hidden"),
        pytest.param("<dialog open>One</dialog>", ["One"], id="an open dialog"),
        pytest.param(f"<div hidden><p>{_PARAGRAPH}</p></div>", [_PARAGRAPH.strip()], id="an article that unfolds"),
        pytest.param("<body style='display:none' hidden><p>One</p></body>", ["One"], id="a body shown by a script"),
        pytest.param("<p>e\u0301\u200b\u00ad  x\u00a0y</p>", ["é x y"], id="normalised"),
        pytest.param("<p>\u200b</p><p> &nbsp;</p>", [], id="invisible text is no line"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n", [], id="blank"),
        pytest.param("<!-- nothing -->", [], id="only a comment"),
        pytest.param("<html><body></body></html>", [], id="an empty body"),
    ],
)  # fmt: skip
def test_a_page_is_its_visible_blocks(html: str, lines: list[str]) -> None:
    assert texts(html) == lines


def test_lines_are_numbered_blocks_with_their_element() -> None:
    page = lay_out_html("<article><h2>One</h2><div>Two <b>bold</b><ul><li><p>Three</p></li></ul>Four</div></article>")
    assert [
        (line.first, line.last, line.text, line.element.tag) for line in page.lines if line.element is not None
    ] == [
        (1, 1, "One", "h2"),
        (2, 2, "Two bold", "div"),
        (3, 3, "Three", "p"),
        (4, 4, "Four", "div"),
    ]
    assert page.tree is not None
    assert page.tree.tag == "html"


def test_a_page_without_anything_still_has_a_tree() -> None:
    page = lay_out_html("")
    assert page.tree is not None
    assert page.tree.tag == "html"


@pytest.mark.parametrize(
    ("html", "count"),
    [
        pytest.param("<div>a" * 100_000 + "</div>b" * 100_000, 200_000, id="100,000 divs in each other"),
        pytest.param("<b>" * 100_000 + "a" + "</p>" * 100_000, 1, id="100,000 inline elements, and ends of others"),
        pytest.param("<ul><li>a" * 30_000, 30_000, id="30,000 lists in each other"),
        pytest.param("<div hidden>" * 2_000 + "<p>" + "a " * 200_000, 1, id="2,000 hidden elements in each other"),
        pytest.param("<p>" + "a " * 6_000_000, 1, id="a text of 12 MB"),
        pytest.param("a" + "<br> " * 200_000 + "b", 2, id="200,000 line breaks"),
        pytest.param("<" * 500_000 + "a", 1, id="500,000 angle brackets"),
        pytest.param("<p>a" + "<!-- " * 200_000, 1, id="comments without an end"),
    ],
)
@pytest.mark.timeout(30)
def test_size_and_depth_are_no_danger(html: str, count: int) -> None:
    assert len(texts(html)) == count


# The law of the receipt: the lines hold the visible text, all of it, once, in order.

_WORDS = st.text("abcxyzäñ 漢字.,&\u00a0\n", max_size=12)
_INLINE = st.sampled_from(["a", "b", "span", "em", "x-note"])
_BLOCK = st.sampled_from(["div", "section", "article", "blockquote", "ul", "aside", "nav", "header"])
_UNSEEN = st.sampled_from(["<script>no</script>", "<style>no</style>", "<div hidden>no</div>", "<!-- no -->", "<br>"])

_Markup = tuple[str, str]  # the markup, and the text that is visible in it


def _text(words: str) -> _Markup:
    return words.replace("&", "&amp;"), words


def _wrapped(tag: str, inside: list[_Markup]) -> _Markup:
    return f"<{tag}>" + "".join(markup for markup, _ in inside) + f"</{tag}>", "".join(text for _, text in inside)


_MARKUP = st.recursive(
    st.builds(_text, _WORDS) | _UNSEEN.map(lambda markup: (markup, "")),
    lambda inside: st.builds(_wrapped, _INLINE | _BLOCK, st.lists(inside, max_size=4)),
    max_leaves=25,
)


def _solid(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFD", normalise(text)))


@given(_MARKUP)
def test_lines_hold_all_visible_text_once_and_in_order(markup: _Markup) -> None:
    html, visible = markup
    lines = texts(f"<body>{html}</body>")
    assert _solid("".join(lines)) == _solid(visible)
    assert all(line and line == normalise(line) for line in lines)


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    page = lay_out_html(text)
    assert [line.first for line in page.lines] == list(range(1, len(page.lines) + 1))


def _documents() -> Iterator[str]:
    for path in sorted((_SHARED / "eval").glob("*.jsonl.gz")):
        with gzip.open(path, "rt") as rows:
            for row in rows:
                if html := json.loads(row).get("html"):
                    yield html


_MAY_BE_UNSEEN = " or ".join(
    [f"self::{tag}" for tag in ("audio", "canvas", "datalist", "dialog", "head", "iframe", "noembed", "noframes")]
    + [f"self::{tag}" for tag in ("noscript", "object", "rp", "script", "style", "svg", "template", "title", "video")]
    + ["@hidden", "@style"]
)


@pytest.mark.slow
@pytest.mark.skipif(not (_SHARED / "eval").is_dir(), reason="COPYDESK_SHARED names no directory with eval data")
def test_every_known_page_is_whole() -> None:
    for number, html in enumerate(_documents()):
        if number % 20:
            continue
        page = lay_out_html(html)
        assert page.tree is not None
        held = _solid("".join(line.text for line in page.lines))
        seen = page.tree.xpath(f"//text()[not(ancestor::*[{_MAY_BE_UNSEEN}])]")
        assert len(held) >= sum(len(_solid(piece)) for piece in seen)
        assert all(_solid(piece) in held for piece in seen)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<td><b>News</b><br><a>Harbour</a><br><a>Market</a><br></td>", ["News", "Harbour", "Market"]),
        ("<td><font size=5>Ferry stays</font><br>By Ann Lee</td>", ["Ferry stays", "By Ann Lee"]),
        ("<p>One line<br><i>and one set apart</i></p>", ["One line", "and one set apart"]),
        ("<p>Prose goes <b>on</b> here<br>and in the next line</p>", ["Prose goes on here and in the next line"]),
        ("<p>1 Quay Road<br>Saltmouth</p>", ["1 Quay Road Saltmouth"]),
        ("<p>a <a>link</a><br>b</p>", ["a link b"]),
        ("<p><a>one</a> <a>two</a><br>three</p>", ["one two three"]),
    ],
)
def test_a_line_break_beside_an_element_that_stands_alone_ends_the_line(html: str, lines: list[str]) -> None:
    assert texts(html) == lines
