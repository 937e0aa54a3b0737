"""Names in English text, by the shipped tagger."""

import re
from bisect import bisect_left

import numpy as np

from copydesk.desk.tags.english.crf import LABELS, OUTSIDE, Labelling, label
from copydesk.desk.tags.english.features import extract
from copydesk.desk.tags.english.lexicon import Kind as Listed
from copydesk.desk.tags.english.lexicon import fold_hash
from copydesk.desk.tags.english.matters import with_whole_bodies
from copydesk.desk.tags.english.model import NamesModel, names_model
from copydesk.desk.tags.english.recur import recurring
from copydesk.desk.tags.english.sentences import Tokens, tokenise
from copydesk.desk.tags.geography.gazetteer import first_names
from copydesk.desk.tags.key import TITLES
from copydesk.desk.tags.link import Found, Kind
from copydesk.desk.tags.words import fold

_KINDS: tuple[Kind, ...] = ("PER", "ORG", "LOC")
_OF_KIND = {kind: [place for place, name in enumerate(LABELS) if name.endswith(kind)] for kind in _KINDS}
_STREET_WORDS = "Street Road Avenue Drive Lane Boulevard Parkway Highway Court Circle Square Airport Stadium"
_STREETS = frozenset(_STREET_WORDS.split())
# What a name ends in tells what it is of, where the tagger thinks otherwise.
_PLACE_WORDS = _STREETS | frozenset("Bridge Castle County Island River Valley".split())
_BODY_WORDS = (
    "Agency Association Bank College Company Corp Corporation Department Foundation "
    "Group Hospital Inc Institute LLC Ltd Ministry Technologies University"
)
_BODIES = frozenset(_BODY_WORDS.split())
_ROADS = frozenset("Avenue Boulevard Highway Parkway Reservoir River Road Street".split())
_PASSES = frozenset("Alpe Col Passo Puy".split())  # what such a name begins with: "Alpe d'Huez"
_SHORES = frozenset("East Left Right South West".split())  # "the West Bank"
_TEAM_WORDS = (
    "AFC Albion Athletic Bears Broncos Bruins Bulldogs Bulls CF Cavaliers Celtic Celtics Cowboys Cubs Dockers Dodgers "
    "Dolphins Eagles FC Falcons Flyers Giants Hawks Hotspur Huskies Jets Knicks Lakers Lions Mavericks Mets Orioles "
    "Packers Panthers Patriots Penguins Pirates Raiders Ravens Reds Rovers Seahawks Sharks Steelers Tigers Titans "
    "Vikings Wanderers Warriors Wildcats Wolves Yankees"
)
_TEAMS = frozenset(_TEAM_WORDS.split())
_INITIALS = re.compile(r"[A-Z][A-Za-z&]{0,4}[A-Z]\Z")
# "U.S. Trump" and "9 P.M. Trump" have none.
_IS_INITIAL = re.compile(r"(?!U\.|E\.U|D\.C|L\.A|[AP]\.M|A\.I|T\.V|F\.B|C\.I|N\.[BFH]|M\.L|G\.O|I\.R)(?:[A-Z]\.){2,3}")
_PARTICLE_WORDS = "da das de del della den der di do dos van von zu bin ibn al el ter"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_MOST_PARTICLES = 3  # "von und zu"
# "Thun und Hohenstein", "Ortega y Gasset": between two surnames.
_ANDS = frozenset({"und", "y"})
# Of the nobility, whose names are places'.
_NOBLE = frozenset({"von", "zu"})
# Words that are given names; before another person's full name they are rather the word: "Hope Anna Smith wins".
_VIRTUE_WORDS = (
    "Blessing Charity Comfort Faith Favour Gift Goodness Grace Happiness Hope Innocent Joy Mercy Patience Peace "
    "Precious Promise Prosper Prudence Wisdom"
)
_VIRTUES = frozenset(_VIRTUE_WORDS.split())
_GIVEN = int(Listed.FIRST_COMMON | Listed.FIRST)
_GIVEN_ANYWHERE = _GIVEN | int(Listed.FIRST_WORLD)
# "Baroness Jones" and "Tory MP Julian Knight" are people.
_ADDRESS_WORDS = (
    "Baroness Capt. Col. Dame Dr Dr. Lady Lord Lt. Mr Mr. Mrs Mrs. Ms Ms. Prof Prof. Professor Rev. Sgt. Sir"
)
_ADDRESSES = frozenset(_ADDRESS_WORDS.split())
_SEATS = frozenset("MP MPs MEP MSP MLA TD".split())
_MEMBERS = _SEATS - {"TD"}  # which is a bank, too
# Behind a name, and no part of it: "Adam Wolanski KC". "Jr" is.
_HONOUR_WORDS = "CBE DBE DPhil FRS GBE GCB KBE KC KCB MBE MD MEP MLA MP MSP OBE PhD QC"
_HONOURS = frozenset(_HONOUR_WORDS.split())
# The party and the place of American legislators: "Burt Jones, R-Macon".
_PARTY = re.compile(r"[DIR][-‐‑][A-Z]")
# "the cement firm Holcim", "insurer Axa": what follows them is a company.
_COMPANY_NOUNS = "airline automaker bank broadcaster carmaker chipmaker company drugmaker firm insurer lender retailer"
_COMPANIES = frozenset(_COMPANY_NOUNS.split())
_NO_NAME_WORDS = (
    "A An And At For In It No Of On Or The This To Us We You AI CEO CFO CTO Covid COVID Covid-19 COVID-19 DVD "
    "GDP HIV IPO PhD R&D TV VAT"
)
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
# Before a full stop, and behind a town: "Tampa, Fla.".
_STATE_WORDS = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Va Vt Wash Wis Wyo"
)
_STATES = frozenset(_STATE_WORDS.split())
# "U.S.-led" speaks of no place, it is an adjective.
_ADJECTIVE = re.compile(r"-[a-z]")
_LIKE = re.compile(
    r"-(?:aligned|backed|based|born|bound|built|centric|controlled|educated|era|esque|focused|funded|inspired|led|like|linked"
    r"|listed|made|obsessed|owned|powered|produced|related|run|sponsored|style|themed|trained|wide)$"
)


