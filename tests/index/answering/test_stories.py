"""What a later document tells of the same: an end, a change, another day, and what it tells of something else."""

from datetime import date, timedelta

import pytest

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.stories import Wording, carried_on
from index.language.english.grammar.words import read_words
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of

TOLD = date(2024, 3, 1)
ENVOY = (
    "Who is the envoy for the Brell river talks?",
    "Judge Oda Fenn was named on Friday as envoy for the Brell river talks.",
)
TOLL = (
    "What is the toll for carts on the Sarn bridge?",
    "The toll for carts on the Sarn bridge is 40 crowns, the board said.",
)
MEETING = (
    "When will Minister Orla Vey meet the herring fishers?",
    "Minister Orla Vey will meet the herring fishers on 12 March in Port Sill.",
)


def nouns(text: str) -> frozenset[str]:
    words = read_words(text, lambda word: tuple(ANALYZER.terms(word)))
    return frozenset(term for word in words if word.tag in "Nrn" for term in word.terms)


def found(
    question: str, older: str, *later: tuple[str, str], days: int = 10, rarity: float = 1.0
) -> tuple[str, bool] | None:
    """Return the sentence that carries on with the first of ``older`` in what was told ``days`` later, and whether surely."""
    matcher = matcher_of(question)
    candidates: list[Candidate] = candidates_of(older, matcher, 1, published=TOLD)
    for row, (title, text) in enumerate(later, 2):
        candidates += candidates_of(text, matcher, row, title, TOLD + timedelta(days * (row - 1)))
    ranking = Ranking(matcher.question, matcher, tuple(candidates))
    carried = carried_on(ranking, candidates[0], lambda one: True, Wording(nouns, lambda term: rarity))
    if carried is None:
        return None
    span = carried[0].sentence.span
    return carried[0].document.slice(span.start, span.end), carried[1]


@pytest.mark.parametrize(
    ("asked", "title", "text", "sentence"),
    [
        (
            ENVOY,
            "River talks: Fenn goes",
            "Oda Fenn has gone to the bench. She is succeeded as envoy by Bo Lindahl.",
            1,
        ),
        (
            ENVOY,
            "River talks",
            "As of Monday Ketil Holm is the envoy for the Brell river talks in her place.",
            0,
        ),
        (TOLL, "Notice", "The board has lowered the toll for carts on the Sarn bridge to 35 crowns.", 0),
        (
            TOLL,
            "Notice",
            "The Sarn bridge is closed to carts. Its toll for carts is suspended for the winter.",
            1,
        ),
        (
            MEETING,
            "Meeting",
            "In Port Sill the fishers waited in vain. The meeting with Vey was called off.",
            1,
        ),
        (MEETING, "Fishers", "The herring fishers must wait: Orla Vey has moved the meeting to 19 March.", 0),
    ],
)
def test_a_later_document_tells_how_it_stands_now(
    asked: tuple[str, str], title: str, text: str, sentence: int
) -> None:
    carried = found(*asked, (title, text))
    assert carried is not None
    assert text.split(". ")[sentence].rstrip(".") in carried[0]


@pytest.mark.parametrize(
    ("asked", "title", "text"),
    [
        # Nothing changed.
        (ENVOY, "River talks", "Judge Oda Fenn opened the Brell river talks as their envoy."),
        # Of another river, bridge or meeting, though something changed there.
        (ENVOY, "Coal talks", "Ketil Holm is succeeded as envoy for the coal talks by Bo Lindahl."),
        (TOLL, "Ferry", "The fare for carts on the Lund ferry was lowered to 60 crowns."),
        (MEETING, "Trade", "The minister of trade called off a visit to the sugar planters."),
        # Of the same, and no day, sum or person in it.
        (TOLL, "Sarn bridge", "The board has extended the hours of the toll for carts on the Sarn bridge."),
    ],
)
def test_what_is_of_something_else_or_the_same_as_before_changes_nothing(
    asked: tuple[str, str], title: str, text: str
) -> None:
    assert found(*asked, (title, text)) is None


def test_what_counts_something_else_is_no_new_number() -> None:
    text = "The board has raised the weight for carts on the Sarn bridge to 900 pounds, the toll aside."
    assert found(*TOLL, ("Notice", text)) is None
    assert found(*TOLL, ("Notice", text.replace("pounds", "crowns"))) is not None


@pytest.mark.parametrize(("days", "carries"), [(1, True), (400, True), (401, False), (0, False)])
def test_only_what_is_told_later_and_within_a_year_or_so_carries_on(days: int, carries: bool) -> None:
    text = "The board has lowered the toll for carts on the Sarn bridge to 35 crowns."
    assert (found(*TOLL, ("Notice", text), days=days) is not None) is carries


def test_one_after_another_is_followed_and_the_last_comes_out() -> None:
    first = "The board has lowered the toll for carts on the Sarn bridge to 35 crowns."
    second = "The toll for carts on the Sarn bridge was raised again to 45 crowns."
    carried = found(*TOLL, ("Notice", first), ("Notice", second), days=300)
    assert carried is not None
    assert carried[0] == second


def test_it_is_sure_where_all_that_is_asked_about_stands_beside_a_word_for_change() -> None:
    text = "The toll for carts on the Sarn bridge has been revised to 35 crowns."
    assert found(*TOLL, ("Notice", text)) == (text, True)
    text = "She is succeeded as envoy by Bo Lindahl, to whom Oda Fenn gave the keys."
    assert found(*ENVOY, ("River talks: Fenn goes", text)) == (text, False)


@pytest.mark.parametrize(("rarity", "carries"), [(0.6, True), (0.4, False)])
def test_in_other_words_so_much_must_be_common_that_few_texts_have(rarity: float, carries: bool) -> None:
    # Common to both beside the question's words are Oda, Fenn and the judge.
    text = "Judge Oda Fenn is succeeded as envoy by Bo Lindahl."
    assert (found(*ENVOY, ("River talks", text), rarity=rarity) is not None) is carries


def test_of_a_question_that_names_one_thing_nothing_is_carried_on() -> None:
    assert (
        found("What is the toll?", "The toll is 40 crowns.", ("Notice", "The toll was cut to 35 crowns."))
        is None
    )


def test_what_has_no_day_is_carried_on_by_nothing() -> None:
    matcher = matcher_of(TOLL[0])
    (first,) = candidates_of(TOLL[1], matcher)
    later = candidates_of(
        "The toll for carts on the Sarn bridge was cut to 9 crowns.", matcher, 2, published=TOLL_DAY
    )
    ranking = Ranking(matcher.question, matcher, (first, *later))
    assert carried_on(ranking, first, lambda one: True, Wording(nouns, lambda term: 1.0)) is None


TOLL_DAY = TOLD + timedelta(1)
