"""The processes that read and prepare documents, and that all indexes of this process share: they know of no database."""

import atexit
import os
from dataclasses import dataclass
from functools import cache

from index.adding.isolation import reading_processes, recognising_processes
from index.language.known import LANGUAGES
from index.processes.launching import Pool
from index.processes.limits import Limits


@dataclass(frozen=True, slots=True)
class Workers:
    """Processes held to ``limits``: those that read files, those that find what is in their texts, and one that looks for a
    topic in what is stored, which does not wait for what is being added; and one that reads scans, within limits of its own."""

    limits: Limits
    reading: Pool
    preparing: Pool
    recognising: Pool
    looking: Pool


def preparing_processes(
    limits: Limits, count: int | None = None, languages: tuple[str, ...] = LANGUAGES
) -> Pool:
    """Return processes that prepare documents in ``languages``, by default one for each core that this one may use."""
    return Pool(
        "index.adding.preparing",
        str(limits.memory),
        str(limits.seconds),
        *languages,
        count=count or len(os.sched_getaffinity(0)),
    )


@cache
def workers(limits: Limits, languages: tuple[str, ...] = LANGUAGES) -> Workers:
    """Return the processes held to ``limits``; each is started when it is first needed, and ends with this process at the
    latest."""
    made = Workers(
        limits,
        reading_processes(limits),
        preparing_processes(limits, languages=languages),
        recognising_processes(),
        preparing_processes(limits, count=1, languages=languages),
    )
    for pool in (made.reading, made.preparing, made.recognising, made.looking):
        atexit.register(pool.trim)
    return made
