"""Names that the tagger saw elsewhere in the text and missed here."""

from collections.abc import Sequence

from copydesk.desk.tags.key import TITLES
from copydesk.desk.tags.link import Found, Kind
from copydesk.desk.tags.sentences import Tokens

# How certain the tagger must be of a name before it is looked for again, and how certain the new mention is then.
SURE_ENOUGH = 0.8
ONCE_REMOVED = 0.9


def recurring(text: str, tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """The names found, and further mentions of them, in order, without overlaps.

    A name is found again where the same words stand, in the same capitals; a person also by the surname. A word that
    the text also has in lower case is left alone.
    """
    known: dict[str, list[tuple[tuple[str, ...], Kind, float]]] = {}
    lower = {word for word in tokens.words if word[0].islower()}
    place_of = {start: index for index, start in enumerate(tokens.starts)}
    taken: set[int] = set()
    for name in found:
        first = place_of[name.start]
        last = first
        while last < len(tokens.words) and tokens.starts[last] < name.end:
            last += 1
        taken.update(range(first, last))
        words = tuple(tokens.words[first:last])
        if name.confidence < SURE_ENOUGH:
            continue
        forms = [words]
        if name.kind == "PER" and 2 <= len(words) <= 4:
            forms += [words[-1:], words[:1]]
        for form in forms:
            if len(form) > 1 or (form[0][0].isupper() and len(form[0]) > 1 and form[0].lower() not in lower):
                known.setdefault(form[0], []).append((form, name.kind, name.confidence * ONCE_REMOVED))
    again = []
    for index, word in enumerate(tokens.words):
        for form, kind, confidence in sorted(known.get(word, ()), key=lambda one: (-len(one[0]), -one[2], one[1])):
            last = index + len(form)
            if (
                tuple(tokens.words[index:last]) == form
                and taken.isdisjoint(range(index, last))
                and not _goes_on(tokens.words, index, last, lower)
            ):
                taken.update(range(index, last))
                start, end = tokens.starts[index], tokens.ends[last - 1]
                after = tokens.words[last] if last < len(tokens.words) else ""
                again.append(Found(start, end, kind, text[start:end], after, confidence))
    return sorted([*found, *again])


def _goes_on(words: Sequence[str], first: int, last: int, lower: set[str]) -> bool:
    """Whether words are part of a longer name: Stanley of the Stanley Cup."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    return after[:1].isupper() or (
        before[:1].isupper() and before.lower() not in lower and before.rstrip(".").lower() not in TITLES
    )
