"""Files of articles, and the records they become."""

import gzip
import json
import zlib
from pathlib import Path

import cramjam
import pytest

from copydesk.article import RawArticle
from copydesk.errors import OperationError
from copydesk.feeds import Format, Submission, open_file, read_files


def submissions(path: Path, form: Format = "auto") -> list[Submission]:
    return list(read_files([str(path)], form, open_file))


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.txt", b"text/plain"),
        ("a.md", b"text/plain"),
        ("a.HTML", b"text/html"),
        ("a.htm", b"text/html"),
        ("a.json", b"application/json"),
    ],
)
def test_the_ending_names_the_content_type(tmp_path: Path, name: str, content_type: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(b"some \xff bytes\n")
    (submission,) = submissions(path)
    assert (submission.value, submission.headers) == (b"some \xff bytes\n", {"content-type": content_type})


def test_an_unknown_ending_leaves_it_to_sniffing(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"<p>x")
    (submission,) = submissions(tmp_path / "page")
    assert submission.headers == {}


def test_a_stated_format_wins_over_the_ending(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"<p>x")
    (submission,) = submissions(tmp_path / "page.txt", "html")
    assert submission.headers == {"content-type": b"text/html"}


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_are_an_article_each_broken_ones_too(tmp_path: Path, packed: bool) -> None:
    lines = b'{"content": "a", "id": "1"}\n\n{"content": "b", "url": "https://a.example/", "id": "2"}\r\n{broken\n'
    path = tmp_path / ("feed.jsonl.gz" if packed else "feed.jsonl")
    path.write_bytes(gzip.compress(lines) if packed else lines)
    found = submissions(path)
    assert [(one.origin.rpartition(":")[2], one.key) for one in found] == [
        ("1", b"1"),
        ("3", b"https://a.example/"),
        ("4", None),
    ]
    assert found[2].value == b"{broken"


def plain_record(url: str, status: str, headers: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return about.encode() + answer + b"\r\n\r\n"


def warc_record(url: str, status: str, content_type: str, body: bytes) -> bytes:
    headers = f"Content-Type: {content_type}\r\nContent-Encoding: gzip"
    return gzip.compress(plain_record(url, status, headers, gzip.compress(body)))


def page_record(headers: str, body: bytes) -> bytes:
    return plain_record("https://a.example/", "200 OK", f"Content-Type: text/html{headers}", body)


def pages(path: Path) -> list[bytes]:
    return [RawArticle.from_json(one.value).data() for one in submissions(path)]


def test_a_warc_gives_its_pages(tmp_path: Path) -> None:
    records = b"".join(
        warc_record(*page)
        for page in [
            ("https://a.example/1", "200 OK", "text/html; charset=utf-8", b"<p>One"),
            ("https://a.example/2", "404 Not Found", "text/html", b"gone"),
            ("https://a.example/3", "200 OK", "image/png", b"png"),
        ]
    )
    (tmp_path / "crawl.warc.gz").write_bytes(records)
    (page,) = submissions(tmp_path / "crawl.warc.gz")
    raw = RawArticle.from_json(page.value)
    assert (raw.data(), raw.url, raw.content_type) == (b"<p>One", "https://a.example/1", "text/html; charset=utf-8")
    assert raw.fetched_at == "2026-01-02T03:04:05Z"
    assert page.key == b"https://a.example/1"
    assert json.loads(page.value).keys() == {"content_base64", "url", "content_type", "fetched_at"}


_PAGE = b"<p>" + b"The river rose again on Monday. " * 900


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param("", _PAGE, id="plain"),
        pytest.param("\r\nContent-Encoding: gzip", gzip.compress(_PAGE), id="gzip"),
        pytest.param("\r\nContent-Encoding: gzip", _PAGE, id="gzip is stated and was taken off"),
        pytest.param("\r\nContent-Encoding: br", bytes(cramjam.brotli.compress(_PAGE)), id="br"),
        pytest.param("\r\nContent-Encoding: zstd", bytes(cramjam.zstd.compress(_PAGE)), id="zstd"),
        pytest.param("\r\nContent-Encoding: br", _PAGE, id="br is stated and was taken off"),
        pytest.param("\r\nContent-Encoding: deflate", zlib.compress(_PAGE), id="deflate"),
        pytest.param(
            "\r\nContent-Encoding: deflate, gzip", gzip.compress(zlib.compress(_PAGE)), id="deflate, then gzip"
        ),
        pytest.param("\r\nContent-Encoding: deflate", zlib.compress(_PAGE)[2:-4], id="deflate without a header"),
        pytest.param("\r\nContent-Encoding: deflate", _PAGE, id="deflate is stated and was taken off"),
        pytest.param(
            "\r\nTransfer-Encoding: chunked",
            b"%x\r\n%b\r\n%X;x=y\r\n%b\r\n0\r\n\r\n" % (9, _PAGE[:9], len(_PAGE) - 9, _PAGE[9:]),
            id="chunks",
        ),
        pytest.param("\r\nTransfer-Encoding: chunked", _PAGE, id="chunks are stated and were joined"),
    ],
)
def test_a_page_of_a_warc_is_unpacked(tmp_path: Path, headers: str, body: bytes) -> None:
    (tmp_path / "crawl.warc").write_bytes(page_record(headers, body) * 2)
    assert pages(tmp_path / "crawl.warc") == [_PAGE, _PAGE]


