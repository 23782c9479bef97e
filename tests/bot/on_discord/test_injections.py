"""Thirty documents and thirty questions that try to be more than text, through the real bot.

What is sent is read here without the code that escapes: backslashed punctuation is text, and of what is left only the markup
of the cards themselves may remain.
"""

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.app.settings import Settings
from index import Index
from tests.reading import components, labels, plain_text_of, response_of, text_of
from tests.simulated_server import Server

pytestmark = pytest.mark.simcord(check_errors=False)

OWN = "https://archive.example/"
"""Where the documents say that they stand: the only place that the bot may link to."""

INJECTIONS = (
    "@everyone and @here must read this",
    "<@1456074443980800010> <@!1456074443980800010> was told",
    "<@&1456074443980800010> the moderators were told",
    "<#1456074443980800016> is where they met",
    "</ask:1> and </ban now:2> were typed",
    "<t:0:R> <t:1700000000> <t:1700000000:F> was the hour",
    "<:blob:1456074443980800010> <a:party:1456074443980800011> :smile: :+1: was the mood",
    "<id:guide> <id:browse> <id:customize> was the way",
    "join discord.gg/abcdef and https://discord.com/invite/abcdef now",
    "[the full text](https://evil.example/a) was published",
    '[the full text](<https://evil.example/a> "title") was published',
    "[https://archive.example/real](https://evil.example/fake) was published",
    "[text][1] was published\n\n[1]: https://evil.example/a",
    "https://evil.example/a and <https://evil.example/b> and steam://run/1 were named",
    "<mailto:a@evil.example> <someone@evil.example> <+15551234567> was the sender",
    "\u202esdrawkcab\u202c \u2066isolated\u2069 \u200eleft \u200fright was the writing",
    "z" + "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307" * 40 + "algo was the writing",
    "\u0489" * 500 + " was the writing",
    "```py\nimport os\n``` was the code",
    "`code` ``more` code`` ```\n\u001b[2;31mred\u001b[0m\n``` was the code",
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 was the colour",
    "# A heading\n## Another\n-# small\n> quoted\n>>> all of it",
    "- a list\n* another\n1. a number\n+ a plus",
    "||a spoiler|| ~~struck~~ __under__ _slanted_ ***both*** **open",
    "\\@everyone \\\\@everyone \\<@1> \\[a](https://evil.example) \\`a\\`",
    "title\n=====\n\ntitle\n-----\n\n***\n\n---",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "&lt;@1&gt; &#64;everyone <b>bold</b> <img src=https://evil.example/a.png> <script>alert(1)</script>",
    "\u3164\u2800\u115f\u200b\ufeff\u00ad\u2060 nothing to see",
    "x" * 10_000,
)
"""Of each kind that Discord or a terminal obeys: mentions, references, links, marks, blocks, directions, sheer length."""

