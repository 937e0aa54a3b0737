"""The people that tagging finds, for the tests of each way to find them."""

from copydesk.desk.tags.names import tag_names

Span = tuple[int, int]


def found(text: str, language: str) -> dict[str, list[Span]]:
    """The mentions of each person by the name that is published, [start, end) in code points."""
    names = tag_names(text, language=language, title=None, exclude=())
    return {entity.name: entity.mentions for entity in names.people}
