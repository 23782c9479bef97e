"""The parts of a document in the database: as JSON beside its text, and as rows that are found by label and number."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from index.model import Part
from index.storage.database import Database
from index.structure.values import from_values, to_values


def dump(parts: Iterable[Part]) -> str:
    """Return the parts as JSON."""
    return json.dumps(to_values(parts), ensure_ascii=False, separators=(",", ":"))


class StoredParts(Sequence[Part]):
    """The parts that ``dump`` was given, one or more, made when they are first looked at: most readers of a document never do."""

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

    def __bool__(self) -> bool:
        return self._made is None or bool(self._made)

    @property
    def first(self) -> Part:
        """The first part, for which the others are not made."""
        if self._made is None:
            value, _ = json.JSONDecoder().raw_decode(self._stored, 1)
            return from_values([value])[0]
        return self._made[0]

    @overload
    def __getitem__(self, place: int) -> Part: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, place: int | slice) -> Part | tuple[Part, ...]:
        return self.first if place == 0 else self._parts[place]

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._parts == tuple(other)

    def __hash__(self) -> int:
        return hash(self._parts)


def load(stored: str) -> Sequence[Part]:
    """Return the parts that ``dump`` was given."""
    return StoredParts(stored) if stored != "[]" else ()


def rows_with_times(db: Database, rows: Iterable[int]) -> frozenset[int]:
    """Return those of the documents with these rows that have entries or messages, which bear a time."""
    found = db.execute(
        """SELECT DISTINCT document FROM parts
           WHERE document IN (SELECT value FROM json_each(?)) AND label IN ('entry', 'message')""",
        [json.dumps(list(rows))],
    )
    return frozenset(row for (row,) in found)


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
