"""`parley run`, `parley preview` and `parley health`: the bot itself.

discord.py is imported inside the commands that need it: loading it takes longer than an answer.
"""

import asyncio
import logging
import os

import click

from bot.app import log
from bot.app.health import Heartbeat
from bot.app.settings import Settings
from bot.cli.options import json_option
from bot.cli.output import ExitCode
from bot.cli.schema import HealthOutput


@click.command()
def run() -> ExitCode:
    """Run the bot on Discord until it is stopped with Ctrl-C or SIGTERM."""
    settings = Settings.load()
    log.configure(
        settings.log_level,
        secrets=[settings.require_token()],
        file=settings.log_file,
        days=settings.log_days,
    )
    from bot.on_discord.service import serve

    finished = asyncio.run(serve(settings))
    if not finished:
        # a thread that is still at work would keep the interpreter from ending
        logging.shutdown()
        os._exit(ExitCode.DONE)
    return ExitCode.DONE


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 for any free one."
)
def preview(port: int) -> ExitCode:
    """Open the real bot on a simulated Discord server in the browser; needs no token."""
    settings = Settings.load()
    log.configure(settings.log_level)
    # simcord's own clients make discord.py warn of intents and voice
    logging.getLogger("discord").setLevel(logging.ERROR)
    from bot.on_discord.preview import serve

    asyncio.run(serve(settings, port=port))
    return ExitCode.DONE


@click.command()
@json_option
def health(as_json: bool) -> ExitCode:
    """Say whether a running bot hears from Discord; exits with 1 when it does not."""
    state = Heartbeat(Settings.load().heartbeat_path).read()
    if as_json:
        HealthOutput.of(state).print()
    else:
        click.echo(state.message)
    return ExitCode.DONE if state.healthy else ExitCode.UNHEALTHY


COMMANDS = (run, preview, health)
