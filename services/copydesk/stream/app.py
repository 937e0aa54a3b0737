"""The Faust app: it joins the group, reads the raw topic and hands every record to the editor. It never commits."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiokafka
import faust
from aiokafka.errors import IllegalStateError, KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from faust.transport.drivers import aiokafka as driver

from copydesk.config import Settings
from copydesk.stream import header_names
from copydesk.stream.connection import HEADROOM_BYTES, ssl_context
from copydesk.stream.reading import as_record
from copydesk.stream.record import Record

# Faust's own default, 4096, held 278 MB of 64 KB messages.
_BUFFERED_RECORDS = 32

_REQUEST_TIMEOUT_SECONDS = 90.0  # Faust's own default

# How soon it shows that a topic was made anew, or has more partitions; Faust's own default is five minutes.
_METADATA_SECONDS = 10

_LOOK_SECONDS = 1.0

_FAUST_SECOND = 1000  # milliseconds: its timestamps count seconds

# Faust names a service's logger after the module of its class; these lines are Faust's, not ours.
_FAUST_LOG = logging.getLogger("faust.services")

log = logging.getLogger(__name__)

Take = Callable[[Record, Callable[[], bool]], Awaitable[None]]


class _ConsumerThread(driver.AIOKafkaConsumerThread):
    """Reads committed records only: a publisher (or a redrive) may write in transactions, and abort one."""

    logger = _FAUST_LOG

    async def on_start(self) -> None:
        await super().on_start()
        self.add_future(self._end_where_the_group_is_refused())

    async def _end_where_the_group_is_refused(self) -> None:
        """aiokafka keeps such an error for the next poll, and Faust polls nothing before it has partitions."""
        coordinator = self._ensure_consumer()._coordinator  # noqa: SLF001
        while not self.should_stop:
            try:
                coordinator.check_errors()
            except KafkaError as error:
                asyncio.run_coroutine_threadsafe(self.app.crash(error), self.parent_loop)
                return
            await self.sleep(_LOOK_SECONDS)

    async def _fetch_records(
        self, consumer: aiokafka.AIOKafkaConsumer, *args: Any, **options: Any
    ) -> Mapping[aiokafka.TopicPartition, list[Any]]:
        try:
            records: Mapping[aiokafka.TopicPartition, list[Any]] = await super()._fetch_records(
                consumer, *args, **options
            )
        except NoOffsetForPartitionError as error:
            with contextlib.suppress(IllegalStateError):  # given to another worker meanwhile
                await consumer.seek_to_beginning(*error.args)
        except OffsetOutOfRangeError as error:
            for partition, offset in error.args[0].items():
                await _find_again(consumer, partition, offset)
        else:
            return records
        return {}

    def _create_worker_consumer(self, transport: driver.Transport) -> aiokafka.AIOKafkaConsumer:
        consumer = super()._create_worker_consumer(transport)
        # Faust ties this to its own transactions, which we do not use; the fetcher that reads it is made later.
        consumer._isolation_level = "read_committed"  # noqa: SLF001
        return consumer


async def _find_again(consumer: aiokafka.AIOKafkaConsumer, partition: aiokafka.TopicPartition, offset: int) -> None:
    """Go on in a partition that does not have the offset to be read next. aiokafka itself would, and say nothing."""
    name = f"{partition.topic}/{partition.partition}"
    try:
        first = (await consumer.beginning_offsets([partition]))[partition]
        if offset < first:
            log.error("%s: offsets %d to %d were deleted before they were read", name, offset, first - 1)
            consumer.seek(partition, first)
            return
        # Everything that knows an offset of the old topic has to forget it: Faust, which would drop what is numbered
        # lower, the outbox, and the group. Nothing is read before the group has been joined anew.
        await consumer.commit({partition: first})
    except KafkaError as error:
        log.warning("%s: does not have offset %d; where it begins is not known yet: %s", name, offset, error)
    else:
        log.error(
            "%s ends before offset %d: it was made anew, or lost records; reading it from %d", name, offset, first
        )
        consumer._coordinator.request_rejoin()  # noqa: SLF001 - nothing public does


class _Consumer(driver.Consumer):
    logger = _FAUST_LOG

    def _new_consumer_thread(self) -> driver.AIOKafkaConsumerThread:
        return _ConsumerThread(self, loop=self.loop, beacon=self.beacon)


class _Transport(driver.Transport):
    Consumer = _Consumer


class EditorApp(faust.App):
    """A Faust app without tables and web server, and so without anything on disk."""

    logger = _FAUST_LOG

    def _create_directories(self) -> None:
        """The file system may be read-only, and nothing would be put there."""

    def _new_transport(self) -> driver.Transport:
        return _Transport(self.conf.broker_consumer, self)


def create_app(settings: Settings, take: Take) -> faust.App:
    """The app that reads the raw topic and awaits `take` for each record, in order within a partition.

    take: gets the record, and a function that says whether the assignment it was read under still holds.
    """
    header_names.tolerate()
    app = EditorApp(
        settings.group,
        broker=[f"kafka://{address.strip()}" for address in settings.require_bootstrap().split(",")],
        broker_credentials=credentials(settings),
        broker_session_timeout=settings.session_timeout_seconds,
        # Faust wants it to be no shorter than the session's.
        broker_request_timeout=max(_REQUEST_TIMEOUT_SECONDS, settings.session_timeout_seconds),
        broker_heartbeat_interval=settings.session_timeout_seconds / 10,
        broker_max_poll_records=_BUFFERED_RECORDS,
        consumer_max_fetch_size=settings.max_payload_bytes + HEADROOM_BYTES,
        consumer_auto_offset_reset="none",  # see _find_again
        consumer_group_instance_id=settings.instance,
        consumer_metadata_max_age_ms=_METADATA_SECONDS * 1000,
        key_serializer="raw",
        value_serializer="raw",
        store="memory://",
        stream_buffer_maxsize=_BUFFERED_RECORDS,
        stream_wait_empty=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
    )
    # Bytes as they came: a typed topic acknowledges first and decodes after, and loses what it cannot decode.
    raw = app.topic(
        settings.raw_topic, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw", acks=False
    )

    # More than one would commit past messages still being worked on; the pool does the work in parallel.
    @app.agent(raw, concurrency=1, name="editor")
    async def editor(stream: Any) -> None:
        async for event in stream.noack().events():
            message = event.message

            def still_ours(generation: int = message.generation_id) -> bool:
                return bool(app.consumer_generation_id == generation and app.flow_control.is_active())

            await take(as_record(message, _FAUST_SECOND), still_ours)

    return app


def credentials(settings: Settings) -> Any:
    """The credentials in Faust's words; None for a plain connection."""
    context = ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        assert settings.sasl_password is not None
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password.get_secret_value(),
            mechanism=settings.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context is not None else None
