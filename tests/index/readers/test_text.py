from datetime import date
from pathlib import Path

import pytest

from index.errors import MalformedSource, ParleyError, SourceError, SourceNotFound
from index.model import Document
from index.readers import find_files, read_file
from index.readers.metadata.origin import Origin
from index.readers.text import first_words, read

ORIGIN = Origin(name="talks.txt", key="talks.txt")


def documents(path: Path) -> list[Document | ParleyError]:
    return list(read_file(path, "shared"))


def test_a_text_is_kept_as_it_stands() -> None:
    (found,) = read(b"  The envoys met.\r\n\r\nThey signed.\n", ORIGIN)
    assert found.text == "  The envoys met.\n\nThey signed.\n"
    assert (found.title, found.key) == ("The envoys met.", "talks.txt")
    assert (found.publisher, found.url, found.published) == (None, None, None)


def test_a_sidecar_says_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("The envoys met.")
    path.with_name("talks.txt.yaml").write_text(
        "title: River talks\nsource: The Delta Courier\ndate: 2024-05-03\nurl: https://courier.example/talks\n"
    )
    (found,) = documents(path)
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.published) == (
        "River talks",
        "The Delta Courier",
        date(2024, 5, 3),
    )
    assert found.url == found.key == "https://courier.example/talks"


def test_without_an_address_the_resolved_path_is_the_key(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("The envoys met.")
    (found,) = documents(tmp_path / "." / "talks.txt")
    assert isinstance(found, Document)
    assert found.key == str(path.resolve())


@pytest.mark.parametrize("sidecar", ["- a list", "title: [unclosed", "a: &x 1\nb: *x", "x: " + "y" * 20_001])
def test_a_sidecar_that_cannot_be_used_refuses_its_text(tmp_path: Path, sidecar: str) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("The envoys met.")
    path.with_name("talks.txt.yaml").write_text(sidecar)
    (found,) = documents(path)
    assert isinstance(found, MalformedSource)
    assert "talks.txt.yaml" in str(found)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedSource, match="has no text"):
        list(read(data, ORIGIN))


def test_what_the_host_has_said_wins_over_the_sidecar() -> None:
    origin = Origin(
        "talks.txt", "k", title="Said", publisher="Host", published=date(2020, 1, 2), collection="c"
    )
    (found,) = read(b"The envoys met.", origin, {"title": "Read", "publisher": "File", "date": "2024-05-03"})
    assert (found.title, found.publisher, found.published) == ("Said", "Host", date(2020, 1, 2))
    assert found.collection == "c"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("One line", "One line"),
        ("\n\n  Second  line \nthird", "Second line"),
        ("word " * 40, "word " * 15 + "word …"),
        ("x" * 100, "x" * 80 + " …"),
        ("", "Untitled"),
    ],
)
def test_the_first_words_stand_for_a_missing_title(text: str, title: str) -> None:
    assert first_words(text) == title


def test_files_are_found_in_name_order_without_sidecars_and_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/b.JSONL", ".hidden.txt", ".git/x.txt", "b.txt.yaml", "notes.xyz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    names = [str(path.relative_to(tmp_path)) for path in find_files(tmp_path)]
    assert names == ["a/b.JSONL", "a/c.md", "b.txt"]
    assert list(find_files(tmp_path / "notes.xyz")) == [tmp_path / "notes.xyz"]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match="nowhere"):
        list(find_files(tmp_path / "nowhere"))


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    (found,) = documents(folder)
    assert isinstance(found, SourceError)
    assert "cannot be read" in str(found)
