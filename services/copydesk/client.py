"""A publisher's and a subscriber's side of the stream."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from itertools import count

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.cluster import ClusterMetadata
from aiokafka.errors import KafkaError
from aiokafka.structs import RecordMetadata

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.feeds import Submission
from copydesk.stream import header_names
from copydesk.stream.connection import client_options, closed, connected, largest_event, new_producer, stopped
from copydesk.stream.topics import partitions_of

OnPushed = Callable[[Submission, RecordMetadata], None]

# Enough to keep the broker busy, few enough to hold in memory.
_IN_FLIGHT = 256
# How long a push that is interrupted waits for Kafka's answers.
_LANDING_SECONDS = 5.0

# How often a follower looks whether partitions were added, and whether Kafka is still there.
_LOOK_SECONDS = 10.0
_TURNS = 3


async def push(settings: Settings, submissions: Iterable[Submission], on_pushed: OnPushed | None = None) -> int:
    """Push the submissions to the raw topic in order, each as it comes; returns how many, once all are acknowledged.

    `on_pushed` is called for each as it is acknowledged, with where it stands; where the push is cancelled, for what
    was on its way too. Raises OperationError where the broker refuses one, or cannot be reached, or has no such topic,
    or a file cannot be read: it says which were pushed.
    """
    topic = settings.raw_topic
    producer = new_producer(settings)
    flight = _Flight(on_pushed)
    try:
        await connected(producer.start(), settings)
        await partitions_of(producer.client, topic)
        flight.read(submissions)
        while (submission := await flight.next()) is not None:
            headers = list(submission.headers.items())
            try:
                flight.add(submission, await producer.send(topic, submission.value, submission.key, headers=headers))
            except KafkaError as error:
                raise _refused(submission, error) from None
        await flight.landed()
        flight.check()
    except OperationError as error:
        await flight.landed()
        raise OperationError(f"{error}; {flight.told()}") from None
    except asyncio.CancelledError:
        await flight.landed(_LANDING_SECONDS)
        raise
    finally:
        flight.close()
        await closed(producer.stop(), "the producer")
    return flight.pushed


class _Flight:
    """What was read and is not acknowledged yet, and what came of what is.

    A thread reads: what was read is on its way while more is waited for. It is a daemon, since a process that is told
    to end does not wait for input that may never come.
    """

    def __init__(self, on_pushed: OnPushed | None) -> None:
        self.pushed = 0
        self._last = (0, "")  # that was pushed: its number and its origin
        self._refused: list[tuple[int, str]] = []
        self._numbers = count(1)
        self._on_pushed = on_pushed
        self._loop = asyncio.get_running_loop()
        self._read: asyncio.Queue[Submission | Exception | None] = asyncio.Queue()
        self._sent: set[asyncio.Future[RecordMetadata]] = set()
        self._room = threading.Semaphore(_IN_FLIGHT)
        self._failure: OperationError | None = None  # the first that Kafka refused
        self._closed = False

    def read(self, submissions: Iterable[Submission]) -> None:
        threading.Thread(target=self._read_all, args=(submissions,), daemon=True).start()

    async def next(self) -> Submission | None:
        """The next one that was read, None after the last. Raises a failure as soon as there is one."""
        found = await self._read.get()
        self.check()
        if isinstance(found, Exception):
            raise found
        return found

    def add(self, submission: Submission, sent: "asyncio.Future[RecordMetadata]") -> None:
        self._sent.add(sent)
        sent.add_done_callback(partial(self._answered, next(self._numbers), submission))

    async def landed(self, limit_seconds: float | None = None) -> None:
        """Wait until Kafka has answered for all that was sent."""
        if self._sent:
            await asyncio.wait(self._sent, timeout=limit_seconds)

    def check(self) -> None:
        """Raise the failure, if there is one."""
        if self._failure is not None:
            raise self._failure

    def told(self) -> str:
        """Which were pushed, in words: whoever goes on from there leaves nothing out and repeats nothing."""
        number, last = self._last
        left = [origin for refused, origin in sorted(self._refused) if refused < number]
        but = f" but {', '.join(left)}" if left else ""
        return f"{self.pushed} articles were pushed" + (f", all up to {last}{but}" if self.pushed else "")

    def close(self) -> None:
        self._closed = True
        self._room.release()

    def _answered(self, number: int, submission: Submission, sent: "asyncio.Future[RecordMetadata]") -> None:
        self._sent.discard(sent)
        self._room.release()
        if (error := sent.exception()) is None:
            self.pushed += 1
            self._last = max(self._last, (number, submission.origin))
            if self._on_pushed is not None:
                self._on_pushed(submission, sent.result())
            return
        self._refused.append((number, submission.origin))
        if self._failure is None:
            self._failure = _refused(submission, error)
            self._read.put_nowait(None)  # it is not to wait for more

    def _read_all(self, submissions: Iterable[Submission]) -> None:
        found: Submission | Exception | None = None
        with suppress(RuntimeError):  # the loop has ended
            try:
                for found in submissions:
                    self._room.acquire()
                    if self._closed:
                        return
                    self._loop.call_soon_threadsafe(self._read.put_nowait, found)
                found = None
            except Exception as error:  # it is raised where the next one is taken
                found = error
            self._loop.call_soon_threadsafe(self._read.put_nowait, found)


def _refused(submission: Submission, error: BaseException) -> OperationError:
    return OperationError(f"{submission.origin}: Kafka refused it: {error}")


@asynccontextmanager
async def follow(settings: Settings, topics: Sequence[str], *, from_start: bool) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of the topics, committed records only, that stands at their end or at the first record kept.

    Partitions that are added meanwhile are read too, from their beginning. Raises OperationError where Kafka cannot be
    reached or has no such topic, and in the middle of the block once Kafka has not answered for the time set for it.
    """
    header_names.tolerate()
    consumer = AIOKafkaConsumer(
        **client_options(settings),
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=largest_event(settings),
    )
    try:
        await connected(consumer.start(), settings)
        client = consumer._client  # noqa: SLF001 - the consumer has no public call for a topic it is not subscribed to
        assigned = []
        for topic in topics:
            partitions = await partitions_of(client, topic)
            assigned += [TopicPartition(topic, partition) for partition in partitions]
        consumer.assign(assigned)
        if from_start:
            await consumer.seek_to_beginning(*assigned)
        else:
            await consumer.seek_to_end(*assigned)
        async with _kept_up(consumer, topics, settings):
            yield consumer
    except KafkaError as error:
        raise OperationError(f"lost Kafka at {settings.bootstrap}: {error}") from None
    finally:
        await stopped(consumer)


