"""Pages to learn from: of the evaluation sets, of our own, and pages made of both.

Pages of training/pages are invented ones, in the languages of which there are few marked pages, and in English of the
kinds that are rare. There each line is marked: "+" is the article's, "-" is not, and "~" may be either and is left out.
The payloads of tests/desk are invented, too, by writers who had not seen the desk, of houses and kinds of all sorts; of
each the lines are known that are the article's, and those that may be either. Lines of training/notes are what sites
put between an article's paragraphs. Pages of training/presence, most of which have no article, and the payloads without
one teach whether there is one, and not the judges of lines, which would keep less of others.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from judge_labels import label, overlap_f1
from judge_pages import OWN, STYLES, Sample, payloads

from copydesk.desk.frame import Line, Page
from copydesk.desk.language import detect
from copydesk.desk.page.lines import lay_out_text
from copydesk.desk.page.text import lay_out_paragraphs

FOLDS = 5
_PAGES = Path(__file__).parent / "pages"
_PRESENCE = Path(__file__).parent / "presence"
_NOTES = Path(__file__).parent / "notes"
# Pages whose marked body is not on the page as text (perfect labels score less) teach nothing.
_MIN_CEILING = 0.8
_GRAFTED = 5  # percent of the pages whose body is set into another page's furniture, besides those in other scripts
_WHOLE = 60  # percent of the documents of which the body alone is a text besides
_INTERRUPTED = 12  # percent of the pages in which a box of up to so many lines, from so near below, breaks the article
_NOTED = 10  # percent of the pages in which up to so many notes stand between the article's lines
_MOST_NOTES = 3
_MIXED = 3  # pages of our own in whose furniture a body stands
_LONGEST_ITEM, _FEWEST_ITEMS, _DENSE = 40, 4, 60  # characters, lines, characters
_LARGEST_BOX, _NEAR_BELOW, _FEWEST_AROUND = 6, 25, 5
_CROWDED = 90  # percent of the pages beside whose article other prose of the fold is set
_FEWEST_ALIKE, _FEWEST_KEPT, _MOST_LINES = 6, 3, 900  # pages of a language, lines of an article, lines of a page
_CUT_SHORT = 0.3  # of these articles, to a few lines
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s*")
_READERS = "Ann Bo Mia Jan Tom Eva Luis Ana Kim Sam Lena Omar Ines Paul Rita Hugo Nora Ivan Sara Leo".split()
_AGO = {
    "de": "vor {} Stunden", "es": "hace {} horas", "fr": "il y a {} heures", "no": "for {} timer siden",
    "sv": "för {} timmar sedan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A page to learn from: `share` of each line that is body, and the fold of its site."""

    sample: Sample
    page: Page
    share: np.ndarray
    ceiling: float
    fold: int
    is_variant: bool = False

    @property
    def teaches(self) -> bool:
        return self.ceiling > _MIN_CEILING

    @property
    def kept(self) -> np.ndarray:
        return self.share >= 0.5

    @property
    def weights(self) -> np.ndarray:
        """A line weighs the root of its words; every document weighs the same."""
        root = np.sqrt([max(1.0, len(line.text) / 6) for line in self.page.lines])
        weights: np.ndarray = root / root.sum()
        return weights


def example(sample: Sample) -> Example | None:
    page = lay_out_paragraphs(sample.text)
    if not page.lines:
        return None
    share = label([line.text for line in page.lines], sample.body)
    ceiling = overlap_f1(
        sample.body, "\n".join(line.text for line, s in zip(page.lines, share, strict=True) if s >= 0.5)
    )
    return Example(sample, page, share, ceiling, fold_of(sample.site))


def own_examples() -> Iterator[Example]:
    """The pages of training/pages, each its own site; as they are, in the style blocks, and as w3m lays pages out."""
    yield from _marked_pages(_PAGES)


def payload_examples() -> Iterator[Example]:
    """The texts among the payloads that have an article, each its own site, without the lines that may be either."""
    for number, payload in payloads("text/plain"):
        if not payload["body"]:
            continue
        name = f"payload {number}"
        either = {line for line in payload["optional"] if line.strip()}
        lines = [line for line in payload["content"].split("\n") if line not in either]
        if found := example(Sample(OWN, name, name, "blocks", "\n".join(lines), "\n".join(payload["body"]))):
            yield found


def presence_examples() -> Iterator[Example]:
    """The same of training/presence, and the payloads without an article."""
    yield from _marked_pages(_PRESENCE)
    for number, payload in payloads("text/plain"):
        if payload["body"]:
            continue
        name = f"payload {number}"
        page = lay_out_paragraphs(payload["content"])
        if page.lines:
            sample = Sample(OWN, name, name, "blocks", payload["content"], "")
            yield Example(sample, page, np.zeros(len(page.lines), np.float32), 1.0, fold_of(name))


