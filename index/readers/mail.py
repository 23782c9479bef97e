"""Mails (.eml), read by the standard library: subject, sender, date and body, and the documents attached."""

import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from lxml import html

from index.errors import MalformedSource, SourceError
from index.model import Document
from index.readers.archive import ReadFile
from index.readers.html import decode
from index.readers.metadata.fields import may_be_published
from index.readers.metadata.identity import key_of
from index.readers.metadata.origin import Origin
from index.readers.metadata.written_dates import read_day
from index.readers.parts import paragraphs, quoted_mail
from index.readers.parts.messages import Message, compose, day_of, in_order
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
        body = _body(mail)
        attached = [(name, content) for name, content in _attachments(mail) if is_readable(name)]
        described = _described(mail, origin)
        own = Message(_sender(mail) or "", _sent(mail) or described.published, "")
        messages = quoted_mail.split(body, own, read_day, str(mail.get("Subject") or ""))
        first = (
            messages[0] if messages and messages[0].sent == own.sent and not messages[0].forwarded else None
        )
        text, parts = compose(messages, with_day=True, without_heading=first)
        document = replace(described, text=text, structure=parts)
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
    if not addresses:
        return None
    first = addresses[0]
    if len(addresses) > 1 and not first.domain and addresses[1].domain:
        # "Weber, Anna <anna@example.org>" wants quotes around the name, and is read as two.
        return in_order(
            paragraphs.plain(f"{first.username or first.display_name}, {addresses[1].display_name}")
        )
    return in_order(paragraphs.plain(first.display_name or first.addr_spec)) or None


def _sent_on(mail: EmailMessage) -> date | None:
    return day_of(_sent(mail))


def _sent(mail: EmailMessage) -> datetime | None:
    """Return when a mail was sent, in the local time of its sender."""
    sent: datetime | None = getattr(mail.get("Date"), "datetime", None)
    return sent if sent is not None and may_be_published(sent.date()) else None


def _body(mail: EmailMessage) -> str:
    """Return the lines of a mail, quoted ones with a mark; those of its HTML where its plain text is a stub for it."""
    parts = [mail.get_body(preferencelist=(kind,)) for kind in ("plain", "html")]
    plain, marked = (
        _decoded(part) if part is not None and not part.is_attachment() else "" for part in parts
    )
    words = plain.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not marked or (words and len(_SPACE.split(words)) >= _LONG_PLAIN):
        return words
    shown = _lines_of_html(marked)
    return shown if len(_SPACE.split(words)) < _STUB * len(_SPACE.split(shown)) or not words else words


def _lines_of_html(marked: str) -> str:
    """Return the words of HTML, a line for each paragraph and an empty one after it; those in a blockquote with a mark."""
    if not marked.strip():
        return ""
    tree = html.fragment_fromstring(_UNPRINTABLE.sub("", marked), create_parent="div")
    for line_break in tree.iter("br"):
        following = line_break.getnext()
        # Headers of a message that is quoted, one below the other.
        if following is not None and not (line_break.tail or "").strip() and following.tag in ("b", "strong"):
            line_break.tag = "hr"
    held: list[str] = []
    # Those inside another come after it: they are taken out first.
    for quotation in reversed(list(tree.iter("blockquote"))[:_MOST_QUOTATIONS]):
        held.append(
            _with_held(
                paragraphs.from_html(html.tostring(quotation, encoding="unicode", with_tail=False)), held
            )
        )
        tail = quotation.tail
        quotation.clear()
        quotation.tail = tail
        quotation.text = _HELD.format(len(held) - 1)
    return _with_held(paragraphs.from_html(html.tostring(tree, encoding="unicode")), held)


def _with_held(words: str, held: list[str]) -> str:
    """Return the words with what was taken out of them put back, each of its lines with a mark before it."""

    def marked(match: re.Match[str]) -> str:
        return "\n".join(f"> {line}" for line in held[int(match[1])].split("\n"))

    return _IS_HELD.sub(marked, words)


_HELD = "\u2063{}\u2063"
_IS_HELD = re.compile("\u2063([0-9]+)\u2063")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u2063\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_MOST_QUOTATIONS = 500
"""Quoted parts of a mail in HTML that are taken apart; chosen: a bound on the work."""
_LONG_PLAIN = 300
"""Words of a plain part that is no stub, whatever is beside it."""
_STUB = 0.4
"""A plain part with less than this share of the words of the HTML beside it is a stub."""


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
