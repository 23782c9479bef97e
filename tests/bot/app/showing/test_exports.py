"""Timelines as files: what a spreadsheet, a calendar and a reader of Markdown get."""

import csv
import io
from datetime import date

import pytest
from icalendar import Calendar

from bot.app.showing.exports import EVENT_COLUMNS, to_csv, to_ics, to_markdown
from bot.app.showing.timelines import date_in_words
from index.model import Citation, Document, Event

TEXT = "=HYPERLINK(1) Envoys met on 2 May 2024. They *will* meet in June 2024. They plan to meet again."


def event(start: int, end: int, **fields: object) -> Event:
    document = Document(
        key="talks", title="Talks [draft]", text=TEXT, published=date(2024, 5, 3), publisher="The Courier"
    )
    citation = Citation(
        1, document.title, document.publisher, document.published, 1, "https://c.example/#x", document.id
    )
    values: dict[str, object] = {
        "earliest": date(2024, 5, 2),
        "latest": date(2024, 5, 2),
        "granularity": "day",
        "basis": "explicit",
        "planned": False,
        "when": (28, 38),
        "citations": (citation,),
    }
    return Event(document, start, end, **(values | fields))


DAY = event(0, 39)
MONTH = event(40, 70, earliest=date(2024, 6, 1), latest=date(2024, 6, 30), granularity="month", planned=True)
SOME_DAY = event(71, 94, earliest=date(2024, 5, 3), latest=None, granularity="vague", planned=True, when=None)


def test_csv_has_a_line_for_each_event_and_no_formulas() -> None:
    rows = list(csv.reader(io.StringIO(to_csv([DAY, MONTH, SOME_DAY]))))
    assert tuple(rows[0]) == EVENT_COLUMNS
    assert [row[3] for row in rows[1:]] == ["2 May 2024", "June 2024", "planned, no date given"]
    assert rows[1][6].startswith("'=HYPERLINK")
    assert rows[3][1] == ""


def test_a_calendar_holds_exact_days_only() -> None:
    text = to_ics([DAY, MONTH, SOME_DAY])
    assert text is not None
    [entry] = Calendar.from_ical(text).walk("VEVENT")
    assert entry.decoded("dtstart") == date(2024, 5, 2)
    assert entry.decoded("dtend") == date(2024, 5, 3)
    assert "Envoys met" in str(entry["summary"])
    assert to_ics([MONTH, SOME_DAY]) is None


def test_a_calendar_written_again_holds_the_same_entries() -> None:
    assert to_ics([DAY]) == to_ics([DAY])


@pytest.mark.parametrize("last", [date.max, date(9999, 12, 30)])
def test_the_last_days_of_the_calendar_are_written(last: date) -> None:
    assert to_ics([event(0, 39, earliest=last, latest=last)]) is not None


def test_markdown_is_a_list_with_numbered_sources_and_its_text_does_nothing() -> None:
    text = to_markdown([DAY, MONTH], "Timeline: *talks*")
    assert text.startswith("# Timeline: \\*talks\\*\n")
    assert "- **June 2024** *(planned)*: They \\*will\\* meet in June 2024. [^1]" in text
    assert "[^1]: Talks \\[draft\\], The Courier, 2024-05-03, <https://c.example/#x>" in text


def test_a_plan_without_a_day_says_so() -> None:
    assert date_in_words(SOME_DAY) == "planned, no date given"