def english_names(text: str, model: NamesModel | None = None) -> list[Found]:
    """The names in a text, in order, without overlaps. Confidence is the least certain word's.

    model: another than the shipped one, to measure with.
    """
    model = model or names_model()
    tokens = tokenise(text)
    labelling = label(model.field, extract(tokens, model.lexicon), tokens.sentences)
    found = with_whole_bodies(text, tokens, _labelled(text, tokens, labelling))
    return recurring(text, tokens, _with_initials(tokens, found))


def _labelled(text: str, tokens: Tokens, labelling: Labelling) -> list[Found]:
    labels = _apart(tokens, labelling.labels.tolist())
    of_kind = {kind: labelling.marginals[:, places].sum(axis=1) for kind, places in _OF_KIND.items()}
    certain = {place: of_kind[kind] for kind, places in _OF_KIND.items() for place in places}
    found = []
    total = len(labels)
    end = 0
    for index in np.flatnonzero(labels).tolist():
        name = LABELS[labels[index]]
        if not name.startswith("B-") or index < end:
            continue
        end = _end(labels, index)
        if name == "B-PER":
            end = _with_particles(tokens.words, labels, index, end)
        kind: Kind = name[2:]  # type: ignore[assignment]
        if kind == "PER" and end < total and tokens.words[end] in _SEATS and _begins_person(labels, end + 1):
            continue  # "Tory" of "Tory MP Julian Knight"
        if kind == "ORG" and not _MEMBERS.isdisjoint(tokens.words[index + 1 : end - 1]):
            kind = "PER"  # "Tory MP Julian Knight" as one
        last_word = end
        end = _without_honours(tokens.words, index, end, kind)
        if end < last_word:
            kind = "PER"
        if kind == "LOC" and _given_before(tokens.words, labels, index) < index:
            kind = "PER"  # "Karl-Theodor zu Guttenberg"
        if kind == "PER":
            index = _person_begins(tokens.words, labels, index, end)  # noqa: PLW2901 - the office is not the name
        if end - index > 1 and _LIKE.search(tokens.words[index]):
            index += 1  # noqa: PLW2901 - "Lagos-based Financial Derivatives Company"
            kind = "ORG" if kind == "LOC" else kind
        if _is_no_name(text, tokens, index, end):
            continue
        kind = _by_what_is_with_it(kind, tokens.words, index, end)
        first, last = tokens.starts[index], tokens.ends[end - 1]
        sure = min(float(certain[labels[at]][at]) for at in range(index, end) if labels[at] != OUTSIDE)
        after = tokens.words[end] if end < total else ""
        goes_on = float(labelling.marginals[last_word, LABELS.index("I-" + name[2:])]) if last_word < total else 0.0
        found.append(Found(first, last, kind, text[first:last], after, sure, 1 - goes_on))
    return found


