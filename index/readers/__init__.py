"""One module per format. Here: which files there are, and which module reads each.

In: bytes. Out: documents. Uses ``language`` and ``structure``.
"""

import importlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from index.errors import MalformedSource, ParleyError, SourceError, UnsupportedFormat
from index.model import Document
from index.readers import delimited, files, jsonl, markdown, text
from index.readers.chats import slack
from index.readers.encoding import decode, escaped, is_text
from index.readers.metadata.fields import LONGEST_TEXT, with_fields
from index.readers.metadata.front_matter import load_fields
from index.readers.metadata.origin import Origin
from index.readers.parts.entries import with_entries
from index.structure.putting import with_structure

if TYPE_CHECKING:
    from index.readers.pdf_pages.scans import Recogniser

__all__ = ["SIDECAR", "SUFFIXES", "find_files", "is_plain_text", "read_bytes", "read_chunks", "read_file"]

SIDECAR = ".yaml"
"""``article.txt`` has what is known about it in ``article.txt.yaml``."""

MEBIBYTE = 2**20
"""In bytes."""
LONGEST_FILE = 256 * MEBIBYTE
"""Bytes of a file of any other kind, records aside (``jsonl.MOST_BYTES``)."""

LONGEST_SIDECAR = MEBIBYTE // 8
"""Bytes of a file that describes another; chosen: some hundred times what one has."""
LONGEST_USERS = 16 * MEBIBYTE
"""Bytes of Slack's list of users, some two kilobytes each."""

Chunks = Iterable[bytes]
RecordsReader = Callable[[bytes | Chunks, Origin], Iterable[Document | ParleyError]]
Described = Callable[[bytes, Origin, Mapping[str, object]], Iterable[Document | ParleyError]]

_DESCRIBED: dict[str, Described] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".csv": delimited.read,
    ".tsv": delimited.read,
}
_RECORDS: dict[str, RecordsReader] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".jsonl.gz": jsonl.read_compressed,
    ".ndjson.gz": jsonl.read_compressed,
}
_PARSED = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf_pages.pdf",
    ".docx": "docx",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".eml": "mail",
    ".mbox": "mbox",
    ".json": "chats.export",
    ".zip": "archive",
}
"""The modules that read with a library each; they are loaded when they are first needed."""

SUFFIXES = (*_DESCRIBED, *_RECORDS, *_PARSED)

PLAIN = (".txt", ".text")
"""Endings of what is text and nothing else."""

Reread = Callable[[], Chunks]
"""Gives the bytes of a file in chunks, from its beginning each time it is called."""

Isolated = Callable[[Reread, Origin, Mapping[str, object]], Iterable[Document | ParleyError]]


def find_files(path: Path) -> Iterator[Path]:
    """Yield the files to read at ``path``: itself, or in name order every file below it that has a reader.

    Hidden files, sidecars and what stands beside the messages of a chat are passed over. Raises as ``files.find_files`` does.
    """
    return files.find_files(path, _is_wanted)


def _is_wanted(name: str) -> bool:
    return suffix_of(name) is not None and name not in slack.BESIDE


def read_file(
    path: Path, collection: str, isolated: Isolated | None = None
) -> Iterator[Document | ParleyError]:
    """Yield the documents in the file at ``path``, and an error for each that cannot be used.

    ``isolated`` takes the place of ``read_chunks``: it reads elsewhere.
    """
    try:
        most = longest_file(path.name)
        files.check_regular(path, most)
        _refuse_undecodable(path.resolve())
        origin = Origin(name=path.name, key=str(path.resolve()), collection=collection)
        if isolated is None:
            yield from read_chunks(files.chunks_of_regular(path, most), origin, _sidecar(path))
        else:
            yield from isolated(lambda: files.chunks_of_regular(path, most), origin, _sidecar(path))
    except SourceError as error:
        yield error


def _refuse_undecodable(path: Path) -> None:
    if not is_text(str(path)):
        raise SourceError(f"{escaped(str(path))} has a name that is not UTF-8; rename it.")


def longest_file(name: str) -> int:
    """Return how many bytes a file of this name may have to be read."""
    suffix = suffix_of(name)
    if suffix in _RECORDS:
        return jsonl.MOST_BYTES
    return LONGEST_TEXT if suffix in _DESCRIBED else LONGEST_FILE


