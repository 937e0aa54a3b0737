"""The pool: a process that hangs, crashes, eats memory or ends is told apart, and the next record is edited."""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from copydesk.errors import OperationError
from copydesk.stream.pool import Pool
from copydesk.stream.record import Record
from copydesk.stream.task import Edited, Refused
from tests.stream.newsroom import ROOT, TASK, corner, session_of, wait_for


def record(value: bytes | None, key: bytes | None = None) -> Record:
    return Record("raw", 0, 0, 1, key, value)


@pytest.fixture
async def pool() -> AsyncGenerator[Pool, None]:
    async with Pool(corner("nowhere:1", workers=1, cpu_limit_seconds=0.25, wall_limit_seconds=4), TASK) as opened:
        yield opened


@pytest.mark.parametrize("moment_seconds", [0, 0.02, 0.1])
async def test_a_pool_that_is_cancelled_while_it_starts_leaves_no_process(moment_seconds: float) -> None:
    pool = Pool(corner("nowhere:1"), TASK)
    starting = asyncio.create_task(pool.__aenter__())
    await asyncio.sleep(moment_seconds)
    starting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await (await starting).close()
    await asyncio.sleep(1)  # in which a start that went on would come to its end
    assert multiprocessing.active_children() == []


async def test_an_article_comes_back(pool: Pool) -> None:
    outcome = await pool.edit(record(b"words"))
    assert isinstance(outcome, Edited)
    assert outcome.value == b'{"body":"words"}'


@pytest.mark.parametrize(
    ("value", "reason", "message"),
    [
        pytest.param(b"no article", "no_article", "no article in it", id="the desk rejects it"),
        pytest.param(None, "payload", "a takedown", id="a null value"),
        pytest.param(b"bug", "desk", "the desk failed: ValueError: a bug of ours", id="any other exception"),
        pytest.param(b"crash", "too_costly", "the process crashed with SIGSEGV", id="a crash"),
        pytest.param(b"exit", "too_costly", "the process ended with code 3", id="an end without a word"),
        pytest.param(b"spin", "too_costly", "more than 0.25 s of processor time", id="a loop"),
        pytest.param(b"sleep", "too_costly", "no end after 4 s by the clock", id="a hang"),
        pytest.param(b"memory", "too_costly", "more than 128 MiB of memory", id="memory at one gulp"),
        pytest.param(b"much memory", "too_costly", "more than 128 MiB of memory", id="memory bit by bit"),
        pytest.param(b"x" * (3 << 20), "too_costly", "has 3145728 bytes, more than", id="a payload over the limit"),
    ],
)
async def test_what_cannot_be_edited_is_refused_with_its_cause_and_the_pool_lives_on(
    pool: Pool, value: bytes | None, reason: str, message: str
) -> None:
    outcome = await pool.edit(record(value))
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason
    assert message in outcome.message
    assert isinstance(await pool.edit(record(b"words")), Edited)


async def test_a_crash_is_tried_once_more_in_a_fresh_process(pool: Pool, tmp_path: Path) -> None:
    before = await pool.edit(record(b"who"))
    assert await pool.edit(record(b"crash once", str(tmp_path).encode())) == Edited("survived", b"{}")
    after = await pool.edit(record(b"who"))
    assert (tmp_path / "crashed").exists()
    assert before != after


async def test_the_cause_is_told_of_each_of_many_that_crash_at_once() -> None:
    async with Pool(corner("nowhere:1", workers=8), TASK) as pool:
        outcomes = await asyncio.gather(*(pool.edit(record(b"crash")) for _ in range(48)))
    told = {outcome.message for outcome in outcomes if isinstance(outcome, Refused)}
    assert told == {"editing failed twice: the process crashed with SIGSEGV"}


async def test_an_exception_keeps_its_process(pool: Pool) -> None:
    before = await pool.edit(record(b"who"))
    await pool.edit(record(b"bug"))
    assert await pool.edit(record(b"who")) == before


async def test_waiting_for_a_free_process_is_no_part_of_the_time_limit() -> None:
    async with Pool(corner("nowhere:1", workers=1, cpu_limit_seconds=0.5, wall_limit_seconds=1.5), TASK) as pool:
        sleepers = [asyncio.create_task(pool.edit(record(b"sleep"))) for _ in range(2)]
        await asyncio.sleep(0)
        assert isinstance(await pool.edit(record(b"words")), Edited)
        assert all(isinstance(outcome, Refused) for outcome in await asyncio.gather(*sleepers))


async def test_processor_time_is_counted_anew_for_each_record() -> None:
    async with Pool(corner("nowhere:1", workers=1, cpu_limit_seconds=0.05), TASK) as pool:
        outcomes = [await pool.edit(record(b"%d" % number)) for number in range(60)]
    assert all(isinstance(outcome, Edited) for outcome in outcomes)


async def test_a_desk_that_does_not_load_is_said_at_the_start() -> None:
    with pytest.raises(OperationError, match="editing processes do not start"):
        async with Pool(corner("nowhere:1"), "no_such_module:edit"):
            pass


async def test_closing_ends_processes_in_the_middle_of_their_work() -> None:
    async with Pool(corner("nowhere:1", workers=2, cpu_limit_seconds=50, wall_limit_seconds=60), TASK) as pool:
        working = [asyncio.create_task(pool.edit(record(b"sleep"))) for _ in range(2)]
        await asyncio.sleep(0.3)
        start = time.monotonic()
    assert time.monotonic() - start < 2
    for task in working:
        task.cancel()
    await asyncio.gather(*working, return_exceptions=True)


PARENT = f"""
import asyncio, sys
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "services")!r}]
from tests.stream.newsroom import corner
from copydesk.stream.pool import Pool
from copydesk.stream.record import Record

async def main():
    settings = corner("nowhere:1", workers=3, cpu_limit_seconds=600, wall_limit_seconds=600)
    async with Pool(settings, "{TASK}") as pool:
        values = [sys.argv[1].encode()] * 2
        tasks = [asyncio.create_task(pool.edit(Record("raw", 0, 0, 1, None, value))) for value in values]
        await asyncio.sleep(0.5)
        print("working", flush=True)
        await asyncio.gather(*tasks)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("work", ["spin", "sleep"])
def test_no_process_outlives_a_worker_that_was_killed(work: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, work], stdout=subprocess.PIPE, start_new_session=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"working\n"
        assert len(session_of(parent.pid)) >= 5  # itself, the forkserver, three children
        os.kill(parent.pid, signal.SIGKILL)
    wait_for(lambda: session_of(parent.pid) == [], 5)
