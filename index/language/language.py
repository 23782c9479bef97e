"""What a language gives, so that a text in it is understood: a folder beside ``english`` has one of these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from index.language.dates.finder import TimeExpression
from index.language.sentences import SentenceWords
from index.language.telling import Telltale
from index.language.tokens import TermWords
from index.model import Span

Own = Callable[[Sequence[Span]], Sequence[bool]]
"""Tells which of the paragraphs of a text, those at the spans, are in the language."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: what tells it from others, how its sentences end, its words as terms, and its dates.

    ``find_times`` returns the time expressions of a text that was published on a day, None when that is not known, in the
    order of the text, from its own paragraphs alone.
    """

    telltale: Telltale
    sentence_words: SentenceWords
    terms: TermWords
    find_times: Callable[[str, date | None, Own], Sequence[TimeExpression]]

    @property
    def name(self) -> str:
        """What the language is called."""
        return self.telltale.name
