"""The metadata of whole pages: what is stated, what markup says and what lines say, together with the claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from copydesk.article import RawArticle
from copydesk.desk.frame import Line, Page, Role, Verdict
from copydesk.desk.metadata.gather import Matter, gather
from copydesk.desk.page.lines import lay_out_text

PROSE = (
    "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again since Monday, "
    "as the council decided in the spring after long talks with the fishermen and the owners of the old boats."
)


def read(text: str, **stated: object) -> tuple[Matter, dict[str, str]]:
    """The metadata of a text whose long lines are its body, and role by text of each claimed line."""
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if len(line.text) > 100 else Role.OTHER, 0.9, "") for line in page.lines]
    matter = gather(page, verdicts, RawArticle.model_validate({"content": text, **stated}))
    return matter, {page.lines[i].text: verdict.role.value for i, verdict in matter.claims.items()}


HEADS = {
    "byline above the date": ("By Ann Lee", "8 January 2019", ["Ann Lee"], "2019-01-08"),
    "byline below the date": ("8 January 2019", "By Ann Lee", ["Ann Lee"], "2019-01-08"),
    "bare name below the date": ("8 January 2019", "Ann Lee", ["Ann Lee"], "2019-01-08"),
    "German": ("Von Anna Müller", "Dienstag, 8. Januar 2019", ["Anna Müller"], "2019-01-08"),
    "French": ("Publié le 8 janvier 2019 à 18h42", "Par Jeanne Dupont", ["Jeanne Dupont"], "2019-01-08T18:42:00"),
    "Russian": ("8 января 2019", "Автор: Иван Петров", ["Иван Петров"], "2019-01-08"),
    "two authors, one a line": ("By Ann Lee", "By Bo Chan", ["Ann Lee", "Bo Chan"], None),
    "agency": ("Reuters", "January 8, 2019 6:42 PM GMT", ["Reuters"], "2019-01-08T18:42:00Z"),
    "label on a line of its own": ("Published:", "8 January 2019", [], "2019-01-08"),
}


@pytest.mark.parametrize(("first", "second", "authors", "published"), HEADS.values(), ids=HEADS.keys())
def test_the_lines_between_title_and_body(first: str, second: str, authors: list[str], published: str | None) -> None:
    matter, claimed = read(f"Menu\nHarbour Rebuilt After the Winter Storm\n{first}\n{second}\n\n{PROSE}\n\n{PROSE}\n")
    assert matter.title == "Harbour Rebuilt After the Winter Storm"
    assert [author.name for author in matter.authors] == authors
    assert (matter.published.at if matter.published else None) == published
    assert claimed["Harbour Rebuilt After the Winter Storm"] == "title"
    assert "Menu" not in claimed
    assert PROSE not in claimed


def test_a_byline_at_the_end_and_a_date_with_its_author_in_one_line() -> None:
    matter, claimed = read(f"Harbour Rebuilt After the Winter Storm\n8 January 2019\n{PROSE}\n{PROSE}\nText: Ann Lee\n")
    assert [author.name for author in matter.authors] == ["Ann Lee"]
    assert claimed["Text: Ann Lee"] == "byline"
    matter, claimed = read(f"Harbour Rebuilt After the Storm\nBy Ann Lee | Jan 8, 2019 | 5 min read\n{PROSE}\n")
    assert [author.name for author in matter.authors] == ["Ann Lee"]
    assert matter.published is not None
    assert (matter.published.at, matter.reading_minutes) == ("2019-01-08", 5)
    assert len(claimed) == 2


AUTHOR_LISTS = {
    "what each is below the name": (
        "Authors\nAnn Lee\nSenior Fellow, Harbour Studies\nTwitter annlee\nB\nBo Chan\nResearch Director, Ports"
    ),
    "names alone, said again below": "Autor/-innen\nAnn Lee\nBo Chan",
}


@pytest.mark.parametrize("block", AUTHOR_LISTS.values(), ids=AUTHOR_LISTS.keys())
@pytest.mark.parametrize("is_above", [True, False], ids=["above the text", "below it"])
def test_a_list_of_authors(block: str, is_above: bool) -> None:
    title, prose = "Harbour Rebuilt After the Winter Storm", f"{PROSE}\n\n{PROSE}"
    body = f"{block}\n\n{prose}" if is_above else f"{prose}\n\n{block}\n\nTopics\nClimate Policy"
    matter, claimed = read(
        f"{title}\n8 January 2019\n{body}\n\nAnn Lee and Bo Chan row, and write on the harbours of the north.\n"
    )
    assert [author.name for author in matter.authors] == ["Ann Lee", "Bo Chan"]
    assert {claimed[line] for line in block.splitlines()} == {"byline"}


@pytest.mark.parametrize("somebody", ["Taylor Swift", "Cape Town"])
def test_whom_the_article_is_about_is_none_of_its_authors(somebody: str) -> None:
    about = PROSE.replace("The harbour", f"{somebody} likes the harbour that")
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\nWritten by\nAnn Lee\n{somebody}\n\n{about}\n\n{about}\n")
    assert [author.name for author in matter.authors] == ["Ann Lee"]


def test_a_teaser_of_another_article_names_no_title() -> None:
    matter, _ = read(
        f"Harbour Rebuilt After the Winter Storm\nBy Ann Lee\n8 January 2019\n{PROSE}\n{PROSE}\n"
        "More from our partners\nThe post Seven Best Lamps appeared first on Gardenly.\n"
    )
    assert matter.title == "Harbour Rebuilt After the Winter Storm"


def test_who_holds_the_rights_is_no_author() -> None:
    matter, _ = read(
        f"Harbour Rebuilt After the Winter Storm\n{PROSE}\n{PROSE}\n"
        "© 2021 by the Harbour Centre. All rights reserved.\n"
    )
    assert matter.authors == []


@pytest.mark.parametrize("section", ["Humanitarian Aid", "Human Rights", "Climate Change", "Derechos Humanos"])
def test_a_section_beside_the_date_is_no_author(section: str) -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\n8 January 2019\n{section}\n{PROSE}\n{PROSE}\n")
    assert matter.authors == []


@pytest.mark.parametrize(
    "byline", ["By Ann Lee and Bo Chan Source:Harbour Post", "Par Ann Lee et Bo Chan Suivre", "기자명 Ann Lee, Bo Chan"]
)
def test_what_stands_beside_a_byline_is_no_name(byline: str) -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\n{byline}\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert [author.name for author in matter.authors] == ["Ann Lee", "Bo Chan"]


@pytest.mark.parametrize(
    "line",
    [
        "The post Why the Harbour Leaks appeared first on Salt &#038; Crust.",
        "Der Beitrag Why the Harbour Leaks erschien zuerst auf Salt & Crust.",
        "L&#8217;article Why the Harbour Leaks est apparu en premier sur Salt & Crust.",
    ],
)
def test_a_feed_names_the_title_below_its_text(line: str) -> None:
    matter, claimed = read(f"Reading Time: 2 minutes\n{PROSE}\n\n{PROSE}\n\n{line}\n")
    assert (matter.title, matter.publisher) == ("Why the Harbour Leaks", "Salt & Crust")
    assert claimed[line] == "title"


def test_people_and_dates_of_the_story_are_no_metadata() -> None:
    matter, claimed = read(
        f"Ann Lee opens the harbour of the town\nAnn Lee\n\n{PROSE} It was 8 January 2019, said Bo Chan.\n\n{PROSE}\n"
    )
    assert (matter.authors, matter.published) == ([], None)
    assert claimed == {"Ann Lee opens the harbour of the town": "title"}


def test_a_photo_credit_is_no_byline() -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\nPhoto: Bo Chan\n8 January 2019\n{PROSE}\n")
    assert matter.authors == []


def test_an_update_is_the_modification() -> None:
    matter, _ = read(
        f"Harbour Rebuilt After the Winter Storm\nPublished: 8 January 2019\nUpdated: 9 January 2019, 07:00\n{PROSE}\n"
    )
    assert matter.published is not None
    assert matter.modified is not None
    assert (matter.published.at, matter.modified.at) == ("2019-01-08", "2019-01-09T07:00:00")
    assert matter.modified.evidence == "9 January 2019, 07:00"


def test_an_update_alone_stands_for_the_publication_with_a_warning() -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\nUpdated: 9 January 2019\n{PROSE}\n")
    assert matter.published == matter.modified is not None
    assert [warning.code for warning in matter.warnings] == ["published_from_update"]


def test_a_date_that_can_be_read_two_ways_is_null_and_a_warning() -> None:
    text = f"Harbour Rebuilt After the Winter Storm\n03/04/2019\n{PROSE}\n"
    matter, claimed = read(text)
    assert matter.published is None
    assert [warning.code for warning in matter.warnings] == ["ambiguous_date"]
    assert "2019-04-03 or 2019-03-04" in matter.warnings[0].message
    assert claimed["03/04/2019"] == "date"
    settled, _ = read(text, url="https://example.co.uk/harbour")
    assert settled.published is not None
    assert (settled.published.at, settled.warnings) == ("2019-04-03", [])


@pytest.mark.parametrize(
    ("line", "code"),
    [("31 February 2019", "impossible_date"), ("8 January 2031", "date_in_future")],
)
def test_a_date_that_cannot_be_is_not_used(line: str, code: str) -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\n{line}\n{PROSE}\n", fetched_at="2019-05-01T00:00:00Z")
    assert matter.published is None
    assert [warning.code for warning in matter.warnings] == [code]


def test_the_day_of_a_dispatch_settles_which_number_is_the_month() -> None:
    matter, _ = read(
        f"Harbour Rebuilt After the Winter Storm\n03/04/2019\nSALTMOUTH, March 4, 2019 /Wire/ -- {PROSE}\n"
    )
    assert matter.published is not None
    assert (matter.published.at, matter.warnings) == ("2019-03-04", [])


def test_a_day_among_what_korean_offices_print_beside_it() -> None:
    body = "폭풍으로 무너진 작은 항구가 다시 문을 열었다. " * 8
    matter, _ = read(f"항구가 다시 문을 연다\n작성자 홍보실 등록일 2019-01-08 조회수 1,877\n{body}\n")
    assert matter.published is not None
    assert matter.published.at == "2019-01-08"


def test_what_the_publisher_states_wins() -> None:
    matter, claimed = read(
        f"Harbour Rebuilt After the Winter Storm\nBy Ann Lee\n8 January 2019\n{PROSE}\n",
        title="Harbour rebuilt after the winter storm",
        authors=["Ann Lee"],
        published_at="2019-01-08T10:00:00+01:00",
        url="https://www.example.org/harbour",
        rights="© 2019 Example Press",
    )
    assert matter.title == "Harbour rebuilt after the winter storm"
    assert matter.published is not None
    assert (matter.published.at, matter.published.evidence) == ("2019-01-08T10:00:00+01:00", "published_at")
    assert (matter.site, matter.rights and matter.rights.holder) == ("example.org", "Example Press")
    assert sorted(claimed.values()) == ["byline", "date", "title"]


def test_what_the_publisher_states_and_cannot_be_is_a_warning() -> None:
    matter, _ = read(
        f"Harbour Rebuilt After the Winter Storm\n8 January 2019\n{PROSE}\n",
        published_at="soon",
        url="ftp://example.org",
    )
    assert matter.published is not None
    assert (matter.published.at, matter.url) == ("2019-01-08", None)
    assert sorted(warning.code for warning in matter.warnings) == ["stated_published_at_invalid", "stated_url_invalid"]


def test_of_a_clean_text_no_line_is_read() -> None:
    matter, claimed = read(f"Harbour Rebuilt\n8 January 2019\n{PROSE}\n", clean=True)
    assert (matter.title, matter.published, claimed) == (None, None, {})


PAGE = """<html lang="en-GB"><head>
<title>Harbour Rebuilt After the Winter Storm - The Daily Planet</title>
<link rel="canonical" href="https://planet.example/2019/harbour">
<meta property="og:site_name" content="The Daily Planet">
%s</head><body><nav><a>Home</a> &gt; <a>Local</a></nav><h1>Harbour Rebuilt After the Winter Storm</h1>
<p class="byline">By Ann Lee</p><p>8 January 2019</p><p>%s</p></body></html>"""

LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "The Daily Planet"},
{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 2, "name": "Local"},
 {"@type": "ListItem", "position": 1, "name": "Home"}]},
{"@type": ["NewsArticle"], "headline": "Harbour Rebuilt After the Winter Storm", "author": [{"@id": "#ann"}],
 "datePublished": "2019-01-08T18:42:00Z", "dateModified": "2019-01-09T00:00:00Z",
 "publisher": {"@type": "Organization", "name": "Planet Media"}},
{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]%s</script>"""