@asynccontextmanager
async def _kept_up(consumer: AIOKafkaConsumer, topics: Sequence[str], settings: Settings) -> AsyncIterator[None]:
    """Look after a consumer meanwhile: one that waits for records says neither that partitions were added nor that
    Kafka is gone. Raises OperationError where it is."""
    silence = settings.connect_timeout_seconds
    try:
        async with asyncio.timeout(None) as end:
            looking = asyncio.create_task(_look(consumer, topics, silence, lambda: end.reschedule(0)))
            try:
                yield
            finally:
                looking.cancel()
    except TimeoutError:
        if not end.expired():
            raise
        raise OperationError(f"lost Kafka at {settings.bootstrap}: no answer for {silence:g} s") from None


async def _look(
    consumer: AIOKafkaConsumer, topics: Sequence[str], silence_seconds: float, lost: Callable[[], None]
) -> None:
    """Take on new partitions as they come; call `lost` once Kafka does not answer for so long."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        there = await _metadata(consumer, silence_seconds)
        if there is None:
            lost()
            return
        partitions = {
            TopicPartition(topic, number) for topic in topics for number in there.partitions_for_topic(topic) or ()
        }
        if new := partitions - consumer.assignment():
            await _assign_too(consumer, new)


async def _metadata(consumer: AIOKafkaConsumer, limit_seconds: float) -> ClusterMetadata | None:
    """What Kafka has; None where it does not answer within the limit.

    It is asked several times: where a slow reader of our output stops this process, it was not Kafka that was late.
    """
    turn = limit_seconds / _TURNS
    for _ in range(_TURNS):
        try:
            async with asyncio.timeout(turn):
                return await consumer._client.fetch_all_metadata()  # noqa: SLF001 - as above
        except TimeoutError:
            continue
        except KafkaError:
            await asyncio.sleep(turn)
    return None


async def _assign_too(consumer: AIOKafkaConsumer, new: Iterable[TopicPartition]) -> None:
    """Assign the new partitions beside the old, which go on where they stand: aiokafka would begin them again."""
    # None of this waits, so that no record is read meanwhile: a position that is known is returned at once.
    positions = {partition: await consumer.position(partition) for partition in consumer.assignment()}
    consumer.assign([*positions, *new])
    for partition, position in positions.items():
        consumer.seek(partition, position)
