"""The judge keeps the article, cuts what surrounds it, and says why."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.desk.frame import Role, Verdict
from copydesk.desk.judging.expected import expected_f1
from copydesk.desk.judging.judge import decide, judge
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.unwrap import unwrap
from copydesk.errors import NoArticleError

ENGLISH = """\
The council of Westhaven has decided to close the swimming pool at the end of the season, after an inspection \
found cracks in the basin that would cost more than two million pounds to repair.

“We have looked at every option and there is none that we can pay for,” said the mayor, Anna Lindqvist, after the \
vote on Thursday night. Some forty residents had come to protest.

The pool was opened in 1968 and is used by three schools. Their pupils will be taken by bus to Northgate, twelve \
miles away, from September on.

A group of parents announced that it would go to court. It says that the council never published the report on \
which the decision was based."""

ARTICLES = {
    "English": ENGLISH,
    "German": """\
Der Gemeinderat von Westhafen hat beschlossen, das Schwimmbad zum Ende der Saison zu schließen. Ein Gutachten \
hatte Risse im Becken gefunden, deren Reparatur mehr als zwei Millionen Euro kosten würde.

„Wir haben alles geprüft und können uns nichts davon leisten“, sagte Bürgermeisterin Anna Lindner nach der \
Sitzung am Donnerstagabend. Etwa vierzig Einwohner waren gekommen, um zu protestieren.

Das Bad wurde 1968 eröffnet und wird von drei Schulen genutzt. Die Schüler sollen ab September mit dem Bus nach \
Nordtor gefahren werden.""",
    "Russian": """\
Городской совет решил закрыть бассейн в конце сезона, после того как проверка обнаружила трещины, ремонт которых \
обошёлся бы более чем в двести миллионов рублей.

«Мы рассмотрели все варианты, и ни один из них нам не по средствам», — сказала мэр Анна Линдт после голосования в \
четверг вечером. На заседание пришли около сорока жителей.

Бассейн открылся в 1968 году, им пользуются три школы. С сентября учеников будут возить на автобусе в соседний \
город.""",
    "Japanese": """\
市議会は木曜日、老朽化した市民プールを今季限りで閉鎖することを決めた。調査で水槽に亀裂が見つかり、修理には三億円以\
上かかるとみられている。

「あらゆる案を検討したが、どれも予算が足りなかった」と市長は採決のあとに語った。会場には反対する住民およそ四十人が\
集まった。

プールは1968年に開業し、三つの学校が利用している。九月からは児童をバスで隣町まで送る計画だという。""",
}

NAVIGATION = "Home\nNews\nSport\nWeather\nCulture\nTravel\nSubscribe\nLog in"
TRAILER = """\
Share this article
Facebook
Twitter
WhatsApp

Related articles

Council to debate bus fares again

Sign up for our newsletter

About us
Contact
Privacy policy
Terms of use

© 2023 Westhaven Courier. All rights reserved."""


def verdicts_of(text: str) -> list[tuple[str, Verdict]]:
    page = unwrap(lay_out_text(text))
    return [(line.text, verdict) for line, verdict in zip(page.lines, judge(page), strict=True)]


def body_of(text: str) -> list[str]:
    return [line for line, verdict in verdicts_of(text) if verdict.role.is_body]


@pytest.mark.parametrize("language", ARTICLES)
def test_text_that_is_all_article_stays_whole(language: str) -> None:
    assert body_of(ARTICLES[language]) == ARTICLES[language].split("\n\n")


@pytest.mark.parametrize("language", ARTICLES)
def test_what_surrounds_the_article_goes(language: str) -> None:
    text = f"{NAVIGATION}\n\n{ARTICLES[language]}\n\n{TRAILER}"
    assert body_of(text) == ARTICLES[language].split("\n\n")


def test_blank_lines_are_not_needed() -> None:
    text = "\n".join(line for line in f"{NAVIGATION}\n{ENGLISH}\n{TRAILER}".split("\n") if line)
    assert body_of(text) == ENGLISH.split("\n\n")


@pytest.mark.parametrize(
    "paragraph",
    [
        """Cookies are small files that a site leaves on your computer, and for thirty years nobody minded. The new \
law says \
that a banner asking you to accept all of them is no consent, lawyers told this newspaper.""",
        """The court held that copyright ends seventy years after the author's death, and that all rights reserved \
is a \
phrase without effect in most of Europe. The publisher said that it would appeal.""",
        """Navigation by the stars was taught at the academy until 1998, when the navy decided that satellites had \
made it \
useless. This year it is back, and cadets learn again to find home from the menu of the night sky.""",
    ],
    ids=["about cookies", "about copyright", "about navigation"],
)
def test_an_article_about_furniture_is_no_furniture(paragraph: str) -> None:
    text = ENGLISH.replace("\n\n", f"\n\n{paragraph}\n\n", 1)
    assert paragraph in body_of(f"{NAVIGATION}\n\n{text}\n\n{TRAILER}")


