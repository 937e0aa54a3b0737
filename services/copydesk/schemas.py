"""The machine-readable contract: JSON Schemas of what goes in and out, and an AsyncAPI document of the topics."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from copydesk.article import Article, RawArticle
from copydesk.config import Settings
from copydesk.stream import events, rejects
from copydesk.stream.record import PUSHED
from copydesk.version import __version__

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def generate() -> dict[str, str]:
    """File name -> contents of every file of schemas/ that is generated."""
    return {
        "raw-article.v1.json": _text(_schema(RawArticle, "raw-article", "validation")),
        "article.v1.json": _text(_schema(Article, "article", "serialization")),
        "asyncapi.json": _text(_asyncapi()),
    }


def write(directory: Path) -> list[Path]:
    """Write the files into `directory`, which is made if need be; returns their paths."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in generate().items():
        paths.append(directory / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _schema(model: type[BaseModel], name: str, mode: JsonSchemaMode) -> dict[str, Any]:
    return {"$schema": _DIALECT, "$id": f"urn:copydesk:schema:{name}:v1", **model.model_json_schema(mode=mode)}


def _asyncapi() -> dict[str, Any]:
    """AsyncAPI 3.0.0, with the default names of the topics."""
    settings = Settings.model_construct()  # the defaults, whatever the environment says
    topics = {
        "raw": (settings.raw_topic, "What publishers push.", ["rawArticle", "rawBytes"]),
        "enriched": (settings.enriched_topic, "One event for each article that was accepted.", ["article"]),
        "rejected": (settings.rejected_topic, "What could not be edited, byte for byte as it came.", ["rejected"]),
    }
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Copydesk",
            "version": __version__,
            "description": "Raw articles in, clean and structured article events out.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "channels": {
            name: {
                "address": address,
                "description": description,
                "messages": {message: {"$ref": f"#/components/messages/{message}"} for message in messages},
                "bindings": {"kafka": {"topic": address, "partitions": settings.partitions}},
            }
            for name, (address, description, messages) in topics.items()
        },
        "operations": {
            "edit": {
                "action": "receive",
                "channel": {"$ref": "#/channels/raw"},
                "description": "Each record is edited once; its outcome is one event or one rejected record.",
            },
            "publish": {"action": "send", "channel": {"$ref": "#/channels/enriched"}},
            "reject": {"action": "send", "channel": {"$ref": "#/channels/rejected"}},
        },
        "components": {"messages": _messages()},
    }


def _messages() -> dict[str, Any]:
    any_key = {"kafka": {"key": {"type": ["string", "null"], "description": "Any key, or none."}}}
    return {
        "rawArticle": {
            "summary": "A raw article as a JSON object.",
            "contentType": "application/json",
            "bindings": any_key,
            "payload": {"$ref": "raw-article.v1.json"},
        },
        "rawBytes": {
            "summary": "The article itself, plain text or HTML; without a content-type header it is sniffed.",
            "contentType": "application/octet-stream",
            "bindings": any_key,
            "headers": _headers(
                {
                    "content-type": "text/plain, text/html or application/xhtml+xml, with an optional charset.",
                    "url": "Where the article was published.",
                    "id": "The publisher's own id of the article.",
                    "site": "The site's name or domain.",
                    PUSHED: "Of a record that was put back: when it was first pushed, milliseconds since 1970 UTC.",
                }
            ),
            "payload": {"type": "string", "format": "binary"},
        },
        "article": {
            "summary": "A clean, structured article event.",
            "contentType": "application/json",
            "bindings": {"kafka": {"key": {"type": "string", "format": "uuid", "description": "The article's id."}}},
            "headers": _headers(
                {
                    "ce_specversion": "CloudEvents 1.0, binary mode.",
                    "ce_id": "Names the raw record: topic, partition, offset.",
                    "ce_type": events.TYPE,
                    "ce_source": events.SOURCE,
                    "ce_time": "When the raw record was first pushed.",
                    "ce_subject": "The article's id.",
                    "ce_dataschema": "The schema of the payload.",
                    "content-type": "application/json",
                    "traceparent": "As it came with the raw record (W3C Trace Context).",
                    "tracestate": "Likewise.",
                }
            ),
            "payload": {"$ref": "article.v1.json"},
        },
        "rejected": {
            "summary": "The raw record as it came, key, value, headers and timestamp, with the reason in headers.",
            "bindings": any_key,
            "headers": _headers(
                {
                    rejects.TOPIC: "The topic it came from.",
                    rejects.PARTITION: "The partition it came from.",
                    rejects.OFFSET: "The offset it had there.",
                    rejects.CONNECTOR: "The consumer group that rejected it.",
                    rejects.STAGE: "Kafka Connect's word for the step that failed.",
                    rejects.CLASS: "What was to be done with it.",
                    rejects.EXCEPTION: "The error's full name.",
                    rejects.MESSAGE: "The error, naming the field or the byte.",
                    rejects.REASON: "The kind of error, a stable word.",
                    rejects.OMITTED: "Only where the payload did not fit into the topic and was left out: its size.",
                }
            ),
            "payload": {"type": "string", "format": "binary"},
        },
    }


def _headers(descriptions: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"type": "string", "description": text} for name, text in descriptions.items()},
    }
