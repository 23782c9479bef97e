"""A question's frame, the words that stand for its own, and what is looked up for it in the documents."""

import re
from collections.abc import Collection, Iterable

from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate
from index.language.english.asking.asked_things import AskedThing, asked_thing
from index.language.english.asking.frames.frame import QuestionFrame, read_frame
from index.language.english.asking.frames.verbs import BOTH_DO, GIVING
from index.language.english.frame_words import ANY_NUMBER_OF, UNDERGONE, UNITED_STATES
from index.language.english.grammar.converse import TwoEnds, two_ended
from index.language.english.grammar.tenses import (
    asks_for_another_time,
    asks_what_is_to_come,
    asks_what_was_done,
)
from index.language.english.grammar.words import Word, read_words
from index.language.english.moments import Moments, find_moments
from index.language.remembering import Remembered
from index.language.tokens import Analyzer, fold
from index.model import Document

NEAR = 2_500
"""Characters before and after a sentence within which a name is near."""

_LONGEST_DOCUMENT = 200_000
"""Characters of a document that are searched for a name."""

_BEGINS = 1_000
"""Characters at the beginning of a document that say what all of it is about; chosen: a paragraph or two."""

_SURE_RELATED = 0.45
"""From this weight on, a related word stands for the question's word in a role."""

BEGINNING = 5
"""Letters in which two words of one family begin alike; chosen: "electi-on" and "electo-ral" do, "part-y" and "part-ner" do
not."""

_ACCENT = re.compile("[À-ɏḀ-ỿ]")
_WORD = 12
"""Letters before and after one with an accent that its word is looked for in."""


class AskedFrame:
    """The frame of one question, what its words may be held by, and what was read of the documents for it."""

    def __init__(self, question: str, matcher: QuestionMatcher, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._terms_of = Remembered(self._read_terms)
        self.question = question
        self.opposites = matcher.opposites
        self._forms = matcher.forms(_SURE_RELATED)
        self._loose = matcher.forms(0.0)
        if UNITED_STATES.search(question):
            for term in ("unit", "state"):
                self._loose[term] = self._loose.get(term, frozenset()) | {"u.s", "american", "washington"}
        self.frame: QuestionFrame = read_frame(question, self.terms_of)
        self.thing: AskedThing | None = asked_thing(question)
        self.moments: Moments = find_moments(question)
        self.asks_what_is_to_come = asks_what_is_to_come(question)
        self.asks_what_was_done = asks_what_was_done(question)
        self.asks_for_another_time = asks_for_another_time(question)
        self.terms = frozenset(term for word in self.frame.words for term in word.terms)
        self._lowered: dict[int, str] = {}
        self._beginnings: dict[int, str] = {}
        self._read: dict[str, tuple[Word, ...]] = {}
        self._accented: dict[tuple[int, int], frozenset[str]] = {}
        self._titles: dict[int, frozenset[str]] = {}
        counted = matcher.question.counted
        self.heads_counted = counted if counted.isdisjoint(ANY_NUMBER_OF) else frozenset[str]()
        frame = self.frame
        self.verbs = self._verb_terms(frame.verb) if frame.verb else frozenset()
        self.undergone = frozenset[str]() if frame.verb else self._undergone()
        """The verb of what was done to what is counted, "how many were exchanged", with what stands for it."""
        self.both_do = frozenset(term for word in BOTH_DO for term in self.terms_of(word))
        giving = frozenset(term for word in GIVING for term in self.terms_of(word) or (word,))
        self.giving = giving if frame.verb in giving else frozenset[str]()
        """The verbs of giving, where the question's is one."""
        self.ends: TwoEnds | None = two_ended(frame.verb, self.terms_of) if frame.verb else None
        """The deed with two ends that the question's verb tells of."""

    def _undergone(self) -> frozenset[str]:
        found = UNDERGONE.search(self.question)
        terms = self.terms_of(found["verb"]) if found is not None else ()
        return self._verb_terms(terms[-1]) if terms else frozenset()

    def terms_of(self, word: str) -> tuple[str, ...]:
        """Return the terms of a word, remembered: the sentences held against one question have many words in common."""
        return self._terms_of[word]

    def _read_terms(self, word: str) -> tuple[str, ...]:
        if word.isalnum():
            term = self._analyzer.term(word)
            return () if term is None else (term,)
        return tuple(self._analyzer.terms(word))

    def lowered(self, candidate: Candidate) -> str:
        """Return the candidate's document with its title in small letters."""
        found = self._lowered.get(candidate.row)
        if found is None:
            found = self._lowered[candidate.row] = _lowered(candidate.document, _LONGEST_DOCUMENT)
        return found

    def words_of(self, candidate: Candidate) -> tuple[Word, ...]:
        """Return the words of the candidate's sentence, read."""
        return self.read(candidate.text)

    def read(self, text: str) -> tuple[Word, ...]:
        """Return the words of ``text``, remembered: a sentence is read for itself, and as what stands beside others."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = read_words(text, self._terms_of.__getitem__)
        return found

    def beginning(self, candidate: Candidate) -> str:
        """Return the title of the candidate's document and how it begins, in small letters."""
        found = self._beginnings.get(candidate.row)
        if found is None:
            found = self._beginnings[candidate.row] = _lowered(candidate.document, _BEGINS)
        return found

    def accented(self, candidate: Candidate) -> frozenset[str]:
        """Return the words near the candidate that have accents, without them and in small letters."""
        key = candidate.row, candidate.sentence.ordinal
        found = self._accented.get(key)
        if found is None:
            span = candidate.sentence.span
            text = candidate.document.text[max(0, span.start - NEAR) : span.end + NEAR]
            words = (
                (text[max(0, one.start() - _WORD) : one.end() + _WORD] for one in _ACCENT.finditer(text))
                if not text.isascii()
                else ()
            )
            found = self._accented[key] = frozenset(map(fold, words))
        return found

    def title_terms(self, candidate: Candidate) -> frozenset[str]:
        """Return the terms of the title of the candidate's document."""
        found = self._titles.get(candidate.row)
        if found is None:
            found = self._titles[candidate.row] = frozenset(self._analyzer.terms(candidate.document.names))
        return found

    def _verb_terms(self, verb: str) -> frozenset[str]:
        return frozenset({verb, *self._forms.get(verb, ())})

    def held(self, term: str, others: Collection[str]) -> bool:
        """Tell whether ``others`` have the question's ``term``, a word that stands for it, or one of its family."""
        if term in others or not self._loose.get(term, frozenset()).isdisjoint(others):
            return True
        if len(term) < BEGINNING:
            return len(term) == BEGINNING - 1 and any(other.startswith(term) for other in others)
        return any(other.startswith(term[:BEGINNING]) for other in others)

    def standing_for(self, term: str) -> Collection[str]:
        """Return the words that may stand for the question's ``term``."""
        return self._loose.get(term, ())

    def holds_any(self, terms: Iterable[str], others: Collection[str]) -> bool:
        """Tell whether ``others`` have any of the question's ``terms``, as ``held`` says."""
        return any(self.held(term, others) for term in terms)


def _lowered(document: Document, length: int) -> str:
    """Return the title of the document and so many characters of its text, in small letters."""
    return f"{document.names} {document.publisher or ''} {document.text[:length]}".lower()
