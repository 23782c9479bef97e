"""Scans through the reading process: with text recognition, where it is installed, and without."""

import difflib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Index
from index.adding.isolation import ReadingProcess, can_recognise
from index.errors import Scanned
from index.model import Document, Part
from index.processes.messages import decode, encode
from index.readers.metadata.origin import Origin
from tests.index.papers.scans import SCANS, as_pdf

installed = pytest.mark.skipif(not can_recognise(), reason="the extra ocr is not installed")


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


def read(process: ReadingProcess, name: str) -> tuple[Document | None, str]:
    _, draw, dpi = SCANS[name]
    origin = Origin("scan.pdf", "/docs/scan.pdf", published=date(2025, 3, 14))
    items = list(process.read(as_pdf(draw(), dpi=dpi), origin))
    documents = [item for item in items if isinstance(item, Document)]
    refusals = " ".join(str(item) for item in items if not isinstance(item, Document))
    return documents[0] if documents else None, refusals


def right(text: str, truth: str) -> tuple[int, int]:
    """How many of the words that were read stand so on the page, in order, and how many do not."""
    read, written = text.split(), truth.split()
    same = sum(
        block.size for block in difflib.SequenceMatcher(None, written, read, False).get_matching_blocks()
    )
    return same, len(read) - same


@pytest.mark.skipif(can_recognise(), reason="the extra ocr is installed")
def test_without_text_recognition_the_refusal_names_it(process: ReadingProcess) -> None:
    document, refusal = read(process, "150 dots")
    assert document is None
    assert "its pages are pictures" in refusal and "pip install 'parley[ocr]'" in refusal


@installed
@pytest.mark.parametrize("name", [name for name in SCANS if name not in ("Russian", "stamp")])
def test_a_scan_is_read(process: ReadingProcess, name: str) -> None:
    document, _ = read(process, name)
    assert document is not None
    same, wrong = right(document.text, SCANS[name][0])
    assert same >= 0.7 * len(SCANS[name][0].split()) and wrong <= 0.02 * same
    assert document.recognised_at(0) is not None and document.recognised_at(0) >= 99
    assert document.page_at(0) == 1


@installed
def test_what_a_stamp_covers_is_left_out_with_its_sentence(process: ReadingProcess) -> None:
    document, refusal = read(process, "stamp")
    assert document is not None and "A fund of 240 million euros is established" in document.text
    assert "Ostvale shall release" not in document.text and "\n2025." not in document.text
    assert "left out" in refusal


@installed
def test_articles_and_columns_of_a_scan_are_kept(process: ReadingProcess) -> None:
    document, _ = read(process, "two columns")
    assert document is not None
    assert [part.name for part in document.structure if part.label == "article"] == [
        f"Article {number}" for number in range(1, 6)
    ]


@installed
def test_letters_that_are_not_known_are_refused(process: ReadingProcess) -> None:
    document, refusal = read(process, "Russian")
    assert document is None
    assert "page 1 is a picture; its letters are none that text recognition knows" in refusal


def test_what_is_cited_of_a_scan_says_so(tmp_path: Path) -> None:
    text = "The Parties shall reopen the Tarvo corridor to civilian traffic on 14 March 2025."
    scan = Document(
        "a", "Scan", text, pages=(0,), structure=(Part("scan", 0, len(text), fields=(("1", "99"),)),)
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([scan])
        (excerpt, *_) = index.ask("What shall the Parties reopen?").excerpts
        (event,) = index.timeline()
    assert excerpt.citation.recognised == 99
    assert event.citations[0].recognised == 99


def test_scanned_is_an_error_that_crosses_processes(process: ReadingProcess) -> None:
    assert isinstance(decode(encode(Scanned("scan.pdf: pictures."))), Scanned)
