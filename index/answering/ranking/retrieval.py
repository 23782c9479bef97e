"""Question to ranked sentences: BM25 puts up passages, evidence orders their sentences.

Re-ranking the passages that BM25 puts up by a few weighed features, proximity among them, follows Metzler and Croft (A Markov
random field model for term dependencies, 2005) in spirit; the weights were fitted on question sets (``bench/training.py``).
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.answering.ranking.arrangement import MatchedSentence
from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate, Judge
from index.language.abbreviations import OtherForms
from index.language.asking import Question
from index.language.english.asking.questions import RelatedWords
from index.language.english.opposites import Opposites
from index.language.english.speech.courtesies import asks_for_courtesy, is_courtesy
from index.language.furniture import is_furniture, is_number_alone, is_signature
from index.model import Document, Sentence, Span
from index.requests import Filters
from index.search import bm25
from index.search.engine import ScoredPassage
from index.search.searcher import Searcher
from index.storage.documents import read_title_terms
from index.storage.sentences import StoredSentence, passages_within
from index.storage.structure import rows_with_times

PASSAGES = 40
"""How many passages BM25 puts up for re-ranking."""

SENTENCES = 36
"""How many of their sentences a full look is taken at."""

_OF_SENTENCE, _OF_PARAGRAPH, _OF_PASSAGE = 6, 3, 4
"""How much it counts at the quick look which of the question's words a sentence has, which its paragraph has, and the score of
its passage by BM25; chosen by hand: what a sentence says itself before what stands around it."""

_FEW_PASSAGES = 60
"""In so many passages the idf of a word counts half, and half the mean of the question's words."""

RELATED_WEIGHT = 0.3
"""How much a related word counts in BM25 beside the question's own, before its own weight."""

TITLE_SHARE = 0.4
"""How much of a match in the title counts for a passage of the document."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """A question analysed, and the candidates for it, best first; ``unknown`` are its words that no document holds.

    ``latest`` tells whether the newest is asked for.
    """

    question: Question
    matcher: QuestionMatcher
    candidates: tuple[Candidate, ...]
    unknown: tuple[str, ...] = ()
    latest: bool = False

    @property
    def read(self) -> bool:
        """Whether the reader had a say in it."""
        return any(one.judgement.margin is not None for one in self.candidates)


@dataclass(frozen=True, slots=True)
class RestOfDocument:
    """What the document with that ``row`` says beside the spans that were ``shown`` of it; the ``whole`` of it, or only the
    passages that have a word of the question."""

    row: int
    shown: tuple[Span, ...] = ()
    whole: bool = False

    def holds(self, candidate: Candidate) -> bool:
        """Tell whether the candidate's sentence begins in none of the spans."""
        return not any(start <= candidate.sentence.span.start < end for start, end in self.shown)


@dataclass(frozen=True, slots=True)
class Ranker:
    """Ranks sentences for questions: holds the words that stand for one another or say the opposite, and who judges."""

    related: RelatedWords
    opposites: Opposites
    judge: Judge

    def rank(
        self,
        searcher: Searcher,
        text: str,
        filters: Filters,
        hidden: Collection[int] = (),
        within: RestOfDocument | None = None,
    ) -> Ranking:
        """Return the ranking for the question ``text``, of the sentences of documents that pass the filters.

        The documents with the rows ``hidden`` are as if they were not there to be found; with ``within``, that alone is
        looked through.
        """
        languages = searcher.analyzer.languages
        question = languages.asking(text).analyse(text, searcher.analyzer)
        forms = searcher.other_forms(question.terms, filters)
        searcher.expect(
            {*question.terms, *(other for term in question.terms for other in self.related.of(term))}
        )
        idf, aliases = _known_terms(searcher, question, forms)
        matcher = QuestionMatcher(
            question, idf, self.related, self.opposites, aliases, forms, languages.find_answers
        )
        weights = self._query_weights(searcher, question, aliases, forms)
        if within is None:
            hits = searcher.search(weights, PASSAGES, filters, hidden)
        else:
            hits = _of_one_document(searcher, weights, within)
        retrieved = _retrieve(searcher, hits, matcher)
        found = _candidates(searcher, matcher, retrieved)
        candidates = tuple(one for one in found if within is None or within.holds(one))
        judgements = self.judge.judge(question, candidates)
        judged = map(Candidate.judged, candidates, judgements)
        ranked = tuple(sorted(judged, key=lambda one: -one.judgement.score))
        unmet = frozenset(
            term
            for index, term in enumerate(matcher.terms)
            if term not in aliases and not any(one.matched.best[index] for one in ranked)
        )
        unknown = frozenset(term for term in unmet if not self._is_held(searcher, term, filters, hidden))
        return Ranking(question, matcher, ranked, _as_typed(searcher, question, unknown))

    def _is_held(self, searcher: Searcher, term: str, filters: Filters, hidden: Collection[int]) -> bool:
        """Tell whether a passage that may be looked at has the term, or a word that stands for it."""
        either = dict.fromkeys((term, *self.related.of(term)), 1.0)
        return bool(searcher.search(either, 1, filters, hidden))

    def _query_weights(
        self, searcher: Searcher, question: Question, aliases: Mapping[str, str], forms: OtherForms
    ) -> dict[str, float]:
        own = Counter(aliases.get(term, term) for term in question.terms)
        weights = {term: float(count) for term, count in own.items()}
        for term in own:
            for other, weight in self.related.of(term).items():
                if other not in own:
                    weights[other] = max(weights.get(other, 0.0), RELATED_WEIGHT * weight)
            for whole in forms.wholes.get(term, ()):
                weights.setdefault(whole, 1.0)
            for name in forms.parts.get(term, ()):
                share = (RELATED_WEIGHT if searcher.holding(term) else 1.0) / len(name)
                for part in name:
                    weights.setdefault(part, share)
        return weights


