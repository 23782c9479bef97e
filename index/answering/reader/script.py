"""In which letters a text is written: the reader knows English alone."""

import re

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")
_SHARE = 0.8
"""A name in its own letters may stand in an English sentence: "Nike (Νίκη)"."""


def is_latin(text: str) -> bool:
    """Tell whether a text has letters, four fifths of them Latin at least."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_LATIN.findall(text)) >= _SHARE * letters
