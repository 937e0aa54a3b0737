"""How outputs and the offset they answer for get to Kafka: in one transaction, or one after the other."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import (
    BrokerResponseError,
    GroupLoadInProgressError,
    InvalidProducerEpoch,
    InvalidTimestampError,
    KafkaError,
    MessageSizeTooLargeError,
    ProducerFenced,
    RecordListTooLargeError,
    UnknownError,
    UnsupportedVersionError,
    kafka_errors,
)
from aiokafka.producer.transaction_manager import TransactionState
from aiokafka.structs import OffsetAndMetadata

from copydesk.config import Settings
from copydesk.errors import CopydeskError, OperationError, UnreachableError
from copydesk.stream import topics
from copydesk.stream.connection import answers, closed, connected, may_pass, new_producer
from copydesk.stream.lost_end import end_lost_transaction, hangs
from copydesk.stream.record import Output

log = logging.getLogger(__name__)


class InvalidRecordError(BrokerResponseError):  # type: ignore[misc]
    """Kafka's INVALID_RECORD, which aiokafka does not know: the topic is compacted, say, and the record has no key."""

    errno = 87
    message = "INVALID_RECORD"
    description = "This record has failed the validation on broker and hence will be rejected."


kafka_errors[InvalidRecordError.errno] = InvalidRecordError

# What a broker says of one record and not of the connection: trying again is in vain.
_UNDELIVERABLE = (MessageSizeTooLargeError, RecordListTooLargeError, InvalidTimestampError, InvalidRecordError)

_OPEN = (TransactionState.IN_TRANSACTION, TransactionState.ABORTABLE_ERROR)

# aiokafka waits for good for a topic that is gone, as it does for a Kafka that is away: how often to look which it is.
_LOOK_SECONDS = 10.0

_PROBES = 3
_PROBE_PAUSE_SECONDS = 0.2

# A coordinator that has just started, or moved, is there within a second or two; on a busy machine 30 were too few.
_COORDINATOR_ATTEMPTS = 120
_COORDINATOR_PAUSE_SECONDS = 0.5

# How long Kafka may answer, and yet not make us a partition's owner, as one that was killed does when it has come back.
_REFUSED_SECONDS = 60.0
_REFUSED_PAUSE_SECONDS = 2.0

# How often a batch is tried whose transaction fails for what is no fault of an output: a connection that broke.
_ATTEMPTS = 3
# A transaction that took no longer was not held up by a Kafka that had to be started again.
_SLOW_SECONDS = 1.0

_Send = Callable[[AIOKafkaProducer, Sequence[Output]], Awaitable[None]]

_SENDER_LOG = logging.getLogger("aiokafka.producer.sender")


class FencedError(CopydeskError):
    """Another worker owns the partition now."""


class UndeliverableError(CopydeskError):
    """Kafka will not take some of the outputs. `causes`: their positions, each with the reason. Nothing was written."""

    def __init__(self, causes: dict[int, str]) -> None:
        super().__init__("; ".join(dict.fromkeys(causes.values())))
        self.causes = causes


class Delivery(Protocol):
    """The way out of one partition."""

    @property
    def note(self) -> str:
        """What was noted beside the offset that `open` found."""

    async def open(self) -> int:
        """Become the partition's only owner, and return the offset to go on from."""

    async def publish(self, outputs: Sequence[Output], next_offset: int, note: str = "") -> None:
        """Write the outputs, in order, and that everything before next_offset is done, with a note beside it.

        Raises FencedError, UndeliverableError, or KafkaError where it is not known what was written.
        """

    async def close(self) -> None:
        """Let go of the partition, and of what was not wholly published."""


NewDelivery = Callable[[TopicPartition], Delivery]


