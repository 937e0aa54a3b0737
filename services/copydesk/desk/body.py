"""The body: the lines that are the article, as blocks and as one text."""

import re
from collections.abc import Sequence
from typing import cast

from copydesk.article import Block, BlockKind, Body
from copydesk.desk.frame import Line, Page, Role, Verdict

# Han and kana stand without spaces: there a character counts as a word. What has no letter and no digit is none; of
# other words the match begins at the first.
_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[^\W_{_UNSPACED}][^\s{_UNSPACED}]*|(?![\W_])[{_UNSPACED}]")


def compose(page: Page, verdicts: Sequence[Verdict]) -> Body:
    """The body of `page`: blocks in order, and their texts with a blank line between (items of a list: none)."""
    kept = [(line, verdict.role) for line, verdict in zip(page.lines, verdicts, strict=True) if verdict.role.is_body]
    parts: list[str] = []
    before: Role | None = None
    for line, role in kept:
        if parts:
            parts.append("\n" if role == before and role in (Role.LIST_ITEM, Role.TABLE) else "\n\n")
        parts.append(line.text)
        before = role
    return _body("".join(parts), kept)


def compose_as_sent(page: Page, verdicts: Sequence[Verdict]) -> Body:
    """The body of a text that its publisher calls clean: every line, with the blank lines it came with."""
    kept = [(line, verdict.role) for line, verdict in zip(page.lines, verdicts, strict=True)]
    text = "".join("\n" * (line.gap + 1 if i else 0) + line.text for i, line in enumerate(page.lines))
    return _body(text, kept)


def _body(text: str, kept: Sequence[tuple[Line, Role]]) -> Body:
    blocks = [
        Block(kind=cast("BlockKind", role.value), text=line.text, lines=(line.first, line.last)) for line, role in kept
    ]
    return Body(text=text, word_count=len(_WORD.findall(text)), blocks=blocks)
