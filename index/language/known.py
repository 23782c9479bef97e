"""The languages that an index knows: one line for each.

A name is that of a module with a ``LANGUAGE``, so that it can be said to a process as well.
"""

from functools import cache
from importlib import import_module

from index.language.languages import Languages
from index.language.tokens import Analyzer

LANGUAGES = ("index.english",)
"""The first is that of a text too short to tell."""


@cache
def known_languages(names: tuple[str, ...] = LANGUAGES) -> Languages:
    """Return the languages of the modules with those names."""
    return Languages([import_module(name).LANGUAGE for name in names], names)


@cache
def known_analyzer(names: tuple[str, ...] = LANGUAGES) -> Analyzer:
    """Return what turns a text in those languages into terms, one for all indices of a process: it remembers terms, not texts."""
    return Analyzer(known_languages(names))
