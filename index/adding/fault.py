"""What the preparing process says of an error of our own.

Its own module, because that process pickles what is its main module's under a name that nobody else knows.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of our own in the work on a document."""

    kind: str
    traceback: str
