"""Lines that are no titles, however much they look like one."""

import pytest

from copydesk.desk.frame import Role, Verdict
from copydesk.desk.metadata.titles import no_headline
from copydesk.desk.metadata.titles.headline import find_headline
from copydesk.desk.metadata.titles.title import as_field
from copydesk.desk.metadata.view import look
from copydesk.desk.page.lines import lay_out_text

PROSE = (
    "The harbour of the small town was rebuilt after the storm of last winter, and the ferries run again since Monday, "
    "as the council decided in the spring after long talks with the fishermen and the owners of the old boats."
)

NO_TITLES = {
    "breadcrumb": "Home » Soups » Leek Soup",
    "breadcrumb between slashes": "Home / World / Europe",
    "breadcrumb between slashes, linked": "[Home](/) / [World](/world) / [Europe](/world/europe)",
    "breadcrumb of sections": "Sport > Rowing > Harbour Cup",
    "breadcrumb with bullets": "Accueil • Sport • Le port",
    "breadcrumb that says so": "You are here: Home » Harbour",
    "menu": "About us | Research | Staff | Contact",
    "entry of a live report": "22.20 First big city declares",
    "numbers": "00:00 / 31:44",
    "issue of a series": "Harbour Comment No. 6 (112), 11 April 2023",
    "question for consent": "We value your privacy",
    "cookies": "Cookies on this site",
    "caption with the newspaper's credit": "A ferry in the harbour (Saltmouth Post)",
    "caption with the picture's source": "Rowers below the old bridge (Image: Saltmouth Media)",
    "a day of the week, the day and its hour": "mar 16 gen 2024 18:20 Borgo Selce",
    "rates of exchange": "Курс на 4 сентября: USD 541,20 EUR 597,85 RUB 5,98",
    "lynx's list of feeds": "#[1]Saltmouth Post RSS",
    "what opens a mail": "Wird diese E-Mail nicht richtig angezeigt? Im Browser öffnen: https://post.example/v/8f3",
    "what opens a mail, in English": "View this email in your browser",
    "Japanese caption": "港のフェリー＝19日午前、白波町",
    "menu without signs": "Home World Politics Sport Culture Weather Video Jobs",
    "Russian menu": "Главная В мире Экономика Политика Происшествия Культура Спорт Москва Спецпроекты",
    "another Russian menu": "Номер Архив Подписка Реклама Объявления",
    "Hindi menu": "ऐप डाउनलोड करें सब्सक्राइब लॉगिन",
    "day and hour beside the newspaper's name": "SALTMOUTH POST - Jan 23, 2020 - 20:51 | World, All",
    "what opens a mail, in few words": "View in browser",
    "what kind of text it is, and its day": "Press release, 28 May 2024",
    "what kind of text it is, from whom, in Norwegian": "Pressemelding fra Havneforbundet, 28. mai 2024",
    "a name and the day of its edition": "Harbour Close | Thursday, 11 May 2023",
    "what an agency tells newspapers": "EDS: Updates with comment from the harbour board, adds detail",
    "Korean caption with its reporter": "지난 18일 항구에서 주민들이 배를 기다리고 있다. ⓒ오지현 기자",
    "how long reading takes": "Reading Time: 2 minutes",
    "links past the menu": "Skip to content | Skip to search",
    "links past the menu, in Swedish": "Hoppa till innehållet | Gå till sökningen",
    "Dutch menu": "Binnenland Buitenland Sport Cultuur & Media Verkeer",
    "what an agency has changed": "(Recasts with the board's answer, adds shares in paragraph 7)",
    "a broadcaster's caption": "Image caption, The ferries run again since Monday",
    "a broadcaster's caption, in Spanish": "Pie de foto, El puerto después de la tormenta",
    "when a release may be printed": "FOR IMMEDIATE RELEASE",
    "when a release may be printed, in Portuguese": "Para divulgação imediata",
    "what an agency has changed, in Spanish": "(Amplía con las declaraciones de la alcaldesa)",
}


def may_be_taken(line: str, above: str = "The Saltmouth Post\nNews\nSport", below: str = "") -> bool:
    page = lay_out_text(f"{above}\n{line}\n\n{PROSE}\n\n{below}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    return no_headline.may_be_taken(
        look(page, verdicts), next(i for i, text in enumerate(page.lines) if text.text == line)
    )


@pytest.mark.parametrize("line", NO_TITLES.values(), ids=NO_TITLES.keys())
def test_a_line_of_the_site_is_no_title(line: str) -> None:
    assert not may_be_taken(line)


@pytest.mark.parametrize(
    "line",
    [
        "Britain has its worst harvest since 1945",
        "Der Hafen wächst seit 2015",
        "Harbour rebuilt",
        "1984 and all that",
        "Dollar falls as USD 100 buys EUR 90",
        "How to browse the web without a browser",
        "What sport and politics have to do with the weather",
        "The best live sport of 2025 so far",
        "What science tells us about health",
        "US Jobs Report Moves World Markets",
        "Movies about music, travel and food",
        "Россия в мире: политика и экономика",
        "Council meeting on 14 May 2026 at 19:00",
        "Ukraine war live, 14 May 2026, 10:30",
        "How to open PDF files in your browser",
        "Уязвимость в браузере Firefox",
        "#MeToo: How the RSS and its leaders reacted",
        "She: »I like ferries« and other words",
        "A ferry for all (and a boat)",
        "Skip to my boat | A harbour diary",
        "Harbour adds ferries (updates to come)",
        "– And then the ferry sank",
        "Ann Lee | The last skipper of the harbour",
    ],
)
def test_a_title_may_have_signs_and_numbers(line: str) -> None:
    assert may_be_taken(line)