def _is_no_name(text: str, tokens: Tokens, first: int, end: int) -> bool:
    """Whether words are a legislator's party, an adjective, a short form of a thing, or signs alone."""
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    if first and tokens.words[first - 1] in ",(" and _PARTY.match(text, start):
        return True
    if _ADJECTIVE.match(text, stop) or _LIKE.search(tokens.words[end - 1]):
        return True
    printed = text[start:stop]
    if printed in _STATES and text[stop : stop + 1] == "." and first and tokens.words[first - 1] == ",":
        return True
    return not any(char.isalnum() for char in printed) or printed in _NO_NAMES


def _by_what_is_with_it(kind: Kind, words: list[str], first: int, end: int) -> Kind:
    """What a name is of by its own words and the one before it, where the tagger thinks otherwise."""
    if end - first > 1:
        kind = _by_its_words(kind, words[first], words[end - 1].rstrip("."))
    if kind != "PER" and _is_addressed(words, first, end):
        return "PER"
    if kind == "LOC" and first and words[first - 1] in _COMPANIES:
        return "ORG"
    return kind


def _without_honours(words: list[str], first: int, end: int, kind: Kind) -> int:
    """Where a name ends before its honours, degrees and seats, of two words at least: "Lord Pannick KC". Of an
    organisation only what begins as a person does: "John Smith CBE", not "Kansas City KC".
    """
    is_addressed = words[first] in _ADDRESSES or (first > 0 and words[first - 1] in _ADDRESSES)
    if kind != "PER" and not (kind == "ORG" and (is_addressed or fold(words[first]) in first_names())):
        return end
    least = 1 if is_addressed else 2
    while end - first > least and words[end - 1] in _HONOURS:
        end -= 1
    return end


def _begins_person(labels: list[int], at: int) -> bool:
    return at < len(labels) and labels[at] == LABELS.index("B-PER")


def _person_begins(words: list[str], labels: list[int], first: int, end: int) -> int:
    """Where a person's name begins: behind the office, with the initials before it, as of J.D. Vance."""
    first = _after_office(words, first, end)
    if (before := _given_before(words, labels, first)) < first:
        return before
    if end - first > 1 and first and words[first - 1] in _VIRTUES and labels[first - 1] == OUTSIDE:
        return first - (not _listed(words[first]) & _GIVEN)
    if end - first == 1 and first and labels[first - 1] == OUTSIDE and _IS_INITIAL.fullmatch(words[first - 1]):
        return first - 1
    return first


def _given_before(words: list[str], labels: list[int], first: int) -> int:
    """Where the given name begins that stands before a name with a German particle between them; the name's own
    beginning where none does."""
    at = first - 1
    while at > 0 and words[at] in _NOBLE | _ANDS:
        at -= 1
    if at < 0 or at == first - 1 or _NOBLE.isdisjoint(words[at + 1 : first]) or labels[at] != OUTSIDE:
        return first
    is_given = words[at][0].isupper() and all(_listed(part) & _GIVEN_ANYWHERE for part in words[at].split("-"))
    return at if is_given else first


