"""Copydesk: a stream of raw articles in, clean and structured article events out."""

import importlib
import typing

from copydesk.article import Article, RawArticle
from copydesk.errors import (
    ContentError,
    CopydeskError,
    NoArticleError,
    OperationError,
    PayloadError,
    RejectedError,
    TooCostlyError,
)
from copydesk.version import __version__

if typing.TYPE_CHECKING:
    from copydesk.desk.edit import edit

__all__ = [
    "Article",
    "ContentError",
    "CopydeskError",
    "NoArticleError",
    "OperationError",
    "PayloadError",
    "RawArticle",
    "RejectedError",
    "TooCostlyError",
    "__version__",
    "edit",
]


def __getattr__(name: str) -> object:
    """`edit`, with the desk, which takes most of the time to import: who pushes or reads events does without."""
    if name == "edit":
        return importlib.import_module("copydesk.desk.edit").edit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
