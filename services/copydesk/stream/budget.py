"""The bound on what a worker holds in memory, in records and in bytes."""

import asyncio


class Budget:
    """Room for so many records and so many bytes. Whoever takes waits for room; whoever grows does not."""

    def __init__(self, records: int, size: int) -> None:
        """size: in bytes."""
        self._records = records
        self._bytes = size
        self._held_records = 0
        self._held_bytes = 0
        self._changed = asyncio.Condition()

    @property
    def held(self) -> tuple[int, int]:
        """Records and bytes held now."""
        return self._held_records, self._held_bytes

    async def take(self, size: int) -> None:
        """Wait until there is room for one more record of that size. One alone is let in at any size."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._fits(size))
            self._held_records += 1
            self._held_bytes += size

    def grow(self, size: int) -> None:
        """A record held already got bigger by `size` bytes: its output came to it."""
        self._held_bytes += size

    async def give_back(self, records: int, size: int) -> None:
        """Records of `size` bytes in all are held no longer."""
        async with self._changed:
            self._held_records -= records
            self._held_bytes -= size
            self._changed.notify_all()

    def _fits(self, size: int) -> bool:
        if not self._held_records:
            return True
        return self._held_records < self._records and self._held_bytes + size <= self._bytes
