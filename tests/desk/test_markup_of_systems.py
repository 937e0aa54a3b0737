"""What publishing systems write around an article, and how it is read: a snippet, and the field that it decides."""

from itertools import chain

import numpy as np
import pytest
from lxml import html

from copydesk.article import Article, RawArticle
from copydesk.desk.edit import edit
from copydesk.desk.metadata.head import dates_in_attributes, read_head
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.proof.boxes import cut_cards
from copydesk.desk.proof.entry_headings import keep_entry_headings

PARAGRAPHS = [
    (
        "The county board voted 5-2 on Monday night to spend $3.4 million on repairs to the Carver Street bridge, "
        "ending a dispute that had left the crossing closed to trucks since the spring of 2023."
    ),
    (
        "Board chair Linda Ostrow said the work would begin in May and take about four months. “We have been patient "
        "long enough,” she said. “Farmers are driving eleven miles out of their way.”"
    ),
    (
        "The two dissenting members, Paul Hirsch and Amy Delgado, argued that the county should wait for a state "
        "grant, which could cover half of the cost."
    ),
    (
        "Bids will be opened on April 14. The engineering firm Dahl and Rowe has estimated that the deck can be "
        "replaced without closing the river to boats."
    ),
]
TITLE = "County Approves Bridge Repairs After Two-Year Delay"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read(above: str = "", below: str = "", *, head: str = "", heading: str = TITLE, body: str = BODY) -> Article:
    """The event of a page with `above` between heading and article and `below` under it."""
    page = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body><h1>{heading}</h1>'
    return edit(RawArticle(content=f"{page}{above}{body}{below}</body></html>", content_type="text/html"))


def assert_is_cut(inserted: str) -> None:
    """Of an article with `inserted` between its paragraphs these alone stand."""
    first, second, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read(body=f"<article>{first}{second}{inserted}{''.join(others)}</article>")
    assert article.body.text == "\n\n".join(PARAGRAPHS)


AUTHORS = {
    "a link in a box of other stories": (
        "<p>By Jane Peters</p>",
        '<div class="related"><a rel="author" href="/gary">Gary Moss</a></div>',
        ["Jane Peters"],
    ),
    "a button of the author's box": (
        "<p>By Jane Peters</p>",
        '<div class="author-box"><a rel="author" href="/jane">View all posts</a></div>',
        ["Jane Peters"],
    ),
    "who comments": (
        "",
        '<div id="comments"><p itemprop="comment"><span itemprop="author">Rick T</span></p></div>',
        [],
    ),
    "two links": (
        '<p>By <a rel="author" href="/a">Jane Peters</a> and <a rel="author" href="/b">Tom Ashby</a></p>',
        "",
        ["Jane Peters", "Tom Ashby"],
    ),
    "two links with nothing between": (
        '<p>By <a class="author" href="/a">Jane Peters</a><a class="author" href="/b">Tom Ashby</a></p>',
        "",
        ["Jane Peters", "Tom Ashby"],
    ),
    "the same in an element for them": (
        '<div class="byline"><a href="/a">Jane Peters</a><a href="/b">Tom Ashby</a></div>',
        "",
        ["Jane Peters", "Tom Ashby"],
    ),
    "a link beside a place": (
        '<div class="sign"><a class="author" href="/a">Jane Peters</a><span>Millbrook</span></div>',
        "",
        ["Jane Peters"],
    ),
    "a name of its own beside a place": (
        '<div class="sign"><a href="/a">Jane Peters</a><span>Millbrook</span></div>',
        "",
        ["Jane Peters"],
    ),
    "a link to the author's page beside an office": (
        '<div><a href="/author/jane">Jane Peters</a><span>Rivers Correspondent</span><span>13 April 2024</span></div>',
        "",
        ["Jane Peters"],
    ),
    "such a link in a box of other stories": (
        "<p>13 April 2024</p>",
        '<div class="related"><a href="/author/gary">Gary Moss</a></div>',
        [],
    ),
    "a link and its picture": (
        '<div class="byline"><a href="/a"><img src="a.jpg"></a><a href="/a">Jane Peters</a></div>',
        "",
        ["Jane Peters"],
    ),
    "items of a list": (
        '<ul><li><a rel="author" href="/a">Jane Peters</a></li><li><a rel="author" href="/b">Tom Ashby</a></li></ul>',
        "",
        ["Jane Peters", "Tom Ashby"],
    ),
    "two blocks": (
        '<div class="author">Jane Peters</div><div class="author">Tom Ashby</div>',
        "",
        ["Jane Peters", "Tom Ashby"],
    ),
    "a person of microdata, and an office": (
        '<p itemprop="author" itemscope><b itemprop="name">Jane Peters</b><i itemprop="jobTitle">Reporter</i></p>',
        "",
        ["Jane Peters"],
    ),
    "the account that a system begins with": (
        '<span class="itemAuthor">Written by <a rel="author" href="/user/42">Super User</a></span>',
        '<p style="text-align: right;"><em>Jane Peters</em></p>',
        ["Jane Peters"],
    ),
    "a signature at the right": ("", '<p align="right"><b>Jane Peters</b><br>Photo by the author</p>', ["Jane Peters"]),
    "a signature in italics": ("", "<p><i>Jane Peters</i></p>", ["Jane Peters"]),
    "whom the article speaks of, at the right": ("", '<p align="right">Linda Ostrow</p>', []),
    "a person of microdata behind a button": (
        '<p itemprop="author" itemscope><meta itemprop="name" content="Jane Peters"><a>View profile</a></p>',
        "",
        ["Jane Peters"],
    ),
}


def test_a_person_beside_the_title_goes_before_the_house_that_markup_names() -> None:
    house = '<meta name="author" content="강물일보">'
    assert [author.name for author in read("<p>By Jane Peters</p>", head=house).authors] == ["Jane Peters"]
    assert [author.name for author in read(head=house).authors] == ["강물일보"]


def test_whom_it_was_written_for_is_nobody() -> None:
    assert read(head='<meta name="author" content="Special to the Prairie Star">').authors == []


@pytest.mark.parametrize(("above", "below", "names"), AUTHORS.values(), ids=AUTHORS.keys())
def test_authors(above: str, below: str, names: list[str]) -> None:
    assert [author.name for author in read(above, below).authors] == names


