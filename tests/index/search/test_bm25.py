import math
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rank_bm25 import BM25Okapi

from index.adding import ingestion
from index.language.tokens import Analyzer
from index.model import Document
from index.requests import Filters, Period
from index.search import bm25, merging, segments
from index.search.engine import ScoredPassage
from index.search.segment_engine import SegmentEngine
from index.storage.documents import matching_rows
from index.storage.store import Store
from tests.index.corpora import rows_of
from tests.index.search.full_scan import FullScan

ANALYZER = Analyzer()
WORDS = ("truce", "envoy", "border", "grain", "harbor", "treaty", "vote", "winter", "prison", "bridge")
PUBLISHERS = ("Gazette", "Herald")

sentence = st.lists(st.sampled_from(WORDS), max_size=9).map(
    lambda words: (" ".join(words) or "the of").capitalize() + "."
)
text = st.lists(sentence, min_size=1, max_size=9).map(" ".join)
document = st.builds(
    Document,
    key=st.sampled_from("abcdefgh"),
    title=st.lists(st.sampled_from((*WORDS, "report")), min_size=1, max_size=4).map(" ".join),
    text=text,
    publisher=st.sampled_from((None, *PUBLISHERS)),
    published=st.none() | st.dates(date(2025, 3, 1), date(2025, 3, 9)),
)
weights = st.dictionaries(
    st.sampled_from((*WORDS, "report", "absent")),
    st.sampled_from([0.5, 1.0, 2.0, 3.0]),
    min_size=1,
    max_size=6,
)
filters = st.builds(
    Filters,
    published=st.builds(
        Period,
        since=st.none() | st.dates(date(2025, 3, 1), date(2025, 3, 4)),
        until=st.none() | st.dates(date(2025, 3, 5), date(2025, 3, 9)),
    ),
    publisher=st.sampled_from((None, *PUBLISHERS)),
)


def write(store: Store, documents: list[Document]) -> None:
    unique = {item.id: item for item in documents}
    with store.writing() as db:
        ingestion.write(db, SegmentEngine(store), ingestion.prepare_batch(list(unique.values()), ANALYZER))


def search(
    store: Store, query: dict[str, float], limit: int = 10, only: Filters | None = None
) -> list[ScoredPassage]:
    stemmed = {ANALYZER.terms(word)[0]: weight for word, weight in query.items()}
    with store.reading() as db:
        current = segments.Segments(db)
        rows = matching_rows(db, only) if only else None
        allowed = None if rows is None else np.isin(current.documents, rows)
        found = bm25.search(db, current, stemmed, limit, allowed)
        assert found == FullScan(db, ANALYZER).search(stemmed, limit, lambda item: passes(only, item))
        return found


def passes(only: Filters | None, item: Document) -> bool:
    if only is None:
        return True
    return (
        (only.publisher is None or item.publisher == only.publisher)
        and (
            only.published.since is None
            or (item.published is not None and item.published >= only.published.since)
        )
        and (
            only.published.until is None
            or (item.published is not None and item.published <= only.published.until)
        )
    )


class Corpus(RuleBasedStateMachine):
    """A database that is added to, changed, merged and reopened; every search equals scoring every passage."""

    @initialize()
    def create(self) -> None:
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "parley.db")
        self.current: segments.Segments | None = None
        self.held: dict[str, Document] = {}

    @rule(documents=st.lists(document, max_size=5))
    def add_or_replace(self, documents: list[Document]) -> None:
        write(self.store, documents)
        self.held |= {item.id: item for item in documents}

    @rule(documents=st.lists(document, min_size=9, max_size=12))
    def add_one_by_one(self, documents: list[Document]) -> None:
        for number, item in enumerate(documents):
            write(self.store, [Document(key=f"single {number}", title=item.title, text=item.text)])

    @rule(key=st.sampled_from("abcdefgh"))
    def remove(self, key: str) -> None:
        name = Document(key, "", "").id
        with self.store.writing() as db:
            assert ingestion.remove(db, SegmentEngine(self.store), name) == (
                self.held.pop(name, None) is not None
            )

    @rule()
    def merge_everything(self) -> None:
        with self.store.reading() as db:
            groups = merging.plan_merges(db)
        with self.store.writing() as db:
            for group in groups:
                merging.merge(db, group)
        with self.store.reading() as db:
            assert merging.plan_merges(db) == ()
            assert rows_of(db, "tombstones") == 0
            assert rows_of(db, "segments") <= 1

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(Path(self.folder.name) / "parley.db")
        self.current = None

    @rule(query=weights, limit=st.sampled_from([1, 2, 10]), only=st.none() | filters)
    def ask(self, query: dict[str, float], limit: int, only: Filters | None) -> None:
        search(self.store, query, limit, only)

    @invariant()
    def statistics_are_those_of_the_passages(self) -> None:
        with self.store.reading() as db:
            # What was read before is used again, as an open index does.
            self.current = segments.Segments(db, self.current)
            scan = FullScan(db, ANALYZER)
            assert self.current.passages == len(scan.numbers)
            if scan.numbers:
                assert self.current.average_length == scan.average_length
            assert np.flatnonzero(self.current.documents).tolist() == sorted(scan.numbers)
            for word in (*WORDS, "report"):
                term = ANALYZER.terms(word)[0]
                postings = self.current.postings(db, term)
                assert (postings.passages if postings else 0) == scan.containing(term)
                if postings:
                    numbers, counts = postings.numbers, postings.counts
                    held = {n: c[term] for n, c in zip(scan.numbers, scan.counts, strict=True) if term in c}
                    assert (
                        dict(zip(numbers.tolist(), (counts / segments.UNITS).tolist(), strict=True)) == held
                    )
                    assert numbers.tolist() == sorted(numbers.tolist())

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestCorpus = pytest.mark.filterwarnings("default")(Corpus.TestCase)
TestCorpus.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


