"""The second reading: what a plain sign says against the judge's doubt."""

import pytest
from tests.desk.doubted import BODY, END, standing


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Advertisement", 0.8),
        ("Meistgelesen", 0.6),
        ("Read more: Canal path to close for eight weeks", 0.95),
        ("Lire aussi : La truffe se cherche un avenir", 0.7),
        ("* Read more: Canal path to close for eight weeks", 0.9),
        ("[20]Read more: Canal path to close for eight weeks", 0.9),
        ("> **Read more:** [Canal path to close](/canal)", 0.9),
        ("![A boat on the canal](https://orchard.example/boat.jpg)", 0.8),
        ('[![A boat](https://orchard.example/boat.jpg "Boat")](/boats)', 0.8),
        ("IFRAME: [25]https://ads.orchard.example/slot/3", 0.8),
        ("Source: Orchard Bureau of Canals", 0.8),
        ("Tags: canal, boats, council", 0.8),
        ("الوسوم: ملفات الارتباط، خصوصية", 0.85),
        ("٤ تعليقات", 0.85),
        ("Next post: The lock that never closed", 0.8),
        ("How to cite: Lee, A. (2024). The Canal. Orchard Papers 7.", 0.8),
        ("The views expressed are those of the authors. The institute takes no position.", 0.8),
        ("The post Why the Canal Leaks appeared first on Orchard & Canal.", 0.9),
        ("BODY:", 0.9),
        ("LÆS OGSÅ: Kanalen lukker i otte uger", 0.9),
        ("اقرأ أيضًا.. إغلاق القناة ثمانية أسابيع", 0.9),
        ("Sign up to our weekly letter and get the canal news in your inbox.", 0.7),
        ("Dagelijkse nieuwsbrief: schrijf u gratis in en mis niets van het kanaal.", 0.7),
        ("運河新聞のメールマガジン「朝の便り」。登録は無料です。", 0.7),
        ("Dalsza część artykułu pod materiałem wideo", 0.7),
        ("https://orchard.example/council", 0.95),
        ("[3]: https://orchard.example/letters", 0.95),
        ("12. http://orchard.example/share", 0.95),
        ("★★★★☆ 4.3 from 58 votes", 0.95),
        ("4,6 / 5 (12 avis)", 0.95),
        ("[ ] ½x [ ] 1x [ ] 2x", 0.95),
    ],
)
def test_a_line_that_names_something_else_goes(line: str, sure: float) -> None:
    assert standing((BODY, 0.9), (line, sure), (BODY, 0.9)) == [BODY, BODY]


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Comments", 0.95),
        ("Search for survivors ends", 0.6),
        ("Related diseases are rarer", 0.6),
        ("See https://orchard.example/council for the minutes.", 0.6),
        ("The post of canal warden first appeared on the payroll in 1846.", 0.9),
        ("Popular... but poor: the lot of the canal's last warden.", 0.9),
        ("The council applied to become a member of the league in May.", 0.7),
    ],
    ids=[
        "a subhead beyond doubt",
        "a word among others",
        "no sign after the word",
        "an address in a sentence",
        "a post of another kind",
        "points for a pause",
        "a member of something else",
    ],
)
def test_a_line_that_only_uses_such_a_word_stays(line: str, sure: float) -> None:
    assert line in standing((BODY, 0.9), (line, sure), (BODY, 0.9))


def test_what_calls_on_readers_stays_where_the_article_is_about_it() -> None:
    about = "The newsletter that the council sends to every household costs more than the pool did."
    note = "Readers of the newsletter may sign up at the town hall."
    assert standing((about, 0.9), (BODY, 0.9), (note, 0.7), (BODY, 0.9)) == [about, BODY, note, BODY]


def test_titles_below_a_label_go_with_it() -> None:
    teasers = [("Les plus lus", 0.6), ("1. Un village sans médecin", 0.72), ("2. Le pont rouvre lundi", 0.69)]
    assert standing((BODY, 0.9), *teasers) == [BODY]


