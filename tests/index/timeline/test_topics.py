"""What a timeline is about: which words of a topic are names, and how much of it an event has."""

import pytest

from index.language.abbreviations import OtherForms
from index.language.tokens import Analyzer
from index.timeline.storage import SentenceTerms, _terms_around
from index.timeline.topics import Topic, _names, _read_places

ANALYZER = Analyzer()
PLACES = _read_places(ANALYZER)


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
    assert _names(ANALYZER, text, PLACES) == set(names.split())


def topic(*names: str, **weights: float) -> Topic:
    return Topic(
        weights,
        {term: frozenset({term, term + "n"}) for term in weights},
        frozenset(names),
        OtherForms({}, {}),
    )


def terms(words: str) -> frozenset[str]:
    return frozenset(words.split())


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
    assert asked.fit(SentenceTerms(terms(own), terms(beside)), terms(title), ()) == pytest.approx(fit)


@pytest.mark.parametrize(
    ("own", "actors", "fit"),
    [
        ("sudan south", ["south sudan"], 0.0),
        ("sudan south", ["south sudan", "sudan"], 1.0),
        ("sudan south", ["south norland"], 1.0),
        ("sudan", [], 1.0),
        ("sudan", ["sudan"], 1.0),
    ],
)
def test_another_place_of_which_the_name_is_a_part_is_not_meant(
    own: str, actors: list[str], fit: float
) -> None:
    held = SentenceTerms(terms(own), terms(own))
    assert topic("sudan", sudan=1.0).fit(held, terms(own), [*map(terms, actors)]) == fit


def test_where_the_topic_has_the_compass_itself_that_place_is_meant() -> None:
    held = SentenceTerms(terms("sudan south"), terms(""))
    assert topic("sudan", "south", sudan=1.0, south=1.0).fit(held, terms(""), [terms("south sudan")]) == 1.0


def test_what_is_beside_stands_in_the_same_paragraph() -> None:
    rows = [(3, 1, "grain"), (4, 2, "ship port"), (5, 2, "port sail"), (6, 3, "fish")]
    assert _terms_around(5, rows) == SentenceTerms(terms("port sail"), terms("ship port sail"))
    assert _terms_around(9, rows) == SentenceTerms(terms(""), terms(""))
