"""The desk as a whole: its law, its samples, and what it says to input that is no article."""

import gzip
import hashlib
import json
import uuid
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk import Article, NoArticleError, RawArticle, RejectedError
from copydesk.desk.decode import decode
from copydesk.desk.intake import read
from copydesk.desk.normalise import normalise
from copydesk.desk.page.html import lay_out_html
from copydesk.errors import ContentError

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


def assert_law_or_refusal(raw: RawArticle) -> None:
    try:
        article = copydesk.edit(raw)
    except RejectedError as error:
        assert str(error)
    else:
        assert_law(raw, article)


def _characters(text: str) -> str:
    """Without white space, and without the hyphens that a wrapped line may have lost when it was joined."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if "broken" not in path.name))
def test_the_law_holds_for_the_projects_own_samples(name: str) -> None:
    raw = read((SAMPLES / name).read_bytes(), {})
    assert_law(raw, copydesk.edit(raw))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=12))
@settings(max_examples=50)
def test_the_law_holds_for_any_text_around_an_article(lines: list[str]) -> None:
    middle = len(lines) // 2
    content = "\n".join([*lines[:middle], PROSE, PROSE[::-1], PROSE.upper(), *lines[middle:]])
    raw = RawArticle(content=content, content_type="text/plain")
    assert_law_or_refusal(raw)


STORY = "\n".join((PROSE, PROSE.replace("Tuesday", "Monday"), PROSE.replace("storm", "flood")))


@given(st.text(), st.text(), st.booleans())
@settings(max_examples=50)
def test_no_text_crashes_it(before: str, after: str, clean: bool) -> None:
    content = f"{before}\n{STORY}\n{after}"
    try:
        article = edit(content, content_type="text/plain", title=before or None, rights=after or None, clean=clean)
    except ContentError as error:  # it is mostly NUL bytes
        assert "NUL" in str(error)
    else:
        assert "The harbour of the town was closed" in article.body.text
        assert Article.model_validate_json(article.to_json()) == article


# What pages print in lines of their own: where rules of several lines meet, the odd line beside a label is what they
# did not think of.
_SIGNS = st.text(alphabet="-–—•·*#>|/:;,.!?()[]{}<>«»“”\"'©…_=+@&1aÉ中。،ا\u200b\u202e\u0301 ", min_size=1, max_size=4)
_PRINTED = (
    "More like this|Read also|Related articles|Leia também|相关阅读|Share|Advertisement|Comments (3)|Photo: Reuters|"
    "By Jane Miller|Von|Text:|Published|3 March 2020|12:30 GMT|Home > News > World|The Packager Daily|Q: Why now?|"
    "Follow us on X|Sign up|* * *|ENDS|Notes to editors|© 2020 Example Media Ltd|All rights reserved|Page 2 of 3|"
    "Live|Updated|Exclusive|Opinion|About the author|Tags: harbour, storm|Recipe|Ingredients|Serves 4|"
    "A line that breaks off, and"
).split("|")
_LINES = st.lists(
    st.sampled_from(_PRINTED) | st.sampled_from(_PRINTED).map(str.upper) | _SIGNS | st.just(""), max_size=6
)


@given(_LINES, _LINES, _LINES, st.booleans())
@settings(max_examples=150)
def test_no_lines_that_pages_print_crash_it_in_whatever_order(
    above: list[str], amid: list[str], below: list[str], is_markup: bool
) -> None:
    lines = [*above, PROSE, *amid, PROSE.replace("Tuesday", "Monday"), *below]
    if is_markup:
        content, media_type = "".join(f"<p>{escape(line)}</p>" for line in lines), "text/html"
    else:
        content, media_type = "\n".join(lines), "text/plain"
    raw = RawArticle(content=content, content_type=media_type)
    assert_law_or_refusal(raw)


_MARKUP = st.text(alphabet=st.sampled_from("<>/abp \"'=!-&;\n{}[]"), max_size=200)


@given(_MARKUP, _MARKUP)
@settings(max_examples=50)
def test_no_markup_crashes_it(before: str, after: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.splitlines())
    try:
        article = edit(f"<html><body>{before}<div>{paragraphs}</div>{after}", content_type="text/html")
    except RejectedError as error:
        assert str(error)
    else:
        assert Article.model_validate_json(article.to_json()) == article


_LINKED = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(st.characters(exclude_characters="<"), max_size=30),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "@type @id @graph headline name author publisher datePublished dateModified copyrightHolder "
                "copyrightYear alternativeHeadline inLanguage itemListElement item breadcrumb mainEntity".split()
            ),
            inside,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.sampled_from("headline name author publisher copyrightHolder breadcrumb @graph".split()), _LINKED
    )
)
@settings(max_examples=100)
def test_whatever_a_page_says_of_itself_the_event_can_be_written_and_read(linked: dict[str, object]) -> None:
    # json writes a lone surrogate as \\ud83d, as sites do that cut a title in the middle of an emoji.
    data = json.dumps({"@type": "NewsArticle", **linked})
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.splitlines())
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>{paragraphs}</body></html>'
    article = edit(page, content_type="text/html")
    assert Article.model_validate_json(article.to_json()) == article


@pytest.mark.parametrize("field", ["title", "site", "rights", "url"])
def test_no_field_of_the_publishers_carries_what_no_event_can(field: str) -> None:
    article = edit(PROSE, clean=True, **{field: "https://a.example/\x1b[31m\ud83d x"})
    assert "\x1b" not in article.to_json().decode()
    assert Article.model_validate_json(article.to_json()) == article


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
            pytest.param("http://a.example/story?id=1", id="without TLS"),
            pytest.param("https://a.example/story/?id=1", id="a slash"),
        ],
    )
    def test_links_to_one_page_name_one_article(self, url: str) -> None:
        plain = edit(PROSE, clean=True, url="https://a.example/story?id=1")
        assert edit(PROSE, clean=True, url=url).id == plain.id
        assert edit(PROSE, clean=True, url="https://a.example/story?id=2").id != plain.id

    def test_pages_of_an_application_differ_by_their_fragment(self) -> None:
        one, other = (edit(PROSE, clean=True, url=f"https://a.example/#!/{page}") for page in "ab")
        assert one.id != other.id

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
        finnish = "Hallitus kertoi maanantaina, että sähkön veroa lasketaan ensi vuonna koko maassa."
        assert [warning.code for warning in edit(finnish, clean=True).warnings] == ["names_from_lists", "no_topics"]

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("language", "de", "stated_language_disagrees"),
            ("language", "english", "stated_language_invalid"),
            ("fetched_at", "yesterday", "stated_fetched_at_invalid"),
            ("published_at", "2020-01-01T00:00:00+99:99", "stated_published_at_invalid"),
            ("url", "http://exa mple.org/", "stated_url_invalid"),
            ("url", "http://a.example:port/", "stated_url_invalid"),
        ],
    )
    def test_what_cannot_be_true_is_said(self, field: str, value: str, code: str) -> None:
        assert [warning.code for warning in edit(PROSE, clean=True, **{field: value}).warnings] == [code]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("language", "en-GB"),
            ("language", "yue"),
            ("published_at", "2026-05-14t08:00:00z"),
            ("url", "https://a.example/a b?q=\u00e4"),
        ],
    )
    def test_what_can_is_not(self, field: str, value: str) -> None:
        assert edit(PROSE, clean=True, **{field: value}).warnings == []


class TestStatedOtherwise:
    """What the page prints and the publisher states otherwise is no text of the article."""

    PAGE = f"River plan agreed\nBy Jane Miller\n3 March 2020\n\n{STORY}\n\n© 2020 Example Media Ltd"

    @pytest.mark.parametrize(
        ("field", "value", "line", "role"),
        [
            ("authors", ["J. Miller"], "By Jane Miller", "byline"),
            ("published_at", "2020-03-07", "3 March 2020", "date"),
            ("rights", "© 2021 Another Ltd", "© 2020 Example Media Ltd", "copyright"),
        ],
    )
    def test_it_is_cut(self, field: str, value: object, line: str, role: str) -> None:
        article = edit(self.PAGE, **{field: value})
        assert line not in article.body.text
        [cut] = [cut for cut in article.removed if cut.text == line]
        assert cut.role == role
        assert "the publisher states" in cut.reason


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


def test_an_article_on_consent_is_no_question_for_it() -> None:
    told = (
        "Under the new rules companies may process your personal data only where you know of it, the authority said on "
        "Tuesday. A shop that wants to store or access information on a device has to ask, and whoever agreed can take "
        "that back at any time, without a reason and without being worse off for it. Three chains of supermarkets have "
        "announced that they will appeal against the decision, which a court in the capital is to hear next month, and "
        "the association of retailers called for a law that says what may be asked."
    )
    for text in (told, f"{told}\n\n{told.replace('Tuesday', 'Monday')}"):
        assert "process your personal data" in edit(text, content_type="text/plain").body.text
    wall = (
        "We and our partners store and access information on a device and process your personal data.\n"
        "You can withdraw your consent at any time.\nAccept all\nReject all\nOur trusted partners\n"
    )
    with pytest.raises(NoArticleError):
        edit(wall, content_type="text/plain")
