"""How every client of ours connects: the address, the credentials, the sizes. And its errors in our words."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from copydesk.config import Settings
from copydesk.errors import OperationError, UnreachableError

log = logging.getLogger(__name__)

_CLIENT_LOG = logging.getLogger("aiokafka")

# A record may carry headers and a key beside its value, and a reject carries the error's headers too.
HEADROOM_BYTES = 128 * 1024

# An article event repeats its text (body, blocks, receipt), and JSON escapes some of it.
EVENT_FACTOR = 4

_CLOSE_SECONDS = 5.0

_ANSWER_SECONDS = 5.0


def largest_reject(settings: Settings) -> int:
    """Bytes of the largest rejected record: a payload, and its headers."""
    return settings.max_payload_bytes + 2 * HEADROOM_BYTES


def largest_event(settings: Settings) -> int:
    """Bytes of the largest article event."""
    return EVENT_FACTOR * settings.max_payload_bytes + 2 * HEADROOM_BYTES


def client_options(settings: Settings) -> dict[str, Any]:
    """The options that all of aiokafka's clients share."""
    options: dict[str, Any] = {
        "bootstrap_servers": settings.require_bootstrap(),
        "security_protocol": settings.security_protocol,
        "ssl_context": ssl_context(settings),
    }
    if settings.security_protocol.startswith("SASL"):
        assert settings.sasl_password is not None
        options |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": settings.sasl_username,
            "sasl_plain_password": settings.sasl_password.get_secret_value(),
        }
    return options


def ssl_context(settings: Settings) -> ssl.SSLContext | None:
    """The TLS context, or None without TLS. Raises OperationError where one of the files cannot be read."""
    if settings.security_protocol not in {"SSL", "SASL_SSL"}:
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ssl_cafile)
    except OSError as error:
        raise OperationError(f"ssl_cafile {settings.ssl_cafile}: {error}") from None
    if settings.ssl_certfile is not None:
        password = settings.ssl_key_password
        # Without an answer OpenSSL would ask for the password at the terminal.
        secret = "" if password is None else password.get_secret_value()
        try:
            context.load_cert_chain(settings.ssl_certfile, settings.ssl_keyfile, lambda: secret)
        except OSError as error:
            names = ", ".join(name for name in (settings.ssl_certfile, settings.ssl_keyfile) if name is not None)
            wrong = (
                "no certificate with its key, or the key's password is wrong: "
                if isinstance(error, ssl.SSLError)
                else ""
            )
            raise OperationError(f"ssl_certfile {names}: {wrong}{error}") from None
    return context


def new_producer(settings: Settings, **options: Any) -> AIOKafkaProducer:
    """A producer that waits for all replicas and has room for the largest record; not started."""
    compression = None if settings.compression == "none" else settings.compression
    return AIOKafkaProducer(
        **client_options(settings),
        acks="all",
        linger_ms=5,
        max_request_size=max(largest_event(settings), largest_reject(settings)),
        compression_type=compression,
        **options,
    )


@asynccontextmanager
async def admin(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """A connected admin client. Raises OperationError if Kafka does not answer within the time set for it."""
    client = AIOKafkaAdminClient(**client_options(settings))
    try:
        await connected(client.start(), settings)
        yield client
    finally:
        await client.close()


async def connected(start: Awaitable[None], settings: Settings) -> None:
    """Await a client's start. Raises OperationError; UnreachableError if Kafka does not answer in time, or may later.

    The error says why, where the client knows: a wrong password, a certificate that is not trusted.
    """
    refusals = _Refusals()
    _CLIENT_LOG.addHandler(refusals)
    try:
        async with asyncio.timeout(settings.connect_timeout_seconds):
            await start
    except TimeoutError:
        limit = settings.connect_timeout_seconds
        raise UnreachableError(f"Kafka at {settings.bootstrap} did not answer within {limit:g} s") from None
    except (KafkaError, OSError) as error:
        reason = refusals.last or str(error)
        raise (UnreachableError if may_pass(error) else OperationError)(
            f"cannot reach Kafka at {settings.bootstrap} by {settings.security_protocol}: {reason}"
        ) from None
    finally:
        _CLIENT_LOG.removeHandler(refusals)


def may_pass(error: BaseException | None) -> bool:
    """Whether it may help to try again after an error. aiokafka wraps some in a KafkaError that does not tell."""
    if isinstance(error, KafkaError):
        is_unnamed = type(error) is KafkaError and error.__cause__ is None
        return is_unnamed or bool(error.retriable) or may_pass(error.__cause__)
    return isinstance(error, OSError)


async def answers(client: AIOKafkaAdminClient) -> bool:
    """Whether Kafka answers a small question soon."""
    try:
        async with asyncio.timeout(_ANSWER_SECONDS):
            await client.list_topics()
    except (KafkaError, OSError, TimeoutError):
        return False
    return True


class _Refusals(logging.Handler):
    """Keeps why a connection failed: aiokafka logs the reason, and raises an error that names the addresses alone."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        cause = record.args[-1] if isinstance(record.args, tuple) and record.args else None
        if isinstance(cause, Exception):
            self.last = str(cause) or type(cause).__name__


async def closed(stop: Awaitable[None], what: str) -> None:
    """Await the stop of something connected, but not for long: it may wait for a Kafka that is gone."""
    try:
        async with asyncio.timeout(_CLOSE_SECONDS):
            await stop
    except TimeoutError:
        log.warning("%s did not close within %g s; leaving it", what, _CLOSE_SECONDS)


async def stopped(consumer: AIOKafkaConsumer) -> None:
    """Stop a consumer, also one whose Kafka is gone: aiokafka then stops half way, and a fetch of its own that it has
    cancelled passes for a cancellation of ours."""
    await asyncio.gather(consumer.stop(), return_exceptions=True)
    await consumer._client.close()  # noqa: SLF001 - what it did not come to
