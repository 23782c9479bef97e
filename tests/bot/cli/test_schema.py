"""The JSON schemas in the documentation are those of what is printed."""

from collections.abc import Iterator
from pathlib import Path

import click

from bot.app.schema import OUTPUTS, write_schemas
from bot.cli import cli

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"


def test_the_documented_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    documented = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert written == documented


def test_every_command_with_json_has_a_schema() -> None:
    with_json = {
        name
        for name, command in commands(cli)
        if any("--json" in parameter.opts for parameter in command.params)
    }
    assert with_json == set(OUTPUTS)


def commands(group: click.Group, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield prefix + name, command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name}-")
