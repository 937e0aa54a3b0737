"""The invented pages from which the judges learn: training/pages."""

from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_FILES = sorted((_ROOT / "training/pages").glob("*.txt"))
_LONG = 60  # characters; shorter lines are what all sites say


def _pages(path: Path) -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {}
    for page in path.read_text(encoding="utf-8").split("=== ")[1:]:
        name, *lines = page.rstrip("\n").split("\n")
        assert name not in pages, name
        pages[name] = lines
    return pages


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_line_is_marked_and_every_page_has_an_article(path: Path) -> None:
    for name, lines in _pages(path).items():
        assert name.startswith(f"{path.stem}-")
        assert [line for line in lines if line.strip() and line[:2] not in ("+ ", "- ", "~ ")] == []
        assert any(line.startswith("+ ") for line in lines), name


def test_no_page_that_measures_teaches() -> None:
    learned = {line[2:] for path in _FILES for lines in _pages(path).values() for line in lines}
    measured = {
        line[2:]
        for path in (_ROOT / "tests/desk/pages").glob("*.txt")
        for lines in _pages(path).values()
        for line in lines
    }
    assert {line for line in learned & measured if len(line) >= _LONG} == set()
