"""What a record of the raw topic may be, and what each wrong one is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.intake import read
from copydesk.errors import PayloadError, RejectedError


def test_a_json_object_is_read_field_by_field() -> None:
    raw = read(b'{"content": "Words.", "id": "a1", "clean": true, "meta": {"k": [1, null]}}', {})
    assert (raw.content, raw.id, raw.clean, raw.meta) == ("Words.", "a1", True, {"k": [1, None]})


def test_base64_content_is_decoded() -> None:
    assert read(b'{"content_base64": "w6Q="}', {}).data() == "ä".encode()


def test_anything_else_is_the_article_itself_and_headers_describe_it() -> None:
    raw = read(b"<p>Hello", {"Content-Type": b"text/html", "url": b"https://a.example/1", "id": b"7", "x": b"y"})
    assert raw.data() == b"<p>Hello"
    assert (raw.content_type, raw.url, raw.id) == ("text/html", "https://a.example/1", "7")


def test_headers_fill_in_what_the_json_leaves_out_and_do_not_overrule_it() -> None:
    raw = read(b'{"content": "x", "id": "mine"}', {"id": b"theirs", "site": b"a.example"})
    assert (raw.id, raw.site) == ("mine", "a.example")


@pytest.mark.parametrize(
    "text", [b"{sic} he said", b"[{sic}] he said", b"{title} he said: no", b"{title: Harbour Song}\nO content"]
)
def test_prose_that_opens_with_a_brace_is_text(text: bytes) -> None:
    assert read(text, {}).data() == text


def test_json_that_is_no_object_is_told_so_where_it_is_called_json() -> None:
    with pytest.raises(PayloadError, match="byte 0: JSON, but no object"):
        read(b'"x"', {"content-type": b"application/json"})


def test_a_declared_type_keeps_json_from_being_read_as_a_payload() -> None:
    assert read(b'{"a": 1}', {"content-type": b"text/plain"}).data() == b'{"a": 1}'


def test_fields_nobody_knows_are_kept() -> None:
    assert read(b'{"content": "x", "desk": "night"}', {}).model_extra == {"desk": "night"}


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        pytest.param(None, "a null value is a takedown", id="tombstone"),
        pytest.param(b"", "the value is empty", id="empty"),
        pytest.param(b" \n ", "the value is empty", id="blank"),
        pytest.param(b'{"content": "cut o', "byte 18: not valid JSON", id="cut off"),
        pytest.param(
            '{"content": "äöü", }'.encode(), "byte 22: not valid JSON", id="position in bytes, not characters"
        ),
        pytest.param(b'{"content": "\xff"}', "byte 13: not valid JSON .invalid unicode", id="not UTF-8"),
        pytest.param(b'{"content": "\\ud800"}', "byte 19: not valid JSON .*hex escape", id="lone surrogate"),
        pytest.param(b'{"a":' * 100_000, "not valid JSON", id="nested too deeply"),
        pytest.param(b'{"content": "x", "authors": "A"}', "field authors: .*array", id="authors as a string"),
        pytest.param(b'{"content": "x", "authors": ["A", 1]}', r"field authors\.1: .*string", id="author as a number"),
        pytest.param(b'{"content": 5}', "field content: .*string", id="content as a number"),
        pytest.param(b'{"content": "x", "clean": "yes"}', "field clean: .*boolean", id="clean as a string"),
        pytest.param(b'{"content": "x", "meta": []}', "field meta: .*object", id="meta as a list"),
        pytest.param(b'{"content_base64": "?"}', "field content_base64: not valid base64", id="bad base64"),
        pytest.param(b'{"id": "x"}', "exactly one of content and content_base64", id="no content"),
        pytest.param(b'{"content": "x", "content_base64": "eA=="}', "exactly one of content", id="content twice"),
        pytest.param(b'\xef\xbb\xbf{"content": @}', "byte 15: not valid JSON", id="after a byte order mark"),
        pytest.param(b'{"content": "x", "meta": {"a": [NaN]}}', r"field meta\.a\.0: no number", id="no number"),
        pytest.param(b'{"content": "x", "n": 1e400}', "field n: .*too large", id="a number beyond a double"),
        pytest.param(
            b'{"content": "x", "meta": ' + b'{"a":' * 150 + b"1" + b"}" * 151,
            "field meta: nested more than",
            id="meta nested too deeply for other readers",
        ),
        pytest.param(b'[{"content": "x"}]', "byte 0: a JSON array", id="an array of payloads"),
        pytest.param(b"{'content': 'x'}", "byte 1: .*double quotes", id="as Python prints it"),
        pytest.param(b"\xef\xbb\xbf{'language': 'en', 'content': 'x'}", "byte 4: .*double quotes", id="marked, too"),
        pytest.param(b'{"content": "x", "n": ' + b"9" * 400 + b"}", "field n: .*too large", id="an integer beyond it"),
        pytest.param(b"{content: 'x'}", "byte 1: .*double quotes", id="as JavaScript has it"),
        pytest.param('{"content": "x"}'.encode("utf-16"), "byte 0: JSON has to be in UTF-8", id="UTF-16"),
        pytest.param(b'{\n"id": "x",\n"content": nope}', "byte 25: not valid JSON", id="on a later line"),
    ],
)
def test_a_payload_that_breaks_the_contract_is_told_where(value: bytes | None, complaint: str) -> None:
    with pytest.raises(PayloadError, match=complaint):
        read(value, {})


def test_json_that_is_no_object_is_refused_where_json_was_declared() -> None:
    with pytest.raises(PayloadError, match="object"):
        read(b"[1, 2]", {"content-type": b"application/json"})


def test_a_header_that_is_not_text_is_named() -> None:
    with pytest.raises(PayloadError, match="header url: byte 1 is not valid UTF-8"):
        read(b"text", {"url": b"h\xff"})


@given(st.binary(max_size=200), st.dictionaries(st.sampled_from(["content-type", "URL", "id"]), st.binary(max_size=20)))
def test_no_value_and_no_headers_crash_it(value: bytes, headers: dict[str, bytes]) -> None:
    try:
        raw = read(value, headers)
    except RejectedError as error:
        assert str(error)
    else:
        assert raw.data() == value or raw.content is not None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_meta_passes_through_untouched(meta: object) -> None:
    value = json.dumps({"content": "x", "meta": {"k": meta}}).encode()
    assert read(value, {}).meta == {"k": meta}
