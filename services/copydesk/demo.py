"""The whole system in one terminal: a broker, a worker, sample articles, and the events as they come."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from aiokafka.structs import ConsumerRecord
from rich.console import Console
from rich.text import Text

from copydesk.client import follow, push
from copydesk.config import Settings
from copydesk.errors import OperationError
from copydesk.feeds import open_file, read_files
from copydesk.show import read_event, summary
from copydesk.signals import before, stop_signals
from copydesk.stream import rejects, topics
from copydesk.stream.broker import embedded_broker
from copydesk.stream.logs import configure
from copydesk.stream.reading import as_record
from copydesk.stream.worker import run

# Joining the group takes about five seconds, the samples less than one; a busy machine is slower.
_SAMPLES_LIMIT_SECONDS = 180


async def run_broker(settings: Settings) -> None:
    """Run the embedded broker until a signal ends it. Raises OperationError if it does not start or ends by itself."""
    console = Console(highlight=False, soft_wrap=True)
    with stop_signals() as stop, _broker(settings, stop) as address:
        console.print(f"the embedded broker listens on [bold]{address}[/bold]; it keeps nothing; Ctrl-C ends it")
        await topics.apply(settings.model_copy(update={"bootstrap": address}))
        await stop.wait()


async def run_demo(settings: Settings, *, once: bool) -> bool:
    """Show the sample articles come through, then whatever else is pushed until a signal ends it.

    With `once`, end when all samples have come through; returns whether they have. Without settings.bootstrap there is
    an embedded broker. Raises OperationError where something cannot start or go on, or the samples do not come through.
    """
    console = Console(highlight=False, soft_wrap=True)
    configure(settings.model_copy(update={"log_level": "ERROR"}))
    with stop_signals() as stop, ExitStack() as stack:
        if settings.bootstrap is None:
            console.print("[dim]starting the embedded broker …[/dim]")
            address = stack.enter_context(_broker(settings, stop))
            settings = settings.model_copy(update={"bootstrap": address})
        await topics.apply(settings)
        outcomes = [settings.enriched_topic, settings.rejected_topic]
        async with follow(settings, outcomes, from_start=False) as consumer, _worker(settings, stop):
            waiting = await _push_samples(settings)
            console.print(f"[dim]pushed {len(waiting)} sample articles; the worker joins its group …[/dim]\n")
            try:
                async with asyncio.timeout(_SAMPLES_LIMIT_SECONDS):
                    while waiting and (record := await before(stop, consumer.getone())):
                        waiting.discard(_show(record, settings, console))
            except TimeoutError:
                limit = _SAMPLES_LIMIT_SECONDS
                raise OperationError(f"{len(waiting)} samples did not come through within {limit} s") from None
            if not once and not stop.is_set():
                _invite(settings, console)
                while record := await before(stop, consumer.getone()):
                    _show(record, settings, console)
    return not waiting


@contextmanager
def _broker(settings: Settings, stop: asyncio.Event) -> Iterator[str]:
    """The embedded broker's bootstrap server; `stop` is set if it ends by itself."""
    loop = asyncio.get_running_loop()
    with embedded_broker(settings.broker_port, lambda: loop.call_soon_threadsafe(stop.set)) as address:
        yield address


@asynccontextmanager
async def _worker(settings: Settings, stop: asyncio.Event) -> AsyncIterator[None]:
    """A worker in this process; its failure is the demo's."""
    its_stop = asyncio.Event()
    worker = asyncio.create_task(run(settings, its_stop))
    worker.add_done_callback(lambda _: stop.set())
    try:
        yield
    finally:
        its_stop.set()
        await worker


async def _push_samples(settings: Settings) -> set[str]:
    """Push the package's samples; returns the coordinates of their records."""
    pushed: set[str] = set()
    with as_file(files("copydesk") / "samples") as directory:
        names = sorted(str(path) for path in directory.iterdir() if path.suffix in (".txt", ".html", ".json"))
        await push(
            settings,
            read_files(names, "auto", open_file),
            lambda _, sent: pushed.add(f"{sent.topic}/{sent.partition}/{sent.offset}"),
        )
    return pushed


def _show(record: ConsumerRecord, settings: Settings, console: Console) -> str:
    """Print one outcome; returns the coordinates of the raw record that it answers, "" for a record of others."""
    if record.topic == settings.enriched_topic:
        if (article := read_event(record.value)) is None:
            return ""
        for line in summary(article):
            console.print(line)
        console.print()
        source = article.source
        return f"{source.topic}/{source.partition}/{source.offset}"
    reject = rejects.read(as_record(record))
    if reject is None:
        return ""
    console.print(Text.assemble((f"{'':10}  rejected ", "red"), (reject.message, "bold")))
    console.print(Text(f"{'':12}  it went to {record.topic} byte for byte, {len(record.value or b'')} bytes", "dim"))
    console.print()
    return reject.origin


def _invite(settings: Settings, console: Console) -> None:
    command = f"{Path(sys.argv[0])} push --bootstrap {settings.bootstrap} FILE.txt"
    console.print(
        f"All sample articles have come through. Push your own from another terminal:\n\n    [bold]{command}[/bold]"
    )
    console.print("\nand see it here. Ctrl-C ends the demo.\n")
