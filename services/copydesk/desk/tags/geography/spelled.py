"""Countries, regions and towns in scripts without capitals, as CLDR and GeoNames spell them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from copydesk.desk.tags.geography.gazetteer import UNSPACED, region_names, spelled_towns, town_names, words_with_names
from copydesk.desk.tags.geography.territories import country_names, union_names
from copydesk.desk.tags.katakana import whole
from copydesk.desk.tags.link import Kind
from copydesk.desk.tags.table import any_of

_KANJI = "\u4e00-\u9fff々ヶ"
# A Japanese town, county or prefecture behind a sign, kana or a prefecture's name; in front of none that goes on.
_DISTRICT = re.compile(
    rf"(?<![{_KANJI}])(?![同全各両本当他地被]|市町)[{_KANJI}]{{1,3}}[市町村郡県府]"
    rf"(?=[^{_KANJI}ァ-ヴー]|[内沖北南東西]|[{_KANJI}]{{1,4}}[市町村郡])"
    rf"|(?<=[県府都郡])[{_KANJI}]{{1,4}}[市町村郡](?![{_KANJI}ァ-ヴー]{{2}})"
)
_ARABIC = "ء-ي"
KOREAN_PARTICLE = "(?:에서|에는|에도|에|의|은|는|이|가|을|를|와|과|도|로|으로|까지|부터|시|행|발|산)"


_SHORTEST_ARABIC = 4  # letters
# What is a word or a given name as well ("his birthplace"), and towns that are clubs where news names them.
_OTHER_ARABIC = frozenset(
    "مسقط سمراء ليون ديلي ريجينا لومي برشلونة ليفربول مانشستر مدريد نابولي مرسيليا ميونيخ بنما تونس".split()
)
_NO_CLUB = "(?<!ريال )(?<!إنتر )(?<!نادي )(?<!فريق )(?<!دينامو )(?<!صحيفة )"
_CLUB_OR_PAPER = "(?:سيتي|يونايتد|سان جيرمان|بوست|تايمز)"


def spelled_places(text: str, language: str) -> Iterator[tuple[int, int, Kind, str]]:
    """[start, end), kind and name of the places of a text; nothing for scripts that have capitals.

    Where no spaces part words a name counts wherever it stands; in Korean with a particle at most, in Arabic behind a
    word that says where, and there towns alone; of those that Arabic news names often, what is no other word.
    """
    pattern = _pattern(language)
    districts = _DISTRICT.finditer(text) if language == "ja" else ()
    for match in chain(pattern.finditer(text) if pattern else (), districts):
        if match.lastgroup == "other":
            continue
        start, end = match.span(match.lastgroup or 0)
        name = text[start:end]
        yield start, end, "ORG" if name in union_names(language) else "LOC", name


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language == "ko":
        named = any_of(map(re.escape, spelled_towns(language) | region_names(language)))
        return re.compile(rf"(?<![가-힣])(?P<name>{named})(?={KOREAN_PARTICLE}?(?![가-힣]))")
    if language == "ar":
        where = "(?:(?:في|إلى|مدينة|محافظة|بلدة|ولاية|إقليم|قرب|شمال|جنوب|شرق|غرب) |ب)"
        known = spelled_towns(language) | town_names(language) | region_names(language)
        towns = any_of(map(re.escape, known))
        opening = rf"^(?P<opening>{towns})(?=(?: \([^()\n]{{1,24}}\))?\s?[-–—:/])"
        own = (name for name in town_names(language) if len(name) >= _SHORTEST_ARABIC and not name.startswith("ال"))
        plain = any_of(re.escape(name) for name in own if name not in _OTHER_ARABIC)
        anywhere = rf"{_NO_CLUB}(?<![{_ARABIC}])[وف]?(?P<plain>{plain})(?![{_ARABIC}])(?! {_CLUB_OR_PAPER})"
        return re.compile(
            rf"(?<![{_ARABIC}]){where}(?P<name>{towns})(?![{_ARABIC}])(?!(?<=مسقط) رأس)|{opening}|{anywhere}",
            re.MULTILINE,
        )
    if language not in UNSPACED:
        return None
    known = spelled_towns(language) | town_names(language) | region_names(language)
    known |= country_names(language) | union_names(language)
    names = any_of(name for name in known if name.isalpha() and len(name) > 1)
    if not names:
        return None
    other = words_with_names(language)
    others = f"(?P<other>{other.pattern})|" if other else ""
    # A run of katakana is one word; the south bank of the Huang He is not Henan.
    return re.compile(f"{others}{whole(f'(?P<name>{names})')}(?!岸)")
