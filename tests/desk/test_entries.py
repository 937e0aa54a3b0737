"""Live blogs and counted entries: what is told in them stands, and is an article."""

from collections.abc import Sequence

import numpy as np
from tests.desk.doubted import BODY, END, shapes, standing

from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.proof.entries import is_told_in_entries


def test_the_times_of_a_live_blog_stay_where_they_are_in_order() -> None:
    blog = [("18:40", 0.1), (BODY, 0.8), ("17:15", 0.1), (BODY, 0.8), ("16:02", 0.1), (BODY, 0.8)]
    assert standing(*blog) == ["18:40", BODY, "17:15", BODY, "16:02", BODY]
    assert standing(*blog[2:4], *blog[:2], *blog[4:]) == [BODY, BODY, BODY]


def test_a_time_may_stand_before_the_heading_of_an_entry() -> None:
    entries = [("17.31 Ferries to run again", 0.2), (BODY, 0.9), ("15.05 Power cut", 0.2), (BODY, 0.9), ("Share", 0.1)]
    more = [("11.20 Trawler reaches harbour", 0.2), (BODY, 0.9), ("08.55 Schools closed", 0.2), (BODY, 0.3)]
    read = standing(*entries, *more, ("Most viewed", 0.1))
    assert read == [text for text, _ in (*entries, *more) if text != "Share"]


def test_times_in_a_row_are_a_programme_and_no_live_blog() -> None:
    rows = [("17.31 Ferries to run again", 0.2), ("17.50 News", 0.2), ("18.05 Weather", 0.2), ("18.30 Film", 0.2)]
    assert standing((BODY, 0.9), *rows, (BODY, 0.9)) == [BODY, BODY]


def test_the_chapters_of_a_recording_stand_where_the_first_of_them_do() -> None:
    chapters = [("(00:00) Intro", 0.6), ("(02:15) The lock", 0.5), ("1:01:40 The vote", 0.1)]
    assert standing((BODY, 0.9), ("Chapters", 0.3), *chapters) == [BODY, "Chapters", *(text for text, _ in chapters)]
    assert standing((BODY, 0.9), *[(text, 0.1) for text, _ in chapters]) == [BODY]
    assert standing((BODY, 0.9), *chapters[1:], ("00:10 A trailer", 0.1))[-1] != "00:10 A trailer"


def test_entries_told_in_some_sentences_are_a_live_report() -> None:
    def is_live(told: str) -> bool:
        times = ("17.31 Ferries to run again", "15.05 Power cut", "11.20 Trawler reaches harbour")
        page = lay_out_text("\n\n".join(line for time in times for line in (time, told)))
        kept = np.array([line.text == told for line in page.lines])
        return is_told_in_entries(kept, [line.text.casefold() for line in page.lines], shapes(page))

    assert is_live(f"{BODY} {END} {BODY}")
    assert not is_live("A comedy in which two brothers sell a boat.")


def test_counted_entries_told_in_some_sentences_are_an_article() -> None:
    def is_told(told: str, numbers: Sequence[int]) -> bool:
        page = lay_out_text("\n\n".join(line for number in numbers for line in (f"## {number}. Field mill", told)))
        kept = np.array([line.text == told for line in page.lines])
        return is_told_in_entries(kept, [line.text.casefold() for line in page.lines], shapes(page))

    assert is_told(f"{BODY} {END} {BODY}", range(1, 6))
    assert is_told(f"{BODY} {END} {BODY}", range(5, 0, -1))
    assert not is_told("Ships in two days.", range(1, 6))
    assert not is_told(f"{BODY} {END} {BODY}", (3, 9, 1, 7, 20))


def test_an_entry_of_a_live_blog_stands_with_its_heading_though_the_judge_doubts_it() -> None:
    blog = [("18:40", 0.1), (BODY, 0.8), ("17:15", 0.1), (BODY, 0.8), ("16:02", 0.1), (BODY, 0.8)]
    last = [("15:31", 0.1), ("Divers on their way", 0.1), (BODY, 0.1), ("Share", 0.1)]
    assert standing(*blog, *last)[-3:] == ["15:31", "Divers on their way", BODY]
    readers = [("Comments", 0.1), ("joe99", 0.1), ("15:31", 0.1), (f"{BODY} And so on.", 0.1)]
    assert standing(*blog, *readers)[-1] == BODY
    titles = [("15:31", 0.1), ("Divers on their way to the pool", 0.1), ("Read more", 0.1)]
    assert standing(*blog, *titles)[-1] == BODY


def test_a_box_between_the_entries_of_a_live_blog_does_not_end_it() -> None:
    blog = [("18:40", 0.1), (BODY, 0.8), ("17:15", 0.1), (BODY, 0.8), ("16:02", 0.1), (BODY, 0.8)]
    box = [("Sign up to our newsletter", 0.1), ("Related: Where to find dry blankets tonight", 0.1)]
    assert standing(*blog, *box, ("15:31", 0.1), (BODY, 0.1))[-2:] == ["15:31", BODY]
    assert standing(*blog, *box, ("19:31", 0.1), (f"{BODY} And so on.", 0.1))[-1] == BODY
