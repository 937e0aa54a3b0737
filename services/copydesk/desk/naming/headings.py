"""What a short line must look like to be a heading."""

import re

from copydesk.desk.frame import Line

Shapes = dict[str, list[float]]
SHORT = 100  # characters; what is longer is no heading, and is named by its words only where a sign is plain
LONGEST_TITLE = 150  # characters
ALIKE = 3  # short lines in a row that make a list
NUMBERED = re.compile(r"\d{1,2}[.)] ")
BULLETS = ("•", "◦", "▪", "■", "□", "☆", "★", "○", "●", "* ", "- ", "– ", "+ ")


def could_head(line: Line, following: Line, i: int, shapes: Shapes) -> bool:
    """Short, no sentence, and above a longer line that is no item of a list."""
    text = line.text
    plain = not shapes["ends sentence"][i] or shapes["ends question"][i]
    return bool(
        plain
        and len(text) <= SHORT
        and len(following.text) > len(text)
        and not shapes["ends colon"][i]
        and not text[0].islower()
        and text[0] not in '"“„«([!'
        and not following.text.startswith(BULLETS)
    )


def about(heading: str) -> str | None:
    """Whom a heading says that it is about: "About Canal Homes"; None for other lines."""
    match = _ABOUT.match(heading) if len(heading) <= _LONGEST_ABOUT else None
    return None if match is None or match["who"][0].islower() or heading[-1] in ".?!" else match["who"]


_ABOUT = re.compile(
    r"[\W_]*(?:about|über|à propos (?:de |d['’]|du |des )|acerca del?|sobre(?: la| el| a| o)?|informazioni su(?:l|lla)?"
    r"|over|o firmie|om|о компании|حول|عن|关于(?=\S)|關於(?=\S))(?:\s|(?<=[于於'’]))(?P<who>\S.{2,60}?)\W*$",
    re.IGNORECASE,
)
_LONGEST_ABOUT = 90  # characters
