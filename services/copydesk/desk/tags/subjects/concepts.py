"""IPTC Media Topics as the package has them: which concept is part of which, and what each is called."""

import zipfile
from functools import cache
from importlib.resources import files


def line_of(concept: str) -> list[str]:
    """A concept and those above it, the top last. Concepts are known by their eight digits."""
    line = [concept]
    while above := broader()[line[-1]]:
        line.append(above)
    return line


@cache
def broader() -> dict[str, str]:
    """The concept above each; of one at the top, nothing."""
    return dict(line.split("\t") for line in member("concepts"))


@cache
def labels(language: str) -> dict[str, str]:
    """IPTC's own labels in a language (ISO 639); empty where it has none."""
    return dict(line.split("\t") for line in member(f"labels/{language}"))


def member(name: str) -> list[str]:
    """The lines of a member of models/topics.zip, which training/topics.py lists; none where it is missing."""
    with files("copydesk").joinpath("models/topics.zip").open("rb") as file, zipfile.ZipFile(file) as archive:
        if name not in archive.namelist():
            return []
        return archive.read(name).decode("utf-8").split("\n")
