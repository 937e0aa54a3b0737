"""The trees that tell whether what the judge keeps of a text is an article: what they learn from and how.

Called by judge.py. Pages with an article are all that the judge learns from, and some of training/presence, which it
does not learn from; pages without one are the others there, and of the judge's lessons those that have none and marked
pages of which the furniture alone is left. How sure the judge is of a lesson is said by trees and a network that
learned from the other half of the sites: of pages that it learned from it is surer than of any that come.
Needs: pip install lightgbm.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
from boosting import REPEATABLE
from judge_pages import OWN

from copydesk.desk.judging.features import Column, as_matrix
from copydesk.desk.judging.judge import likely_in_text
from copydesk.desk.judging.presence import page_traits

if TYPE_CHECKING:
    from judge_lessons import Example

_ROUNDS = 200
_PARAMETERS = {
    **REPEATABLE,
    "objective": "binary",
    "num_leaves": 31,
    "learning_rate": 0.05,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "min_data_in_leaf": 10,
    "max_bin": 63,
}
# There are a hundred pages with an article to one without; of those that have one our own are of the rarest kinds.
_WITHOUT, _OURS = 10.0, 10.0
_REFUSED = (0.2, 0.25, 0.3)


def train(
    lessons: Iterable["Example"], seen: Iterable[dict[str, Column]], certainties: Iterable[Column]
) -> tuple[list[str], lightgbm.Booster]:
    """The columns and the trees. seen: the features of each lesson's lines. certainties: of the same lines, by a judge
    that saw no page of its site.

    Prints of each set how many pages would be refused by trees that saw no page of their fold.
    """
    traits, has_article, weights, kinds, folds = [], [], [], [], []
    for each, features, certainty in zip(lessons, seen, certainties, strict=True):
        kept = likely_in_text(certainty, np.expm1(features["log words"]))
        if not kept.any():
            continue
        has = bool(each.kept.any())
        traits.append(page_traits([line.text.casefold() for line in each.page.lines], features, certainty, kept))
        has_article.append(has)
        weights.append(_WITHOUT if not has else _OURS if each.sample.set == OWN else 1.0)
        kinds.append(f"{each.sample.set} {'with' if has else 'without'}")
        folds.append(each.fold)
    names = list(traits[0])
    table = as_matrix({name: np.array([of[name] for of in traits]) for name in names}, names)
    target, weight, fold = np.array(has_article, int), np.array(weights), np.array(folds)

    def fit(chosen: np.ndarray) -> lightgbm.Booster:
        data = lightgbm.Dataset(table[chosen], target[chosen], weight=weight[chosen])
        return lightgbm.train(_PARAMETERS, data, _ROUNDS)

    certainty_of: Any = np.zeros(len(target))
    for one in np.unique(fold).tolist():
        certainty_of[fold == one] = fit(fold != one).predict(table[fold == one])
    for least in _REFUSED:
        refused = Counter(kind for kind, sure in zip(kinds, certainty_of.tolist(), strict=True) if sure < least)
        counts = ", ".join(f"{kind} {refused[kind]} of {all_}" for kind, all_ in sorted(Counter(kinds).items()))
        print(f"refused below {least}: {counts}", file=sys.stderr, flush=True)
    return names, fit(np.ones(len(target), bool))
