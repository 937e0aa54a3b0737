"""What goes in and what comes out: the raw article, the article event and their parts.

The JSON Schemas in schemas/ are generated from these models (`copydesk schemas`).
"""

import base64
import binascii
import codecs
import re
import sys
import uuid
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from copydesk.errors import PayloadError

ContentType = Literal["text/plain", "text/html", "application/xhtml+xml"]
Precision = Literal["day", "minute", "second"]
BlockKind = Literal["heading", "paragraph", "list_item", "quote", "caption", "table"]
CutRole = Literal[
    "navigation",
    "breadcrumb",
    "share",
    "related",
    "copyright",
    "newsletter",
    "widget",
    "comments",
    "advertisement",
    "byline",
    "date",
    "title",
    "other",
]


def _from_base64(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError(f"not valid base64: {error}") from None


Base64 = Annotated[
    bytes,
    BeforeValidator(_from_base64),
    PlainSerializer(lambda data: base64.b64encode(data).decode("ascii"), return_type=str),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]


# In JSON Schema a field that is null is there.
_CONTENTS: list[JsonValue] = [
    {
        "required": [given],
        "properties": {given: {"type": "string"}, other: {"type": "null"}},
    }
    for given, other in (("content", "content_base64"), ("content_base64", "content"))
]


class RawArticle(BaseModel):
    """One raw article as a publisher pushes it: the content, and what the publisher knows of it.

    Exactly one of `content` and `content_base64` is given. Fields that nobody knows are accepted; the event
    carries them under `source.meta` and a warning.
    """

    model_config = ConfigDict(extra="allow", strict=True, frozen=True, json_schema_extra={"oneOf": _CONTENTS})

    content: str | None = Field(None, description="The article as text: plain text or HTML.")
    content_base64: Base64 | None = Field(None, description="The article as bytes, in Base64.")
    content_type: str | None = Field(
        None,
        description="Media type of the content, with an optional charset: text/plain, text/html or "
        "application/xhtml+xml. Sniffed where absent.",
    )
    id: str | None = Field(None, description="The publisher's own id of the article.")
    url: str | None = Field(None, description="Where the article was published.")
    site: str | None = Field(None, description="The site's name or domain.")
    title: str | None = None
    authors: list[str] | None = None
    published_at: str | None = Field(None, description="RFC 3339 date or date-time.")
    language: str | None = Field(None, description="BCP 47 language tag.")
    fetched_at: str | None = Field(None, description="RFC 3339 date-time at which the content was fetched.")
    rights: str | None = Field(None, description="The rights notice as printed.")
    clean: bool = Field(
        False, description="The content is the article's text already: cut nothing, only normalise and tag."
    )
    meta: dict[str, Any] = Field(default_factory=dict, description="Passed through untouched.")

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if (self.content is None) == (self.content_base64 is None):
            raise ValueError("exactly one of content and content_base64 must be given")
        return self

    @model_validator(mode="after")
    def _passes_through(self) -> Self:
        """What is passed through has to be JSON that any reader reads again: no NaN, no number beyond a double."""
        for name, value in {"meta": self.meta, **(self.model_extra or {})}.items():
            if trouble := _unreadable(value, name):
                raise ValueError(trouble)
        return self

    def data(self) -> bytes:
        """The content as bytes; `content` given as text is UTF-8."""
        if self.content_base64 is not None:
            return self.content_base64
        assert self.content is not None
        return self.content.encode("utf-8", "surrogatepass")

    @classmethod
    def from_json(cls, value: bytes | str) -> Self:
        """Read a raw article from a JSON object, with a byte order mark or without.

        Raises PayloadError naming the byte where the JSON breaks off, or the field that is wrong.
        """
        data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        try:
            return cls.model_validate_json(data.removeprefix(codecs.BOM_UTF8))
        except ValidationError as error:
            raise PayloadError(_explain(data, error)) from None


# Readers of JSON stop at some 200 levels; the event adds some of its own.
_DEEPEST = 100


def _unreadable(value: Any, name: str) -> str | None:
    """What is wrong with a value that is passed through, naming the field; None where nothing is."""
    path: list[str] = []
    levels: list[Iterator[tuple[Any, Any]]] = [iter([(name, value)])]
    while levels:
        for key, item in levels[-1]:
            if isinstance(item, float | int) and not -_LARGEST <= item <= _LARGEST:
                field = ".".join([*path, str(key)[:_LONGEST_KEY]])
                return f"field {field}: no number of JSON, or too large for a double"
            if isinstance(item, dict | list | tuple):
                if len(levels) > _DEEPEST:
                    return f"field {path[0]}: nested more than {_DEEPEST} deep"
                path.append(str(key)[:_LONGEST_KEY])
                levels.append(iter(item.items() if isinstance(item, dict) else enumerate(item)))
                break
        else:
            levels.pop()
            del path[len(levels) - 1 :]
    return None


_LONGEST_KEY = 60  # characters of a key that a message shows
_LARGEST = sys.float_info.max


# How pydantic's JSON parser says where it stopped; its columns count bytes.
_JSON_STOPPED = re.compile(r"(.*) at line (\d+) column (\d+)", re.DOTALL)


def _explain(value: bytes, error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return _where_json_breaks(value, first["ctx"]["error"])
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "model_type":
        return "byte 0: JSON, but no object"
    field = ".".join(str(part) for part in first["loc"])
    return f"field {field}: {message}" if field else message


def _where_json_breaks(data: bytes, complaint: str) -> str:
    stopped = _JSON_STOPPED.fullmatch(complaint)
    if stopped is None:
        return f"not valid JSON: {complaint}"
    read = data.removeprefix(codecs.BOM_UTF8)
    before = read.split(b"\n", int(stopped[2]) - 1)[:-1]
    byte = max(0, sum(len(line) + 1 for line in before) + int(stopped[3]) - 1) + len(data) - len(read)
    return f"byte {len(data) if stopped[1].startswith('EOF') else byte}: not valid JSON ({stopped[1]})"


class Part(BaseModel):
    """A part of the event. Parts are values; a reader of this version passes over fields that later ones add."""

    model_config = ConfigDict(extra="ignore", frozen=True, json_schema_serialization_defaults_required=True)


class Author(Part):
    name: str = Field(description="As printed.")


class Moment(Part):
    """A date or a time with the precision that the page states."""

    at: str = Field(description="RFC 3339 date-time (without an offset where the page states no zone), or a full-date.")
    precision: Precision
    evidence: str = Field(description="The words, tag or field it was read from.")


LineRange = Annotated[tuple[int, int], Field(description="First and last line of the input, counted from 1.")]


class Block(Part):
    """One block of the article's body."""

    kind: BlockKind
    text: str
    lines: LineRange


class Body(Part):
    text: str = Field(description="The blocks' texts, separated by blank lines; with `clean`, the text as sent.")
    word_count: int = Field(ge=0)
    blocks: list[Block]


class Language(Part):
    code: str = Field(description="ISO 639 code; `und` where the text does not tell.")
    confidence: float = Field(ge=0, le=1)


class Rights(Part):
    notice: str = Field(description="As printed.")
    holder: str | None = None
    year: int | None = None


Mention = Annotated[tuple[int, int], Field(description="[start, end) in body.text, in Unicode code points.")]


class Country(Part):
    code: str = Field(description="ISO 3166-1 alpha-2.", pattern="^[A-Z]{2}$")
    name: str
    salience: float = Field(ge=0, le=1)
    confidence: float = Field(ge=0, le=1)
    mentions: list[Mention]


class Entity(Part):
    """A person, an organisation or a place."""

    name: str = Field(description="As first printed in full.")
    key: str = Field(description="The same for all spellings of one name.")
    salience: float = Field(ge=0, le=1)
    confidence: float = Field(ge=0, le=1)
    mentions: list[Mention]


class Topic(Part):
    id: str = Field(description="IPTC Media Topic (medtop:...), or an id of the operator's own taxonomy.")
    label: str
    score: float = Field(ge=0, le=1)
    evidence: list[str] = Field(description="The words of the body that made it a topic.")


class Keyword(Part):
    text: str = Field(description="As printed.")
    score: float = Field(ge=0, le=1)


class Tags(Part):
    countries: list[Country] = []
    people: list[Entity] = []
    organisations: list[Entity] = []
    places: list[Entity] = []
    topics: list[Topic] = []
    keywords: list[Keyword] = []


class Cut(Part):
    """The receipt for lines that are not in the body."""

    lines: LineRange
    role: CutRole
    reason: str = Field(description="Why, for a person to read.")
    score: float = Field(ge=0, le=1, description="How sure the desk is of it.")
    text: str


class Warning(Part):  # noqa: A001 - the contract's word for it
    code: str = Field(pattern="^[a-z_]+$")
    message: str


class Source(Part):
    """Where the event came from. The record's coordinates are null where there was no record."""

    id: str | None = Field(None, description="The publisher's own id.")
    content_type: ContentType
    charset: str
    sha256: str = Field(description="Of the content's bytes.")
    bytes: int = Field(ge=0)
    topic: str | None = None
    partition: int | None = None
    offset: int | None = None
    timestamp: int | None = Field(None, description="When the record was first pushed, milliseconds since 1970 UTC.")
    meta: dict[str, Any] = Field(default_factory=dict)


class Editor(Part):
    version: str
    models: dict[str, str] = Field(default_factory=dict, description="Name of each model used, and its version.")


class Article(Part):
    """A clean, structured article event."""

    id: uuid.UUID
    fingerprint: str = Field(description="SHA-256 of the normalised title and body.")
    url: str | None = None
    site: str | None = None
    title: str | None = None
    subtitle: str | None = None
    series: str | None = None
    issue: str | None = None
    breadcrumb: list[str] = []
    publisher: str | None = None
    authors: list[Author] = []
    published: Moment | None = None
    modified: Moment | None = None
    language: Language
    body: Body
    reading_minutes: int | None = Field(
        default=None, exclude_if=lambda minutes: minutes is None, description="As the page states it, else absent."
    )
    rights: Rights | None = None
    tags: Tags = Tags()
    removed: list[Cut]
    warnings: list[Warning] = []
    source: Source
    editor: Editor

    def to_json(self) -> bytes:
        """The event as it is published: compact JSON, UTF-8."""
        return self.model_dump_json().encode()
