"""Write the names of months and weekdays that the desk reads in dates, from Unicode CLDR through Babel.

    python training/calendar_names.py

Reading some forty locales through Babel takes most of a second and the names hardly ever change, so they are
shipped as one table: services/copydesk/desk/metadata/dates/calendar.json. Where one word names two months (Polish
listopad is November, Croatian listopad October) the first locale of the list below wins.
"""

import json
import unicodedata
from pathlib import Path

from babel import Locale

LOCALES = (
    "en en_GB en_AU en_CA de de_AT fr fr_CA es es_MX pt pt_PT it nl pl sv da nb nn fi cs sk hu ro ru uk be bg el tr ar "
    "ar_SY ar_DZ ar_MA he et lv lt ca gl eu ga is id ms af sq hr sl sr sr_Latn mk bs hi mr ne bn gu pa te kn ml ta ur "
    "fa hy ka kk sw th"
).split()

# Written in newspapers, absent from CLDR.
ALSO = {"sept": 9, "janv": 1, "febr": 2, "agos": 8, "sett": 9, "okt": 10, "maerz": 3, "setiembre": 9, "ene": 1}

TABLE = Path(__file__).resolve().parent.parent / "services/copydesk/desk/metadata/dates/calendar.json"


def fold(name: str) -> str:
    """The form in which names are looked up: case folded, composed, without the full stop of an abbreviation."""
    return unicodedata.normalize("NFC", name).casefold().strip(". \u200f\u200e")


def unaccented(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def main() -> None:
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for code in LOCALES:
        locale = Locale.parse(code)
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[use][width].items():
                    folded = fold(name).removeprefix("de ").removeprefix("d’")
                    if folded and not folded[0].isdigit() and (len(folded) > 2 or not folded.isascii()):
                        months.setdefault(folded, int(number))
                weekdays |= {fold(name) for name in locale.days[use][width].values()}
    for name, number in ALSO.items():
        months.setdefault(name, number)
    for name, number in list(months.items()):
        months.setdefault(unaccented(name), number)
    weekdays |= {unaccented(name) for name in weekdays}
    table = {"months": dict(sorted(months.items())), "weekdays": sorted(name for name in weekdays if len(name) > 1)}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
