"""Plain text. What is known about it stands in a sidecar file beside it: ``article.txt`` and ``article.txt.yaml``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from index.errors import MalformedSource
from index.model import Document
from index.readers.chats import whatsapp
from index.readers.delimited import named
from index.readers.encoding import decode
from index.readers.metadata.fields import build_document, with_fields
from index.readers.metadata.origin import Origin
from index.readers.parts.tables import table_parts
from index.readers.parts.text_tables import read_text_tables

_TITLE_LENGTH = 80
"""Characters of a title that is made of a text's first words; chosen: a line."""


def read(
    data: bytes, origin: Origin, fields: Mapping[str, object] | None = None
) -> Iterator[Document | MalformedSource]:
    """Yield the one document in ``data``, or of WhatsApp's export of a chat one for each day; ``fields`` are those of its
    sidecar file.

    Without a title, the first words of the text stand for it. Raises MalformedSource when the bytes are not text.
    """
    text, _ = decode(data, origin.name)
    if whatsapp.is_chat(text):
        yield from whatsapp.read(text, with_fields(origin, fields or {}))
        return
    body, written = read_text_tables(text)
    begins = bool(written) and body.lstrip().startswith(written[0][0])
    document = build_document(body, fields or {}, origin, named(origin.name) if begins else first_words(text))
    yield replace(document, structure=table_parts(document.text, written))


def first_words(text: str) -> str:
    """Return the first line of ``text``, cut at a word when it is long: a title for a text without one."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "Untitled")
    line = " ".join(line.split())
    if len(line) <= _TITLE_LENGTH:
        return line
    cut = line.rfind(" ", 0, _TITLE_LENGTH)
    return line[: cut if cut > 0 else _TITLE_LENGTH] + " …"
