from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.adding import ingestion
from index.adding.ingestion import POSITION_TYPE, digest, prepare, prepare_batch
from index.language.tokens import Analyzer
from index.model import Document, Part, PartLabel
from index.search import merging
from index.search.segment_engine import SegmentEngine
from index.storage.store import Store
from tests.index.corpora import rows_of, talks

ANALYZER = Analyzer()
DERIVED = ("sentences", "passages", "segments", "postings", "events", "quotations", "story_bands", "reprints")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "parley.db")
    yield store
    store.close()


def write(store: Store, *documents: Document) -> dict[str, str]:
    with store.writing() as db:
        return ingestion.write(db, SegmentEngine(store), prepare_batch(documents, ANALYZER))


@given(st.text(min_size=1, max_size=300))
def test_what_is_prepared_is_told_by_sentence(text: str) -> None:
    prepared = prepare(Document("a", "Talks", text), ANALYZER)
    assert len(prepared.sentences) == len(prepared.terms) == len(prepared.positions)
    for sentence, terms, positions in zip(
        prepared.sentences, prepared.terms, prepared.positions, strict=True
    ):
        tokens = ANALYZER.tokens(text[sentence.start : sentence.end])
        assert terms.split() == [token.term for token in tokens]
        assert np.frombuffer(positions, POSITION_TYPE).tolist() == [token.position for token in tokens]
    for first, last in prepared.passages:
        assert 0 <= first <= last < len(prepared.sentences)


def test_a_word_beyond_the_last_position_that_can_be_kept_has_that_position() -> None:
    prepared = prepare(Document("a", "Talks", "truce " * 70_000), ANALYZER)
    positions = np.frombuffer(prepared.positions[0], POSITION_TYPE)
    assert positions[65_534:65_538].tolist() == [65_534, 65_535, 65_535, 65_535]


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        ("River accord", ("river", "accord")),
        ("The envoys met", ()),
        ("The envoys met …", ()),
    ],
)
def test_a_title_that_is_the_texts_first_words_does_not_count_twice(
    title: str, terms: tuple[str, ...]
) -> None:
    assert prepare(Document("a", title, "\n The envoys met in Port Amity."), ANALYZER).title_terms == terms


def test_any_change_changes_the_digest() -> None:
    document = Document("a", "Talks", "Text.", "Courier", "https://courier.example", date(2024, 5, 3))
    others = [
        replace(document, title="Other"),
        replace(document, text="Text. "),
        replace(document, publisher=None),
        replace(document, url=None),
        replace(document, published=None),
        replace(document, pages=(0,)),
        replace(document, title="Talks, Courier", publisher=None),
    ]
    assert len({digest(item) for item in (document, *others)}) == len(others) + 1
    assert digest(document) == digest(replace(document))


def test_writing_says_what_was_replaced(store: Store) -> None:
    first, second = talks(1), talks(1, version=2)
    assert write(store, first, talks(2)) == {}
    assert write(store, second, talks(3)) == {first.id: digest(first)}
    with store.reading() as db:
        assert ingestion.stored_digest(db, first.id) == digest(second)
        assert ingestion.stored_digest(db, "nobody") is None


def test_removing_leaves_nothing_that_was_found(store: Store) -> None:
    write(store, *(talks(number) for number in range(4)))
    with store.writing() as db:
        assert all(ingestion.remove(db, SegmentEngine(store), talks(number).id) for number in range(4))
        assert not ingestion.remove(db, SegmentEngine(store), talks(0).id)
        for group in merging.plan_merges(db):
            merging.merge(db, group)
        assert {name: rows_of(db, name) for name in ("documents", *DERIVED)} == dict.fromkeys(
            ("documents", *DERIVED), 0
        )


def test_a_write_that_fails_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store, talks(1))
    monkeypatch.setattr("index.search.merging.merge_newest", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(store, talks(1, version=2), talks(2))
    with store.reading() as db:
        assert ingestion.stored_digest(db, talks(1).id) == digest(talks(1))
        assert rows_of(db, "documents") == rows_of(db, "segments") == 1
        assert rows_of(db, "tombstones") == 0


def test_an_empty_batch_writes_no_segment(store: Store) -> None:
    assert write(store) == {}
    with store.reading() as db:
        assert rows_of(db, "segments") == 0


@pytest.mark.parametrize(
    ("label", "terms"), [("article", ("treati", "salt")), ("row", ("treati", "salt")), ("entry", ())]
)
def test_the_title_of_an_agreement_and_of_tables_is_of_all_their_parts(
    label: PartLabel, terms: tuple[str, ...]
) -> None:
    text = "Treaty on Salt\n\nThe salt is shared."
    part = Part(label, 16, len(text), "Article 1", "1")
    assert prepare(Document("a", "Treaty on Salt", text, structure=(part,)), ANALYZER).title_terms == terms
