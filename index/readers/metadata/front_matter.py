"""YAML that strangers write: front matter and sidecar files, loaded safely and within bounds."""

import re

from index.errors import MalformedSource

MOST_CHARACTERS = 20_000
"""Characters of front matter; chosen: many times what one has."""
MOST_TOML = 5_000
"""Characters of it in TOML, many times what one has too: Python's own reader takes four times as long for twice as many dots."""
_DEEPEST = 20
"""Lists inside lists; chosen: far below Python's bound on recursion."""


_PLAIN = re.compile(
    r"[A-Za-z_][\w-]{0,40}:[ \t]*(?:\[.*\]|\{.*\}|[|>][+-]?)?[ \t]*"
    r"|(?P<name>[A-Za-z_][\w-]{0,40}):[ \t]+(?P<value>[^\s\[{&*!|>].*|\[[^\[\]]{1,80}\][^\S\n]*[^\s,].*)"
    r"|[ \t]+.*|-[ \t].*|(?:#.*)?"
)
"""A line of front matter: a name with a list or a longer text, which are passed over with the lines under it, or with a value."""


class NotYaml(MalformedSource):
    """Front matter or a sidecar file is no YAML; ``line`` is where, from 1."""

    def __init__(self, message: str, line: int) -> None:
        """Keep the line beside the message."""
        super().__init__(message)
        self.line = line


def plain_fields(text: str) -> dict[str, object] | None:
    """Return the fields of lines of ``name: value``, each value as it stands without quotes around it, lists and what is set in
    left out, and so is a line that is none; None for text in which most are none."""
    lines = text.rstrip("\n").split("\n")
    matches = [match for line in lines if (match := _PLAIN.fullmatch(line))]
    fields: dict[str, object] = {
        match["name"]: _unquoted(match["value"]) for match in matches if match["name"]
    }
    return fields if fields and 2 * len(matches) > len(lines) else None


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def load_toml(text: str, name: str) -> dict[str, object]:
    """Return what the TOML ``text`` says without its tables. Raises MalformedSource with ``name`` where it is broken or long."""
    if len(text) > MOST_TOML:
        raise MalformedSource(f"{name} has front matter of more than {MOST_TOML:,} characters; shorten it.")
    # Loaded here: few files have it.
    import tomllib

    try:
        loaded = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise MalformedSource(f"{name} has broken TOML: {error}. Mend it or leave it out.") from error
    return {key: value for key, value in loaded.items() if not isinstance(value, dict)}


def load_fields(text: str, name: str) -> dict[str, object]:
    """Return the mapping that the YAML ``text`` holds; an empty one for nothing.

    Raises MalformedSource, naming ``name``, when it is not a mapping, is broken, is too long, has aliases, which can
    expand without bound, or lists inside lists deeper than anybody writes, which take ever longer to read.
    """
    if len(text) > MOST_CHARACTERS:
        raise MalformedSource(
            f"{name} has front matter of more than {MOST_CHARACTERS:,} characters; shorten it."
        )
    # Loaded here: who only asks reads no YAML.
    import yaml

    try:
        _refuse_unbounded(text, name)
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark is not None else ""
        raise NotYaml(
            f"{name} has broken YAML{place}; mend it or leave it out.",
            mark.line + 1 if mark is not None else 1,
        ) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise MalformedSource(f"{name} has front matter that is not a list of `name: value` lines; mend it.")
    return {str(key): value for key, value in loaded.items()}


def _refuse_unbounded(text: str, name: str) -> None:
    import yaml
    from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent):
            raise MalformedSource(f"{name} has YAML aliases in its front matter; write the values out.")
        if depth > _DEEPEST:
            raise MalformedSource(
                f"{name} has front matter with lists in lists, {_DEEPEST} deep and more; make it plainer."
            )