def test_a_label_with_a_paragraph_below_cuts_nothing_but_itself() -> None:
    assert standing((BODY, 0.9), ("Mehr zum Thema", 0.6), ("What comes next", 0.6), (BODY, 0.9)) == [
        BODY,
        "What comes next",
        BODY,
    ]


def test_an_offer_at_the_end_goes() -> None:
    assert standing((BODY, 0.9), ("Rate this recipe", 0.5), ("Sign up for our newsletter", 0.6)) == [BODY]


@pytest.mark.parametrize(
    ("last", "sure", "stays"),
    [
        (END, 0.33, True),
        (END, 0.2, False),
        ("Follow us on Twitter.", 0.35, False),
        ("Book your seat today!", 0.35, False),
        ("Roads and bridges", 0.35, False),
        ("The mayor did not respond to requests for comment.", 0.35, True),
        ("She declined to comment when reached by telephone.", 0.35, True),
        ("You need an account to respond to a comment.", 0.35, False),
    ],
    ids=["a sentence", "an unlikely one", "furniture", "a call", "no sentence", "a request", "a refusal", "comments"],
)
def test_the_short_last_sentence_of_the_body(last: str, sure: float, stays: bool) -> None:
    around = [("Home", 0.0), ("News", 0.0), ("Sport", 0.0), ("About us", 0.0)]
    assert (last in standing(*around[:3], (BODY, 0.9), (last, sure), around[3])) is stays


def test_a_question_is_a_subhead_where_others_are() -> None:
    asked = [("Who pays for it?", 0.8), (BODY, 0.6), ("What does it cost?", 0.8), (BODY, 0.6)]
    read = standing((BODY, 0.9), *asked, ("Will it happen again?", 0.3), (BODY, 0.6))
    assert "Will it happen again?" in read
    menu = [(section, 0.0) for section in ("News", "Sport", "Culture", "Food", "Travel")]
    assert "Will it happen again?" not in standing(*menu, (BODY, 0.6), ("Will it happen again?", 0.3), (BODY, 0.6))


def test_what_wordpress_says_of_an_entry_is_none_of_it() -> None:
    line = "This entry was posted in Looms and tagged nettle, spindle. Bookmark the permalink."
    assert standing((BODY, 0.9), (BODY, 0.9), (line, 0.7)) == [BODY, BODY]


def test_a_text_of_nothing_but_sentences_is_all_article() -> None:
    assert standing((BODY, 0.5), (END, 0.2), (BODY, 0.45), ("Nobody spoke.", 0.15)) == [
        BODY,
        END,
        BODY,
        "Nobody spoke.",
    ]


@pytest.mark.parametrize(
    ("line", "sure", "stands"),
    [
        ("Bus fares to be debated again next week", 0.65, False),
        ("Bus fares to be debated again next week", 0.85, True),
        ("もっと見る", 0.8, False),
        ("Bus fares will be debated again next week.", 0.65, True),
        ("• Bus fares", 0.65, True),
    ],
    ids=["a title", "one that is plainly the body's", "a button", "a sentence", "an item of a list"],
)
def test_what_looks_like_a_title_at_the_end_of_the_body_is_none_of_it(line: str, sure: float, stands: bool) -> None:
    assert (line in standing((BODY, 0.9), (f"{BODY} {END}", 0.9), (line, sure))) is stands


@pytest.mark.parametrize(("first", "stays"), [("The copyright in a joke is hard to prove.", True), (BODY, False)])
def test_what_the_article_is_about_is_no_furniture(first: str, stays: bool) -> None:
    line = "Copyright is a promise, said the judge, and not a fence."
    last = "Lawyers say that copyright was never meant for jokes."
    assert (line in standing((first, 0.95), (line, 0.3), (last, 0.9))) is stays


