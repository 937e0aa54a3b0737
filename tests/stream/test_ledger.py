"""The ledger of a partition, as a law over every order in which work can end."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.stream.ledger import Ledger

OFFSETS = st.lists(st.integers(0, 10_000), unique=True, max_size=40).map(sorted)


@given(offsets=OFFSETS, data=st.data())
def test_results_leave_in_the_order_of_their_offsets_whatever_order_they_came_in(
    offsets: list[int], data: st.DataObject
) -> None:
    ledger: Ledger[str] = Ledger(0)
    assert all(ledger.take(offset) for offset in offsets)
    left: list[int] = []
    finished: set[int] = set()
    for offset in data.draw(st.permutations(offsets)):
        ledger.finish(offset, f"of {offset}")
        finished.add(offset)
        ready = ledger.ready()
        count = data.draw(st.integers(0, len(ready)))
        ledger.drop(count)
        left += [each for each, result in ready[:count] if result == f"of {each}"]
        # Nothing that left is newer than something unfinished: what is committed is done.
        unfinished = [each for each in offsets if each not in finished]
        assert not left or not unfinished or max(left) < min(unfinished)
    ledger.drop(len(ledger.ready()))
    assert len(ledger) == 0
    assert left == offsets[: len(left)]


@given(start=st.integers(0, 100), offsets=st.lists(st.integers(0, 200), max_size=60))
def test_each_offset_is_taken_once_and_none_from_before_the_start(start: int, offsets: list[int]) -> None:
    ledger: Ledger[str] = Ledger(start)
    taken = [offset for offset in offsets if ledger.take(offset)]
    assert taken == sorted(set(taken))
    assert all(offset >= start for offset in taken)


def test_one_unfinished_record_holds_back_all_that_came_after_it() -> None:
    ledger: Ledger[str] = Ledger(10)
    for offset in (10, 11, 12):
        ledger.take(offset)
    ledger.finish(11, "b")
    ledger.finish(12, "c")
    assert ledger.ready() == []
    ledger.finish(10, "a")
    assert ledger.ready() == [(10, "a"), (11, "b"), (12, "c")]
