"""The evaluation sets as pages of text, in every style in which scrapers flatten a page."""

import gzip
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

STYLES = ("blocks", "layout", "markdownish", "w3m", "wrapped")
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


def site_of(url: str) -> str:
    """The registered domain, so that no site stands on both sides of a split, whatever set it came from."""
    labels = (urlsplit(url).hostname or url).split(".")
    depth = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-depth:])


def samples(folder: Path, name: str) -> Iterator[Sample]:
    """Every document of the set `name` that has a body, in every style of STYLES."""
    flatten = _flatten(folder)
    dumps = {row["id"]: row["text"] for row in read_set(folder, f"text-w3m-{name}")}
    for row in read_set(folder, name):
        if not row.get("body"):
            continue
        for style in STYLES:
            if style == "w3m":
                text = dumps[row["id"]]
            elif style == "wrapped":
                text = _dump_wrapped(row["html"])
            else:
                text = flatten[style](row["html"])
            yield Sample(name, row["id"], site_of(row["url"]), style, text, row["body"])


def _dump_wrapped(html: str) -> str:
    command = ["w3m", "-dump", "-cols", "80", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]
    done = subprocess.run(command, input=html.encode("utf-8", "replace"), capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8", "replace")


def _flatten(folder: Path):
    spec = importlib.util.spec_from_file_location("flatten", folder / "flatten.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.setrecursionlimit(20_000)
    return module.STYLES
