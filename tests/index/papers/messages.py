"""Nine files of mails and chats between invented people, as programs write and export them."""

import json
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage

from tests.index.readers.file_samples import archive


def _mail(subject: str, sender: str, sent: str, text: str, html: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Talks desk <desk@office.example>"
    message["Subject"] = subject
    message["Date"] = sent
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def forwarded() -> bytes:
    """A mail forwarded twice, by two programs."""
    return _mail(
        "FW: Fwd: Venue for the third round",
        "Karin Holm <k.holm@office.example>",
        "Wed, 12 Feb 2025 08:15:00 +0100",
        "All,\n\nplease read this before our meeting on Friday.\n\nKarin\n\n"
        "-----Original Message-----\nFrom: Tomas Reyl <t.reyl@mission.example>\nSent: Tuesday, February 11, 2025 6:40 PM\n"
        "To: Karin Holm\nSubject: Fwd: Venue for the third round\n\n"
        "Karin, the hotel in Ansbruck confirmed forty rooms today. I shall sign tomorrow.\n\n"
        "---------- Forwarded message ---------\nFrom: Lena Bruck <lena@hotel.example>\n"
        "Date: Mon, 10 Feb 2025 at 09:02\nSubject: Venue for the third round\nTo: <t.reyl@mission.example>\n\n"
        "Dear Mr Reyl,\n\nthe conference hall is free from 3 March. The technician was here yesterday.\n\nLena Bruck\n",
    )


def quoted() -> bytes:
    """An answer below the quoted words, over two depths."""
    return _mail(
        "Re: Map of the buffer zone",
        "Piotr Zell <p.zell@survey.example>",
        "Thu, 5 Dec 2024 16:20:00 +0000",
        "On Thu, Dec 5, 2024 at 11:03 AM Ada Vries <ada@office.example> wrote:\n"
        "> Piotr, which map did the generals sign yesterday?\n>\n"
        "> On Tue, 3 Dec 2024 at 18:45, Piotr Zell <p.zell@survey.example> wrote:\n"
        ">> The buffer zone is eight kilometres wide on sheet 14.\n>> We print the sheets next week.\n>\n\n"
        "They signed sheet 14 in two copies. The second copy leaves for Odrin on Saturday.\n\n-- \nPiotr Zell\nSurvey Office\n",
    )


def page() -> bytes:
    """A mail whose plain part is a stub."""
    return _mail(
        "Daily note of the monitors",
        "Monitoring Mission <notes@mission.example>",
        "Fri, 18 Oct 2024 19:30:00 +0200",
        "This message is in HTML. View it in your browser: https://mission.example/n/181024\n",
        "<html><head><style>p{margin:0}</style></head><body><table><tr><td><img src='x.gif' width='1'>"
        "<h1>Daily note</h1><p>Patrols saw <b>six</b> howitzers at Lutz this morning.</p>"
        "<p>The checkpoint at Mirow was closed last night after a quarrel between guards.</p>"
        "<ul><li>Water was restored in Garde.</li></ul>"
        "<p><a href='https://mission.example/u'>Unsubscribe</a></p></td></tr></table></body></html>",
    )


def telegram() -> bytes:
    """A group in Telegram Desktop's export."""
    entity = {"type": "plain", "text": ""}

    def said(number: int, sent: str, author: str, text: object, **more: object) -> dict[str, object]:
        return {
            "id": number,
            "type": "message",
            "date": sent,
            "date_unixtime": "0",
            "from": author,
            "from_id": f"user{number}",
            "text": text,
            "text_entities": [entity],
        } | more

    return json.dumps(
        {
            "name": "Harbour committee",
            "type": "private_supergroup",
            "id": 1887,
            "messages": [
                {
                    "id": 1,
                    "type": "service",
                    "date": "2024-07-01T08:00:00",
                    "actor": "Mats",
                    "action": "create_group",
                    "text": "",
                },
                said(2, "2024-07-01T08:12:44", "Mats Ekdal", "The pilots strike until tomorrow evening."),
                said(
                    3,
                    "2024-07-01T08:15:02",
                    "Rosa Lind",
                    ["Harbour dues rise to ", {"type": "bold", "text": "900 crowns"}, " on 1 August."],
                    reply_to_message_id=2,
                ),
                said(
                    4,
                    "2024-07-02T21:40:10",
                    "Mats Ekdal",
                    "The tug Aurora ran aground off Oster an hour ago.",
                    file="x.jpg",
                ),
                said(
                    5,
                    "2024-07-02T21:55:00",
                    "Rosa Lind",
                    "Divers go down on Thursday.",
                    forwarded_from="Coast Radio",
                ),
            ],
        },
        ensure_ascii=False,
    ).encode()


def discord() -> bytes:
    """A channel as DiscordChatExporter writes it."""

    def said(number: str, stamp: str, name: str, content: str, **more: object) -> dict[str, object]:
        return {
            "id": number,
            "type": "Default",
            "timestamp": stamp,
            "timestampEdited": None,
            "isPinned": False,
            "content": content,
            "author": {
                "id": name,
                "name": name.lower().replace(" ", ""),
                "discriminator": "0000",
                "nickname": name,
                "isBot": False,
            },
            "attachments": [],
            "embeds": [],
            "reactions": [],
            "mentions": [],
        } | more

    return json.dumps(
        {
            "guild": {"id": "1", "name": "Treaty watchers", "iconUrl": ""},
            "channel": {
                "id": "2",
                "type": "GuildTextChat",
                "category": "Talks",
                "name": "dorn-accord",
                "topic": None,
            },
            "dateRange": {"after": None, "before": None},
            "exportedAt": "2024-11-05T10:00:00+00:00",
            "messages": [
                said(
                    "10",
                    "2024-11-04T17:31:05.11+00:00",
                    "Iris Vale",
                    "The amnesty chapter passed with **78** votes in committee.",
                ),
                said(
                    "11",
                    "2024-11-04T17:33:00+00:00",
                    "Otto Brandt",
                    "> The amnesty chapter passed\nThe plenary votes on it tomorrow at noon.",
                    type="Reply",
                    reference={"messageId": "10", "channelId": "2", "guildId": "1"},
                ),
                said(
                    "12",
                    "2024-11-04T18:02:00+00:00",
                    "Iris Vale",
                    "<@55> Silins met the bishops last Friday <:ok:123>",
                ),
            ],
            "messageCount": 3,
        }
    ).encode()


def slack() -> bytes:
    """A workspace as Slack exports it, packed."""
    users = [
        {"id": "U1", "name": "dora", "profile": {"real_name": "Dora Kean", "display_name": "dora"}},
        {"id": "U2", "name": "emil", "profile": {"real_name": "Emil Sand", "display_name": ""}},
    ]
    first = [
        {
            "type": "message",
            "user": "U1",
            "ts": "1714986000.000100",
            "text": "The grain envoy lands at Pellan tomorrow.",
            "thread_ts": "1714986000.000100",
        },
        {
            "type": "message",
            "user": "U2",
            "ts": "1714986300.000200",
            "text": "<@U1> He brings a draft of 22 pages &amp; three maps.",
            "thread_ts": "1714986000.000100",
        },
        {
            "type": "message",
            "subtype": "channel_join",
            "user": "U2",
            "ts": "1714985000.0",
            "text": "<@U2> has joined the channel",
        },
    ]
    second = [
        {
            "type": "message",
            "user": "U2",
            "ts": "1715079600.000300",
            "text": "Insurers doubled the premium for Oster on Monday.",
        },
        {
            "type": "message",
            "user": "U1",
            "ts": "1715083200.000400",
            "text": "See <https://wire.example/a|the report>: no ship sailed yesterday.",
        },
    ]
    return archive(
        {
            "users.json": json.dumps(users).encode(),
            "channels.json": json.dumps([{"id": "C1", "name": "corridor"}]).encode(),
            "corridor/2024-05-06.json": json.dumps(first).encode(),
            "corridor/2024-05-07.json": json.dumps(second).encode(),
        }
    )


WHATSAPP = """\
[28.05.24, 19:04:11] Border group: \u200eMessages and calls are end-to-end encrypted.
[28.05.24, 19:05:40] Nils Aker: The ferry at Sorn carries no lorries until Sunday.
[28.05.24, 19:07:02] Berta Quist: My cousin crossed yesterday,
he paid forty marks to the guard.
[29.05.24, 06:30:15] Nils Aker: \u200eimage omitted
[29.05.24, 06:31:00] Nils Aker: Guards found a cellar with rifles under the mill of Vesle this morning.
"""


def whatsapp() -> bytes:
    """A group from a telephone in Germany, text."""
    return WHATSAPP.encode()


ANDROID = """\
11/3/23, 9:15 PM - Governor's press: Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
11/3/23, 9:16 PM - Paula Reed: The governor signs the water pact tomorrow at ten.
11/3/23, 9:20 PM - Hugo Stern: Will the mayors of both towns be there?
11/14/23, 7:05 AM - Paula Reed: The pact failed: the reservoir is closed since last night.
"""


def android() -> bytes:
    """A group from a telephone in America, text."""
    return ANDROID.encode()


def outlook() -> bytes:
    """An answer above the words that it answers, in German, with a rule and headers."""
    return _mail(
        "AW: Waffenstillstand",
        '"Weber, Anna" <a.weber@amt.example>',
        "Mon, 3 Jun 2024 10:05:00 +0200",
        "Lieber Herr Maurer,\n\ndie Delegation reist morgen nach Lindau.\n\nAnna Weber\n\n"
        "________________________________\nVon: Maurer, Jakob <j.maurer@amt.example>\nGesendet: Freitag, 31. Mai 2024 17:48\n"
        "An: Weber, Anna\nBetreff: Waffenstillstand\n\n"
        "Der Bote brachte gestern elf Seiten aus Lindau.\n",
    )


FILES = {
    "venue.eml": forwarded,
    "map.eml": quoted,
    "note.eml": page,
    "aw.eml": outlook,
    "telegram/result.json": telegram,
    "dorn-accord.json": discord,
    "slack.zip": slack,
    "_chat.txt": whatsapp,
    "WhatsApp Chat with Governor's press.txt": android,
}
"""How each file is made, by its name."""

MESSAGES = [
    (
        "When is the meeting before which the mail about the venue shall be read?",
        "Karin Holm, 12 February 2025, 08:15",
        "meeting on Friday",
    ),
    (
        "How many rooms did the hotel in Ansbruck confirm?",
        "Tomas Reyl, 11 February 2025, 18:40",
        "forty rooms",
    ),
    ("From when is the conference hall free?", "Lena Bruck, 10 February 2025, 09:02", "3 March"),
    ("When was the technician in the conference hall?", "Lena Bruck, 10 February 2025, 09:02", "yesterday"),
    ("Who asked which map the generals signed?", "Ada Vries, 5 December 2024, 11:03", "which map"),
    ("How wide is the buffer zone?", "Piotr Zell, 3 December 2024, 18:45", "eight kilometres"),
    ("When are the sheets printed?", "Piotr Zell, 3 December 2024, 18:45", "next week"),
    ("In how many copies was sheet 14 signed?", "Piotr Zell, 5 December 2024, 16:20", "two copies"),
    (
        "How many howitzers did patrols see at Lutz?",
        "Monitoring Mission, 18 October 2024, 19:30",
        "six howitzers",
    ),
    ("When was the checkpoint at Mirow closed?", "Monitoring Mission, 18 October 2024, 19:30", "last night"),
    ("Where was water restored?", "Monitoring Mission, 18 October 2024, 19:30", "Garde"),
    ("Wohin reist die Delegation?", "Anna Weber, 3 June 2024, 10:05", "Lindau"),
    ("Wie viele Seiten brachte der Bote?", "Jakob Maurer, 31 May 2024, 17:48", "elf Seiten"),
    ("Until when do the pilots strike?", "Mats Ekdal, 1 July 2024, 08:12", "tomorrow evening"),
    ("To what do harbour dues rise?", "Rosa Lind, 1 July 2024, 08:15", "900 crowns"),
    ("Where did the tug Aurora run aground?", "Mats Ekdal, 2 July 2024, 21:40", "off Oster"),
    ("When do divers go down?", "Coast Radio, 2 July 2024, 21:55", "Thursday"),
    (
        "With how many votes did the amnesty chapter pass in committee?",
        "Iris Vale, 4 November 2024, 17:31",
        "78",
    ),
    (
        "When does the plenary vote on the amnesty chapter?",
        "Otto Brandt, 4 November 2024, 17:33",
        "tomorrow at noon",
    ),
    ("Whom did Silins meet last Friday?", "Iris Vale, 4 November 2024, 18:02", "bishops"),
    ("Where does the grain envoy land?", "Dora Kean, 6 May 2024, 09:00", "Pellan"),
    (
        "How many pages has the draft that the grain envoy brings?",
        "Emil Sand, 6 May 2024, 09:05",
        "22 pages & three maps",
    ),
    ("Who doubled the premium for Oster?", "Emil Sand, 7 May 2024, 11:00", "Insurers"),
    ("When did no ship sail?", "Dora Kean, 7 May 2024, 12:00", "yesterday"),
    ("Until when does the ferry at Sorn carry no lorries?", "Nils Aker, 28 May 2024, 19:05", "until Sunday"),
    ("How much did the cousin pay to the guard?", "Berta Quist, 28 May 2024, 19:07", "forty marks"),
    ("What did guards find under the mill of Vesle?", "Nils Aker, 29 May 2024, 06:31", "rifles"),
    ("When does the governor sign the water pact?", "Paula Reed, 3 November 2023, 21:16", "tomorrow at ten"),
    (
        "Who asked whether the mayors of both towns will be there?",
        "Hugo Stern, 3 November 2023, 21:20",
        "mayors of both towns",
    ),
    ("Since when is the reservoir closed?", "Paula Reed, 14 November 2023, 07:05", "last night"),
]
"""Questions, who wrote the message that answers and when, and words of it."""

RELATIVE: Sequence[tuple[str, date, date]] = [
    ("our meeting on Friday", date(2025, 2, 14), date(2025, 2, 14)),
    ("confirmed forty rooms today", date(2025, 2, 11), date(2025, 2, 11)),
    ("I shall sign tomorrow", date(2025, 2, 12), date(2025, 2, 12)),
    ("technician was here yesterday", date(2025, 2, 9), date(2025, 2, 9)),
    ("did the generals sign yesterday", date(2024, 12, 4), date(2024, 12, 4)),
    ("print the sheets next week", date(2024, 12, 9), date(2024, 12, 15)),
    ("leaves for Odrin on Saturday", date(2024, 12, 7), date(2024, 12, 7)),
    ("at Lutz this morning", date(2024, 10, 18), date(2024, 10, 18)),
    ("closed last night", date(2024, 10, 17), date(2024, 10, 17)),
    ("reist morgen nach Lindau", date(2024, 6, 4), date(2024, 6, 4)),
    ("brachte gestern elf Seiten", date(2024, 5, 30), date(2024, 5, 30)),
    ("strike until tomorrow evening", date(2024, 7, 2), date(2024, 7, 2)),
    ("go down on Thursday", date(2024, 7, 4), date(2024, 7, 4)),
    ("votes on it tomorrow at noon", date(2024, 11, 5), date(2024, 11, 5)),
    ("met the bishops last Friday", date(2024, 11, 1), date(2024, 11, 1)),
    ("lands at Pellan tomorrow", date(2024, 5, 7), date(2024, 5, 7)),
    ("for Oster on Monday", date(2024, 5, 6), date(2024, 5, 6)),
    ("no ship sailed yesterday", date(2024, 5, 6), date(2024, 5, 6)),
    ("crossed yesterday", date(2024, 5, 27), date(2024, 5, 27)),
    ("mill of Vesle this morning", date(2024, 5, 29), date(2024, 5, 29)),
    ("signs the water pact tomorrow", date(2023, 11, 4), date(2023, 11, 4)),
    ("closed since last night", date(2023, 11, 13), date(2023, 11, 13)),
]
"""Words that count days from their message, and the first and the last day that they stand for."""
