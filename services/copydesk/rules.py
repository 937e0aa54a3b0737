"""The operator's settings, as the desk's rules."""

from copydesk.config import Settings
from copydesk.desk.tags.tag import TagRules
from copydesk.desk.tags.topics import load_taxonomy


def tag_rules(settings: Settings) -> TagRules:
    """What the settings say about tags. Raises OperationError that names the line where the taxonomy is wrong."""
    taxonomy = load_taxonomy(settings.taxonomy) if settings.taxonomy is not None else None
    return TagRules(least_confidence=settings.tag_confidence, taxonomy=taxonomy)
