"""What is asked in one form is found in the other: abbreviations, the names they stand for, and letters with a number."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.errors import QueryError

TOLD = {
    "seats": "The EU was represented by Jean-Claude Lemaire at the table in Lucerne on 4 March 2025.",
    "guarantees": "The European Union offered Marenia security guarantees on 11 March 2025.",
    "batteries": "Ostvale delivered two S-300 batteries to the Sella valley on 5 May 2024.",
    "jets": "Marenia received six F16 fighter jets on 7 June 2024.",
    "airliner": "The investigators said that MH17 was shot down by a missile of the 53rd brigade on 17 July 2014.",
    "drones": "A Shahed 136 drone fell near the Tarvo depot on 9 September 2024.",
    "envoy": "The DPRK sent an envoy to the Lucerne conference on 4 March 2025.",
    "pyongyang": "North Korea returned the remains of eleven soldiers on 2 February 2025.",
    "inspectors": "IAEA inspectors visited the Orrin reactor on 12 April 2025.",
    "missiles": "The Missile Technology Control Regime admitted Ostvale on 3 October 2024.",
    "commission": "The Joint Border Commission (JBC) shall meet in Tarvo once every two months.",
    "verified": "The JBC verified the withdrawal of the artillery on 30 August 2024.",
    "opened": "The Joint Border Commission opened the Sella crossing on 1 September 2024.",
    "council": "The UN Security Council adopted resolution 2801 on 21 November 2025.",
    "nominee": "The United Nations named Ruth Kestrel its envoy on 8 January 2025.",
    "emirates": "The United Arab Emirates brokered an exchange of 190 prisoners on 24 August 2024.",
    "missile": "A Kh-101 missile hit the port of Orrin on 14 December 2024.",
    "summit": "The G-7 leaders lent Marenia 50 billion dollars on 13 June 2024.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("abbreviations") / "parley.db", reader=False) as opened:
        opened.add_documents(
            Document(key=key, title=f"Report {number}", text=text, published=date(2025, 12, 1))
            for number, (key, text) in enumerate(TOLD.items())
        )
        yield opened


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Who represented the European Union in Lucerne?", "seats"),
        ("who represented the eu in lucerne", "seats"),
        ("When did the EU offer Marenia security guarantees?", "guarantees"),
        ("How many S300 batteries did Ostvale deliver?", "batteries"),
        ("How many S 300 batteries did Ostvale deliver?", "batteries"),
        ("How many F-16 jets did Marenia receive?", "jets"),
        ("How many F 16 jets did Marenia receive?", "jets"),
        ("When was MH-17 shot down?", "airliner"),
        ("When was MH 17 shot down?", "airliner"),
        ("Where did a Shahed-136 drone fall?", "drones"),
        ("Did North Korea send an envoy to Lucerne?", "envoy"),
        ("When did the DPRK return the remains of eleven soldiers?", "pyongyang"),
        ("When did the International Atomic Energy Agency visit the Orrin reactor?", "inspectors"),
        ("When did the Joint Border Commission verify the withdrawal?", "verified"),
        ("When did the JBC open the Sella crossing?", "opened"),
        ("What did the UNSC adopt?", "council"),
        ("Whom did the UN name its envoy?", "nominee"),
        ("How many prisoners did the UAE exchange?", "emirates"),
        ("What did the Kh101 missile hit?", "missile"),
        ("How much did the G7 lend Marenia?", "summit"),
    ],
)
def test_a_question_in_one_form_is_answered_by_the_other(index: Index, question: str, key: str) -> None:
    answer = index.ask(question)
    assert answer.answered, answer.missing
    assert answer.excerpts[0].document.key == key
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("topic", "keys"),
    [
        ("EU", {"seats", "guarantees"}),
        ("European Union", {"seats", "guarantees"}),
        ("S300", {"batteries"}),
        ("F-16", {"jets"}),
        ("MH-17", {"airliner"}),
        ("North Korea", {"envoy", "pyongyang"}),
        ("JBC", {"verified", "opened"}),
        ("Joint Border Commission", {"verified", "opened"}),
    ],
)
def test_a_timeline_about_one_form_has_the_events_of_the_other(
    index: Index, topic: str, keys: set[str]
) -> None:
    assert {event.document.key for event in index.timeline(topic)} == keys


def test_a_timeline_of_an_actor_has_what_names_it_in_another_form(index: Index) -> None:
    assert {event.document.key for event in index.timeline(actor="European Union")} >= {"guarantees"}
    assert {event.document.key for event in index.timeline(actor="UAE")} == {"emirates"}


@pytest.mark.parametrize("topic", ["MH17", "MH-17", "MH 17"])
def test_quotations_about_one_form_have_the_words_of_the_other(index: Index, topic: str) -> None:
    assert {quotation.document.key for quotation in index.quotes(about=topic)} == {"airliner"}


@pytest.mark.parametrize(
    "question",
    ["Who sold the S400 batteries?", "When was MH18 shot down?", "When did the JBO open the Sella crossing?"],
)
def test_another_number_or_abbreviation_is_not_taken_for_it(index: Index, question: str) -> None:
    assert not index.ask(question).answered


def test_what_another_collection_defines_is_not_known(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents(
            [
                Document(key="a", title="A", text=TOLD["commission"], collection="guild-1"),
                Document(key="b", title="B", text=TOLD["opened"], collection="guild-2"),
                Document(
                    key="c", title="C", text="The ferry left Orrin on 2 May 2024.", collection="guild-2"
                ),
            ]
        )
        assert not index.ask("When did the JBC open the Sella crossing?", collections=["guild-2"]).answered
        assert index.ask(
            "When did the JBC open the Sella crossing?", collections=["guild-1", "guild-2"]
        ).answered
        with pytest.raises(QueryError):
            index.timeline("JBC", collections=["guild-2"])
