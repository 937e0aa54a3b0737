"""The way back: a reject stands on the raw topic again as it came, and no second time."""

import dataclasses
import time
from collections.abc import Sequence

import pytest
from aiokafka.admin import NewTopic

from copydesk.errors import NoArticleError, OperationError
from copydesk.stream import redrive, rejects, topics
from copydesk.stream.connection import HEADROOM_BYTES, admin
from copydesk.stream.record import PUSHED, Output, Record
from copydesk.stream.rejects import Reject
from copydesk.stream.task import Refused
from tests.stream.newsroom import Newsroom, corner

# Rejects keep their records' time, from which Kafka counts how long it keeps them.
_NOW = int(time.time() * 1000)


def as_pushed(record: Record) -> Output:
    """What a publisher gave of a record, and when."""
    headers = tuple((name, value) for name, value in record.headers if name != PUSHED)
    return Output(record.topic, record.key, record.value, headers, record.pushed, record.partition)


async def rejected(newsroom: Newsroom, count: int) -> list[Reject]:
    """Push so many payloads that are rejected, and have them rejected."""
    now = int(time.time() * 1000) - 60_000
    outputs = [
        Output(
            newsroom.settings.raw_topic,
            b"key %d" % (number % 4),
            b"bug" if number % 2 else b"no article",
            (("number", b"%d" % number), ("__connect.errors.topic", b"the publisher's own")),
            now + number,
        )
        for number in range(count)
    ]
    await newsroom.push(outputs)
    async with newsroom.worker():
        await newsroom.until_done()
    return [reject async for reject in redrive.list_rejects(newsroom.settings)]


async def test_every_reject_goes_back_as_it_came_and_only_once(newsroom: Newsroom) -> None:
    pushed = await rejected(newsroom, 25)
    before = await newsroom.read(newsroom.settings.raw_topic)
    started = int(time.time() * 1000)
    assert await redrive.redrive_all(newsroom.settings) == redrive.Redriven(25, {})
    raw = await newsroom.read(newsroom.settings.raw_topic)
    back = [record for record in raw if record not in before]
    assert len(pushed) == len(back) == 25
    assert sorted(map(as_pushed, back), key=str) == sorted(map(as_pushed, before), key=str)
    assert all(record.timestamp is not None and record.timestamp >= started for record in back)
    assert await redrive.redrive_all(newsroom.settings) == redrive.Redriven(0, {})
    assert len(await newsroom.read(newsroom.settings.raw_topic)) == 50


@pytest.mark.slow
async def test_what_is_rejected_again_can_go_back_again(newsroom: Newsroom) -> None:
    await rejected(newsroom, 3)
    await redrive.redrive_all(newsroom.settings)
    async with newsroom.worker():
        await newsroom.until_done()
    assert await redrive.redrive_all(newsroom.settings) == redrive.Redriven(3, {})


async def test_named_rejects_go_back_by_either_name(newsroom: Newsroom) -> None:
    first, second, *_ = await rejected(newsroom, 6)
    names = [first.origin, second.record.coordinates, "raw/0/99"]
    before = await newsroom.read(newsroom.settings.raw_topic)
    assert await redrive.redrive_some(newsroom.settings, names) == redrive.Redriven(2, {"raw/0/99": "no such reject"})
    back = [record for record in await newsroom.read(newsroom.settings.raw_topic) if record not in before]
    assert sorted(map(as_pushed, back), key=str) == sorted(
        (as_pushed(each.original) for each in (first, second)), key=str
    )


async def test_what_is_not_ours_or_has_no_payload_is_left_and_said(newsroom: Newsroom) -> None:
    topic = newsroom.settings.rejected_topic
    record = Record(newsroom.settings.raw_topic, 0, 5, _NOW, b"key", b"x" * 100)
    bare = rejects.without_payload(record, Refused("too_costly", "E", "too large"), topic, "group")
    await newsroom.push([Output(topic, b"key", b"somebody's"), bare])
    done = await redrive.redrive_all(newsroom.settings)
    assert done.count == 0
    assert sorted(done.left.values()) == [
        f"its payload of 100 bytes did not fit and is on {newsroom.settings.raw_topic}/0/5 only",
        "not written by Copydesk",
    ]
    assert await newsroom.read(newsroom.settings.raw_topic) == []


