"""Make models/keywords.zip: the words of each language that never begin or end a keyword.

    python training/keywords.py

From stopwords-iso (MIT) in the package stopwordsiso, the names of days and months in Babel's copy of CLDR (Unicode
licence), and words of our own in training/keywords.txt. Needs: pip install stopwordsiso babel.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import stopwordsiso
from babel import Locale, UnknownLocaleError

GENERAL = Path(__file__).with_suffix(".txt")
MODEL = Path(__file__).parents[1] / "services/copydesk/models/keywords.zip"


def calendar(language: str) -> Iterator[str]:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    for names in (locale.days, locale.months):
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from (name.strip(".").lower() for name in names[use][width].values() if not name.isdigit())


def general() -> dict[str, set[str]]:
    lines = GENERAL.read_text(encoding="utf-8").splitlines()
    return {language: set(words.split()) for language, _, words in (line.partition(": ") for line in lines[1:])}


def main() -> None:
    ours = general()
    with zipfile.ZipFile(MODEL, "w", zipfile.ZIP_LZMA) as archive:
        for language in sorted(stopwordsiso.langs()):
            words = {word.lower() for word in stopwordsiso.stopwords(language)} | set(calendar(language))
            words |= ours.get(language, set())
            entry = zipfile.ZipInfo(language, (1980, 1, 1, 0, 0, 0))  # the same bytes whenever it is made
            archive.writestr(entry, "\n".join(sorted(words)), zipfile.ZIP_LZMA)
    print(f"{MODEL}: {MODEL.stat().st_size / 1e6:.2f} MB, {len(stopwordsiso.langs())} languages")


if __name__ == "__main__":
    main()
