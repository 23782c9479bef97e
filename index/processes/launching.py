"""Python processes of our own at the far end of a pipe, for work that would keep this one from doing anything else.

They are not multiprocessing's: they never run the program's main module again, inherit no lock of a thread, and get no
environment but what Python needs, so that they hold no secret. Both ends are modules of this package, so what they say to
each other is pickled. One ends when its standard input does, and so with the process that started it.
"""

import os
import pickle
import subprocess
import sys
from typing import Any

from index.processes.messages import receive, send

Process = subprocess.Popen[bytes]


def start(module: str, *arguments: str) -> Process:
    """Start a process that runs ``module``."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={
            "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
        },
    )


def asked(process: Process, request: Any) -> bytes | None:
    """Send ``request``, wait, and return the pickled reply; None when the process is no longer there."""
    assert process.stdin is not None and process.stdout is not None
    try:
        send(process.stdin, pickle.dumps(request))
        return receive(process.stdout)
    except (BrokenPipeError, ValueError):
        # A pipe that was closed at this end, by ``end``, is a ValueError.
        return None


def end(process: Process) -> None:
    """End a process, whatever it is doing."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                # It held words for a process that is no longer there.
                continue
