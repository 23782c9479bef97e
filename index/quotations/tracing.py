"""Where words come from: the passages of the documents that hold what a message says, word for word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from index.citations import cite
from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs, sentences
from index.language.tokens import fold
from index.model import Document, Excerpt, Sentence, Span
from index.requests import Filters
from index.search.searcher import Searcher
from index.storage.documents import passing
from index.storage.history import as_it_was, holding

LONGEST_MESSAGE = 4_000
"""Characters of a message that are looked at."""

_PASSAGES = 20
"""Passages in which the words of a message are looked for; chosen: a bound on the work."""
_PARTS = 12
"""Quotations or sentences of a message that are looked for; chosen: a bound on the work."""
_WORDS = 60
"""Words of each that are looked for; chosen: a bound on the work, more than a sentence has."""
_RUN = 5
"""Words in a row that are no coincidence."""
_SHORTEST = 3
"""Words of a quotation so short that all of them must be found."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Match:
    row: int
    span: Span
    words: int


def trace(searcher: Searcher, text: str, filters: Filters, limit: int) -> tuple[Excerpt, ...]:
    """Return the excerpts of documents that pass the filters that hold the words of ``text``, at most ``limit``, those with
    most of its words first.

    Looked for are the quotations in it, else its sentences. Each excerpt has the words found as its highlight. Behind them come
    those of former versions of documents that held words whole which none holds now: their citations say until when. Empty when
    no document has five of its words in a row, or a short quotation whole.
    """
    found = {part: list(_matches(searcher, part, filters)) for part in _parts(text[:LONGEST_MESSAGE])}
    matches = [match for held in found.values() for match in held]
    matches.sort(key=lambda match: (-match.words, match.row, match.span))
    chosen: list[_Match] = []
    for match in matches:
        if len(chosen) < limit and not any(_same_place(match, other) for other in chosen):
            chosen.append(match)
    standing = tuple(
        _excerpt(number, match, searcher.document(match.row), searcher.sentences(match.row))
        for number, match in enumerate(chosen, 1)
    )
    lost = [part for part, held in found.items() if not held]
    return (*standing, *_former(searcher, lost, filters, len(standing), limit))


def _parts(text: str) -> list[str]:
    quoted = [text[slice(*span.inner)] for span in quoted_spans(text, paragraphs(text))]
    long = [words for words in quoted if len(_WORD.findall(words)) >= _SHORTEST]
    return (long or [text[item.start : item.end] for item in sentences(text)])[:_PARTS]


def _matches(searcher: Searcher, part: str, filters: Filters) -> Iterator[_Match]:
    wanted = [fold(word) for word in _WORD.findall(part)][:_WORDS]
    if len(wanted) < _SHORTEST:
        return
    needed = min(_RUN, len(wanted))
    hits = searcher.search(dict.fromkeys(searcher.analyzer.terms(part), 1.0), _PASSAGES, filters)
    passages = searcher.read_passages([hit.passage for hit in hits])
    for hit in hits:
        row, held = passages[hit.passage].document, passages[hit.passage].sentences
        words = list(_WORD.finditer(searcher.document(row).text, held[0].span.start, held[-1].span.end))
        run = SequenceMatcher(
            None, wanted, [fold(word[0]) for word in words], autojunk=False
        ).find_longest_match()
        if run.size >= needed:
            yield _Match(row, (words[run.b].start(), words[run.b + run.size - 1].end()), run.size)


def _former(
    searcher: Searcher, parts: Sequence[str], filters: Filters, before: int, limit: int
) -> Iterator[Excerpt]:
    """Yield excerpts of former versions that hold one of ``parts``, one for each part, numbered behind those ``before``."""
    condition, values = passing(filters)
    for part in parts:
        words = part.strip(" >*_~\n")
        if before >= limit or len(_WORD.findall(words)) < _RUN:
            continue
        for row, seen in holding(searcher.db, words, condition, values, 1):
            document = as_it_was(searcher.document(row), seen)
            start = document.text.index(words)
            before += 1
            match = _Match(row, (start, start + len(words)), len(words))
            excerpt = _excerpt(before, match, document, sentences(document.text))
            yield replace(excerpt, citation=replace(excerpt.citation, as_of=seen.replaced_at.date()))


def _same_place(one: _Match, other: _Match) -> bool:
    return one.row == other.row and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _excerpt(number: int, match: _Match, document: Document, spans: Sequence[Sentence]) -> Excerpt:
    touched = [item for item in spans if item.start < match.span[1] and match.span[0] < item.end]
    start = min((item.start for item in touched), default=match.span[0])
    end = max((item.end for item in touched), default=match.span[1])
    return Excerpt(document, start, end, (match.span,), cite(document, start, end, spans, number))
