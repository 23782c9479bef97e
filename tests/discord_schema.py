"""Requests held against the schema that Discord publishes of its HTTP API (github.com/discord/discord-api-spec)."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from simcord.types import HttpLogEntry

SNOWFLAKE = "#/components/schemas/SnowflakeType"
LIMIT = 300
"""Characters of a fault that are shown: it quotes what was sent."""


class DiscordSchema:
    """The published schema: ``faults_in`` says what in a request it does not allow."""

    def __init__(self, path: Path) -> None:
        self._document = json.loads(path.read_text(encoding="utf-8"))
        # discord.py sends ids as numbers, in attachments, mentions and references, and Discord takes them so.
        snowflake = self._document["components"]["schemas"]["SnowflakeType"]
        self._document["components"]["schemas"]["SnowflakeType"] = {"anyOf": [snowflake, {"type": "integer"}]}
        self._routes = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))), operations)
            for template, operations in sorted(self._document["paths"].items())
        ]
        self._validators: dict[str, Draft202012Validator] = {}

    def faults_in(self, requests: Iterable[HttpLogEntry]) -> list[str]:
        """Return what the schema does not allow in these requests; an empty list when it allows all."""
        return [fault for entry in requests for fault in self._faults(entry.method, entry.path, entry.json)]

    def _faults(self, method: str, path: str, body: Any) -> Iterator[str]:
        if body is None:
            return
        operation = self._operation(method.lower(), path)
        if operation is None:
            yield f"{method} {path}: the schema knows no such request"
            return
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            yield f"{method} {path}: the schema has no body for it"
            return
        error = best_match(self._validator(content["application/json"]["schema"]).iter_errors(body))
        if error is not None:
            yield f"{method} {path}: {error.json_path}: {error.message[:LIMIT]}"

    def _operation(self, method: str, path: str) -> dict[str, Any] | None:
        # A path of fixed words, "@original", is another than one with an id in their place.
        found = [
            operations for route, operations in self._routes if route.fullmatch(path) and method in operations
        ]
        return found[0][method] if found else None

    def _validator(self, schema: dict[str, Any]) -> Draft202012Validator:
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            self._validators[key] = Draft202012Validator(
                {"components": self._document["components"], **schema}
            )
        return self._validators[key]
