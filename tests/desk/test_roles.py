"""What a line that was cut is called: by its words, its signs, or how it looks."""

import time

import numpy as np
import pytest

from copydesk.desk.frame import Role, Verdict
from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import line_features
from copydesk.desk.judging.judge import judge
from copydesk.desk.naming import credits, names, roles
from copydesk.desk.naming.name_lines import name_lines
from copydesk.desk.page.lines import lay_out_text

BODY = """\
The council of Westhaven has decided to close the swimming pool at the end of the season, after an inspection \
found cracks in the basin that would cost more than two million pounds to repair.

“We have looked at every option and there is none that we can pay for,” said the mayor, Anna Lindqvist, after the \
vote on Thursday night. Some forty residents had come to protest.

The pool was opened in 1968 and is used by three schools. Their pupils will be taken by bus to Northgate, twelve \
miles away, from September on."""
ABOVE = "Home\nNews\nSport\nTravel\nCulture\nLog in"
BELOW = "About us\nContact\nPrivacy policy\nTerms of use\n© 2023 Westhaven Courier. All rights reserved."


def _verdict(line: str) -> Verdict:
    page = lay_out_text(f"{ABOVE}\n\n{BODY}\n\n{line}\n{BELOW}")
    return next(v for at, v in zip(page.lines, judge(page), strict=True) if at.text == line)


@pytest.mark.parametrize(
    ("line", "role", "reason"),
    [
        ("[ ]", Role.WIDGET, "no words, only signs"),
        ("Save", Role.WIDGET, "says “save” and nothing else"),
        ("もっと見る", Role.WIDGET, "says “もっと見る” and nothing else"),
        ("Follow", Role.SHARE, "says “follow” and nothing else"),
        ("https://westhaven.example/council", Role.NAVIGATION, "the address of another page"),
        (
            "Council to debate bus fares again next week",
            Role.RELATED,
            "looks like the title of another article: 8 words",
        ),
        ("Meld je aan voor onze nieuwsbrief", Role.NEWSLETTER, "says “meld je aan”"),
        ("Artykuł sponsorowany", Role.ADVERTISEMENT, "says “artykuł sponsorowany”"),
        ("Оставить комментарий: комментарии", Role.COMMENTS, "says “комментарии”"),
        ("اقرأ أيضا", Role.RELATED, "says “اقرأ أيضا”"),
    ],
)
def test_a_line_below_the_article_has_its_name(line: str, role: Role, reason: str) -> None:
    verdict = _verdict(line)
    assert verdict.role is role
    assert verdict.reason.startswith(reason)


def test_an_item_of_a_list_above_the_article_is_navigation_however_long() -> None:
    long = "• Version of the pages for people who read large print"
    page = lay_out_text(f"{long}\n• Home\n• News\n• Sport\n\n{BODY}\n\n{BELOW}")
    assert judge(page)[0].role is Role.NAVIGATION


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("by anna lindqvist", True),
        ("text: malin åkerhielm", True),
        ("作者：沈若兰", True),
        ("윤가람 기자", True),
        ("digital sound level meters", False),
        ("die karrierefrage", False),
        ("parenting", False),
        ("português", False),
    ],
)
def test_a_byline_begins_with_a_word_of_its_own(line: str, is_byline: bool) -> None:
    assert roles.is_byline(line) is is_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("tram tracks at the goods station. © jens wittmaack", True),
        ("an empty basin (photo: hester quayle)", True),
        ("police outside the building. reuters/tomasz reyes", True),
        ("© 2023 westhaven courier", False),
        ("references", False),
    ],
)
def test_a_caption_is_known_by_its_credit(line: str, names: bool) -> None:
    assert credits.names_credit(line) is names


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("search", "search"),
        ("help", "help"),
        ("nobody in town had asked for a search", None),
        ("four simple habits that can help to keep your memory", None),
        ("sign up for the letters of the people who built them", "sign up"),
    ],
)
def test_a_common_word_names_only_a_short_line(line: str, words: str | None) -> None:
    found = roles.furniture(line)
    assert (found[1] if found else None) == words


@pytest.mark.parametrize("head", ["Overview", "Zusammenfassung", "En bref", "概要"])
def test_a_lone_subhead_of_the_house_opens_the_article(head: str) -> None:
    page = lay_out_text(f"{ABOVE}\n\nPool to close\n\n14 March 2021 | 09:15 GMT\n{head}\n\n{BODY}\n\n{BELOW}")
    verdicts = {line.text: verdict for line, verdict in zip(page.lines, judge(page), strict=True)}
    assert verdicts[head].role is Role.HEADING


def test_short_lines_in_a_row_are_a_list_and_a_numbered_line_above_a_paragraph_is_a_heading() -> None:
    paragraphs = BODY.split("\n\n")
    items = ["700 g plums, halved", "200 g butter, soft", "180 g brown sugar", "150 g oats"]
    text = "\n".join(["1. The pool", paragraphs[0], "2. The mayor", paragraphs[1], *items, paragraphs[2]])
    page = lay_out_text(text)
    found = {line.text: verdict.role for line, verdict in zip(page.lines, judge(page), strict=True)}
    assert found["2. The mayor"] is Role.HEADING
    assert {found[item] for item in items[:-1]} == {Role.LIST_ITEM}


