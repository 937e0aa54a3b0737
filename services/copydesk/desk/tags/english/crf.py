"""A linear-chain conditional random field that labels each word, read from its weights with numpy.

Lafferty, McCallum, Pereira: Conditional Random Fields (ICML 2001). Features are looked up as hashes; a text's
sentences go through the chain side by side, which is what makes it fast.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.tags.english.features import REACH, Features
from copydesk.desk.tags.english.lexicon import UInts

Floats = NDArray[np.float32]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
OUTSIDE = 0


# A key is looked for among those that share so many of its upper bits.
_BITS = 18


class Table(NamedTuple):
    """Weights filed under keys. keys: sorted; weights: a row for each key; both end with one for an unknown key: the
    greatest number, and zeros.

    first: where the keys with the same upper bits begin; most: how many of those there are at most.
    """

    keys: UInts
    weights: Floats
    first: NDArray[np.int32]
    most: int

    @classmethod
    def of(cls, keys: UInts, weights: Floats) -> "Table":
        beginnings = np.arange(1 << _BITS, dtype=np.uint64) << np.uint64(32 - _BITS)
        first = np.searchsorted(keys, beginnings).astype(np.int32)
        most = int(np.diff(first, append=len(keys)).max(initial=0))
        unknown = np.zeros((1, *weights.shape[1:]), np.float32)
        ended = np.append(keys, np.uint32(0xFFFFFFFF))
        return cls(ended, np.concatenate([weights.astype(np.float32), unknown]), first, most)

    def sums(self, traits: UInts) -> Floats:
        """For each row of traits, the sum of their weights."""
        at = self.first[traits >> np.uint32(32 - _BITS)]
        for _ in range(self.most - 1):
            at += self.keys[at] < traits
        at[self.keys[at] != traits] = len(self.keys) - 1
        total: Floats = self.weights.take(at[:, 0], axis=0)
        for column in range(1, at.shape[1]):
            total += self.weights.take(at[:, column], axis=0)
        return total


class Field(NamedTuple):
    """The weights. F, P: traits known of word forms and of places; L: labels.

    forms: [F, 2 * REACH + 1, L], for a trait seen from REACH words before to REACH words after. places: [P, L].
    transitions: [L, L], from and to.
    """

    forms: Table
    places: Table
    transitions: Floats


class Labelling(NamedTuple):
    """labels: for each word an index into LABELS, the best sequence of each sentence (Viterbi).

    marginals: [words, LABELS], the probability of each label for each word.
    """

    labels: NDArray[np.intp]
    marginals: Floats


_CELLS = 1 << 14


class _Abreast(NamedTuple):
    """Sentences that go through the chain side by side, the longest first: at each step those that go on come first.

    first, last: each sentence's first and last word. running: how many sentences have a word at each step.
    """

    first: NDArray[np.intp]
    last: NDArray[np.intp]
    running: list[int]

    @classmethod
    def batches(cls, sentences: list[tuple[int, int]]) -> Iterator["_Abreast"]:
        """So many at a time that their steps by their number stay within _CELLS."""
        bounds = np.array(sentences)
        bounds = bounds[np.argsort(bounds[:, 0] - bounds[:, 1], kind="stable")]
        while len(bounds):
            longest = int(bounds[0, 1] - bounds[0, 0])
            batch, bounds = np.split(bounds, [max(1, _CELLS // longest)])
            lengths = batch[:, 1] - batch[:, 0]
            running = [int(np.searchsorted(-lengths, -step, side="left")) for step in range(longest)]
            yield cls(batch[:, 0], batch[:, 1] - 1, running)

    def forward(self) -> NDArray[np.intp]:
        """The word of each sentence at each step, [steps, sentences]; its last one from there on."""
        word: NDArray[np.intp] = np.minimum(self.first + np.arange(len(self.running))[:, None], self.last)
        return word

    def backward(self) -> NDArray[np.intp]:
        """The same from each sentence's last word to its first."""
        word: NDArray[np.intp] = np.maximum(self.last - np.arange(len(self.running))[:, None], self.first)
        return word


