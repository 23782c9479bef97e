"""What takes documents in: files and folders are read, documents prepared, each in processes of their own."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from index.adding import batches
from index.adding.batches import Begun, Progress
from index.adding.isolation import ReadingProcess
from index.adding.preparation import find_in, find_topic_in
from index.adding.sources import read_sources
from index.adding.workers import Workers
from index.errors import SourceError
from index.model import SHARED, AddReport, Document, Excerpt, SourceOutcome
from index.processes.launching import Loans
from index.readers.metadata.fields import parse_aliases
from index.readers.metadata.identity import canonical_url
from index.search.engine import Engine
from index.storage import descriptions, gone
from index.storage.shelf import Shelf
from index.storage.store import Store


class Intake(Shelf):
    """Adds documents to a store and an engine. Safe to use from several threads."""

    def __init__(self, store: Store, engine: Engine, workers: Workers) -> None:
        Shelf.__init__(self, store)
        self._engine = engine
        self._limits = workers.limits
        self._preparing = Loans(workers.preparing)
        self.find = partial(find_in, self._preparing, workers.limits)
        self._looking = Loans(workers.looking)
        self.reading_process = ReadingProcess(workers.limits, workers.reading, workers.recognising)

    def stop_adding(self) -> None:
        """Add nothing more, and look for no topic: what is being read or prepared is stopped, and whoever waits for it gets
        Busy. What is being written is written."""
        self.reading_process.stop()
        self._preparing.stop()
        self._looking.stop()

    def find_topic(self, document: Document, topic: str) -> Excerpt | None:
        """Return the sentence in which ``document`` speaks of ``topic`` best, as ``index.search.topics.find_topic`` does.

        It is looked for in a process. Raises SourceError where that goes beyond the limits, Busy when this was stopped.
        """
        return find_topic_in(self._looking, self._limits, document, topic)

    def add(
        self,
        sources: Iterable[Path | str],
        *,
        collection: str = SHARED,
        progress: Progress | None = None,
        begun: Begun | None = None,
    ) -> AddReport:
        """Add the files, and every file with a reader in the folders, at ``sources``.

        A document that is already there with the same content is left alone; one that changed is replaced. What cannot be
        read within the limits is refused with the reason, and the rest is added. ``progress`` is called with each outcome once
        it is stored, ``begun`` with each long document when the work on it begins.
        """
        with closing(read_sources(sources, collection, self.reading_process.read)) as found:
            return self.add_documents(found, progress=progress, begun=begun)

    def add_documents(
        self,
        found: Iterable[Document | SourceOutcome],
        *,
        progress: Progress | None = None,
        begun: Begun | None = None,
    ) -> AddReport:
        """Add documents that were read elsewhere; outcomes among them (refusals) are passed through to the report."""
        return batches.add_documents(
            self._store, self._engine, self._preparing, self._limits, found, progress, begun
        )

    def record_gone(self, url: str, *, collection: str = SHARED) -> tuple[str, ...]:
        """Keep that the page at ``url`` is gone: the words of the documents of ``collection`` that were read from it are cited as
        of today, until it is there again. Returns their ids.
        """
        with self._store.writing() as db:
            return gone.record(db, url, canonical_url(url), collection)

    def describe(
        self,
        document_id: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        published: date | None = None,
        aliases: Sequence[str] | None = None,
    ) -> Document | None:
        """Say what a document's title, publisher, address, date or aliases are, from now on whatever a reader finds; None says
        nothing.

        Returns the document as it is then; None when there is none with that id.
        """
        document = self.document(document_id)
        if document is None:
            return None
        said = {"title": title, "publisher": publisher, "url": url}
        named = None if aliases is None else parse_aliases(aliases, document.title)
        with self._store.writing() as db:
            descriptions.describe(db, document_id, **said, published=published, aliases=named)
        (outcome,) = self.add_documents([document])
        if outcome.outcome == "refused":
            raise SourceError(outcome.reason)
        return self.document(document_id)
