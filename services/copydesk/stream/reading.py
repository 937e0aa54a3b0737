"""Reading a topic from somewhere to where it ends now."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.stream import header_names
from copydesk.stream.connection import client_options, connected, largest_event, stopped
from copydesk.stream.record import Record
from copydesk.stream.topics import partitions_of

_POLL_MS = 300

# A transaction of another that is open for long, or a broker that is wrong about its end, must not hold us forever.
_IDLE_POLLS = 10


async def read_to_end(
    settings: Settings, topic: str, starts: Mapping[int, int] | None = None
) -> AsyncGenerator[Record, None]:
    """The committed records of a topic that are there when the reading begins, in order within a partition.

    starts: where to begin in each partition, and which partitions to read; all of each where absent.
    Raises OperationError where Kafka does not answer or has no such topic.
    """
    header_names.tolerate()
    consumer = AIOKafkaConsumer(
        **client_options(settings),
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        max_partition_fetch_bytes=largest_event(settings),
    )
    try:
        await connected(consumer.start(), settings)
        async for record in _read(consumer, await _start(consumer, topic, starts)):
            yield record
    finally:
        await stopped(consumer)


async def _start(consumer: AIOKafkaConsumer, topic: str, starts: Mapping[int, int] | None) -> set[TopicPartition]:
    partitions = await partitions_of(consumer._client, topic)  # noqa: SLF001 - a consumer without group has no such call
    chosen = {TopicPartition(topic, number) for number in (partitions if starts is None else starts)}
    consumer.assign(sorted(chosen))
    for partition in chosen if starts is not None else ():
        consumer.seek(partition, (starts or {})[partition.partition])
    return chosen


async def _read(consumer: AIOKafkaConsumer, unfinished: set[TopicPartition]) -> AsyncGenerator[Record, None]:
    ends: dict[TopicPartition, int] = {}
    idle = 0
    while unfinished and idle < _IDLE_POLLS:
        batches = await consumer.getmany(timeout_ms=_POLL_MS)
        idle = 0 if batches else idle + 1
        for partition in unfinished - ends.keys():
            # Fetched, not asked for: the embedded broker's answer to "latest" is wrong.
            end = consumer.last_stable_offset(partition)
            end = consumer.highwater(partition) if end is None or end < 0 else end
            if end is not None:
                ends[partition] = end
        for partition, messages in batches.items():
            for message in messages:
                if partition not in ends or message.offset < ends[partition]:
                    yield as_record(message)
        for partition in list(unfinished & ends.keys()):
            if await consumer.position(partition) >= ends[partition]:
                unfinished.discard(partition)
                consumer.pause(partition)
    if unfinished:
        missing = ", ".join(f"{each.topic}/{each.partition}" for each in sorted(unfinished))
        raise OperationError(f"Kafka stopped answering, or a transaction is open, before the end of {missing}")


def as_record(message: Any, unit: int = 1) -> Record:
    """A client's message as a record. unit: milliseconds that its timestamp counts."""
    timestamp = None if message.timestamp is None or message.timestamp < 0 else round(message.timestamp * unit)
    return Record(
        message.topic,
        message.partition,
        message.offset,
        timestamp,
        message.key,
        message.value,
        tuple(message.headers or ()),
    )