BREADCRUMBS = {
    "a list": '<nav aria-label="breadcrumb"><ol><li><a href="/">Home</a></li><li>News</li><li>Council</li></ol></nav>',
    "links": '<div class="breadcrumb"><a href="/">Home</a><a href="/n">News</a><a href="/n/c">Council</a></div>',
}


@pytest.mark.parametrize("trail", BREADCRUMBS.values(), ids=BREADCRUMBS.keys())
def test_a_breadcrumb_is_known_by_its_element_and_names_no_publisher(trail: str) -> None:
    article = read(trail)
    assert (article.breadcrumb, article.publisher) == (["News", "Council"], None)


STEPS = '<a href="/">Home</a><a href="/n">News</a><a href="/n/c">Council</a>'
NAMED_TRAILS = {
    "crumbs": f'<div class="crumbs">{STEPS}</div>',
    "capitals inside a word": f'<div class="articleBreadCrumb">{STEPS}</div>',
    "a class of each step": f'<div class="entry-crumbs"><span>{STEPS}</span> <i></i> <span>{TITLE}</span></div>',
    "Ariadne's thread": f'<nav aria-label="Fil d\'Ariane">{STEPS}</nav>',
    "Spanish": f'<div class="migas-pan">{STEPS}</div>',
    "German": f'<div class="brotkrumen">{STEPS}</div>',
    "Polish": f'<div class="okruszki">{STEPS}</div>',
    "Japanese": f'<div class="topicpath">{STEPS}</div>',
    "what a label says": f'<nav aria-label="You are here">{STEPS}</nav>',
    "a label inside": f'<div class="breadcrumb"><span>You are here:</span>{STEPS}</div>',
    "a label that is read out": f'<nav class="breadcrumb"><h2 class="visually-hidden">Pfadnavigation</h2>{STEPS}</nav>',
    "an overline below it": f'<ol class="breadcrumb">{STEPS}</ol><p class="kicker">Analysis</p>',
}


@pytest.mark.parametrize("trail", NAMED_TRAILS.values(), ids=NAMED_TRAILS.keys())
def test_a_breadcrumb_is_known_by_what_its_element_is_called(trail: str) -> None:
    page = f"<html lang=en><body><header>{trail}</header><h1>{TITLE}</h1>{BODY}</body></html>"
    assert edit(RawArticle(content=page, content_type="text/html")).breadcrumb == ["News", "Council"]


def test_a_breadcrumb_of_one_section_and_no_video_box_is_one() -> None:
    assert read('<nav aria-label="breadcrumb"><a href="/n">News</a></nav>').breadcrumb == ["News"]
    assert read('<div class="rumble-player"><a href="/v">Watch</a><a href="/w">More clips</a></div>').breadcrumb == []


EAST_ASIAN = {
    "ja": (
        ["市議会は火曜日の夜、土曜市を橋通りから旧家畜市場の跡地に移す計画を承認した。議論は深夜近くまで続いた。"] * 2,
        {
            "山田花子": ["山田花子"],
            "社会部　山田花子": ["山田花子"],
            "<a>山田花子</a>、<a>佐藤一郎</a>": ["山田花子", "佐藤一郎"],
            "デジタル編集部": [],
            "シェア LINE 印刷": [],
        },
    ),
    "zh": (
        ["市议会周二晚通过了把周六集市从桥街迁往旧牲口市场的计划，讨论一直持续到将近午夜，双方都作了发言。"] * 2,
        {"王小明": ["王小明"], "欧阳文慧": ["欧阳文慧"], "本站编辑": [], "阅读全文": []},
    ),
    "ko": (
        ["전남의 한 옛 분교 교실에서는 새벽 네 시면 불이 켜진다. 오븐 두 대가 돌아가기 시작하는 시간이다."] * 2,
        {"한소영": ["한소영"], "편집국": []},
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [(language, text, names) for language, (_, texts) in EAST_ASIAN.items() for text, names in texts.items()],
)
def test_a_bare_name_in_an_element_that_is_called_the_author(language: str, text: str, names: list[str]) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in EAST_ASIAN[language][0])
    page = f'<html lang="{language}"><body><h1>土曜市</h1><p class="author">{text}</p>{body}</body></html>'
    assert [author.name for author in edit(RawArticle(content=page, content_type="text/html")).authors] == names


@pytest.mark.parametrize(
    "byline", ["Von unserer Redakteurin Anna Lind", "Door onze verslaggever Anna Lind", "Av vår reporter Anna Lind"]
)
def test_the_houses_own_reporter(byline: str) -> None:
    assert [author.name for author in read(f"<p>{byline}</p>").authors] == ["Anna Lind"]


def test_an_organisations_name_is_not_cut() -> None:
    head = '<meta name="DC.creator" content="Ministerio de Fomento Rural">'
    assert [author.name for author in read(head=head).authors] == ["Ministerio de Fomento Rural"]


LEDGER = '<meta property="og:site_name" content="The Ledger">'
LINKED_TRAIL = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
    '{"position": 1, "name": "%s", "item": "%s"}, {"position": 2, "name": "News"}, {"position": 3, "name": "Council"}]}'
    "</script>"
)
MICRODATA_TRAIL = (
    '<ol itemscope itemtype="https://schema.org/BreadcrumbList">'
    '<li itemprop="itemListElement"><a itemprop="item" href="/"><b itemprop="name">The Ledger</b></a></li>'
    '<li itemprop="itemListElement"><a itemprop="item" href="/n"><b itemprop="name">News</b></a></li>'
    '<li itemprop="itemListElement"><a itemprop="item" href="/n/c"><b itemprop="name">Council</b></a></li></ol>'
)
SITES_FIRST = {
    "JSON-LD, by its address": (LINKED_TRAIL % ("Ledger Start", "https://ledger.example/"), ""),
    "JSON-LD, by the site's name": (LEDGER + LINKED_TRAIL % ("Ledger", "https://ledger.example/en/front"), ""),
    "microdata": ("", MICRODATA_TRAIL),
    "an element that is called so": (
        "",
        '<ol class="breadcrumb"><li><a href="/">The Ledger</a></li><li>News</li><li>Council</li></ol>',
    ),
    "a line with signs": (
        "",
        '<div><a href="/">The Ledger</a> » <a href="/n">News</a> » <a href="/c">Council</a></div>',
    ),
}


