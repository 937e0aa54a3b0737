"""How well articles are found: Copydesk and other extractors on the evaluation sets, in one run.

    OMP_NUM_THREADS=1 PYTHONPATH=services python benchmarks/extraction.py [--sets news,web] [--styles html,blocks]
        [--every 3] [--predictions FILE]...

Each document goes through every extractor in turn, so that a busy machine is busy for all of them. P, R, F1 and doc F1
are the body figures of the data's own score.py: multiset 4-gram shingles, averaged over documents. ms is the median
time of the processor from markup or text to the body's text: for Copydesk that of laying out, judging and composing, as
the others do no more. What all of `edit` takes, with metadata and tags, stands behind it, from one document in five.

The shipped weights were trained on documents of `news`, `web` and `world`. Figures of Copydesk on them mean something
only by cross-validation: --predictions names JSON Lines of {"set", "style", "id", "body"}, made by the training with
each site's documents judged by weights that never saw the site. Rows scored so are marked "cross-validated"; rows on
seen documents without it are marked "SEEN IN TRAINING". Without the option, all benchmarks/judge-*.jsonl are read.

The styles of text are those of the training; `wrapped` is the browser w3m's dump at 80 columns, made here. The data
lies in the directory that COPYDESK_EVAL names, or else in ../shared/eval next to the checkout. Extractors that are not
installed are left out, with a note.
"""

import argparse
import contextlib
import gzip
import importlib
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

from copydesk import RawArticle, edit
from copydesk.desk.body import compose
from copydesk.desk.judging.judge import judge
from copydesk.desk.page.html import lay_out_html
from copydesk.desk.page.text import lay_out_paragraphs
from copydesk.errors import RejectedError

SETS = ("news", "web", "world", "sites")
TRAINED_ON = frozenset({"news", "web", "world"})
STYLES = ("html", "blocks", "layout", "w3m", "markdownish", "wrapped")
COPYDESK = "Copydesk"
_WRAPPED_COLUMNS = 80
_EDITED = 5  # one document in so many goes through all of `edit`, to time it

Row = dict[str, Any]
Extractor = Callable[[str, Row], str | None]


def copydesk_html(html: str, _: Row) -> str | None:
    page = lay_out_html(html)
    try:
        return compose(page, judge(page)).text
    except RejectedError:
        return None


def copydesk_text(text: str, _: Row) -> str | None:
    page = lay_out_paragraphs(text)
    try:
        return compose(page, judge(page)).text
    except RejectedError:
        return None


def edit_ms(content: str, row: Row, style: str) -> float:
    """What all of `edit` takes."""
    media_type = "text/html" if style == "html" else "text/plain"
    start = time.process_time()
    with contextlib.suppress(RejectedError):
        edit(RawArticle(content=content, content_type=media_type, url=row["url"]))
    return (time.process_time() - start) * 1000


def trafilatura_precise(html: str, _: Row) -> str | None:
    import trafilatura  # noqa: PLC0415 - each extractor is loaded only where it is asked for

    return trafilatura.extract(html, favor_precision=True, include_comments=False)


def trafilatura_fast(html: str, _: Row) -> str | None:
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(html, fast=True, include_comments=False)


def resiliparse(html: str, _: Row) -> str | None:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return extract_plain_text(html, main_content=True, alt_texts=False, comments=False)


_STOPLISTS = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian_Bokmal", "nl": "Dutch", "no":
    "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese",
}  # fmt: skip


