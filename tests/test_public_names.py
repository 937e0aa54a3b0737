"""The package's public face: what it exports is what it says, and it is typed."""

import subprocess
import sys
import types
from pathlib import Path

import copydesk


def test_nothing_public_escapes_the_list() -> None:
    public = {
        name
        for name, value in vars(copydesk).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__", "edit"} == set(copydesk.__all__)


def test_who_does_not_edit_does_not_load_the_desk() -> None:
    program = (
        "import sys, copydesk.cli, copydesk.client, copydesk.show, copydesk.stream.redrive\n"
        "assert not {'copydesk.desk.edit', 'copydesk.desk.judging', 'copydesk.desk.tags'} & set(sys.modules)\n"
        "from copydesk import edit\n"
        "assert edit is copydesk.edit is sys.modules['copydesk.desk.edit'].edit\n"
        "assert not hasattr(copydesk, 'anything')"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(copydesk.__file__).parent / "py.typed").exists()