@pytest.mark.parametrize(("head", "trail"), SITES_FIRST.values(), ids=SITES_FIRST.keys())
def test_the_site_itself_is_no_step_of_a_breadcrumb(head: str, trail: str) -> None:
    assert read(trail, head=head).breadcrumb == ["News", "Council"]


PUBLISHED_BY = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "%s"}}'
    "</script>"
)
ADDRESSES = {
    "of the site's": PUBLISHED_BY % "The Ledger" + LEDGER.replace("The Ledger", "www.ledger.example"),
    "of the publisher's": PUBLISHED_BY % "ledger.example" + LEDGER,
    "of all, and the first page's title": PUBLISHED_BY % "ledger.example"
    + LEDGER.replace("The Ledger", "ledger.example - News for all")
    + f"<title>{TITLE} - The Ledger</title>",
    "of both, and behind the title": PUBLISHED_BY % "ledger.example" + f"<title>{TITLE} - The Ledger</title>",
}


@pytest.mark.parametrize("head", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_a_publishers_name_goes_before_its_domain(head: str) -> None:
    assert read(head=head).publisher == "The Ledger"


def test_a_domain_that_is_all_that_a_page_states_is_its_publisher() -> None:
    section = f"{PUBLISHED_BY % 'ledger.example'}<title>{TITLE} - Politics</title>"
    assert read(head=section).publisher == "ledger.example"


SITES_NAME = '<meta property="og:title" content="The Ledger">'


@pytest.mark.parametrize(
    "head",
    [
        f"{SITES_NAME}<title>The Ledger: Carver Street bridge to open in fall</title>",
        f"{SITES_NAME}<title>Bridge repairs | The Ledger</title>",
        f"{SITES_NAME}{PUBLISHED_BY % 'The Ledger'}<title>Trucks to return</title>",
    ],
)
def test_the_heading_is_the_title_where_the_sites_name_is_stated_for_one(head: str) -> None:
    assert read(head=head).title == TITLE


@pytest.mark.parametrize(
    "head",
    [
        f"{SITES_NAME}<title>The Ledger</title>",
        "<meta property='og:title' content='News - The Ledger'><title>News - The Ledger</title>",
        '<meta property="og:title" content="The Ledger - Latest from the valley"><title>Story | The Ledger</title>'
        + LEDGER,
    ],
)
def test_the_heading_is_the_title_where_nothing_but_the_site_is_stated(head: str) -> None:
    assert read(head=head).title == TITLE


@pytest.mark.parametrize("tail", [" - The Valley", " | The Valley"])
def test_the_sites_name_behind_the_title_is_none_of_it_where_a_line_has_the_title_alone(tail: str) -> None:
    head = f'<meta property="og:title" content="{TITLE}{tail}"><title>{TITLE}{tail}</title>'
    page = f"<html lang=en><head>{head}</head><body><h2>{TITLE}</h2>{BODY}</body></html>"
    assert edit(RawArticle(content=page, content_type="text/html")).title == TITLE


def test_what_stands_behind_a_kicker_is_of_the_title() -> None:
    page = (
        f'<html lang=en><head><meta property="og:title" content="Carver Street bridge: {TITLE}"></head>'
        f"<body><p>Carver Street bridge</p><h2>{TITLE}</h2>{BODY}</body></html>"
    )
    assert edit(RawArticle(content=page, content_type="text/html")).title == f"Carver Street bridge: {TITLE}"


def test_a_kicker_is_parted_from_the_title_as_it_is_stated() -> None:
    head = f'<meta property="og:title" content="Roads: {TITLE}">'
    assert read(head=head, heading=f"<span>Roads</span><span>{TITLE}</span>").title == f"Roads: {TITLE}"


NAMES_OF_SITES = {
    "JSON-LD's website": '<script type="application/ld+json">{"@type": "WebSite", "name": "The Ledger"}</script>',
    "the link to a feed": '<link rel="alternate" type="application/rss+xml" title="The Ledger &raquo; Feed" href="/f">',
    "a phone's icon": '<meta name="apple-mobile-web-app-title" content="The Ledger">',
    "before the title": f"<title>The Ledger Gazette: {TITLE}</title>",
}


@pytest.mark.parametrize("head", NAMES_OF_SITES.values(), ids=NAMES_OF_SITES.keys())
def test_what_else_names_the_site(head: str) -> None:
    publisher = read(head=head).publisher
    assert publisher is not None
    assert publisher.removesuffix(" Gazette") == "The Ledger"


@pytest.mark.parametrize(
    "head",
    [
        f'<script type="application/ld+json">{{"@type": "WebSite", "name": "{TITLE}"}}</script>',
        '<link rel="alternate" type="application/rss+xml" title="The Ledger &raquo; Story &raquo; Comments" href="/f">',
        f"<title>Roads: {TITLE}</title>",
    ],
)
def test_what_does_not(head: str) -> None:
    assert read(head=head).publisher is None


def test_a_short_headline_is_no_sites_name() -> None:
    head = '<meta property="og:title" content="Trucks to return"><title>Trucks to return | The Ledger</title>'
    assert read(head=head, heading="Our Valley").title == "Trucks to return"


def test_of_a_row_of_links_the_one_to_the_front_page_names_the_publisher() -> None:
    row = '<div><a href="/">The Ledger</a> <a href="/news">News</a> <a href="/sport">Sport</a></div>'
    assert read(row, "<footer>Copyright The Ledger 2025 - All rights reserved</footer>").publisher == "The Ledger"


def test_a_day_in_a_time_element_takes_its_instant() -> None:
    published = read('<p><time datetime="2025-03-11T14:05:22+00:00">March 11, 2025</time></p>').published
    assert published is not None
    assert (published.at, published.precision) == ("2025-03-11T14:05:22Z", "second")


@pytest.mark.parametrize(
    "instant", ["2024-01-02T14:05:22+00:00", "2025-03-11T12:00:00Z"], ids=["another day", "Drupal's"]
)
def test_an_instant_that_is_none_of_the_day_does_not(instant: str) -> None:
    published = read(f'<p><time datetime="{instant}">March 11, 2025</time></p>').published
    assert published is not None
    assert published.at == "2025-03-11"


DATES = {
    "RDFa of schema.org": ('<span property="schema:datePublished" content="2025-03-11">today</span>', "2025-03-11"),
    "the same without a prefix": (
        '<p property="datePublished" content="2025-03-11">today</p>',
        "2025-03-11",
    ),
    "Dublin Core's": (
        '<span property="dc:date dc:created" content="2025-03-11T10:00:00+00:00">today</span>',
        "2025-03-11T10:00:00Z",
    ),
    "microdata with the vocabulary's address": (
        '<b itemprop="http://schema.org/datePublished" content="2025-03-11">today</b>',
        "2025-03-11",
    ),
    "microdata in lower case": ('<b itemprop="datepublished" datetime="2025-03-11">today</b>', "2025-03-11"),
    "the day on which it was made": ('<b itemprop="dateCreated" content="2025-03-11">today</b>', "2025-03-11"),
    "what was never changed": ('<time class="published updated" datetime="2025-03-11">today</time>', "2025-03-11"),
    "an element of its own": ('<relative-time datetime="2025-03-11">last year</relative-time>', "2025-03-11"),
    "what was inserted": ('<p>The <ins datetime="2025-03-11">new</ins> bridge</p>', None),
    "what is kept for scripts": ('<span data-timestamp="1741701922">a while ago</span>', "2025-03-11T14:05:22Z"),
    "what a pointer shows": ('<span title="March 11, 2025 10:00 AM">a while ago</span>', "2025-03-11T10:00:00"),
    "several of these": ('<p data-date="2025-03-11">one</p><p data-date="2025-04-12">two</p>', None),
    "when it was changed": ('<span data-updated-date="2025-03-11">a while ago</span>', None),
    "data of scripts": ('<script>dataLayer = [{"pubDate": "2025-03-11"}]</script>', "2025-03-11"),
    "a comment's": ('<div id="comments"><b itemprop="dateCreated" content="2025-03-11">today</b></div>', None),
}


@pytest.mark.parametrize(("markup", "published"), DATES.values(), ids=DATES.keys())
def test_the_date_in_attributes_of_an_element(markup: str, published: str | None) -> None:
    article = read(below=markup)
    assert (article.published.at if article.published else None) == published


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("1741701922", "2025-03-11T14:05:22Z"),
        ('"1741701922"', "2025-03-11T14:05:22Z"),
        ("1741701922000", "2025-03-11T14:05:22Z"),
        ('"1741701922000"', "2025-03-11T14:05:22Z"),
        ("0", None),
        ("17417", None),
        ('"2025031114"', None),
        ("99999999999999999", None),
    ],
)
def test_an_instant_counted_since_1970(stated: str, published: str | None) -> None:
    article = read(head=f'<script type="application/ld+json">{{"@type":"Article","datePublished":{stated}}}</script>')
    assert (article.published.at if article.published else None) == published


