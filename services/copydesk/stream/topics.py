"""The topics: create them as the design has them, or say how they differ."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.stream.connection import HEADROOM_BYTES, admin, largest_event, largest_reject

_DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it should be. `policy`: its configuration in Kafka's words."""

    name: str
    partitions: int
    replication: int
    policy: dict[str, str]


def wanted(settings: Settings) -> list[Topic]:
    """The topics of the design under the settings' names, sizes and retention."""
    sizes_and_days = [
        (settings.raw_topic, settings.max_payload_bytes + HEADROOM_BYTES, settings.raw_retention_days),
        (settings.enriched_topic, largest_event(settings), settings.enriched_retention_days),
        (settings.rejected_topic, largest_reject(settings), settings.rejected_retention_days),
    ]
    return [
        Topic(
            name,
            settings.partitions,
            settings.replication,
            {
                "cleanup.policy": "delete",
                "retention.ms": str(round(days * _DAY_MS)),
                "max.message.bytes": str(size),
                # The publisher's own time, and in the rejected topic the original's.
                "message.timestamp.type": "CreateTime",
            },
        )
        for name, size, days in sizes_and_days
    ]


async def apply(settings: Settings) -> list[str]:
    """Create the topics that are missing; topics that exist are never changed. Returns a line for each topic.

    Raises OperationError where Kafka refuses.
    """
    async with admin(settings) as client:
        created = [(topic, await _create(client, topic)) for topic in wanted(settings)]
        await _until_known(client, settings)
        return [
            f"{topic.name}: created, {topic.partitions} partitions"
            if is_new
            else f"{topic.name}: exists already, {len(await _partitions(client, topic.name))} partitions"
            for topic, is_new in created
        ]


async def check(settings: Settings) -> list[str]:
    """Every difference between the topics there are and the topics wanted, a line each; empty where all is well."""
    async with admin(settings) as client:
        return await differences(client, wanted(settings))


async def require(client: AIOKafkaAdminClient, settings: Settings, names: Iterable[str]) -> None:
    """Raise OperationError, naming the command that makes them, unless all topics are there."""
    there = await client.list_topics()
    missing = [name for name in names if name not in there]
    if missing:
        raise OperationError(
            f"missing on {settings.bootstrap}: {', '.join(missing)}; create with `copydesk topics apply`"
        )


async def partitions_of(client: AIOKafkaClient, topic: str) -> list[int]:
    """The topic's partitions. Raises OperationError where there is none, naming the command that makes it."""
    partitions = (await client.fetch_all_metadata()).partitions_for_topic(topic)
    if not partitions:
        raise OperationError(f"no topic {topic}; create with `copydesk topics apply`")
    return sorted(partitions)


async def differences(client: AIOKafkaAdminClient, topics: list[Topic]) -> list[str]:
    """A line for each way in which a topic is not as it should be."""
    there = set(await client.list_topics())
    lines = []
    for topic in topics:
        if topic.name not in there:
            lines.append(f"{topic.name}: missing")
            continue
        partitions = await _partitions(client, topic.name)
        if len(partitions) != topic.partitions:
            lines.append(f"{topic.name}: {len(partitions)} partitions, not {topic.partitions}")
        replication = min((len(partition["replicas"]) for partition in partitions), default=0)
        if replication != topic.replication:
            lines.append(f"{topic.name}: {replication} replicas, not {topic.replication}")
        try:
            policy = await _policy(client, topic.name)
        except KafkaError as error:
            lines.append(f"{topic.name}: its policy cannot be read: {error}")
            continue
        lines += [
            f"{topic.name}: {name} is {policy.get(name, 'not set')}, not {value}"
            for name, value in topic.policy.items()
            if policy.get(name) != value
        ]
    return lines


async def _partitions(client: AIOKafkaAdminClient, topic: str) -> list[dict[str, Any]]:
    """The topic's partitions as Kafka describes them."""
    (found,) = await client.describe_topics([topic])
    partitions: list[dict[str, Any]] = found["partitions"]
    return partitions


async def _create(client: AIOKafkaAdminClient, topic: Topic) -> bool:
    new = NewTopic(topic.name, topic.partitions, topic.replication, topic_configs=topic.policy)
    try:
        response = await client.create_topics([new])
    except KafkaError as error:
        raise OperationError(f"cannot create {topic.name}: {error}") from None
    for _, code, *text in response.topic_errors:
        kind = for_code(code)
        if kind is TopicAlreadyExistsError:
            return False
        if code:
            raise OperationError(f"cannot create {topic.name}: {text[0] if text and text[0] else kind.__name__}")
    return True


async def _until_known(client: AIOKafkaAdminClient, settings: Settings) -> None:
    """Kafka answers before every broker knows the new topic."""
    names = {topic.name for topic in wanted(settings)}
    try:
        async with asyncio.timeout(settings.connect_timeout_seconds):
            while not names <= set(await client.list_topics()):  # noqa: ASYNC110 - it is Kafka that is polled
                await asyncio.sleep(0.1)
    except TimeoutError:
        raise OperationError(f"Kafka at {settings.bootstrap} does not list the topics that it created") from None


async def _policy(client: AIOKafkaAdminClient, topic: str) -> dict[str, str]:
    """The topic's configuration. Raises KafkaError where it may not be read."""
    responses = await client.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    policy: dict[str, str] = {}
    for response in responses:
        for code, text, _, _, entries in response.resources:
            if code:
                raise for_code(code)(text)
            policy |= {entry[0]: entry[1] for entry in entries if entry[1] is not None}
    return policy
