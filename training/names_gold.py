"""Text with its names marked, as training/names.py learns it and names_certainty.py, benchmarks and tests measure."""

import gzip
import json
import pathlib
import re
from typing import NamedTuple

_MARK = re.compile(r"\[(PER|ORG|LOC) ([^\[\]]+)\]")
_STORIES = pathlib.Path(__file__).parent / "stories"


class Document(NamedTuple):
    """A text with its names: (start, end, PER | ORG | LOC)."""

    text: str
    spans: list[tuple[int, int, str]]


def read_all(data: pathlib.Path) -> dict[str, list[Document]]:
    """The documents of each source: two sets in `data`, and the stories written for this."""
    return {
        "wikigold": read_gold(data / "entities-wikigold.jsonl.gz", sentences_a_document=12),
        "wnut17": read_gold(data / "entities-wnut17.jsonl.gz", sentences_a_document=1),
        "stories": [story for path in sorted(_STORIES.glob("*.txt")) for story in read_stories(path)],
    }


def read_gold(path: pathlib.Path, sentences_a_document: int) -> list[Document]:
    """Tokens joined by spaces, one sentence a line; sentences that stood together make a document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = []
    for first in range(0, len(rows), sentences_a_document):
        text, spans = "", []
        for row in rows[first : first + sentences_a_document]:
            for token, tag in zip(row["tokens"], row["tags"], strict=True):
                if tag != "O":
                    if tag.startswith("B-"):
                        spans.append((len(text), len(text) + len(token), tag[2:]))
                    else:
                        spans[-1] = (spans[-1][0], len(text) + len(token), tag[2:])
                text += token + " "
            text = text[:-1] + "\n"
        documents.append(Document(text, spans))
    return documents


def read_stories(path: pathlib.Path) -> list[Document]:
    """The stories in a file: names are marked as [PER Anna Lind], an empty line ends a story.

    Raises ValueError, with the file and the story, where a bracket is no mark.
    """
    documents = []
    for story in path.read_text("utf-8").strip().split("\n\n"):
        text, spans, at = "", [], 0
        for mark in _MARK.finditer(story):
            text += story[at : mark.start()]
            spans.append((len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            at = mark.end()
        text += story[at:] + "\n"
        if "[" in text or "]" in text:
            raise ValueError(f"{path}: a bracket that marks no name in the story that begins {text[:60]!r}")
        documents.append(Document(text, spans))
    return documents


def stretches(documents: list[Document]) -> list[int]:
    """For each document the number, 0 to 4, of the stretch that it stands in: held out is by stretches."""
    length = max(1, len(documents) // 50)
    return [place // length % 5 for place in range(len(documents))]
