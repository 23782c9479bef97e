"""Text on a terminal: quotations with their marks, and nothing that steers."""

import io
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table

from bot.app.showing.words import counted, day
from bot.cli.index import progress_bar
from bot.cli.terminal.columns import citation_line, console, print_excerpts, print_table, quotation
from bot.cli.terminal.output import print_text, printable
from index.model import Citation, Document, Excerpt


def excerpt_of(text: str, highlights: tuple[tuple[int, int], ...] = (), **known: object) -> Excerpt:
    document = Document(key="k", title="A title", text=f"Before. {text} After.")
    citation = Citation(
        **{
            "number": 1,
            "title": "A title",
            "publisher": None,
            "published": None,
            "paragraph": 2,
            "url": None,
            "document_id": document.id,
            **known,
        }
    )
    moved = tuple((start + 8, end + 8) for start, end in highlights)
    return Excerpt(document, 8, 8 + len(text), moved, citation)


@given(st.text())
def test_printable_text_has_no_controls_and_keeps_every_offset(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(character) != "Cc" or character in "\n\t" for character in shown)


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_ordinary_text_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_characters_that_turn_the_direction_are_shown() -> None:
    assert printable("a\u202eb") == "a\N{REPLACEMENT CHARACTER}b"


def test_the_words_that_matched_are_bold() -> None:
    text = quotation(excerpt_of("Envoys signed the accord.", ((0, 6), (7, 13))))
    assert text.plain == "Envoys signed the accord."
    assert [(span.start, span.end, span.style) for span in text.spans] == [(0, 6, "bold"), (7, 13, "bold")]


def test_a_citation_says_all_that_is_known() -> None:
    known = excerpt_of("Words.", publisher="The Gazette", published=date(2025, 3, 4), page=7)
    assert citation_line(known.citation) == "A title, The Gazette, 4 March 2025, page 7, paragraph 2"
    assert citation_line(excerpt_of("Words.").citation) == "A title, date unknown, paragraph 2"


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    assert day(None) == "date unknown"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress_bar() as bar:
        bar.begun(Document("k", "The long one", "x" * 300_000))
    assert isinstance(sys.stderr, Terminal) and "The long one: 300,000 characters" in sys.stderr.getvalue()


def test_a_terminal_gets_marks_and_the_whole_link() -> None:
    stream = io.StringIO()
    out = Console(
        file=stream, force_terminal=True, color_system="standard", width=40, markup=False, highlight=False
    )
    link = "https://gazette.example/accord#:~:text=" + "word%20" * 20
    print_excerpts(out, [excerpt_of("Envoys [bold]signed[/bold] it.", ((0, 6),), url=link)])
    printed = stream.getvalue()
    assert "\x1b[1mEnvoys\x1b[0m" in printed
    assert "[bold]signed[/bold]" in printed
    assert link in printed


@pytest.mark.parametrize(("number", "words"), [(0, "0 events"), (1, "1 event"), (1_200, "1,200 events")])
def test_one_is_counted_in_the_singular(number: int, words: str) -> None:
    assert counted(number, "event") == words


def test_text_on_a_terminal_steers_nothing_and_in_a_file_is_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a\x1b[2Jb\u202ec\r\nd\r\n"
    for stream, expected in (
        (Terminal(), "a\N{REPLACEMENT CHARACTER}[2Jb\N{REPLACEMENT CHARACTER}c\nd\n"),
        (io.StringIO(newline=""), text),
    ):
        monkeypatch.setattr(sys, "stdout", stream)
        print_text(text)
        assert stream.getvalue() == expected


def test_a_table_in_a_file_has_no_spaces_at_the_ends_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    table = Table("name", "why", box=None, pad_edge=False)
    table.add_row("a", "")
    table.add_row("a longer name", "because")
    out = console()
    print_table(out, table)
    assert sys.stdout.getvalue() == "name           why\na\na longer name  because\n"
