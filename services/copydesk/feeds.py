"""Files of articles, as the records that they are pushed as."""

import base64
import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from copydesk.errors import OperationError

Format = Literal["auto", "text", "html", "json", "jsonl", "warc"]

_FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
}
_CONTENT_TYPES: dict[Format, bytes] = {"text": b"text/plain", "html": b"text/html", "json": b"application/json"}
_PAGES = ("text/plain", "text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Submission:
    """One raw record before it is pushed. `origin` is the file, with the line where it has several articles."""

    origin: str
    value: bytes
    headers: dict[str, bytes] = field(default_factory=dict)
    key: bytes | None = None


Opener = Callable[[str], BinaryIO]


def open_file(name: str) -> BinaryIO:
    """The file of that name, or standard input for `-`."""
    return sys.stdin.buffer if name == "-" else Path(name).open("rb")


def read_files(names: Iterable[str], form: Format, opener: Opener) -> Iterator[Submission]:
    """The articles of the files, in order; `form` auto goes by each name's ending, without one by the content.

    `opener` opens a name for reading bytes. Raises OperationError that names the file where it cannot be read; what
    an article's bytes hold is not looked at here.
    """
    for name in names:
        try:
            with opener(name) as file:
                yield from _read_file(name, form, file)
        except (OSError, EOFError, zlib.error) as error:
            raise OperationError(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from None


def _read_file(name: str, form: Format, file: BinaryIO) -> Iterator[Submission]:
    path = Path(name)
    packed = path.suffix.lower() == ".gz"
    suffix = Path(path.stem).suffix if packed else path.suffix
    if form == "auto":
        form = _FORMATS.get(suffix.lower(), "auto")
    if form == "warc":
        yield from _read_warc(name, file)
        return
    if packed:
        file = cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if form == "jsonl":
        for number, line in enumerate(file, 1):
            if value := line.strip():
                yield Submission(f"{name}:{number}", value, {"content-type": b"application/json"}, _key(value))
        return
    value = file.read()
    headers = {"content-type": _CONTENT_TYPES[form]} if form in _CONTENT_TYPES else {}
    yield Submission(name, value, headers, _key(value) if form == "json" else None)


def _key(value: bytes) -> bytes | None:
    """Revisions of one article share a key, so that they stay in order. What is not valid is not judged here."""
    try:
        row = json.loads(value)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    name = row.get("url") or row.get("id")
    return name.encode("utf-8", "replace") if isinstance(name, str) else None


def _read_warc(name: str, file: BinaryIO) -> Iterator[Submission]:
    """Pages that were answered with 200. Pictures, scripts and redirects of a crawl are no articles."""
    try:
        for number, record in enumerate(ArchiveIterator(file), 1):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            content_type = (record.http_headers.get_header("content-type") or "text/html").strip()
            if record.http_headers.get_statuscode() != "200" or content_type.split(";")[0].lower() not in _PAGES:
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            page = {
                "content_base64": base64.b64encode(record.content_stream().read()).decode(),
                "content_type": content_type,
                "url": url,
                "fetched_at": record.rec_headers.get_header("WARC-Date"),
            }
            yield Submission(
                f"{name}:{number}",
                json.dumps({field: value for field, value in page.items() if value}).encode(),
                {"content-type": b"application/json"},
                url.encode("utf-8", "replace") if url else None,
            )
    except ArchiveLoadFailed as error:
        raise OperationError(f"{name} is not a WARC file: {error}") from None
