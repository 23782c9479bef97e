"""How the name of an agreement is met in a document that declines it, and where what is shown of an entry begins."""

import pytest

from index.answering.kinds.named_acts import _is_named
from index.answering.kinds.places import _met, _stem
from index.answering.shown.units import whole_unit
from index.model import Document, Part
from tests.index.answering.candidates import candidates_of, matcher_of


@pytest.mark.parametrize(
    ("name", "word", "met"),
    [
        ("lomar", "lomar", 1),
        ("lomar", "lomars", 0),
        ("харків", "харкова", 1),
        ("харків", "харитон", 0),
        ("київ", "києва", 0),
        ("львів", "львова", 0),
        ("оболонь", "оболоні", 1),
        ("оболонь", "оболонці", 1),
        ("оболонь", "обол", 0),
    ],
)
def test_a_name_is_met_in_another_case(name: str, word: str, met: int) -> None:
    assert _met([name], {word}) == met
    assert _met([name, "norland"], {word, "norland"}) == met + 1
    assert _met([], {word}) == 0


def test_of_a_declined_name_four_letters_stay_at_least() -> None:
    assert [_stem(name) for name in ("харків", "оболонь", "львів", "київ")] == [
        "харк",
        "оболо",
        "льві",
        "київ",
    ]


def test_what_is_shown_of_an_entry_begins_behind_its_time() -> None:
    text = "10:30  Envoys met in Lomar. They left."
    parts = (Part("entry", 0, len(text), "10:30"), Part("heading", 0, 5))
    document = Document("live", "Live", text, structure=parts)
    assert whole_unit(document, (0, 27), (0, 27)) == (7, 27)
    assert whole_unit(document, (28, 38), (28, 38)) == (28, 38)


@pytest.mark.parametrize(
    ("title", "asked", "named"),
    [
        ("Lomar Accord", " what does the lomar accord say ", True),
        ("Lomar Accord", " what does the lomar treaty say ", False),
        ("Accord", " what does the accord say ", False),
        ("Report of Lomar", " what does the report of lomar say ", False),
        ("Treaty of Lomar", " what does the treaty of lomar say ", True),
    ],
)
def test_an_agreement_is_named_by_all_of_its_title_where_that_has_two_words(
    title: str, asked: str, named: bool
) -> None:
    (one,) = candidates_of("It says this.", matcher_of("What does it say?"), title=title)
    assert _is_named(one, asked) is named
