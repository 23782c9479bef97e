"""Whose rows a transaction has touched, whatever the statement says of rows that are there already."""

import sqlite3
from contextlib import closing

import pytest

from index.storage.database import Database
from index.storage.replication.owners import Owned, Owners

PLAIN = "INSERT INTO items VALUES (?, ?, 'new')"
UPSERT = "INSERT INTO items VALUES (?, ?, 'new') ON CONFLICT (feed, key) DO UPDATE SET said = excluded.said"


@pytest.mark.parametrize(
    "statement",
    [
        UPSERT,
        PLAIN.replace("INSERT", "INSERT OR REPLACE"),
        PLAIN.replace("INSERT", "INSERT OR IGNORE"),
        "UPDATE OR ABORT items SET said = 'new' WHERE feed = ? AND key = ?",
        "UPDATE OR FAIL items SET said = 'new' WHERE feed = ? AND key = ?",
    ],
)
def test_an_owner_is_noted_once_however_its_rows_are_written(statement: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection)
        db.execute("CREATE TABLE items (feed, key, said, PRIMARY KEY (feed, key))")
        owners = Owners([Owned.by("feed", "items", "feeds")])
        owners.watch(db)
        for feed in (1, 2):
            db.execute(PLAIN, (feed, "a"))
        for _ in range(2):
            db.execute(statement, (1, "a"))
        assert owners.touched(db) == ["feeds:1", "feeds:2"]
