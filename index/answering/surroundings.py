"""What stands around a span of a document."""

from collections.abc import Sequence

from index.citations import cite
from index.language.sentences import paragraphs
from index.model import Excerpt
from index.search.searcher import Searcher
from index.storage.documents import find_document


def surroundings(
    searcher: Searcher, document_id: str, start: int, end: int, collections: Sequence[str] | None = None
) -> Excerpt | None:
    """Return the paragraph or paragraphs that ``start`` to ``end`` stand in, with the one before and the one after.

    The span itself is the excerpt's one highlight. None when there is no such document in ``collections``, in any where None,
    or it has changed under the span.
    """
    found = find_document(searcher.db, document_id, collections)
    if found is None or not 0 <= start < end <= len(found[1].text):
        return None
    row, document = found
    spans = paragraphs(document.text)
    touched = [n for n, (first, last) in enumerate(spans) if first < end and last > start]
    if not touched:
        return None
    first, last = spans[max(0, touched[0] - 1)][0], spans[min(len(spans) - 1, touched[-1] + 1)][1]
    citation = cite(document, start, end, searcher.sentences(row))
    return Excerpt(document, first, last, ((start, end),), citation)
