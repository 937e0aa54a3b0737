"""From a record's value and headers to a raw article."""

import codecs
import json
import re
from collections.abc import Mapping

from copydesk.article import RawArticle
from copydesk.errors import PayloadError

# A value is taken for a JSON object if it begins like one; prose that opens with a brace does not go on like this.
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*["}]')
# As Python prints a dictionary, and as JavaScript takes an object: with a name of ours, and a brace at the end.
_LOOSE_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*(?P<name>'?[a-z_0-9]{1,20}'?)[ \t]*:")
_LOOSE_CONTENT = re.compile(rb"[{,][ \t\r\n]*'?content(?:_base64)?'?[ \t]*:")
_OPENS_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\[[ \t\r\n]*\{")
_FIELD_HEADERS = ("content-type", "id", "site", "url")


def read(value: bytes | None, headers: Mapping[str, bytes | None]) -> RawArticle:
    """Read one record of the raw topic: a JSON object, or the article itself as bytes.

    The headers content-type, id, site and url (in any case) fill in what a JSON object leaves out.
    Raises PayloadError where the record breaks the contract, naming the field or the byte.
    """
    if value is None:
        raise PayloadError("a null value is a takedown, which is not supported yet")
    if not value.strip():
        raise PayloadError("the value is empty")
    stated = _stated(headers)
    media_type = stated.get("content_type", "").partition(";")[0].strip().lower()
    if media_type == "application/json" or (not media_type and _JSON_OBJECT.match(value)):
        stated.pop("content_type", None)
        raw = RawArticle.from_json(value)
        missing = {field: text for field, text in stated.items() if getattr(raw, field) is None}
        return raw.model_copy(update=missing) if missing else raw
    if not media_type and (complaint := _almost_an_object(value)):
        raise PayloadError(complaint)
    return RawArticle(content_base64=value).model_copy(update=stated)


def _almost_an_object(value: bytes) -> str | None:
    """What is wrong with a value that was plainly meant for a JSON object, and is no article by itself."""
    if value.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = value.decode("utf-16", "replace")
        return "byte 0: JSON has to be in UTF-8, and this is UTF-16" if _JSON_OBJECT.match(text.encode()) else None
    if (found := _LOOSE_OBJECT.match(value)) and value.rstrip().endswith(b"}") and _LOOSE_CONTENT.search(value):
        return f"byte {found.start('name')}: not valid JSON (names stand in double quotes)"
    if _OPENS_ARRAY.match(value):
        try:
            json.loads(value)
        except (ValueError, RecursionError):
            return None
        return f"byte {value.index(b'[')}: a JSON array, where one object a record is expected"
    return None


def _stated(headers: Mapping[str, bytes | None]) -> dict[str, str]:
    stated = {}
    for name, value in headers.items():
        if value and (header := name.lower()) in _FIELD_HEADERS:
            try:
                stated[header.replace("-", "_")] = value.decode("utf-8").strip()
            except UnicodeDecodeError as error:
                raise PayloadError(f"header {header}: byte {error.start} is not valid UTF-8") from None
    return stated
