"""A publisher's and a subscriber's side of the stream."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.cluster import ClusterMetadata
from aiokafka.errors import KafkaError
from aiokafka.structs import RecordMetadata

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.feeds import Submission
from copydesk.stream import header_names
from copydesk.stream.connection import client_options, connected, largest_event, new_producer, stopped
from copydesk.stream.topics import partitions_of

OnPushed = Callable[[Submission, RecordMetadata], None]

# Enough to keep the broker busy, few enough to hold in memory.
_IN_FLIGHT = 256

# How often a follower looks whether partitions were added, and whether Kafka is still there.
_LOOK_SECONDS = 10.0
_TURNS = 3


async def push(settings: Settings, submissions: Iterable[Submission], on_pushed: OnPushed | None = None) -> int:
    """Push the submissions to the raw topic in order; returns how many, once the broker has acknowledged all.

    `on_pushed` is called for each as it is acknowledged, with where it stands. Raises OperationError where the broker
    refuses one, or cannot be reached, or has no such topic, or a file cannot be read: it says how many were pushed.
    """
    topic = settings.raw_topic
    producer = new_producer(settings)
    in_flight: list[tuple[Submission, asyncio.Future[Any]]] = []
    count = 0
    try:
        await connected(producer.start(), settings)
        await partitions_of(producer.client, topic)
        for submission in submissions:
            headers = list(submission.headers.items())
            try:
                sent = await producer.send(topic, submission.value, key=submission.key, headers=headers)
            except KafkaError as error:
                raise OperationError(f"{submission.origin}: Kafka refused it: {error}") from None
            in_flight.append((submission, sent))
            if len(in_flight) >= _IN_FLIGHT:
                count += await _acknowledged(in_flight, on_pushed)
        return count + await _acknowledged(in_flight, on_pushed)
    except OperationError as error:
        sent_before = await asyncio.gather(*(sent for _, sent in in_flight), return_exceptions=True)
        count += sum(not isinstance(result, BaseException) for result in sent_before)
        raise OperationError(f"{error}; {count} articles were pushed") from None
    finally:
        await producer.stop()


async def _acknowledged(in_flight: list[tuple[Submission, "asyncio.Future[Any]"]], on_pushed: OnPushed | None) -> int:
    for submission, sent in in_flight:
        try:
            metadata = await sent
        except KafkaError as error:
            raise OperationError(f"{submission.origin}: Kafka refused it: {error}") from None
        if on_pushed is not None:
            on_pushed(submission, metadata)
    count = len(in_flight)
    in_flight.clear()
    return count


@asynccontextmanager
async def follow(settings: Settings, topics: Sequence[str], *, from_start: bool) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of the topics, committed records only, that stands at their end or at the first record kept.

    Partitions that are added meanwhile are read too, from their beginning. Raises OperationError where Kafka cannot be
    reached or has no such topic, and in the middle of the block once Kafka has not answered for the time set for it.
    """
    header_names.tolerate()
    consumer = AIOKafkaConsumer(
        **client_options(settings),
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=largest_event(settings),
    )
    try:
        await connected(consumer.start(), settings)
        client = consumer._client  # noqa: SLF001 - the consumer has no public call for a topic it is not subscribed to
        assigned = []
        for topic in topics:
            partitions = await partitions_of(client, topic)
            assigned += [TopicPartition(topic, partition) for partition in partitions]
        consumer.assign(assigned)
        if from_start:
            await consumer.seek_to_beginning(*assigned)
        else:
            await consumer.seek_to_end(*assigned)
        async with _kept_up(consumer, topics, settings):
            yield consumer
    except KafkaError as error:
        raise OperationError(f"lost Kafka at {settings.bootstrap}: {error}") from None
    finally:
        await stopped(consumer)


@asynccontextmanager
async def _kept_up(consumer: AIOKafkaConsumer, topics: Sequence[str], settings: Settings) -> AsyncIterator[None]:
    """Look after a consumer meanwhile: one that waits for records says neither that partitions were added nor that
    Kafka is gone. Raises OperationError where it is."""
    silence = settings.connect_timeout_seconds
    try:
        async with asyncio.timeout(None) as end:
            looking = asyncio.create_task(_look(consumer, topics, silence, lambda: end.reschedule(0)))
            try:
                yield
            finally:
                looking.cancel()
    except TimeoutError:
        if not end.expired():
            raise
        raise OperationError(f"lost Kafka at {settings.bootstrap}: no answer for {silence:g} s") from None


async def _look(
    consumer: AIOKafkaConsumer, topics: Sequence[str], silence_seconds: float, lost: Callable[[], None]
) -> None:
    """Take on new partitions as they come; call `lost` once Kafka does not answer for so long."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        there = await _metadata(consumer, silence_seconds)
        if there is None:
            lost()
            return
        partitions = {
            TopicPartition(topic, number) for topic in topics for number in there.partitions_for_topic(topic) or ()
        }
        if new := partitions - consumer.assignment():
            await _assign_too(consumer, new)


async def _metadata(consumer: AIOKafkaConsumer, limit_seconds: float) -> ClusterMetadata | None:
    """What Kafka has; None where it does not answer within the limit.

    It is asked several times: where a slow reader of our output stops this process, it was not Kafka that was late.
    """
    turn = limit_seconds / _TURNS
    for _ in range(_TURNS):
        try:
            async with asyncio.timeout(turn):
                return await consumer._client.fetch_all_metadata()  # noqa: SLF001 - as above
        except TimeoutError:
            continue
        except KafkaError:
            await asyncio.sleep(turn)
    return None


async def _assign_too(consumer: AIOKafkaConsumer, new: Iterable[TopicPartition]) -> None:
    """Assign the new partitions beside the old, which go on where they stand: aiokafka would begin them again."""
    # None of this waits, so that no record is read meanwhile: a position that is known is returned at once.
    positions = {partition: await consumer.position(partition) for partition in consumer.assignment()}
    consumer.assign([*positions, *new])
    for partition, position in positions.items():
        consumer.seek(partition, position)
