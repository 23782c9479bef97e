"""PDF files."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from index.errors import MalformedSource
from index.model import Document
from index.readers.metadata.origin import Origin
from index.readers.pdf_pages import pdf as reader
from tests.index.readers.file_samples import SENTENCES, pdf


def read(data: bytes, **said: Any) -> Document | None:
    (document,) = reader.read(data, Origin(name="treaty.pdf", key="/docs/treaty.pdf", **said))
    assert isinstance(document, Document)
    return document


def test_lines_are_joined_to_sentences() -> None:
    lines = ["The parties shall withdraw their heavy", "weapons within thirty days of signature, and"]
    assert read(pdf([lines])).text == " ".join(lines)


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    lines = [SENTENCES[0][:60], "the end of May.", SENTENCES[1][:60], "and so on."]
    first, second = read(pdf([lines])).text.split("\n\n")
    assert first.endswith("the end of May.")
    assert second.startswith(SENTENCES[1][:60])


def test_a_word_broken_at_the_end_of_a_line_is_joined() -> None:
    assert (
        "a negotiation in"
        in read(pdf([["They announced a nego-", "tiation in the capital city of the state."]])).text
    )


def test_a_word_written_with_a_hyphen_elsewhere_keeps_it() -> None:
    lines = [
        "A cross-border raid was reported. Later a cross-",
        "border deal was made between the two towns.",
    ]
    assert "Later a cross-border deal" in read(pdf([lines])).text


def test_every_word_is_on_its_page() -> None:
    pages = [
        [f"Article {number} speaks of {word}."]
        for number, word in enumerate(["grain", "gas", "ports"], start=1)
    ]
    document = read(pdf(pages))
    assert [document.page_at(document.text.index(word)) for word in ("grain", "gas", "ports")] == [1, 2, 3]


def test_a_blank_page_is_counted() -> None:
    document = read(pdf([["The first page speaks of grain."], [], ["The third page speaks of ports."]]))
    assert document.page_at(document.text.index("ports")) == 3


def test_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    document = read(
        pdf([["The council decided to send a mission of"], ["observers to the border by the end of June."]])
    )
    assert "a mission of observers to the border" in document.text
    assert document.page_at(document.text.index("observers")) == 2


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        ["Draft Treaty 2025", f"Clause {word} is about trade in {word}.", str(n)]
        for n, word in enumerate("abcd")
    ]
    text = read(pdf(pages)).text
    assert "Draft Treaty" not in text
    assert text.count("Clause") == 4


def test_the_title_of_the_file_is_the_title_unless_a_program_gave_it() -> None:
    assert read(pdf([[SENTENCES[0]]], title="Treaty of Peace")).title == "Treaty of Peace"
    assert read(pdf([[SENTENCES[0]]], title="Microsoft Word - draft3.doc")).title == "treaty.pdf"
    assert read(pdf([[SENTENCES[0]]], title="Treaty of Peace"), title="Peace").title == "Peace"


def test_a_pdf_of_pictures_is_refused_with_that_reason() -> None:
    with pytest.raises(MalformedSource, match=r"^treaty\.pdf: .*no text layer.*ocr"):
        read(pdf([[], []]))


def test_an_encrypted_pdf_is_refused_with_that_reason() -> None:
    with pytest.raises(MalformedSource, match=r"^treaty\.pdf: the PDF is encrypted"):
        read(pdf([[SENTENCES[0]]], password="secret"))


def test_a_pdf_encrypted_with_no_password_is_read() -> None:
    assert read(pdf([[SENTENCES[0]]], password="")).text == SENTENCES[0]


@pytest.mark.parametrize("name", ["/JBIG2Decode", "/BrotliDecode", "/NoSuchDecode"])
def test_a_pdf_in_a_coding_that_cannot_be_read_is_refused_with_that_reason(name: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[SENTENCES[0]]]))))
    writer.pages[0]["/Contents"].get_object()[NameObject("/Filter")] = NameObject(name)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(MalformedSource, match=r"^treaty\.pdf: .*(Brotli|JBIG2|NoSuch|codec)"):
        read(out.getvalue())


@given(
    st.lists(st.lists(st.text(st.sampled_from("abc XY.-1"), max_size=30), max_size=6), min_size=1, max_size=5)
)
def test_pages_start_in_order_inside_the_text(
    pages: list[list[str]],
) -> None:
    text, starts = reader._flow([[" ".join(line.split()) for line in page] for page in pages])
    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


@pytest.mark.parametrize(
    "stamp",
    [
        "BT /F1 9 Tf 0 1 -1 0 20 200 Tm (RECEIVED 18 OCT 2021) Tj ET",
        "BT /F1 9 Tf 0 -1 1 0 575 600 Tm (RECEIVED 18 OCT 2021) Tj ET",
        " ".join(
            f"BT /F1 9 Tf 0 1 -1 0 20 {200 + 8 * place} Tm ({letter}) Tj ET"
            for place, letter in enumerate("RECEIVED")
        ),
    ],
    ids=["left", "right", "letter by letter"],
)
def test_a_stamp_along_the_margin_is_left_out(stamp: str) -> None:
    lines = [(60, 700, "The weirs are kept by hand in winter."), (60, 680, "The ferries rest until April.")]
    text = read(pdf([[]], placed=lines, drawn=stamp)).text
    assert " ".join(text.split()) == "The weirs are kept by hand in winter. The ferries rest until April."


def test_turned_words_between_the_others_and_pages_that_are_turned_are_read() -> None:
    lines = [(60, 700, "Station"), (300, 700, "Keeper"), (60, 680, "North Weir"), (300, 680, "Kiral")]
    head = "BT /F1 9 Tf 0 1 -1 0 200 650 Tm (Level) Tj ET"
    assert "Level" in read(pdf([[]], placed=lines, drawn=head)).text
    turned = "BT /F1 10 Tf 0 1 -1 0 200 100 Tm (The ferries rest until the first of April.) Tj ET"
    assert "until the first of April" in read(pdf([[]], placed=[(20, 20, "7")], drawn=turned)).text
