"""Which models the package carries, so that an event says what it was made with."""

import hashlib
from functools import cache
from importlib.resources import files


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    shipped = sorted((files("copydesk") / "models").iterdir(), key=lambda file: file.name)
    return tuple((file.name.partition(".")[0], hashlib.sha256(file.read_bytes()).hexdigest()[:12]) for file in shipped)


def model_versions() -> dict[str, str]:
    """Name of each model -> the first twelve digits of its file's SHA-256."""
    return dict(_versions())
