"""Which words are marked, where a word is written large, which sentences are read, and how words that nobody has weigh."""

from dataclasses import replace

import pytest

from index.answering.claims import _Found, _joined, _overlap
from index.answering.ranking import reading, retrieval
from index.answering.ranking.arrangement import MatchedSentence
from index.answering.ranking.judging import Judgement
from index.answering.reader.pointer import Pointing
from index.answering.shown import highlights
from index.answering.shown.surroundings import _around
from index.language.english import casing
from index.model import Document, Span
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([], []),
        ([(0, 3), (4, 7)], [(0, 7)]),
        ([(4, 7), (0, 3)], [(0, 7)]),
        ([(0, 3), (3, 5)], [(0, 5)]),
        ([(0, 7), (1, 3)], [(0, 7)]),
        ([(0, 7), (8, 11)], [(0, 11)]),
        ([(0, 7), (12, 16)], [(0, 7), (12, 16)]),
        ([(0, 3), (5, 7)], [(0, 3), (5, 7)]),
    ],
)
def test_marks_are_joined_over_a_space_or_hyphen(spans: list[Span], joined: list[Span]) -> None:
    assert highlights._joined(spans, "the old-new, port of") == joined


@pytest.mark.parametrize(
    ("one", "near"),
    [
        ((0, 5), False),
        ((0, 39), False),
        ((0, 40), True),
        ((160, 170), True),
        ((171, 180), True),
        ((172, 180), False),
        ((103, 105), True),
    ],
)
def test_what_answers_stands_within_sixty_characters(one: Span, near: bool) -> None:
    matched = [(100, 110), (101, 111)]
    assert highlights._is_near(one, matched, [start for start, _ in matched]) is near


ROW = "boat: Ada · port: Lomar · crew of Ada: 12"


@pytest.mark.parametrize(
    ("found", "matched", "asked"),
    [
        ([(6, 9), (18, 23)], [(12, 16)], [(18, 23)]),
        ([(6, 9), (18, 23)], [(0, 4)], [(6, 9)]),
        ([(6, 9), (18, 23)], [(0, 4), (12, 16)], [(6, 9), (18, 23)]),
        ([(6, 9), (18, 23)], [(6, 9)], [(6, 9), (18, 23)]),
        ([(6, 9), (39, 41)], [(26, 30), (34, 37), (0, 4)], [(39, 41)]),
        ([(6, 9)], [(26, 30)], [(6, 9)]),
    ],
)
def test_in_a_row_the_cell_is_marked_whose_head_has_most_of_the_words(
    found: list[Span], matched: list[Span], asked: list[Span]
) -> None:
    assert highlights._in_cells_asked(found, matched, ROW) == asked


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("the Lomar port", "L"),
        ("the lomar port", "l"),
        ("The Lomar port", ""),
        ("Lomar is far", ""),
        ("in Old Lomar", ""),
        ("by President Lomar", "L"),
        ("the Lomars are", ""),
        ("in Lomar and of lomar, near Lomar", "LlL"),
        ("a, Lomar", "L"),
        ("an-Lomar", ""),
    ],
)
def test_how_a_word_is_written_behind_one_that_begins_small(text: str, written: str) -> None:
    assert "".join(casing.written_inside(text, "lomar")) == written


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("lomar", True),
        ("lom", True),
        ("lo", False),
        ("Lomar", False),
        ("lom4r", False),
        ("the", False),
        ("march", False),
    ],
)
def test_a_word_that_may_be_a_name(word: str, name: bool) -> None:
    assert casing.may_be_a_name(word) is name


@pytest.mark.parametrize(
    ("word", "of_a_land"),
    [("france", True), ("French", False), ("french", True), ("lomar", False), ("us", False)],
)
def test_a_word_of_a_land(word: str, of_a_land: bool) -> None:
    assert casing.is_of_a_land(word) is of_a_land


MATCHER = matcher_of("Who met whom?")


def window_of(lengths: list[int], place: int) -> list[int]:
    """Return which of sentences of these lengths are read with the one at ``place``."""
    text = " ".join(f"S{'a' * (length - 2)}." for length in lengths)
    candidates = candidates_of(text, MATCHER)
    assert len(candidates) == len(lengths)
    return [one.ordinal for one in reading._window(candidates[place])]


@pytest.mark.parametrize(
    ("lengths", "place", "window"),
    [
        ([100, 100, 100], 1, [0, 1, 2]),
        ([200, 198, 200], 1, [0, 1, 2]),
        ([200, 199, 200], 1, [1, 2]),
        ([200, 199, 200], 0, [0, 1]),
        ([200, 199, 200], 2, [1, 2]),
        ([100, 700, 100], 1, [1]),
        ([700, 100, 100], 0, [0]),
        ([300, 400, 300], 1, [1]),
    ],
)  # fmt: skip
def test_a_window_has_six_hundred_characters(lengths: list[int], place: int, window: list[int]) -> None:
    assert window_of(lengths, place) == window


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Vale came. Who met her?", "Who met her?"),
        ("Who met her? Why?", "Who met her? Why?"),
        ("Vale came. Tell me who met her.", "Vale came. Tell me who met her."),
        ("Vale came. “Who met her?”", "“Who met her?”"),
        ("Why " + "so " * 700 + "?", "Why " + "so " * 700 + "?"),
    ],
)
def test_of_a_question_those_sentences_are_read_that_ask(question: str, asked: str) -> None:
    assert reading.asked(question) == asked


