"""Processes of Parley out of one that has loaded what they load: forked, one starts in a hundredth of the time.

Each is a process of its own with its own folder, environment and output, and ends as an interpreter ends. What is forked
has met nothing of a test. That an interpreter that begins with nothing loads it all is for the tests that start one.
"""

import asyncio
import atexit
import faulthandler
import gc
import importlib
import json
import os
import runpy
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from index.answering.asking import Asker
from index.language.known import known_analyzer

LOADED = ("bot.cli", "bot.cli.serve", "bot.on_discord.service", "index.inquiry", "index.adding.intake")
"""What the bot loads; these load the rest."""

STACKS = signal.SIGUSR2
"""The signal upon which a process writes what each of its threads is doing to its errors."""

_LONGEST_REQUEST = 1_000_000


class Forked:
    """A process, as asyncio's are asked: ``returncode`` is None while it runs and negative where a signal ended it."""

    def __init__(self, pid: int, answers: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._writer = writer
        self._ending = asyncio.create_task(self._end(answers))

    async def _end(self, answers: asyncio.StreamReader) -> None:
        self.returncode = int(await answers.readline())
        self._writer.close()
        await self._writer.wait_closed()

    async def wait(self) -> int:
        """Wait until it ends; return its code."""
        await asyncio.shield(self._ending)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


async def fork(
    *arguments: str, cwd: Path, env: Mapping[str, str], stderr: IO[bytes] | int, stdout: IO[bytes] | int
) -> Forked:
    """Run `python -m bot` with ``arguments``; both streams are files, or their numbers."""
    request = json.dumps({"arguments": arguments, "folder": str(cwd), "environment": dict(env)})
    ours, theirs = socket.socketpair()
    with theirs:
        streams = [stream if isinstance(stream, int) else stream.fileno() for stream in (stdout, stderr)]
        socket.send_fds(_forker(), [request.encode()], [theirs.fileno(), *streams])
    answers, writer = await asyncio.open_connection(sock=ours)
    return Forked(int(await answers.readline()), answers, writer)


@cache
def _forker() -> socket.socket:
    ours, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking", str(theirs.fileno())],
            cwd=Path(__file__).parents[1],
            # As bot.cli has it, before numpy is loaded; no certificates are read, as nothing leaves loopback.
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "SSL_CERT_FILE": os.devnull},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
        )

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def serve(asked: socket.socket) -> Sequence[str] | None:
    """Fork a process for each request until nobody can ask any more; in a forked one, return its arguments."""
    for name in LOADED:
        importlib.import_module(name)
    # The words of the languages are read once as well.
    Asker.read(known_analyzer(), reader=False)
    gc.collect()
    gc.freeze()
    told: dict[int, socket.socket] = {}
    waking, woken = socket.socketpair()
    waking.setblocking(False)
    signal.set_wakeup_fd(waking.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with selectors.DefaultSelector() as selector:
        selector.register(asked, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            ready = [key.fileobj for key, _ in selector.select()]
            if woken in ready:
                woken.recv(4096)
                _tell_of_the_ended(told)
            if asked not in ready:
                continue
            content, descriptors, _, _ = socket.recv_fds(asked, _LONGEST_REQUEST, 3)
            if not content:
                return None
            teller = socket.socket(fileno=descriptors[0])
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for held in (asked, waking, woken, teller, *told.values()):
                    held.close()
                break
            teller.sendall(f"{pid}\n".encode())
            told[pid] = teller
            for descriptor in descriptors[1:]:
                os.close(descriptor)
    return _become(json.loads(content), *descriptors[1:])


def _tell_of_the_ended(told: dict[int, socket.socket]) -> None:
    for pid in list(told):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            with told.pop(pid) as teller:
                try:
                    teller.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
                except BrokenPipeError:
                    continue


def _become(request: dict[str, object], stdout: int, stderr: int) -> Sequence[str]:
    for descriptor, place in ((stdout, 1), (stderr, 2)):
        os.dup2(descriptor, place)
        os.close(descriptor)
    os.chdir(str(request["folder"]))
    os.environ.clear()
    os.environ.update(request["environment"])  # type: ignore[call-overload]  # a dictionary of words
    faulthandler.register(STACKS)
    return request["arguments"]  # type: ignore[return-value]  # a list of words


if __name__ == "__main__":
    arguments = serve(socket.socket(fileno=int(sys.argv[1])))
    if arguments is not None:
        sys.argv = ["parley", *arguments]
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
