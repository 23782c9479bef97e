"""On whose side a sentence stands, and what overrules what: each sign, and each share at its bound."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from index.answering import framing, state
from index.answering.kinds.newest import newest_first
from index.answering.ranking.judging import Candidate, Judgement
from index.answering.ranking.retrieval import Ranking
from index.answering.several import sides
from index.answering.stories import Wording
from index.language.english.grammar.words import Words, read_words
from tests.index.answering.candidates import ANALYZER, candidates_of, matcher_of


def read(text: str) -> Words:
    return read_words(text, lambda word: tuple(ANALYZER.terms(word)))


@pytest.mark.parametrize(
    ("text", "first_person"),
    [
        ("I agree", True),
        ("we’re here", True),
        ("I'm here", True),
        ("our port", True),
        ("he agrees", False),
        ("Ida", False),
        ("", False),
    ],
)
def test_first_person(text: str, first_person: bool) -> None:
    assert sides.is_first_person(read(text)) is first_person


@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        ("the port", "the port"),
        ("in May, the port", "the port"),
        ("one, two: we", "we"),
        ("we,", ""),
        ("well – we", "we"),
    ],
)
def test_the_subject_stands_behind_the_last_mark(subject: str, clause: str) -> None:
    assert " ".join(word.text for word in sides._clause(read(subject))) == clause


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("the President", True),
        ("the administration", True),
        ("the President of Lomar", False),
        ("the", False),
        ("the port", False),
    ],
)
def test_with_nothing_beside_it_the_government_is_ones_own(text: str, own: bool) -> None:
    assert sides._is_own_government(read(text)) is own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("must leave the port", True),
        ("should leave", True),
        ("must", True),
        ("needs to leave", True),
        ("has to leave", True),
        ("has left", False),
        ("needs ships", False),
        ("left", False),
        ("also must leave", False),
        ("", False),
    ],
)
def test_what_others_want_of_a_subject(text: str, told: bool) -> None:
    assert sides._is_told_to(read(text)) is told


# Of these questions the words are five and four; what is asked is how things stand.
QUESTION = "When is the river summit in Lomar?"
OLD, NEW = date(2024, 5, 1), date(2024, 5, 2)
CANCELLED = "The river summit in Lomar on 3 May 2024 was cancelled."
HELD = "The river summit in Lomar is on 3 May 2024."


def sentence(
    text: str, best: Sequence[float], row: int = 1, published: date | None = OLD, ordinal: int = 0
) -> Candidate:
    """Return the first sentence of a text as one that has the question's words so well."""
    (found, *_) = candidates_of(text, MATCHER, row, published=published)
    nothing = replace_best(found, (0.0,) * len(best)).matched
    held = replace_best(found, best)
    return replace(
        held, sentence=held.sentence._replace(ordinal=ordinal), neighbours=(None, None), title=nothing
    )


def replace_best(one: Candidate, best: Sequence[float]) -> Candidate:
    return replace(one, matched=one.matched._replace(best=tuple(best)))


MATCHER = matcher_of(QUESTION)
WORDING = Wording(lambda text: frozenset(), lambda term: 1.0)
WORDS = len(MATCHER.terms)


def share(of: float) -> tuple[float, ...]:
    return (of,) * WORDS


def found_state(*candidates: Candidate, may: Callable[[Candidate], bool] = lambda one: True) -> int | None:
    ranking = Ranking(MATCHER.question, MATCHER, candidates)
    found = state.find_state(ranking, may, lambda one, other: True, lambda one: False, WORDING)
    return None if found is None else candidates.index(found.current)


def test_the_words_of_the_sentences_tell_of_a_change_or_not() -> None:
    assert state.asks_how_it_stands(QUESTION)
    assert state.changes(CANCELLED, QUESTION, sure=True)
    assert not state.changes(HELD, QUESTION)


@pytest.mark.parametrize(("held", "overrules"), [(0.6, True), (0.59, False), (1.0, True)])
def test_a_sure_change_has_three_fifths_of_the_words(held: float, overrules: bool) -> None:
    newer = sentence(CANCELLED, share(held), 2, NEW)
    assert (found_state(sentence(HELD, share(1.0)), newer) == 1) is overrules


@pytest.mark.parametrize(("held", "overrules"), [(0.95, True), (0.94, False)])
def test_what_tells_of_no_change_has_nearly_all_of_the_words(held: float, overrules: bool) -> None:
    newer = sentence(HELD, share(held), 2, NEW)
    assert (found_state(sentence(HELD, share(1.0)), newer) == 1) is overrules


@pytest.mark.parametrize(("both", "overrules"), [(0.7, True), (0.69, False)])
def test_where_no_change_is_sure_both_have_the_words_themselves(both: float, overrules: bool) -> None:
    assert (found_state(sentence(HELD, share(both)), sentence(HELD, share(1.0), 2, NEW)) == 1) is overrules
    assert (found_state(sentence(HELD, share(0.7)), sentence(HELD, share(both), 2, NEW)) == 1) is overrules


