"""Train the trees by which the desk finds the title among the lines of a text.

    PYTHONPATH=services python training/headline.py EVAL

EVAL is the directory of the evaluation data: news, web and world of it, each dumped by w3m
(text-w3m-SET.jsonl.gz) and flattened to blocks with flatten.py, once with its address and once without. The candidates
and their features are the desk's own, under the verdicts of the shipped judge. It has seen these pages; out of fold
its verdicts gave the trees the same scores on pages that they did not see. Besides these teach the invented payloads of
tests/desk/payloads.jsonl, which come without their HTML from houses of more kinds and languages. Prints how often the
title is exactly right, cross-validated by site, then writes the trees of all pages to
services/copydesk/models/headline.npz. The same data and judge give the same trees.

Needs: pip install lightgbm scipy.
"""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from processor import PROCESSOR

os.environ.update(PROCESSOR)

import lightgbm
import numpy as np
from boosting import REPEATABLE
from judge import as_arrays
from judge_pages import payloads
from numpy.typing import NDArray

from copydesk.desk.frame import Verdict
from copydesk.desk.judging.judge import judge
from copydesk.desk.metadata.titles.headline import ranked
from copydesk.desk.metadata.titles.headline_features import COLUMNS, candidates
from copydesk.desk.metadata.titles.title import as_field
from copydesk.desk.metadata.view import look
from copydesk.desk.page.text import lay_out_paragraphs
from copydesk.errors import NoArticleError

SETS = ("news", "web", "world")
STYLES = ("w3m", "blocks")
FOLDS = 5
# Slow learning: of 368 texts by writers whose payloads teach nothing one title in a hundred more is right than with 100
# trees at .15, by each of three seeds.
ROUNDS = 300
INVENTED = "payloads"
# How much an invented payload teaches beside a page of the sets, each of which is there four times: of 62 payloads by
# writers of their own .89 and .84 of the titles rank first in two lots, .84 and .83 at a weight of 1, .75 and .79
# without any; on pages of the sets a hundredth more or the same.
OF_INVENTED = 3.0
PARAMETERS = {
    **REPEATABLE,
    "objective": "lambdarank",
    "lambdarank_truncation_level": 3,
    "num_leaves": 8,
    "learning_rate": 0.05,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "min_data_in_leaf": 30,
}

WEIGHTS = Path(__file__).resolve().parent.parent / "services/copydesk/models/headline.npz"


@dataclass(frozen=True, slots=True)
class Example:
    """indices: the candidates' lines. features: a row a candidate. is_title: which of them is the known title.

    addressed: whether with its address.
    """

    set: str
    style: str
    site: str
    addressed: bool
    indices: list[int]
    features: NDArray[np.float32]
    is_title: NDArray[np.float32]

    @property
    def fold(self) -> int:
        return int(hashlib.md5(self.site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def rows(data: Path, name: str, style: str) -> Iterator[dict[str, Any]]:
    if style == "w3m":
        with gzip.open(data / f"text-w3m-{name}.jsonl.gz", "rt") as lines:
            yield from map(json.loads, lines)
        return
    command = [sys.executable, str(data / "flatten.py"), str(data / f"{name}.jsonl.gz"), style]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as flatten:
        assert flatten.stdout is not None
        yield from map(json.loads, flatten.stdout)


def documents(data: Path) -> Iterator[tuple[str, str, str, str, str, list[str | None]]]:
    """Set, style, site, text and title of each, and the addresses that it is read with; None is without."""
    for name in SETS:
        for style in STYLES:
            for row in rows(data, name, style):
                yield name, style, row["site"] or "", row["text"], row["title"], [None, row["url"]]
    for number, payload in payloads("text/plain"):
        if payload["title"]:
            yield INVENTED, "text", str(number), payload["content"], payload["title"], [None]


def examples(data: Path) -> Iterator[Example]:
    for name, style, site, text, title, addresses in documents(data):
        page = lay_out_paragraphs(text)
        try:
            verdicts: list[Verdict] = judge(page)
        except NoArticleError:
            continue
        wanted = fold(title)
        for url in addresses:
            indices, features = candidates(look(page, verdicts, url))
            is_title = np.array([fold(as_field(page.lines[i].text)) == wanted for i in indices], np.float32)
            yield Example(name, style, site, url is not None, indices, features, is_title)


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def train(known: Iterable[Example]) -> lightgbm.Booster:
    teaching = [example for example in known if example.is_title.any()]
    pages = lightgbm.Dataset(
        np.vstack([example.features for example in teaching]),
        np.concatenate([example.is_title for example in teaching]),
        weight=np.concatenate(
            [np.full(len(example.is_title), OF_INVENTED if example.set == INVENTED else 1.0) for example in teaching]
        ),
        group=[len(example.is_title) for example in teaching],
    )
    return lightgbm.train(PARAMETERS, pages, ROUNDS)


def main(data: Path) -> None:
    pages = list(examples(data))
    right: dict[tuple[str, str, bool], list[float]] = defaultdict(list)
    for number in range(FOLDS):
        trees = train(page for page in pages if page.fold != number)
        for page in pages:
            if page.fold == number:
                odds = np.asarray(trees.predict(page.features, num_threads=1)) if page.indices else np.zeros(0)
                first = float(page.is_title[ranked(page.indices, odds)[0]]) if page.indices else 0.0
                right[page.set, page.style, page.addressed].append(first)
    for (name, style, addressed), values in right.items():
        address = "with its address" if addressed else "without"
        print(f"{name:6} {style:12} {address:16} n={len(values):4} exact {np.mean(values):.3f}")
    np.savez_compressed(WEIGHTS, columns=np.array(COLUMNS), **as_arrays(train(pages)))
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
