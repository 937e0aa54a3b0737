"""Everything that can go wrong, whose fault it is, and what a shell should do about it.

CopydeskError
├── RejectedError       the payload's fault: goes to the rejected topic as it came, never retried by itself
│   ├── PayloadError         the raw record breaks the contract: not JSON, a wrong field, a tombstone
│   ├── ContentError         the content cannot be read: its bytes, its charset, its media type
│   ├── NoArticleError       the content was read and holds no article
│   ├── TooCostlyError       editing it took too much time or memory, or crashed the process, twice
│   └── DeskError            editing it failed for a bug of ours
└── OperationError      ours or the operator's: settings, a topic that is missing; the command ends with 1
    └── UnreachableError     Kafka does not answer, or not yet: it may later
"""


class CopydeskError(Exception):
    """Any error that Copydesk raises on purpose; its text is one clear line."""


class RejectedError(CopydeskError):
    """The payload cannot be edited. `reason` is a stable word for machines, the message is for people."""

    reason = "rejected"


class PayloadError(RejectedError):
    reason = "payload"


class ContentError(RejectedError):
    reason = "content"


class NoArticleError(RejectedError):
    reason = "no_article"


class TooCostlyError(RejectedError):
    reason = "too_costly"


class DeskError(RejectedError):
    reason = "desk"


class OperationError(CopydeskError):
    """Something outside the payload stands in the way."""


class UnreachableError(OperationError):
    """Kafka does not answer, or not yet."""
