"""Many small values as a few large ones: what is found in a long document takes little room on its way to the database."""

import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")

TOGETHER = 1_000
"""Values that are packed and unpacked at a time: few enough that other threads are not kept waiting by it."""


class Packed(Generic[T]):
    """Values in their order, kept pickled. They must be of ours: unpickling runs what a stranger would have written."""

    __slots__ = ("_count", "_parts")

    def __init__(self, values: Iterable[T]) -> None:
        self._count = 0
        self._parts: list[bytes] = []
        coming = iter(values)
        while part := tuple(islice(coming, TOGETHER)):
            self._count += len(part)
            self._parts.append(pickle.dumps(part))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        for part in self._parts:
            yield from pickle.loads(part)  # noqa: S301 - written above, in this process or in one of ours

    def __contains__(self, value: object) -> bool:
        return any(value == held for held in self)
