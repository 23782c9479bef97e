"""`parley calibrate`: how sure an answer must be, fitted to the host's own questions."""

from pathlib import Path

import click
from rich.table import Table

from bot.app.schemas.measures import CalibrationOutput
from bot.app.settings import Settings, variable
from bot.cli.evaluate import asked_index, asked_option, progress_bar, warn_of_unknown
from bot.cli.terminal.columns import console, print_table
from bot.cli.terminal.options import FilePath, json_option
from bot.cli.terminal.output import ExitCode, print_json
from index.calibration import ERROR, WITHOUT_THRESHOLDS, Share, calibrate
from index.evaluation import evaluate, read_questions

ROWS = {
    "answers_wrong": "answers that are wrong",
    "strong_wrong": "strong answers that are wrong",
    "unanswerable_answered": "answered, of the unanswerable",
    "answerable_missed": "not answered or wrong, of the answerable",
}


@click.command("calibrate")
@click.argument("questions", type=FilePath())
@asked_option
@click.option(
    "--error",
    type=click.FloatRange(0, 50),
    default=100 * ERROR,
    show_default=True,
    metavar="PERCENT",
    help="How many of 100 strong answers may be wrong.",
)
@json_option
def calibration(
    questions: Path, records: Path | None, database: Path | None, error: float, as_json: bool
) -> ExitCode:
    """Fit how sure an answer must be to the set QUESTIONS, and print the settings to use.

    The set is one for `parley eval`, of your documents; docs/evaluation.md says what it needs and what the figures mean.
    """
    settings = Settings.load()
    asked = read_questions(questions)
    with (
        asked_index(records, database, WITHOUT_THRESHOLDS) as (index, ids),
        progress_bar(len(asked)) as tell,
    ):
        outcomes = evaluate(index, asked, ids, tell)
    found = calibrate(outcomes, error / 100, settings.thresholds)
    if as_json:
        print_json(CalibrationOutput.of(found))
    else:
        table = Table("", "now", "fitted", "95 %", box=None, pad_edge=False, header_style="bold")
        for name, words in ROWS.items():
            share: Share = getattr(found.errors, name)
            low, high = share.interval
            table.add_row(
                words,
                _of(getattr(found.before, name)),
                _of(share),
                f"{100 * low:.1f} to {100 * high:.1f} %" if share.total else "-",
            )
        out = console()
        out.print(f"{found.questions:,} questions, {found.answerable:,} answerable")
        print_table(out, table)
        out.print("Put this into .env or the environment:")
        out.print(f"{variable('answered_from')}={found.thresholds.answered:.2f}")
        out.print(f"{variable('strong_from')}={found.thresholds.strong:.2f}")
    warn_of_unknown(asked, ids)
    return ExitCode.DONE


def _of(share: Share) -> str:
    return "-" if share.value is None else f"{share.count} of {share.total}, {100 * share.value:.1f} %"


COMMANDS = (calibration,)