@settings(max_examples=60, deadline=None)
@given(documents=st.lists(document, max_size=3), query=weights)
def test_small_corpora_rank_as_scoring_every_passage_does(
    documents: list[Document], query: dict[str, float]
) -> None:
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "parley.db")) as store:
        write(store, documents)
        search(store, query)


def test_an_empty_corpus_has_no_hits(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        assert search(store, {"truce": 1.0}) == []


def test_a_word_that_every_passage_holds_still_scores_above_none(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document(key, "Report", f"The truce holds in {key}.") for key in ("Minsk", "Doha")])
        hits = search(store, {"truce": 1.0})
    assert len(hits) == 2 and all(hit.score > 0 for hit in hits)


def test_the_matching_passage_comes_first_in_a_corpus_of_one_document_where_rank_bm25_puts_it_last(
    tmp_path: Path,
) -> None:
    sentences = ["The envoy crossed the border.", "A treaty needs a vote.", "The harbor froze."]
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document(str(n), "Report", text) for n, text in enumerate(sentences[:2])])
        assert [hit.passage for hit in search(store, {"envoy": 1.0})] == [0]
    plain = BM25Okapi([ANALYZER.terms(text) for text in sentences[:2]])
    assert not plain.get_scores(["envoy"])[0] > 0


def test_equal_scores_are_in_the_order_of_the_passages(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document(f"{n:03}", "Same report", "Envoy meets envoy. Truce.") for n in range(200)])
        hits = search(store, {"envoy": 1.0, "truce": 1.0})
    assert [hit.passage for hit in hits] == list(range(10))


def test_many_passages_of_every_frequency_rank_as_scoring_every_passage_does(tmp_path: Path) -> None:
    chance = np.random.default_rng(7)
    zipf = 1 / np.arange(1, 121)
    names = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(120)]
    documents = []
    for key in range(60):
        lines = [
            " ".join(chance.choice(names, size=int(chance.integers(1, 30)), p=zipf / zipf.sum())) + ". Next"
            for _ in range(120)
        ]
        documents.append(Document(str(key), " ".join(chance.choice(names, size=3)), "\n".join(lines)))
    with closing(Store(tmp_path / "parley.db")) as store:
        for start in range(0, len(documents), 7):
            write(store, documents[start : start + 7])
        with store.writing() as db:
            for item in documents[::9]:
                ingestion.remove(db, SegmentEngine(store), item.id)
        with store.reading() as db:
            current, scan = segments.Segments(db), FullScan(db, ANALYZER)
            for number in range(60):
                size = 1 + number % 8
                query = {
                    ANALYZER.terms(name)[0]: float(chance.choice([0.5, 1.0, 2.0]))
                    for name in chance.choice(names, size=size, p=zipf / zipf.sum() if number % 2 else None)
                }
                assert bm25.search(db, current, query, 10) == scan.search(query, 10)


def test_a_word_said_hundreds_of_times_in_a_passage_is_counted_in_full(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document("a", "Report", "truce " * 1_000), Document("b", "Report", "Truce and envoy.")])
        write(store, [Document("c", "Report", "truce " * 40_000)])
        search(store, {"truce": 1.0, "envoy": 1.0})
        with store.reading() as db:
            current = segments.Segments(db)
            found = current.postings(db, ANALYZER.terms("truce")[0])
            assert found is not None and found.counts.tolist() == [2_000, 2, 80_000]


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_gives_nothing(tmp_path: Path, limit: int) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document("a", "Report", "Truce.")])
        with store.reading() as db:
            assert bm25.search(db, segments.Segments(db), {"truce": 1.0}, limit) == []


def test_words_without_weight_count_for_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document("a", "Report", "Truce."), Document("b", "Report", "Envoy.")])
        with store.reading() as db:
            hits = bm25.search(db, segments.Segments(db), {"truce": 0.0, "envoy": 1.0}, 10)
    assert [hit.passage for hit in hits] == [1]


@given(passages=st.integers(1, 10**7), share=st.floats(0, 1))
def test_idf_is_positive_for_every_corpus(passages: int, share: float) -> None:
    containing = math.floor(share * passages)
    assert bm25.idf(passages, containing) > 0
    assert bm25.idf(passages, containing) <= bm25.idf(passages, 0)


