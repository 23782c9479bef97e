"""Files and folders that are followed: what comes and changes in them is added, and what goes is taken out."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from index.adding.batches import Begun, Progress
from index.errors import ReadAsItStands, SourceError
from index.index import Index
from index.model import AddReport, Document, SourceOutcome
from index.readers import SIDECAR, find_files, read_file
from index.readers.encoding import escaped

LOOKS_UNTIL_GONE = 2
"""Looks in a row that must miss a file before it counts as gone: many programs save by taking it away first."""

KEPT = "what was added of it before stays"

State = tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class _File:
    """What is known of a file: as it was when it was last read, the documents read of it, and looks that missed it."""

    state: State
    documents: dict[str, str] = field(default_factory=dict)
    missed: int = 0


class WatchedPaths:
    """Follows ``paths`` into one collection of ``index``."""

    def __init__(self, index: Index, paths: Sequence[Path], collection: str) -> None:
        self._index = index
        self._paths = tuple(paths)
        self._collection = collection
        self._files: dict[Path, _File] = {}
        self._said: set[str] = set()
        self._disks = {path: _disk(path) for path in paths if path.is_dir()}
        self._begun = False

    def look(self, progress: Progress | None = None, begun: Begun | None = None) -> AddReport:
        """Read what is new or has changed since the last look, all of it at first, and take out what is gone.

        A file that can be read no longer keeps what was added of it. At the first look the documents of files
        below the paths that were removed earlier are taken out, where they are known by their path. Nothing is
        taken out because a folder that is followed, or its disk, is not there itself. Raises StoreError; what was
        to be stored is read again at the next look.
        """
        known = dict(self._files)
        try:
            return self._look(progress, begun)
        except BaseException:
            self._files = known
            raise

    def _look(self, progress: Progress | None, begun: Begun | None) -> AddReport:
        found, refused = self._found()
        changed = {path: state for path, state in found.items() if self._state_of(path) != state}
        former = {path: dict(self._files[path].documents) for path in changed if path in self._files}
        with closing(self._read(changed)) as read:
            report = self._index.add_documents(read, progress=progress, begun=begun)
        outcomes = [*refused, *report.outcomes]
        for path, before in former.items():
            outcomes += self._take_out(path, before.keys() - self._files[path].documents.keys(), before)
        outcomes += self._without_gone(found)
        if not self._begun:
            outcomes += self._gone_before()
        self._begun = True
        return AddReport(tuple(outcomes))

    def _found(self) -> tuple[dict[Path, State], list[SourceOutcome]]:
        found: dict[Path, State] = {}
        refused: list[SourceOutcome] = []
        for source in self._paths:
            try:
                for path in find_files(source):
                    state = _state(path)
                    if state:
                        found[path] = state
                    elif path.is_symlink():
                        refused += self._refused_once(
                            path, f"{path} is a link that leads nowhere; mend it, or remove it."
                        )
            except SourceError as error:
                if source not in self._files:
                    refused += self._refused_once(source, str(error))
        return found, refused

    def _refused_once(self, path: Path, reason: str) -> Iterator[SourceOutcome]:
        if reason not in self._said:
            self._said.add(reason)
            yield SourceOutcome(escaped(str(path)), "refused", reason=escaped(reason))

    def _state_of(self, path: Path) -> State | None:
        return self._files[path].state if path in self._files else None

    def _read(self, changed: dict[Path, State]) -> Generator[Document | SourceOutcome, None, None]:
        for path, state in changed.items():
            held: dict[str, str] = {}
            whole = True
            before = self._files.get(path)
            for item in read_file(path, self._collection, self._index.reading_process.read):
                if isinstance(item, Document):
                    held[item.id] = item.title
                    yield item
                elif isinstance(item, ReadAsItStands):
                    yield SourceOutcome(escaped(str(path)), "unchanged", notes=(escaped(str(item)),))
                else:
                    whole = False
                    notes = (KEPT,) if before is not None and before.documents else ()
                    yield SourceOutcome(escaped(str(path)), "refused", reason=escaped(str(item)), notes=notes)
            if before is not None and not whole:
                held = {**before.documents, **held}
            self._files[path] = _File(state, held)

    def _without_gone(self, found: dict[Path, State]) -> Iterator[SourceOutcome]:
        for path, file in list(self._files.items()):
            if path in found:
                file.missed = 0
            elif self._may_be_gone(path):
                file.missed += 1
                if file.missed >= LOOKS_UNTIL_GONE:
                    del self._files[path]
                    yield from self._take_out(path, file.documents, file.documents)

    def _may_be_gone(self, path: Path) -> bool:
        return _is_missing(path) and all(
            self._is_there(folder) for folder in self._disks if path.is_relative_to(folder)
        )

    def _is_there(self, folder: Path) -> bool:
        """Whether a followed folder is the one that it was: without its disk, another may stand in its place."""
        return _disk(folder) is not None and _disk(folder) == self._disks[folder]

    def _gone_before(self) -> Iterator[SourceOutcome]:
        held = {identity for file in self._files.values() for identity in file.documents}
        # A folder in which there is nothing may be waiting for its disk.
        filled = [
            folder for folder in self._disks if any(path.is_relative_to(folder) for path in self._files)
        ]
        below = tuple(f"{folder.resolve()}{os.sep}" for folder in filled if self._is_there(folder))
        if not below:
            return
        for document in self._index.documents((self._collection,)):
            if document.id not in held and document.key.startswith(below) and _is_gone(document.key):
                yield from self._take_out(Path(document.key), [document.id], {document.id: document.title})

    def _take_out(
        self, path: Path, identities: Iterable[str], titles: dict[str, str]
    ) -> Iterator[SourceOutcome]:
        held = {identity for file in self._files.values() for identity in file.documents}
        for identity in self._index.remove_documents(one for one in identities if one not in held):
            yield SourceOutcome(str(path), "removed", titles[identity], identity)


def _state(path: Path) -> State:
    """Return what changes when a file or the one that describes it does; empty when it is not there."""
    states = []
    for one in (path, path.with_name(path.name + SIDECAR)):
        try:
            about = one.stat()
            states.append((about.st_ino, about.st_mtime_ns, about.st_size))
        except OSError:
            continue
    return tuple(states)


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        # It may be there: it cannot be told.
        return False
    return not path.exists()


def _disk(folder: Path) -> int | None:
    """Return the number of the file system that a folder is on; None when it is not there."""
    try:
        return folder.stat().st_dev if folder.is_dir() else None
    except OSError:
        return None


def _is_gone(key: str) -> bool:
    """Whether the file that a document is known by is gone; a key may go on behind its path, after a ``#``."""
    parts = key.split("#")
    return all(_is_missing(Path("#".join(parts[:count]))) for count in range(1, len(parts) + 1))
