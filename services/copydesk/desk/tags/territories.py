"""What the countries are called in a language, as CLDR has it."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def country_names(language: str) -> frozenset[str]:
    """The names of countries and territories; none for a language that CLDR does not have."""
    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name for code, name in territories.items() if len(code) == 2 and len(name) > 1)