def justext_html(html: str, row: Row) -> str | None:
    import justext  # noqa: PLC0415

    language = _STOPLISTS.get((row.get("lang") or "en")[:2].lower(), "English")
    paragraphs = justext.justext(html.encode("utf-8", "replace"), justext.get_stoplist(language), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def justext_text(text: str, row: Row) -> str | None:
    return justext_html(_as_html(text), row)


def _as_html(text: str) -> str:
    """For extractors that read HTML alone: each line of text as a paragraph of it."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def boilerpy_html(html: str, _: Row) -> str | None:
    from boilerpy3.extractors import ArticleExtractor  # noqa: PLC0415

    text: str = ArticleExtractor(raise_on_failure=False).get_content(html)
    return text


def boilerpy_text(text: str, row: Row) -> str | None:
    return boilerpy_html(f"<html><body>{_as_html(text)}</body></html>", row)


def newspaper(html: str, row: Row) -> str | None:
    from newspaper import Article  # noqa: PLC0415

    article = Article(row["url"] or "http://localhost/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    text: str = article.text
    return text


# The rules for lines in "Exploring the Limits of Transfer Learning" (Raffel et al. 2020), 2.2. Its rules for whole
# pages (bad words, braces, too few sentences, another language, repeats) judge a corpus, not a page, and are left out.
_C4_END = (".", "!", "?", '"', "”")
_C4_POLICIES = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")
_C4_WORDS = 5
_C4_CITATION = re.compile(r"\[\d*\]|\[edit\]|\[citation needed\]")


def c4_text(text: str, _: Row) -> str:
    lines = (_C4_CITATION.sub("", line.strip()) for line in text.splitlines())
    return "\n".join(line for line in lines if _c4_keeps(line))


def _c4_keeps(line: str) -> bool:
    folded = line.lower()
    return (
        line.endswith(_C4_END)
        and not line.endswith("...")
        and len(line.split()) >= _C4_WORDS
        and "javascript" not in folded
        and not any(policy in folded for policy in _C4_POLICIES)
    )


def nothing_removed(text: str, _: Row) -> str:
    return text


HTML: dict[str, tuple[str, Extractor]] = {
    COPYDESK: ("copydesk", copydesk_html),
    "trafilatura, precise": ("trafilatura", trafilatura_precise),
    "trafilatura, fast": ("trafilatura", trafilatura_fast),
    "resiliparse": ("resiliparse", resiliparse),
    "jusText": ("justext", justext_html),
    "boilerpy3": ("boilerpy3", boilerpy_html),
    "newspaper4k": ("newspaper", newspaper),
}
TEXT: dict[str, tuple[str, Extractor]] = {
    COPYDESK: ("copydesk", copydesk_text),
    "C4's rules": ("copydesk", c4_text),
    "jusText": ("justext", justext_text),
    "boilerpy3": ("boilerpy3", boilerpy_text),
    "nothing removed": ("copydesk", nothing_removed),
}


def main() -> None:
    args = _arguments()
    data: Path = args.data
    if not data.is_dir():
        sys.exit(f"no evaluation data in {data}: set COPYDESK_EVAL to the directory that has it")
    score, flatten = _load(data / "score.py"), _load(data / "flatten.py")
    sys.setrecursionlimit(20_000)
    predictions = _predictions(args.predictions or sorted(Path(__file__).parent.glob("judge-*.jsonl")))
    print(f"{'set':6} {'style':12} {'extractor':22} {'n':>4}  {'P':>5} {'R':>5} {'F1':>5} {'doc F1':>6} {'ms':>7}")
    for name in args.sets.split(","):
        rows = [row for row in _read(data / f"{name}.jsonl.gz") if row.get("body")][:: args.every]
        for style in args.styles.split(","):
            if style == "w3m" and not (data / f"text-w3m-{name}.jsonl.gz").is_file():
                continue
            if style == "wrapped" and not shutil.which("w3m"):
                print(f"{name:6} {style:12} needs the browser w3m")
                continue
            documents = list(_documents(data, name, style, rows, flatten))
            for line in _compare(name, style, documents, predictions, score):
                print(line, flush=True)


def _arguments() -> argparse.Namespace:
    assert __doc__ is not None
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sets", default=",".join(SETS))
    options.add_argument("--styles", default=",".join(STYLES))
    options.add_argument("--every", type=int, default=1, help="only every so many documents")
    options.add_argument("--predictions", type=Path, action="append", help="out-of-fold answers of Copydesk")
    default = os.environ.get("COPYDESK_EVAL") or Path(__file__).parents[2] / "shared" / "eval"
    options.add_argument("--data", type=Path, default=Path(default))
    return options.parse_args()


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _predictions(paths: Iterable[Path]) -> dict[tuple[str, str, str], str | None]:
    answers = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            answer = json.loads(line)
            answers[answer["set"], answer.get("style", "html"), answer["id"]] = answer["body"]
    return answers


def _documents(data: Path, name: str, style: str, rows: list[Row], flatten: ModuleType) -> Iterator[tuple[Row, str]]:
    dumps = {row["id"]: row["text"] for row in _read(data / f"text-w3m-{name}.jsonl.gz")} if style == "w3m" else {}
    for row in rows:
        if style == "html":
            yield row, row["html"]
        elif style == "wrapped":
            yield row, _wrapped(row["html"])
        else:
            yield row, dumps[row["id"]] if style == "w3m" else flatten.STYLES[style](row["html"])


def _wrapped(html: str) -> str:
    command = ["w3m", "-dump", "-cols", str(_WRAPPED_COLUMNS), "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]
    done = subprocess.run(command, input=html.encode("utf-8", "replace"), capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8", "replace")


def _compare(
    name: str,
    style: str,
    documents: list[tuple[Row, str]],
    predictions: dict[tuple[str, str, str], str | None],
    score: ModuleType,
) -> Iterator[str]:
    extractors: dict[str, Extractor] = {}
    for label, (module, extract) in (HTML if style == "html" else TEXT).items():
        if importlib.util.find_spec(module):
            extractors[label] = extract
        else:
            yield f"{name:6} {style:12} {label:22} not installed"
    counts: dict[str, list[tuple[int, int, int]]] = {label: [] for label in extractors}
    times_ms: dict[str, list[float]] = {label: [] for label in extractors}
    foretold = 0
    for row, content in documents:
        for label, extract in extractors.items():
            start = time.process_time()
            try:
                answer = extract(content, row)
            except Exception as error:  # an extractor that fails has found nothing
                print(f"{label}: {type(error).__name__} on {row['id']}: {error}", file=sys.stderr)
                answer = None
            times_ms[label].append((time.process_time() - start) * 1000)
            if label == COPYDESK and (name, style, row["id"]) in predictions:
                answer = predictions[name, style, row["id"]]
                foretold += 1
            counts[label].append(score.overlap(score.gold_body(row, answer), answer))
    whole_ms = statistics.median(edit_ms(content, row, style) for row, content in documents[::_EDITED])
    for label, found in counts.items():
        note = ""
        if label == COPYDESK:
            note = f" (edit {whole_ms:.0f})"
            if name in TRAINED_ON:
                note += "  cross-validated" if foretold == len(documents) else "  SEEN IN TRAINING"
        yield (
            f"{name:6} {style:12} {label:22} {len(found):4}  {_figures(found, score)} "
            f"{statistics.median(times_ms[label]):7.1f}{note}"
        )


def _figures(counts: list[tuple[int, int, int]], score: ModuleType) -> str:
    rates = [score.precision_recall(*count) for count in counts]
    precision, recall = score.mean(p for p, _ in rates), score.mean(r for _, r in rates)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    doc_f1 = statistics.mean(2 * hit / max(1, 2 * hit + extra + missed) for hit, extra, missed in counts)
    return f"{precision:.3f} {recall:.3f} {f1:.3f}  {doc_f1:.3f}"


if __name__ == "__main__":
    main()
