"""From bytes to text: the media type, the charset, and repaired mojibake."""

import codecs
import re

import ftfy
from charset_normalizer import from_bytes

from copydesk.article import RawArticle, Warning
from copydesk.desk.frame import Copy
from copydesk.errors import ContentError

# The charset among a media type's parameters (RFC 9110); other parameters say nothing to us.
_PARAMETER = re.compile(
    r";\s{0,9}(?P<name>[^\s;=\"]{1,40})\s{0,9}=\s{0,9}(?:\"(?P<quoted>[^\"]{0,200})\"|(?P<plain>[^;\"]{0,200}))"
)
_LONGEST_PARAMETERS, _LONGEST_CHARSET = 1000, 40  # characters
# Codecs of Python's own, which no page is in.
_PYTHONS_OWN = frozenset({"idna", "palmos", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
_MEDIA_TYPES = ("text/plain", "text/html", "application/xhtml+xml")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# First bytes of what people push by mistake; from the formats' specifications.
_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "Zstandard data",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF container (WebP, WAV)",
    b"\x00\x00\x00\x01": "binary data",
    b"{\\rtf": "an RTF document",
}
# HTML's own prescan looks at the first 1,024 bytes; real pages are later than they should be.
_PRESCAN = 4096
_META_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset\s{0,9}=|\?xml\b[^>]{0,200}?\bencoding\s{0,9}=)\s{0,9}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HTML_START = re.compile(
    r"\s{0,999}(?:<!--.{0,5000}?-->\s{0,999}|<\?xml[^>]{0,300}>\s{0,999}){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Tags that lay out a page. Prose about HTML quotes tags as well, but hardly lays itself out with them.
_TAG = re.compile(
    r"</?(?:a|article|aside|blockquote|body|br|div|figure|footer|h[1-6]|head|header|html|img|li|link|main|meta|nav|ol|p"
    r"|script|section|span|style|table|td|th|title|tr|ul)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TAGS_PER_1000 = 4
_SNIFF_CHARS = 20_000
# The Encoding Standard's labels: what pages call Latin-1 and ASCII is windows-1252.
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def _as_read_in(charset: str, first: int, last: int) -> str:
    """What a range of bytes becomes in a one-byte charset; bytes that it leaves undefined stay as they are."""
    return "".join(
        bytes([byte]).decode(charset, "ignore") or chr(byte)
        for byte in range(first, last + 1)
        if chr(byte) not in "\r\n"
    )


# UTF-8 as a one-byte charset shows it: the first byte of a character, then one that continues it. Only lines with
# such a pair can be mojibake; whether one is, is left to ftfy, for these are its charsets.
_MOJIBAKE = re.compile(
    "|".join(
        f"[{re.escape(_as_read_in(charset, 0xC2, 0xF4))}][{re.escape(_as_read_in(charset, 0x80, 0xBF))}]"
        for charset in ("latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "iso8859-2", "mac_roman", "cp437")
    )
)

# Characters of valid UTF-8 beyond ASCII, for each that is not, at which a text is UTF-8 all the same. Articles in 18
# other charsets have .4 at most (Japanese in EUC-JP).
_SOUND = 2

# The cheap look first: most of a page's source is ASCII.
_ASCII_AS_SPACES = b" " * 0x80 + bytes(range(0x80, 0x100))


def decode(raw: RawArticle) -> Copy:
    """The content as text, with its media type and the charset it was read in.

    Charset: a byte order mark, else the declared one (content_type, then the page's own), else strict UTF-8, else
    detection. A declared charset that does not fit its bytes is a warning. Raises ContentError naming the field or
    the byte where the content is of an unsupported type, binary, or in a charset that cannot be told.
    """
    media_type, declared = _content_type(raw.content_type)
    data = raw.data()
    warnings: list[Warning] = []
    if raw.content is not None:
        text, charset = raw.content.removeprefix("\ufeff"), "utf-8"
    else:
        text, charset = _to_text(data, declared, warnings)
    _refuse_binary(text, None if raw.content is not None else data, charset)
    repaired = _repair(text)
    if repaired != text:
        warnings.append(
            Warning(code="mojibake_repaired", message="text decoded in a wrong charset before was repaired")
        )
    return Copy(repaired, media_type or _sniff(repaired), charset, tuple(warnings))


def _content_type(stated: str | None) -> tuple[str | None, str | None]:
    if not stated or not stated.strip():
        return None, None
    media_type, _, parameters = stated.partition(";")
    media_type = media_type.strip().lower()
    if media_type not in _MEDIA_TYPES:
        raise ContentError(f"field content_type: {media_type[:100]!r} is not one of {', '.join(_MEDIA_TYPES)}")
    for each in _PARAMETER.finditer(f";{parameters[:_LONGEST_PARAMETERS]}"):
        if each["name"].lower() == "charset" and (charset := (each["quoted"] or each["plain"] or "").strip(" \t\r\n'")):
            return media_type, charset[:_LONGEST_CHARSET].lower()
    return media_type, None


def _to_text(data: bytes, declared: str | None, warnings: list[Warning]) -> tuple[str, str]:
    for start, what in _MAGIC.items():
        if data.startswith(start):
            raise ContentError(f"byte 0: this is {what}, not text or HTML")
    for mark, charset in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(charset).removeprefix("\ufeff"), charset
            except UnicodeDecodeError as error:
                raise ContentError(
                    f"byte {error.start}: not valid {charset}, which its byte order mark announces"
                ) from None
    if declared is None and (in_page := _META_CHARSET.search(data[:_PRESCAN])):
        declared = in_page[1].decode("ascii")
    if declared is not None and (read := _as_declared(data, declared, warnings)):
        return read
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _as_damaged_utf8(data, error, warnings) or _detect(data, error)


def _as_declared(data: bytes, declared: str, warnings: list[Warning]) -> tuple[str, str] | None:
    try:
        charset = codecs.lookup(declared).name
        if not codecs.lookup(declared)._is_text_encoding or charset in _PYTHONS_OWN:  # noqa: SLF001 - zip is one, too
            raise LookupError(declared)  # noqa: TRY301
    except (LookupError, ValueError):
        warnings.append(Warning(code="charset_unknown", message=f"the declared charset {declared[:40]!r} is not known"))
        return None
    if charset != "utf-8" and not data.isascii() and _is_utf8(data):
        # Bytes that are valid UTF-8 beyond ASCII are UTF-8: no other charset yields them by accident.
        warnings.append(Warning(code="charset_disagrees", message=f"declared {charset}, but the bytes are UTF-8"))
        return data.decode("utf-8"), "utf-8"
    if charset.startswith(("utf-16", "utf-32")) and b"\x00" not in data:
        # A page that can be read far enough to say so is in no such charset: the HTML Standard reads it as UTF-8.
        warnings.append(Warning(code="charset_disagrees", message=f"declared {charset}, but no byte is zero"))
        return None
    charset = _AS_BROWSERS_READ.get(charset, charset)
    try:
        return data.decode(charset), charset
    except UnicodeError as error:
        where = "the content"
        if isinstance(error, UnicodeDecodeError):
            where = f"byte {error.start}"
            if charset == "utf-8" and (read := _as_damaged_utf8(data, error, warnings)):
                return read
        warnings.append(Warning(code="charset_disagrees", message=f"declared {charset}, but {where} does not fit it"))
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_damaged_utf8(data: bytes, error: UnicodeDecodeError, warnings: list[Warning]) -> tuple[str, str] | None:
    """The text where few bytes beyond ASCII are not UTF-8, with U+FFFD for those: a page cut short, a stray byte.

    error: what strict UTF-8 says of the first of them.
    """
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = len(_without_ascii(text).replace(" ", "")) - damaged
    if sound < _SOUND * damaged:
        return None
    message = f"read as UTF-8, but for {damaged} places that are not: the first is byte {error.start}"
    warnings.append(Warning(code="charset_disagrees", message=message))
    return text, "utf-8"


def _detect(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    best = from_bytes(data, enable_fallback=False).best()
    if best is None:
        raise ContentError(
            f"byte {error.start} (0x{data[error.start]:02x}): not UTF-8, no charset is declared, and none could be told"
        ) from None
    return str(best), best.encoding


def _refuse_binary(text: str, data: bytes | None, charset: str) -> None:
    # Some scrapers leave single NULs in prose; binary data has them all over.
    if text.count("\0") * 50 > len(text):
        if data is None:
            raise ContentError(f"field content: character {text.index(chr(0))}: NUL bytes, this is not text")
        unit = {"utf-16": 2, "utf-32": 4}.get(charset[:6], 1)
        at = next(i for i in range(0, len(data), unit) if not any(data[i : i + unit]))
        raise ContentError(f"byte {at}: NUL bytes, this is not text")


def _repair(text: str) -> str:
    """Undo UTF-8 that was read as a one-byte charset. Quotes, ligatures and widths stay as they were typed."""
    if text.isascii() or not _MOJIBAKE.search(_without_ascii(text)):
        return text
    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if _MOJIBAKE.search(line) else line for line in lines)


def _without_ascii(text: str) -> str:
    """The runs of other characters, a space between two; bytes are split many times faster than characters."""
    runs = text.encode("utf-8", "surrogatepass").translate(_ASCII_AS_SPACES).split()
    return b" ".join(runs).decode("utf-8", "surrogatepass")


def _sniff(text: str) -> str:
    start = text[:_SNIFF_CHARS]
    if _HTML_START.match(start):
        return "text/html"
    tags = len(_TAG.findall(start))
    return "text/html" if tags >= 2 and tags * 1000 >= _TAGS_PER_1000 * len(start) else "text/plain"
