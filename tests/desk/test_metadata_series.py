"""The series of an article and the issue's number, in the lines beside its title; subtitles and authors there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import RawArticle
from copydesk.desk.frame import Role, Verdict
from copydesk.desk.metadata.gather import Matter, gather
from copydesk.desk.metadata.series import read_series_line
from copydesk.desk.page.lines import lay_out_text

PROSE = (
    "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again since Monday, "
    "as the council decided in the spring after long talks with the fishermen and the owners of the old boats."
)

TITLE = "Harbour Rebuilt After the Winter Storm"


def read(text: str) -> tuple[Matter, dict[str, str]]:
    """The metadata of a text whose long lines are its body, and role by text of each claimed line."""
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if len(line.text) > 100 else Role.OTHER, 0.9, "") for line in page.lines]
    matter = gather(page, verdicts, RawArticle(content=text))
    return matter, {page.lines[i].text: verdict.role.value for i, verdict in matter.claims.items()}


LINES = {
    "a number after the name": ("Policy Brief No. 9", ("Policy Brief", "9")),
    "without a word before it": ("Comentario 33/2022", ("Comentario", "33/2022")),
    "a compound": ("Beleidsnotitie 2020-03", ("Beleidsnotitie", "2020-03")),
    "with month and pages": ("HIEN-Kurzanalyse Nr. 14, November 2021, 6 Seiten", ("HIEN-Kurzanalyse", "14")),
    "a name that is no kind, with a numero": ("Punti di vista n. 31", ("Punti di vista", "31")),
    "Spanish": ("Apuntes Trasandinos N.º 58", ("Apuntes Trasandinos", "58")),
    "French": ("Note de l'IRG n° 07/24", ("Note de l'IRG", "07/24")),
    "Japanese": ("政策ノート No.38", ("政策ノート", "38")),
    "Korean, between brackets": ("[접경을 걷다] (14)", ("접경을 걷다", "14")),
    "volume and issue before a month": ("Volume 12, Issue 3 | March 2021", (None, "Volume 12, Issue 3")),
    "a number between brackets": ("Issue (46)", (None, "46")),
    "beside a subject": ("Danube Bulletin 47 (2019) · Energy", ("Danube Bulletin", "47 (2019)")),
    "before a month behind a stroke": ("Экспертная записка № 19 / декабрь 2018", ("Экспертная записка", "19")),
    "before two strokes": ("Policy Memo #27 -- Iceland", ("Policy Memo", "27")),
    "a ministry's": ("Press Release 2021-164", ("Press Release", "2021-164")),
    "called by a label": ("Series:\tEconomic Notes", ("Economic Notes", None)),
    "a year before the number": ("2021 No. 47", (None, "2021 No. 47")),
    "Korean, with its year": ("제2022-14호", (None, "2022-14")),
    "Japanese, of a serial": ("第27回", (None, "27")),
    "Arabic, between brackets": ("العدد [17624]", (None, "17624")),
    "a number called by a label": ("Number: EN/04/2016", (None, "EN/04/2016")),
    "a name alone": ("Research Briefing", ("Research Briefing", None)),
    "a name that begins with its kind": ("Informe de monitoreo", ("Informe de monitoreo", None)),
    "a year": ("Annual Report 2019", None),
    "a page": ("Page No. 3", None),
    "a work with a number and no series": ("Downing Street 10/12", None),
    "an invitation": ("Download Policy Paper", None),
    "a section and its subject": ("COMMENTARY Public Health", None),
    "a name that breaks off": ("Boletim de 7/2024", None),
    "a sentence": ("This brief is the ninth of its series.", None),
}


@pytest.mark.parametrize(("line", "stated"), LINES.values(), ids=LINES.keys())
def test_a_line_names_series_and_issue(line: str, stated: tuple[str | None, str | None] | None) -> None:
    assert read_series_line(line) == stated


HEADS = {
    "one line above the title": ("Policy Brief No. 9", "", ("Policy Brief", "9")),
    "one line below it": ("", "Policy Brief 9/2024", ("Policy Brief", "9/2024")),
    "name and number in lines of their own": ("Kioi Commentary\nNo. 288", "", ("Kioi Commentary", "288")),
    "behind its date": ("", "5 December 2019. Documento de Opinión 31/2020", ("Documento de Opinión", "31/2020")),
    "the last step of the trail": ("Home > Analyses > Expert Notes 12/2020", "", ("Expert Notes", "12/2020")),
    "a word that ends like a plural": ("Country Risk Note", "", ("Country Risk Note", None)),
    "a number alone below the name": ("[ Policy Brief ]\n2/2025", "", ("Policy Brief", "2/2025")),
    "a month alone": ("Harbours\n2/2025", "", (None, None)),
    "in capitals": ("INFORME DE MONITOREO", "", ("INFORME DE MONITOREO", None)),
    "above the dates": ("Research Briefing\nIssued 2 May 2022\nUpdated 3 May 2022", "", ("Research Briefing", None)),
    "a section with its house's initials": ("Home > Papers > MIES Notes", "no. 3/2019", ("MIES Notes", "3/2019")),
    "a lone word that is a section's": ("Startseite / Meinung / Gastbeiträge\nGastbeitrag", "", ("Gastbeitrag", None)),
    "a section of every newspaper": ("Home > Opinion\nOpinion", "", (None, None)),
    "the plural of a menu": ("Policy Papers", "", (None, None)),
    "the plural of a section": ("Home > Policy Papers\nPolicy Papers", "", ("Policy Papers", None)),
    "what kind of text it is": ("Explainer", "", ("Explainer", None)),
    "its kind above the day": ("PRESSEMITTEILUNG\n5. Dezember 2019", "", ("PRESSEMITTEILUNG", None)),
    "its kind further off": ("Press Release\nGdynia\n5 December 2019", "", ("Press Release", None)),
    "a kind that a newspaper's menu has, further off": ("Analysis\nGdynia\n5 December 2019", "", (None, None)),
    "a kind in Japanese": ("政策レポート No.12", "", ("政策レポート", "12")),
    "comments by a reader": ("", "Ann Doe, Comments", (None, None)),
    "a name that another line has, too": (
        "The Week in Grey | Issue 112 | 5 May 2016",
        "Home / Publications / The Week in Grey",
        ("The Week in Grey", "112"),
    ),
    "the same, with no other line": ("The Week in Grey | Issue 112 | 5 May 2016", "", (None, "112")),
    "a thing that has a number": ("Djokovic, World No. 1", "Djokovic, World No. 1 again", (None, None)),
    "a name above its number": ("TSI Harbours\n2021 No. 47", "Earlier TSI Harbours", ("TSI Harbours", "2021 No. 47")),
    "one word above it": ("Ledgers\nn. 23", "Ledgers n. 22 - Bridges", ("Ledgers", "23")),
    "a name with a part's number": ("TAR WARS | PART 2", "Tar Wars Part 1: A bridge", ("TAR WARS", None)),
    "a name with a number alone": ("Small places / 9", "Small places / 8: The quay", ("Small places", None)),
    "an instalment": ("", "Alte Sorten, Folge 12\nAlte Sorten, Folge 11: Birnen", ("Alte Sorten", "12")),
    "Chinese, between brackets": ("海線進行式（三）", "海線進行式（一）｜風機", ("海線進行式", None)),
    "a name before other titles, in brackets": (
        "골목 수첩",
        "[골목 수첩] 열쇠집 고양이\n[골목 수첩] 눈 오는 날",
        ("골목 수첩", None),
    ),
    "a section before one": ("World News", "[World News] Storm hits the coast", (None, None)),
    "a counter": ("Reader Comments – 14", "Reader Comments", (None, None)),
    "pictures that are counted": ("Photo Gallery | 12", "More: Photo Gallery", (None, None)),
    "a category that counts its articles": ("Climate Change", "Categories: Climate Change (12)", (None, None)),
    "an author beside a number": ("", "Ann Lee\nNo. 12\nAnn Lee is a researcher", (None, "12")),
    "a champion": ("Iga Swiatek, No. 1", "", (None, None)),
    "an address": ("", "Harbour Street, No. 14", (None, None)),
    "an episode": ("", "Episode 73", (None, "73")),
    "an event that is counted": ("", "第104回全国高校野球選手権", (None, None)),
    "a subject before other titles": ("Car Rentals", "Car Rentals: Ten firms", (None, None)),
    "an issue beside an author": ("", "Por Ana Lis | Número 211 | 14 de octubre de 2022", (None, "211")),
    "a subhead of the article": ("", f"{PROSE}\nIn Brief", (None, None)),
}  # fmt: skip


@pytest.mark.parametrize(("above", "below", "stated"), HEADS.values(), ids=HEADS.keys())
def test_the_series_beside_the_title(above: str, below: str, stated: tuple[str | None, str | None]) -> None:
    matter, claimed = read(f"Menu\n{above}\n{TITLE}\n8 January 2019\n{below}\n{PROSE}\n{PROSE}\n")
    assert (matter.title, matter.series, matter.issue) == (TITLE, *stated)
    assert all(claimed.get(line) == "title" for line in (above, below) if line.startswith("Policy Brief"))


def test_a_title_that_begins_with_a_section_and_a_number_stays_whole() -> None:
    title = "Situation Report #17: Renk and Maban Counties"
    matter, _ = read(f"Home » Emergencies » Situation reports\n{title}\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert (matter.title, matter.series, matter.issue) == (title, "Situation Report", "17")
    matter, _ = read(f"Menu\nDeath Notes #3: the sequel that nobody saw\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert (matter.series, matter.issue) == (None, None)


def test_what_is_numbered_and_no_series() -> None:
    for line in ("World No. 1", "Symphony No. 9", "Komentarze: 11", "Reviews 35", "Files: 3", "Top Reports 10"):
        matter, _ = read(f"Menu\n{line}\n{TITLE}\nBy Ann Lee\n8 January 2019\n{PROSE}\n{PROSE}\n")
        assert (line, matter.series, matter.issue) == (line, None, None)


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        ("Issue 42 · March 2025", "42"),
        ("Anno VI, n. 57, giugno 2025", "57"),
        ("Jaargang 31, nummer 2", "2"),
        ("第208期", "208"),
        ("Numéro 214 en kiosque", None),
    ],
)
def test_a_magazine_prints_its_issue_below_its_name(line: str, issue: str | None) -> None:
    menu = "Subscribe\nArchive\nFiction\nEssays\nPoems\nShop"
    matter, claimed = read(f"Slow Harbours\n{line}\n{menu}\n{TITLE}\nBy Ann Lee\n{PROSE}\n{PROSE}\n")
    assert (matter.series, matter.issue) == (None, issue)
    assert issue is None or claimed[line] == "title"


def test_a_line_that_is_called_a_series_is_not_the_title() -> None:
    matter, _ = read(f"Home\nNews\nSerie: Warmth of the harbour\n{TITLE}\nBy Ann Lee\n{PROSE}\n{PROSE}\n")
    assert (matter.title, matter.series, matter.subtitle) == (TITLE, "Warmth of the harbour", None)


@pytest.mark.parametrize(
    ("below", "is_title"),
    [
        ("after the storm\nBy Ann Lee\n8 January 2019", True),
        ("after the storm\n8 January 2019", True),
        ("after the storm.\nBy Ann Lee", False),
        ("After the storm\nBy Ann Lee", False),
        ("click here to comment\nBy Ann Lee", False),
        ("after the storm\nShare", False),
    ],
    ids=["above a byline", "above a date", "a statement", "a line of its own", "a button", "above no stamp"],
)
def test_a_title_goes_on_where_a_hard_wrap_broke_it(below: str, is_title: bool) -> None:
    matter, claimed = read(f"Menu\nNews\n{TITLE}\n{below}\n{PROSE}\n{PROSE}\n")
    assert matter.title == (f"{TITLE} after the storm" if is_title else TITLE)
    assert (claimed.get("after the storm") == "title") is is_title


def test_a_subtitle_stands_above_a_place_and_a_day() -> None:
    text = f"Press release\n{TITLE}\n{SUBTITLE}\nPORT LEE, 8 January 2019 – {PROSE}\n{PROSE}\n"
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if PROSE in line.text else Role.OTHER, 0.9, "") for line in page.lines]
    assert gather(page, verdicts, RawArticle(content=text)).subtitle == SUBTITLE


def test_a_match_report_is_signed_at_its_scene() -> None:
    for line, name in (("Ann Lee at Quarry Park", "Ann Lee"), ("Ann Lee, Commodities Desk", "Ann Lee")):
        matter, _ = read(f"Menu\n{TITLE}\n{line}\n8 January 2019\n{PROSE}\n{PROSE}\n")
        assert [author.name for author in matter.authors] == [name]


def test_a_newspaper_is_no_series_of_its_own() -> None:
    text = f"Daily Monitor\n{TITLE}\nBy Ann Lee\n8 January 2019\n{PROSE}\n{PROSE}\n© 2024 Daily Monitor\n"
    assert (read(text)[0].publisher, read(text)[0].series) == ("Daily Monitor", None)


def test_a_name_with_a_number_is_the_title_where_no_other_line_is() -> None:
    matter, _ = read(f"Home\nNews\nUN Climate Report 2/2019\nBy Ann Lee\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert matter.title == "UN Climate Report 2/2019"


def test_below_a_single_author_stands_no_other() -> None:
    matter, _ = read(f"Menu\n{TITLE}\nAuthor\nAnn Lee\nClimate Change\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert [author.name for author in matter.authors] == ["Ann Lee"]


def test_the_last_step_of_a_trail_before_the_colon_is_the_series_and_not_the_title_cut_short() -> None:
    title = "Komentarz ISBC: Litwa zostaje sama z bojkotem prądu"
    matter, _ = read(f"Strona główna > Analizy > Komentarz ISBC\n{title}\n8 stycznia 2019\n{PROSE}\n{PROSE}\n")
    assert (matter.series, matter.breadcrumb) == ("Komentarz ISBC", ["Analizy", "Komentarz ISBC"])


def test_a_breadcrumb_without_spaces_is_one_from_the_front_page_down() -> None:
    matter, _ = read(f"Start/Foreign policy/Ocean affairs\n{TITLE}\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert (matter.title, matter.breadcrumb) == (TITLE, ["Foreign policy", "Ocean affairs"])
    matter, _ = read(f"Either/or/neither\n{TITLE}\n8 January 2019\n{PROSE}\n{PROSE}\n")
    assert matter.breadcrumb == []


SIGNED = {
    "with marks of footnotes": ("8 January 2019\nAnn Lee¹, Bo Chan² and Eva Ruiz³", ["Ann Lee", "Bo Chan", "Eva Ruiz"]),
    "with an office between bars": ("Ann Lee | Principal Investigator, Lima | @annlee_", ["Ann Lee"]),
    "with an office behind a stroke": ("LEE Ann / Senior Research Fellow, Institute of Global Affairs", ["LEE Ann"]),
    "below a date of two readings": ("11/01/2019\nMarkéta Dvořáčková", ["Markéta Dvořáčková"]),
    "over lines, with offices": ("By\nAnn Lee\nSenior Fellow, Ports\nand\nBo Chan\nFellow", ["Ann Lee", "Bo Chan"]),
    "one a line below their label": ("Auteurs\nAnn Terpstra\nRuben Bakker", ["Ann Terpstra", "Ruben Bakker"]),
    "an Arabic department behind a dash": ("إعداد: د. سلمى الطراونة – وحدة الاقتصاد السياسي", ["د. سلمى الطراونة"]),
    "no buttons": ("8 January 2019\nDela   Spara", []),
    "no sizes of letters": ("8 January 2019\nPDF Download   |   Font Size  -  +   |   3,184 views", []),
}  # fmt: skip


@pytest.mark.parametrize(("head", "names"), SIGNED.values(), ids=SIGNED.keys())
def test_who_wrote_it(head: str, names: list[str]) -> None:
    matter, _ = read(f"Menu\n{TITLE}\n{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert [author.name for author in matter.authors] == names


def test_a_polish_agency_names_its_reporter_below_a_dispatch() -> None:
    body = "\n".join([PROSE] * 6)
    matter, claimed = read(f"Menu\n{TITLE}\n8 stycznia 2019\n{body}\nZ Batumi Adam Nowak (APB)\n")
    assert [author.name for author in matter.authors] == ["Adam Nowak"]
    assert claimed["Z Batumi Adam Nowak (APB)"] == "byline"


@pytest.mark.parametrize(
    "foot",
    ["(Ludovica Rossi)", "Ludovica Rossi\nis a research fellow in the energy programme and wrote two books on gas."],
)
def test_who_signs_below_the_article(foot: str) -> None:
    body = "\n".join([PROSE] * 6)
    matter, _ = read(f"Menu\n{TITLE}\n8 January 2019\n{body}\n{foot}\nMost read\nOther harbours\n")
    assert [author.name for author in matter.authors] == ["Ludovica Rossi"]


def test_a_japanese_name_behind_an_office() -> None:
    prose = (
        "港は嵐のあとで再建され、漁師たちとの長い話し合いののち、町議会が春に決めたとおり、月曜日から渡し船が再び動いている。"
        * 3
    )
    matter, _ = read(f"メニュー\n港の再建をどう読むか\n2019年1月8日\n主任研究員　佐久間　礼子\n{prose}\n{prose}\n")
    assert [author.name for author in matter.authors] == ["佐久間 礼子"]


SUBTITLES = {
    "above names": "Ann Lee, Bo Chan & Eva Ruiz",
    "above a lone mark": "By\nAnn Lee",
    "behind the issue": None,
}


@pytest.mark.parametrize("below", SUBTITLES.values(), ids=SUBTITLES.keys())
def test_what_stands_between_title_and_names_is_the_subtitle(below: str | None) -> None:
    subtitle = "How the small towns of the north can respond"
    rest = f"{subtitle}\n{below}" if below else f"Policy Brief No. 9\n{subtitle}\n8 January 2019"
    matter, _ = read(f"Menu\n{TITLE}\n{rest}\n\n{PROSE}\n\n{PROSE}\n")
    assert (matter.title, matter.subtitle) == (TITLE, subtitle)


def test_a_chinese_subtitle_begins_with_a_dash() -> None:
    prose = (
        "清晨六点半，铁路口岸的探照灯还没有熄灭，一列满载木薯淀粉的列车从老挝方向缓缓驶入，关员拎着检测箱爬上第三节平车。"
        * 3
    )
    matter, _ = read(f"首页\n口岸一年间：铁路通了\n——来自边境的观察\n2022-12-03\n{prose}\n{prose}\n")
    assert (matter.title, matter.subtitle) == ("口岸一年间：铁路通了", "——来自边境的观察")


@given(st.text(max_size=120))
def test_no_line_breaks_the_reading(line: str) -> None:
    read_series_line(line)


def test_a_notice_of_age_is_no_subtitle() -> None:
    text = f"Menu\n{TITLE}\nThis article is more than 3 months old\nBy Ann Lee\n8 January 2019\n{PROSE}\n{PROSE}\n"
    assert read(text)[0].subtitle is None


def test_a_trail_of_a_step_a_line_begins_at_the_front_page() -> None:
    menu = "Menu\nNews\nSport\nHarbours\nLetters"
    matter, _ = read(f"{menu}\nHome\nNews\nHarbours\n{TITLE}\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n")
    assert matter.breadcrumb == ["News", "Harbours"]


@pytest.mark.parametrize(
    "above",
    ["Home\nNews\nSport\nHarbours", "News\nHome\nNews\nAbout us\nContact", "News\nHome\nNews\nNews"],
    ids=["a menu of its own", "a menu's entries", "the same twice"],
)
def test_a_menu_above_the_title_is_no_trail(above: str) -> None:
    matter, _ = read(f"{above}\n{TITLE}\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n")
    assert matter.breadcrumb == []


SUBTITLE = "Ferries run again since Monday, and the council has a plan for the old boats"


@pytest.mark.parametrize(
    "below",
    [
        f"Premium\n{SUBTITLE}\nBy Ann Lee\n8 January 2019",
        f"{SUBTITLE}\nShare\nComments (37)\nNews\nBy Ann Lee\n8 January 2019",
        f"_{SUBTITLE}_\nBy Ann Lee\n8 January 2019",
    ],
    ids=["behind a label", "buttons before the byline", "slanted"],
)
def test_a_subtitle_stands_near_a_stamp(below: str) -> None:
    assert read(f"{TITLE}\n{below}\n\n{PROSE}\n\n{PROSE}\n")[0].subtitle == SUBTITLE


@pytest.mark.parametrize(
    "line",
    [
        "The mayor, left, opens the new quay with the fishermen of the town. Photo: Ann Lee",
        "Asada Fumiko (Professor, Harbour Forum / Canal University)",
        "Centre for Harbours and Canal Diplomacy of the Coast",
        "Fishermen of the town (r.) watch the ferries leave the quay",
    ],
)
def test_what_is_no_subtitle(line: str) -> None:
    assert read(f"{TITLE}\n{line}\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n")[0].subtitle is None


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("Explainer 14", ("Explainer", "14")),
        ("Rubrique : Décryptages", ("Décryptages", None)),
        ("Серия: Аналитические записки", ("Аналитические записки", None)),
        ("29 November 2023 | Event Report", ("Event Report", None)),
        ("HIEN-Kurzanalyse 2024/Nr. 14, 12.04.2024, 8 Seiten", ("HIEN-Kurzanalyse", "2024/Nr. 14")),
        ("Comments 14", (None, None)),
    ],
)
def test_a_series_right_above_the_title(beside: str, expected: tuple[str | None, str | None]) -> None:
    matter, _ = read(f"{beside}\n{TITLE}\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n")
    assert (matter.series, matter.issue) == expected


def test_a_series_at_the_end_of_the_title() -> None:
    matter, _ = read(f"{TITLE} (Focus Adriatico n. 31)\nBy Ann Lee\n8 January 2019\n\n{PROSE}\n\n{PROSE}\n")
    assert (matter.series, matter.issue) == ("Focus Adriatico", "31")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By\nAnn Lee\nSenior Reporter\nTheo Holm\n8 January 2019", ["Ann Lee", "Theo Holm"]),
        ("8 January 2019\n陈慧敏 报道", ["陈慧敏"]),
        ("8 January 2019\nAnalyst: Ann Lee", ["Ann Lee"]),
        ("Ann Lee\nResearch Associate, Rivers & Treaties\n8 January 2019", ["Ann Lee"]),
    ],
)
def test_authors_with_their_offices(byline: str, names: list[str]) -> None:
    matter, _ = read(f"{TITLE}\n{byline}\n\n{PROSE}\n\n{PROSE}\n")
    assert [author.name for author in matter.authors] == names


@pytest.mark.parametrize(
    ("head", "foot", "names"),
    [
        (f"Opinion\nAnn Lee\n{TITLE}\n8 January 2019", "Ann Lee is a Post columnist", ["Ann Lee"]),
        (f"Opinion\nANN LEE\n{TITLE}\n8 January 2019", "Ann Lee is the author of The Quay", ["ANN LEE"]),
        (f"Opinion\nAnn Lee\n{TITLE}\n8 January 2019", "Ann Lee (41) schreibt für die Post", ["Ann Lee"]),
        (f"Rowing Club\nLee Rowing Club\n{TITLE}\n8 January 2019", "Lee Rowing Club is a member of the union", []),
        (f"Opinion\nSouth Coast\n{TITLE}\n8 January 2019", "More from South Coast", []),
        (f"{TITLE}\n8 January 2019 · 48 min · Hosted by Ann Lee and Bo Chan", "", ["Ann Lee", "Bo Chan"]),
        (f"{TITLE}\n02-03-2019 | Ann Lee en Bo Chan", "", ["Ann Lee", "Bo Chan"]),
        (f"News\n{TITLE}\n8 January 2019\n6 418 views\n43 comments\nAnn Lee\nShare", "", ["Ann Lee"]),
    ],
    ids=[
        "a columnist above",
        "in capitals",
        "in German",
        "a club",
        "a section",
        "a podcast's hosts",
        "two in Dutch",
        "below counts",
    ],
)
def test_who_signs_at_the_head(head: str, foot: str, names: list[str]) -> None:
    matter, _ = read(f"Menu\n{head}\n\n{PROSE}\n\n{PROSE}\n{foot}\n")
    assert [author.name for author in matter.authors] == names


def test_a_japanese_name_of_kana_below_a_date() -> None:
    prose = "港の待合室に小さな本棚がある。" * 12
    for line, names in (("石動さやか", ["石動さやか"]), ("関連まとめ", [])):
        matter, _ = read(f"メニュー\n待合室に本棚ができた\n2024年5月14日 7時00分\n{line}\n保存\n{prose}\n{prose}\n")
        assert [author.name for author in matter.authors] == names