@pytest.mark.parametrize(
    ("label", "title", "sure", "stays"),
    [
        ("Read also", "Why herons wait by the weir", 0.7, False),
        ("Lire aussi", "Faut-il vendre la piscine d’été ?", 0.6, False),
        ("相关阅读", "旧泳池改造方案公示征求意见", 0.6, False),
        ("【関連記事】", "・古いプールの跡地に新しい図書館を建てる計画", 0.6, False),
        ("You may also be interested in:", "• Why herons wait by the weir", 0.7, False),
        ("Read also", "What the vote on Tuesday means for the council", 0.7, True),
        ("Read also", "What now", 0.7, True),
        ("Read also", "Why herons wait by the weir", 0.9, True),
        ("The deputy mayor said nothing", "Why herons wait by the weir", 0.7, True),
    ],
    ids=[
        "a title",
        "a question",
        "in Chinese",
        "in Japanese",
        "with a bullet",
        "in the article's words",
        "short",
        "beyond doubt",
        "below no label",
    ],
)
def test_titles_of_others_go_from_between_the_paragraphs(label: str, title: str, sure: float, stays: bool) -> None:
    read = standing((BODY, 0.95), (label, 0.2), ("A lido for winter", 0.3), (title, sure), (BODY, 0.95), (END, 0.9))
    assert (title in read) is stays


@pytest.mark.parametrize(
    ("line", "above", "sure", "beside", "stays"),
    [
        ("A leak of ninety years", None, 0.3, 0.95, True),
        ("Who pays for it", "Get our letters", 0.3, 0.95, True),
        ("A leak of ninety years", None, 0.15, 0.95, False),
        ("A leak of ninety years", None, 0.3, 0.7, True),
        ("A leak of ninety years", None, 0.25, 0.7, False),
        ("A leak of ninety years", "Where swimmers go now", 0.3, 0.95, False),
        ("What to know about the pool that has leaked", None, 0.3, 0.95, False),
        ("Video: the last swim", None, 0.3, 0.95, False),
        ("Already a subscriber? Log in", None, 0.3, 0.95, False),
        ("Story continues", None, 0.3, 0.95, False),
    ],
    ids=[
        "a subhead",
        "below furniture",
        "hardly likely",
        "likelier, beside a sentence less sure",
        "beside a sentence less sure",
        "below what may be the article's",
        "long",
        "with a colon",
        "to visitors",
        "a button",
    ],
)
def test_a_few_words_between_sure_sentences_are_a_subhead(
    line: str, above: str | None, sure: float, beside: float, stays: bool
) -> None:
    between = [(above, 0.05 if "letters" in above else 0.35)] if above else []
    assert (line in standing((BODY, 0.95), *between, (line, sure), (f"{BODY} {END}", beside))) is stays


@pytest.mark.parametrize(
    ("line", "sure", "stays"),
    [
        ("Ann Lee is markets editor of the Orchard Courier. She covered grain before.", 0.5, False),
        ("Jussara Pimentel é repórter de portos. Cobre o setor há onze anos.", 0.5, False),
        ("Ann Lee is markets editor of the Orchard Courier. She covered grain before.", 0.9, True),
        ("The question now is whether reporters will be let in.", 0.5, True),
        ("Reporters Without Borders is among the groups that have protested.", 0.7, True),
        ("The Orchard Desk is a team of dedicated journalists who write on grain.", 0.7, False),
        ("Salman Rushdie is one of the authors who signed the letter.", 0.7, True),
        ("Ann Lee is one of the editors of the Orchard Courier, and its reporter on grain.", 0.5, False),
        ("Ann Lee is to be mayor.", 0.5, True),
    ],
)
def test_who_the_author_is_stands_below_the_article(line: str, sure: float, stays: bool) -> None:
    body = [(f"{BODY} {n}.", 0.95) for n in range(6)]
    assert (line in standing(*body, (line, sure))) is stays
    assert line in standing(*body[:3], (line, sure), *body[3:])


