"""`parley`, the command line: the group, and the one place that turns errors into exit codes.

discord.py is imported by `parley run` and `parley preview` alone.
"""

import logging
import sys
from collections.abc import Sequence
from typing import Any

import click

from bot.cli import ask, backup, check, evaluate, feeds, index, quotes, restore, serve, sources, timeline
from bot.cli.output import ExitCode, complain, printable, standard_output
from index.errors import (
    Busy,
    ParleyError,
    QueryError,
    ServiceUnavailable,
    SettingsError,
    SourceError,
    StoreBusy,
    StoreError,
)
from index.readers.encoding import is_text

log = logging.getLogger(__name__)

EXIT_CODES: tuple[tuple[type[ParleyError], ExitCode], ...] = (
    (QueryError, ExitCode.USAGE),
    (SourceError, ExitCode.REFUSED),
    (SettingsError, ExitCode.CONFIGURATION),
    (StoreBusy, ExitCode.TEMPORARY),
    (StoreError, ExitCode.CONFIGURATION),
    (ServiceUnavailable, ExitCode.UNAVAILABLE),
    (Busy, ExitCode.TEMPORARY),
)


class Commands(click.Group):
    """Commands that print to standard output."""

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


for module in (index, ask, timeline, quotes, sources, feeds, serve, check, backup, restore, evaluate):
    for command in module.COMMANDS:
        cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; ``arguments`` are those of the process where None.

    Every error that Parley raises on purpose becomes one sentence on standard error.
    """
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
        if not is_text(argument):
            raise click.UsageError(
                f"An argument is not UTF-8 text: {printable(argument)}. Rename the file, or type it anew."
            )
