from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search import merging, segments
from index.search.segments import SegmentBuilder, Segments
from index.storage.store import Store
from tests.index.corpora import rows_of


def built(*passages: str, title: str = "", document: int = 1) -> segments.BuiltSegment:
    builder = SegmentBuilder()
    for passage in passages:
        builder.add(document, passage.split(), title.split())
    (segment,) = builder.build()
    return segment


def append(store: Store, *passages: str) -> int:
    with store.writing() as db:
        return segments.append(db, built(*passages))


def remove(store: Store, *numbers: int) -> None:
    with store.writing() as db:
        db.conn.executemany("INSERT INTO tombstones VALUES (?)", [(number,) for number in numbers])


def postings(store: Store, term: str) -> dict[int, int]:
    with store.reading() as db:
        current = Segments(db)
        found = current.postings(db, term)
        if found is None:
            return {}
        return dict(zip(found.numbers.tolist(), found.counts.tolist(), strict=True))


def test_a_word_of_the_text_counts_twice_a_word_of_the_title() -> None:
    segment = built("truce grain truce", title="truce report")
    counts = dict(zip(segment.terms, segment.counts.tolist(), strict=True))
    assert counts == {"grain": 2, "report": 1, "truce": 5}
    assert segment.lengths.tolist() == [8]


def test_nothing_added_builds_no_segment() -> None:
    assert SegmentBuilder().build() == ()


def test_passages_without_a_term_have_a_number_all_the_same() -> None:
    segment = built("", "truce", "")
    assert segment.lengths.tolist() == [0, 2, 0]
    assert segment.numbers.tolist() == [1]


def test_a_segment_of_nothing_but_empty_passages_can_be_stored_and_merged(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        assert append(store, "", "") == 0
        assert append(store, "", "truce") == 2
        with store.writing() as db:
            (group,) = merging.plan_merges(db)
            merging.merge(db, group)
        assert postings(store, "truce") == {3: 2}
        with store.reading() as db:
            assert Segments(db).passages == 4


def test_more_passages_than_a_segment_spans_are_cut_into_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "SEGMENT_SPAN", 4)
    builder = SegmentBuilder()
    for number in range(10):
        builder.add(number + 1, ["truce", f"word{number % 3}"], [])
    found = builder.build()
    assert [len(segment.lengths) for segment in found] == [4, 4, 2]
    with closing(Store(tmp_path / "parley.db")) as store:
        with store.writing() as db:
            assert [segments.append(db, segment) for segment in found] == [0, 4, 8]
        assert postings(store, "truce") == dict.fromkeys(range(10), 2)
        assert postings(store, "word1") == {1: 2, 4: 2, 7: 2}
        with store.reading() as db:
            assert Segments(db).documents.tolist() == list(range(1, 11))


def test_numbers_at_the_ends_of_a_full_segment_are_kept(tmp_path: Path) -> None:
    builder = SegmentBuilder()
    for number in range(segments.SEGMENT_SPAN + 1):
        ends = {0: "first", segments.SEGMENT_SPAN - 1: "last", segments.SEGMENT_SPAN: "over"}
        builder.add(1, [ends.get(number, "middle")], [])
    with closing(Store(tmp_path / "parley.db")) as store:
        with store.writing() as db:
            for segment in builder.build():
                segments.append(db, segment)
        assert postings(store, "first") == {0: 2}
        assert postings(store, "last") == {segments.SEGMENT_SPAN - 1: 2}
        assert postings(store, "over") == {segments.SEGMENT_SPAN: 2}