@pytest.mark.parametrize(
    "line",
    [
        "Pour citer un exemple, le ministre a rappelé les écluses fermées depuis deux ans.",
        "The views expressed by the author in the novel have angered bishops, and sold it.",
        "How to cite sources is what students ask most, the librarian said on Tuesday.",
    ],
)
def test_a_sentence_that_begins_like_a_notice_of_the_house_stays(line: str) -> None:
    assert line in standing((BODY, 0.95), (line, 0.8), (f"{BODY} {END}", 0.95))


def test_what_says_the_same_twice_is_no_subhead() -> None:
    line = ("A leak of ninety years", 0.3)
    assert standing((BODY, 0.95), line, (BODY, 0.95), line, (BODY, 0.95)) == [BODY, BODY, BODY]


def test_headings_that_a_table_of_contents_lists_stay() -> None:
    headings = ["Shared calendars", "Windows", "Fixes"]
    contents = [("On this page", 0.01), *[(heading, 0.02) for heading in headings]]
    sections = [line for heading in headings for line in ((heading, 0.2), (BODY, 0.95))]
    kept = [BODY, *[line for heading in headings for line in (heading, BODY)]]
    assert standing(*contents, (BODY, 0.95), *sections) == kept
    # Two are no table, and of what comes in another order, or once more, nobody knows which is meant.
    assert standing(*contents[:3], (BODY, 0.95), *sections[:4]) == [BODY, BODY, BODY]
    assert standing(*contents[::-1], (BODY, 0.95), *sections) == [BODY] * 4
    assert standing(*contents, (BODY, 0.95), *sections, *contents, (BODY, 0.95)) == [BODY] * 5


def test_what_a_colon_announces_stays_up_to_what_cannot_be_of_it() -> None:
    lead = "The caretaker named what has to be mended first:"
    items = [("the basin", 0.3), ("the pumps and both of the filters", 0.2)]
    read = standing((BODY, 0.95), (lead, 0.9), *items, ("the roof", 0.05), ("the ladder", 0.3), (BODY, 0.9))
    assert read == [BODY, lead, "the basin", "the pumps and both of the filters", BODY]


@pytest.mark.parametrize(
    ("lead", "sure", "line"),
    [
        ("The caretaker named what has to be mended first:", 0.6, "the basin"),
        ("Opening hours:", 0.9, "the basin"),
        ("The caretaker named what has to be mended first:", 0.9, "[basin-1024x768]"),
        ("The caretaker named what has to be mended first:", 0.9, "Leave a comment"),
    ],
    ids=["a doubtful lead", "a label", "a picture", "furniture"],
)
def test_what_only_stands_below_a_colon_does_not(lead: str, sure: float, line: str) -> None:
    assert line not in standing((BODY, 0.95), (lead, sure), (line, 0.3), (BODY, 0.9))


def test_key_points_stay_with_their_heading() -> None:
    points = ["• The pool closes in May", "• Mending it would cost two million"]
    assert standing(("Key points", 0.2), *[(point, 0.1) for point in points], (BODY, 0.9)) == [
        "Key points",
        *points,
        BODY,
    ]
    assert standing(("Menu of the day", 0.2), *[(point, 0.1) for point in points], (BODY, 0.9)) == [BODY]
    assert standing((BODY, 0.9), ("In brief", 0.3), (BODY, 0.9)) == [BODY, "In brief", BODY]
    assert standing((BODY, 0.9), ("In brief", 0.12), (BODY, 0.9)) == [BODY, BODY]


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Story continues below", 0.6),
        ("Suscribite gratis a nuestro resumen diario y enterate de todo antes de las 7.", 0.6),
        ("Подпишитесь на наш телеграм-канал", 0.6),
        ("Anmäl dig till vårt nyhetsbrev så får du det bästa varje fredag.", 0.8),
        ("请输入您的电邮地址", 0.7),
        ("*** Canal Days live in Bremen: register now and save 200 euros ***", 0.7),
        ("Folgen Sie uns auf allen Kanälen!", 0.6),
    ],
)
def test_a_call_on_readers_goes(line: str, sure: float) -> None:
    assert standing((BODY, 0.95), (line, sure), (BODY, 0.95)) == [BODY, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "The mill opened a WhatsApp channel for each of its towns, and had to close four within the year.",
        "“We may earn less from each of them, but they stay,” she said.",
        "Residents can sign up for our text alerts and unsubscribe at any time, the agency said.",
        "Crewe told the jury that the newsletters sent to staff were read by nobody.",
        "Readers who download the app stay for their coffee.",
    ],
)
def test_what_is_told_of_others_calls_stays(line: str) -> None:
    assert line in standing((BODY, 0.95), (line, 0.6), (BODY, 0.95))


