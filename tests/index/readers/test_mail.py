"""Mails."""

from collections.abc import Iterator
from datetime import date

import pytest

from index.errors import MalformedSource, SourceTooLarge
from index.model import Document
from index.readers import mail as reader
from index.readers import mbox, read_bytes
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, mail

ORIGIN = Origin(name="talks.eml", key="/docs/talks.eml")


def read_text(data: bytes, origin: Origin) -> Iterator[Document]:
    if not data:
        raise MalformedSource(f"{origin.name}: empty.")
    yield Document(origin.key, origin.name, data.decode(), origin.publisher, published=origin.published)


def test_a_mail_is_a_document_with_its_subject_sender_and_day() -> None:
    (document,) = reader.read(mail(f"{SENTENCES[0]}\n\n{SENTENCES[1]}\n"), ORIGIN)
    assert document.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"
    assert document.title == "Joint statement on the talks"
    assert document.publisher == "Press Office"
    assert document.published == date(2025, 3, 14)


def test_a_mail_in_html_is_read_as_text() -> None:
    body = f"<html><head><style>p {{}}</style></head><body><p>{SENTENCES[0]}</p>One<br>two<br><br>three</body></html>"
    (document,) = reader.read(mail(html=body), ORIGIN)
    assert document.text == f"{SENTENCES[0]}\n\nOne two\n\nthree"


def test_attached_documents_are_read_with_the_sender_and_day_of_the_mail() -> None:
    data = mail(SENTENCES[0], attached={"terms.txt": SENTENCES[1].encode(), "logo.png": b"\x89PNG"})
    _, attached = reader.read(data, ORIGIN, read_text, lambda name: name.endswith(".txt"))
    assert attached.text == SENTENCES[1]
    assert attached.key == "/docs/talks.eml#terms.txt"
    assert (attached.publisher, attached.published) == ("Press Office", date(2025, 3, 14))


def test_an_attachment_that_cannot_be_read_does_not_lose_the_mail() -> None:
    document, refused = reader.read(mail(SENTENCES[0], attached={"terms.txt": b""}), ORIGIN, read_text)
    assert document.text == SENTENCES[0]
    assert str(refused) == "talks.eml: terms.txt: empty."


def test_an_unknown_charset_is_told_from_the_letters() -> None:
    data = mail(SENTENCES[0]).replace(b'charset="utf-8"', b'charset="x-unheard-of"')
    (document,) = reader.read(data, ORIGIN)
    assert document.text == SENTENCES[0]


@pytest.mark.parametrize("data", [b"", b"Hello,\n\nhow are you?", b"\x00\xff"])
def test_what_is_no_mail_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"^talks\.eml: not a mail"):
        list(reader.read(data, ORIGIN))


def test_a_mail_without_text_is_refused_by_name() -> None:
    with pytest.raises(MalformedSource, match=r"^talks\.eml: the mail has no text"):
        list(reader.read(mail(" "), ORIGIN))


def test_a_day_on_which_nothing_can_have_been_sent_is_not_known() -> None:
    data = mail(SENTENCES[0]).replace(b" 2025 ", b" 2999 ")
    assert b" 2999 " in data
    (document,) = reader.read(data, ORIGIN)
    assert document.published is None


MAILBOX = b"""\
From ada@office.example Mon Jan  6 11:00:00 2025
From: Ada Fisk <ada@office.example>
Subject: Text
Date: Mon, 6 Jan 2025 11:00:00 +0000
Message-ID: <one@office.example>

The text has nineteen clauses.
>From here on it is agreed.

From the north we hear nothing.

From MAILER-DAEMON Tue Jan  7 12:30:00 2025
From: Ola Berg <ola@office.example>
Subject: Hotel
Date: Tue, 7 Jan 2025 12:30:00 +0000

The hotel wants 90 crowns a night.
"""


