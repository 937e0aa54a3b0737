"""Pages of text as feeds carry them, of imagined publishers: what is article and what is not, line by line.

In tests/desk/pages each line is marked: "+" is the article's, "-" is not, "~" may be either. A page without "+" has no
article. No judge gets all of it right; the figures here are what it may not fall below.
"""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.article import Article, RawArticle
from copydesk.desk.edit import edit
from copydesk.errors import NoArticleError

Marked = list[tuple[str, str]]
_BLANK = (" ", "")


def _read_pages() -> dict[str, Marked]:
    pages: dict[str, Marked] = {}
    for path in sorted((Path(__file__).parent / "pages").glob("*.txt")):
        for page in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, *lines = page.rstrip("\n").split("\n")
            pages[name] = [(line[0], line[2:]) if line[1:].strip() else _BLANK for line in lines]
    return pages


PAGES = _read_pages()
ARTICLES = {name: lines for name, lines in PAGES.items() if any(mark == "+" for mark, _ in lines)}
WITHOUT = sorted(PAGES.keys() - ARTICLES.keys())


def _as_it_is(lines: Marked) -> str:
    return "\n".join(text for _, text in lines)


def _without_blank_lines(lines: Marked) -> str:
    return "\n".join(text for _, text in lines if text.strip())


def _article_alone(lines: Marked) -> str:
    return "\n\n".join(text for mark, text in lines if mark == "+")


def _wrapped(lines: Marked) -> str:
    return "\n\n".join(textwrap.fill(text, 66, break_on_hyphens=False) for _, text in lines if text.strip())


def _folded(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


def _body(article: Article) -> str:
    return _folded("".join(block.text for block in article.body.blocks))


def _is_spaced(lines: Marked) -> bool:
    return not any(sign >= "\u2e80" for _, text in lines for sign in text)


@pytest.mark.parametrize("name", WITHOUT)
def test_a_page_without_an_article_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(
        NoArticleError, match=r"no article found: (none of \d+ lines reads like one|the page says “.+”)"
    ):
        edit(RawArticle(content=_as_it_is(PAGES[name])))


@pytest.mark.parametrize(
    ("laid_out", "least"),
    [(_as_it_is, 0.97), (_without_blank_lines, 0.965), (_wrapped, 0.95), (_article_alone, 0.98)],
    ids=["as it is", "without blank lines", "hard-wrapped", "the article alone"],
)
def test_the_words_of_the_articles_are_kept(laid_out: Callable[[Marked], str], least: float) -> None:
    kept = total = 0
    for name, lines in ARTICLES.items():
        if laid_out is _wrapped and not (_is_spaced(lines) and not name.startswith(("w3m", "lynx", "wrap"))):
            continue
        try:
            body = _body(edit(RawArticle(content=laid_out(lines))))
        except NoArticleError:
            body = ""
        for mark, text in lines:
            if mark == "+":
                total += len(text)
                kept += len(text) * (_folded(text) in body)
    assert kept / total >= least


def test_the_lines_around_the_articles_go() -> None:
    cut = total = 0
    for lines in ARTICLES.values():
        blocks = {_folded(block.text) for block in edit(RawArticle(content=_as_it_is(lines))).body.blocks}
        around = [_folded(text) for mark, text in lines if mark == "-"]
        total += len(around)
        cut += sum(text not in blocks for text in around)
    assert cut / total >= 0.96


@pytest.mark.parametrize(
    "name", [name for name in ARTICLES if name.startswith("about")], ids=lambda name: name.replace("-", " ")
)
def test_an_article_about_furniture_stays_whole(name: str) -> None:
    body = _body(edit(RawArticle(content=_as_it_is(ARTICLES[name]))))
    assert [text for mark, text in ARTICLES[name] if mark == "+" and _folded(text) not in body] == []


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_every_line_has_one_fate_and_every_cut_a_reason(name: str) -> None:
    lines = ARTICLES[name]
    article = edit(RawArticle(content=_as_it_is(lines)))
    fates = [span for block in article.body.blocks for span in range(block.lines[0], block.lines[1] + 1)]
    fates += [span for cut in article.removed for span in range(cut.lines[0], cut.lines[1] + 1)]
    assert sorted(fates) == [number for number, (_, text) in enumerate(lines, 1) if text.strip()]
    assert all(cut.reason and "{" not in cut.reason for cut in article.removed)
