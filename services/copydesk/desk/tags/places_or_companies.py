"""Names that a place and a company share: the text's other words tell which of them it speaks of."""

import re
from collections.abc import Sequence

from copydesk.desk.tags.link import Found, Kind
from copydesk.desk.tags.table import any_of

# By the name: words of the place, and of the company.
_WORDS = {
    "Amazon": (
        (
            "basin Bolivia Brazil Brazilian Colombia Colombian deforestation Ecuador forest forests indigenous "
            "jungle loggers logging Peru Peruvian rainforest rainforests river savannah soy tributary tributaries"
        ),
        (
            "Alexa AWS Bezos cloud customers deliveries delivery e-commerce Jassy Kindle Microsoft online orders Prime "
            "retailer retailers sellers shareholders shares shoppers shopping warehouse warehouses workers"
        ),
    ),
    "Patagonia": (
        (
            "Andean Andes Argentina Argentine Argentinian Chile Chilean Chubut glacier glaciers gauchos province "
            "Ushuaia wildfire wildfires"
        ),
        "apparel brand brands Chouinard clothing company fleece jackets outdoor retailer stores Ventura",
    ),
    "Santander": (
        "Bucaramanga Cantabria Cantabrian Colombia Colombian ferry governor harbour mayor port province racing",
        (
            "bank banking banks Botín branches customers deposits euros lender lending loans mortgage mortgages profit "
            "quarter shares TSB"
        ),
    ),
}
_PATTERNS = {
    name: tuple(re.compile(rf"\b(?:{any_of(words.split())})\b") for words in sides) for name, sides in _WORDS.items()
}
_KINDS: tuple[Kind, Kind] = ("LOC", "ORG")
_TOLD = 0.95  # how sure the name's kind is then


def by_their_words(found: Sequence[Found], text: str) -> list[Found]:
    """The names, those that a place and a company share of the kind that more of the text's words tell."""
    kinds: dict[str, Kind] = {}
    for name in {one.text for one in found}.intersection(_PATTERNS):
        told = [len(set(pattern.findall(text))) for pattern in _PATTERNS[name]]
        if told[0] != told[1]:
            kinds[name] = _KINDS[told[1] > told[0]]
    if not kinds:
        return list(found)
    return [
        one._replace(kind=kinds[one.text], confidence=max(one.confidence, _TOLD)) if one.text in kinds else one
        for one in found
    ]