@pytest.mark.parametrize(
    ("line", "role", "reason"),
    [
        ("Passwort vergessen?", Role.WIDGET, "says “passwort vergessen”"),
        ("Schließen", Role.WIDGET, "says “schliessen”"),
        (
            "Our website uses cookies. By going on you accept them, for as long as you are here and after.",
            Role.WIDGET,
            "",
        ),
        ("Cookie policy", Role.NAVIGATION, "says “cookie policy”"),
        ("Advertising", Role.NAVIGATION, "says “advertising”"),
        ("This page may contain affiliate links.", Role.ADVERTISEMENT, "says “affiliate links”"),
        ("Get the week in your inbox.", Role.NEWSLETTER, "says “your inbox”"),
        ("Link wurde kopiert", Role.SHARE, "says “link wurde kopiert”"),
        ("+44 1632 960 961", Role.NAVIGATION, "a telephone number"),
        ("desk@westhaven.example", Role.NAVIGATION, "an address to write to"),
        ("14 March 2021", Role.DATE, "a date, after the article"),
        ("Tove Marsh is a reporter at the Courier and covers schools.", Role.BYLINE, "tells who an author is"),
        ("• • •  ━━━━━━", Role.OTHER, "no words, only signs"),
        ("#pools #council", Role.RELATED, "names what the article is about"),
        ("Portrait of the mayor", Role.OTHER, "looks like the description of a picture"),
        ("← Bus fares to rise in May", Role.RELATED, ""),
        ("Ähnliche Artikel", Role.RELATED, "says “ähnliche artikel”"),
        ("İlgili haberler", Role.RELATED, ""),
    ],
)
def test_a_line_that_was_cut_has_a_plainer_name(line: str, role: Role, reason: str) -> None:
    verdict = _named(f"{BODY}\n\n{line}")[lay_out_text(line).lines[0].text]
    assert verdict.role is role
    assert verdict.reason.startswith(reason)


def _named(text: str) -> dict[str, Verdict]:
    """What the lines of a page are called of which the body stands, and nothing else."""
    lines = lay_out_text(text).lines
    return _verdicts_of(text, np.array([line.text in BODY for line in lines]))


def _verdicts_of(text: str, kept: np.ndarray) -> dict[str, Verdict]:
    lines = lay_out_text(text).lines
    own = line_features(lines, read_characters([line.text for line in lines]))
    shapes = {name: column.tolist() for name, column in own.items()}
    verdicts = name_lines(lines, [line.text.casefold() for line in lines], kept, np.ones(len(lines)), shapes)
    return {line.text: verdict for line, verdict in zip(lines, verdicts, strict=True)}


def test_what_a_label_announces_ends_where_another_kind_begins() -> None:
    teaser = "The company says that it has no choice, and that pupils will go on paying half."
    found = _named(f"{ABOVE}\n\n{BODY}\n\nMost read\nBus fares\n14 March\n{teaser}\nPrivacy policy\nA note.\n{BELOW}")
    assert {found[line].role for line in ("Bus fares", "14 March", teaser)} == {Role.RELATED}
    assert found["A note."].role is Role.OTHER


def test_a_sentence_below_the_title_of_another_article_is_its_teaser() -> None:
    teaser = "The company says that it has no choice in the matter."
    found = _named(f"{ABOVE}\n\n{BODY}\n\nBus fares are to rise again in the coming May\n{teaser}\n{BELOW}")
    assert found[teaser].role is Role.RELATED
    assert found[teaser].reason.startswith("a sentence below the title of another article")


def test_a_way_to_sort_a_menu_is_no_byline() -> None:
    assert _named(f"By country\n{ABOVE}\n\n{BODY}\n\n{BELOW}")["By country"].role is Role.NAVIGATION


def _kept(text: str) -> dict[str, Role]:
    """The roles of a text's lines, all of which stand."""
    verdicts = _verdicts_of(text, np.ones(len(lay_out_text(text).lines), bool))
    return {line: verdict.role for line, verdict in verdicts.items()}


def test_lines_that_each_end_in_a_number_are_a_table() -> None:
    rows = ["Northgate pool 4.50", "Westhaven pool 3.20", "Lido by the river 2.80"]
    found = _kept("\n".join([BODY, *rows, "They will be reviewed in May, the council said on Thursday night."]))
    assert {found[row] for row in rows} == {Role.TABLE}


def test_the_names_of_the_columns_belong_to_their_table() -> None:
    rows = ["品目 昨年度 今年度 増減率", "水産物 58.3 71.9 23.3％", "食品 34.1 39.6 16.1％", "紙 47.7 48.2 1.0％"]
    found = _kept("\n\n".join([BODY, *rows, "They will be reviewed in May, the council said on Thursday night."]))
    assert {found[row] for row in rows} == {Role.TABLE}


