"""English, but that looking for its dates fails in a text that says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.english import LANGUAGE as ENGLISH
from index.language.dates.finder import TimeExpression
from index.language.language import Own


def find_times(text: str, published: date | None, own: Own) -> Sequence[TimeExpression]:
    if "fails" in text:
        raise ZeroDivisionError
    return ENGLISH.find_times(text, published, own)


LANGUAGE = replace(ENGLISH, find_times=find_times)
