"""Passwords, certificates and rights, on a Kafka that asks for them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.stream import topics, worker
from copydesk.stream.connection import ssl_context
from tests.stream.guarded_kafka import GuardedKafka
from tests.stream.newsroom import TASK, Newsroom, corner


@pytest.mark.kafka
@pytest.mark.slow
class TestAGuardedKafka:
    @pytest.fixture(autouse=True)
    async def goodbyes(self) -> AsyncIterator[None]:
        """aiokafka leaves a connection that was refused to end its TLS alone: the loop has to live until it has."""
        yield
        selector = asyncio.get_running_loop()._selector  # type: ignore[attr-defined]
        async with asyncio.timeout(10):
            while len(selector.get_map()) > 1:  # noqa: ASYNC110 - the loop's own pipe stays, and nothing tells of the rest
                await asyncio.sleep(0.01)

    @pytest.mark.parametrize("way", ["password over TLS", "certificate"])
    async def test_an_article_goes_all_the_way(self, guarded: GuardedKafka, way: str) -> None:
        settings = corner(**(guarded.by_certificate() if way == "certificate" else guarded.by("SASL_SSL")))
        await topics.apply(settings)
        newsroom = Newsroom(settings)
        await newsroom.push_values(b"one", b"two", b"no article")
        async with newsroom.worker():
            await newsroom.until_done()
        assert [len(await newsroom.enriched()), len(await newsroom.rejected())] == [2, 1]

    @pytest.mark.parametrize("protocol", ["SASL_SSL", "SASL_PLAINTEXT"])
    @pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
    async def test_every_mechanism_lets_in(self, guarded: GuardedKafka, protocol: str, mechanism: str) -> None:
        assert await topics.check(corner(**guarded.by(protocol, mechanism=mechanism))) != []

    async def test_a_key_with_a_password(self, guarded: GuardedKafka) -> None:
        assert await topics.check(corner(**guarded.by_certificate("locked.key"), ssl_key_password="hush")) != []

    @pytest.mark.parametrize(
        ("protocol", "wrong", "reason"),
        [
            pytest.param("SASL_SSL", {"sasl_password": "guessed"}, "by SASL_SSL: .*invalid credentials", id="password"),
            pytest.param("SASL_SSL", {"ssl_cafile": None}, "by SASL_SSL: .*CERTIFICATE_VERIFY_FAILED", id="authority"),
            pytest.param("SASL_SSL", {"security_protocol": "PLAINTEXT"}, "by PLAINTEXT: .*closed", id="no TLS"),
            pytest.param("SASL_PLAINTEXT", {"security_protocol": "SSL"}, "by SSL: ", id="TLS"),
            pytest.param("SSL", {}, "by SSL: ", id="no certificate"),
        ],
    )
    async def test_why_it_keeps_one_out_is_said(
        self, guarded: GuardedKafka, protocol: str, wrong: dict[str, Any], reason: str
    ) -> None:
        settings = corner(**{**guarded.by(protocol), **wrong})
        with pytest.raises(OperationError, match=f"cannot reach Kafka at {settings.bootstrap} {reason}") as raised:
            await topics.check(settings)
        assert "\n" not in str(raised.value)

    async def test_the_rights_that_a_worker_needs(self, guarded: GuardedKafka) -> None:
        editors = corner(**guarded.by("SASL_SSL"))
        await topics.apply(editors)
        await Newsroom(editors).push_values(b"one", b"no article")
        names = {name: getattr(editors, name) for name in ("raw_topic", "enriched_topic", "rejected_topic", "group")}
        guests = corner(**guarded.by("SASL_SSL", "guest"), **names)
        with pytest.raises(OperationError, match=f"missing .*{guests.raw_topic}"):
            await worker.run(guests, asyncio.Event(), TASK)

        guarded.allow("Read", "--topic", guests.raw_topic)
        guarded.allow("Write", "--topic", guests.enriched_topic, "--topic", guests.rejected_topic)
        guarded.allow("Write", "--transactional-id", guests.group, "--resource-pattern-type", "prefixed")
        with pytest.raises(OperationError, match=f"cannot go on: .*GroupAuthorizationFailedError: {guests.group}"):
            await worker.run(guests, asyncio.Event(), TASK)
        assert all("its policy cannot be read" in line for line in await topics.check(guests))

        guarded.allow("Read", "--group", guests.group)
        async with Newsroom(guests).worker():
            await Newsroom(editors).until_done()
        assert [len(await Newsroom(editors).enriched()), len(await Newsroom(editors).rejected())] == [1, 1]


class TestFiles:
    """What the settings name is looked at before Kafka is."""

    @pytest.mark.parametrize(
        ("given", "complaint"),
        [
            pytest.param({"ssl_cafile": "none.pem"}, "ssl_cafile none.pem: .*No such file", id="no authority"),
            pytest.param({"ssl_certfile": "none.pem"}, "ssl_certfile none.pem: .*No such file", id="no certificate"),
        ],
    )
    def test_a_file_that_is_not_there(
        self, given: dict[str, Any], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(OperationError, match=complaint):
            ssl_context(Settings(bootstrap="kafka:9092", security_protocol="SSL", **given))

    def test_a_file_of_something_else(self, tmp_path: Path) -> None:
        (tmp_path / "notes.pem").write_text("notes")
        settings = Settings(bootstrap="kafka:9092", security_protocol="SSL", ssl_certfile=str(tmp_path / "notes.pem"))
        with pytest.raises(OperationError, match=r"ssl_certfile .*notes\.pem: no certificate with its key"):
            ssl_context(settings)

    def test_a_key_without_its_certificate(self) -> None:
        with pytest.raises(OperationError, match=r"ssl_keyfile .*ssl_certfile"):
            Settings.load(bootstrap="kafka:9092", security_protocol="SSL", ssl_keyfile="client.key")
