"""The evaluation sets as pages of text, in every style in which scrapers flatten a page."""

import gzip
import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from judge_labels import overlap_f1
from resiliparse.extract.html2text import extract_plain_text

GOLD = ("news", "web", "world")
SILVER = ("snippets", "dates")
OWN = "own"
_OWN_HTML = Path(__file__).parent / "html"
_PAYLOADS = Path(__file__).parents[1] / "tests/desk/payloads.jsonl"
STYLES = ("blocks", "layout", "markdownish", "w3m", "wrapped")
_COLUMNS = {"w3m": 100_000, "wrapped": 80}
# A page without gold teaches where two extractors that have nothing in common say nearly the same.
_AGREED, _SHORTEST = 0.85, 83
_LONGEST_TITLE = 160
_WORD = re.compile(r"\w+")
# Names under these are registered one level deeper (bbc.co.uk, abc.net.au).
_SECOND_LEVEL = {"ac", "co", "com", "edu", "gob", "gov", "gv", "ne", "net", "nic", "or", "org"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One document in one style: `text` as a scraper leaves it, `body` the article as people marked it."""

    set: str
    id: str
    site: str
    style: str
    text: str
    body: str


def read_set(folder: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def own_html() -> list[dict[str, str]]:
    """The HTML pages of training/html, invented, each its own site, as rows like the sets', and the payloads that are
    pages with an article; "either": the lines that may be its or not."""
    rows = []
    for path in sorted(_OWN_HTML.glob("*.html")):
        body = "\n".join(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["body"])
        url = f"https://own-{path.stem}.example/"
        rows.append({"id": path.stem, "url": url, "html": path.read_text(encoding="utf-8"), "body": body})
    for number, payload in payloads("text/html"):
        if payload["body"]:
            name = f"payload-{number}"
            rows.append(
                {
                    "id": name,
                    "url": f"https://{name}.example/",
                    "html": payload["content"],
                    "body": "\n".join(payload["body"]),
                    "either": "\n".join(payload["optional"]),
                }
            )
    return rows


def payloads(content_type: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The payloads of a type, each with its number: see tests/desk/test_payloads.py."""
    for number, line in enumerate(_PAYLOADS.read_text(encoding="utf-8").splitlines()):
        payload = json.loads(line)
        if payload["content_type"] == content_type:
            yield number, payload


def site_of(url: str) -> str:
    """The registered domain, so that no site stands on both sides of a split, whatever set it came from."""
    labels = (urlsplit(url).hostname or url).split(".")
    depth = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-depth:])


def samples(folder: Path, name: str) -> Iterator[Sample]:
    """Every document of the set `name` that has a body, in every style of STYLES."""
    dumped = {row["id"]: row["text"] for row in read_set(folder, f"text-w3m-{name}")}
    for row in read_set(folder, name):
        if row.get("body"):
            others = [style for style in STYLES if style != "w3m"]
            texts = {"w3m": dumped[row["id"]], **dict(_texts(folder, row["html"], others))}
            for style in STYLES:
                text = texts[style]
                yield Sample(name, row["id"], site_of(row["url"]), style, text, row["body"])


def silver_rows(folder: Path, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Documents of the set `name` whose body two extractors agree on, with that body, and each one's place in it."""
    for number, row in enumerate(read_set(folder, name)):
        body = trafilatura.extract(row["html"], favor_precision=True, include_comments=False) or ""
        other = extract_plain_text(row["html"], main_content=True, alt_texts=False) or ""
        if len(_WORD.findall(body)) >= _SHORTEST and overlap_f1(body, other) >= _AGREED:
            yield number, {**row, "id": str(row["id"]), "url": row.get("url") or row["id"], "body": without_title(body)}


def silver_samples(folder: Path, name: str) -> Iterator[Sample]:
    """The same in two styles each."""
    for number, row in silver_rows(folder, name):
        for style, text in _texts(folder, row["html"], ("blocks", ("layout", "w3m")[number % 2])):
            yield Sample(name, row["id"], site_of(row["url"]), style, text, row["body"])


def without_title(body: str) -> str:
    """Extractors like to begin with the title, which is no part of a body."""
    first, _, rest = body.partition("\n")
    return rest if rest and len(first) <= _LONGEST_TITLE and first[-1:] not in '.!…。”"' else body


def _texts(folder: Path, html: str, styles: Sequence[str]) -> Iterator[tuple[str, str]]:
    flatten = _flatten(folder)
    for style in styles:
        if style in _COLUMNS:
            yield style, _dump(html, _COLUMNS[style])
        else:
            yield style, flatten[style](html)


def _dump(html: str, columns: int) -> str:
    command = ["w3m", "-dump", "-cols", str(columns), "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]
    done = subprocess.run(command, input=html.encode("utf-8", "replace"), capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8", "replace")


@cache
def _flatten(folder: Path) -> dict[str, Callable[[str], str]]:
    sys.setrecursionlimit(20_000)
    styles: dict[str, Callable[[str], str]] = load_script(folder / "flatten.py").STYLES
    return styles


def load_script(path: Path) -> ModuleType:
    """A script that comes with the data."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