def test_a_subhead_is_a_heading() -> None:
    first, rest = ENGLISH.split("\n\n", 1)
    text = f"{NAVIGATION}\n\n{first}\n\nWhat happens to the schools?\n\n{rest}\n\n{TRAILER}"
    roles = dict(verdicts_of(text))
    assert roles["What happens to the schools?"].role is Role.HEADING
    assert roles[first].role is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("WhatsApp", Role.SHARE),
        ("Related articles", Role.RELATED),
        ("Sign up for our newsletter", Role.NEWSLETTER),
        ("© 2023 Westhaven Courier. All rights reserved.", Role.COPYRIGHT),
        ("Sport", Role.NAVIGATION),
    ],
)
def test_furniture_has_a_role_and_a_reason_that_differs(line: str, role: Role) -> None:
    verdicts = dict(verdicts_of(f"{NAVIGATION}\n\n{ENGLISH}\n\n{TRAILER}"))
    assert verdicts[line].role is role
    assert verdicts[line].reason
    assert len({verdict.reason for verdict in verdicts.values()}) > 5


@pytest.mark.parametrize("text", ["", "\n \n\t\n"], ids=["nothing", "only white space"])
def test_no_text_is_no_article(text: str) -> None:
    with pytest.raises(NoArticleError, match="no article found: the content has no text"):
        judge(lay_out_text(text))


def test_furniture_alone_is_no_article() -> None:
    with pytest.raises(NoArticleError, match=r"no article found: none of \d+ lines reads like one"):
        judge(lay_out_text(f"{NAVIGATION}\n\n{TRAILER}"))


def test_few_lines_stand_rather_than_none() -> None:
    certainty, words = np.array([[0.1, 0.3, 0.2, 0.05], [9.0, 12.0, 12.0, 50.0]])
    assert decide(certainty, words).tolist() == [False, True, True, False]


def test_a_sure_page_asks_for_an_even_chance_and_a_doubtful_one_for_less() -> None:
    words = np.array([40.0, 40.0, 5.0, 5.0])
    assert expected_f1(np.array([1.0, 1.0, 0.0, 0.0]), words) == 1
    # Of all that may be kept the two likeliest promise the most: 2 * 40 / (80 + 40).
    assert expected_f1(np.array([0.5, 0.5, 0.0, 0.0]), words) == pytest.approx(2 / 3)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(1, 90)), min_size=1, max_size=9))
def test_no_other_threshold_promises_more(lines: list[tuple[float, float]]) -> None:
    certainty, words = np.array(lines).T

    def promised(threshold: float) -> float:
        kept = certainty >= threshold
        return float(2 * (certainty * words)[kept].sum() / max(words[kept].sum() + (certainty * words).sum(), 1))

    best = promised(expected_f1(certainty, words) / 2)
    assert best >= max(promised(threshold) for threshold in certainty) - 1e-9


@pytest.mark.parametrize(
    ("sample", "body", "headings"),
    [
        ("000_c8d4d5bd038ac46a.txt", range(4, 21), {4, 8, 12}),
        ("002_8446b2f723dbbf5c.txt", range(25, 42), {27, 31, 35, 39}),
    ],
    ids=["a subhead straight after the date", "menu, breadcrumb and font widgets above"],
)
def test_samples_come_out_right(shared: Path, sample: str, body: range, headings: set[int]) -> None:
    page = unwrap(lay_out_text((shared / "samples" / sample).read_text(encoding="utf-8")))
    roles = {line.first: verdict.role for line, verdict in zip(page.lines, judge(page), strict=True)}
    assert {number for number, role in roles.items() if role.is_body} == {n for n in roles if n in body}
    assert {number for number, role in roles.items() if role is Role.HEADING} == headings


@settings(max_examples=60)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=40))
@example(["0", "MORE LIKE THIS", "-", "0"])
def test_any_text_gets_one_verdict_a_line_or_a_clear_refusal(raw: list[str]) -> None:
    page = unwrap(lay_out_text("\n".join(raw)))
    try:
        verdicts = judge(page)
    except NoArticleError:
        return
    assert len(verdicts) == len(page.lines)
    assert any(verdict.role.is_body for verdict in verdicts)
    assert all(0 <= verdict.score <= 1 and verdict.reason for verdict in verdicts)