def _of_one_document(
    searcher: Searcher, weights: Mapping[str, float], within: RestOfDocument
) -> list[ScoredPassage]:
    """Return the passages of the document, those of highest score first, then those without any word of the question."""
    numbers = passages_within(searcher.db, within.row)
    scores = searcher.score(weights, numbers)
    best = sorted(scores, key=lambda number: (-scores[number], number))
    others = [number for number in numbers if number not in scores] if within.whole and scores else []
    return [ScoredPassage(number, scores.get(number, 0.0)) for number in (*best, *others)[:PASSAGES]]


def _as_typed(searcher: Searcher, question: Question, terms: Collection[str]) -> tuple[str, ...]:
    """Return the words of the question that have those terms, as they were typed."""
    tokens = searcher.analyzer.tokens(question.text) if terms else []
    spans: list[Span] = []
    held = -1
    for token in tokens:
        if token.term not in terms:
            held = token.end
        elif spans and spans[-1][1] == token.start:
            spans[-1] = spans[-1][0], token.end
        else:
            # Where no space stands between words, each two letters are a term: the first is of the word before, which is held.
            shared = token.start == held and len(token.term) > token.end - token.start
            spans.append((token.end if shared else token.start, token.end))
    return tuple(dict.fromkeys(question.text[start:end] for start, end in spans if start < end))


def _known_terms(
    searcher: Searcher, question: Question, forms: OtherForms
) -> tuple[dict[str, float], dict[str, str]]:
    """Return the idf of the question's terms, and for those that no passage has the term that was probably meant."""
    idf, aliases = {}, {}
    for term in dict.fromkeys(question.terms):
        holding = searcher.holding(term) or searcher.holding_forms(forms, term)
        if not holding and (meant := searcher.nearest_term(term)) is not None:
            aliases[term] = meant
            holding = searcher.holding(meant)
        # A word that no passage has is taken for as rare as one that a single passage has: in a small corpus the idf of
        # none at all would drown what the other words say.
        idf[term] = bm25.idf(searcher.passages, holding or min(1, searcher.passages))
    return _smoothed(idf, searcher.passages), aliases


def _candidates(
    searcher: Searcher, matcher: QuestionMatcher, retrieved: Sequence["_Retrieved"]
) -> Iterator[Candidate]:
    """Yield the sentences that the quick look puts first, each with its evidence, without the furniture of pages."""
    terms = read_title_terms(searcher.db, {one.document for one in retrieved})
    titles = {row: matcher.match(words, range(len(words))) for row, words in terms.items()}
    coverage = _Coverage(retrieved, titles)
    best_score = max((found.score for found in retrieved), default=0.0)
    promising = _promising(retrieved, matcher, coverage, best_score)
    searcher.read_documents({found.document for found, _ in promising})
    titles |= {
        row: matcher.match(words, range(len(words)))
        for row in {found.document for found, _ in promising if not terms[found.document]}
        if (words := _terms_of_heading(searcher.document(row), searcher))
    }
    asked_when = matcher.question.kind == "date"
    polite = asks_for_courtesy(matcher.question.text)
    timed = rows_with_times(searcher.db, {found.document for found, _ in promising}) if asked_when else ()
    for found, place in promising:
        document, sentence = searcher.document(found.document), found.sentences[place]
        words = document.slice(sentence.span.start, sentence.span.end)
        if (
            is_furniture(words)
            or is_number_alone(words)
            or _names_an_agreement(document, words)
            or _stands_above(document, sentence.span)
        ):
            continue
        if (not polite and is_courtesy(words)) or (not asked_when and is_signature(words)):
            continue
        evidence = matcher.evidence(
            words,
            sentence.terms,
            found.matched[place],
            found.neighbours(place),
            titles[found.document],
            coverage.of_passage(found),
            coverage.paragraphs[found.document, sentence.span.paragraph],
            coverage.documents[found.document],
            found.score,
            best_score,
            document.published,
            document.told_at(sentence.span.start, sentence.span.end) if found.document in timed else "",
        )
        yield Candidate(
            found.document,
            document,
            sentence,
            found.sentences,
            evidence,
            found.matched[place],
            found.neighbours(place),
            titles[found.document],
        )


def _terms_of_heading(document: Document, searcher: Searcher) -> Sequence[str]:
    """Return the terms of the title where the text begins with it in a line of its own, which all below is about."""
    title = document.title
    alone = document.text.startswith(title) and document.text[len(title) : len(title) + 1] == "\n"
    return searcher.analyzer.terms(title) if alone else ()


