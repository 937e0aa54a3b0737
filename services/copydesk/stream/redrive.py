"""Rejects: what there is, and the way back onto the topic it came from."""

from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.cluster import ClusterMetadata
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

from copydesk.config import Settings
from copydesk.errors import CopydeskError, OperationError
from copydesk.stream import rejects
from copydesk.stream.connection import admin, client_options, connected, new_producer
from copydesk.stream.delivery import (
    Delivery,
    FencedError,
    NewDelivery,
    Plain,
    Transactions,
    UndeliverableError,
    has_transactions,
    send_all,
)
from copydesk.stream.reading import read_to_end
from copydesk.stream.record import Output
from copydesk.stream.rejects import Reject
from copydesk.stream.topics import partitions_of

_BATCH, _BATCH_BYTES = 100, 16 * 1024 * 1024

# Kafka takes 4096 bytes beside an offset (offset.metadata.max.bytes).
_NOTE_CHARACTERS = 4000


@dataclass(frozen=True, slots=True)
class Redriven:
    """How many rejects went back, and what was left where it is: its coordinates, each with the reason."""

    count: int
    left: dict[str, str]


async def list_rejects(settings: Settings) -> AsyncGenerator[Reject, None]:
    """All rejects there are, in order within a partition. Records of others on the topic are passed over."""
    async with aclosing(read_to_end(settings, settings.rejected_topic)) as records:
        async for record in records:
            reject = rejects.read(record)
            if reject is not None:
                yield reject


async def redrive_all(settings: Settings) -> Redriven:
    """Put every reject that was not put back before onto the topic it came from, as it came.

    How far it got is the committed offset of the group "<group>-redrive", and beside it are noted the rejects before
    it that wait: those left for a cause that can be mended. Where Kafka has transactions both move together with what
    was put back, and a second redrive at the same time takes the work over from the first.
    """
    group = f"{settings.group}-redrive"
    count = 0
    left: dict[str, str] = {}
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(admin(settings))
        kafka = client._client  # noqa: SLF001 - the client below
        partitions = await partitions_of(kafka, settings.rejected_topic)
        there = await kafka.fetch_all_metadata()
        new_delivery = await _deliveries(settings, client, group, stack)
        for partition in partitions:
            delivery = new_delivery(TopicPartition(settings.rejected_topic, partition))
            try:
                count += await _redrive_partition(settings, partition, delivery, there, left)
            except FencedError:
                raise OperationError("another redrive has taken over") from None
            finally:
                await delivery.close()
    return Redriven(count, left)


async def redrive_some(settings: Settings, coordinates: Collection[str]) -> Redriven:
    """Put the named rejects back, whether or not they were before.

    coordinates: "topic/partition/offset", of the reject or of where it came from.
    """
    wanted = set(coordinates)
    batch: dict[str, Output] = {}
    count = 0
    left = dict.fromkeys(coordinates, "no such reject")
    producer = new_producer(settings)
    try:
        await connected(producer.start(), settings)
        there = await producer.client.fetch_all_metadata()
        async with aclosing(list_rejects(settings)) as found:
            async for reject in found:
                names = {reject.record.coordinates, reject.origin} & wanted
                for name in names:
                    del left[name]
                wanted -= names
                if names and (reason := _why_never(reject) or _why_not(reject, there)):
                    left[names.pop()] = reason
                elif names:
                    batch[names.pop()] = rejects.original(reject)
                if _is_full(batch):
                    count += await _send(producer, batch, left)
                    batch = {}
        count += await _send(producer, batch, left)
    except (CopydeskError, KafkaError) as error:
        raise OperationError(f"{error}; the first {count} of the named ones were put back") from None
    finally:
        await producer.stop()
    return Redriven(count, left)


def _is_full(batch: Mapping[str, Output]) -> bool:
    return len(batch) >= _BATCH or sum(output.size for output in batch.values()) >= _BATCH_BYTES


def _why_never(reject: Reject) -> str | None:
    """Why a reject can never go back; None where it may."""
    if reject.omitted_bytes is not None:
        return f"its payload of {reject.omitted_bytes} bytes did not fit and is on {reject.origin} only"
    return None


def _why_not(reject: Reject, there: ClusterMetadata) -> str | None:
    """Why a reject cannot go back now, as far as it can be known before; None where it can."""
    back = reject.original
    partitions = there.partitions_for_topic(back.topic)
    if not partitions:
        return f"its topic {back.topic} is gone"
    if back.key is None and back.partition not in partitions:  # with a key it goes by that
        return f"its partition {back.topic}/{back.partition} is gone"
    return None


