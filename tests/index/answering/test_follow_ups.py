"""Questions that lean on the one before are asked together with it; the latest on something comes newest first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.errors import QueryError
from tests.index.openings import Openings

REPORTS = (
    (
        "Marenia and Tolva sign the transit protocol",
        date(2025, 3, 14),
        """Marenia and Tolva signed the transit protocol in Lucerne on 12 March 2025.

The protocol must be ratified by 30 June 2025, officials said.
The transit protocol allows grain convoys of Marenia to cross Tolva.

Foreign Minister Ilse Brandt led the delegation of Marenia. Twelve ministers came to the signing of the transit protocol.

Tolva delayed the transit protocol because its farmers feared cheap grain.""",
    ),
    (
        "Brandt proposes lower salt duties",
        date(2025, 4, 2),
        """Ilse Brandt proposed on Tuesday to cut the salt duties by half.

Brandt made the proposal on the salt duties because fishermen could no longer pay for salt.
"The salt duties are a relic," Brandt said.

Tolva rejected the proposal on 9 April.""",
    ),
    (
        "Ferry talks in Port Amity",
        date(2025, 5, 20),
        """Envoys of Sudria and Norland met in Port Amity on 18 May 2025 to discuss the ferry line.

The ferry talks lasted six hours. Norland demanded three crossings a day. Sudria demanded a share of the ticket income.""",
    ),
    (
        "Grain harvest is poor",
        date(2025, 6, 1),
        """The grain harvest in Tolva was poor this year, the ministry said. Officials met farmers in Brook on 3 May 2025.