@pytest.mark.parametrize(
    ("encoding", "complaint"),
    [
        pytest.param("br", "its body of br cannot be unpacked", id="damaged"),
        pytest.param("compress", "its Content-Encoding is compress, which is not supported", id="of another kind"),
    ],
)
def test_a_page_of_a_warc_that_cannot_be_unpacked_is_named(tmp_path: Path, encoding: str, complaint: str) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(page_record("", _PAGE) + page_record(f"\r\nContent-Encoding: {encoding}", b"\x28\xb5\x2f\xfd"))
    with pytest.raises(OperationError, match=rf"crawl.warc:2: {complaint}"):
        submissions(path)


def test_a_warc_that_was_packed_as_a_whole_gives_its_pages(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(page_record("", _PAGE) * 3))
    assert pages(tmp_path / "crawl.warc.gz") == [_PAGE] * 3


def test_an_empty_page_of_a_warc_is_empty(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(page_record("\r\nContent-Encoding: gzip", b""))
    assert [json.loads(one.value).get("content_base64") for one in submissions(tmp_path / "crawl.warc")] == [None]


@pytest.mark.parametrize(
    ("last", "complaint"),
    [
        pytest.param(page_record("", _PAGE)[:-9000], r"ends 8996 bytes before its Content-Length", id="in its text"),
        pytest.param(
            page_record("", b"").partition(b"HTTP/1.1")[0], r"ends 44 bytes before", id="where its answer should be"
        ),
        pytest.param(page_record("", b"")[:150], r"does not state its length", id="in its head"),
        pytest.param(page_record("", b"")[:5], r"WARC/", id="in its first line"),
        pytest.param(
            page_record("\r\nContent-Encoding: gzip", gzip.compress(_PAGE)[:-20]),
            "its body of gzip",
            id="its gzip body",
        ),
        pytest.param(page_record("\r\nTransfer-Encoding: chunked", b"9\r\n<p>The"), "last chunk", id="its chunk"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_that_is_cut_short_is_no_complete_one(tmp_path: Path, last: bytes, complaint: str, packed: bool) -> None:
    path = tmp_path / "crawl.warc"
    first = page_record("", _PAGE)
    path.write_bytes(gzip.compress(first) + gzip.compress(last) if packed else first + last)
    found = read_files([str(path)], "auto", open_file)
    assert next(found).origin == f"{path}:1"
    with pytest.raises(OperationError, match=rf"cannot read {path}:2: .*{complaint}"):
        next(found)


@pytest.mark.parametrize("missing", [1, 9, 30, 100])
def test_a_packed_warc_that_is_cut_short_is_no_complete_one(tmp_path: Path, missing: int) -> None:
    record = gzip.compress(page_record("", _PAGE))
    (tmp_path / "crawl.warc.gz").write_bytes((record * 2)[:-missing])
    with pytest.raises(OperationError, match=r"cannot read .*crawl.warc.gz:\d: .* before the end-of-stream marker"):
        submissions(tmp_path / "crawl.warc.gz")


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        pytest.param("missing.txt", None, "cannot read .*missing.txt: No such file", id="missing"),
        pytest.param("bad.jsonl.gz", b"not gzip", "cannot read .*bad.jsonl.gz: Not a gzipped", id="not gzip"),
        pytest.param("cut.jsonl.gz", gzip.compress(b"x" * 999)[:-9], "cannot read .*cut.jsonl.gz", id="cut off"),
        pytest.param("bad.warc", b"\x00\x01 not a warc\r\n\r\n", "bad.warc is not a WARC file", id="not a WARC"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes | None, complaint: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(OperationError, match=complaint):
        submissions(tmp_path / name)