class Transactions:
    """Exactly once: outputs and offset in one transaction.

    The transactional id belongs to the partition, not to the worker. Starting the producer therefore fences whoever
    owned the partition before and ends the transaction it may have left open; only after that is the committed
    offset read, and nothing can change it behind our back.
    """

    def __init__(self, settings: Settings, admin: AIOKafkaAdminClient, partition: TopicPartition, group: str) -> None:
        self._settings = settings
        self._admin = admin
        self._partition = partition
        self._group = group
        self._producer: AIOKafkaProducer | None = None
        self._name = f"{partition.topic}/{partition.partition}"
        self._committed = OffsetAndMetadata(0, "")

    @property
    def note(self) -> str:
        return str(self._committed.metadata)

    async def open(self) -> int:
        """As the protocol says; a Kafka that is away is waited for, and for a minute one that does not let us in yet.

        Raises OperationError or KafkaError where it never does.
        """
        refused_since: float | None = None
        while True:
            try:
                return await self._open()
            except (UnreachableError, KafkaError) as error:
                await self.close()
                if isinstance(error, KafkaError) and not may_pass(error):
                    raise
                if not await answers(self._admin):
                    refused_since = None
                elif refused_since is None:
                    refused_since = time.monotonic()
                elif time.monotonic() - refused_since > _REFUSED_SECONDS:
                    raise
                log.warning("%s: %s; trying again", self._name, error)
            await asyncio.sleep(_REFUSED_PAUSE_SECONDS)

    async def _open(self) -> int:
        name = f"{self._group}-{self._partition.topic}-{self._partition.partition}"
        self._producer = new_producer(self._settings, transactional_id=name)
        await connected(self._producer.start(), self._settings)
        await end_lost_transaction(self._producer, self._admin, self._group, self._partition, self._outputs)
        self._committed = await committed(self._admin, self._group, self._partition)
        return int(self._committed.offset)

    async def _outputs(self) -> list[TopicPartition]:
        """Where what becomes of the partition's records is written: the editor's topics; of rejects the raw one, though
        some may have come from another."""
        raw, *edited = self._settings.raw_topic, self._settings.enriched_topic, self._settings.rejected_topic
        names = edited if self._partition.topic == raw else [raw]
        client = self._admin._client  # noqa: SLF001 - partitions_of asks it for one topic alone
        return [TopicPartition(name, number) for name in names for number in await topics.partitions_of(client, name)]

    async def publish(self, outputs: Sequence[Output], next_offset: int, note: str = "") -> None:
        """As the protocol says. A Kafka that is away is waited for; what a broken connection left unknown is found out.

        Raises OperationError, too, where a topic is gone, or a partition of it that records wait for.
        """
        publishing = asyncio.create_task(self._publish(outputs, OffsetAndMetadata(next_offset, note)))
        try:
            while not (await asyncio.wait({publishing}, timeout=_LOOK_SECONDS))[0]:
                with contextlib.suppress(KafkaError, OSError, TimeoutError):
                    async with asyncio.timeout(_LOOK_SECONDS):
                        await self._look({output.topic for output in outputs})
            await publishing
        finally:
            publishing.cancel()
            await asyncio.gather(publishing, return_exceptions=True)

    async def _look(self, names: set[str]) -> None:
        assert self._producer is not None
        await topics.require(self._admin, self._settings, names)
        batches = self._producer._message_accumulator._batches  # noqa: SLF001 - nothing public tells what waits where
        for topic, partition in [waiting for waiting, queue in batches.items() if queue]:
            if partition not in await topics.partitions_of(self._admin._client, topic):  # noqa: SLF001
                raise OperationError(f"{self._name}: the partition {topic}/{partition} is gone; start anew")

    async def _publish(self, outputs: Sequence[Output], position: OffsetAndMetadata) -> None:
        for attempt in range(_ATTEMPTS):
            began = time.monotonic()
            try:
                await self._write(outputs, position)
                # No Kafka comes back so soon; after a longer time what it calls committed may hang in the air.
                is_soon = time.monotonic() - began < _SLOW_SECONDS
                if is_soon or not await hangs(self._admin, self._group, self._partition):
                    self._committed = position
                    return
            except KafkaError as error:
                # Were the position the same as before, nobody could tell what was written.
                if attempt == _ATTEMPTS - 1 or position == self._committed:
                    raise
                log.warning("%s: %s; finding out what was written", self._name, _text(error))
            await self._open_again(position)
            if self._committed == position:
                return
        raise KafkaError(f"{self._name}: committed {_ATTEMPTS} times, and not there")

    async def _write(self, outputs: Sequence[Output], position: OffsetAndMetadata) -> None:
        try:
            await self._transact(send_all, outputs, position)
        except UndeliverableError as refusal:
            if len(refusal.causes) == 1:
                raise
            await self._transact(_send_each, outputs, position)

    async def _transact(self, send: _Send, outputs: Sequence[Output], position: OffsetAndMetadata) -> None:
        assert self._producer is not None
        try:
            await self._producer.begin_transaction()
            try:
                await send(self._producer, outputs)
            except UndeliverableError:
                await self._producer.abort_transaction()
                # aiokafka has counted what Kafka refused, and from this producer Kafka would take nothing after it.
                await self._open_again(self._committed)
                raise
            await self._producer.send_offsets_to_transaction({self._partition: position}, self._group)
            await self._producer.commit_transaction()
        except (ProducerFenced, InvalidProducerEpoch):
            raise self._fenced() from None

    async def _open_again(self, expected: OffsetAndMetadata) -> None:
        """Go on with a fresh producer, from where we were or from the expected position.

        Whoever became the owner meanwhile is fenced off by that, and has the partition if anything else was done there.
        Raises OperationError where Kafka lost what it had called committed: those records are to be read again.
        """
        before = self._committed
        await self.close()
        await self.open()
        if self._committed.offset < before.offset:
            raise OperationError(f"{self._name}: Kafka lost what it had called committed; start anew")
        if self._committed not in (before, expected):
            raise self._fenced()

    def _fenced(self) -> FencedError:
        return FencedError(f"another worker owns {self._name}")

    async def close(self) -> None:
        if self._producer is not None:
            if self._producer._txn_manager.state in _OPEN:  # noqa: SLF001 - nothing public tells
                await closed(_abort(self._producer), f"the transaction of {self._name}")
            await closed(self._producer.stop(), f"the producer of {self._name}")
            # What a stop does not come to where Kafka is silent. It waits, too, for batches that nobody sends any more.
            await closed(self._producer._sender.close(), f"the sender of {self._name}")  # noqa: SLF001
            await self._producer.client.close()