def test_what_is_said_for_and_against_is_no_heading() -> None:
    found = _kept(f"{BODY}\n\nPros: fast; even; easy to clean\n\nCons: ugly; no pouch\n\n{BODY} And so on.")
    assert Role.HEADING not in (found["Pros: fast; even; easy to clean"], found["Cons: ugly; no pouch"])


def test_numbered_lines_that_stand_alone_head_a_listicle_even_with_a_bullet() -> None:
    heads = ["• 1. Westhaven Pool Co.", "• 2. The lido", "• 3. Northgate"]
    found = _kept("\n".join(f"{head}\n{BODY.splitlines()[0]} {head[4:]}!" for head in heads))
    assert {found[head] for head in heads} == {Role.HEADING}


def test_a_short_line_above_a_list_heads_it() -> None:
    found = _kept(f"{BODY}\n\nWhat we like\n• Warm water\n• Clean air\n• Wide lanes")
    assert found["What we like"] is Role.HEADING


def test_two_short_lines_below_a_colon_are_a_list() -> None:
    intro = "The council of Westhaven offers to all pupils of the three schools:"
    more = "How long that will last is for the council to say, which meets again in the second week of May."
    found = _kept(f"{BODY}\n\n{intro}\nFree buses\nCheaper lessons\n\n{more}")
    assert (found["Free buses"], found["Cheaper lessons"]) == (Role.LIST_ITEM, Role.LIST_ITEM)


def test_two_marks_point_elsewhere_and_quote_nothing() -> None:
    found = _kept(f"{BODY}\n\n>> See which pools are open\n\nThe council will meet again in May.")
    assert found[">> See which pools are open"] is not Role.QUOTE


def test_a_line_that_ends_in_a_credit_is_a_caption() -> None:
    line = "The basin, empty since last week (Photo: Hester Quayle)"
    assert _kept(f"{BODY}\n\n{line}\n\nThe council will meet again in May.")[line] is Role.CAPTION


def test_naming_takes_linear_time() -> None:
    for part in ("a@", "by ", "#a ", "1 ", "(photo ", "Anna ", "« ", "road 1, "):
        long = part * 20_000
        folded = long.casefold()
        start = time.process_time()
        for judge_of in (names.contact, names.is_bio, names.is_ago, names.are_hashtags, names.is_picture):
            judge_of(folded)
        assert names.ends_in_credit(folded) is names.names_credit(folded) is False
        assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("line", "is_address"),
    [
        ("12. https://www.example.org/news/4.html", True),
        ("3. file:///politik/startseite/home.html", True),
        ("141. mailto:desk@example.org?subject=news", True),
        ("7. javascript:void(0)", True),
        ("[ref]: ftp://example.org/a.txt", True),
        ("See https://www.example.org/news/4.html", False),
        ("note: this is no address", False),
    ],
)
def test_an_address_alone_is_known_by_its_scheme(line: str, is_address: bool) -> None:
    assert roles.is_address(line) is is_address


@pytest.mark.parametrize(
    "line",
    [
        "【関連記事】荷待ち4時間「仕事と認めて」",
        "【[26]相关阅读：海上风电平价一年】",
        "Continued from page 24",
        "Pour aller plus loin : notre podcast, épisode 14",
    ],
)
def test_what_leads_elsewhere(line: str) -> None:
    assert roles.leads_elsewhere(line.casefold())


@pytest.mark.parametrize(
    "line",
    [
        "Promoted: three officers of the regiment move up",
        "Continued from page 24, the story goes on",
        "【社説】港のこれから",
    ],
)
def test_what_leads_nowhere(line: str) -> None:
    assert not roles.leads_elsewhere(line.casefold())


@pytest.mark.parametrize(
    "line",
    [
        "版权声明：未经东岭财经书面授权，任何机构和个人不得转载、摘编本网内容，违者必究。",
        "Use of Eastline materials is permitted only with a hyperlink to the source.",
        "При использовании материалов ссылка на агентство обязательна.",
        "Les opinions exprimées dans cette note n’engagent que ses auteurs.",
        "Las opiniones expresadas son responsabilidad exclusiva de su autora.",
        "Мнение автора может не совпадать с позицией редакции.",
        "الآراء الواردة في هذا المقال تعبر عن رأي كاتبها.",
        "本文仅代表作者观点，不代表本报立场。",
        "Letters should not exceed 200 words.",
        "Dette er et debatindlæg og udtryk for skribentens holdning.",
        "Las cartas no deben superar las 200 palabras.",
        "Die Redaktion behält sich Kürzungen vor.",
        "This is a rush transcript and may contain errors.",
        "Для цитирования: Лозовой А. Шлюз. 2024.",
    ],
)
def test_notices_of_the_house(line: str) -> None:
    assert roles.is_houses_notice(line.casefold())
