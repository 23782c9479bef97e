"""Documents added in batches: each is compared with what is stored, prepared where it changed, and written at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.adding import finders, ingestion
from index.adding.preparation import Preparation
from index.language.tokens import Analyzer
from index.model import AddReport, Document, Outcome, SourceOutcome
from index.search.segments import MERGE_FACTOR, QUICK_MERGE, SEGMENT_SPAN, merge_tail
from index.storage import descriptions
from index.storage.store import Store

Progress = Callable[[SourceOutcome], None]

FOUND_ANEW = "Events and quotations were found anew."
"""The note of a document whose text is unchanged, and which earlier finders had read."""

_FIRST_DOCUMENTS, _FIRST_CHARACTERS = 64, 250_000
_DOCUMENTS, _CHARACTERS = 512, 1_000_000


@dataclass(frozen=True, slots=True)
class _Batch:
    """What was given, in its order; of the documents those that are new or changed, and the rows of those that are not, but
    that earlier finders read."""

    items: tuple[Document | SourceOutcome, ...]
    changed: tuple[Document, ...]
    older: tuple[int, ...]


def add_documents(
    store: Store,
    analyzer: Analyzer,
    found: Iterable[Document | SourceOutcome],
    progress: Progress | None = None,
    processes: int | None = None,
) -> AddReport:
    """Add documents; outcomes among them (refusals) are passed through to the report, in their place.

    A batch is one transaction; ``progress`` is called with its outcomes once it is stored. The first batch is small and
    prepared here; with more to come, ``processes`` processes prepare them, by default one for each core. In unchanged
    documents that earlier finders read, events and quotations are found anew: they count as updated, with a note.
    """
    outcomes: list[SourceOutcome] = []
    written = 0
    with Preparation[_Batch](analyzer, processes) as preparation:
        batches = _compared(store, _batches(found))
        for number, (batch, prepared) in enumerate(preparation.run(batches)):
            replaced: dict[str, str] = {}
            if prepared.documents:
                written += 1
                with store.writing() as db:
                    replaced = ingestion.write(
                        db, prepared, largest_merge=SEGMENT_SPAN if number else QUICK_MERGE
                    )
            anew = {document.id for document in finders.find_anew(store, analyzer, batch.older)}
            digests = {item.document.id: item.digest for item in prepared.documents}
            for item in batch.items:
                outcome = item if isinstance(item, SourceOutcome) else _outcome(item, digests, replaced, anew)
                outcomes.append(outcome)
                if progress is not None:
                    progress(outcome)
        if written > MERGE_FACTOR:
            with store.writing() as db:
                merge_tail(db)
    return AddReport(tuple(outcomes))


def _batches(found: Iterable[Document | SourceOutcome]) -> Iterator[list[Document | SourceOutcome]]:
    """Group what is found; no document stands twice in a batch."""
    batch: list[Document | SourceOutcome] = []
    held: set[str] = set()
    characters, first = 0, True
    for item in found:
        most, longest = (_FIRST_DOCUMENTS, _FIRST_CHARACTERS) if first else (_DOCUMENTS, _CHARACTERS)
        repeated = isinstance(item, Document) and item.id in held
        if batch and (repeated or len(batch) >= most or characters >= longest):
            yield batch
            batch, held, characters, first = [], set(), 0, False
        batch.append(item)
        if isinstance(item, Document):
            held.add(item.id)
            characters += len(item.text)
    if batch:
        yield batch


def _compared(
    store: Store, batches: Iterable[Sequence[Document | SourceOutcome]]
) -> Iterator[tuple[_Batch, Sequence[Document]]]:
    # Earlier batches may still wait to be written, so a document seen before is taken for changed.
    seen: set[str] = set()
    for batch in batches:
        with store.reading() as db:
            items = tuple(
                descriptions.described(db, item) if isinstance(item, Document) else item for item in batch
            )
            documents = [item for item in items if isinstance(item, Document)]
            changed = tuple(
                document
                for document in documents
                if document.id in seen
                or ingestion.stored_digest(db, document.id) != ingestion.digest(document)
            )
            held = {document.id for document in documents} - {document.id for document in changed}
            older = finders.rows_of_older(db, sorted(held))
        seen.update(document.id for document in documents)
        yield _Batch(items, changed, tuple(older)), changed


def _outcome(
    document: Document, digests: dict[str, str], replaced: dict[str, str], anew: set[str]
) -> SourceOutcome:
    if document.id in anew:
        return SourceOutcome(document.key, "updated", document.title, document.id, notes=(FOUND_ANEW,))
    digest = digests.get(document.id)
    before = replaced.get(document.id)
    outcome: Outcome = "unchanged" if digest == before else "added" if before is None else "updated"
    return SourceOutcome(document.key, outcome, document.title, document.id)
