"""The pool: editing processes that may hang, crash or run out of memory, and the worker lives on.

Each process has a pipe of its own and serves one record at a time, so a death concerns one record only, and waiting
for a free process is no part of a record's time limit. Processes come from the forkserver: it has loaded the desk
once, so a fresh one is there in milliseconds and shares the models' memory; it has no threads, so forking is safe.
"""

import asyncio
import contextlib
import multiprocessing
import queue
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import resource_tracker
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import ModuleType
from typing import Self

from copydesk.config import Settings
from copydesk.errors import OperationError, TooCostlyError
from copydesk.rules import tag_rules
from copydesk.stream import child
from copydesk.stream.record import Record
from copydesk.stream.task import Outcome, Refused, unpack

EDIT_RECORD = "copydesk.stream.task:edit_record"

# The first death may have been the machine's fault, as when the OOM killer picked the process for another's sake.
ATTEMPTS = 2

# Loading the models takes about a second; on a machine that swaps, more.
_START_LIMIT_SECONDS = 120.0


# Whenever a process starts, multiprocessing looks which others have ended: of two threads that read one's end, the
# second reads none, or what came to stand under the same file descriptor.
_children = threading.Lock()


class _DiedError(Exception):
    """An editing process ended or was ended; the text says how."""


class _ClosedError(Exception):
    """The pool is closing."""


class _Process:
    """One editing process and the parent's end of its pipe."""

    def __init__(
        self, context: ForkServerContext, task: str, options: Mapping[str, object], settings: Settings
    ) -> None:
        self._settings = settings
        self._pipe, theirs = context.Pipe()
        self._process: ForkServerProcess = context.Process(
            target=child.serve,
            args=(theirs, task, options, settings.cpu_limit_seconds, settings.memory_limit_mb),
            daemon=True,
            name="copydesk-edit",
        )
        # Our copy of the child's end is closed at once: otherwise its death would not show at ours.
        with theirs, _main_hidden():
            self._process.start()
        self._ready = False

    def edit(self, record: Record) -> bytes:
        """The packed outcome. Raises _DiedError."""
        if not self._ready:
            self.wait_ready()
        try:
            self._pipe.send(record)
            return self._receive(self._settings.wall_limit_seconds)
        except (EOFError, OSError):
            raise _DiedError(self._cause()) from None

    def wait_ready(self) -> None:
        """Wait until the desk is loaded. Raises _DiedError."""
        try:
            self._receive(_START_LIMIT_SECONDS)
        except (EOFError, OSError):
            raise _DiedError(f"the process ended while it loaded the desk ({self._cause()})") from None
        self._ready = True

    def kill(self) -> None:
        """End the process, whatever it is doing, and wait until it is gone."""
        with _children:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe.close()

    def signal_end(self) -> None:
        """End the process without waiting: whoever reads from it sees the pipe close."""
        with contextlib.suppress(ValueError):
            self._process.kill()

    def _receive(self, limit_seconds: float) -> bytes:
        if not self._pipe.poll(limit_seconds):
            raise _DiedError(f"no end after {limit_seconds:g} s by the clock")
        return self._pipe.recv_bytes()

    def _cause(self) -> str:
        with _children:
            self._process.join()
        code = self._process.exitcode or 0
        if code == -signal.SIGPROF:
            return f"more than {self._settings.cpu_limit_seconds:g} s of processor time"
        if code == child.OUT_OF_MEMORY:
            return f"more than {self._settings.memory_limit_mb} MiB of memory"
        if code < 0:
            return f"the process crashed with {signal.Signals(-code).name}"
        return f"the process ended with code {code}"


@contextlib.contextmanager
def _main_hidden() -> Iterator[None]:
    """Keep multiprocessing from importing the program's main module into every child: the desk has no need of it."""
    with _children:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _block_interrupts() -> None:
    """Block Ctrl-C in this thread and in what it starts: it goes to the whole process group, and the forkserver would
    die of it with a traceback for as long as it loads the desk."""
    resource_tracker.ensure_running()  # which unblocks it, where the forkserver's start is the first to need it
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


class Pool:
    """Editing processes behind one coroutine, `edit`. Use as an async context manager."""

    def __init__(self, settings: Settings, task: str = EDIT_RECORD) -> None:
        """task: what to call for each record, as "module:name"; imported in the processes only."""
        self._settings = settings
        self._task = task
        self._options = {"rules": tag_rules(settings)} if task == EDIT_RECORD else {}
        self._context = multiprocessing.get_context("forkserver")
        self._idle: queue.SimpleQueue[_Process] = queue.SimpleQueue()
        self._all: set[_Process] = set()
        self._threads = ThreadPoolExecutor(settings.workers, "pool", _block_interrupts)
        self._closing = False

    async def __aenter__(self) -> Self:
        preload = ["copydesk.stream.child", self._task.partition(":")[0]]
        self._context.set_forkserver_preload(preload + ["copydesk.stream.warm"] * (self._task == EDIT_RECORD))
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, self._start)
        except _DiedError as death:
            await self.close()
            raise OperationError(f"the editing processes do not start: {death}") from None
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def edit(self, record: Record) -> Outcome:
        """What the desk makes of the record. Never raises for the record's sake."""
        if record.value is not None and len(record.value) > self._settings.max_payload_bytes:
            text = (
                f"the payload has {len(record.value)} bytes, more than the {self._settings.max_payload_bytes} allowed"
            )
            return Refused.because(TooCostlyError(text))
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._edit, record)

    async def close(self) -> None:
        """End all processes, also in the middle of a record."""
        self._closing = True
        for process in list(self._all):
            process.signal_end()
        self._threads.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._threads.shutdown)
        while self._all:
            self._all.pop().kill()

    def _start(self) -> None:
        # One first: it shows whether the desk loads at all, and the forkserver loads it for all the others.
        first = self._fresh()
        first.wait_ready()
        self._idle.put(first)
        for _ in range(1, self._settings.workers):
            self._idle.put(self._fresh())

    def _fresh(self) -> _Process:
        if self._closing:
            raise _ClosedError
        process = _Process(self._context, self._task, self._options, self._settings)
        self._all.add(process)
        return process

    def _edit(self, record: Record) -> Outcome:
        process = self._idle.get()
        deaths: list[str] = []
        while True:
            try:
                answer = process.edit(record)
            except _DiedError as death:
                deaths.append(str(death))
                self._bury(process)
                try:
                    process = self._fresh()
                except BaseException:
                    self._idle.put(process)  # though dead: whoever waits for one makes another
                    raise
                if len(deaths) < ATTEMPTS:
                    continue
                self._idle.put(process)
                return Refused.because(TooCostlyError(f"editing failed twice: {', then '.join(dict.fromkeys(deaths))}"))
            self._idle.put(process)
            return unpack(answer)

    def _bury(self, process: _Process) -> None:
        self._all.discard(process)
        process.kill()
