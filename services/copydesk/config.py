"""The settings: one COPYDESK_ environment variable and one command line flag each.

Every default stands here and nowhere else. Numbers carry their unit in the name.
"""

import difflib
import os
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from copydesk.errors import OperationError

PREFIX = "COPYDESK_"

# Kubernetes puts these into every pod beside a Service whose name begins with "copydesk" (service links), and the
# test suite has variables of its own. Neither is a misspelt setting.
_NOT_OURS = re.compile(
    r"_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_(TCP|UDP|SCTP)(_\w+)?)?)$|^COPYDESK_(TEST_|SHARED$)"
)

_ADDRESS = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.%\w]+\]):(?P<port>\d{1,5})")


def _addresses(value: str) -> str:
    for address in value.split(","):
        match = _ADDRESS.fullmatch(address.strip())
        if match is None or not 0 < int(match["port"]) < 1 << 16:
            raise ValueError(f"{address.strip()!r} is no host:port")
    return value


def _no_link(value: object) -> object:
    """Beside a Service called "copydesk-broker" Kubernetes says COPYDESK_BROKER_PORT=tcp://10.0.0.1:9092."""
    return 0 if isinstance(value, str) and re.match(r"(?:tcp|udp|sctp)://", value) else value


TopicName = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,249}$")]


