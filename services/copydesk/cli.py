"""The command line. Errors are one clear line and an exit code; `--debug` shows the traceback."""

import asyncio
import io
import json
import logging
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import aclosing, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from copydesk.article import Article
from copydesk.config import PREFIX, Settings
from copydesk.errors import CopydeskError, DeskError, OperationError, RejectedError
from copydesk.feeds import Format, Submission, open_file, read_files
from copydesk.printable import printable
from copydesk.version import __version__

# BSD's sysexits.h, EX_SOFTWARE: a bug of ours, to be told from a problem that was named (1) and from misuse (2).
_BUG = 70
_INTERRUPTED = 130
_TERMINATED = 143
_BROKEN_PIPE = 141
_BOOTSTRAP = "copydesk.bootstrap"  # where the context has what stands before the command


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit.

    0 done, 1 a problem that was named, 2 misuse, 70 a bug of ours, 130 or 143 interrupted, 141 the reader has gone.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    end = arguments.index("--") if "--" in arguments else len(arguments)  # what follows are names of files
    debug = "--debug" in arguments[:end]
    arguments = [argument for argument in arguments[:end] if argument != "--debug"] + arguments[end:]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without the character shows its number
    code: object
    try:
        code = cli.main(arguments, prog_name="copydesk", standalone_mode=False, obj=debug)
    except click.exceptions.Abort:
        code = _INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as ended:
        # click and rich end with 1 where the reader of our output has gone.
        code = _BROKEN_PIPE if isinstance(ended.__context__, BrokenPipeError) else ended.code
    except Exception as error:
        if debug:
            traceback.print_exc()
        named = isinstance(error, CopydeskError | OSError)  # no space left for the output, no memory for a process
        complaint = str(error) if named else f"this is a bug: {type(error).__name__}: {error} (--debug shows where)"
        click.echo(f"copydesk: {' '.join(complaint.split())}", err=True)
        code = 1 if named else _BUG
    sys.exit(code if isinstance(code, int) else 0)


