"""The growth of a function's time, in processor time of this thread, from a text to one twice and four times as long."""

import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from index.errors import ParleyError
from tests.growth.shapes import Shape

MOST = 2.5
"""How many times longer twice the length may take: 2 is linear, 4 quadratic."""

_LEAST = 0.0002
"""Seconds that the shortest of the three texts must take: less is lost in what else a machine does."""
_NOTICED = 0.002
"""Seconds that the longest of them must take to be called slow: below, the processor's memories make as much of a difference."""
_SHORTEST, _LONGEST = 2**10, 2**12
"""Characters of the shortest text, at least and at most."""
_TRIALS = 5
_DOUBLINGS = 2
"""Times that a text twice as long is measured besides where the time seems to grow too fast: memory that is had from the
system at some length is a step, and a step is behind it then."""

Work = Callable[[], object]
Prepare = Callable[[str], Work]
"""Takes a text and returns the work on it: what is made ready beforehand is not measured."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Characters of the shortest text, and the seconds that it, twice and four times as much took."""

    length: int
    seconds: tuple[float, float, float]

    @property
    def ratio(self) -> float:
        """How much longer twice the length takes: the greater of the two steps."""
        one, two, four = self.seconds
        return max(two / one, four / two)

    def __str__(self) -> str:
        took = ", ".join(f"{1000 * seconds:.1f} ms" for seconds in self.seconds)
        return f"{self.length}, {2 * self.length} and {4 * self.length} characters took {took}"


def too_steep(prepare: Prepare, shape: Shape, shortest: int = _SHORTEST) -> Growth | None:
    """Return the growth of a function's time over ``shape`` where twice the length takes more than ``MOST`` times as long.

    What looks steep is measured anew before it counts, the least time of each length kept: another program on the processor
    makes work slower, never quicker.
    """
    length = shortest
    first = _seconds(prepare, shape, length)
    if first < _LEAST and _seconds(prepare, shape, 4 * max(length, _LONGEST)) < _NOTICED:
        # The longest text that would be measured is not slow, so none of them is.
        return None
    while first < _LEAST and length < _LONGEST:
        length *= 2
        first = _seconds(prepare, shape, length)
    least = {length: first}
    # What is a step is behind at the next length, which is sooner told than by measuring the same again.
    for trial in range(_TRIALS):
        for doubling in range(_DOUBLINGS + 1):
            growth = _measured(prepare, shape, length * 2**doubling, least, anew=trial > 0)
            if growth.ratio <= MOST or growth.seconds[2] < _NOTICED:
                return None
    return growth


def _measured(prepare: Prepare, shape: Shape, length: int, least: dict[int, float], anew: bool) -> Growth:
    """Return the growth from ``length`` on; ``least`` are the least seconds that each length has taken until now."""
    lengths = (length, 2 * length, 4 * length)
    for one in lengths:
        if anew or one not in least:
            least[one] = min(least.get(one, math.inf), _seconds(prepare, shape, one))
    return Growth(length, (least[lengths[0]], least[lengths[1]], least[lengths[2]]))


def _seconds(prepare: Prepare, shape: Shape, length: int) -> float:
    work = prepare(shape.text(length))
    started = time.thread_time()
    # What refuses a text takes its time too.
    with suppress(ParleyError):
        done = work()
        if isinstance(done, Iterator):
            deque(done, maxlen=0)
    return max(time.thread_time() - started, 1e-7)
