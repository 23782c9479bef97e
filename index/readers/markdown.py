"""Markdown, with front matter between two lines of ``---``, or ``+++`` for TOML: the words that it shows, a line for each row
of a table."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from index.errors import ReadAsItStands
from index.model import Document
from index.readers.encoding import decode
from index.readers.metadata.fields import build_document
from index.readers.metadata.front_matter import NotYaml, load_fields, load_toml, plain_fields
from index.readers.metadata.origin import Origin
from index.readers.parts import tables
from index.readers.parts.block_marks import without_block_marks
from index.readers.parts.inline_marks import without_marks
from index.readers.parts.paragraphs import plain
from index.readers.text import first_words

_FRONT_MATTER = re.compile(
    r"\A---[^\S\n]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(r"\A\+\+\+[^\S\n]*\n(?P<toml>.*?)^\+\+\+[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[^\S\n]++(.+)$", re.MULTILINE)


def read(
    data: bytes, origin: Origin, fields: Mapping[str, object] | None = None
) -> Iterator[Document | ReadAsItStands]:
    """Yield the one document in ``data``. Its title is the front matter's, else the first heading, else its first words.

    ``fields`` are those of a sidecar file and win over the front matter. Front matter that is no YAML
    but lines of `name: value` is taken as it stands, and what to put in quotes is said after the document. Raises
    MalformedSource for other broken front matter.
    """
    text, _ = decode(data, origin.name)
    match = _FRONT_MATTER.match(text)
    known, complaint = _known(match["yaml"], origin.name) if match else ({}, None)
    if match is None and (match := _TOML.match(text)) is not None:
        known = load_toml(match["toml"], origin.name)
    body = without_marks(tables.keep_escaped_bars(text[match.end() :] if match else text))
    yield build_read(body, {**known, **(fields or {})}, origin, _heading(body) or first_words(body))
    if complaint is not None:
        yield complaint


def _known(matter: str, name: str) -> tuple[Mapping[str, object], ReadAsItStands | None]:
    """Return the fields of front matter, and what to mend in it where it is lines of `name: value` that are not YAML."""
    try:
        return load_fields(matter, name), None
    except NotYaml as error:
        fields = plain_fields(matter)
        if fields is None:
            raise
        line = matter.split("\n")[error.line - 1]
        field, _, value = line.partition(":")
        field, value = plain(field), plain(value)
        if field not in fields:
            return fields, ReadAsItStands(
                f"{name}, line {error.line + 1}, is not YAML: mend it. The document was read with the other lines as they stand."
            )
        mended = value.replace("\\", "\\\\").replace('"', '\\"')
        return fields, ReadAsItStands(
            f'{name}, line {error.line + 1}, is not YAML: put the {field} in quotes, {field}: "{mended}". '
            "The document was read with the value as it stands."
        )


def read_text(text: str, fields: Mapping[str, object], origin: Origin) -> Document:
    """Return the document of ``text``, which is Markdown and has no front matter. Raises like ``build_document``."""
    body = without_marks(tables.keep_escaped_bars(text))
    return build_read(body, fields, origin, _heading(body) or first_words(body))


def build_read(body: str, fields: Mapping[str, object], origin: Origin, fallback_title: str) -> Document:
    """Return the document of ``body``, whose inline marks were taken away. Raises like ``build_document``."""
    body, written = tables.read_markdown(body)
    document = build_document(without_block_marks(body), fields, origin, fallback_title)
    return replace(document, structure=tables.table_parts(document.text, written))


def _heading(body: str) -> str:
    """Return the words of the first heading of the first level, without the marks that close it; none where it has none."""
    heading = _HEADING.search(body)
    return heading[1].rstrip("#").rstrip() if heading else ""
