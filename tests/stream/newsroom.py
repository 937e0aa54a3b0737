"""A corner of a broker for one test: its own topics, its own group, and the workers that run there."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import AsyncGenerator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from aiokafka import TopicPartition

from copydesk.config import Settings
from copydesk.stream import worker
from copydesk.stream.connection import admin, new_producer
from copydesk.stream.delivery import committed, send_all
from copydesk.stream.reading import read_to_end
from copydesk.stream.record import Output, Record

ROOT = Path(__file__).parent.parent.parent
TASK = "tests.stream.desks:edit"


def corner(bootstrap: str, **given: Any) -> Settings:
    """Settings with topics and a group that nobody else has."""
    tag = uuid.uuid4().hex[:12]
    defaults: dict[str, Any] = {
        "bootstrap": bootstrap,
        "raw_topic": f"raw-{tag}",
        "enriched_topic": f"enriched-{tag}",
        "rejected_topic": f"rejected-{tag}",
        "group": f"group-{tag}",
        "partitions": 3,
        "workers": 2,
        "cpu_limit_seconds": 1,
        "wall_limit_seconds": 3,
        "memory_limit_mb": 128,
        "session_timeout_seconds": 6,
    }
    return Settings(**{**defaults, **given})


class Newsroom:
    """A corner of a broker with its topics, and what a test does there."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    async def push(self, outputs: Sequence[Output]) -> None:
        """Write records, to the raw topic where an output names none."""
        producer = new_producer(self.settings)
        await producer.start()
        try:
            await send_all(producer, outputs)
        finally:
            await producer.stop()

    async def push_values(self, *values: bytes | None, key: bytes | None = b"key") -> None:
        await self.push([Output(self.settings.raw_topic, key, value) for value in values])

    async def read(self, topic: str) -> list[Record]:
        """The committed records of a topic."""
        return [record async for record in read_to_end(self.settings, topic)]

    async def enriched(self) -> list[Record]:
        return await self.read(self.settings.enriched_topic)

    async def rejected(self) -> list[Record]:
        return await self.read(self.settings.rejected_topic)

    async def committed(self) -> dict[int, int]:
        """The group's offset in each partition of the raw topic."""
        async with admin(self.settings) as client:
            partitions = [TopicPartition(self.settings.raw_topic, number) for number in range(self.settings.partitions)]
            return {each.partition: (await committed(client, self.settings.group, each)).offset for each in partitions}

    async def behind(self) -> int:
        """Records of the raw topic that the group has not committed."""
        committed = await self.committed()
        return sum(
            1 for record in await self.read(self.settings.raw_topic) if record.offset >= committed[record.partition]
        )

    async def until_done(self, limit_seconds: float = 60) -> None:
        """Wait until the group has committed all there is."""
        async with asyncio.timeout(limit_seconds):
            while await self.behind():  # noqa: ASYNC110 - it is Kafka that is polled
                await asyncio.sleep(0.2)

    @contextlib.asynccontextmanager
    async def worker(self, task: str = TASK) -> AsyncGenerator[asyncio.Task[None], None]:
        """A worker in this process; stopped cleanly in the end."""
        stop = asyncio.Event()
        running = asyncio.create_task(worker.run(self.settings, stop, task))
        try:
            yield running
        finally:
            stop.set()
            await running


class WorkerProcess:
    """A worker in a process of its own."""

    def __init__(self, settings: Settings, log: Path, task: str = TASK) -> None:
        environment = {
            f"COPYDESK_{name.upper()}": str(value) for name, value in settings.printable().items() if value is not None
        }
        path = os.pathsep.join([str(ROOT), str(ROOT / "services")])
        self.log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("worker_process.py")), task],
                env={"PATH": os.environ["PATH"], "PYTHONPATH": path, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.pid = self._process.pid

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def wait(self, limit_seconds: float = 30) -> int:
        return self._process.wait(limit_seconds)

    def assert_alive(self) -> None:
        """Fails with what the worker said last, where it has ended."""
        if (code := self._process.poll()) is not None:
            pytest.fail(f"the worker ended with {code}:\n{self.log.read_text()[-5000:]}")

    def kill(self) -> None:
        """SIGKILL, as the kernel or an operator does it: to the worker alone."""
        self._process.kill()
        self._process.wait()

    def family(self) -> list[int]:
        """The processes of the worker's session: itself, the forkserver, the editing processes."""
        return session_of(self.pid)


def session_of(session: int) -> list[int]:
    """Living processes of a session (Linux)."""
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                members.append(int(stat.parent.name))
    return members


def wait_for(condition: Callable[[], bool], limit_seconds: float = 30) -> None:
    """Wait until the condition holds; fail where it never does."""
    deadline = time.monotonic() + limit_seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.05)
