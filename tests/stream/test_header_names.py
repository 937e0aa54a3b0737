"""Header names that are not UTF-8, byte by byte as a broker hands them on."""

import pytest
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from copydesk.stream.header_names import _Records


def batch_of(names: list[str], compression: int = 0) -> bytes:
    """One batch with a record for each name; `~~` stands for two bytes that are no UTF-8."""
    builder = DefaultRecordBatchBuilder(2, compression, 0, -1, -1, -1, 1 << 20)
    for offset, name in enumerate(names):
        headers = [("plain", b"1"), (name, b"2"), (name, None)]
        builder.append(offset, 1000 + offset, b"key", b"value %d" % offset, headers)
    return bytes(builder.build()).replace(b"~~", b"\xff\xfe")


def read(data: bytes) -> list[tuple[int, bytes, list[str]]]:
    records = _Records(data)
    found: list[tuple[int, bytes, list[str]]] = []
    while records.has_next():
        batch = records.next_batch()
        assert batch is not None
        found += [(record.offset, record.value, [name for name, _ in record.headers]) for record in batch]
    return found


@pytest.mark.parametrize("where", range(3))
def test_a_record_with_such_a_name_is_read_and_so_are_its_neighbours(where: int) -> None:
    names = ["a", "b", "c"]
    names[where] = "x~~y"
    expected = [name.replace("~~", "??") for name in names]
    assert read(batch_of(names)) == [
        (offset, b"value %d" % offset, ["plain", name, name]) for offset, name in enumerate(expected)
    ]


def test_batches_before_and_after_it_are_read() -> None:
    data = batch_of(["a"]) + batch_of(["~~"]) + batch_of(["ä"])
    assert [names[1] for _, _, names in read(data)] == ["a", "??", "ä"]


def test_a_batch_that_breaks_off_is_left_for_the_next_fetch() -> None:
    data = batch_of(["a"]) + batch_of(["b"])[:-1]
    assert [names[1] for _, _, names in read(data)] == ["a"]