@pytest.mark.parametrize(
    ("passages", "containing", "expected"),
    [
        (1, 1, math.log(4 / 3)),
        (10, 1, math.log(1 + 9.5 / 1.5)),
        (10, 10, math.log(1 + 0.5 / 10.5)),
        (3, 0, math.log(8)),
    ],
)
def test_idf_is_lucenes(passages: int, containing: int, expected: float) -> None:
    assert bm25.idf(passages, containing) == pytest.approx(expected)


def test_k1_and_b_are_anserinis() -> None:
    assert (bm25.K1, bm25.B) == (0.9, 0.4)


@pytest.mark.parametrize(("n", "expected"), [(1, 9.0), (2, 8.0), (4, 3.0), (5, 0.0), (6, 0.0)])
def test_the_nth_largest_of_few(n: int, expected: float) -> None:
    assert bm25._nth_largest(np.array([3, 9, 5, 8], dtype=np.float32), n) == expected


@pytest.mark.parametrize(("size", "expected"), [(511, 8.0), (512, 1.0), (513, 1.0)])
def test_of_many_the_largest_of_each_column_are_compared(size: int, expected: float) -> None:
    values = np.ones(size, dtype=np.float32)
    values[0], values[8] = 9, 8
    assert bm25._nth_largest_at_least(values, 2) == expected


@pytest.mark.parametrize("size", [20, 400])
def test_passages_that_reach_a_score_are_found_once_and_in_order(size: int) -> None:
    scores = np.zeros(size, dtype=np.float32)
    scores[[2, 5, 9, 11]] = 1, 2, 3, 2
    seen = [np.array([5, 9, 11]), np.array([2, 5])]
    assert bm25._reaching(scores, seen, 2.0).tolist() == [5, 9, 11]
    assert bm25._reaching(scores, seen, 2.5).tolist() == [9]
    assert bm25._reaching(scores, seen, 4.0).tolist() == []
    assert bm25._reaching(scores, seen, 0.0).tolist() == [2, 5, 9, 11]
    assert bm25._reaching(scores, seen, -1.0).tolist() == [2, 5, 9, 11]


def test_a_term_adds_no_more_than_it_may_and_in_the_best_passage_as_much(tmp_path: Path) -> None:
    held = ["truce " * 3 + "grain", "truce envoy border grain", "envoy"]
    written = [Document(key, "", text) for key, text in zip("abc", held, strict=True)]
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, written)
        with store.reading() as db:
            current = segments.Segments(db)
            found = current.postings(db, ANALYZER.terms("truce")[0])
            assert found is not None
            for weight in (1.0, 2.0):
                term = bm25._QueryTerm(found, weight, current)
                passages, added = term.contributions()
                assert passages.tolist() == [0, 1]
                assert term.among(passages).tolist() == pytest.approx(added.tolist())
                assert term.bound == pytest.approx(float(added.max()), rel=1e-5)
                relative = 0.9 * (0.6 + 0.4 * 4 / 3)
                assert added.tolist() == pytest.approx(
                    [weight * bm25.idf(3, 2) * n * 1.9 / (n + relative) for n in (3, 1)], rel=1e-5
                )


def test_no_passage_is_found_where_none_is_asked_for(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        assert search(store, {"truce": 1.0}) == []
        write(store, [Document("a", "", "The truce held.")])
        assert len(search(store, {"truce": 1.0}, 1)) == 1
        with store.reading() as db:
            current = segments.Segments(db)
            assert bm25.search(db, current, {"truce": 1.0}, 0) == []
            assert bm25.search(db, current, {"truce": 0.0}, 1) == []
            assert bm25.search(db, current, {"truce": -1.0}, 1) == []


@pytest.mark.parametrize("limit", [1, 7, 60])
def test_those_that_rank_bm25_scores_highest_are_first_equal_ones_by_number(
    tmp_path: Path, limit: int
) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        write(store, [Document(key, "", "truce " * n) for n, key in enumerate("abcd", 1)])
        with store.reading() as db:
            current = segments.Segments(db)
        average = current.average_length
        held = np.array([[n % 5, n % 3] for n in range(60)], dtype=np.float64)
        lengths = np.array([1 + n * 7 % 40 for n in range(60)], dtype=np.float64)
        idfs, candidates = {"truce": 1.5, "envoy": 0.4}, np.arange(100, 160)
        counts = dict(zip(idfs, held.T, strict=True))
        found = bm25._first(current, idfs, list(idfs), counts, lengths, candidates, limit)
    scores = [
        sum(
            idf * n * 1.9 / (n + 0.9 * (0.6 + 0.4 * length / average))
            for idf, n in zip(idfs.values(), row, strict=True)
        )
        for row, length in zip(held, lengths, strict=True)
    ]
    assert found.tolist() == sorted(range(60), key=lambda place: (-scores[place], place))[:limit]
