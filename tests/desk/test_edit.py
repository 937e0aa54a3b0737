"""The desk as a whole: its law, its samples, and what it says to input that is no article."""

import gzip
import hashlib
import json
import uuid
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk import Article, NoArticleError, RawArticle, RejectedError
from copydesk.desk.decode import decode
from copydesk.desk.html import lay_out_html
from copydesk.desk.intake import read
from copydesk.desk.normalise import normalise

SAMPLES = Path(copydesk.__file__).parent / "samples"
PROSE = (
    "The harbour of the town was closed on Tuesday after a storm, and the ferries stayed in port until the evening. "
    "Officials said that nobody had been hurt, although several boats were damaged and one of them sank."
)


def edit(content: str, **fields: object) -> Article:
    return copydesk.edit(RawArticle.model_validate({"content": content, **fields}))


def assert_law(raw: RawArticle, article: Article) -> None:
    """Kept and cut, put back in order, are the input, up to white space and Unicode."""
    parts = [(block.lines, block.text) for block in article.body.blocks]
    parts += [(cut.lines, cut.text) for cut in article.removed]
    parts.sort()
    for (_, last), (first, _) in zip([lines for lines, _ in parts], [lines for lines, _ in parts[1:]], strict=False):
        assert last < first, "a line is in two places"
    copy = decode(raw)
    if copy.media_type == "text/plain":
        whole = normalise(copy.text)
    else:
        whole = " ".join(line.text for line in lay_out_html(copy.text).lines)
    put_back = " ".join(text for _, text in parts)
    assert _characters(put_back) == _characters(whole)


def _characters(text: str) -> str:
    """Without white space, and without the hyphens that a wrapped line may have lost when it was joined."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if "broken" not in path.name))
def test_the_law_holds_for_the_projects_own_samples(name: str) -> None:
    raw = read((SAMPLES / name).read_bytes(), {})
    assert_law(raw, copydesk.edit(raw))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=12))
@settings(max_examples=50, deadline=None)
def test_the_law_holds_for_any_text_around_an_article(lines: list[str]) -> None:
    middle = len(lines) // 2
    content = "\n".join([*lines[:middle], PROSE, PROSE[::-1], PROSE.upper(), *lines[middle:]])
    raw = RawArticle(content=content, content_type="text/plain")
    try:
        article = copydesk.edit(raw)
    except RejectedError as error:
        assert str(error)
    else:
        assert_law(raw, article)


@given(st.text())
@settings(max_examples=50, deadline=None)
def test_no_text_crashes_it(content: str) -> None:
    try:
        article = edit(content)
    except RejectedError as error:
        assert str(error)
    else:
        assert Article.model_validate_json(article.to_json()) == article


@given(st.text(alphabet=st.sampled_from("<>/abp \"'=!-&;\n{}[]")))
@settings(max_examples=50, deadline=None)
def test_no_markup_crashes_it(content: str) -> None:
    try:
        edit(content, content_type="text/html")
    except RejectedError as error:
        assert str(error)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["news", "world", "web", "sites", "text-w3m-news", "text-w3m-world"])
def test_the_law_holds_for_every_evaluation_document(shared: Path, name: str) -> None:
    with gzip.open(shared / "eval" / f"{name}.jsonl.gz", "rt") as rows:
        for row in map(json.loads, rows):
            content_type = "text/html" if "html" in row else "text/plain"
            raw = RawArticle(content=row.get("html") or row["text"], content_type=content_type, url=row["url"])
            try:
                article = copydesk.edit(raw)
            except NoArticleError:
                continue
            assert_law(raw, article)


class TestClean:
    def test_everything_is_kept_as_sent(self) -> None:
        content = "Home\n\nShare this\n© 2020 Nobody , Inc .\n\n\nThe end"
        article = edit(content, clean=True)
        assert article.body.text == content
        assert not article.removed

    def test_each_line_is_a_block(self) -> None:
        article = edit("One\nTwo", clean=True)
        assert [(block.text, block.lines) for block in article.body.blocks] == [("One", (1, 1)), ("Two", (2, 2))]


class TestIdentity:
    def test_a_url_names_the_article_whatever_its_words(self) -> None:
        one = edit(PROSE, clean=True, url="https://a.example/1")
        two = edit(PROSE.upper(), clean=True, url="https://a.example/1")
        assert one.id == two.id
        assert one.fingerprint == edit(PROSE, clean=True).fingerprint

    @pytest.mark.parametrize(
        "url",
        [
            pytest.param("https://A.example/story?utm_source=feed&id=1", id="tracking and case"),
            pytest.param("https://a.example:443/story?id=1#comments", id="port and fragment"),
            pytest.param("https://a.example/story?fbclid=x&id=1", id="another tracker"),
        ],
    )
    def test_links_to_one_page_name_one_article(self, url: str) -> None:
        plain = edit(PROSE, clean=True, url="https://a.example/story?id=1")
        assert edit(PROSE, clean=True, url=url).id == plain.id
        assert edit(PROSE, clean=True, url="https://a.example/story?id=2").id != plain.id

    def test_else_site_and_publishers_id(self) -> None:
        one = edit(PROSE, clean=True, site="a.example", id="7")
        assert one.id == edit("Other words.", clean=True, site="a.example", id="7").id
        assert one.id != edit(PROSE, clean=True, site="b.example", id="7").id
        assert one.source.id == "7"

    def test_else_the_words(self) -> None:
        assert edit(PROSE, clean=True).id == edit(f"  {PROSE}\n", clean=True).id
        assert edit(PROSE, clean=True).id != edit("Other words.", clean=True).id

    def test_it_is_a_name_based_uuid(self) -> None:
        assert edit(PROSE, clean=True).id.version == 5
        assert edit(PROSE, clean=True).id.variant == uuid.RFC_4122


class TestWarnings:
    def test_a_language_without_models_is_said(self) -> None:
        swedish = "Regeringen i Stockholm meddelade på måndagen att skatten på el ska sänkas under nästa år."
        assert [warning.code for warning in edit(swedish, clean=True).warnings] == ["names_from_lists", "no_topics"]


class TestSource:
    def test_it_describes_the_bytes(self) -> None:
        article = edit("Zürich", clean=True)
        assert (article.source.bytes, article.source.charset, article.source.content_type) == (7, "utf-8", "text/plain")
        assert article.source.sha256 == hashlib.sha256("Zürich".encode()).hexdigest()

    def test_unknown_fields_are_kept_under_meta_with_a_warning(self) -> None:
        article = edit(PROSE, clean=True, desk="night", meta={"desk": 1, "k": [None]})
        assert article.source.meta == {"desk": 1, "k": [None], "desk_": "night"}
        assert [warning.code for warning in article.warnings] == ["unknown_field"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param("\u200b \n\t", "no visible text", id="nothing visible"),
        pytest.param("<html><script>x()</script></html>", "no visible text", id="only a script"),
    ],
)
def test_what_has_no_article_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(NoArticleError, match=complaint):
        edit(content)
