"""A language of ten words, in Greek letters: the, and, of, Mr, said, sign, treaty, peace, today, March; and who and what.

It shows what a folder of a language has to hold: "Σρ. Μιρεκ κα Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ 2024."
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.language.dates.finder import TimeExpression
from index.language.language import Language, Own
from index.language.sentences import SentenceWords, paragraphs
from index.language.telling import Telltale
from index.language.tokens import TermWords
from index.model import Basis
from tests.index.language.pocket.asking import ASKING
from tests.index.language.pocket.speech import find_quotations, placed_names

LETTERS = "α-ωΑ-Ω"
SMALL = frozenset({"λο", "κα", "δε"})
ASKS = frozenset({"κι", "κε"})
DATE = re.compile(r"(\d{1,2}) μαρ (\d{4})|οδι")


def stem(word: str) -> str:
    """Take off the ending of what many did: φιρμασαν, they signed."""
    return word.removesuffix("σαν")


def find_times(text: str, published: date | None, own: Own) -> Sequence[TimeExpression]:
    spans = paragraphs(text)
    return [
        found
        for (start, end), told in zip(spans, own(spans), strict=True)
        if told
        for found in _found(text, start, end, published)
    ]


def _found(text: str, start: int, end: int, published: date | None) -> Iterator[TimeExpression]:
    for match in DATE.finditer(text, start, end):
        day = date(int(match[2]), 3, int(match[1])) if match[1] else published
        basis: Basis = "explicit" if match[1] else "published" if published else "unresolved"
        yield TimeExpression(
            *match.span(), "DATE", day.isoformat() if day else "XXXX", day, day, "day", basis
        )


LANGUAGE = Language(
    Telltale("Pocket", LETTERS, SMALL),
    SentenceWords(frozenset({"σρ"}), frozenset({"μαρ"}), SMALL, re.compile(r"\s*[Α-Ω]\w+ διξα\b")),
    TermWords("α-ω", SMALL | ASKS, stem),
    find_times,
    find_quotations,
    placed_names,
    asking=ASKING,
    goes_on=lambda words: words.startswith("Κα "),
)
