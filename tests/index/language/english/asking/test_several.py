"""Which questions several excerpts answer together, about what, and which they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.english.asking.several import (
    asked_together,
    in_other_words,
    shows,
    tells_who,
    whose_demands,
)
from index.model import Together


@pytest.mark.parametrize(
    ("question", "kind", "about"),
    [
        ("Who took part in the ferry talks?", "participants", "the ferry talks"),
        ("which countries participated in the Lucerne conference", "participants", "the Lucerne conference"),
        ("List the participants of the fifth round", "participants", "the fifth round"),
        ("What were Norland's demands?", "demands", "Norland's demands"),
        ("list all demands of the fishermen", "demands", "demands of the fishermen"),
        ("What are the conditions for a truce?", "demands", "the conditions for a truce"),
        ("What are the main points of the ferry agreement?", "terms", "the ferry agreement"),
        ("What does the grain deal stipulate?", "terms", "the grain deal"),
        ("Please summarise the Geneva round.", "summary", "the Geneva round"),
        ("ok give me an overview of the talks in Brook", "summary", "the talks in Brook"),
        ("What happened at the second round of talks?", "summary", "the second round of talks"),
        ("List all agreements signed by Sudria", "list", "agreements signed by Sudria"),
        ("name the ministers at the talks", "list", "the ministers at the talks"),
    ],
)
def test_what_is_asked_for_and_about_what(question: str, kind: Together, about: str) -> None:
    found = asked_together(question)
    assert found is not None
    assert (found.kind, found.about, found.ranked) == (kind, about, False)


@pytest.mark.parametrize(
    "question",
    [
        "Why did Tolva delay the protocol?",
        "Which duties did Tolva lift?",
        "What was agreed at the second round?",
    ],
)
def test_a_question_that_one_excerpt_may_answer_stays_what_it_is(question: str) -> None:
    found = asked_together(question)
    assert found is not None
    assert found.ranked
    assert found.about == question.rstrip("?")


@pytest.mark.parametrize(
    ("question", "sides", "about"),
    [
        ("Compare Norland and Sudria on the ferry line", ("Norland", "Sudria"), "the ferry line"),
        ("compare the positions of Norland and Sudria on tariffs", ("Norland", "Sudria"), "tariffs"),
        ("Compare Norland's and Sudria's demands", ("Norland", "Sudria"), "demands"),
        ("How does Norland differ from Sudria on fishing?", ("Norland", "Sudria"), "fishing"),
        ("How do the views of Norland and Sudria differ on fishing?", ("Norland", "Sudria"), "fishing"),
        ("Ilse Brandt vs Oren Falk on the quay", ("Ilse Brandt", "Oren Falk"), "the quay"),
        (
            "What do Norland and Sudria each want in the ferry talks?",
            ("Norland", "Sudria"),
            "the ferry talks",
        ),
    ],
)
def test_the_sides_of_a_comparison(question: str, sides: tuple[str, str], about: str) -> None:
    found = asked_together(question)
    assert found is not None
    assert found.kind == "comparison"
    assert (found.sides, found.about) == (sides, about)


@pytest.mark.parametrize(
    ("question", "side", "about"),
    [
        ("What is Norland's position on the quay?", "Norland", "the quay"),
        ("whats the US stance on the pipeline", "US", "the pipeline"),
        ("what is the US stance on the pipeline", "US", "the pipeline"),
        ("the position of Sudria on tariffs", "Sudria", "tariffs"),
        ("Where does Ilse Brandt stand on the toll?", "Ilse Brandt", "the toll"),
    ],
)
def test_whose_position_is_asked_for(question: str, side: str, about: str) -> None:
    found = asked_together(question)
    assert found is not None
    assert (found.kind, found.sides, found.about) == ("position", (side,), about)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("What does Norland want?", "Norland's demands"),
        ("what does Sudria ask for at the talks", "Sudria's demands at the talks"),
        ("What do the fishermen demand from Tolva?", "the fishermen's demands from Tolva"),
    ],
)
def test_what_somebody_wants_is_his_demands(question: str, about: str) -> None:
    found = asked_together(question)
    assert found is not None
    assert (found.kind, found.about) == ("demands", about)


@pytest.mark.parametrize(
    ("about", "whose", "other_words"),
    [
        ("Norland's demands on the quay", "Norland", "Norland wants, insists, asks, urges on the quay"),
        ("Hamas' demands", "Hamas", "Hamas wants, insists, asks, urges"),
        (
            "demands of the Sudrian fishermen in May",
            "Sudrian fishermen",
            "Sudrian fishermen wants, insists, asks, urges in May",
        ),
        ("the demands of Ilse Brandt", "Ilse Brandt", "Ilse Brandt wants, insists, asks, urges"),
        ("the conditions for a truce", "", "the conditions for a truce"),
    ],
)
def test_whose_demands(about: str, whose: str, other_words: str) -> None:
    assert whose_demands(about) == whose
    assert in_other_words(about) == other_words


@pytest.mark.parametrize(
    "question",
    [
        "Who signed the ceasefire?",
        "Who met in Moscow in March?",
        "What did Norland demand?",
        "What happened in Geneva?",
        "When did the second round begin?",
        "Name the president of Tolva",
        "Why?",
        "How many took part in the talks?",
        "Compare",
        "Compare Norland",
        "Did Norland and Sudria agree?",
        "latest on the ferry talks",
    ],
)
def test_other_questions_ask_for_one_thing(question: str) -> None:
    assert asked_together(question) is None


def test_a_point_has_a_sign_of_its_kind() -> None:
    assert shows("demands", "Norland insisted on three crossings.")
    assert not shows("demands", "The weather was fair.")
    assert shows("reasons", "It left because its islands depend on the line.")
    assert not shows("reasons", "It left on Monday.")
    assert shows("summary", "The weather was fair.")


@given(st.text(max_size=400))
def test_any_text_is_read(question: str) -> None:
    found = asked_together(question)
    assert found is None or any(map(str.isalnum, found.about + "".join(found.sides or ())))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Envoys of Norland and Sudria met in Brook.", True),
        ("Twelve countries attended the talks.", True),
        ("Karst sent two observers to the round.", True),
        ("Prime Minister Oude and President Lind met on the ferry.", True),
        ("Mr. Falk and Ms. Brill sat at the table.", True),
        ("The delegation of Tolva was led by Ida Roth.", True),
        ("The signatories were Marenia and Tolva.", True),
        ("The meeting concluded with a shared understanding.", False),
        ("The group will meet once a year to discuss the tolls.", False),
        ("The talks between the two towns lasted nine hours.", False),
        ("The accord generally includes the ferries.", False),
        ("A welcome step, and it came early.", False),
    ],
)
def test_what_says_who_took_part(text: str, told: bool) -> None:
    assert tells_who(text) is told
