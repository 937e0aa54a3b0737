"""The version, in one place: the package, its events and its wheel read it here."""

__version__ = "0.1.0"
