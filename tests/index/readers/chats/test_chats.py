"""Chats as Telegram, DiscordChatExporter, Slack and WhatsApp export them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from index import Index
from index.errors import MalformedSource, ParleyError
from index.model import Document
from index.readers import find_files, read_bytes, read_file
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import archive

WORDS = "The delegation left Lucerne this morning. It will return tomorrow."


def parts(document: Document, label: str = "message") -> list[tuple[str, str]]:
    return [
        (part.name, document.text[part.start : part.end])
        for part in document.structure
        if part.label == label
    ]


def telegram(*messages: Mapping[str, object], **chat: object) -> str:
    return json.dumps({"name": "Ostvale MFA", "type": "public_channel", "id": 1, "messages": messages} | chat)


def telegram_message(number: int, sent: str, words: object, **known: object) -> dict[str, object]:
    return {"id": number, "type": "message", "date": sent, "from": "Ilmar Tamm", "text": words} | known


TELEGRAM = telegram(
    {"id": 1, "type": "service", "date": "2025-03-14T09:00:00", "action": "create_channel", "text": ""},
    telegram_message(2, "2025-03-14T10:05:00", [{"type": "bold", "text": "Statement."}, f" {WORDS}"]),
    telegram_message(
        3, "2025-03-14T10:09:00", "When tomorrow?", **{"from": "Ann Berg"}, reply_to_message_id=2
    ),
    telegram_message(4, "2025-03-15T08:00:00", "We are back.\n\nAll of us.", forwarded_from="Sven Halle"),
)
DISCORD = json.dumps(
    {
        "guild": {"id": "1", "name": "Treaty Watch"},
        "channel": {"id": "2", "type": "GuildTextChat", "name": "talks"},
        "messages": [
            {
                "id": "3",
                "type": "Default",
                "timestamp": "2025-03-14T10:05:00.123+00:00",
                "content": f"**{WORDS}**",
                "author": {"id": "9", "name": "ilmar", "nickname": "Ilmar Tamm"},
            },
            {
                "id": "4",
                "type": "Reply",
                "timestamp": "2025-03-14T10:09:00+00:00",
                "content": "When tomorrow?",
                "author": {"id": "8", "name": "Ann Berg", "nickname": None},
                "reference": {"messageId": "3"},
            },
            {
                "id": "5",
                "type": "ChannelPinnedMessage",
                "timestamp": "2025-03-14T10:10:00+00:00",
                "content": "Pinned a message.",
                "author": {"id": "8", "name": "Ann Berg"},
            },
        ],
    }
)
SLACK = json.dumps(
    [
        {
            "type": "message",
            "subtype": "channel_join",
            "user": "U1",
            "ts": "1741946600.0",
            "text": "<@U1> has joined",
        },
        {
            "type": "message",
            "user": "U1",
            "ts": "1741946700.0",
            "thread_ts": "1741946700.0",
            "text": f"*{WORDS}*",
        },
        {
            "type": "message",
            "user": "U2",
            "user_profile": {"real_name": "Ann Berg"},
            "ts": "1741946940.0",
            "thread_ts": "1741946700.0",
            "text": "<@U1> When &amp; where? <https://talks.example|See the plan>.",
        },
    ]
)
USERS = json.dumps([{"id": "U1", "name": "ilmar", "profile": {"real_name": "Ilmar Tamm"}}])
ANDROID = (
    "14/03/2025, 09:58 - Messages and calls are end-to-end encrypted.\n"
    "14/03/2025, 10:05 - Ilmar Tamm: The delegation left Lucerne this morning.\nIt will return tomorrow.\n"
    "14/03/2025, 10:06 - Ann Berg: <Media omitted>\n"
    "15/03/2025, 08:00 - Ann Berg: We are back.\n"
)
IOS = (
    "[3/14/25, 10:05:33\u202fAM] Ilmar Tamm: The delegation left Lucerne this morning.\n"
    "\u200e[3/15/25, 8:00:01\u202fPM] ~\u202fAnn Berg: We are back.\n"
)


def read(data: str, name: str) -> list[Document | ParleyError]:
    return list(read_bytes(data.encode(), Origin(name=name, key=f"/docs/{name}")))


def test_a_telegram_channel_is_a_document_a_day_with_its_authors_and_times() -> None:
    first, second = read(TELEGRAM, "result.json")
    assert (first.title, first.published) == ("Ostvale MFA, 14 March 2025", date(2025, 3, 14))
    assert first.key == "/docs/result.json#2025-03-14"
    assert first.publisher == "Ostvale MFA"
    assert parts(first) == [
        ("Ilmar Tamm, 14 March 2025, 10:05", f"Ilmar Tamm, 10:05\n\nStatement. {WORDS}"),
        (
            "Ann Berg, 14 March 2025, 10:09, in reply to Ilmar Tamm, 10:05",
            "Ann Berg, 10:09, in reply to Ilmar Tamm, 10:05\n\nWhen tomorrow?",
        ),
    ]
    assert parts(first, "heading")[0] == ("", "Ilmar Tamm, 10:05")
    assert second.structure[0].field("author") == "Sven Halle"
    assert second.structure[0].field("forwarded") == "yes"
    assert second.text.endswith("We are back.\n\nAll of us.")


def test_all_chats_of_an_account_are_documents_of_their_own() -> None:
    chats = [json.loads(telegram(telegram_message(1, "2025-03-14T10:05:00", WORDS), id=n)) for n in (7, 8)]
    found = read(json.dumps({"about": "x", "chats": {"about": "y", "list": chats}}), "result.json")
    assert [document.key for document in found] == [
        "/docs/result.json#7#2025-03-14",
        "/docs/result.json#8#2025-03-14",
    ]


def test_a_discord_channel_has_nicknames_replies_and_clean_words() -> None:
    (document,) = read(DISCORD, "talks.json")
    assert (document.title, document.publisher) == ("#talks, 14 March 2025", "Treaty Watch")
    assert parts(document) == [
        ("Ilmar Tamm, 14 March 2025, 10:05", f"Ilmar Tamm, 10:05\n\n{WORDS}"),
        (
            "Ann Berg, 14 March 2025, 10:09, in reply to Ilmar Tamm, 10:05",
            "Ann Berg, 10:09, in reply to Ilmar Tamm, 10:05\n\nWhen tomorrow?",
        ),
    ]


SLACK_PARTS = [
    ("Ilmar Tamm, 14 March 2025, 10:05", f"Ilmar Tamm, 10:05\n\n{WORDS}"),
    (
        "Ann Berg, 14 March 2025, 10:09, in reply to Ilmar Tamm, 10:05",
        "Ann Berg, 10:09, in reply to Ilmar Tamm, 10:05\n\n@Ilmar Tamm When & where? See the plan.",
    ),
]


def test_a_slack_export_names_its_users_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "2025-03-14.json").write_text(SLACK)
    (tmp_path / "users.json").write_text(USERS)
    (tmp_path / "channels.json").write_text("[]")
    (path,) = find_files(tmp_path)
    (document,) = read_file(path, "shared")
    assert document.title == "#talks, 14 March 2025"
    assert parts(document) == SLACK_PARTS


def test_a_slack_export_names_its_users_in_an_archive() -> None:
    data = archive({"users.json": USERS.encode(), "talks/2025-03-14.json": SLACK.encode()})
    (document,) = read_bytes(data, Origin(name="export.zip", key="/docs/export.zip"))
    assert document.title == "#talks, 14 March 2025"
    assert parts(document) == SLACK_PARTS


def test_a_whatsapp_chat_of_android() -> None:
    first, second = read(ANDROID, "WhatsApp Chat with Ministry.txt")
    assert (first.title, second.title) == ("Ministry, 14 March 2025", "Ministry, 15 March 2025")
    assert parts(first) == [
        (
            "Ilmar Tamm, 14 March 2025, 10:05",
            "Ilmar Tamm, 10:05\n\nThe delegation left Lucerne this morning.\n\nIt will return tomorrow.",
        )
    ]


def test_a_line_above_a_whatsapp_chat_names_it() -> None:
    (named,) = read(
        "Ministry chat, exported\n\n[14.03.25, 10:05] Ann Berg: Hello.\n[14.03.25, 10:06] Ilmar Tamm: Good.\n",
        "m.txt",
    )
    assert [name for name, _ in parts(named)] == [
        "Ann Berg, 14 March 2025, 10:05",
        "Ilmar Tamm, 14 March 2025, 10:06",
    ]
    prose = "The talks went on for a week.\n" * 3
    (text,) = read(
        f"{prose}[14.03.25, 10:05] Ann Berg: Hello.\n[14.03.25, 10:06] Ilmar Tamm: Good.\n", "m.txt"
    )
    assert "went on for a week" in text.text


def test_a_whatsapp_chat_of_an_iphone_in_america() -> None:
    data = archive({"_chat.txt": IOS.encode()})
    _, second = read_bytes(data, Origin(name="Ministry.zip", key="/docs/Ministry.zip"))
    assert second.title == "Ministry, 15 March 2025"
    assert parts(second) == [("Ann Berg, 15 March 2025, 20:00", "Ann Berg, 20:00\n\nWe are back.")]


@pytest.mark.parametrize(
    ("stamps", "days"),
    [
        (("03.04.25", "05.04.25"), [date(2025, 4, 3), date(2025, 4, 5)]),
        (("3/4/25", "3/5/25"), [date(2025, 3, 4), date(2025, 3, 5)]),
        (("03/04/2025", "05/04/2025"), [date(2025, 4, 3), date(2025, 4, 5)]),
        (("3/4/25", "13/4/25"), [date(2025, 4, 3), date(2025, 4, 13)]),
        (("2025-04-03", "2025-04-05"), [date(2025, 4, 3), date(2025, 4, 5)]),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_phone(stamps: tuple[str, str], days: list[date]) -> None:
    found = read("".join(f"{stamp}, 10:05 - Ann Berg: Good morning.\n" for stamp in stamps), "a.txt")
    assert [document.published for document in found] == days


def test_a_text_with_one_such_line_is_no_chat() -> None:
    (document,) = read("14/03/2025, 10:05 - The delegation left.\n\nIt will return.\n", "a.txt")
    assert document.structure == ()


@pytest.mark.parametrize(
    "data", ["{}", "[]", "[1]", '{"messages": 1}', '{"chats": []}', "nothing", "[" * 100_000]
)
def test_other_json_is_refused_by_name(data: str) -> None:
    with pytest.raises(MalformedSource, match=r"^a\.json is "):
        read(data, "a.json")


def test_messages_without_a_date_are_said_and_leave_the_others() -> None:
    refused, document = read(
        telegram(telegram_message(1, "soon", WORDS), telegram_message(2, "2025-03-14T10:05:00", WORDS)),
        "a.json",
    )
    assert str(refused) == "a.json: 1 messages have no date that can be; export the chat again."
    assert document.published == date(2025, 3, 14)


def test_each_message_is_said_by_its_author_and_counts_days_from_its_own(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(TELEGRAM)
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "result.json"])
        (said,) = index.quotes("Ilmar Tamm")
        assert (said.words, said.said_on) == (f"Statement. {WORDS}", date(2025, 3, 14))
        assert said.citations[0].place == "Ilmar Tamm, 14 March 2025, 10:05"
        assert date(2025, 3, 15) in [event.earliest for event in index.timeline()]


def test_what_discord_shows_otherwise_than_it_writes_is_written_as_shown() -> None:
    export = json.loads(DISCORD)
    export["messages"][0] |= {
        "content": "> We left.\n<@55> and <@!66> met <:ok:123>\nin Lucerne",
        "mentions": [{"id": "55", "name": "silins", "nickname": "Ruta Silins"}],
    }
    (document,) = read(json.dumps(export), "talks.json")
    assert parts(document)[0][1] == "Ilmar Tamm, 10:05\n\n@Ruta Silins and met in Lucerne"


def test_a_sentence_over_two_lines_is_one() -> None:
    (first, _) = read(ANDROID.replace("morning.\nIt will", "morning,\nit will"), "a.txt")
    assert "this morning, it will return tomorrow." in first.text
