"""The ledger of one partition: what was taken, what is done, and how far everything is done."""

from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Entry(Generic[T]):
    offset: int
    result: T | None = None


@dataclass(slots=True)
class Ledger(Generic[T]):
    """Offsets in the order they were taken, each with its result once there is one.

    Results may come in any order; they leave in the order of their offsets, and only when nothing older is unfinished.
    """

    start: int
    _entries: deque[_Entry[T]] = field(default_factory=deque)
    _by_offset: dict[int, _Entry[T]] = field(default_factory=dict)
    _next: int = field(init=False)

    def __post_init__(self) -> None:
        self._next = self.start

    def __len__(self) -> int:
        """Entries that have not left."""
        return len(self._entries)

    def take(self, offset: int) -> bool:
        """Enter an offset; False where it is behind what was entered before (a repeat, or another's work)."""
        if offset < self._next:
            return False
        self._next = offset + 1
        entry: _Entry[T] = _Entry(offset)
        self._entries.append(entry)
        self._by_offset[offset] = entry
        return True

    def finish(self, offset: int, result: T) -> None:
        """Enter the result of an offset that was taken."""
        self._by_offset.pop(offset).result = result

    def ready(self) -> list[tuple[int, T]]:
        """The finished prefix: offsets and their results, oldest first. It stays until `drop`."""
        prefix = []
        for entry in self._entries:
            if entry.result is None:
                break
            prefix.append((entry.offset, entry.result))
        return prefix

    def drop(self, count: int) -> None:
        """Let the oldest `count` entries go; they have been delivered."""
        for _ in range(count):
            assert self._entries[0].result is not None
            self._entries.popleft()