@pytest.mark.parametrize(
    "line",
    [
        "Residents can register now for the free swimming course at the new town pool.",
        "“Other towns will follow us on this issue,” Mayor Ann Lee explained to reporters on Monday.",
        "Der Bürgermeister rief: „Folgen Sie uns auf diesem Weg.“",
        "Dieser Beitrag wurde von der Jury am Montag mit dem ersten Preis ausgezeichnet und danach veröffentlicht.",
        "This entry was posted on the wall of the pool in 1931 and has hung there ever since.",
    ],
)
def test_what_is_said_of_such_things_is_no_call(line: str) -> None:
    assert line in standing((BODY, 0.95), (line, 0.7), (BODY, 0.95))


def test_a_sentence_above_a_call_stays() -> None:
    last = "A memorial will be held on Friday."
    call = "Sign up to our newsletter and get the canal in your inbox."
    assert standing((BODY, 0.95), (last, 0.7), (call, 0.7), (BODY, 0.95)) == [BODY, last, BODY]


def test_the_heading_of_a_call_and_its_button_go_with_it() -> None:
    call = "Sign up to our newsletter and get the canal in your inbox."
    read = standing(
        (BODY, 0.95), ("Miss nothing!", 0.7), (call, 0.7), ("I want it", 0.6), ("Your mail", 0.1), (BODY, 0.95)
    )
    assert read == [BODY, BODY]


def test_an_article_about_calls_keeps_them() -> None:
    about = "The newsletter that nobody reads costs the council ninety pounds a week, the clerk told it on Tuesday."
    call = "Sign up to our newsletter and get the canal in your inbox."
    assert call in standing((about, 0.95), (call, 0.7), (about, 0.95))


@pytest.mark.parametrize(
    ("bio", "signature", "goes"),
    [
        ("Megan Lowe is a communicator with an eye for canals, and has worked in nine towns.", "By Megan Lowe", True),
        ("Megan is a communicator with an eye for canals, and has worked in nine towns.", "Megan Lowe, Editor", True),
        ("Megan Lowe is a communicator with an eye for canals, and has worked in nine towns.", "Canals", False),
        ("Leeds is a town with an eye for canals, and has had ninety of them in its time.", "By Megan Lowe", False),
    ],
)
def test_who_signs_is_told_of_below_the_article(bio: str, signature: str, goes: bool) -> None:
    read = standing((signature, 0.1), *[(BODY, 0.95)] * 5, (bio, 0.8))
    assert (bio not in read) is goes


@pytest.mark.parametrize(
    "told",
    [
        "Harold Lowe was the author of three guides to the canal, all of them still in print.",
        "Harold Lowe is the author of three guides to the canal, all of them still in print.",
    ],
)
def test_a_paragraph_on_a_writer_whom_the_article_is_about_stays(told: str) -> None:
    about = "Harold Lowe walked the canal from end to end every spring, as the lock keepers remember to this day."
    assert told in standing(("By Megan Keel", 0.1), *[(BODY, 0.95)] * 4, (about, 0.95), (about, 0.95), (told, 0.8))


def test_a_paragraph_on_whom_a_tag_names_stays() -> None:
    told = "Harold Lowe has been awake since three, as he is on every day of spring but one."
    about = "Harold Lowe walked the canal from end to end every spring, as the lock keepers remember to this day."
    read = standing(*[(BODY, 0.95)] * 4, (about, 0.95), (about, 0.95), (told, 0.8), ("Harold Lowe", 0.1))
    assert told in read


