"""What a timeline is about: which words of a topic are names, and how much of it an event has."""

from dataclasses import replace

import pytest

from index.language.abbreviations import OtherForms
from index.language.english.place_words import place_words
from index.language.tokens import Analyzer
from index.timeline.storage import SentenceTerms, _terms_around
from index.timeline.topics import Topic, _names, _read_places

ANALYZER = Analyzer()
PLACE_WORDS = place_words()
PLACES = _read_places(ANALYZER, PLACE_WORDS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("grain talks", ""),
        ("Grain talks", ""),
        ("Grain Talks", "grain talk"),
        ("the Lomar talks", "lomar"),
        ("Lomar", ""),
        ("talks Lomar", "lomar"),
        ("talks with France", "franc"),
        ("france", "franc"),
        ("the north", ""),
        ("north france", "north franc"),
        ("7 Lomar", "lomar"),
        ("9th Lomar Round", "lomar round"),
    ],
)
def test_a_name_has_a_capital_behind_the_first_word_or_is_a_place(text: str, names: str) -> None:
    assert _names(ANALYZER, text, PLACES, PLACE_WORDS.compass) == set(names.split())


def topic(*names: str, **weights: float) -> Topic:
    return Topic(
        weights,
        {term: frozenset({term, term + "n"}) for term in weights},
        frozenset(names),
        OtherForms({}, {}),
        places=PLACE_WORDS,
    )


@pytest.mark.parametrize(
    ("own", "beside", "title", "fit"),
    [
        ("grain sudan", "", "", 1.0),
        ("grainn sudann", "", "", 1.0),
        ("grain", "sudan", "", 5 / 8),
        ("grain", "", "sudann", 5 / 8),
        ("sudan", "grain", "", 7 / 8),
        ("sudan", "", "", 6 / 8),
        ("grain", "", "", 0.0),
        ("", "sudan grain", "", 4 / 8),
        ("", "", "", 0.0),
    ],
)
def test_what_stands_beside_counts_half_and_a_name_must_be_there(
    own: str, beside: str, title: str, fit: float
) -> None:
    asked = topic("sudan", grain=2.0, sudan=6.0)
    assert asked.fit(held(own, beside), (title.split(),)) == pytest.approx(fit)


def test_a_topic_of_two_words_that_names_nobody_is_about_both() -> None:
    asked = topic(export=6.0, control=2.0)
    assert asked.fit(held("export", ""), ()) == 0.0
    assert asked.fit(held("export", "control"), ()) == pytest.approx(7 / 8)
    assert asked.fit(held("export", ""), (("control",),)) == pytest.approx(7 / 8)
    assert topic(export=6.0, control=2.0, river=1.0).fit(held("export", ""), ()) == pytest.approx(6 / 9)


def held(*sentences: str) -> SentenceTerms:
    ordered = tuple(tuple(words.split()) for words in sentences)
    return SentenceTerms(
        frozenset(ordered[0]), frozenset(term for words in ordered for term in words), ordered
    )


@pytest.mark.parametrize(
    ("own", "beside", "title", "fit"),
    [
        ("south sudan", "", "", 0.0),
        ("south sudan", "", "south sudan", 0.0),
        ("sudan south", "", "", 1.0),
        ("south sudan sudan", "", "", 1.0),
        ("south sudan", "sudan", "", 0.5),
        ("south sudan sudann", "", "", 1.0),
        ("south sudan", "", "sudan", 0.5),
        ("equatori sudan", "", "", 0.0),
        ("sudan bissau", "", "", 0.0),
        ("norland sudan", "", "", 1.0),
    ],
)
def test_another_place_of_which_the_name_is_a_part_is_not_meant(
    own: str, beside: str, title: str, fit: float
) -> None:
    asked = replace(topic("sudan", sudan=1.0), proper=frozenset(("sudan",)))
    assert asked.fit(held(own, beside), (title.split(),)) == fit


def test_where_the_topic_has_the_compass_itself_that_place_is_meant() -> None:
    asked = replace(topic("sudan", "south", sudan=1.0, south=1.0), proper=frozenset(("sudan", "south")))
    assert asked.fit(held("south sudan"), ()) == 1.0


def test_a_name_of_several_words_stands_together() -> None:
    asked = replace(topic(new=1.0, start=1.0), phrase=("new", "start"))
    assert asked.fit(held("new start treati"), ()) == 1.0
    assert asked.fit(held("start new"), ()) == 0.0
    assert asked.fit(held("treati", "new start"), ()) == 0.5
    assert asked.fit(held("new", "start"), ()) == 0.0


def test_a_story_of_its_own_is_spoken_for_by_a_sentence_that_shares_a_name_with_it() -> None:
    asked, around = topic("sudan", sudan=1.0), held("fish norland", "sudan norland", "sudan")
    assert asked.fit(around, ()) == asked.fit(around, (), frozenset(("norland",))) == 0.5
    assert asked.fit(around, (), frozenset(("fish",))) == 0.0
    assert asked.fit(around, (("sudan",),), frozenset(("fish",))) == 0.5


def test_what_is_beside_stands_in_the_same_paragraph() -> None:
    rows = [(3, 1, "grain"), (4, 2, "ship port"), (5, 2, "port sail"), (6, 3, "fish")]
    assert _terms_around(5, rows) == held("port sail", "ship port")
    assert _terms_around(9, rows) == held("")