SURFACES = re.compile(r"(?<!\\)(?:<[@#/:ta+]|<id:|@|`|\|\||~~|__|\*\*\*|:[a-z0-9_+]+:|discord\.gg/|\x1b)")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the documents."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = [json.dumps(document(number, text)) for number, text in enumerate(INJECTIONS)]
    (folder / "hostile.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with Index.open(folder / "parley.db") as index:
        assert index.add([folder / "hostile.jsonl"]).count("added") == len(INJECTIONS)
    return folder / "parley.db"


@pytest.fixture
def settings(tmp_path: Path, hostile: Path) -> Settings:
    return Settings(
        _env_file=None,
        database=shutil.copy(hostile, tmp_path),
        seeds=(),
        person_per_minute=0,
        server_per_minute=0,
    )


def codename(number: int) -> str:
    """A name that only one document has."""
    return "Kest" + "aeiou"[number % 5] + "bdfgkl"[number // 5] + "ar"


def document(number: int, injection: str) -> dict[str, str]:
    name = codename(number)
    return {
        "id": f"hostile-{number}",
        "title": f"The {name} accord {injection}",
        "source": f"{injection} Press",
        "url": f"{OWN}{number}",
        "published": "2025-03-14",
        "text": (
            f"The {name} accord was signed in Port Amity on 3 March 2025 by Ilse Brandt {injection}.\n\n"
            f'"The {name} accord {injection} holds," Ilse Brandt said on Monday.\n\n{injection}'
        ),
    }


def text_faults(text: str) -> Iterator[str]:
    """What a reader would see obeyed, or could be misled by, in one text of a message."""
    plain = re.sub(r"\\[^\w\s]", "·", text)
    linked = re.findall(r"\]\(([^)\s]*)\)", plain)
    yield from (f"a link to {address}" for address in linked if not address.startswith(OWN))
    without_links = re.sub(r"\]\([^)\s]*\)", "]", plain)
    if found := SURFACES.search(without_links):
        yield f"{found[0]!r} is obeyed"
    if re.search(r"\w://|\bwww\.", without_links):
        yield "an address is a link"
    if plain.count("**") % 2:
        yield "bold is not closed"
    for number, line in enumerate(plain.split("\n")):
        if re.match(r"#{1,3} ", line) and number:
            yield "a heading inside a text"
        if re.match(r"(?:[-*+]|\d+[.)]) |>>>|={3,}|-{3,}|\| ", line):
            yield f"a block begins: {line[:20]!r}"
    marks = "".join("m" if unicodedata.category(character) in ("Mn", "Me") else "." for character in text)
    if "mmmmm" in marks:
        yield "marks are piled up"
    hidden = {character for character in text if unicodedata.category(character) in ("Cc", "Cf", "Cs")} - {
        "\n"
    }
    if hidden - {"\u200c", "\u200d"}:
        yield f"characters that cannot be seen: {hidden!r}"


def faults(message: Any) -> list[str]:
    """What is wrong with a message as a whole."""
    texts = [item["content"] for item in components(message) if item["type"] == 10]
    found = [fault for text in (*texts, message.content or "") for fault in text_faults(text)]
    addresses = [
        str(value)
        for item in components(message)
        for key in ("url", "media", "file")
        if (value := item.get(key)) is not None
    ]
    found += [
        f"a button or picture from {address}" for address in addresses if "attachment://" not in address
    ]
    found += [f"the label {label!r}" for label in labels(message) if not label or len(label) > 80]
    return found


def assert_harmless(server: Server, message: Any) -> None:
    assert faults(message) == [], text_of(message)
    if not message.ephemeral:
        stored = server.env.backend.get_message(message.channel_id, message.id)
        assert (stored.ping_user_ids, stored.ping_role_ids, stored.mention_everyone) == ([], [], False)


def assert_no_request_may_ping(server: Server) -> None:
    for entry in server.env.http_requests:
        body = entry.json if isinstance(entry.json, dict) else {}
        for sent in (body, body.get("data") or {}):
            if sent.get("content") or sent.get("components"):
                assert sent.get("allowed_mentions", {"parse": []})["parse"] == []


def test_the_check_finds_what_is_not_escaped() -> None:
    unfound = [text for text in INJECTIONS[:-1] if not list(text_faults(f"a {text}"))]
    # HTML and tables mean nothing to Discord inside a line.
    assert [text for text in unfound if not text.startswith(("&lt;", "| a", "- a", "# A", "title"))] == []
    assert all(list(text_faults(text)) for text in ("a\n# b", "- a", "a\n1. b", "> a\n>>> b", "a\n---"))


async def test_thirty_hostile_documents_are_quoted_and_not_obeyed(server: Server) -> None:
    for number in range(len(INJECTIONS)):
        question = f"Where was the {codename(number)} accord signed?"
        shown = response_of(await server.ann.slash(server.channel, "ask", question=question))
        assert "was signed in Port Amity" in plain_text_of(shown)
        assert_harmless(server, shown)
        around = [item["custom_id"] for item in components(shown) if item.get("label") == "In context"]
        assert_harmless(server, response_of(await server.ann.click(shown, custom_id=around[0])))
    assert_no_request_may_ping(server)


async def test_the_lists_of_hostile_documents_are_harmless(server: Server) -> None:
    ilse = {"speaker": "Ilse Brandt"}
    for command, options in (
        ("sources", {}),
        ("timeline", {"topic": "accord"}),
        ("timeline", {"actor": "Ilse Brandt"}),
        ("quotes", ilse),
        ("stance", {**ilse, "topic": "accord"}),
        ("brief", {}),
    ):
        shown = response_of(await server.ann.slash(server.channel, command, **options))
        while True:
            assert_harmless(server, shown)
            forward = [
                item["custom_id"]
                for item in components(shown)
                if item.get("label") in ("More", "Later", "Older") and not item.get("disabled")
            ]
            if not forward:
                break
            shown = response_of(await server.ann.click(shown, custom_id=forward[0]))
    assert_no_request_may_ping(server)


@pytest.mark.parametrize("number", range(len(INJECTIONS)))
async def test_a_hostile_question_is_shown_and_not_obeyed(server: Server, number: int) -> None:
    text = INJECTIONS[number]
    for command, options in (
        ("ask", {"question": text[:300]}),
        ("ask", {"question": f"Where was {codename(number)} signed?", "source": text[:100]}),
        ("ask", {"question": f"Where was {codename(number)} signed?", "since": text[:60]}),
        ("timeline", {"topic": text[:100]}),
        ("quotes", {"speaker": text[:100], "about": text[:100]}),
        ("compare", {"before": text[:100], "after": text[:100]}),
    ):
        result = await server.ann.slash(server.channel, command, **options)
        for shown in (response_of(result), *result.followups):
            assert_harmless(server, shown)
    before = len(server.channel.history())
    asked = await server.ann.send(server.channel, f"{server.mention} {text[:1900]}")
    traced = await server.ann.context_menu(server.channel, "Find the source", asked)
    assert_harmless(server, response_of(traced))
    replies = [message for message in server.channel.history()[before:] if message.author.bot]
    assert replies
    assert [fault for message in replies for fault in faults(message)] == []
    assert_no_request_may_ping(server)
