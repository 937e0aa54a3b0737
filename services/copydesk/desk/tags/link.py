"""Which mentions are of one name: spellings of one key, and the short forms of a name that is given in full."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from copydesk.desk.tags.key import key_words, name_key

Kind = Literal["PER", "ORG", "LOC"]

# "the Kennedy family" is not John Kennedy.
_PLURAL_AFTER = frozenset({"family", "families", "brothers", "sisters", "twins", "dynasty", "clan"})
_SMALL_WORDS = frozenset("of the and for in on de la du des der die das e y et und".split())


class Found(NamedTuple):
    """A name as found: [start, end) in the text, its words as printed, what follows it, how sure the tagger is."""

    start: int
    end: int
    kind: Kind
    text: str
    after: str
    confidence: float


class Named(NamedTuple):
    """One person, organisation or place, with its mentions in order."""

    kind: Kind
    name: str
    key: str
    mentions: tuple[Found, ...]


def link(found: Sequence[Found]) -> list[Named]:
    """Gather mentions, given in order, into names. Names come in the order of their first mention.

    A lone word belongs to the person whose full name ends in it, else begins with it ("Kim" of Kim Jong Un); of
    several to the most mentioned, then the first. Measured on 60 articles: 2 wrong links of 341. A longer form of an
    organisation is another organisation; only its initials are its own.
    """
    words = [key_words(name.text) for name in found]
    kinds = _settle_kinds(found, words)
    groups: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for place, (kind, parts) in enumerate(zip(kinds, words, strict=True)):
        if parts:
            groups[kind, "".join(parts)].append(place)
    people = {key: groups[kind, key] for kind, key in groups if kind == "PER"}
    full = {key: words[places[0]] for key, places in people.items()}
    target: dict[tuple[Kind, str], tuple[Kind, str]] = {}
    for key, places in people.items():
        owner = _owner(full[key], full, {key: len(places) for key, places in people.items()})
        if owner and owner != key:
            target["PER", key] = ("PER", owner)
    for (kind, key), places in groups.items():
        if kind == "ORG" and len(words[places[0]]) == 1:
            owner = _spelled_out(found[places[0]].text, groups, words)
            if owner and owner != key:
                target["ORG", key] = ("ORG", owner)
    gathered: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for group, places in groups.items():
        kind, key = target.get(group, group)
        for place in places:
            if (kind, key) != group and kind == "PER" and found[place].after in _PLURAL_AFTER:
                gathered[group].append(place)
            else:
                gathered[kind, key].append(place)
    named = []
    for (kind, key), places in gathered.items():
        mentions = tuple(found[place] for place in sorted(places))
        name = next((mention.text for mention in mentions if name_key(mention.text) == key), mentions[0].text)
        named.append(Named(kind, name, key, mentions))
    return sorted(named, key=lambda one: (one.mentions[0].start, one.kind))


def _settle_kinds(found: Sequence[Found], words: Sequence[Sequence[str]]) -> list[Kind]:
    """One kind for each spelling in a text: the one it was found as with the most certainty in all."""
    weights: dict[str, Counter[Kind]] = defaultdict(Counter)
    surnames = Counter(parts[-1] for name, parts in zip(found, words, strict=True) if name.kind == "PER" and parts[1:])
    for name, parts in zip(found, words, strict=True):
        weights["".join(parts)][name.kind] += name.confidence  # type: ignore[assignment]
    for key, weight in weights.items():
        if surnames[key]:
            weight["PER"] += 0.5 * min(surnames[key], 2)  # type: ignore[assignment]
    best: dict[str, Kind] = {
        key: max(("PER", "ORG", "LOC"), key=lambda kind, of=weight: of[kind])  # type: ignore[misc]
        for key, weight in weights.items()
    }
    return [best["".join(parts)] for parts in words]


def _owner(parts: Sequence[str], full: dict[str, list[str]], counts: dict[str, int]) -> str | None:
    """The key of the fuller name that a short one stands for."""
    if len(parts) == 1:
        for end in (-1, 0):
            owners = [key for key, words in full.items() if len(words) > 1 and words[end] == parts[0]]
            if owners:
                return max(owners, key=lambda key: counts[key])
        return None
    # Donald J. Trump is Donald Trump.
    bare = [word for place, word in enumerate(parts) if len(word) > 1 or place == 0]
    joined = "".join(bare)
    return joined if len(bare) > 1 and joined in full else None


def _spelled_out(text: str, groups: dict[tuple[Kind, str], list[int]], words: Sequence[Sequence[str]]) -> str | None:
    """The key of the organisation whose initials a text is."""
    letters = text.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return None
    wanted = letters.casefold()
    for (kind, key), places in groups.items():
        parts = words[places[0]]
        if kind == "ORG" and len(parts) > 1:
            initials = "".join(word[0] for word in parts)
            if wanted in (initials, "".join(word[0] for word in parts if word not in _SMALL_WORDS)):
                return key
    return None
