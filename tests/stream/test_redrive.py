"""The way back: a reject stands on the raw topic again as it came, and no second time."""

import time

import pytest

from copydesk.errors import OperationError
from copydesk.stream import redrive
from copydesk.stream.record import PUSHED, Output, Record
from copydesk.stream.rejects import Reject
from tests.stream.newsroom import Newsroom, corner


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
    from copydesk.stream import rejects
    from copydesk.stream.task import Refused

    topic = newsroom.settings.rejected_topic
    record = Record(newsroom.settings.raw_topic, 0, 5, 1, b"key", b"x" * 100)
    bare = rejects.without_payload(record, Refused("too_costly", "E", "too large"), topic, "group")
    await newsroom.push([Output(topic, b"key", b"somebody's"), bare])
    done = await redrive.redrive_all(newsroom.settings)
    assert done.count == 0
    assert sorted(done.left.values()) == [
        f"its payload of 100 bytes did not fit and is on {newsroom.settings.raw_topic}/0/5 only",
        "not written by Copydesk",
    ]
    assert await newsroom.read(newsroom.settings.raw_topic) == []


async def test_without_a_rejected_topic_there_is_one_clear_line(broker: str) -> None:
    settings = corner(broker)
    with pytest.raises(
        OperationError, match=f"no topic {settings.rejected_topic}; create with `copydesk topics apply`"
    ):
        await redrive.redrive_all(settings)
    with pytest.raises(OperationError, match=f"no topic {settings.rejected_topic}"):
        _ = [reject async for reject in redrive.list_rejects(settings)]
