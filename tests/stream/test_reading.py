"""Reading to the end of a topic, of a Kafka that answers as it likes."""

import asyncio
from typing import Any

import pytest
from aiokafka import TopicPartition

from copydesk.errors import OperationError
from copydesk.stream import connection, reading


class SilentConsumer:
    """A consumer whose broker hangs: nothing comes, and where the partition ends is not known."""

    async def getmany(self, timeout_ms: int) -> dict[Any, Any]:  # noqa: ARG002 - aiokafka's
        return {}

    def last_stable_offset(self, _: TopicPartition) -> None:
        return None

    def highwater(self, _: TopicPartition) -> None:
        return None


async def test_a_broker_that_hangs_is_said_and_not_taken_for_an_empty_topic() -> None:
    unfinished = {TopicPartition("rejected", 1), TopicPartition("rejected", 0)}
    with pytest.raises(OperationError, match="before the end of rejected/0, rejected/1"):
        async for _ in reading._read(SilentConsumer(), unfinished):
            pass


class HalfStoppedConsumer:
    """A consumer that stops as aiokafka's does while one of its fetches waits to be tried again."""

    def __init__(self) -> None:
        self._client = self
        self.closed = False

    async def stop(self) -> None:
        raise asyncio.CancelledError

    async def close(self) -> None:
        self.closed = True


async def test_a_consumer_that_cancels_itself_is_stopped_all_the_same() -> None:
    consumer = HalfStoppedConsumer()
    await connection.stopped(consumer)
    assert consumer.closed
