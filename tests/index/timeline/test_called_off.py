"""What was called off or moved, and what somebody only asked to be: all written on Friday 14 March 2025."""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)
CASES = [
    ("The meeting on Tuesday was once more called off.", ["2025-03-11 cancelled"]),
    ("The vote on Wednesday has been delayed by a storm.", ["2025-03-12 moved"]),
    ("The vote set for Tuesday has been delayed.", ["2025-03-18 moved"]),
    ("Talks planned for 3 March were put off.", ["2025-03-03 moved"]),
    ("The hearing on Monday postponed over fog, Lind left the island.", ["2025-03-10 moved"]),
    (
        "The ministers met on Monday after the visit on Sunday was delayed by fog.",
        ["2025-03-10 happened", "2025-03-09 moved"],
    ),
    (
        "On Tuesday the minister called off the visit planned for 20 March.",
        ["2025-03-11 happened", "2025-03-20 cancelled"],
    ),
    ("The council will move forward with its session on Sunday.", ["2025-03-16 planned"]),
    # Somebody only asks, refuses or is led to.
    ("The envoy urged on Monday that the talks be moved.", ["2025-03-10 happened"]),
    ("The envoy called on Monday for the talks to be postponed to July.", ["2025-03-10 happened"]),
    ("The court refused on Monday to delay the hearing.", ["2025-03-10 happened"]),
    ("He asked for the vote to be put off until 3 July.", []),
    ("One official said it would be better to postpone the summit beyond mid-June.", []),
    ("Talks in Oslo in early February led both sides to postpone the new tolls.", ["2025-02-01 happened"]),
    ("The summit on Sunday delayed a decision on tolls.", ["2025-03-09 happened"]),
    (
        "The ministers agreed on Monday to postpone the vote until 3 July.",
        ["2025-03-10 happened", "2025-07-03 planned"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_what_was_called_off_is(text: str, expected: list[str]) -> None:
    document = Document("note", "Note", text, published=FRIDAY)
    events = find_events(document, sentences(text))
    assert [
        f"{event.earliest} {event.undone or ('planned' if event.planned else 'happened')}" for event in events
    ] == expected
