"""What is shown of a sentence that answers: with which neighbour, with how much of its quotation, under which heading."""

from dataclasses import replace
from pathlib import Path

import pytest

from index import Document, Index
from index.answering import answers
from index.answering.ranking.judging import Candidate, Judgement
from index.answering.shown.replies import Replies
from index.language.english.going_on import refers_back
from index.language.sentences import sentences
from index.model import Part
from index.requests import AskRequest
from tests.index.answering.candidates import candidates_of, matcher_of, ranking_of

MATCHER = matcher_of("Who met whom?")


def shown(
    text: str,
    number: int,
    scores: dict[int, float] | None = None,
    score: float = 10.0,
    structure: tuple[Part, ...] = (),
) -> str:
    candidate = candidates_of(text, MATCHER, structure=structure)[number].judged(Judgement(score))
    around = dict(enumerate(sentences(text)))
    held = {(1, place): value for place, value in (scores or {}).items()}
    return text[slice(*answers.excerpt_span(candidate, around, held, refers_back))]


def long(words: str, characters: int) -> str:
    """Return a sentence of so many characters that begins with ``words``."""
    return f"{words} {'a' * (characters - len(words) - 2)}."


BEFORE = "The truce held."


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        (f"{BEFORE} It was praised.", 1, True),
        (f"{BEFORE} But it was praised.", 1, True),
        (f"{BEFORE}\n\nIt was praised.", 1, True),
        (f"{BEFORE} Nobody praised it.", 1, False),
        ("It was praised.", 0, True),
        (f"{long('The', 350)} It was praised.", 1, True),
        (f"{long('The', 351)} It was praised.", 1, False),
    ],
)
def test_what_begins_with_a_pronoun_is_shown_with_the_sentence_before(
    text: str, number: int, whole: bool
) -> None:
    assert (shown(text, number) == text) is whole


ASKED = "Q Will the truce hold?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ASKED} I hope so. We work at it. Rain fell.", f"{ASKED} I hope so. We work at it. Rain fell."),
        (f"{ASKED} Well. I hope so. We do. Rain fell.", f"{ASKED} Well. I hope so. We do."),
        (f"{ASKED} I hope so. Q And then? No.", f"{ASKED} I hope so."),
        (f"{ASKED} By when? In May. No.", f"{ASKED} By when? In May. No."),
        (f"{ASKED} {long('It', 677)} No.", f"{ASKED} {long('It', 677)}"),
        (f"{ASKED} {long('It', 678)} No.", ASKED),
        (ASKED, ASKED),
    ],
)
def test_what_asks_is_shown_with_its_reply(text: str, expected: str) -> None:
    assert shown(text, 0) == expected


THREE = "The truce held. Vale met Sato. Rain fell."


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, "Vale met Sato."),
        ({0: 8.0}, "The truce held. Vale met Sato."),
        ({0: 7.9}, "Vale met Sato."),
        ({2: 8.0}, "Vale met Sato. Rain fell."),
        ({2: 7.9}, "Vale met Sato."),
        ({0: 9.0, 2: 8.5}, "The truce held. Vale met Sato."),
        ({0: 8.5, 2: 9.0}, "Vale met Sato. Rain fell."),
        ({0: 9.0, 2: 9.0}, "The truce held. Vale met Sato."),
        ({0: 7.0, 2: 8.0}, "Vale met Sato. Rain fell."),
    ],
)
def test_a_neighbour_that_is_nearly_as_good_is_shown_with_it(scores: dict[int, float], expected: str) -> None:
    assert shown(THREE, 1, scores) == expected


def test_a_neighbour_of_another_paragraph_or_too_long_is_not() -> None:
    assert shown("The truce held.\n\nVale met Sato.", 1, {0: 10.0}) == "Vale met Sato."
    for characters, more in ((350, True), (351, False)):
        text = f"{long('The', characters)} Vale met Sato."
        assert (shown(text, 1, {0: 10.0}) == text) is more


SPOKEN = "The truce held. Lind said: “We go. We stay. We sail.” They left."


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "The truce held."),
        (1, "Lind said: “We go. We stay. We sail.”"),
        (2, "Lind said: “We go. We stay. We sail.”"),
        (3, "Lind said: “We go. We stay. We sail.”"),
        (4, "We sail.” They left."),
    ],
)
def test_a_sentence_in_a_quotation_is_shown_with_the_whole_of_it(number: int, expected: str) -> None:
    assert shown(SPOKEN, number) == expected


@pytest.mark.parametrize(("characters", "whole"), [(700, True), (701, False)])
def test_a_quotation_is_shown_whole_up_to_a_length(characters: int, whole: bool) -> None:
    first = "Lind said: “We go."
    text = f"{first} {long('We', characters - len(first) - 2)}”"
    assert len(text) == characters
    assert (shown(text, 0) == text) is whole
    assert shown(text, 0) in (text, first)


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert shown("Lind said: “We go. We stay.\n\nWe sail.” They left.", 0) == "Lind said: “We go."


@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("no marks", False, False),
        ("no marks", True, True),
        ("an “open one", False, True),
        ("a closed” one", True, False),
        ("an „open one", False, True),
        ("an «open» one", False, False),
        ('a "plain', False, True),
        ('a "plain', True, False),
        ('a "plain" one', False, False),
        ("one” and “another", True, True),
    ],
)
def test_whether_a_sentence_ends_inside_a_quotation(text: str, inside: bool, expected: bool) -> None:
    assert answers._ends_inside_quotation(text, inside) is expected


