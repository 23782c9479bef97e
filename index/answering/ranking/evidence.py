"""Looks for what speaks for a sentence as the answer to a question: where its words stand, and what stands beside them.

``index.answering.ranking.features`` says what is looked for.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import mul

import numpy as np
import numpy.typing as npt

from index.answering.ranking.arrangement import (
    MatchedSentence,
    bigrams,
    distance_to_nearest,
    has_within,
    order,
    proximity,
    window,
)
from index.answering.ranking.features import Evidence
from index.language.abbreviations import OtherForms
from index.language.asking import FindAnswers, Question
from index.language.english.asking.questions import RelatedWords
from index.language.english.opposites import Opposites, is_denied
from index.language.english.pronouns import NO_DOERS, PRONOUN, PRONOUN_OF_A_THING
from index.language.remembering import Remembered
from index.language.tokens import fold, word_starts
from index.search.bm25 import K1, B

_FOCUS = 0.8
"""How much of its idf a word keeps that only says what kind of thing is asked for, such as "year" in "what year"."""

_BEGINNING, _SAME_BEGINNING = 5, 0.6
"""Words that begin with the same letters are of one family often enough ("Normandy", "Norman") to count in part."""

_SOON_AFTER, _NEAR = timedelta(days=10), timedelta(days=45)
"""How long after a period a report on it may still appear, and how near to it a document counts in part."""


_SAID_BY_THE_DATE = 0.7
"""How much a word of the question's date counts in a document that was published then."""

_DEED_OF_ANOTHER = 0.4
"""How much a match of the question's verb counts when another name than its subject stands before it."""

_BY_A_PRONOUN = 0.6
"""How much a name counts that a pronoun may stand for."""

_AVERAGE_LENGTH = 14
"""Terms of a sentence of middling length: what BM25 counts a sentence's length against."""

_COUNTED_SOON = 4
"""How many words after a number what it counts may stand."""

_COUNTS_ANOTHER = 0.5
"""How much a number counts that stands before another thing than the one whose number is asked."""

_SURE_KINDS = frozenset({"date", "number", "duration"})
"""The kinds whose patterns find nearly all there is of them."""

_REACH_OF_A_SUBJECT = 12
"""How many words a subject may stand before its verb."""

_WORDS = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")

_PREVIOUS, _NEXT, _TITLE = 0.5, 0.3, 0.4
"""How much of a match in the sentence before, after, or in the title counts as context."""


