"""Importing this loads the desk's models: the forkserver does it once, and every editing process shares them.

What goes wrong here is not swallowed for good: the first real record meets the same error, and is told.
"""

import contextlib

from copydesk.stream.record import Record
from copydesk.stream.task import edit_record

_TEXT = b"""A headline of some words

The council met on Monday in Vienna and agreed on a plan for the river, the mayor said. It was the third meeting.

Work begins in spring and is expected to take two years, according to the city.
"""
_HTML = b"<!doctype html><html><body><h1>A headline</h1>" + b"".join(
    b"<p>%s</p>" % line for line in _TEXT.splitlines() if line
)

for _value in (_TEXT, _HTML):
    with contextlib.suppress(Exception):
        edit_record(Record("", 0, 0, None, None, _value))
