"""Events for people to read: a line each, or the whole receipt."""

from collections import Counter
from collections.abc import Iterator

import click
from pydantic import ValidationError
from rich.text import Text

from copydesk.article import Article, Country, Entity, Moment
from copydesk.desk.normalise import normalise

_TAGS_SHOWN = 5


def read_event(value: bytes | None) -> Article | None:
    """The event, or None (and a line on stderr) where somebody else wrote something else to the topic."""
    try:
        return Article.model_validate_json(value or b"")
    except ValidationError as error:
        click.echo(f"copydesk: passed over a record that is no article event: {error.errors()[0]['msg']}", err=True)
        return None


def one_line(article: Article) -> Text:
    """Date, language, title, length, and what was cut."""
    line = Text()
    line.append(f"{article.published.at[:10] if article.published else '':10}", "dim")
    line.append(f"  {article.language.code:3} ", "cyan")
    line.append(f" {normalise(article.title) if article.title else _opening(article)} ", "bold")
    if article.authors:
        line.append(f" {normalise(', '.join(author.name for author in article.authors))} ", "italic")
    countries = " ".join(country.code for country in article.tags.countries[:_TAGS_SHOWN])
    facts = [f"{article.body.word_count} words", f"{len(article.removed)} lines cut"]
    line.append(f" {countries} ".rstrip(), "green")
    line.append(f" ({', '.join(facts)})", "dim")
    return line


def summary(article: Article) -> Iterator[Text]:
    """What the event says, in a few lines."""
    yield one_line(article)
    if topics := [topic.label for topic in article.tags.topics[:_TAGS_SHOWN]]:
        yield _detail("about", ", ".join(topics))
    names = article.tags.people + article.tags.organisations + article.tags.places
    if names:
        names = sorted(names, key=lambda name: -name.salience)
        yield _detail("names", ", ".join(name.name for name in names[:_TAGS_SHOWN]))
    if roles := Counter(cut.role for cut in article.removed):
        yield _detail("cut", ", ".join(f"{count} {role}" for role, count in roles.most_common()))
    yield _detail("body", _opening(article))


def explain(article: Article) -> Iterator[Text]:
    """Each line of the input with its fate and the reason, then metadata and tags with their evidence."""
    rows: list[tuple[tuple[int, int], str, float | None, str, str]] = [
        *((block.lines, block.kind, None, block.text, "") for block in article.body.blocks),
        *((cut.lines, cut.role, cut.score, cut.text, cut.reason) for cut in article.removed),
    ]
    for lines, role, score, text, reason in sorted(rows, key=lambda row: row[0]):
        numbers = f"{lines[0]}" if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"
        line = Text(f"{numbers:>9}  ", "dim")
        line.append(f"{role:13}", "green" if score is None else "yellow")
        line.append(f" {'' if score is None else f'{score:.2f}':4}  ")
        line.append(_short(text, 80), "" if score is None else "dim")
        if reason:
            line.append(f"  — {reason}", "italic dim")
        yield line
    yield from _metadata(article)
    yield from _tags(article)
    for warning in article.warnings:
        yield _detail("warning", f"{warning.code}: {warning.message}")


def _metadata(article: Article) -> Iterator[Text]:
    yield Text()
    stated = {
        "id": str(article.id),
        "title": article.title,
        "subtitle": article.subtitle,
        "series": article.series,
        "issue": article.issue,
        "breadcrumb": " > ".join(article.breadcrumb),
        "publisher": article.publisher,
        "authors": ", ".join(author.name for author in article.authors),
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "language": f"{article.language.code} ({article.language.confidence:.2f})",
        "reading": f"{article.reading_minutes} minutes" if article.reading_minutes is not None else None,
        "rights": article.rights.notice if article.rights else None,
        "url": article.url,
    }
    for name, value in stated.items():
        if value:
            yield _detail(name, value)


def _moment(moment: Moment | None) -> str | None:
    return f"{moment.at} ({moment.precision}; {_short(moment.evidence, 60)})" if moment else None


def _tags(article: Article) -> Iterator[Text]:
    tags = article.tags
    groups: list[tuple[str, list[str]]] = [
        ("country", [_tag(country.code, country, article) for country in tags.countries]),
        ("person", [_tag(entity.name, entity, article) for entity in tags.people]),
        ("organisation", [_tag(entity.name, entity, article) for entity in tags.organisations]),
        ("place", [_tag(entity.name, entity, article) for entity in tags.places]),
        ("topic", [f"{t.score:.2f}  {t.id} {t.label} — {', '.join(t.evidence)}" for t in tags.topics]),
        ("keyword", [f"{keyword.score:.2f}  {keyword.text}" for keyword in tags.keywords]),
    ]
    for kind, lines in groups:
        for line in lines:
            yield _detail(kind, line)


def _tag(name: str, tag: Country | Entity, article: Article) -> str:
    words = Counter(article.body.text[start:end] for start, end in tag.mentions)
    printed = ", ".join(f"{word} ×{count}" if count > 1 else word for word, count in words.most_common())
    return f"{tag.salience:.2f}  {name} — {_short(printed, 100)}"


def _detail(name: str, value: str) -> Text:
    line = Text(f"  {name:>12}  ", "dim")
    line.append(normalise(value))
    return line


def _opening(article: Article) -> str:
    return _short(" ".join(article.body.text.split()), 100)


def _short(text: str, length: int) -> str:
    text = normalise(text)  # what others wrote to the topic may hold a terminal's commands
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
