"""Copydesk: a stream of raw articles in, clean and structured article events out."""

from copydesk.article import Article, RawArticle
from copydesk.desk.edit import edit
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
