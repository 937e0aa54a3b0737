"""What models learn from, all invented: pages, html and notes the judges, stories the tagger (training/)."""

import json
import re
from pathlib import Path

import pytest

from copydesk.desk.page.html import lay_out_html
from tests.marked_pages import marked_pages

_ROOT = Path(__file__).parents[1]
_FILES = sorted((_ROOT / "training/pages").glob("*.txt"))
_PRESENCE = sorted((_ROOT / "training/presence").glob("*.txt"))
_HTML = sorted((_ROOT / "training/html").glob("*.html"))
_NOTES = sorted((_ROOT / "training/notes").glob("*.txt"))
_STORIES = sorted((_ROOT / "training/stories").glob("*.txt"))
_LONG = 60  # characters; shorter lines are what all sites say


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_line_is_marked_and_every_page_but_those_without_has_an_article(path: Path) -> None:
    pages = marked_pages(path)
    assert len({name for name, _ in pages}) == len(pages)
    for name, lines in pages:
        assert name.startswith(f"{path.stem}-")
        assert [line for line in lines if line.strip() and line[:2] not in ("+ ", "- ", "~ ")] == []
        has_article = any(line.startswith("+ ") for line in lines)
        assert has_article != name.startswith(f"{path.stem}-none-"), name


@pytest.mark.parametrize("path", _PRESENCE, ids=lambda path: path.stem)
def test_a_page_that_teaches_presence_is_marked_line_by_line(path: Path) -> None:
    for name, lines in marked_pages(path):
        assert name.startswith(f"{path.stem}-")
        assert [line for line in lines if line.strip() and line[:2] not in ("+ ", "- ", "~ ")] == []


@pytest.mark.parametrize("path", _HTML, ids=lambda path: path.stem)
def test_what_is_marked_of_a_page_of_html_is_on_it(path: Path) -> None:
    visible = _letters(" ".join(line.text for line in lay_out_html(path.read_text(encoding="utf-8")).lines))
    marked = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert [line for line in marked["body"] if _letters(line) not in visible] == []


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("path", _NOTES, ids=lambda path: path.stem)
def test_every_note_is_one_line_and_there_once(path: Path) -> None:
    notes = path.read_text(encoding="utf-8").splitlines()
    assert notes == [" ".join(note.split()) for note in notes]
    assert "" not in notes
    assert len(set(notes)) == len(notes)


def test_no_page_that_measures_teaches() -> None:
    learned = {line[2:] for path in (*_FILES, *_PRESENCE) for _, lines in marked_pages(path) for line in lines}
    learned |= {note for path in _NOTES for note in path.read_text(encoding="utf-8").splitlines()}
    measured = {
        line[2:]
        for path in (_ROOT / "tests/desk/pages").glob("*.txt")
        for _, lines in marked_pages(path)
        for line in lines
    }
    learned |= {line for path in _HTML for line in json.loads(path.with_suffix(".json").read_text("utf-8"))["body"]}
    payloads, held_out = _bodies("payloads.jsonl"), _bodies("payloads-held-out.jsonl")
    assert {line for line in learned & (measured | payloads) if len(line) >= _LONG} == set()
    assert {line for line in (learned | payloads) & held_out if len(line) >= _LONG} == set()


def _bodies(name: str) -> set[str]:
    payloads = (_ROOT / "tests/desk" / name).read_text("utf-8").splitlines()
    return {line for payload in payloads for line in json.loads(payload)["body"]}


@pytest.mark.parametrize("path", _STORIES, ids=lambda path: path.stem)
def test_brackets_in_a_story_mark_names_and_nothing_else(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        bare = re.sub(r"\[(?:PER|ORG|LOC) [^\s\[\]](?:[^\[\]]*[^\s\[\]])?\]", "", line)
        assert "[" not in bare, line
        assert "]" not in bare, line


def test_no_story_that_measures_teaches() -> None:
    learned, measured = (
        {line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if len(line) > _LONG}
        for paths in (_STORIES, sorted((_ROOT / "tests/desk/stories").glob("*.txt")))
    )
    assert learned
    assert measured
    assert learned.isdisjoint(measured)
