"""ZIP archives of documents: nothing is unpacked before the sizes it declares have been added up, and nothing
to disk."""

import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from index.errors import MalformedSource, SourceError, SourceTooLarge, UnsupportedFormat
from index.model import Document
from index.readers.metadata.origin import Origin
from index.readers.refusal import refusing_damage

MAX_MEMBERS = 5_000
"""Files of an archive; chosen: more are a collection, and better given as a folder."""
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""Bytes that an archive may unpack to; chosen: less than the longest file that is read."""

_ADVICE = "Make the archive again, or add the files in it one by one."

ReadFile = Callable[[bytes, Origin], Iterable[Document | SourceError]]
"""Reads a file by its name's suffix."""

Fields = Mapping[str, object]
ReadMember = Callable[[bytes, Origin, Fields], Iterable[Document | SourceError]]
"""Reads one file of an archive by its name's suffix, with what is known about it."""

Beside = Callable[[str, int], bytes | None]
"""Gives the bytes of the file with a name, if it has no more than so many; None where there is none."""


def read(
    data: bytes,
    origin: Origin,
    read_member: ReadMember,
    fields_of: Callable[[str, Beside], Fields] = lambda name, beside: {},
    describes: Callable[[str, Collection[str]], bool] = lambda name, names: False,
) -> Iterator[Document | SourceError]:
    """Yield what ``read_member`` makes of each file in a ZIP archive, and for each file it refuses the
    reason.

    Files that describe others, as ``describes`` tells by a name and those of all files, are passed over; ``fields_of`` gives
    what they say of the file with a name.
    A title set by the host counts where the archive has one file. Archives inside archives are refused.
    Raises MalformedSource for a damaged archive, SourceTooLarge for one that declares more than the limits
    allow.
    """
    with refusing_damage(origin, "ZIP archive", _ADVICE):
        package = zipfile.ZipFile(io.BytesIO(data))
        members = [member for member in package.infolist() if _is_document(member)]
        beside = {member.filename: member for member in members}
        members = [member for member in members if not describes(member.filename, beside.keys())]
        check_declared_sizes(package.infolist(), origin)
    if not members:
        raise MalformedSource(f"{origin.name}: the archive holds no files. {_ADVICE}")

    def bytes_of(name: str, most: int) -> bytes | None:
        member = beside.get(name)
        return None if member is None or member.file_size > most else _unpack(package, member, origin)

    for member in members:
        try:
            fields = fields_of(member.filename, bytes_of)
            yield from read_member(
                _unpack(package, member, origin), _member_origin(member, origin, len(members)), fields
            )
        except SourceError as error:
            yield error


def check_declared_sizes(members: Sequence[zipfile.ZipInfo], origin: Origin) -> None:
    """Raise SourceTooLarge when a package declares too many members or too many bytes; nothing is unpacked
    for this."""
    if len(members) > MAX_MEMBERS:
        raise SourceTooLarge(
            f"{origin.name}: it holds {len(members):,} files, and at most {MAX_MEMBERS:,} are read. Split it."
        )
    declared = sum(member.file_size for member in members)
    if declared > MAX_UNPACKED_BYTES:
        raise SourceTooLarge(
            f"{origin.name}: it unpacks to {declared:,} bytes, and at most {MAX_UNPACKED_BYTES:,} are read. "
            "Split it."
        )


def _is_document(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and bool(parts) and parts[0] != "__MACOSX" and not parts[-1].startswith(".")


def _unpack(package: zipfile.ZipFile, member: zipfile.ZipInfo, origin: Origin) -> bytes:
    name = f"{origin.name}: {member.filename}"
    if PurePosixPath(member.filename).suffix.lower() == ".zip":
        raise UnsupportedFormat(
            f"{name}: an archive inside an archive is not read. Unpack it and add it by itself."
        )
    if member.flag_bits & 0x1:
        raise MalformedSource(f"{name}: the file is encrypted. Make the archive again without a password.")
    with (
        refusing_damage(replace(origin, name=name), "file in this archive", _ADVICE),
        package.open(member) as file,
    ):
        # Never more than was declared and added up, whatever the compressed data holds.
        return file.read(member.file_size)


def _member_origin(member: zipfile.ZipInfo, origin: Origin, members: int) -> Origin:
    return replace(
        origin,
        name=f"{origin.name}: {member.filename}",
        key=f"{origin.key}#{member.filename}",
        title=origin.title if members == 1 else None,
        url=origin.url if members == 1 else None,
    )