class _Command(click.Command):
    """A command whose settings stand in a part of the help of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                rows[parameter.name in Settings.model_fields].append(record)
        for is_setting, title in ((False, "Options"), (True, f"Settings (each a {PREFIX} variable too)")):
            if rows[is_setting]:
                with formatter.section(title):
                    formatter.write_dl(rows[is_setting])


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, message="copydesk %(version)s")
@click.option("--bootstrap", help="Kafka's bootstrap servers, for every command.")
@click.pass_context
def cli(context: click.Context, bootstrap: str | None) -> None:
    """Raw articles in, clean and structured article events out.

    --debug, anywhere on the line, shows the traceback of an error.
    """
    context.meta[_BOOTSTRAP] = bootstrap


def _with_settings(function: Callable[..., None]) -> Callable[..., None]:
    @wraps(function)
    def command(**parameters: Any) -> None:
        given = {name: parameters.pop(name) for name in Settings.model_fields}
        given["bootstrap"] = given["bootstrap"] or click.get_current_context().meta[_BOOTSTRAP]
        function(settings=Settings.load(**given), **parameters)

    for name, field in reversed(Settings.model_fields.items()):
        flag = f"--{name.replace('_', '-')}"
        command = click.option(flag, name, metavar="VALUE", help=field.description)(command)
    return command


def _run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    # What the client complains of reaches the user as our error; once is enough.
    client_log = logging.getLogger("aiokafka")
    client_log.propagate = False
    client_log.addHandler(logging.NullHandler())
    with _kafkas_errors():
        return asyncio.run(coroutine)


@contextmanager
def _kafkas_errors() -> Iterator[None]:
    """What Kafka answers a command, as an error that is named: it does not authorise it, say."""
    from aiokafka.errors import KafkaError  # noqa: PLC0415 - commands that need no broker start without its client

    try:
        yield
    except KafkaError as error:
        raise OperationError(f"Kafka: {str(error) or type(error).__name__}") from error


_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    default="auto",
    show_default=True,
    help="How to read the files; auto goes by the name's ending, then by the content.",
)


def _stdin_once(_: click.Context, __: click.Parameter, files: tuple[str, ...]) -> tuple[str, ...]:
    if files.count("-") > 1:
        raise click.BadParameter("- stands for stdin, which can be read only once")
    return files


_FILES = click.argument("files", nargs=-1, type=click.Path(allow_dash=True), callback=_stdin_once)


@cli.command(cls=_Command)
@click.option("--once", is_flag=True, help="End when the sample articles have come through.")
@_with_settings
def demo(settings: Settings, once: bool) -> None:
    """Broker, worker and sample articles in one terminal; ends with Ctrl-C."""
    from copydesk.demo import run_demo  # noqa: PLC0415 - commands that need no broker start without one's client

    if not _run(run_demo(settings, once=once)) and once:
        sys.exit(_INTERRUPTED)


@cli.command(cls=_Command)
@_with_settings
def broker(settings: Settings) -> None:
    """The embedded broker alone; ends with Ctrl-C."""
    from copydesk.demo import run_broker  # noqa: PLC0415

    _run(run_broker(settings))


@cli.command(cls=_Command)
@_with_settings
def worker(settings: Settings) -> None:
    """One editor worker; SIGTERM lets it finish what is in flight."""
    from copydesk.stream.worker import run_worker  # noqa: PLC0415

    with _kafkas_errors():
        sys.exit(run_worker(settings))


@cli.command(cls=_Command)
@_FILES
@_FORMAT
@_with_settings
def push(settings: Settings, files: tuple[str, ...], form: Format) -> None:
    """Push articles to the raw topic: .txt, .html, .json, .jsonl, .warc (each also .gz), - for stdin."""
    from copydesk.client import push as push_all  # noqa: PLC0415

    if not files:
        raise click.UsageError("name at least one file, or - for stdin")
    count = 0
    ends = 0
    with _progress(files) as (opener, advance):

        def on_pushed(pushed: Submission, _: Any) -> None:
            nonlocal count
            count += 1
            advance(pushed)

        try:
            _run(_until_sigterm(push_all(settings, read_files(files, form, opener), on_pushed)))
        except KeyboardInterrupt:
            ends = _INTERRUPTED
        except asyncio.CancelledError:
            ends = _TERMINATED
    told = f"pushed {count} {'article' if count == 1 else 'articles'} to {settings.raw_topic}"
    click.echo(f"copydesk: interrupted: {told}" if ends else told, err=True)
    sys.exit(ends)


async def _until_sigterm(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run it; SIGTERM cancels it, as Ctrl-C does."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await coroutine


@contextmanager
def _progress(files: tuple[str, ...]) -> Iterator[tuple[Callable[[str], BinaryIO], Callable[[Submission], None]]]:
    """An opener of files that a progress bar follows, and what to call for each article; a terminal sees it."""
    if not sys.stderr.isatty() or "-" in files:
        yield open_file, lambda _: None
        return
    columns = (TextColumn("{task.fields[articles]} articles"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    total = sum(Path(name).stat().st_size for name in files if Path(name).is_file())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("push", total=total, articles=0)
        count = 0

        def advance(_: Submission) -> None:
            nonlocal count
            count += 1
            progress.update(task, articles=count)

        yield lambda name: progress.wrap_file(open_file(name), task_id=task), advance


@cli.command(cls=_Command)
@click.option("--json", "as_json", is_flag=True, help="The events as they are, one a line.")
@click.option("--from-start", is_flag=True, help="From the first event that the topic keeps, not only new ones.")
@click.option("--max", "most", type=click.IntRange(1), help="End after so many events.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="End after so many seconds without an event.")
@click.option("--language", help="Only this language (ISO 639 code).")
@click.option("--country", help="Only articles that mention this country (ISO 3166 code).")
@click.option("--topic", help="Only this topic (id or label).")
@click.option("--site", help="Only this site.")
@_with_settings
def tail(settings: Settings, from_start: bool, most: int | None, timeout: float | None, **shown: Any) -> None:
    """Enriched events as they come: a readable line each, or --json."""
    _run(_tail(settings, from_start, most, timeout, **shown))


async def _tail(
    settings: Settings, from_start: bool, most: int | None, patience_seconds: float | None, as_json: bool, **only: Any
) -> None:
    from copydesk.client import follow  # noqa: PLC0415
    from copydesk.show import one_line, read_event  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    shown = 0
    async with follow(settings, [settings.enriched_topic], from_start=from_start) as events:
        while most is None or shown < most:
            try:
                record = await asyncio.wait_for(events.getone(), patience_seconds)
            except TimeoutError:
                break
            article = read_event(record.value)
            if article is None or not _wanted(article, **only):
                continue
            shown += 1
            if as_json:
                click.echo(record.value)
            else:
                console.print(one_line(article))


def _wanted(article: Article, language: str | None, country: str | None, topic: str | None, site: str | None) -> bool:
    tags = article.tags
    return (
        (language is None or article.language.code == language.lower())
        and (country is None or any(tag.code == country.upper() for tag in tags.countries))
        and (topic is None or any(topic in (tag.id, tag.label) for tag in tags.topics))
        and (site is None or site in (article.site or "", article.url or ""))
    )


@cli.command(cls=_Command)
@_FILES
@_FORMAT
@click.option("--explain", is_flag=True, help="Show each line with its fate and the reason, for people.")
@click.option("--rejects", type=click.Path(dir_okay=False), help="File for what could not be edited (JSON Lines).")
@_with_settings
def edit(settings: Settings, files: tuple[str, ...], form: Format, explain: bool, rejects: str | None) -> None:
    """The same desk without a broker: JSON Lines of events on stdout, in the input's order.

    Exit code 1 if there was anything that could not be edited, 70 if that was for a bug of ours.
    """
    refused = bugs = 0
    with _rejects_file(rejects) as keep:
        for submission, outcome in _edit_all(settings, read_files(files or ("-",), form, open_file)):
            if isinstance(outcome, RejectedError):
                refused += 1
                bugs += isinstance(outcome, DeskError)
                click.echo(f"copydesk: {submission.origin}: {outcome}", err=True)
                keep(submission, outcome)
            elif explain:
                _explain(submission, outcome)
            else:
                click.echo(outcome.to_json())
    if refused:
        sys.exit(_BUG if bugs else 1)


def _edit_all(
    settings: Settings, submissions: Iterable[Submission]
) -> Iterator[tuple[Submission, Article | RejectedError]]:
    from copydesk.desk.edit import edit as edit_article  # noqa: PLC0415 - the models take their time to load
    from copydesk.desk.intake import read  # noqa: PLC0415
    from copydesk.rules import tag_rules  # noqa: PLC0415

    rules = tag_rules(settings)
    for submission in submissions:
        try:
            yield submission, edit_article(read(submission.value, submission.headers), rules)
        except RejectedError as error:
            yield submission, error
        except Exception as error:
            failed = DeskError(f"the desk failed: {type(error).__name__}: {error} (--debug shows where)")
            if click.get_current_context().obj:
                traceback.print_exc()
            yield submission, failed


def _explain(submission: Submission, article: Article) -> None:
    from rich.text import Text  # noqa: PLC0415

    from copydesk.show import explain as explained  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(printable(click.format_filename(submission.origin)), "bold"))
    for line in explained(article):
        console.print(line)
    console.print()


@contextmanager
def _rejects_file(name: str | None) -> Iterator[Callable[[Submission, RejectedError], None]]:
    """What is refused, so that the file can be mended and edited again: JSON Lines as they came, others wrapped."""
    if name is None:
        yield lambda *_: None
        return
    import base64  # noqa: PLC0415

    with _replacing(name) as file:

        def keep(submission: Submission, error: RejectedError) -> None:
            value = submission.value
            content_type = submission.headers.get("content-type", b"").decode()
            line = _as_a_line(value) if content_type == "application/json" else None
            if line is None:
                wrapped: dict[str, Any] = {"content_base64": base64.b64encode(value).decode()}
                wrapped |= {"content_type": content_type} if content_type else {}
                # A file's name is bytes; those that are no UTF-8 would be half a character, which no JSON may hold.
                origin = os.fsencode(submission.origin).decode("utf-8", "backslashreplace")
                wrapped["meta"] = {"file": origin, "error": str(error)}
                line = json.dumps(wrapped).encode()
            file.write(line + b"\n")

        yield keep


@contextmanager
def _replacing(name: str) -> Iterator[BinaryIO]:
    """A file that takes the place of `name` in the end, since that may be an input, and not where the run fails.

    A pipe or a device is written as it goes. Raises OperationError where `name` cannot be written.
    """
    path = Path(name).resolve()  # a link stays one
    # A redirected /dev/stdout is a regular file by another name, which is not ours to replace.
    in_place = name.startswith("/dev/") or (path.exists() and not path.is_file())
    fresh = Path(name) if in_place else path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if not in_place and path.exists():
            path.open("r+b").close()  # a file that is only to be read is not replaced either
        file = fresh.open("wb")
    except OSError as error:
        raise OperationError(f"cannot write {name}: {error.strerror}") from None
    try:
        with file:
            yield file
        if not in_place:
            if path.exists():
                shutil.copymode(path, fresh)
            fresh.replace(path)
    finally:
        if not in_place:
            fresh.unlink(missing_ok=True)


def _as_a_line(value: bytes) -> bytes | None:
    """A JSON payload on one line that is read as the same payload; None where there is none."""
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return None
    try:
        json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return value if value and value == value.strip() and b"\n" not in value else None
    return b" ".join(value.splitlines())  # outside its strings, where alone they can be


@cli.group()
def topics() -> None:
    """Create or verify the topics."""


@topics.command("apply", cls=_Command)
@_with_settings
def topics_apply(settings: Settings) -> None:
    """Create what is missing; topics that exist are not changed."""
    from copydesk.stream import topics as stream_topics  # noqa: PLC0415

    for line in _run(stream_topics.apply(settings)):
        click.echo(line)


@topics.command("check", cls=_Command)
@_with_settings
def topics_check(settings: Settings) -> None:
    """Say how the topics differ from what they should be; exit code 1 if they do."""
    from copydesk.stream import topics as stream_topics  # noqa: PLC0415

    lines = _run(stream_topics.check(settings))
    for line in lines:
        click.echo(line)
    if lines:
        sys.exit(1)
    click.echo("the topics are as they should be")


@cli.group()
def rejects() -> None:
    """What could not be edited: see it, and put it back."""


@rejects.command("list", cls=_Command)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@_with_settings
def rejects_list(settings: Settings, as_json: bool) -> None:
    """A line for each reject: its coordinates, where it came from, its size and the reason."""
    _run(_list_rejects(settings, as_json))


async def _list_rejects(settings: Settings, as_json: bool) -> None:
    from copydesk.stream.redrive import list_rejects  # noqa: PLC0415

    async for reject in list_rejects(settings):
        size = len(reject.original.value or b"") if reject.omitted_bytes is None else reject.omitted_bytes
        row = {
            "reject": reject.record.coordinates,
            "origin": reject.origin,
            "bytes": size,
            "reason": reject.reason,
            "message": reject.message,
        }
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False).encode())
        else:
            click.echo("  ".join(map(str, row.values())))


@rejects.command("show", cls=_Command)
@click.argument("coordinates")
@_with_settings
def rejects_show(settings: Settings, coordinates: str) -> None:
    """One reject: its headers and the reason on stderr, its payload, byte for byte, on stdout.

    COORDINATES is topic/partition/offset, of the reject or of the record it came from.
    """
    _run(_show_reject(settings, coordinates))


async def _show_reject(settings: Settings, coordinates: str) -> None:
    from copydesk.stream.redrive import list_rejects  # noqa: PLC0415

    async with aclosing(list_rejects(settings)) as found:
        async for reject in found:
            if coordinates in (reject.record.coordinates, reject.origin):
                click.echo(f"{reject.origin}: {reject.reason}: {reject.message}", err=True)
                for name, value in reject.record.headers:
                    click.echo(printable(f"{name}: {(value or b'').decode('utf-8', 'backslashreplace')}"), err=True)
                click.echo(reject.original.value or b"", nl=False)
                return
    raise OperationError(f"no reject {coordinates}; `copydesk rejects list` names them")


@rejects.command("redrive", cls=_Command)
@click.argument("coordinates", nargs=-1)
@_with_settings
def rejects_redrive(settings: Settings, coordinates: tuple[str, ...]) -> None:
    """Put rejects back on the topic they came from, as they came: the named ones, or all that were not put back before.

    COORDINATES are topic/partition/offset, of the reject or of the record it came from. What is left for a cause that
    can be mended goes back with a later redrive of all.
    """
    from copydesk.stream.redrive import redrive_all, redrive_some  # noqa: PLC0415

    done = _run(redrive_some(settings, coordinates) if coordinates else redrive_all(settings))
    click.echo(f"put back {done.count} {'reject' if done.count == 1 else 'rejects'}")
    for name, reason in done.left.items():
        click.echo(f"copydesk: left {name}: {reason}", err=True)
    if done.left:
        sys.exit(1)


@cli.command(cls=_Command)
@click.option("--directory", type=click.Path(file_okay=False, path_type=Path), default="schemas", show_default=True)
def schemas(directory: Path) -> None:
    """Write the JSON Schemas and the AsyncAPI document."""
    from copydesk.schemas import write  # noqa: PLC0415

    for path in write(directory):
        click.echo(path)


@cli.command(cls=_Command)
@_with_settings
def config(settings: Settings) -> None:
    """Print the settings in force, secrets masked."""
    for name, value in settings.printable().items():
        click.echo(f"{PREFIX}{name.upper()}={'' if value is None else value}")