@pytest.mark.parametrize(
    ("first", "second", "overrules"),
    [(OLD, NEW, True), (OLD, OLD, False), (NEW, OLD, False), (None, NEW, False), (OLD, None, False)],
)
def test_only_what_was_published_later_overrules(
    first: date | None, second: date | None, overrules: bool
) -> None:
    older, newer = sentence(HELD, share(1.0), 1, first), sentence(CANCELLED, share(1.0), 2, second)
    assert (found_state(older, newer) == 1) is overrules


@pytest.mark.parametrize(
    ("ordinal", "overrules"), [(-1, False), (0, False), (1, True), (15, True), (16, False)]
)
def test_in_one_document_a_sure_change_overrules_within_fifteen_sentences(
    ordinal: int, overrules: bool
) -> None:
    older = sentence(HELD, share(1.0), ordinal=20)
    newer = sentence(CANCELLED, share(0.6), ordinal=20 + ordinal)
    assert (found_state(older, newer) == 1) is overrules
    assert found_state(older, sentence(CANCELLED, share(0.59), ordinal=20 + ordinal)) is None
    assert found_state(older, sentence(HELD, share(1.0), ordinal=20 + ordinal)) is None


@pytest.mark.parametrize(("place", "overrules"), [(1, True), (7, True), (8, False)])
def test_what_overrules_is_among_the_first_eight(place: int, overrules: bool) -> None:
    older, newer = sentence(HELD, share(1.0)), sentence(CANCELLED, share(1.0), 2, NEW)
    others = [sentence("Rain fell in May.", share(0.1), 9 + number, OLD) for number in range(place - 1)]
    assert (found_state(older, *others, newer) == place) is overrules


def test_the_newest_overrules_and_of_one_day_the_first_document() -> None:
    older = sentence(HELD, share(1.0))
    newer = sentence(CANCELLED, share(1.0), 3, NEW)
    newest = sentence(CANCELLED, share(1.0), 4, date(2024, 5, 3))
    assert found_state(older, newer, newest) == 2
    assert found_state(older, newer, replace(newest, row=2, document=newer.document)) == 2
    assert found_state(older, newer, may=lambda one: False) is None
    assert found_state() is None


def test_what_holds_now_stands_before_what_it_overrules() -> None:
    one, two, three = (sentence(HELD, share(1.0), row) for row in (1, 2, 3))
    assert state.in_order((one, two, three), None) == (one, two, three)
    assert state.in_order((one, two, three), state.State(three, one)) == (three, one, two)


def scored(score: float, row: int = 1, ordinal: int = 0) -> Candidate:
    return sentence(HELD, share(1.0), row, ordinal=ordinal).judged(Judgement(score))


@pytest.mark.parametrize(
    ("passed_over", "kept", "overshadows"),
    [
        (scored(5.1, 2), scored(5.0), True),
        (scored(5.0, 2), scored(5.0), False),
        (scored(4.1), scored(5.0), True),
        (scored(4.0), scored(5.0), False),
        (scored(4.1, 2), scored(5.0), False),
        (scored(4.1, 1, 3), scored(5.0), True),
        (scored(4.1, 1, 4), scored(5.0), False),
        (scored(4.1), scored(5.0, 1, 3), True),
        (scored(4.1), scored(5.0, 1, 4), False),
    ],
)
def test_what_is_passed_over_overshadows_what_stands_beside_it(
    passed_over: Candidate, kept: Candidate, overshadows: bool
) -> None:
    assert framing._overshadows((passed_over,), kept, lambda one: framing.Verdict()) is overshadows


@pytest.mark.parametrize(
    ("passed_over", "margin", "reason", "overshadows"),
    [
        (scored(1.1), -2.1, "another did it", True),
        (scored(1.0), -2.1, "another did it", False),
        (scored(1.1), -2.0, "another did it", True),
        (scored(1.1), -1.9, "another did it", False),
        (scored(1.1, 2), -2.1, "another did it", False),
        (scored(1.1), -2.1, "it speaks of another year", False),
    ],
)
def test_another_who_does_it_overshadows_what_no_answer_is_read_out_of(
    passed_over: Candidate, margin: float, reason: str, overshadows: bool
) -> None:
    kept = scored(5.0).judged(Judgement(5.0, margin=margin))
    verdict = framing.Verdict(contradicts=True, reason=reason)
    assert framing._overshadows((passed_over,), kept, lambda one: verdict) is overshadows


@pytest.mark.parametrize(("held", "first"), [(0.8, 2), (0.79, 1)])
def test_the_newest_that_is_about_it_comes_first(held: float, first: int) -> None:
    one, other = sentence(HELD, share(1.0), 1, OLD), sentence(HELD, share(held), 2, NEW)
    undated = sentence(HELD, share(1.0), 3, None)
    again = replace(one, sentence=one.sentence._replace(ordinal=5))
    ordered = newest_first(Ranking(MATCHER.question, MATCHER, (undated, one, again, other)), ANALYZER)
    assert ordered[0].row == first
    assert [one.row for one in ordered] == ([2, 1, 3, 1] if first == 2 else [1, 3, 1, 2])