def _listed(word: str) -> int:
    """The lists that a word is in."""
    return int(names_model().lexicon.kinds_of(fold_hash([word]))[0])


def _after_office(words: list[str], first: int, end: int) -> int:
    """Where a person's name begins: "Tory MP" and "Senator" are before it."""
    for seat in range(first, end - 1):
        if words[seat] in _SEATS:
            first = seat + 1
    while first + 1 < end and words[first].rstrip(".").lower() in TITLES:
        first += 1
    return first


def _is_addressed(words: list[str], first: int, end: int) -> bool:
    """Whether a name is a person's by how it is addressed: "Baroness Jones", "Mr Brown"."""
    if end - first > 3 or "&" in words[first:end] or words[end - 1] in _PLACE_WORDS | _BODIES:
        return False
    return (end - first > 1 and words[first] in _ADDRESSES) or (first > 0 and words[first - 1] in _ADDRESSES)


def _with_initials(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The names, and the initials that organisations are given in brackets: "National Federation Party (NFP)"."""
    of = {name.start: name for name in found}
    for name in found:
        if name.kind != "ORG" or name.after != "(" or " " not in name.text:
            continue
        at = bisect_left(tokens.starts, name.end) + 1
        if at + 1 >= len(tokens.words) or tokens.words[at + 1] != ")":
            continue
        printed, start = tokens.words[at], tokens.starts[at]
        known = of.get(start)
        if _INITIALS.match(printed) and printed[0] == name.text[0] and (known is None or known.text == printed):
            sure = max(name.confidence, known.confidence if known else 0)
            of[start] = Found(start, tokens.ends[at], "ORG", printed, ")", sure)
    return sorted(of.values())


def _by_its_words(kind: Kind, first: str, last: str) -> Kind:
    """Charles University is nobody, and a university of a place is no place."""
    if (kind == "PER" and last in _PLACE_WORDS) or (kind == "ORG" and (last in _ROADS or first in _PASSES)):
        return "LOC"
    if kind != "ORG" and (last in _BODIES or first == "University") and not (last == "Bank" and first in _SHORES):
        return "ORG"
    if kind == "LOC" and last in _TEAMS:
        return "ORG"
    return kind


def _apart(tokens: Tokens, labels: list[int]) -> list[int]:
    """U.S.-China is two places."""
    begins, goes_on = LABELS.index("B-LOC"), LABELS.index("I-LOC")
    for index in range(1, len(labels) - 1):
        if tokens.words[index] == "-" and labels[index] == labels[index + 1] == goes_on:
            labels[index], labels[index + 1] = OUTSIDE, begins
    return labels


def _end(labels: list[int], first: int) -> int:
    """Where the name that begins at a word ends."""
    inside = LABELS.index("I-" + LABELS[labels[first]][2:])
    end = first + 1
    while end < len(labels) and labels[end] == inside:
        end += 1
    return end


def _with_particles(words: list[str], labels: list[int], first: int, end: int) -> int:
    """Where a person's name ends that goes on behind particles: Luiz Inacio Lula da Silva is one person, and so are
    Johannes von Thun und Hohenstein and Anton von und zu Liechtenstein."""
    after = end
    while after < min(end + _MOST_PARTICLES, len(words) - 1) and words[after] in _PARTICLES | _ANDS:
        after += 1
    joints = set(words[end:after])
    if not joints:
        return end
    goes_on = labels[after] == LABELS.index("B-PER") or (
        labels[after] == LABELS.index("B-LOC") and not _NOBLE.isdisjoint(joints)
    )
    if joints <= _ANDS:
        # "Ana y Maria Lopez" are two.
        goes_on = goes_on and end - first > 1 and fold(words[after]) not in first_names()
    return _end(labels, after) if goes_on else end
