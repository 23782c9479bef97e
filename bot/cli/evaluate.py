"""`parley eval`: how good the answers are, as numbers."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn
from rich.table import Table

from bot.app.schema import EvaluationOutput
from bot.app.words import counted
from bot.cli.options import FilePath, json_option, open_index
from bot.cli.output import ExitCode, complain, print_json, printable, write_file
from bot.cli.terminal import console, print_table
from index import Index
from index.evaluation import (
    LabelledQuestion,
    Outcome,
    Scores,
    add_records,
    evaluate,
    read_questions,
    record_ids,
    report_lines,
    scores,
)

ROWS = {
    "hit_1": "right document first",
    "hit_3": "right document in the first 3",
    "hit_10": "right document in the first 10",
    "mrr_10": "mean reciprocal rank at 10",
    "ndcg_10": "nDCG at 10",
    "answer_in_first": "answer inside the first excerpt",
    "answer_in_shown": "answer inside the excerpts shown",
    "mean_words": "words shown, mean",
    "auroc": "AUROC of the confidence",
    "answered_of_answerable": "answered, of the answerable",
    "abstained_of_unanswerable": "abstained, of the unanswerable",
    "questions_per_second": "questions a second",
}
PLAIN = ("mean_words", "questions_per_second")


@click.command("eval")
@click.argument("questions", type=FilePath())
@click.option(
    "--passages",
    "--documents",
    "records",
    type=FilePath(),
    help="JSON Lines with the documents; they are indexed into a database that is thrown away.",
)
@click.option(
    "-d",
    "--database",
    type=FilePath(),
    help="Ask the documents of this database instead; the default is PARLEY_DATABASE.",
)
@click.option(
    "--report",
    type=FilePath(),
    help="Write every miss to this file, as Markdown.",
)
@json_option
def evaluation(
    questions: Path, records: Path | None, database: Path | None, report: Path | None, as_json: bool
) -> ExitCode:
    """Ask every question of the set QUESTIONS, and print how good the answers are.

    A set is JSON Lines; docs/evaluation.md says what a line holds and what each figure means.
    """
    if records is not None and database is not None:
        raise click.UsageError("--database and --passages or --documents name two sources: give one.")
    asked = read_questions(questions)
    with _index(records, database) as (index, ids), _bar(len(asked)) as tell:
        outcomes = evaluate(index, asked, ids, tell)
    found = scores(outcomes)
    if report is not None:
        write_file(report, ("\n".join(report_lines(outcomes)) + "\n").encode())
    if as_json:
        print_json(EvaluationOutput.of(found))
    else:
        _show(found)
    _warn_of_unknown(asked, ids)
    return ExitCode.DONE


@contextmanager
def _index(records: Path | None, database: Path | None) -> Iterator[tuple[Index, dict[str, str]]]:
    if records is None:
        with open_index(database) as index:
            yield index, record_ids(index)
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        open_index(Path(folder) / "evaluation.db", create=True) as index,
    ):
        yield index, add_records(index, records)


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Outcome], None]]:
    """Show a bar over the questions on a terminal; what is yielded is called with each outcome."""
    err = console(error=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("", total=total)
        yield lambda _: progress.advance(task)


def _show(found: Scores) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("questions", f"{found.questions:,}, {found.answerable:,} answerable")
    for name, words in ROWS.items():
        value = getattr(found, name)
        shown = "-" if value is None else f"{value:,.1f}" if name in PLAIN else f"{100 * value:.1f} %"
        table.add_row(words, f"{value:.3f}" if name == "auroc" and value is not None else shown)
    print_table(console(), table)


def _warn_of_unknown(asked: Sequence[LabelledQuestion], ids: Mapping[str, str]) -> None:
    unknown = {name for question in asked for name in question.grades if name not in ids}
    if unknown:
        some = ", ".join(sorted(unknown)[:3])
        complain(
            f"The questions name {counted(len(unknown), 'document')} not in the database, such as {printable(some)}."
        )


COMMANDS = (evaluation,)
