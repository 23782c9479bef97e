"""Python processes of our own at the far end of a pipe, for work that would keep this one from doing anything else.

They are not multiprocessing's: they never run the program's main module again, inherit no lock of a thread, and get no
environment but what Python needs, so that they hold no secret. One ends when its standard input does, and so with the
process that started it; and it ends over a limit (``limits``), of which the one who asked it is told.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Any

from index.errors import Busy
from index.processes.limits import OUT_OF_MEMORY
from index.processes.messages import receive, send

LONGEST_MESSAGE = 256 * 1024 * 1024
"""Bytes of one message of a process that works on what strangers wrote."""

_BY_ANOTHER = (-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP)


class Ending(Enum):
    """Why a process is no longer there."""

    PROCESSOR_TIME = auto()
    MEMORY = auto()
    BY_ANOTHER = auto()
    FAULT = auto()


class ChildEnded(Exception):
    """The process that was asked is no longer there; ``code`` is how it ended, as ``subprocess`` says it."""

    def __init__(self, code: int) -> None:
        super().__init__(f"a process ended with {code}")
        self.code = code

    @property
    def ending(self) -> Ending:
        """Why."""
        if self.code == -signal.SIGPROF:
            return Ending.PROCESSOR_TIME
        if self.code == OUT_OF_MEMORY:
            return Ending.MEMORY
        return Ending.BY_ANOTHER if self.code in _BY_ANOTHER else Ending.FAULT


class Child:
    """A process that runs ``module`` and answers messages with messages."""

    def __init__(self, module: str, *arguments: str) -> None:
        """Start it. Raises OSError where no process can be started."""
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
                # One thread for linear algebra: each further one takes address space, by the number of cores.
                "OPENBLAS_NUM_THREADS": "1",
                "MALLOC_ARENA_MAX": "1",
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONPYCACHEPREFIX": sys.pycache_prefix or "",
                "LC_ALL": "C.UTF-8",
            },
        )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def is_there(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def send(self, message: bytes) -> None:
        """Send a message. Raises ChildEnded."""
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, message)
        except (BrokenPipeError, ValueError):
            # A pipe that was closed at this end, by ``end``, is a ValueError.
            raise ChildEnded(self._process.wait()) from None

    def receive(self) -> bytes:
        """Wait for a message. Raises ChildEnded; ValueError for one that is longer than any may be."""
        assert self._process.stdout is not None
        message = receive(self._process.stdout, LONGEST_MESSAGE)
        if message is None:
            raise ChildEnded(self._process.wait())
        return message

    def ask(self, request: Any) -> Any:
        """Send ``request`` to a module that works on nothing but what this process gives it; return its reply.

        Both are pickled. Raises ChildEnded.
        """
        self.send(pickle.dumps(request))
        return self.receive_pickled()

    def receive_pickled(self) -> Any:
        """Wait for a message that is pickled. Raises ChildEnded."""
        return pickle.loads(self.receive())  # noqa: S301 - written by a module of ours, in a process of ours

    def kill(self) -> None:
        """Have it end, whatever it is doing; whoever waits for its words is told."""
        self._process.kill()

    def end(self) -> None:
        """End it, and close what led to it; only for the thread that asks it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    # It held words for a process that is no longer there.
                    continue


class Pool:
    """At most ``count`` processes that run one module, each lent to one thread at a time, and kept for the next."""

    def __init__(self, module: str, *arguments: str, count: int = 1) -> None:
        self._module, self._arguments, self.count = module, arguments, count
        self._room = threading.BoundedSemaphore(count)
        self._lock = threading.Lock()
        self._idle: list[Child] = []

    @contextmanager
    def child(self) -> Iterator[Child]:
        """Lend one; wait while all are lent. Where the block raises, it was in the middle of something, and is ended."""
        with self._room:
            child = self._taken()
            try:
                yield child
            except BaseException:
                child.end()
                raise
            with self._lock:
                self._idle.append(child)

    def trim(self, kept: int = 0) -> None:
        """End those that are lent to nobody, but for ``kept`` of them."""
        with self._lock:
            ended, self._idle = self._idle[kept:], self._idle[:kept]
        for child in ended:
            child.end()

    def _taken(self) -> Child:
        while True:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            if child is None:
                return Child(self._module, *self._arguments)
            if child.is_there:
                return child
            child.end()


class Loans:
    """What one user of a pool has been lent, so that the work of that one alone can be stopped."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.stopped = False
        self._lock = threading.Lock()
        self._lent: set[Child] = set()

    @contextmanager
    def child(self) -> Iterator[Child]:
        """Lend one, see ``Pool.child``. Raises Busy once ``stop`` was called, in the block too."""
        with self.pool.child() as child:
            with self._lock:
                self._check()
                self._lent.add(child)
            try:
                yield child
            except ChildEnded:
                self._check()
                raise
            finally:
                with self._lock:
                    self._lent.discard(child)

    def kill(self) -> None:
        """End what is lent, whatever it is doing."""
        with self._lock:
            for child in self._lent:
                child.kill()

    def stop(self) -> None:
        """End what is lent, and lend nothing more."""
        self.stopped = True
        self.kill()

    def _check(self) -> None:
        if self.stopped:
            raise Busy("Parley is being stopped. Add it again in a minute.")
