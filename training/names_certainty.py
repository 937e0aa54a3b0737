"""Fits the weights in services/copydesk/desk/tags/english/certainty.py: how sure to be of a name.

    python training/names_certainty.py --data ../shared/eval --field CACHE/names-held-out.npz --hold-out 2 4

The field is what training/names.py --hold-out writes; it never saw the stretches of documents with these numbers, in
which a name is right where most of its mentions are, at both ends and in type. Prints the F1 of all mentions, how many
names are right at each certainty when fitted on the other stretches, and the weights fitted on all of them. Needs
scikit-learn.
"""

import argparse
import os
import pathlib
import sys
from collections import Counter
from typing import NamedTuple

from processor import PROCESSOR

os.environ.update(PROCESSOR)

import numpy as np
from names_gold import read_all, stretches
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "services"))

from copydesk.desk.tags.english.certainty import CARELESS, RAISED, TRAITS, careless_share, traits_of  # noqa: E402
from copydesk.desk.tags.english.doubt import doubtful, lower_words  # noqa: E402
from copydesk.desk.tags.english.model import NamesModel, read_names_model  # noqa: E402
from copydesk.desk.tags.english.tagger import english_names  # noqa: E402
from copydesk.desk.tags.link import link  # noqa: E402

STRENGTH = 0.3  # of the penalty's inverse; .1 to 1 are the same within a hundredth
DOUBT = 0.6  # as in names.py


class Names(NamedTuple):
    """All names found in the held-out documents, in rows.

    stretches: the number of the stretch each is from; sources: the set it is from; right: whether it is right;
    before: the tagger's own certainty; doubts: what doubt.py leaves of it; shifts: by how much certainty.py raises the
    fitted log odds; traits: a column for each of TRAITS.
    """

    stretches: np.ndarray
    sources: np.ndarray
    right: np.ndarray
    before: np.ndarray
    doubts: np.ndarray
    shifts: np.ndarray
    traits: np.ndarray


def read(data: pathlib.Path, model: NamesModel, held_out: list[int]) -> Names:
    columns: list[list[object]] = [[] for _ in Names._fields]
    for source, documents in read_all(data).items():
        agreed: Counter[str] = Counter()
        mentioned: Counter[str] = Counter()
        for (text, spans), number in zip(documents, stretches(documents), strict=True):
            if number not in held_out:
                continue
            wanted = set(spans)
            names = [name for name in link(english_names(text, model)) if name.key]
            found = {(mention.start, mention.end, name.kind) for name in names for mention in name.mentions}
            agreed.update(kind for *_, kind in found & wanted)
            mentioned.update(kind for names_of in (found, wanted) for *_, kind in names_of)
            lower = lower_words(text)
            others = [name.name for name in names]
            shift = RAISED + CARELESS * careless_share(text)
            for name, traits in zip(names, traits_of(names, text, lower, model.lexicon), strict=True):
                exact = [(mention.start, mention.end, name.kind) in wanted for mention in name.mentions]
                doubt = DOUBT if doubtful(name, text, lower, others) else 1.0
                sure = max(mention.confidence for mention in name.mentions)
                row = (number, source, 2 * sum(exact) > len(exact), sure, doubt, shift, traits)
                for column, value in zip(columns, row, strict=True):
                    column.append(value)
        of_kinds = "".join(f"  {kind} {2 * agreed[kind] / mentioned[kind]:.3f}" for kind in ("PER", "ORG", "LOC"))
        print(f"{source}: F1 {2 * agreed.total() / mentioned.total():.3f}{of_kinds}")
    return Names(*map(np.array, columns))


def report(what: str, names: Names, certainty: np.ndarray, where: np.ndarray) -> None:
    for source in np.unique(names.sources):
        for least in (0.0, 0.5, 0.7, 0.8, 0.9):
            above = where & (names.sources == source) & (certainty >= least)
            right = names.right[above].mean() if above.any() else 0
            print(f"{what:28} {source:9} {least:.1f} and more: {right:.3f} right of {above.sum()}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--field", type=pathlib.Path, required=True)
    options.add_argument("--hold-out", type=int, nargs="+", required=True, metavar="FIFTH")
    arguments = options.parse_args()
    with arguments.field.open("rb") as file:
        names = read(arguments.data, read_names_model(file), arguments.hold_out)
    for number in arguments.hold_out:
        here = names.stretches == number
        fitted = LogisticRegression(C=STRENGTH, max_iter=2000).fit(names.traits[~here], names.right[~here])
        report(f"stretches {number}, the tagger", names, names.doubts * names.before, here)
        odds = fitted.decision_function(names.traits)
        report(f"stretches {number}, fitted", names, names.doubts / (1 + np.exp(-odds)), here)
        report(f"stretches {number}, published", names, names.doubts / (1 + np.exp(-odds - names.shifts)), here)
    fitted = LogisticRegression(C=STRENGTH, max_iter=2000).fit(names.traits, names.right)
    print(f"_BIAS = {fitted.intercept_[0]:.2f}")
    for trait, weight in zip(TRAITS, fitted.coef_[0], strict=True):
        print(f'    "{trait}": {weight:.2f},')


if __name__ == "__main__":
    main()
