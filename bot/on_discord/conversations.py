"""What each person asked last in each channel, so that a follow-up is understood. In the memory of the process alone.

The key is the person and the channel, the value the questions and when the last was asked; nothing is stored.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MINUTES = 10
"""So long after a question the next one may lean on it."""

MOST_PEOPLE = 5_000
"""Past this many, whoever asked longest ago is forgotten."""

MOST_QUESTIONS = 3
"""Questions of one person that are kept: as many as an answer looks at."""


@dataclass(frozen=True, slots=True)
class _Asked:
    questions: tuple[str, ...]
    at: float


class Conversations:
    """Remembers for ten minutes what a person asked in a channel. Used by the event loop alone."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked: OrderedDict[tuple[int, int], _Asked] = OrderedDict()

    def before(self, person: int, channel: int) -> tuple[str, ...]:
        """Return what the person asked in the channel in the last ten minutes, in order; empty where that was nothing."""
        self._forget()
        asked = self._asked.get((person, channel))
        return asked.questions if asked else ()

    def heard(self, person: int, channel: int, question: str) -> None:
        """Keep a question that was answered."""
        questions = (*self.before(person, channel), question)[-MOST_QUESTIONS:]
        self._asked[person, channel] = _Asked(questions, self._clock())
        self._asked.move_to_end((person, channel))
        self._forget()

    def _forget(self) -> None:
        oldest = self._clock() - MINUTES * 60
        while self._asked:
            key, asked = next(iter(self._asked.items()))
            if len(self._asked) <= MOST_PEOPLE and asked.at > oldest:
                return
            del self._asked[key]
