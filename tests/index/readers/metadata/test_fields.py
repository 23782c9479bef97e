from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource
from index.model import Document
from index.readers.metadata.fields import build_document, parse_published
from index.readers.metadata.origin import Origin

ORIGIN = Origin(name="talks.md", key="talks.md")


def built(**fields: object) -> Document:
    return build_document("The envoys met.", fields, ORIGIN, "Fallback")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-03T23:30:00-05:00", date(2024, 5, 3)),
        ("2024-05-03 10:00", date(2024, 5, 3)),
        (date(2024, 5, 3), date(2024, 5, 3)),
        (datetime(2024, 5, 3, 23, 30, tzinfo=UTC), date(2024, 5, 3)),
    ],
)
def test_a_date_is_the_one_the_publisher_wrote(value: object, expected: date | None) -> None:
    assert parse_published(value, "talks.md") == expected


@pytest.mark.parametrize(
    "value", ["soon", "2024-02-30", "2024-05-033", 20240503, ["2024-05-03"], "May 3, 2024", True]
)
def test_anything_else_is_refused_and_never_guessed(value: object) -> None:
    with pytest.raises(MalformedSource, match="write it as 2025-03-14"):
        parse_published(value, "talks.md")


@given(st.dates(min_value=date(1000, 1, 1), max_value=date.today() + timedelta(days=360)))
def test_every_day_in_iso_form_is_read(day: date) -> None:
    assert parse_published(day.isoformat(), "talks.md") == day


@given(
    st.dates(max_value=date(999, 12, 31)) | st.dates(min_value=date.today() + timedelta(days=400)),
    st.sampled_from([date.isoformat, lambda day: day, lambda day: datetime(day.year, day.month, day.day)]),
)
def test_a_day_on_which_nothing_can_have_been_published_is_refused_by_name(
    day: date, written: Callable[[date], object]
) -> None:
    with pytest.raises(MalformedSource, match=rf"talks\.md has the date {day}, on which nothing can"):
        parse_published(written(day), "talks.md")


@pytest.mark.parametrize(
    ("name", "field"),
    [("headline", "title"), ("source", "publisher"), ("site", "publisher"), ("outlet", "publisher")],
)
def test_the_other_names_of_a_field_are_known(name: str, field: str) -> None:
    assert getattr(built(**{name: "  Some \n name "}), field) == "Some name"


def test_a_document_without_fields_has_the_fallback_for_a_title() -> None:
    found = built()
    assert (found.title, found.key, found.published) == ("Fallback", "talks.md", None)


def test_numbers_and_dates_may_be_a_title() -> None:
    assert built(title=1984).title == "1984"
    assert built(title=date(2024, 5, 3)).title == "2024-05-03"


@pytest.mark.parametrize("value", [["a"], {"a": 1}])
def test_a_field_that_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(MalformedSource, match="title that is not text"):
        built(title=value)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://courier.example", "courier.example/a", "https://", "javascript:alert(1)", "https://a.example/a b",
        "https://a.example/<b>", 'https://a.example/"', "https://[broken", "https://a.example/" + "x" * 2_100,
    ],
)  # fmt: skip
def test_an_address_that_is_not_one_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(MalformedSource, match="full http or https address"):
        built(url=url)


def test_the_address_is_the_key() -> None:
    assert built(url="https://courier.example/talks").key == "https://courier.example/talks"