@pytest.mark.parametrize("document", ["News Detail", "The Millbrook Ledger"])
def test_the_only_heading_is_the_title_where_each_page_has_the_same_title_element(document: str) -> None:
    assert read(head=f"<title>{document}</title>").title == TITLE


def test_what_style_sheets_set_apart_is_apart() -> None:
    items = "<ul><li><span>Length</span><span>212 feet</span></li><li><span>Width</span><span>20 feet</span></li></ul>"
    entry = "<p><time>13:20</time><strong>Bridge shut</strong>The Carver Street bridge was shut to all trucks.</p>"
    article = read(heading=f"<span>Local News</span><span>{TITLE}</span>", body=BODY + items + entry)
    assert article.title == f"Local News {TITLE}"
    beside = lay_out_html("<p><a>Jane Peters</a><span>Millbrook</span><a>Follow</a></p><p>An <a>iPad</a><b>s</b></p>")
    assert [line.text for line in beside.lines] == ["Jane Peters Millbrook Follow", "An iPads"]
    assert "Length 212 feet" in article.body.text
    assert "13:20 Bridge shut The Carver Street bridge was shut" in article.body.text


def test_figures_and_initials_of_one_word_stay_together() -> None:
    first, *others = PARAGRAPHS
    dropped = f'<p><span class="cap">T</span><span>{first[1:]}</span></p>' + "".join(
        f"<p>{text}</p>" for text in others
    )
    count = "<p>The bridge carries <span>1</span><span>2</span>,000 cars a day, the county says in its report.</p>"
    article = read(body=dropped + count)
    assert first in article.body.text
    assert "carries 12,000 cars" in article.body.text


def test_the_reading_of_ideographs_is_not_laid_out() -> None:
    body = (
        "<p><ruby>富山<rp>(</rp><rt>とやま</rt><rp>)</rp></ruby>の銭湯が月曜日に大会を開き、多くの人が集まった。会長は来年も続けると述べた。</p>"
        "<p>参加した人は三百人を超え、主催者によると過去最多だった。来年は隣の県でも開く予定だという。</p>"
    )
    article = read(heading="<ruby>富山<rt>とやま</rt></ruby>の銭湯が大会", body=body)
    assert article.title == "富山の銭湯が大会"
    assert article.body.text.startswith("富山の銭湯が月曜日に")


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement 2",
        "This advertisement has not loaded yet, but your article continues below.",
        "Story continues below advertisement",
        "Publicidade",
        "Video Player is loading.",
        "Current Time 0:00",
        "A post shared by Carver County (@carvercounty)",
        "FOR IMMEDIATE RELEASE",
        "/ 2:14",
        "Follow us on Facebook, X and Instagram.",
        "Suivez L’Écho du Cap sur Facebook et Instagram.",
        "Want more? Join our WhatsApp channel.",
        "Únete a nuestro canal de WhatsApp y no te pierdas nada.",
        "Подписывайтесь на нас в Telegram и будьте в курсе событий.",
        "Download the KCRV News app for breaking news alerts",
        "Empfohlener externer Inhalt",
        "Prep time: 20 min",
        "Saturated fat 12g",
        "Loading…",
        "Mehr solche Geschichten finden Sie auf der Startseite des Landboten",
        "LEIA MAIS: Como o curral virou pista de skate",
    ],
)
def test_what_interrupts_an_article_is_cut(line: str) -> None:
    first, second, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read(body=f"{first}{second}<p>{line}</p>{''.join(others)}")
    assert article.body.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright 2025 The Associated Press. All rights reserved. This material may not be published or rewritten.",
        "The-CNN-Wire™ &amp; © 2025 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.",
        "© 2025 AFP. Tous droits de reproduction réservés.",
    ],
)
def test_an_agencys_notice_is_cut_though_the_foot_has_the_sites(notice: str) -> None:
    article = read(
        body=f"<article>{BODY}<p>{notice}</p></article>",
        below="<footer>© 2025 The Ledger. All rights reserved.</footer>",
    )
    assert article.body.text == "\n\n".join(PARAGRAPHS)
    assert article.publisher == "The Ledger"


