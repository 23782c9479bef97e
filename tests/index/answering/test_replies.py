"""A reporter's question is shown with the reply to it, a list with its heading, a reason before the deed it is for."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index
from index.readers.chats import whatsapp
from tests.index.openings import Openings

BRIEFING = """Briefing of the Ministry of Lorn

MR. PIN: Good afternoon. I have no statement today. Let me take your questions.

Q: Mr. Pin, what can you tell us about the water source at Dell?

MR. PIN: We tested it on Monday and it is clean. There is no reason to move anybody.

Q: The mayor says that Mr. Pin never visited the water source. What do you say to her?

MR. PIN: I was there on Tuesday with two engineers. Her own deputy showed us around.

Q: When will the findings be published?

MR. PIN: By the end of June. Thank you, that is all."""

STRUCK = """Arland struck nine camps in Pakor on Wednesday. It was the first strike since 2019. The strike by Arland on Pakor was
discussed by the council. Arland's army said that it hit the camps in retaliation for the killing of 26 hikers in April."""

ENVELOPE = """VELSK, March 14 (NPA) - Sarne and Moldrik agreed on Friday to reopen three crossings after talks led by the
Portuguese diplomat Rui Valadas.

Moldrik's negotiator, Dragan Hesse, declined to say whether an apology had been offered. "We talked about lorries," he said."""

BLOG = """Live: coal talks in Bransk enter third day

18:42
That's all from us today. The talks resume on Thursday at 09:00.

17:55 Union rejects offer
The miners' union has rejected the offer of 4.5 percent, its leader Petra Lanskaya tells our correspondent.

10:20 What the union asks for
- eight percent more pay
- an end to Sunday shifts

08:30
Good morning. The strike is now in its 16th day, and power stations have coal for about three weeks."""

CHAT = """[11.04.25, 07:58] Nadia: morning all
[11.04.25, 08:10] Nadia: which gate do the dockers block?
[11.04.25, 08:14] Tomas K.: Gate 4, since six
[11.04.25, 16:20] Tomas K.: it is open again"""

TREATY = """Agreement between Orin and Tal

Article 1

1. All hostilities shall cease at 00:00 on 3 February 2025.

2. Orin shall withdraw its forces 15 kilometres behind the river Tess within 14 days.

Article 2

1.

The Parties shall exchange maps of minefields."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("replies") / "parley.db") as index:
        index.add_documents(
            Document(key=title, title=title, text=text, published=date(2025, 5, day))
            for day, (title, text) in enumerate(
                (
                    ("Briefing of the Ministry of Lorn", BRIEFING),
                    ("Arland strikes camps in Pakor", STRUCK),
                    ("Sarne and Moldrik agree to reopen crossings", ENVELOPE),
                    ("Live: coal talks in Bransk enter third day", BLOG),
                    ("Agreement between Orin and Tal", TREATY),
                ),
                1,
            )
        )
        yield index


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("did pin visit the water source", "I was there on Tuesday"),
        ("what did the mayor say about Mr. Pin and the water source", "I was there on Tuesday"),
        ("when will the findings be published?", "By the end of June"),
        ("What did Mr Pin say about the water source?", "We tested it on Monday"),
        ("what did mr. pin say about the water source at dell", "We tested it on Monday"),
    ],
)
def test_a_question_of_a_reporter_is_shown_with_the_reply(papers: Index, question: str, words: str) -> None:
    shown = papers.ask(question).excerpts
    assert words in " ".join(one.text for one in shown)
    assert not any(one.text.startswith("Q:") and "MR. PIN:" not in one.text for one in shown)


def test_what_closes_a_briefing_is_shown_with_no_answer(papers: Index) -> None:
    answer = papers.ask("when will the findings be published?")
    assert not any("that is all" in one.text for one in answer.excerpts)


def test_a_reason_comes_before_the_deed_alone(papers: Index) -> None:
    assert "in retaliation for" in papers.ask("Why did Arland strike Pakor?").excerpts[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("latest on the Bransk coal talks?", "The talks resume on Thursday"),
        ("any updates on the bransk coal talks", "The talks resume on Thursday"),
    ],
)
def test_the_latest_of_a_live_blog_is_its_newest_entry(papers: Index, question: str, words: str) -> None:
    assert words in papers.ask(question).excerpts[0].text


def test_a_heading_is_shown_with_its_list(papers: Index) -> None:
    answer = papers.ask("What the union asks for")
    shown = answer.excerpts or answer.nearest
    assert any("eight percent" in one.text and "Sunday shifts" in one.text for one in shown)


@pytest.mark.parametrize(
    "question", ["What does the agreement between Orin and Tal say?", "maps of minefields"]
)
def test_a_number_alone_is_no_excerpt(papers: Index, question: str) -> None:
    answer = papers.ask(question)
    shown = answer.excerpts or answer.nearest
    assert shown
    assert all(len(one.text.split()) > 3 for one in shown)


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("How far must Orin withdraw its forces?", "And by when?", "within 14 days"),
        ("How far must Orin withdraw its forces?", "within how long?", "within 14 days"),
        ("Who led the talks between Sarne and Moldrik?", "where was that", "VELSK"),
        (
            "Did Hesse say whether an apology had been offered?",
            "what did he say instead",
            "We talked about lorries",
        ),
        (
            "When will the findings be published?",
            "what did he say about the water source then",
            "We tested it",
        ),
    ],
)
def test_a_follow_up_finds_it(papers: Index, before: str, question: str, words: str) -> None:
    answer = papers.ask(question, previous=(before,))
    assert answer.answered
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who led the talks between Sarne and Moldrik?", "in which restaurant?"),
        ("When do hostilities cease between Orin and Tal?", "on which planet?"),
    ],
)
def test_a_follow_up_whose_own_word_no_document_holds_is_not_answered(
    papers: Index, before: str, question: str
) -> None:
    assert not papers.ask(question, previous=(before,)).answered


def test_a_question_in_a_chat_is_shown_with_the_next_message(shared_openings: Openings) -> None:
    text, parts = whatsapp.composed(CHAT)
    with shared_openings.open() as index:
        index.add_documents([Document(key="chat", title="Harbour chat", text=text, structure=parts)])
        answer = index.ask("which gate do the dockers block")
    shown = answer.excerpts or answer.nearest
    assert "Gate 4, since six" in shown[0].text