def test_each_mail_of_a_mailbox_is_a_document() -> None:
    one, two = read_bytes(MAILBOX, Origin(name="talks.mbox", key="/docs/talks.mbox"))
    assert isinstance(one, Document) and isinstance(two, Document)
    assert (one.title, one.publisher, one.published) == ("Text", "Ada Fisk", date(2025, 1, 6))
    assert "From here on" in one.text and "From the north" in one.text
    assert one.key == "/docs/talks.mbox#<one@office.example>" and two.key == "/docs/talks.mbox#2"
    assert two.text == "The hotel wants 90 crowns a night."


def test_what_is_no_mailbox_is_refused() -> None:
    with pytest.raises(MalformedSource, match=r"^talks\.mbox: not a mailbox"):
        list(read_bytes(b"From now on it is agreed.\n", Origin(name="talks.mbox", key="/docs/talks.mbox")))


def test_a_mailbox_of_more_mails_than_are_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MOST_MAILS", 1)
    with pytest.raises(SourceTooLarge, match=r"^talks\.mbox: it holds 2 mails"):
        list(read_bytes(MAILBOX, Origin(name="talks.mbox", key="/docs/talks.mbox")))


def test_two_mails_of_one_number_are_two_and_a_copy_is_one() -> None:
    mails = [
        f"From x\nFrom: Ann <a@x.example>\nSubject: Quota\nMessage-ID: <one@x>\n\nThe {grain} quota is {tonnes} tonnes.\n\n"
        for grain, tonnes in (("barley", 900), ("rye", 300), ("barley", 900))
    ]
    read = list(read_bytes("".join(mails).encode(), Origin(name="b.mbox", key="/b.mbox")))
    assert read[0].key == read[2].key == "/b.mbox#<one@x>" != read[1].key


def test_a_name_that_wants_quotes_is_the_senders() -> None:
    data = b"From: Weber, Anna <anna@x.example>\nSubject: Quota\n\nThe barley quota is 900 tonnes.\n"
    (document,) = read_bytes(data, Origin(name="q.eml", key="/q.eml"))
    assert document.publisher == "Anna Weber"


ANSWERED = (
    "{greeting}\n\nWe can live with the clause.\n\nRika\n\n-----Original Message-----\nFrom: Dahl, Per <per@lake.example>\n"
    "Sent: Monday, March 10, 2025 9:15 AM\nTo: Solm, Rika\nSubject: Clause\n\nDear Rika,\n\nPlease reply by Friday.\n"
)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("RE: Clause", False),
        ("AW: Clause", False),
        ("[desk] Re[2]: Clause", False),
        ("FW: Clause", True),
        ("Reply", True),
    ],
)
def test_what_a_reply_has_below_it_is_answered_and_not_forwarded(subject: str, said: bool) -> None:
    data = mail(ANSWERED.format(greeting="Per,")).replace(b"Joint statement on the talks", subject.encode())
    (document,) = reader.read(data, ORIGIN)
    names = [part.name for part in document.structure if part.label == "message"]
    assert names[1] == f"Per Dahl, 10 March 2025, 09:15{', forwarded' if said else ''}"


@pytest.mark.parametrize("greeting", ["Per,", "Dear Mr Dahl,", "Hi all!"])
def test_whom_a_letter_greets_is_a_heading_of_it(greeting: str) -> None:
    (document,) = reader.read(mail(ANSWERED.format(greeting=greeting)), ORIGIN)
    apart = [
        document.text[part.start : part.end].strip() for part in document.structure if part.label == "heading"
    ]
    assert apart == [greeting, "Per Dahl, 10 March 2025, 09:15, forwarded", "Dear Rika,"]


def test_how_a_letter_ends_is_a_heading_and_a_signature_that_tells_more_is_none() -> None:
    for ending, apart in (
        ("Best wishes,\nRika Solm", ["Best wishes, Rika Solm"]),
        ("Rika Solm\nTel. 5550 117", []),
    ):
        data = mail(f"We can live with the clause.\n\n{ending}\n").replace(b"Press Office", b"Rika Solm")
        (document,) = reader.read(data, ORIGIN)
        found = [
            document.text[part.start : part.end] for part in document.structure if part.label == "heading"
        ]
        assert found == apart
