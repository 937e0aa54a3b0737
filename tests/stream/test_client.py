"""The publisher's side: what was pushed is said, whatever happens."""

from collections.abc import Iterator

import pytest

from copydesk.client import push
from copydesk.errors import OperationError
from copydesk.feeds import Submission
from tests.stream.newsroom import Newsroom


async def test_all_is_pushed_in_order(newsroom: Newsroom) -> None:
    seen: list[str] = []
    articles = [Submission(f"feed:{number}", b"article %d" % number, key=b"one") for number in range(600)]
    assert await push(newsroom.settings, articles, lambda one, _: seen.append(one.origin)) == 600
    assert seen == [one.origin for one in articles]
    assert [record.value for record in await newsroom.read(newsroom.settings.raw_topic)] == [a.value for a in articles]


async def test_what_kafka_does_not_take_is_named_and_what_it_took_is_counted(newsroom: Newsroom) -> None:
    articles = [Submission(f"feed:{number}", b"article") for number in range(5)]
    huge = Submission("feed:huge", b"x" * 20_000_000)
    with pytest.raises(OperationError, match=r"feed:huge: Kafka refused it: .*; 5 articles were pushed"):
        await push(newsroom.settings, [*articles, huge])
    assert len(await newsroom.read(newsroom.settings.raw_topic)) == 5


async def test_a_file_that_cannot_be_read_is_named_and_what_was_pushed_is_counted(newsroom: Newsroom) -> None:
    def articles() -> Iterator[Submission]:
        yield Submission("good.txt", b"article")
        raise OperationError("cannot read nosuch.txt")

    with pytest.raises(OperationError, match=r"cannot read nosuch\.txt; 1 articles were pushed"):
        await push(newsroom.settings, articles())
