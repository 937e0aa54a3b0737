"""Logging: the standard library's, which Faust and aiokafka use themselves, so that all lines look alike.

A structured-logging library would be one more layer over the same records; a formatter is all that is missing.
"""

import json
import logging
import sys
import time

from copydesk.config import Settings
from copydesk.stream.events import rfc3339

# Clients repeat the same complaint several times a second while a broker is away.
_REPEAT_SECONDS = 10.0
_NOISY = ("faust", "mode", "aiokafka", "asyncio")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, where there is one, the exception."""

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": rfc3339(int(record.created * 1000)),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


class OncePerWhile(logging.Filter):
    """Lets a message of other people's libraries through once in ten seconds, whatever its arguments."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(_NOISY):
            return True
        key = record.name, str(record.msg)
        now = time.monotonic()
        if now - self._last.get(key, -_REPEAT_SECONDS) < _REPEAT_SECONDS:
            return False
        self._last[key] = now
        return True


def configure(settings: Settings) -> None:
    """Log to stderr as the settings say; other people's libraries from WARNING on, unless DEBUG is asked for."""
    handler = logging.StreamHandler(sys.stderr)
    if settings.log_format == "json":
        handler.setFormatter(JsonFormatter())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    if settings.log_level != "DEBUG":
        handler.addFilter(OncePerWhile())
        for name in _NOISY:
            logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(settings.log_level)))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
