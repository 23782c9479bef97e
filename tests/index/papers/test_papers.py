"""What is found in papers of each kind: sets made by hand, asked through the index, and how many of each are right.

A count may only grow: who mends something raises it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from index import Excerpt, Index
from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from tests.index.papers import (
    live_blogs,
    messages,
    more_messages,
    more_treaties,
    packages,
    pages,
    tables,
    treaties,
)

Asked = Sequence[tuple[str, str, str]]


@contextmanager
def index_of(folder: Path, files: Mapping[str, Callable[[], bytes]]) -> Iterator[Index]:
    papers = folder / "papers"
    for name, make in files.items():
        (papers / name).parent.mkdir(parents=True, exist_ok=True)
        (papers / name).write_bytes(make())
    with Index.open(folder / "parley.db", reader=False) as index:
        assert not [outcome for outcome in index.add([papers]).outcomes if outcome.reason]
        yield index


def first(index: Index, question: str) -> Excerpt | None:
    answer = index.ask(question)
    return next(iter((*answer.excerpts, *answer.nearest)), None)


def plain(words: str) -> str:
    return " ".join(words.split())


def found(index: Index, asked: Asked) -> int:
    """How many questions have first the words that answer them, cited by their place."""
    return sum(
        (shown := first(index, question)) is not None
        and plain(words) in plain(shown.text)
        and (shown.place or "").startswith(place)
        for question, place, words in asked
    )


def dated(index: Index, words: Sequence[tuple[str, date, date]], asked: Asked) -> int:
    """How many of the words are events of the days that they stand for, or name those days beside an answer to what is asked."""
    known = [
        (plain(one.text), one.earliest, one.latest)
        for event in index.timeline()
        for one in (event, *event.tellings)
    ]
    shown = [excerpt for question, _, _ in asked if (excerpt := first(index, question)) is not None]
    known += [(plain(one.text), day.earliest, day.latest) for one in shown for day in one.dates]
    return sum(
        any(
            plain(said) in text and (earliest, latest) == days
            for text, *days_ in known
            if (days := tuple(days_))
        )
        for said, earliest, latest in words
    )


def test_rows_of_tables_with_their_heads(tmp_path: Path) -> None:
    with index_of(tmp_path, tables.FILES) as index:
        assert found(index, tables.ROWS) == 24
        rows = [event for event in index.timeline() if (event.citations[0].place or "").startswith("table")]
        assert len(rows) == 13


@pytest.mark.parametrize("layout", pages.PAGES)
def test_pages_of_twelve_layouts(layout: str) -> None:
    story = pages.PAGES[layout]()
    url = "https://courier.example/story"
    (document,) = read_bytes(story.html.encode(), Origin(url, url, url=url), suffix=".html")
    assert isinstance(document, Document)
    assert (document.title, document.published) == (story.title, story.published)
    shown = [one for one in document.text.split("\n\n") if one != story.title]
    assert shown[0] == story.first and shown[-1] == story.last
    assert not [one for one in shown if one not in (*pages.BODY, *pages.GERMAN)]


def test_places_of_treaties(tmp_path: Path) -> None:
    with index_of(tmp_path, treaties.FILES) as index:
        named = [first(index, question) for question, _, _ in treaties.BY_PLACE]
        assert (
            sum(
                shown is not None and plain(words) in plain(shown.text)
                for shown, (_, _, words) in zip(named, treaties.BY_PLACE, strict=True)
            )
            == 41
        )
        assert found(index, treaties.BY_PLACE) == 41
        assert found(index, treaties.BY_CONTENT) == 17


@pytest.mark.parametrize("form", more_treaties.FORMS)
def test_places_of_two_more_treaties_in_each_format(form: str, tmp_path: Path) -> None:
    make = more_treaties.FORMS[form]
    with index_of(tmp_path / "a", {f"facility.{form}": make(more_treaties.FACILITY)}) as index:
        assert found(index, more_treaties.FACILITY_BY_PLACE) == 10
        assert found(index, more_treaties.FACILITY_BY_CONTENT) == 10
    with index_of(tmp_path / "b", {f"resolution.{form}": make(more_treaties.RESOLUTION)}) as index:
        assert found(index, more_treaties.RESOLUTION_BY_PLACE) == 10
        assert found(index, more_treaties.RESOLUTION_BY_CONTENT) == 10


def test_places_of_papers_that_are_numbered_in_other_ways(tmp_path: Path) -> None:
    with index_of(tmp_path, packages.FILES) as index:
        assert found(index, packages.BY_PLACE) == len(packages.BY_PLACE)
        assert found(index, packages.BY_CONTENT) == len(packages.BY_CONTENT)


def test_entries_of_live_blogs(tmp_path: Path) -> None:
    with index_of(tmp_path, live_blogs.FILES) as index:
        assert found(index, live_blogs.ENTRIES) == 29
        assert dated(index, live_blogs.RELATIVE, live_blogs.ENTRIES) == 14


def test_messages_of_mails_and_chats(tmp_path: Path) -> None:
    with index_of(tmp_path, messages.FILES) as index:
        assert found(index, messages.MESSAGES) == 28
        assert dated(index, messages.RELATIVE, messages.MESSAGES) == 20


def test_what_is_asked_and_asked_for_in_messages(tmp_path: Path) -> None:
    with index_of(tmp_path, more_messages.FILES) as index:
        assert found(index, more_messages.MESSAGES) == 10
        assert dated(index, more_messages.RELATIVE, more_messages.MESSAGES) == 10
