"""`parley health`: whether a running bot hears from Discord. A container asks every minute, so little is loaded."""

import click

from bot.app.health import Heartbeat
from bot.app.paths import heartbeat_path
from bot.cli.terminal.options import json_option
from bot.cli.terminal.output import ExitCode, print_json


@click.command()
@json_option
def health(as_json: bool) -> ExitCode:
    """Say whether a running bot hears from Discord; exits with 1 when it does not."""
    state = Heartbeat(heartbeat_path()).read()
    if as_json:
        from bot.app.schemas.hosting import HealthOutput

        print_json(HealthOutput.of(state))
    else:
        click.echo(state.message)
    return ExitCode.DONE if state.healthy else ExitCode.UNHEALTHY


COMMANDS = (health,)
