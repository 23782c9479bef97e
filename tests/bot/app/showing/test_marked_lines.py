"""The words of an event that its date belongs to, in the lines of a picture."""

from datetime import date

import pytest

from bot.app.showing.charts import draw_timeline
from bot.app.showing.marked_lines import marked_lines, words_from_the_clause
from index.model import Document, Event
from index.model import Span as Words

DAY = date(2024, 10, 7)
TEXT = "Vane  met today with families\nof the people taken on October 7."


def event(text: str, clause: Words | None) -> Event:
    document = Document(key="talks", title="Talks", text=text)
    return Event(document, 0, len(text), DAY, DAY, "day", "explicit", False, (0, 1), clause=clause)


@pytest.mark.parametrize(
    ("clause", "lines", "told"),
    [
        (
            (TEXT.index("taken"), len(TEXT)),
            ["Vane met today with families of", "the people taken on October 7."],
            [
                [("Vane met today with families of", False)],
                [("the people ", False), ("taken on October 7.", True)],
            ],
        ),
        (
            (0, TEXT.index(" with")),
            ["Vane met today with", "families of the …"],
            [[("Vane met today ", True), ("with", False)], [("families of the …", False)]],
        ),
        (None, ["Vane met today …"], [[("Vane met today …", True)]]),
    ],
)
def test_the_words_that_the_date_belongs_to_are_apart(
    clause: Words | None, lines: list[str], told: list[list[tuple[str, bool]]]
) -> None:
    assert [list(line) for line in marked_lines(event(TEXT, clause), lines)] == told


def test_what_would_be_cut_off_can_be_shown_from_its_clause_on() -> None:
    assert words_from_the_clause(event(TEXT, (TEXT.index("taken"), len(TEXT)))) == "taken on October 7."


def test_events_with_a_clause_are_drawn_wherever_it_stands() -> None:
    long = "The council of Norland spoke of it at length. " * 20
    for clause in ((0, 20), (30, 60), (len(long) - 30, len(long))):
        assert draw_timeline([event(long, clause)], "Timeline").startswith(b"\x89PNG")
