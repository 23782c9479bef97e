"""Files of each format, made in the test."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SENTENCES = (
    "The two delegations met in Vienna on Tuesday and agreed to exchange prisoners before the end of the month.",
    "A spokesman for the ministry said that the agreement would be signed once both parliaments had voted on it.",
    "Observers will be stationed along the river, and the first convoys are expected to cross on Saturday morning.",
)


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    title: str | None = None,
    password: str | None = None,
    placed: Sequence[tuple[int, int, str]] = (),
    drawn: str = "",
) -> bytes:
    """A PDF of text lines; a page without lines is blank. Words that are ``placed``, at points from the left and from the
    bottom, stand on every page without lines, and so do the lines that the operators in ``drawn`` draw."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        told = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        stream = DecodedStreamObject()
        shown = f"BT /F1 10 Tf 14 TL 50 780 Td {told} ET"
        if placed and not lines:
            shown = " ".join(f"BT /F1 10 Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, words in placed)
            shown = f"{drawn} {shown}"
        stream.set_data(shown.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if title is not None:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(user_password=password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(words: str) -> str:
    """Words as a string of a PDF."""
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def word(paragraphs: Sequence[str], *, title: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A .docx file."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def mail(
    text: str | None = None, *, html: str | None = None, attached: Mapping[str, bytes] | None = None
) -> bytes:
    """A mail from a press office."""
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["Subject"] = "Joint statement on the talks"
    message["Date"] = "Fri, 14 Mar 2025 23:30:00 -0500"
    if text is not None:
        message.set_content(text)
    if html is not None and text is None:
        message.set_content(html, subtype="html")
    elif html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def page(
    body: str,
    *,
    title: str = "Envoys agree on prisoner exchange | The Example Post",
    head: str = "",
) -> bytes:
    """A web page whose article is ``body``."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article>{body}</article>"
        "<footer>Copyright. All rights reserved.</footer></body></html>"
    ).encode()


def article(*extra: str) -> str:
    """Three paragraphs of an article, ``extra`` before them."""
    return "".join(extra) + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def rss(items: str, *, title: str = "Example Wire") -> bytes:
    """An RSS 2.0 feed around the given items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://wire.example.org/</link><description>News</description>"
        f"{items}</channel></rss>"
    ).encode()
