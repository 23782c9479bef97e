"""How far the work on what strangers wrote may go, and how a process of ours holds itself to that."""

import resource
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time
from typing import TypeVar

from index.errors import SourceTooLarge

T = TypeVar("T")

OUT_OF_MEMORY = 77
"""The exit code of a process that has no memory left even to say so."""

CHARACTERS_A_SHARE = 2_000_000
"""Characters for which a document has its seconds once more: ordinary English takes 2.6 s a million on a core of 2024, and
a core may be four times slower."""

SHARES_OF_A_FILE = 15
"""How many documents' seconds all documents of one file have together."""

LEAST_SECONDS = 0.001
"""A timer of zero seconds would be none."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory`` is bytes of address space of one process; ``seconds`` the processor time that one document may take."""

    memory: int = 1024**3
    seconds: float = 20.0

    def seconds_for(self, characters: int) -> float:
        """Return how much processor time may go into what is found in a text of that length."""
        return self.seconds * (1 + characters / CHARACTERS_A_SHARE)

    @property
    def seconds_for_file(self) -> float:
        """How much processor time may go into reading all documents of one file."""
        return SHARES_OF_A_FILE * self.seconds


RECOGNITION = Limits(memory=3 * 1024**3, seconds=60.0)
"""For reading pages that are pictures: the seconds are those of one page. A page of A4 takes 3 to 6 s and 1.7 GB of address
space, of which 0.9 GB are used; a core may be four times slower, and a page have twice the lines."""


def too_slow(name: str, seconds: float, *, is_text: bool) -> SourceTooLarge:
    """Return the refusal of a document that takes more than ``seconds`` of processor time; ``is_text`` where nothing but its
    text is worked on."""
    return SourceTooLarge(
        f"{name}: it takes more than {seconds:.3g} seconds of processor time to read; {_to_make_less(is_text)}."
    )


def too_much_memory(name: str, memory: int, *, is_text: bool) -> SourceTooLarge:
    """Return the refusal of a document that takes more than ``memory`` bytes; ``is_text`` as for ``too_slow``."""
    return SourceTooLarge(
        f"{name}: it takes more than {memory / 1024**3:.2g} GB of memory to read; {_to_make_less(is_text)}."
    )


def _to_make_less(is_text: bool) -> str:
    return "split it" if is_text else "split it, or save its text as a .txt file"


def hold_this_process_to(memory: int) -> None:
    """Let this process have no more than ``memory`` bytes of address space, write no file, and go on until its work ends.

    What is meant for the process that started this one, such as Ctrl-C, reaches all of a group; that one ends this one.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    hold_on()


def hold_on() -> None:
    """Leave no core behind, end over the processor's time, and leave it to the process that started this one when to stop."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


@contextmanager
def processor_time(seconds: float) -> Iterator[None]:
    """End this process with SIGPROF when the block takes more than ``seconds`` of processor time.

    The kernel does it, whatever the interpreter is at: a handler in Python would wait for a regular expression to end.
    """
    signal.setitimer(signal.ITIMER_PROF, max(seconds, LEAST_SECONDS))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def start_anew(seconds: float) -> None:
    """Give what runs under ``processor_time`` that many seconds from now on."""
    signal.setitimer(signal.ITIMER_PROF, max(seconds, LEAST_SECONDS))


def each_within(items: Iterable[T], seconds: float, seconds_in_all: float) -> Iterator[T]:
    """Yield ``items``; end this process when one takes longer to come than ``seconds``, or all than ``seconds_in_all``."""
    coming = iter(items)
    left = seconds_in_all
    while True:
        began = process_time()
        with processor_time(min(seconds, left)):
            try:
                item = next(coming)
            except StopIteration:
                return
        left -= process_time() - began
        yield item
