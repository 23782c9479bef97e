"""Tables with separators between their cells, as spreadsheets export them: a line for each row with the heads of its cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from index.errors import MalformedSource
from index.model import Document
from index.readers.encoding import decode
from index.readers.metadata.fields import build_document
from index.readers.metadata.origin import Origin
from index.readers.parts.paragraphs import BREAK
from index.readers.parts.tables import table_lines, table_parts
from index.readers.parts.text_tables import read_delimited


def read(data: bytes, origin: Origin, fields: Mapping[str, object] | None = None) -> Iterator[Document]:
    """Yield the one document in ``data``; ``fields`` are those of its sidecar file.

    Without a title, what stands above the rows is it, or else the name of the file. Raises MalformedSource for what is no table.
    """
    text, _ = decode(data, origin.name)
    before, rows = read_delimited(text)
    if len(rows) < 2:
        raise MalformedSource(f"{origin.name} has no rows with cells; nothing was added.")
    lines = table_lines(rows)
    title = before[0] if before else named(origin.name)
    document = build_document(BREAK.join([*before, *lines]), fields or {}, origin, title)
    yield replace(document, structure=table_parts(document.text, [lines]))


def named(file: str) -> str:
    """Return what a file is called, without its ending and with spaces between its words."""
    stem = PurePosixPath(file.rpartition(": ")[0] or file).name.partition(".")[0]
    return " ".join(re.split(r"[\s_]+", stem)).strip() or file
