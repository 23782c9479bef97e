"""`parley run` and `parley preview`: the bot itself.

discord.py is imported inside the commands that need it: loading it takes longer than an answer.
"""

import asyncio
import logging
import os

import click

from bot.app import log
from bot.app.settings import Settings
from bot.cli.terminal.output import ExitCode


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


COMMANDS = (run, preview)