@pytest.mark.parametrize(
    "line",
    [
        "Quelle: dpa",
        "dpa/lkr",
        "Mit Material der Deutschen Presse-Agentur",
        "(avec AFP)",
        "（编辑：王可）",
        "한소영 기자 soyoung@carver.example",
        "Har du tips? Mejla tips@carver.example",
        "Zur Autorin: Anna Lind, Jahrgang 1985, berichtet seit 2019 über Kommunalpolitik im Kreis.",
        "ENDS",
        "###",
        "Media contact: Jo Lunn, jo@carver.example",
        "anna.lind@carver.example",
        "E-mail: anna.lind@carver.example",
        "Have you got a story about the roads of the county? Tell us about it at newsdesk@carver.example",
        "All rights reserved. No part of this page may be printed or sent on without written permission of The Ledger.",
        "* * *",
    ],
)
def test_what_stands_alone_below_an_article_is_cut(line: str) -> None:
    article = read(body=f"<article>{BODY}<p>{line}</p></article>")
    assert article.body.text == "\n\n".join(PARAGRAPHS)


def test_a_press_releases_end_is_cut() -> None:
    about = (
        "<h4>About Carver Roads</h4><p>Carver Roads is an association of 61 builders, founded in 1998. It looks after "
        "the county’s bridges and ferries.</p><p>For more, see carverroads.example.</p>"
    )
    contact = "<p>###</p><p>Media contact</p><p>Jo Lunn, +1 555 010 0199</p>"
    heading = "<p>Contact:</p><p>Jo Lunn, jo@carver.example</p>"
    further = "<h4>Notes to editors</h4><p>For further information please contact Jo Lunn, jo@carver.example.</p>"
    for end in (about, contact, contact + about, heading, further):
        assert read(body=f"<article>{BODY}{end}</article>").body.text == "\n\n".join(PARAGRAPHS)


def test_a_wall_at_the_end_is_cut() -> None:
    wall = "<h4>This story is for subscribers only</h4><p>Unlock all stories</p><ul><li>$1 for 6 months</li></ul>"
    assert read(body=f"<article>{BODY}<div>{wall}</div></article>").body.text == "\n\n".join(PARAGRAPHS)


SENTENCES = [
    "Media contacts of the board could not say on Monday when the report would be printed.",
    "People like us on the river never had an account on Facebook, Hirsch said on Monday.",
    "Farmers can use the app to pay, and to download the app they need a code from the county.",
    "The crossing’s source: a ferry of 1841, which the county bought and rebuilt as a bridge.",
]


