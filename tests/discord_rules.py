"""What Discord refuses and the simulated Discord takes: a check of every request that the tests make.

The bounds are those of Discord's reference for messages, components, modals and application commands. Lengths
are counted in UTF-16 code units and emptiness after white space is taken off, the stricter reading of both.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

import discord
from simcord import Env
from simcord.types import HttpLogEntry

Payload = Mapping[str, Any]

COMPONENTS_V2 = 1 << 15
MESSAGE_ROUTES = (
    ("POST", "/channels/*/messages"),
    ("PATCH", "/channels/*/messages/*"),
    ("POST", "/webhooks/*/*"),
    ("PATCH", "/webhooks/*/*/messages/*"),
)
CALLBACK_MESSAGE, CALLBACK_UPDATE, CALLBACK_CHOICES, CALLBACK_MODAL = 4, 7, 8, 9
ROW, BUTTON, SELECT, TEXT_INPUT, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = (
    1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 17, 18,
)  # fmt: skip
SELECTS = {SELECT, 5, 6, 7, 8}
LINK, PREMIUM = 5, 6
IN_CONTAINER = {ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR}
IN_MODAL = {LABEL, TEXT}
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
SUBCOMMAND, SUBCOMMAND_GROUP, STRING = 1, 2, 3
COMMAND_CHARACTERS = 4000


def faults_in(requests: Iterable[HttpLogEntry]) -> list[str]:
    """Return what Discord would refuse in these requests; an empty list when it would take all."""
    return [f"{entry.method} {entry.path}: {fault}" for entry in requests for fault in _request_faults(entry)]


def faults_in_card(card: discord.ui.LayoutView, *, files: Iterable[str] = ()) -> list[str]:
    """Return what Discord would refuse in a message that is this card, sent with files of these names."""
    attachments = [{"id": number, "filename": name} for number, name in enumerate(files)]
    components = card.to_components()  # type: ignore[no-untyped-call]  # without hints in discord.py
    message = {"flags": COMPONENTS_V2, "components": components, "attachments": attachments}
    return list(_message_faults(message, partial=False))


def permission_faults(env: Env) -> list[str]:
    """Return the messages for which the bot, as things stand now, has no permission."""
    return [
        f"{entry.method} {entry.path}: {fault}"
        for entry in env.http_requests
        if entry.method == "POST" and fnmatchcase(entry.path, "/channels/*/messages")
        for fault in _message_permission_faults(env, int(entry.path.split("/")[2]), entry.json or {})
    ]


def _request_faults(entry: HttpLogEntry) -> Iterator[str]:
    body = entry.json
    if any(entry.method == method and fnmatchcase(entry.path, path) for method, path in MESSAGE_ROUTES):
        yield from _message_faults(body or {}, partial=entry.method == "PATCH")
    elif fnmatchcase(entry.path, "/interactions/*/*/callback"):
        yield from _callback_faults(body or {})
    elif fnmatchcase(entry.path, "/applications/*/commands") and entry.method == "PUT":
        yield from _command_list_faults(body or [])


def _callback_faults(body: Payload) -> Iterator[str]:
    data = body.get("data") or {}
    match body["type"]:
        case int(kind) if kind in (CALLBACK_MESSAGE, CALLBACK_UPDATE):
            yield from _message_faults(data, partial=kind == CALLBACK_UPDATE)
        case int(kind) if kind == CALLBACK_CHOICES:
            yield from _choice_faults(data.get("choices") or [], "choices")
        case int(kind) if kind == CALLBACK_MODAL:
            yield from _modal_faults(data)


# Messages


def _message_faults(body: Payload, *, partial: bool) -> Iterator[str]:
    components = body.get("components") or []
    content = body.get("content")
    if int(body.get("flags") or 0) & COMPONENTS_V2:
        old = [key for key in ("content", "embeds", "poll", "sticker_ids") if body.get(key)]
        if old:
            yield f"a components message has {', '.join(old)}"
        if not components:
            yield "a components message has no components"
    elif not partial and not any(
        (
            str(content or "").strip(),
            body.get("embeds"),
            components,
            body.get("attachments"),
            body.get("poll"),
        )
    ):
        yield "the message is empty"
    if content is not None:
        yield from _text_faults(content, "content", 0, 2000)
    if (body.get("allowed_mentions") or {}).get("parse", []) != []:
        yield "the message may ping"
    for number, embed in enumerate(body.get("embeds") or []):
        yield from _embed_faults(embed, f"embeds[{number}]")
    yield from _tree_faults(components, _file_names(body))


def _file_names(body: Payload) -> set[str]:
    return {str(attachment.get("filename")) for attachment in body.get("attachments") or []}


def _embed_faults(embed: Payload, path: str) -> Iterator[str]:
    for number, field in enumerate(embed.get("fields") or []):
        yield from _text_faults(field.get("name"), f"{path}.fields[{number}].name", 1, 256)
        yield from _text_faults(field.get("value"), f"{path}.fields[{number}].value", 1, 1024)
    for key in ("url", "image", "thumbnail"):
        value = embed.get(key)
        url = value.get("url") if isinstance(value, Mapping) else value
        if url is not None:
            yield from _url_faults(url, f"{path}.{key}", 2048)


def _tree_faults(components: list[Payload], files: set[str]) -> Iterator[str]:
    every = list(_walk(components))
    if len(every) > 40:
        yield f"{len(every)} components, of 40"
    text = sum(_length(item["content"]) for _, item in every if isinstance(item.get("content"), str))
    if text > 4000:
        yield f"{text} characters in text displays, of 4000"
    for key in ("custom_id", "id"):
        counts = Counter(item[key] for _, item in every if item.get(key))
        yield from (f"{key} {value!r} stands {count} times" for value, count in counts.items() if count > 1)
    for path, item in every:
        yield from _component_faults(item, path, files)
    for place, item in enumerate(components):
        if item["type"] not in IN_CONTAINER | {CONTAINER}:
            yield f"components[{place}]: type {item['type']} at the top"


def _walk(components: Iterable[Payload], path: str = "components") -> Iterator[tuple[str, Payload]]:
    for place, item in enumerate(components):
        here = f"{path}[{place}]"
        yield here, item
        yield from _walk(item.get("components") or (), f"{here}.components")
        for key in ("accessory", "component"):
            if item.get(key):
                yield from _walk((item[key],), f"{here}.{key}")


def _component_faults(item: Payload, path: str, files: set[str]) -> Iterator[str]:
    children = [child["type"] for child in item.get("components") or ()]
    match item["type"]:
        case int(kind) if kind == ROW:
            selects = sum(child in SELECTS for child in children)
            if not 1 <= len(children) <= 5 or (selects and len(children) > 1):
                yield f"{path}: a row takes one to five buttons, or one select"
            if set(children) - {BUTTON, *SELECTS}:
                yield f"{path}: a row takes buttons and selects"
        case int(kind) if kind == BUTTON:
            yield from _button_faults(item, path)
        case int(kind) if kind in SELECTS:
            yield from _select_faults(item, path)
        case int(kind) if kind == SECTION:
            if not 1 <= len(children) <= 3 or set(children) != {TEXT}:
                yield f"{path}: a section takes one to three text displays"
            if (item.get("accessory") or {}).get("type") not in (BUTTON, THUMBNAIL):
                yield f"{path}: a section needs a button or a thumbnail"
        case int(kind) if kind == TEXT:
            yield from _text_faults(item.get("content"), f"{path}.content", 1, 4000)
        case int(kind) if kind == THUMBNAIL:
            yield from _media_faults(item, path, "media", files)
        case int(kind) if kind == GALLERY:
            items = item.get("items") or []
            if not 1 <= len(items) <= 10:
                yield f"{path}: a gallery takes one to ten items"
            for place, entry in enumerate(items):
                yield from _media_faults(entry, f"{path}.items[{place}]", "media", files)
        case int(kind) if kind == FILE:
            yield from _media_faults(item, path, "file", files)
            if not str((item.get("file") or {}).get("url")).startswith("attachment://"):
                yield f"{path}: a file must be an attachment of the message"
        case int(kind) if kind == CONTAINER:
            if not children or set(children) - IN_CONTAINER:
                yield f"{path}: a container is empty or holds what it may not"


def _button_faults(item: Payload, path: str) -> Iterator[str]:
    if item.get("label") is not None:
        yield from _text_faults(item["label"], f"{path}.label", 1, 80)
    elif item.get("emoji") is None and item.get("style") != PREMIUM:
        yield f"{path}: a button needs a label or an emoji"
    if item.get("style") == LINK:
        yield from _url_faults(item.get("url"), f"{path}.url", 512)
        if item.get("custom_id"):
            yield f"{path}: a link has a custom_id"
    elif item.get("style") in (1, 2, 3, 4):
        yield from _text_faults(item.get("custom_id"), f"{path}.custom_id", 1, 100)
    elif item.get("style") != PREMIUM:
        yield f"{path}: style {item.get('style')!r}"


def _select_faults(item: Payload, path: str) -> Iterator[str]:
    yield from _text_faults(item.get("custom_id"), f"{path}.custom_id", 1, 100)
    if item.get("placeholder") is not None:
        yield from _text_faults(item["placeholder"], f"{path}.placeholder", 1, 150)
    options = item.get("options") or []
    if item["type"] == SELECT and not 1 <= len(options) <= 25:
        yield f"{path}: {len(options)} options, of 25"
    if len({option.get("value") for option in options}) < len(options):
        yield f"{path}: two options have one value"
    for place, option in enumerate(options):
        for key in ("label", "value", "description"):
            if key != "description" or option.get(key) is not None:
                yield from _text_faults(option.get(key), f"{path}.options[{place}].{key}", 1, 100)


def _media_faults(item: Payload, path: str, key: str, files: set[str]) -> Iterator[str]:
    url = (item.get(key) or {}).get("url")
    if isinstance(url, str) and url.startswith("attachment://"):
        if url.removeprefix("attachment://") not in files:
            yield f"{path}: no file is named {url.removeprefix('attachment://')!r}"
    else:
        yield from _url_faults(url, f"{path}.{key}", 2048)
    if item.get("description") is not None:
        yield from _text_faults(item["description"], f"{path}.description", 1, 1024)


# Modals


def _modal_faults(modal: Payload) -> Iterator[str]:
    yield from _text_faults(modal.get("title"), "title", 1, 45)
    yield from _text_faults(modal.get("custom_id"), "custom_id", 1, 100)
    components = modal.get("components") or []
    if not 1 <= len(components) <= 5:
        yield f"a modal takes one to five components, not {len(components)}"
    fields = [child.get("component") or {} for child in components if child["type"] == LABEL]
    if len({field.get("custom_id") for field in fields}) < len(fields):
        yield "two fields have one custom_id"
    for place, child in enumerate(components):
        path = f"components[{place}]"
        if child["type"] not in IN_MODAL:
            yield f"{path}: type {child['type']} in a modal"
        if child["type"] == LABEL:
            yield from _label_faults(child, path)


def _label_faults(label: Payload, path: str) -> Iterator[str]:
    yield from _text_faults(label.get("label"), f"{path}.label", 1, 45)
    if label.get("description") is not None:
        yield from _text_faults(label["description"], f"{path}.description", 1, 100)
    field = label.get("component") or {}
    yield from _text_faults(field.get("custom_id"), f"{path}.custom_id", 1, 100)
    if field.get("type") != TEXT_INPUT:
        return
    shortest, longest = field.get("min_length") or 0, field.get("max_length") or 4000
    if not 0 <= shortest <= longest <= 4000:
        yield f"{path}: lengths {shortest} to {longest}"
    for key, bound in (("placeholder", 100), ("value", longest)):
        if field.get(key) is not None:
            yield from _text_faults(field[key], f"{path}.{key}", 0, bound)


# Commands


def _command_list_faults(commands: list[Payload]) -> Iterator[str]:
    counts = Counter((command.get("type", 1), command["name"]) for command in commands)
    yield from (f"{name}: named twice" for (_, name), count in counts.items() if count > 1)
    for kind, most in ((1, 100), (2, 5), (3, 5)):
        if (count := sum(command.get("type", 1) == kind for command in commands)) > most:
            yield f"{count} commands of type {kind}, of {most}"
    for command in commands:
        yield from _command_faults(command)


def _command_faults(command: Payload) -> Iterator[str]:
    name = command["name"]
    if command.get("type", 1) == 1:
        yield from _named_faults(command, name)
    else:
        yield from _text_faults(name, f"{name}.name", 1, 32)
        if command.get("description"):
            yield f"{name}: only slash commands have a description"
    if set(command.get("integration_types") or (0,)) - {0, 1}:
        yield f"{name}: integration types {command['integration_types']}"
    if command.get("contexts") is not None and set(command["contexts"]) - {0, 1, 2}:
        yield f"{name}: contexts {command['contexts']}"
    if (total := _command_characters(command)) > COMMAND_CHARACTERS:
        yield f"{name}: {total} characters, of {COMMAND_CHARACTERS}"


def _named_faults(item: Payload, path: str) -> Iterator[str]:
    name = item.get("name")
    if not isinstance(name, str) or not COMMAND_NAME.fullmatch(name) or name != name.lower():
        yield f"{path}: the name {name!r} is not one to 32 lower-case word characters"
    yield from _text_faults(item.get("description"), f"{path}.description", 1, 100)
    options = item.get("options") or []
    if len(options) > 25:
        yield f"{path}: {len(options)} options, of 25"
    if len({option.get("name") for option in options}) < len(options):
        yield f"{path}: two options have one name"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield f"{path}: an optional option stands before a required one"
    for option in options:
        yield from _option_faults(option, f"{path} {option.get('name')}")


def _option_faults(option: Payload, path: str) -> Iterator[str]:
    yield from _named_faults(option, path)
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        yield f"{path}: choices and autocompletion"
    yield from _choice_faults(choices, path)
    if option["type"] == STRING:
        shortest, longest = option.get("min_length") or 0, option.get("max_length") or 6000
        if not 0 <= shortest <= longest <= 6000:
            yield f"{path}: lengths {shortest} to {longest}"


def _choice_faults(choices: list[Payload], path: str) -> Iterator[str]:
    if len(choices) > 25:
        yield f"{path}: {len(choices)} choices, of 25"
    for place, choice in enumerate(choices):
        yield from _text_faults(choice.get("name"), f"{path}[{place}].name", 1, 100)
        value = choice.get("value")
        if isinstance(value, str):
            yield from _text_faults(value, f"{path}[{place}].value", 1, 100)
        elif value is None:
            yield f"{path}[{place}]: no value"


def _command_characters(item: Payload) -> int:
    own = _length(item.get("name") or "") + _length(item.get("description") or "")
    choices = item.get("choices") or []
    values = sum(_length(str(choice["name"])) + _length(str(choice["value"])) for choice in choices)
    return own + values + sum(map(_command_characters, item.get("options") or ()))


# Text, addresses, permissions


def _text_faults(text: object, path: str, shortest: int, longest: int) -> Iterator[str]:
    if not isinstance(text, str):
        yield f"{path}: missing"
    elif _length(text.strip()) < shortest:
        yield f"{path}: empty"
    elif _length(text) > longest:
        yield f"{path}: {_length(text)} characters, of {longest}"


def _url_faults(url: object, path: str, longest: int) -> Iterator[str]:
    yield from _text_faults(url, path, 1, longest)
    if not isinstance(url, str):
        return
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)
    except ValueError:
        valid = False
    if not valid:
        yield f"{path}: {url!r} is no address"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _message_permission_faults(env: Env, channel_id: int, body: Payload) -> Iterator[str]:
    channel = env.backend.channels.get(channel_id)
    if channel is None or channel.guild_id is None:
        return
    bot = env.backend.bot_user.id
    needed = ["view_channel", "send_messages_in_threads" if channel.is_thread else "send_messages"]
    needed += ["attach_files"] * bool(body.get("attachments"))
    needed += ["embed_links"] * bool(body.get("embeds"))
    needed += ["read_message_history"] * bool(body.get("message_reference"))
    held = discord.Permissions(env.backend.compute_permissions(channel.guild_id, bot, channel_id))
    yield from (f"the bot may not {name}" for name in needed if not getattr(held, name))
