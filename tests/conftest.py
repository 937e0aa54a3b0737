"""Where the tests find what is not part of the project, and how what they start is told to end."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# An example that waits for a processor is no fault of what it tries.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: begun last, they would keep one process at work when the others are done."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and evaluation data beside the checkout; not part of the project."""
    path = Path(os.environ.get("COPYDESK_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip(f"no folder of samples and evaluation data at {path} (COPYDESK_SHARED names another)")
    return path


@pytest.fixture
def at_a_terminal() -> Iterator[None]:
    """Signals end what a test starts, also where the tests run under nohup or behind a shell's &, which ignore some."""
    handlers: dict[signal.Signals, Any] = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
