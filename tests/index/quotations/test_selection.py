"""Which quotations are one entry, how much of a topic one has, and in which order they are told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from index.language.abbreviations import OtherForms
from index.model import Part
from index.quotations import selection
from index.quotations.days import Said, _is_news
from index.quotations.storage import StoredQuotation
from index.quotations.transcripts.labels import _as_written, _holds
from index.quotations.transcripts.messages import find_messages

SAID = StoredQuotation(
    1, 1, 0, 0, 0, 20, (0, 4), None, "Lind", "lind", None, True, False, None, None, None, "unresolved", "says",
    None, False, None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "runs"),
    [
        ("", {""}),
        ("a b", {"a b"}),
        ("a b c d e", {"a b c d e"}),
        ("a b c d e f", {"a b c d e", "b c d e f"}),
    ],
)
def test_runs_are_of_five_words(said: str, runs: set[str]) -> None:
    assert selection._runs(said) == runs


def entries(*told: tuple[str, dict[str, Any]]) -> list[list[int]]:
    """Return the entries of quotations with these words, each with changes of its own, by number."""
    found = [
        replace(SAID, **({"id": number, "end": len(words)} | other))
        for number, (words, other) in enumerate(told)
    ]
    words_of = dict(enumerate(words for words, _ in told))
    scores = {number: float(number) for number in words_of}
    return [[item.id for item in entry.places] for entry in selection._entries(found, scores, {}, words_of)]


LONG, MORE = "We will go to Lomar on Monday.", "And so we will go to Lomar on Monday, all of us."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (((LONG, {}), (LONG, {})), [[0, 1]]),
        (((LONG, {}), (MORE, {})), [[1, 0]]),
        (((MORE, {}), (LONG, {})), [[0, 1]]),
        (((LONG, {}), ("“we will GO to Lomar – on Monday”", {})), [[1, 0]]),
        (((LONG, {}), ("We will go to Sella on Monday.", {})), [[0], [1]]),
        (((LONG, {}), ("We will", {})), [[0], [1]]),
        ((("We will", {}), ("We will", {})), [[0, 1]]),
        (((LONG, {}), (LONG, {"speaker": "Tamm"})), [[0], [1]]),
        (((LONG, {}), (LONG, {"stance": "denies"})), [[0], [1]]),
        (((LONG, {}), (LONG, {"hearsay": True})), [[0], [1]]),
        (((LONG, {}), (LONG, {"condition": (0, 2)})), [[0], [1]]),
        (((LONG, {"condition": (3, 5)}), (LONG, {"condition": (0, 2)})), [[0, 1]]),
        ((("We stay.", {}), (LONG, {}), (MORE, {})), [[0], [2, 1]]),
    ],
)  # fmt: skip
def test_the_same_words_of_one_speaker_are_one_entry(
    told: tuple[tuple[str, dict[str, Any]], ...], expected: list[list[int]]
) -> None:
    assert entries(*told) == expected


def test_an_entry_has_the_best_score_of_its_places() -> None:
    found = [replace(SAID, id=number, end=9) for number in (1, 2, 3)]
    (entry,) = selection._entries(found, {1: 0.5, 2: 2.0}, {}, dict.fromkeys((1, 2, 3), LONG))
    assert entry.score == 2.0


TOPIC = selection._Topic(
    {"grain": 3.0, "port": 1.0}, {"grain": {"grain": 1.0, "wheat": 0.5}, "port": {"port": 1.0}}, OtherForms()
)


@pytest.mark.parametrize(
    ("own", "beside", "share"),
    [
        ("grain port", "", 1.0),
        ("grain", "", 0.75),
        ("wheat", "", 0.375),
        ("wheat grain", "", 0.75),
        ("port", "grain", 0.625),
        ("", "grain port", 0.5),
        ("wheat", "grain", 0.375),
        ("", "wheat", 0.1875),
        ("", "", 0.0),
    ],
)
def test_the_share_of_a_topic(own: str, beside: str, share: float) -> None:
    assert TOPIC.share(frozenset(own.split()), frozenset(beside.split())) == pytest.approx(share)


def test_a_topic_is_searched_by_what_stands_for_its_words() -> None:
    standing = {"grain": {"grain": 1.0, "wheat": 0.5}, "corn": {"wheat": 0.7, "grain": 0.2}}
    forms = OtherForms({"corn": frozenset({"c.o"})})
    topic = selection._Topic({"grain": 1.0, "corn": 1.0}, standing, forms)
    assert topic.query() == {"grain": 1.0, "wheat": 0.7, "c.o": 1.0}
    assert topic.share(frozenset({"c.o"}), frozenset()) == 0.5


def test_quotations_stand_by_their_days_and_those_without_one_last() -> None:
    def entry(first: date | None, last: date | None) -> selection._Entry:
        return selection._Entry([replace(SAID, earliest=first, latest=last)])

    days = [
        (date(2024, 5, 1), date(2024, 5, 1)),
        (date(2024, 5, 1), date(2024, 5, 31)),
        (date(2024, 5, 2), date(2024, 5, 2)),
        (None, None),
    ]
    ordered = sorted((entry(*days[place]) for place in (3, 2, 1, 0)), key=selection._when)
    assert [(one.places[0].earliest, one.places[0].latest) for one in ordered] == days


FRIDAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("first", "last", "news"),
    [
        (14, 14, True),
        (7, 7, True),
        (6, 6, False),
        (15, 15, False),
        (14, 20, True),
        (14, 21, False),
        (6, 7, True),
        (2, 6, False),
    ],
)
def test_a_day_of_the_week_before_publication_is_news(first: int, last: int, news: bool) -> None:
    said = Said(date(2025, 3, first), date(2025, 3, last), None, "relative")
    assert _is_news(said, FRIDAY) is news
    assert _is_news(said, None) is (first == last)
    assert not _is_news(replace(said, earliest=None), FRIDAY)
    assert not _is_news(replace(said, latest=None), FRIDAY)


@pytest.mark.parametrize(
    ("role", "office", "holds"),
    [
        ("President", "President", True),
        ("U.S. President", "president", True),
        ("Vice President", "President", False),
        ("Deputy Vice President", "President", False),
        ("President of Lomar", "President", False),
        ("Prime Minister", "Minister", True),
        ("Minister", "Prime Minister", False),
        ("Vice Chair President", "President", True),
        (None, "President", False),
        ("President", "", False),
    ],
)
def test_an_office_ends_a_role_and_no_vice_stands_before_it(
    role: str | None, office: str, holds: bool
) -> None:
    assert _holds(role, office) is holds


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("PRESS SECRETARY", "Press Secretary"),
        ("Press SECRETARY", "Press SECRETARY"),
        ("SECRETARY OF THE NATO COUNCIL", "Secretary of the Nato Council"),
        ("CHIEF OF THE WTR", "Chief of the WTR"),
        ("O'BRIEN-LIND", "O'Brien-Lind"),
    ],
)
def test_capitals_become_small_behind_the_first_letter(written: str, words: str) -> None:
    assert _as_written(written) == words


TEXT = "Lind, 10:30\n  Is the port open? \nTamm, 10:31\nYes. Is it?\n"


def test_a_message_is_what_stands_under_its_heading() -> None:
    second = TEXT.index("Tamm")
    structure = (
        Part("message", 0, second, fields=(("author", "Lind"), ("day", "2024-05-01"))),
        Part("heading", 0, 11),
        Part("message", second, len(TEXT), fields=(("author", "Tamm"),)),
        Part("heading", second, second + 11),
    )
    found = find_messages(TEXT, structure)
    assert [(TEXT[one.start : one.end], TEXT[slice(*one.mention)], one.day, one.asks) for one in found] == [
        ("Is the port open?", "Lind", date(2024, 5, 1), True),
        ("Yes. Is it?", "Tamm", None, False),
    ]


def test_a_message_ends_at_the_one_that_it_quotes_and_one_without_an_author_is_nobodys() -> None:
    text = "We go. They stay. So be it."
    structure = (
        Part("message", 0, len(text), fields=(("author", "Ida"),)),
        Part("message", 7, 17, fields=(("author", "They"),)),
    )
    assert [
        (text[one.start : one.end], text[slice(*one.mention)]) for one in find_messages(text, structure)
    ] == [
        ("We go.", "We go."),
        ("They stay.", "They"),
    ]
    assert find_messages(text, (Part("message", 0, 6),)) == ()
    assert find_messages("  \n ", (Part("message", 0, 4, fields=(("author", "Ida"),)),)) == ()
