"""The editor between a desk and a delivery that both do as they are told."""

import asyncio
from collections.abc import Sequence

import pytest
from aiokafka import TopicPartition

from copydesk.config import Settings
from copydesk.stream import rejects
from copydesk.stream.child import answer_to
from copydesk.stream.delivery import FencedError
from copydesk.stream.editor import Editor
from copydesk.stream.record import Output, Record
from copydesk.stream.task import Edited, Outcome, Refused, edit_record, pack, unpack

SETTINGS = Settings(max_payload_bytes=1024, in_flight_records=4)


class FakeDesk:
    """Edits what it may: values are let through one by one, or all."""

    def __init__(self, outcome: Outcome | None = None) -> None:
        self.outcome = outcome
        self.open = asyncio.Event()
        self.seen: list[int] = []

    async def edit(self, record: Record) -> Outcome:
        self.seen.append(record.offset)
        await self.open.wait()
        return self.outcome or Edited(str(record.offset), record.value or b"")


class FakeDelivery:
    note = ""

    def __init__(self, *, fails: Exception | None = None) -> None:
        self.fails = fails
        self.outputs: list[Output] = []
        self.closed = False

    async def open(self) -> int:
        return 0

    async def publish(self, outputs: Sequence[Output], next_offset: int, note: str = "") -> None:  # noqa: ARG002 - the protocol's
        if self.fails is not None:
            raise self.fails
        self.outputs += outputs

    async def close(self) -> None:
        self.closed = True


def raw(offset: int, value: bytes = b"value", headers: tuple[tuple[str, bytes | None], ...] = ()) -> Record:
    return Record("raw", 0, offset, 1, b"key", value, headers)


def ours() -> bool:
    return True


async def test_what_was_taken_is_finished_by_a_stop_and_no_more_is_taken() -> None:
    desk, delivery = FakeDesk(), FakeDelivery()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    for offset in range(3):
        await editor.take(raw(offset), ours)
    draining = asyncio.create_task(editor.drain(5))
    await asyncio.sleep(0.01)
    late = asyncio.create_task(editor.take(raw(3), ours))
    desk.open.set()
    assert await draining
    assert [output.key for output in delivery.outputs] == [b"0", b"1", b"2"]
    assert not late.done()
    late.cancel()
    await editor.close()
    assert delivery.closed


async def test_a_grace_too_short_is_said() -> None:
    editor = Editor(SETTINGS, FakeDesk(), lambda _: FakeDelivery())
    await editor.take(raw(0), ours)
    assert not await editor.drain(0.05)
    await editor.close()


async def test_a_stop_does_not_wait_for_a_partition_that_goes_meanwhile() -> None:
    editor = Editor(SETTINGS, FakeDesk(), lambda _: FakeDelivery())
    await editor.take(raw(0), ours)
    draining = asyncio.create_task(editor.drain(5))
    await asyncio.sleep(0.01)
    await editor.release([TopicPartition("raw", 0)])
    assert await asyncio.wait_for(draining, 1)
    await editor.close()


async def test_a_stop_does_not_wait_for_a_partition_that_another_worker_took_over() -> None:
    desk = FakeDesk()
    editor = Editor(SETTINGS, desk, lambda _: FakeDelivery(fails=FencedError("another worker owns raw/0")))
    await editor.take(raw(0), ours)
    draining = asyncio.create_task(editor.drain(5))
    await asyncio.sleep(0.01)
    desk.open.set()
    assert await asyncio.wait_for(draining, 1)
    await editor.close()


async def test_a_partition_that_was_fenced_and_never_revoked_ends_the_worker() -> None:
    desk = FakeDesk()
    desk.open.set()
    settings = SETTINGS.model_copy(update={"session_timeout_seconds": 0.02})
    editor = Editor(settings, desk, lambda _: FakeDelivery(fails=FencedError("the broker ended the transaction")))
    await editor.take(raw(0), ours)
    failure = await asyncio.wait_for(asyncio.shield(editor.failure), 1)
    assert "raw/0: a transaction took longer than the broker allows" in str(failure)
    await editor.close()


async def test_one_that_is_revoked_does_not() -> None:
    desk = FakeDesk()
    desk.open.set()
    settings = SETTINGS.model_copy(update={"session_timeout_seconds": 0.05})
    editor = Editor(settings, desk, lambda _: FakeDelivery(fails=FencedError("another worker owns raw/0")))
    await editor.take(raw(0), ours)
    await asyncio.sleep(0.01)
    await editor.release([TopicPartition("raw", 0)])
    await asyncio.sleep(0.15)
    assert not editor.failure.done()
    await editor.close()