def test_above_what_is_told_of_who_signs_the_article_ends() -> None:
    bio = "Megan Keel is a reporter at The Amber Courier and has written on canals since 2003."
    told = "Harold Lowe is an author of guides to the canal, and lives at the ninth lock with his dogs."
    read = standing(("By Megan Keel", 0.1), *[(BODY, 0.95)] * 5, (told, 0.8), (bio, 0.8))
    assert (told in read, bio in read) == (True, False)


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        (
            (
                "A spokesman said that the Canal Company and the Orchard Council would meet before the year ends, "
                "if not in the spring, or in the summer."
            ),
            True,
        ),
        (
            (
                "A spokesman said that the museum and the theatre would meet before the year ends, if they could, "
                "or in the spring, or in the summer."
            ),
            False,
        ),
    ],
)
def test_a_paragraph_below_a_poll_stays_where_it_speaks_of_the_same(below: str, stays: bool) -> None:
    above = (
        "The plan by the Canal Company would close the pool, the Orchard Council was told on Tuesday at its meeting."
    )
    poll = [("POLL", 0.1), ("Close it?", 0.1), ("Yes", 0.05), ("No", 0.05), ("612 votes", 0.05)]
    read = standing((above, 0.95), (END, 0.95), *poll, (below, 0.2), ("Follow us", 0.02))
    assert (below in read) is stays


def test_a_subhead_below_titles_of_others_stays_where_it_is_far_shorter() -> None:
    titles = [("In ten years six thousand jobs were lost in the valley of the Orchard", 0.3)] * 2
    read = standing((BODY, 0.95), ("Read also", 0.2), *titles, ("The wall", 0.5), (BODY, 0.96), (END, 0.9))
    assert read == [BODY, "The wall", BODY, END]


def test_a_dateline_opens_the_article() -> None:
    opening = (
        "ORCHARD, Ill. (AP) — It was the heron, stuck on the roof of the pool since the spring, that woke the council."
    )
    assert standing((opening, 0.25), (BODY, 0.95), (BODY, 0.95))[0] == opening


def test_a_doubtful_item_of_a_list_that_stands_does_too() -> None:
    first, others = "• Fuel queues would suggest that shipments are held back.", ["• Moves of troops.", "• A new law."]
    assert standing((BODY, 0.9), ("What to watch for", 0.6), (first, 0.2), *((item, 0.9) for item in others)) == [
        BODY, "What to watch for", first, *others,
    ]  # fmt: skip
    menu = ["• Why the pool leaks.", "• Where to swim.", "• Who pays."]
    labels = [("Most read", 0.05), ("Weather", 0.05)]
    assert standing((BODY, 0.9), *labels, *((item, 0.2) for item in menu[:2]), (menu[2], 0.9)) == [BODY, menu[2]]


def test_items_and_rows_alike_stand_together() -> None:
    above = [(BODY, 0.95), ("The council proposes:", 0.7)]
    items = [("• More locks", 0.6), ("• Fewer boats", 0.25), ("• No fees", 0.3)]
    assert standing(*above, *items) == [text for text, _ in (*above, *items)]
    rows = [("Kelby 14", 0.6), ("Hornby 19", 0.3), ("Sledmore 17", 0.6)]
    assert standing(*above, *rows) == [text for text, _ in (*above, *rows)]
    assert "• Share on Facebook" not in standing(*above, *items, ("• Share on Facebook", 0.3))


def test_the_last_sentence_may_stand_below_a_call() -> None:
    lines = [(BODY, 0.95), (BODY, 0.95), ("Sign up for our newsletter.", 0.1), (END, 0.38)]
    assert standing(*lines) == [BODY, BODY, END]
    assert standing(*lines[:2], ("Most read", 0.1), lines[3]) == [BODY, BODY]
