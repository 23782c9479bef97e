"""Two dates that are the ends of one."""

from datetime import date

import pytest

from index.language.dates import find_time_expressions, joined_ranges


def joined(text: str) -> list[tuple[str, str]]:
    found = joined_ranges(text, find_time_expressions(text, date(2025, 3, 14)))
    return [(text[item.start : item.end], f"{item.earliest} {item.latest}") for item in found]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Talks ran May 16-17, 2022.", "May 16-17, 2022", "2022-05-16 2022-05-17"),
        ("It held from March to June 2022.", "March to June 2022", "2022-03-01 2022-06-30"),
        ("They fought between 1990 and 1995.", "1990 and 1995", "1990-01-01 1995-12-31"),
        ("The 1995–96 round failed.", "1995–96", "1995-01-01 1996-12-31"),
    ],
)
def test_the_ends_of_a_range_are_joined(text: str, words: str, days: str) -> None:
    assert joined(text) == [(words, days)]


@pytest.mark.parametrize(
    "text",
    ["They met on 2 May 2022 and 7 May 2022.", "They met in 1995 and 1990.", "In May 2022, on 3 June 2022."],
)
def test_dates_that_only_stand_together_are_not(text: str) -> None:
    assert len(joined(text)) == 2
