"""Several processes that read one database, so that questions that come together are answered on several cores.

Both ends of the pipe are this module (``index.processes.launching``). A process is started when it is first needed, and
stays until the searchers are closed; it sees what others write, as every ``Index`` does.
"""

import pickle
import queue
import sys
from pathlib import Path
from typing import Any

from index.answering.thresholds import Thresholds
from index.errors import Busy, ParleyError
from index.index import Index
from index.processes.launching import Child, ChildEnded, Ending
from index.processes.limits import Limits, hold_on, processor_time
from index.processes.messages import receive, send
from index.search.opensearch.address import Cluster

TOO_LONG = "This takes too long to look up. Ask for less at a time."
WITHOUT_READER = "--without-reader"


class SearcherLost(Exception):
    """The process that was asked is no longer there."""


class Searchers:
    """At most ``count`` processes over the database at ``path``. Safe to use from several threads; close it when done."""

    def __init__(
        self,
        path: Path,
        count: int,
        limits: Limits | None = None,
        *,
        reader: bool = True,
        thresholds: Thresholds | None = None,
        cluster: Cluster | None = None,
    ) -> None:
        self._path = path
        self._cluster = cluster
        self._seconds = (limits or Limits()).seconds
        chosen = thresholds or Thresholds()
        self._options = (
            str(chosen.answered),
            str(chosen.strong),
            *(() if reader else (WITHOUT_READER,)),
        )
        self._idle: queue.SimpleQueue[Child | None] = queue.SimpleQueue()
        self._count = count
        for _ in range(count):
            self._idle.put(None)

    def ask(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Return what the method of that name of an ``Index`` returns; wait while all processes are at work.

        Raises what the method raises of Parley's errors, Busy when it takes more processor time than one document may, and
        SearcherLost when the process died over it.
        """
        process = self._idle.get() or self._started(method)
        try:
            returned, outcome = process.ask((method, args, kwargs))
        except ChildEnded as ended:
            process.end()
            self._idle.put(None)
            if ended.ending is Ending.PROCESSOR_TIME:
                raise Busy(TOO_LONG) from ended
            raise SearcherLost(method) from ended
        self._idle.put(process)
        if returned:
            return outcome
        raise outcome

    def _started(self, method: str) -> Child:
        try:
            child = Child("index.searchers", str(self._path), str(self._seconds), *self._options)
            # Not among the arguments, which every process of the machine can read: there is a password in it.
            child.send(pickle.dumps(self._cluster))
            return child
        except (OSError, ChildEnded) as error:
            self._idle.put(None)
            raise SearcherLost(method) from error

    def close(self) -> None:
        """End the processes, once each has done what it is at."""
        for _ in range(self._count):
            process = self._idle.get()
            if process is not None:
                process.end()


def main() -> None:
    """Answer from standard input until it ends; a fault that is not Parley's own ends the process."""
    hold_on()
    thresholds = Thresholds(float(sys.argv[3]), float(sys.argv[4]))
    given = receive(sys.stdin.buffer)
    if given is None:
        return
    cluster = pickle.loads(given)  # noqa: S301 - written by this module, in the process that started this
    with Index.open(
        sys.argv[1],
        create=False,
        reader=WITHOUT_READER not in sys.argv[5:],
        thresholds=thresholds,
        cluster=cluster,
    ) as index:
        seconds = float(sys.argv[2])
        while request := receive(sys.stdin.buffer):
            method, args, kwargs = pickle.loads(request)  # noqa: S301 - written by this module, in the process that started this
            with processor_time(seconds):
                try:
                    reply = (True, getattr(index, method)(*args, **kwargs))
                except ParleyError as error:
                    reply = (False, error)
                message = pickle.dumps(reply)
            send(sys.stdout.buffer, message)


if __name__ == "__main__":
    main()