@pytest.mark.parametrize(
    ("pointing", "for_all", "expected"),
    [
        (None, None, Judgement(4.0 - 3.6, (1, 2), None, 4.0)),
        (None, -5.0, Judgement(4.0 - 1.5, (1, 2), None, 4.0)),
        (Pointing(2.0, (5, 6)), None, Judgement(4.6, (5, 6), 2.0, 4.0)),
        (Pointing(-2.0, (5, 6)), None, Judgement(3.4, (1, 2), -2.0, 4.0)),
        (Pointing(0.0, (5, 6)), None, Judgement(4.0, (1, 2), 0.0, 4.0)),
        (Pointing(-2.0, (5, 6)), -5.0, Judgement(2.5, (1, 2), -2.0, 4.0)),
    ],
)
def test_the_margin_is_weighed_and_points_where_it_is_above_nothing(
    pointing: Pointing | None, for_all: float | None, expected: Judgement
) -> None:
    found = reading._with(Judgement(4.0, (1, 2)), pointing, for_all)
    assert replace(found, score=round(found.score, 9)) == replace(expected, score=round(expected.score, 9))


@pytest.mark.parametrize(
    ("passages", "expected"),
    [(0, {"a": 2.0, "b": 2.0}), (60, {"a": 1.5, "b": 2.5}), (180, {"a": 1.25, "b": 2.75})],
)
def test_in_few_passages_the_idf_is_drawn_to_the_mean(passages: int, expected: dict[str, float]) -> None:
    assert retrieval._smoothed({"a": 1.0, "b": 3.0}, passages) == pytest.approx(expected)
    assert retrieval._smoothed({}, passages) == {}


def test_what_is_retrieved_of_a_paragraph_and_a_document_has_the_best_of_each_word() -> None:
    text = "Vale met Sato. Rain fell.\n\nSato met Vale."
    matcher = matcher_of("Vale rain")
    found = candidates_of(text, matcher)
    passage = retrieval._Retrieved(1, found[0].passage, tuple(one.matched for one in found), 1.0)
    title = MatchedSentence((0.0, 1.0), ((0, 1, 1.0),), 1)
    coverage = retrieval._Coverage([passage, passage], {1: title})
    assert coverage.paragraphs == {(1, 1): (1.0, 1.0), (1, 2): (1.0, 0.4)}
    assert coverage.documents == {1: (1.0, 1.0)}
    assert coverage.of_passage(passage) == (1.0, 1.0)
    last = retrieval._Retrieved(1, found[0].passage[2:], (found[2].matched,), 1.0)
    assert retrieval._Coverage([last], {1: title}).of_passage(last) == (1.0, 0.4)
    assert passage.neighbours(0) == (None, found[1].matched)
    assert passage.neighbours(1) == (found[0].matched, found[2].matched)
    assert passage.neighbours(2) == (found[1].matched, None)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 5), (5, 9), False), ((0, 5), (4, 9), True), ((5, 9), (0, 5), False), ((5, 9), (0, 6), True)],
)
def test_two_places_of_one_document_overlap(one: Span, other: Span, overlap: bool) -> None:
    first, second = (_Found(1, span, 1.0, (), True) for span in (one, other))
    assert _overlap(first, second) is overlap
    assert not _overlap(first, replace(second, row=2))


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(0, 4), (13, 17)], ((0, 4), (13, 17))),
        ([(0, 4), (9, 12)], ((0, 12),)),
        ([(0, 4), (9, 12), (13, 17)], ((0, 17),)),
        ([], ()),
    ],
)
def test_marks_are_joined_where_no_word_between_says_anything(
    spans: list[Span], joined: tuple[Span, ...]
) -> None:
    assert _joined(spans, "Vale and met Sato", ANALYZER) == joined


PARAGRAPHS = "One.\n\nTwo here.\n\nThree.\n\nFour."


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, 4, "One.\n\nTwo here."),
        (6, 9, "One.\n\nTwo here.\n\nThree."),
        (17, 23, "Two here.\n\nThree.\n\nFour."),
        (6, 18, "One.\n\nTwo here.\n\nThree.\n\nFour."),
        (25, 30, "Three.\n\nFour."),
        (4, 6, None),
        (-1, 4, None),
        (3, 3, None),
        (25, 31, None),
    ],
)
def test_around_a_span_the_paragraph_before_and_after_is_shown(
    start: int, end: int, shown: str | None
) -> None:
    found = _around(Document("a", "A", PARAGRAPHS), start, end, None, None)
    assert (found and PARAGRAPHS[found.start : found.end]) == shown
    if found is not None:
        assert found.highlights == ((start, end),)


@pytest.mark.parametrize(("answered", "marked"), [(True, "2025"), (False, "Brandt")])
def test_a_day_is_marked_only_where_the_excerpt_answers(answered: bool, marked: str) -> None:
    text = "Brandt was in Lind in 2025 again."
    document = Document("call", "Lind", text)
    spans = highlights.highlights(
        document, (0, len(text)), matcher_of("When did Brandt leave?"), ANALYZER, answered=answered
    )
    assert [document.slice(*span) for span in spans] == [marked]
