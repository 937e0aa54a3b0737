"""The package's public face: what it exports is what it says, and it is typed."""

import types
from pathlib import Path

import copydesk


def test_nothing_public_escapes_the_list() -> None:
    public = {
        name
        for name, value in vars(copydesk).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__"} == set(copydesk.__all__)


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(copydesk.__file__).parent / "py.typed").exists()
