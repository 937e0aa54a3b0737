"""What a worker leaves behind: each topic's contents and the group's offsets, the same on both brokers."""

import asyncio
import hashlib
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import RecordsToDelete

from copydesk.config import Settings
from copydesk.stream import app, connection, topics, worker
from copydesk.stream.connection import client_options
from copydesk.stream.record import Output, Record
from tests.stream.newsroom import TASK, Newsroom, WorkerProcess, corner, wait_for


def header(record: Record, name: str) -> str:
    value = record.header(name)
    assert value is not None
    return value.decode()


async def test_every_record_is_an_event_or_a_reject_and_all_is_committed(newsroom: Newsroom) -> None:
    settings = newsroom.settings
    trace = ("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
    now = int(time.time() * 1000)  # Kafka deletes at once what is older than the topic keeps.
    articles = [b"article %d" % number for number in range(40)]
    oddities: list[bytes | None] = [None, b"no article", b"bug", b"crash", b"exit", b"memory", b"spin"]
    values = [*articles[:20], *oddities, *articles[20:]]
    await newsroom.push(
        [
            Output(
                settings.raw_topic,
                b"key %d" % (number % 5),
                value,
                (trace, ("twice", b"1"), ("twice", None)),
                now + number,
            )
            for number, value in enumerate(values)
        ]
    )
    await newsroom.push([Output(settings.raw_topic, None, None, partition=0)])
    async with newsroom.worker():
        await newsroom.until_done()
    raw = {record.coordinates: record for record in await newsroom.read(settings.raw_topic)}
    enriched, rejected = await newsroom.enriched(), await newsroom.rejected()

    assert sorted(record.value or b"" for record in enriched) == sorted(b'{"body":"%s"}' % each for each in articles)
    for event in enriched:
        source = raw[header(event, "ce_id")]
        assert event.key == hashlib.sha256(source.value or b"").hexdigest()[:16].encode()
        assert header(event, "traceparent") == trace[1].decode()

    assert len(rejected) == len(oddities) + 1
    for reject in rejected:
        names = ("topic", "partition", "offset")
        source = raw["/".join(header(reject, f"__connect.errors.{name}") for name in names)]
        assert (reject.key, reject.value, reject.timestamp) == (source.key, source.value, source.timestamp)
        assert reject.headers[: len(source.headers)] == source.headers
    reasons = {reject.value: header(reject, "copydesk.errors.reason") for reject in rejected}
    assert reasons == {
        None: "payload",
        b"no article": "no_article",
        b"bug": "desk",
        b"crash": "too_costly",
        b"exit": "too_costly",
        b"memory": "too_costly",
        b"spin": "too_costly",
    }
    ends = {number: sum(record.partition == number for record in raw.values()) for number in range(3)}
    assert await newsroom.committed() == ends


async def test_order_within_a_key_is_kept_though_some_take_longer(newsroom: Newsroom) -> None:
    values = [b"%d" % number for number in range(30)]
    values[3] = b"spin"
    await newsroom.push_values(*values, key=b"one key")
    async with newsroom.worker():
        await newsroom.until_done()
    offsets = [int(header(event, "ce_id").rpartition("/")[2]) for event in await newsroom.enriched()]
    by_partition: dict[int, list[int]] = {}
    for event in await newsroom.enriched():
        by_partition.setdefault(event.partition, []).append(int(header(event, "ce_id").rpartition("/")[2]))
    assert sorted(offsets) == [number for number in range(30) if number != 3]
    assert all(each == sorted(each) for each in by_partition.values())


async def test_an_event_that_kafka_does_not_take_becomes_a_reject(newsroom: Newsroom) -> None:
    await newsroom.push_values(b"before", b"huge", b"after")
    async with newsroom.worker():
        await newsroom.until_done()
    assert sorted(event.value or b"" for event in await newsroom.enriched()) == [
        b'{"body":"after"}',
        b'{"body":"before"}',
    ]
    (reject,) = await newsroom.rejected()
    assert (reject.value, header(reject, "copydesk.errors.reason")) == (b"huge", "too_costly")
    assert "what it became does not fit into Kafka" in header(reject, "__connect.errors.exception.message")


@pytest.mark.slow
async def test_the_next_worker_goes_on_where_the_last_one_stopped(newsroom: Newsroom) -> None:
    await newsroom.push_values(*[b"first %d" % number for number in range(20)])
    async with newsroom.worker():
        await newsroom.until_done()
    await newsroom.push_values(*[b"second %d" % number for number in range(20)])
    async with newsroom.worker():
        await newsroom.until_done()
    events = await newsroom.enriched()
    assert len(events) == 40
    assert len({header(event, "ce_id") for event in events}) == 40


@pytest.mark.slow
async def test_a_stop_finishes_what_is_in_flight_and_commits_it(newsroom: Newsroom) -> None:
    await newsroom.push_values(*[b"%d" % number for number in range(400)])
    async with newsroom.worker():
        async with asyncio.timeout(30):
            while not await newsroom.enriched():  # noqa: ASYNC110 - it is Kafka that is polled
                await asyncio.sleep(0.01)
    async with asyncio.timeout(10):  # Kafka answers a commit before what it commits can be read
        while len(await newsroom.enriched()) != sum((await newsroom.committed()).values()):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    async with newsroom.worker():
        await newsroom.until_done()
    ids = [header(event, "ce_id") for event in await newsroom.enriched()]
    assert len(ids) == len(set(ids)) == 400


async def test_a_payload_over_the_limit_is_rejected_whole(broker: str) -> None:
    newsroom = Newsroom(corner(broker, max_payload_bytes=100_000))
    await topics.apply(newsroom.settings)
    value = b"x" * 150_000
    await newsroom.push_values(value, b"small")
    async with newsroom.worker():
        await newsroom.until_done()
    assert [event.value for event in await newsroom.enriched()] == [b'{"body":"small"}']
    (reject,) = await newsroom.rejected()
    assert reject.value == value


async def test_the_log_says_what_delivery_to_expect_and_when_the_worker_is_ready(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    caplog.set_level(logging.INFO, logger="copydesk")
    await newsroom.push_values(b"words")
    async with newsroom.worker():
        await newsroom.until_done()
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("copydesk")]
    promise = "exactly once" if "kafka" in request.node.name else "at least once"
    assert any(line.startswith(f"delivery: {promise}") for line in lines)
    assert "ready: 3 partitions assigned" in lines
    assert lines[-1] == "stopped"


@pytest.mark.kafka
async def test_a_reject_that_does_not_fit_leaves_its_payload_out_and_says_so(kafka: str) -> None:
    """A publisher may compress: what was small for the broker is large for us."""
    from aiokafka import AIOKafkaProducer

    from copydesk.stream import rejects

    newsroom = Newsroom(corner(kafka, max_payload_bytes=4096))
    await topics.apply(newsroom.settings)
    producer = AIOKafkaProducer(bootstrap_servers=kafka, compression_type="gzip", max_request_size=8 << 20)
    await producer.start()
    await producer.send_and_wait(newsroom.settings.raw_topic, b"x" * 4_000_000, key=b"key")
    await producer.stop()
    await newsroom.push_values(b"small")
    async with newsroom.worker():
        await newsroom.until_done()
    assert [event.value for event in await newsroom.enriched()] == [b'{"body":"small"}']
    (record,) = await newsroom.rejected()
    reject = rejects.read(record)
    assert reject is not None
    assert (record.key, record.value, reject.omitted_bytes) == (b"key", None, 4_000_000)


@pytest.mark.kafka
async def test_what_a_publisher_aborts_is_not_edited(kafka_newsroom: Newsroom) -> None:
    from copydesk.stream.connection import new_producer

    settings = kafka_newsroom.settings
    producer = new_producer(settings, transactional_id=f"{settings.group}-publisher")
    await producer.start()
    for value, commit in ((b"taken back", False), (b"meant", True)):
        await producer.begin_transaction()
        await producer.send_and_wait(settings.raw_topic, value, partition=0)
        await (producer.commit_transaction() if commit else producer.abort_transaction())
    await producer.stop()
    async with kafka_newsroom.worker():
        await kafka_newsroom.until_done()
    assert [event.value for event in await kafka_newsroom.enriched()] == [b'{"body":"meant"}']


async def commit(newsroom: Newsroom, offsets: dict[int, int]) -> None:
    """Have the group's offsets stand somewhere, before there is a worker."""
    consumer = AIOKafkaConsumer(
        **client_options(newsroom.settings), group_id=newsroom.settings.group, enable_auto_commit=False
    )
    await consumer.start()
    partitions = {TopicPartition(newsroom.settings.raw_topic, number): offset for number, offset in offsets.items()}
    consumer.assign(list(partitions))
    await consumer.commit(partitions)
    await consumer.stop()


@pytest.mark.kafka
@pytest.mark.parametrize("partitions", [1, 3, 4])
async def test_a_raw_topic_that_is_made_anew_is_read_from_its_beginning(
    kafka_newsroom: Newsroom, partitions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_METADATA_SECONDS", 1)
    anew = Newsroom(kafka_newsroom.settings.model_copy(update={"partitions": partitions}))
    await kafka_newsroom.push_values(*[b"before %d" % number for number in range(20)])
    async with kafka_newsroom.worker():
        await kafka_newsroom.until_done()
        async with connection.admin(anew.settings) as client:
            await client.delete_topics([anew.settings.raw_topic])
        await topics.apply(anew.settings)
        await anew.push_values(*[b"after %d" % number for number in range(10)])
        await anew.until_done()
    before = {b'{"body":"before %d"}' % number for number in range(20)}
    after = {b'{"body":"after %d"}' % number for number in range(10)}
    values = [event.value for event in await kafka_newsroom.enriched()]
    assert len(values) == 30
    assert set(values) == before | after


@pytest.mark.kafka
async def test_an_offset_beyond_the_topics_end_is_another_topics(
    kafka_newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    await commit(kafka_newsroom, dict.fromkeys(range(3), 500))
    await kafka_newsroom.push_values(b"a", b"b", b"c")
    async with kafka_newsroom.worker(), asyncio.timeout(30):
        while sum((await kafka_newsroom.committed()).values()) != 3:  # noqa: ASYNC110 - it is Kafka that is polled
            await asyncio.sleep(0.2)
    assert len(await kafka_newsroom.enriched()) == 3
    assert "ends before offset 500: it was made anew, or lost records; reading it from 0" in caplog.text


@pytest.mark.kafka
async def test_what_kafka_deleted_before_it_was_read_is_said(
    kafka_newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    raw = kafka_newsroom.settings.raw_topic
    await kafka_newsroom.push([Output(raw, None, b"%d" % number, partition=0) for number in range(10)])
    await commit(kafka_newsroom, {0: 2})
    async with connection.admin(kafka_newsroom.settings) as client:
        await client.delete_records({TopicPartition(raw, 0): RecordsToDelete(7)})
    async with kafka_newsroom.worker():
        await kafka_newsroom.until_done()
    assert {event.value for event in await kafka_newsroom.enriched()} == {b'{"body":"%d"}' % each for each in (7, 8, 9)}
    assert f"{raw}/0: offsets 2 to 6 were deleted before they were read" in caplog.messages


async def test_a_stop_while_kafka_is_waited_for_ends_the_waiting() -> None:
    stop = asyncio.Event()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        running = asyncio.create_task(worker.run(corner(address, connect_timeout_seconds=3600), stop, TASK))
        await asyncio.sleep(0.2)
        stop.set()
        await asyncio.wait_for(running, 30)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_ctrl_c_while_the_desk_is_loaded_is_a_clean_end(
    newsroom: Newsroom, start_worker: Callable[[Settings], WorkerProcess]
) -> None:
    process = start_worker(newsroom.settings)
    wait_for(lambda: len(process.family()) > 1)  # the forkserver is there
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait() == 0
    wait_for(lambda: process.family() == [])
    assert "Traceback" not in process.log.read_text()


def test_the_budget_of_time_in_these_tests_is_real() -> None:
    with pytest.raises(AssertionError, match="never came about"):
        wait_for(lambda: False, 0.1)
