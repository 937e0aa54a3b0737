"""What a line that was cut is called: by its words, its signs, or how it looks."""

import pytest

from copydesk.desk import roles
from copydesk.desk.frame import Role, Verdict
from copydesk.desk.judge import judge
from copydesk.desk.lines import lay_out_text

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
    assert roles.names_credit(line) is names


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
