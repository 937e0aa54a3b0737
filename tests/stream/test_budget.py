"""The bound on what a worker holds."""

import asyncio

import pytest

from copydesk.stream.budget import Budget


@pytest.mark.parametrize(
    ("records", "size", "sizes", "let_in"),
    [
        pytest.param(2, 1000, [1, 1, 1], 2, id="so many records"),
        pytest.param(100, 10, [4, 4, 4], 2, id="so many bytes"),
        pytest.param(100, 10, [50, 1], 1, id="one too large for the budget is let in alone"),
        pytest.param(100, 10, [1, 50], 1, id="but not beside another"),
    ],
)
async def test_whoever_finds_no_room_waits(records: int, size: int, sizes: list[int], let_in: int) -> None:
    budget = Budget(records, size)
    tasks = [asyncio.create_task(budget.take(each)) for each in sizes]
    await asyncio.sleep(0.01)
    assert sum(task.done() for task in tasks) == let_in
    while let_in:
        await budget.give_back(1, sizes[0])
        sizes = sizes[1:]
        await asyncio.sleep(0.01)
        let_in = len(sizes)
    assert all(task.done() for task in tasks)
    assert budget.held == (0, 0)


async def test_what_grew_keeps_others_out() -> None:
    budget = Budget(10, 10)
    await budget.take(1)
    budget.grow(9)
    waiting = asyncio.create_task(budget.take(1))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    await budget.give_back(1, 10)
    await asyncio.wait_for(waiting, 1)
