"""A sign of life for a health check: a file that is touched for as long as the worker takes part in its group."""

import asyncio
from pathlib import Path

from copydesk.errors import OperationError

TOUCH_SECONDS = 5.0


async def show_health(name: str, joined: asyncio.Event) -> None:
    """Touch the file every five seconds while `joined` is set, until cancelled. Touching needs the event loop to run.

    Raises OperationError where the file cannot be touched.
    """
    while True:
        await joined.wait()
        try:
            Path(name).touch()  # noqa: ASYNC240 - one system call, on a file in memory as a rule
        except OSError as error:
            raise OperationError(f"health_file {name}: {error.strerror}") from None
        await asyncio.sleep(TOUCH_SECONDS)
