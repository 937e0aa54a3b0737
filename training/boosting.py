"""What all boosted trees here are fitted with: one thread and one seed, so that a second run writes the same bytes."""

from typing import Any

REPEATABLE: dict[str, Any] = {
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}
