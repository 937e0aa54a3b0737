"""The key of a name: the same for all its spellings."""

import re
import unicodedata

# Letters that Unicode does not take apart into a base and a mark.
LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
        "ŋ": "n", "ə": "a", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "’": "'", "‘": "'", "ʹ": "",
    }
)  # fmt: skip

_TITLE_WORDS = (
    "mr mrs ms miss mx dr prof professor sir dame president premier chancellor senator sen rep representative "
    "congressman congresswoman gov governor mayor minister ambassador judge justice general gen colonel col "
    "lieutenant lt sergeant sgt captain capt major maj admiral adm rev reverend hon herr frau monsieur madame "
    "senor señor senora vice deputy prime former councillor cllr coun archbishop baroness sheikh alhaji alhaja"
)
TITLES = frozenset(_TITLE_WORDS.split())
# Before one of these words a title is the beginning of an organisation's name: General Motors, Justice Department.
_UNTITLED_WORDS = (
    "assembly atomics council court department dynamics electric hospital league mills ministry motors office staff "
    "store"
)
_UNTITLED = frozenset(_UNTITLED_WORDS.split())
_COMPANY_FORM_WORDS = (
    "inc incorporated corp corporation co company ltd limited llc llp lp plc ag gmbh sa nv bv spa ab asa oyj "
    "kg kgaa pty pte bhd sarl srl"
)
_COMPANY_FORMS = frozenset(_COMPANY_FORM_WORDS.split())
# Short forms that no rule on letters can tell.
_SAME = {
    "us": "unitedstates",
    "usa": "unitedstates",
    "unitedstatesofamerica": "unitedstates",
    "uk": "unitedkingdom",
    "un": "unitednations",
    "eu": "europeanunion",
    "uae": "unitedarabemirates",
}

_POSSESSIVE = re.compile(r"(?<=\w)(?:\s?['’]s|['’])(?=\s|$)", re.IGNORECASE)
_DOTS = re.compile(r"(?<=\w)\.")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Volodymyr Zelenskyy, Zelenskiy and Zelensky; Dostoevskij.
_SKY = re.compile(r"sk(?:yy|iy|ij|yi|ii|yj|i)$")


def name_key(name: str) -> str:
    """The key of a name as printed.

    Case, marks, hyphens, spaces, possessives, titles of address and office, "the" and legal forms of companies do not
    count: Kim Jong Un, Kim Jong-un and KIM JONG UN meet, so do Apple and Apple Inc. Letters of other scripts stay as
    they are. Empty for a name without letters or digits.
    """
    return "".join(key_words(name))


def key_words(name: str) -> list[str]:
    """The words that the key is joined from; a name known by its initials is one word."""
    if name.isascii():
        kept = _DOTS.sub("", _POSSESSIVE.sub("", name).lower()).replace("'", "")
        words = _ASCII_WORD.findall(kept)
    else:
        folded = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", name)).casefold().translate(LETTERS)
        marked = unicodedata.normalize("NFKD", folded)
        bare = unicodedata.normalize("NFC", "".join(char for char in marked if not _is_mark(char)))
        kept = _DOTS.sub("", bare).replace("'", "")
        words = "".join(char if _is_letter(char) else " " for char in kept).split()
    while len(words) > 1 and (words[0] == "the" or (words[0] in TITLES and words[1] not in _UNTITLED)):
        words = words[1:]
    while len(words) > 1 and words[-1] in _COMPANY_FORMS:
        words = words[:-1]
    if words:
        words[-1] = _SKY.sub("sky", words[-1])
        if same := _SAME.get("".join(words)):
            return [same]
    return words


def _is_letter(char: str) -> bool:
    """Letters and digits, and the vowel signs that belong to them."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _is_mark(char: str) -> bool:
    """Accents of Latin, Greek and Cyrillic; the vowel signs of other scripts are letters to their readers."""
    return "\u0300" <= char <= "\u036f"
