"""The words of places: what makes another place of one, and what stands for it in the news."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words in small letters, where they are not said to be terms.

    ``compass`` are words that make another place of one: South Sudan is not Sudan. ``before`` and ``behind`` are all the terms
    beside a place that do. ``halved`` are places whose name alone means both halves of them. ``joining`` are small words inside
    names: "Board of Peace". ``alike`` has, for each place, its names, its people's, and what else stands for it behind a "/".
    """

    compass: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    halved: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    alike: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def joined(cls, several: Iterable[Self]) -> Self:
        """Return the words of several languages as those of one."""
        found = tuple(several)
        if len(found) == 1:
            return found[0]
        return cls(
            frozenset().union(*(one.compass for one in found)),
            frozenset().union(*(one.before for one in found)),
            frozenset().union(*(one.behind for one in found)),
            frozenset().union(*(one.halved for one in found)),
            frozenset().union(*(one.joining for one in found)),
            tuple(line for one in found for line in one.alike),
        )
