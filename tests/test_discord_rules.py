"""The check itself: it takes what Discord takes, and finds what Discord refuses."""

from typing import Any

import pytest
from simcord.types import HttpLogEntry

from tests.discord_rules import COMPONENTS_V2, faults_in
from tests.discord_schema import DiscordSchema

TEXT = {"type": 10, "content": "text"}
BUTTON = {"type": 2, "style": 2, "label": "Press", "custom_id": "a"}
OPTION = {"label": "A", "value": "a"}
SELECT = {"type": 3, "custom_id": "s", "options": [OPTION]}
COMMAND = {"name": "ask", "description": "Ask", "options": [{"type": 3, "name": "q", "description": "Q"}]}
MODAL = {
    "title": "Ask",
    "custom_id": "m",
    "components": [{"type": 18, "label": "Q", "component": {"type": 4, "custom_id": "q", "style": 1}}],
}


def sent(body: Any, path: str = "/channels/1/messages", method: str = "POST") -> list[str]:
    return faults_in([HttpLogEntry(method, path, {}, body, None)])


def card(*components: dict[str, Any], **more: Any) -> list[str]:
    return sent({"flags": COMPONENTS_V2, "components": list(components), **more})


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def commands(*changes: dict[str, Any]) -> list[str]:
    return sent([COMMAND | change for change in changes], "/applications/1/commands", "PUT")


def option(**change: Any) -> list[str]:
    return commands({"options": [{"type": 3, "name": "q", "description": "Q"} | change]})


def modal(**change: Any) -> list[str]:
    return sent({"type": 9, "data": MODAL | change}, "/interactions/1/t/callback")


def choices(*offered: dict[str, Any]) -> list[str]:
    return sent({"type": 8, "data": {"choices": list(offered)}}, "/interactions/1/t/callback")


def field(**change: Any) -> list[str]:
    label = MODAL["components"][0]
    return modal(components=[label | {"component": label["component"] | change}])


def media(url: str) -> dict[str, Any]:
    return {"type": 12, "items": [{"media": {"url": url}}]}


def test_what_discord_takes_has_no_fault() -> None:
    section = {"type": 9, "components": [TEXT], "accessory": BUTTON | {"custom_id": "b"}}
    link = {"type": 2, "style": 5, "label": "Open", "url": "https://example.org"}
    container = {"type": 17, "components": [TEXT, section, row(BUTTON, link), row(SELECT), {"type": 14}]}
    attached = {"attachments": [{"id": 0, "filename": "a.png"}]}
    assert card(container, media("attachment://a.png"), **attached) == []
    assert sent({"content": "text"}) == []
    assert sent({}, "/channels/1/messages/2", "PATCH") == []
    assert commands({}) == []
    assert modal() == []
    assert choices({"name": "A", "value": "a"}) == []
    assert sent({"anything": 1}, "/channels/1/typing") == []


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        (sent({"content": "  "}), "empty"),
        (sent({"content": "a" * 2001}), "2001 characters"),
        (sent({"content": "a", "allowed_mentions": {"parse": ["users"]}}), "ping"),
        (sent({"type": 4, "data": {}}, "/interactions/1/t/callback"), "empty"),
        (sent({"embeds": [{"fields": [{"name": "", "value": "a"}]}]}), "fields[0].name: empty"),
        (sent({"embeds": [{"image": {"url": "nowhere"}}]}), "no address"),
        (card(), "no components"),
        (card(TEXT, content="a"), "has content"),
        (card(TEXT | {"content": " \n"}), "content: empty"),
        (card({"type": 10}), "content: missing"),
        (card(*[TEXT] * 41), "41 components"),
        (card(TEXT | {"content": "😀" * 2001}), "4002 characters"),
        (card(row(BUTTON, BUTTON)), "stands 2 times"),
        (card(TEXT | {"id": 3}, TEXT | {"id": 3}), "id 3 stands 2 times"),
        (card(BUTTON), "at the top"),
        (card(row()), "a row takes"),
        (card(row(*(BUTTON | {"custom_id": str(number)} for number in range(6)))), "a row takes"),
        (card(row(BUTTON, SELECT)), "a row takes"),
        (card(row(TEXT)), "buttons and selects"),
        (card(row({key: BUTTON[key] for key in BUTTON if key != "label"})), "a label or an emoji"),
        (card(row(BUTTON | {"label": ""})), "label: empty"),
        (card(row(BUTTON | {"label": "a" * 81})), "label: 81 characters"),
        (card(row(BUTTON | {"custom_id": "a" * 101})), "custom_id: 101 characters"),
        (card(row(BUTTON | {"style": 9})), "style 9"),
        (card(row({"type": 2, "style": 5, "label": "a", "url": "javascript:alert(1)"})), "no address"),
        (card(row({"type": 2, "style": 5, "label": "a", "url": "https://[::1"})), "no address"),
        (card(row(BUTTON | {"style": 5, "url": "https://example.org"})), "a link has a custom_id"),
        (card(row(SELECT | {"options": [OPTION] * 2})), "one value"),
        (card(row(SELECT | {"options": []})), "0 options"),
        (card(row(SELECT | {"options": [OPTION | {"description": ""}]})), "description: empty"),
        (card(row(SELECT | {"placeholder": "a" * 151})), "placeholder: 151"),
        (card({"type": 9, "components": [TEXT]}), "a section needs"),
        (card({"type": 9, "components": [], "accessory": BUTTON}), "one to three text displays"),
        (card({"type": 17, "components": []}), "a container is empty"),
        (card({"type": 17, "components": [{"type": 17, "components": [TEXT]}]}), "what it may not"),
        (card({"type": 12, "items": []}), "one to ten items"),
        (card(media("attachment://a.png")), "no file is named 'a.png'"),
        (card({"type": 13, "file": {"url": "https://example.org/a"}}), "must be an attachment"),
        (
            card({"type": 9, "components": [TEXT], "accessory": {"type": 11, "media": {"url": "a"}}}),
            "no address",
        ),
        (modal(title=""), "title: empty"),
        (modal(title="a" * 46), "title: 46"),
        (modal(components=[]), "one to five components"),
        (modal(components=[row(BUTTON)]), "type 1 in a modal"),
        (modal(components=MODAL["components"] * 2), "two fields have one custom_id"),
        (modal(components=[MODAL["components"][0] | {"label": "a" * 46}]), "label: 46"),
        (field(custom_id=""), "custom_id: empty"),
        (field(min_length=5, max_length=3), "lengths 5 to 3"),
        (field(placeholder="a" * 101), "placeholder: 101"),
        (choices(*[{"name": "A", "value": "a"}] * 26), "26 choices"),
        (choices({"name": "", "value": "a"}), "name: empty"),
        (choices({"name": "A", "value": "a" * 101}), "value: 101"),
        (choices({"name": "A"}), "no value"),
        (commands({}, {}), "named twice"),
        (commands(*({"name": f"a{number}"} for number in range(101))), "101 commands"),
        (commands({"name": "Ask"}), "lower-case"),
        (commands({"name": "a b"}), "lower-case"),
        (commands({"description": ""}), "description: empty"),
        (commands({"description": "a" * 101}), "description: 101"),
        (commands({"type": 2, "description": "a"}), "only slash commands"),
        (commands({"integration_types": [7]}), "integration types"),
        (commands({"contexts": [7]}), "contexts"),
        (commands({"options": COMMAND["options"] * 2}), "two options have one name"),
        (commands({"options": [COMMAND["options"][0] | {"name": f"q{n}"} for n in range(26)]}), "26 options"),
        (
            commands(
                {"options": [*COMMAND["options"], COMMAND["options"][0] | {"name": "r", "required": True}]}
            ),
            "before a required one",
        ),
        (option(choices=[{"name": "A", "value": "a"}], autocomplete=True), "choices and autocompletion"),
        (option(choices=[{"name": "a" * 100, "value": "b" * 100}] * 21), "characters, of 4000"),
        (option(min_length=5, max_length=3), "lengths 5 to 3"),
    ],
)
def test_what_discord_refuses_is_found(faults: list[str], words: str) -> None:
    assert any(words in fault for fault in faults), faults


