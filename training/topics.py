"""Make models/topics.zip: IPTC Media Topics, their labels, and the terms that tell them, in the languages of topics/.

    PYTHONPATH=services python training/topics.py --mediatopics mediatopics-2025-03-31.json --eval ../shared/eval

The terms stand in training/topics/<language>.txt, written for this project from what the concepts mean. A term weighs
by its rarity in general language, clip((6.6 - zipf) / 1.5, .3, 3) in steps of a tenth, by the package wordfreq 3.1.1
(Apache-2.0; its data CC BY-SA 4.0; nothing of it is shipped but these steps). IPTC's own labels are terms as well where
they are two words or more, or, beside English, one rare word. A term with a ~ is a general word of its field
("~company", "~minister"): half of it counts for the subject at the top. Needs: pip install wordfreq.

What an English term says about the subject at the top is counted, without labels, on the bodies of the evaluation's
news, web, world and ecbplus (Apache-2.0, CC BY 4.0, MIT, CC BY 3.0; see subject_shares): "budget" stands in recipes and
reviews as often as in politics, "ballot" hardly.

Chinese terms are simplified, and so is a text before they are looked up in it, by the characters' table of OpenCC
(opencc-python-reimplemented, Apache-2.0).

The archive's members:
    concepts            id, broader id or nothing
    labels/<language>   id, label
    terms/<language>    what a term is looked up by (the stems of its first two words, * for the head of a compound),
                        its words, how they have to stand, its weight, the share of it that counts for the subject,
                        concept ids; of one opening the longest term first
    simplified          a traditional character and its simplified one
"""

import argparse
import gzip
import json
import math
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import wordfreq

from copydesk.desk.language import detect
from copydesk.desk.tags.stems import stem
from copydesk.desk.tags.subjects.terms import MOST_ABOUT, find_terms
from copydesk.desk.tags.words import cut, fold, tokenize

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
    term = term.lstrip("-*=")
    if language in RUN_TOGETHER:
        zipf = zipf_of_run(term.casefold(), language)
    else:
        words = " ".join(token.text.lower() for token in tokenize(term))
        zipf = wordfreq.zipf_frequency(words, language)
    return round(min(3.0, max(0.3, (6.6 - zipf) / 1.5)), 1)


# wordfreq would cut these by programs that it does not bring along; its lists of their words suffice.
RUN_TOGETHER = frozenset({"ja", "ko", "zh"})


@cache
def frequencies(language: str) -> dict[str, float]:
    return dict(wordfreq.get_frequency_dict(language, "best"))


def zipf_of_run(term: str, language: str) -> float:
    """How frequent a run of words is, cut into the fewest that the list has: as wordfreq does it, 1 / f = sum of 1 / f
    of its words, and a tenth for each cut that no space shows. 0 where the list has no such words."""
    listed = frequencies(language)
    best: list[tuple[int, float]] = [(0, 0.0)]
    for end in range(1, len(term) + 1):
        if term[end - 1] in " -・":
            best.append(best[end - 1])
            continue
        ways = [
            (best[start][0] + 1, best[start][1] + 1 / listed[term[start:end]])
            for start in range(max(0, end - 8), end)
            if term[start:end] in listed and best[start][0] < len(term) + 1
        ]
        best.append(min(ways, default=(len(term) + 1, 0.0)))
    pieces, inverse = best[-1]
    if not pieces or pieces > len(term):
        return 0.0
    return float(max(0.0, math.log10(1e9 / inverse / 10 ** (pieces - 1))))


def words_of(term: str, language: str) -> tuple[str, ...]:
    """What a term is found by: the stems of its words, or the words themselves after "="."""
    return tuple(token.key for token in cut(term, language)) if term.startswith("=") else stems_of(term, language)


def stems_of(term: str, language: str) -> tuple[str, ...]:
    return tuple(stem(token.key, language) for token in cut(term, language))


def simplified() -> Iterator[str]:
    """A traditional character and its simplified one, where they differ: OpenCC's first choice."""
    table = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        traditional, _, choices = line.partition("\t")
        simple = choices.split(" ")[0].strip()
        if len(traditional) == len(simple) == 1 and traditional != simple and max(traditional, simple) < "\uffff":
            yield traditional + simple


def line_of(identifier: str, concepts: dict[str, dict[str, Any]]) -> list[str]:
    """A concept and those above it, of the source: the archive that the desk reads is yet to be written."""
    line = [identifier]
    while above := (concepts[line[-1]]["broader"] or "").removeprefix("medtop:"):
        line.append(above)
    return line


def labels_of(concepts: dict[str, dict[str, Any]]) -> defaultdict[str, list[str]]:
    """The lines `id, label` by language."""
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, concept in concepts.items():
        for tag, name in concept["names"].items():
            language = {"en-GB": "en", "nb": "no", "pt-BR": "pt", "zh-Hans": "zh"}.get(tag, tag)
            if language != "en-US":
                labels[language].append(f"{identifier}\t{name.strip().rstrip(':')}")
    return labels


