"""Quotations that fit what is asked for, one entry for the same words in several documents."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.citations import cite
from index.errors import QueryError
from index.language.abbreviations import OtherForms
from index.language.tokens import fold
from index.model import Quotation, Speaker, Stance
from index.quotations.speaker_groups import SpeakerGroup
from index.quotations.speakers import SpeakerKeys, find_speakers, names_by_key, speakers_within
from index.quotations.storage import (
    StoredQuotation,
    passages_of,
    read_quotations,
    read_sentences,
    read_terms,
    read_words,
)
from index.requests import Filters, QuotesRequest
from index.search import bm25
from index.search.searcher import Searcher
from index.storage.documents import check_publisher

Related = Callable[[str], Mapping[str, float]]

LONGEST_TOPIC = 500
"""Characters of a topic; more is refused."""
_MOST = 400
"""Entries when no limit is given."""
_READ = 4_000
"""Quotations that are looked at, those said last first."""
_COPIES = 4
"""Quotations that are read for each entry, because several documents may have the same words."""
_FIT = 0.5
"""Share of the topic's idf that the sentences of a quotation must have, those beside them counted half."""
_LOOKED_INTO = 5
"""Passages that are read for a name that nobody who is quoted has; chosen: the best hold it, if any does."""
_RUN = 5
"""Words that two quotations must have in a row to be one."""
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


_Manner = tuple[Stance, bool, bool]
"""Stance, whether it depends on something, whether it is hearsay: words that differ in it do not agree and stay apart."""


@dataclass(slots=True)
class _Entry:
    """The same words of one speaker, wherever they stand; the first is the one that is shown."""

    places: list[StoredQuotation]
    score: float = 0.0


def select_quotations(searcher: Searcher, related: Related, request: QuotesRequest) -> tuple[Quotation, ...]:
    """Return the quotations asked for: with a topic best first, else those said last first, one speaker after another.

    Args:
        searcher: the moment in which it is asked.
        related: gives the terms that stand for a term, and how much each counts beside it.
        request: what is asked for.

    Raises:
        QueryError: an unknown publisher, a speaker whom nobody quotes, a topic that nothing speaks of, or nothing that fits. It
            says what to do.
    """
    check_publisher(searcher.db, request.filters)
    if request.about is not None and len(request.about) > LONGEST_TOPIC:
        raise QueryError(
            f"The topic has {len(request.about):,} characters; name it in at most {LONGEST_TOPIC:,}."
        )
    groups = speakers_within(searcher, request.filters.collections)
    names = names_by_key(groups)
    entries: list[_Entry] = []
    for speaker in request.speakers or (None,):
        entries += _entries_of(searcher, related, request, speaker, groups, names)
    if request.chronological:
        entries.sort(key=_when)
    return _as_quotations(searcher, entries, names)


def _entries_of(
    searcher: Searcher,
    related: Related,
    request: QuotesRequest,
    speaker: str | None,
    groups: Sequence[SpeakerGroup],
    names: Mapping[str, Speaker],
) -> list[_Entry]:
    """Return the entries of one speaker, or of anybody, best first. Raises QueryError when nothing fits."""
    wanted = None
    if speaker:
        keys = SpeakerKeys(searcher.analyzer)
        wanted = find_speakers(groups, keys, speaker, lambda: _is_named(searcher, speaker, request.filters))
    spoken = None if wanted is None else sorted(key for group in wanted for key in group.keys)
    most = request.limit or _MOST
    read = _READ if request.about else _COPIES * most
    found = read_quotations(searcher.db, request.filters, request.period, spoken, read)
    if not found:
        raise QueryError(_nothing(request, speaker))
    scores: dict[int, float] = {}
    if request.about:
        scores = _scores(searcher, _topic(searcher, related, request.about, request.filters), found)
        found = [item for item in found if item.id in scores]
        if not found:
            raise QueryError(_nothing(request, speaker))
    entries = _entries(found, scores, names, read_words(searcher.db, found))
    if request.about:
        entries.sort(key=lambda entry: -entry.score)
    return entries[:most]