SENTENCES += [
    "“Something went wrong,” he said.",
    "The plans are for members only until May.",
    "Follow the mayor on Facebook, said the note that the police found on the bridge.",
    "Like us, the people of Henley pay, and they said so on Facebook too.",
    "This article contains letters from a third party that were read out in court on Monday.",
    "The video is provided by the police, who load it onto a server of their own.",
    "Any news? Write to us, the mayor said to residents.",
    "More stories are told of the bridge than of any other in the county.",
    "Loading the gravel takes a week.",
    "All rights reserved for farmers were lost when the bridge was closed.",
    "Copyright law says that such drawings may not be reproduced without consent, the judge said.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_speaks_of_such_things_stays(sentence: str) -> None:
    assert read(body=f"<article>{BODY}<p>{sentence}</p></article>").body.text.endswith(sentence)


def test_an_authors_life_in_italics_is_cut_however_sure_the_judge_is() -> None:
    body = BODY + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    life = "<p><em>Jane Peters is a reporter covering local government. She joined the Ledger in 2019.</em></p>"
    correction = "This article was corrected on March 12: the board has seven members, not eight."
    assert read(body=f"<article>{body}{life}</article>").body.text.endswith(SENTENCES[-1])
    corrected = read(body=f"<article>{body}{life}<p><em>{correction}</em></p></article>").body.text
    assert corrected.endswith(f"{SENTENCES[-1]}\n\n{correction}")


def test_ingredients_and_steps_stay() -> None:
    ingredients = "".join(f"<li>{item}</li>" for item in ("Flour: 250 g", "Sugar: 100 g", "Salt: 1 tsp", "Eggs: 2"))
    steps = "<li>Download the council’s free app on your phone.</li><li>Scan the code on the bridge.</li>"
    text = read(body=f"<article>{BODY}<ul>{ingredients}</ul><p>{SENTENCES[1]}</p><ol>{steps}</ol></article>").body.text
    assert all(item in text for item in ("Sugar: 100 g", "Salt: 1 tsp", "free app", "Scan the code"))


REMARK = (
    "I drove over that bridge every morning for thirty years and nobody ever asked me whether it was safe. My father "
    "did the same before me, and he said in 1961 that the deck would not last. Now they all know better, as always."
)


def test_comments_are_known_by_microdata_and_by_the_look_of_one() -> None:
    one = f'<div class="contribution" itemprop="comment"><h4>Ann</h4><p>{REMARK}</p></div>'
    another = f'<div class="contribution"><h4>Bo</h4><p>{REMARK.replace("every", "each")}</p></div>'
    text = read(body=f'<div class="text">{BODY}</div>', below=one + another * 2).body.text
    assert text.startswith(PARAGRAPHS[0])
    assert "thirty years" not in text


def test_below_what_microdata_call_the_body_nothing_is_the_articles() -> None:
    below = f"<div><h4>Ann</h4><p>{REMARK}</p></div><div><h4>Bo</h4><p>{REMARK.replace('every', 'each')}</p></div>"
    text = read(body=f'<div itemprop="articleBody">{BODY}</div>', below=below).body.text
    assert text.startswith(PARAGRAPHS[0])
    assert "thirty years" not in text


def test_where_microdata_call_but_a_part_the_body_the_rest_stays() -> None:
    text = read(body=f'<p itemprop="articleBody">{PARAGRAPHS[0]}</p>{BODY}').body.text
    assert PARAGRAPHS[3] in text


def test_an_interview_is_no_poll() -> None:
    asked = "<p>Did the council know of the cracks?</p><p>Yes.</p><p>No.</p><p>“Nobody told us.”</p>"
    assert "Nobody told us" in read(body=f"<article>{BODY}{asked}<p>{SENTENCES[1]}</p></article>").body.text


def test_a_bullet_alone_is_no_answer() -> None:
    poll = "<p>Should the county pay for it?</p><p>Yes</p><p>No</p><p>•</p>"
    assert read(body=f"<article>{BODY}{poll}<p>{SENTENCES[1]}</p></article>").body.text.startswith(PARAGRAPHS[0])


@pytest.mark.timeout(10)
@pytest.mark.parametrize("name", ["card", "pullquote"])
def test_many_boxes_of_all_looks_are_no_danger(name: str) -> None:
    boxes = "".join(f'<div class="{name} x{i}"><p>{PARAGRAPHS[0]} {i}</p></div>' for i in range(6_000))
    lines = lay_out_html(f"<body>{boxes}</body>").lines
    assert cut_cards(lines, np.ones(len(lines), bool)).sum() > 5_900


@pytest.mark.timeout(30)
def test_many_comments_with_dates_are_no_danger() -> None:
    comment = (
        "<div><b>a</b><time datetime='2024-01-01T10:00:00Z'>x</time><span data-time='2024-01-01T10:00'>x</span></div>"
    )
    tree = html.document_fromstring(f"<h1>T</h1><div class='comments'>{comment * 60_000}</div>")
    assert (read_head(tree).published, dates_in_attributes(tree)) == ([], [])


def test_a_position_beyond_all_numbers_is_none() -> None:
    steps = f'{{"position": 1{"0" * 400}, "name": "News"}}'
    trail = f'<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}</script>'
    assert read(head=trail).breadcrumb == ["News"]


def test_a_subhead_about_the_subject_stays() -> None:
    more = "<h3>About the bridge</h3><p>The bridge was closed to trucks in the spring of 2023, Ostrow said.</p>"
    assert "About the bridge" in read(body=f"<article>{BODY}{more}</article>").body.text


@pytest.mark.parametrize(("yes", "no", "other"), [("Yes", "No", "Don’t know"), ("Ja", "Nein", "Ist mir egal")])
def test_a_poll_with_nothing_to_press_is_cut(yes: str, no: str, other: str) -> None:
    poll = f"<div><p>Should the county pay for it?</p><p>{yes}</p><p>{no}</p><p>{other}</p></div>"
    assert_is_cut(poll)


def test_an_article_that_stands_twice_is_read_once() -> None:
    twice = f'<div class="desktop">{BODY}</div><div class="mobile" aria-hidden="true">{BODY}</div>'
    text = read(body=twice).body.text
    assert [text.count(paragraph) for paragraph in PARAGRAPHS] == [1, 1, 1, 1]


def test_a_paragraph_that_is_said_again_stays() -> None:
    assert read(body=f"{BODY}<p>{PARAGRAPHS[0]}</p>").body.text.count(PARAGRAPHS[0]) == 2


def test_a_sentence_about_rights_stays() -> None:
    sentence = (
        "The copyright notice on the plans says that all rights are reserved to the county, Hirsch said on Monday."
    )
    assert read(body=f"{BODY}<p>{sentence}</p>").body.text.endswith(sentence)


ENTRIES = {
    "Crack in third span": "Police shut the bridge at noon after inspectors found a crack in the third span.",
    "Trucks sent south": "Trucks are sent over the Route 9 crossing, eleven miles to the south, until it is mended.",
    "Report by Friday": "Linda Ostrow says inspectors will look at the other spans and expects a report by Friday.",
    "Ferry until midnight": "The ferry will run until midnight, its operator says, and will take cars but no trucks.",
}
TIMED = '<time datetime="2025-03-11T12:%d:00-05:00">12:%d</time>'
LIVE = {
    "microdata": (
        '<article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">{time}'
        '<h2 itemprop="headline">{heading}</h2><div itemprop="articleBody"><p>{text}</p></div></article>'
    ),
    "items of a list": "<div><div><h3>{heading}</h3>{time}<p>{text}</p></div></div>",
    "sections with a head": "<section><div>{time}<span>Share</span></div><h3>{heading}</h3><p>{text}</p></section>",
}


@pytest.mark.parametrize("entry", LIVE.values(), ids=LIVE.keys())
def test_headings_of_a_live_blogs_entries_stand_with_their_text(entry: str) -> None:
    entries = (
        entry.format(time=TIMED % (minute, minute), heading=heading, text=text)
        for minute, (heading, text) in enumerate(ENTRIES.items(), 10)
    )
    article = read(heading="Live: Carver Street bridge shut", body=f"<main>{''.join(entries)}</main>")
    assert article.title == "Live: Carver Street bridge shut"
    standing = [block.text for block in article.body.blocks]
    assert [text for text in standing if text in {*ENTRIES, *ENTRIES.values()}] == [*chain(*ENTRIES.items())]


def test_a_heading_without_text_below_it_does_not_stand_for_a_time_beside_it() -> None:
    card = '<div><h3><a href="/{minute}">{heading}</a></h3>{time}</div>'
    cards = (card.format(minute=m, time=TIMED % (m, m), heading=heading) for m, heading in enumerate(ENTRIES, 10))
    body = read(body=f"<article>{BODY}</article>", below=f"<div>{''.join(cards)}</div>").body.text
    assert body == "\n\n".join(PARAGRAPHS)


def test_a_card_between_paragraphs_is_no_entry() -> None:
    card = '<div class="card"><h3><a href="/{m}">{heading}</a></h3>{time}</div>'
    cards = [card.format(m=m, time=TIMED % (m, m), heading=heading) for m, heading in enumerate(ENTRIES, 10)]
    entries = ENTRIES.values()
    groups = (f"<div><p>{a}</p>{card}<p>{b}</p></div>" for a, card, b in zip(PARAGRAPHS, cards, entries, strict=True))
    lines = lay_out_html(f"<article>{''.join(groups)}</article>").lines
    kept = np.array([line.text not in ENTRIES for line in lines])
    assert (keep_entry_headings(lines, kept) == kept).all()


CALLS = {
    "a poll of checked answers": (
        "<div><h3>Should the county pay for it?</h3><form><label><input type=radio name=p> Yes, it should</label>"
        "<label><input type=radio name=p> No, let the state pay</label><button>Vote</button></form></div>"
    ),
    "a poll by its name": (
        '<div class="interactivePoll"><p>What do you think of the repairs to the bridge?</p>'
        "<ul><li>They come too late.</li><li>They are not needed at all.</li></ul><a href=/r>See results</a></div>"
    ),
    "a gift": (
        '<aside class="donation-box"><h4>Keep us at the table</h4><p>Your gift keeps our reporters at county board '
        "meetings every week of the year.</p><a href=/give>Give now</a></aside>"
    ),
    "a gift of a sum to choose": (
        "<div><p>Our work is paid for by readers, and we would be glad of your help to keep it going.</p>"
        "<form><label><input type=radio name=sum> $5</label><label><input type=radio name=sum> $10</label></form></div>"
    ),
    "a gift in German": (
        '<div class="spenden"><p>Unsere Arbeit ist nur möglich, weil Leserinnen und Leser uns unterstützen.</p>'
        "<a href=/s>Jetzt spenden</a></div>"
    ),
    "support": (
        '<div class="block support-us"><p>You can read this story for free because readers pay for it.</p>'
        "<p><a href=/join>Join</a></p></div>"
    ),
    "an offer to subscribe in French": (
        '<div class="encart-abo"><p>Cet article vous est offert. Pour lire nos enquêtes en entier, abonnez-vous.</p>'
        "<a href=/abo>Je m'abonne</a></div>"
    ),
    "a wall with a password": (
        "<div><p>Already with us? Welcome back, and please go on to keep reading this story.</p>"
        "<input name=user><input type=password><button>Go on</button></div>"
    ),
    "a wall by its label": (
        '<div role="dialog" aria-label="Sign in"><p>A free account takes less than a minute and costs nothing.</p>'
        "<button>Create account</button></div>"
    ),
}


@pytest.mark.parametrize("box", CALLS.values(), ids=CALLS.keys())
def test_a_box_between_paragraphs_that_calls_for_a_vote_a_gift_or_a_name_is_cut(box: str) -> None:
    assert_is_cut(box)


INSERTED = {
    "a card": (
        '<div class="inline-asset card"><a href="/x"><h3>Ferry adds a dawn crossing for the stranded</h3></a>'
        '<p class="lead">The operator said that the 5:20 a.m. boat would run through April and into May.</p></div>'
    ),
    "paid": (
        '<div class="inlineblock sponsored"><h3>Why steel decks pay for themselves</h3>'
        "<p>Brought to you by the makers of Orrin steel decks, who know a bridge when they see one.</p></div>"
    ),
    "a quote once more": (
        '<figure class="block-pullquote"><blockquote><p>Farmers are driving eleven miles out of their way</p>'
        "<cite>Linda Ostrow, chair of the board</cite></blockquote></figure>"
    ),
}


@pytest.mark.parametrize("box", INSERTED.values(), ids=INSERTED.keys())
def test_a_small_box_with_others_titles_or_the_texts_own_words_is_cut(box: str) -> None:
    assert_is_cut(box)


STAYING = {
    "a card without a heading": '<div class="card"><p>{}</p></div>',
    "a card whose heading is no link": '<div class="card"><h3>What the board said</h3><p>{}</p></div>',
    "a quote that stands but here": '<blockquote class="pullquote"><p>{}</p></blockquote>',
    "a sponsored article": '<article class="post sponsored"><p>{}</p></article>',
    "a class of its subject": '<div class="post category-donation tag-poll"><p>{} <a href="/x">More.</a></p></div>',
    "a name without anything to press": '<div class="poll"><p>{}</p></div>',
    "a heading's own name": '<section id="how-to-donate"><p>{} <a href="/x">More.</a></p></section>',
}


@pytest.mark.parametrize("box", STAYING.values(), ids=STAYING.keys())
def test_a_paragraph_about_such_a_thing_stays(box: str) -> None:
    first, second, *others = PARAGRAPHS
    body = f"<p>{first}</p>{box.format(second)}{''.join(f'<p>{paragraph}</p>' for paragraph in others)}"
    assert second in read(body=f"<article>{body}</article>").body.text


DECK = "The engineers of the county asked for twice as much, and got a promise instead"
TEXT = f'<div class="text">{BODY}</div>'
SIGNED_BY = '<div class="meta">By Ann Lee</div>'


@pytest.mark.parametrize(
    "above",
    [
        f'{SIGNED_BY}<div data-name="standfirst"><p>{DECK}</p></div>',
        f'{SIGNED_BY}<div class="storytext"><p class="standfirst"><b>{DECK}</b></p>{BODY}</div>',
        f'<p class="page__ingress">{DECK}</p>{SIGNED_BY}{TEXT}',
        f'{SIGNED_BY}<p class="sommario">{DECK}</p><p>March 4, 2025</p>{TEXT}',
        f'{SIGNED_BY}<button>Listen</button><div id="lead">{DECK}</div>{TEXT}',
        f'{SIGNED_BY}<p itemprop="alternativeHeadline">{DECK}</p>',
        f'<div class="text"><strong class="end_summary">{DECK}</strong><br><br>{"<br><br>".join(PARAGRAPHS)}</div>',
    ],
    ids=["data", "in the body", "ingress", "sommario", "lead below a button", "microdata", "between line breaks"],
)
def test_an_element_that_says_so_is_the_subtitle(above: str) -> None:
    assert read(above, body="" if "text" in above else BODY).subtitle == DECK


@pytest.mark.parametrize(
    "above",
    [
        f'{SIGNED_BY}<div class="text"><p class="lead">{DECK}.</p>{BODY}</div>',
        f'<div class="photo"><img src="a"><p class="photo-caption">{DECK}</p></div>{SIGNED_BY}{TEXT}',
        f'<div class="lead-video"><div class="video-title">{DECK}</div></div>{SIGNED_BY}{TEXT}',
        f'{SIGNED_BY}<b class="excerpt">{DECK}</b><br><b class="excerpt">Others</b>{TEXT}',
        f'{SIGNED_BY}<form><p class="field-description">{DECK}</p></form>{TEXT}',
        f'{SIGNED_BY}<div class="sidebar-box"><p class="call-intro">{DECK}</p></div>{TEXT}',
    ],
    ids=["first paragraph", "caption", "film", "teasers", "field", "box beside"],
)
def test_other_elements_are_no_subtitle(above: str) -> None:
    assert read(above, body="").subtitle is None


def test_a_kicker_in_the_heading_hides_no_subtitle() -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script>'
    article = read(
        f'<p class="lead">{DECK}</p>{SIGNED_BY}<div>{BODY}</div>', head=head, body="", heading=f"Carver: {TITLE}"
    )
    assert (article.title, article.subtitle) == (TITLE, DECK)


NAMED_AUTHOR = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "%s"}}</script>'