class Settings(BaseSettings):
    """What an operator can set. Frozen; secrets are masked wherever the settings are printed."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True, allow_inf_nan=False
    )

    bootstrap: Annotated[str, AfterValidator(_addresses)] | None = Field(
        None,
        description="Kafka's bootstrap servers, host:port separated by commas; `demo` starts the embedded broker if "
        "none are named.",
    )
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", description="How to talk to Kafka."
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        "SCRAM-SHA-512", description="SASL mechanism."
    )
    sasl_username: str | None = Field(None, description="SASL user name.")
    sasl_password: SecretStr | None = Field(None, description="SASL password.")
    ssl_cafile: str | None = Field(
        None, description="File with the certificates to trust (PEM); the system's own where absent."
    )
    ssl_certfile: str | None = Field(
        None, description="File with this client's own certificate (PEM), where Kafka asks for one."
    )
    ssl_keyfile: str | None = Field(
        None, description="File with the certificate's private key (PEM), where it is not in ssl_certfile."
    )
    ssl_key_password: SecretStr | None = Field(None, description="Password of the private key, where it has one.")
    connect_timeout_seconds: float = Field(
        15, gt=0, le=3600, description="How long a command waits for Kafka's first answer before it gives up."
    )

    raw_topic: TopicName = Field("news.article.raw.v1", description="Topic that publishers push to.")
    enriched_topic: TopicName = Field("news.article.enriched.v1", description="Topic of the article events.")
    rejected_topic: TopicName = Field(
        "news.article.rejected.v1", description="Topic of the payloads that could not be edited."
    )
    group: TopicName = Field("copydesk-editor", description="Consumer group that the workers share.")
    instance: TopicName | None = Field(
        None,
        description="A name for this worker alone that survives its restarts (static membership): a restarted worker "
        "takes its partitions up again without a rebalance. Not with the embedded broker.",
    )
    partitions: int = Field(12, ge=1, le=10_000, description="Partitions of each topic that `topics apply` creates.")
    replication: int = Field(1, ge=1, le=32_767, description="Replicas of each topic that `topics apply` creates.")
    raw_retention_days: float = Field(7, gt=0, le=36_500, description="How long raw articles are kept.")
    enriched_retention_days: float = Field(30, gt=0, le=36_500, description="How long article events are kept.")
    rejected_retention_days: float = Field(30, gt=0, le=36_500, description="How long rejected payloads are kept.")
    compression: Literal["none", "gzip", "lz4", "zstd"] = Field(
        "none", description="Compression of what Copydesk publishes."
    )

    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, le=1024, description="Editing processes of one worker."
    )
    # Real pages took up to 3.6 s of a busy machine; an honest one needs a tenth of a second of processor time.
    cpu_limit_seconds: float = Field(10, gt=0, le=86_400, description="Processor time that one article may take.")
    wall_limit_seconds: float = Field(60, gt=0, le=86_400, description="Time by the clock that one article may take.")
    memory_limit_mb: int = Field(
        512, ge=32, le=1_048_576, description="Memory that editing may take beyond the loaded models, MiB."
    )
    max_payload_bytes: int = Field(
        2 * 1024 * 1024,
        ge=1024,
        le=256 * 1024 * 1024,
        description="Largest raw value that is edited; larger ones are rejected.",
    )
    in_flight_records: int = Field(256, ge=1, le=1_000_000, description="Most records that a worker holds at a time.")
    in_flight_mb: int = Field(64, ge=1, le=1_048_576, description="Most payload that a worker holds at a time, MiB.")
    stop_grace_seconds: float = Field(
        75,
        ge=0,
        le=86_400,
        description="How long a stop waits for articles in flight; longer than the time limit of one.",
    )
    # The broker's own bounds are group.min.session.timeout.ms and group.max.session.timeout.ms: 6 s and 30 min.
    session_timeout_seconds: float = Field(
        10, ge=6, le=1800, description="How long a silent worker keeps its partitions."
    )

    tag_confidence: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Least confidence of a tag that is published; by default where eight in ten are right.",
    )

    taxonomy: str | None = Field(
        None, description="File with topics of the operator's own (JSON Lines), used beside IPTC's."
    )

    health_file: str | None = Field(
        None, description="File that a worker touches every five seconds while it takes part, for health checks."
    )

    broker_port: Annotated[int, BeforeValidator(_no_link)] = Field(
        0, ge=0, le=65_535, description="Loopback port of the embedded broker; 0 takes a free one."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least level that is logged.")
    log_format: Literal["text", "json"] = Field("text", description="Log lines for people or for machines.")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        topics = [self.raw_topic, self.enriched_topic, self.rejected_topic]
        if len(set(topics)) < len(topics):
            raise ValueError("raw_topic, enriched_topic and rejected_topic must differ")
        if self.security_protocol.startswith("SASL") and (self.sasl_username is None or self.sasl_password is None):
            raise ValueError(f"security_protocol {self.security_protocol} needs sasl_username and sasl_password")
        if self.ssl_certfile is None and (self.ssl_keyfile is not None or self.ssl_key_password is not None):
            raise ValueError("ssl_keyfile and ssl_key_password are of no use without ssl_certfile")
        if self.wall_limit_seconds < self.cpu_limit_seconds:
            raise ValueError("wall_limit_seconds must not be less than cpu_limit_seconds")
        return self

    @classmethod
    def load(cls, **given: Any) -> Self:
        """The settings in force: `given` (flags; None is as good as absent), else the environment, else the defaults.

        Raises OperationError that names every wrong value, and any COPYDESK_ variable that is not a setting.
        """
        refuse_unknown(os.environ)
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            raise OperationError("; ".join(_explain(part) for part in error.errors(include_url=False))) from None

    def require_bootstrap(self) -> str:
        """The bootstrap servers; OperationError where none are set."""
        if self.bootstrap is None:
            raise OperationError("no Kafka named: give --bootstrap or set COPYDESK_BOOTSTRAP (host:port)")
        return self.bootstrap

    def printable(self) -> dict[str, Any]:
        """All settings by name as JSON values, secrets masked."""
        return self.model_dump(mode="json")


def refuse_unknown(environment: Mapping[str, str]) -> None:
    """Raise OperationError if a variable looks like a setting and is none: a misspelt one would be silently lost."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(environment):
        upper = name.upper()
        if upper.startswith(PREFIX) and upper not in known and not _NOT_OURS.search(upper):
            near = difflib.get_close_matches(upper, known, n=1)
            raise OperationError(f"{name} is not a setting" + (f": did you mean {near[0]}?" if near else ""))


def _explain(part: Any) -> str:
    message = str(part["msg"]).removeprefix("Value error, ")
    if not part["loc"]:
        return message
    name = ".".join(str(step) for step in part["loc"])
    if part["type"] == "extra_forbidden":
        return f"{name} is not a setting"
    # Never print the value of a setting that may be a secret.
    value = "" if "password" in name else f" (is {part['input']!r})"
    return f"{name}: {message}{value}"
