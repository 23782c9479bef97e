"""Word documents."""

import io
import zipfile

import docx as writer
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.errors import MalformedSource, SourceTooLarge
from index.model import Document
from index.readers import archive, docx
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, word

ORIGIN = Origin(name="terms.docx", key="/docs/terms.docx")


def read(data: bytes) -> Document | None:
    (document,) = docx.read(data, ORIGIN)
    return document


def test_paragraphs_and_tables_stand_in_the_order_of_the_document() -> None:
    data = word(SENTENCES[:2], title="Terms", table=[["Party", "Date"], ["North", "3 May"]])
    document = read(data)
    assert document.text.split("\n\n") == [*SENTENCES[:2], "Party: North · Date: 3 May"]
    assert document.title == "Terms"
    assert document.published is None


def test_without_a_title_of_its_own_the_first_heading_is_the_title() -> None:
    document = writer.Document()
    document.add_paragraph("Draft")
    document.add_heading("Terms of the ceasefire", level=1)
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).title == "Terms of the ceasefire"


def test_text_stands_as_it_is_after_all_changes() -> None:
    document = writer.Document()
    paragraph = document.add_paragraph("Withdraw within ")
    for xml in (
        f"<w:del {nsdecls('w')}><w:r><w:delText>ten</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>thirty</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(xml))
    paragraph.add_run(" days.")
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).text == "Withdraw within thirty days."


def test_a_document_without_text_is_refused_by_name() -> None:
    with pytest.raises(MalformedSource, match=r"^terms\.docx: the document has no text"):
        read(word([]))


def test_a_document_that_declares_too_much_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO(word(SENTENCES))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("word/big.xml", "w") as member,
    ):
        for _ in range(archive.MAX_UNPACKED_BYTES // 2**20 + 1):
            member.write(bytes(2**20))
    with pytest.raises(SourceTooLarge, match=r"^terms\.docx: it unpacks to"):
        read(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a document"])
def test_a_damaged_document_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"^terms\.docx: not a readable Word document"):
        read(data)


def test_the_words_of_a_table_inside_a_table_are_read_once() -> None:
    document = writer.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for _ in range(20):
        cell = cell.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "North"
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).text == "North"
