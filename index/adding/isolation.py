"""Reading what strangers wrote, in a process of its own with a limit on memory and time.

The process is kept for the next file, because its start costs more than most files do, and is killed the
moment a file goes beyond a limit. It gets no environment but what Python needs, so it holds no secret, and it
can write no file.

A request is a JSON header and the bytes of the file; the answer is a JSON message for each document or
refusal and one that says that this was all.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from types import TracebackType
from typing import Any, Self

from index.errors import BrokenInstallation, MalformedSource, ParleyError, SourceError, SourceTooLarge
from index.model import Document
from index.processes.messages import END, OUT_OF_MEMORY, decode, receive, send
from index.readers.feed_items import Feed
from index.readers.origin import Origin

_LONGEST_MESSAGE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How far reading one file may go: ``memory`` bytes of address space, ``seconds`` for each document in
    it, and ``seconds_in_all`` for the file."""

    memory: int = 1024**3
    seconds: float = 20.0
    seconds_in_all: float = 300.0


class ReadingProcess:
    """Reads files in another process. Safe to use from several threads, one file at a time; close it when
    done."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(
        self,
        data: bytes,
        origin: Origin,
        fields: Mapping[str, object] | None = None,
        suffix: str | None = None,
    ) -> Iterator[Document | ParleyError]:
        """Yield what ``index.readers.read_bytes`` makes of ``data``; refusals are yielded too, none is
        raised. Raises BrokenInstallation when a reader cannot be loaded.

        When the file goes beyond a limit the process is killed, and SourceTooLarge is the last thing yielded.
        """
        for item in self._ask(
            data, origin, {"fields": dict(fields or {}), "suffix": suffix, "as_feed": False}
        ):
            if not isinstance(item, Feed):
                yield item

    def read_feed(self, data: bytes, origin: Origin) -> Feed:
        """Return the feed in ``data``; see ``index.readers.feed.parse``.

        Raises MalformedSource when it is no feed, SourceTooLarge when it goes beyond a limit.
        """
        for item in self._ask(data, origin, {"fields": {}, "suffix": None, "as_feed": True}):
            if isinstance(item, Feed):
                return item
            if isinstance(item, ParleyError):
                raise item
        raise MalformedSource(f"{origin.name}: no feed was found in it. Check the address.")

    def close(self) -> None:
        """End the process. It starts again when it is needed again."""
        with self._lock:
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _ask(
        self, data: bytes, origin: Origin, task: Mapping[str, object]
    ) -> list[Document | Feed | ParleyError]:
        with self._lock:
            return list(self._exchange(data, origin, task))

    def _exchange(
        self, data: bytes, origin: Origin, task: Mapping[str, object]
    ) -> Iterator[Document | Feed | ParleyError]:
        process = self._running()
        watch = _Watch(process, self._limits)
        try:
            yield from self._conversation(process, watch, data, origin, task)
        except (OSError, ValueError, TypeError, KeyError) as error:
            self._stop()
            yield MalformedSource(
                f"{origin.name}: the reading process gave no sense ({type(error).__name__}). Save it again."
            )
        except BrokenInstallation:
            self._stop()
            raise
        except EOFError:
            code = self._stop()
            yield self._breach(origin, watch.expired, code)
        finally:
            watch.end()

    def _conversation(
        self,
        process: subprocess.Popen[bytes],
        watch: "_Watch",
        data: bytes,
        origin: Origin,
        task: Mapping[str, object],
    ) -> Iterator[Document | Feed | ParleyError]:
        assert process.stdin is not None
        assert process.stdout is not None
        watch.restart()
        try:
            send(process.stdin, _header(origin, task))
            send(process.stdin, data)
        except BrokenPipeError as error:
            raise EOFError from error
        while True:
            reply = receive(process.stdout, _LONGEST_MESSAGE)
            if reply is None:
                raise EOFError
            message = json.loads(reply)
            if message == END:
                return
            watch.restart()
            item = decode(message)
            if isinstance(item, BrokenInstallation):
                raise item
            yield item

    def _breach(self, origin: Origin, expired: bool, code: int | None) -> SourceError:
        if expired:
            return SourceTooLarge(
                f"{origin.name}: reading it takes longer than {self._limits.seconds:g} seconds. "
                "Split it, or save its text as a .txt file."
            )
        if code == OUT_OF_MEMORY or (code is not None and code < 0):
            return SourceTooLarge(
                f"{origin.name}: reading it needs more than {self._limits.memory / 1024**3:.2g} GB of memory. "
                "Split it, or save its text as a .txt file."
            )
        return SourceError(
            f"{origin.name}: the reading process ended ({code}). Check that Parley is installed whole."
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-m", "index.processes.reading", str(self._limits.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._process

    def _stop(self) -> int | None:
        """Kill the process and return how it ended; None when there was none."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)
        return process.wait()


class _Watch:
    """Kills a process when nothing was heard for too long, or when it took too long in all."""

    def __init__(self, process: subprocess.Popen[bytes], limits: ReadingLimits) -> None:
        self._process = process
        self._limits = limits
        self._timers: list[threading.Timer] = [self._timer(limits.seconds_in_all)]
        self.expired = False

    def restart(self) -> None:
        for timer in self._timers[1:]:
            timer.cancel()
        self._timers[1:] = [self._timer(self._limits.seconds)]

    def end(self) -> None:
        for timer in self._timers:
            timer.cancel()

    def _timer(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        return timer

    def _expire(self) -> None:
        self.expired = True
        self._process.kill()


def _header(origin: Origin, task: Mapping[str, object]) -> bytes:
    said: dict[str, Any] = asdict(origin)
    return json.dumps({"origin": said, **task}, default=_as_text).encode()


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _environment() -> dict[str, str]:
    # One thread for linear algebra: each further one takes address space for itself, by the number of cores.
    return {
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
    }


def _close(stream: Any) -> None:
    try:
        stream.close()
    except OSError:
        # The pipe held words for a process that is no longer there.
        return
