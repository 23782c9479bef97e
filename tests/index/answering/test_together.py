"""Lists, who took part, demands, terms, summaries, comparisons and reasons: several excerpts answer together, each a point."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.model import Answer, Together

REPORTS = (
    (
        "Ferry talks open in Port Amity",
        date(2025, 5, 2),
        "Envoys of Sudria and Norland opened the ferry talks in Port Amity on 1 May 2025. "
        "Foreign Minister Ilse Brandt led the delegation of Norland to the ferry talks.\n\n"
        "Norland demanded three crossings a day. "
        "Sudria demanded a share of the ticket income. "
        "The weather was fair. "
        "The harbour cafe served herring.",
    ),
    (
        "Second round of the ferry talks",
        date(2025, 5, 20),
        "Sudria and Norland held the second round of the ferry talks in Brook on 18 May 2025. "
        "Deputy Minister Oren Falk represented Sudria at the ferry talks.\n\n"
        "Norland insisted that Sudria repair the quay. "
        "Sudria called for a joint ticket office. "
        "Marenia sent two observers to the ferry talks. "
        "The second round ended without a text because the sides could not agree on the ticket income.",
    ),
    (
        "Ferry agreement signed",
        date(2025, 6, 11),
        "Sudria and Norland signed the ferry agreement on 10 June 2025.\n\n"
        "Under the ferry agreement, Norland will run two crossings a day. "
        "The ferry agreement provides that Sudria receives 30 percent of the ticket income. "
        "The ferry agreement obliges both sides to repair the quay by March 2026. "
        "The ferry agreement may be ended with six months' notice.\n\n"
        "Norland signed the ferry agreement because its islands depend on the line. "
        "Norland signed the ferry agreement to avoid a costly dispute over the quay.",
    ),
    (
        "Salt duties",
        date(2025, 6, 20),
        "Tolva imposed duties on salt on 3 June 2025. "
        "Marenia demanded that Tolva lift the salt duties. "
        "Marenia asked for a panel of judges. "
        "Tolva wants the salt duties to stay until 2027. "
        "Marenia called the salt duties a breach of the treaty. "
        "Tolva said the salt duties protect its miners.",
    ),
    (
        "Lucerne conference closes",
        date(2025, 7, 2),
        "Ministers of Ostvale attended the Lucerne conference on fisheries. "
        "Karst was represented at the Lucerne conference by its envoy Ada Linn. "
        "Drovnia did not attend the Lucerne conference. "
        "The Lucerne conference adopted a ban on drift nets. "
        "The Lucerne conference set a quota of 40,000 tonnes of cod.",
    ),
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("together") / "parley.db") as index:
        index.add_documents(
            Document(key=title, title=title, text=text, published=day) for title, day, text in REPORTS
        )
        yield index


def words(answer: Answer) -> str:
    return " ".join(" ".join(one.text.split()) for one in answer.excerpts)


@pytest.mark.parametrize(
    ("question", "together", "points"),
    [
        ("Who took part in the ferry talks?", "participants", ("Ilse Brandt", "Oren Falk", "Marenia")),
        ("Which countries took part in the ferry talks?", "participants", ("Sudria", "Norland", "Marenia")),
        ("who attended the Lucerne conference", "participants", ("Ostvale", "Ada Linn")),
        (
            "What were Norland's demands in the ferry talks?",
            "demands",
            ("three crossings", "repair the quay"),
        ),
        ("List the demands of Norland", "demands", ("three crossings", "repair the quay")),
        ("List the demands of Sudria", "demands", ("ticket income", "joint ticket office")),
        ("Which demands did Sudria make?", "demands", ("ticket income", "joint ticket office")),
        (
            "What are the terms of the ferry agreement?",
            "terms",
            ("two crossings", "30 percent", "March 2026"),
        ),
        (
            "What does the ferry agreement provide for?",
            "terms",
            ("two crossings", "30 percent", "six months"),
        ),
        (
            "List the provisions of the ferry agreement",
            "terms",
            ("two crossings", "30 percent", "March 2026"),
        ),
        ("Summarize the ferry talks", "summary", ("opened the ferry talks", "second round")),
        ("Give me a summary of the second round", "summary", ("18 May 2025", "ended without a text")),
        ("tl;dr the second round", "summary", ("18 May 2025", "ended without a text")),
        ("What happened at the Lucerne conference?", "summary", ("drift nets", "40,000 tonnes")),
        ("What were the results of the Lucerne conference?", "summary", ("drift nets", "40,000 tonnes")),
        ("Why did Norland sign the ferry agreement?", "reasons", ("islands depend", "costly dispute")),
    ],
)
def test_the_points_are_found_and_shown_in_the_order_of_time(
    reports: Index, question: str, together: Together, points: tuple[str, ...]
) -> None:
    answer = reports.ask(question)
    assert answer.answered
    assert answer.together == together
    assert [point for point in points if point not in words(answer)] == []
    assert [one.citation.number for one in answer.excerpts] == list(range(1, len(answer.excerpts) + 1))
    if together != "reasons":
        places = [(one.document.published or date.max, one.start) for one in answer.excerpts]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Compare Norland and Sudria on the ferry talks", (("Norland", "quay"), ("Sudria", "ticket office"))),
        (
            "Compare Sudria with Norland on the ferry talks",
            (("Sudria", "ticket office"), ("Norland", "quay")),
        ),
        ("What do Norland and Sudria each demand?", (("Norland", "crossings"), ("Sudria", "ticket income"))),
        ("What did Norland and Sudria each demand?", (("Norland", "crossings"), ("Sudria", "ticket income"))),
        ("Compare Marenia and Tolva on the salt duties", (("Marenia", "breach"), ("Tolva", "miners"))),
        ("How do Marenia and Tolva differ on the salt duties?", (("Marenia", "breach"), ("Tolva", "miners"))),
        (
            "How does Tolva differ from Marenia on the salt duties?",
            (("Tolva", "miners"), ("Marenia", "breach")),
        ),
        ("Marenia vs Tolva on the salt duties", (("Marenia", "breach"), ("Tolva", "miners"))),
        (
            "What is the difference between Marenia and Tolva on the salt duties?",
            (("Marenia", "breach"), ("Tolva", "miners")),
        ),
        (
            "Compare the positions of Marenia and Tolva on the salt duties",
            (("Marenia", "breach"), ("Tolva", "miners")),
        ),
    ],
)
def test_each_side_of_a_comparison_has_its_own_words(
    reports: Index, question: str, sides: tuple[tuple[str, str], ...]
) -> None:
    answer = reports.ask(question)
    assert answer.together == "comparison"
    assert [side.name for side in answer.sides] == [name for name, _ in sides]
    for side, (name, held) in zip(answer.sides, sides, strict=True):
        assert held in " ".join(one.text for one in side.excerpts)
        assert all(name in one.text for one in side.excerpts)
    assert answer.excerpts == tuple(one for side in answer.sides for one in side.excerpts)


@pytest.mark.parametrize(
    "question",
    [
        "Who took part in the rail talks?",
        "Which countries took part in the Brennholt conference?",
        "who attended the Lucerne wedding",
        "List the demands of Ostvale",
        "What were Drovnia's demands in the ferry talks?",
        "What are the terms of the rail agreement?",
        "What does the cod treaty provide for?",
        "Summarize the third round",
        "Summarize the rail talks",
        "What happened at the Brennholt conference?",
        "Compare Norland and Karst on the ferry talks",
        "Compare Marenia and Tolva on the herring quota",
        "How do Norland and Drovnia differ on the salt duties?",
        "Why did Sudria leave the ferry talks?",
        "List all agreements signed by Karst",
    ],
)
def test_what_the_documents_do_not_tell_is_no_list(reports: Index, question: str) -> None:
    answer = reports.ask(question)
    assert not answer.answered
    assert answer.together is None
    assert answer.sides == ()


@pytest.mark.parametrize(
    ("question", "words_not_shown"),
    [
        ("Who took part in the ferry talks?", "herring"),
        ("who attended the Lucerne conference", "Drovnia"),
        ("List the demands of Norland", "ticket"),
        ("List the demands of Sudria", "crossings"),
        ("What did Norland and Sudria each demand?", "observers"),
        ("What are the terms of the ferry agreement?", "herring"),
        ("Summarize the Lucerne conference", "ferry"),
        ("Give me a summary of the second round", "Port Amity"),
        ("Why did Norland sign the ferry agreement?", "ended without a text"),
        ("What do Norland and Sudria each demand?", "Marenia"),
    ],
)
def test_what_is_no_point_is_not_shown(reports: Index, question: str, words_not_shown: str) -> None:
    assert words_not_shown not in words(reports.ask(question))


@pytest.mark.parametrize(
    ("question", "strength"),
    [
        ("What do Norland and Sudria each demand?", "strong"),
        ("Summarize the ferry talks", "partial"),
        ("Who took part in the ferry talks?", "partial"),
        ("What are the terms of the ferry agreement?", "partial"),
    ],
)
def test_only_what_is_held_to_be_a_point_of_it_is_strong(
    reports: Index, question: str, strength: str
) -> None:
    assert reports.ask(question).strength == strength


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What were Tolva's demands?", "stay until 2027"),
        ("List all agreements signed by Sudria", "signed the ferry agreement"),
    ],
)
def test_a_single_point_is_shown_as_one_excerpt(reports: Index, question: str, held: str) -> None:
    answer = reports.ask(question)
    assert answer.answered
    assert answer.together is None
    assert held in answer.excerpts[0].text


def test_no_more_excerpts_answer_together_than_are_asked_for(reports: Index) -> None:
    assert len(reports.ask("Summarize the ferry talks", points=3).excerpts) == 3
    assert reports.ask("Summarize the ferry talks", points=1).together is None


@pytest.mark.parametrize(("points", "each"), [(2, [1, 1]), (3, [1, 1]), (4, [2, 2]), (8, [2, 2])])
def test_the_sides_of_a_comparison_share_what_may_be_shown(
    reports: Index, points: int, each: list[int]
) -> None:
    answer = reports.ask("Compare Marenia and Tolva on the salt duties", points=points)
    assert [len(side.excerpts) for side in answer.sides] == each


def test_a_list_after_a_question_is_about_what_that_named(reports: Index) -> None:
    answer = reports.ask("what are its terms?", previous=("When was the ferry agreement signed?",))
    assert answer.answered


def test_a_list_of_a_period_is_of_the_documents_of_that_time(reports: Index) -> None:
    answer = reports.ask("Summarize the ferry talks since 10 May 2025")
    assert answer.since == date(2025, 5, 10)
    assert {one.document.title for one in answer.excerpts} == {"Second round of the ferry talks"}


@pytest.mark.parametrize("label", ["Q   ", "QUESTION: ", "**Q** "])
def test_what_a_reporter_asks_is_no_point_of_a_summary(tmp_path: Path, label: str) -> None:
    text = (
        "MS. LIND:  The quay talks began on 1 May in Brook.  The quay talks were adjourned on 3 May without a text.\n\n"
        f"{label}Thank you.  Two questions on the talks.\n\n"
        "And we hear the quay talks have moved to Port Amity, if you could tell us of the quay talks.\n\n"
        "MS. LIND:  The quay talks went on in Rosk on 9 May."
    )
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents(
            [Document(key="b", title="Press briefing", text=text, published=date(2025, 5, 10))]
        )
        shown = [one.text for one in index.ask("Summarize the quay talks").excerpts]
    assert len(shown) == 3
    assert not any("we hear" in one for one in shown)


@pytest.mark.parametrize(
    ("question", "together", "points"),
    [
        (
            "Summarize the quay conference",
            "summary",
            ("Ada Linn and Oren Falk sat down", "dredged by spring", "cranes"),
        ),
        ("Who took part in the quay conference?", None, ("Ada Linn", "Oren Falk")),
        ("What are the terms of the quay conference?", "terms", ("dredged by spring", "shall pay")),
    ],
)
def test_a_document_whose_title_names_the_thing_is_told_though_its_sentences_do_not(
    tmp_path: Path, question: str, together: Together | None, points: tuple[str, ...]
) -> None:
    text = (
        "Today, Ada Linn and Oren Falk sat down in Brook to meet the delegation of Sudria. "
        "The mood was good and the coffee was strong.\n\n"
        "Both sides agreed that the harbour will be dredged by spring. "
        "Sudria shall pay for two new cranes. "
        "They parted in the evening with a promise to write."
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents(
            [
                Document(key="quay", title="Readout of the quay conference", text=text),
                Document(
                    key="fair", title="A fair in Brook", text="The quay was full. A conference it was not."
                ),
            ]
        )
        answer = index.ask(question)
    assert answer.together == together
    assert [point for point in points if point not in words(answer)] == []
    assert {one.document.key for one in answer.excerpts} == {"quay"}


def test_what_came_out_is_told_of_a_long_report(tmp_path: Path) -> None:
    talk = " ".join(f"Envoy number {n} spoke about herring of sort {n}." for n in range(12))
    text = f"The ministers met in Brook. {talk} The quay conference ended without a text."
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="quay", title="The quay conference", text=text)])
        answer = index.ask("Summarize the quay conference")
    assert "ended without a text" in words(answer)
