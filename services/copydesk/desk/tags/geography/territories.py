"""What the countries and their unions are called in a language, as CLDR has it."""

from functools import cache

from babel import Locale, UnknownLocaleError

_UNIONS = frozenset({"EU", "EZ", "UN"})  # European Union, its zone of one currency, United Nations


@cache
def country_names(language: str) -> frozenset[str]:
    """The names of countries and territories; none for a language that CLDR does not have."""
    return frozenset(name for code, name in _named(language) if code not in _UNIONS)


@cache
def union_names(language: str) -> frozenset[str]:
    """The names of the European Union and the United Nations."""
    return frozenset(name for code, name in _named(language) if code in _UNIONS)


def _named(language: str) -> list[tuple[str, str]]:
    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return []
    return [(code, name) for code, name in territories.items() if len(code) == 2 and len(name) > 1]
