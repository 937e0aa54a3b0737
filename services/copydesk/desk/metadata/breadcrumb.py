"""The breadcrumb: the page's place in its site, from the sections down."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.desk.metadata.facts import NOTHING
from copydesk.desk.metadata.lexicon import any_of, words
from copydesk.desk.metadata.titles.same import said_twice, same_title
from copydesk.desk.metadata.view import View

# Signs between the steps. The first group stands in breadcrumbs and hardly anywhere else; those of the second also
# stand in lists of links, in titles and between a date and a name.
_ARROWS = re.compile(r"(?:»|›|→|⟩|▸|►|❯|➔|➜|➞|▶|⇒|＞|≫|〉|->|=>|>>)|\s>|>\s|(?<=\w)>(?=\w)")
_ARROW = re.compile(r"[»›→⟩▸►❯➔➜➞▶⇒＞≫〉>]")
_BARS = re.compile(r"\s[/|·•:\\∙⁄∕–—-]{1,2}\s|[/|](?=\s)|(?<=\s)[/|]|／|｜|•|::")
_SIGN = re.compile(r"[»›→⟩▸►❯➔➜➞▶⇒＞≫〉>/|·•:\\∙⁄∕–—｜／-]")
_SLASH, _FEWEST_SLASHES = re.compile("/"), 2
_HERE = re.compile(rf"^[\s•*#>·»-]*{any_of('breadcrumb', 'here')}\s*[:：]?\s*", re.IGNORECASE)
_HOME = words("breadcrumb", "home")
_PAGE = words("breadcrumb", "page")
_MENU = re.compile(rf"{any_of('breadcrumb', 'menu')}(?!\w)", re.IGNORECASE)
_LONGEST_STEP = 60  # characters of a section's name; the last step may be the title
_MOST_STEPS = 8
_MENU_BARS = 4
# Between steps on lines of their own; bullets make lists of links.
_STEP_START = re.compile(r"[»›→⟩▸►❯＞>/|]")
_STEP_END = re.compile(r"[»›→⟩▸►❯＞>/|]$")
EDGE = " \t•*#·|/>＞»›→-–—:\\"
_MARKS = "[]()"


def is_home(step: str) -> bool:
    """Whether a step is the site's front page in some language."""
    return step.casefold().strip(EDGE + _MARKS) in _HOME


def read_breadcrumb(text: str, title: str | None = None) -> list[str] | None:
    """The steps of a breadcrumb line, without the front page and without the page's own title; None for other lines.

    title: the page's title where it is known: a line that ends in it is a breadcrumb whatever its signs. Its
    first or last words are enough, as narrow pages cut it short.
    """
    if len(text) > 400:
        return None
    here = _HERE.match(text)
    if here is None and not _SIGN.search(text):
        return None
    rest = text[here.end() :] if here else text
    arrows = _split(_ARROWS, rest) if _ARROW.search(rest) else []
    steps = arrows if len(arrows) > 1 else _split(_BARS, rest)
    if len(steps) < 2 and rest.count("/") >= _FEWEST_SLASHES and is_home(rest.partition("/")[0]):
        steps = _split(_SLASH, rest)  # "Start/Politics/Abroad": without spaces only from the front page down
    starts_home = bool(steps) and is_home(steps[0])
    ends_in_title = len(steps) > 1 and title is not None and is_title(steps[-1], title)
    if len(steps) < 2 and not (here and steps):
        return None
    if not (here or starts_home or ends_in_title or (len(arrows) > 1 and _could_be_steps(arrows, text))):
        return None
    if starts_home and not (here or ends_in_title) and len(arrows) < 2 and rest.count("|") >= _MENU_BARS:
        return None  # "Front page | News | Sport | Letters | Farming"
    while steps and is_home(steps[0]):
        steps = steps[1:]
    if title is not None and steps and is_title(steps[-1], title):
        steps = steps[:-1]
    steps = _above_page(steps)
    if any(len(step) > _LONGEST_STEP for step in steps[:-1]) or len(steps) > 8:
        return None
    if steps and len(steps[-1]) > _LONGEST_STEP:
        steps = steps[:-1]  # a title that is not the one we know
    return steps


def _above_page(steps: list[str]) -> list[str]:
    """The steps without a last one that says "Article" of the page itself."""
    return steps[:-1] if len(steps) > 1 and steps[-1].casefold() in _PAGE else steps


def opens_trail(text: str) -> bool:
    """Whether a line is a breadcrumb whatever the title is: after "You are here", or from the front page down."""
    says_so = _HERE.match(text) or is_home(_FIRST_SIGN.split(text, maxsplit=1)[0])
    return bool(says_so) and read_breadcrumb(text) is not None


_FIRST_SIGN = re.compile(r"\s*[»›→>/|＞•·]\s*")


def _split(sign: re.Pattern[str], text: str) -> list[str]:
    return [step for part in sign.split(text) if (step := part.strip(EDGE))]


def _could_be_steps(steps: Sequence[str], text: str) -> bool:
    """Arrows alone: at least one between short names, none a sentence, and not "Read more >"."""
    return (
        all(len(step) <= _LONGEST_STEP for step in steps[:-1])
        and not any(step.endswith((".", "!", ",")) for step in steps[:-1])
        and not any(any(map(str.isdigit, step)) for step in steps)
        and not text.rstrip().endswith((">", "»", "›", "→"))
        and not text.lstrip().startswith((">", "»", "›", "→"))
        and 2 <= len(steps) <= 6
        and all(step[:1].isupper() or not step[:1].isascii() for step in steps)
    )


