"""The operator's settings, as the desk's rules."""

from pathlib import Path

from copydesk.config import Settings
from copydesk.desk.tags.subjects.topics import Taxonomy, parse_taxonomy
from copydesk.desk.tags.tag import TagRules
from copydesk.errors import OperationError


def tag_rules(settings: Settings) -> TagRules:
    """What the settings say about tags. Raises OperationError that names the file, and the line where it is wrong."""
    taxonomy = _read_taxonomy(Path(settings.taxonomy)) if settings.taxonomy is not None else None
    return TagRules(least_confidence=settings.tag_confidence, taxonomy=taxonomy)


def _read_taxonomy(path: Path) -> Taxonomy:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OperationError(f"taxonomy {path}: {error}") from None
    try:
        return parse_taxonomy(text)
    except OperationError as error:
        raise OperationError(f"taxonomy {path}, {error}") from None
