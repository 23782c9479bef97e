"""The languages that an index knows, and which of them each paragraph of a text is in."""

from collections.abc import Collection, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from index.language.abbreviations import Abbreviation
from index.language.asking import AnswerKind, Asking, FoundAnswer
from index.language.dates.finder import TimeExpression
from index.language.findings import FoundQuotation, PlacedName, Prose
from index.language.language import Language
from index.language.place_words import PlaceWords
from index.language.sentences import SentenceWords, paragraphs, paragraphs_of, sentences
from index.language.telling import Telltale, by_sentence, paragraphs_in
from index.model import Sentence, Span

if TYPE_CHECKING:
    from index.language.tokens import Analyzer


class Languages:
    """Languages, the one first that is taken where a text does not tell."""

    def __init__(self, known: Sequence[Language], modules: Sequence[str] = ()) -> None:
        """Take the languages, and the names of the modules that they are of, by which another process finds them."""
        self.known = tuple(known)
        self.modules = tuple(modules)

    def of_paragraphs(self, text: str, spans: Sequence[Span] | None = None) -> list[Language | None]:
        """Return the language of each paragraph of ``text``, those at ``spans`` or all; None for one that is not known."""
        spans = paragraphs(text) if spans is None else spans
        found: list[Language | None] = [None] * len(spans)
        for language in self.known:
            told = paragraphs_in(language.telltale, text, spans, self._rivals(language))
            found = [language if one is None and own else one for one, own in zip(found, told, strict=True)]
        return found

    def of_sentences(self, text: str, sentences: Sequence[Sentence]) -> list[Language | None]:
        """Return the language of each of the sentences of ``text``."""
        return by_sentence(self.of_paragraphs(text, paragraphs_of(sentences)), sentences)

    def are_known(self, text: str, sentences: Sequence[Sentence]) -> list[bool]:
        """Tell which of the sentences of ``text`` are in one of the languages."""
        return [language is not None for language in self.of_sentences(text, sentences)]

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Split ``text`` into sentences, each paragraph as its language does, as ``index.language.sentences`` says."""
        return sentences(text, self._words)

    def find_times(self, text: str, published: date | None) -> tuple[TimeExpression, ...]:
        """Return the time expressions of ``text``, which was published on a day, in the order of the text."""

        def find(language: Language) -> Sequence[TimeExpression]:
            def own(spans: Sequence[Span]) -> list[bool]:
                return [one is language for one in self.of_paragraphs(text, spans)]

            return language.find_times(text, published, own)

        found = [item for language in self.known for item in find(language)]
        return tuple(sorted(found, key=attrgetter("start")))

    def find_quotations(self, prose: Prose) -> tuple[FoundQuotation, ...]:
        """Return the quotations of a text in order, each found by the language that its words are in."""
        told = self.of_sentences(prose.text, prose.sentences)
        found: list[FoundQuotation] = []
        for language in self.known:
            own = [one for one, other in zip(prose.sentences, told, strict=True) if other is language]
            found += language.find_quotations(prose, own)
        return tuple(sorted(found, key=attrgetter("start")))

    def placed_names(self, text: str, sentences: Sequence[Sentence]) -> list[Sequence[PlacedName]]:
        """Return the names in each of the sentences of ``text``, in order; the first language's where none is known."""
        told = [language or self.known[0] for language in self.of_sentences(text, sentences)]
        found: list[Sequence[PlacedName]] = [()] * len(sentences)
        for language in self.known:
            own = [number for number, one in enumerate(told) if one is language]
            names = language.placed_names(text, [sentences[number] for number in own])
            for number, held in zip(own, names, strict=True):
                found[number] = held
        return found

    def find_abbreviations(self, text: str, analyzer: "Analyzer") -> tuple[Abbreviation, ...]:
        """Return the abbreviations that ``text`` defines."""
        found = (one for language in self.known for one in language.find_abbreviations(text, analyzer))
        return tuple(dict.fromkeys(found))

    def known_abbreviations(self, analyzer: "Analyzer") -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return, by the term of each abbreviation that needs no definition, the terms of the names that it stands for."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for language in self.known:
            for short, names in language.known_abbreviations(analyzer).items():
                found[short] = tuple(dict.fromkeys((*found.get(short, ()), *names)))
        return found

    def asking(self, question: str) -> Asking:
        """Return how the language that ``question`` is in asks."""
        return self._of(question).asking

    def find_answers(
        self, text: str, kind: AnswerKind, question_words: Collection[str]
    ) -> Sequence[FoundAnswer]:
        """Find in a sentence what answers a question of a kind, as the language that the sentence is in answers."""
        return self._of(text).asking.find_answers(text, kind, question_words)

    def goes_on(self, words: str) -> bool:
        """Tell by its first ``words`` whether a sentence goes on from those before it, in the language that they are in."""
        return self._of(words).goes_on(words)

    def refers_back(self, sentence: str) -> bool:
        """Tell whether a ``sentence`` opens with what stands for something named before it, in the language that it is in."""
        return self._of(sentence).refers_back(sentence)

    def place_words(self) -> PlaceWords:
        """Return the words of places in all of the languages."""
        return PlaceWords.joined(language.place_words() for language in self.known)

    def _of(self, text: str) -> Language:
        """Return the language of a question or a sentence: the first where it does not tell, or is of one that is not known."""
        if len(self.known) == 1:
            return self.known[0]
        return next(filter(None, self.of_paragraphs(text)), self.known[0])

    def _rivals(self, language: Language) -> list[Telltale]:
        return [other.telltale for other in self.known if other is not language]

    def _words(self, text: str, spans: Sequence[Span]) -> list[SentenceWords]:
        # A text in a language that is not known is split as the first.
        first = self.known[0]
        if len(self.known) == 1:
            return [first.sentence_words] * len(spans)
        return [(language or first).sentence_words for language in self.of_paragraphs(text, spans)]
