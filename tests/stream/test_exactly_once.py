"""Exactly once, under fire: workers killed, stopped and resumed, and the broker killed, on a real Kafka.

A read_committed reader sees each record's event once, and in the end the group has committed all there is.
"""

import asyncio
import signal
from collections.abc import Callable

import pytest
from aiokafka import TopicPartition

from copydesk.config import Settings
from copydesk.stream import topics
from copydesk.stream.connection import admin
from copydesk.stream.delivery import Transactions
from copydesk.stream.record import Output
from tests.stream.guarded_kafka import GuardedKafka
from tests.stream.newsroom import Newsroom, WorkerProcess, corner, session_of

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

ARTICLES = 1500

Start = Callable[[Settings], WorkerProcess]


async def push(newsroom: Newsroom) -> None:
    """Articles, and here and there something that kills its editing process or is rejected."""
    values = [b"article %d" % number for number in range(ARTICLES)]
    for number, value in ((200, b"crash"), (700, b"no article"), (1200, b"bug")):
        values[number] = value
    topic = newsroom.settings.raw_topic
    await newsroom.push([Output(topic, b"%d" % number, value) for number, value in enumerate(values)])


async def progress(newsroom: Newsroom) -> int:
    return sum((await newsroom.committed()).values())


async def until(newsroom: Newsroom, done: int, *workers: WorkerProcess) -> None:
    """Wait until so many records are done and committed; no longer than the workers live."""
    async with asyncio.timeout(120):
        while await progress(newsroom) < done:
            for worker in workers:
                worker.assert_alive()
            await asyncio.sleep(0.05)


async def until_gone(worker: WorkerProcess) -> None:
    """Wait until nothing of the worker lives: not the forkserver, not an editing process."""
    async with asyncio.timeout(10):
        while session_of(worker.pid):  # noqa: ASYNC110 - it is the kernel that is polled
            await asyncio.sleep(0.05)


async def assert_each_once_and_in_order(newsroom: Newsroom) -> None:
    raw = await newsroom.read(newsroom.settings.raw_topic)
    enriched, rejected = await newsroom.enriched(), await newsroom.rejected()
    sources = [(record.header("ce_id") or b"").decode() for record in enriched]
    for reject in rejected:
        names = ("topic", "partition", "offset")
        sources.append("/".join((reject.header(f"__connect.errors.{name}") or b"").decode() for name in names))
    assert len(sources) == len(set(sources)), "repeated"
    assert set(sources) == {record.coordinates for record in raw}, "lost"
    assert len(rejected) == 3
    latest: dict[tuple[int, str], int] = {}
    for event in enriched:
        came_from, _, offset = (event.header("ce_id") or b"").decode().rpartition("/")
        assert latest.get((event.partition, came_from), -1) < int(offset)
        latest[event.partition, came_from] = int(offset)
    ends = {number: sum(record.partition == number for record in raw) for number in range(newsroom.settings.partitions)}
    assert await newsroom.committed() == ends


async def test_one_worker_killed_three_times(kafka_newsroom: Newsroom, start_worker: Start) -> None:
    await push(kafka_newsroom)
    for share in (0.1, 0.4, 0.7):
        worker = start_worker(kafka_newsroom.settings)
        await until(kafka_newsroom, int(ARTICLES * share), worker)
        worker.kill()
        await until_gone(worker)
    worker = start_worker(kafka_newsroom.settings)
    await until(kafka_newsroom, ARTICLES, worker)
    worker.send(signal.SIGTERM)
    assert worker.wait() == 0
    await assert_each_once_and_in_order(kafka_newsroom)


async def test_two_workers_and_one_is_killed(kafka_newsroom: Newsroom, start_worker: Start) -> None:
    await push(kafka_newsroom)
    killed, other = start_worker(kafka_newsroom.settings), start_worker(kafka_newsroom.settings)
    await until(kafka_newsroom, ARTICLES // 3, killed, other)
    killed.kill()
    await until(kafka_newsroom, ARTICLES, other)
    other.send(signal.SIGTERM)
    assert other.wait() == 0
    await assert_each_once_and_in_order(kafka_newsroom)


async def test_a_worker_that_was_thought_dead_comes_back_and_writes_nothing_twice(
    kafka_newsroom: Newsroom, start_worker: Start
) -> None:
    await push(kafka_newsroom)
    zombie = start_worker(kafka_newsroom.settings)
    await until(kafka_newsroom, ARTICLES // 10, zombie)
    zombie.send(signal.SIGSTOP)
    other = start_worker(kafka_newsroom.settings)
    # Past its session: the other has its partitions and works on them when it wakes up.
    await until(kafka_newsroom, ARTICLES // 3, other)
    zombie.send(signal.SIGCONT)
    await until(kafka_newsroom, ARTICLES, zombie, other)
    for worker in (zombie, other):
        worker.send(signal.SIGTERM)
        assert worker.wait() == 0
    await assert_each_once_and_in_order(kafka_newsroom)


async def test_a_stop_in_the_middle_is_clean(kafka_newsroom: Newsroom, start_worker: Start) -> None:
    await push(kafka_newsroom)
    worker = start_worker(kafka_newsroom.settings)
    await until(kafka_newsroom, ARTICLES // 3, worker)
    worker.send(signal.SIGTERM)
    assert worker.wait() == 0
    await until_gone(worker)
    done = await progress(kafka_newsroom)
    assert ARTICLES // 3 <= done < ARTICLES
    assert len(await kafka_newsroom.enriched()) + len(await kafka_newsroom.rejected()) == done
    worker = start_worker(kafka_newsroom.settings)
    await until(kafka_newsroom, ARTICLES, worker)
    await assert_each_once_and_in_order(kafka_newsroom)


async def test_the_broker_is_killed_and_comes_back(guarded: GuardedKafka, start_worker: Start) -> None:
    newsroom = Newsroom(corner(**guarded.by_certificate()))
    await topics.apply(newsroom.settings)
    await push(newsroom)
    worker = start_worker(newsroom.settings)
    await until(newsroom, ARTICLES // 5, worker)
    guarded.kill()
    guarded.start()
    await until(newsroom, ARTICLES, worker)
    worker.send(signal.SIGTERM)
    assert worker.wait() == 0
    await assert_each_once_and_in_order(newsroom)


async def test_a_partition_that_is_opened_while_the_broker_is_away_waits_for_it(guarded: GuardedKafka) -> None:
    settings = corner(**{**guarded.by_certificate(), "connect_timeout_seconds": 3})
    await topics.apply(settings)
    async with admin(settings) as client:
        transactions = Transactions(settings, client, TopicPartition(settings.raw_topic, 0), settings.group)
        guarded.kill()
        opening = asyncio.create_task(transactions.open())
        await asyncio.sleep(5)
        assert not opening.done()
        await asyncio.to_thread(guarded.start)
        async with asyncio.timeout(120):
            assert await opening == 0
        await transactions.close()
