"""Where the tests find what is not part of the project."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and evaluation data beside the checkout; not part of the project."""
    path = Path(os.environ.get("COPYDESK_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip(f"no folder of samples and evaluation data at {path} (COPYDESK_SHARED names another)")
    return path
