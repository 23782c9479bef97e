"""What was shown before: where a follow-up is answered by it again, where by something else, and what is shown beside it."""

from dataclasses import replace

import pytest

from index.answering.ranking.judging import Candidate, Judgement
from index.answering.ranking.retrieval import Ranking
from index.answering.shown import before
from index.citations import cite
from index.model import Answer, Document, Excerpt
from tests.index.answering.candidates import ranking_of

RANKING = ranking_of(
    "When was the accord signed?", "The accord was signed. Rain fell.", "They signed it.", "Boats left."
)
SIGNED, RAIN, IT, BOATS = RANKING.candidates


def ranked(*candidates: Candidate) -> Ranking:
    return replace(RANKING, candidates=candidates)


def read(candidate: Candidate, margin: float | None) -> Candidate:
    return candidate.judged(Judgement(1.0, None, margin))


def of_kind(candidate: Candidate, kind: float) -> Candidate:
    return replace(candidate, evidence=candidate.evidence._replace(kind=kind))


@pytest.mark.parametrize(
    ("first", "own", "met"),
    [
        (SIGNED, {"accord"}, True),
        (RAIN, {"accord"}, True),
        (BOATS, {"accord"}, False),
        (BOATS, {"ferry"}, True),
        (BOATS, set(), True),
        (IT, {"accord", "sign"}, True),
    ],
)
def test_the_first_sentence_or_one_beside_it_meets_a_term(first: Candidate, own: set[str], met: bool) -> None:
    assert before.meets(ranked(first), own) is met
    for behind in (SIGNED, BOATS):
        assert before.meets(ranked(first, behind), own) is met
    assert before.meets(ranked(), own)


def test_a_sentence_has_the_terms_of_a_follow_up() -> None:
    assert before.has_term(RANKING, SIGNED, "accord")
    assert not before.has_term(RANKING, IT, "accord")
    assert not before.has_term(RANKING, SIGNED, "ferry")
    for weight, stands in ((0.55, True), (0.54, False)):
        other = replace(SIGNED, matched=SIGNED.matched._replace(best=(weight,) * len(SIGNED.matched.best)))
        assert before.has_term(RANKING, other, "accord") is stands
        assert not before.has_every_term(ranked(other), {"accord"})


@pytest.mark.parametrize(
    ("first", "own", "every"),
    [
        (SIGNED, {"accord", "sign"}, True),
        (IT, {"accord", "sign"}, False),
        (IT, {"sign"}, True),
        (SIGNED, {"accord", "ferry"}, False),
        (SIGNED, set(), False),
    ],
)
def test_the_first_sentence_has_every_term(first: Candidate, own: set[str], every: bool) -> None:
    for behind in (SIGNED, BOATS):
        assert before.has_every_term(ranked(first, behind), own) is every
    assert not before.has_every_term(ranked(), own)


@pytest.mark.parametrize(("margin", "reads"), [(None, False), (0.0, False), (0.1, True), (-0.1, False)])
def test_what_is_read_to_answer_has_a_margin_above_nothing(margin: float | None, reads: bool) -> None:
    assert before.is_read_to_answer(read(SIGNED, margin)) is reads


@pytest.mark.parametrize(
    ("margin", "own", "surely"),
    [
        (None, {"accord"}, False),
        (0.0, {"accord"}, False),
        (0.1, {"accord"}, True),
        (0.1, {"accord", "ferry"}, False),
        (2.0, set(), False),
        (2.1, set(), True),
    ],
)
def test_it_answers_surely_with_every_term_or_a_wide_margin(
    margin: float | None, own: set[str], surely: bool
) -> None:
    assert before.answers_surely(ranked(read(SIGNED, margin)), own) is surely
    for behind in (read(SIGNED, 9.0), read(BOATS, -9.0)):
        assert before.answers_surely(ranked(read(SIGNED, margin), behind), own) is surely


OWN = {"accord", "sign"}


@pytest.mark.parametrize(
    ("first", "other", "surer", "as_well"),
    [
        (SIGNED, SIGNED, False, True),
        (BOATS, IT, False, True),
        (IT, BOATS, False, False),
        (IT, BOATS, True, True),
        (IT, of_kind(BOATS, 1.0), False, True),
        (of_kind(IT, 1.0), SIGNED, True, False),
        (of_kind(BOATS, 1.0), of_kind(IT, 1.0), False, True),
        (read(IT, 1.0), SIGNED, True, False),
        (read(IT, 1.0), read(BOATS, 1.0), False, False),
        (read(IT, -1.0), read(BOATS, 1.0), False, True),
        (read(IT, 1.0), read(SIGNED, 1.0), False, True),
        (RAIN, BOATS, False, False),
    ],
)
def test_another_sentence_answers_as_well(
    first: Candidate, other: Candidate, surer: bool, as_well: bool
) -> None:
    assert before.answers_as_well(ranked(first), ranked(other), OWN, surer) is as_well


