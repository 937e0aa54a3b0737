"""Header names that are not UTF-8: aiokafka's reader raises on them, in the middle of a fetch.

Brokers do not look at header names, so one such record from anybody would stop every worker for good: each would
read it, end, and read it again. Kafka's own client reads such a name with replacement characters; so do we, with
question marks.
"""

import itertools
from collections.abc import Iterator
from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import MemoryRecords
from aiokafka.record.util import decode_varint

# Offset and length stand before each batch: https://kafka.apache.org/documentation/#recordbatch
_BASE_OFFSET_BYTES = 8
_LOG_OVERHEAD_BYTES = 12


class _TolerantBatch(_DefaultRecordBatchPy):  # type: ignore[misc]
    """A batch that replaces what is not ASCII in the header names of a record that cannot be read as it is."""

    def _read_msg(self, *args: Any) -> Any:
        try:
            return super()._read_msg(*args)
        except UnicodeDecodeError:
            self._replace_header_names()
            return super()._read_msg(*args)

    def _replace_header_names(self) -> None:
        buffer: bytearray = self._buffer
        position: int = self._pos
        for _ in ("length", "attributes", "timestamp", "offset"):
            _, position = decode_varint(buffer, position)
        for _ in ("key", "value"):
            size, position = decode_varint(buffer, position)
            position += max(size, 0)
        count, position = decode_varint(buffer, position)
        for _ in range(count):
            size, position = decode_varint(buffer, position)
            name = buffer[position : position + size]
            buffer[position : position + size] = bytes(byte if byte < 0x80 else ord("?") for byte in name)
            position += size
            size, position = decode_varint(buffer, position)
            position += max(size, 0)


class _Batch:
    """aiokafka's compiled batch; where it gives up on a name, the tolerant one goes on."""

    def __init__(self, batch: Any, data: memoryview) -> None:
        self._batch = batch
        self._data = data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        count = 0
        try:
            for record in self._batch:
                yield record
                count += 1
        except UnicodeDecodeError:
            yield from itertools.islice(_TolerantBatch(self._data), count, None)


class _Records:
    """What one fetch brought of one partition, batch by batch."""

    def __init__(self, data: bytes) -> None:
        self._records = MemoryRecords(data)
        self._data = memoryview(data)
        self._position = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)

    def next_batch(self) -> _Batch | None:
        """The next batch, or None."""
        batch = self._records.next_batch()
        if batch is None:
            return None
        start = self._position
        size = int.from_bytes(self._data[start + _BASE_OFFSET_BYTES : start + _LOG_OVERHEAD_BYTES], "big")
        self._position = start + _LOG_OVERHEAD_BYTES + size
        return _Batch(batch, self._data[start : self._position])


def tolerate() -> None:
    """Have every consumer of this process read such records."""
    fetcher.MemoryRecords = _Records
