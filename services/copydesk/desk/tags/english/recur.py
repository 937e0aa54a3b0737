"""Names that the tagger saw elsewhere in the text and missed here."""

from collections.abc import Sequence

from copydesk.desk.tags.english.sentences import Tokens
from copydesk.desk.tags.key import TITLES
from copydesk.desk.tags.link import Found, Kind

# How certain the tagger must be of a name before it is looked for again, and how certain the new mention is then.
SURE_ENOUGH = 0.8
ONCE_REMOVED = 0.9
# In words.
LONGEST = 5


def recurring(text: str, tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """The names found, and further mentions of them, in order, without overlaps.

    A name is found again where the same words stand, in the same capitals; a person also by the surname. A word that
    the text also has in lower case is left alone.
    """
    words = tokens.words
    lower = {word for word in words if word[0].islower()}
    place_of = {start: index for index, start in enumerate(tokens.starts)}
    known: dict[tuple[str, ...], tuple[float, Kind]] = {}
    taken: set[int] = set()
    for name in found:
        first = place_of[name.start]
        last = first
        while last < len(words) and tokens.starts[last] < name.end:
            last += 1
        taken.update(range(first, last))
        if name.confidence >= SURE_ENOUGH:
            for form in _forms(tuple(words[first:last]), name.kind, lower):
                known[form] = max(known.get(form, (0.0, name.kind)), (name.confidence * ONCE_REMOVED, name.kind))
    lengths = sorted({len(form) for form in known}, reverse=True)
    beginnings = {form[0] for form in known}
    again = []
    for index in [place for place, word in enumerate(words) if word in beginnings]:
        for length in lengths if index not in taken else ():
            last = index + length
            if last > len(words):
                continue
            one = known.get(tuple(words[index:last]))
            if one and taken.isdisjoint(range(index, last)) and not _goes_on(words, index, last, lower):
                taken.update(range(index, last))
                start, end = tokens.starts[index], tokens.ends[last - 1]
                after = words[last] if last < len(words) else ""
                again.append(Found(start, end, one[1], text[start:end], after, one[0], again=True))
                break
    return sorted([*found, *again])


def _forms(words: tuple[str, ...], kind: Kind, lower: set[str]) -> list[tuple[str, ...]]:
    """The forms that a name is looked for in."""
    if len(words) > LONGEST:
        return []
    alone = [words[-1:], words[:1]] if kind == "PER" and len(words) > 1 else []
    return [
        form
        for form in (words, *alone)
        if len(form) > 1 or (len(form[0]) > 1 and form[0][0].isupper() and form[0].lower() not in lower)
    ]


def _goes_on(words: Sequence[str], first: int, last: int, lower: set[str]) -> bool:
    """Whether words are part of a longer name: Stanley of the Stanley Cup."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    return after[:1].isupper() or (
        before[:1].isupper() and before.lower() not in lower and before.rstrip(".").lower() not in TITLES
    )
