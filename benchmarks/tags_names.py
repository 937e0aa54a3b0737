"""Scores the names of tag_names against labelled text, and times them beside trafilatura on whole articles.

    PYTHONPATH=services python benchmarks/tags_names.py ../shared/eval [--every-fifth]

Sets are JSON Lines of tokens and BIO tags. Tokens are joined by spaces, one sentence a line; a mention counts where
start, end and type are exact. With --every-fifth only the stretches of documents are scored that training/names.py
--hold-out leaves out. The stories of tests/desk/stories, which taught nothing, are scored beside them.
"""

import argparse
import gzip
import json
import pathlib
import sys
import time
from collections import Counter

import trafilatura

from copydesk.desk.tags.names import Names, tag_names

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

from names_gold import Document, read_gold, read_stories, stretches  # noqa: E402

SENTENCES_A_DOCUMENT = {"wikigold": 12, "wnut17": 1, "re3d": 12}
STORIES = ROOT / "tests" / "desk" / "stories"
KINDS = {"people": "PER", "organisations": "ORG", "places": "LOC"}


def mentions(names: Names) -> set[tuple[int, int, str]]:
    return {
        (start, end, kind)
        for field, kind in KINDS.items()
        for entity in getattr(names, field)
        for start, end in entity.mentions
    }


def held_out(docs: list[Document]) -> list[Document]:
    """Those that training/names.py --hold-out leaves out."""
    return [doc for doc, number in zip(docs, stretches(docs), strict=True) if number == 4]


def score(name: str, docs: list[Document]) -> None:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for text, spans in docs:
        wanted = set(spans)
        found = mentions(tag_names(text, language="en", title=None, exclude=(), tag_confidence=0))
        for kind in ("all", *KINDS.values()):
            mine = {span for span in found if kind in ("all", span[2])}
            true = {span for span in wanted if kind in ("all", span[2])}
            right[kind] += len(mine & true)
            given[kind] += len(mine)
            gold[kind] += len(true)
    print(f"{name} {len(docs)} documents")
    for kind in ("all", *KINDS.values()):
        precision, recall = right[kind] / max(1, given[kind]), right[kind] / max(1, gold[kind])
        f1 = 2 * right[kind] / max(1, given[kind] + gold[kind])
        print(f"    {kind:4} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def calibration(path: pathlib.Path) -> None:
    """Precision of the names published at each confidence: a name is right where its first mention is."""
    name = path.name.removeprefix("entities-").removesuffix(".jsonl.gz")
    seen: list[tuple[float, bool]] = []
    for text, spans in held_out(read_gold(path, SENTENCES_A_DOCUMENT[name])):
        names = tag_names(text, language="en", title=None, exclude=(), tag_confidence=0)
        for field, kind in KINDS.items():
            for entity in getattr(names, field):
                exact = [(start, end, kind) in spans for start, end in entity.mentions]
                seen.append((entity.confidence, sum(exact) * 2 > len(exact)))
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        above = [right for confidence, right in seen if confidence >= least]
        print(f"{name:10} confidence {least:.2f} and more: {sum(above) / max(1, len(above)):.3f} right of {len(above)}")


def timing(data: pathlib.Path) -> None:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if 450 < len((row.get("body") or "").split()) < 800][:40]
    words = sum(len(row["body"].split()) for row in rows)
    tag_names(rows[0]["body"], language="en", title=None, exclude=())
    best = {"names": float("inf"), "trafilatura": float("inf")}
    for _ in range(3):
        taken = dict.fromkeys(best, 0.0)
        for row in rows:
            started = time.process_time()
            tag_names(row["body"], language="en", title=row.get("title"), exclude=())
            between = time.process_time()
            trafilatura.extract(row["html"])
            taken["names"] += between - started
            taken["trafilatura"] += time.process_time() - between
        best = {name: min(best[name], taken[name]) for name in best}
    names, pages = best["names"] / words * 600e3, best["trafilatura"] / len(rows) * 1e3
    print(f"{len(rows)} articles of {words // len(rows)} words, milliseconds of one core:")
    print(f"    names {names:.1f} for 600 words, trafilatura {pages:.1f} for one of the same pages")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=pathlib.Path)
    options.add_argument("--every-fifth", action="store_true")
    arguments = options.parse_args()
    for name, size in SENTENCES_A_DOCUMENT.items():
        docs = read_gold(arguments.data / f"entities-{name}.jsonl.gz", size)
        score(name, held_out(docs) if arguments.every_fifth and name != "re3d" else docs)
    for path in sorted(STORIES.glob("*.txt")):
        score(f"stories, {path.stem}", read_stories(path))
    for name in ("wikigold", "wnut17"):
        calibration(arguments.data / f"entities-{name}.jsonl.gz")
    timing(arguments.data)


if __name__ == "__main__":
    main()
