"""Names in sentences: what is one, and in which form."""

from hypothesis import given, settings
from hypothesis import strategies as st

from index.language.english.people.names import names_in_sentences
from index.language.sentences import sentences


def names(text: str) -> list[tuple[str, ...]]:
    return list(names_in_sentences(text, sentences(text)))


def test_people_places_and_bodies_are_named_without_their_titles() -> None:
    text = "On Friday, Sudrian President Ilse Brandt met Gen. Pavel Orsic of the Union of Ports in New Amity."
    assert names(text) == [("Ilse Brandt", "Pavel Orsic", "Union of Ports", "New Amity")]


def test_of_joins_a_body_to_its_name_and_not_a_person_to_a_country() -> None:
    text = "They met Pavel Orsic of Sudria, the president of Norland, and the Ministry of Foreign Affairs of Sudria."
    assert names(text) == [("Pavel Orsic", "Sudria", "Norland", "Ministry of Foreign Affairs")]


def test_a_surname_stands_for_the_full_name() -> None:
    assert names("They heard Ilse Brandt. Brandt said no to Orsic.") == [
        ("Ilse Brandt",),
        ("Ilse Brandt", "Orsic"),
    ]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital_alone() -> None:
    assert names("Ceasefires fail. Then came Norland. Norland left.") == [(), ("Norland",), ("Norland",)]


def test_a_country_is_a_name_where_a_sentence_begins() -> None:
    assert names("Norway and Iceland agreed on a line.") == [("Norway", "Iceland")]
    assert names("Türkiye announced it.") == [("Türkiye",)]


def test_days_months_and_nationalities_are_no_names() -> None:
    assert names("The talks on Monday in March drew Russian and French envoys.") == [()]


def test_a_sentence_in_capitals_has_no_names() -> None:
    assert names("DID THE PAUSE LEAD TO THE ADVANCE OF NORLAND?") == [()]


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_names_for_each_sentence(text: str) -> None:
    assert len(names(text)) == len(sentences(text))