def _marked_pages(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*.txt")):
        for page in path.read_text(encoding="utf-8").removeprefix("=== ").split("\n=== "):
            name, *marked = page.rstrip("\n").split("\n")
            lines = [line for line in marked if not line.startswith("~")]
            text = "\n".join(line[2:] for line in lines)
            is_body = [line.startswith("+") for line in lines if line.strip()]
            body = "\n".join(line[2:] for line in lines if line.startswith("+"))
            sample = Sample(OWN, name, name, "blocks", text, body)
            blocks = Example(sample, lay_out_text(text), np.array(is_body, np.float32), 1.0, fold_of(name))
            yield blocks
            yield replace(blocks, sample=replace(sample, style="w3m"), page=_dumped(blocks))


def _dumped(each: Example) -> Page:
    """The page with lists of short lines as items, and a blank line between all else."""
    dice = zlib.crc32(each.sample.id.encode())
    lines = each.page.lines
    is_short = ~each.kept & (np.array([len(line.text) for line in lines]) <= _LONGEST_ITEM)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_short.astype(int), [0]))))
    is_item = np.zeros(len(lines), bool)
    for start, end in edges.reshape(-1, 2):
        is_item[start:end] = end - start >= _FEWEST_ITEMS
    has_bullets = dice // 8 % 5 > 0
    is_dense = dice // 32 % 3 == 0
    dumped = []
    for i, line in enumerate(lines):
        follows = i > 0 and bool(is_item[i] and is_item[i - 1])
        follows = follows or (is_dense and i > 0 and not each.kept[i - 1 : i + 1].any() and len(line.text) < _DENSE)
        text = f"• {line.text}" if is_item[i] and has_bullets else line.text
        dumped.append(line._replace(text=text, indent=2 * int(is_item[i]), gap=0 if follows or not i else 1))
    return Page(tuple(dumped))


def lessons_from(gold: Sequence[Example], own: Sequence[Example]) -> list[Example]:
    """All that the judges learn from; of our own pages those in other scripts are mixed with each other."""
    invented = [*own, *_mixed(own), *whole_texts(own), *interrupted(own), *noted(own)]
    return [
        *gold,
        *variants(gold),
        *whole_texts(gold),
        *interrupted(gold),
        *noted(gold),
        *grafts(gold),
        *(replace(each, is_variant=True) for each in invented),
    ]


def _mixed(own: Sequence[Example]) -> Iterator[Example]:
    """The bodies of our own pages in scripts that are not Latin, each in the furniture of a few of the language."""
    alike: dict[tuple[int, str, str], list[Example]] = defaultdict(list)
    for each in own:
        if is_foreign(each.sample.body):
            alike[each.fold, each.sample.style, each.sample.id[:2]].append(each)
    for _, pages in sorted(alike.items()):
        for i, each in enumerate(pages):
            for step in range(1, min(_MIXED, len(pages) - 1) + 1):
                yield _graft(each, pages[(i + step) % len(pages)], fold_of(each.sample.id, 100) + step)


def fold_of(site: str, folds: int = FOLDS) -> int:
    return zlib.crc32(site.encode()) % folds


def variants(examples: Iterable[Example]) -> Iterable[Example]:
    """What publishers send besides whole pages: a body with nothing around it, a page cut off, furniture alone."""
    for each in examples:
        dice = zlib.crc32(f"{each.sample.set} {each.sample.id}".encode()) % 100
        body = np.flatnonzero(each.kept)
        if each.sample.style != STYLES[dice % len(STYLES)] or not len(body) or dice >= 60:
            continue
        n = len(each.share)
        if dice < 25:
            lines = body
        elif dice < 35:
            lines = np.arange(body[0], n)
        elif dice < 45:
            lines = np.arange(body[-1] + 1)
        elif dice < 52:
            lines = np.flatnonzero(~each.kept)
        else:
            lines = np.arange(max(0, body[0] - 3), min(n, body[-1] + 4))
        if len(lines):
            page = Page(tuple(each.page.lines[int(i)] for i in lines))
            yield Example(each.sample, page, each.share[lines], each.ceiling, each.fold, is_variant=True)


