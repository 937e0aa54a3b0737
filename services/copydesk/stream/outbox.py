"""The outbox of one partition: results come in any order, and leave in the records' order, each exactly once.

Faust only reads; the outbox alone says what is done. Were Faust to commit as well, a commit of its own that arrives
late would take the offset back.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from copydesk.stream.budget import Budget
from copydesk.stream.delivery import Delivery, FencedError, UndeliverableError
from copydesk.stream.ledger import Ledger
from copydesk.stream.record import Output, Record

log = logging.getLogger(__name__)

# One transaction's worth: large enough that its round trips weigh little, small enough to end well within the
# broker's transaction timeout (60 s).
_BATCH_RECORDS = 500
_BATCH_BYTES = 16 * 1024 * 1024

# What to send instead of an output that Kafka will not take, given the record, the output and the reason.
Instead = Callable[[Record, Output, str], Output]


@dataclass(slots=True)
class _Result:
    record: Record
    output: Output

    @property
    def size(self) -> int:
        return self.record.size + self.output.size


class Outbox:
    """The outputs of one partition while one worker owns it."""

    def __init__(self, name: str, delivery: Delivery, budget: Budget, instead: Instead) -> None:
        self.name = name
        self._delivery = delivery
        self._budget = budget
        self._instead = instead
        self._ledger: Ledger[_Result] = Ledger(0)
        self._sizes: dict[int, int] = {}
        self._news = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._leaving = False
        self.fenced = False

    async def open(self) -> None:
        """Become the partition's owner. What lies before the committed offset will not be taken."""
        self._ledger = Ledger(await self._delivery.open())

    def take(self, record: Record) -> bool:
        """Enter a record whose room was taken from the budget; False where it is done already or not ours to do."""
        if self.fenced or not self._ledger.take(record.offset):
            return False
        self._sizes[record.offset] = record.size
        self._empty.clear()
        return True

    def finish(self, record: Record, output: Output) -> None:
        """Enter what a record became; after a fence it is for the next owner to do again."""
        if self.fenced:
            return
        self._ledger.finish(record.offset, _Result(record, output))
        self._sizes[record.offset] += output.size
        self._budget.grow(output.size)
        self._news.set()

    async def run(self) -> None:
        """Deliver the finished prefix whenever there is one. Returns after `leave`, or when another owns the partition.

        Any failure of the delivery is raised: it may not be known what was written, and a fresh start finds out.
        """
        try:
            while not self._leaving:
                await self._news.wait()
                self._news.clear()
                while batch := self._batch():
                    await self._publish(batch)
                    if self._leaving:
                        return
        except FencedError:
            self.fenced = True
            await self._give_all_back()
            log.info("%s: another producer took over; letting it go", self.name)

    def leave(self) -> None:
        """Let `run` return after what it is delivering now: an open transaction would hold up every reader."""
        self._leaving = True
        self._news.set()

    async def drained(self) -> None:
        """Wait until everything taken has been delivered, or is ours to deliver no longer."""
        await self._empty.wait()

    async def close(self) -> None:
        """Let go of the partition and of the room that undelivered records held."""
        await self._give_all_back()
        await self._delivery.close()

    async def _give_all_back(self) -> None:
        room = list(self._sizes.values())
        self._sizes.clear()
        self._empty.set()
        await self._budget.give_back(len(room), sum(room))

    def _batch(self) -> list[tuple[int, _Result]]:
        batch: list[tuple[int, _Result]] = []
        size = 0
        for offset, result in self._ledger.ready()[:_BATCH_RECORDS]:
            size += result.output.size
            if batch and size > _BATCH_BYTES:
                break
            batch.append((offset, result))
        return batch

    async def _publish(self, batch: list[tuple[int, _Result]]) -> None:
        next_offset = batch[-1][0] + 1
        while True:
            try:
                await self._delivery.publish([result.output for _, result in batch], next_offset)
            except UndeliverableError as refusal:
                for position, cause in refusal.causes.items():
                    result = batch[position][1]
                    log.warning("%s/%d: %s", self.name, batch[position][0], cause)
                    result.output = self._instead(result.record, result.output, cause)
            else:
                break
        self._ledger.drop(len(batch))
        room = [self._sizes.pop(offset) for offset, _ in batch]
        if not len(self._ledger):
            self._empty.set()
        await self._budget.give_back(len(room), sum(room))
