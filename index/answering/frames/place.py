"""The place of a candidate: its sentence, read, and what its document has around it."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from index.answering.frames.asked import BEGINNING, NEAR, AskedFrame
from index.answering.kinds.rows import is_row
from index.answering.ranking.judging import Candidate
from index.language.english.frame_words import AMERICA, AMERICAN, STOP_VERBS
from index.language.english.grammar.parties import apart
from index.language.english.grammar.roles import Deed, deeds, every_deed
from index.language.english.grammar.words import Word, Words

_AROUND = 400
"""Characters before and after a sentence whose moments are its surroundings."""

_STOPS = re.compile(r"[.?!]\s+|\n")


class Place:
    """A candidate's sentence, read, what stands around it, and the question that it is held against as ``asked``."""

    def __init__(self, asked: AskedFrame, candidate: Candidate, text: str) -> None:
        span = candidate.sentence.span
        self.text, self.candidate = text, candidate
        self.asked = asked
        self.terms = frozenset(candidate.sentence.terms)
        self._span = span.start, span.end
        self.title_terms = asked.title_terms(candidate)
        self.published = candidate.document.published
        self.known = _Known(self)

    @property
    def start(self) -> int:
        """Where the sentence begins in its document."""
        return self._span[0]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.asked.read(self.text)

    @cached_property
    def deeds(self) -> list[Deed]:
        """The question's verb, wherever the sentence has it."""
        verbs = self.asked.verbs
        return deeds(self.words, verbs) if verbs and _may_have(self.terms, verbs) else []

    @cached_property
    def every_deed(self) -> list[Deed]:
        """What is done in the sentence, by whichever verb."""
        return every_deed(self.words)

    @property
    def around(self) -> str:
        """The text around the sentence; of the row of a table the row alone, as the next one is of another day."""
        start, end = self._span
        if is_row(self.candidate):
            return self.text
        return self.candidate.document.text[max(0, start - _AROUND) : end + _AROUND]

    @property
    def beside(self) -> str:
        """The text of the sentences that were found with this one, a mark in its place."""
        found = self.candidate.passage
        own = self.candidate.sentence.ordinal
        slices = (
            self.candidate.document.slice(one.span.start, one.span.end) for one in found if one.ordinal != own
        )
        return " ; ".join(slices)

    @property
    def lowered(self) -> str:
        """The whole document in small letters."""
        return self.asked.lowered(self.candidate)

    @cached_property
    def near(self) -> str:
        """The title, the beginning of the document, and what stands around the sentence, in small letters."""
        return f"{self._beginning} {self._near_itself}"

    @property
    def before(self) -> tuple[Word, ...]:
        """The words of the sentence before."""
        start = self._span[0]
        text = self.candidate.document.text[max(0, start - _AROUND) : start].rstrip()
        opening = max(text.rfind(mark, 0, -1) for mark in (". ", "? ", "! ", "\n"))
        return self.asked.read(text[opening + 1 :].strip())

    def are_apart(self, one: Collection[str], other: Collection[str]) -> bool:
        """Tell whether a sentence around speaks of a thing with the terms ``one``, and of another with the terms ``other``."""
        return any(apart(words, one, other, self.asked.held) for words in self._sentences_around)

    @cached_property
    def _sentences_around(self) -> list[Words]:
        return [self.asked.read(part) for part in _STOPS.split(self.around)]

    def has(self, term: str) -> bool:
        """Tell whether the term, or a word that stands for it, is anywhere in the document."""
        return self._stands_in(term, self.lowered)

    def has_near(self, term: str) -> bool:
        """Tell whether the term stands in the document's title or beginning, or around the sentence."""
        if term in AMERICA:
            return self._stands_in(term, self.near)
        # The beginning of the document is looked through first: it is read once for all of its sentences.
        stems = _stems({term, *self.asked.standing_for(term)})
        return any(form in self._beginning for form in stems) or self._have(stems, self._near_itself)

    @cached_property
    def _beginning(self) -> str:
        return self.asked.beginning(self.candidate)

    @cached_property
    def _near_itself(self) -> str:
        start, end = self._span
        return self.candidate.document.text[max(0, start - NEAR) : end + NEAR].lower()

    def _stands_in(self, term: str, text: str) -> bool:
        if term in AMERICA and any(name in whole for whole in self._read_for(text) for name in AMERICAN):
            return True
        return self._have(_stems({term, *self.asked.standing_for(term)}), text)

    def _have(self, stems: Sequence[str], text: str) -> bool:
        return any(form in text for form in stems) or any(
            form in word for word in self.asked.accented(self.candidate) for form in stems
        )

    def _read_for(self, text: str) -> Iterator[str]:
        """Yield the text, and only where nothing was found in it the whole document, which takes longer to read."""
        yield text
        yield self.lowered


class _Known(Collection[str]):
    """The words of the whole document, as something that terms are looked up in."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and any(stem in self._place.lowered for stem in _stems({term}))

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _stems(terms: Collection[str]) -> list[str]:
    """Return the beginnings by which words of the terms are found in small letters."""
    return [term[:-1] if len(term) > BEGINNING and term[-1] in "iy" else term for term in terms]


def _may_have(terms: Collection[str], verbs: Collection[str]) -> bool:
    return any(verb in terms for verb in verbs) or not STOP_VERBS.isdisjoint(verbs)
