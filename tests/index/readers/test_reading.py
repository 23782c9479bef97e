"""A folder of every format, one bad file in it, is indexed and answered from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Index
from tests.index.readers.file_samples import archive, article, mail, page, pdf, rss, word

BRIDGE = "The bridge at Port Amity will be opened to farmers with grain on the first of June."


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db") as index:
        yield index


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    item = (
        "<item><title>Railway</title><guid>1</guid><description>The railway is closed.</description></item>"
    )
    for name, data in {
        "a.html": page(article()),
        "b.pdf": pdf([["The first page is about the railway of Norland."], [BRIDGE]], title="Terms"),
        "c.docx": word(["The herring quota was not agreed."]),
        "d.rss": rss(item),
        "e.eml": mail("The envoys will return in January."),
        "f.zip": archive({"g.html": page(article("<p>Another page.</p>")), "h.pdf": b"%PDF-1.7"}),
        "i.pdf": b"%PDF-1.7 and no more",
        "j.txt": b"The talks ended.",
    }.items():
        (folder / name).write_bytes(data)
    return folder


def test_one_bad_file_leaves_the_others(index: Index, folder: Path) -> None:
    report = index.add([folder])
    assert report.count("added") == 7
    refused = {Path(item.source).name: item.reason for item in report if item.outcome == "refused"}
    assert refused.keys() == {"f.zip", "i.pdf"}
    assert refused["f.zip"].startswith("f.zip: h.pdf: not a readable PDF")
    assert refused["i.pdf"].startswith("i.pdf: not a readable PDF")


def test_the_same_folder_again_changes_nothing(index: Index, folder: Path) -> None:
    index.add([folder])
    assert index.add([folder]).count("unchanged") == 7


def test_a_citation_of_a_pdf_names_its_page(index: Index, folder: Path) -> None:
    index.add([folder])
    answer = index.ask("When will the bridge at Port Amity be opened to farmers?")
    assert answer.answered
    assert (answer.excerpts[0].citation.title, answer.excerpts[0].citation.page) == ("Terms", 2)


def test_a_file_beside_it_describes_a_document_of_any_format(index: Index, folder: Path) -> None:
    (folder / "b.pdf.yaml").write_text("title: The terms\npublisher: Ministry\ndate: 2025-03-14\n")
    (folder / "a.html.yaml").write_text("url: https://post.example.org/exchange?utm_source=x\n")
    index.add([folder])
    terms = next(document for document in index.documents() if document.title == "The terms")
    assert (terms.publisher, terms.published) == ("Ministry", date(2025, 3, 14))
    assert "https://post.example.org/exchange" in {document.key for document in index.documents()}


def test_one_address_is_one_document_whichever_file_it_came_in(index: Index, tmp_path: Path) -> None:
    for name, url in (
        ("a.md", "https://post.example.org/exchange"),
        ("b.md", "http://post.example.org/exchange/#top"),
    ):
        (tmp_path / name).write_text(f"---\nurl: {url}\n---\nThe envoys met, says {name}.\n")
    report = index.add([tmp_path / "a.md", tmp_path / "b.md"])
    assert [item.outcome for item in report] == ["added", "updated"]
    assert index.stats().documents == 1
