"""Countries, topics, keywords and language: how right, how fast, how big.

    PYTHONPATH=services COPYDESK_SHARED=../shared python benchmarks/tags_places.py

Countries: the set of codes of a document at or above a confidence against the set of its gold codes, micro F1.
Topics: the set's label is the one whose Media Topic at the top level scores highest. Milliseconds are processor time of
one core for 600 words; trafilatura, on the HTML of news articles, stands beside them as a measure of the machine.
"""

import gzip
import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trafilatura

from copydesk.desk.language import detect
from copydesk.desk.tags.countries import LEAST_CONFIDENCE, tag_countries
from copydesk.desk.tags.keywords import tag_keywords
from copydesk.desk.tags.topics import tag_topics
from copydesk.desk.tags.words import Token, tokenize

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[2] / "shared"))
TOP = {
    "business": "04000000",
    "entertainment": "01000000",
    "health": "07000000",
    "politics": "11000000",
    "religion": "12000000",
    "sport": "15000000",
    "sports": "15000000",
    "tech": "13000000",
    "technology": "13000000",
}


def rows(name: str) -> list[dict[str, Any]]:
    with gzip.open(SHARED / "eval" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def countries() -> None:
    documents = rows("countries-lgl")
    found = [tag_countries(row["text"], language="en") for row in documents]
    for least in (0.0, 0.5, LEAST_CONFIDENCE, 0.8, 0.9):
        hits = extra = missed = 0
        for row, tags in zip(documents, found, strict=True):
            gold, answer = set(row["countries"]), {tag.code for tag in tags if tag.confidence >= least}
            hits, extra, missed = hits + len(gold & answer), extra + len(answer - gold), missed + len(gold - answer)
        precision, recall = hits / (hits + extra), hits / (hits + missed)
        f1 = 2 * hits / (2 * hits + extra + missed)
        print(f"countries-lgl       confidence {least:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    first = sum(
        bool(tags) and row["countries"].get(tags[0].code) == max(row["countries"].values())
        for row, tags in zip(documents, found, strict=True)
    )
    print(f"countries-lgl       the first is the most mentioned: {first / len(documents):.3f}")


def topics() -> None:
    for name in ("topics-bbc", "topics-masakhane-en"):
        documents = rows(name)
        labels = sorted({row["topic"] for row in documents})
        for half in (0, 1):
            right, sure = 0, []
            for row in documents[half::2]:
                scores = {tag.id.removeprefix("medtop:"): tag.score for tag in tag_topics(row["text"], language="en")}
                best = max(labels, key=lambda label: (scores.get(TOP[label], 0.0), label))
                right += best == row["topic"]
                sure += [(scores.get(TOP[label], 0.0), label == row["topic"]) for label in labels]
            high = [true for score, true in sure if score >= 0.7]
            print(
                f"{name:19} half {half + 1}  top level right {right / len(documents[half::2]):.3f}  "
                f"of {len(high)} scored .7 or more {sum(high) / len(high):.3f} are the label"
            )


def speed() -> None:
    articles = [row["body"] for row in rows("text-w3m-news") if row.get("body")][:100]
    words = sum(len(body.split()) for body in articles)
    words_of: dict[str, list[Token]] = {}
    tasks: dict[str, Callable[[str], object]] = {
        "language": detect,
        "tokens": lambda text: words_of.update({text: tokenize(text)}),
        "countries": lambda text: tag_countries(text, language="en", tokens=words_of[text]),
        "topics": lambda text: tag_topics(text, language="en", tokens=words_of[text]),
        "keywords": lambda text: tag_keywords(text, language="en", tokens=words_of[text]),
    }
    spent = dict.fromkeys(tasks, 0.0)
    for task in tasks.values():
        start = time.process_time()
        task("Paris is the capital of France, said President Emmanuel Macron.")
        print(f"first call {1000 * (time.process_time() - start):6.0f} ms")
    for _ in range(3):
        for name, task in tasks.items():
            start = time.process_time()
            for body in articles:
                task(body)
            spent[name] += time.process_time() - start
    for name, seconds in spent.items():
        print(f"{name:10} {1000 * seconds / 3 / words * 600:6.2f} ms for 600 words")
    print(f"together   {1000 * sum(spent.values()) / 3 / words * 600:6.2f} ms for 600 words")
    pages = [row["html"] for row in rows("news")[:40]]
    start = time.process_time()
    for page in pages:
        trafilatura.extract(page)
    print(f"trafilatura {1000 * (time.process_time() - start) / len(pages):5.1f} ms a page")
    print(f"resident at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    speed()
    countries()
    topics()
