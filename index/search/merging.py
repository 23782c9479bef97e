"""Merges segments, so that few are left to search and what was removed is dropped for good."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from index.search.segments import (
    DOCUMENT_TYPE,
    LENGTH_TYPE,
    NUMBER_TYPE,
    SEGMENT_SPAN,
    build_segment,
    insert,
    joined_counts,
)
from index.storage.database import Database

MERGE_FACTOR = 8
"""Segments of one size that are merged into one; chosen, near Lucene's 10 (``TieredMergePolicy``)."""
QUICK_MERGE = 8_192
"""The most passages that are merged while a single document is added, so that nobody waits for it."""


def merge_newest(db: Database, largest: int = SEGMENT_SPAN) -> None:
    """Merge the newest segments when several of a like size have come together, so that few are left to search.

    At most ``largest`` passages are merged at a time, inside the caller's transaction.
    """
    while True:
        sizes = db.execute("SELECT id, last - first + 1 FROM segments ORDER BY first DESC").fetchall()
        run: list[tuple[int, int]] = []
        for segment, size in sizes:
            if _tier(size) > _tier(sizes[0][1]):
                break
            run.append((segment, size))
        if len(run) < MERGE_FACTOR and sum(size for _, size in run) <= largest:
            return
        chosen = _fitting(reversed(run), largest)
        if len(chosen) < 2:
            return
        merge(db, chosen)


def merge_tail(db: Database) -> None:
    """Merge the newest segments into one as large as a segment may be, inside the caller's transaction: for the end of a long
    addition, which leaves segments of every size."""
    sizes = db.execute("SELECT id, last - first + 1 FROM segments ORDER BY first DESC").fetchall()
    chosen = _fitting(sizes, SEGMENT_SPAN)
    if len(chosen) > 1:
        merge(db, chosen)


def plan_merges(db: Database) -> tuple[tuple[int, ...], ...]:
    """Return groups of segments which, each merged, leave as few segments as may be and no tombstone."""
    sizes = db.execute("SELECT id, last - first + 1 FROM segments ORDER BY first").fetchall()
    holed = {
        row[0]
        for row in db.execute(
            "SELECT DISTINCT id FROM segments JOIN tombstones ON passage BETWEEN first AND last"
        )
    }
    groups = []
    while sizes:
        group = _fitting(sizes, SEGMENT_SPAN)
        sizes = sizes[len(group) :]
        if len(group) > 1 or group[0] in holed:
            groups.append(tuple(group))
    return tuple(groups)


def drop_removed(db: Database) -> None:
    """Write the segments that hold removed passages anew without them, inside the caller's transaction."""
    holed = db.execute(
        "SELECT DISTINCT id FROM segments JOIN tombstones ON passage BETWEEN first AND last"
    ).fetchall()
    for (segment,) in holed:
        merge(db, [segment])


def merge(db: Database, segments: Sequence[int]) -> None:
    """Merge neighbouring segments into one, inside the caller's transaction; tombstones in them are dropped for good.

    Segments that are no longer there are passed over, because another process may have merged them.
    """
    marks = ",".join("?" * len(segments))
    parts = db.execute(
        f"SELECT id, first, last, lengths, documents FROM segments WHERE id IN ({marks}) ORDER BY first",
        segments,
    ).fetchall()
    if not parts or parts[-1][2] - parts[0][1] >= SEGMENT_SPAN:
        return
    first, last = parts[0][1], parts[-1][2]
    lengths = np.zeros(last - first + 1, dtype=LENGTH_TYPE)
    documents = np.zeros(last - first + 1, dtype=DOCUMENT_TYPE)
    for _, start, stop, length_blob, document_blob in parts:
        lengths[start - first : stop - first + 1] = np.frombuffer(length_blob, dtype=LENGTH_TYPE)
        documents[start - first : stop - first + 1] = np.frombuffer(document_blob, dtype=DOCUMENT_TYPE)
    tombstones = db.execute("SELECT passage FROM tombstones WHERE passage BETWEEN ? AND ?", [first, last])
    gone = np.array([row[0] for row in tombstones], dtype=np.intp) - first
    lengths[gone] = documents[gone] = 0
    names, terms, numbers, counts = _read_all(db, [(part[0], part[1] - first) for part in parts])
    kept = documents[numbers] != 0
    merged = build_segment(names, terms[kept], numbers[kept], counts[kept], lengths, documents)
    db.execute(f"DELETE FROM postings WHERE segment IN ({marks})", segments)
    db.execute(f"DELETE FROM segments WHERE id IN ({marks})", segments)
    db.execute("DELETE FROM tombstones WHERE passage BETWEEN ? AND ?", [first, last])
    if documents.any():
        insert(db, first, merged)


def _tier(size: int) -> int:
    tier = 0
    while size >= MERGE_FACTOR * 4:
        size //= MERGE_FACTOR
        tier += 1
    return tier


def _fitting(sizes: Iterable[tuple[int, int]], largest: int) -> list[int]:
    """Return the first segments whose sizes, one at the least, come to no more than ``largest``."""
    chosen: list[int] = []
    total = 0
    for segment, size in sizes:
        total += size
        if chosen and total > largest:
            break
        chosen.append(segment)
    return chosen


def _read_all(
    db: Database, segments: Sequence[tuple[int, int]]
) -> tuple[list[str], npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.uint32]]:
    """Return the terms of segments, given with the number their passages are shifted by, and flat postings of all of them."""
    names: dict[str, int] = {}
    terms, numbers, counts = [], [], []
    for segment, shift in segments:
        rows = db.execute(
            "SELECT term, numbers, counts FROM postings WHERE segment = ?", [segment]
        ).fetchall()
        widths = [len(row[1]) // NUMBER_TYPE.itemsize for row in rows]
        terms.append(np.repeat([names.setdefault(row[0], len(names)) for row in rows], widths))
        numbers.append(np.frombuffer(b"".join([row[1] for row in rows]), dtype=NUMBER_TYPE) + np.int64(shift))
        counts.append(joined_counts([row[2] for row in rows], widths).astype(np.uint32))
    return (
        list(names),
        np.concatenate(terms).astype(np.int64),
        np.concatenate(numbers),
        np.concatenate(counts),
    )
