"""A sign of life for a health check: a file that is touched for as long as the worker takes part in its group."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from copydesk.errors import OperationError

_TOUCH_SECONDS = 5.0


async def show_health(
    name: str, takes_part: Callable[[], Awaitable[bool]], every_seconds: float = _TOUCH_SECONDS
) -> None:
    """Touch the file every few seconds for as long as `takes_part` says so, until cancelled.

    That it is touched at all says that the event loop runs. Raises OperationError where it cannot be touched.
    """
    while True:
        if await takes_part():
            try:
                Path(name).touch()  # noqa: ASYNC240 - one system call, on a file in memory as a rule
            except OSError as error:
                raise OperationError(f"health_file {name}: {error.strerror}") from None
        await asyncio.sleep(every_seconds)
