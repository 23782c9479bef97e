"""Which points are chosen of several, in which order, and what a sentence that may be one of them tells of whom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from index.answering.several.points import (
    Point,
    _adds,
    _likeness,
    _same,
    chosen_points,
    first_told,
    place_of,
    when_told,
)
from index.answering.several.sides import Speaker, _clause, _is_own_government, _is_told_to, is_first_person
from index.answering.several.together import _is_close, _is_of_the_present, _main_part
from index.language.english.grammar.words import Word
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of

MATCHER = matcher_of("river accord")
TEXT = "The river accord holds. The talks ended at noon. Rain fell in Lomar."
FIRST, SECOND, THIRD = candidates_of(TEXT, MATCHER, published=date(2024, 5, 3))
OTHER = candidates_of("The river accord holds.", MATCHER, row=2)[0]


def point(terms: str, worth: float = 0.0, names: str = "", candidate: int = 0) -> Point:
    chosen = (FIRST, SECOND, THIRD, OTHER)[candidate]
    return Point(chosen, worth, 1.0, frozenset(terms.split()), frozenset(names.split()))


@pytest.mark.parametrize(
    ("terms", "said", "adds"),
    [("a b c", "a", True), ("a b c", "a b", False), ("a b", "", True), ("a", "", False)],
)
def test_a_point_says_two_words_that_none_before_it_said(terms: str, said: str, adds: bool) -> None:
    assert _adds(point(terms), "list", said.split(), ()) is adds


@pytest.mark.parametrize(
    ("names", "named", "adds"), [("x", "", True), ("x", "x", False), ("x y", "x", True), ("", "", False)]
)
def test_of_those_who_took_part_a_point_names_somebody_new(names: str, named: str, adds: bool) -> None:
    assert _adds(point("a b c", names=names), "participants", (), named.split()) is adds
    assert _adds(point("a b c", names=names), "summary", (), named.split())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a b c d", "a b e f", False),
        ("a b c d", "a b c f", True),
        ("a b c d", "a b", True),
        ("a b c", "d", False),
    ],
)
def test_points_that_share_more_than_half_of_the_shorter_are_one(one: str, other: str, same: bool) -> None:
    assert _same(point(one), point(other, candidate=1)) is same
    assert _same(point(one), point(other, candidate=3)) is same
    assert _same(point(other), point(one))


def test_how_like_two_points_are() -> None:
    assert _likeness(point("a b c d"), point("a b x y z")) == 0.5
    assert _likeness(point("a b c d"), point("a b x", candidate=1)) == 2 / 3
    assert _likeness(point("a"), point("")) == 0.0


def chosen(points: Sequence[Point], limit: int) -> list[int]:
    return [points.index(one) for one in chosen_points(list(points), "summary", limit)]


def test_of_points_the_best_comes_first_and_then_what_is_least_like_it() -> None:
    near, far = point("a b c u v w", 3.9, candidate=1), point("k l m n", 2.0, candidate=2)
    points = [point("a b c d e f", 4.0), near, far, point("p q", 0.0, candidate=3)]
    assert chosen(points, 4) == [0, 1, 2, 3]
    assert chosen([points[0], replace(near, worth=1.9), *points[2:]], 4) == [0, 2, 1, 3]
    assert chosen(points, 2) == [0, 1]
    assert chosen(points, 0) == chosen([], 3) == []
    assert chosen([point("a b", 1.0), point("a b", 1.0, candidate=1)], 2) == [0]


def test_points_stand_in_the_order_of_time() -> None:
    assert when_told(point("a b", candidate=1)) == (date(2024, 5, 3), 1, FIRST.sentence.span.end + 1)
    assert when_told(point("a b", candidate=3)) == (date.max, 2, 0)
    assert place_of(point("a b", candidate=2)) == (1, 2)
    assert place_of(point("a b", candidate=3)) == (2, 0)


def test_what_a_report_says_first_is_worth_most_and_what_came_out_counts_as_earlier() -> None:
    assert [one.worth for one in first_told([point("a", 7, candidate=place) for place in range(3)])] == [
        0.0,
        -0.3,
        -2.0,
    ]
    turns = candidates_of("MARA LIND: We came.\n\nPAVEL ORSIC: We did too.", MATCHER)[0]
    spoken = Point(turns, 7.0, 1.0, frozenset("a"), frozenset())
    assert first_told([spoken]) == [spoken]
    assert first_told([]) == []


def words(text: str) -> tuple[Word, ...]:
    """Return words that are given with the letters of their classes: "we/p"."""
    found = [one.rsplit("/", 1) for one in text.split()]
    return tuple(
        Word(word, tag, ANALYZER.terms(word), False, place, word.lower())
        for place, (word, tag) in enumerate(found)
    )


def shown(found: Sequence[Word]) -> str:
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("agent", "main"),
    [
        ("the/d war/n ,/, we/p", "we"),
        ("the/d envoy/n of/i Lomar/N", "the envoy of Lomar"),
        ("the/d envoy/n in/i Lomar/N", "the envoy"),
        ("in/i Lomar/N", "in Lomar"),
        ("Ada/N ,/, Bo/N ,/, Cy/N", "Cy"),
        (",/, we/p", "we"),
        ("", ""),
    ],
)
def test_who_acts_stands_behind_the_last_comma_and_before_what_is_beside_him(agent: str, main: str) -> None:
    assert shown(_main_part(words(agent))) == main


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Sure/a ,/, we/p", "we"),
        ("So/a —/- he/p ,/, they/p", "they"),
        ("we/p", "we"),
        (",/, we/p", "we"),
        ("", ""),
    ],
)
def test_the_clause_of_a_subject_stands_behind_its_last_mark(text: str, clause: str) -> None:
    assert shown(_clause(words(text))) == clause


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We/p", True),
        ("we’re/p", True),
        ("i'm/p", True),
        ("the/d west/n", False),
        ("Ada/N and/c I/p", True),
        ("", False),
    ],
)
def test_whoever_speaks_is_among_words(text: str, first: bool) -> None:
    assert is_first_person(words(text)) is first


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The/d President/n", True),
        ("The/d White/N House/N", True),
        ("The/d President/n of/i Lomar/N", False),
        ("Lomar/N", False),
        ("the/d", False),
        ("", False),
    ],
)
def test_ones_own_government_is_named_with_nothing_beside_it(text: str, own: bool) -> None:
    assert _is_own_government(words(text)) is own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("must/x leave/B", True),
        ("has/x to/z leave/B", True),
        ("has/x left/V", False),
        ("needs/v to/z", True),
        ("has/x", False),
        ("leaves/v must/x", False),
        ("really/a has/x to/z", False),
        ("", False),
    ],
)
def test_a_clause_may_say_what_its_subject_is_to_do(text: str, told: bool) -> None:
    assert _is_told_to(words(text)) is told


@pytest.mark.parametrize(
    ("text", "place", "verb"),
    [
        ("agreement/n provides/n", 1, True),
        ("Lomar/N provides/n", 1, True),
        ("the/d ports/n", 1, False),
        ("agreement/n provide/n", 1, False),
        ("agreement/n provides/v", 1, False),
        ("provides/n agreement/n", 0, False),
    ],
)
def test_a_noun_in_s_behind_a_noun_may_be_its_verb(text: str, place: int, verb: bool) -> None:
    assert _is_of_the_present(words(text), place) is verb


@pytest.mark.parametrize(("between", "close"), [(5, True), (6, True), (7, False)])
def test_the_things_words_name_it_within_a_phrase(between: int, close: bool) -> None:
    candidate = candidates_of(f"River {'boat ' * between}accord.", MATCHER)[0]
    assert _is_close(candidate, 2) is close


def test_whoever_speaks_for_a_side_is_of_it() -> None:
    speaker = Speaker(frozenset({"lind"}), frozenset({"norland"}), False)
    held = frozenset.__contains__

    def among(term: str, terms: object) -> bool:
        assert isinstance(terms, frozenset)
        return held(terms, term)

    assert speaker.is_of(["lind"], among)
    assert speaker.is_of(["x", "norland"], among)
    assert not speaker.is_of(["orsic"], among)
    assert not speaker.is_of([], among)