def _is_named(searcher: Searcher, speaker: str, filters: Filters) -> bool:
    """Tell whether a document that passes ``filters`` holds a name, whoever has it."""
    terms = searcher.analyzer.terms(speaker)
    name = " ".join(_LETTERS_AND_DIGITS.findall(fold(speaker)))
    searcher.expect(frozenset(terms))
    found = searcher.search(dict.fromkeys(terms, 1.0), _LOOKED_INTO, filters) if name else []
    passages = searcher.read_passages([item.passage for item in found]).values()
    return any(
        f" {name} "
        in f" {_normalised(searcher.document(passage.document).slice(one.span.start, one.span.end))} "
        for passage in passages
        for one in passage.sentences
    )


def _when(entry: _Entry) -> tuple[bool, str, str]:
    """When an entry was said, to put entries in the order of time, those without a day at the end."""
    first, last = entry.places[0].earliest, entry.places[0].latest
    return first is None, str(first or ""), str(last or "")


def _nothing(request: QuotesRequest, speaker: str | None) -> str:
    who = f"by {speaker[:60]}" if speaker else ""
    what = f"about {request.about[:60]!r}" if request.about else ""
    when = "in that period" if request.period.bounded else ""
    described = " ".join(filter(None, (who, what, when)))
    advice = "widen the period or leave it out" if when else "try other words, or leave the topic out"
    if not described:
        return "The documents hold no quotations yet; add some documents first."
    return f"No quotation {described} is in the documents; {advice}."


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words of a topic: the idf of each, and how much each word that documents have in its place counts."""

    weights: Mapping[str, float]
    standing: Mapping[str, Mapping[str, float]]
    abbreviated: OtherForms

    def query(self) -> dict[str, float]:
        """Return the weights of the terms to search for."""
        weights: dict[str, float] = {}
        for held in self.standing.values():
            for term, share in held.items():
                weights[term] = max(weights.get(term, 0.0), share)
        for word in self.standing:
            weights |= dict.fromkeys(self.abbreviated.terms_of(word), 1.0)
        return weights

    def share(self, own: frozenset[str], beside: frozenset[str]) -> float:
        """Return the share of the topic that a quotation has, what only the sentences beside it have counted half."""
        held = 0.0
        for word, weight in self.weights.items():
            held += weight * max(self._has(word, own), self._has(word, beside) / 2)
        return held / sum(self.weights.values())

    def _has(self, word: str, terms: frozenset[str]) -> float:
        if self.abbreviated.are_in(word, terms):
            return 1.0
        return max((share for term, share in self.standing[word].items() if term in terms), default=0.0)


def _topic(searcher: Searcher, related: Related, about: str, filters: Filters) -> _Topic:
    weights: dict[str, float] = {}
    standing: dict[str, dict[str, float]] = {}
    terms = searcher.analyzer.terms(about)
    abbreviated = searcher.other_forms(terms, filters)
    spoken_of = False
    searcher.expect({*terms, *(term for word in terms for term in related(word))})
    for word in dict.fromkeys(terms):
        shares = {**related(word), word: 1.0}
        idf = {
            term: bm25.idf(searcher.passages, holding)
            for term in shares
            if (holding := searcher.holding(term))
        }
        rarest = bm25.idf(searcher.passages, 0)
        forms = searcher.holding_forms(abbreviated, word)
        if forms:
            rarest = bm25.idf(searcher.passages, forms)
        weights[word] = idf.get(word, max(idf.values(), default=rarest))
        standing[word] = {term: shares[term] for term in idf}
        spoken_of = spoken_of or bool(idf) or bool(forms)
    if not spoken_of:
        raise QueryError(f"Nothing in the documents speaks of {about[:60]!r}; try another word for it.")
    return _Topic(weights, standing, abbreviated)


def _scores(searcher: Searcher, topic: _Topic, found: Sequence[StoredQuotation]) -> dict[int, float]:
    """Return the score of each quotation that speaks of the topic: its passage's by BM25, times its share of the topic."""
    passages = passages_of(searcher.db, found)
    by_passage = searcher.score(topic.query(), {number for held in passages.values() for number in held})
    best = {
        item.id: max((by_passage.get(number, 0.0) for number in passages[item.id]), default=0.0)
        for item in found
    }
    terms = read_terms(searcher.db, [item for item in found if best[item.id] > 0], frozenset(topic.query()))
    shares = {key: topic.share(*held) for key, held in terms.items()}
    return {key: best[key] * share for key, share in shares.items() if share >= _FIT}


