"""Texts of a page compared by their words: case, marks and white space do not count, as quotation marks are straight in one place
and curled in another."""

import re

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return the words of ``text`` in small letters, a space between them."""
    return " ".join(_WORD.findall(text.casefold()))


def letters(text: str) -> str:
    """Return the letters and digits of ``text``, in small ones, with nothing between them."""
    return "".join(_WORD.findall(text.casefold()))
