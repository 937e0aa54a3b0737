"""What an editing process does with one record: read it, edit it, say where it came from."""

import json
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from copydesk.errors import DeskError, RejectedError
from copydesk.printable import printable
from copydesk.stream.record import Record

if TYPE_CHECKING:
    from copydesk.desk.tags.tag import TagRules

_LONGEST_TRACE = 4000  # characters


@dataclass(frozen=True, slots=True)
class Edited:
    """An article event as bytes, and the id it is keyed by."""

    id: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a record could not be edited: the stable word, the exception's full name, and the line for people.

    trace: of a bug of ours, where it is; else empty.
    """

    reason: str
    exception: str
    message: str
    trace: str = ""

    @classmethod
    def because(cls, error: BaseException) -> "Refused":
        kind = type(error)
        name = f"{kind.__module__}.{kind.__qualname__}"
        if isinstance(error, RejectedError):
            return cls(error.reason, name, printable(str(error)))
        message = printable(f"the desk failed: {kind.__name__}: {error}")
        trace = "".join(traceback.format_exception(error))[-_LONGEST_TRACE:].rstrip("\n")
        # Indented, so that no line of it passes for one of the log's own.
        return cls(DeskError.reason, name, message, "".join(f"\n    {printable(line)}" for line in trace.split("\n")))


Outcome = Edited | Refused
Task = Callable[[Record], Edited]


def edit_record(record: Record, rules: "TagRules | None" = None) -> Edited:
    """Edit one raw record, tagged by the operator's rules. Raises RejectedError where it cannot be edited.

    The desk is imported here and not above, so that only the editing processes carry its models.
    """
    from copydesk.desk.edit import edit  # noqa: PLC0415
    from copydesk.desk.intake import read  # noqa: PLC0415

    headers = {name: value for name, value in record.headers if value is not None}
    article = edit(read(record.value, headers), rules)
    source = article.source.model_copy(
        update={
            "topic": record.topic,
            "partition": record.partition,
            "offset": record.offset,
            "timestamp": record.pushed,
        }
    )
    return Edited(str(article.id), article.model_copy(update={"source": source}).to_json())


def pack(outcome: Outcome) -> bytes:
    """An outcome as bytes: one line of JSON, then the event.

    Not pickle: it comes from a process that read hostile input.
    """
    if isinstance(outcome, Edited):
        return json.dumps({"id": outcome.id}).encode() + b"\n" + outcome.value
    return json.dumps(asdict(outcome)).encode() + b"\n"


def unpack(data: bytes) -> Outcome:
    """The inverse of `pack`."""
    line, _, value = data.partition(b"\n")
    fields = json.loads(line)
    return Edited(fields["id"], value) if "id" in fields else Refused(**fields)
