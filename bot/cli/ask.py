"""`parley ask`: a question in the shell."""

from itertools import zip_longest
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from bot.app.showing.citing import unplaced_in
from bot.app.showing.explaining import considered_lines, outcome_line, reading_lines
from bot.app.showing.words import day, one_line, shortened
from bot.app.together import CLAIMED, TOGETHER
from bot.cli.terminal.columns import citation_line, console, print_excerpts, print_table, quotation
from bot.cli.terminal.options import database_option, json_option, open_inquiry, period
from bot.cli.terminal.output import ExitCode, print_json, printable
from index.model import Answer, Explanation, Talk
from index.requests import POINTS, AskRequest, Filters

TALK: dict[Talk, str] = {
    "greeting": "Hello! Ask what the documents say: who met, what was agreed, when, and who said what.",
    "thanks": "You're welcome. Ask on.",
    "about the bot": "Parley quotes documents, and no more. Ask what they say; `parley --help` shows what else it does.",
    "names nothing": "About what? Name a person, a place, a deal or a day: Who signed the ceasefire, and when?",
}
"""What is said to what asks the documents nothing."""


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--since", help="Only documents published then or later: 2025-03-12, March 2025, last month.")
@click.option("--until", help="Only documents published then or earlier: 2025-03-12, March 2025, last month.")
@click.option("--source", "publisher", help="Only documents of this publisher.")
@click.option("--after", help="The question before this one, which may lean on it: and by when?")
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(1, 10),
    default=3,
    show_default=True,
    help="Excerpts at most; of a list or a summary at least 5.",
)
@click.option(
    "--explain", is_flag=True, help="Say how the question was read, and what each sentence has and lacks."
)
@json_option
@database_option
def ask(
    question: tuple[str, ...],
    since: str | None,
    until: str | None,
    publisher: str | None,
    after: str | None,
    limit: int,
    explain: bool,
    as_json: bool,
    database: Path | None,
) -> ExitCode:
    """Answer QUESTION from the documents, in their own words.

    Exits with 0 when there is an answer and with 3 when the documents hold none.
    """
    filters = Filters(period(since, until), publisher)
    request = AskRequest(" ".join(question), filters, limit, (after,) if after else (), max(limit, POINTS))
    with open_inquiry(database) as index:
        explained = index.explain(request) if explain else None
        answer = explained.answer if explained else index.answer(request)
    if as_json:
        from bot.app.schemas.answers import AnswerOutput  # pydantic takes as long to load as an answer

        print_json(AnswerOutput.explained(answer, explained))
    else:
        _print(answer)
        if explained is not None:
            _explain(explained)
    return ExitCode.DONE if answer.answered else ExitCode.ABSTAINED


def _print(answer: Answer) -> None:
    out = console()
    if answer.understood:
        out.print(f"Understood as {printable(answer.understood)}\n", style="dim", markup=False)
    if answer.sides:
        _print_sides(out, answer)
    elif answer.answered:
        if answer.claim is not None:
            out.print(f"{CLAIMED[answer.claim]}\n")
        elif answer.together is not None:
            out.print(f"{TOGETHER[answer.together]}\n")
        elif answer.strength != "strong":
            out.print("The closest the documents come to it:\n")
        print_excerpts(out, answer.excerpts)
    elif answer.topics:
        out.print("About what? Name it, or ask again with --after and one of these:\n")
        for topic in answer.topics:
            out.print(f"    {printable(topic)}")
        return
    elif answer.nearest:
        if answer.nearly:
            out.print("The documents do not clearly say. One of these may hold the answer:\n")
        else:
            out.print("The documents do not say. The nearest they come to it:\n")
        print_excerpts(out, answer.nearest)
    elif answer.talk is not None:
        out.print(TALK[answer.talk])
        return
    else:
        out.print("The documents do not say, and nothing in them comes near it.")
    if answer.unplaced:
        out.print(unplaced_in(answer, printable), markup=False)
    if answer.missing and not answer.answered:
        words = " or ".join(f"“{printable(word)}”" for word in answer.missing)
        out.print(f"None of them holds the word {words}.", markup=False)
    if answer.since or answer.until:
        bounds = (("since", answer.since), ("until", answer.until))
        asked = " ".join(f"{name} {day(bound)}" for name, bound in bounds if bound)
        out.print(f"Of documents published {asked}.", style="dim")
    if answer.as_of:
        out.print(f"As of {day(answer.as_of)}, the date of the newest document searched.", style="dim")


def _print_sides(out: Console, answer: Answer) -> None:
    """Print a comparison in two columns, and under them where the words stand."""
    from rich.table import Column, Table  # takes long to load, and few answers are comparisons

    table = Table(
        *(Column(Text(printable(side.name))) for side in answer.sides), show_lines=True, expand=True
    )
    for row in zip_longest(*(side.excerpts for side in answer.sides)):
        table.add_row(
            *(
                Text.assemble((f"[{one.citation.number}] ", "cyan"), quotation(one)) if one else ""
                for one in row
            )
        )
    print_table(out, table)
    for excerpt in answer.excerpts:
        citation = excerpt.citation
        out.print(Text(f"[{citation.number}] {citation_line(citation)}", style="dim"))
        if citation.url:
            out.print(Text(f"    {printable(citation.url)}", style="dim"), soft_wrap=True)
    out.print()


def _explain(explained: Explanation) -> None:
    out = console()
    out.print("\nWhy this answer", style="bold")
    for line in (*reading_lines(explained, printable), outcome_line(explained)):
        out.print(line)
    for considered in explained.considered:
        out.print(f"\n“{printable(shortened(one_line(considered.text)))}”")
        out.print(f"    {citation_line(considered.citation)}", style="dim")
        for line in considered_lines(considered, printable):
            out.print(f"    {line}")


COMMANDS = (ask,)
