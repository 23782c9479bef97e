"""ZIP archives."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from index.errors import MalformedSource, SourceError, SourceTooLarge, UnsupportedFormat
from index.model import Document
from index.readers import archive as reader
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import archive

ORIGIN = Origin(name="files.zip", key="/docs/files.zip", publisher="Ministry", title="Statement")


def read_text(data: bytes, origin: Origin, fields: Mapping[str, object]) -> Iterator[Document]:
    if b"bad" in data:
        raise MalformedSource(f"{origin.name}: bad.")
    yield Document(origin.key, origin.title or origin.name, data.decode(), origin.publisher)


def read(data: bytes) -> Any:
    return list(reader.read(data, ORIGIN, read_text))


def test_each_file_is_read_and_one_bad_file_leaves_the_others() -> None:
    first, bad, second = read(archive({"a.txt": b"One.", "b.txt": b"bad", "c/d.txt": b"Two."}))
    assert (first.text, second.text) == ("One.", "Two.")
    assert (first.key, second.key) == ("/docs/files.zip#a.txt", "/docs/files.zip#c/d.txt")
    assert first.publisher == "Ministry"
    assert str(bad) == "files.zip: b.txt: bad."


def test_a_title_is_for_an_archive_of_one_file() -> None:
    assert [document.title for document in read(archive({"a.txt": b"One."}))] == ["Statement"]
    titles = [document.title for document in read(archive({"a.txt": b"One.", "b.txt": b"Two."}))]
    assert titles == ["files.zip: a.txt", "files.zip: b.txt"]


def test_folders_hidden_files_and_resource_forks_are_passed_over() -> None:
    data = archive({"a/": b"", "a/.DS_Store": b"x", "__MACOSX/a/b.txt": b"x", "a/b.txt": b"One."})
    assert [document.text for document in read(data)] == ["One."]


def test_an_archive_in_an_archive_is_refused() -> None:
    (refused,) = read(archive({"inner.zip": archive({"a.txt": b"One."})}))
    assert isinstance(refused, UnsupportedFormat)
    assert "inner.zip" in str(refused)


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("a.txt", "b.txt"):
            with package.open(name, "w") as member:
                for _ in range(reader.MAX_UNPACKED_BYTES // 2**21 + 1):
                    member.write(bytes(2**20))
    with pytest.raises(SourceTooLarge, match=r"^files\.zip: it unpacks to"):
        read(out.getvalue())


def test_a_file_that_lies_about_its_size_gives_no_more_than_it_declared() -> None:
    data = bytearray(archive({"a.txt": b"x" * 1_000_000}))
    directory = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 10)
    (refused,) = read(bytes(data))
    assert isinstance(refused, SourceError)
    assert "a.txt" in str(refused)


def test_too_many_files_are_refused() -> None:
    with pytest.raises(SourceTooLarge, match=r"^files\.zip: it holds"):
        read(archive({f"{number}.txt": b"" for number in range(reader.MAX_MEMBERS + 1)}))


def test_an_encrypted_file_is_refused_by_name() -> None:
    data = bytearray(archive({"a.txt": b"One."}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    (refused,) = read(bytes(data))
    assert str(refused).startswith("files.zip: a.txt: the file is encrypted")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", archive({})])
def test_a_damaged_or_empty_archive_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"^files\.zip: "):
        read(data)


def test_a_sidecar_in_an_archive_describes_the_file_beside_it() -> None:
    data = archive(
        {"a/talks.txt": b"The talks ended.", "a/talks.txt.yaml": b"title: The talks\ndate: 2025-03-14\n"}
    )
    (document,) = read_bytes(data, Origin(name="files.zip", key="/docs/files.zip"))
    assert (document.title, document.published) == ("The talks", date(2025, 3, 14))


def test_a_broken_sidecar_in_an_archive_is_named_and_leaves_the_others() -> None:
    data = archive({"a.txt": b"One.", "a.txt.yaml": b"title: [", "b.txt": b"Two."})
    refused, document = read_bytes(data, Origin(name="files.zip", key="/docs/files.zip"))
    assert str(refused) == "a.txt.yaml has broken YAML at line 1; mend it or leave it out."
    assert document.text == "Two."
