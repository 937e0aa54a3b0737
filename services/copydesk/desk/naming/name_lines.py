"""What each line is called, once it is decided which of them stand: a role, with a reason that a person understands."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from copydesk.desk.frame import Line, Verdict
from copydesk.desk.judging.features import Column
from copydesk.desk.naming.body_roles import Body, body_reason
from copydesk.desk.naming.cut_roles import Cuts, averages
from copydesk.desk.naming.headings import Shapes


def name_lines(
    lines: Sequence[Line], folded: Sequence[str], kept: NDArray[np.bool_], certainty: Column, shapes: Shapes
) -> list[Verdict]:
    """A verdict for each line; folded, kept, certainty, shapes: of each, as the judge has them."""
    log_words, ends = np.array(shapes["log words"]), np.array(shapes["ends sentence"])
    stands = kept.tolist()
    at = np.flatnonzero(kept).tolist()
    listed = _alike(np.where(kept, log_words, np.inf), ends)
    body = Body(lines, folded, at, frozenset(at), listed, shapes)
    alike = _alike(log_words, ends)
    cuts = Cuts(lines, folded, stands, shapes, alike, averages(alike, log_words))
    scores = np.where(kept, certainty, np.round(1 - certainty, 3)).tolist()
    roles_of_body = iter(body.roles())
    verdicts = []
    for i, (is_kept, score) in enumerate(zip(stands, scores, strict=True)):
        if is_kept:
            cuts.stop()
            role = next(roles_of_body)
            verdicts.append(Verdict(role, score, body_reason(role, shapes, i)))
        else:
            role, reason = cuts.name(i)
            verdicts.append(Verdict(role, score, reason))
    return verdicts


def _alike(log_words: Column, ends_sentence: Column) -> list[int]:
    """For each line, how many short lines without a sentence stand in a row with it."""
    short = (log_words < np.log1p(8)) & (ends_sentence == 0)
    alike: list[int] = []
    for is_short, row in groupby(short.tolist()):
        size = len(list(row))
        alike += [size if is_short else 0] * size
    return alike
