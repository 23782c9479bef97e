"""Documents that earlier finders read are found anew, and nothing else of them changes."""

import hashlib
import shutil
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.adding.batches import FOUND_ANEW
from index.adding.finders import FINDERS, Findings, find, find_anew, quoted_sentences, rows_of_older
from index.language.sentences import sentences
from index.language.tokens import Analyzer
from index.model import Sentence, Span
from index.storage.store import Store
from tests.index.corpora import everything_told
from tests.kept_database import DOCUMENTS, FOLDER, load

ANALYZER = Analyzer()
KEPT = sorted(file.stem for file in FOLDER.glob("*.sql"))


def report(number: int) -> Document:
    return Document(
        key=f"report-{number}",
        title=f"Report {number}",
        text=f"Ada Varn met Pavel Orsic in Lakeview on {1 + number % 28} March 2024.\n\n"
        f'"The bridge stays open for {number + 2} days," Varn said.',
        published=date(2024, 4, 2),
    )


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with 150 documents, to be copied."""
    path = tmp_path_factory.mktemp("read") / "parley.db"
    with Index.open(path) as index:
        index.add_documents([report(number) for number in range(150)])
    return path


@pytest.fixture
def store(tmp_path: Path, read: Path) -> Iterator[Store]:
    """A store with them, in which earlier finders found nothing."""
    opened = Store(Path(shutil.copy(read, tmp_path)))
    with opened.writing() as db:
        db.execute("DELETE FROM events")
        db.execute("DELETE FROM quotations")
        db.execute("UPDATE documents SET finders = ?", [FINDERS - 1])
    yield opened
    opened.close()


def found_in(document: Document, spans: Sequence[Sentence]) -> tuple[Findings, Collection[Span]]:
    findings = find(document, spans, ANALYZER)
    return findings, quoted_sentences(findings, spans)


def told(index: Index) -> dict[str, object]:
    return {
        **everything_told(index),
        "timeline": index.timeline(),
        "quotes": index.quotes(),
        "actors": index.actors(),
        "speakers": index.speakers(),
    }


def test_a_document_is_stored_with_the_version_of_the_finders(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([report(1)])
        assert index.count_older() == 0
        assert index.find_anew() == ()


def test_adding_an_unchanged_document_that_earlier_finders_read_finds_anew_and_says_so(
    tmp_path: Path, store: Store
) -> None:
    documents = [report(number) for number in range(150)]
    with Index.open(store.path) as index:
        mark, _ = index.added_after(None)
        outcomes = list(index.add_documents(documents[:80]))
        assert [item.outcome for item in outcomes] == ["updated"] * 80
        assert {item.notes for item in outcomes} == {(FOUND_ANEW,)}
        assert index.count_older() == 70
        assert index.add_documents([documents[0]]).count("unchanged") == 1
        assert index.added_after(mark)[1] == ()
        assert index.former_versions(documents[5].id) == ()
        index.add_documents(documents)
        assert index.check() == []
        with Index.open(tmp_path / "fresh.db") as fresh:
            fresh.add_documents(documents)
            assert told(index) == told(fresh)


def test_all_of_them_are_found_anew_from_what_is_stored(tmp_path: Path, store: Store) -> None:
    with Index.open(store.path) as index, Index.open(tmp_path / "fresh.db") as fresh:
        fresh.add_documents([report(number) for number in range(150)])
        assert index.stats().events == 0
        said: list[Document] = []
        assert list(index.find_anew(progress=said.append)) == said
        assert [document.key for document in said] == [f"report-{number}" for number in range(150)]
        assert told(index) == told(fresh)
        assert index.count_older() == 0


def test_what_is_stopped_goes_on_where_it_was(store: Store) -> None:
    def stop(_document: Document) -> None:
        raise KeyboardInterrupt

    with Index.open(store.path) as index:
        with pytest.raises(KeyboardInterrupt):
            index.find_anew(progress=stop)
        left = index.count_older()
        assert 0 < left < 150
        assert len(index.find_anew()) == left
        assert index.stats().events == index.stats().quotations == 150


def test_a_document_that_went_meanwhile_is_left_out(store: Store) -> None:
    with store.reading() as db:
        rows = rows_of_older(db)
    with Index.open(store.path) as index:
        index.remove(report(0).id)
        index.add_documents([Document(key="report-1", title="Another", text="Nothing more is said here.")])
    assert len(find_anew(store, found_in, rows)) == 148
    with Index.open(store.path) as index:
        assert index.count_older() == 0
        assert index.stats().events == 148


@pytest.mark.parametrize("version", KEPT)
def test_the_documents_of_an_earlier_version_are_found_anew(tmp_path: Path, version: str) -> None:
    load(version, tmp_path / "parley.db")
    with Index.open(tmp_path / "parley.db") as index, Index.open(tmp_path / "fresh.db") as fresh:
        fresh.add_documents(DOCUMENTS[:-1])
        assert index.count_older() == 2
        assert {document.id for document in index.find_anew()} == {item.id for item in DOCUMENTS[:-1]}
        assert index.count_older() == 0
        assert index.check() == []
        assert told(index) == told(fresh)


TEXT = """\
Negotiators of Norland and Sudria met in Port Amity on Thursday, two days after the truce of 4 March 2024 had lapsed.

"We did not come to sign," Foreign Minister Ada Varn told reporters. "We came to count the boats." She will meet President
Pavel Orsic in Lakeview next week, her office said on Friday.

According to Orsic, the talks may go on until the end of May. In 2019 and from June to August 2021 they broke down; since
the mid-1990s nobody has counted more than nine rounds. At 10:30 a.m. the envoys left. Later, they agreed to return by
12 April, a spokesperson for the Norland delegation said, calling the mood "better than last winter".
"""
FOUND = {3: "5334ab21c252c50f"}


def test_what_is_found_is_of_the_version_that_the_finders_say() -> None:
    document = Document(key="talks", title="Talks", text=TEXT, published=date(2024, 3, 8))
    found = find(document, sentences(document.text), ANALYZER)
    assert len(found.events) > 5
    assert len(found.quotations) > 3
    digest = hashlib.sha256(repr(found).encode()).hexdigest()[:16]
    assert {FINDERS: digest} == FOUND, (
        "The finders find something else: raise FINDERS in index/adding/finders.py, unless it was raised since the last "
        "release, and put"
        f" {{{FINDERS}: {digest!r}}} here."
    )
