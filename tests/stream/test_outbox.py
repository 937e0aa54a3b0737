"""The outbox against a delivery that records what it is told, refuses, is fenced or fails."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Sequence

import pytest

from copydesk.stream.budget import Budget
from copydesk.stream.delivery import FencedError, UndeliverableError
from copydesk.stream.outbox import Outbox
from copydesk.stream.record import Output, Record


class FakeDelivery:
    """What was published, batch by batch; `start` is the committed offset."""

    note = ""

    def __init__(self, start: int = 0) -> None:
        self.start = start
        self.batches: list[tuple[list[bytes | None], int]] = []
        self.troubles: list[Exception] = []
        self.may_publish = asyncio.Event()
        self.may_publish.set()
        self.closed = False

    @property
    def values(self) -> list[bytes | None]:
        return [value for values, _ in self.batches for value in values]

    async def open(self) -> int:
        return self.start

    async def publish(self, outputs: Sequence[Output], next_offset: int, note: str = "") -> None:  # noqa: ARG002 - the protocol's
        await self.may_publish.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        self.batches.append(([output.value for output in outputs], next_offset))

    async def close(self) -> None:
        self.closed = True


def raw(offset: int, value: bytes = b"raw") -> Record:
    return Record("raw", 0, offset, 1, None, value)


def done(offset: int) -> Output:
    return Output("enriched", None, f"event {offset}".encode())


def instead(record: Record, output: Output, cause: str) -> Output:
    return Output("rejected", None, f"instead of {record.offset}: {cause}".encode())


@contextlib.asynccontextmanager
async def running(delivery: FakeDelivery, budget: Budget | None = None) -> AsyncGenerator[Outbox, None]:
    outbox = Outbox("raw/0", delivery, budget or Budget(100, 1 << 20), instead)
    await outbox.open()
    task = asyncio.create_task(outbox.run())
    try:
        yield outbox
    finally:
        outbox.leave()
        await task


async def test_outputs_go_out_in_offset_order_with_the_offset_after_the_last() -> None:
    delivery = FakeDelivery()
    async with running(delivery) as outbox:
        for offset in range(4):
            assert outbox.take(raw(offset))
        for offset in (2, 0, 3, 1):
            outbox.finish(raw(offset), done(offset))
            await asyncio.sleep(0)
        await outbox.drained()
    assert delivery.values == [b"event 0", b"event 1", b"event 2", b"event 3"]
    assert delivery.batches[-1][1] == 4


async def test_what_finishes_while_a_batch_is_on_its_way_goes_out_with_the_next() -> None:
    delivery = FakeDelivery()
    delivery.may_publish.clear()
    async with running(delivery) as outbox:
        for offset in range(3):
            outbox.take(raw(offset))
        outbox.finish(raw(0), done(0))
        await asyncio.sleep(0.01)
        outbox.finish(raw(1), done(1))
        outbox.finish(raw(2), done(2))
        delivery.may_publish.set()
        await outbox.drained()
    assert delivery.batches == [([b"event 0"], 1), ([b"event 1", b"event 2"], 3)]


async def test_what_the_committed_offset_covers_is_not_done_again() -> None:
    delivery = FakeDelivery(start=7)
    async with running(delivery) as outbox:
        assert [offset for offset in (5, 6, 7, 7, 8) if outbox.take(raw(offset))] == [7, 8]


async def test_gaps_between_offsets_are_no_work() -> None:
    delivery = FakeDelivery()
    async with running(delivery) as outbox:
        for offset in (3, 9):
            outbox.take(raw(offset))
            outbox.finish(raw(offset), done(offset))
        await outbox.drained()
    assert delivery.batches[-1][1] == 10


async def test_an_output_that_kafka_refuses_is_replaced_and_the_rest_goes_out_with_it() -> None:
    delivery = FakeDelivery()
    delivery.troubles = [UndeliverableError({1: "too large"})]
    async with running(delivery) as outbox:
        for offset in range(3):
            outbox.take(raw(offset))
            outbox.finish(raw(offset), done(offset))
        await outbox.drained()
    assert delivery.values == [b"event 0", b"instead of 1: too large", b"event 2"]


async def test_a_fenced_outbox_lets_go_quietly_and_takes_no_more() -> None:
    delivery = FakeDelivery()
    delivery.troubles = [FencedError("another")]
    async with running(delivery) as outbox:
        outbox.take(raw(0))
        outbox.finish(raw(0), done(0))
        await asyncio.sleep(0.01)
        assert outbox.fenced
        assert not outbox.take(raw(1))
    assert delivery.values == []


async def test_a_fenced_outbox_gives_the_room_of_all_it_held_back_at_once() -> None:
    delivery, budget = FakeDelivery(), Budget(2, 1 << 20)
    delivery.troubles = [FencedError("another")]
    async with running(delivery, budget) as outbox:
        for offset in range(2):
            await budget.take(raw(offset).size)
            outbox.take(raw(offset))
        outbox.finish(raw(0), done(0))
        await asyncio.wait_for(budget.take(1), 1)
        await asyncio.wait_for(budget.take(1), 1)
        outbox.finish(raw(1), done(1))  # what is still being edited comes late, and is for the next owner
    assert delivery.values == []


async def test_any_other_failure_is_raised_and_nothing_is_taken_for_delivered() -> None:
    delivery = FakeDelivery()
    delivery.troubles = [ConnectionError("gone")]
    outbox = Outbox("raw/0", delivery, Budget(10, 1 << 20), instead)
    await outbox.open()
    outbox.take(raw(0))
    outbox.finish(raw(0), done(0))
    with pytest.raises(ConnectionError, match="gone"):
        await outbox.run()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(outbox.drained(), 0.05)


async def test_leaving_ends_after_the_batch_on_its_way_and_drops_the_rest() -> None:
    delivery = FakeDelivery()
    delivery.may_publish.clear()
    budget = Budget(10, 1 << 20)
    async with running(delivery, budget) as outbox:
        for offset in range(2):
            await budget.take(raw(offset).size)
            outbox.take(raw(offset))
        outbox.finish(raw(0), done(0))
        await asyncio.sleep(0.01)
        outbox.leave()
        delivery.may_publish.set()
    outbox.finish(raw(1), done(1))
    await outbox.close()
    assert delivery.batches == [([b"event 0"], 1)]
    assert delivery.closed
    assert budget.held == (0, 0)


async def test_room_is_given_back_when_an_output_has_left() -> None:
    delivery = FakeDelivery()
    budget = Budget(10, 1 << 20)
    async with running(delivery, budget) as outbox:
        for offset in range(3):
            await budget.take(raw(offset).size)
            outbox.take(raw(offset))
        outbox.finish(raw(0), done(0))
        await asyncio.sleep(0.01)
        assert budget.held == (2, raw(1).size + raw(2).size)
        outbox.finish(raw(2), done(2))
        assert budget.held == (2, raw(1).size + raw(2).size + done(2).size)
        outbox.finish(raw(1), done(1))
        await outbox.drained()
        await asyncio.sleep(0)
    assert budget.held == (0, 0)
