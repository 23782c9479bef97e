"""`parley compare`: two documents side by side in the shell."""

from pathlib import Path

import click
from rich.text import Text

from bot.app.showing.citing import recognition_of
from bot.app.showing.comparing import SAME, place, shown, summary, title, what_became
from bot.cli.terminal.columns import console, quotation
from bot.cli.terminal.options import FilePath, database_option, form_options, open_inquiry
from bot.cli.terminal.output import ExitCode, print_text, printable, write_file
from index.model import Change, Comparison
from index.requests import CompareRequest


@click.command()
@click.argument("before")
@click.argument("after", required=False)
@click.option("--all", "everything", is_flag=True, help="Print the clauses that are the same as well.")
@click.option("-o", "--output", type=FilePath(), help="Write to this file.")
@form_options("clause", "json", "markdown")
@database_option
def compare(
    before: str,
    after: str | None,
    everything: bool,
    output: Path | None,
    form: str | None,
    database: Path | None,
) -> ExitCode:
    """Compare the documents BEFORE and AFTER clause by clause; without AFTER, what BEFORE said earlier and says now.

    A document is named by its id or by words of its title. Words that only one of the two has are in bold.
    """
    with open_inquiry(database) as index:
        found = index.comparison(CompareRequest(before, after))
    if output is not None and form is None:
        form = "json" if output.suffix.lower() == ".json" else "markdown"
    if form is None:
        _print(found, everything=everything)
        return ExitCode.DONE
    text = _formatted(found, form)
    if output is None:
        print_text(text)
    else:
        write_file(output, text.encode("utf-8", "replace"))
    return ExitCode.DONE


def _formatted(found: Comparison, form: str) -> str:
    if form == "json":
        from bot.app.schemas.documents import ComparisonOutput  # pydantic takes as long to load as an answer

        return ComparisonOutput.of(found).model_dump_json(indent=2) + "\n"
    from bot.app.showing.exports import comparison_to_markdown  # as long

    return comparison_to_markdown(found)


def _print(found: Comparison, *, everything: bool) -> None:
    out = console()
    out.print(Text(f"- {printable(title(found.before))}", style="red"))
    out.print(Text(f"+ {printable(title(found.after))}", style="green"))
    out.print(Text(summary(found), style="dim"))
    changes = shown(found, unchanged=everything)
    for change in changes:
        out.print()
        _print_change(change)
    if not changes:
        out.print()
        out.print(SAME)


def _print_change(change: Change) -> None:
    out = console()
    out.print(Text(f"{printable(place(change))}: {what_became(change)}", style="bold"))
    if change.kind == "unchanged" and change.after is not None:
        out.print(Text.assemble("  ", _folded(quotation(change.after))))
        return
    for sign, colour, side in (("-", "red", change.before), ("+", "green", change.after)):
        if side is not None:
            recognised = recognition_of(side.citation)
            about = (f" ({recognised})", "dim") if recognised else ""
            out.print(Text.assemble((f"  {sign} ", colour), _folded(quotation(side)), about))


def _folded(text: Text) -> Text:
    """Return the text with its line breaks as spaces, so that the marks keep their places."""
    folded = Text(text.plain.replace("\n", " "))
    folded.spans = list(text.spans)
    return folded


COMMANDS = (compare,)
