"""Make models/topics.zip: IPTC Media Topics, their labels, and the terms that tell them, in the languages of topics/.

    PYTHONPATH=services python training/topics.py --mediatopics ../shared/data/mediatopics-2025-03-31.json

The terms stand in training/topics/<language>.txt, written for this project from what the concepts mean. A term weighs
by its rarity in general language, clip((6.6 - zipf) / 1.5, .3, 3) in steps of a tenth, by the package wordfreq 3.1.1
(Apache-2.0; its data CC BY-SA 4.0; nothing of it is shipped but these steps). IPTC's own labels are terms as well where
they are two words or more, or, beside English, one rare word. Needs: pip install wordfreq.

The archive's members:
    concepts            id, broader id or nothing
    labels/<language>   id, label
    terms/<language>    term as written, weight, concept ids
"""

import argparse
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wordfreq

from copydesk.desk.tags.words import stem, tokenize

HERE = Path(__file__).parent / "topics"
NOTHING = "00000000"  # phrases that hold a term and are none: "think tank"
MODEL = Path(__file__).parents[1] / "services/copydesk/models/topics.zip"


def read(path: Path) -> Iterator[tuple[str, str]]:
    """(concept, term) as they stand in a term file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"(\d{8}) (.+)", line)
        if not match:
            sys.exit(f"{path.name}:{number}: not `id term, term`: {line!r}")
        for term in match[2].split(","):
            if term.strip():
                yield match[1], term.strip()


def weight(term: str, language: str) -> float:
    words = " ".join(token.text.lower() for token in tokenize(term.lstrip("-*")))
    zipf = wordfreq.zipf_frequency(words, language)
    return round(min(3.0, max(0.3, (6.6 - zipf) / 1.5)), 1)


def labels_of(concepts: dict[str, dict[str, Any]]) -> defaultdict[str, list[str]]:
    """The lines `id, label` by language."""
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, concept in concepts.items():
        for tag, name in concept["names"].items():
            language = {"en-GB": "en", "nb": "no", "pt-BR": "pt", "zh-Hans": "zh"}.get(tag, tag)
            if language != "en-US":
                labels[language].append(f"{identifier}\t{name.strip().rstrip(':')}")
    return labels


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mediatopics", type=Path, required=True)
    source = json.loads(options.parse_args().mediatopics.read_text(encoding="utf-8"))
    concepts = {c["qcode"].removeprefix("medtop:"): c for c in source["concepts"] if not c["retired"]}
    members: dict[str, list[str]] = {
        "concepts": [f"{i}\t{(c['broader'] or '').removeprefix('medtop:')}" for i, c in concepts.items()]
    }
    labels = labels_of(concepts)
    members |= {f"labels/{language}": rows for language, rows in labels.items()}
    for path in sorted(HERE.glob("*.txt")):
        language = path.stem
        terms: defaultdict[str, set[str]] = defaultdict(set)
        for identifier, term in read(path):
            if identifier == NOTHING:
                terms[term] = set()
                continue
            if identifier not in concepts:
                sys.exit(f"{path.name}: {identifier} is not a concept, or is retired")
            terms[term].add(identifier)
        seen = {tuple(stem(token.key, language) for token in tokenize(term)) for term in terms}
        for row in labels[language]:
            identifier, label = row.split("\t")
            plain = re.sub(r"\s*\(.*?\)", "", label)
            key = tuple(stem(token.key, language) for token in tokenize(plain))
            alone = len(key) == 1 and language != "en" and len(plain) > 6 and weight(plain, language) >= 1.3
            if (
                (len(key) > 1 or alone)
                and not re.search(r"[,/:]| (and|und|et|y|e|or|oder|ou|o) ", plain)
                and key not in seen
            ):
                terms[plain].add(identifier)
        members[f"terms/{language}"] = [
            f"{term}\t{weight(term, language)}\t{' '.join(sorted(ids))}" for term, ids in terms.items()
        ]
        covered = {i for ids in terms.values() for i in ids}
        print(f"{language}: {len(terms)} terms of {len(covered)} concepts")
    with zipfile.ZipFile(MODEL, "w", zipfile.ZIP_LZMA) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes whenever it is made
            archive.writestr(entry, "\n".join(sorted(members[name])), zipfile.ZIP_LZMA)
    print(f"{MODEL}: {MODEL.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
