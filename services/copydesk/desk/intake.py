"""From a record's value and headers to a raw article."""

import re
from collections.abc import Mapping

from copydesk.article import RawArticle
from copydesk.errors import PayloadError

# A value is taken for a JSON object if it begins like one; prose that opens with a brace does not go on like this.
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*["}]')
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
        raw = RawArticle.from_json(value.removeprefix(b"\xef\xbb\xbf"))
        missing = {field: text for field, text in stated.items() if getattr(raw, field) is None}
        return raw.model_copy(update=missing) if missing else raw
    return RawArticle(content_base64=value).model_copy(update=stated)


def _stated(headers: Mapping[str, bytes | None]) -> dict[str, str]:
    stated = {}
    for name, value in headers.items():
        if value and (header := name.lower()) in _FIELD_HEADERS:
            try:
                stated[header.replace("-", "_")] = value.decode("utf-8").strip()
            except UnicodeDecodeError as error:
                raise PayloadError(f"header {header}: byte {error.start} is not valid UTF-8") from None
    return stated