@pytest.fixture
def schema(published_schema: DiscordSchema | None) -> DiscordSchema:
    if published_schema is None:
        pytest.skip(
            "no request is held against the schema that Discord publishes: give it with --discord-schema FILE"
        )
    return published_schema


def by_schema(
    schema: DiscordSchema, body: Any, path: str = "/channels/1/messages", method: str = "POST"
) -> list[str]:
    return schema.faults_in([HttpLogEntry(method, path, {}, body, None)])


def test_what_the_schema_allows_has_no_fault(schema: DiscordSchema) -> None:
    section = {"type": 9, "components": [TEXT], "accessory": BUTTON | {"custom_id": "b"}}
    container = {"type": 17, "components": [TEXT, section, row(BUTTON), row(SELECT), {"type": 14}]}
    assert by_schema(schema, {"flags": COMPONENTS_V2, "components": [container]}) == []
    assert by_schema(schema, {"type": 9, "data": MODAL}, "/interactions/1/t/callback") == []
    assert by_schema(schema, [COMMAND], "/applications/1/commands", "PUT") == []
    assert by_schema(schema, {"content": "a"}, "/webhooks/1/t/messages/@original", "PATCH") == []
    assert by_schema(schema, None, "/channels/1/typing") == []


def test_an_id_may_be_a_number_as_discord_py_sends_it(schema: DiscordSchema) -> None:
    for identity in ("1456074443980800010", 1456074443980800010):
        assert by_schema(schema, {"content": "a", "message_reference": {"message_id": identity}}) == []
    assert by_schema(schema, {"content": "a", "message_reference": {"message_id": "one"}}) != []


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"content": 7}, "/channels/1/messages"),
        ({"components": [row(BUTTON | {"label": "a" * 81})]}, "/channels/1/messages"),
        ({"components": [{"type": 17, "components": []}]}, "/channels/1/messages"),
        ({"components": [{"type": 17, "components": [TEXT], "accent_color": 1 << 24}]}, "/webhooks/1/t"),
        ({"type": 9, "data": MODAL | {"title": "a" * 46}}, "/interactions/1/t/callback"),
        ({"type": 99}, "/interactions/1/t/callback"),
        ({"content": "a"}, "/nowhere"),
    ],
)
def test_what_the_schema_does_not_allow_is_found(schema: DiscordSchema, body: Any, path: str) -> None:
    assert by_schema(schema, body, path) != []
