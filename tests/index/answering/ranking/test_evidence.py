"""What speaks for a sentence: the features that no word count tells."""

from datetime import date

import pytest

from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.features import Evidence
from index.language.abbreviations import OtherForms
from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.questions import RelatedWords, analyse_question
from index.language.english.opposites import Opposites
from index.language.tokens import Analyzer

ANALYZER = Analyzer()
RELATED = RelatedWords.read(ANALYZER)
OPPOSITES = Opposites.read(ANALYZER)


def evidence(question: str, sentence: str, before: str = "", published: date | None = None) -> Evidence:
    """Return the evidence for a sentence; every word of the question is equally rare."""
    asked = analyse_question(question, ANALYZER)
    matcher = QuestionMatcher(
        asked, dict.fromkeys(asked.terms, 1.0), RELATED, OPPOSITES, {}, OtherForms(), find_answer_kind
    )

    def match(text: str):  # type: ignore[no-untyped-def]
        tokens = ANALYZER.tokens(text)
        return matcher.match([token.term for token in tokens], [token.position for token in tokens])

    found, previous, nothing = match(sentence), match(before), match("")
    terms = ANALYZER.terms(sentence)
    return matcher.evidence(
        sentence, terms, found, (previous if before else None, None), nothing,
        found.best, found.best, found.best, 1.0, 1.0, published,
    )  # fmt: skip


def test_a_pronoun_counts_in_part_for_the_name_in_the_sentence_before() -> None:
    question, sentence = "When did Anna Vale visit Lomar?", "She visited Lomar on Monday."
    alone = evidence(question, sentence)
    assert evidence(question, sentence, "Anna Vale is an envoy.").coverage > alone.coverage
    assert evidence(question, sentence, "Rain is due.").coverage == alone.coverage
    assert evidence(question, "Nobody visited Lomar.", "Anna Vale is an envoy.").coverage < 1.0


def test_a_number_counts_most_before_the_thing_whose_number_is_asked() -> None:
    question = "How many ships left Lomar?"
    right = evidence(question, "On Monday 12 ships left Lomar.")
    other = evidence(question, "The ships left Lomar with 12 sailors.")
    assert right.kind == 1.0
    assert 0.0 < other.kind < right.kind
    assert evidence(question, "The ships left Lomar in 1987.").kind < other.kind


@pytest.mark.parametrize(
    ("question", "sentence", "lacking"),
    [
        ("When was the Lomar accord?", "The Lomar accord was welcomed by all.", 1.0),
        ("When was the Lomar accord?", "The Lomar accord was signed in 1987.", 0.0),
        ("How many ships left Lomar?", "The ships left Lomar.", 1.0),
        ("What is the Lomar accord?", "Vale praised the Lomar accord.", 1.0),
        ("What is the Lomar accord?", "The Lomar accord is a treaty on grain.", 0.0),
        ("Who signed?", "Nobody in the hall.", 0.0),
    ],
)
def test_what_a_date_a_number_or_a_definition_needs_may_be_lacking(
    question: str, sentence: str, lacking: float
) -> None:
    assert evidence(question, sentence).lacking == lacking


def test_a_question_of_what_is_not_so_wants_a_sentence_that_denies() -> None:
    assert evidence("What did Lomar not sign?", "Lomar signed the accord.").denial == 1.0
    assert evidence("What did Lomar not sign?", "Lomar refused to sign the accord.").denial == 0.0
    assert evidence("What did Lomar sign?", "Lomar did not sign the accord.").denial == 0.0


def test_the_opposite_of_a_word_speaks_against_a_sentence() -> None:
    assert evidence("When did prices rise in Lomar?", "Prices in Lomar fell in May.").opposite > 0
    assert evidence("When did prices rise in Lomar?", "Prices in Lomar rose in May.").opposite == 0


def test_a_sentence_that_says_what_a_thing_is_comes_before_one_that_speaks_of_it() -> None:
    question = "What was the Lomar accord?"
    said = evidence(question, "The Lomar accord was a treaty on grain.").definition
    assert said > evidence(question, "The Lomar accord was not named after Lomar.").definition > 0


def test_what_another_did_is_no_deed_of_a_subject_further_off() -> None:
    question = "When did Vale meet Sato?"
    assert evidence(question, "Vale said on Monday that she would meet Sato.").agent > 0
    other = evidence(question, "Vale called the Brandt-Sato meeting on Monday useful.")
    assert other.agent == 0
    assert other.rival == 1.0