def whole_texts(examples: Iterable[Example]) -> Iterable[Example]:
    """Texts that are all article, half of them briefs; most in another style than `variants` has the page in."""
    for each in examples:
        dice = zlib.crc32(f"{each.sample.set} {each.sample.id}".encode()) % 100
        body = np.flatnonzero(each.kept)
        if each.sample.style != STYLES[(dice + 2) % len(STYLES)] or not len(body) or dice >= _WHOLE:
            continue
        lines = body[: 2 + dice // 2 % 5] if dice % 2 else body
        page = Page(tuple(each.page.lines[int(i)] for i in lines))
        yield Example(each.sample, page, each.share[lines], each.ceiling, each.fold, is_variant=True)


def interrupted(examples: Iterable[Example]) -> Iterable[Example]:
    """Pages with a box in the middle of the article: lines from below it, moved up."""
    for each in examples:
        dice = zlib.crc32(f"{each.sample.style} {each.sample.id}".encode())
        body = np.flatnonzero(each.kept)
        if dice % 100 >= _INTERRUPTED or len(body) < _FEWEST_AROUND or body[-1] + 1 == len(each.share):
            continue
        n = len(each.share)
        first = int(body[-1]) + 1 + dice // 100 % min(_NEAR_BELOW, n - int(body[-1]) - 1)
        box = np.arange(first, min(n, first + 1 + dice // 1000 % _LARGEST_BOX))
        at = int(body[1 + dice // 10_000 % (len(body) - 2)])
        lines = np.concatenate((np.arange(at), box, np.setdiff1d(np.arange(at, n), box)))
        page = Page(tuple(each.page.lines[int(i)] for i in lines))
        yield Example(each.sample, page, each.share[lines], each.ceiling, each.fold, is_variant=True)


def noted(examples: Iterable[Example]) -> Iterable[Example]:
    """Pages with notes in the article's language between its lines or below them, each on a line of its own."""
    notes = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in sorted(_NOTES.glob("*.txt"))}
    for each in examples:
        dice = zlib.crc32(f"noted {each.sample.style} {each.sample.id}".encode())
        body = np.flatnonzero(each.kept)
        if dice % 100 >= _NOTED or len(body) < _FEWEST_AROUND:
            continue
        # Of the fold, as the page is: what scores the one in training never saw the other.
        known = notes.get(detect(each.sample.body).code, [])[each.fold :: FOLDS]
        if not known:
            continue
        chance = np.random.default_rng(dice)
        places = [*body[1:].tolist(), *[int(body[-1]) + 1] * (len(body) // 4 + 1)]
        lines, share = list(each.page.lines), each.share
        for place in sorted(chance.choice(places, 1 + int(chance.integers(_MOST_NOTES)), replace=False).tolist())[::-1]:
            text = known[int(chance.integers(len(known)))]
            lines.insert(place, lines[place - 1]._replace(text=text, indent=0))
            share = np.insert(share, place, 0)
        yield replace(each, page=Page(tuple(lines)), share=share, is_variant=True)


def crowded(examples: Iterable[Example]) -> Iterator[tuple[str, Example]]:
    """Pages with other prose of the fold and the language beside the article, and what it is.

    That is the next story or some of them, whole or "cut" after a few lines, "teasers", teasers "before" the article,
    "comments", or a "mix" of all below and above.
    """
    alike: dict[tuple[int, str, str], list[Example]] = defaultdict(list)
    for each in examples:
        if each.teaches and each.kept.sum() >= _FEWEST_KEPT:
            alike[each.fold, each.sample.style, detect(each.sample.body).code].append(each)
    for (_, style, code), pages in sorted(alike.items()):
        for each in pages if len(pages) >= _FEWEST_ALIKE else ():
            dice = np.random.default_rng(zlib.crc32(f"crowded {style} {each.sample.id}".encode()))
            if dice.integers(100) >= _CROWDED:
                continue
            kind = str(dice.choice(["story", "stories", "cut", "teasers", "before", "comments", "mix"]))
            page = _crowd(each, kind, _Press(each, pages, dice, code))
            if len(page.share) <= _MOST_LINES:
                yield kind, page


@dataclass(frozen=True, slots=True)
class _Press:
    """What other pages of the fold have to set beside a page: their stories, teasers and readers' comments."""

    page: Example
    pages: Sequence[Example]
    dice: np.random.Generator
    code: str

    def other(self) -> Example:
        """Another page."""
        others = [each for each in self.pages if each.sample.id != self.page.sample.id]
        return others[self.draw(len(others))]

    def draw(self, below: int) -> int:
        return int(self.dice.integers(below))

    def some(self, write: Callable[[], list[Line]], fewest: int, below: int) -> list[Line]:
        """The lines of as many as the dice say."""
        return [line for _ in range(fewest + self.draw(below - fewest)) for line in write()]

    def story(self) -> list[Line]:
        """A whole one, with some lines from above it."""
        other, lead = self.other(), (1, 2, 3, 5)[self.draw(4)]
        body = np.flatnonzero(other.kept)
        return list(other.page.lines[max(0, int(body[0]) - lead) : int(body[-1]) + 1])

    def beginning(self) -> list[Line]:
        """A story's title and its first lines."""
        return self.story()[: 2 + self.draw(8)]

    def teaser(self) -> list[Line]:
        """A title, one or two sentences, both, or a passage that breaks off."""
        other, kind = self.other(), self.draw(4)
        first = int(np.flatnonzero(other.kept)[0])
        title = list(other.page.lines[max(0, first - 1) : first])
        opening = other.page.lines[first]
        if kind == 0 and title:
            return title
        if kind == 1:
            passage = opening.text[: 60 + self.draw(100)].rsplit(" ", 1)[0]
            return [opening._replace(text=passage + ("..." if self.draw(2) else ""))]
        text = " ".join(_SENTENCE_END.split(opening.text)[: 1 + self.draw(2)]) or opening.text
        return [*(title if kind == 2 else ()), opening._replace(text=text)]

    def comment(self) -> list[Line]:
        """What a reader says: sentences of another article, one in four of this one; with a name and perhaps a time."""
        speaker = self.other() if self.draw(4) else self.page
        body = np.flatnonzero(speaker.kept)
        line = speaker.page.lines[int(body[self.draw(len(body))])]
        text = " ".join(_SENTENCE_END.split(line.text)[: 1 + self.draw(3)]).strip() or line.text
        name = _READERS[self.draw(len(_READERS))] + ("" if self.draw(2) else str(self.draw(99)))
        if self.draw(5) < 2:
            return [line._replace(text=f"{name}: {text}")]
        ago = _AGO.get(self.code, "{} hours ago").format(1 + self.draw(22))
        return [line._replace(text=f"{name} {ago}" if self.draw(2) else name), line._replace(text=text)]


def _crowd(each: Example, kind: str, press: _Press) -> Example:
    lines, share = list(each.page.lines), each.share
    body = np.flatnonzero(each.kept)
    if press.dice.random() < _CUT_SHORT:
        dropped = body[2 + press.draw(6) :]
        lines = [line for i, line in enumerate(lines) if i not in set(dropped.tolist())]
        share = np.delete(share, dropped)
        body = np.flatnonzero(share >= 0.5)
    start = max(0, int(body[0]) - 1 - press.draw(4))
    end = min(len(lines), int(body[-1]) + 1 + (0, 0, 0, 1, 2, 3, 5)[press.draw(7)])
    above: list[Line] = []
    below: list[Line] = []
    if kind == "story":
        below = press.story()
    elif kind == "stories":
        below = press.some(press.story, 2, 4)
    elif kind == "cut":
        below = press.some(press.beginning, 1, 6)
    elif kind == "teasers":
        below = press.some(press.teaser, 5, 40)
    elif kind == "before":
        above = press.some(press.teaser, 3, 25)
    elif kind == "comments":
        below = press.some(press.comment, 3, 12)
    else:
        teasers = press.some(press.teaser, 0, 15)
        story = press.story() if press.draw(2) else press.beginning()
        below = [*teasers, *story, *press.some(press.teaser, 0, 15), *press.some(press.comment, 3, 12)]
        above = press.some(press.teaser, 2, 12) if press.draw(2) else []
    page = Page((*lines[:start], *above, *lines[start:end], *below, *lines[end:]))
    zeros = np.zeros(len(above)), np.zeros(len(below))
    shares = np.concatenate((share[:start], zeros[0], share[start:end], zeros[1], share[end:])).astype(np.float32)
    return replace(each, page=page, share=shares, is_variant=True)


def grafts(examples: Sequence[Example]) -> Iterable[Example]:
    """Bodies, some of them cut short, in the furniture of another page of the fold: of one in another script, three."""
    hosts: dict[tuple[int, str], list[Example]] = defaultdict(list)
    for each in examples:
        if each.kept.any():
            hosts[each.fold, each.sample.style].append(each)
    for (_, style), pages in sorted(hosts.items()):
        for i, each in enumerate(pages):
            dice = zlib.crc32(f"{each.sample.id} {style}".encode()) % 100
            foreign = is_foreign(each.sample.body)
            for step in (7, 31, 101) if foreign else (17,) if dice < _GRAFTED else ():
                yield _graft(each, pages[(i + step) % len(pages)], dice + step)


def _graft(each: Example, host: Example, dice: int) -> Example:
    body, around = np.flatnonzero(each.kept), np.flatnonzero(host.kept)
    if dice % 2:
        body = body[: 3 + dice % 5]
    above, below = host.page.lines[: around[0]], host.page.lines[around[-1] + 1 :]
    lines = (*above, *(each.page.lines[int(i)] for i in body), *below)
    share = np.concatenate((np.zeros(len(above)), each.share[body], np.zeros(len(below))))
    return Example(each.sample, Page(lines), share, min(each.ceiling, host.ceiling), each.fold, is_variant=True)


def is_foreign(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char > "\u0370" for char in letters) > 0.3 * len(letters)
