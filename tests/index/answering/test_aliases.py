"""Agreements by the names that people use for them: aliases that a document brings or that the host gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index
from index.errors import SourceError
from index.readers.metadata.fields import MOST_ALIASES
from tests.index.openings import Openings
from tests.index.structure.agreements import HARROW, ORLANE


@pytest.fixture
def index(openings: Openings, tmp_path: Path) -> Iterator[Index]:
    folder = tmp_path / "treaties"
    folder.mkdir()
    (folder / "harrow.md").write_text(
        f"---\ntitle: Agreement on the Harrow Strait\naliases: [Lunnport II, The Pilots’ Peace]\n---\n{HARROW}",
        encoding="utf-8",
    )
    (folder / "orlane.txt").write_text(ORLANE, encoding="utf-8")
    (folder / "orlane.txt.yaml").write_text(
        "title: Treaty of Orlane\nalias: Upland Accords\n", encoding="utf-8"
    )
    with openings.open(reader=False) as opened:
        opened.add([folder])
        yield opened


@pytest.mark.parametrize(
    ("question", "title", "words"),
    [
        (
            "What does Article 3 of Lunnport II say?",
            "Agreement on the Harrow Strait",
            "Harbour Council of eight members",
        ),
        ("What does Article 4 of the Upland Accords say?", "Treaty of Orlane", "within twenty days"),
        ("Article 5 of the Pilots' Peace", "Agreement on the Harrow Strait", "settled by negotiation"),
        (
            "Within how many days shall prisoners be sent home under the Upland Accords?",
            "Treaty of Orlane",
            "twenty days",
        ),
    ],
)
def test_a_document_is_asked_by_an_alias(index: Index, question: str, title: str, words: str) -> None:
    (excerpt, *_) = index.ask(question).excerpts
    assert excerpt.document.title == title
    assert words in excerpt.text


def test_the_host_gives_an_alias_that_stays_when_the_document_is_read_again(
    index: Index, tmp_path: Path
) -> None:
    question = "What does Article 3 of Bruin I provide?"
    assert not index.ask(question).answered
    (harrow,) = (one for one in index.documents() if "Harrow" in one.title)
    described = index.describe(harrow.id, aliases=["Bruin I", "  Bruin \n I "])
    assert described is not None and described.aliases == ("Bruin I",)
    assert index.ask(question).excerpts[0].place == "Article 3"
    index.add([tmp_path / "treaties"])
    assert index.ask(question).answered
    assert index.check() == []
    assert index.describe(harrow.id, aliases=[]) is not None
    assert not index.ask(question).answered


def test_documents_are_compared_by_their_aliases(index: Index) -> None:
    found = index.compare("lunnport ii", "upland accords")
    assert (found.before.title, found.after.title) == ("Agreement on the Harrow Strait", "Treaty of Orlane")


def test_too_many_aliases_are_refused(index: Index) -> None:
    (first, *_) = index.documents()
    with pytest.raises(SourceError, match="at most 20"):
        index.describe(first.id, aliases=[str(number) for number in range(MOST_ALIASES + 1)])
