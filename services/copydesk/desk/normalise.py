"""White space and Unicode: one form for all text that leaves the desk."""

import re
import unicodedata

# Soft hyphens, zero-width spaces, word joiners, byte order marks and bidi controls that layout left behind.
# Zero-width (non-)joiners stay: Persian, Indic scripts and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069]")
# Control characters that are not white space, and lone surrogates, which no UTF-8 can carry.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """`text` on one line: Unicode NFC, runs of white space as one space, no control or invisible characters."""
    text = text.strip()
    if text.isprintable() and "  " not in text:  # then it has no white space but single spaces, and none of the above
        return unicodedata.normalize("NFC", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
