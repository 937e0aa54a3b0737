"""The article event's headers, and where it says it came from."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stream.events import enriched, event_headers, rfc3339
from copydesk.stream.record import Record
from copydesk.stream.task import Edited, Refused, edit_record, pack, unpack

TRACE = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def test_an_event_is_keyed_by_its_article_and_names_the_record_it_came_from() -> None:
    record = Record("raw", 2, 17, 1_546_972_920_000, b"k", b"v", (("traceparent", TRACE), ("x", b"y")))
    output = enriched(record, Edited("an-id", b"{}"), "enriched")
    assert (output.topic, output.key, output.value) == ("enriched", b"an-id", b"{}")
    assert dict(output.headers) == {
        "ce_specversion": b"1.0",
        "ce_id": b"raw/2/17",
        "ce_type": b"copydesk.article.enriched.v1",
        "ce_source": b"/copydesk/editor",
        "ce_subject": b"an-id",
        "ce_dataschema": b"urn:copydesk:schema:article:v1",
        "ce_time": b"2019-01-08T18:42:00.000Z",
        "content-type": b"application/json",
        "traceparent": TRACE,
    }


@pytest.mark.parametrize(
    ("stated", "milliseconds"),
    [
        pytest.param(b"5", 5, id="a redrive kept when it was first pushed"),
        pytest.param(b"-5", 1234, id="a time that is none"),
        pytest.param(b"9" * 5000, 1234, id="one that no number of 64 bits holds"),
        pytest.param(None, 1234, id="a header without value"),
    ],
)
def test_an_event_says_when_the_article_was_first_pushed(stated: bytes | None, milliseconds: int) -> None:
    record = Record("raw", 2, 17, 1234, b"k", b"v", (("copydesk.pushed.timestamp", stated),))
    assert record.pushed == milliseconds
    assert dict(event_headers(record, "an-id"))["ce_time"] == str(rfc3339(milliseconds)).encode()


def test_so_does_its_source() -> None:
    article = b'{"clean": true, "content": "The ferry to the island runs again from Monday, the harbour office said."}'
    record = Record("raw", 2, 17, 1234, b"k", article, (("copydesk.pushed.timestamp", b"5"),))
    source = json.loads(edit_record(record).value)["source"]
    assert (source["topic"], source["partition"], source["offset"], source["timestamp"]) == ("raw", 2, 17, 5)


def test_the_same_record_gives_the_same_event() -> None:
    record = Record("raw", 2, 17, 1, None, b"v")
    assert enriched(record, Edited("i", b"{}"), "e") == enriched(record, Edited("i", b"{}"), "e")


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        pytest.param(0, "1970-01-01T00:00:00.000Z", id="the beginning"),
        pytest.param(1_546_972_920_123, "2019-01-08T18:42:00.123Z", id="milliseconds"),
        pytest.param(None, None, id="no timestamp"),
        pytest.param(-1, None, id="Kafka's word for none"),
        pytest.param(2**62, None, id="beyond any calendar"),
    ],
)
def test_a_timestamp_is_rfc_3339(milliseconds: int | None, text: str | None) -> None:
    assert rfc3339(milliseconds) == text


@given(
    outcome=st.builds(Edited, id=st.text(), value=st.binary())
    | st.builds(Refused, reason=st.text(), exception=st.text(), message=st.text())
)
def test_an_outcome_survives_the_way_out_of_its_process(outcome: Edited | Refused) -> None:
    assert unpack(pack(outcome)) == outcome
