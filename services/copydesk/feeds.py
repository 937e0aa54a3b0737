"""Files of articles, as the records that they are pushed as."""

import base64
import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, cast

import cramjam
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

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

_GZIP = b"\x1f\x8b"
_HTTP = StatusAndHeadersParser([], verify=False)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
_BLOCK_BYTES = 64 * 1024
# zlib's windowBits for a Content-Encoding; some servers send deflate without zlib's header.
_WINDOWS = {
    "gzip": (16 + zlib.MAX_WBITS,),
    "x-gzip": (16 + zlib.MAX_WBITS,),
    "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS),
}
_UNPACKERS = {"br": cramjam.brotli.decompress, "zstd": cramjam.zstd.decompress}
_NOT_SUPPORTED = ("compress", "x-compress")


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
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError("it is closed")
    # Not sys.stdin itself: the interpreter cannot end while another thread waits in there.
    return open(sys.stdin.fileno(), "rb", closefd=False)


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
            raise OperationError(f"cannot read {name}: {_why(error)}") from None


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


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


class _UnreadableError(Exception):
    """A record of a WARC is not all there, or not packed in a way that is known here."""


def _read_warc(name: str, file: BinaryIO) -> Iterator[Submission]:
    number = 1  # of the record that is read
    try:
        with io.BufferedReader(cast("io.RawIOBase", file)) as buffered:
            is_packed = buffered.peek(len(_GZIP)).startswith(_GZIP)
            archive = _Gzip(cast("BinaryIO", buffered)) if is_packed else buffered
            for record in ArchiveIterator(archive, no_record_parse=True):
                if (page := _page(record)) is not None:
                    yield _page_submission(f"{name}:{number}", page)
                number += 1
    except ArchiveLoadFailed as error:
        if number == 1:
            raise OperationError(f"{name} is not a WARC file: {error}") from None
        raise OperationError(f"cannot read {name}:{number}: {error}") from None
    except (_UnreadableError, OSError, zlib.error) as error:
        raise OperationError(f"cannot read {name}:{number}: {_why(error)}") from None


def _page_submission(origin: str, page: dict[str, str]) -> Submission:
    url = page.get("url")
    headers = {"content-type": b"application/json"}
    return Submission(origin, json.dumps(page).encode(), headers, url.encode("utf-8", "replace") if url else None)


class _Gzip:
    """What a gzip file packs, as warcio reads it: by itself warcio takes one that is cut short for a whole one."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=file)

    def read(self, size: int) -> bytes:
        try:
            return self._file.read1(size)  # all that is there before it says what is wrong
        except EOFError as error:
            raise _UnreadableError(str(error)) from None


def _page(record: ArcWarcRecord) -> dict[str, str] | None:
    """The page of a record that was answered with 200. Pictures, scripts and redirects of a crawl are no articles.

    Raises _UnreadableError where the record or its body is cut short, and zlib.error where its body is damaged.
    """
    about, block = record.rec_headers, record.raw_stream
    if not (about.get_header("Content-Length") or about.get_header("length") or "").isdecimal():
        raise _UnreadableError("it does not state its length")
    answer = None
    if record.rec_type == "response":
        with suppress(EOFError):  # an empty one
            answer = _HTTP.parse(block)
    content_type = ((answer and answer.get_header("content-type")) or "text/html").strip()
    is_page = answer and answer.get_statuscode() == "200" and content_type.split(";")[0].lower() in _PAGES
    body = block.read() if is_page else b""
    while block.read(_BLOCK_BYTES):
        pass
    if block.limit:
        raise _UnreadableError(f"it ends {block.limit} bytes before its Content-Length")
    if not is_page:
        return None
    page = {
        "content_base64": base64.b64encode(_decoded(body, answer)).decode(),
        "content_type": content_type,
        "url": about.get_header("WARC-Target-URI"),
        "fetched_at": about.get_header("WARC-Date"),
    }
    return {field: value for field, value in page.items() if value}


def _decoded(body: bytes, answer: StatusAndHeaders) -> bytes:
    """An answer's body without what packed it for the way. Raises as `_page` does."""
    if (answer.get_header("transfer-encoding") or "").strip().lower() == "chunked":
        body = _joined(body)
    encodings = (answer.get_header("content-encoding") or "").lower().split(",")
    for encoding in reversed(encodings):
        body = _unpacked(body, encoding.strip())
    return body


def _unpacked(body: bytes, encoding: str) -> bytes:
    """What the body packs; itself where it is not packed, since some crawlers unpack it and leave the header."""
    if (encoding in _NOT_SUPPORTED or encoding in _UNPACKERS) and body.lstrip(b" \t\r\n").startswith(b"<"):
        return body
    if encoding in _NOT_SUPPORTED:
        raise _UnreadableError(f"its Content-Encoding is {encoding}, which is not supported")
    if body and (unpack := _UNPACKERS.get(encoding)):
        try:
            return bytes(unpack(body))
        except cramjam.DecompressionError as error:
            raise _UnreadableError(f"its body of {encoding} cannot be unpacked: {error}") from None
    for window in _WINDOWS.get(encoding, ()):
        unpacker = zlib.decompressobj(window)
        try:
            start = unpacker.decompress(body, 1)
        except zlib.error:
            continue
        content = start + unpacker.decompress(unpacker.unconsumed_tail)
        if body and not unpacker.eof:
            raise _UnreadableError(f"its body of {encoding} ended before the end-of-stream marker was reached")
        return content
    return body


def _joined(body: bytes) -> bytes:
    """A body's chunks without their lengths; the body as it is where it does not begin with a length."""
    if not _CHUNK.match(body):
        return body
    chunks: list[bytes] = []
    position = 0
    while found := _CHUNK.match(body, position):
        length = int(found[1], 16)
        if not length:
            return b"".join(chunks)
        chunks.append(body[found.end() : found.end() + length])
        position = found.end() + length + len(b"\r\n")
    raise _UnreadableError("its body ended before the last chunk")