def test_few_segments_stand_after_many_small_additions(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        most = 0
        for number in range(200):
            with store.writing() as db:
                segments.append(db, built(f"truce {number}"))
                merging.merge_newest(db)
                most = max(most, rows_of(db, "segments"))
        assert most <= 3 * merging.MERGE_FACTOR
        assert postings(store, "truce") == dict.fromkeys(range(200), 2)


def test_a_large_segment_is_not_merged_with_a_few_small_ones(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, *["truce"] * 100)
        for number in range(merging.MERGE_FACTOR):
            assert count(store) == number + 1
            append(store, "envoy")
            with store.writing() as db:
                merging.merge_newest(db)
        assert count(store) == 2


def count(store: Store) -> int:
    with store.reading() as db:
        return rows_of(db, "segments")


def test_segments_are_never_merged_beyond_the_limit_given(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        for _ in range(60):
            with store.writing() as db:
                segments.append(db, built("truce", "envoy"))
                merging.merge_newest(db, 20)
                sizes = [row[0] for row in db.execute("SELECT last - first + 1 FROM segments")]
                assert max(sizes) <= 20
        assert postings(store, "envoy") == dict.fromkeys(range(1, 120, 2), 2)


def test_the_newest_segments_are_merged_into_one_that_is_no_longer_than_a_segment_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "SEGMENT_SPAN", 6)
    with closing(Store(tmp_path / "parley.db")) as store:
        for number in range(5):
            append(store, "truce", f"envoy {number}")
        with store.writing() as db:
            merging.merge_tail(db)
            assert [row[0] for row in db.execute("SELECT last - first + 1 FROM segments ORDER BY first")] == [
                2,
                2,
                6,
            ]
            merging.merge_tail(db)
            assert rows_of(db, "segments") == 3
        assert postings(store, "truce") == dict.fromkeys(range(0, 10, 2), 2)


def test_a_score_is_zero_again_for_the_next_question(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "truce", "envoy")
        with store.reading() as db:
            current = Segments(db)
        with current.scores() as first, current.scores() as second:
            assert first is not second
            first[1] = 3.0
        with current.scores() as third:
            assert third.tolist() == [0.0, 0.0]


def test_merging_what_another_process_has_merged_changes_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        for _ in range(3):
            append(store, "truce")
        with store.reading() as db:
            (group,) = merging.plan_merges(db)
        for _ in range(2):
            with store.writing() as db:
                merging.merge(db, group)
        assert postings(store, "truce") == {0: 2, 1: 2, 2: 2}


def test_a_merged_segment_whose_passages_are_all_gone_goes_too(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "truce", "truce")
        remove(store, 0, 1)
        assert postings(store, "truce") == {}
        with store.writing() as db:
            for group in merging.plan_merges(db):
                merging.merge(db, group)
            assert [rows_of(db, name) for name in ("segments", "postings", "tombstones")] == [0] * 3
        assert append(store, "truce") == 2
        assert postings(store, "truce") == {2: 2}


def test_what_was_read_before_is_not_read_again_and_not_trusted_after_a_merge(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "truce one", "truce two")
        append(store, "truce three")
        with store.reading() as db:
            before = Segments(db)
        remove(store, 1)
        with store.writing() as db:
            for group in merging.plan_merges(db):
                merging.merge(db, group)
        append(store, "envoy")
        with store.reading() as db:
            fresh, reused = Segments(db), Segments(db, before)
        for field in ("lengths", "documents", "relative_lengths"):
            assert np.array_equal(getattr(fresh, field), getattr(reused, field))
        assert fresh.passages == reused.passages == 3
        assert before.passages == 3 and before.documents.tolist() == [1, 1, 1]


@given(st.lists(st.lists(st.integers(0, 4), max_size=600), min_size=1, max_size=4))
def test_postings_hold_every_word_of_every_passage(passages: list[list[int]]) -> None:
    builder = SegmentBuilder()
    for passage in passages:
        builder.add(1, map(str, passage), ["9"])
    (segment,) = builder.build()
    found = {
        (term, number): count
        for place, term in enumerate(segment.terms)
        for number, count in zip(
            segment.numbers[segment.starts[place] : segment.starts[place + 1]].tolist(),
            segment.counts[segment.starts[place] : segment.starts[place + 1]].tolist(),
            strict=True,
        )
    }
    expected = {
        (str(word), number): 2 * passage.count(word)
        for number, passage in enumerate(passages)
        for word in set(passage)
    } | {("9", number): 1 for number in range(len(passages))}
    assert found == expected


@pytest.mark.parametrize(
    ("size", "tier"),
    [(0, 0), (1, 0), (31, 0), (32, 1), (255, 1), (256, 2), (2_047, 2), (2_048, 3), (65_536, 4)],
)
def test_a_tier_holds_sizes_up_to_eight_times_those_of_the_one_below(size: int, tier: int) -> None:
    assert merging._tier(size) == tier


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [([], []), ([11], [0]), ([4, 6], [0, 1]), ([4, 7], [0]), ([4, 5, 1, 1], [0, 1, 2]), ([9, 2, 1], [0])],
)
def test_segments_are_chosen_as_long_as_they_come_to_ten(sizes: list[int], chosen: list[int]) -> None:
    assert merging._fitting(enumerate(sizes), 10) == chosen


@pytest.mark.parametrize(
    ("sizes", "left"), [([4, 4], [4, 4]), ([4, 3], [4, 3]), ([1] * 8, [8]), ([1] * 7, [1] * 7)]
)
def test_the_newest_are_merged_from_eight_of_a_size_on(
    tmp_path: Path, sizes: list[int], left: list[int]
) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        for size in sizes:
            append(store, *["truce"] * size)
        assert merged_sizes(store, 8) == left


