"""Reading in a process of its own."""

import os
import sys
import threading
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index.adding.fault import Fault
from index.adding.isolation import ReadingProcess
from index.errors import MalformedSource, SourceTooLarge, UnsupportedFormat
from index.language.known import LANGUAGES
from index.model import Document
from index.processes.launching import Child
from index.processes.limits import Limits
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, archive, article, mail, page, pdf, word

MEMORY = 1024**3


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(Limits(memory=MEMORY, seconds=20)) as process:
        yield process


def origin(name: str, **said: Any) -> Origin:
    return Origin(name=name, key=f"/docs/{name}", **said)


FILES = {
    "exchange.html": page(article()),
    "treaty.pdf": pdf([SENTENCES]),
    "terms.docx": word(SENTENCES),
    "talks.eml": mail("\n\n".join(SENTENCES)),
    "files.zip": archive({"exchange.html": page(article())}),
    "notes.txt": "\n\n".join(SENTENCES).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_is_read(process: ReadingProcess, name: str) -> None:
    (document,) = process.read(FILES[name], origin(name, published=date(2025, 3, 14), collection="guild"))
    assert SENTENCES[0] in document.text
    assert document.published == date(2025, 3, 14)
    assert document.collection == "guild"


def test_pages_and_what_a_sidecar_says_come_through(process: ReadingProcess) -> None:
    fields = {"title": "Treaty", "published": date(2025, 3, 14)}
    (document,) = process.read(pdf([SENTENCES[:1], SENTENCES[1:2]]), origin("treaty.pdf"), fields)
    assert document.page_at(document.text.index("spokesman")) == 2
    assert (document.title, document.published) == ("Treaty", date(2025, 3, 14))


def test_a_refusal_comes_through_with_its_kind(process: ReadingProcess) -> None:
    (broken,) = process.read(b"%PDF-1.7", origin("treaty.pdf"))
    (unknown,) = process.read(b"x", origin("film.mp4"))
    assert isinstance(broken, MalformedSource)
    assert isinstance(unknown, UnsupportedFormat)
    assert str(broken).startswith("treaty.pdf: ")


def test_one_bad_file_in_an_archive_leaves_the_others(process: ReadingProcess) -> None:
    data = archive({"a.pdf": b"%PDF-1.7", "b.html": page(article())})
    refused, document = process.read(data, origin("files.zip"))
    assert isinstance(refused, MalformedSource)
    assert SENTENCES[0] in document.text


def test_what_takes_too_much_processor_time_is_refused_and_the_next_file_is_read() -> None:
    slow = page("".join(f"<p><a href='/{number}'>{number}</a></p>" for number in range(60_000)))
    with ReadingProcess(Limits(memory=MEMORY, seconds=0.5)) as process:
        (refused,) = process.read(slow, origin("slow.html"))
        assert isinstance(refused, SourceTooLarge)
        assert str(refused) == (
            "slow.html: it takes more than 0.5 seconds of processor time to read; "
            "split it, or save its text as a .txt file."
        )
        (document,) = process.read(FILES["notes.txt"], origin("notes.txt"))
        assert document.text.startswith(SENTENCES[0])


def test_what_needs_too_much_memory_is_refused_and_the_next_file_is_read() -> None:
    with ReadingProcess(Limits(memory=400 * 1024**2)) as process:
        (refused,) = process.read(b"word " * 60_000_000, origin("long.txt"))
        assert isinstance(refused, SourceTooLarge)
        # To save as text what is text already is no advice.
        assert str(refused) == "long.txt: it takes more than 0.39 GB of memory to read; split it."
        (document,) = process.read(FILES["notes.txt"], origin("notes.txt"))
        assert document.text.startswith(SENTENCES[0])


def test_a_pdf_bomb_is_refused(process: ReadingProcess) -> None:
    data = pdf([["x"]])
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    bomb = zlib.compress(b"(words words words) Tj T* " * 20_000_000, 9)
    data = data[:start] + bomb + data[end:]
    length = data[:start].rindex(b"/Length ")
    close = data.index(b"\n", length)
    data = data[:length] + b"/Filter /FlateDecode /Length " + str(len(bomb)).encode() + data[close:]
    (refused,) = process.read(data, origin("bomb.pdf"))
    assert isinstance(refused, (SourceTooLarge, MalformedSource))
    assert str(refused).startswith("bomb.pdf: ")


def test_yaml_that_grows_without_end_is_refused(process: ReadingProcess) -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [
        f"{new}: &{new} [{','.join(['*' + old] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    (refused,) = process.read(("---\n" + "\n".join(lines) + "\n---\ntext").encode(), origin("bomb.md"))
    assert isinstance(refused, MalformedSource)


def surroundings_of_a_process() -> bytes:
    """The environment of a process that has read something: before it runs its own program, there is none to be seen."""
    with ReadingProcess() as process:
        list(process.read(FILES["notes.txt"], origin("notes.txt")))
        with process._loans.child() as child:
            found = Path(f"/proc/{child.pid}/environ").read_bytes()
    assert found
    return found


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to look into the process")
def test_the_process_holds_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "not-for-readers")
    assert b"not-for-readers" not in surroundings_of_a_process()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to look into the process")
def test_the_process_finds_what_this_one_keeps_of_compiled_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    assert f"PYTHONPYCACHEPREFIX={tmp_path}\0".encode() in surroundings_of_a_process()


def test_a_process_that_was_killed_from_outside_is_started_again(process: ReadingProcess) -> None:
    list(process.read(FILES["notes.txt"], origin("notes.txt")))
    with process._loans.child() as child:
        os.kill(child.pid, 9)
    (document,) = process.read(FILES["notes.txt"], origin("notes.txt"))
    assert document.text.startswith(SENTENCES[0])


def test_several_threads_may_ask_at_once(process: ReadingProcess) -> None:
    found: list[Any] = []

    def ask(number: int) -> None:
        found.extend(process.read(f"Words of number {number}.".encode(), origin(f"{number}.txt")))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(document.text for document in found) == [
        f"Words of number {number}." for number in range(8)
    ]


def test_closing_twice_does_nothing(process: ReadingProcess) -> None:
    process.close()
    process.close()


def test_an_error_of_our_own_is_known_to_whoever_asked() -> None:
    child = Child("index.adding.preparing", str(MEMORY), "20", *LANGUAGES)
    try:
        fault = child.ask(("find", Document(key="talks", title="Talks", text="They met."), None))
    finally:
        child.end()
    assert isinstance(fault, Fault)
    assert fault.kind == "TypeError"