@pytest.mark.parametrize(
    ("stated", "above", "authors"),
    [
        ("News Desk", "<p>March 4, 2025</p><p><b>Ann Lee</b></p>", ["Ann Lee"]),
        ("Web Editor", "<p>March 4, 2025</p>", ["Web Editor"]),
        ("Bo Chan", "<p>March 4, 2025</p><p><b>Ann Lee</b></p>", ["Bo Chan"]),
    ],
    ids=["a person", "nobody else", "two persons"],
)
def test_who_signs_goes_before_an_account_of_a_desk(stated: str, above: str, authors: list[str]) -> None:
    article = read(above, head=NAMED_AUTHOR % stated)
    assert [author.name for author in article.authors] == authors


def test_below_a_mark_a_name_a_line_in_elements_alike_are_the_authors() -> None:
    names = '<div class="who"><div class="item"><a>Ann Lee</a></div><div class="item"><a>Bo Chan</a></div></div>'
    head = '<meta name="dcterms.creator" content="Ann Lee"><meta name="dcterms.creator" content="Bo Chan">'
    article = read(f"<p>By:</p>{names}", head=head)
    assert [author.name for author in article.authors] == ["Ann Lee", "Bo Chan"]


def test_whom_a_caption_shows_is_no_author() -> None:
    shown = '<div class="legende">Ann Lee, Monday, at the bridge of Carver Falls</div><p>March 4, 2025</p>'
    assert read(shown).authors == []


