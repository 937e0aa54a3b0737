"""Invented pages, a mark before each line: "+" the article's, "-" not, "~" either."""

from pathlib import Path


def marked_pages(path: Path) -> list[tuple[str, list[str]]]:
    """The name and the marked lines of each page of a file."""
    pages = []
    for page in path.read_text(encoding="utf-8").split("=== ")[1:]:
        name, *lines = page.rstrip("\n").split("\n")
        pages.append((name, lines))
    return pages
