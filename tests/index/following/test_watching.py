"""Files and folders that are followed."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index import Index
from index.errors import StoreBusy
from index.following.watching import KEPT, WatchedPaths
from tests.index.openings import Openings


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as index:
        yield index


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("The envoys met in Vienna.")
    (folder / "b.md").write_text("---\nurl: https://post.example.org/b\n---\nThe talks ended in May.")
    return folder


def outcomes(watched: WatchedPaths) -> list[tuple[str, str]]:
    return sorted((Path(item.source).name, item.outcome) for item in watched.look())


def titles(index: Index) -> list[str]:
    return sorted(document.title for document in index.documents())


def test_what_comes_changes_and_goes_is_followed(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    assert watched.look().count("added") == 2
    assert outcomes(watched) == []
    (folder / "c.txt").write_text("The bridge was opened.")
    (folder / "a.txt").write_text("The envoys met again in Vienna.")
    assert sorted(outcome for _, outcome in outcomes(watched)) == ["added", "updated"]
    (folder / "a.txt").unlink()
    (folder / "b.md").unlink()
    assert outcomes(watched) == []
    assert outcomes(watched) == [("a.txt", "removed"), ("b.md", "removed")]
    assert titles(index) == ["The bridge was opened."]
    assert outcomes(watched) == []


def test_a_file_that_is_taken_away_to_be_saved_stays(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    (folder / "a.txt").rename(folder / "a.txt~")
    assert outcomes(watched) == []
    (folder / "a.txt").write_text("The envoys met in Geneva.")
    assert [outcome for _, outcome in outcomes(watched)] == ["updated"]
    assert len(titles(index)) == 2
    assert any(index.former_versions(document.id) for document in index.documents())


def test_a_file_that_can_be_read_no_longer_keeps_its_text_and_says_so(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    (folder / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    (refused,) = watched.look()
    assert (refused.outcome, refused.notes) == ("refused", (KEPT,))
    assert "The envoys met in Vienna." in titles(index)
    assert outcomes(watched) == []
    (folder / "a.txt").unlink()
    watched.look()
    assert outcomes(watched) == [("a.txt", "removed")]


def test_a_file_that_became_a_pipe_keeps_its_text(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder / "a.txt"], "shared")
    watched.look()
    (folder / "a.txt").unlink()
    os.mkfifo(folder / "a.txt")
    (refused,) = watched.look()
    assert "not a regular file" in (refused.reason or "")
    assert len(titles(index)) == 1


def test_records_that_a_file_holds_no_longer_go(index: Index, folder: Path) -> None:
    records = folder / "records.jsonl"
    records.write_text('{"id": 1, "text": "The first."}\n{"id": 2, "text": "The second."}\n')
    watched = WatchedPaths(index, [records], "shared")
    watched.look()
    records.write_text('{"id": 2, "text": "The second."}\n')
    assert outcomes(watched) == [("records.jsonl", "removed"), ("records.jsonl#2", "unchanged")]
    records.write_text('{"id": 2, "text": "The second."}\n{"id": 3}\n')
    assert "removed" not in {outcome for _, outcome in outcomes(watched)}
    assert titles(index) == ["The second."]


def test_a_document_that_another_file_holds_too_stays(index: Index, folder: Path) -> None:
    shutil.copy(folder / "b.md", folder / "copy.md")
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    (folder / "b.md").unlink()
    watched.look()
    assert outcomes(watched) == []
    assert len(titles(index)) == 2


def test_what_describes_a_file_is_followed_too(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    (folder / "a.txt.yaml").write_text("title: The meeting\n")
    assert [outcome for _, outcome in outcomes(watched)] == ["updated"]
    assert "The meeting" in titles(index)


def test_files_that_went_while_nobody_watched_are_taken_out_at_the_start(index: Index, folder: Path) -> None:
    (folder / "records.jsonl").write_text('{"id": "x", "text": "The first."}\n')
    (folder.parent / "elsewhere.txt").write_text("The sea is calm.")
    index.add([folder, folder.parent / "elsewhere.txt"])
    (folder / "records.jsonl").unlink()
    (folder / "a.txt").unlink()
    (folder.parent / "elsewhere.txt").unlink()
    report = WatchedPaths(index, [folder], "shared").look()
    assert report.count("removed") == 2
    assert titles(index) == ["The sea is calm.", "The talks ended in May."]


def test_a_folder_that_is_not_there_takes_nothing_with_it(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    folder.rename(folder.with_name("away"))
    (refused,) = watched.look()
    assert "There is no file or folder" in (refused.reason or "")
    assert outcomes(watched) == []
    assert len(titles(index)) == 2
    folder.mkdir()
    assert WatchedPaths(index, [folder], "shared").look().outcomes == ()
    assert len(titles(index)) == 2


def test_what_could_not_be_stored_is_tried_again(index: Index, folder: Path) -> None:
    watched = WatchedPaths(index, [folder], "shared")
    watched.look()
    (folder / "c.txt").write_text("The bridge was opened.")
    (folder / "a.txt").unlink()
    watched.look()
    (folder / "d.txt").write_text("The sea is calm.")
    with closing(sqlite3.connect(index._store.path)) as other:
        index._store._writer.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            watched.look()
    assert outcomes(watched) == [("a.txt", "removed"), ("d.txt", "added")]
    assert outcomes(watched) == []


def test_other_collections_are_left_alone(index: Index, folder: Path) -> None:
    index.add([folder], collection="server:1")
    (folder / "a.txt").unlink()
    WatchedPaths(index, [folder], "shared").look()
    assert len(index.documents(("server:1",))) == 2


def test_a_link_that_leads_nowhere_is_refused_once_and_read_when_it_leads_somewhere(
    index: Index, folder: Path
) -> None:
    (folder / "c.txt").symlink_to("later.md.away")
    watched = WatchedPaths(index, [folder], "shared")
    (refused,) = (item for item in watched.look() if item.outcome == "refused")
    assert refused.source == str(folder / "c.txt")
    assert refused.reason is not None and "is a link that leads nowhere" in refused.reason
    assert list(watched.look()) == []
    (folder / "later.md.away").write_text("The bridge was opened.")
    (added,) = watched.look()
    assert (added.outcome, added.title) == ("added", "The bridge was opened.")
