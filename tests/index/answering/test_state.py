"""What a later document overrules: the newest state comes first, what it overrules is marked."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Answer, Document, Index
from index.evaluation import Outcome, add_records, evaluate, read_questions
from index.language.english.changes import asks_how_it_stands, changes, is_not_yet, is_undone

QUESTIONS = Path(__file__).parents[3] / "bench" / "questions"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Outcome, ...]]:
    with Index.open(tmp_path_factory.mktemp("states") / "parley.db") as index:
        ids = add_records(index, QUESTIONS / "states.documents.jsonl")
        yield evaluate(index, read_questions(QUESTIONS / "states.jsonl"), ids)


def test_the_current_state_comes_first(outcomes: tuple[Outcome, ...]) -> None:
    assert len(outcomes) == 35
    assert sum(one.in_first and one.answer.answered for one in outcomes) >= 34


def test_what_is_overruled_hardly_ever_stands_alone(outcomes: tuple[Outcome, ...]) -> None:
    lines = (QUESTIONS / "states.jsonl").read_text(encoding="utf-8").splitlines()
    stale = {record["id"]: record["stale"][0] for record in map(json.loads, lines)}
    alone = [
        one
        for one in outcomes
        if any(stale[one.question.id] in excerpt.text for excerpt in one.answer.excerpts) and not one.in_shown
    ]
    assert len(alone) <= 1


def ask(folder: Path, question: str, *texts: tuple[date, str]) -> Answer:
    with Index.open(folder / "parley.db") as index:
        index.add_documents(
            [
                Document(key=str(number), title=f"Report {number}", text=text, published=day)
                for number, (day, text) in enumerate(texts)
            ]
        )
        return index.ask(question)


FIRST = (
    date(2024, 3, 2),
    "The deadline for the timber tariff is 12 August. Duties of 30 percent apply after it.",
)
LATER = (
    date(2024, 8, 9),
    "The deadline for the timber tariff was extended to 10 November. Both sides still differ.",
)


def test_both_are_marked(tmp_path: Path) -> None:
    answer = ask(tmp_path, "What is the deadline for the timber tariff?", FIRST, LATER)
    assert [excerpt.state for excerpt in answer.excerpts[:2]] == ["current", "former"]
    assert "10 November" in answer.excerpts[0].text
    assert "12 August" in answer.excerpts[1].text


def test_what_was_asked_of_once_is_not_overruled(tmp_path: Path) -> None:
    answer = ask(tmp_path, "What was the deadline for the timber tariff originally?", FIRST, LATER)
    assert {excerpt.state for excerpt in answer.excerpts} == {None}


def test_a_later_paragraph_of_the_same_document_overrules(tmp_path: Path) -> None:
    text = (
        f"{FIRST[1]}\n\nThe deadline for the tariff was extended to 10 November on Friday night, Hask said."
    )
    answer = ask(tmp_path, "What is the deadline for the timber tariff?", (FIRST[0], text))
    assert answer.excerpts[0].state == "current"
    assert "10 November" in answer.excerpts[0].text


def test_a_later_word_on_something_else_overrules_nothing(tmp_path: Path) -> None:
    other = date(2024, 8, 9), "The deadline for the herring quota was extended to 10 November."
    answer = ask(tmp_path, "What is the deadline for the timber tariff?", FIRST, other)
    assert "12 August" in answer.excerpts[0].text


def test_a_long_sentence_of_another_subject_overrules_nothing(tmp_path: Path) -> None:
    told = (date(2024, 3, 2), "Oda Brill is the envoy of Norland to the ferry talks.")
    later = (
        date(2024, 8, 9),
        "The harbour master, who had resigned in May and was replaced by his deputy, told the envoy of Norland at the ferry "
        "talks that the quay, the sheds, the cranes and the two old lighthouses would all be closed for repairs until spring.",
    )
    answer = ask(tmp_path, "Who is the envoy of Norland to the ferry talks?", told, later)
    assert "Oda Brill" in answer.excerpts[0].text
    assert answer.excerpts[0].state is None


def test_nothing_is_overruled_of_a_name_alone(tmp_path: Path) -> None:
    told = (date(2024, 3, 2), "Brill is the envoy of Norland.")
    answer = ask(tmp_path, "Who is Brill?", told, (date(2024, 8, 9), "Brill resigned as head of the choir."))
    assert all(one.state is None for one in answer.excerpts)


def test_what_one_side_demands_later_ends_no_demand_of_the_other(tmp_path: Path) -> None:
    first = date(2024, 3, 1), "Marenia demands a share of the ticket income from Sudria."
    later = date(2024, 8, 9), "With one voice these states demand a withdrawal of Marenia from the quay."
    answer = ask(tmp_path, "What are Marenia's demands?", first, later)
    assert [one.state for one in answer.excerpts if one.state] == []
    assert "ticket income" in answer.excerpts[0].text


@pytest.mark.parametrize(
    ("question", "stands"),
    [
        ("Who is the envoy to the islands?", True),
        ("Has the pact been signed?", True),
        ("Who commands the force?", True),
        ("status of the loan", True),
        ("When did the round end?", False),
        ("Who signed the pact?", False),
        ("What was the deadline at first?", False),
    ],
)
def test_whether_a_question_asks_how_things_stand(question: str, stands: bool) -> None:
    assert asks_how_it_stands(question) is stands


def test_the_questions_own_words_tell_of_no_change() -> None:
    assert changes("The Assembly lifted the sanctions.", sure=True)
    assert not changes(
        "The Assembly lifted the sanctions.", "Has the Assembly lifted the sanctions?", sure=True
    )
    assert is_undone("The summit was cancelled.")
    assert not is_undone("The summit was moved to May.")


@pytest.mark.parametrize(
    "later",
    [
        "The last sailors in Kell were set free on Wednesday.",
        "Fighting broke out again in Oru on Wednesday.",
        "Both camps declared the truce dead.",
        "Lind has handed the mission to Carla Diez of Sudria.",
        "The millers were granted ten further days.",
        "Tolva and Norland put their names to the accord in Lucerne.",
        "The round will not be in Lucerne but in Port Amity.",
        "Brandt took office in her place.",
        "The blockade of the quay is over.",
        "The guild has three more weeks to answer.",
    ],
)
def test_a_word_tells_surely_that_something_changed(later: str) -> None:
    assert changes(later, sure=True)


@pytest.mark.parametrize(
    "later",
    [
        "The sailors in Kell are well.",
        "Fighting goes on in Oru.",
        "Lind leads the mission.",
        "The millers meet on ten days a year.",
        "The round will be in Lucerne.",
    ],
)
def test_what_tells_of_no_change_overrules_nothing(later: str) -> None:
    assert not changes(later, sure=True)


@pytest.mark.parametrize(
    ("question", "earlier", "later", "words"),
    [
        (
            "are there still sailors held in Kell",
            "Fourteen sailors are still held in Kell, the harbour office said.",
            "The last sailors in Kell were set free on Wednesday, mediators said.",
            "were set free",
        ),
        (
            "Is the truce in Oru holding?",
            "The truce in Oru is holding, observers said.",
            "Fighting broke out again in Oru and both camps declared the truce dead.",
            "declared the truce dead",
        ),
        (
            "did Tolva and Norland sign the ferry accord?",
            "Tolva and Norland have not signed the ferry accord, as they differ on tolls.",
            "In Lucerne Tolva and Norland put their names to the ferry accord on Thursday.",
            "put their names to",
        ),
        (
            "Who leads the mission in Anselm?",
            "The mission in Anselm is led by the Norlandic general Poul Riis.",
            "The Norlandic general Poul Riis has handed the mission in Anselm to Carla Diez of Sudria.",
            "Carla Diez",
        ),
    ],
)
def test_another_publisher_overrules_as_well(
    tmp_path: Path, question: str, earlier: str, later: str, words: str
) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents(
            [
                Document(
                    key="1", title="Early", text=earlier, published=date(2025, 3, 1), publisher="The Coast"
                ),
                Document(
                    key="2", title="Late", text=later, published=date(2025, 4, 9), publisher="Plain Post"
                ),
            ]
        )
        answer = index.ask(question)
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    ("text", "not_yet"),
    [
        ("They have not signed it.", True),
        ("The pact hasn't been ratified.", True),
        ("It is yet to be ratified.", True),
        ("They did not sign it.", False),
        ("They have signed it.", False),
    ],
)
def test_what_had_not_been_done_yet(text: str, not_yet: bool) -> None:
    assert is_not_yet(text) is not_yet


def test_a_clause_that_a_later_version_repeats_is_not_over(tmp_path: Path) -> None:
    clause = "Kesh shall bear two thirds of the costs of the mission and Dravia one third."
    answer = ask(
        tmp_path,
        "Who bears two thirds of the costs?",
        (date(2025, 5, 12), clause),
        (date(2025, 9, 1), clause),
    )
    assert clause in answer.excerpts[0].text
    assert {excerpt.state for excerpt in answer.excerpts} == {None}


@pytest.mark.parametrize(
    ("question", "older", "newer", "current"),
    [
        (
            "Does the draft accord still have an article on the coordinates of mines?",
            "Article 7 of the draft accord obliges both sides to publish the coordinates of mines.",
            "In the second draft of the accord Article 7, on the coordinates of mines, is deleted.",
            "is deleted",
        ),
        (
            "Is the Morva shipping line on the sanctions list?",
            "The Council put the Morva shipping line on its sanctions list.",
            "The Council has removed the Morva shipping line from its sanctions list.",
            "has removed",
        ),
        (
            "What is the herring quota of Eskel for 2025?",
            "The herring quota of Eskel for 2025 is 26,000 tonnes.",
            "The herring quota of Eskel for 2025 has been lowered to 21,000 tonnes.",
            "21,000",
        ),
        (
            "Have the quarry owners and the union reached an agreement?",
            "The quarry owners walked out, and the union said that there would be no agreement this year.",
            "An agreement of the quarry owners and the union, which nobody had expected, was signed last night.",
            "was signed",
        ),
        (
            "Is there a truce on the Solm line?",
            "The truce on the Solm line was denounced by the northern army.",
            "The truce on the Solm line has been reinstated since midnight.",
            "reinstated",
        ),
    ],
)
def test_what_a_later_document_deletes_removes_or_does_after_all_comes_first(
    tmp_path: Path, question: str, older: str, newer: str, current: str
) -> None:
    answer = ask(tmp_path, question, (date(2024, 1, 10), older), (date(2024, 3, 20), newer))
    assert answer.answered
    assert current in answer.excerpts[0].text


def test_a_mail_that_answers_another_overrules_it(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents(
            [
                Document(
                    key="a",
                    title="River board",
                    text="The meeting of the river board takes place on 11 March in Hollin.",
                    published=date(2025, 3, 1),
                ),
                Document(
                    key="b",
                    title="Re: River board",
                    text="Please note that the meeting is postponed to 18 March. The place stays the same.",
                    published=date(2025, 3, 8),
                ),
            ]
        )
        answer = index.ask("When does the meeting of the river board take place?")
    assert [one.state for one in answer.excerpts[:2]] == ["current", "former"]
    assert "18 March" in answer.excerpts[0].text


def test_a_year_that_is_over_when_it_is_told_does_not_change(tmp_path: Path) -> None:
    answer = ask(
        tmp_path,
        "What is the herring quota of Eskel for 2023?",
        (date(2024, 1, 10), "The herring quota of Eskel for 2023 was 26,000 tonnes."),
        (date(2024, 3, 20), "The herring quota of Eskel for 2024 has been lowered to 21,000 tonnes."),
    )
    assert "26,000" in answer.excerpts[0].text


@pytest.mark.parametrize(
    ("question", "told", "later"),
    [
        (
            "How many staff does the central bank of Olvia have?",
            "The central bank of Olvia has 300 staff.",
            "The central bank of Olvia cut its rate to 3 percent from 4 percent on Monday.",
        ),
        (
            "Who is governor of Dasht?",
            "The governor of northern Dasht, Emin Rado, opened a school on Friday.",
            "The road is dry, Governor Salim Oru of southern Dasht said on Monday.",
        ),
        (
            "Who is mayor of Halm?",
            "The mayor of Halm, Ulla Stern, opened the bridge on Thursday.",
            "Former mayor of Halm Ida Folk died, Halm's deputy mayor Kai Rehn said.",
        ),
        (
            "Who is envoy of Veldran?",
            "Envoy Jonas Brand signed for Veldran on Thursday.",
            "Kestria missed the deadline, Veldran's envoy Jonas Brand said on Thursday.",
        ),
        (
            "Who said that Kestria will pay for the pier?",
            '"Kestria will pay 40 million crowns for the pier," Aron Vest said.',
            '"I never promised that Kestria will pay for the pier any more," Oleg Stamm said.',
        ),
    ],
)
def test_of_another_subject_office_or_speaker_nothing_is_said_to_be_over(
    tmp_path: Path, question: str, told: str, later: str
) -> None:
    answer = ask(tmp_path, question, (date(2025, 5, 3), told), (date(2025, 5, 20), later))
    assert {excerpt.state for excerpt in (*answer.excerpts, *answer.nearest)} == {None}


def test_the_newer_of_two_messages_of_one_mail_tells_how_it_stands(tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_text(
        "From: Oda Fenn <oda@paper.example>\nTo: Bo Lind <bo@paper.example>\nSubject: Re: Budget of the strait patrol\n"
        "Date: Wed, 09 Apr 2025 10:12:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
        "Bo, the vote on the patrol budget was moved to 30 April.\n\n"
        "On Tue, 8 Apr 2025 at 16:40, Bo Lind <bo@paper.example> wrote:\n"
        "> Oda, parliament votes on the patrol budget on 23 April.\n",
        encoding="utf-8",
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add([mail])
        answer = index.ask("When does parliament vote on the patrol budget?")
    assert "30 April" in answer.excerpts[0].text
    assert [excerpt.state for excerpt in answer.excerpts[:2]] == ["current", "former"]
    days = [excerpt.document.told_on(excerpt.start, excerpt.end) for excerpt in answer.excerpts[:2]]
    assert days == [date(2025, 4, 9), date(2025, 4, 8)]


def test_a_question_that_a_document_asks_is_no_plain_answer(tmp_path: Path) -> None:
    told = "Commentators differ on the talks. Is Ada Stone the new envoy of Norland to the ferry talks?"
    answer = ask(tmp_path, "Who is the new envoy of Norland to the ferry talks?", (date(2025, 4, 8), told))
    assert answer.strength != "strong"


@pytest.mark.parametrize(
    ("between", "current"),
    [("", "Jonas Brand"), ("She was tired. ", "Jonas Brand"), ("She was tired. It rained. ", "Vera Lohse")],
)
def test_who_came_is_told_where_it_is_asked_who_it_is(tmp_path: Path, between: str, current: str) -> None:
    told = "Vera Lohse is the envoy of Veldran to the lake talks."
    went = "Vera Lohse has stepped down as envoy of Veldran to the lake talks."
    later = f"{went} {between}Jonas Brand takes over from her."
    question = "Who is the envoy of Veldran to the lake talks?"
    answer = ask(tmp_path, question, (date(2025, 5, 3), told), (date(2025, 5, 20), later))
    (standing,) = (excerpt for excerpt in answer.excerpts if excerpt.state == "current")
    assert current in standing.text
