"""Patterns of whole words."""

import re

from index.language.patterns import late


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return what matches ``pattern``, written with spaces, in letters of any case."""
    return late(pattern, re.IGNORECASE | re.VERBOSE)
