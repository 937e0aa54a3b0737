"""Reading times, breadcrumbs, series and issues, and dates that only the page settles."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from copydesk.desk.metadata.breadcrumb import read_breadcrumb, tidy_breadcrumb
from copydesk.desk.metadata.dates.order import settle, url_date
from copydesk.desk.metadata.dates.printed import printed_dates
from copydesk.desk.metadata.facts import read_line
from copydesk.desk.metadata.head import read_head
from copydesk.desk.metadata.reading import read_reading_time
from copydesk.desk.metadata.series import read_issue, split_series
from copydesk.desk.metadata.titles.title import without_site, without_slogan

READING = {
    "glued to the date": ("4 MINS READJan 8, 2019", 4),
    "English": ("3 min read", 3),
    "hyphens": ("5-minute read", 5),
    "label first": ("Estimated reading time: 7 minutes", 7),
    "German": ("Lesezeit: 5 Minuten", 5),
    "German, after": ("5 Min. Lesezeit", 5),
    "French": ("Temps de lecture : 3 min", 3),
    "French, after": ("3 min de lecture", 3),
    "Spanish": ("Tiempo de lectura: 4 min", 4),
    "Portuguese": ("Tempo de leitura: 4 min", 4),
    "Italian": ("2 minuti di lettura", 2),
    "Dutch": ("Leestijd: 3 minuten", 3),
    "Polish": ("4 min czytania", 4),
    "Swedish": ("Lästid: 3 min", 3),
    "Finnish": ("Lukuaika 3 min", 3),
    "Russian": ("Время чтения: 5 минут", 5),
    "Turkish": ("6 dakika okuma", 6),
    "Arabic": ("وقت القراءة: 4 دقائق", 4),
    "Chinese": ("阅读时间 5 分钟", 5),
    "Japanese": ("5分で読めます", 5),
    "Korean": ("읽는 시간 3분", 3),
}


@pytest.mark.parametrize(("line", "minutes"), READING.values(), ids=READING.keys())
def test_a_reading_time_is_read(line: str, minutes: int) -> None:
    found = read_reading_time(line)
    assert found is not None
    assert found[0] == minutes


@pytest.mark.parametrize("line", ["Read in 2019", "5 minutes later", "a 90 minute film", "0 min read"])
def test_other_minutes_are_no_reading_time(line: str) -> None:
    assert read_reading_time(line) is None


TITLE = "A Visit to the Neighbour: A Prelude to a Second Summit?"
CRUMBS = {
    "greater than": (f"Home > Papers > Series > {TITLE}", ["Papers", "Series"]),
    "guillemets": ("Home » News » World", ["News", "World"]),
    "slash, German": ("Startseite / Politik / Ausland", ["Politik", "Ausland"]),
    "single guillemets, French": ("Accueil › Monde › Asie", ["Monde", "Asie"]),
    "bars, Spanish": ("Inicio | Mundo | Asia", ["Mundo", "Asia"]),
    "middle dots": ("Home · News · Asia", ["News", "Asia"]),
    "arrows, Russian": ("Главная → Новости → Мир", ["Новости", "Мир"]),
    "wide sign, Japanese": ("ホーム＞ニュース＞国際", ["ニュース", "国際"]),
    "Chinese": ("首页 > 新闻 > 国际", ["新闻", "国际"]),
    "Chinese, where you are": ("您所在的位置：首页 > 民生 > 正文", ["民生"]),
    "Arabic": ("الرئيسية / أخبار", ["أخبار"]),
    "you are here": ("You are here: Home / News / Asia", ["News", "Asia"]),
    "title cut short": ("World / Asia / A Visit to the Neighbour...", ["World", "Asia"]),
    "title without front page": (f"Politik - Ausland - {TITLE}", ["Politik", "Ausland"]),
    "no spaces": ("Home>News>World", ["News", "World"]),
}


@pytest.mark.parametrize(("line", "steps"), CRUMBS.values(), ids=CRUMBS.keys())
def test_a_breadcrumb_is_read_without_front_page_and_title(line: str, steps: list[str]) -> None:
    assert read_breadcrumb(line, TITLE) == steps


@pytest.mark.parametrize(
    "line",
    [
        "News | World | Asia",
        "Front page | News | Sport | Letters | Farming",
        "Read more >",
        "January 8, 2019 | John Smith",
        "Home News Sports",
        "Home: the place to be",
        TITLE,
    ],
)
def test_other_rows_of_words_are_no_breadcrumb(line: str) -> None:
    assert read_breadcrumb(line, TITLE) is None


def test_a_breadcrumb_in_markup_loses_front_page_and_title() -> None:
    assert tidy_breadcrumb(["Home", "News", TITLE], TITLE) == ["News"]
    assert tidy_breadcrumb(["News", TITLE.replace(" ", " - ", 1)], TITLE) == ["News"]
    assert tidy_breadcrumb(["News", "As it is called elsewhere"], TITLE, ["As it is called elsewhere"]) == ["News"]
    assert tidy_breadcrumb(["Home", "arts-and-culture", "what-the-page-was-once-called"], TITLE) == ["arts-and-culture"]


@pytest.mark.parametrize("page", ["Article", "記事", "正文", "Artikel"])
def test_a_last_step_that_says_article_is_none(page: str) -> None:
    assert read_breadcrumb(f"Home › News › {page}", TITLE) == ["News"]
    assert tidy_breadcrumb(["Home", "News", page], TITLE) == ["News"]
    assert tidy_breadcrumb(["Home", page], TITLE) == [page]


SERIES = {
    "plural in the breadcrumb": (
        "ABCD Spotlight: A Visit",
        ["Papers", "ABCD Spotlights"],
        ("ABCD Spotlight", "A Visit"),
    ),
    "a section that is a thing": (
        "Windows 11: The Best Features",
        ["Windows 11"],
        (None, "Windows 11: The Best Features"),
    ),
    "a colon of the title's own": (
        "China, Japan: Kim Arrives",
        ["China", "Papers"],
        (None, "China, Japan: Kim Arrives"),
    ),
    "a subject that an acronym is part of": (
        "ABC-Patent: Firm Loses in Court",
        ["ABC-Patent"],
        (None, "ABC-Patent: Firm Loses in Court"),
    ),
    "a thing with its number under review": (
        "ABC 15 Review: The Best Got Better",
        ["ABC 15 Review"],
        (None, "ABC 15 Review: The Best Got Better"),
    ),
    "a kind that every newspaper has": ("Opinion: A Visit", ["Opinion"], (None, "Opinion: A Visit")),
    "no colon": ("Spotlight on us", ["Spotlights"], (None, "Spotlight on us")),
}


@pytest.mark.parametrize(("title", "names", "split"), SERIES.values(), ids=SERIES.keys())
def test_a_series_is_split_off_only_where_the_page_knows_it(
    title: str, names: list[str], split: tuple[str | None, str]
) -> None:
    assert split_series(title, names) == split


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        ("no. 2/2019", "2/2019"),
        ("No 2 (2019)", "2 (2019)"),
        ("Issue 5", "5"),
        ("Vol. 3, No. 2", "Vol. 3, No. 2"),
        ("Nr. 2/2019", "2/2019"),
        ("Ausgabe 12/2019", "12/2019"),
        ("n° 12", "12"),
        ("№ 5", "5"),
        ("第5期", "5"),
        ("제5호", "5"),
        ("No one came", None),
        ("2/2019", None),
        ("Number 10 Downing Street said on Monday", None),
    ],
)
def test_an_issue_line_is_read(line: str, issue: str | None) -> None:
    assert read_issue(line) == issue


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Policy Brief 7/2019", "7/2019"),
        ("POLICY BRIEF: 12", "12"),
        ("Policy Brief no. 3", "3"),
        ("Policy Brief of the week", None),
        ("Other Brief 7/2019", None),
    ],
)
def test_a_number_behind_the_series_is_its_issue(text: str, issue: str | None) -> None:
    assert read_issue(text, "Policy Brief") == issue


@pytest.mark.parametrize(
    ("title", "names", "without"),
    [
        ("Rain Ahead - The Daily Planet", ["The Daily Planet"], "Rain Ahead"),
        ("Rain Ahead | Weather | planet.example", ["planet.example"], "Rain Ahead | Weather"),
        ("Rain - and sun - ahead", ["The Daily Planet"], "Rain - and sun - ahead"),
    ],
)
def test_a_site_is_taken_off_a_document_title(title: str, names: list[str], without: str) -> None:
    assert without_site(title, names) == without


def test_signs_are_no_sites_name() -> None:
    assert without_site("A storm closes the port | Live", ["|", ""]) == "A storm closes the port | Live"


@pytest.mark.timeout(5)
def test_a_title_of_nothing_but_parts_does_not_take_long() -> None:
    without_site("Bank | " * 20_000 + "Bank", ["Bank " * 20_000])


SETTLED = {
    "nothing tells": ("03/04/2019", {}, None),
    "British domain": ("03/04/2019", {"url": "https://www.example.co.uk/a"}, "2019-04-03"),
    "American government": ("03/04/2019", {"url": "https://www.example.gov/a"}, "2019-03-04"),
    "date in the address": ("03/04/2019", {"url": "https://example.com/2019/03/04/a"}, "2019-03-04"),
    "German text": ("03/04/2019", {"language": "de"}, "2019-04-03"),
    "American English": ("03/04/2019", {"language": "en-US"}, "2019-03-04"),
    "English of nowhere": ("03/04/2019", {"language": "en"}, None),
    "another date with a day over twelve": ("03/04/2019", {"others": "15/02/2019"}, "2019-04-03"),
    "the same day in words": ("03/04/2019", {"others": "4 March 2019"}, "2019-03-04"),
    "one of the two is still to come": ("03/12/2019", {"latest": "2019-05-01"}, "2019-03-12"),
    "a zone": ("03/04/2019 5:00 PM EST", {}, "2019-03-04"),
}


@pytest.mark.parametrize(("text", "page", "day"), SETTLED.values(), ids=SETTLED.keys())
def test_a_date_of_two_readings_is_settled_by_the_page_alone(text: str, page: dict[str, str], day: str | None) -> None:
    [date] = printed_dates(text)
    others = printed_dates(page.get("others", ""))
    latest = dt.date.fromisoformat(page["latest"]) if "latest" in page else None
    found = settle(date, others, page.get("url"), latest, lambda: page.get("language"))
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2019/01/08/rain", "2019-01-08"),
        ("https://example.com/2019/1/8/rain", "2019-01-08"),
        ("https://example.com/news-20190108.html", "2019-01-08"),
        ("https://example.com/2022/12", None),
        ("https://example.com/2019/01-08", None),
        ("https://example.com/story-2019018", None),
    ],
)
def test_a_day_in_an_address(url: str, day: str | None) -> None:
    found = url_date(url)
    assert (found.isoformat() if found else None) == day


@given(st.text(max_size=300))
def test_no_line_breaks_the_reading(line: str) -> None:
    read_line(line)
    read_breadcrumb(line, "Some title of a page")
    read_issue(line)
    split_series(line, [line])


def test_the_publisher_is_a_series_of_its_own() -> None:
    assert split_series("Acme: Why It Matters", [], "ACME") == ("Acme", "Why It Matters")


def test_a_breadcrumb_that_the_markup_has_twice_is_one() -> None:
    steps = "".join(
        f'<li itemprop="itemListElement"><a href="/{name}"><span itemprop="name">{name}</span></a></li>'
        for name in ("news", "abroad")
    )
    trail = f'<ol itemscope itemtype="https://schema.org/BreadcrumbList">{steps}</ol>'
    assert read_head(html.document_fromstring(f"<body>{trail}<p>{TITLE}</p></body>")).breadcrumb == ["news", "abroad"]
    wide_and_narrow = f'<div itemscope itemtype="https://schema.org/BreadcrumbList">{steps}{steps}</div>'
    assert read_head(html.document_fromstring(f"<body>{wide_and_narrow}</body>")).breadcrumb == ["news", "abroad"]
    assert read_head(html.document_fromstring(f"<body>{trail}{trail}</body>")).breadcrumb == ["news", "abroad"]
    step = steps.partition("</li>")[0]
    doubled = f'<ol itemscope itemtype="https://schema.org/BreadcrumbList">{step}{step}</ol>'
    assert read_head(html.document_fromstring(f"<body>{doubled}</body>")).breadcrumb == ["news"]


@pytest.mark.parametrize(
    ("stated", "host", "name"),
    [
        ("The Planet - News for all", "planet.example", "The Planet"),
        ("Planet | Saltmouth, Essex", "www.planet.example", "Planet"),
        ("Planet™: The Growing Paper", "planet.example", "Planet"),
        ("Find a paper near you - The Planet", "planet.example", "Find a paper near you - The Planet"),
        ("Planet - Planet of the islands", "planet.example", "Planet - Planet of the islands"),
        ("Saltmouth - Essex", "planet.example", "Saltmouth - Essex"),
    ],
)
def test_a_publishers_name_ends_before_its_slogan(stated: str, host: str, name: str) -> None:
    assert without_slogan(stated, host) == name
