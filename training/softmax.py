"""Softmax regression on sparse rows, the same every time."""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize

from copydesk.desk.features import Column
from copydesk.desk.lexicon import BITS, Grams

_ITERATIONS = 30


def gram_matrix(found: Grams, count: int) -> sp.csr_matrix:
    """A row for each of `count` lines, weighed as in copydesk.desk.lexicon.leanings."""
    bucket, line = found.inner
    edge_bucket, edge_line = found.edge
    root = np.sqrt(np.maximum(np.bincount(line, minlength=count), 1))
    values = np.concatenate((1 / root[line], np.ones(len(edge_line)))).astype(np.float32)
    places = (np.concatenate((line, edge_line)), np.concatenate((bucket, edge_bucket)))
    return sp.csr_matrix((values, places), shape=(count, 1 << BITS))


def softmax(matrix: sp.csr_matrix, part: NDArray, weight: Column, decay: float) -> tuple[NDArray, Column]:
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
    options = {"maxiter": _ITERATIONS, "maxcor": 6}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found[:-count].reshape(size, count), found[-count:]


def in_steps(weights: NDArray) -> tuple[NDArray[np.int8], float]:
    """Weights as small integers, and the step between two."""
    scale = float(np.abs(weights).max()) / 127
    return np.rint(weights / scale).astype(np.int8), scale
