"""The two samples of articles that came as text, under the roles that a perfect judge gives their lines."""

import os
from pathlib import Path

import pytest

from copydesk.article import RawArticle
from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.metadata.gather import Matter, gather
from copydesk.desk.page.lines import lay_out_text

SHARED = Path(os.environ.get("COPYDESK_SHARED") or Path(__file__).parents[3] / "shared")
SAMPLES = SHARED / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples (../shared/samples) are not here")


def judged(page: Page, body: range, headings: set[int]) -> list[Verdict]:
    def role(number: int) -> Role:
        if number in headings:
            return Role.HEADING
        return Role.PARAGRAPH if number in body else Role.OTHER

    return [Verdict(role(line.first), 1.0, "for the test") for line in page.lines]


def read_sample(name: str, body: range, headings: set[int]) -> tuple[Matter, dict[int, str]]:
    [path] = SAMPLES.glob(f"{name}_*.txt")
    text = path.read_text(encoding="utf-8")
    page = lay_out_text(text)
    matter = gather(page, judged(page, body, headings), RawArticle(content=text))
    return matter, {page.lines[i].first: verdict.role.value for i, verdict in matter.claims.items()}


def test_the_sample_with_a_glued_reading_time() -> None:
    matter, claimed = read_sample("000", range(4, 21), {4, 8, 12})
    assert matter.title is not None
    assert matter.title.startswith("North Korea, China: ")
    assert matter.series is None
    assert matter.published is not None
    assert (matter.published.at, matter.published.precision) == ("2019-01-08T18:42:00Z", "minute")
    assert matter.modified is None
    assert matter.reading_minutes == 4
    assert matter.authors == []
    assert matter.publisher == "Stratfor"
    assert matter.rights is not None
    assert matter.rights.holder == "Stratfor Enterprises, LLC"
    assert matter.rights.notice == "Copyright © Stratfor Enterprises, LLC. All rights reserved."
    assert matter.breadcrumb == []
    assert claimed == {1: "title", 3: "date", 28: "copyright"}
    assert matter.warnings == []


@pytest.mark.parametrize("body", [range(25, 42), range(14, 42)], ids=["known body", "title and widgets taken for body"])
def test_the_sample_with_a_breadcrumb_and_a_series(body: range) -> None:
    matter, claimed = read_sample("002", body, {27, 31, 35, 39})
    assert matter.title is not None
    assert matter.title.startswith("Kim Jong-un’s Visit to China: ")
    assert (matter.series, matter.issue) == ("PISM Spotlight", "2/2019")
    assert matter.published is not None
    assert (matter.published.at, matter.published.precision) == ("2019-01-11", "day")
    assert [author.name for author in matter.authors] == ["Oskar Pietrewicz"]
    assert matter.publisher == "PISM"
    assert matter.breadcrumb == ["Publications", "PISM Spotlights"]
    assert claimed == {12: "breadcrumb", 14: "title", 21: "date", 22: "byline", 23: "title"}
    assert matter.warnings == []