def test_since_when_there_is_a_newspaper_is_no_title() -> None:
    assert not may_be_taken("Serving the harbour since 1887", above="The Saltmouth Post")
    assert not may_be_taken("Unabhängige Zeitung der Inseln. Gegründet 1911", above="Der Hafenbote")
    assert may_be_taken("Fire destroys the hotel founded in 1911", above="The Saltmouth Post")


def test_what_a_breadcrumb_below_begins_with_is_the_site() -> None:
    page = lay_out_text(
        f"Rivers and Tides\n\nRivers and Tides  >  News  >  Article\n\nA lake that fills again\n\n{PROSE}\n"
    )
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    assert [no_headline.may_be_taken(look(page, verdicts), i) for i in (0, 2)] == [False, True]


def test_steps_to_a_title_that_is_cut_are_none() -> None:
    title = "Ferry steps to close for nine weeks after a diver finds a hole"
    page = lay_out_text(f"Menu\nHome News Harbour Ferry steps to close\n{title}\n\n{PROSE}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    assert [no_headline.may_be_taken(look(page, verdicts), i) for i in (1, 2)] == [False, True]


def test_the_last_of_some_steps_is_not_the_title_that_it_begins() -> None:
    title = "Ferry steps to close for nine weeks after a diver finds a hole in the wall"
    page = lay_out_text(f"Menu\nSearch\nHome\nNews\nFerry steps to close for nine weeks\n{title}\n\n{PROSE}\n{PROSE}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    found = find_headline(look(page, verdicts))
    assert found is not None
    assert page.lines[found].text == title


def test_the_name_of_the_holder_and_a_slogan_are_no_titles_at_the_top() -> None:
    assert not may_be_taken("Institute of Mooring", above="Menu", below="© Institute of Mooring, 2019")
    assert may_be_taken("Institute of Mooring", above="Menu")
    assert not may_be_taken("plain words on ropes and knots", above="Moorings")


def is_taken(line: str, below: str) -> bool:
    page = lay_out_text(f"Menu\n{line}\n{below}\n\n{PROSE}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    return no_headline.may_be_taken(look(page, verdicts), 1)


def test_a_question_that_is_answered_after_a_dash_is_no_title() -> None:
    question = "— When did you last see the harbour so full?"
    assert not is_taken(question, "— As a child. My father had a boat.")
    assert is_taken(question, "A talk with the skipper of the last ferry")


def test_whom_an_interview_asks_is_no_title_above_the_answer_that_is() -> None:
    assert not is_taken("GRETA LINDHOLM | FÄHRFRAU", "„Das Meer fragt nicht, wie alt du bist“")
    assert is_taken("GRETA LINDHOLM | FÄHRFRAU", "Ihr Leben auf der Fähre zu den Inseln")


def test_the_last_step_of_a_breadcrumb_and_the_title_run_together_are_the_title() -> None:
    headline = "Ferry steps closed for nine weeks"
    line = f"Home > News > {headline} {headline}"
    assert title_of(f"{line}\n8 January 2019\n{PROSE}\n{PROSE}\n") == line
    assert as_field(line) == headline
    assert as_field("Row, row, row your boat") == "Row, row, row your boat"


def test_the_section_that_an_agency_names_before_a_title_is_none_of_it() -> None:
    assert as_field("（经济）小城港口恢复通航") == "小城港口恢复通航"
    assert as_field("（下）小城港口恢复通航") == "（下）小城港口恢复通航"


UPPER, STANDFIRST = (
    "Islanders win right to buy back their ferries after ten years in court",
    "Owners have until spring to name their price",
)


@pytest.mark.parametrize(
    ("above", "upper", "title"),
    [
        ("Harbour", UPPER, UPPER),
        (f"Home » Harbour » {STANDFIRST}", UPPER, STANDFIRST),
        ("Harbour", "The islanders of Saltmouth", STANDFIRST),
    ],
    ids=["headline", "below a breadcrumb that has the lower", "too short"],
)
def test_of_two_headlines_above_the_byline_the_upper_is_the_title(above: str, upper: str, title: str) -> None:
    head = ["The Saltmouth Post", "News Sport Weather", above, upper, STANDFIRST, "By Ann Lee", "8 January 2019"]
    assert title_of("\n".join([*head, PROSE, PROSE])) == title


def titled(fields: str) -> str:
    """The title's line of a text whose true title stands above some fields."""
    page = lay_out_text(f"Menu\nHarbour of the small town rebuilt after the storm\n{fields}\n\n{PROSE}\n{PROSE}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    found = find_headline(look(page, verdicts))
    assert found is not None
    return page.lines[found].text


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        (
            "From: Beat <hello@beat.example>\nSubject: One click, or else\nDate: 2 May 2024",
            "Subject: One click, or else",
        ),
        ("Quelle: Hafenbote\nTitel: Ein Klick genügt\nDatum: 2. Mai 2024", "Titel: Ein Klick genügt"),
    ],
    ids=["mail", "a database's document, in German"],
)
def test_a_field_that_is_called_so_among_others_is_the_title(fields: str, title: str) -> None:
    assert titled(fields) == title
    assert as_field(title) == title.partition(": ")[2]


@pytest.mark.parametrize(
    "fields",
    [
        "Author: Ann Lee\nTitle: Senior Reporter\nPublished: 2 May 2024",
        "Category: News\nSubject: Swimming for all\nDate: 2 May 2024",
        "Title: The Pool\nDirector: Ann Lee",
    ],
    ids=["an office", "a subject", "a film"],
)
def test_fields_of_other_things_are_no_titles(fields: str) -> None:
    assert titled(fields) == "Harbour of the small town rebuilt after the storm"


def test_authors_and_where_they_are_above_the_day_are_no_title() -> None:
    signed = "Por Jandira Falcão Prado e Caio Monteforte — Belém e Abaetetuba"
    assert not _taken_above_day(signed)
    assert _taken_above_day("Por que o porto fechou e o que muda agora")


def _taken_above_day(line: str) -> bool:
    page = lay_out_text(f"Menu\n{line}\n14/02/2024 05h01\n\n{PROSE}\n")
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    return no_headline.may_be_taken(look(page, verdicts), 1)


def test_the_points_below_a_title_are_none() -> None:
    points = ["• Ferries of the harbour run again since Monday", "• Boats of the fishermen stay on land"]
    title = "'He was there': Harbour of the town rebuilt"
    page = lay_out_text("\n".join(["Menu", title, *points, "2 May 2024", "", PROSE]))
    verdicts = [Verdict(Role.PARAGRAPH if text.text == PROSE else Role.OTHER, 0.9, "") for text in page.lines]
    assert find_headline(look(page, verdicts)) == 1


def title_of(text: str) -> str | None:
    page = lay_out_text(text)
    verdicts = [Verdict(Role.PARAGRAPH if line.text == PROSE else Role.OTHER, 0.9, "") for line in page.lines]
    found = find_headline(look(page, verdicts))
    return None if found is None else page.lines[found].text


@pytest.mark.parametrize(
    ("house", "below"),
    [
        ("Saltmouth News Agency", ""),
        ("Harbour Homes Alliance", "About Harbour Homes Alliance"),
        ("Harbour Homes Alliance", "Harbour Homes Alliance is a landlord that does not make profit."),
        ("Harbour Homes Ltd", ""),
        ("University of Saltmouth – Press Office", ""),
    ],
    ids=["a newspaper's", "told of", "told of in a sentence", "a company's", "a press office"],
)
def test_the_name_of_a_house_is_the_title_only_where_no_headline_stands_below(house: str, below: str) -> None:
    headline = "New ferries to carry four thousand people to the islands"
    text = f"{house}\n{headline}\n8 January 2019\n{PROSE}\n{PROSE}\n{below}\n"
    assert title_of(text) == headline


def test_the_name_above_the_menu_is_the_title_only_where_no_headline_stands_below() -> None:
    house, menu, headline = (
        "Harbour & Quay Authority",
        "Home | Tides | Ferries | About us",
        "New Ferries to the Islands",
    )
    assert title_of(f"{house}\n{menu}\n{headline}\n8 January 2019\n{PROSE}\n{PROSE}\n") == headline
    assert title_of(f"{house}\n{menu}\n8 January 2019\n{PROSE}\n{PROSE}\n") == house


def test_a_line_that_another_numbers_is_the_series_and_no_title() -> None:
    series, headline = "Five years in the village of the fishermen", "The boats stay on land, and only the shadows move"
    text = f"{series}\n{headline}\n8 January 2019\n{PROSE}\n{PROSE}\n"
    assert title_of(text) == series
    assert title_of(f"{text}{series} ②\n") == headline
    assert title_of(f"{text}{series} now\n") == series


def test_the_number_of_a_release_is_the_title_only_where_no_headline_stands_below() -> None:
    number, headline = "Pressemitteilung Nr. 12/2024", "Neue Fähren fahren ab Mai zu den Inseln"
    assert title_of(f"Hafen der Inseln – Pressestelle\n{number}\n{headline}\n{PROSE}\n{PROSE}\n") == headline
    assert title_of(f"{number}\n{PROSE}\n{PROSE}\n") == number


def test_the_result_of_a_match_is_the_title_only_where_no_headline_stands_below() -> None:
    result, headline = "Harbour Rovers 3 - 2 Old Town", "A late goal wakes the fishermen of the harbour"
    assert title_of(f"{result}\n{headline}\n8 January 2019\n{PROSE}\n{PROSE}\n") == headline
    assert title_of(f"{result}\n8 January 2019\n{PROSE}\n{PROSE}\n") == result
