"""Text with its names marked by hand, as the fields of training/names.py learn it and names_certainty.py measures."""

import gzip
import json
import pathlib
from typing import NamedTuple


class Document(NamedTuple):
    """A text with its names: (start, end, PER | ORG | LOC)."""

    text: str
    spans: list[tuple[int, int, str]]


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


def stretches(documents: list[Document]) -> list[int]:
    """For each document the number, 0 to 4, of the stretch that it stands in: held out is by stretches."""
    length = max(1, len(documents) // 50)
    return [place // length % 5 for place in range(len(documents))]
