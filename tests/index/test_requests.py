"""Periods, filters and requests: what they admit, and what they refuse."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.model import Document
from index.requests import AskRequest, Filters, Period, QuotesRequest, TimelineRequest, within

DAY = date(2024, 5, 3)


@given(st.dates(), st.dates())
def test_a_period_ends_no_earlier_than_it_begins(since: date, until: date) -> None:
    if since <= until:
        assert Period(since, until).bounded
        return
    with pytest.raises(QueryError, match="swap the two dates"):
        Period(since, until)


def test_the_days_of_a_refused_period_are_told_in_words() -> None:
    with pytest.raises(QueryError, match=r"ends \(2 May 2024\) before it begins \(3 May 2024\)"):
        Period(DAY, DAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("period", "admitted"),
    [
        (Period(), [True, True, True, True]),
        (Period(DAY), [False, True, True, False]),
        (Period(until=DAY), [True, True, False, False]),
        (Period(DAY, DAY), [False, True, False, False]),
    ],
)
def test_both_ends_are_of_the_period_and_an_unknown_day_of_none(period: Period, admitted: list[bool]) -> None:
    days = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1), None]
    assert [period.admits(day) for day in days] == admitted
    documents = [Document("a", "A", "A.", published=day) for day in days]
    assert [Filters(period).admit(document) for document in documents] == admitted


@pytest.mark.parametrize(
    "request_", [AskRequest("Who?"), TimelineRequest("river"), QuotesRequest(("Brandt",), chronological=True)]
)
def test_a_request_is_asked_of_collections_and_is_else_as_it_was(request_: Any) -> None:
    asked = within(request_, ["shared", "server:1"], 7)
    assert (asked.filters.collections, asked.limit) == (("shared", "server:1"), 7)
    back = within(asked, request_.filters.collections, 3)
    assert type(back) is type(request_)
    assert within(request_, request_.filters.collections, 3) == back
