"""What stands around a span of a document."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from index.citations import cite
from index.language.sentences import paragraphs, sentences
from index.model import Document, Excerpt
from index.search.searcher import Searcher
from index.storage.documents import find_document
from index.storage.history import as_it_was, version_at


def surroundings(
    searcher: Searcher,
    document_id: str,
    start: int,
    end: int,
    collections: Sequence[str] | None = None,
    seen_at: datetime | None = None,
) -> Excerpt | None:
    """Return the paragraph or paragraphs that ``start`` to ``end`` stand in, with the one before and the one after.

    The span itself is the excerpt's one highlight. Where it was ``seen_at`` a moment, given with its time zone, at which the
    document had other words there, they are shown as they stood, and the citation says until when. None when there is no such
    document in ``collections``, in any where None, or it has changed under the span.
    """
    found = find_document(searcher.db, document_id, collections)
    if found is None:
        return None
    row, document = found
    seen = version_at(searcher.db, document_id, seen_at) if seen_at is not None else None
    if seen is not None and seen.text[start:end] != document.text[start:end]:
        return _around(as_it_was(document, seen), start, end, None, seen.replaced_at.date())
    return _around(document, start, end, (searcher, row), None)


def _around(
    document: Document, start: int, end: int, stored: tuple[Searcher, int] | None, as_of: date | None
) -> Excerpt | None:
    if not 0 <= start < end <= len(document.text):
        return None
    spans = paragraphs(document.text)
    touched = [n for n, (first, last) in enumerate(spans) if first < end and last > start]
    if not touched:
        return None
    first, last = spans[max(0, touched[0] - 1)][0], spans[min(len(spans) - 1, touched[-1] + 1)][1]
    known = stored[0].sentences(stored[1]) if stored else sentences(document.text)
    citation = cite(document, start, end, known)
    if as_of is not None:
        citation = replace(citation, as_of=as_of)
    return Excerpt(document, first, last, ((start, end),), citation)
