"""One editor worker, from its first look at Kafka to its last commit."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, cast

import faust
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.structs import OffsetAndMetadata
from faust.transport.drivers import aiokafka as driver

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.signals import before, stop_signals
from copydesk.stream import topics
from copydesk.stream.app import create_app
from copydesk.stream.connection import admin, answers, closed, connected, new_producer
from copydesk.stream.delivery import Delivery, FencedError, Plain, Transactions, has_transactions
from copydesk.stream.editor import Editor
from copydesk.stream.health import show_health
from copydesk.stream.logs import configure
from copydesk.stream.pool import EDIT_RECORD, Pool

log = logging.getLogger(__name__)

TakesPart = Callable[[], Awaitable[bool]]


def run_worker(settings: Settings, task: str = EDIT_RECORD) -> int:
    """Run one worker until a signal ends it; returns the exit code.

    task: what the editing processes call for each record, as "module:name".
    Raises OperationError where it cannot start or go on: nothing is lost, the next start takes it up again.
    """
    configure(settings)
    # The desk's work is parallel by processes; a linear-algebra library's threads in each would only get in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    asyncio.run(_run_until_signal(settings, task))
    return 0


async def _run_until_signal(settings: Settings, task: str) -> None:
    with stop_signals() as stop:
        await run(settings, stop, task)


async def run(settings: Settings, stop: asyncio.Event, task: str = EDIT_RECORD) -> None:
    """Run one worker until `stop` is set; then finish what is in flight, within the grace. Raises OperationError."""
    async with AsyncExitStack() as stack:
        started = await before(stop, _start(stack, settings, task))
        if started is None:
            log.info("stopped before it had begun")
            return
        client, pool, connect = started
        editor = Editor(settings, pool, connect)
        stack.push_async_callback(editor.close)
        app = create_app(settings, editor.take)
        connect.app = app
        joined = _follow_assignment(app, editor)

        async def takes_part() -> bool:
            return joined.is_set() and await answers(client)

        await _run_app(app, editor, settings, stop, takes_part)


async def _start(
    stack: AsyncExitStack, settings: Settings, task: str
) -> "tuple[AIOKafkaAdminClient, Pool, _Deliveries]":
    """Kafka found to be as it should, the desk loaded, and the way out."""
    client = await stack.enter_async_context(admin(settings))
    await topics.require(client, settings, [topic.name for topic in topics.wanted(settings)])
    transactional = await has_transactions(settings)
    pool = await stack.enter_async_context(Pool(settings, task))
    connect = _Deliveries(settings, client)
    if transactional:
        log.info("delivery: exactly once (each batch and its offset in one transaction)")
    else:
        await connect.share_producer(stack)
        log.warning("delivery: at least once, since this broker has no transactions; a repeat has the same ce_id")
    return client, pool, connect


class _Deliveries:
    """Makes each partition's way out: transactional, or plain where one producer was given to share."""

    def __init__(self, settings: Settings, client: AIOKafkaAdminClient) -> None:
        self._settings = settings
        self._client = client
        self._shared: Any = None
        self.app: faust.App | None = None

    async def share_producer(self, stack: AsyncExitStack) -> None:
        self._shared = new_producer(self._settings)
        stack.push_async_callback(lambda: closed(self._shared.stop(), "the producer"))
        await connected(self._shared.start(), self._settings)

    def __call__(self, partition: TopicPartition) -> Delivery:
        group = self._settings.group
        if self._shared is None:
            return Transactions(self._settings, self._client, partition, group)
        return Plain(self._shared, self._client, partition, group, self._commit)

    async def _commit(self, partition: TopicPartition, position: OffsetAndMetadata) -> None:
        assert self.app is not None
        # The consumer's own commit carries the member's generation, so that one who lost the partition cannot commit.
        consumer = cast("driver.Consumer", self.app.consumer)
        if not await consumer._commit({partition: position.offset}):  # noqa: SLF001
            raise FencedError(f"{partition.topic}/{partition.partition} was given to another worker")


def _follow_assignment(app: faust.App, editor: Editor) -> asyncio.Event:
    """Hand assignments on to the editor; the event is set while the worker has one."""
    joined = asyncio.Event()

    async def on_revoked(_: Any, /, *revoked: Any, **__: Any) -> None:
        joined.clear()
        await editor.release(TopicPartition(*partition) for partition in revoked[0])

    async def on_assigned(_: Any, /, *assigned: Any, **__: Any) -> None:
        joined.set()
        log.info("ready: %d partitions assigned", len(assigned[0]))

    # Signals hold their receivers weakly.
    app.on_partitions_revoked.connect(on_revoked, weak=False)
    app.on_partitions_assigned.connect(on_assigned, weak=False)
    return joined


async def _run_app(
    app: faust.App, editor: Editor, settings: Settings, stop: asyncio.Event, takes_part: TakesPart
) -> None:
    stopped: asyncio.Future[Any] = asyncio.create_task(stop.wait())
    starting: asyncio.Future[Any] = asyncio.create_task(app.start())
    crashed: asyncio.Future[Any] = asyncio.create_task(app.wait_until_stopped())
    failed: asyncio.Future[Any] = asyncio.ensure_future(editor.failure)
    showing: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    if settings.health_file is not None:
        showing = asyncio.create_task(show_health(settings.health_file, takes_part))
    try:
        await asyncio.wait({stopped, starting, failed}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done() and (error := starting.exception()) is not None:
            raise _as_operation(error)
        await asyncio.wait({stopped, crashed, failed, showing}, return_when=asyncio.FIRST_COMPLETED)
        if stopped.done():
            log.info("stopping: finishing what is in flight")
            draining: asyncio.Future[Any] = asyncio.create_task(editor.drain(settings.stop_grace_seconds))
            await asyncio.wait({draining, crashed, failed}, return_when=asyncio.FIRST_COMPLETED)
            if not draining.done():
                draining.cancel()
            elif not draining.result():
                log.warning(
                    "not all was finished within %g s; the next worker does the rest", settings.stop_grace_seconds
                )
    finally:
        await editor.close()
        await closed(app.stop(), "the consumer")
        for task in (stopped, starting, crashed, showing):
            task.cancel()
    if showing.done() and not showing.cancelled() and (error := showing.exception()) is not None:
        raise _as_operation(error)
    if editor.failure.done():
        raise _as_operation(editor.failure.result())
    if app.crash_reason is not None:
        raise _as_operation(app.crash_reason)
    log.info("stopped")


def _as_operation(error: BaseException) -> OperationError:
    if isinstance(error, OperationError):
        return error
    log.error("the worker cannot go on", exc_info=error)
    text = str(error) or type(error).__name__
    return OperationError(f"the worker cannot go on: {text}; nothing is lost, the next start takes it up again")
