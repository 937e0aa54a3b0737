"""Where a dispatch, a press release or a transcript ends, and what stands below for newsrooms."""

import numpy as np
import pytest
from tests.desk.doubted import BODY

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.proof.endings import cut_endings

HOUSE = "Canal Homes was founded in 1998 and looks after 26,000 locks."
NOTE = "The survey of the lock was carried out in May."


def standing(*lines: str) -> list[str]:
    """What stands of lines that the judge has kept."""
    page = lay_out_text("\n\n".join(lines))
    folded = [line.text.casefold() for line in page.lines]
    kept = cut_endings(page.lines, folded, np.ones(len(folded), bool))
    return [line.text for line, stands in zip(page.lines, kept, strict=True) if stands]


def read(*below: str) -> list[str]:
    """The same of lines below an article."""
    return standing(BODY, BODY, *below)[2:]


@pytest.mark.parametrize(
    "line",
    [
        "ENDS",
        "- ends -",
        "– ENDS –",
        "(END)",
        "-30-",
        "###",
        "# # #",
        "--o0o--",
        "END OF TRANSCRIPT",
        "*** ENDE ***",
        "--- Einde persbericht ---",
        "Kanala/Fim",
        "（完）",
        "Notes to editors",
        "**Notes to editors:**",
        "Redaktionelle Hinweise",
        "Note aux rédactions",
        "Nota para los editores",
        "Noot voor de redactie (niet voor publicatie):",
        "К сведению редакций",
        "Media contact:",
        "Contacto de prensa: 442 555 0190",
        "Pressekontakt",
        "Kontakt für Medien:",
        "Kontaktpersoner:",
        "【本件に関するお問い合わせ】",
    ],
)
def test_what_follows_the_end_goes(line: str) -> None:
    assert read(line, NOTE) == []


@pytest.mark.parametrize(
    "line",
    ["The end of the canal", "Ende gut, alles gut", "A note to the editor who asked for it", "Press freedom", "30"],
)
def test_what_only_sounds_like_an_end_stays(line: str) -> None:
    assert read(line, NOTE) == [line, NOTE]


@pytest.mark.parametrize("word", ["Ende", "Fin", "End", "完"])
def test_a_word_alone_may_be_a_subhead(word: str) -> None:
    assert read(word, NOTE) == [word, NOTE]


@pytest.mark.parametrize(
    "line",
    [
        "For more information, call 555-123-4567.",
        "Media inquiries into the 2024-2025 budget found that little had been saved.",
        "The next edition of the festival will be held in Marlow in May 2027.",
        "The next report is due on Friday.",
        "“Something went wrong,” he said.",
        "The church service is available to members.",
        "The club is open for members only.",
    ],
)
def test_what_articles_say_of_such_things_stays(line: str) -> None:
    assert read(line, NOTE) == [line, NOTE]
    assert read(NOTE, line) == [NOTE, line]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Sobre Vinícius", "“Vinícius está bien, trabaja con nosotros”, dijo el entrenador."),
        ("Over Trump", "Trump had donderdag gezegd dat hij niet komt."),
        ("About Ellen Grant", "Ellen Grant became mayor in 2012 and has won three times since."),
        ("OMAHA", "OMAHA, where the company is based, has a lock of its own."),
        ("OVERVIEW", "An overview of the locks is a long list."),
        ("عنابة", "سجلت ولاية عنابة أمس أعلى درجة حرارة."),
    ],
)
def test_a_subhead_that_names_its_subject_stays(heading: str, below: str) -> None:
    assert read(heading, below) == [heading, below]


def test_a_profile_with_the_article_still_going_on_stays() -> None:
    lines = ["About Canal Homes", HOUSE, *[NOTE] * 6]
    assert read(*lines) == lines


def test_the_end_of_the_first_of_several_dispatches_is_not_the_pages() -> None:
    lines = [BODY, "ENDS", BODY, BODY, BODY]
    assert standing(*lines) == lines


@pytest.mark.parametrize(
    "heading", ["About Canal Homes", "**Über Canal Homes**", "Sobre a Canal Homes", "Om Canal Homes:"]
)
def test_what_a_press_office_says_of_its_house_goes(heading: str) -> None:
    assert read(heading, HOUSE) == []


def test_a_subhead_about_something_stays() -> None:
    assert read("About the lock", HOUSE) == ["About the lock", HOUSE]
    assert read("About Lock Keepers", HOUSE) == ["About Lock Keepers", HOUSE]


@pytest.mark.parametrize(
    "line",
    [
        "mlr/dc/tes",
        "abr/ mmu/ ktl/",
        "RRL // MLM",
        "(wm/jcr)",
        "أفق/ر.م/ل.ع",
        "(Reporting by Ann Lee in Kelby; editing by Bo Carr)",
        "Next update at 1830",
        "Nästa uppdatering kl 12",
    ],
)
def test_who_keyed_a_dispatch_and_when_the_next_is_due_goes(line: str) -> None:
    assert read(line) == []


def test_what_has_slashes_otherwise_stays() -> None:
    assert read("He/she and/or they") == ["He/she and/or they"]
