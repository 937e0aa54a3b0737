"""English bodies whose names list what they deal with: "Department for Environment, Food and Rural Affairs"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from copydesk.desk.tags.english.sentences import Tokens
from copydesk.desk.tags.link import Found
from copydesk.desk.tags.table import any_of


def _one_of(words: str) -> str:
    return f"(?:{any_of(words.split())})"


_HEADS = _one_of(
    "Academies Academy Agency Association Board Bureau Center Centre Commission Committee Council Department "
    "Directorate Division Institute Ministry Office Subcommittee"
)
_HEADS_BEHIND = "(?:Commission|Committee|Department|Directorate|Ministry|Subcommittee)"
_HOUSES = "(?:House|Senate|Commons|Lords) "
_MATTERS = _one_of(
    "Affairs Aged Aging Agricultural Agriculture Alcohol Animal Archives Art Arts Aviation Broadcasting Business "
    "Children Citizens Citizenship Civil Climate Commerce Communication Communications Communities Community "
    "Competition Conservation Construction Consumer Cooperation Cooperative Cooperatives Cultural Culture Customs "
    "Defence Defense Development Digital Disaster Drugs Ecology Economic Economy Education Educational Employment "
    "Energy Engineering Environment Environmental Equality Explosives Families Family Finance Financial Firearms "
    "Fisheries Fishery Food Foreign Forestry Forests Gender Government Health Heritage Home Housing Human Humanities "
    "Immigration Industrial Industries Industry Information Infrastructure Innovation Intellectual Interior "
    "International Investment Irrigation Labor Labour Land Lands Language Languages Legal Licensing Livestock Local "
    "Management Manpower Marine Maritime Media Medicine Migration Minerals Mines Mining Mobility Municipal National "
    "Natural Nuclear Nutrition Parks Pensions Petroleum Planning Policy Ports Power Prevention Property Protection "
    "Public Quarries Railways Recreation Refugees Regional Regulatory Relations Religious Research Resettlement "
    "Resources Roads Rural Safety Sanitation Science Sciences Scientific Security Services Settlements Skills Small "
    "Social Space Sport Sports Standards Statistics Strategy Taxation Technology Telecommunications Tobacco Tourism "
    "Town Trade Training Transport Transportation Urban Veterans Veterinary Water Waterways Welfare Wildlife Women "
    "Works Youth"
)
_MATTER = rf"{_MATTERS}(?: {_MATTERS}){{0,2}}(?![\w-])"
_LIST = rf"{_MATTER}(?:, {_MATTER}){{1,4}},? (?:and|&) {_MATTER}"
# Not where the last has another head: "Department of Health, Education and Water Board".
_BODY = re.compile(
    rf"(?<![\w-])(?:{_HEADS} (?:of|for|on) (?:the )?{_LIST}(?! [A-Z])|(?:{_HOUSES})?{_LIST} {_HEADS_BEHIND}(?![\w-]))"
)
# The cheap look first: few texts have such a row of words in capitals.
_ROW = re.compile(r"[a-z], [A-Z][a-z]+(?:,? [A-Z][a-z]+){0,16},? (?:and|&) [A-Z]")
# "UN Relief and Works Agency", "U.S. Fish and Wildlife Service", "UN Office on Drugs and Crime".
_UNITED = r"(?:UN|U\.N\.|United Nations)"
_END = (
    r"(?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Council|Office|Organi[sz]ation|Programme"
    r"|Service)"
)
# Another body, or who holds an office: what follows is not of the name.
_OFFICE = (
    "(?:Ambassador|Chair\\w*|Chief|Commissioner|Congress|Court|Deputy|Director|Executive|General|Governor|Head|House|Judge"
    "|Minister|Parliament|President|Prosecutor|Representative|Secretary|Senate|Senator|Spokes\\w*|Treasury|Under)"
)
_WORD = rf"(?!{_OFFICE}\b)[A-Z][\w’'-]+"
_OF_STATE = re.compile(
    rf"(?<![\w-])(?:{_UNITED}|US|U\.S\.|EU|European) "
    rf"(?:(?!{_END}\b){_WORD} ){{1,3}}(?:and|&) (?:{_WORD} ){{1,2}}{_END}(?![\w-])"
    rf"|(?<![\w-]){_UNITED} (?:(?:Conference|Entity|Fund|Office|Programme) (?:for|on)|(?:{_WORD} )?Mission in)"
    rf" (?:the )?{_WORD}(?:(?: (?:and|for|of|the)){{0,2}} {_WORD}){{0,5}}"
)
_SURE = 0.95


def with_whole_bodies(text: str, tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """The names found in a text, in order, with one for each such body instead of its parts."""
    bodies = [match.span() for match in _OF_STATE.finditer(text)]
    if _ROW.search(text) is not None:
        bodies = sorted([*bodies, *(match.span() for match in _BODY.finditer(text))])
    starts = [name.start for name in found]
    names, kept = list[Found](), 0  # of those found, how many are kept or gone
    gone = 0  # up to where the text is a body's
    for begin, stop in bodies:
        first, last = bisect_left(starts, begin, kept), bisect_left(starts, stop, kept)
        first -= first > kept and found[first - 1].end > begin  # "UN Food and Agriculture ..."
        start, end = min([begin, *starts[first:last]]), stop
        at = bisect_left(tokens.starts, start)
        is_word = at < len(tokens.starts) and tokens.starts[at] == start
        if first < last and found[last - 1].kind == "ORG":
            end = max(end, found[last - 1].end)  # "... Works Agency for Palestine Refugees"
        if is_word and start >= gone and (first == last or found[last - 1].end <= end):
            whole = Found(start, end, "ORG", text[start:end], text[end : end + 2].strip()[:1], _SURE)
            names += [*found[kept:first], whole]
            kept, gone = last, end
    return [*names, *found[kept:]]
