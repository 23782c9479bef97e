"""Whether a text is English."""

from collections.abc import Sequence

from index.language.telling import Telltale, is_in, paragraphs_in, sentences_in
from index.model import Sentence, Span

_COMMON = frozenset(
    """
    the of and to in a is that for on was with as it by are be at from his has he have an this will were said not its or had but
    they their who which we our been would you all more after when there about one if can what up out so no people also i my us do
    """.split()
)
"""The most frequent words of English news."""

TELLTALE = Telltale("English", "A-Za-z", _COMMON, (" the ", " and ", " said ", " with ", " from ", " that "))
"""What tells English from other languages."""


def is_english(text: str, *, unless_told: bool = True) -> bool:
    """Tell whether ``text`` is English; ``unless_told`` is the answer for a text of too few words to tell."""
    return is_in(TELLTALE, text, unless_told=unless_told)


def english_paragraphs(text: str, spans: Sequence[Span] | None = None) -> list[bool]:
    """Tell which of the paragraphs of ``text``, those at ``spans`` or all, are English."""
    return paragraphs_in(TELLTALE, text, spans)


def english_sentences(text: str, sentences: Sequence[Sentence]) -> list[bool]:
    """Tell which of the sentences of ``text`` stand in an English paragraph."""
    return sentences_in(TELLTALE, text, sentences)
