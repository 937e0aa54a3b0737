"""The editor: takes records as they come, has them edited, and puts what they become into their partition's outbox."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Protocol

from aiokafka import TopicPartition

from copydesk.config import Settings
from copydesk.errors import OperationError, TooCostlyError
from copydesk.stream import rejects
from copydesk.stream.budget import Budget
from copydesk.stream.connection import largest_event
from copydesk.stream.delivery import NewDelivery
from copydesk.stream.events import enriched
from copydesk.stream.outbox import Outbox
from copydesk.stream.record import Output, Record
from copydesk.stream.task import Edited, Outcome, Refused

log = logging.getLogger(__name__)

# How long letting go of a partition waits for the transaction that is on its way.
_LEAVE_SECONDS = 5.0


class Desk(Protocol):
    """Whoever edits a record; the pool does."""

    async def edit(self, record: Record) -> Outcome: ...


class _Assignment:
    """One partition while it is ours: its outbox, and the tasks that work for it."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self.opened: asyncio.Task[None] | None = None
        self.running: asyncio.Task[None] | None = None
        self.tasks: set[asyncio.Task[None]] = set()

    def spawn(
        self, work: Coroutine[None, None, None], failed: Callable[[asyncio.Task[None]], None]
    ) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        task.add_done_callback(failed)
        return task

    async def close(self) -> None:
        self.outbox.leave()
        if self.running is not None:
            await asyncio.wait({self.running}, timeout=_LEAVE_SECONDS)
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.outbox.close()


class Editor:
    """Everything a worker does between reading a record and Kafka's having what became of it.

    `failure` is set to the first error that nothing but a fresh start can repair.
    """

    def __init__(self, settings: Settings, desk: Desk, new_delivery: NewDelivery) -> None:
        self._settings = settings
        self._desk = desk
        self._new_delivery = new_delivery
        self._budget = Budget(settings.in_flight_records, settings.in_flight_mb * 1024 * 1024)
        self._assignments: dict[TopicPartition, _Assignment] = {}
        self._stopping = asyncio.Event()
        self.failure: asyncio.Future[BaseException] = asyncio.get_running_loop().create_future()

    async def take(self, record: Record, still_ours: Callable[[], bool]) -> None:
        """Take one record on; returns as soon as there is room for the next.

        still_ours: whether the assignment the record was read under still holds, asked after each wait.
        """
        try:
            await self._take(record, still_ours)
        except Exception as error:
            # An exception that left the agent would let the record pass as done.
            self._fail(error)
            await _forever()

    async def release(self, partitions: Iterable[TopicPartition]) -> None:
        """Let go of partitions that are ours no longer, with everything unfinished: the next owner does it."""
        gone = [self._assignments.pop(partition) for partition in partitions if partition in self._assignments]
        await asyncio.gather(*(assignment.close() for assignment in gone))

    async def drain(self, grace_seconds: float) -> bool:
        """Take no more and finish what was taken; False if the grace was too short for it."""
        self._stopping.set()
        waiting = [
            asyncio.ensure_future(each.outbox.drained())
            for each in self._assignments.values()
            if not each.outbox.fenced
        ]
        if not waiting:
            return True
        _, late = await asyncio.wait({*waiting}, timeout=grace_seconds)
        for future in late:
            future.cancel()
        return not late

    async def close(self) -> None:
        """Let go of everything."""
        self._stopping.set()
        await self.release(list(self._assignments))

    async def _take(self, record: Record, still_ours: Callable[[], bool]) -> None:
        await self._budget.take(record.size)
        if self._stopping.is_set():
            await _forever()
        assignment = await self._assignment(record) if still_ours() else None
        if assignment is None or not still_ours() or not assignment.outbox.take(record):
            await self._budget.give_back(1, record.size)
            return
        assignment.spawn(self._edit(assignment.outbox, record), self._note_failure)

    async def _assignment(self, record: Record) -> _Assignment | None:
        partition = TopicPartition(record.topic, record.partition)
        assignment = self._assignments.get(partition)
        if assignment is None:
            name = f"{record.topic}/{record.partition}"
            assignment = _Assignment(Outbox(name, self._new_delivery(partition), self._budget, self._instead))
            self._assignments[partition] = assignment
            assignment.opened = assignment.spawn(assignment.outbox.open(), self._note_failure)
            await asyncio.wait({assignment.opened})
            if self._assignments.get(partition) is not assignment or assignment.opened.exception() is not None:
                return None
            assignment.running = assignment.spawn(self._deliver(partition, assignment), self._note_failure)
        return assignment

    async def _deliver(self, partition: TopicPartition, assignment: _Assignment) -> None:
        await assignment.outbox.run()
        if assignment.outbox.fenced:
            assignment.spawn(self._expect_revocation(partition, assignment), self._note_failure)

    async def _expect_revocation(self, partition: TopicPartition, assignment: _Assignment) -> None:
        """Whoever fenced us has the partition, and a rebalance says so soon. Else the broker ended a transaction that
        took too long, nobody has the partition, and only a fresh start gets to know where it stands."""
        await asyncio.sleep(2 * self._settings.session_timeout_seconds)
        if self._assignments.get(partition) is assignment:
            name = f"{partition.topic}/{partition.partition}"
            raise OperationError(
                f"{name}: a transaction took longer than the broker allows, or another group has its id"
            )

    async def _edit(self, outbox: Outbox, record: Record) -> None:
        outbox.finish(record, self._output(record, await self._desk.edit(record)))

    def _output(self, record: Record, outcome: Outcome) -> Output:
        output = self._written(record, outcome)
        limit = largest_event(self._settings)
        while output.size > limit:
            output = self._instead(record, output, f"{output.size} bytes, more than the {limit} it may have")
        return output

    def _written(self, record: Record, outcome: Outcome) -> Output:
        if isinstance(outcome, Edited):
            return enriched(record, outcome, self._settings.enriched_topic)
        level = logging.ERROR if outcome.trace else logging.INFO
        log.log(level, "rejected %s: %s: %s%s", record.coordinates, outcome.reason, outcome.message, outcome.trace)
        return rejects.rejected(record, outcome, self._settings.rejected_topic, self._settings.group)

    def _instead(self, record: Record, output: Output, cause: str) -> Output:
        """Too large an event becomes a reject; a reject that does not fit leaves its payload out."""
        refused = Refused.because(TooCostlyError(f"what it became does not fit into Kafka: {cause}"))
        topic, group = self._settings.rejected_topic, self._settings.group
        if output.topic != topic:
            return rejects.rejected(record, refused, topic, group)
        if output.value is None and output.headers and output.headers[-1][0] == rejects.OMITTED:
            raise OperationError(f"{topic} does not even take a record without payload ({record.coordinates}): {cause}")
        return rejects.without_payload(record, refused, topic, group)

    def _note_failure(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        if not self.failure.done():
            self.failure.set_result(error)


async def _forever() -> None:
    """Wait until cancelled: a record that is not taken is read again by the next start."""
    await asyncio.Event().wait()
