"""An editing process: one record at a time, under limits that the kernel keeps.

The limits hold even where the record makes a C library spin or write out of bounds:

processor time  a profiling timer set for each record; its signal, left at its default, ends the process
memory          RLIMIT_DATA above what the loaded models take; Python raises MemoryError, C libraries give up or crash
clock           kept by the parent, which kills
orphans         the kernel kills the process when the forkserver ends, which ends with the worker (Linux); elsewhere,
                and between records, the closed pipe says so
"""

import importlib
import os
import resource
import signal
import sys
from collections.abc import Mapping
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path

from copydesk.stream.orphans import end_with
from copydesk.stream.record import Record
from copydesk.stream.task import Refused, Task, pack

# What an editing process ends with after it ran out of memory: its heap is not worth keeping.
OUT_OF_MEMORY = 77


def serve(
    pipe: Connection, task: str, options: Mapping[str, object], cpu_limit_seconds: float, memory_limit_mb: int
) -> None:
    """Edit the records that come through the pipe until it closes.

    task: the function to call, as "module:name"; options: what it is given besides the record.
    """
    die_with_parent()
    # Ctrl-C goes to the whole process group; when to stop is the parent's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    edit = partial(load(task), **options)
    limit_memory(memory_limit_mb)
    pipe.send_bytes(b"ready")
    while True:
        try:
            record: Record = pipe.recv()
        except (EOFError, OSError):
            return
        signal.setitimer(signal.ITIMER_PROF, cpu_limit_seconds)
        try:
            answer = answer_to(record, edit)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        signal.setitimer(signal.ITIMER_PROF, 0)
        try:
            pipe.send_bytes(answer)
        except OSError:
            return


def answer_to(record: Record, edit: Task) -> bytes:
    """The packed outcome. Any exception but MemoryError is the record's: the desk is a pure function."""
    try:
        return pack(edit(record))
    except MemoryError:
        raise
    except Exception as error:
        return pack(Refused.because(error))


def load(task: str) -> Task:
    """The function named by "module:name"."""
    module, _, name = task.partition(":")
    function: Task = getattr(importlib.import_module(module), name)
    return function


def die_with_parent() -> None:
    """Have the kernel kill this process when the forkserver ends, and let the forkserver end with the worker."""
    parent = os.getppid()
    if parent == 1:
        os._exit(1)
    end_with(parent)
    # The forkserver ends when the last write end of this pipe closes. It hands one to each child, for children of
    # their own; ours have none, and would keep it alive after the worker was killed.
    alive = getattr(forkserver._forkserver, "_forkserver_alive_fd", None)  # noqa: SLF001
    if alive is not None:
        os.close(alive)
        forkserver._forkserver._forkserver_alive_fd = None  # type: ignore[attr-defined]  # noqa: SLF001


def limit_memory(megabytes: int) -> None:
    """Limit the private memory of this process to what it has now and `megabytes` more."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[5])
        base = pages * resource.getpagesize()
        soft = base + megabytes * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
