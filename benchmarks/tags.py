"""Countries and topics against a simple baseline, and all tags' milliseconds beside trafilatura.

    PYTHONPATH=services python benchmarks/tags.py ../shared/eval

lgl: the codes of a document, published by default, against its gold codes, micro F1, with the title; "the first": the
first code is the one that the gold names most. as read: the first code is one that a reader put first
(first-countries.tsv). Baseline: countries' names, and every town of 100,000 people as the most populous of its name.
bbc, masakhane: the set's label is the one whose Media Topic at the top scores highest. Baseline: the labels of IPTC's
concepts as terms, each counted. Halves are every other document.

Milliseconds are processor time of one core for 600 words of news, each article once by each in turn, after others;
trafilatura's are for the HTML page of the same articles, as a measure of the machine.
"""

import argparse
import gzip
import json
import statistics
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from copydesk.article import Country
from copydesk.desk.language import detect
from copydesk.desk.tags.geography.countries import LEAST_CONFIDENCE, tag_countries
from copydesk.desk.tags.geography.gazetteer import lexicon
from copydesk.desk.tags.geography.places import read_places
from copydesk.desk.tags.keywords import tag_keywords
from copydesk.desk.tags.names import tag_names
from copydesk.desk.tags.stems import stems
from copydesk.desk.tags.subjects.topics import tag_topics
from copydesk.desk.tags.tag import tag
from copydesk.desk.tags.words import tokenize

Row = dict[str, Any]
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
LARGE = 5.0  # 100,000 people, a logarithm
SURE = (0.75, 0.85)
WARM = 60  # articles


def rows(folder: Path, name: str) -> list[Row]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def halves(documents: Sequence[Row]) -> list[Sequence[Row]]:
    return [documents[0::2], documents[1::2]]


def print_row(name: str, measure: str, baseline: Sequence[float], ours: Sequence[float]) -> None:
    columns = "  ".join(f"{value:.3f}" for value in (*baseline, *ours))
    print(f"{name:20} {measure:22} {columns}")