def read_html(markup: str) -> tuple[Matter, dict[str, str]]:
    tree = html.document_fromstring(markup)
    texts = [" ".join(element.text_content().split()) for element in tree.iter("nav", "h1", "p")]
    lines = tuple(Line(number, number, text) for number, text in enumerate(texts, 1) if text)
    verdicts = [Verdict(Role.PARAGRAPH if len(line.text) > 100 else Role.OTHER, 0.9, "") for line in lines]
    matter = gather(Page(lines, tree), verdicts, RawArticle.model_validate({"content": markup}))
    return matter, {lines[i].text: verdict.role.value for i, verdict in matter.claims.items()}


def test_linked_data_is_read_through_its_graph() -> None:
    matter, claimed = read_html(PAGE % (LINKED % "}", PROSE))
    assert matter.title == "Harbour Rebuilt After the Winter Storm"
    assert [author.name for author in matter.authors] == ["Ann Lee"]
    assert matter.published is not None
    assert matter.modified is not None
    assert (matter.published.at, matter.published.precision) == ("2019-01-08T18:42:00Z", "second")
    assert (matter.modified.at, matter.modified.precision) == ("2019-01-09", "day")
    assert (matter.publisher, matter.breadcrumb) == ("Planet Media", ["Local"])
    assert (matter.url, matter.site, matter.language) == (
        "https://planet.example/2019/harbour",
        "planet.example",
        "en-GB",
    )
    assert claimed == {
        "Home > Local": "breadcrumb",
        "Harbour Rebuilt After the Winter Storm": "title",
        "By Ann Lee": "byline",
        "8 January 2019": "date",
    }


def test_broken_linked_data_still_gives_its_fields() -> None:
    matter, _ = read_html(PAGE % (LINKED % "", PROSE))
    assert matter.published is not None
    assert matter.published.at == "2019-01-08T18:42:00Z"


def test_without_linked_data_the_page_itself_is_read() -> None:
    matter, _ = read_html(PAGE % ("", PROSE))
    assert matter.title == "Harbour Rebuilt After the Winter Storm"
    assert [author.name for author in matter.authors] == ["Ann Lee"]
    assert matter.published is not None
    assert matter.published.at == "2019-01-08"
    assert matter.publisher == "The Daily Planet"


def test_a_disagreement_of_page_and_markup_is_a_warning() -> None:
    markup = (PAGE % (LINKED % "}", PROSE)).replace("<p>8 January 2019</p>", "<p>28 January 2019</p>")
    matter, _ = read_html(markup)
    assert [warning.code for warning in matter.warnings] == ["date_disagrees"]


def test_an_instant_is_told_in_the_zone_of_the_clock_that_the_page_shows() -> None:
    linked = LINKED.replace("18:42:00Z", "23:30:05Z") % "}"
    markup = (PAGE % (linked, PROSE)).replace("<p>8 January 2019</p>", "<p>9 January 2019, 0:30</p>")
    matter, _ = read_html(markup)
    assert matter.published is not None
    assert matter.published.at == "2019-01-09T00:30:05+01:00"
    assert matter.warnings == []


def test_what_the_page_printed_long_before_was_published_then_with_a_warning() -> None:
    markup = (PAGE % (LINKED % "}", PROSE)).replace("<p>8 January 2019</p>", "<p>8 May 2017</p>")
    matter, _ = read_html(markup)
    assert matter.published is not None
    assert matter.published.at == "2017-05-08"
    assert [warning.code for warning in matter.warnings] == ["date_disagrees"]


def test_an_older_day_far_from_the_title_is_that_of_another_article() -> None:
    others = "<p>8 May 2017</p>" + "<p>Boats and nets</p>" * 3
    markup = (PAGE % (LINKED % "}", PROSE)).replace("<p>8 January 2019</p>", "").replace("<h1>", f"{others}<h1>")
    assert _published(markup) == "2019-01-08T18:42:00Z"


def test_the_day_in_the_address_goes_before_a_day_of_other_articles() -> None:
    others = "<p>8 May 2018</p>" + "<p>Boats and nets</p>" * 3
    markup = (PAGE % ("", PROSE)).replace("<p>8 January 2019</p>", "").replace("<h1>", f"{others}<h1>")
    assert _published(markup.replace("planet.example/2019/", "planet.example/2019/01/08/")) == "2019-01-08"


def test_a_day_that_is_called_the_publication_goes_before_a_nearer_one() -> None:
    between = "Boats and nets\n" * 14
    text = f"{TITLE}\nMooring fees\n8 May 2018\n{between}Published: 8 January 2019\n{PROSE}\n{PROSE}\n"
    published = read(text)[0].published
    assert published is not None
    assert published.at == "2019-01-08"


def test_the_hour_stays_where_the_address_has_the_same_day() -> None:
    text = f"{TITLE}\n{PROSE}\n{PROSE}\n8 January 2019, 18:42\n"
    published = read(text, url="https://planet.example/2019/01/08/harbour")[0].published
    assert published is not None
    assert published.at == "2019-01-08T18:42:00"


def test_a_byline_with_a_handle_has_its_date() -> None:
    published = read(f"{TITLE}\nBy Ann Lee (@annlee) January 8, 2019\n{PROSE}\n")[0].published
    assert published is not None
    assert published.at == "2019-01-08"


def test_the_day_of_a_post_that_is_quoted_is_not_the_articles() -> None:
    quoted = f"<p>Ann Lee | Saltmouth, 8 January 2019</p><p>{PROSE}</p><p>Bo Chan (@bochan) December 20, 2018</p>"
    assert _published((PAGE % ("", PROSE)).replace("<p>8 January 2019</p>", quoted)) == "2019-01-08"


def _published(markup: str) -> str | None:
    published = read_html(markup)[0].published
    return published.at if published else None


def test_a_later_day_that_the_page_prints_by_its_title_is_the_one_that_it_goes_by() -> None:
    page = (PAGE % (LINKED % "}", PROSE)).replace('"dateModified": "2019-01-09', '"dateModified": "2019-06-30')
    assert _published(page.replace("<p>8 January 2019</p>", "<p>28 June 2019</p>")) == "2019-06-28"
    # what it calls an update, what is later than the last change, and the day of the visit at the top of the page
    assert _published(page.replace("<p>8 January 2019</p>", "<p>Updated: 28 June 2019</p>")) == "2019-01-08T18:42:00Z"
    assert _published(page.replace("<p>8 January 2019</p>", "<p>28 July 2019</p>")) == "2019-01-08T18:42:00Z"
    visited = page.replace("<nav>", "<p>28 June 2019</p><p>Sport</p><p>Books</p><nav>").replace(
        "<p>8 January 2019", "<p>"
    )
    assert _published(visited) == "2019-01-08T18:42:00Z"