HEADED = "10:30 Port Amity. Vale met Sato. Rain fell."


@pytest.mark.parametrize(
    ("end", "number", "expected"),
    [
        (len(HEADED), 0, "Vale met Sato."),
        (len(HEADED), 1, "Vale met Sato."),
        (len(HEADED), 2, "Rain fell."),
        (32, 0, "Vale met Sato."),
    ],
)
def test_for_a_heading_the_first_sentence_under_it_is_shown(end: int, number: int, expected: str) -> None:
    parts = (Part("entry", 0, end, "10:30"), Part("heading", 0, 17))
    text = HEADED
    assert [text[one.start : one.end] for one in sentences(text)][1:] == ["Vale met Sato.", "Rain fell."]
    found = shown(text, number, structure=parts)
    assert found == expected


def words(*terms: str) -> Candidate:
    (candidate,) = candidates_of(f"{' '.join(terms)}.", MATCHER, row=hash(terms))
    return candidate


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "vale sato truce grain port ship boat river sea storm",
            "vale sato truce grain port ship boat fish oil coal",
            False,
        ),
        (
            "vale sato truce grain port ship boat river sea storm",
            "vale sato truce grain port ship boat river oil coal",
            True,
        ),
        ("vale sato truce", "vale sato grain port", False),
        ("vale sato truce", "vale sato truce port", True),
        ("vale", "sato", False),
    ],
)
def test_two_sentences_that_share_seven_tenths_of_their_words_say_the_same(
    one: str, other: str, same: bool
) -> None:
    first, second = words(*one.split()), words(*other.split())
    assert answers._repeats(first, second, (0, 0)) is same
    assert answers._repeats(second, first, (0, 0)) is same


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((0, 5), (5, 9), False),
        ((0, 5), (4, 9), True),
        ((5, 9), (0, 5), False),
        ((5, 9), (0, 6), True),
        ((2, 3), (0, 9), True),
    ],
)
def test_spans_overlap_that_have_a_character_in_common(
    one: tuple[int, int], other: tuple[int, int], overlap: bool
) -> None:
    assert answers._overlap(one, other) is overlap


def test_what_an_excerpt_shows_has_none_of_its_own_and_what_comes_after_it_has(tmp_path: Path) -> None:
    text = "The envoys signed the accord. They left the accord in Lomar.\n\nThe accord was praised in Brook."
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([Document("a", "Report", text)])
        with index.searching() as searcher:
            ranking = index.asker.rank(searcher, AskRequest("What of the accord?"))
            signed, left, praised = sorted(ranking.candidates, key=lambda one: one.sentence.ordinal)
            for order, shown_of in (
                ((left, signed, praised), [text[:60], text[62:]]),
                ((signed, left, praised), [text[:29], text[30:60], text[62:]]),
            ):
                found = answers.excerpts(searcher, ranking, order, first=3)
                assert [one.text for one in found] == shown_of
                assert [one.citation.number for one in found] == list(range(3, 3 + len(shown_of)))


def test_a_sentence_far_below_the_first_is_passed_over_and_what_stands_behind_it_is_shown(
    tmp_path: Path,
) -> None:
    text = "The accord was signed.\n\nThe accord was praised.\n\nThe accord was read in Brook by envoys."
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([Document("a", "Report", text)])
        with index.searching() as searcher:
            ranking = index.asker.rank(searcher, AskRequest("What of the accord?"))
            best = ranking.candidates[0].judged(Judgement(9.0, before=9.0))
            below = ranking.candidates[1].judged(Judgement(8.0, before=-90.0))
            near = ranking.candidates[2].judged(Judgement(7.0, before=9.0))
            ordered = replace(ranking, candidates=(best, below, near))
            shown = [one for one, _ in answers._chosen(searcher, Replies(searcher), ordered, None, None, 5)]
            assert shown == [best, near]
            assert len(list(answers._chosen(searcher, Replies(searcher), ordered, None, None, 1))) == 1


@pytest.mark.parametrize(
    ("margins", "found"),
    [
        ((-2.0, 1.0, 3.0, -1.0, 9.0), 2),
        ((-2.0, -1.0, -3.0, -1.0, -9.0), None),
        ((4.0, 1.0, 3.0, -1.0, -9.0), None),
        ((None, 1.0, None, None, None), 1),
        ((-2.0, None, None, 2.0, None), 3),
        ((-2.0, None, None, None, 2.0), None),
    ],
)
def test_what_is_read_to_answer_soon_behind_is_shown_with_it(
    margins: tuple[float | None, ...], found: int | None
) -> None:
    text = "He saw a boy. Rain fell. The boy saluted. Nobody spoke. They left."
    held = ranking_of("Who met whom?", text)
    read = [
        one.judged(Judgement(one.score, None, margin))
        for one, margin in zip(held.candidates, margins, strict=True)
    ]
    first = read[0]
    span = first.sentence.span.start, first.sentence.span.end
    behind = answers.read_behind(first, replace(held, candidates=tuple(read)), span)
    assert (behind and behind.sentence.ordinal) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DID THE PAUSE LEAD TO IT?\n\nNumber one is the border.", "DID THE PAUSE LEAD TO IT?"),
        ("Will it hold? We hope so. Thank you, that is all.", "Will it hold? We hope so."),
    ],
)
def test_a_headline_asks_nobody_and_a_closing_replies_nothing(text: str, expected: str) -> None:
    assert shown(text, 0) == expected
