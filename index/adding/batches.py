"""Documents added in batches: each is compared with what is stored, prepared where it changed, and written at once."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial

from index.adding import finders, ingestion
from index.adding.preparation import Preparation, Prepared, compare_in, find_in
from index.adding.stories import reprints
from index.errors import SourceError
from index.model import AddReport, Document, Outcome, SourceOutcome
from index.processes.launching import Loans
from index.processes.limits import Limits
from index.search.engine import Engine
from index.storage import descriptions, gone
from index.storage.store import Store

Progress = Callable[[SourceOutcome], None]
Begun = Callable[[Document], None]

LONG = 300_000
"""Characters of a document from which it is said that the work on it begins: about a second on a core of 2024."""

FOUND_ANEW = "Events and quotations were found anew."
"""The note of a document whose text is unchanged, and which earlier finders had read."""

KEPT = "What earlier versions found in it is kept: {why}"
"""The note of a document in which these finders find more than the limits allow."""

_FIRST_DOCUMENTS, _FIRST_CHARACTERS = 64, 250_000
"""The most documents and characters of the first batch; chosen: few, so that the first outcome is told soon."""
_DOCUMENTS, _CHARACTERS = 512, 1_000_000
"""The most documents and characters of a later batch; chosen: more are quicker, and are lost together where the process
ends."""
_FEW_BATCHES = 8
"""After more of them, what the engine keeps is put in order: as many segments of a size as are merged anyhow."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """What was given, in its order; of the documents those that are new or changed, and the rows of those that are not, but
    that earlier finders read."""

    items: tuple[Document | SourceOutcome, ...]
    changed: tuple[Document, ...]
    older: tuple[int, ...]


def add_documents(
    store: Store,
    engine: Engine,
    loans: Loans,
    limits: Limits,
    found: Iterable[Document | SourceOutcome],
    progress: Progress | None = None,
    begun: Begun | None = None,
) -> AddReport:
    """Add documents; outcomes among them (refusals) are passed through to the report, in their place; what a reader has to say of
    the document before, which it read all the same, is a note of its outcome.

    ``loans`` are of processes that run ``index.adding.preparing`` within ``limits``; what goes beyond these is refused. A batch
    is one transaction; ``progress`` is called with its outcomes once it is stored, ``begun`` with each ``LONG`` document when
    the work on it begins. The first batch is small. In unchanged documents that earlier finders read, events and quotations are
    found anew: they count as updated, with a note. Raises Busy when the loans are stopped.
    """
    outcomes: list[SourceOutcome] = []
    written = 0
    with (
        Preparation[_Batch](loans, limits) as preparation,
        closing(_compared(store, _batches(found), begun)) as batches,
        closing(preparation.run(batches)) as running,
    ):
        for number, (batch, prepared) in enumerate(running):
            replaced = _write(store, engine, prepared, partial(compare_in, loans, limits), many=number > 0)
            _are_there(store, batch.items)
            written += bool(prepared.documents)
            for outcome in _outcomes(
                batch, prepared, replaced, _found_anew(store, loans, limits, batch.older)
            ):
                outcomes.append(outcome)
                if progress is not None:
                    progress(outcome)
        if written > _FEW_BATCHES:
            engine.settle()
    return AddReport(tuple(outcomes))


def _write(
    store: Store, engine: Engine, prepared: Prepared, compare: reprints.Compare, *, many: bool
) -> dict[str, str]:
    replaced: dict[str, str] = {}
    if prepared.documents:
        # Not in the transaction: no other program waits for a process that is at work on something else.
        with store.reading() as db:
            given = [(item.document, item.story_bands) for item in prepared.documents]
            reprinted = reprints.find(db, given, compare)
        with store.writing() as db:
            for part in prepared.parts:
                replaced |= ingestion.write(db, engine, part, reprinted=reprinted, many=many)
    return replaced


def _are_there(store: Store, items: Iterable[Document | SourceOutcome]) -> None:
    """Keep of pages that were gone that they are there again."""
    read = [item.id for item in items if isinstance(item, Document)]
    with store.reading() as db:
        back = gone.are_gone(db, read)
    if back:
        with store.writing() as db:
            gone.forget(db, back)


def _found_anew(store: Store, loans: Loans, limits: Limits, rows: Sequence[int]) -> dict[str, str]:
    """Find anew in the documents with those rows; return a note for each, by its id."""
    notes: dict[str, str] = {}

    def refused(document: Document, why: SourceError) -> None:
        notes[document.id] = KEPT.format(why=why)

    found = finders.find_anew(store, partial(find_in, loans, limits), rows, refused=refused)
    return notes | {document.id: FOUND_ANEW for document in found}


def _batches(found: Iterable[Document | SourceOutcome]) -> Iterator[list[Document | SourceOutcome]]:
    """Group what is found; no document stands twice in a batch."""
    batch: list[Document | SourceOutcome] = []
    held: set[str] = set()
    characters, first = 0, True
    for item in found:
        most, longest = (_FIRST_DOCUMENTS, _FIRST_CHARACTERS) if first else (_DOCUMENTS, _CHARACTERS)
        repeated = isinstance(item, Document) and item.id in held
        full = len(batch) >= most or characters >= longest
        if batch and (repeated or (full and not _is_remark(item))):
            yield batch
            batch, held, characters, first = [], set(), 0, False
        batch.append(item)
        if isinstance(item, Document):
            held.add(item.id)
            characters += len(item.text)
    if batch:
        yield batch


def _is_remark(item: Document | SourceOutcome) -> bool:
    """Tell whether ``item`` is what a reader has to say of the document before it, which it read all the same."""
    return isinstance(item, SourceOutcome) and item.outcome == "unchanged" and item.document_id is None


def _compared(
    store: Store, batches: Iterable[Sequence[Document | SourceOutcome]], begun: Begun | None
) -> Generator[tuple[_Batch, Sequence[Document]], None, None]:
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
        for document in changed:
            if begun is not None and len(document.text) >= LONG:
                begun(document)
        yield _Batch(items, changed, tuple(older)), changed


def _outcomes(
    batch: _Batch, prepared: Prepared, replaced: dict[str, str], notes: dict[str, str]
) -> Iterator[SourceOutcome]:
    """Yield what became of each document, with what its reader had to say of it, and the refusals."""
    before: SourceOutcome | None = None
    for outcome in _plain_outcomes(batch, prepared, replaced, notes):
        if before is not None and _is_remark(outcome):
            before = replace(before, notes=(*before.notes, *outcome.notes))
            continue
        if before is not None:
            yield before
        before = outcome
    if before is not None:
        yield before


def _plain_outcomes(
    batch: _Batch, prepared: Prepared, replaced: dict[str, str], notes: dict[str, str]
) -> Iterator[SourceOutcome]:
    digests = {item.document.id: item.digest for item in prepared.documents}
    for item in batch.items:
        if isinstance(item, SourceOutcome):
            yield item
        elif item.id in prepared.refused:
            yield SourceOutcome(item.key, "refused", item.title, reason=str(prepared.refused[item.id]))
        elif item.id in notes:
            note = notes[item.id]
            anew: Outcome = "updated" if note == FOUND_ANEW else "unchanged"
            yield SourceOutcome(item.key, anew, item.title, item.id, notes=(note,))
        else:
            digest, before = digests.get(item.id), replaced.get(item.id)
            outcome: Outcome = "unchanged" if digest == before else "added" if before is None else "updated"
            yield SourceOutcome(item.key, outcome, item.title, item.id)