def test_a_day_whose_month_is_turned_round_is_the_day_that_markup_states() -> None:
    page = (PAGE % (LINKED % "}", PROSE)).replace('"dateModified": "2019-01-09', '"dateModified": "2019-09-09')
    assert _published(page.replace("<p>8 January 2019</p>", "<p>01.08.2019</p>")) == "2019-01-08T18:42:00Z"


def test_an_instant_is_told_in_the_zone_in_which_the_page_states_it_elsewhere() -> None:
    linked = LINKED.replace("2019-01-08T18:42:00Z", "2019-01-09T01:42:00Z") % "}"
    markup = (PAGE % (linked, PROSE)).replace(
        "<p>8 January 2019</p>", '<p><time datetime="2019-01-08T20:42:20-05:00">today</time></p>'
    )
    assert _published(markup) == "2019-01-08T20:42:00-05:00"


UNDATED = PAGE.replace("<p>8 January 2019</p>", "")
ELSEWHERE = {
    "an element that nobody lists": ('<meta name="x-published-on" content="2019-01-08">', "2019-01-08"),
    "the same that speaks of a change": ('<meta name="publication-modified" content="2019-01-08">', None),
    "the data of a script": (
        '<script>var p = {"firstPublishedAt": "2019-01-08T18:42:00Z"};</script>',
        "2019-01-08T18:42:00Z",
    ),
    "the same, quoted": (r'<script>push("{\"publishDate\": \"2019-01-08\"}")</script>', "2019-01-08"),
    "data that a script finds in an attribute": (
        '<meta name="data" content="{&quot;datePublished&quot;:&quot;2019-01-08&quot;}">',
        "2019-01-08",
    ),
    "of several articles": ('<script>[{"publishDate": "2019-01-08"}, {"publishDate": "2019-01-09"}]</script>', None),
    "another day in a script": ('<script>var p = {"expires": "2019-01-08"};</script>', None),
}


@pytest.mark.parametrize(("markup", "published"), ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_date_that_the_page_states_nowhere_else(markup: str, published: str | None) -> None:
    assert _published(UNDATED % (markup, PROSE)) == published


@pytest.mark.parametrize(
    ("start", "published"),
    [
        ("BREMEN, Jan. 8, 2019 (Reuters) - ", "2019-01-08"),
        ("Bremen, (8. Januar 2019). ", "2019-01-08"),
        ("Bremen (8. Januar 2019): ", "2019-01-08"),
        ("Ann Lee (8. Januar 2019) says that. ", None),
        ("They met. The harbour (8. Januar 2019). ", None),
    ],
)
def test_the_day_of_a_dispatch_stands_after_its_place(start: str, published: str | None) -> None:
    matter, _ = read(f"Harbour Rebuilt After the Winter Storm\n\n{start}{PROSE}\n\n{PROSE}\n")
    assert (matter.published.at if matter.published else None) == published


FAR = "\n".join(f"Links to the islands and the coast, part {part}" for part in "abcdefghijklmnopqrst")


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ("", "8 January 2019", "2019-01-08"),
        ("", "8 January 2019\n9 January 2019", None),
        ("", "Published 8 January 2019\n9 January 2019", "2019-01-08"),
        ("", "Updated 8 January 2019", None),
        ("", "Bo Chan (@bochan) 8 January 2019", None),
        ("", "20190108-pier", None),
        ("8 January 2019", "", None),
        ("Published 8 January 2019", "", "2019-01-08"),
        ("", "More on this story\nFishermen get a new boat\n8 January 2019", None),
        ("", "More on this story\n" + "Fishermen get a new boat\n8 January 2019\n" * 9, None),
        ("", "More on this story\nFishermen get a new boat\nPublished\n8 January 2019", "2019-01-08"),
        ("", "More on this story\nFishermen get a new boat\n8 January 2019 10:12", "2019-01-08T10:12:00"),
        ("", "More on this story\nFishermen get a new boat\nPublished 8 January 2019", "2019-01-08"),
    ],
)
def test_the_only_date_of_a_page_far_from_its_article(above: str, below: str, published: str | None) -> None:
    text = f"{above}\n{FAR}\n{FAR}\n{FAR}\nHarbour Rebuilt After the Winter Storm\n{PROSE}\n{PROSE}\n{FAR}\n{below}\n"
    matter, _ = read(text)
    assert (matter.published.at if matter.published else None) == published


AUTHORS = {
    "an account": ('"ann.lee.7"', ["Ann Lee"]),
    "a newsroom": ('"Planet Staff"', ["Ann Lee"]),
    "the site": ('{"name": "The Daily Planet"}', ["Ann Lee"]),
    "the photographer, too": ('[{"name": "Ann Lee"}, {"name": "Bo Chan"}]', ["Ann Lee"]),
    "an agency": ('"Associated Press"', ["Associated Press"]),
    "somebody else": ('"Bo Chan"', ["Bo Chan"]),
    "a degree": ('"Ann Lee, Ph.D."', ["Ann Lee, Ph.D."]),
    "the site before the name": ('"The Daily Planet - Bo Chan"', ["Bo Chan"]),
    "several in one value": ('"Bo Chan; Cy Dee"', ["Bo Chan", "Cy Dee"]),
    "an address": ('"bo.chan@planet.example"', ["Ann Lee"]),
    "capitals inside a name": ('"Bo OseiMensah"', ["Bo OseiMensah"]),
    "a newsroom by its first word": ('"Redakcja Planeta"', ["Ann Lee"]),
    "a system's words before the name": ('"Skriven av Bo Chan"', ["Bo Chan"]),
    "a template that was not filled in": ('"page.extra.author"', ["Ann Lee"]),
}


@pytest.mark.parametrize(("stated", "names"), AUTHORS.values(), ids=AUTHORS.keys())
def test_the_byline_counts_where_markup_names_no_person_or_more_than_the_writers(stated: str, names: list[str]) -> None:
    linked = LINKED.replace('[{"@id": "#ann"}]', stated) % "}"
    matter, _ = read_html(PAGE % (linked, PROSE))
    assert [author.name for author in matter.authors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [("Planet Newsroom", ["Planet Newsroom"]), ("The Daily Planet", ["The Daily Planet"]), ("More like this", [])],
)
def test_the_newsroom_or_the_site_in_an_element_of_the_author(text: str, names: list[str]) -> None:
    markup = (PAGE % ("", PROSE)).replace('<p class="byline">By Ann Lee</p>', f'<div class="author-name">{text}</div>')
    assert [author.name for author in read_html(markup)[0].authors] == names


def test_a_site_is_named_in_full_though_its_name_ends_as_offices_do() -> None:
    linked = (
        (LINKED % "}").replace('[{"@id": "#ann"}]', '"Planet Marketing"').replace("Planet Media", "Planet Marketing")
    )
    matter, _ = read_html((PAGE % (linked, PROSE)).replace("By Ann Lee", ""))
    assert [author.name for author in matter.authors] == ["Planet Marketing"]


FEET = {
    "a name that its bearer's life follows": (
        "Ann Lee\nAnn Lee has written about harbours for ten years.",
        ["Ann Lee"],
    ),
    "the same, with a colon": ("Ann Lee\nAnn Lee: for ten years she has written about harbours.", ["Ann Lee"]),
    "a word with a colon, past a list": ("• ferries\n• ropes\n• knots\nEntrance is free.\nText: Ann Lee", ["Ann Lee"]),
    "a label and the name": ("Article by\nAnn Lee", ["Ann Lee"]),
    "for whom, named at the top of the page": ("Ann Lee for Planet", ["Ann Lee"]),
    "as blogs print it": ("Postado por Ann às 06:12", ["Ann"]),
    "the same, and labels": ("Posted by Ann Lee at 10:12 AM\nLabels: harbour", ["Ann Lee"]),
    "two, as blogs print them": ("Posted by Ann Lee and Bo Chan at 10:12 AM", ["Ann Lee", "Bo Chan"]),
    "for whom, as blogs print it": ("Posted by Ann Lee in Harbour News at 10:12 AM", ["Ann Lee"]),
    "nobody, as blogs print it": ("Posted by the editors at 10:12 AM", []),
    "when, in Russian": ("Автор: сегодня в 10:12", []),
    "the day of a comment, in Swedish": ("Upplagd av Ann Lee den 2 juli kl. 19.30", []),
    "a title that says for whom": ("Seven Walks for Beginners", []),
    "another's work": ("Next: Three poems by Ann Lee", []),
    "above a notice of rights": ("Ann Lee\n© Riproduzione riservata", ["Ann Lee"]),
    "above an address to write to": ("Ann Lee\nalee@planet.example", ["Ann Lee"]),
    "above tags": ("Ann Lee\nTags: harbour, storm", ["Ann Lee"]),
    "somebody of the story": ("Tom Fishermen\nTags: harbour, storm", []),
    "with the surname in capitals": ("Ludmila SOROKINA\nSea district\nTop stories", ["Ludmila SOROKINA"]),
    "an acronym behind a word": ("Harbour RMTS\nTop stories", []),
    "whose the pictures are, too": ("Ann Lee\nSaltmouth\nFotos: Autorin", ["Ann Lee"]),
    "above a link back": ("Ann Lee\nZurück zur Übersicht", ["Ann Lee"]),
    "above the comments": ("Ann Lee\nComments (3)", ["Ann Lee"]),
    "somebody of the story, above the comments": ("Tom Fishermen\nComments (3)", []),
    "a legal link": ("Legal Notice\n© 2019 Planet", []),
    "a name alone": ("Ann Lee\nMore about harbours, ferries and the islands", []),
    "what he is": ("Ann Lee is the editor of this paper. Write to her at the office.", ["Ann Lee"]),
    "who asked": ("The interview was conducted by Ann Lee.", ["Ann Lee"]),
    "who helped": ("Additional reporting by Ann Lee in Hull", []),
    "what somebody of the story is": ("Tom Fishermen is a director of the port.", []),
    "what somebody without an office is": ("Ann Lee is the eldest of five sisters.", []),
    "below the mark that a critic gives": ("Bewertung: 4/5\nAnna Lind\nAb Donnerstag im Kino", ["Anna Lind"]),
    "below another line that ends so": ("Phone: 4/5\nAnna Lind\nAb Donnerstag im Kino", []),
    "below what he is called": ("Reporter:\nAnna Lind\nMehr aus Saltmouth", ["Anna Lind"]),
    "below the office of another": ("Tom Fishermen\nReporter\nAnna Lind\nMehr aus Saltmouth", []),
    "a story of another": ("Ann Lee\nAnn Leeson has written about harbours for ten years.", []),
}