def _names_an_agreement(document: Document, words: str) -> bool:
    """Tell whether a sentence is the title of a document that has articles: it names what is agreed, and says nothing of it."""
    return document.is_numbered and " ".join(words.split()).casefold() == document.title.casefold()


def _stands_above(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence is the title and the day above the entries of a document, which tell when and what of."""
    around = document.parts_around(sentence.start, sentence.end)
    return len(around) == 1 and around[0].label == "heading" and not around[0].name


def _smoothed(idf: Mapping[str, float], passages: int) -> dict[str, float]:
    """Return the idf drawn to their mean, the more the fewer passages they were counted in.

    In a handful of passages the subject of all of them looks like a word that says nothing.
    """
    mean = sum(idf.values()) / max(len(idf), 1)
    share = passages / (passages + _FEW_PASSAGES)
    return {term: share * value + (1 - share) * mean for term, value in idf.items()}


def _promising(
    retrieved: Sequence["_Retrieved"], matcher: QuestionMatcher, coverage: "_Coverage", best_score: float
) -> list[tuple["_Retrieved", int]]:
    """Return the sentences, as their passage and place in it, that a quick look at the words puts first."""
    first_seen: dict[tuple[int, int], tuple[_Retrieved, int]] = {}
    for found in retrieved:
        for place, sentence in enumerate(found.sentences):
            if sentence.terms:
                first_seen.setdefault((found.document, sentence.ordinal), (found, place))

    of_paragraphs = {key: matcher.coverage(best) for key, best in coverage.paragraphs.items()}

    def quick(item: tuple[_Retrieved, int]) -> float:
        found, place = item
        paragraph = of_paragraphs[found.document, found.sentences[place].span.paragraph]
        own = matcher.coverage(found.matched[place].best)
        covered = _OF_SENTENCE * own + _OF_PARAGRAPH * paragraph
        return covered + _OF_PASSAGE * found.score / best_score

    return sorted(first_seen.values(), key=quick, reverse=True)[:SENTENCES]


@dataclass(frozen=True, slots=True)
class _Retrieved:
    """A passage that BM25 put up, its sentences, and which of the question's words each has."""

    document: int
    sentences: tuple[StoredSentence, ...]
    matched: tuple[MatchedSentence, ...]
    score: float

    def neighbours(self, place: int) -> tuple[MatchedSentence | None, MatchedSentence | None]:
        return (
            self.matched[place - 1] if place else None,
            self.matched[place + 1] if place + 1 < len(self.matched) else None,
        )


class _Coverage:
    """How well each of the question's words is matched at best in what was retrieved of a paragraph and of a document."""

    def __init__(self, retrieved: Sequence[_Retrieved], titles: Mapping[int, MatchedSentence]) -> None:
        self._titles = {
            row: tuple(TITLE_SHARE * held for held in title.best) for row, title in titles.items()
        }
        self._passages: dict[int, tuple[float, ...]] = {}
        self.documents = {found.document: self._titles[found.document] for found in retrieved}
        self.paragraphs: dict[tuple[int, int], tuple[float, ...]] = {}
        seen: set[tuple[int, int]] = set()
        for found in retrieved:
            title = self._titles[found.document]
            for sentence, matched in zip(found.sentences, found.matched, strict=True):
                # A sentence may stand in two passages.
                if (found.document, sentence.ordinal) in seen:
                    continue
                seen.add((found.document, sentence.ordinal))
                key = found.document, sentence.span.paragraph
                best = self.paragraphs.get(key, title)
                self.paragraphs[key] = _higher(best, matched.best) if matched.occurrences else best
        for (document, _), best in self.paragraphs.items():
            self.documents[document] = _higher(self.documents[document], best)

    def of_passage(self, found: _Retrieved) -> tuple[float, ...]:
        best = self._passages.get(id(found))
        if best is None:
            best = self._titles[found.document]
            for matched in found.matched:
                if matched.occurrences:
                    best = _higher(best, matched.best)
            self._passages[id(found)] = best
        return best


def _higher(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(map(max, one, other))


def _retrieve(
    searcher: Searcher, hits: Sequence[ScoredPassage], matcher: QuestionMatcher
) -> list[_Retrieved]:
    """Read the passages that BM25 put up; a sentence that stands in two of them is matched once."""
    passages = searcher.read_passages([hit.passage for hit in hits])
    matcher.expect(
        {term for passage in passages.values() for sentence in passage.sentences for term in sentence.terms}
    )
    known: dict[tuple[int, int], MatchedSentence] = {}
    retrieved = []
    for hit in hits:
        document, sentences = passages[hit.passage].document, passages[hit.passage].sentences
        for sentence in sentences:
            if (document, sentence.ordinal) not in known:
                known[document, sentence.ordinal] = matcher.match(sentence.terms, sentence.positions)
        matched = tuple(known[document, sentence.ordinal] for sentence in sentences)
        retrieved.append(_Retrieved(document, sentences, matched, hit.score))
    return retrieved