DOCUMENT = Document("a", "A", "One two three four five six seven eight nine ten.")
OTHER = Document("b", "B", DOCUMENT.text)


def excerpt(start: int, end: int, document: Document = DOCUMENT) -> Excerpt:
    return Excerpt(document, start, end, (), cite(document, start, end, ()))


ONE, TWO, THREE, FOUR = (excerpt(start, start + 5) for start in (0, 10, 20, 30))


def answer(*excerpts: Excerpt, answered: bool = True) -> Answer:
    return Answer(
        "Who?", answered, 0.5, "partial", excerpts if answered else (), () if answered else excerpts
    )


def places(found: Answer) -> list[tuple[int, int]]:
    return [(one.citation.number, one.start) for one in found.excerpts]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (excerpt(0, 5), excerpt(5, 9), False),
        (excerpt(5, 9), excerpt(0, 5), False),
        (excerpt(0, 5), excerpt(4, 9), True),
        (excerpt(4, 9), excerpt(0, 5), True),
        (excerpt(0, 5), excerpt(0, 5, OTHER), False),
    ],
)
def test_excerpts_overlap_that_show_some_of_the_same_words(
    one: Excerpt, other: Excerpt, overlap: bool
) -> None:
    assert before.overlaps(one, other) is overlap


def test_the_first_excerpt_stays_and_of_the_others_those_that_were_not_shown() -> None:
    assert places(before.with_others(answer(ONE, TWO, THREE), (ONE, TWO))) == [(1, 0), (2, 20)]
    assert places(before.with_others(answer(ONE), (ONE,))) == [(1, 0)]


def test_what_stands_beside_comes_first_where_nothing_else_answers() -> None:
    assert places(before.joined(answer(ONE, TWO, answered=False), answer(THREE), (), 5)) == [
        (1, 20),
        (2, 0),
        (3, 10),
    ]
    assert places(before.joined(answer(ONE, TWO), answer(THREE), (ONE,), 5)) == [(1, 20), (2, 10)]
    assert places(before.joined(answer(ONE, TWO, FOUR), answer(THREE), (ONE,), 2)) == [(1, 20), (2, 10)]


def test_what_stands_beside_comes_behind_the_first_that_answers() -> None:
    assert places(before.joined(answer(ONE, TWO), answer(THREE), (), 5)) == [(1, 0), (2, 20), (3, 10)]
    assert places(before.joined(answer(ONE, TWO), answer(TWO), (), 5)) == [(1, 0), (2, 10)]
    assert places(before.joined(answer(ONE, TWO), answer(THREE), (), 2)) == [(1, 0), (2, 20)]
    assert before.joined(answer(ONE, TWO), answer(ONE), (), 5) == answer(ONE, TWO)


def test_sentences_that_begin_in_what_was_shown_are_left_out() -> None:
    shown = Excerpt(SIGNED.document, 0, 24, (), cite(SIGNED.document, 0, 24, ()))
    assert RAIN.sentence.span.start == 23
    assert before.without_shown(RANKING, (shown,)).candidates == (IT, BOATS)
    assert before.without_shown(RANKING, (replace(shown, end=23),)).candidates == (RAIN, IT, BOATS)
    assert before.without_shown(RANKING, (replace(shown, start=1),)).candidates == (SIGNED, IT, BOATS)
    assert before.without_shown(RANKING, ()).candidates == RANKING.candidates


@pytest.mark.parametrize(
    ("text", "name", "both"),
    [
        ("Lind will pay 40 dollars and Norland 25.", "Norland", True),
        ("Lind will pay 40 dollars, the Norland 25 and Tolva $5.", "Tolva", True),
        ("Lind will pay Norland 40 dollars.", "Norland", False),
        ("Lind and Norland will pay 40 dollars.", "Norland", False),
    ],
)
def test_what_is_said_of_both_is_told_of_the_second_without_its_verb(
    text: str, name: str, both: bool
) -> None:
    document = Document(key="1", title="Fund", text=text)
    shown = Excerpt(document, 0, len(text), (), cite(document, 0, len(text), (), 1))
    answer = Answer("How much will Lind pay?", True, 0.9, "strong", (shown,))
    assert before.is_told_of_both(answer, name) is both
