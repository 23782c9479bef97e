"""Dates that a person types, and dates as a person reads them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.language.dates import format_interval, parse_typed_date

FRIDAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("typed", "earliest", "latest"),
    [
        ("last month", date(2025, 2, 1), date(2025, 2, 28)),
        ("12 March", date(2025, 3, 12), date(2025, 3, 12)),
        ("march 12", date(2025, 3, 12), date(2025, 3, 12)),
        ("2025-03", date(2025, 3, 1), date(2025, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2025-03-12", date(2025, 3, 12), date(2025, 3, 12)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("yesterday", date(2025, 3, 13), date(2025, 3, 13)),
        ("last week", date(2025, 3, 3), date(2025, 3, 9)),
        ("Q3 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("hier", date(2025, 3, 13), date(2025, 3, 13)),
    ],
)
def test_typed_dates_are_as_wide_as_what_was_typed(typed: str, earliest: date, latest: date) -> None:
    assert parse_typed_date(typed, FRIDAY) == (earliest, latest)


@pytest.mark.parametrize(
    "typed", ["", "  ", "hello", "31 February", "2025-13", "2025-02-30", "7", "every monday", "x" * 500]
)
def test_what_is_no_date_is_refused_in_one_sentence_that_says_what_can_be_typed(typed: str) -> None:
    with pytest.raises(QueryError, match="type a day") as caught:
        parse_typed_date(typed, FRIDAY)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@settings(max_examples=50, deadline=None)
@given(typed=st.text(max_size=30), today=st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_anything_typed_is_a_date_or_refused(typed: str, today: date) -> None:
    try:
        earliest, latest = parse_typed_date(typed, today)
    except QueryError:
        return
    assert earliest <= latest


@pytest.mark.parametrize(
    ("earliest", "latest", "granularity", "wording"),
    [
        (date(2025, 3, 13), date(2025, 3, 13), "day", "13 March 2025"),
        (date(2025, 3, 10), date(2025, 3, 16), "week", "week of 10 March 2025"),
        (date(2025, 3, 8), date(2025, 3, 9), "week", "weekend of 8 March 2025"),
        (date(2024, 8, 1), date(2024, 8, 31), "month", "August 2024"),
        (date(2024, 7, 1), date(2024, 9, 30), "quarter", "third quarter of 2024"),
        (date(2024, 6, 1), date(2024, 9, 30), "season", "summer 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
        (date(1990, 1, 1), date(1999, 12, 31), "decade", "1990s"),
        (None, date(2022, 3, 14), "vague", "before 14 March 2022"),
        (date(2022, 3, 14), None, "vague", "after 14 March 2022"),
        (None, None, "vague", "undated"),
        (date(2022, 5, 16), date(2022, 5, 17), "day", "16–17 May 2022"),
        (date(2022, 3, 1), date(2022, 6, 30), "month", "March – June 2022"),
        (date(2021, 12, 30), date(2022, 1, 2), "day", "30 December 2021 – 2 January 2022"),
    ],
)
def test_intervals_are_worded_no_finer_than_they_are_known(
    earliest: date | None, latest: date | None, granularity: str, wording: str
) -> None:
    assert format_interval(earliest, latest, granularity) == wording


@settings(deadline=None)
@given(
    days=st.tuples(st.dates(), st.dates()).map(sorted),
    granularity=st.sampled_from("day week month season year decade".split()),
)
def test_every_interval_has_a_wording(days: list[date], granularity: str) -> None:
    assert format_interval(days[0], days[1], granularity)
