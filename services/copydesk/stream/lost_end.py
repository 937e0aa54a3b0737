"""A transaction that Kafka holds to be over, and whose end it never wrote.

Kafka before the fix of KAFKA-20734 (4.3.0, for one) can lose the end of a transaction when a broker is killed while it
writes it: back again, the coordinator asks where to write the end before the partitions have a leader, takes them for
deleted, and calls the transaction complete. Its outputs and its offset then hang in the air, and the next transaction
of the same producer would commit both: what was done again in between would be there twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import for_code
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Boolean, CompactArray, CompactString, Int16, Int32, Int64, Schema, TaggedFields
from aiokafka.structs import OffsetAndMetadata

log = logging.getLogger(__name__)

_UNSTABLE_OFFSET_COMMIT = 88

# A transaction that is on its way to its end is over in less.
_LOOKS = 10
_PAUSE_SECONDS = 0.5


async def end_lost_transaction(
    producer: AIOKafkaProducer,
    admin: AIOKafkaAdminClient,
    group: str,
    partition: TopicPartition,
    outputs: Callable[[], Awaitable[Collection[TopicPartition]]],
) -> None:
    """Abort what hangs in the air of earlier transactions, if the group's offset in the partition does.

    producer: transactional, and just started, which ends all that Kafka knows of. outputs: tells where it may have
    written. Nothing is lost by it: the offset that counts is the one before, from where all is done again.
    Raises KafkaError where Kafka cannot be asked, or does not let us, and what `outputs` raises.
    """
    if not await hangs(admin, group, partition):
        return
    log.error("%s/%d: Kafka lost the end of a transaction; aborting it", partition.topic, partition.partition)
    await producer.begin_transaction()
    for output in await outputs():
        producer._txn_manager.maybe_add_partition_to_txn(output)  # noqa: SLF001 - nothing public adds one and writes nothing
    await producer.send_offsets_to_transaction({partition: OffsetAndMetadata(0, "")}, group)
    await producer.abort_transaction()


async def hangs(admin: AIOKafkaAdminClient, group: str, partition: TopicPartition) -> bool:
    """Whether an offset stands in a transaction that does not come to its end. Raises KafkaError."""
    for look in range(_LOOKS):
        if look:
            await asyncio.sleep(_PAUSE_SECONDS)
        if not await _is_open(admin, group, partition):
            return False
    return True


async def _is_open(admin: AIOKafkaAdminClient, group: str, partition: TopicPartition) -> bool:
    coordinator = await admin.find_coordinator(group)
    try:
        answer = await admin._client.send(coordinator, _StableOffset(group, partition))  # noqa: SLF001
    except NotImplementedError:  # a Kafka before 2.5 does not tell
        return False
    errors = [answer.error_code, *(error for _, partitions, _ in answer.topics for *_, error, _ in partitions)]
    for error in errors:
        if error not in (0, _UNSTABLE_OFFSET_COMMIT):
            raise for_code(error)(f"the offset of {group}")
    return _UNSTABLE_OFFSET_COMMIT in errors


class _StableOffsetResponse(Response):  # type: ignore[misc]
    """OffsetFetch, version 7: the first that tells offsets in open transactions (KIP-447)."""

    API_KEY = 9
    API_VERSION = 7
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "topics",
            CompactArray(
                ("name", CompactString("utf-8")),
                (
                    "partitions",
                    CompactArray(
                        ("partition_index", Int32),
                        ("committed_offset", Int64),
                        ("committed_leader_epoch", Int32),
                        ("metadata", CompactString("utf-8")),
                        ("error_code", Int16),
                        ("tags", TaggedFields),
                    ),
                ),
                ("tags", TaggedFields),
            ),
        ),
        ("error_code", Int16),
        ("tags", TaggedFields),
    )


class _StableOffsetStruct(RequestStruct):  # type: ignore[misc]
    FLEXIBLE_VERSION = True
    API_KEY = 9
    API_VERSION = 7
    RESPONSE_TYPE = _StableOffsetResponse
    SCHEMA = Schema(
        ("group_id", CompactString("utf-8")),
        (
            "topics",
            CompactArray(
                ("name", CompactString("utf-8")), ("partition_indexes", CompactArray(Int32)), ("tags", TaggedFields)
            ),
        ),
        ("require_stable", Boolean),
        ("tags", TaggedFields),
    )


class _StableOffset(Request[_StableOffsetStruct]):  # type: ignore[misc]
    API_KEY = 9

    def __init__(self, group: str, partition: TopicPartition) -> None:
        self._group = group
        self._partition = partition

    def build(self, request_struct_class: type[_StableOffsetStruct]) -> _StableOffsetStruct:
        no_tags: dict[int, bytes] = {}
        topics = [(self._partition.topic, [self._partition.partition], no_tags)]
        return request_struct_class(self._group, topics, True, no_tags)