# A term needs some ten texts before what they are about outweighs what its writer thought; it keeps a tenth at least.
TEXTS = 10
LEAST_SHARE = 0.1
# How much of a general word of its field counts for the subject at the top: "~company" stands in technology and sport,
# "~minister" in business.
GENERAL = 0.5
# Trades and goods ("harbour", "rice", "telephone") stand in texts on everything. In English it is counted how far
# they tell business; elsewhere, and where no page that is counted has them, half of them counts.
TRADES = "20000209"
OF_TRADES = 0.5
# The subject's own texts: a term at this quantile of its subject's terms, or above it, keeps its whole weight.
SURE = 0.6


def merged(terms: dict[str, set[str]], language: str) -> dict[str, set[str]]:
    """One term for "tariff" and "tariffs": the commoner writing."""
    first: dict[tuple[object, ...], str] = {}
    together: dict[str, set[str]] = {}
    for term in sorted(terms, key=lambda term: (weight(term, language), term)):
        case = 2 if term.isupper() else 1 if term.lstrip("-*=")[0].isupper() else 0
        stems = stems_of(term, language)
        key = (term[0] if term[0] in "=*" else "", stems if term[0] != "=" else term, case)
        together.setdefault(first.setdefault(key, term), set()).update(terms[term])
    return together


def apart(terms: dict[str, set[str]], language: str) -> dict[str, set[str]]:
    """The terms, without those that a much commoner word is written like but for its marks ("manga", "många"); those
    are exact ("=värja") whose stem is that of such a word ("varje")."""
    by_stem: dict[str, tuple[float, str]] = {}
    by_key: dict[str, tuple[float, str]] = {}
    for word in wordfreq.top_n_list(language, EVERYDAY):
        for token in tokenize(word)[:1]:
            frequency = wordfreq.zipf_frequency(word, language)
            for table, key in ((by_stem, stem(token.key, language)), (by_key, token.key)):
                table[key] = max((frequency, token.text), table.get(key, (0.0, "")))
    kept: dict[str, set[str]] = {}
    for term, identifiers in terms.items():
        words = tokenize(term.lstrip("="))
        if term[0] == "*" or len(words) != 1:
            kept[term] = identifiers
            continue
        key, least = words[0].key, wordfreq.zipf_frequency(term.lstrip("="), language) + COMMONER
        frequency, word = by_key.get(key, (0.0, ""))
        if frequency >= least and word != words[0].text.casefold():
            continue
        frequency, word = by_stem.get(stem(key, language), (0.0, ""))
        is_apart = term[0] == "=" or frequency < least or fold(word) == key
        kept[term if is_apart else f"={term}"] = identifiers
    return kept


EVERYDAY = 5000  # words
COMMONER = 1.3  # in powers of ten: of the same word's forms hardly one is twenty times as frequent as the term's


def bodies(folder: Path) -> Iterator[str]:
    for name, key in (("news", "body"), ("web", "body"), ("world", "body"), ("stories-ecbplus", "text")):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for text in (json.loads(line).get(key) or "" for line in lines):
                if len(text.split()) >= 60 and detect(text).code == "en":
                    yield text[:6000]


def subject_shares(folder: Path) -> dict[tuple[str, ...], float]:
    """How much of a term's weight counts for its subject: by how much of the other terms' weight, in the texts where
    it stands, is of that subject, between what any text has of it (LEAST_SHARE) and what the subject's surer terms see
    (1). Counted twice, the second time with the shares of the first."""
    texts = [
        [
            (tuple(item.term.words.split(" ")), item.term.weight * (1 + math.log(item.times)), item.term.roots)
            for item in find_terms(text, "", "en")
        ]
        for text in bodies(folder)
    ]
    shares: dict[tuple[str, ...], float] = {}
    for _ in range(2):
        shares = _counted(texts, shares)
    return shares


def _counted(
    texts: list[list[tuple[tuple[str, ...], float, tuple[str, ...]]]], shares: dict[tuple[str, ...], float]
) -> dict[tuple[str, ...], float]:
    seen: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)
    roots_of: dict[tuple[str, ...], tuple[str, ...]] = {}
    common: defaultdict[str, float] = defaultdict(float)
    number = 0
    for found in texts:
        totals: defaultdict[str, float] = defaultdict(float)
        for words, strength, roots in found:
            for root in roots:
                totals[root] += strength * shares.get(words, 1.0) / len(roots)
        everything = sum(totals.values())
        if everything < 4:
            continue
        number += 1
        for root, total in totals.items():
            common[root] += total / everything
        for words, strength, roots in found:
            own = strength * shares.get(words, 1.0)
            if roots and everything - own > 1:
                seen[words].append(sum(totals[root] - own / len(roots) for root in roots) / (everything - own))
                roots_of[words] = roots
    low = {root: total / number for root, total in common.items()}
    means: defaultdict[str, list[float]] = defaultdict(list)
    for words, values in seen.items():
        if len(values) >= 5 and len(roots_of[words]) == 1:
            means[roots_of[words][0]].append(sum(values) / len(values))
    high = {root: sorted(values)[int(SURE * len(values))] for root, values in means.items()}
    counted = {}
    for words, values in seen.items():
        roots = roots_of[words]
        bottom = 0.8 * sum(low[root] for root in roots)
        top = max(1.2 * bottom, sum(high.get(root, 0.3) for root in roots))
        mean = (sum(values) + TEXTS * top) / (len(values) + TEXTS)
        counted[words] = min(1.0, max(LEAST_SHARE, (mean - bottom) / (top - bottom)))
    return counted


