"""What is kept of a page that was read by text recognition."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource, Scanned, SourceTooLarge
from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.pdf_pages import pdf
from index.readers.pdf_pages.recognised_lines import UNSURE, confidence_of, lines_in_order
from index.readers.pdf_pages.recognition import RecognisedLine, RecognisedPage
from index.readers.pdf_pages.scans import MOST_PAGES, read_pages, scanned, without_unsure
from tests.index.papers.scans import ENGLISH, GERMAN, as_pdf, drawn, garbled
from tests.index.readers.file_samples import SENTENCES
from tests.index.readers.file_samples import pdf as pdf_of

ORIGIN = Origin("scan.pdf", "/docs/scan.pdf")
HEIGHT, STEP = 20, 30


def line(
    text: str, top: float, left: float = 100, sure: float = 0.999, width: float | None = None
) -> RecognisedLine:
    wide = len(text) * 8 if width is None else width
    return RecognisedLine(text, (sure,) * len(text), left, top, left + wide, top + HEIGHT)


def page(*lines: RecognisedLine, inked: tuple[int, int] | None = None) -> RecognisedPage:
    """A page on which a third of the dots of each line are dark, and of a strip between two heights that no line is read in."""
    dark = np.zeros((1000, 1000), dtype=bool)
    strips = [
        (int(line.top), int(line.bottom), int(line.left), int(line.right)) for line in lines if line.text
    ]
    strips += [(inked[0], inked[1], 100, 900)] if inked else []
    for top, bottom, left, right in strips:
        dark[top:bottom, left:right:3] = True
    return RecognisedPage(tuple(lines), dark)


def column(words: str, left: float, top: float = 100) -> list[RecognisedLine]:
    return [
        line(f"{words} line number {place}", top + place * STEP, left, width=300) for place in range(1, 6)
    ]


def written(text: str, sure: float = 0.999) -> RecognisedPage:
    lines = [text[start : start + 80] for start in range(0, len(text), 80)]
    return page(
        *(line(" ".join(words.split()), place * STEP, sure=sure) for place, words in enumerate(lines))
    )


class Reads:
    """Text recognition that finds these pages."""

    def __init__(self, *pages: RecognisedPage) -> None:
        self._pages = pages

    def read(self, data: bytes, number: int) -> RecognisedPage:
        return self._pages[number]


def test_columns_are_read_one_after_the_other() -> None:
    lines = [*column("left", 100), *column("right", 500), line("A heading over both of them", 60, 250)]
    shown = [one for one in lines_in_order(page(*lines)) if one]
    assert shown[0] == "A heading over both of them"
    assert [one.split()[0] for one in shown[1:]] == ["left"] * 5 + ["right"] * 5


def test_columns_whose_lines_stand_between_each_other_are_read_so_too() -> None:
    lines = [*column("left", 100), *column("right", 500, 100 + STEP / 2)]
    assert [one.split()[0] for one in lines_in_order(page(*lines)) if one] == ["left"] * 5 + ["right"] * 5


def test_cells_of_a_table_stay_in_their_row() -> None:
    cells = [
        line(words, 100 + place * STEP, left)
        for place in range(4)
        for left, words in ((100, f"Ostvale {place}"), (500, f"9{place}"))
    ]
    assert lines_in_order(page(*cells))[:2] == ["Ostvale 0 90", "Ostvale 1 91"]


def test_a_paragraph_ends_where_lines_are_farther_apart() -> None:
    lines = [line(f"line {place}", top) for place, top in enumerate((100, 130, 160, 220, 250))]
    assert lines_in_order(page(*lines))[:6] == ["line 0", "line 1", "line 2", "", "line 3", "line 4"]


def test_a_line_that_was_not_read_is_marked() -> None:
    lines = [line(f"line {place}", top, width=800) for place, top in enumerate((100, 130, 160, 220, 250))]
    assert UNSURE in lines_in_order(page(*lines, inked=(190, 208)))
    assert UNSURE in lines_in_order(page(*lines, line("", 190, width=800)))
    # A rule is not as tall as letters.
    assert UNSURE not in lines_in_order(page(*lines, inked=(200, 203)))


def test_a_word_is_as_certain_as_its_least_certain_letter() -> None:
    held = RecognisedLine("97 detainees", (0.99, 0.7, *(0.99,) * 10), 100, 100, 400, 120)
    assert lines_in_order(page(held))[0] == f"{UNSURE}97 detainees"


def test_a_page_is_as_certain_as_its_letters() -> None:
    held = RecognisedLine("97 detainees", (1.0, 0.9, 0.0, *(1.0,) * 9), 100, 100, 400, 120)
    assert confidence_of(page(held)) == pytest.approx(10.9 / 11)
    assert confidence_of(page()) == 0.0


def test_a_page_is_kept_where_it_is_certain_and_in_a_language() -> None:
    assert scanned(written(ENGLISH)).refused == ""
    assert scanned(written(GERMAN)).refused == ""
    assert scanned(written(ENGLISH)).percent == 99
    assert "with 97 % confidence" in scanned(written(ENGLISH, 0.975)).refused
    assert "in no language" in scanned(written(garbled(ENGLISH, 1))).refused
    assert "letters" in scanned(page(line("7", 100, width=800))).refused
    assert "no words" in scanned(page()).refused


def test_sentences_with_what_is_not_certain_are_left_out() -> None:
    text = f"One is sure. {UNSURE}Two is not. Three is.\n\nFour {UNSURE} and what follows. Five is."
    found, starts, count = without_unsure(text, (0, text.index("Four")))
    assert found == "One is sure.\n\nThree is.\n\nFive is."
    assert starts == (0, found.index("Five"))
    assert count == {0: 1, 1: 1}


def test_what_stands_behind_a_line_that_was_not_read_is_left_out() -> None:
    found, _, _ = without_unsure(f"Article 4\n\n{UNSURE} names shall be exchanged. The fund pays.", (0,))
    assert found == "Article 4\n\nThe fund pays."


@given(st.lists(st.sampled_from(["A b c.", " ", "\n\n", UNSURE, "word ", "Yes!"]), max_size=30), st.data())
def test_pages_begin_in_order_in_what_is_left(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    starts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    found, moved, _ = without_unsure(text, starts)
    assert UNSURE not in found
    assert len(moved) == len(starts) and list(moved) == sorted(moved)
    assert all(0 <= start <= len(found) for start in moved)


def test_a_scan_without_text_recognition_is_refused() -> None:
    data = as_pdf(drawn(ENGLISH, 50), dpi=50)
    with pytest.raises(Scanned, match=r"^scan\.pdf: .*pictures.*pip install 'parley\[ocr\]'"):
        list(read_bytes(data, ORIGIN))


def test_a_scan_has_its_pages_and_how_certain_they_are() -> None:
    data = as_pdf(drawn(ENGLISH, 50), drawn(GERMAN, 50), drawn(ENGLISH, 50), dpi=50)
    items = list(pdf.read(data, ORIGIN, Reads(written(ENGLISH), written(ENGLISH, 0.95), written(GERMAN))))
    document, refusal = items
    assert isinstance(document, Document) and isinstance(refusal, MalformedSource)
    assert document.recognised_at(0) == 99 and document.recognised_at(document.text.index("Abkommen")) == 99
    assert document.page_at(document.text.index("Abkommen")) == 3
    assert "page 2 is a picture" in str(refusal)


def test_pages_with_words_of_their_own_are_not_read_by_text_recognition() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for source in (pdf_of([SENTENCES]), as_pdf(drawn(ENGLISH, 50), dpi=50)):
        for one in PdfReader(io.BytesIO(source)).pages:
            writer.add_page(one)
    out = io.BytesIO()
    writer.write(out)
    (document,) = pdf.read(out.getvalue(), ORIGIN, Reads(written(GERMAN), written(ENGLISH)))
    assert isinstance(document, Document)
    assert document.recognised_at(0) is None
    assert document.recognised_at(document.text.index("The Parties")) == 99
    refusal, kept = pdf.read(out.getvalue(), ORIGIN)
    assert isinstance(refusal, Scanned) and "page 2 of it" in str(refusal)
    assert isinstance(kept, Document) and kept.recognised_at(0) is None


def test_more_pages_than_are_read_are_refused() -> None:
    with pytest.raises(SourceTooLarge, match="Split it"):
        read_pages(b"", ORIGIN, range(MOST_PAGES + 1), Reads())
