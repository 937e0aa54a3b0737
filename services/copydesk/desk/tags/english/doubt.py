"""Names in English that the tagger is sure of and the text speaks against."""

import re
from collections.abc import Sequence

from copydesk.desk.tags.english.teams import EVERYDAY_NICKNAMES, is_team
from copydesk.desk.tags.link import Found, Named

# CRMs, VPNs: several of a kind are none in particular.
_PLURAL_INITIALS = re.compile(r"[A-Z]{2,6}s\Z")
# ChatGPT and WireGuard are products; McKay, DeKalb and LaGuardia are not.
_INNER_CAPITAL = re.compile(r"\b(?!(?:Mc|Mac|De|Del|Di|Du|Da|La|Le|Lo|Van|Von|Fitz|Al|El|St|So|No)[A-Z])\w*[a-z][A-Z]")
_INITIALS = re.compile(r"[A-Z]{2,4}\Z")
_JOINT = re.compile(r" (?:and|&) ")
_OPEN_ENDS = (" of", " and", " for", " the", " in", " at", " to", " &")
_SENTENCE_ENDS = ".!?;,…:\"”'’)"
_INSTITUTIONS = frozenset("Bank Church Club College Court Hospital Institute Museum Party School University".split())
# Laws and things, not who made them.
_THING_WORDS = (
    "Act Agreement Amendment Award Awards Bill Certificate Championship Championships Classic Cup Festival Guide Law "
    "Marathon Medal Month Prize Project Show Summit Tournament Treaty Trophy War Week"
)
_THINGS = frozenset(_THING_WORDS.split())
_CLASS = re.compile(r"Formula (?:One|Two|Three|[123E])\Z")  # what is raced in
# Initials of everyday things.
_THING_INITIALS = (
    "AAC ADHD AI AIDS API ATM BPA CEO CFO COO COVID CPI CPU CRM CSS CTO CV DIY DNA DSLR ESG ETF EV FAQ GDP GPS "
    "GPU HD HDMI HIV HR  HTML HVAC ID IPO IQ IT IVF KPI LCD LED OLED OS PC PDF PPV PR PTSD RAM RNA ROI SEO SQL "
    "SSD SUV TV UI USB UX VAT VIP VPN"
)
_EVERYDAY_INITIALS = frozenset(_THING_INITIALS.split())
# Members of a party or a people are no single one.
_MANY = frozenset("Americans Conservatives Democrats Israelis Liberals Palestinians Republicans Tories".split())
# What the weather is called like people, and what it is by itself.
_STORMS = frozenset("Cyclone Hurricane Storm Typhoon".split())
_STORM_BEFORE = re.compile(rf"\b(?i:{'|'.join(sorted(_STORMS))})(?: |s (?:\w+ and )?)\Z")
_LONGEST_BEFORE, _MOST_LOOKED_AT = 40, 20  # letters; places
_WEATHER = frozenset({"El Niño", "El Nino", "La Niña", "La Nina"})
_CLOSED_BY = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»", "„": "“”"}
_ROW = 3  # spaces: "Minnesota Timberwolves" is one name
_SHORT = 3  # letters: words as short tell nothing
_HEADING_WORDS = 14
_HEADING_LETTERS = 200


_LOWER = re.compile(r"\b[a-z]{4,}\b")


def lower_words(text: str) -> frozenset[str]:
    """The words that a text has in lower case, but for the shortest."""
    return frozenset(_LOWER.findall(text))


