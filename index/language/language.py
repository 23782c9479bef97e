"""What a language gives, so that a text in it is understood: a folder beside ``english`` has one of these."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.language.abbreviations import Abbreviation
from index.language.asking import Asking
from index.language.dates.finder import TimeExpression
from index.language.findings import FoundQuotation, PlacedName, Prose
from index.language.place_words import PlaceWords
from index.language.sentences import SentenceWords
from index.language.telling import Telltale
from index.language.tokens import Analyzer, TermWords
from index.model import Sentence, Span

Own = Callable[[Sequence[Span]], Sequence[bool]]
"""Tells which of the paragraphs of a text, those at the spans, are in the language."""

FindTimes = Callable[[str, date | None, Own], Sequence[TimeExpression]]
FindQuotations = Callable[[Prose, Sequence[Sentence]], Sequence[FoundQuotation]]
PlacedNames = Callable[[str, Sequence[Sentence]], Sequence[Sequence[PlacedName]]]
FindAbbreviations = Callable[[str, Analyzer], Sequence[Abbreviation]]
GoesOn = Callable[[str], bool]
KnownAbbreviations = Callable[[Analyzer], Mapping[str, Sequence[tuple[str, ...]]]]


def _no_quotations(prose: Prose, own: Sequence[Sentence]) -> Sequence[FoundQuotation]:
    return ()


def _no_names(text: str, sentences: Sequence[Sentence]) -> Sequence[Sequence[PlacedName]]:
    return [()] * len(sentences)


def _no_abbreviations(text: str, analyzer: Analyzer) -> Sequence[Abbreviation]:
    return ()


def _stands_alone(sentence: str) -> bool:
    return False


def _no_place_words() -> PlaceWords:
    return PlaceWords()


def _none_known(analyzer: Analyzer) -> Mapping[str, Sequence[tuple[str, ...]]]:
    return {}


@dataclass(frozen=True, slots=True)
class Language:
    """A language: what tells it from others, how its sentences end, its words as terms, and what it finds.

    ``find_times`` returns the time expressions of a text that was published on a day, None when that is not known, in the
    order of the text, from its own paragraphs alone. ``find_quotations`` returns the quotations of a text whose sentences in
    the language are given, in order. ``placed_names`` returns, for each of some sentences of a text, its names in order.
    ``find_abbreviations`` returns those that a text defines, ``known_abbreviations`` those that need no definition: by the term
    of each, the terms of the names that it stands for. ``asking`` reads its questions. ``goes_on`` tells by the first words of a
    sentence whether it goes on from those before it: "They left"; ``refers_back`` whether it opens with what was named before it.
    ``place_words`` gives the words of places. What a language does not give is not found.
    """

    telltale: Telltale
    sentence_words: SentenceWords
    terms: TermWords
    find_times: FindTimes
    find_quotations: FindQuotations = _no_quotations
    placed_names: PlacedNames = _no_names
    find_abbreviations: FindAbbreviations = _no_abbreviations
    known_abbreviations: KnownAbbreviations = _none_known
    asking: Asking = field(default_factory=Asking)
    goes_on: GoesOn = _stands_alone
    refers_back: GoesOn = _stands_alone
    place_words: Callable[[], PlaceWords] = _no_place_words

    @property
    def name(self) -> str:
        """What the language is called."""
        return self.telltale.name