async def test_a_bug_of_ours_is_logged_as_an_error_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ZeroDivisionError) as bug:
        print(1 // 0)
    refused = unpack(pack(Refused.because(bug.value)))
    desk, delivery = FakeDesk(refused), FakeDelivery()
    desk.open.set()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    await editor.take(raw(0), ours)
    assert await editor.drain(1)
    [line] = [line for line in caplog.records if line.levelname == "ERROR"]
    assert "rejected raw/0/0: desk: the desk failed: ZeroDivisionError: " in line.getMessage()
    assert "test_editor.py" in line.getMessage()
    assert dict(delivery.outputs[0].headers)[rejects.REASON] == b"desk"
    await editor.close()


async def test_a_payload_cannot_write_a_log_line_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    value = b'{"content": "x", "meta": {"\\u001b[2J\\u0007\\nINFO all is well\\u2028\\u009b\\u202e": 1e999}}'
    caplog.set_level("INFO")
    desk, delivery = FakeDesk(unpack(answer_to(raw(0, value), edit_record))), FakeDelivery()
    desk.open.set()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    await editor.take(raw(0, value), ours)
    assert await editor.drain(1)
    [line] = [line.getMessage() for line in caplog.records if line.name == "copydesk.stream.editor"]
    message = (dict(delivery.outputs[0].headers)[rejects.MESSAGE] or b"").decode()
    for text in (line, message):
        assert text.isprintable()
        assert r"\x1b[2J\x07\nINFO all is well\u2028\x9b\u202e" in text
    assert delivery.outputs[0].value == value
    await editor.close()


def test_nor_can_the_text_of_a_bug_that_it_sets_off() -> None:
    refused = Refused.because(ValueError("\x1b[2J\n2026-01-01 INFO all is well"))
    assert refused.message == r"the desk failed: ValueError: \x1b[2J\n2026-01-01 INFO all is well"
    first, *lines = refused.trace.split("\n")
    assert first == ""
    assert all(line.startswith("    ") and line.isprintable() for line in lines)


async def test_there_is_a_bound_on_what_is_held() -> None:
    desk, delivery = FakeDesk(), FakeDelivery()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    for offset in range(4):
        await editor.take(raw(offset), ours)
    fifth = asyncio.create_task(editor.take(raw(4), ours))
    await asyncio.sleep(0.01)
    assert not fifth.done()
    assert desk.seen == [0, 1, 2, 3]
    desk.open.set()
    await asyncio.wait_for(fifth, 1)
    assert await editor.drain(1)
    await editor.close()


async def test_a_record_of_an_assignment_that_ended_is_left_to_the_next_owner() -> None:
    desk, delivery = FakeDesk(), FakeDelivery()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    for offset in range(20):  # More than there is room for: each gives its room back.
        await editor.take(raw(offset), lambda: False)
    assert desk.seen == []
    await editor.close()


async def test_what_is_unfinished_when_a_partition_goes_is_dropped_and_its_room_is_free() -> None:
    desk = FakeDesk()
    deliveries: list[FakeDelivery] = []

    def new_delivery(_: object) -> FakeDelivery:
        deliveries.append(FakeDelivery())
        return deliveries[-1]

    editor = Editor(SETTINGS, desk, new_delivery)
    for offset in range(4):
        await editor.take(raw(offset), ours)
    await editor.release([("raw", 0)])
    assert deliveries[0].closed
    desk.open.set()
    for offset in range(4):
        await asyncio.wait_for(editor.take(raw(offset), ours), 1)
    assert await editor.drain(1)
    assert deliveries[0].outputs == []
    assert len(deliveries[1].outputs) == 4
    await editor.close()


async def test_the_first_failure_of_a_delivery_is_the_editors() -> None:
    desk, delivery = FakeDesk(), FakeDelivery(fails=ConnectionError("gone"))
    desk.open.set()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    await editor.take(raw(0), ours)
    assert str(await asyncio.wait_for(editor.failure, 1)) == "gone"
    await editor.close()


async def test_an_error_on_the_way_in_never_lets_a_record_pass_as_done() -> None:
    def no_delivery(_: object) -> FakeDelivery:
        raise RuntimeError("no way out")

    editor = Editor(SETTINGS, FakeDesk(), no_delivery)
    taking = asyncio.create_task(editor.take(raw(0), ours))
    assert str(await asyncio.wait_for(asyncio.shield(editor.failure), 1)) == "no way out"
    await asyncio.sleep(0.01)
    assert not taking.done()
    taking.cancel()


@pytest.mark.parametrize(
    ("headers", "topic", "value"),
    [
        pytest.param((), SETTINGS.rejected_topic, b"value", id="too large an event becomes a reject"),
        pytest.param(
            (("h", b"x" * 400_000),), SETTINGS.rejected_topic, None, id="and too large a reject leaves its payload out"
        ),
    ],
)
async def test_what_cannot_be_sent_is_not_tried(
    headers: tuple[tuple[str, bytes | None], ...], topic: str, value: bytes | None
) -> None:
    desk, delivery = FakeDesk(Edited("id", b"x" * 300_000)), FakeDelivery()
    desk.open.set()
    editor = Editor(SETTINGS, desk, lambda _: delivery)
    await editor.take(raw(0, headers=headers), ours)
    assert await editor.drain(1)
    (output,) = delivery.outputs
    assert (output.topic, output.key, output.value) == (topic, b"key", value)
    omitted = [content for name, content in output.headers if name == rejects.OMITTED]
    assert omitted == ([b"5"] if value is None else [])
    await editor.close()
