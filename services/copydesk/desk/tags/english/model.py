"""The shipped model of names: read once, never written."""

from functools import cache
from importlib.resources import files
from typing import IO, NamedTuple

import numpy as np

from copydesk.desk.tags.english.crf import Field, Table
from copydesk.desk.tags.english.lexicon import Lexicon


class NamesModel(NamedTuple):
    """version: for Editor.models."""

    version: str
    lexicon: Lexicon
    field: Field


def read_names_model(file: IO[bytes]) -> NamesModel:
    """A tagger and its lists from the file that training/names.py makes."""
    with np.load(file, allow_pickle=False) as made:
        step = np.float32(made["step"])
        return NamesModel(
            version=str(made["version"]),
            lexicon=Lexicon(
                names=np.cumsum(made["name_gaps"], dtype=np.uint32),
                kinds=made["kinds"],
                words=np.cumsum(made["word_gaps"], dtype=np.uint32),
                rows=made["rows"],
                clusters=made["clusters"],
            ),
            field=Field(
                forms=Table.of(made["form_keys"], made["form_weights"] * step),
                places=Table.of(made["place_keys"], made["place_weights"] * step),
                transitions=made["transitions"],
            ),
        )


@cache
def names_model() -> NamesModel:
    """The shipped tagger of English names and the lists it reads."""
    with (files("copydesk") / "models" / "names-en.npz").open("rb") as file:
        return read_names_model(file)
