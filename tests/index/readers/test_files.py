"""What is on a disk beside files: pipes, devices, links, folders that may not be entered, files without an end."""

import os
import socket
from pathlib import Path

import pytest

from index.errors import SourceError, SourceNotFound, SourceTooLarge
from index.readers import LONGEST_SIDECAR, find_files, jsonl, read_file
from index.readers.files import read_regular
from index.readers.metadata.fields import LONGEST_TEXT


def refusal(path: Path) -> str:
    (found,) = read_file(path, "shared")
    assert isinstance(found, SourceError)
    assert len(str(found).splitlines()) == 1
    return str(found)


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.html", "pipe.jsonl", "pipe"])
def test_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert list(find_files(tmp_path / name)) == [tmp_path / name]
    assert f"{name} cannot be read: it is not a regular file." in refusal(tmp_path / name)


def test_a_pipe_and_a_device_in_a_folder_are_refused_by_name_and_the_rest_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    (tmp_path / "a.txt").write_text("The talks ended.")
    a, endless, pipe = find_files(tmp_path)
    assert [document.text for document in read_file(a, "shared")] == ["The talks ended."]
    for path in (endless, pipe):
        assert f"{path} cannot be read: it is not a regular file." in refusal(path)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    assert "cannot be read" in refusal(Path(device))


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    assert "not a regular file" in refusal(tmp_path / "endless.txt")


def test_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        assert "cannot be read" in refusal(tmp_path / "s.txt")


@pytest.mark.parametrize(
    ("name", "most"), [("a.txt", LONGEST_TEXT), ("a.pdf", 8 * LONGEST_TEXT), ("a.jsonl", jsonl.MOST_BYTES)]
)
def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, name: str, most: int) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(3 * 2**30)
    message = refusal(tmp_path / name)
    assert f"{name} has 3,221,225,472 bytes, and at most {most:,} bytes are read" in message


def test_a_huge_file_beside_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The talks ended.")
    with (tmp_path / "a.txt.yaml").open("wb") as file:
        file.truncate(3 * 2**30)
    assert f"at most {LONGEST_SIDECAR:,} bytes are read" in refusal(tmp_path / "a.txt")


def test_a_file_that_does_not_say_its_size_is_read_to_the_limit_and_no_further() -> None:
    # The kernel's files say that they have none.
    assert read_regular(Path("/proc/self/stat"), 100_000)
    with pytest.raises(SourceTooLarge, match="at most 3 bytes"):
        read_regular(Path("/proc/self/stat"), 3)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert read_regular(tmp_path / "a.txt", 5) == b"12345"
    with pytest.raises(SourceTooLarge):
        read_regular(tmp_path / "a.txt", 4)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(SourceError, match=r"a\.txt cannot be read \(Too many levels of symbolic links\)"):
        list(find_files(tmp_path / "a.txt"))
    assert "symbolic links" in refusal(tmp_path / "a.txt")


def test_links_round_in_a_circle_do_not_hold_up_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "b.txt").write_text("The talks ended.")
    assert list(find_files(tmp_path)) == [tmp_path / "a" / "b.txt"]


def test_a_link_out_of_a_folder_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The code is 1234.")
    folder = tmp_path / "documents"
    (folder / "drafts").mkdir(parents=True)
    (folder / "a.txt").write_text("The talks ended.")
    (folder / "latest.txt").symlink_to("drafts/b.txt")
    (folder / "drafts" / "b.txt").write_text("The talks began.")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    found = find_files(folder)
    names = [next(found).name for _ in range(3)]
    assert sorted(names) == ["a.txt", "b.txt", "latest.txt"]
    with pytest.raises(
        SourceError, match=r"out\.txt is a link to a file outside of .*documents; name that file"
    ):
        next(found)
    (named,) = find_files(folder / "out.txt")
    assert read_regular(named, 100) == b"The code is 1234."


def test_a_link_that_leads_nowhere_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere.txt")
    (tmp_path / "b.txt").write_text("The talks ended.")
    link, file = find_files(tmp_path)
    assert refusal(link) == f"{link} is a link that leads nowhere; mend it, or remove it."
    assert [document.text for document in read_file(file, "shared")] == ["The talks ended."]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may enter every folder")
def test_a_folder_that_may_not_be_entered_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The talks ended.")
    (tmp_path / "secret").mkdir(mode=0)
    found = find_files(tmp_path)
    assert next(found) == tmp_path / "b.txt"
    with pytest.raises(SourceError, match=r"secret cannot be read \(Permission denied\)"):
        next(found)


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a\0b.txt"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError):
        list(find_files(tmp_path / name))


def test_what_stands_under_a_file_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The talks ended.")
    with pytest.raises(SourceError, match=r"a\.txt/b\.txt"):
        list(find_files(tmp_path / "a.txt" / "b.txt"))
    with pytest.raises(SourceNotFound):
        list(find_files(tmp_path / "c.txt"))