def label(field: Field, features: Features, sentences: list[tuple[int, int]]) -> Labelling:
    """Label the words of a text."""
    if not sentences:
        return Labelling(np.zeros(0, np.intp), np.zeros((0, len(LABELS)), np.float32))
    scores = _scores(field, features, sentences)
    likely = np.exp(scores - scores.max(axis=1, keepdims=True)).astype(np.float64)
    likely += 1e-12
    labels, marginals = np.zeros(len(scores), np.intp), np.empty_like(likely)
    for abreast in _Abreast.batches(sentences):
        _viterbi(scores, field.transitions, abreast, labels)
        _marginals(likely, field.transitions, abreast, marginals)
    return Labelling(labels, (marginals / marginals.sum(axis=1, keepdims=True)).astype(np.float32))


def _scores(field: Field, features: Features, sentences: list[tuple[int, int]]) -> Floats:
    total = len(features.form_of)
    scores: Floats = field.places.sums(features.places)
    of_forms = field.forms.sums(features.forms)
    sentence_of = np.repeat(np.arange(len(sentences)), [last - first for first, last in sentences])
    for distance in range(-REACH, REACH + 1):
        seen = of_forms[features.form_of, distance + REACH]
        if distance == 0:
            scores += seen
            continue
        # The word itself is at `here`, the neighbour whose traits it sees at `there`.
        here = slice(max(0, -distance), total - max(0, distance))
        there = slice(max(0, distance), total - max(0, -distance))
        same = (sentence_of[here] == sentence_of[there])[:, None]
        scores[here] += seen[there] * same
    return scores


def _viterbi(scores: Floats, transitions: Floats, abreast: _Abreast, labels: NDArray[np.intp]) -> None:
    """Fill in the labels of these sentences' words."""
    word_at, running = abreast.forward(), abreast.running
    own = scores[word_at]
    best = np.empty_like(own)
    best[0] = own[0]
    for step, count in enumerate(running[1:], start=1):
        # [from, sentences, to]: the greatest along the first axis is found for many at a time.
        candidates = best[step - 1, :count].T[:, :, None] + transitions[:, None, :]
        np.add(candidates.max(axis=0), own[step, :count], out=best[step, :count])
    by_target = np.ascontiguousarray(transitions.T)
    current = best[abreast.last - abreast.first, np.arange(len(abreast.first))].argmax(axis=1)
    for step in range(len(running) - 1, 0, -1):
        count = running[step]
        labels[word_at[step, :count]] = current[:count]
        current[:count] = (best[step - 1, :count] + by_target[current[:count]]).argmax(axis=1)
    labels[word_at[0]] = current


# A step makes a state smaller by 1e-24 at worst, the least likelihood by the least transition; doubles reach to 1e-308.
_STEPS_UNSCALED = 8


def _marginals(
    likely: NDArray[np.float64], transitions: Floats, abreast: _Abreast, marginals: NDArray[np.float64]
) -> None:
    """Fill in what the labels of these sentences' words are as likely as, up to a factor for each word.

    Forward and backward in one pass, [steps, 2, sentences, labels], in probabilities that are scaled now and then.
    """
    word_at = np.stack([abreast.forward(), abreast.backward()], axis=1)
    own = likely[word_at]
    passing = np.exp(transitions.astype(np.float64) - transitions.max())
    both_ways = np.stack([passing, passing.T])
    reached = np.ones_like(own)
    state = own[0]
    for step, count in enumerate(abreast.running[1:], start=1):
        coming = np.matmul(state[:, :count], both_ways, out=reached[step, :, :count])
        if step % _STEPS_UNSCALED == 0:
            coming /= coming.sum(axis=2, keepdims=True)
        state = coming * own[step, :, :count]
    going_on = np.arange(len(abreast.running))[:, None] <= abreast.last - abreast.first
    marginals[word_at[:, 0][going_on]] = (own[:, 0] * reached[:, 0])[going_on]
    marginals[word_at[:, 1][going_on]] *= reached[:, 1][going_on]
