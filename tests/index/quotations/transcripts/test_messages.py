"""Messages: each is its author's, up to the next one, on its own day."""

from datetime import date

import pytest

from index.model import Part
from index.quotations.transcripts.messages import Written, find_messages

TEXT = "Lind: Is the port open?\n\nOrsic: It is. Is it not?\n\n  It has been since May.  \n\nHolt:   \n"


def part(start: int, end: int, author: str | None, day: str | None = None) -> Part:
    fields = [("author", author)] if author else []
    fields += [("day", day)] if day else []
    return Part("message", start, end, fields=tuple(fields))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([part(0, 23, "Lind")], [(0, 23, "Lind", (0, 4), None, True)]),
        ([part(0, 23, "Tamm", "2024-05-03")], [(0, 23, "Tamm", (0, 23), date(2024, 5, 3), True)]),
        ([part(25, 50, "Orsic")], [(25, 49, "Orsic", (25, 30), None, False)]),
        ([part(51, 78, "Holt")], [(53, 75, "Holt", (53, 75), None, False)]),
        ([part(0, 23, None), part(75, 77, "Holt")], []),
        (
            [part(0, 50, "Lind"), part(25, 49, "Orsic")],
            [(0, 23, "Lind", (0, 4), None, True), (25, 49, "Orsic", (25, 30), None, False)],
        ),
        ([Part("heading", 0, 5), part(0, 23, "Lind")], [(6, 23, "Lind", (0, 4), None, True)]),
    ],
)
def test_a_message_is_what_its_author_wrote_without_the_spaces_around_it(
    parts: list[Part], expected: list[tuple[object, ...]]
) -> None:
    assert list(find_messages(TEXT, parts)) == [Written(*one) for one in expected]
