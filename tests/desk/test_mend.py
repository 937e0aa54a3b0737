"""A text whose inline markup stands on lines of its own becomes paragraphs again; other text stays as it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.mend import mend

IN_PIECES = """\
Home
News
about us
Ferry stays through the winter
Ann Lee
, Harbour correspondent
The harbour board voted on Tuesday to keep the
old ferry terminal
open through the winter, after a meeting in which more than four hundred residents wrote in to
the town's council
. Its chair,
Per Holm
, said that the money would come from the reserve (
see the budget
).
Dunmere
's bridge is of no use to anyone without a car, as
the “
Courier
” reported.
Work starts in March.
SALTMOUTH, March 3 (SPA) -
Crews
of the yard start work in March, it said.
The
Harbour Federation
called it a start, and a late one at that.
Most read
Market moves to the old dye works
by Tom Ray
"""


def lines_of(text: str) -> list[str]:
    return [line.text for line in mend(lay_out_text(text)).lines]


def test_paragraphs_in_pieces_are_whole_again() -> None:
    assert lines_of(IN_PIECES) == [
        "Home",
        "News",
        "about us",
        "Ferry stays through the winter",
        "Ann Lee, Harbour correspondent",
        "The harbour board voted on Tuesday to keep the old ferry terminal open through the winter, after a meeting \
in which more than four hundred residents wrote in to the town's council. Its chair, Per Holm, said that the money \
would come from the reserve (see the budget).",
        "Dunmere's bridge is of no use to anyone without a car, as the “Courier” reported.",
        "Work starts in March.",
        "SALTMOUTH, March 3 (SPA) - Crews of the yard start work in March, it said.",
        "The Harbour Federation called it a start, and a late one at that.",
        "Most read",
        "Market moves to the old dye works",
        "by Tom Ray",
    ]


def test_a_joined_line_spans_the_lines_it_was_made_of() -> None:
    lines = mend(lay_out_text(IN_PIECES)).lines
    assert [n for line in lines for n in range(line.first, line.last + 1)] == [*range(1, IN_PIECES.count("\n") + 1)]


def test_chinese_in_pieces() -> None:
    text = (
        "港务局星期二决定冬季保留旧的轮渡码头，此前有四百多名居民写信给\n镇议会\n，说桥对没有车的人没有用处，\n主席\n"
        "，他说钱来自储备金，工程三月开始，据\n信使报\n，工程将持续两年时间，届时将有新的候船室供居民使用。"
    )
    assert lines_of(text) == [text.replace("\n", "")]


GERMAN = """\
Der Rat will das Bad schließen, weil es seit der
Flut
undicht ist, und ein neues bauen, sagte die
Ministerin
, die auch für den
Hafen
zuständig ist. „Das ist ein großes Problem.“
Die Fraktion widersprach. »Das stimmt nicht.«
Am Dienstag berät das Kabinett.
» Mehr zum Thema
![Bild](/a.jpg)
... und noch etwas
"""


def test_what_closes_a_quotation_in_german_opens_none_and_what_begins_with_an_arrow_is_no_end() -> None:
    assert lines_of(GERMAN)[1:] == [
        "Die Fraktion widersprach. »Das stimmt nicht.«",
        "Am Dienstag berät das Kabinett.",
        "» Mehr zum Thema",
        "![Bild](/a.jpg)",
        "... und noch etwas",
    ]


def test_korean_in_pieces_keeps_its_spaces() -> None:
    text = (
        "항만청은 화요일 터미널을 계속 운영하기로 했고, 지역 방송이 이를 전했으며, 의회는\n"
        "예산안\n, 보고서, 공사 일정을 함께 볼 것이다,\n"
        "청장은\n성명\n, 인터뷰에서 공사가 삼월에 시작된다고 했고,\n부청장\n, 국장도 같은 말을 했다."
    )
    assert "의회는 예산안, 보고서" in lines_of(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Home\nnews\nsport\nabout us\ncontact\nwhat we do all day long\nwhere to find us in town\n",
        "The board voted on Tuesday to keep the terminal\n\nopen through the winter, as\n\nit said, and the\n\nrest\n",
        "Bridge closed for the winter and the spring\nby Ann Lee\nFerry to stay two more years\nby Tom Ray\n\
Market moves to the old dye works\nby Per Holm\n",
        "• flour for the dough and the tin\n• butter, cold\n• an egg of a hen\n• salt and some pepper to taste\n",
        "The boats went out upon the morning tide,\nand came no more to where the gulls abide,\nand all the town,\n\
that waited on the quay until the night,\nwent home, and left no lantern, and no light,\nand no one spoke.\n",
    ],
    ids=["a menu in small letters", "blank lines between", "bylines in small letters", "a list", "verse"],
)
def test_text_that_is_not_in_pieces_stays(text: str) -> None:
    assert lines_of(text) == [line.text for line in lay_out_text(text).lines]


def test_a_few_words_before_a_link_belong_to_it_where_a_comma_goes_on_after_it() -> None:
    broken = ["We close with", "The Little Islander", ", on a lighter note: a parrot went to court."]
    assert lines_of(f"{IN_PIECES}{chr(10).join(broken)}")[-1] == " ".join(broken).replace(" ,", ",")


@given(
    st.lists(
        st.sampled_from(
            ["Home", ", and", "the", "of a long sentence that goes on and on for the", ".", "’", "(", "a b c d"]
        )
    )
)
def test_no_letter_is_lost_and_none_moves(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assert "".join("".join(lines_of(text)).split()) == "".join(text.split())


def test_time_grows_no_faster_than_the_text() -> None:
    def seconds(count: int) -> float:
        page = lay_out_text("a long line of words\n" + ", that goes on in the next one, and in the\n" * count)
        start = time.process_time()
        assert len(mend(page).lines) == 1
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 20 * seconds(8_000) + 0.2