async def _abort(producer: AIOKafkaProducer) -> None:
    """End an open transaction, which would hold up every reader until it times out."""
    with contextlib.suppress(KafkaError):  # another owns the partition, and has ended it
        await producer.abort_transaction()


class Plain:
    """At least once: outputs first, then the offset through the consumer. For brokers without transactions."""

    def __init__(
        self,
        producer: AIOKafkaProducer,
        admin: AIOKafkaAdminClient,
        partition: TopicPartition,
        group: str,
        commit: Callable[[TopicPartition, OffsetAndMetadata], Awaitable[None]],
    ) -> None:
        self._producer = producer
        self._admin = admin
        self._partition = partition
        self._group = group
        self._commit = commit
        self.note = ""

    async def open(self) -> int:
        position = await committed(self._admin, self._group, self._partition)
        self.note = str(position.metadata)
        return int(position.offset)

    async def publish(self, outputs: Sequence[Output], next_offset: int, note: str = "") -> None:
        await send_all(self._producer, outputs)
        await self._commit(self._partition, OffsetAndMetadata(next_offset, note))

    async def close(self) -> None:
        """The producer is shared and stays open."""


async def committed(admin: AIOKafkaAdminClient, group: str, partition: TopicPartition) -> OffsetAndMetadata:
    """The group's committed offset, and what was noted beside it; 0 where it has none.

    Raises KafkaError where the group's coordinator cannot be asked: never a guess, since records would be repeated.
    """
    for attempt in range(_COORDINATOR_ATTEMPTS):
        if attempt:
            await asyncio.sleep(_COORDINATOR_PAUSE_SECONDS)
        try:
            offsets = await admin.list_consumer_group_offsets(group, partitions=[partition])
        except KafkaError as error:
            if not error.retriable or attempt == _COORDINATOR_ATTEMPTS - 1:
                raise
            continue
        # While the coordinator loads, aiokafka returns nothing at all; where nothing is committed, -1.
        if partition in offsets:
            return OffsetAndMetadata(max(int(offsets[partition].offset), 0), offsets[partition].metadata or "")
    raise GroupLoadInProgressError(f"the coordinator of {group} does not know its offsets yet")