def codes_by_name(row: Row) -> list[str]:
    """The baseline: what is named most, first."""
    words = lexicon("en")
    assert words is not None
    found: Counter[str] = Counter()
    for span in read_places(row["text"], words, None).spans:
        sense = max(span.senses, key=lambda sense: (sense.kind == "n", sense.population, sense.code))
        if sense.kind == "n" or (sense.kind == "t" and sense.population >= LARGE):
            found[sense.code] += 1
    return [code for code, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def codes_by_desk(row: Row) -> list[str]:
    tags: list[Country] = tag_countries(row["text"], title=row["title"], language="en")
    return [tag.code for tag in tags if tag.confidence >= LEAST_CONFIDENCE]


def countries(folder: Path) -> None:
    documents = rows(folder, "countries-lgl")
    for measure, score in (("F1 of the codes", codes_f1), ("the first is right", first_right)):
        scores = [[score(half, answer) for half in halves(documents)] for answer in (codes_by_name, codes_by_desk)]
        print_row("lgl", measure, *scores)


def first_of_read(folder: Path) -> None:
    """Whether the first code is what a reader judged an article to be mainly about."""
    documents: dict[str, list[Row]] = {}
    right: dict[bool, list[bool]] = {True: [], False: []}  # by whether the text names a place
    for line in Path(__file__).with_name("first-countries.tsv").read_text("utf-8").splitlines():
        name, number, judged = line.split("\t") if not line.startswith("#") else ("", "", "-")
        if judged == "-":
            continue
        if name not in documents:
            documents[name] = rows(folder, name)
        row = documents[name][int(number)]
        text = row.get("body") or row["text"]
        site = urlsplit(row["url"]).hostname if "url" in row else None
        found = tag(text, title=row.get("title"), language=detect(text).code, site=site).countries
        first = found[0].code if found else ""
        right[not judged.endswith("?")].append(first in judged.rstrip("?").split("|"))
    named, every = right[True], right[True] + right[False]
    print(f"{'as read':20} the first is right      {sum(every) / len(every):.3f} of {len(every)} articles")
    print(f"{'':20} where a place is named  {sum(named) / len(named):.3f} of {len(named)}")


def codes_f1(documents: Sequence[Row], answer: Callable[[Row], list[str]]) -> float:
    hits = wrong = 0
    for row in documents:
        gold, found = set(row["countries"]), set(answer(row))
        hits, wrong = hits + len(gold & found), wrong + len(gold ^ found)
    return 2 * hits / (2 * hits + wrong)


def first_right(documents: Sequence[Row], answer: Callable[[Row], list[str]]) -> float:
    right = 0
    for row in documents:
        gold, codes = row["countries"], answer(row)
        right += bool(codes) and gold.get(codes[0]) == max(gold.values())
    return right / len(documents)


def labels_as_terms() -> dict[tuple[str, ...], str]:
    """Each label of IPTC's by its words' stems, and its concept at the top."""
    with files("copydesk").joinpath("models/topics.zip").open("rb") as file, zipfile.ZipFile(file) as archive:
        broader = dict(line.split("\t") for line in archive.read("concepts").decode().split("\n"))
        labels = [line.split("\t") for line in archive.read("labels/en").decode().split("\n")]
    terms = {}
    for concept, label in labels:
        top = concept
        while broader[top]:
            top = broader[top]
        terms[tuple(stems(tokenize(label), "en"))] = top
    return terms


def topics(folder: Path) -> None:
    terms = labels_as_terms()
    longest = max(len(term) for term in terms)

    def by_labels(text: str) -> dict[str, float]:
        keys = stems(tokenize(text), "en")
        found: defaultdict[str, float] = defaultdict(float)
        for size in range(1, longest + 1):
            for at in range(len(keys) - size + 1):
                concept = terms.get(tuple(keys[at : at + size]))
                if concept:
                    found[concept] += 1
        return found

    def by_desk(text: str) -> dict[str, float]:
        return {tag.id.removeprefix("medtop:"): tag.score for tag in tag_topics(text, language="en")}

    for name in ("topics-bbc", "topics-masakhane-en"):
        documents = rows(folder, name)
        labels = sorted({row["topic"] for row in documents})
        scored = {answer: [(answer(row["text"]), row["topic"]) for row in documents] for answer in (by_labels, by_desk)}
        shares = [
            [sum(best(scores, labels) == topic for scores, topic in half) / len(half) for half in (s[0::2], s[1::2])]
            for s in scored.values()
        ]
        print_row(name.removeprefix("topics-"), "top level right", *shares)
        sure = [
            label == topic
            for scores, topic in scored[by_desk]
            for label in labels
            if SURE[0] <= scores.get(TOP[label], 0.0) < SURE[1]
        ]
        print(f"{'':20} of {len(sure)} labels scored {SURE[0]} to {SURE[1]}, {sum(sure) / len(sure):.3f} are the set's")


def best(scores: dict[str, float], labels: list[str]) -> str:
    return max(labels, key=lambda label: (scores.get(TOP[label], 0.0), label))


def speed(folder: Path) -> None:
    # Each article once, after others: a worker remembers words, not articles.
    articles = [row for row in rows(folder, "news") if 300 < len((row.get("body") or "").split()) < 1000]
    tasks: dict[str, Callable[[Row], object]] = {
        "language": lambda row: detect(row["body"]),
        "names": lambda row: tag_names(row["body"], language="en", title=row["title"], exclude=()),
        "countries": lambda row: tag_countries(row["body"], title=row["title"], language="en"),
        "topics": lambda row: tag_topics(row["body"], title=row["title"], language="en"),
        "keywords": lambda row: tag_keywords(row["body"], title=row["title"], language="en"),
        "all tags": lambda row: tag(row["body"], title=row["title"], language="en"),
        "trafilatura": lambda row: trafilatura.extract(row["html"]),
    }
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for number, row in enumerate(articles):
        for name, task in tasks.items():
            start = time.process_time()
            task(row)
            taken = 1000 * (time.process_time() - start)
            if number >= WARM:
                spent[name].append(taken if name == "trafilatura" else taken * 600 / len(row["body"].split()))
    print(f"\nmilliseconds of one core, medians of {len(articles) - WARM} articles")
    for name, milliseconds in spent.items():
        unit = "a page" if name == "trafilatura" else "600 words"
        print(f"{name:20} {statistics.median(milliseconds):6.2f}  {unit}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    folder = options.parse_args().data
    print(f"{'set':20} {'measure':22} baseline, halves  ours, halves")
    countries(folder)
    first_of_read(folder)
    topics(folder)
    speed(folder)


if __name__ == "__main__":
    main()
