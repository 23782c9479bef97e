"""What is found out about words, remembered: a text has the same few thousand over and over."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST_REMEMBERED = 65_536
"""Words of which something is remembered, a few megabytes; chosen: far more than a text has."""


class Remembered(dict[str, T]):
    """What a function returns for each word, which is looked up as quickly as in a dictionary.

    Safe to share between threads: one that looks up while another begins anew finds the same out once more.
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        """Take the function, which returns the same for a word each time."""
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        """Find it out for a word that is new, and forget all others where there are too many."""
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._find(word)
        return found
