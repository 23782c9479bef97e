"""A report: words of a sentence, who reports them, and what that does to them."""

from typing import NamedTuple

from index.language.english.grammar.clauses import WordSpan
from index.language.english.reports.manner import Manner


class Report(NamedTuple):
    """Words ``content`` that ``subject`` reports in the given manner, all as words of a sentence.

    ``inserted`` are the words inside them that say so, between commas: "The museum, Tamm said, is full".
    """

    content: WordSpan
    subject: WordSpan
    manner: Manner
    inserted: WordSpan | None = None

    @property
    def pieces(self) -> tuple[WordSpan, ...]:
        """What is reported, without the words that say so."""
        return without_inserted(self.content, self.inserted)


def without_inserted(content: WordSpan, inserted: WordSpan | None) -> tuple[WordSpan, ...]:
    """Return what is left of ``content``, a span of words or of characters, without one inside it."""
    if inserted is None:
        return (content,)
    return (content[0], inserted[0]), (inserted[1], content[1])
