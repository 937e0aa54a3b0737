"""Rejects: nothing of a payload changes on the way to the rejected topic and back."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import ContentError, TooCostlyError
from copydesk.stream import rejects
from copydesk.stream.record import PUSHED, Output, Record
from copydesk.stream.task import Refused

NAMES = st.text(max_size=12) | st.sampled_from([rejects.TOPIC, rejects.REASON, rejects.OMITTED, PUSHED, "traceparent"])
HEADERS = st.lists(st.tuples(NAMES, st.none() | st.binary(max_size=20)), max_size=6).map(tuple)
RECORDS = st.builds(
    Record,
    topic=st.just("raw"),
    partition=st.integers(0, 100),
    offset=st.integers(0, 2**62),
    timestamp=st.none() | st.integers(0, 2**53),
    key=st.none() | st.binary(max_size=20),
    value=st.none() | st.binary(max_size=50),
    headers=HEADERS,
)
REFUSED = Refused.because(ContentError("byte 17: not UTF-8"))


def as_read(output: Output) -> Record:
    """What a consumer sees of an output."""
    return Record(output.topic, 3, 99, output.timestamp, output.key, output.value, output.headers)


@given(record=RECORDS)
def test_a_payload_comes_back_as_it_went_in(record: Record) -> None:
    output = rejects.rejected(record, REFUSED, "rejected", "group")
    assert (output.key, output.value, output.timestamp) == (record.key, record.value, record.timestamp)
    assert output.headers[: len(record.headers)] == record.headers
    reject = rejects.read(as_read(output))
    assert reject is not None
    assert reject.original == record
    back = rejects.original(reject)
    assert (back.topic, back.key, back.value) == ("raw", record.key, record.value)
    assert back.headers[: len(record.headers)] == record.headers
    assert back.partition == (record.partition if record.key is None else None)


@given(record=RECORDS)
def test_it_goes_back_with_a_time_of_its_own_and_keeps_when_it_was_first_pushed(record: Record) -> None:
    reject = rejects.read(as_read(rejects.rejected(record, REFUSED, "rejected", "group")))
    assert reject is not None
    back = rejects.original(reject)
    assert back.timestamp is None  # Kafka counts from here how long it keeps it
    assert dataclasses.replace(as_read(back), timestamp=2**40).pushed == (
        2**40 if record.pushed is None else record.pushed
    )


def test_the_headers_are_kafka_connects_and_name_the_record_and_the_reason() -> None:
    record = Record("raw", 2, 17, 1234, b"k", b"v", (("mine", b"1"),))
    assert dict(rejects.rejected(record, REFUSED, "rejected", "group").headers) == {
        "mine": b"1",
        "__connect.errors.topic": b"raw",
        "__connect.errors.partition": b"2",
        "__connect.errors.offset": b"17",
        "__connect.errors.connector.name": b"group",
        "__connect.errors.stage": b"TRANSFORMATION",
        "__connect.errors.class.name": b"copydesk.desk.edit",
        "__connect.errors.exception.class.name": b"copydesk.errors.ContentError",
        "__connect.errors.exception.message": b"byte 17: not UTF-8",
        "copydesk.errors.reason": b"content",
    }


def test_a_reject_without_its_payload_says_how_much_is_missing() -> None:
    record = Record("raw", 2, 17, 1234, b"k", b"v" * 1000, (("mine", b"1"),))
    output = rejects.without_payload(record, Refused.because(TooCostlyError("too large")), "rejected", "group")
    reject = rejects.read(as_read(output))
    assert reject is not None
    assert (output.value, reject.omitted_bytes, reject.origin) == (None, 1000, "raw/2/17")
    assert (reject.reason, reject.exception, reject.message) == (
        "too_costly",
        "copydesk.errors.TooCostlyError",
        "too large",
    )


def test_a_long_message_is_cut_and_stays_readable() -> None:
    refused = Refused.because(ContentError("ß" * 10_000))
    reject = rejects.read(as_read(rejects.rejected(Record("raw", 0, 0, None, None, b""), refused, "rejected", "g")))
    assert reject is not None
    assert 1000 < len(reject.message.encode()) <= 4096 + 3
    assert set(reject.message) <= {"ß", "\ufffd"}


def test_what_anybody_wrote_as_the_reason_is_shown_without_control_characters() -> None:
    output = rejects.rejected(Record("raw\x1b", 2, 17, 1, b"k", b"v\n"), REFUSED, "rejected", "group")
    headers = (*output.headers, (rejects.MESSAGE, b"\x1b[2J\r\n\xe2\x80\xaeno"), (rejects.REASON, b"bell\x07"))
    reject = rejects.read(as_read(dataclasses.replace(output, headers=headers)))
    assert reject is not None
    assert (reject.message, reject.reason, reject.origin) == (r"\x1b[2J\r\n\u202eno", r"bell\x07", r"raw\x1b/2/17")
    assert reject.original.value == b"v\n"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param((), id="no headers"),
        pytest.param(((rejects.TOPIC, b"raw"),), id="no offset"),
        pytest.param(
            ((rejects.TOPIC, b"raw"), (rejects.PARTITION, b"x"), (rejects.OFFSET, b"1")), id="a partition that is none"
        ),
        pytest.param(
            ((rejects.TOPIC, b"raw"), (rejects.PARTITION, None), (rejects.OFFSET, b"1")), id="a partition without value"
        ),
    ],
)
def test_a_record_of_others_on_the_rejected_topic_is_none_of_ours(
    headers: tuple[tuple[str, bytes | None], ...],
) -> None:
    assert rejects.read(Record("rejected", 0, 0, None, None, b"", headers)) is None


def test_a_payload_rejected_twice_comes_back_as_it_was_first() -> None:
    record = Record("raw", 0, 1, 5, b"k", b"v", (("a", b"b"),))
    once = rejects.read(as_read(rejects.rejected(record, REFUSED, "rejected", "g")))
    assert once is not None
    back = rejects.original(once)
    again = Record("raw", 0, 9, 1234, back.key, back.value, back.headers)
    twice = rejects.read(as_read(rejects.rejected(again, REFUSED, "rejected", "g")))
    assert twice is not None
    assert (twice.original, twice.origin) == (again, "raw/0/9")
    assert rejects.original(twice).headers == back.headers == (("a", b"b"), ("copydesk.pushed.timestamp", b"5"))
