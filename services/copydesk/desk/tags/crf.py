"""A linear-chain conditional random field that labels each word, read from its weights with numpy.

Lafferty, McCallum, Pereira: Conditional Random Fields (ICML 2001). Features are looked up as hashes; a text's
sentences go through the chain side by side, which is what makes it fast.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.tags.features import REACH, Features
from copydesk.desk.tags.lexicon import UInts

Floats = NDArray[np.float32]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
OUTSIDE = 0


class Table(NamedTuple):
    """Weights filed under keys. keys: sorted; weights: a row for each key and, last, zeros for an unknown one.

    first: where the keys with the same upper 16 bits begin; most: how many of those there are at most.
    """

    keys: UInts
    weights: Floats
    first: NDArray[np.int32]
    most: int

    @classmethod
    def of(cls, keys: UInts, weights: Floats) -> "Table":
        first = np.searchsorted(keys, np.arange(1 << 16, dtype=np.uint64) << np.uint64(16)).astype(np.int32)
        most = int(np.diff(first, append=len(keys)).max(initial=0))
        unknown = np.zeros((1, *weights.shape[1:]), np.float32)
        # One key more than there are, so that looking past the last one is no error.
        return cls(np.append(keys, np.uint32(0)), np.concatenate([weights.astype(np.float32), unknown]), first, most)

    def sums(self, traits: UInts) -> Floats:
        """For each row of traits, the sum of their weights."""
        at = self.first[traits >> np.uint32(16)]
        unknown = len(self.keys) - 1
        for _ in range(self.most):
            np.add(at, (self.keys[at] < traits) & (at < unknown), out=at)
        at[self.keys[at] != traits] = unknown
        total: Floats = self.weights[at[:, 0]]
        for column in range(1, at.shape[1]):
            total += self.weights[at[:, column]]
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


def label(field: Field, features: Features, sentences: list[tuple[int, int]]) -> Labelling:
    """Label the words of a text."""
    if not sentences:
        return Labelling(np.zeros(0, np.intp), np.zeros((0, len(LABELS)), np.float32))
    scores = _scores(field, features, sentences)
    starts = np.array([first for first, _ in sentences])
    lengths = np.array([last - first for first, last in sentences])
    # Longest first: at each step the sentences that go on are the first ones.
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    running = [int(np.searchsorted(-lengths, -step, side="left")) for step in range(int(lengths[0]))]
    return Labelling(
        _viterbi(scores, field.transitions, starts, running),
        _marginals(scores, field.transitions, starts, running),
    )


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


def _viterbi(scores: Floats, transitions: Floats, starts: NDArray[np.intp], running: list[int]) -> NDArray[np.intp]:
    best = scores[starts]
    steps = []
    by_target = np.ascontiguousarray(transitions.T)
    for step, count in enumerate(running[1:], start=1):
        candidates = best[:count, None, :] + by_target
        came_from = candidates.argmax(axis=2)
        steps.append(came_from)
        best[:count] = candidates.max(axis=2) + scores[starts[:count] + step]
    labels = np.zeros(len(scores), np.intp)
    current = best.argmax(axis=1)
    for step in range(len(running) - 1, -1, -1):
        count = running[step]
        labels[starts[:count] + step] = current[:count]
        if step:
            current[:count] = steps[step - 1][np.arange(count), current[:count]]
    return labels


def _marginals(scores: Floats, transitions: Floats, starts: NDArray[np.intp], running: list[int]) -> Floats:
    # Forward and backward in probabilities, each step scaled to sum to one.
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely += np.float32(1e-12)
    passing = np.exp(transitions - transitions.max())
    forward = np.empty_like(likely)
    state = likely[starts]
    state /= state.sum(axis=1, keepdims=True)
    forward[starts] = state
    for step, count in enumerate(running[1:], start=1):
        at = starts[:count] + step
        state = (state[:count] @ passing) * likely[at]
        state /= state.sum(axis=1, keepdims=True)
        forward[at] = state
    marginals = forward
    backward = np.ones((len(starts), scores.shape[1]), np.float32)
    for step in range(len(running) - 1, 0, -1):
        count = running[step]
        at = starts[:count] + step
        ahead = (backward[:count] * likely[at]) @ passing.T
        backward[:count] = ahead / ahead.sum(axis=1, keepdims=True)
        before = at - 1
        marginals[before] *= backward[:count]
    sure: Floats = marginals / marginals.sum(axis=1, keepdims=True)
    return sure
