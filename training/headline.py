"""Fit the weights by which the desk finds the title among the lines of a text.

    python training/headline.py EVAL

EVAL is the directory of the evaluation data: news, web and world of it, each dumped by w3m
(text-w3m-SET.jsonl.gz) and flattened with flatten.py. The candidates are the desk's own; the lines of the known body
stand for the judge's verdicts. Prints how often the title is exactly right, cross-validated by site, then writes the
weights of all pages to services/copydesk/desk/metadata/headline.json. The same data give the same weights.
"""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from copydesk.desk.frame import Page, Role, Verdict
from copydesk.desk.lines import lay_out_text
from copydesk.desk.metadata.headline import candidates
from copydesk.desk.metadata.title import as_field
from copydesk.desk.metadata.view import look

SETS = ("news", "web", "world")
STYLES = ("w3m", "blocks", "layout", "markdownish")
FOLDS = 5
RIDGE = 0.002  # on standardised features; .0005 to .01 give the same titles

WEIGHTS = Path(__file__).resolve().parent.parent / "services/copydesk/desk/metadata/headline.json"
Array = NDArray[np.float64]


def rows(data: Path, name: str, style: str) -> Iterator[dict[str, Any]]:
    if style == "w3m":
        with gzip.open(data / f"text-w3m-{name}.jsonl.gz", "rt") as lines:
            yield from map(json.loads, lines)
        return
    command = [sys.executable, str(data / "flatten.py"), str(data / f"{name}.jsonl.gz"), style]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as flatten:
        assert flatten.stdout is not None
        yield from map(json.loads, flatten.stdout)


def known_verdicts(page: Page, body: str) -> list[Verdict]:
    """Body where the line is a paragraph of the known body, or seven in ten of its word triples stand in it."""
    tokens = re.findall(r"\w+", body.casefold())
    triples = set(zip(tokens, tokens[1:], tokens[2:], strict=False))
    paragraphs = {re.sub(r"\W+", "", paragraph.casefold()) for paragraph in body.split("\n")}
    verdicts = []
    for line in page.lines:
        words = re.findall(r"\w+", line.text.casefold())
        own = list(zip(words, words[1:], words[2:], strict=False))
        inside = re.sub(r"\W+", "", line.text.casefold()) in paragraphs
        inside = inside or (len(own) >= 4 and sum(triple in triples for triple in own) >= 0.7 * len(own))
        verdicts.append(Verdict(Role.PARAGRAPH if inside else Role.OTHER, 1.0, "known"))
    return verdicts


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def fit(pages: list[tuple[Array, Array]]) -> tuple[Array, Array, Array]:
    """Conditional logistic regression: of each page's candidates, one is the title. Weights, means, deviations."""
    features = np.vstack([x for x, _ in pages])
    means, deviations = features.mean(0), features.std(0) + 1e-9
    scaled = (features - means) / deviations
    starts = np.cumsum([0] + [len(x) for x, _ in pages])[:-1]
    page_of = np.repeat(np.arange(len(pages)), [len(x) for x, _ in pages])
    wanted = np.concatenate([y / y.sum() for _, y in pages])

    def loss(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights
        scores -= np.maximum.reduceat(scores, starts)[page_of]
        powers = np.exp(scores)
        sums = np.bincount(page_of, powers)
        likelihood = (wanted * scores).sum() - np.log(sums).sum()
        slope = scaled.T @ (wanted - powers / sums[page_of])
        return float(-likelihood / len(pages) + RIDGE * weights @ weights), -slope / len(pages) + 2 * RIDGE * weights

    best = minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return best.x, means, deviations


def main(data: Path) -> None:
    names: list[str] = []
    pages = []
    for name in SETS:
        for style in STYLES:
            for row in rows(data, name, style):
                page = lay_out_text(row["text"])
                found = candidates(look(page, known_verdicts(page, row["body"]))) if page.lines else {}
                names = names or [feature for features in found.values() for feature in features][:100]
                names = list(dict.fromkeys(names))
                x = np.array([[features[feature] for feature in names] for features in found.values()])
                y = np.array([float(fold(as_field(page.lines[i].text)) == fold(row["title"])) for i in found])
                pages.append((name, style, row["site"], x, y))
    right: dict[tuple[str, str], list[float]] = defaultdict(list)
    for fold_number in range(FOLDS):
        outside = [
            int(hashlib.md5(page[2].encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS == fold_number
            for page in pages
        ]
        known = [(x, y) for (_, _, _, x, y), out in zip(pages, outside, strict=True) if not out and y.sum()]
        weights, means, deviations = fit(known)
        for (name, style, _, x, y), out in zip(pages, outside, strict=True):
            if out:
                right[name, style].append(float(y[np.argmax((x - means) / deviations @ weights)]) if len(x) else 0.0)
    for (name, style), values in right.items():
        print(f"{name:6} {style:12} n={len(values):4} exact {np.mean(values):.3f}")
    weights, _, deviations = fit([(x, y) for _, _, _, x, y in pages if y.sum()])
    table = {name: round(float(weight), 4) for name, weight in zip(names, weights / deviations, strict=True)}
    WEIGHTS.write_text(json.dumps({"weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