async def send_all(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> None:
    """Send the outputs in order and wait until Kafka has them all.

    Raises UndeliverableError where Kafka refuses some for what they are, OperationError where our clock is wrong,
    KafkaError for anything else.
    """
    futures: list[asyncio.Future[Any] | None] = []
    causes: dict[int, str] = {}
    for position, output in enumerate(outputs):
        try:
            futures.append(await _send(producer, output))
        except _UNDELIVERABLE as error:
            futures.append(None)
            causes[position] = _text(error)
    results = await asyncio.gather(*(future for future in futures if future is not None), return_exceptions=True)
    positions = [position for position, future in enumerate(futures) if future is not None]
    failures: list[BaseException] = []
    for position, result in zip(positions, results, strict=True):
        if isinstance(result, InvalidTimestampError) and outputs[position].timestamp is None:
            failures.insert(0, OperationError("Kafka does not take the time: the clock of this machine is wrong"))
        elif isinstance(result, _UNDELIVERABLE):
            causes[position] = _text(result)
        elif isinstance(result, BaseException):
            failures.append(result)
    if causes:
        raise UndeliverableError(causes)
    if failures:
        raise failures[0]


async def _send_each(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> None:
    """The same, one after the other and none after one that is refused. Those sent together may be refused together,
    as one batch that is too large: which of them it is for shows only so."""
    for position, output in enumerate(outputs):
        try:
            await send_all(producer, [output])
        except UndeliverableError as refusal:
            raise UndeliverableError({position: refusal.causes[0]}) from None


async def _send(producer: AIOKafkaProducer, output: Output) -> "asyncio.Future[Any]":
    if output.key is None and output.value is None:
        # `send` asserts that one of them is there; Kafka does not.
        partition = output.partition
        if partition is None:
            partition = min(await producer.partitions_for(output.topic))
        batch = producer.create_batch()
        batch.append(key=None, value=None, timestamp=output.timestamp, headers=list(output.headers))
        sent: asyncio.Future[Any] = await producer.send_batch(batch, output.topic, partition=partition)
    else:
        sent = await producer.send(
            output.topic,
            key=output.key,
            value=output.value,
            headers=list(output.headers),
            timestamp_ms=output.timestamp,
            partition=output.partition,
        )
    return sent


def _text(error: Exception) -> str:
    return str(error) or type(error).__name__


async def has_transactions(settings: Settings) -> bool:
    """Whether the broker can do transactions. Found by trying: the embedded broker lists the calls and fails them.

    Only the answer it gives, again and again, counts as a no. Everything else is an error, for a worker must not
    fall back to at least once because Kafka had a bad moment.
    """
    for attempt in range(_PROBES):
        if attempt:
            await asyncio.sleep(_PROBE_PAUSE_SECONDS)
        if await _opens_transaction(settings):
            return True
    return False


async def _opens_transaction(settings: Settings) -> bool:
    producer = new_producer(settings, transactional_id=f"{settings.group}-probe")
    _SENDER_LOG.addFilter(_nothing)  # It would log as an error what is an answer here.
    try:
        async with asyncio.timeout(settings.connect_timeout_seconds):
            await producer.start()
    except (UnknownError, UnsupportedVersionError):
        return False
    except TimeoutError:
        raise OperationError(f"Kafka at {settings.bootstrap} did not open a transaction in time") from None
    except (KafkaError, OSError) as error:
        raise OperationError(f"cannot open a transaction at {settings.bootstrap}: {_text(error)}") from None
    else:
        return True
    finally:
        _SENDER_LOG.removeFilter(_nothing)
        await producer.stop()


def _nothing(_: logging.LogRecord) -> bool:
    return False
