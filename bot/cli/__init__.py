"""`parley`, the command line: the group, and the one place that turns errors into exit codes.

In: arguments. Out: lines, files and an exit code. Uses ``bot.app`` and the door of ``index``; knows Discord only to start it. A
command's module is loaded when it is called, and what takes long to load where it is used.
"""

import atexit
import gc
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from bot.cli.terminal.output import ExitCode, complain, printable, standard_output
from index.errors import (
    BrokenInstallation,
    Busy,
    ParleyError,
    QueryError,
    ServiceUnavailable,
    SettingsError,
    SourceError,
    StoreBusy,
    StoreError,
)

log = logging.getLogger(__name__)

EXIT_CODES: tuple[tuple[type[ParleyError], ExitCode], ...] = (
    (QueryError, ExitCode.USAGE),
    (SourceError, ExitCode.REFUSED),
    (SettingsError, ExitCode.CONFIGURATION),
    (StoreBusy, ExitCode.TEMPORARY),
    (StoreError, ExitCode.CONFIGURATION),
    (ServiceUnavailable, ExitCode.UNAVAILABLE),
    (Busy, ExitCode.TEMPORARY),
    (BrokenInstallation, ExitCode.FAULT),
)

OBJECTS = 20_000
"""Objects made between two searches for rubbish, Python's own number being 700; chosen: an answer loads some 70,000."""

COMMANDS = {
    "ask": ("ask", "Answer QUESTION from the documents, in their own words."),
    "backup": ("backup", "Copy the database to FILE, and check the copy; a bot may be running."),
    "calibrate": (
        "calibrate",
        "Fit how sure an answer must be to the set QUESTIONS, and print the settings to use.",
    ),
    "check": ("check", "Read the whole database and its newest backup, and say whether they are whole."),
    "compare": (
        "compare",
        "Compare the documents BEFORE and AFTER clause by clause; without AFTER, what BEFORE said earlier and says now.",
    ),
    "eval": ("evaluate", "Ask every question of the set QUESTIONS, and print how good the answers are."),
    "feeds": ("feeds", "Follow RSS and Atom feeds."),
    "health": ("health", "Say whether a running bot hears from Discord; exits with 1 when it does not."),
    "index": ("index", "Add documents to the database: files, folders, and pages or files on the web."),
    "move": (
        "move",
        "Write everything that is indexed and remembered into an empty cluster, or from the cluster into a new file.",
    ),
    "preview": ("serve", "Open the real bot on a simulated Discord server in the browser; needs no token."),
    "quotes": ("quotes", "List what SPEAKER said, or everybody, word for word, with role, date and source."),
    "remove": ("sources", "Take documents out of the database, by the ids that `parley sources` shows."),
    "restore": ("restore", "Make the database what the backup FILE is, once that has been found whole."),
    "run": ("serve", "Run the bot on Discord until it is stopped with Ctrl-C or SIGTERM."),
    "sources": ("sources", "List the documents, newest first; show one, or set what is known of it."),
    "timeline": (
        "timeline",
        "List what happened when, about TOPIC or all there is, each event in the words of its document.",
    ),
}
"""The module of each command, and what `parley --help` says of it."""


class Commands(click.Group):
    """Commands that print to standard output."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*COMMANDS, *self.commands})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module = importlib.import_module(f"bot.cli.{COMMANDS[cmd_name][0]}")
            for command in module.COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, without loading it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in sorted(COMMANDS.items())])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was typed."""
        with standard_output():
            return super().invoke(ctx)

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read what was typed; `--help` and `--version` print here."""
        with standard_output():
            return super().make_context(*arguments, **options)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="parley", message="parley %(version)s")
def cli() -> None:
    """Answers about negotiations, quoted and cited from documents you chose."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; ``arguments`` are those of the process where None.

    Every error that Parley raises on purpose becomes one sentence on standard error.
    """
    # What numpy multiplies matrices with starts a thread for each core while it loads; nothing here multiplies any.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What a command loads is no rubbish, and to look through it again and again is a thirtieth of what an answer takes.
    gc.set_threshold(OBJECTS)
    # Nor is it when the process ends, where Python would look through all of it once more: a seventh of what an answer takes.
    atexit.register(gc.freeze)
    try:
        _refuse_undecodable(sys.argv[1:] if arguments is None else arguments)
        outcome = cli.main(args=arguments, prog_name="parley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("stopped.")
        return ExitCode.INTERRUPTED
    except ParleyError as error:
        complain(str(error))
        return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), ExitCode.FAULT)
    except Exception:
        logging.basicConfig()
        log.exception("this is a fault in Parley; please report it with what is above")
        return ExitCode.FAULT
    return outcome if isinstance(outcome, int) else ExitCode.DONE


def _refuse_undecodable(arguments: Sequence[str]) -> None:
    """Raise UsageError for an argument whose bytes are no text, as the name of an old file may be."""
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError as error:
            raise click.UsageError(
                f"An argument is not UTF-8 text: {printable(argument)}. Rename the file, or type it anew."
            ) from error
