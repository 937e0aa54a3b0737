"""How well the judge may expect to do on a page."""

import numpy as np

from copydesk.desk.judging.features import Column


def expected_f1(certainty: Column, words: Column) -> float:
    """The highest F1 that is to be expected of a page, by how many of its likeliest lines stand. Where lines stand from
    half of it on, it is reached (Lipton, Elkan and Narayanaswamy 2014, arXiv:1402.1892).

    certainty: of each line, that it is body. words: how many each has.
    """
    order = np.argsort(-certainty, kind="stable")
    right = np.cumsum((certainty * words)[order])
    f1 = 2 * right / np.maximum(np.cumsum(words[order]) + right[-1], 1)
    return float(f1.max())
