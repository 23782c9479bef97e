"""Points of an answer of several: what is one more, what is the same, what a phrase is, and who acts."""

from dataclasses import replace

import pytest

from index.answering.ranking.arrangement import MatchedSentence
from index.answering.several import points as several
from index.answering.several import together
from index.answering.several.points import Point
from index.language.english.grammar.words import Words, read_words
from index.model import Together
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of

(CANDIDATE,) = candidates_of("Vale met Sato.", matcher_of("Who met whom?"))


def terms_of(word: str) -> tuple[str, ...]:
    return tuple(ANALYZER.terms(word))


def read(text: str) -> Words:
    return read_words(text, terms_of)


def point(number: int, terms: str, worth: float = 0.0, names: str = "") -> Point:
    sentence = CANDIDATE.sentence._replace(ordinal=number)
    one = replace(CANDIDATE, sentence=sentence)
    return Point(one, worth, 1.0, frozenset(terms.split()), frozenset(names.split()))


def chosen(*points: Point, limit: int = 9, kind: Together = "list") -> list[int]:
    return [one.candidate.sentence.ordinal for one in several.chosen_points(list(points), kind, limit)]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((), []),
        ((point(1, "a b"),), [1]),
        ((point(1, "a"),), []),
        ((point(1, "a b"), point(2, "c d")), [1, 2]),
        ((point(1, "a b", -1.0), point(2, "c d")), [2, 1]),
        ((point(1, "a b"), point(1, "c d")), [1]),
        # two words at least that none before it has
        ((point(1, "a b c d"), point(2, "a b e f", -1.0)), [1, 2]),
        ((point(1, "a b c d"), point(2, "a e", -1.0)), [1]),
        # more than half of the words in common
        ((point(1, "a b c d e f"), point(2, "a b c g h", -1.0)), [1]),
        ((point(1, "a b c d e f"), point(2, "a b g h i", -1.0)), [1, 2]),
        ((point(1, "a b c d"), point(2, "a b g h i", -1.0)), [1, 2]),
        # the better, unless it is more like what was chosen
        ((point(1, "a b c d"), point(2, "a b e f", -1.5), point(3, "g h i j", -2.0)), [1, 3, 2]),
        ((point(1, "a b c d"), point(2, "a b e f", -1.0), point(3, "g h i j", -2.0)), [1, 2, 3]),
        ((point(1, "a b c d"), point(2, "a e f g", -1.0), point(3, "g h i j", -2.0)), [1, 2, 3]),
        ((point(1, "a b c d"), point(2, "a b e f", -1.0), point(3, "g h i j", -4.0)), [1, 2, 3]),
    ],
)  # fmt: skip
def test_each_point_adds_something(points: tuple[Point, ...], expected: list[int]) -> None:
    assert chosen(*points) == expected


def test_no_more_points_are_chosen_than_may_be() -> None:
    points = [point(1, "a b"), point(2, "c d"), point(3, "e f")]
    assert [len(chosen(*points, limit=limit)) for limit in (0, 1, 2, 3, 4)] == [0, 1, 2, 3, 3]


def test_of_those_who_took_part_a_point_names_another() -> None:
    points = [
        point(1, "a b", names="vale"),
        point(2, "c d", names="vale"),
        point(3, "e f", names="vale sato"),
    ]
    assert chosen(*points, kind="participants") == [1, 3]
    assert chosen(*points) == [1, 2, 3]
    assert chosen(point(1, "a b"), kind="participants") == []


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [("a b", "a b c", 1.0), ("a b", "b c", 0.5), ("a", "b", 0.0), ("", "a", 0.0), ("", "", 0.0)],
)
def test_likeness(one: str, other: str, like: float) -> None:
    assert several._likeness(point(1, one), point(2, other)) == like


@pytest.mark.parametrize(
    ("occurrences", "terms", "close"),
    [
        (((0, 0, 1.0), (7, 1, 1.0)), 2, True),
        (((0, 0, 1.0), (8, 1, 1.0)), 2, False),
        (((0, 0, 1.0), (6, 1, 1.0)), 1, True),
        (((0, 0, 1.0), (7, 1, 1.0)), 1, False),
        (((0, 0, 1.0), (7, 1, 1.0)), 9, True),
        (((0, 0, 1.0), (8, 1, 1.0)), 9, False),
        (((0, 0, 1.0), (20, 1, 1.0), (21, 0, 1.0)), 2, True),
        (((0, 0, 1.0), (20, 1, 0.54)), 2, True),
        (((0, 0, 1.0), (20, 1, 0.55)), 2, False),
        ((), 2, False),
    ],
)  # fmt: skip
def test_words_stand_together_within_the_length_of_a_phrase(
    occurrences: tuple[tuple[int, int, float], ...], terms: int, close: bool
) -> None:
    one = replace(CANDIDATE, matched=MatchedSentence((1.0, 1.0), occurrences, 30))
    assert together._is_close(one, terms) is close


@pytest.mark.parametrize(
    ("agent", "main"),
    [
        ("we", "we"),
        ("the war against Ukraine, we", "we"),
        ("we in the harbour", "we"),
        ("the port of Lomar", "the port of Lomar"),
        ("the port of Lomar in Sudria", "the port of Lomar"),
        ("in Lomar we", "in Lomar we"),
        ("one, two, three", "three"),
    ],
)
def test_who_acts_stands_behind_the_last_comma_and_before_what_stands_beside_him(
    agent: str, main: str
) -> None:
    assert " ".join(word.text for word in together._main_part(read(agent))) == main


@pytest.mark.parametrize(
    ("text", "place", "verb"),
    [
        ("The agreement provides", 2, True),
        ("Lomar ships", 1, True),
        ("The agreement provide", 2, False),
        ("of ships", 1, False),
        ("ships", 0, False),
    ],
)
def test_a_word_in_s_behind_a_noun_may_be_a_verb(text: str, place: int, verb: bool) -> None:
    assert together._is_of_the_present(read(text), place) is verb
