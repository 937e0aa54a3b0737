"""The settings: their defaults, what is refused, and what is never printed."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from copydesk.config import Settings, refuse_unknown
from copydesk.errors import OperationError
from copydesk.stream.app import create_app
from copydesk.stream.record import Record


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)


def test_the_defaults_are_the_designs() -> None:
    settings = Settings.load()
    assert settings.bootstrap is None
    assert (settings.raw_topic, settings.enriched_topic, settings.rejected_topic) == (
        "news.article.raw.v1",
        "news.article.enriched.v1",
        "news.article.rejected.v1",
    )
    assert (settings.partitions, settings.replication) == (12, 1)
    assert (settings.raw_retention_days, settings.enriched_retention_days, settings.rejected_retention_days) == (
        7,
        30,
        30,
    )
    assert settings.tag_confidence is None


def test_the_environment_sets_and_a_flag_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_PARTITIONS", "4")
    monkeypatch.setenv("COPYDESK_GROUP", "from-environment")
    settings = Settings.load(group="from-flag", partitions=None)
    assert (settings.partitions, settings.group) == (4, "from-flag")


def test_an_empty_variable_is_as_good_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_BOOTSTRAP", "")
    assert Settings.load().bootstrap is None


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"cpu_limit_seconds": "inf", "wall_limit_seconds": "inf"}, "cpu_limit_seconds"),
        ({"raw_retention_days": "inf"}, "raw_retention_days"),
        ({"connect_timeout_seconds": "nan"}, "connect_timeout_seconds"),
        ({"bootstrap": "kafka:port"}, "bootstrap"),
        ({"bootstrap": "kafka"}, "bootstrap"),
        ({"bootstrap": "a:1,,b:2"}, "bootstrap"),
        ({"bootstrap": "a:99999"}, "bootstrap"),
        ({"bootstrap": "user@a:1"}, "bootstrap"),
    ],
)
def test_a_value_that_nothing_can_be_done_with_is_refused(given: dict[str, str], named: str) -> None:
    with pytest.raises(OperationError, match=named):
        Settings.load(**given)


@pytest.mark.parametrize("bootstrap", ["kafka:9092", "a.example:1, b.example:2", "[::1]:9092", "10.0.0.1:9092"])
def test_the_forms_of_an_address(bootstrap: str) -> None:
    assert Settings.load(bootstrap=bootstrap).bootstrap == bootstrap


def test_what_kubernetes_says_of_a_service_called_as_a_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_BROKER_PORT", "tcp://10.0.0.1:9092")
    assert Settings.load().broker_port == 0


@pytest.mark.parametrize("seconds", [6, 300, 1800])
def test_every_session_timeout_that_may_be_set_starts_a_worker(seconds: float) -> None:
    async def take(_: Record, __: Callable[[], bool]) -> None: ...

    app = create_app(Settings(bootstrap="127.0.0.1:1", session_timeout_seconds=seconds), take)
    assert app.conf.broker_session_timeout == seconds
    assert app.conf.broker_request_timeout >= seconds


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("COPYDESK_PARTITION", "did you mean COPYDESK_PARTITIONS", id="misspelt"),
        pytest.param("copydesk_gruop", "did you mean COPYDESK_GROUP", id="misspelt in small letters"),
        pytest.param("COPYDESK_COLOUR_OF_THE_DOOR", "COPYDESK_COLOUR_OF_THE_DOOR is not a setting", id="like no other"),
    ],
)
def test_a_variable_that_is_no_setting_is_refused(name: str, message: str) -> None:
    with pytest.raises(OperationError, match=message):
        refuse_unknown({name: "1"})


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("COPYDESK_SERVICE_HOST", id="Kubernetes: host of a Service named copydesk"),
        pytest.param("COPYDESK_GATEWAY_SERVICE_PORT_HTTP", id="Kubernetes: named port"),
        pytest.param("COPYDESK_GATEWAY_PORT", id="Kubernetes: Docker link"),
        pytest.param("COPYDESK_PORT_8080_TCP_ADDR", id="Kubernetes: Docker link with port"),
        pytest.param("COPYDESK_TEST_KAFKA", id="the test suite's"),
        pytest.param("PATH", id="nobody's"),
    ],
)
def test_a_variable_that_others_set_is_left_alone(name: str) -> None:
    refuse_unknown({name: "1"})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param({"partitions": 0}, r"partitions: .*greater than or equal to 1 \(is 0\)", id="too small"),
        pytest.param({"raw_topic": "a b"}, "raw_topic: .*pattern", id="no name for a topic"),
        pytest.param({"raw_topic": "x", "rejected_topic": "x"}, "must differ", id="one topic for two things"),
        pytest.param({"security_protocol": "SASL_SSL"}, "needs sasl_username", id="SASL without a name"),
        pytest.param(
            {"wall_limit_seconds": 1, "cpu_limit_seconds": 2}, "must not be less", id="limits the wrong way round"
        ),
        pytest.param({"colour": "red"}, "colour is not a setting", id="unknown"),
    ],
)
def test_a_wrong_value_is_one_clear_line(given: dict[str, object], message: str) -> None:
    with pytest.raises(OperationError, match=message) as raised:
        Settings.load(**given)
    assert "\n" not in str(raised.value)


def test_all_wrong_values_are_named_at_once() -> None:
    with pytest.raises(OperationError, match=r"partitions.*; .*workers"):
        Settings.load(partitions=0, workers=0)


def test_a_password_is_never_printed() -> None:
    settings = Settings.load(sasl_password="tops3cret", sasl_username="desk", security_protocol="SASL_SSL")
    assert settings.sasl_password is not None
    assert settings.sasl_password.get_secret_value() == "tops3cret"
    assert "tops3cret" not in f"{settings!r} {settings.printable()}"
    with pytest.raises(OperationError) as raised:
        Settings.load(sasl_password=["tops3cret"])
    assert "tops3cret" not in str(raised.value)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings.load().partitions = 3  # type: ignore[misc]


def test_without_a_kafka_the_error_says_how_to_name_one() -> None:
    with pytest.raises(OperationError, match="--bootstrap or set COPYDESK_BOOTSTRAP"):
        Settings.load().require_bootstrap()


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