@pytest.mark.parametrize(
    ("sentence", "rival"),
    [
        ("Last week Brandt met Sato.", 1.0),
        ("Last week I met Sato.", 0.0),
        ("Last week they met Sato.", 0.0),
        ("They met Sato on Monday.", 0.0),
    ],
)
def test_another_name_before_the_verb_is_a_rival_and_a_pronoun_is_none(sentence: str, rival: float) -> None:
    assert evidence("When did Vale meet Sato?", sentence).rival == rival


def test_a_name_that_the_sentence_lacks_is_absent_unless_a_pronoun_stands_for_it() -> None:
    question, sentence = "When did Vale visit Lomar?", "She visited Lomar on Monday."
    assert evidence(question, "Vale visited Lomar on Monday.").absent_name == 0
    assert evidence(question, "Brandt visited Lomar on Monday.").absent_subject == 1.0
    assert evidence(question, "Vale visited Port Amity on Monday.").absent_name == 1.0
    assert 0 < evidence(question, sentence, "Vale is an envoy.").absent_subject < 1


def test_a_person_s_pronoun_does_not_stand_for_a_thing() -> None:
    question, before = "When does the truce start?", "The truce was praised."
    assert evidence(question, "It starts on Monday.", before).coverage > 0.7
    assert evidence(question, "He started on Monday.", before).coverage < 0.7


def test_a_pronoun_counts_less_than_the_name() -> None:
    question = "When did Anna Vale visit Lomar?"
    by_a_pronoun = evidence(question, "She visited Lomar on Monday.", "Anna Vale is an envoy.")
    assert by_a_pronoun.coverage < evidence(question, "Anna Vale visited Lomar on Monday.").coverage


@pytest.mark.parametrize(
    ("published", "period"),
    [
        (date(2022, 3, 1), 1.0),
        (date(2022, 3, 31), 1.0),
        (date(2022, 4, 10), 1.0),
        (date(2022, 4, 11), 0.5),
        (date(2022, 5, 15), 0.5),
        (date(2022, 5, 16), 0.0),
        (date(2022, 2, 28), 0.5),
        (date(2022, 1, 15), 0.5),
        (date(2022, 1, 14), 0.0),
        (None, 0.0),
    ],
)
def test_a_report_of_a_month_is_published_in_it_or_soon_after(published: date | None, period: float) -> None:
    assert evidence("What did Lomar sign in March 2022?", "Lomar signed.", "", published).period == period
    assert evidence("What did Lomar sign?", "Lomar signed.", "", published).period == 0.0


def test_words_in_the_order_of_the_question_count_the_more_the_nearer_they_stand() -> None:
    question = "When did Vale meet Sato?"
    near, far = evidence(question, "Vale met Sato."), evidence(question, "Vale, it is said, met old Sato.")
    assert near.order > far.order > 0.0
    assert evidence(question, "Sato met Vale.").order == 0.0
    assert evidence(question, "Sato saw that Vale met Sato.").order == near.order
    assert evidence(question, "Vale met Sato, whom Vale, it is said, met before.").order == near.order


def test_words_near_one_another_count_together() -> None:
    question = "When did Vale meet Sato?"
    near = evidence(question, "Vale met Sato.").window
    assert (
        near
        > evidence(question, "Vale met, as we were told " + "again and " * 12 + "again, Sato.").window
        > 0.0
    )


@pytest.mark.parametrize(("words_between", "agent"), [(0, 1.0), (11, 1.0), (12, 0.0)])
def test_a_subject_stands_a_dozen_words_before_its_verb_at_most(words_between: int, agent: float) -> None:
    sentence = f"Vale {'very ' * words_between}visited Lomar."
    assert evidence("When did Vale visit Lomar?", sentence).agent == agent


def test_what_the_question_does_not_ask_for_speaks_neither_for_nor_against_a_sentence() -> None:
    found = evidence("Who signed?", "Nobody in the hall signed it.")
    assert (found.absent_name, found.absent_subject, found.definition) == (0.0, 0.0, 0.0)


def test_the_scores_of_words_are_shares_of_the_most_that_there_can_be() -> None:
    found = evidence("Where is Lomar?", "Lomar " * 60)
    assert 0.9 < found.sentence_score < 1.0
    assert 0.0 < found.passage_score < 1.0
    assert found.passage_rank == 1.0
