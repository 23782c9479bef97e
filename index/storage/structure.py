"""The parts of a document as values that JSON can hold, and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args, overload

from sqlite_utils import Database

from index.model import Part, PartLabel, Span

_LABELS = frozenset(get_args(PartLabel))


def to_values(parts: Iterable[Part]) -> list[list[Any]]:
    """Return a list for each part: label, start, end, name, number, fields, heads."""
    return [
        [part.label, part.start, part.end, part.name, part.number, list(part.fields), list(part.heads)]
        for part in parts
    ]


def from_values(values: Iterable[Iterable[Any]]) -> tuple[Part, ...]:
    """Return the parts that ``to_values`` was given."""
    return tuple(
        Part(
            label,
            start,
            end,
            name,
            number,
            tuple(map(tuple, fields)) if fields else (),
            tuple(map(_span, heads)) if heads else (),
        )
        for label, start, end, name, number, fields, heads in values
    )


def checked_values(values: Iterable[Iterable[Any]], length: int) -> tuple[Part, ...]:
    """Return the parts like ``from_values``, of a text of ``length`` characters, that somebody else gave.

    Raises ValueError or TypeError for what cannot be parts of it.
    """
    parts = []
    for label, start, end, name, number, fields, heads in values:
        spans = [(int(start), int(end)), *((int(first), int(last)) for first, last in heads)]
        if label not in _LABELS or not all(0 <= first < last <= length for first, last in spans):
            raise ValueError(f"no part of a text of {length} characters: {label!r} {spans}")
        known = tuple((str(key), str(value)) for key, value in fields)
        parts.append(Part(label, *spans[0], str(name), str(number), known, tuple(spans[1:])))
    return tuple(parts)


def dump(parts: Iterable[Part]) -> str:
    """Return the parts as JSON."""
    return json.dumps(to_values(parts), ensure_ascii=False, separators=(",", ":"))


class StoredParts(Sequence[Part]):
    """The parts that ``dump`` was given, made when they are first looked at: most readers of a document never do."""

    __slots__ = ("_made", "_stored")

    def __init__(self, stored: str) -> None:
        self._stored = stored
        self._made: tuple[Part, ...] | None = None

    @property
    def _parts(self) -> tuple[Part, ...]:
        if self._made is None:
            self._made = from_values(json.loads(self._stored))
        return self._made

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, place: int) -> Part: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, place: int | slice) -> Part | tuple[Part, ...]:
        return self._parts[place]

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._parts == tuple(other)

    def __hash__(self) -> int:
        return hash(self._parts)


def load(stored: str) -> Sequence[Part]:
    """Return the parts that ``dump`` was given."""
    return StoredParts(stored) if stored != "[]" else ()


def write_parts(db: Database, row: int, parts: Iterable[Part]) -> None:
    """Store by what label and number the parts of the document with that row are found, in the caller's transaction."""
    db.conn.executemany(
        "INSERT INTO parts (document, ordinal, label, number, name, start, end) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (row, ordinal, part.label, part.number, part.name, part.start, part.end)
            for ordinal, part in enumerate(parts)
            if part.name
        ),
    )


def _span(values: Any) -> Span:
    first, last = values
    return first, last
