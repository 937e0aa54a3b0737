"""The file that a health check looks at."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from copydesk.errors import OperationError
from copydesk.stream.health import show_health


async def shown(name: Path, *, takes_part: bool) -> None:
    async def answer() -> bool:
        return takes_part

    with suppress(TimeoutError):
        await asyncio.wait_for(show_health(str(name), answer, every_seconds=0.01), 0.2)


async def test_it_is_touched_again_and_again_while_the_worker_takes_part(tmp_path: Path) -> None:
    name = tmp_path / "alive"
    await shown(name, takes_part=True)
    first = name.stat().st_mtime_ns
    await shown(name, takes_part=True)
    assert name.stat().st_mtime_ns > first


async def test_it_is_left_alone_while_the_worker_does_not(tmp_path: Path) -> None:
    await shown(tmp_path / "alive", takes_part=False)
    assert not (tmp_path / "alive").exists()


async def test_a_file_that_cannot_be_touched_ends_the_worker_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match=r"health_file .*missing/alive: No such file"):
        await shown(tmp_path / "missing" / "alive", takes_part=True)
