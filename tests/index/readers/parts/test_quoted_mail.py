"""Mails that forward and quote others."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Index
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.metadata.written_dates import read_day
from index.readers.parts.messages import Message, in_order
from index.readers.parts.quoted_mail import split
from tests.index.readers.file_samples import mail

OWN = Message("Desk Officer", datetime(2025, 3, 20, 9, 12), "")
FORWARDED = (
    "FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Embassy Press <press@embassy.example>\n"
    "Date: Tue, 18 Mar 2025 17:45\nSubject: Readout\nTo: <desk@ministry.example>\n\n"
    "We will sign on Friday.\n\n> On 17 March the envoy wrote:\n> The corridor will open tomorrow.\n\n"
    "-- \nThis message is confidential.\n"
)


def found(body: str) -> list[tuple[str, date | None, str]]:
    return [(message.author, message.sent, message.words) for message in split(body, OWN, read_day)]


def test_what_is_forwarded_and_quoted_are_messages_of_their_own() -> None:
    assert found(FORWARDED) == [
        ("Desk Officer", datetime(2025, 3, 20, 9, 12), "FYI, see below."),
        ("Embassy Press", datetime(2025, 3, 18, 17, 45), "We will sign on Friday."),
        ("the envoy", date(2025, 3, 17), "The corridor will open tomorrow."),
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "On Tue, 18 Mar 2025 at 17:45, Ann Berg <ann@post.example> wrote:",
        "On Tue, Mar 18, 2025 at 5:45 PM Ann Berg <\nann@post.example> wrote:",
        "Am 18.03.2025 um 17:45 schrieb Ann Berg:",
        "Le mar. 18 mars 2025 à 17:45, Ann Berg <ann@post.example> a écrit :",
        'El mar, 18 mar 2025 a las 17:45, "Ann Berg" escribió:',
        "El mar, 18 mar 2025 a las 17:45, Ann Berg (<ann@post.example>) escribió:",
        "вт, 18 бер. 2025 р. о 17:45 Ann Berg <ann@post.example> пише:",
        "вт, 18 мар. 2025 г. в 17:45, Ann Berg <ann@post.example>:",
        '18.03.2025, 17:45, "Ann Berg" <ann@post.example> написал(а):',
    ],
)
def test_a_quoted_message_has_its_author_and_time(introduction: str) -> None:
    assert found(f"Thanks.\n\n{introduction}\n\n> We sign on Friday.\n> So do they.\n") == [
        ("Desk Officer", datetime(2025, 3, 20, 9, 12), "Thanks."),
        ("Ann Berg", datetime(2025, 3, 18, 17, 45), "We sign on Friday. So do they."),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        "-----Original Message-----\nFrom: Ann Berg <ann@post.example>\nSent: Tuesday, March 18, 2025 5:45 PM\nTo: Desk",
        "Begin forwarded message:\n\nFrom: Ann Berg <ann@post.example>\nDate: 18 March 2025 at 17:45:00 CET\nTo: Desk",
        "________________________________\nVon: Ann Berg\nGesendet: Dienstag, 18. März 2025 17:45\nAn: Desk\nBetreff: Plan",
        "De : Ann Berg\nEnvoyé : mardi 18 mars 2025 17:45\nÀ : Desk\nObjet : Plan",
        "От: Ann Berg\nДата: 18 марта 2025 г., 17:45\nКому: Desk\nТема: План",
    ],
)
def test_headers_in_the_body_begin_a_message(headers: str) -> None:
    assert found(f"See below.\n\n{headers}\n\nWe sign on Friday.\n")[1:] == [
        ("Ann Berg", datetime(2025, 3, 18, 17, 45), "We sign on Friday.")
    ]


def test_words_that_nobody_is_said_to_have_written_count_from_no_day() -> None:
    assert found("Thanks.\n> We sign tomorrow.\n")[1:] == [("", None, "We sign tomorrow.")]


def test_an_answer_between_the_quoted_lines_stays_with_who_answers() -> None:
    body = "On 18 March 2025 at 17:45, Ann Berg wrote:\n> Will you sign?\nYes.\n> When?\nOn Friday.\n"
    assert found(body) == [
        ("Desk Officer", datetime(2025, 3, 20, 9, 12), "Yes. On Friday."),
        ("Ann Berg", datetime(2025, 3, 18, 17, 45), "Will you sign?"),
        ("", None, "When?"),
    ]


@given(st.text(alphabet=st.sampled_from("> \n-:aFrom<@.wrote1On")))
def test_no_body_is_refused(body: str) -> None:
    assert all(message.words for message in split(body, OWN, lambda words, near: None))


def test_a_mail_with_a_stub_for_its_html_is_read_as_html() -> None:
    marked = (
        "<p>We will not sign on Friday, whatever the envoys say to the papers about it.</p><div>On Tue, 18 Mar 2025 at "
        "17:45, Ann Berg &lt;ann@post.example&gt; wrote:<br></div><blockquote><p>Will you sign?</p><p>I hope so.</p></blockquote>"
    )
    data = mail("Your reader does not show HTML.", html=marked)
    (document,) = read_bytes(data, Origin("talks.eml", "/docs/talks.eml"))
    assert [part.name for part in document.structure if part.label == "message"] == [
        "Press Office, 14 March 2025, 23:30",
        "Ann Berg, 18 March 2025, 17:45",
    ]
    assert document.text == (
        "We will not sign on Friday, whatever the envoys say to the papers about it.\n\n"
        "Ann Berg, 18 March 2025, 17:45\n\nWill you sign?\n\nI hope so."
    )


def test_days_in_a_forwarded_message_count_from_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(FORWARDED))
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "a.eml"])
        (said,) = index.quotes("Embassy Press")
        assert (said.words, said.said_on) == ("We will sign on Friday.", date(2025, 3, 18))
        (opened,) = [event for event in index.timeline() if "corridor" in event.text]
        assert opened.earliest == date(2025, 3, 18)
        assert opened.citations[0].place == "the envoy, 17 March 2025"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Weber, Anna", "Anna Weber"),
        ("van der Berg, Jan Piet", "Jan Piet van der Berg"),
        ("Ann Berg", "Ann Berg"),
        ("Ministry of Trade, Press Office Rosk East", "Ministry of Trade, Press Office Rosk East"),
    ],
)
def test_a_name_as_directories_sort_it_is_turned(written: str, name: str) -> None:
    assert in_order(written) == name