def rejects_of(newsroom: Newsroom, records: Sequence[Record]) -> list[Output]:
    """What a worker writes for records that it cannot edit, all into one partition."""
    topic, group = newsroom.settings.rejected_topic, newsroom.settings.group
    refused = Refused.because(NoArticleError("no article in it"))
    outputs = [rejects.rejected(record, refused, topic, group) for record in records]
    return [dataclasses.replace(output, partition=0) for output in outputs]


async def test_what_has_no_place_to_go_back_to_is_left_and_the_others_go(newsroom: Newsroom) -> None:
    raw = newsroom.settings.raw_topic
    nowhere = [Record(raw, 99, 0, _NOW, None, b"no partition"), Record(f"{raw}-old", 0, 0, _NOW, b"key", b"no topic")]
    somewhere = [Record(raw, 99, 1, _NOW, b"key", b"by its key"), Record(raw, 2, 1, _NOW, None, b"to its partition")]
    reasons = [f"its partition {raw}/99 is gone", f"its topic {raw}-old is gone"]
    records = [somewhere[0], *nowhere, somewhere[1]]
    await newsroom.push(rejects_of(newsroom, records))
    names = [f"{newsroom.settings.rejected_topic}/0/{offset}" for offset in range(4)]

    left = dict(zip(names[1:3], reasons, strict=True))
    assert await redrive.redrive_all(newsroom.settings) == redrive.Redriven(2, left)
    assert {record.value for record in await newsroom.read(raw)} == {b"by its key", b"to its partition"}
    assert await redrive.redrive_some(newsroom.settings, names) == redrive.Redriven(2, left)
    assert len(await newsroom.read(raw)) == 4
    assert (await redrive.redrive_all(newsroom.settings)).count == 0


@pytest.mark.kafka
async def test_what_was_left_goes_back_once_its_cause_is_mended(kafka_newsroom: Newsroom) -> None:
    settings = kafka_newsroom.settings
    old = settings.model_copy(update={"raw_topic": f"{settings.raw_topic}-old"})
    topics_of = [settings.raw_topic, old.raw_topic, settings.raw_topic, old.raw_topic, old.raw_topic]
    records = [Record(topic, 0, number, _NOW, b"key", b"%d" % number) for number, topic in enumerate(topics_of)]
    outputs = rejects_of(kafka_newsroom, records)
    await kafka_newsroom.push([*outputs[:3], Output(settings.rejected_topic, b"key", b"somebody's", partition=0)])
    for output in outputs[3:]:
        await kafka_newsroom.push([output])

    left = {f"{settings.rejected_topic}/0/{offset}": f"its topic {old.raw_topic} is gone" for offset in (1, 4, 5)}
    others = {f"{settings.rejected_topic}/0/3": "not written by Copydesk"}
    assert await redrive.redrive_all(settings) == redrive.Redriven(2, left | others)
    await kafka_newsroom.push([outputs[0]])
    assert await redrive.redrive_all(settings) == redrive.Redriven(1, left)
    await topics.apply(old)
    assert await redrive.redrive_all(settings) == redrive.Redriven(3, {})
    assert [record.value for record in await kafka_newsroom.read(old.raw_topic)] == [b"1", b"3", b"4"]
    assert [record.value for record in await kafka_newsroom.read(settings.raw_topic)] == [b"0", b"2", b"0"]
    assert await redrive.redrive_all(settings) == redrive.Redriven(0, {})


@pytest.mark.kafka
async def test_a_redrive_in_batches_keeps_what_is_left_too(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redrive, "_BATCH", 2)
    settings = kafka_newsroom.settings
    old = settings.model_copy(update={"raw_topic": f"{settings.raw_topic}-old"})
    records = [
        Record(old.raw_topic if number % 3 == 0 else settings.raw_topic, 0, number, _NOW, b"key", b"%d" % number)
        for number in range(20)
    ]
    await kafka_newsroom.push(rejects_of(kafka_newsroom, records))
    done = await redrive.redrive_all(settings)
    assert (done.count, len(done.left)) == (13, 7)
    await topics.apply(old)
    assert await redrive.redrive_all(settings) == redrive.Redriven(7, {})
    assert [int(record.value or b"") for record in await kafka_newsroom.read(old.raw_topic)] == [*range(0, 20, 3)]
    assert await redrive.redrive_all(settings) == redrive.Redriven(0, {})


