"""The timeline as a picture: its size, what it can draw, and its words for those who cannot see it."""

import io
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.app.showing.charts import WIDTH, draw_timeline
from bot.app.showing.timelines import MOST_ON_PICTURE, alt_text
from index.model import Citation, Document, Event


def event(text: str, first: date | None, last: date | None, *, planned: bool = False) -> Event:
    document = Document(key="talks", title="Talks", text=text)
    granularity = "vague" if first is None or last is None else "day" if first == last else "month"
    citation = Citation(1, "Talks", None, None, 1, None, document.id)
    return Event(
        document, 0, len(text), first, last, granularity, "explicit", planned, (0, 1), citations=(citation,)
    )


MAY = date(2024, 5, 2)


def size(picture: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(picture)) as image:
        return image.size


def test_a_picture_is_as_wide_as_a_phone_and_as_high_as_its_rows() -> None:
    one = size(draw_timeline([event("Envoys met.", MAY, MAY)], "Timeline"))
    three = size(draw_timeline([event("Envoys met.", MAY, MAY)] * 3, "Timeline"))
    assert one[0] == three[0] == WIDTH
    assert three[1] > one[1]


def test_rows_are_bounded() -> None:
    many = [
        event("Envoys met. " * 60, MAY + timedelta(days=n), MAY + timedelta(days=n))
        for n in range(3 * MOST_ON_PICTURE)
    ]
    assert size(draw_timeline(many, "Timeline " * 40))[1] < 3500


@pytest.mark.parametrize(
    "text",
    [
        "Переговоры прошли в мае.",
        "Συνομιλίες τον Μάιο.",
        "会谈于五月举行。",
        "محادثات في مايو",
        "$x^2$ and \\frac",
        "😀",
    ],
)
def test_any_script_is_drawn_without_a_warning(text: str) -> None:
    assert draw_timeline([event(text, MAY, MAY)], text).startswith(b"\x89PNG")


def test_spans_plans_and_what_has_no_day_are_drawn() -> None:
    events = [
        event("A long year.", date(2023, 1, 1), date(2023, 12, 31)),
        event("They will meet.", MAY, MAY, planned=True),
        event("They will meet then.", MAY, date(2024, 6, 30), planned=True),
        event("Some day.", None, None),
    ]
    assert draw_timeline(events, "Timeline").startswith(b"\x89PNG")
    assert draw_timeline([event("Some day.", None, None)], "").startswith(b"\x89PNG")


@settings(max_examples=10, deadline=None)
@given(text=st.text(min_size=1, max_size=60), first=st.dates(), days=st.integers(0, 4000))
def test_any_words_and_any_days_are_drawn(text: str, first: date, days: int) -> None:
    last = min(date.max.toordinal(), first.toordinal() + days)
    assert draw_timeline([event(text, first, date.fromordinal(last)), event(text, first, first)], text)


def test_the_picture_is_told_in_words() -> None:
    told = alt_text([event("Envoys met.", MAY, MAY), event("They talk.", None, None)], "Timeline: talks")
    assert told == "Timeline: talks. 2 May 2024: Envoys met. undated: They talk."
    assert len(alt_text([event("word " * 900, MAY, MAY)], "Timeline")) <= 1000