def write(members: dict[str, list[str]]) -> None:
    with zipfile.ZipFile(MODEL, "w", zipfile.ZIP_LZMA) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes whenever it is made
            archive.writestr(entry, "\n".join(members[name]), zipfile.ZIP_LZMA)


def rows_of(
    terms: dict[str, set[str]],
    language: str,
    shares: dict[tuple[str, ...], float],
    general: set[tuple[str, ...]],
    trades: set[str],
) -> list[str]:
    rows = []
    for term, ids in terms.items():
        words = words_of(term, language)
        share = shares.get(words, 1.0) * min(1.0, MOST_ABOUT / weight(term, language))
        share *= GENERAL if words in general or words_of(term.lstrip("="), language) in general else 1.0
        uncounted = language != "en" or words not in shares
        share = round(share * OF_TRADES if uncounted and ids and ids <= trades else share, 1)
        opening, mark = opening_of(term, language), mark_of(term, language)
        row = f"{opening}\t{' '.join(words)}\t{mark}\t{weight(term, language)}\t{share:g}\t{' '.join(sorted(ids))}"
        rows.append(((opening, -len(words), -ord(mark[1]), mark[0] != "=", words), row))
    return [row for _, row in sorted(rows)]


def opening_of(term: str, language: str) -> str:
    """What a term is looked up by: the stem of its word, or of its first two; a star for the head of a compound."""
    return "*" if term.startswith("*") else " ".join(stems_of(term, language)[:2])


def mark_of(term: str, language: str) -> str:
    """How a term's words have to stand: "=" as written or "-" by their stems; with a capital A, in capitals B, or 0.

    German nouns have capitals anyway.
    """
    printed = term.removeprefix("=")
    case = "B" if printed.isupper() else "A" if printed[0].isupper() and language != "de" else "0"
    return ("=" if printed != term else "-") + case


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mediatopics", type=Path, required=True)
    options.add_argument("--eval", type=Path, required=True)
    arguments = options.parse_args()
    source = json.loads(arguments.mediatopics.read_text(encoding="utf-8"))
    concepts = {c["qcode"].removeprefix("medtop:"): c for c in source["concepts"] if not c["retired"]}
    members: dict[str, list[str]] = {
        "concepts": sorted(f"{i}\t{(c['broader'] or '').removeprefix('medtop:')}" for i, c in concepts.items())
    }
    labels = labels_of(concepts)
    trades = {identifier for identifier in concepts if TRADES in line_of(identifier, concepts)}
    terms_of: dict[str, dict[str, set[str]]] = {}
    general: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    members |= {f"labels/{language}": sorted(rows) for language, rows in labels.items()}
    members["simplified"] = sorted(simplified())
    for path in sorted(HERE.glob("*.txt")):
        language = path.stem
        terms: defaultdict[str, set[str]] = defaultdict(set)
        for identifier, printed in read(path):
            term = printed.removeprefix("~")
            if term != printed:
                general[language].add(words_of(term, language))
            if identifier == NOTHING:
                terms[term] = set()
                continue
            if identifier not in concepts:
                sys.exit(f"{path.name}: {identifier} is not a concept, or is retired")
            terms[term].add(identifier)
        seen = {stems_of(term, language) for term in terms}
        for row in labels[language]:
            identifier, label = row.split("\t")
            plain = re.sub(r"\s*\(.*?\)", "", label)
            key = stems_of(plain, language)
            alone = len(key) == 1 and language != "en" and len(plain) > 6 and weight(plain, language) >= 1.3
            if (
                (len(key) > 1 or alone)
                and not re.search(r"[,/:،、和与及]| (and|und|et|och|y|e|or|oder|ou|eller|o) | و", plain)
                and key not in seen
            ):
                terms[plain].add(identifier)
        terms_of[language] = merged(terms, language)
        if language not in {"en", *RUN_TOGETHER}:
            terms_of[language] = apart(terms_of[language], language)
        members[f"terms/{language}"] = rows_of(terms_of[language], language, {}, general[language], trades)
        covered = {i for ids in terms.values() for i in ids}
        print(f"{language}: {len(terms_of[language])} terms of {len(covered)} concepts")
    write(members)
    members["terms/en"] = rows_of(terms_of["en"], "en", subject_shares(arguments.eval), general["en"], trades)
    write(members)
    print(f"{MODEL}: {MODEL.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
