"""What a language finds in a text: names where they stand, and who said what. Spans are characters into the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.language.dates.finder import TimeExpression
from index.language.quotation_marks import QuotedSpan
from index.model import Basis, Part, Sentence, Span, Stance

Gender = Literal["he", "she"]
"""The pronoun that stands for somebody."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name in the fullest form that the text gives, and the character where it stands in some form."""

    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A text, and what is known of it before its quotations are looked for.

    ``times`` are its time expressions and ``quoted`` its quoted spans, both in order. ``day_at`` gives the day on which the words
    at a place were written, which is ``published`` for most texts.
    """

    text: str
    sentences: Sequence[Sentence]
    times: Sequence[TimeExpression]
    quoted: Sequence[QuotedSpan]
    published: date | None
    day_at: Callable[[int], date | None]
    title: str = ""
    publisher: str | None = None
    structure: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Words that a text attributes to somebody; spans are characters into the text.

    ``start`` and ``end`` bound the words without quotation marks. ``mention`` is where the speaker stands and ``cue`` the
    verb of saying, None where there is none (a headline, a transcript); ``question`` is what a reporter asked before it.
    ``speaker`` is the name that the document gives in
    full, or what the text says where it does not make plain who is meant; ``named`` tells the two apart. ``direct`` is
    false for indirect speech. ``fragment`` is true for quoted words too few to be a statement, and for a turn that is small
    talk. ``earliest`` and ``latest`` bound the day of saying, both inclusive, and
    ``when`` are the words that say it; ``basis`` is how it is known. ``gender`` is the
    pronoun that a courtesy title tells of somebody known by surname alone.
    ``is_somebodys`` tells whether the text makes plain who speaks: what an unresolved "he" says is found, and not kept.
    ``is_listed`` tells whether the speaker is somebody by name: not "the president" or a mere title.
    """

    start: int
    end: int
    mention: Span
    cue: Span | None
    speaker: str
    role: str | None
    named: bool
    direct: bool
    fragment: bool
    earliest: date | None
    latest: date | None
    when: Span | None
    basis: Basis
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False
    question: Span | None = None
    gender: Gender | None = None
    is_somebodys: bool = field(default=True, repr=False)
    is_listed: bool = field(default=True, repr=False)

    @property
    def said_on(self) -> date | None:
        """The day of saying; None where the text gives no single day."""
        return self.earliest if self.earliest == self.latest else None
