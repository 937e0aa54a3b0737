"""Files of articles, and the records they become."""

import gzip
import json
from pathlib import Path

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


def warc_record(url: str, status: str, content_type: str, body: bytes) -> bytes:
    packed = gzip.compress(body)
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Encoding: gzip\r\n\r\n".encode() + packed
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(about.encode() + answer + b"\r\n\r\n")


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
