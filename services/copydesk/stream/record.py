"""A record as it was read, and an output as it will be written. Plain values, no Kafka client in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

Headers = tuple[tuple[str, bytes | None], ...]

# When a record that a redrive put back was first pushed, in milliseconds since 1970 UTC: its own timestamp is the time
# at which it was put back, since Kafka counts from there how long to keep it.
PUSHED = "copydesk.pushed.timestamp"
_LONGEST_TIMESTAMP = 18  # digits, which 64 bits hold

# What a record costs in memory beyond its bytes: objects, index entries, futures.
OVERHEAD_BYTES = 2048


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it was read. `timestamp`: milliseconds since 1970 UTC, None where the record has none."""

    topic: str
    partition: int
    offset: int
    timestamp: int | None
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    @property
    def coordinates(self) -> str:
        """Topic, partition and offset: the one name that no other record has."""
        return f"{self.topic}/{self.partition}/{self.offset}"

    @property
    def size(self) -> int:
        """What holding it costs, in bytes."""
        return OVERHEAD_BYTES + size(self.key, self.value, self.headers)

    @property
    def pushed(self) -> int | None:
        """When it was first pushed: as a redrive kept it, else its timestamp."""
        kept = self.header(PUSHED) or b""
        return int(kept) if kept.isdigit() and len(kept) <= _LONGEST_TIMESTAMP else self.timestamp

    def header(self, name: str) -> bytes | None:
        """The last header of that name (Kafka's own rule), or None."""
        return next((value for key, value in reversed(self.headers) if key == name), None)


@dataclass(frozen=True, slots=True)
class Output:
    """One record to be written. Without a partition the key decides; without a timestamp, the producer's clock."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp: int | None = None
    partition: int | None = None

    @property
    def size(self) -> int:
        """What holding it costs, in bytes."""
        return OVERHEAD_BYTES + size(self.key, self.value, self.headers)


def size(key: bytes | None, value: bytes | None, headers: Sequence[tuple[str, bytes | None]]) -> int:
    """Bytes of key, value and headers together."""
    return (
        len(key or b"") + len(value or b"") + sum(len(name.encode()) + len(content or b"") for name, content in headers)
    )