async def _send(producer: AIOKafkaProducer, batch: Mapping[str, Output], left: dict[str, str]) -> int:
    """Send the outputs, each under its name; what Kafka does not take is left. Returns how many went."""
    try:
        await send_all(producer, list(batch.values()))
    except UndeliverableError as refusal:
        taken = _without_refused(batch, refusal, left)
        # One may have been too large for all that were sent with it.
        alone = [{name: output} for name, output in batch.items() if name not in taken and len(batch) > 1]
        return len(taken) + sum([await _send(producer, each, left) for each in alone])
    for name in batch:
        left.pop(name, None)
    return len(batch)


async def _publish(
    delivery: Delivery, batch: Mapping[str, Output], done: int, waiting: set[int], left: dict[str, str]
) -> int:
    """The same, and all before `done` is done but for the offsets that wait, to which what Kafka refuses is added."""
    while True:
        note = _note(waiting)
        if len(note) > _NOTE_CHARACTERS:
            name, reason = list(left.items())[-1]
            raise OperationError(
                f"more rejects are left than Kafka can keep track of, as {name}: {reason}; "
                "mend the cause, or name those to put back"
            )
        try:
            await delivery.publish(list(batch.values()), done, note)
        except UndeliverableError as refusal:
            taken = _without_refused(batch, refusal, left)
            waiting.update(int(name.rpartition("/")[2]) for name in batch.keys() - taken.keys())
            batch = taken
        else:
            return len(batch)


def _without_refused(
    batch: Mapping[str, Output], refusal: UndeliverableError, left: dict[str, str]
) -> Mapping[str, Output]:
    names = list(batch)
    refused = {names[place]: f"Kafka does not take it back: {cause}" for place, cause in refusal.causes.items()}
    left.update(refused)
    return {name: output for name, output in batch.items() if name not in refused}


async def _redrive_partition(
    settings: Settings, partition: int, delivery: Delivery, there: ClusterMetadata, left: dict[str, str]
) -> int:
    done = start = await delivery.open()
    noted = _offsets(delivery.note)
    waiting, gone = set(noted), set(noted)  # gone: unless they are met
    batch: dict[str, Output] = {}
    count = 0
    async with aclosing(read_to_end(settings, settings.rejected_topic, {partition: min([start, *waiting])})) as records:
        async for record in records:
            if record.offset < start and record.offset not in waiting:
                continue
            done = max(start, record.offset + 1)
            gone.discard(record.offset)
            waiting.discard(record.offset)
            reject = rejects.read(record)
            if reject is None:
                left[record.coordinates] = "not written by Copydesk"
            elif reason := _why_never(reject):
                left[record.coordinates] = reason
            elif reason := _why_not(reject, there):
                left[record.coordinates] = reason
                waiting.add(record.offset)
            else:
                batch[record.coordinates] = rejects.original(reject)
            if _is_full(batch):
                count += await _publish(delivery, batch, done, waiting, left)
                batch = {}
    waiting -= gone
    if batch or done > start or waiting != noted:
        count += await _publish(delivery, batch, done, waiting, left)
    return count


def _note(offsets: Collection[int]) -> str:
    """Offsets in words that `_offsets` reads: "3,17-20"."""
    ordered = sorted(offsets)
    starts = [offset for offset in ordered if offset - 1 not in offsets]
    ends = [offset for offset in ordered if offset + 1 not in offsets]
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


def _offsets(note: str) -> set[int]:
    runs = [run.partition("-") for run in note.split(",") if run]
    return {offset for first, _, last in runs for offset in range(int(first), int(last or first) + 1)}


async def _deliveries(
    settings: Settings, client: AIOKafkaAdminClient, group: str, stack: AsyncExitStack
) -> NewDelivery:
    if await has_transactions(settings):
        return lambda partition: Transactions(settings, client, partition, group)
    producer = new_producer(settings)
    stack.push_async_callback(producer.stop)
    await connected(producer.start(), settings)
    consumer = AIOKafkaConsumer(**client_options(settings), group_id=group, enable_auto_commit=False)
    stack.push_async_callback(consumer.stop)
    await connected(consumer.start(), settings)

    async def commit(partition: TopicPartition, position: OffsetAndMetadata) -> None:
        consumer.assign([partition])
        await consumer.commit({partition: position})

    return lambda partition: Plain(producer, client, partition, group, commit)
