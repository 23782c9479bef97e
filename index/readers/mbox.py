"""Mailboxes (.mbox), as mail programs export them: one mail after the other, each behind a line "From ..." (RFC 4155)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from index.errors import MalformedSource, ParleyError, SourceError, SourceTooLarge
from index.model import Document
from index.readers.metadata.identity import content_hash
from index.readers.metadata.origin import Origin

MOST_MAILS = 20_000
"""Mails of a mailbox; chosen: more are an archive of years, and better given in parts."""

ReadMail = Callable[[bytes, Origin], Iterable[Document | ParleyError]]
"""Reads one mail."""

_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,500}\r?\n(?=[A-Za-z0-9-]{1,80}:)")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_IDENTITY = re.compile(rb"^Message-ID:\s*(<[^<>\s]{1,300}>)", re.MULTILINE | re.IGNORECASE)
_BODY = re.compile(rb"\r?\n\r?\n")
_HEADERS = 100_000
"""Bytes at the beginning of a mail in which its headers are looked for; chosen: many times what they have."""


def read(data: bytes, origin: Origin, read_mail: ReadMail) -> Iterator[Document | ParleyError]:
    """Yield what ``read_mail`` makes of each mail in a mailbox, and for each that it refuses the reason.

    Raises MalformedSource for what is no mailbox, SourceTooLarge for one of more mails than are read.
    """
    begins = list(_BEGIN.finditer(data))
    if not begins:
        raise MalformedSource(
            f"{origin.name}: not a mailbox, no mail begins in it. Export it again, or save its mails as .eml files."
        )
    if len(begins) > MOST_MAILS:
        raise SourceTooLarge(
            f"{origin.name}: it holds {len(begins):,} mails, and at most {MOST_MAILS:,} are read. Split it."
        )
    held: dict[str, str] = {}
    ends = [begin.start() for begin in begins[1:]] + [len(data)]
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True), 1):
        mail = _QUOTED.sub(rb"\1", data[begin.end() : end])
        known = _IDENTITY.search(mail, 0, _HEADERS)
        identity = known[1].decode("ascii", "replace") if known else str(number)
        words = content_hash(_BODY.split(mail, maxsplit=1)[-1].decode("latin-1"))
        if held.setdefault(identity, words) != words:
            # Two mails, though a program gave both one number; a copy has the same words.
            identity = f"{identity}-{words}"
        own = replace(
            origin,
            name=f"{origin.name}: mail {number}",
            key=f"{origin.key}#{identity}",
            title=origin.title if len(begins) == 1 else None,
            url=origin.url if len(begins) == 1 else None,
        )
        try:
            yield from read_mail(mail, own)
        except SourceError as error:
            yield error