def doubtful(name: Named, text: str, lower: frozenset[str], others: Sequence[str]) -> bool:
    """Whether a text speaks against a name that was found in it.

    text: in which the mentions stand. lower: the words that it has in lower case. others: the names that were found,
    as printed. It speaks against products taken for people, plurals, rows and pairs of other names, what it writes in
    lower case as often, and the everyday words of a heading.
    """
    printed = " ".join(name.name.split())
    alone = " " not in printed
    if alone and (_PLURAL_INITIALS.match(printed) or printed in _EVERYDAY_INITIALS or printed in _MANY):
        return True
    if (
        printed in _WEATHER
        or _CLASS.match(printed)
        or (name.kind == "PER" and not alone and printed.partition(" ")[0] in _STORMS)
    ):
        return True
    if alone and name.kind == "PER" and _is_storm(text, printed):
        return True
    if printed.endswith(_OPEN_ENDS) or (name.kind != "PER" and not alone and printed.rpartition(" ")[2] in _THINGS):
        return True
    if all(_is_quoted(text, one.start, one.end) for one in name.mentions) or _is_word_of_teams(name, text, others):
        return True
    if name.kind != "ORG" and (_INNER_CAPITAL.search(printed) or any(map(str.isdigit, printed))):
        return True
    if name.kind == "PER" and ((alone and _INITIALS.match(printed)) or " & " in printed):
        return True
    if alone and name.kind == "LOC" and _is_small(printed, name.mentions, text):
        return True
    if not alone and _made_of(printed, others):
        return True
    times = 2 if name.kind == "LOC" else 1
    if not alone and text.count(printed.lower()) >= times * len(name.mentions):
        return True
    if printed.rpartition(" ")[2] in _INSTITUTIONS:
        return False
    words = [word for word in re.findall(r"\w+", printed.lower()) if len(word) > _SHORT]
    everyday = sum(word in lower for word in words)
    return bool(words) and 2 * everyday >= len(words) and all(_in_heading(text, one.start) for one in name.mentions)


def _is_small(printed: str, mentions: Sequence[Found], text: str) -> bool:
    """Whether a text writes a word small as often, if in a longer one (turkeys), and not where a place would stand."""
    if text.count(f" {printed.lower()}") < len(mentions):
        return False
    return not any(text[max(0, one.start - 5) : one.start].endswith((" in ", " from ", " to ")) for one in mentions)


def _is_word_of_teams(name: Named, text: str, others: Sequence[str]) -> bool:
    """Whether a word that is also a team's name only ever opens a sentence, in a text that names no other team."""
    if name.name not in EVERYDAY_NICKNAMES or any(is_team(one) for one in others if one != name.name):
        return False
    return all(_opens_sentence(text, one.start) for one in name.mentions)


def _opens_sentence(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip(" \"“‘'")[-1:] in ("", ".", "!", "?", "\n")


def _is_storm(text: str, name: str) -> bool:
    """Whether a text calls a name a storm: "Storm Ciara", "Hurricanes Harvey and Irma"."""
    at = text.find(name)
    for _ in range(_MOST_LOOKED_AT):
        if at < 0:
            return False
        if _STORM_BEFORE.search(text, max(0, at - _LONGEST_BEFORE), at):
            return True
        at = text.find(name, at + 1)
    return False


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a mention stands alone in quotation marks, as titles of works do."""
    before = text[max(0, start - 2) : start].rstrip()[-1:]
    after = text[end : end + 2].lstrip()[:1]
    return bool(after) and after in _CLOSED_BY.get(before, "")


def _made_of(printed: str, others: Sequence[str]) -> bool:
    """Whether a name is two names that were found by themselves, or one of them "and" something."""
    joint = _JOINT.split(printed)
    if len(joint) == 2 and (any(part in others for part in joint) or all(_INITIALS.match(part) for part in joint)):
        return True
    parts = [one for one in others if one != printed and f" {one} " in f" {printed} "]
    return printed.count(" ") >= _ROW and len(parts) > 1 and sum(len(one) + 1 for one in parts) > len(printed)


def _in_heading(text: str, at: int) -> bool:
    """Whether a line has a capital on every word, so that one says nothing."""
    start = text.rfind("\n", max(0, at - _HEADING_LETTERS), at) + 1 or max(0, at - _HEADING_LETTERS)
    end = text.find("\n", at, at + _HEADING_LETTERS)
    line = text[start : end if end >= 0 else at + _HEADING_LETTERS].strip()
    words = line.split()
    if not 1 < len(words) <= _HEADING_WORDS or line[-1] in _SENTENCE_ENDS:
        return False
    return all(not word[0].islower() for word in words if len(word) > _SHORT)