class QuestionMatcher:
    """Finds a question's words in sentences, related words among them."""

    def __init__(
        self,
        question: Question,
        idf: Mapping[str, float],
        related: RelatedWords,
        opposites: Opposites,
        aliases: Mapping[str, str],
        forms: OtherForms,
        find_answers: FindAnswers,
    ) -> None:
        """Take the question, the idf of its terms, the words that stand for one another and those that say the opposite, the
        terms that stand for misspelt ones, abbreviations and what they stand for, and what finds answers of a kind."""
        self.question, self.opposites, self.find_answers = question, opposites, find_answers
        self.terms = tuple(dict.fromkeys(question.terms))
        self.idf = tuple(idf[term] * (_FOCUS if term in question.focus else 1.0) for term in self.terms)
        self.total = sum(self.idf) or 1.0
        self._shares = tuple(idf / self.total for idf in self.idf)
        self.most = self.total * (K1 + 1)
        self.words = frozenset(fold(word) for word in question.text.replace("?", " ").split())
        self._entries: dict[str, list[tuple[int, float]]] = {}
        for index, term in enumerate(self.terms):
            self._entries.setdefault(term, []).append((index, 1.0))
            if term in aliases:
                self._entries.setdefault(aliases[term], []).append((index, 1.0))
            for other, weight in related.of(aliases.get(term, term)).items():
                self._entries.setdefault(other, []).append((index, weight))
            for other in forms.wholes.get(term, ()):
                self._entries.setdefault(other, []).append((index, 1.0))
        self._names_spelt_out = tuple(
            (index, name) for index, term in enumerate(self.terms) for name in forms.parts.get(term, ())
        )
        self._parts = frozenset(part for _, name in self._names_spelt_out for part in name)
        self._looked_up = Remembered(self._look_up)
        self._nothing = (0.0,) * len(self.terms)
        self._beginnings: dict[str, list[tuple[int, float]]] = {}
        for index, term in enumerate(self.terms):
            if len(term) >= _BEGINNING and term.isalpha():
                self._beginnings.setdefault(term[:_BEGINNING], []).append((index, _SAME_BEGINNING))
        number = {term: index for index, term in enumerate(self.terms)}
        pairs = [
            (number[one], number[two]) for one, two in zip(question.terms, question.terms[1:], strict=False)
        ]
        self.pairs = tuple(pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1])
        self.pair_total = sum(min(self.idf[one], self.idf[two]) for one, two in self.pairs)
        self._defined = _definition_pattern(question.text)
        self.names = tuple(number[term] for term in self.terms if term in question.names)
        self._subject = tuple(number[term] for term in self.terms if term in question.subject)
        self._named_subject = tuple(index for index in self._subject if self.terms[index] in question.names)
        self._verb = number.get(question.verb, -1) if question.verb else -1
        self._dated = frozenset(number[term] for term in self.terms if term in question.dated)
        self._referents = tuple(dict.fromkeys((*self._subject, *self.names)))
        self._counted = frozenset(number[term] for term in question.counted)
        self._opposites = tuple(
            (index, against) for index, term in enumerate(self.terms) if (against := opposites.of(term))
        )

    def match(
        self, terms: Sequence[str], positions: Sequence[int] | npt.NDArray[np.uint16]
    ) -> MatchedSentence:
        """Return which of the question's words are among ``terms``, which stand at ``positions``."""
        found = list(map(self._looked_up.__getitem__, terms))
        spelt_out = self._spelt_out(terms)
        if not spelt_out and not any(found):
            return MatchedSentence(self._nothing, (), len(terms))
        best = [0.0] * len(self.terms)
        occurrences = []
        for place, entries in enumerate(found):
            for index, weight in entries:
                if weight > best[index]:
                    best[index] = weight
                occurrences.append((int(positions[place]), index, weight))
        for index, place in spelt_out:
            best[index] = 1.0
            occurrences.append((int(positions[place]), index, 1.0))
        return MatchedSentence(
            tuple(best), tuple(sorted(occurrences) if spelt_out else occurrences), len(terms)
        )

    def _spelt_out(self, terms: Sequence[str]) -> list[tuple[int, int]]:
        """Return the question's abbreviations whose names are among ``terms``, and where the first word of each stands."""
        if not self._names_spelt_out or self._parts.isdisjoint(terms):
            return []
        there = frozenset(terms)
        return [
            (index, terms.index(name[0])) for index, name in self._names_spelt_out if there.issuperset(name)
        ]

    def expect(self, terms: Iterable[str]) -> None:
        """Look up the terms of many sentences at once, which are matched next: one by one it takes three times as long."""
        entries, beginnings = self._entries.get, self._beginnings.get
        self._looked_up.update({term: entries(term) or beginnings(term[:_BEGINNING]) or () for term in terms})

    def _look_up(self, term: str) -> Sequence[tuple[int, float]]:
        """Return which words of the question a term matches; each term is looked up once for a question."""
        return self._entries.get(term) or self._beginnings.get(term[:_BEGINNING]) or ()

    def holds(self, term: str) -> bool:
        """Tell whether ``term`` is one of the question's words, or related to one."""
        return term in self._entries or term in self._parts

    def forms(self, least: float) -> dict[str, frozenset[str]]:
        """Return for each of the question's terms those that stand for it with more than the weight ``least``."""
        found: dict[str, set[str]] = {}
        for other, entries in self._entries.items():
            for index, weight in entries:
                if weight > least:
                    found.setdefault(self.terms[index], set()).add(other)
        for index, name in self._names_spelt_out:
            found.setdefault(self.terms[index], set()).update(name)
        return {term: frozenset(others) for term, others in found.items()}

    def coverage(self, best: Sequence[float]) -> float:
        """Return the share of the question's idf that ``best`` covers."""
        return float(sum(map(mul, self._shares, best)))

    def evidence(
        self,
        text: str,
        terms: Sequence[str],
        matched: MatchedSentence,
        neighbours: tuple[MatchedSentence | None, MatchedSentence | None],
        title: MatchedSentence,
        passage_best: Sequence[float],
        paragraph_best: Sequence[float],
        document_best: Sequence[float],
        passage_score: float,
        best_score: float,
        published: date | None,
        told_at: str = "",
    ) -> Evidence:
        """Return the features of the sentence ``text`` of these ``terms``, of which ``matched`` was found.

        ``neighbours`` are the sentence before and after, ``passage_best`` the best match of each word in the passage, whose
        BM25 score is ``passage_score``; ``best_score`` is the highest of any passage. ``told_at`` is the day and time of the
        entry or message that the sentence stands in.
        """
        matched = self._with_antecedents(text, matched, neighbours[0])
        period = self._period(published)
        if period:
            matched = self._with_dates(matched, _SAID_BY_THE_DATE * period)
        of_others = self._deeds_of_others(text, matched)
        agent = self._agent(matched, of_others)
        rival = bool(of_others) and not agent
        if rival:
            matched = self._without_deed(matched)
        context = self.with_context(matched, neighbours, title)
        kind, nearby = self._kind(text, matched)
        if told_at and self.question.kind == "date":
            kind = 1.0
        definition = self._definition(text)
        exact_paragraph = _exact(paragraph_best)
        missing = max((idf * (1 - held) for idf, held in zip(self.idf, context, strict=True)), default=0.0)
        return Evidence(
            coverage=self.coverage(matched.best),
            exact_coverage=self.coverage(_exact(matched.best)),
            context_coverage=self.coverage(context),
            passage_coverage=self.coverage(passage_best),
            proximity=proximity(matched, self.idf) / self.total,
            bigrams=bigrams(matched, self.pairs, self.idf) / self.pair_total if self.pair_total else 0.0,
            order=order(matched, self.pairs, self.idf) / self.pair_total if self.pair_total else 0.0,
            agent=agent,
            rival=float(rival),
            names=self._share(self.names, context),
            missing=missing / self.total,
            kind=kind,
            kind_nearby=nearby,
            definition=definition,
            paragraph_coverage=self.coverage(paragraph_best),
            paragraph_exact=self.coverage(exact_paragraph),
            paragraph_names=self._share(self.names, exact_paragraph),
            window=window(matched, self.idf) / self.total,
            document_coverage=self.coverage(document_best),
            title_coverage=self.coverage(title.best),
            passage_score=min(passage_score / self.most, 1.0),
            passage_rank=passage_score / best_score if best_score else 0.0,
            sentence_score=self._sentence_score(matched),
            period=period,
            brevity=1 / (1 + math.log1p(matched.length / 10)),
            asks=float(text.rstrip(" \"'”’)").endswith("?")),
            denial=float(self.question.denied and not is_denied(text)),
            opposite=self._opposite(terms, matched),
            absent_name=1.0 - min((matched.best[index] for index in self.names), default=1.0),
            absent_subject=1.0 - max((matched.best[index] for index in self._named_subject), default=1.0),
            lacking=float(self._lacks(kind, definition)),
        )

    def with_context(
        self,
        matched: MatchedSentence,
        neighbours: tuple[MatchedSentence | None, MatchedSentence | None],
        title: MatchedSentence,
    ) -> list[float]:
        """Return how well each of the question's words is matched, the sentences beside and the title counted in part."""
        context = [max(held, _TITLE * other) for held, other in zip(matched.best, title.best, strict=True)]
        for neighbour, weight in zip(neighbours, (_PREVIOUS, _NEXT), strict=True):
            if neighbour is not None:
                context = [
                    max(held, weight * other) for held, other in zip(context, neighbour.best, strict=True)
                ]
        return context

    def _period(self, published: date | None) -> float:
        if self.question.period is None or published is None:
            return 0.0
        first, last = self.question.period
        if first <= published <= last + _SOON_AFTER:
            return 1.0
        return 0.5 if first - _NEAR <= published <= last + _NEAR else 0.0

    def _kind(self, text: str, matched: MatchedSentence) -> tuple[float, float]:
        found = self.find_answers(text, self.question.kind, self.words)
        if not found:
            return 0.0, 0.0
        by_weight: dict[float, list[int]] = {}
        for place, index, weight in matched.occurrences:
            by_weight.setdefault(self.idf[index] * weight, []).append(place)
        counted = [place for place, index, _ in matched.occurrences if index in self._counted]
        heaviest = max(by_weight, default=0.0)
        best = nearby = 0.0
        words = word_starts(text)
        for start, _, strength in found:
            ordinal = bisect_right(words, start) - 1
            if self._counted and not has_within(counted, ordinal, ordinal + _COUNTED_SOON):
                strength *= _COUNTS_ANOTHER
            best = max(best, strength)
            for weight, places in by_weight.items():
                most = strength * weight / heaviest
                if most > nearby:
                    nearby = max(nearby, most / (1 + distance_to_nearest(places, ordinal) / 4))
        return best, nearby

    def _opposite(self, terms: Sequence[str], matched: MatchedSentence) -> float:
        held = sum(
            self.idf[index]
            for index, against in self._opposites
            if not matched.best[index] and not against.isdisjoint(terms)
        )
        return held / self.total

    def _lacks(self, kind: float, definition: float) -> bool:
        if self._defined is not None:
            return not definition
        return not kind and self.question.kind in _SURE_KINDS

    def _definition(self, text: str) -> float:
        if self._defined is None:
            return 0.0
        match = self._defined.search(text)
        return 0.0 if match is None else 1.0 if match["copula"] else 0.6

    def _agent(self, matched: MatchedSentence, of_others: Collection[int]) -> float:
        if self._verb < 0:
            return 0.0
        subjects = [(place, weight) for place, index, weight in matched.occurrences if index in self._subject]
        others = frozenset(of_others)
        strongest = 0.0
        for verb_place, index, verb_weight in matched.occurrences:
            if index == self._verb and verb_place not in others:
                first = bisect_left(subjects, (verb_place - _REACH_OF_A_SUBJECT,))
                for _, weight in subjects[first : bisect_left(subjects, (verb_place,))]:
                    strongest = max(strongest, weight * verb_weight)
        return strongest

    def _with_antecedents(
        self, text: str, matched: MatchedSentence, previous: MatchedSentence | None
    ) -> MatchedSentence:
        """Count the question's names that the sentence before has in part where a pronoun stands for them."""
        if previous is None:
            return matched
        meant = [index for index in self._referents if previous.best[index] > matched.best[index] == 0.0]
        if not meant:
            return matched
        of_a_name = any(index in self.names for index in meant)
        pronoun = (PRONOUN if of_a_name else PRONOUN_OF_A_THING).search(text)
        if pronoun is None:
            return matched
        place = bisect_right(word_starts(text), pronoun.start()) - 1
        best = list(matched.best)
        for index in meant:
            best[index] = _BY_A_PRONOUN * previous.best[index]
        occurrences = [*matched.occurrences, *((place, index, best[index]) for index in meant)]
        return MatchedSentence(tuple(best), tuple(sorted(occurrences)), matched.length)

    def _with_dates(self, matched: MatchedSentence, weight: float) -> MatchedSentence:
        """Count the words of the question's dates in part, because the document's own date says them."""
        best = [
            max(held, weight) if index in self._dated else held for index, held in enumerate(matched.best)
        ]
        return MatchedSentence(tuple(best), matched.occurrences, matched.length)

    def _without_deed(self, matched: MatchedSentence) -> MatchedSentence:
        """Count the question's verb in part only: what another did is not what the question's subject did."""
        best = list(matched.best)
        best[self._verb] *= _DEED_OF_ANOTHER
        occurrences = tuple(
            (place, index, weight * (_DEED_OF_ANOTHER if index == self._verb else 1.0))
            for place, index, weight in matched.occurrences
        )
        return MatchedSentence(tuple(best), occurrences, matched.length)

    def _deeds_of_others(self, text: str, matched: MatchedSentence) -> list[int]:
        """Return where the question's verb stands right after a name, and not one of the question's subject."""
        places = [
            place for place, index, weight in matched.occurrences if index == self._verb and weight == 1.0
        ]
        if not places:
            return []
        words = _WORDS.findall(text)
        subjects = {place for place, index, _ in matched.occurrences if index in self._subject}
        return [
            place
            for place in places
            if subjects.isdisjoint((place - 1, place - 2))
            and any(self._is_another_name(words, place - back) for back in (1, 2) if place >= back)
        ]

    def _is_another_name(self, words: Sequence[str], place: int) -> bool:
        """Tell whether the word at ``place`` is a name, or the noun that begins the sentence, and not the question's."""
        if place >= len(words) or not words[place][0].isupper() or len(words[place]) == 1:
            return False
        folded = fold(words[place])
        return folded not in self.words and (place > 0 or folded not in NO_DOERS)

    def _share(self, indices: Sequence[int], held: Sequence[float]) -> float:
        total = sum(self.idf[index] for index in indices)
        return sum(self.idf[index] * held[index] for index in indices) / total if total else 1.0

    def _sentence_score(self, matched: MatchedSentence) -> float:
        counts = [0.0] * len(self.terms)
        for _, index, weight in matched.occurrences:
            counts[index] += weight
        norm = K1 * (1 - B + B * matched.length / _AVERAGE_LENGTH)
        return (
            sum(idf * count * (K1 + 1) / (count + norm) for idf, count in zip(self.idf, counts, strict=True))
            / self.most
        )


def _exact(best: Sequence[float]) -> list[float]:
    return [1.0 if held == 1.0 else 0.0 for held in best]


_DEFINITION_QUESTION = re.compile(
    r"^\W*(?:what|who)(?:\s+(?:is|are|was|were)|[’']s)\s+(?:a\s+|an\s+|the\s+)?(?P<thing>[^?]{2,60}?)\W*$",
    re.IGNORECASE,
)


def _definition_pattern(question: str) -> re.Pattern[str] | None:
    asked = _DEFINITION_QUESTION.match(question)
    if asked is None:
        return None
    thing = r"\W+".join(re.escape(word) for word in re.findall(r"\w+", asked["thing"]))
    return re.compile(
        rf"\b{thing}\b[\"”’')]*(?:\s*\([^)]{{1,80}}\))?"
        r"(?:(?P<copula>\s+(?:(?:is|are|was|were)\s+(?:an?|the|one|any|some|when|that)|means|refers\s+to)\b)"
        r"|\s+(?:is|are|was|were)\b|,\s+(?:a|an|the|who|which)\b|\s+[A-Z]\w+)",
        re.IGNORECASE,
    )
