"""Ten more mails and chats between invented people, in the manners of programs and people that the first nine leave out: what is
asked, asked for and promised on a day that is said beside another."""

from collections.abc import Sequence
from datetime import date

from tests.index.papers.messages import _mail


def apple() -> bytes:
    return _mail(
        "Fwd: Interpreters",
        "Vera Oss <v.oss@desk.example>",
        "Mon, 10 Mar 2025 09:30:00 +0100",
        "Could you find a second interpreter before tomorrow evening?\n\nVera\n\n"
        "Begin forwarded message:\n\nFrom: Joel Karst <j.karst@desk.example>\nSubject: Interpreters\n"
        "Date: 7 March 2025 at 18:12:40 CET\nTo: Vera Oss <v.oss@desk.example>\n\n"
        "The Norrish interpreter fell ill this afternoon. Please tell the hotel by Sunday.\n",
    )


def french() -> bytes:
    return _mail(
        "Re: Ceasefire line",
        "Amelie Roche <a.roche@desk.example>",
        "Wed, 19 Jun 2024 14:02:00 +0200",
        "The brigadier inspects the ceasefire line the day after tomorrow.\n\n"
        "Le lun. 17 juin 2024 à 10:12, Paul Denis <p.denis@desk.example> a écrit :\n"
        "> Did the brigadier inspect the trench on Friday?\n",
    )


def whatsapp() -> bytes:
    return (
        b"[21/09/2024, 22:14:05] Tove Lang: Bring the seal of the council to the ferry tonight.\n"
        b"[21/09/2024, 22:16:31] Mika Stern: The clerk locked it away two days ago, he opens again on Monday\n"
        b"[22/09/2024, 07:40:00] Tove Lang: Then the council signs the fishing pact next Thursday.\n"
    )


def outlook() -> bytes:
    return _mail(
        "RE: Prisoner lists",
        "Bruno Valk <b.valk@registry.example>",
        "Tue, 14 Jan 2025 11:20:00 +0000",
        "The lists were swapped at the bridge last night, thirty names each.\n\n"
        "________________________________\nFrom: Sanne Ruys <s.ruys@registry.example>\nSent: 13 January 2025 16:48\n"
        "To: Bruno Valk\nSubject: Prisoner lists\n\nWho checks the lists of names tomorrow morning?\n",
    )


FILES = {
    "mail/interpreters.eml": apple,
    "mail/line.eml": french,
    "chat/WhatsApp Chat - Fishing pact.txt": whatsapp,
    "mail/lists.eml": outlook,
}

MESSAGES: Sequence[tuple[str, str, str]] = [
    ("Before when is a second interpreter wanted?", "Vera Oss, 10 March 2025, 09:30", "second interpreter"),
    ("When did the Norrish interpreter fall ill?", "Joel Karst, 7 March 2025, 18:12", "this afternoon"),
    ("By when is the hotel to be told?", "Joel Karst, 7 March 2025, 18:12", "by Sunday"),
    (
        "When does the brigadier inspect the ceasefire line?",
        "Amelie Roche, 19 June 2024, 14:02",
        "day after tomorrow",
    ),
    ("Who asked whether the brigadier inspected the trench?", "Paul Denis, 17 June 2024, 10:12", "trench"),
    ("Where is the seal of the council to be brought?", "Tove Lang, 21 September 2024, 22:14", "ferry"),
    ("Who locked the seal away?", "Mika Stern, 21 September 2024, 22:16", "clerk"),
    ("When does the council sign the fishing pact?", "Tove Lang, 22 September 2024, 07:40", "next Thursday"),
    ("How many names were swapped at the bridge?", "Bruno Valk, 14 January 2025, 11:20", "thirty names"),
    ("Who checks the lists of names?", "Sanne Ruys, 13 January 2025, 16:48", "lists of names"),
]
"""Questions, who wrote the message that answers and when, and words of it."""

RELATIVE: Sequence[tuple[str, date, date]] = [
    ("second interpreter before tomorrow evening", date(2025, 3, 11), date(2025, 3, 11)),
    ("fell ill this afternoon", date(2025, 3, 7), date(2025, 3, 7)),
    ("tell the hotel by Sunday", date(2025, 3, 9), date(2025, 3, 9)),
    ("inspects the ceasefire line the day after tomorrow", date(2024, 6, 21), date(2024, 6, 21)),
    ("inspect the trench on Friday", date(2024, 6, 14), date(2024, 6, 14)),
    ("to the ferry tonight", date(2024, 9, 21), date(2024, 9, 21)),
    ("locked it away two days ago", date(2024, 9, 19), date(2024, 9, 19)),
    ("signs the fishing pact next Thursday", date(2024, 9, 26), date(2024, 9, 26)),
    ("swapped at the bridge last night", date(2025, 1, 13), date(2025, 1, 13)),
    ("lists of names tomorrow morning", date(2025, 1, 14), date(2025, 1, 14)),
]
"""Words that count days from their message, and the first and the last day that they stand for."""
