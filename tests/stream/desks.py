"""Desks for the tests: small, and as badly behaved as each test needs. Editing processes import them by name."""

import ctypes
import hashlib
import os
import time

from copydesk.errors import NoArticleError, PayloadError
from copydesk.stream.record import Record
from copydesk.stream.task import Edited

WORK_SECONDS = 0.002


def edit(record: Record) -> Edited:  # noqa: C901, PLR0912 - one table of misdeeds
    """The value says what happens; anything else is an article after two milliseconds of work."""
    match record.value:
        case None:
            raise PayloadError("a takedown")
        case b"no article":
            raise NoArticleError("no article in it")
        case b"bug":
            raise ValueError("a bug of ours")
        case b"crash":
            ctypes.string_at(0)
        case b"crash once":
            crash_once(record)
            return Edited("survived", b"{}")
        case b"spin":
            while True:
                pass
        case b"sleep":
            time.sleep(3600)
        case b"memory":
            bytearray(1 << 40)
        case b"much memory":
            hoard = [bytearray(b"x" * (8 << 20)) for _ in range(1000)]
            del hoard
        case b"exit":
            os._exit(3)
        case b"huge":
            return Edited("huge", b"x" * (9 << 20))
        case b"who":
            return Edited(str(os.getpid()), b"{}")
        case value:
            end = time.process_time() + WORK_SECONDS
            while time.process_time() < end:
                pass
            return Edited(hashlib.sha256(value).hexdigest()[:16], b'{"body":"%s"}' % value)
    raise AssertionError("not reached")


def crash_once(record: Record) -> None:
    """Crash in the first process that gets the record: it leaves a mark in the directory that the key names."""
    mark = os.path.join((record.key or b"").decode(), "crashed")  # noqa: PTH118
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    ctypes.string_at(0)
