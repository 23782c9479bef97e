"""On whose side a sentence stands: of whom its subject names or, where that is "I" or "we", of whom says it.

Who says it was found with the document. What he is of stands beside his name, "Prime Minister Modi of India"; where nothing does,
he is of the government whose site the page is of.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from index.answering.ranking.judging import Candidate
from index.language.english.frame_words import HAVING, OBLIGED, OF_A_GOVERNMENT, OF_THE_SPEAKER
from index.language.english.grammar.roles import first_subject
from index.language.english.grammar.words import Words
from index.language.english.people.governments import government_of, land_of
from index.language.english.speech.turn_labels import ASKERS
from index.language.tokens import Analyzer
from index.model import Document
from index.quotations.storage import Spoken, spoken_in
from index.search.searcher import Searcher

Held = Callable[[str, Collection[str]], bool]
"""Tells whether a term, or a word that stands for it, is among others."""

_MARKS = frozenset(",;:—–-")
_LONGEST_SUBJECT = 8
"""Words of a subject that is surely one; chosen."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a sentence: the terms of his name, those of what he is of, and whether he only asks."""

    name: frozenset[str]
    land: frozenset[str]
    asks: bool

    def is_of(self, side: Collection[str], held: Held) -> bool:
        """Tell whether he is the one that ``side`` names, or speaks for it."""
        return any(held(term, self.name) or held(term, self.land) for term in side)


class Sides:
    """Tells whose words sentences are, and on whose side they stand. Reads each document once; for one moment of the index."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._spoken: dict[int, list[Spoken]] = {}
        self._speakers: dict[tuple[int, str, str | None], Speaker] = {}

    def speaker(self, candidate: Candidate) -> Speaker | None:
        """Return who says the candidate's sentence, or the part of it that stands in quotation marks; None where nobody does."""
        said = self._spoken.get(candidate.row)
        if said is None:
            said = self._spoken[candidate.row] = spoken_in(self._searcher.db, candidate.row)
        span = candidate.sentence.span
        found = next((one for one in said if one.start < span.end and span.start < one.end), None)
        if found is None:
            return None
        key = candidate.row, found.speaker, found.role
        if key not in self._speakers:
            self._speakers[key] = _speaker(found, candidate.document, self._searcher.analyzer)
        known = self._speakers[key]
        return Speaker(known.name, known.land, True) if found.asked else known

    def is_said_by(self, candidate: Candidate, side: Collection[str], held: Held) -> bool:
        """Tell whether the one that ``side`` names, or who speaks for it, says the candidate's sentence."""
        speaker = self.speaker(candidate)
        return speaker is not None and not speaker.asks and speaker.is_of(side, held)

    def stands(
        self, candidate: Candidate, words: Words, side: Collection[str], other: Collection[str], held: Held
    ) -> bool:
        """Tell whether the sentence of ``words`` is of the ``side``, and not of the ``other``, each given as terms."""
        # Not every verb is known: "We support the toll" begins with its subject all the same.
        before_verb = first_subject(words) or words[:_LONGEST_SUBJECT]
        clause = _clause(before_verb)
        # "United States" is one term, which its words by themselves are not.
        subject = frozenset(self._searcher.analyzer.terms(" ".join(word.text for word in clause)))
        if not subject.isdisjoint(other):
            return False
        speaker = self.speaker(candidate)
        plain = len(clause) <= _LONGEST_SUBJECT and all(word.tag != "b" for word in clause)
        if plain and any(held(term, subject) for term in side):
            if speaker is not None and speaker.is_of(side, held):
                return True
            # "President Lind and I" is said by the other one.
            return not _is_told_to(words[len(before_verb) :]) and not is_first_person(clause)
        if speaker is None or speaker.asks or not speaker.is_of(side, held):
            return False
        return (
            any(held(term, speaker.name) for term in side)
            or is_first_person(clause)
            or _is_own_government(clause)
            or _is_told_to(words[len(before_verb) :])
        )


def is_first_person(words: Words) -> bool:
    """Tell whether whoever speaks is among ``words``: "I", "we" and what is short with them."""
    return any(word.lower.replace("’", "'").split("'")[0] in OF_THE_SPEAKER for word in words)


def _clause(subject: Words) -> Words:
    opening = max((place for place, word in enumerate(subject) if word.text in _MARKS), default=-1)
    return subject[opening + 1 :]


def _is_own_government(clause: Words) -> bool:
    nouns = [word for word in clause if word.terms]
    return bool(nouns) and all(word.lower in OF_A_GOVERNMENT for word in nouns)


def _is_told_to(predicate: Words) -> bool:
    """Tell whether a clause says what its subject is to do, which is what others want of it: "Iran must resume compliance"."""
    told = [word.lower for word in predicate[:2]]
    return bool(told) and (told[0] in OBLIGED or (told[0] in HAVING and told[-1] == "to"))


def _speaker(found: Spoken, document: Document, analyzer: Analyzer) -> Speaker:
    name = found.speaker
    surname = name.split()[-1]
    land = land_of(surname, f"{document.names}\n{document.text}")
    if not land:
        land = government_of(document.url or document.publisher or "")
    terms = frozenset(analyzer.terms(f"{land} {found.role or ''}"))
    return Speaker(frozenset(analyzer.terms(name)), terms, name in ASKERS)
