"""What Kafka answers, taken for what it means: a coordinator's silence is no offset, a refusal no broken connection."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    GroupCoordinatorNotAvailableError,
    GroupLoadInProgressError,
    InvalidTimestampError,
    KafkaConnectionError,
    KafkaError,
    KafkaTimeoutError,
    MessageSizeTooLargeError,
    TransactionalIdAuthorizationFailed,
)
from aiokafka.structs import OffsetAndMetadata

from copydesk.config import Settings
from copydesk.errors import OperationError, UnreachableError
from copydesk.stream import connection, delivery, lost_end, topics
from copydesk.stream.delivery import FencedError, Transactions, UndeliverableError, send_all
from copydesk.stream.record import Output
from tests.stream.newsroom import Newsroom

PARTITION = TopicPartition("raw", 0)


class FakeAdmin:
    """Gives the answers it was told to, one after the other; the last one for good."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)

    async def list_consumer_group_offsets(self, *_: Any, **__: Any) -> Any:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def answer(offset: int) -> dict[TopicPartition, OffsetAndMetadata]:
    return {PARTITION: OffsetAndMetadata(offset, "")}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_COORDINATOR_PAUSE_SECONDS", 0)


@pytest.mark.parametrize(
    ("answers", "offset"),
    [
        pytest.param([answer(17)], 17, id="it is known"),
        pytest.param([answer(-1)], 0, id="nothing was ever committed"),
        pytest.param([{}, {}, answer(17)], 17, id="the coordinator loads, and answers with nothing"),
        pytest.param([GroupCoordinatorNotAvailableError(), answer(17)], 17, id="there is no coordinator yet"),
    ],
)
async def test_the_committed_offset_is_asked_for_until_it_is_known(answers: list[Any], offset: int) -> None:
    assert (await delivery.committed(FakeAdmin(*answers), "group", PARTITION)).offset == offset


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        pytest.param(GroupAuthorizationFailedError(), GroupAuthorizationFailedError, id="not allowed: at once"),
        pytest.param(GroupCoordinatorNotAvailableError(), GroupCoordinatorNotAvailableError, id="never a coordinator"),
        pytest.param({}, GroupLoadInProgressError, id="never an answer"),
    ],
)
async def test_an_offset_is_never_guessed(answer: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        await delivery.committed(FakeAdmin(answer), "group", PARTITION)


class FakeProducer:
    """Answers each value as it was told to: at the door, later, or not at all."""

    def __init__(self, at_the_door: dict[bytes, Exception], later: dict[bytes, Exception]) -> None:
        self.at_the_door = at_the_door
        self.later = later
        self.sent: list[bytes] = []

    async def send(self, _: str, value: bytes, **__: Any) -> "asyncio.Future[None]":
        if value in self.at_the_door:
            raise self.at_the_door[value]
        self.sent.append(value)
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if value in self.later:
            answer.set_exception(self.later[value])
        else:
            answer.set_result(None)
        return answer


OUTPUTS = [Output("enriched", b"key", value) for value in (b"a", b"b", b"c")]


async def test_outputs_are_sent_in_their_order() -> None:
    producer = FakeProducer({}, {})
    await send_all(producer, OUTPUTS)
    assert producer.sent == [b"a", b"b", b"c"]


async def test_what_kafka_refuses_is_named_by_its_place_whether_at_the_door_or_later() -> None:
    producer = FakeProducer({b"a": MessageSizeTooLargeError("big")}, {b"c": MessageSizeTooLargeError("huge")})
    with pytest.raises(UndeliverableError) as raised:
        await send_all(producer, OUTPUTS)
    assert {place: cause.rpartition(": ")[2] for place, cause in raised.value.causes.items()} == {0: "big", 2: "huge"}


async def test_a_time_that_kafka_does_not_take_is_the_outputs_fault_or_our_clocks() -> None:
    producer = FakeProducer({}, {b"b": InvalidTimestampError()})
    with pytest.raises(UndeliverableError):
        await send_all(producer, [dataclasses.replace(output, timestamp=1) for output in OUTPUTS])
    with pytest.raises(OperationError, match="the clock of this machine"):
        await send_all(producer, OUTPUTS)


async def test_a_failure_that_is_no_fault_of_the_output_is_raised_as_it_is() -> None:
    with pytest.raises(KafkaTimeoutError):
        await send_all(FakeProducer({}, {b"b": KafkaTimeoutError()}), OUTPUTS)


@contextlib.asynccontextmanager
async def first_partition(settings: Settings) -> AsyncIterator[Transactions]:
    """The way out of the raw topic's first partition, not opened yet; closed in the end."""
    async with connection.admin(settings) as client:
        transactions = Transactions(settings, client, TopicPartition(settings.raw_topic, 0), "group")
        try:
            yield transactions
        finally:
            await transactions.close()


@pytest.mark.kafka
async def test_a_transaction_that_fails_in_the_middle_holds_no_reader_up(kafka_newsroom: Newsroom) -> None:
    raw = kafka_newsroom.settings.raw_topic
    first, nowhere, last = (
        Output(raw, None, b"first", partition=0),
        Output(raw, None, b"x", partition=99),
        Output(raw, None, b"last", partition=0),
    )
    async with first_partition(kafka_newsroom.settings) as transactions:
        assert await transactions.open() == 0
        with pytest.raises(AssertionError):
            await transactions.publish([first, nowhere], 1)
    await kafka_newsroom.push([last])
    assert [record.value for record in await kafka_newsroom.read(raw)] == [b"last"]


@pytest.mark.kafka
async def test_what_stands_beside_a_refused_output_goes_out_without_it(kafka_newsroom: Newsroom) -> None:
    raw = kafka_newsroom.settings.raw_topic
    huge = Output(raw, b"key", b"x" * (kafka_newsroom.settings.max_payload_bytes + connection.HEADROOM_BYTES))
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish([Output(raw, b"key", b"one")], 1)
        with pytest.raises(UndeliverableError):
            await transactions.publish([Output(raw, b"key", b"two"), huge, Output(raw, b"key", b"three")], 4)
        await transactions.publish([Output(raw, b"key", b"two"), Output(raw, b"key", b"three")], 4)
        await transactions.close()
        # Kafka answers a commit before the offset can be read; to open waits for it.
        assert await transactions.open() == 4
    assert [record.value for record in await kafka_newsroom.read(raw)] == [b"one", b"two", b"three"]


@pytest.mark.kafka
async def test_only_what_is_too_large_by_itself_is_refused(kafka_newsroom: Newsroom) -> None:
    settings = kafka_newsroom.settings.model_copy(update={"raw_topic": f"{kafka_newsroom.settings.raw_topic}-small"})
    topic = NewTopic(settings.raw_topic, 1, 1, topic_configs={"max.message.bytes": "4000"})
    small = [Output(settings.raw_topic, b"key", b"%d" % number * 1500) for number in range(5)]
    huge = Output(settings.raw_topic, b"key", b"x" * 6000)
    async with first_partition(settings) as transactions:
        await transactions._admin.create_topics([topic])
        await transactions.open()
        with pytest.raises(UndeliverableError) as raised:
            await transactions.publish([*small[:2], huge, *small[2:]], 6)
        assert list(raised.value.causes) == [2]
        await transactions.publish(small, 6)
        await transactions.close()
        assert await transactions.open() == 6
    assert [record.value for record in await Newsroom(settings).read(settings.raw_topic)] == [
        output.value for output in small
    ]


@pytest.mark.kafka
async def test_a_topic_that_is_deleted_meanwhile_is_not_waited_for_in_silence(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_LOOK_SECONDS", 2)
    enriched = kafka_newsroom.settings.enriched_topic
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish([Output(enriched, b"key", b"one")], 1)
        await transactions._admin.delete_topics([enriched])
        with pytest.raises(OperationError, match=f"missing .*: {enriched}; create with `copydesk topics apply`"):
            await transactions.publish([Output(enriched, b"key", b"two")], 2)


@pytest.mark.kafka
async def test_a_topic_that_comes_back_with_fewer_partitions_is_not_waited_for_in_silence(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_LOOK_SECONDS", 2)
    enriched = kafka_newsroom.settings.enriched_topic
    outputs = [Output(enriched, b"key %d" % number, b"value") for number in range(20)]
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish(outputs, 1)
        await transactions._admin.delete_topics([enriched])
        await topics.apply(kafka_newsroom.settings.model_copy(update={"partitions": 1}))
        with pytest.raises(OperationError, match=f"{enriched}/[12] is gone"):
            await transactions.publish(outputs, 2)


@pytest.mark.kafka
async def test_a_kafka_that_is_away_is_waited_for(kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_LOOK_SECONDS", 0.1)
    enriched = kafka_newsroom.settings.enriched_topic
    looks = 0

    async def list_topics() -> list[str]:
        nonlocal looks
        looks += 1
        raise KafkaConnectionError

    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        assert transactions._producer is not None
        commit = transactions._producer.commit_transaction

        async def commit_late() -> None:
            await asyncio.sleep(0.5)
            await commit()

        monkeypatch.setattr(transactions._admin, "list_topics", list_topics)
        monkeypatch.setattr(transactions._producer, "commit_transaction", commit_late)
        await transactions.publish([Output(enriched, b"key", b"one")], 1)
    assert looks > 1
    assert len(await kafka_newsroom.enriched()) == 1


def wrapped(cause: Exception) -> KafkaError:
    error = KafkaError(repr(cause))
    error.__cause__ = cause
    return error


@pytest.mark.kafka
@pytest.mark.parametrize(
    ("error", "is_tried_again"),
    [
        pytest.param(KafkaConnectionError("closed"), True, id="the connection broke"),
        pytest.param(wrapped(KafkaConnectionError("closed")), True, id="it broke while the coordinator was looked for"),
        pytest.param(ConnectionResetError("reset"), True, id="it broke at once"),
        pytest.param(KafkaError("no broker has the metadata"), True, id="aiokafka does not say why"),
        pytest.param(TransactionalIdAuthorizationFailed("id"), False, id="no right to the id"),
        pytest.param(wrapped(GroupAuthorizationFailedError("group")), False, id="no right to the group"),
    ],
)
async def test_a_producer_that_does_not_start_is_started_again_where_that_may_help(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, error: Exception, is_tried_again: bool
) -> None:
    monkeypatch.setattr(delivery, "_REFUSED_PAUSE_SECONDS", 0)
    whole = AIOKafkaProducer.start

    async def start(_: AIOKafkaProducer) -> None:
        monkeypatch.setattr(AIOKafkaProducer, "start", whole)
        raise error

    async with first_partition(kafka_newsroom.settings) as transactions:
        monkeypatch.setattr(AIOKafkaProducer, "start", start)
        if is_tried_again:
            assert await transactions.open() == 0
        else:
            with pytest.raises(OperationError, match="cannot reach Kafka"):
                await transactions.open()


@pytest.mark.kafka
async def test_a_kafka_that_answers_and_never_lets_us_begin_is_not_waited_for_without_end(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(delivery, "_REFUSED_SECONDS", 0.5)
    monkeypatch.setattr(delivery, "_REFUSED_PAUSE_SECONDS", 0)
    settings = kafka_newsroom.settings.model_copy(update={"connect_timeout_seconds": 0.2})

    async def start(_: AIOKafkaProducer) -> None:
        await asyncio.sleep(3600)

    async with connection.admin(kafka_newsroom.settings) as client:
        monkeypatch.setattr(AIOKafkaProducer, "start", start)
        transactions = Transactions(settings, client, TopicPartition(settings.raw_topic, 0), "group")
        with pytest.raises(UnreachableError, match=r"did not answer within 0\.2 s"):
            await transactions.open()
    assert caplog.messages[-1] == (
        f"{settings.raw_topic}/0: Kafka at {settings.bootstrap} did not answer within 0.2 s; trying again"
    )


@pytest.mark.kafka
@pytest.mark.parametrize("call", ["send_offsets_to_transaction", "commit_transaction"])
@pytest.mark.parametrize("is_done", [False, True], ids=["before it was done", "after it was done"])
async def test_what_a_broken_connection_leaves_unknown_is_found_out_and_no_record_is_lost_or_repeated(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, call: str, is_done: bool
) -> None:
    enriched = kafka_newsroom.settings.enriched_topic
    whole = getattr(AIOKafkaProducer, call)

    async def broken(producer: AIOKafkaProducer, *arguments: Any) -> None:
        monkeypatch.setattr(AIOKafkaProducer, call, whole)
        if is_done:
            await whole(producer, *arguments)
        raise KafkaError("Unexpected error during batch delivery")

    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish([Output(enriched, b"key", b"one")], 1)
        monkeypatch.setattr(AIOKafkaProducer, call, broken)
        await transactions.publish([Output(enriched, b"key", b"two")], 2)
        await transactions.publish([Output(enriched, b"key", b"three")], 3)
        await transactions.close()
        assert await transactions.open() == 3
    assert [record.value for record in await kafka_newsroom.enriched()] == [b"one", b"two", b"three"]


@pytest.mark.kafka
async def test_who_finds_that_another_went_on_meanwhile_lets_the_partition_go(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, enriched = kafka_newsroom.settings, kafka_newsroom.settings.enriched_topic
    whole = AIOKafkaProducer.commit_transaction
    async with first_partition(settings) as ours, first_partition(settings) as other:

        async def broken(_: AIOKafkaProducer) -> None:
            monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", whole)
            await other.open()
            await other.publish([Output(enriched, b"key", b"theirs")], 1)
            raise KafkaConnectionError

        await ours.open()
        monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", broken)
        with pytest.raises(FencedError):
            await ours.publish([Output(enriched, b"key", b"ours"), Output(enriched, b"key", b"ours too")], 2)
    assert [record.value for record in await kafka_newsroom.enriched()] == [b"theirs"]


@pytest.mark.kafka
async def test_what_fails_again_and_again_is_raised(kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_: AIOKafkaProducer) -> None:
        raise KafkaConnectionError("for good")

    monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", broken)
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        with pytest.raises(KafkaConnectionError, match="for good"):
            await transactions.publish([Output(kafka_newsroom.settings.enriched_topic, b"key", b"one")], 1)
    assert await kafka_newsroom.enriched() == []


@pytest.fixture
async def kafka_that_loses_ends(kafka_newsroom: Newsroom) -> AsyncIterator[Newsroom]:
    """A Kafka that lets outputs and offsets into a transaction of which its coordinator knows nothing."""

    async def verify(*, on: bool) -> None:
        async with connection.admin(kafka_newsroom.settings) as client:
            setting = {"transaction.partition.verification.enable": str(on).lower()}
            broker = (await client.describe_cluster())["brokers"][0]["node_id"]
            await client.alter_configs([ConfigResource(ConfigResourceType.BROKER, str(broker), setting)])

    await verify(on=False)
    yield kafka_newsroom
    await verify(on=True)


@pytest.mark.kafka
async def test_a_transaction_whose_end_kafka_lost_is_aborted_and_done_again(
    kafka_that_loses_ends: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(lost_end, "_PAUSE_SECONDS", 0)
    settings = kafka_that_loses_ends.settings
    raw, output = TopicPartition(settings.raw_topic, 0), Output(settings.enriched_topic, b"key", b"one")
    lost = connection.new_producer(settings, transactional_id=f"group-{raw.topic}-{raw.partition}")
    await lost.start()
    await lost.begin_transaction()
    manager = lost._txn_manager
    manager._txn_partitions.update(TopicPartition(output.topic, number) for number in range(settings.partitions))
    manager.consumer_group_added("group")
    await send_all(lost, [output])
    await lost.send_offsets_to_transaction({raw: OffsetAndMetadata(1, "")}, "group")
    await lost.stop()
    async with first_partition(settings) as transactions:
        assert await transactions.open() == 0
        assert caplog.messages[-1] == f"{raw.topic}/0: Kafka lost the end of a transaction; aborting it"
        await transactions.publish([output], 1)
        await transactions.close()
        caplog.clear()
        assert await transactions.open() == 1
        assert caplog.messages == []
    assert len(await kafka_that_loses_ends.enriched()) == 1


@pytest.mark.kafka
async def test_what_kafka_calls_committed_after_it_was_away_is_looked_for(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    enriched = kafka_newsroom.settings.enriched_topic
    whole = AIOKafkaProducer.commit_transaction

    async def only_said(producer: AIOKafkaProducer) -> None:
        monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", whole)
        producer._txn_manager.committing_transaction()
        producer._txn_manager.complete_transaction()

    monkeypatch.setattr(delivery, "_SLOW_SECONDS", 0)
    monkeypatch.setattr(lost_end, "_PAUSE_SECONDS", 0)
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish([Output(enriched, b"key", b"one")], 1)
        monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", only_said)
        await transactions.publish([Output(enriched, b"key", b"two")], 2)
    assert [record.value for record in await kafka_newsroom.enriched()] == [b"one", b"two"]


@pytest.mark.kafka
async def test_what_kafka_lost_that_it_had_called_committed_is_read_again_by_the_next_start(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: AIOKafkaProducer) -> None:
        raise KafkaConnectionError

    raw, enriched = kafka_newsroom.settings.raw_topic, kafka_newsroom.settings.enriched_topic
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        await transactions.publish([Output(enriched, b"key", b"one")], 1)
        monkeypatch.setattr(transactions, "_committed", OffsetAndMetadata(2, ""))
        monkeypatch.setattr(AIOKafkaProducer, "commit_transaction", broken)
        with pytest.raises(OperationError, match=f"{raw}/0: Kafka lost what it had called committed; start anew"):
            await transactions.publish([Output(enriched, b"key", b"three")], 3)


@pytest.mark.kafka
async def test_a_sender_that_waits_for_batches_nobody_sends_holds_nobody_up(
    kafka_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_CLOSE_SECONDS", 0.1)
    async with first_partition(kafka_newsroom.settings) as transactions:
        await transactions.open()
        assert transactions._producer is not None
        monkeypatch.setattr(transactions._producer._sender, "close", lambda: asyncio.sleep(3600))
        async with asyncio.timeout(10):
            await transactions.close()
        transactions._producer._sender.sender_task.cancel()


@pytest.mark.kafka
async def test_a_record_that_a_compacted_topic_does_not_take_is_refused(kafka_newsroom: Newsroom) -> None:
    topic = f"{kafka_newsroom.settings.raw_topic}-compact"
    async with connection.admin(kafka_newsroom.settings) as client:
        await client.create_topics([NewTopic(topic, 1, 1, topic_configs={"cleanup.policy": "compact"})])
    with pytest.raises(UndeliverableError, match="InvalidRecordError"):
        await kafka_newsroom.push([Output(topic, None, b"without key")])


async def test_a_client_that_does_not_close_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "_CLOSE_SECONDS", 0.05)
    await connection.closed(asyncio.sleep(3600), "the producer")
    assert caplog.messages == ["the producer did not close within 0.05 s; leaving it"]
