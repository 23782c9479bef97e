import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.adding.passages import passages
from index.model import Part, Sentence


def sentences(number: int) -> list[Sentence]:
    return [Sentence(10 * n, 10 * n + 9, n + 1) for n in range(number)]


def windows(number: int, **sizes: int) -> list[list[int]]:
    return [[s.paragraph for s in passage.sentences] for passage in passages(sentences(number), **sizes)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, []),
        (1, [[1]]),
        (2, [[1, 2]]),
        (3, [[1, 2, 3]]),
        (4, [[1, 2, 3], [2, 3, 4]]),
        (5, [[1, 2, 3], [3, 4, 5]]),
        (6, [[1, 2, 3], [3, 4, 5], [4, 5, 6]]),
        (7, [[1, 2, 3], [3, 4, 5], [5, 6, 7]]),
    ],
)
def test_windows_of_three_sentences_start_two_apart(number: int, expected: list[list[int]]) -> None:
    assert windows(number) == expected


@given(number=st.integers(0, 60), window=st.integers(1, 6), stride=st.integers(1, 6))
def test_every_sentence_is_in_a_passage_and_no_passage_lies_in_another(
    number: int, window: int, stride: int
) -> None:
    if stride > window:
        with pytest.raises(ValueError, match="does not fit"):
            windows(number, window=window, stride=stride)
        return
    found = windows(number, window=window, stride=stride)
    assert sorted({place for part in found for place in part}) == list(range(1, number + 1))
    assert all(len(part) == min(window, number) for part in found)
    starts = [part[0] for part in found]
    assert starts == sorted(set(starts))


def test_a_passage_spans_its_sentences() -> None:
    (found,) = passages(sentences(2))
    assert (found.start, found.end) == (0, 19)


def test_no_passage_runs_from_one_article_into_another() -> None:
    articles = (Part("article", 0, 40, "Article 1", "1"), Part("article", 40, 79, "Article 2", "2"))
    found = passages(sentences(8), articles)
    assert [[s.paragraph for s in passage.sentences] for passage in found] == [
        [1, 2, 3],
        [2, 3, 4],
        [5, 6, 7],
        [6, 7, 8],
    ]
