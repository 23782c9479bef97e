"""Reading what strangers wrote, in a process of its own with limits on memory and processor time.

The process is kept for the next file, because its start costs more than most files do, and ends the moment a file goes
beyond a limit. It holds no secret, and it can write no file.

A request is a JSON header and the bytes of the file; the answer is a JSON message for each document or refusal and one that
says that this was all (``index.processes.reading``).
"""

import importlib.util
import json
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from itertools import islice
from types import TracebackType
from typing import Any, Self

from index.errors import BrokenInstallation, MalformedSource, ParleyError, Scanned, SourceError
from index.model import Document
from index.processes.launching import Child, ChildEnded, Ending, Loans, Pool
from index.processes.limits import RECOGNITION, Limits, too_much_memory, too_slow
from index.processes.messages import END, decode
from index.readers import Reread, is_plain_text
from index.readers.metadata.feed_items import Feed
from index.readers.metadata.origin import Origin

TRIES = 2
"""How often a file is given to a process, where what ended the first was not the file."""

RECOGNITION_PACKAGE = "rapidocr"
"""What the extra ``ocr`` installs."""

Item = Document | Feed | ParleyError


def reading_processes(limits: Limits, count: int = 2) -> Pool:
    """Return processes that read: two, so that a long file of the host's does not keep a short one of a stranger's waiting."""
    return Pool("index.processes.reading", str(limits.memory), str(limits.seconds), count=count)


def recognising_processes() -> Pool:
    """Return the process that reads scans: one, as each takes a gigabyte."""
    return Pool("index.processes.reading", str(RECOGNITION.memory), str(RECOGNITION.seconds))


def can_recognise() -> bool:
    """Tell whether text recognition is installed."""
    return importlib.util.find_spec(RECOGNITION_PACKAGE) is not None


class ReadingProcess:
    """Reads files in another process. Safe to use from several threads; close it when done."""

    def __init__(
        self, limits: Limits | None = None, pool: Pool | None = None, recognising: Pool | None = None
    ) -> None:
        """Take the limits, processes that were started with them, and those that read scans; by default one of its own."""
        self._limits = limits or Limits()
        self._is_own = pool is None
        self._loans = Loans(pool or reading_processes(self._limits, count=1))
        self._recognising = Loans(recognising or recognising_processes())

    def read(
        self,
        data: bytes | Reread,
        origin: Origin,
        fields: Mapping[str, object] | None = None,
        suffix: str | None = None,
    ) -> Iterator[Document | ParleyError]:
        """Yield what ``index.readers.read_chunks`` makes of ``data`` as it is read; refusals are yielded too, none is raised.

        When the file goes beyond a limit, SourceTooLarge is the last thing yielded. Where ``data`` is called, it may be called
        twice. Raises Busy where the reading was stopped, BrokenInstallation when a reader cannot be loaded.
        """
        task = {"fields": dict(fields or {}), "suffix": suffix, "as_feed": False}
        for item in self._read(data, origin, task):
            if not isinstance(item, Feed):
                yield item

    def read_feed(self, data: bytes, origin: Origin) -> Feed:
        """Return the feed in ``data``; see ``index.readers.feed.parse``.

        Raises MalformedSource when it is no feed, SourceTooLarge when it goes beyond a limit.
        """
        for item in self._read(data, origin, {"fields": {}, "suffix": None, "as_feed": True}):
            if isinstance(item, Feed):
                return item
            if isinstance(item, ParleyError):
                raise item
        raise MalformedSource(f"{origin.name}: no feed was found in it. Check the address.")

    def stop(self) -> None:
        """End what is being read, and read nothing more: whoever waits for it gets Busy."""
        self._loans.stop()
        self._recognising.stop()

    def close(self) -> None:
        """Stop what is being read, and end the processes of its own. Calling it again does nothing."""
        self.stop()
        if self._is_own:
            self._loans.pool.trim()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, data: bytes | Reread, origin: Origin, task: Mapping[str, object]) -> Iterator[Item]:
        chunks = (lambda: [data]) if isinstance(data, bytes) else data
        told, scanned = 0, False
        for item in self._tried(self._loans, self._limits, chunks, origin, {**task, "recognise": False}):
            scanned = scanned or (isinstance(item, Scanned) and can_recognise())
            if not scanned:
                told += 1
                yield item
        if not scanned:
            return
        again = self._tried(self._recognising, RECOGNITION, chunks, origin, {**task, "recognise": True})
        try:
            yield from islice(again, told, None)
        finally:
            again.close()
            # It holds a gigabyte, and scans are few.
            self._recognising.pool.trim()

    def _tried(
        self,
        loans: Loans,
        limits: Limits,
        chunks: Callable[[], Iterable[bytes]],
        origin: Origin,
        task: Mapping[str, object],
    ) -> Generator[Item]:
        told = 0
        for tries_left in reversed(range(TRIES)):
            try:
                for place, item in enumerate(self._exchange(loans, chunks, origin, task)):
                    if place >= told:
                        told += 1
                        yield item
                return
            except ChildEnded as ended:
                if ended.ending is not Ending.BY_ANOTHER or not tries_left:
                    yield _refusal(origin, ended, limits)
                    return
            except (ValueError, TypeError, KeyError) as error:
                yield MalformedSource(
                    f"{origin.name}: the reading process gave no sense ({type(error).__name__}). Save it again."
                )
                return

    def _exchange(
        self,
        loans: Loans,
        chunks: Callable[[], Iterable[bytes]],
        origin: Origin,
        task: Mapping[str, object],
    ) -> Iterator[Item]:
        with loans.child() as child:
            child.send(_header(origin, task))
            sending = _Sending(child, chunks)
            try:
                while (message := json.loads(child.receive())) != END:
                    item = decode(message)
                    if isinstance(item, BrokenInstallation):
                        raise item
                    yield item
                sending.end()
            except BaseException as error:
                child.kill()
                sending.end()
                if not isinstance(error, ChildEnded) or sending.failure is None:
                    raise
                yield sending.failure


def _refusal(origin: Origin, ended: ChildEnded, limits: Limits) -> SourceError:
    is_text = is_plain_text(origin.name)
    if ended.ending is Ending.PROCESSOR_TIME:
        return too_slow(origin.name, limits.seconds, is_text=is_text)
    if ended.ending is Ending.MEMORY:
        return too_much_memory(origin.name, limits.memory, is_text=is_text)
    advice = "Add it again, or split it." if is_text else "Save it again, or save its text as a .txt file."
    return SourceError(f"{origin.name}: the process that read it ended ({ended.code}). {advice}")


class _Sending:
    """Sends a file from a thread of its own: a process that reads line by line answers before it has all of it."""

    def __init__(self, child: Child, chunks: Callable[[], Iterable[bytes]]) -> None:
        self.failure: ParleyError | None = None
        self._child = child
        self._thread = threading.Thread(target=self._send, args=(chunks,), name="parley-send", daemon=True)
        self._thread.start()

    def _send(self, chunks: Callable[[], Iterable[bytes]]) -> None:
        try:
            for chunk in chunks():
                if chunk:
                    self._child.send(chunk)
            self._child.send(b"")
        except ChildEnded:
            # Whoever receives is told the same.
            return
        except ParleyError as error:
            self.failure = error
            self._child.kill()

    def end(self) -> None:
        """Wait until all is sent, or the process is no longer there."""
        self._thread.join()


def _header(origin: Origin, task: Mapping[str, object]) -> bytes:
    said: dict[str, Any] = asdict(origin)
    return json.dumps({"origin": said, **task}, default=_as_text).encode()


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
