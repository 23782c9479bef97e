"""Mails (.eml), read by the standard library: subject, sender, date and body, and the documents attached."""

import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from index.errors import MalformedSource, SourceError
from index.model import Document
from index.readers import paragraphs
from index.readers.archive import ReadFile
from index.readers.fields import may_be_published
from index.readers.html import decode
from index.readers.identity import key_of
from index.readers.origin import Origin
from index.readers.refusal import refusing_damage

_ADVICE = "Save the mail again as .eml, or save its text as a .txt file."


def read(
    data: bytes,
    origin: Origin,
    read_attachment: ReadFile | None = None,
    is_readable: Callable[[str], bool] = lambda name: True,
) -> Iterator[Document | SourceError]:
    """Yield the document that a mail is, then what ``read_attachment`` makes of each attached file.

    Attachments whose name ``is_readable`` refuses, such as pictures in a signature, are passed over. The date
    is the sender's day. Raises MalformedSource for what is not a mail and for a mail with neither text nor a
    readable attachment.
    """
    with refusing_damage(origin, "mail", _ADVICE):
        mail = BytesParser(policy=email.policy.default).parsebytes(data)
        if not any(mail.get(name) for name in ("From", "Subject", "Date", "Message-ID")):
            raise MalformedSource(f"{origin.name}: not a mail, it has no headers. {_ADVICE}")
        text = _body(mail)
        attached = [(name, content) for name, content in _attachments(mail) if is_readable(name)]
        document = replace(_described(mail, origin), text=text)
    if text:
        yield document
    elif not attached or read_attachment is None:
        raise MalformedSource(f"{origin.name}: the mail has no text. {_ADVICE}")
    if read_attachment is None:
        return
    for name, content in attached:
        try:
            yield from read_attachment(content, _attachment_origin(name, origin, document))
        except SourceError as error:
            yield error


def _described(mail: EmailMessage, origin: Origin) -> Document:
    """Return a document without text that holds what the headers say, the host's word first."""
    return Document(
        key=key_of(origin.url, origin.key),
        title=origin.title or paragraphs.plain(str(mail.get("Subject") or "")) or origin.name,
        text="",
        publisher=origin.publisher or _sender(mail),
        url=origin.url,
        published=origin.published or _sent_on(mail),
        collection=origin.collection,
    )


def _sender(mail: EmailMessage) -> str | None:
    addresses = getattr(mail.get("From"), "addresses", ())
    return (
        paragraphs.plain(addresses[0].display_name or addresses[0].addr_spec) or None if addresses else None
    )


def _sent_on(mail: EmailMessage) -> date | None:
    sent = getattr(mail.get("Date"), "datetime", None)
    return sent.date() if sent is not None and may_be_published(sent.date()) else None


def _body(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None or part.is_attachment():
        return ""
    words = _decoded(part)
    if part.get_content_subtype() == "html":
        return paragraphs.from_html(words)
    return paragraphs.join(re.split(r"\n[ \t]*\n", words.replace("\r\n", "\n")))


def _decoded(part: Any) -> str:
    payload = _payload(part)
    try:
        return str(payload.decode(part.get_content_charset("utf-8"), errors="replace"))
    except LookupError:
        return decode(payload)


def _payload(part: Any) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in mail.iter_attachments() if mail.is_multipart() else ():
        if part.get_content_type() == "message/rfc822":
            forwarded: EmailMessage = part.get_content()
            yield part.get_filename("attached.eml"), forwarded.as_bytes()
        elif name := part.get_filename():
            yield name, _payload(part)


def _attachment_origin(name: str, origin: Origin, mail: Document) -> Origin:
    """Return the origin of an attached file: the mail's sender and day stand for the file's."""
    return replace(
        origin,
        name=f"{origin.name}: {name}",
        key=f"{origin.key}#{name}",
        title=None,
        url=None,
        publisher=mail.publisher,
        published=mail.published,
    )