def test_the_reporter_goes_before_the_newspaper_that_is_stated() -> None:
    page = (
        '<!DOCTYPE html><html lang="ja"><head><meta property="og:site_name" content="東雲新聞デジタル">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "港の灯台、六十年ぶりに点灯",'
        '"author": {"name": "東雲新聞"}, "datePublished": "2025-05-01"}</script></head><body>'
        '<h1>港の灯台、六十年ぶりに点灯</h1><p class="story-reporter"><a>大槻多恵</a></p><div>'
        + 3 * "<p>東雲港の灯台が一日、六十年ぶりに点灯した。市民およそ三百人が集まり、拍手が起きた。</p>"
        + "</div></body></html>"
    )
    article = edit(RawArticle(content=page, content_type="text/html"))
    assert [author.name for author in article.authors] == ["大槻多恵"]


def test_a_section_that_opens_the_title_element_is_no_title() -> None:
    trail = '<ol><li><a href="/">Home</a></li><li>City Notes</li></ol>'
    page = (
        f"<html><head><title>City Notes &bull; Carver, OR &bull; Townsite</title></head><body>{trail}"
        f'<h2>Works Office</h2><p>Posted on: May 6, 2025</p><h1 class="headline">{TITLE}</h1>{BODY}</body></html>'
    )
    article = edit(RawArticle(content=page, content_type="text/html"))
    assert (article.title, article.authors) == (TITLE, [])


@pytest.mark.parametrize(
    ("company", "publisher"),
    [("Ediciones LA BRÚJULA S.L.", "La Brújula"), ("Ediciones La Brújula", "Ediciones La Brújula")],
    ids=["legal form", "none"],
)
def test_the_company_behind_a_site_is_called_as_the_site(company: str, publisher: str) -> None:
    stated = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "publisher": {{"name": "{company}"}}}}'
    head = f'<meta property="og:site_name" content="La Brújula"><script type="application/ld+json">{stated}</script>'
    assert read(head=head).publisher == publisher


def test_the_cards_that_a_page_is_made_of_stay() -> None:
    cards = "".join(
        f'<div class="teaser"><h3><a href="/{n}">Part {n}</a></h3><p>{text}</p></div>'
        for n, text in enumerate(PARAGRAPHS, 1)
    )
    assert all(paragraph in read(body=f"<article>{cards}</article>").body.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    ("stated", "byline", "authors"),
    [
        ("Ann Lee", "By Ann Lee and Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("Bo Chan", "By Ann Lee and Bo Chan", ["Bo Chan"]),
        ("Ann Lee", "By Ann Lee, Planet Staff", ["Ann Lee"]),
        ("Ann Lee", "By Ann Lee, Medical Planet", ["Ann Lee"]),
        ("Staff Writer", "Ann Lee | March 4, 2025, 11:20", ["Ann Lee"]),
        ("Orrin Media Group Ltd.", "Ann Lee | March 4, 2025, 11:20", ["Ann Lee"]),
    ],
    ids=["the first of two", "the second", "a newsroom beside", "a house beside", "a duty", "a company"],
)
def test_what_a_byline_says_beyond_what_is_stated(stated: str, byline: str, authors: list[str]) -> None:
    article = read(f"<p>{byline}</p>", head=NAMED_AUTHOR % stated)
    assert [author.name for author in article.authors] == authors


def test_a_live_blog_that_a_page_shows_does_not_date_it() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE}"><script type="application/ld+json">{{"@type": "LiveBlogPosting", '
        '"headline": "Bridges: all that happens", "datePublished": "2025-03-09T12:00:00Z"}</script>'
    )
    above = '<p>By Ann Lee</p><time itemprop="datePublished" datetime="2025-03-04T21:47:00Z">9:47 p.m.</time>'
    own = read(above, head=head)
    live = read(above, head=head.replace("Bridges: all that happens", TITLE))
    assert [str(article.published and article.published.at)[:10] for article in (own, live)] == [
        "2025-03-04",
        "2025-03-09",
    ]


def test_a_breadcrumb_is_known_by_the_heading_that_labels_it() -> None:
    trail = (
        '<nav aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb">Breadcrumb</h2>'
        '<ol><li><a href="/">Home</a></li><li><a href="/works">Works</a></li></ol></nav><div>Notice</div>'
    )
    page = f"<html><head><title>{TITLE}</title></head><body>{trail}<h1>{TITLE}</h1>{BODY}</body></html>"
    assert edit(RawArticle(content=page, content_type="text/html")).breadcrumb == ["Works"]