@pytest.mark.parametrize(("foot", "names"), FEET.values(), ids=FEET.keys())
def test_the_author_is_introduced_below_the_article(foot: str, names: list[str]) -> None:
    body = f"{PROSE}\n" * 8
    matter, _ = read(f"The Planet\nHarbour Rebuilt After the Winter Storm\n{body}{foot}\n")
    assert [author.name for author in matter.authors] == names


TITLE = "Harbour Rebuilt After the Winter Storm"
JAPANESE = "冬の嵐で壊れた小さな町の港が建て直され、渡し船は月曜から再び動いている。" * 4
LINE = "\n"
CHAPTER = "How it was rebuilt"
CHAPTERS = "".join(f"How the pier {number} was built\n" for number in range(60))
LIFE = "Ann Lee is a senior researcher of harbours at the institute of the small town and far beyond it as well."
RUSSIAN = (
    "Порт небольшого города восстановили после зимнего шторма, и с понедельника паромы снова ходят по расписанию. " * 2
)
ARABIC = "سقطت كرة نحاسية صغيرة في طست من البرونز فصمت السوق كله، وكان ذلك أول صوت تصدره الساعة المائية منذ سنوات. " * 2
OLD = "This article is more than 3 months old"
KOREAN = "버스 종점 맞은편에는 이십이 년째 이런 문구가 붙어 있다. 찜질방을 운영하는 부부가 겨울에 내건 것이다. " * 3
OTHER_HEADS = {
    "the interviewer": (f"{TITLE}\nInterview: Ann Lee\n{PROSE}\n", ["Ann Lee"]),
    "the interviewed": (f"{TITLE}\nInterview: Ann Lee\nLee says so: {PROSE}\nWhy? Because Lee says so: {PROSE}\n", []),
    "who reviewed a book": (
        f"Boats and Bread\nThe Tin Boat by Eve Orr (Orchard, 212 pp, £18)\nReviewed by Ann Lee\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "who reviewed what a doctor wrote": (f"{TITLE}\nReviewed by Ann Lee\n{PROSE}\n", []),
    "beside a date, with a place": (f"{TITLE}\n8 January 2019 | Ann Lee in Oslo | 3 min read\n{PROSE}\n", ["Ann Lee"]),
    "Russian, between date and title": (
        f"8 января 2019, 16:05\nИван Петров\nПорт открыли после шторма\n{RUSSIAN}\n",
        ["Иван Петров"],
    ),
    "a section there": (f"8 January 2019\nMiddle East\n{TITLE}\n{PROSE}\n", []),
    "Japanese, below the last change": (
        f"港が嵐のあと再び開く\n2019年1月8日 6時30分\n（最終更新 1月8日 11時05分）\n山本花子\n{JAPANESE}\n",
        ["山本花子"],
    ),
    "Japanese, below the date": (f"港が嵐のあと再び開く\n2019年1月8日\n山本花子\n{JAPANESE}\n", ["山本花子"]),
    "with a link to the author's page": (
        f"{TITLE}\n8 January 2019 | [Ann-Lou Bo-Chan](/author/al/) | [Sea](/s/), [Tips](/t/) | [3 notes](#)\n{PROSE}\n",
        ["Ann-Lou Bo-Chan"],
    ),
    "Chinese, with such a link": (
        f"港口重新開放\n[李小明](/author/ming) · 2019/01/08 · 閱讀時間約 6 分鐘\n{JAPANESE}\n",
        ["李小明"],
    ),
    "below a newspaper's name": (f"{TITLE}\nThe Saltmouth Courier\nAnn Lee\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "Russian, behind a date": (
        f"Порт открыли после шторма\nОпубликовано 8 января 2019 автором Иван Петров\n{RUSSIAN}\n",
        ["Иван Петров"],
    ),
    "Polish, behind a date": (f"{TITLE}\nOpublikowano 8 stycznia 2019 przez Anna Lis\n{PROSE}\n", ["Anna Lis"]),
    "Japanese, in brackets behind the last sentence": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{7 * (JAPANESE + LINE)}{JAPANESE}（山本花子）\n",
        ["山本花子"],
    ),
    "several with a stroke between": (
        f"{TITLE}\n[1]Ann Lee / [2]Bo Chan\n8 January 2019\n{PROSE}\n",
        ["Ann Lee", "Bo Chan"],
    ),
    "before the number of comments": (f"{TITLE}\nJanuary 8, 2019 by [1]Ann Lee [2]6 Comments\n{PROSE}\n", ["Ann Lee"]),
    "above their offices": (
        f"{TITLE}\n8 January 2019\nOmroep Haven / Eva Ort\nAnn Lee\nredacteur\nBo Chan\nrechtbankverslaggever\n{PROSE}",
        ["Ann Lee", "Bo Chan"],
    ),
    "an account": (f"{TITLE}\n8 January 2019\nWritten by Super User\n{PROSE}\n", []),
    "Arabic, after the place": (
        f"بلدة تعيد ساعتها المائية إلى الدوران بعد توقف\nعين الصفصاف: ريم الخازن\nنُشر: 14:20-8 يناير 2019\n{ARABIC}\n",
        ["ريم الخازن"],
    ),
    "words and pictures": (f"{TITLE}\nWords by Ann Lee. Pictures by Bo Chan.\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "with newspapers of theirs": (
        f"{TITLE}\nPor Ana Lis e Bo Chan, Portal Noroeste e TV Pequi\n8 January 2019\n{PROSE}\n",
        ["Ana Lis", "Bo Chan"],
    ),
    "an agency there": (f"港が嵐のあと再び開く\n2019年1月8日\n{7 * (JAPANESE + LINE)}{JAPANESE}（共同通信）\n", []),
    "Japanese, of a name that few have": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{7 * (JAPANESE + LINE)}{JAPANESE}（的場千尋）\n",
        ["的場千尋"],
    ),
    "honorifics there": (f"港が嵐のあと再び開く\n2019年1月8日\n{7 * (JAPANESE + LINE)}{JAPANESE}（敬称略）\n", []),
    "the agency of the dispatch": (
        f"{TITLE}\nNPA, Port Lee\n8 January 2019\nPort Lee, Jan 8 (NPA) {PROSE}\n{PROSE}\n",
        ["NPA"],
    ),
    "the agency of the dispatch as its source": (
        f"{TITLE}\nSource: NPA\n8 January 2019\nPORT LEE (NPA) - {PROSE}\n{PROSE}\n",
        ["NPA"],
    ),
    "an agency that is not the dispatch's": (
        f"{TITLE}\nSource: XYZ\n8 January 2019\nPORT LEE (NPA) - {PROSE}\n{PROSE}\n",
        [],
    ),
    "the house behind the name": (
        f"Le Phare\nActualités\n{TITLE}\nPar Anne Lis, Le Phare\n8 janvier 2019\n{PROSE}\n",
        ["Anne Lis"],
    ),
    "an Arabic sentence of two halves": (
        f"بلدة تعيد ساعتها المائية إلى الدوران\nدام الإصلاح ثلاث سنوات وكلف مئتي ألف\n8 يناير 2019\n{ARABIC}\n",
        [],
    ),
    "Japanese, in brackets alone": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{8 * (JAPANESE + LINE)}（水無瀬圭）\n",
        ["水無瀬圭"],
    ),
    "honorifics that were left out": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{8 * (JAPANESE + LINE)}（敬称略）\n",
        [],
    ),
    "whose surname is a part of common words": (
        f"{TITLE}\n8 January 2019\nSarah Hall\n{PROSE} A challenge.\n{PROSE} Another challenge.\n",
        ["Sarah Hall"],
    ),
    "Arabic, what somebody said": (f"بوتين: لن نتراجع أبدا\n8 يناير 2019\n{ARABIC}\n", []),
    "what the editor picked": (
        f"{TITLE}\n8 January 2019\nMooring\nFerries\nTides\nHarbour Walks\nEditor's Picks\n{PROSE}\n",
        [],
    ),
    "an office below a byline that says so": (
        f"{TITLE}\nBy Ann Lee\nStaff Writer\n8 January 2019\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "a report of somebody's": (f"{TITLE}\nBericht: Merkel in Paris\n8 January 2019\n{PROSE}\n", []),
    "whom the story speaks of": (
        f"{TITLE}\n8 January 2019\nBo Chan\n{PROSE} Chan says so.\n{PROSE} Chan knows it, and Chan is glad.\n",
        [],
    ),
    "with a table of contents below": (
        f"{TITLE}\nby Ann Lee\n8 January 2019\nContents\n{CHAPTERS}{PROSE}\n",
        ["Ann Lee"],
    ),
    "a newsroom above the date": (f"{TITLE}\nSaltmouth Team\n8 January 2019\n{PROSE}\n", ["Saltmouth Team"]),
    "a Swedish newsroom": (f"{TITLE}\nLedarredaktionen\n8 januari 2019\n{PROSE}\n", ["Ledarredaktionen"]),
    "an Italian newsroom": (f"{TITLE}\nA cura di Redazione\n8 gennaio 2019\n{PROSE}\n", ["Redazione"]),
    "what the story names as well": (
        f"{TITLE}\nAnn Lee\nJan 8\n5 min read\n{PROSE} The Lee quay too.\n{PROSE} So does the Lee bridge.\n",
        ["Ann Lee"],
    ),
    "a subject above the date": (
        f"{TITLE}\nCloud Computing\nJan 8\n5 min read\n{PROSE} That is cloud computing.\n{PROSE}\n",
        [],
    ),
    "an office and a date above the title": (f"Ann Lee\nWriter\n8 January 2019\n{TITLE}\n{PROSE}\n", ["Ann Lee"]),
    "a section above the date": (f"Urban Planning\n8 January 2019\n{TITLE}\n{PROSE}\n", []),
    "a place with the date": (f"Buenos Aires, 8 January 2019\n{TITLE}\n{PROSE}\n", []),
    "whom readers are to support": (f"{TITLE}\nSupport our reporters\nAnn Lee\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "how to share it": (f"{TITLE}\nAnn Lee\n8 January 2019\nShare\nby email\n{PROSE}\n", ["Ann Lee"]),
    "whom to meet": (f"{TITLE}\nMeet The Team\n8 January 2019\nAnn Lee\n{PROSE}\n", ["Ann Lee"]),
    "whom a whole story is about": (
        f"{TITLE}\nDonald Trump\n8 January 2019\n{4 * (PROSE + ' Trump was glad of it.' + LINE)}",
        [],
    ),
    "another's podcast above the menu": (
        f"Podcast: Rents explained by Bo Chan\nNews\nSports\nLife\nMore\n{TITLE}\nAnn Lee\n8 January 2019\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "before a place, with the date": (f"{TITLE}\nAnn Lee | San Francisco | 8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "whose name ends like a small word": (f"{TITLE}\nBy Kim Jong In\n8 January 2019\n{PROSE}\n", ["Kim Jong In"]),
    "far below a title, before a table of contents": (
        f"{TITLE}\nUpdated 8 January 2019\n{6 * ('Share' + LINE)}By Ann Lee\nContents\n{CHAPTERS}{PROSE}\n",
        ["Ann Lee"],
    ),
    "an account in small letters": (f"{TITLE}\nPosted on January 8, 2019 by lee\n{PROSE}\n", ["lee"]),
    "one who is nowhere named": (
        f"{TITLE}\nBy our West Clare correspondent\n8 January 2019\n{PROSE}\n",
        ["our West Clare correspondent"],
    ),
    "rather than what was announced by others": (
        f"{TITLE}\nDeals announced by Ann Lee and Bo Chan\nBy\nEve Orr\n| January 8, 2019\n{PROSE}\n",
        ["Eve Orr"],
    ),
    "rather than the house": (f"{TITLE}\nHarbour Institute\n8 January 2019\nAnn Lee\n{PROSE}\n", ["Ann Lee"]),
    "twice in a line": (f"{TITLE}\nWritten by: Ann Lee Ann Lee\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "glued to the next element": (f"{TITLE}\nBy Ann LeePublished: January 8, 2019\n{PROSE}\n", ["Ann Lee"]),
    "glued to its age": (f"{TITLE}\nAnn Lee5 hours ago\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "glued to the word before": (f"{TITLE}\nbyAnn Lee\n8 January 2019\n{PROSE}\n", ["Ann Lee"]),
    "two between a bar": (f"{TITLE}\nAnn Lee | Bo Chan\n8 January 2019\n{PROSE}\n", ["Ann Lee", "Bo Chan"]),
    "below a label of Canadian papers": (
        f"{TITLE}\nAuthor of the article:\nAnn Lee\nPublished Jan 8, 2019\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "with a label above the title": (
        f"Author: Ann Lee\nEdited by: Bo Chan\nLast Updated: January 8, 2019\nFact Checked\nWhy\n{TITLE}\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "with a label for one or several": (
        f"{TITLE}\nAuteur(s) : Ann Lee, Léo d’Ars\n{PROSE}\n",
        ["Ann Lee", "Léo d’Ars"],
    ),
    "each with an office": (
        f"{TITLE}\n8 January 2019\nAnn Lee\nSenior Fellow, Harbours Programme\nBo Chan\nVisiting Fellow\n{PROSE}\n",
        ["Ann Lee", "Bo Chan"],
    ),
    "three below a label": (
        f"{TITLE}\nAutores\nAna Lis\nNuno Sá\nLívia Orta\n8 de janeiro de 2019\n{PROSE}\n",
        ["Ana Lis", "Nuno Sá", "Lívia Orta"],
    ),
    "with date and issue": (
        f"{TITLE}\nAnn Lee, Dr. Bo Chan | 8. Januar 2019 | Heft 11/2019\n{PROSE}\n",
        ["Ann Lee", "Dr. Bo Chan"],
    ),
    "with a degree in small letters": (f"{TITLE}\ndoor: ir. Ann Lee, 8 januari 2019\n{PROSE}\n", ["ir. Ann Lee"]),
    "whose life stands below": (
        f"{TITLE}\nAnn Lee\n{LIFE}\n8 January 2019\n{PROSE}\nQuote: Lee A. {CHAPTER}: harbours, ferries, boats.\n",
        ["Ann Lee"],
    ),
    "several, each with a place, far from the date": (
        f"{TITLE}\n8.1.2019\nCity\nShare\nPrint\nAll\nAnn Lee, Leeds; Bo Chan, York and Eve Orr, Hull\n{PROSE}\n",
        ["Ann Lee", "Bo Chan", "Eve Orr"],
    ),
    "from a place": (f"{TITLE}\nFrom Ann Lee in Port Saltmouth\n{PROSE}\n", ["Ann Lee"]),
    "somebody of the story from a place": (f"{TITLE}\nFrom Ann Council in Saltmouth\n{PROSE}\n{PROSE}\n", []),
    "places and reporters, in Arabic": (
        f"إعادة فتح المرفأ بعد العاصفة\n8 يناير 2019\nالقاهرة: ريم خازن، بيروت: سامي نصّار\n{ARABIC}\n",
        ["ريم خازن", "سامي نصّار"],
    ),
    "the house and the name": (
        f"مرفأ نيوز\nإعادة فتح المرفأ بعد العاصفة\n8 يناير 2019\nمرفأ نيوز - ريم خازن\n{ARABIC}\n",
        ["ريم خازن"],
    ),
    "the house and a section": (
        f"The Planet\nFish Markets\n{TITLE}\n8 January 2019\nThe Planet - Fish Markets\n{PROSE}\n",
        [],
    ),
    "an agency, in Swedish": (f"{TITLE}\nKustbyrån\n8 januari 2019 15:02\n{PROSE}\n", ["Kustbyrån"]),
    "buttons in Arabic": (f"إعادة فتح المرفأ بعد العاصفة\n8 يناير 2019\nشارك غرد واتساب\n{ARABIC}\n", []),
    "a menu of sections": (f"{TITLE}\n8 januari 2019\nBinnenland Buitenland\n{PROSE}\n", []),
    "a link to the printed copy": (f"{TITLE}\n8 enero 2019\nEDICIÓN IMPRESA\n{PROSE}\n", []),
    "a newspaper's copy and page": (f"{TITLE}\nIl Corriere del Porto, martedì 8 gennaio 2019, pagina 3\n{PROSE}\n", []),
    "an author, the day and the page": (f"{TITLE}\nAnn Lee, 8 January 2019, page 3\n{PROSE}\n", ["Ann Lee"]),
    "one a line, above the place": (
        f"{TITLE}\n8.1.2019\nPrint\nListen\nShare\nThe quay - Eve Orr/Planet\nAnn Lee\nBo Chan\nPORT LEE\n{PROSE}\n",
        ["Ann Lee", "Bo Chan"],
    ),
    "a guest's piece, in French": (f"{TITLE}\nUne tribune d’Anne Lis, biologiste (Lyon)\n{PROSE}\n", ["Anne Lis"]),
    "a guest's piece, in Italian": (f"{TITLE}\nUn intervento di Anna Lis\n{PROSE}\n", ["Anna Lis"]),
    "a guest's piece, in Dutch": (f"{TITLE}\nOpiniestuk van Anna Lis, bioloog\n{PROSE}\n", ["Anna Lis"]),
    "a guest's piece, in Danish": (f"{TITLE}\nDebatindlæg af Anna Lis\n{PROSE}\n", ["Anna Lis"]),
    "Chinese, behind a sign": (f"暴风雨后港口重新开放\n2019-01-08\n◎陳曉雨\n圖◎許允恩\n{JAPANESE}\n", ["陳曉雨"]),
    "Chinese, in the dispatch": (
        f"暴风雨后港口重新开放\n2019-01-08\n港湾社雲嶺1月8日电（记者 陈晓雨、许允恩）{JAPANESE}\n",
        ["陈晓雨", "许允恩"],
    ),
    "Japanese, two below the date": (
        f"港が嵐のあと再び開く\n2019年1月8日\n山本あかり、青木翼\n{JAPANESE}\n",
        ["山本あかり", "青木翼"],
    ),
    "Japanese sections there": (f"港が嵐のあと再び開く\n2019年1月8日\n国際情勢、地方経済\n{JAPANESE}\n", []),
    "Korean, a citizen": (
        f"막차 놓친 손님 재워 드립니다\n기자명 이하나 시민기자\n입력 2019.01.08 10:22\n{KOREAN}\n",
        ["이하나"],
    ),
    "Korean, a head of a desk": (f"막차 놓친 손님\n문태식 지역부장\n입력 2019.01.08 10:22\n{KOREAN}\n", ["문태식"]),
    "what kind of report, in Chinese": (f"暴风雨后港口重新开放\n2019-01-08 18:42 综合报道\n{JAPANESE}\n", []),
    "Chinese, behind the minute": (
        f"暴风雨后港口重新开放\n2019-01-08 18:42 記者許允恩／雲嶺報導\n{JAPANESE}\n",
        ["許允恩"],
    ),
    "Chinese, between the house and the place": (
        f"暴风雨后港口重新开放\n2019-01-08 18:42　海角時報／ 記者許允恩 ／雲嶺即時報導\n{JAPANESE}\n",
        ["許允恩"],
    ),
    "Chinese, with a space, in a place": (
        f"暴风雨后港口重新开放\n記者 許允恩／雲嶺報導\n2019/01/08\n{JAPANESE}\n",
        ["許允恩"],
    ),
    "ministers with their style, below the date": (
        f"{TITLE}\n8 January 2019\nHon Ann Storm\nRt Hon Tom Ferries\nFisheries\n{PROSE}\n{PROSE}\n",
        ["Hon Ann Storm", "Rt Hon Tom Ferries"],
    ),
    "somebody of the story, below the date": (f"{TITLE}\n8 January 2019\nAnn Storm\n{PROSE}\n{PROSE}\n", []),
    "two, one a line, below the time that reading takes": (
        f"{TITLE}\n8 January 2019\n4 min read\nAnn Lee\nBo Chan\nFacebook\n{PROSE}\n",
        ["Ann Lee", "Bo Chan"],
    ),
    "whose the words are, beside whose the pictures": (
        f"{TITLE}\nText Anna Lind\nFoto Bo Ek\n8 januari 2019\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "below whose the picture is": (
        f"{TITLE}\nFoto: Planet / Eve Orr\nAnn Lee\n8 January 2019\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "beside sizes of letters": (f"{TITLE}\n8 de enero de 2019\nTamaño del texto: A A A\n{PROSE}\n", []),
    "an agency, in Italian": (f"{TITLE}\nAgenzia Salpa\n8 gennaio 2019\n{PROSE}\n", ["Agenzia Salpa"]),
    "with whoever worked with him": (
        f"{TITLE}\n8. Januar 2019\nAnna Lind, Mitarbeit: Bo Ek\n{PROSE}\n",
        ["Anna Lind", "Bo Ek"],
    ),
    "what he is and that he writes": (
        f"{TITLE}\nAnna Lind ist Ärztin in Saltmouth und schreibt jeden Monat für uns.\n8. Januar 2019\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "what somebody of the story is": (f"{TITLE}\nTom Fishermen is a pilot and writes books.\n{PROSE}\n", []),
    "what somebody is who does not write": (f"{TITLE}\nAnn Lee is the pilot of the year.\n{PROSE}\n", []),
    "Japanese, each with what he did": (
        f"港が嵐のあと再び開く\n山本 花子／取材・文、青木さくら／構成、中村 翼／撮影\n2019年1月8日\n{JAPANESE}\n",
        ["山本 花子", "青木さくら"],
    ),
    "below a caption, in capitals, whose the picture is": (
        f"{TITLE}\nEl muelle, al alba.\nEVA ORTEGA\nAnna Lind\nBo Ek\n8 de enero de 2019\n{PROSE}\n",
        ["Anna Lind", "Bo Ek"],
    ),
    "in capitals, below a standfirst, all of them": (
        f"{TITLE}\nThe ferries run.\nANN LEE\nBO CHAN\n8 January 2019\n{PROSE}\n",
        ["ANN LEE", "BO CHAN"],
    ),
    "with what she answers for, and where": (
        f"{TITLE}\n8 de enero de 2019\nAnna Lind, responsable de prensa en Costa Baja\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "two, above places and their state": (
        f"{TITLE}\n8 de janeiro de 2019\nOuvir\nPrint\nShare\nAnna Lind\nBo Ek\nPORTO LEE e QUAY (GO)\n{PROSE}\n",
        ["Anna Lind", "Bo Ek"],
    ),
    "Chinese, beside whose the pictures are": (
        f"暴风雨后港口重新开放\n2019-01-08\n文 陳曉雨\n攝影 許允恩\n{JAPANESE}\n",
        ["陳曉雨"],
    ),
    "Japanese, of a bureau": (
        f"港が嵐のあと再び開く\n2019年1月8日\n港町支局・山本 花子\n{JAPANESE}\n",
        ["山本 花子"],
    ),
    "Japanese, below a wall": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{JAPANESE}\n残り312文字\n渡し船は来春まで動く。（編集委員 名取川俊）\n",
        ["名取川俊"],
    ),
    "Japanese in brackets, of a bureau": (
        f"港が嵐のあと再び開く\n2019年1月8日\n{JAPANESE}\n（港町通信局・山本花子）\n",
        ["山本花子"],
    ),
    "the editors": (f"{TITLE}\nTHE EDITORS\n8 January 2019\n{PROSE}\n", ["THE EDITORS"]),
    "a trail of sections": (f"{TITLE}\n8 January 2019\nNews / Places / South Quay\n{PROSE}\n", []),
    "behind a section and the day": (f"{TITLE}\nPlaces / 8 January 2019 / Ann Lee\n{PROSE}\n", ["Ann Lee"]),
    "two, where a dump glued them": (
        f"{TITLE}\nByAnn LeeandBo Chan\n8 January 2019\n{PROSE}\n",
        ["Ann Lee", "Bo Chan"],
    ),
    "Ferdinand": (f"{TITLE}\nBy Ferdinand Roland\n8 January 2019\n{PROSE}\n", ["Ferdinand Roland"]),
    "sizes of letters": (f"{TITLE}\n8 Ocak 2019\nYazı Puntosu A- A\n{PROSE}\n", []),
    "what readers will do": (f"{TITLE}\n8 January 2019\nTHINGS YOU'LL READ\n{PROSE}\n", []),
    "who answers, in Italian": (f"{TITLE}\nRisponde Anna Lindi\n8 gennaio 2019\n{PROSE}\n", ["Anna Lindi"]),
    "the words and the pictures in a line": (
        f"{TITLE}\nTEKST ANNA LIND FOTO BO EK\n8 januari 2019\n{PROSE}\n",
        ["ANNA LIND"],
    ),
    "when it was published, in Arabic": (
        f"إعادة فتح المرفأ بعد العاصفة\nريم خازن\nتم نشره في الثلاثاء 8 يناير 2019\n{ARABIC}\n",
        ["ريم خازن"],
    ),
    "Japanese, above the day, who took the picture": (
        f"港が嵐のあと再び開く\n有料記事\n庭瀬千隼\n2019年1月8日\n港に並ぶ渡し船＝港町、庭瀬千隼撮影\n{JAPANESE}\n",
        ["庭瀬千隼"],
    ),
    "Japanese, above the day, and nobody knows who": (
        f"港が嵐のあと再び開く\n有料記事\n庭瀬千隼\n2019年1月8日\n{JAPANESE}\n",
        [],
    ),
    "Japanese, who asked": (
        f"港が嵐のあと再び開く\n聞き手・文：津久井はるか\n2019年1月8日\n{JAPANESE}\n",
        ["津久井はるか"],
    ),
    "above the title, in the section of opinions": (f"Meinung\nAnna Lind\n{TITLE}\n{PROSE}\n", ["Anna Lind"]),
    "above the title, in another section": (f"Places\nSouth Quay\n{TITLE}\n{PROSE}\n", []),
    "behind the series that the trail ends in": (
        f"Home > Shows > The Tide Table\n{TITLE}\nThe Tide Table, by Ann Lee\n8 January 2019\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "behind what the page has nowhere else": (f"{TITLE}\nPoèmes de la mer, par Anna Lind\n{PROSE}\n", []),
    "a newsroom above its place": (f"{TITLE}\nRédaction SP\nPORT LEE\n8 janvier 2019\n{PROSE}\n", ["Rédaction SP"]),
    "the newsroom of a house of two words": (
        f"Sail & Oar - the weekly\n{TITLE}\nRedaktion Sail & Oar | 8 January 2019\n{PROSE}\n",
        ["Redaktion Sail & Oar"],
    ),
    "a newsroom of no house": (f"{TITLE}\nRedaktion Sail & Oar | 8 January 2019\n{PROSE}\n", []),
    "above the house and its place": (
        f"{TITLE}\nShare\nPrint\nSave\nAnn Lee\nPlanet News, Leeds\n{PROSE}\n",
        ["Ann Lee"],
    ),
    "who made the film": (f"{TITLE}\nby Ann Lee, Ireland 2024, 98 min\n{PROSE}\n", []),
    "a caption, in Arabic": (
        f"إعادة فتح المرفأ بعد العاصفة\nريم خازن (بيروت)\nقوارب الصيد. (تصوير: سامي نجار)\n8 يناير 2019\n{ARABIC}\n",
        ["ريم خازن"],
    ),
    "above where the story is": (
        f"{TITLE}\nAnna Lind\nPuerto Lee\n8 de enero de 2019\nUn barco en Puerto Lee\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "beside the holder of the rights": (
        f"{TITLE}\n8 Ocak 2019\nAnna LIND / LIMAN SAATI\n{PROSE}\n© 2019 Liman Saatı\n",
        ["Anna LIND"],
    ),
    "beside an offer, in Turkish": (
        f"{TITLE}\n8 Ocak 2019\nAnna Lind\nGoogle Haberler'de Abone Ol\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "above the page of the editors, in Indonesian": (
        f"{TITLE}\n8 Januari 2019\nAnna Lind, Bo Ek\nTim Redaksi\n{PROSE}\n",
        ["Anna Lind", "Bo Ek"],
    ),
    "with a unit of the house": (
        f"{TITLE}\nAnna Lind, Abteilung Kommunikation\n8. Januar 2019\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "between day, hour and title": (f"8 januari 2019 - 10:12\nAnna Lind\n{TITLE}\n{PROSE}\n", ["Anna Lind"]),
    "a section between day, hour and title": (
        f"South Quay\n8 januari 2019 - 10:12\nSouth Quay\n{TITLE}\n{PROSE}\n",
        [],
    ),
    "a magazine's kicker there": (f"8 January 2019\nCruel Girl\n{TITLE}\n{PROSE}\n", []),
    "beside the house, as the page's top has it": (
        f"LAMP WEEKLY\nNews\n{TITLE}\nAnna Lind, Lamp Weekly\n8 January 2019\n{PROSE}\n",
        ["Anna Lind"],
    ),
    "the field of a profile": (f"{TITLE}\nBorn as:\nAnna Lind\n8 January 2019\n{PROSE}\n", []),
    "who publishes": (f"{TITLE}\nPublished by Lamp Lane Press on 8 January 2019\n{PROSE}\n", []),
    "the newsroom that publishes": (
        f"{TITLE}\nPublished by Lamp Lane Newsroom on 8 January 2019\n{PROSE}\n",
        ["Lamp Lane Newsroom"],
    ),
    "a Japanese button": (f"港が嵐のあと再び開く\n2019年1月8日\n保存する\n{JAPANESE}\n", []),
    "Korean, behind what is left of a picture": (
        f"막차 놓친 손님 재워 드립니다\n* __기자명 서다온 기자\n* __입력 2019.01.08 16:08\n{KOREAN}\n",
        ["서다온"],
    ),
    "a Japanese section there": (f"港が嵐のあと再び開く\n2019年1月8日\n高校野球\n{JAPANESE}\n", []),
    "Japanese, below an update and an offer": (
        f"港が嵐のあと再び開く\n2019年1月8日\n（2019年1月9日更新）\n有料会員記事\n山本 花子\n{JAPANESE}\n",
        ["山本 花子"],
    ),
}


@pytest.mark.parametrize(("text", "names"), OTHER_HEADS.values(), ids=OTHER_HEADS.keys())
def test_who_signs_above_the_body(text: str, names: list[str]) -> None:
    matter, _ = read(text)
    assert [author.name for author in matter.authors] == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"LIVE {TITLE}\n8 January 2019\n{PROSE}\n", TITLE),
        (
            f"The Planet: news and sport from the islands\n{TITLE}\n8 January 2019\n{PROSE}\nWrite to The Planet\n",
            TITLE,
        ),
        (f"[Home](/) » [Features](/f) » Harbour after the storm\n# {TITLE}\n8 January 2019\n{PROSE}\n", TITLE),
        (f"{TITLE} (PHOTOS)\n8 January 2019\n{PROSE}\n", f"{TITLE} (PHOTOS)"),
        (f"{TITLE}\n(Photo: Bo Chan)\nBy Ann Lee\n8 January 2019\n{PROSE}\n", TITLE),
        (f"{TITLE} — The Planet\nThe Planet\n{TITLE}\n8 January 2019\n{PROSE}\n", TITLE),
        (f"{TITLE}\nAnn Lee (now) and Bo Chan (earlier)\n8 January 2019\n{PROSE}\n", TITLE),
        (
            f"Boats and Bread\nThe Tin Boat by Eve Orr (Orchard, 212 pp, £18)\n8 January 2019\n{PROSE}\n",
            "Boats and Bread",
        ),
        (
            f"The Saltmouth Courier\n{TITLE}\n8 January 2019\n{PROSE}\nThe Saltmouth Courier. Founded in 1920.\n",
            TITLE,
        ),
        (
            f"港が嵐のあと再び開く\n港が嵐のあと再び開く　渡し船も月曜から\n2019年1月8日\n{JAPANESE}\n",
            "港が嵐のあと再び開く 渡し船も月曜から",
        ),
        (f"港が嵐のあと再び開く\n2019年1月8日\n写真・図版 港に並ぶ渡し船\n{JAPANESE}\n", "港が嵐のあと再び開く"),
        (
            f"{OLD}\n{TITLE}\n{OLD}\n8 January 2019\n{PROSE}\n",
            TITLE,
        ),
        (
            f"News\nQuayToday\nthe first paper of the harbour\n{TITLE}\n8 January 2019\n{PROSE}\n© 2019 QuayToday.",
            TITLE,
        ),
        (
            f"UVS | Universidad de Saltmouth\n{TITLE}\n8 January 2019\n{PROSE}\nUniversidad de Saltmouth. Quay 1\n",
            TITLE,
        ),
        (
            f"بلدة تعيد ساعتها المائية إلى الدوران\nالساعة في السوق (تصوير: مازن الطويل)\n8 يناير 2019\n{ARABIC}\n",
            "بلدة تعيد ساعتها المائية إلى الدوران",
        ),
        (
            f"막차 놓친 손님 재워 드립니다\n2019-01-08 07:00\n버스 종점 앞 작은 찜질방\n[촬영 이하나]\n{KOREAN}\n",
            "막차 놓친 손님 재워 드립니다",
        ),
    ],
    ids=[
        "the label of a live report",
        "the site's slogan",
        "the way to it in Markdown",
        "that there are pictures",
        "who took the picture",
        "the window's title",
        "two who signed",
        "a book's particulars",
        "a newspaper's name",
        "the same cut short",
        "a Japanese caption",
        "how old it is",
        "a slogan below the site's name",
        "an institution's initials and name",
        "an Arabic caption",
        "a Korean caption",
    ],
)
def test_what_stands_around_the_title_is_none(text: str, title: str) -> None:
    assert read(text)[0].title == title


def test_authors_whom_markup_names_side_by_side_are_all_of_them() -> None:
    byline = "<p>Von <span itemprop='author'>Anna Lee</span> und <span itemprop='author'>Bo Chan</span></p>"
    other = "<div><span itemprop='author'>Eve Orr</span></div>"
    matter, _ = read_html((PAGE % ("", PROSE)).replace('<p class="byline">By Ann Lee</p>', f"{byline}{other}"))
    assert [author.name for author in matter.authors] == ["Anna Lee", "Bo Chan"]


@pytest.mark.parametrize(("stated", "names"), [("Planet Digital", ["Ann Lee"]), ("Lou Planet", ["Lou Planet"])])
def test_the_byline_goes_before_the_house_in_markup(stated: str, names: list[str]) -> None:
    linked = (LINKED % "}").replace('[{"@id": "#ann"}]', f'"{stated}"')
    matter, _ = read_html(PAGE % (linked, PROSE))
    assert [author.name for author in matter.authors] == names


def test_nothing_is_changed_before_it_is_published() -> None:
    matter, _ = read(f"{TITLE}\nPosted 06/11/10\n{PROSE}\nPage last updated: August 2, 2010\n")
    assert matter.published is not None
    assert matter.published.at == "2010-06-11"


def test_cited_authors_are_told_given_name_first() -> None:
    metas = '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Chan, Bo">'
    matter, _ = read_html((PAGE % (metas, PROSE)).replace("By Ann Lee", ""))
    assert [author.name for author in matter.authors] == ["Ann Lee", "Bo Chan"]


HEADINGS = {
    "a section before the headline": (f"Local | {TITLE}", TITLE),
    "a label before the headline": (f"Opinion {TITLE}", TITLE),
    "the site's name, then the title": (f"The Daily Planet</h1><h1>{TITLE}", TITLE),
    "a link to the first page, then the title": (f'<a href="/index.php">Winter News</a></h1><h1>{TITLE}', TITLE),
    "a section behind the headline": (f"{TITLE} | Opinion", TITLE),
    "another wording than the markup's": ("Storm-Hit Harbour Opens Again", "Storm-Hit Harbour Opens Again"),
    "the section, which the document's title bears out": ("The Daily Planet", TITLE),
    "nothing that the markup says": ("Welcome to our pages", TITLE),
}


@pytest.mark.parametrize(("heading", "title"), HEADINGS.values(), ids=HEADINGS.keys())
def test_the_title_among_headings_and_markup(heading: str, title: str) -> None:
    markup = (PAGE % (LINKED % "}", PROSE)).replace(f"<h1>{TITLE}", f"<h1>{heading}")
    matter, _ = read_html(markup)
    assert matter.title == title


def test_of_two_lines_that_may_be_the_title_the_address_tells_which() -> None:
    text = f"Ferries Sail Again From the Pier\n\nHarbour Rebuilt After the Storm\n\n{PROSE}\n\n{PROSE}\n"
    for slug, title in (
        ("ferries-sail-again-from-the-pier", "Ferries Sail Again From the Pier"),
        ("harbour-rebuilt-after-the-storm", "Harbour Rebuilt After the Storm"),
    ):
        assert read(text, url=f"https://planet.example/news/{slug}.html?from=front-page")[0].title == title


def test_what_follows_a_title_behind_a_bar_is_none_of_it() -> None:
    matter, claimed = read(f"{TITLE} | Opinion\n\nBy Ann Lee\n\n{PROSE}\n\n{PROSE}\n")
    assert (matter.title, claimed[f"{TITLE} | Opinion"]) == (TITLE, "title")
    matter, claimed = read_html((PAGE % ("", PROSE)).replace("</h1>", " | Opinion</h1>"))
    assert (matter.title, claimed[f"{TITLE} | Opinion"]) == (TITLE, "title")
    assert read(f"The Harbour Letters | Storm and Calm\n\n{PROSE}\n\n{PROSE}\n")[0].title != "The Harbour Letters"


LONE_TITLES = {
    "the site's name behind it": f"{TITLE} | Some Daily or Other",
    "the site's name before it": f"Some Daily or Other » {TITLE}",
    "sections on both sides": f"Some Daily - {TITLE} - Local - News",
    "after a colon": f"Some Daily or Other : {TITLE}",
}


@pytest.mark.parametrize("stated", LONE_TITLES.values(), ids=LONE_TITLES.keys())
def test_of_a_title_element_that_alone_states_it_the_part_that_is_printed_by_the_body(stated: str) -> None:
    markup = f"<html><head><title>{stated}</title></head><body><p>{TITLE}</p><p>{PROSE}</p></body></html>"
    assert read_html(markup)[0].title == TITLE


def test_a_heading_that_is_the_domain_is_the_site() -> None:
    markup = (PAGE % ("", PROSE)).replace("<h1>", "<h1>The Planet</h1><p>", 1).replace("</h1><p class", "</p><p class")
    markup = markup.replace("<title>Harbour", "<title>The Planet » Harbour").replace(
        "- The Daily Planet</title", "</title"
    )
    assert read_html(markup.replace('content="The Daily Planet"', ""))[0].title == TITLE
    page = (PAGE % ("", PROSE)).replace('content="The Daily Planet"', "").replace("Daily Planet</t", "planet</t")
    assert read_html(page.replace(f"<h1>{TITLE}", f"<h1>{TITLE} - Planet"))[0].title == TITLE


@pytest.mark.parametrize("home", ["/", "https://lamplighter.example", "//lamplighter.example/"])
def test_a_heading_that_is_a_link_to_the_first_page_names_the_site(home: str) -> None:
    blog = f"<h1><a href='{home}'>The Lamplighter</a></h1><p>Small notes from a long street</p>"
    markup = f"<html><head><title>The Lamplighter: January 2019</title></head><body>{blog}<p>{TITLE}</p>"
    matter, claimed = read_html(markup + f"<p>{PROSE}</p>" * 3)
    assert (matter.title, matter.subtitle, matter.publisher) == (TITLE, None, "The Lamplighter")
    assert claimed[TITLE] == "title"


DOCUMENTS = {
    "another wording": ("How a Storm-Hit Harbour Came Back - Some Daily", TITLE),
    "nothing of the line": ("Piers and quays", "Piers and quays"),
}


@pytest.mark.parametrize(("stated", "title"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_the_printed_title_counts_before_one_that_only_the_title_element_states(stated: str, title: str) -> None:
    markup = f"<html><head><title>{stated}</title></head><body><p>{TITLE}</p><p>{PROSE}</p><p>{PROSE}</p></body></html>"
    assert read_html(markup)[0].title == title


PUBLISHERS = {
    "microdata": "<div itemprop='publisher'><img alt=''><span itemprop='name'>The Lamplighter</span></div>",
    "microdata in a meta element": "<div itemprop='publisher'><meta itemprop='name' content='The Lamplighter'></div>",
    "Dublin Core's terms": "<meta name='DCTERMS.publisher' content='The Lamplighter'>",
}


@pytest.mark.parametrize("stated", PUBLISHERS.values(), ids=PUBLISHERS.keys())
def test_the_publisher_in_markup_and_not_the_day_behind_the_title(stated: str) -> None:
    titled = f"<html><head><title>{TITLE} - Lamplighter, 08.01.2019</title></head><body>"
    page = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p></body></html>"
    assert read_html(f"{titled}{stated}{page}")[0].publisher == "The Lamplighter"
    assert read_html(f"{titled}{page}")[0].publisher is None


@pytest.mark.parametrize("account", ["Lamplichter.example", "Lamplichter", "THE LÀMPLICHTER", "lamplichter.com"])
def test_the_site_as_author_yields_to_the_person_that_the_page_names(account: str) -> None:
    stated = (LINKED % "}").replace('"Ann Lee"', f'"{account}"').replace("Planet Media", "The Làmplichter")
    named = (PAGE % (stated, PROSE)).replace("By Ann Lee", "Ann Lee").replace("byline", "sign")
    assert [author.name for author in read_html(named)[0].authors] == ["Ann Lee"]


def test_a_heading_without_the_day_that_stands_in_it() -> None:
    markup = (PAGE % (LINKED % "}", PROSE)).replace(f"<h1>{TITLE}", f"<h1>{TITLE} Posted on 8 January 2019 by Ann Lee")
    assert read_html(markup)[0].title == TITLE


PIECES = ["By Ann", "8 January 2019", PROSE, "Home > News", "© 2019 X", "no. 2/2019", "A: b"]


@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(max_size=60),
        max_size=30,
    )
)
def test_no_text_breaks_the_reading(lines: list[str]) -> None:
    matter, _ = read("\n".join(lines) or "x")
    assert all(0 <= i < len(lines) + 60 for i in matter.claims)


def test_an_account_alone_is_no_author() -> None:
    linked = (LINKED % "}").replace('[{"@id": "#ann"}]', '"web.editor3"')
    matter, _ = read_html((PAGE % (linked, PROSE)).replace("By Ann Lee", ""))
    assert matter.authors == []


def test_a_chinese_name_goes_before_an_account() -> None:
    markup = (PAGE % ('<meta name="author" content="lj0217">', PROSE)).replace(
        "By Ann Lee", "来源：澜江晚报 作者：贺知秋"
    )
    assert [author.name for author in read_html(markup)[0].authors] == ["贺知秋"]


def test_a_blogs_name_stated_for_a_title_is_none() -> None:
    markup = PAGE.replace("Harbour Rebuilt After the Winter Storm - The Daily Planet", "The Planet: Harbour Rebuilt")
    markup = markup.replace("<h1>", '<h1><a href="/">The Planet</a></h1><p>Harbour Rebuilt</p><h2>')
    blog = '<meta property="og:title" content="The Planet">'
    matter, _ = read_html(
        (markup % (blog, PROSE)).replace('<meta property="og:site_name" content="The Daily Planet">', "")
    )
    assert matter.title == "Harbour Rebuilt"


def test_a_section_in_the_title_element_is_no_title() -> None:
    markup = PAGE.replace("Harbour Rebuilt After the Winter Storm - The Daily Planet", "الأخبار - وزارة الموانئ")
    markup = markup.replace(
        "<h1>Harbour Rebuilt After the Winter Storm</h1>", "<p>الأخبار</p><p>إعادة بناء ميناء المدينة</p>"
    )
    assert read_html(markup % ("", PROSE))[0].title == "إعادة بناء ميناء المدينة"


def test_the_page_knows_the_time_of_a_day_that_markup_states() -> None:
    markup = (PAGE % ('<meta name="publishdate" content="2019-01-08">', PROSE)).replace(
        "8 January 2019", "8 January 2019, 09:17"
    )
    matter, _ = read_html(markup)
    assert matter.published is not None
    assert matter.published.at == "2019-01-08T09:17:00"


def test_the_instant_in_the_title_of_an_abbreviation() -> None:
    abbreviation = "<abbr class='published' itemprop='datePublished' title='2019-01-08T22:47:00-03:00'>22:47</abbr>"
    matter, _ = read_html((PAGE % ("", PROSE)).replace("8 January 2019", f"8 January 2019 at {abbreviation}"))
    assert matter.published is not None
    assert matter.published.at == "2019-01-08T22:47:00-03:00"


@pytest.mark.parametrize("name", ["a" * 60 + "1 Bo Chan", "a1" * 40 + "!", "a.1" * 40 + " B"])
@pytest.mark.timeout(5)
def test_no_account_takes_long(name: str) -> None:
    read_html(PAGE % (f'<meta name="author" content="{name}">', PROSE))


def test_a_pen_name_with_a_number_is_an_author() -> None:
    markup = (PAGE % ('<meta name="author" content="deadmau5">', PROSE)).replace("By Ann Lee", "")
    assert [author.name for author in read_html(markup)[0].authors] == ["deadmau5"]


def test_all_authors_that_a_page_lists_for_cards_go_before_the_first_of_them() -> None:
    cards = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="%s">'
    for listed, names in (("Ann Lee, Bo Chan", ["Ann Lee", "Bo Chan"]), ("Ann Lee, Educator & Gardener", ["Ann Lee"])):
        markup = PAGE % ((LINKED % "}") + cards % listed, PROSE)
        assert [author.name for author in read_html(markup)[0].authors] == names


def test_the_newsroom_named_with_its_newspaper_yields_to_the_person_that_the_page_names() -> None:
    linked = (LINKED % "}").replace('[{"@id": "#ann"}]', '"Redaktion The Daily Planet"')
    assert [author.name for author in read_html(PAGE % (linked, PROSE))[0].authors] == ["Ann Lee"]


def test_a_newsrooms_account_is_no_author() -> None:
    markup = (PAGE % ('<meta name="author" content="redaccion3">', PROSE)).replace("By Ann Lee", "")
    assert read_html(markup)[0].authors == []


def test_an_element_for_the_authors_that_runs_on_names_those_of_its_byline() -> None:
    signed = "<p>By Ann Lee and Bo Chan</p><p>Ann Lee is a writer. Bo Chan makes radio.</p>"
    markup = (PAGE % ('<meta name="author" content="planet-web">', PROSE)).replace("By Ann Lee", "")
    markup = markup.replace("</body>", f'<div class="story__byline">{signed}</div></body>')
    assert [author.name for author in read_html(markup)[0].authors] == ["Ann Lee", "Bo Chan"]


def test_the_author_behind_the_title_is_no_publisher() -> None:
    markup = PAGE.replace('<meta property="og:site_name" content="The Daily Planet">', "") % ("", PROSE)
    matter, _ = read_html(markup.replace("The Daily Planet", "by Ann Lee"))
    assert matter.publisher is None


def test_a_window_that_bears_the_sites_name_alone_tells_nothing_of_the_title() -> None:
    markup = PAGE.replace("Harbour Rebuilt After the Winter Storm - The Daily Planet", ":: The Daily Planet on line ::")
    markup = markup.replace('<meta property="og:site_name" content="The Daily Planet">', "")
    markup = markup.replace("<h1>Harbour Rebuilt After the Winter Storm</h1>", f"<p>{TITLE}</p>")
    assert read_html(markup % ("", PROSE))[0].title == TITLE
