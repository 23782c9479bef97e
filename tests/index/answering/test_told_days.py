"""Relative days in a message: counted from what stands before them, as far as a message is read whole."""

from datetime import date

import pytest

from index.answering.shown.told_days import days_told
from index.language.known import known_languages
from index.model import Document, Part, ResolvedDate

BEFORE, TOLD = "On 3 May 2023 they met. ", "The next day they left."


def told(length: int, label: str = "message", day: str | None = "2025-03-14") -> tuple[ResolvedDate, ...]:
    """Return what is told of the last sentence of a message of so many characters."""
    text = f"{BEFORE}{'a' * (length - len(BEFORE) - len(TOLD) - 2)}. {TOLD}"
    fields = (("day", day),) if day else ()
    message = Part(label, 0, length, fields=fields)
    document = Document("chat", "Chat", text, structure=(message,))
    return days_told(document, (length - len(TOLD), length), (), known_languages())


@pytest.mark.parametrize(("length", "days"), [(200, 1), (4_000, 1), (4_001, 0)])
def test_a_message_is_read_whole_up_to_a_length(length: int, days: int) -> None:
    found = told(length)
    assert [one.earliest for one in found] == [date(2023, 5, 4)] * days


@pytest.mark.parametrize(
    ("label", "day", "days"),
    [("entry", "2025-03-14", 1), ("turn", "2025-03-14", 0), ("message", None, 0)],
)
def test_only_messages_and_entries_that_have_a_day_tell_more(label: str, day: str | None, days: int) -> None:
    assert len(told(200, label, day)) == days
