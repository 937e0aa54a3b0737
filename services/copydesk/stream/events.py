"""The article event's headers: CloudEvents 1.0 in Kafka's binary mode, and the trace it belongs to.

https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
https://www.w3.org/TR/trace-context/
"""

from datetime import UTC, datetime, timedelta

from copydesk.stream.record import Headers, Output, Record
from copydesk.stream.task import Edited

SPEC_VERSION = "1.0"
TYPE = "copydesk.article.enriched.v1"
SOURCE = "/copydesk/editor"
DATA_SCHEMA = "urn:copydesk:schema:article:v1"
CONTENT_TYPE = "application/json"

_TRACE_HEADERS = ("traceparent", "tracestate")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def enriched(record: Record, edited: Edited, topic: str) -> Output:
    """The event to publish for a record that was edited."""
    return Output(topic, edited.id.encode(), edited.value, event_headers(record, edited.id))


def event_headers(record: Record, article_id: str) -> Headers:
    """The event's headers. `ce_id` names the raw record, so that a repeat can be told from a revision."""
    fields = {
        "ce_specversion": SPEC_VERSION,
        "ce_id": record.coordinates,
        "ce_type": TYPE,
        "ce_source": SOURCE,
        "ce_subject": article_id,
        "ce_dataschema": DATA_SCHEMA,
        "content-type": CONTENT_TYPE,
    }
    time = rfc3339(record.pushed)
    if time is not None:
        fields["ce_time"] = time
    headers = [(name, value.encode()) for name, value in fields.items()]
    for name in _TRACE_HEADERS:
        value = record.header(name)
        if value is not None:
            headers.append((name, value))
    return tuple(headers)


def rfc3339(milliseconds: int | None) -> str | None:
    """A record's timestamp as RFC 3339 in UTC; None where there is none, or none that a calendar knows."""
    if milliseconds is None or milliseconds < 0:
        return None
    try:
        moment = _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
