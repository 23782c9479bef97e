"""Index: the one door to the documents. Open it, add to it, ask it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from index.adding.intake import Intake
from index.adding.workers import workers
from index.answering.thresholds import Thresholds
from index.inquiry import Inquiry
from index.keeping.upkeep import Upkeep
from index.language.known import LANGUAGES, known_analyzer
from index.language.tokens import Analyzer
from index.processes.limits import Limits
from index.search.engine import Engine
from index.search.engines import Progress, open_store
from index.search.opensearch.address import Cluster
from index.search.segment_engine import SegmentEngine
from index.storage.store import Store
from index.web.feeds import Feeds


class Index(Intake, Upkeep, Inquiry):
    """The documents of one database file. Safe to use from several threads; close it when done."""

    def __init__(
        self,
        store: Store,
        analyzer: Analyzer,
        limits: Limits | None = None,
        reader: bool = True,
        engine: Callable[[Store], Engine] = SegmentEngine,
        thresholds: Thresholds | None = None,
    ) -> None:
        Inquiry.__init__(self, store, analyzer, reader, engine, thresholds)
        Intake.__init__(self, store, self._engine, workers(limits or Limits(), analyzer.languages.modules))
        Upkeep.__init__(self, store, self._engine, self.find)
        self.feeds = Feeds(store)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        reader: bool = True,
        create: bool = True,
        limits: Limits | None = None,
        engine: Callable[[Store], Engine] | None = None,
        languages: Sequence[str] = LANGUAGES,
        thresholds: Thresholds | None = None,
        cluster: Cluster | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Open the database at ``path``, made when it is not there and ``create`` is true.

        ``limits`` are those of the processes in which documents are read and prepared; ``reader`` says whether answers are
        read for, where what the reader runs on is installed; ``engine`` gives what finds passages, where that is not the file's;
        ``languages`` are the modules of those that are known; ``thresholds`` tell how sure an answer must be, where it is not as
        sure as Parley's own. The index is in ``cluster`` where one is given, and the file a copy, made when it is not there;
        ``progress`` is told how far that has come. Raises StoreUnavailable or StoreCorrupt, with what to do.
        """
        analyzer = known_analyzer(tuple(languages))
        store, its_own = open_store(path, cluster, create=create, progress=progress)
        return cls(store, analyzer, limits, reader, engine or its_own, thresholds)

    def close(self) -> None:
        """Close the database. Calling it again does nothing."""
        self.stop_adding()
        super().close()
