"""The rejected topic: every payload that could not be edited, as it came, with the reason; and the way back.

The reason travels in the headers that Kafka Connect's dead letter queue uses, so that tools which read those read
ours. They are appended after the payload's own headers, beginning with the topic, and `read` takes off exactly
that block: a payload that carried such headers itself gets its own back.
"""

from dataclasses import dataclass

from copydesk.printable import printable
from copydesk.stream.record import PUSHED, Headers, Output, Record
from copydesk.stream.task import Refused

PREFIX = "__connect.errors."
TOPIC = PREFIX + "topic"
PARTITION = PREFIX + "partition"
OFFSET = PREFIX + "offset"
CONNECTOR = PREFIX + "connector.name"
STAGE = PREFIX + "stage"
CLASS = PREFIX + "class.name"
EXCEPTION = PREFIX + "exception.class.name"
MESSAGE = PREFIX + "exception.message"
REASON = "copydesk.errors.reason"
OMITTED = "copydesk.errors.omitted.bytes"

# Kafka Connect's own word for the step that works on a value that was read (ProcessingTask's Stage).
_STAGE = b"TRANSFORMATION"
_CLASS = b"copydesk.desk.edit"

# An exception's text may quote its input.
_MESSAGE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Reject:
    """One record of the rejected topic, read.

    record: as it stands on the rejected topic; original: as it came; reason, exception, message: why it is there;
    origin: the topic, partition and offset it came from.
    """

    record: Record
    original: Record
    reason: str
    exception: str
    message: str
    omitted_bytes: int | None = None

    @property
    def origin(self) -> str:
        return self.original.coordinates


def rejected(record: Record, refused: Refused, topic: str, group: str) -> Output:
    """The record for the rejected topic: key, value, headers and timestamp byte for byte, and the reason."""
    headers = record.headers + _error_headers(record, refused, group)
    return Output(topic, record.key, record.value, headers, record.timestamp)


def without_payload(record: Record, refused: Refused, topic: str, group: str) -> Output:
    """The same without value and headers, where the whole does not fit into the rejected topic."""
    left_out = (OMITTED, str(len(record.value or b"")).encode())
    return Output(topic, record.key, None, (*_error_headers(record, refused, group), left_out), record.timestamp)


def _error_headers(record: Record, refused: Refused, group: str) -> Headers:
    message = refused.message.encode("utf-8", "replace")[:_MESSAGE_BYTES]
    return (
        (TOPIC, record.topic.encode()),
        (PARTITION, str(record.partition).encode()),
        (OFFSET, str(record.offset).encode()),
        (CONNECTOR, group.encode()),
        (STAGE, _STAGE),
        (CLASS, _CLASS),
        (EXCEPTION, refused.exception.encode()),
        (MESSAGE, message),
        (REASON, refused.reason.encode()),
    )


def read(record: Record) -> Reject | None:
    """A record of the rejected topic; None where it has no such headers and so did not come from us."""
    names = [name for name, _ in record.headers]
    if TOPIC not in names:
        return None
    start = len(names) - 1 - names[::-1].index(TOPIC)
    errors = {name: printable((value or b"").decode("utf-8", "replace")) for name, value in record.headers[start:]}
    try:
        origin = errors[TOPIC], int(errors[PARTITION]), int(errors[OFFSET])
    except (KeyError, ValueError):
        return None
    omitted = errors.get(OMITTED)
    return Reject(
        record=record,
        original=Record(*origin, record.timestamp, record.key, record.value, record.headers[:start]),
        reason=errors.get(REASON, "unknown"),
        exception=errors.get(EXCEPTION, ""),
        message=errors.get(MESSAGE, ""),
        omitted_bytes=int(omitted) if omitted is not None and omitted.isdecimal() else None,
    )


def original(reject: Reject) -> Output:
    """The payload as it came, for the topic it came from.

    It goes by its key; only one without a key is sent to its own partition, since nothing else would find it. It goes
    with the time at which it is put back: rejects are kept longer than raw records, and one as old as it is would be
    deleted before a worker has read it. A header keeps when it was first pushed.
    """
    back = reject.original
    headers, pushed = back.headers, str(back.pushed).encode()
    if back.pushed is not None and back.header(PUSHED) != pushed:
        headers = (*headers, (PUSHED, pushed))
    return Output(back.topic, back.key, back.value, headers, partition=back.partition if back.key is None else None)
