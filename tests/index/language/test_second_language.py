"""A language is a folder and a line: one of ten words is split, found and dated as English is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.language.known import LANGUAGES, known_languages
from index.language.tokens import Analyzer

BOTH = (*LANGUAGES, "tests.index.language.pocket.language")

TEXT = (
    "Σρ. Μιρεκ κα σρ. Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ. 2024 λο πακο. Λο Ταλα διξα λο πακο κα λο τρατα.\n\n"
    "Λο Μιρεκ κα λο Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ 2024 δε Λουκερν.\n\n"
    "The envoys of Marenia signed the transit protocol in Lucerne on 12 March 2024. Mr. Sato said it would hold.\n\n"
    "Der Vertrag wurde von den Gesandten am 4. April 2024 in der Stadt unterzeichnet und ist nicht in Kraft."
)
PUBLISHED = date(2024, 4, 2)
ANALYZER = Analyzer(known_languages(BOTH))
KNOWN = ANALYZER.languages


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db", languages=BOTH) as opened:
        opened.add_documents([Document("accords", "Accords", TEXT, published=PUBLISHED)])
        yield opened


def test_each_paragraph_is_of_the_language_that_it_is_in() -> None:
    told = [language.name if language else None for language in KNOWN.of_paragraphs(TEXT)]
    assert told == ["Pocket", "Pocket", "English", None]
    alone = known_languages().of_paragraphs(TEXT)
    assert [language.name if language else None for language in alone] == [None, None, "English", None]
    (short,) = KNOWN.of_paragraphs("Πακο!")
    assert short is not None and short.name == "Pocket"


def test_its_sentences_end_where_it_says() -> None:
    words = [TEXT[one.start : one.end] for one in KNOWN.sentences(TEXT)]
    assert words[:2] == [
        "Σρ. Μιρεκ κα σρ. Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ. 2024 λο πακο.",
        "Λο Ταλα διξα λο πακο κα λο τρατα.",
    ]
    assert words[3:5] == [
        "The envoys of Marenia signed the transit protocol in Lucerne on 12 March 2024.",
        "Mr. Sato said it would hold.",
    ]
    asked = "«Λο πακο κα λο τρατα?» Ταλα διξα. Λο πακο."
    assert [asked[one.start : one.end] for one in KNOWN.sentences(asked)] == [
        "«Λο πακο κα λο τρατα?» Ταλα διξα.",
        "Λο πακο.",
    ]


def test_its_words_are_terms_by_its_own_rules_and_those_of_others_by_theirs() -> None:
    assert ANALYZER.terms("Λο Μιρεκ κα Ταλα φιρμασαν λο τρατα") == ["μιρεκ", "ταλα", "φιρμα", "τρατα"]
    english = "The US and Russia signed it in May; Зеленского; cease fire"
    assert ANALYZER.terms(english) == Analyzer().terms(english)


def test_its_dates_are_found_in_its_own_paragraphs_alone() -> None:
    text = f"{TEXT}\n\nThe envoys of Marenia wrote οδι on the margin of the protocol."
    found = [(text[one.start : one.end], one.earliest) for one in KNOWN.find_times(text, PUBLISHED)]
    assert found == [("3 μαρ 2024", date(2024, 3, 3)), ("12 March 2024", date(2024, 3, 12))]
    (today,) = KNOWN.find_times("Λο τρατα δε πακο οδι.", PUBLISHED)
    assert (today.earliest, today.basis) == (PUBLISHED, "published")


def test_what_is_asked_in_it_is_answered_and_its_events_are_on_the_timeline(index: Index) -> None:
    answer = index.ask("Μιρεκ φιρμα τρατα Λουκερν?")
    assert answer.answered and "δε Λουκερν" in answer.excerpts[0].text
    days = [(event.earliest, TEXT[slice(*event.when)]) for event in index.timeline() if event.when]
    assert days == [(date(2024, 3, 3), "3 μαρ 2024"), (date(2024, 3, 12), "12 March 2024")]