@pytest.mark.parametrize(
    ("sizes", "left"), [([5, 3], [5, 3]), ([5, 4], [5, 4]), ([3, 3, 3], [6, 3]), ([2, 2, 2, 3], [6, 3])]
)
def test_the_newest_are_merged_where_together_they_are_more_than_may_be(
    tmp_path: Path, sizes: list[int], left: list[int]
) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        for size in sizes:
            append(store, *["truce"] * size)
        assert merged_sizes(store, 8) == left


def merged_sizes(store: Store, largest: int) -> list[int]:
    with store.writing() as db:
        merging.merge_newest(db, largest)
        return [row[0] for row in db.execute("SELECT last - first + 1 FROM segments ORDER BY first")]


@pytest.mark.parametrize(
    ("removed", "groups"), [((), []), ((1,), [(1,)]), ((3,), [(2,)]), ((0, 2), [(1,), (2,)])]
)
def test_a_segment_alone_is_written_anew_where_something_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, removed: tuple[int, ...], groups: list[tuple[int, ...]]
) -> None:
    monkeypatch.setattr(merging, "SEGMENT_SPAN", 3)
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "truce", "envoy")
        append(store, "truce", "envoy")
        remove(store, *removed)
        with store.reading() as db:
            assert list(merging.plan_merges(db)) == groups


@pytest.mark.parametrize(("words", "width"), [(127, 1), (128, 4)])
def test_a_count_has_four_bytes_where_one_does_not_hold_it(words: int, width: int) -> None:
    ((number, term, passages, highest, densest, numbers, counts),) = segments._posting_rows(
        7, built(" ".join(["truce"] * words), title="truce")
    )
    assert (number, term, passages, highest, densest) == (7, "truce", 1, 2 * words + 1, 1.0)
    assert (len(numbers), len(counts)) == (2, width)
    assert int.from_bytes(counts, "little") == highest


def test_the_highest_count_and_the_fewest_words_to_each_are_of_different_passages() -> None:
    segment = built("truce truce truce grain grain grain grain grain grain", "truce grain", "envoy")
    rows = {row[1]: row for row in segments._posting_rows(1, segment)}
    assert rows["truce"][2:5] == (2, 6, 2.0)
    assert rows["grain"][2:5] == (2, 12, 1.5)
    assert rows["envoy"][2:5] == (1, 2, 1.0)


def test_what_is_kept_is_let_go_of_when_it_is_three_million(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "truce", "truce grain", "envoy")
        with store.reading() as db:
            current = Segments(db)
            current._kept_postings = 3_000_000 - 22
            first = current.postings(db, "truce")
            assert current.postings(db, "truce") is first
            current._kept_postings -= 20
            assert current.postings(db, "absent") is None
            assert current.postings(db, "truce") is first
            current.postings(db, "grain")
            assert current.postings(db, "truce") is not first


def test_lengths_are_measured_against_those_that_are_alive(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        with store.reading() as db:
            empty = Segments(db)
        assert (empty.size, empty.passages, empty.average_length) == (0, 0, 0.5)
        append(store, "truce", "truce grain envoy", "truce " * 9)
        remove(store, 2)
        with store.reading() as db:
            current = Segments(db)
        assert (current.size, current.passages, current.average_length) == (3, 2, 2.0)
        assert current.relative_lengths.tolist() == [0.5, 1.5, 4.5]
        assert current.documents.tolist() == [1, 1, 0]


def test_what_a_count_comes_to() -> None:
    counts, relative = (
        np.array([0, 1, 2, 6], dtype=np.uint8),
        np.array([1.0, 1.0, 0.5, 3.0], dtype=np.float32),
    )
    found = segments.saturated(counts, relative, 1.5, 0.75)
    expected = [0.0, 0.5 / (0.5 + 1.5), 1 / (1 + 1.5 * 0.625), 3 / (3 + 1.5 * 2.5)]
    assert found.tolist() == pytest.approx(expected)


def test_counts_in_passages_that_do_not_hold_the_term_are_zero(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "parley.db")) as store:
        append(store, "grain", "truce truce", "grain", "truce", "grain")
        with store.reading() as db:
            current = Segments(db)
            found = current.postings(db, "truce")
        assert found is not None
        assert found.counts_in(np.arange(5, dtype=np.uint32)).tolist() == [0, 4, 0, 2, 0]
        passages, first = found.contributions(current.relative_lengths, 0.9, 0.4)
        assert passages.tolist() == [1, 3]
        assert found.contributions(current.relative_lengths, 0.9, 0.4)[1] is first
        assert found.contributions(current.relative_lengths, 0.9, 0.3)[1] is not first
        assert found.contributions(current.relative_lengths, 0.8, 0.3)[1].tolist() != first.tolist()
