"""Placeholder until the metadata lands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from copydesk.article import Author, Moment, RawArticle, Rights, Warning
from copydesk.desk.frame import Page, Verdict


@dataclass(frozen=True, slots=True)
class Matter:
    title: str | None = None
    subtitle: str | None = None
    series: str | None = None
    issue: str | None = None
    breadcrumb: list[str] = field(default_factory=list)
    publisher: str | None = None
    authors: list[Author] = field(default_factory=list)
    published: Moment | None = None
    modified: Moment | None = None
    reading_minutes: int | None = None
    rights: Rights | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    warnings: list[Warning] = field(default_factory=list)
    claims: dict[int, Verdict] = field(default_factory=dict)


def gather(page: Page, verdicts: Sequence[Verdict], raw: RawArticle) -> Matter:
    return Matter(title=raw.title)