def read_bytes(
    data: bytes,
    origin: Origin,
    fields: Mapping[str, object] | None = None,
    suffix: str | None = None,
    recogniser: "Recogniser | None" = None,
) -> Iterator[Document | ParleyError]:
    """Yield the documents in ``data``; see ``read_chunks``."""
    return read_chunks([data], origin, fields, suffix, recogniser)


def read_chunks(
    chunks: Chunks,
    origin: Origin,
    fields: Mapping[str, object] | None = None,
    suffix: str | None = None,
    recogniser: "Recogniser | None" = None,
) -> Iterator[Document | ParleyError]:
    """Yield the documents in a file that comes in chunks, read by the reader for ``suffix``, or else for the end of
    ``origin.name``.

    ``fields`` are those of a sidecar file, ``recogniser`` reads pages that are pictures. Raises UnsupportedFormat when no reader
    is for it, MalformedSource when the bytes are broken.
    """
    suffix = suffix or suffix_of(origin.name)
    if suffix is None:
        raise UnsupportedFormat(
            f"{origin.name} is of a kind Parley does not read; it reads {', '.join(SUFFIXES)}."
        )
    empty = True
    for item in _read_as(suffix, chunks, origin, fields or {}, recogniser):
        empty = False
        yield with_structure(with_entries(item)) if isinstance(item, Document) else item
    if empty:
        raise MalformedSource(f"{origin.name} holds no documents; nothing was added.")


def _read_as(
    suffix: str,
    chunks: Chunks,
    origin: Origin,
    fields: Mapping[str, object],
    recogniser: "Recogniser | None",
) -> Iterable[Document | ParleyError]:
    if suffix in _RECORDS:
        return _RECORDS[suffix](chunks, origin)
    data = b"".join(chunks)
    if suffix in _DESCRIBED:
        return _DESCRIBED[suffix](data, origin, fields)
    return _parsed(_PARSED[suffix], data, with_fields(origin, fields), fields, recogniser)


def _parsed(
    name: str,
    data: bytes,
    origin: Origin,
    fields: Mapping[str, object],
    recogniser: "Recogniser | None",
) -> Iterator[Document | ParleyError]:
    module = importlib.import_module(f"index.readers.{name}")
    read_inner = partial(read_bytes, recogniser=recogniser)
    if name == "archive":
        yield from module.read(data, origin, read_inner, _member_fields, _describes)
    elif name == "chats.export":
        yield from module.read(data, origin, fields)
    elif name == "mail":
        yield from module.read(data, origin, read_inner, lambda attached: suffix_of(attached) is not None)
    elif name == "mbox":
        yield from module.read(data, origin, partial(read_inner, suffix=".eml"))
    elif name == "pdf_pages.pdf":
        yield from module.read(data, origin, recogniser)
    else:
        yield from module.read(data, origin)


def suffix_of(name: str) -> str | None:
    """Return the longest ending of ``name`` that a reader is for, in lower case; None when none is."""
    return max((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), key=len, default=None)


def is_plain_text(name: str) -> bool:
    """Tell whether the file ``name`` is read as it stands: to save its text as a file makes it no easier to read."""
    return suffix_of(name) in PLAIN


def _sidecar(path: Path) -> dict[str, object]:
    sidecar = path.with_name(path.name + SIDECAR)
    users = slack.users_file(path)
    return _fields(
        files.read_regular(sidecar, LONGEST_SIDECAR) if sidecar.is_file() else None,
        files.read_regular(users, LONGEST_USERS) if users is not None and users.is_file() else None,
        sidecar.name,
    )


def _fields(sidecar: bytes | None, users: bytes | None, name: str) -> dict[str, object]:
    """What a sidecar called ``name`` says, and for a day of Slack's what its list of users holds."""
    fields = load_fields(decode(sidecar, name)[0], name) if sidecar is not None else {}
    return fields if users is None else {**fields, slack.USERS: users.decode("utf-8", "replace")}


def _member_fields(member: str, beside: Callable[[str, int], bytes | None]) -> dict[str, object]:
    """What is known of a file of an archive; ``beside`` gives the bytes of another, or None where there is none."""
    users = slack.users_file(PurePosixPath(member))
    return _fields(
        beside(member + SIDECAR, LONGEST_SIDECAR),
        beside(str(users), LONGEST_USERS) if users is not None else None,
        member + SIDECAR,
    )


def _describes(member: str, members: Collection[str]) -> bool:
    path = PurePosixPath(member)
    return path.name in slack.BESIDE or (member.endswith(SIDECAR) and member.removesuffix(SIDECAR) in members)