@pytest.mark.kafka
async def test_where_more_is_left_than_can_be_noted_nothing_is_passed_over(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redrive, "_NOTE_CHARACTERS", 20)
    settings = kafka_newsroom.settings
    records = [
        Record(settings.raw_topic if number % 2 else "gone", 0, number, _NOW, b"key", b"%d" % number)
        for number in range(30)
    ]
    await kafka_newsroom.push(rejects_of(kafka_newsroom, records))
    for _ in range(2):
        with pytest.raises(OperationError, match=r"its topic gone is gone.*or name those to put back"):
            await redrive.redrive_all(settings)
    assert await kafka_newsroom.read(settings.raw_topic) == []


@pytest.mark.kafka
async def test_what_kafka_does_not_take_back_is_left_and_the_others_go(kafka_newsroom: Newsroom) -> None:
    raw, rejected_topic = kafka_newsroom.settings.raw_topic, kafka_newsroom.settings.rejected_topic
    huge = b"x" * (kafka_newsroom.settings.max_payload_bytes + HEADROOM_BYTES)  # a publisher's, who compressed it
    values = [b"before", huge, b"after"]
    records = [Record(raw, 0, offset, _NOW, b"key", value) for offset, value in enumerate(values)]
    await kafka_newsroom.push(rejects_of(kafka_newsroom, records))
    done = await redrive.redrive_all(kafka_newsroom.settings)
    assert (done.count, list(done.left)) == (2, [f"{rejected_topic}/0/1"])
    assert done.left[f"{rejected_topic}/0/1"].startswith("Kafka does not take it back: ")
    assert [record.value for record in await kafka_newsroom.read(raw)] == [b"before", b"after"]
    assert await redrive.redrive_all(kafka_newsroom.settings) == redrive.Redriven(0, done.left)
    named = await redrive.redrive_some(kafka_newsroom.settings, [f"{raw}/0/0", f"{raw}/0/1"])
    assert (named.count, list(named.left)) == (1, [f"{raw}/0/1"])
    assert [record.value for record in await kafka_newsroom.read(raw)] == [b"before", b"after", b"before"]


@pytest.mark.kafka
async def test_what_is_too_large_by_itself_is_left_and_none_beside_it(kafka_newsroom: Newsroom) -> None:
    raw = f"{kafka_newsroom.settings.raw_topic}-small"
    async with admin(kafka_newsroom.settings) as client:
        await client.create_topics([NewTopic(raw, 1, 1, topic_configs={"max.message.bytes": "4000"})])
    values = [b"a" * 1500, b"x" * 6000, b"b" * 1500, b"c" * 1500]
    records = [Record(raw, 0, number, _NOW, b"key", value) for number, value in enumerate(values)]
    await kafka_newsroom.push(rejects_of(kafka_newsroom, records))
    named = await redrive.redrive_some(kafka_newsroom.settings, [record.coordinates for record in records])
    assert (named.count, list(named.left)) == (3, [f"{raw}/0/1"])
    done = await redrive.redrive_all(kafka_newsroom.settings)
    assert (done.count, list(done.left)) == (3, [f"{kafka_newsroom.settings.rejected_topic}/0/1"])
    assert [record.value for record in await kafka_newsroom.read(raw)] == [values[0], *values[2:]] * 2


async def test_without_a_rejected_topic_there_is_one_clear_line(broker: str) -> None:
    settings = corner(broker)
    with pytest.raises(
        OperationError, match=f"no topic {settings.rejected_topic}; create with `copydesk topics apply`"
    ):
        await redrive.redrive_all(settings)
    with pytest.raises(OperationError, match=f"no topic {settings.rejected_topic}"):
        _ = [reject async for reject in redrive.list_rejects(settings)]
