"""The generated contract: fresh, valid, and no break for readers of the last release."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import copydesk
from copydesk import RawArticle
from copydesk.errors import PayloadError
from copydesk.schemas import generate

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
Schema = dict[str, Any]


@pytest.mark.parametrize("name", sorted(generate()))
def test_schemas_are_fresh(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == generate()[name], "stale: run `make schemas`"


@pytest.mark.parametrize("name", ["article.v1.json", "raw-article.v1.json"])
def test_they_are_json_schema_2020_12(name: str) -> None:
    schema = json.loads(generate()[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_an_event_is_valid() -> None:
    raw = RawArticle(content="A line.\nAnother line.", clean=True, url="https://a.example/1", meta={"k": 1})
    event = json.loads(copydesk.edit(raw).to_json())
    jsonschema.validate(event, json.loads(generate()["article.v1.json"]))


def test_a_raw_article_is_valid_and_a_wrong_one_is_not() -> None:
    schema = json.loads(generate()["raw-article.v1.json"])
    jsonschema.validate({"content": "x", "anything": "else"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"content": "x", "authors": "A"}, schema)


@pytest.mark.parametrize(
    "raw", [{}, {"id": "7"}, {"content": "x", "content_base64": "eA=="}, {"content": None}, {"content_base64": None}]
)
def test_a_raw_article_has_exactly_one_content(raw: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(raw, json.loads(generate()["raw-article.v1.json"]))
    with pytest.raises(PayloadError, match="exactly one of content"):
        RawArticle.from_json(json.dumps(raw))


def test_they_do_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = generate()
    monkeypatch.setenv("COPYDESK_RAW_TOPIC", "mine")
    monkeypatch.setenv("COPYDESK_PARTITIONS", "many")
    assert generate() == before


def test_asyncapi_names_every_topic_key_and_message() -> None:
    document = json.loads(generate()["asyncapi.json"])
    assert document["asyncapi"].startswith("3.")
    assert {channel["address"] for channel in document["channels"].values()} == {
        "news.article.raw.v1",
        "news.article.enriched.v1",
        "news.article.rejected.v1",
    }
    for channel in document["channels"].values():
        for message in channel["messages"].values():
            found = document["components"]["messages"][message["$ref"].rpartition("/")[2]]
            assert "headers" in found or found["contentType"] == "application/json"
            assert "key" in found["bindings"]["kafka"]


def breaks(reads: Schema, writes: Schema, read_root: Schema, write_root: Schema, at: str = "") -> list[str]:
    """Why something that `writes` describes may surprise a reader who goes by `reads`; empty where nothing does."""
    reads, writes = _resolve(reads, read_root), _resolve(writes, write_root)
    wanted, given = _options(reads, read_root), _options(writes, write_root)
    new = [kind for kind in given if wanted and kind not in wanted]
    if new and given:
        return [f"{at or 'the whole'} may be {', '.join(new)}"]
    if "enum" in reads and set(writes.get("enum", ["anything"])) - set(reads["enum"]):
        return [f"{at} has values that were not there"]
    found = []
    for name, there in _branches(reads, "properties").items():
        here = _branches(writes, "properties").get(name)
        if here is None:
            found += [f"{at}.{name} is gone"] if name in reads.get("required", ()) else []
            continue
        if name in reads.get("required", ()) and name not in writes.get("required", ()):
            found.append(f"{at}.{name} may be absent")
        found += breaks(there, here, read_root, write_root, f"{at}.{name}")
    if "items" in reads and "items" in writes:
        found += breaks(reads["items"], writes["items"], read_root, write_root, f"{at}[]")
    return found


def _resolve(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def _options(schema: Schema, root: Schema) -> list[str]:
    kinds = [_resolve(option, root).get("type") for option in schema.get("anyOf", [schema])]
    return [kind for kind in kinds if kind is not None]


def _branches(schema: Schema, name: str) -> Schema:
    found: Schema = schema.get(name, {})
    return found


class TestCompatibility:
    """Readers of the last released event, and publishers of the last released raw article, keep working."""

    def test_no_event_surprises_a_reader_of_the_last_release(self) -> None:
        released = json.loads((SCHEMAS / "released" / "article.v1.json").read_text(encoding="utf-8"))
        now = json.loads(generate()["article.v1.json"])
        assert breaks(released, now, released, now) == []

    def test_no_raw_article_of_the_last_release_is_refused_now(self) -> None:
        released = json.loads((SCHEMAS / "released" / "raw-article.v1.json").read_text(encoding="utf-8"))
        now = json.loads(generate()["raw-article.v1.json"])
        assert breaks(now, released, now, released) == []

    @pytest.mark.parametrize(
        ("path", "change", "complaint"),
        [
            pytest.param([], lambda s: s["properties"].pop("title"), ".title is gone", id="a field dropped"),
            pytest.param([], lambda s: s["required"].remove("title"), ".title may be absent", id="a field optional"),
            pytest.param(
                ["properties"],
                lambda s: s.update(title={"type": "integer"}),
                ".title may be integer",
                id="a type changed",
            ),
            pytest.param(
                ["$defs", "Block", "properties", "kind", "enum"],
                lambda s: s.append("poem"),
                ".body.blocks[].kind has values that were not there",
                id="a new kind of block",
            ),
        ],
    )
    def test_a_breaking_change_is_noticed(self, path: list[str], change: Any, complaint: str) -> None:
        then, now = json.loads(generate()["article.v1.json"]), json.loads(generate()["article.v1.json"])
        part = now
        for step in path:
            part = part[step]
        change(part)
        assert complaint in breaks(then, now, then, now)

    def test_a_new_field_is_no_break(self) -> None:
        then, now = json.loads(generate()["article.v1.json"]), json.loads(generate()["article.v1.json"])
        now["properties"]["mood"] = {"type": "string"}
        assert breaks(then, now, then, now) == []
