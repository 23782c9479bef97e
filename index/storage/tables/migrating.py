"""The steps by which tables came to be what they are, and which of them a database has taken."""

from collections.abc import Callable

from index.storage.database import Database

Step = Callable[[Database], None]

_TABLE = "_sqlite_migrations"
"""Where sqlite-utils keeps which steps were taken."""


class Migrations:
    """Steps in their order, each a function whose name is kept in the database once it was taken."""

    def __init__(self, name: str) -> None:
        """Take the name of the set, which its steps are kept under."""
        self.name = name
        self._steps: dict[str, Step] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all steps."""
        return frozenset(self._steps)

    def step(self, function: Step) -> Step:
        """Add a step after those that were added before. Used as a decorator."""
        self._steps[function.__name__] = function
        return function

    def applied(self, db: Database) -> frozenset[str]:
        """Return the names of the steps that the database has taken, known or not. Writes nothing."""
        there = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [_TABLE])
        if there.fetchone() is None:
            return frozenset()
        rows = db.execute(f"SELECT name FROM {_TABLE} WHERE migration_set = ?", [self.name])
        return frozenset(name for (name,) in rows)

    def pending(self, db: Database) -> tuple[str, ...]:
        """Return the names of the steps that the database has still to take, in their order. Writes nothing."""
        applied = self.applied(db)
        return tuple(name for name in self._steps if name not in applied)

    def apply(self, db: Database) -> None:
        """Take the steps that are pending, each together with the record of it in a transaction."""
        import sqlite_utils  # takes as long to load as an answer to be found, and a database is made once

        migrations = sqlite_utils.Migrations(self.name)
        for name, step in self._steps.items():
            migrations(name=name)(_on(db, step))
        migrations.apply(sqlite_utils.Database(db.conn))


def _on(db: Database, step: Step) -> Callable[[object], None]:
    def take(_: object) -> None:
        step(db)

    return take
