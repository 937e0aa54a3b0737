"""Softmax regression on sparse rows, the same every time."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize

from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import Column
from copydesk.desk.judging.lexicon import BITS, Grams, form_grams, grams, stem_grams


def gram_matrix(found: Grams, count: int) -> sp.csr_matrix:
    """A row for each of `count` lines, weighed as in copydesk.desk.judging.lexicon.leanings."""
    bucket, line = found.inner
    edge_bucket, edge_line = found.edge
    root = np.sqrt(np.maximum(np.bincount(line, minlength=count), 1))
    values = np.concatenate((1 / root[line], np.ones(len(edge_line)))).astype(np.float32)
    places = (np.concatenate((line, edge_line)), np.concatenate((bucket, edge_bucket)))
    return sp.csr_matrix((values, places), shape=(count, 1 << BITS))


def word_matrix(texts: Sequence[str]) -> sp.csr_matrix:
    """What each line has of each gram; words, then stems and forms."""
    characters = read_characters(texts)
    forms = gram_matrix(stem_grams(characters), len(texts)) + gram_matrix(form_grams(characters), len(texts))
    return sp.hstack((gram_matrix(grams(characters, len(texts)), len(texts)), forms), format="csr")


def as_tables(weights: NDArray) -> tuple[tuple[NDArray[np.int8], float], tuple[NDArray[np.int8], float]]:
    """Weights of the columns of word_matrix as two tables in steps, a row for each part: of words, of stems and forms.

    What all parts have in common tells nothing, and is taken away.
    """
    words, forms = weights.reshape(2, 1 << BITS, -1)
    return _in_steps_of_parts(words), _in_steps_of_parts(forms)


def _in_steps_of_parts(weights: NDArray) -> tuple[NDArray[np.int8], float]:
    return in_steps((weights - weights.mean(axis=1, keepdims=True)).T.copy())


def softmax(
    matrix: sp.csr_matrix, part: NDArray, weight: Column, decay: float, iterations: int
) -> tuple[NDArray, Column]:
    """From rows to the part (0, 1, ...) that each is: a column of weights for each part, and the biases."""
    count, size = int(part.max()) + 1, matrix.shape[1]
    truth = np.eye(count, dtype=np.float32)[part]
    share = (weight / weight.sum()).astype(np.float32)[:, None]
    turned = matrix.T.tocsr()

    def loss(flat: Column) -> tuple[float, Column]:
        weights, bias = flat[:-count].reshape(size, count).astype(np.float32), flat[-count:].astype(np.float32)
        score = matrix @ weights + bias
        score -= score.max(axis=1, keepdims=True)
        chance = np.exp(score)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -float((share * truth * np.log(chance + 1e-9)).sum()) + decay / 2 * float(flat[:-count] @ flat[:-count])
        rest = share * (chance - truth)
        slope = (turned @ rest).astype(np.float64).ravel() + decay * flat[:-count]
        return value, np.concatenate((slope, rest.sum(axis=0).astype(np.float64)))

    start = np.zeros(size * count + count)
    options = {"maxiter": iterations, "maxcor": 6}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found[:-count].reshape(size, count), found[-count:]


def in_steps(weights: NDArray) -> tuple[NDArray[np.int8], float]:
    """Weights as small integers, and the step between two."""
    scale = float(np.abs(weights).max()) / 127
    return np.rint(weights / scale).astype(np.int8), scale
