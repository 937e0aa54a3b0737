"""Hard-wrapped text becomes paragraphs again; text that is not wrapped stays as it is."""

import textwrap

import pytest

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.unwrap import unwrap

TEXT = """\
The harbour board voted on Tuesday to keep the old ferry terminal open through the winter, after a consultation in \
which more than four hundred residents wrote in to say that the bridge was no use to anyone without a car.
Its chair said the money would come from the reserve. The terminal was built in 1931 and has not been repaired since \
the storm of 1987, when the roof of the waiting room came off and landed in the fish market next door.
Work starts in March and is expected to last for two years, the board said in a statement on its own pages.\
"""
PARAGRAPHS = TEXT.split("\n")


def paragraphs_of(text: str) -> list[str]:
    return [line.text for line in unwrap(lay_out_text(text)).lines]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"], ids=["a blank line between", "two blank lines between"])
def test_paragraphs_wrapped_at_a_width_are_joined(width: int, between: str) -> None:
    text = between.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    assert paragraphs_of(text) == PARAGRAPHS


def test_the_joined_line_spans_the_lines_it_was_made_of() -> None:
    text = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    spans = [(line.first, line.last) for line in unwrap(lay_out_text(text)).lines]
    numbered = [n for n, line in enumerate(text.split("\n"), 1) if line]
    assert [n for first, last in spans for n in range(first, last + 1)] == numbered


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("govern-\nment", "government"),
        ("Asia-\nPacific", "Asia-Pacific"),
        ("well-\nknown", "well-known"),
        ("hut-to-\nhut", "hut-to-hut"),
        ("long-dis-\ntance", "long-distance"),
    ],
    ids=[
        "layout broke the word",
        "a capital follows",
        "the page knows both halves",
        "words joined by a small one",
        "layout broke a compound",
    ],
)
def test_a_hyphen_at_the_end_of_a_line(broken: str, whole: str) -> None:
    before, after = broken.split("\n")
    lines = [
        "The minister said that what was at stake was nothing less than the trust",
        "institutions in this country live on, which are well and widely known to",
        f"be patient, and nobody in the room, she said, would weaken the {before}",
        f"{after} in the months before elections; nobody should want that either,",
        "whatever the outcome of the vote.",
    ]
    assert f"the {whole} in the months" in " ".join(paragraphs_of("\n".join(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(PARAGRAPHS),
        "Home\nNews\nSport\nWeather\nTravel\nCulture\nLetters to the editor\nAbout this newspaper and its owners",
        """\
• A first item that is rather long but not quite as long as the others
• A second item that is just as long as all of the other items on it
• A third item that is about as long as the second and first one are
• A fourth item that is about as long as any of the three above here""",
    ],
    ids=["one line a paragraph", "a menu", "a list of items of one width"],
)
def test_text_that_is_not_wrapped_stays(text: str) -> None:
    assert paragraphs_of(text) == [line for line in text.split("\n") if line]


def test_japanese_is_joined_without_spaces() -> None:
    sentence = (
        "港湾局は火曜日、古い乗り場を冬のあいだも開けておくことを決めた。住民からは四百通を超える意見が寄せられた。"
    )
    wrapped = "\n".join(textwrap.wrap(sentence * 4, 30))
    assert paragraphs_of(wrapped) == [sentence * 4]


@pytest.mark.parametrize(
    ("end", "joined"),
    [("去年は四十一万TEU", "TEUとなり"), ("ABC 法人が扱うTEU", "TEU となり")],
    ids=["run together", "set apart"],
)
def test_latin_letters_are_joined_to_japanese_as_the_paragraph_has_it(end: str, joined: str) -> None:
    row = "港湾局は火曜日、古い乗り場を冬のあいだも開けておくと決めた"
    last = row[:20] + end  # as wide as the others
    [paragraph] = paragraphs_of("\n".join([row, row, last, "となり、四年ぶりの増加だった。"]))
    assert joined in paragraph


@pytest.mark.parametrize(
    "text",
    [
        (
            "A 43-year-old man was rescued from a crane in the harbour on\nMonday night. He told police that he had "
            "wanted to see the\nfireworks."
        ),
        "W sobotę w Zarzeczu odbędzie się jarmark miodu. Swoje stoiska\nwystawi ponad sześćdziesięciu pszczelarzy.",
    ],
    ids=["three lines", "two lines"],
)
def test_a_brief_is_joined_where_it_breaks_off_in_mid_sentence(text: str) -> None:
    assert paragraphs_of(text) == [text.replace("\n", " ")]


def test_sentences_of_one_width_are_no_paragraph() -> None:
    lines = [
        "The pool at Westhaven will be closed at the end of this season, at last.",
        "The road to Northgate will be open again by the middle of next October.",
        "The bus to Great Harding will leave at seven instead of half past seven.",
        "The clock of the town hall will be repaired as soon as anybody can pay.",
    ]
    assert paragraphs_of("\n".join(lines)) == lines


def test_nothing_runs_on_into_the_line_of_links_below() -> None:
    wrapped = textwrap.fill(PARAGRAPHS[0] + " " + PARAGRAPHS[2], 72)
    footer = "About us | Contact | Privacy policy | (c) 2017 Dunmere Shipping News"
    assert paragraphs_of(f"{wrapped}\n{footer}")[-1] == footer


@pytest.mark.parametrize(
    "opening",
    ["(NPA) - DUNMERE, 05 GIU - The harbour", "DUNMERE (npa) - The harbour", "Dunmere, 5 Jan (Npa) - The harbour"],
)
def test_a_title_does_not_run_on_into_the_dispatch_below(opening: str) -> None:
    title = "Dunmere keeps the old ferry terminal open through the winter months"
    wrapped = textwrap.fill(PARAGRAPHS[0].replace("The harbour", opening) + " " + PARAGRAPHS[2], 72)
    assert paragraphs_of(f"{title}\n{wrapped}")[0] == title


def test_a_paragraph_does_not_run_on_into_an_address_to_write_to() -> None:
    wrapped = textwrap.fill(PARAGRAPHS[0] + " " + PARAGRAPHS[2], 72)
    assert paragraphs_of(f"{wrapped}\nCorrespondence: board@dunmere.example")[-1].startswith("Correspondence")


def as_lynx_lays_out(paragraphs: list[str], addresses: int) -> str:
    """Headings to 79 columns, paragraphs to 75, and below them the list of the page's links."""
    heading = "Board keeps the old ferry terminal open through the winter, and repairs it after"
    body = [textwrap.indent(textwrap.fill(paragraph, 72, break_on_hyphens=False), "   ") for paragraph in paragraphs]
    links = [
        f"{n:4}. https://www.dunmere-shipping-news.example/harbour/{'x' * (n % 40)}.html" for n in range(addresses)
    ]
    return "\n\n".join([textwrap.fill(heading, 79), *body, "References\n\n" + "\n".join(links)])


def test_a_list_of_addresses_does_not_tell_the_column() -> None:
    found = paragraphs_of(as_lynx_lays_out(PARAGRAPHS, 80))
    assert [text for text in found if text in PARAGRAPHS] == PARAGRAPHS


def test_headings_that_reach_farther_do_not_tell_the_paragraphs_column() -> None:
    headings = "\n\n".join(
        f"{n} notices of the harbour board that were put up on the door of the waiting room" for n in "ABC"
    )
    text = as_lynx_lays_out(PARAGRAPHS * 3, 0) + f"\n\n{headings}"
    assert [line for line in paragraphs_of(text) if line in PARAGRAPHS] == PARAGRAPHS * 3


def test_a_line_that_was_broken_a_little_early_runs_on() -> None:
    first, *others = textwrap.wrap(PARAGRAPHS[0], 72)
    first, _, last = first.rpartition(" ")
    assert len(f"{first} {last}") < 72
    early = [first, f"{last} {others[0]}", *others[1:], "", *textwrap.wrap(PARAGRAPHS[1], 72)]
    assert paragraphs_of("\n".join(early))[0] == PARAGRAPHS[0]


@pytest.mark.parametrize("below", ["by Ann Lee", "updated 12 May 2024", "photo: Ann Lee"])
def test_what_stands_below_a_title_in_small_letters_does_not_run_on(below: str) -> None:
    title = "Council votes to close the pool after ninety years of leaks"
    text = "\n".join([title, below, "", *textwrap.wrap(PARAGRAPHS[0], 72), "", *textwrap.wrap(PARAGRAPHS[1], 72)])
    assert paragraphs_of(text)[:2] == [title, below]


def test_a_first_line_may_stand_a_column_further_out() -> None:
    lines = textwrap.wrap(PARAGRAPHS[0], 69)
    others = "\n\n".join(
        textwrap.fill(paragraph, 72, initial_indent="   ", subsequent_indent="   ") for paragraph in PARAGRAPHS[1:]
    )
    text = f"  {lines[0]}\n" + "\n".join(f"   {line}" for line in lines[1:]) + f"\n\n{others}"
    assert paragraphs_of(text)[0] == PARAGRAPHS[0]


def test_a_heading_that_was_centred_over_two_lines_is_one() -> None:
    heading = "Isobel Lee, engineer who kept the lights on in the\n                      Orchard for three decades"
    text = f"          {heading}\n\n" + as_lynx_lays_out(PARAGRAPHS * 3, 0)
    assert paragraphs_of(text)[0] == "Isobel Lee, engineer who kept the lights on in the Orchard for three decades"


def test_two_lines_one_below_the_other_are_no_centred_heading() -> None:
    text = "          Isobel Lee, engineer who kept the lights on in the\n          Orchard\n\n"
    assert paragraphs_of(text + as_lynx_lays_out(PARAGRAPHS * 3, 0))[1] == "Orchard"


def test_rows_of_a_framed_table_stay_apart() -> None:
    rows = [
        "┌──────────────────────────────────────┬──────────────┬───────────────┐",
        "│Harbour ferry of 1961, and newly mended│22,50 shillings│41 tons at sea │",
        "├──────────────────────────────────────┼──────────────┼───────────────┤",
        "│Post boat, with a new engine since May│16,90 shillings│12 tons at sea │",
        "└──────────────────────────────────────┴──────────────┴───────────────┘",
    ]
    prose = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    joined = paragraphs_of(f"{prose}\n\n" + "\n".join(rows))
    assert joined == [*PARAGRAPHS, *(" ".join(row.split()) for row in rows)]


def test_a_line_that_opens_with_a_day_and_its_hour_does_not_run_on() -> None:
    stamp = "27 February 2024, 10:15 Larissa Lee 4 118 views 37 comments, and below it"
    prose = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    read = paragraphs_of(f"Home\n\n{stamp}\nA ferry in the harbour\n\n{prose}")
    assert read[1:3] == [stamp, "A ferry in the harbour"]
    linked = "27 February 2024, 10:15 • Changed 27 February 2024, 16:41 • By [Larissa\nLee](/authors/larissa-lee)"
    assert paragraphs_of(f"Home\n\n{linked}\n\n{prose}")[1] == linked.replace("\n", " ")


def test_the_narrow_columns_of_a_printed_page_are_joined() -> None:
    columns = "\n\n".join(textwrap.fill(paragraph, 36, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    page = f"FEATURE  Ferries\n\nA terminal for one more winter\n\nWORDS Ann Lee\n\n{columns}\n\nSubscribe: see page 62"
    assert paragraphs_of(page)[3:-1] == PARAGRAPHS
    assert paragraphs_of(page)[:3] == ["FEATURE Ferries", "A terminal for one more winter", "WORDS Ann Lee"]


LISTS = {
    "addresses": "\n".join(f"https://a.example/harbour/story-{number}" for number in range(20)),
    "commands": "\n".join(["sudo apt-get install certbot", "systemctl restart nginx server"] * 8),
    "verses": "\n".join(["the ships come in at evening", "and no one lights a lamp for us"] * 10),
    "ingredients": "\n".join(["two spoons of melted butter", "a handful of chopped parsley"] * 8),
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
@pytest.mark.parametrize("above", ["", f"{TEXT}\n\n"], ids=["alone", "below an article"])
def test_narrow_lines_that_are_no_prose_stay_apart(text: str, above: str) -> None:
    lines = [line for line in (above + text).split("\n") if line]
    assert paragraphs_of(above + text) == lines


def test_a_menu_is_no_narrow_column() -> None:
    menu = [
        "Home",
        "the latest news",
        "weather and tides",
        "sport",
        "letters to the editor",
        "obituaries",
        "who we are",
    ]
    page = "\n".join(menu * 4)
    assert paragraphs_of(page) == menu * 4
