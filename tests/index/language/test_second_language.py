"""A language is a folder and a line: one of ten words is split, found, dated, quoted and asked in as English is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.language.known import LANGUAGES, known_languages
from index.language.language import Language
from index.language.languages import Languages
from index.language.tokens import Analyzer
from index.requests import AskRequest

BOTH = (*LANGUAGES, "tests.index.language.pocket.language")

TEXT = (
    "Σρ. Μιρεκ κα σρ. Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ. 2024 λο πακο. Λο Ταλα διξα λο πακο κα λο τρατα.\n\n"
    "Λο Μιρεκ κα λο Ταλα φιρμασαν λο τρατα δε πακο λο 3 μαρ 2024 δε Λουκερν.\n\n"
    "The envoys of Marenia signed the transit protocol in Lucerne on 12 March 2024. Mr. Sato said it would hold.\n\n"
    "Der Vertrag wurde von den Gesandten am 4. April 2024 in der Stadt unterzeichnet und ist nicht in Kraft."
)
SAID = (
    "«Λο πακο δε Λουκερν», Ταλα διξα. Λο Μιρεκ διξα λο τρατα κα λο πακο.\n\n"
    "Mr. Sato said the transit protocol would hold.\n\n"
    "«Der Vertrag ist nicht in Kraft und wird es nicht», Ταλα sagte der Minister mit den Gesandten in der Stadt."
)
PUBLISHED = date(2024, 4, 2)
ANALYZER = Analyzer(known_languages(BOTH))
KNOWN = ANALYZER.languages


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db", languages=BOTH) as opened:
        opened.add_documents(
            [
                Document("accords", "Accords", TEXT, published=PUBLISHED),
                Document("remarks", "Remarks", SAID, published=PUBLISHED),
            ]
        )
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


def test_the_names_of_its_events_are_those_that_it_finds(index: Index) -> None:
    ours, theirs = index.timeline()
    assert (ours.actors, theirs.actors) == (("Μιρεκ", "Ταλα", "Λουκερν"), ("Marenia", "Lucerne"))
    assert index.timeline(actor="Μιρεκ") == (ours,)
    # Another language's folder is not asked of its paragraphs.
    placed = KNOWN.placed_names(TEXT, KNOWN.sentences(TEXT))
    assert [name.name for name in placed[2]] == ["Μιρεκ", "Ταλα", "Λουκερν"]


def test_its_quotations_are_found_with_their_speakers_and_listed(index: Index) -> None:
    said = [(one.speaker, one.words, one.direct, one.document.title) for one in index.quotes()]
    assert sorted(said) == [
        ("Sato", "it would hold", False, "Accords"),
        ("Sato", "the transit protocol would hold", False, "Remarks"),
        ("Μιρεκ", "λο τρατα κα λο πακο", False, "Remarks"),
        ("Ταλα", "Λο πακο δε Λουκερν", True, "Remarks"),
        ("Ταλα", "λο πακο κα λο τρατα", False, "Accords"),
    ]
    assert {one.name: one.quotations for one in index.speakers()} == {"Sato": 2, "Ταλα": 2, "Μιρεκ": 1}
    about, *_ = index.quotes("Ταλα", about="Λουκερν")
    assert (about.words, about.earliest) == ("Λο πακο δε Λουκερν", PUBLISHED)


def test_whose_words_are_asked_for_is_read_in_it(index: Index) -> None:
    why = index.explain(AskRequest("Κε διξα Ταλα δε Λουκερν?"))
    assert (why.kind, why.speaker) == ("statement", "Ταλα")
    first = why.answer.excerpts[0]
    assert [first.document.text[slice(*span)] for span in first.highlights] == ["Λο πακο δε Λουκερν"]
    assert index.explain(AskRequest("What did Sato say?")).speaker == "Sato"


def test_its_question_word_says_what_kind_of_thing_is_asked_for(index: Index) -> None:
    why = index.explain(AskRequest("Κι φιρμασαν λο τρατα δε πακο?"))
    assert why.kind == "person"
    first = why.answer.excerpts[0]
    marked = [first.document.text[slice(*span)] for span in first.highlights]
    assert why.answer.answered and marked == ["Μιρεκ", "Ταλα", "Λουκερν"]
    assert ANALYZER.terms("Κι φιρμασαν λο τρατα") == ["φιρμα", "τρατα"]
    assert index.explain(AskRequest("Who signed the transit protocol?")).kind == "person"


def test_whether_a_sentence_goes_on_is_told_in_its_language() -> None:
    told = {
        words: KNOWN.goes_on(words)
        for words in ("Κα Ταλα διξα λο.", "Ταλα διξα λο.", "They left the hall.", "Sato left it.")
    }
    assert list(told.values()) == [True, False, True, False]


def test_whether_it_refers_back_is_told_in_its_language_and_places_are_those_of_all() -> None:
    told = {words: KNOWN.refers_back(words) for words in ("Ταλα διξα λο.", "It was signed.", "Sato left it.")}
    assert list(told.values()) == [False, True, False]
    words = KNOWN.place_words()
    assert "south" in words.compass and "bissau" in words.behind and "korea" in words.halved
    assert ("france", "french", "/", "paris") in words.alike


def test_without_its_line_nothing_is_read_into_it(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as opened:
        opened.add_documents([Document("accords", "Accords", f"{TEXT}\n\n{SAID}", published=PUBLISHED)])
        assert {one.name for one in opened.speakers()} == {"Sato"}
        assert [event.earliest for event in opened.timeline()] == [date(2024, 3, 12)]
        assert opened.explain(AskRequest("Κι φιρμασαν λο τρατα δε πακο?")).kind == "other"


def test_a_language_that_gives_no_more_than_its_words_has_nothing_found() -> None:
    ours = KNOWN.known[1]
    bare = Languages(
        [KNOWN.known[0], Language(ours.telltale, ours.sentence_words, ours.terms, ours.find_times)]
    )
    assert bare.placed_names(TEXT, bare.sentences(TEXT))[2] == ()
    assert not bare.goes_on("Κα Ταλα διξα λο πακο.")
    assert bare.asking("Κε διξα Ταλα?").words_asked("Κε διξα Ταλα?") is None
    assert bare.find_answers("Λο Ταλα διξα λο πακο.", "person", frozenset()) == ()
    asked = bare.asking("Λο Ταλα 3 μαρ?").analyse("Λο Ταλα 3 μαρ?", Analyzer(bare))
    assert (asked.names, asked.numbers, asked.kind) == (frozenset({"ταλα"}), frozenset({"3"}), "other")
