"""Lines with a judge's doubt, and what the second reading makes of them."""

import numpy as np

from copydesk.desk.frame import Page
from copydesk.desk.judging.characters import read_characters
from copydesk.desk.judging.features import line_features
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.proof.proofread import proofread

BODY = "The council voted on Tuesday to close the pool, which was built in 1931 and has leaked ever since."
END = "It was close to midnight."


def shapes(page: Page) -> dict[str, list[float]]:
    """What the second reading knows of each line's shape."""
    own = line_features(page.lines, read_characters([line.text for line in page.lines]))
    names = ("log words", "ends sentence", "ends question", "ends colon", "sentences")
    return {name: own[name].tolist() for name in names}


def standing(*lines: tuple[str, float]) -> list[str]:
    """The lines that stand after a second reading, given how sure the judge was of each."""
    page = lay_out_text("\n\n".join(text for text, _ in lines))
    certainty = np.array([sure for _, sure in lines])
    kept = proofread(page.lines, certainty >= 0.4, certainty, shapes(page))
    return [line.text for line, stands in zip(page.lines, kept, strict=True) if stands]