The ministers said they would buy grain abroad.""",
    ),
    (
        "Council holds election",
        date(2025, 6, 9),
        "The council of Norland was elected on 8 June 2025. Turnout was 61 percent.",
    ),
    (
        "Tolva ratifies the protocol",
        date(2025, 6, 20),
        "The parliament of Tolva ratified the transit protocol on 19 June 2025.\n\nIt goes into force in July.",
    ),
    (
        "Norland opens a school",
        date(2025, 7, 20),
        "A school was opened in Norland. The ferry was late that day.",
    ),
)
SIGNED = "When did Marenia and Tolva sign the transit protocol?"
PROPOSED = "What did Ilse Brandt propose about the salt duties?"
FERRY = "Where did envoys of Sudria and Norland meet about the ferry line?"


@pytest.fixture(scope="module")
def reports(shared_openings: Openings) -> Iterator[Index]:
    with shared_openings.open() as index:
        index.add_documents(
            Document(key=title, title=title, text=text, published=day) for title, day, text in REPORTS
        )
        yield index


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        (SIGNED, "and by when must it be ratified?", "30 June 2025"),
        (SIGNED, "and where?", "in Lucerne"),
        (SIGNED, "how many ministers came?", "Twelve ministers"),
        ("Who led the delegation of Marenia?", "how many ministers came?", "Twelve ministers"),
        ("What does the transit protocol allow?", "why did Tolva delay it?", "feared cheap grain"),
        ("What did Ilse Brandt propose?", "why?", "could no longer pay"),
        (PROPOSED, "but why?", "could no longer pay"),
        ("What did Norland demand in the ferry talks?", "and Sudria?", "a share of the ticket income"),
        ("What did Norland demand in the ferry talks?", "What about Sudria?", "a share of the ticket income"),
        (FERRY, "how long did the talks last?", "six hours"),
        (FERRY, "and when?", "18 May 2025"),
        ("Who was elected in Norland?", "when?", "8 June 2025"),
    ],
)
def test_a_follow_up_is_asked_together_with_the_question_before(
    reports: Index, before: str, question: str, words: str
) -> None:
    answer = reports.ask(question, previous=(before,))
    assert answer.answered
    assert words in answer.excerpts[0].text
    assert answer.question == question
    assert answer.understood is not None
    assert answer.understood.startswith("about: ")


def test_a_follow_up_to_a_follow_up_is_asked_together_with_both(reports: Index) -> None:
    answer = reports.ask("and where?", previous=(SIGNED, "and by when must it be ratified?"))
    assert answer.understood is not None
    assert "transit protocol" in answer.understood


@pytest.mark.parametrize(
    "question",
    [
        "When did Tolva reject the proposal on the salt duties?",
        "What did Norland demand in the ferry talks?",
        "Who led the delegation of Marenia?",
        "How many ministers came to the signing of the transit protocol?",
        "When was the council of Norland elected?",
        "hello",
    ],
)
def test_a_question_that_stands_by_itself_is_not_changed(reports: Index, question: str) -> None:
    assert reports.ask(question, previous=(FERRY,)) == reports.ask(question)


def test_what_was_shown_is_not_shown_again_where_another_sentence_answers(reports: Index) -> None:
    before = reports.ask(PROPOSED).excerpts[0]
    after = reports.ask("why?", previous=(PROPOSED,)).excerpts
    assert (before.start, before.end) not in [(one.start, one.end) for one in after]


def test_a_follow_up_keeps_its_period_where_what_was_shown_is_left_out(reports: Index) -> None:
    before = reports.ask(SIGNED).excerpts[0]
    answer = reports.ask("and why since March 2025?", previous=(SIGNED,))
    assert (before.start, before.end) not in [(one.start, one.end) for one in answer.excerpts]
    assert answer.since == date(2025, 3, 1)
    assert answer.question == "and why since March 2025?"


def test_a_pronoun_before_a_date_leans(reports: Index) -> None:
    answer = reports.ask("what happened to it since April 2025?", previous=(SIGNED,))
    assert answer.understood is not None
    assert answer.since == date(2025, 4, 1)


def test_what_has_no_word_of_the_follow_up_is_not_sure_to_answer_it(reports: Index) -> None:
    answer = reports.ask("how many yachts sank?", previous=(SIGNED,))
    assert answer.strength != "strong"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who signed the transit protocol?", "who else signed it?"),
        ("Who signed the transit protocol?", "and who else came to the signing?"),
        ("Who led the delegation of Marenia?", "who led the other one?"),
        ("When was the transit protocol signed?", "was it signed before that?"),
        ("Who rejected the proposal on the salt duties?", "do they still reject it?"),
        ("Where did Sudria and Norland meet?", "where will they meet again?"),
        ("What did Norland demand?", "what about the others?"),
        ("Why did Tolva delay the transit protocol?", "and why not the second one?"),
        ("How long did the ferry talks last?", "and the last talks?"),
        ("Who led the delegation of Marenia?", "who was the next after it?"),
    ],
)
def test_a_follow_up_that_asks_for_another_is_not_surely_answered(
    reports: Index, before: str, question: str
) -> None:
    assert reports.ask(question, previous=(before,)).strength != "strong"


def test_a_question_before_that_is_empty_is_refused(reports: Index) -> None:
    with pytest.raises(QueryError):
        reports.ask("and when?", previous=(" ",))


@pytest.mark.parametrize(
    "question",
    [
        "latest on the transit protocol",
        "What is the status of the transit protocol?",
        "any news on the transit protocol?",
        "any updates on the transit protocol?",
        "What is new with the transit protocol?",
        "whats the latest with the transit protocol",
        "transit protocol status",
    ],
)
def test_the_latest_is_what_was_published_last_about_it(reports: Index, question: str) -> None:
    answer = reports.ask(question)
    assert answer.answered
    assert "ratified the transit protocol on 19 June" in answer.excerpts[0].text
    days = [one.document.published for one in answer.excerpts if one.document.published]
    assert days == sorted(days, reverse=True)


def test_the_latest_on_what_no_document_speaks_of_is_not_answered(reports: Index) -> None:
    assert not reports.ask("latest on the moon base?").answered


def test_a_newer_document_about_something_else_does_not_come_first(reports: Index) -> None:
    first = reports.ask("any news on the ferry talks?").excerpts[0]
    assert first.document.title == "Ferry talks in Port Amity"


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        # What the document that answered goes on to say, though it names none of what was carried over.
        (FERRY, "and what did Norland want?", "three crossings a day"),
        # A phrase takes the place of the one behind the same preposition.
        ("What did Ilse Brandt say about the harvest?", "and about the salt duties?", "are a relic"),
        ("When did envoys of Sudria and Norland meet?", "how many crossings a day?", "three crossings a day"),
    ],
)
def test_the_document_that_answered_is_asked_what_a_follow_up_asks(
    reports: Index, before: str, question: str, words: str
) -> None:
    answer = reports.ask(question, previous=(before,))
    assert answer.answered
    assert any(words in one.text for one in answer.excerpts)
    assert answer.understood is not None


def test_a_question_of_something_else_is_not_asked_of_what_was_shown(reports: Index) -> None:
    assert not reports.ask("what is the boiling point of ethanol?", previous=(FERRY,)).answered


def test_the_list_that_a_colon_leads_to_is_shown_with_it(tmp_path: Path) -> None:
    text = "The delegation leaves on Monday.\n\nMembers of the delegation:\n\nMs. Ada Lind\n\nMr. Otto Brandt"
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="list", title="A delegation is named", text=text)])
        answer = index.ask("Who are the members of the delegation?")
    assert any("Ada Lind" in one.text and "Otto Brandt" in one.text for one in answer.excerpts)
