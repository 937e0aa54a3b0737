"""The topics: created as the design has them, and every difference is a line."""

import asyncio
import dataclasses
import socket

import pytest

from copydesk.errors import OperationError
from copydesk.stream import topics, worker
from copydesk.stream.connection import admin
from tests.stream.newsroom import TASK, Newsroom, corner


async def test_apply_creates_what_check_wants_and_a_second_time_changes_nothing(broker: str) -> None:
    settings = corner(broker)
    names = [settings.raw_topic, settings.enriched_topic, settings.rejected_topic]
    assert await topics.check(settings) == [f"{name}: missing" for name in names]
    assert await topics.apply(settings) == [f"{name}: created, 3 partitions" for name in names]
    assert await topics.check(settings) == []
    assert await topics.apply(settings) == [f"{name}: exists already, 3 partitions" for name in names]


async def test_apply_says_what_there_is_and_not_what_it_would_have_made(newsroom: Newsroom) -> None:
    others = newsroom.settings.model_copy(update={"partitions": 12})
    assert await topics.apply(others) == [
        f"{topic.name}: exists already, 3 partitions" for topic in topics.wanted(newsroom.settings)
    ]


async def test_check_names_each_difference(newsroom: Newsroom) -> None:
    settings = newsroom.settings
    wanted = settings.model_copy(update={"partitions": 5, "raw_retention_days": 1, "max_payload_bytes": 4096})
    raw, enriched, rejected = settings.raw_topic, settings.enriched_topic, settings.rejected_topic
    was = {topic.name: topic.policy["max.message.bytes"] for topic in topics.wanted(settings)}
    now = {topic.name: topic.policy["max.message.bytes"] for topic in topics.wanted(wanted)}
    size = {name: f"{name}: max.message.bytes is {was[name]}, not {now[name]}" for name in was}
    assert await topics.check(wanted) == [
        f"{raw}: 3 partitions, not 5",
        f"{raw}: retention.ms is 604800000, not 86400000",
        size[raw],
        f"{enriched}: 3 partitions, not 5",
        size[enriched],
        f"{rejected}: 3 partitions, not 5",
        size[rejected],
    ]


async def test_a_policy_that_was_never_set_is_a_difference_too(newsroom: Newsroom) -> None:
    async with admin(newsroom.settings) as client:
        raw = topics.wanted(newsroom.settings)[0]
        odd = dataclasses.replace(raw, policy={**raw.policy, "no.such.policy": "1"})
        assert await topics.differences(client, [odd]) == [f"{raw.name}: no.such.policy is not set, not 1"]


@pytest.mark.kafka
async def test_what_kafka_refuses_is_one_clear_line(kafka: str) -> None:
    with pytest.raises(OperationError, match=r"cannot create raw-.*(replication|broker)") as raised:
        await topics.apply(corner(kafka, replication=17))
    assert "\n" not in str(raised.value)


async def test_a_worker_without_topics_names_the_command_that_makes_them(broker: str) -> None:
    settings = corner(broker)
    with pytest.raises(OperationError, match=f"missing .*{settings.raw_topic}.*copydesk topics apply"):
        await worker.run(settings, asyncio.Event(), TASK)


async def test_a_kafka_that_does_not_answer_is_said_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(OperationError, match=f"Kafka at {address} did not answer within 0.5 s"):
            await worker.run(corner(address, connect_timeout_seconds=0.5), asyncio.Event(), TASK)
    with pytest.raises(OperationError, match=f"cannot reach Kafka at {address}"):
        await worker.run(corner(address, connect_timeout_seconds=5), asyncio.Event(), TASK)
