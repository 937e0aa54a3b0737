"""What an operator decides about tags, from the settings to the event."""

from pathlib import Path

import pytest

import copydesk
from copydesk import Article, OperationError, RawArticle
from copydesk.config import Settings
from copydesk.rules import tag_rules

TEXT = (
    "The neobank Tallin Pay opened a branch in Georgia on Monday. Its chief executive, Maria Tamm, said that open "
    "banking had made it possible. The central bank in Tbilisi had asked for a licence. Shares fell a little."
)
OWN = '{"id": "acme:fintech", "labels": {"en": "Fintech"}, "terms": ["neobank", "open banking"]}\n'


def edit(settings: Settings) -> Article:
    return copydesk.edit(RawArticle(content=TEXT, clean=True), tag_rules(settings))


def count(article: Article) -> int:
    tags = article.tags
    return len(tags.countries) + len(tags.people) + len(tags.organisations) + len(tags.places) + len(tags.topics)


def test_confidence_nought_publishes_all_and_one_hardly_any() -> None:
    everything, default, nothing = (count(edit(Settings(tag_confidence=least))) for least in (0, None, 1))
    assert everything > default > nothing


def test_an_own_taxonomy_stands_beside_media_topics(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(OWN)
    topics = edit(Settings(taxonomy=str(tmp_path / "own.jsonl"), tag_confidence=0)).tags.topics
    own = {topic.id: topic for topic in topics}["acme:fintech"]
    assert (own.label, set(own.evidence)) == ("Fintech", {"neobank", "open banking"})
    assert any(topic.id.startswith("medtop:") for topic in topics)


def test_an_event_says_with_which_taxonomy_it_was_made(tmp_path: Path) -> None:
    versions = []
    for number, text in enumerate((OWN, OWN, OWN.replace("Fintech", "Finance technology"))):
        (tmp_path / f"{number}.jsonl").write_text(text)
        versions.append(edit(Settings(taxonomy=str(tmp_path / f"{number}.jsonl"))).editor.models["taxonomy"])
    assert versions[0] == versions[1] != versions[2]
    assert "taxonomy" not in edit(Settings()).editor.models


def test_a_bad_taxonomy_stops_the_start_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(OWN + '{"id": "acme:other"}\n')
    with pytest.raises(OperationError, match=r"own\.jsonl, line 2: labels"):
        tag_rules(Settings(taxonomy=str(tmp_path / "own.jsonl")))


@pytest.mark.parametrize("content", [None, b"\xff\xfe"], ids=["not there", "not UTF-8"])
def test_a_taxonomy_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "own.jsonl").write_bytes(content)
    with pytest.raises(OperationError, match=r"taxonomy .*own\.jsonl: "):
        tag_rules(Settings(taxonomy=str(tmp_path / "own.jsonl")))
