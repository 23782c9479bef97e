"""`parley eval`: how good the answers are, as numbers."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn
from rich.table import Table

from bot.app.schemas.measures import EvaluationOutput
from bot.app.showing.words import counted
from bot.cli.terminal.columns import console, print_table
from bot.cli.terminal.options import FilePath, json_option, open_index
from bot.cli.terminal.output import ExitCode, complain, print_json, printable, write_file
from index import Index, Thresholds
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
from index.evaluation_runs import compare, outcome_lines, read_marked

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
MOST_NAMED = 20
"""Questions that a change gains, and that it loses, which are named at most."""

PLAIN = ("mean_words", "questions_per_second")


T = TypeVar("T")


def asked_option(function: Callable[..., T]) -> Callable[..., T]:
    """Add what names the documents that a question set is asked of: ``records`` or ``database``."""
    records = click.option(
        "--passages",
        "--documents",
        "records",
        type=FilePath(),
        help="JSON Lines with the documents; they are indexed into a database that is thrown away.",
    )
    database = click.option(
        "-d",
        "--database",
        type=FilePath(),
        help="Ask the documents of this database instead; the default is PARLEY_DATABASE.",
    )
    return records(database(function))


@click.command("eval")
@click.argument("questions", type=FilePath(), required=False)
@asked_option
@click.option(
    "--report",
    type=FilePath(),
    help="Write every miss to this file, as Markdown.",
)
@click.option(
    "--outcomes",
    "kept",
    type=FilePath(),
    help="Write how each question came out to this file, as JSON Lines, for --compare.",
)
@click.option(
    "--compare",
    "runs",
    type=FilePath(),
    nargs=2,
    metavar="BEFORE AFTER",
    help="Ask nothing: compare two files of --outcomes, and refuse a change after which less is right.",
)
@json_option
def evaluation(
    questions: Path | None,
    records: Path | None,
    database: Path | None,
    report: Path | None,
    kept: Path | None,
    runs: tuple[Path, Path] | None,
    as_json: bool,
) -> ExitCode:
    """Ask every question of the set QUESTIONS, and print how good the answers are.

    A set is JSON Lines; docs/evaluation.md says what a line holds and what each figure means.
    """
    if runs is not None:
        if questions is not None or as_json:
            raise click.UsageError("--compare asks no questions and prints a table: give it alone.")
        return _compare(*runs)
    if questions is None:
        raise click.UsageError("Name a file of questions, or --compare with two files of outcomes.")
    asked = read_questions(questions)
    with asked_index(records, database) as (index, ids), progress_bar(len(asked)) as tell:
        outcomes = evaluate(index, asked, ids, tell)
    found = scores(outcomes)
    if report is not None:
        write_file(report, ("\n".join(report_lines(outcomes)) + "\n").encode())
    if kept is not None:
        write_file(kept, "".join(f"{line}\n" for line in outcome_lines(outcomes)).encode())
    if as_json:
        print_json(EvaluationOutput.of(found))
    else:
        _show(found)
    warn_of_unknown(asked, ids)
    return ExitCode.DONE


@contextmanager
def asked_index(
    records: Path | None, database: Path | None, thresholds: Thresholds | None = None
) -> Iterator[tuple[Index, dict[str, str]]]:
    """Open what is asked, with the document ids of the names in a question set: ``records`` in a database that is thrown away,
    else ``database``. ``thresholds`` stand for those that are set. Raises click.UsageError where both are given."""
    if records is not None and database is not None:
        raise click.UsageError("--database and --passages or --documents name two sources: give one.")
    if records is None:
        with open_index(database, thresholds=thresholds) as index:
            yield index, record_ids(index)
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        open_index(Path(folder) / "evaluation.db", create=True, thresholds=thresholds) as index,
    ):
        yield index, add_records(index, records)


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Outcome], None]]:
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


def warn_of_unknown(asked: Sequence[LabelledQuestion], ids: Mapping[str, str]) -> None:
    """Say which documents the questions name that are not among ``ids``."""
    unknown = {name for question in asked for name in question.grades if name not in ids}
    if unknown:
        some = ", ".join(sorted(unknown)[:3])
        complain(
            f"The questions name {counted(len(unknown), 'document')} not in the database, such as {printable(some)}."
        )


def _compare(before: Path, after: Path) -> ExitCode:
    """Print what changed from one run to the other; a change that loses is refused."""
    compared = compare(read_marked(before), read_marked(after))
    table = Table("", "before", "after", box=None, pad_edge=False, header_style="bold")
    for name, (one, other), total in (
        ("answered and right first", compared.answered_right, compared.answerable),
        ("answer among the excerpts shown", compared.found, compared.answerable),
        ("abstained where the documents are silent", compared.refused_right, compared.unanswerable),
    ):
        if total:
            table.add_row(name, f"{one} of {total}", f"{other} of {total}")
    table.add_row("balanced", *(f"{100 * share:.1f} %" for share in compared.balanced))
    out = console()
    print_table(out, table)
    for name, asked in (("Gained", compared.gained), ("Lost", compared.lost)):
        out.print(f"{name}: {len(asked)}")
        for question in asked[:MOST_NAMED]:
            out.print(f"    {printable(question)}")
    out.print(f"So uneven by chance: {compared.chance:.2f}")
    if compared.loses:
        complain("Less is right after the change than before it: it is refused.")
        return ExitCode.REFUSED
    return ExitCode.DONE


COMMANDS = (evaluation,)