def is_title(step: str, title: str) -> bool:
    """Whether a breadcrumb's last step is the title, perhaps cut short, or the page's name in its address."""
    step, title = step.casefold().strip(EDGE), title.casefold().strip(EDGE)
    if step == title or same_title(step, title) or _SLUG.fullmatch(step):
        return True
    cut = step.rstrip(".… ")
    is_series = cut == step and title.startswith(f"{cut}:")
    if len(cut) >= 12 and (title.startswith(cut) or title.endswith(cut)) and not is_series:
        return True
    return len(title) >= 12 and (step.endswith(title) or step.startswith(title))


_SLUG = re.compile(r"[a-z\d]+(?:-[a-z\d]+){4,}")  # of so many words no section's is


@dataclass(frozen=True, slots=True)
class Trail:
    """A page's breadcrumb, and the lines it stands on."""

    steps: list[str]
    lines: tuple[int, ...]


def find_breadcrumb(view: View, headline: int | None, title: str | None) -> Trail | None:
    """The breadcrumb nearest above the body; a title known helps to tell it from a row of links.

    headline: the index of the title's own line, if any.
    """
    for i in reversed((*view.head, *view.below)):
        if (i == headline and said_twice(view.plain(i)) is None) or (i >= view.position.prose and view.is_body(i)):
            continue
        steps = read_breadcrumb(view.plain(i), title)
        if steps is not None:
            return Trail(steps, (i,))
    starts = (i for i in reversed(view.head) if len(view.plain(i)) <= _LONGEST_STEP and is_home(view.plain(i)))
    trail = next((trail for i in starts if (trail := _over_lines(view, i, headline, title))), None)
    if trail is None and headline is not None:
        trail = _stacked(view, headline) or _of_sections(view, headline)
    return trail


_ABOVE_TITLE, _FEWEST_SECTIONS, _MOST_WORDS = 3, 3, 4
# Each a link, as lynx prints it: then two are enough.
_LINKED, _FEWEST_LINKED = re.compile(r"(?:\s*/?\s*\[\d{1,3}\][^\[\]/]{2,40}){2,}"), 2
_MOST_STACKED, _LONGEST_SECTION = 5, 40  # steps, characters


def _stacked(view: View, headline: int) -> Trail | None:
    """Steps one below the other above the title, from the front page down, without signs.

    A menu looks like it: of a trail the page has said a step before, in the menu.
    """
    first = max(0, headline - 1 - _MOST_STEPS)
    start = next((i for i in range(headline - 1, first - 1, -1) if is_home(view.plain(i))), None)
    if start is None:
        return None
    lines = [i for i in range(start + 1, headline) if view.plain(i).strip(EDGE)]
    steps = [view.plain(i).strip(EDGE) for i in lines]
    above = {view.plain(i).strip(EDGE).casefold() for i in range(start)}
    if not steps or len(steps) > _MOST_STACKED or not any(step.casefold() in above for step in steps):
        return None
    if len(set(steps)) < len(steps) or any(_MENU.match(step) for step in steps):
        return None
    if any(view.facts.get(i, NOTHING).dates or view.is_body(i) for i in lines) or not all(map(_is_section, steps)):
        return None
    return Trail(steps, (start, *lines))


def _is_section(step: str) -> bool:
    return (
        len(step) <= _LONGEST_SECTION
        and not any(char.isdigit() or char in "[]" for char in step)
        and step[-1] not in ".!?:…"
    )


def _of_sections(view: View, headline: int) -> Trail | None:
    """Sections between slashes just above the title, without the front page: "News / Local / Transport"."""
    for i in range(headline - 1, max(-1, headline - 1 - _ABOVE_TITLE), -1):
        steps = view.plain(i).split(" / ")
        fewest = _FEWEST_LINKED if _LINKED.fullmatch(view.text(i)) else _FEWEST_SECTIONS
        if len(steps) < fewest or view.is_body(i) or not _could_be_steps(steps, view.plain(i)):
            continue
        if all(len(step.split()) <= _MOST_WORDS for step in steps):
            return Trail(steps, (i,))
    return None


def _over_lines(view: View, start: int, headline: int | None, title: str | None) -> Trail | None:
    """The breadcrumb that begins with the front page on line `start` and has a step a line, with signs between."""
    steps: list[str] = []
    lines = [start]
    signed = bool(_STEP_END.search(view.plain(start)))
    for i in range(start + 1, view.position.prose if headline is None else headline):
        text = view.plain(i)
        step = text.strip(EDGE)
        if len(step) > _LONGEST_STEP or len(steps) >= _MOST_STEPS or not (signed or _STEP_START.match(text)):
            break
        lines.append(i)
        signed = not step or bool(_STEP_END.search(text))
        if step and not (title and is_title(step, title)):
            steps.append(step)
    return Trail(steps, tuple(lines)) if steps else None


def tidy_breadcrumb(steps: Sequence[str], title: str | None, stated: Iterable[str] = ()) -> list[str]:
    """A breadcrumb from markup without "You are here", the front page, and the page's own title with what follows.

    stated: what else the page states for its title.
    """
    kept = [step for step in steps if _LETTER.search(step) and not is_home(step) and not _HERE.fullmatch(step)]
    if title is not None:
        kept = kept[: next((i for i, step in enumerate(kept) if is_title(step, title)), len(kept))]
    if kept and any(same_title(kept[-1], other) for other in stated):
        kept = kept[:-1]
    return _above_page(kept)


_LETTER = re.compile(r"[^\W_]")