def _entries(
    found: Sequence[StoredQuotation],
    scores: Mapping[int, float],
    names: Mapping[str, Speaker],
    words_of: Mapping[int, str],
) -> list[_Entry]:
    """Put the same words of one speaker together, in the order of the first of each."""
    said_by = {
        item.id: names[item.speaker_key].name if item.speaker_key in names else item.speaker for item in found
    }
    said = {item.id: _normalised(words_of[item.id]) for item in found}
    openings = {item.id: " ".join(said[item.id].split(" ", _RUN)[:_RUN]) for item in found}
    looked_for: dict[str, set[str]] = defaultdict(set)
    for item in found:
        looked_for[said_by[item.id]].add(openings[item.id])
    entries: list[_Entry] = []
    by_run: dict[tuple[str, _Manner, str], list[tuple[_Entry, str]]] = defaultdict(list)
    for item in sorted(found, key=lambda item: item.start - item.end):
        speaker, words = said_by[item.id], f" {said[item.id]} "
        manner = (item.stance, item.condition is not None, item.hearsay)
        same = next(
            (entry for entry, text in by_run[speaker, manner, openings[item.id]] if words in text), None
        )
        if same is None:
            same = _Entry([])
            entries.append(same)
            for run in _runs(said[item.id]) & looked_for[speaker]:
                by_run[speaker, manner, run].append((same, words))
        same.places.append(item)
        same.score = max(same.score, scores.get(item.id, 0.0))
    order = {item.id: place for place, item in enumerate(found)}
    return sorted(entries, key=lambda entry: min(order[item.id] for item in entry.places))


def _runs(said: str) -> set[str]:
    """Return every run of ``_RUN`` words of ``said``, in which single spaces part them; all of it where there are fewer."""
    ends = list(accumulate(len(word) + 1 for word in said.split(" ")))
    starts = [0, *ends]
    return {said[start : end - 1] for start, end in zip(starts, ends[_RUN - 1 :], strict=False)} or {said}


def _normalised(words: str) -> str:
    return " ".join(_LETTERS_AND_DIGITS.findall(fold(words)))


def _as_quotations(
    searcher: Searcher, entries: Sequence[_Entry], names: Mapping[str, Speaker]
) -> tuple[Quotation, ...]:
    numbers: dict[int, int] = {}
    return tuple(_as_quotation(searcher, entry, numbers, names) for entry in entries)


def _as_quotation(
    searcher: Searcher, entry: _Entry, numbers: dict[int, int], names: Mapping[str, Speaker]
) -> Quotation:
    shown = entry.places[0]
    document = searcher.document(shown.document)
    by_document: dict[int, StoredQuotation] = {}
    for item in entry.places:
        by_document.setdefault(item.document, item)
    known = names.get(shown.speaker_key)
    return Quotation(
        document=document,
        start=shown.start,
        end=shown.end,
        speaker=known.name if known else shown.speaker,
        # Under a name alone, a mail's or a turn's, stands no role that another document gives somebody of that name.
        role=shown.role or (known.role if known and shown.cue else None),
        cue="" if shown.cue is None else document.slice(*shown.cue),
        cue_span=shown.cue,
        stance=shown.stance,
        condition=shown.condition,
        hearsay=shown.hearsay,
        question=shown.question,
        said_on=shown.earliest if shown.earliest == shown.latest else None,
        basis=shown.basis,
        direct=shown.direct,
        fragment=shown.fragment,
        citations=tuple(
            cite(
                searcher.document(row),
                item.start,
                item.end,
                read_sentences(searcher.db, item),
                numbers.setdefault(row, len(numbers) + 1),
            )
            for row, item in by_document.items()
        ),
        earliest=shown.earliest,
        latest=shown.latest,
        when=shown.when,
        mention=shown.mention,
    )
