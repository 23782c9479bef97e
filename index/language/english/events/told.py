"""A date in its sentence, and what stands around it."""

import re
from dataclasses import dataclass

from index.language.dates import TimeExpression
from index.language.english.events.clauses import FINITE_VERB
from index.language.patterns import late
from index.model import Span

WORDS_BEFORE = 90
"""Characters before a date that can say what it is to its clause."""
MEETING = late(
    r"""
    \b(?:talks?|meet(?:s|ings?)?|summit|call|conversation|negotiations?|visit|trip|conference|round|session|ceremony|signing
    |truce|cease-?fire|vote|election|hearing|delegation|agreement|treaty|accord|deal|withdraw(?:al)?|exchange|handover|debate
    |sanctions|tariffs|strikes?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is held, signed or called off."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date in its sentence: the whole text, the spans of the sentence and of the clause, and the expression.

    ``alone`` is whether the sentence has no other date.
    """

    text: str
    sentence: Span
    clause: Span
    found: TimeExpression
    alone: bool

    @property
    def before(self) -> str:
        """The words of the sentence before the date, the nearest of them."""
        return self.text[max(self.sentence[0], self.found.start - WORDS_BEFORE) : self.found.start]

    @property
    def behind(self) -> str:
        """The words of the sentence behind the date."""
        return self.text[self.found.end : self.sentence[1]]

    @property
    def is_an_object(self) -> bool:
        """Whether the verb of the clause stands before the date."""
        return (
            FINITE_VERB.search(self.text, self.clause[0], max(self.clause[0], self.found.start)) is not None
        )

    @property
    def is_a_span(self) -> bool:
        """Whether the date is a stretch of time by its words: "the weekend", "the past week"."""
        return self.text.startswith("the ", self.found.start) and self.before.endswith("over ")

    @property
    def words(self) -> str:
        """The words of the clause."""
        return self.text[slice(*self.clause)]
