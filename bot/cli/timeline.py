"""`parley timeline`: what happened when, in the shell: as a list, a picture or a file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.text import Text

from bot.app.schemas.timelines import TimelineOutput
from bot.app.showing.exports import to_csv, to_ics, to_markdown
from bot.app.showing.timelines import (
    MOST_ON_PICTURE,
    WITHOUT_A_DAY,
    date_in_words,
    heading,
    is_dated,
    other_tellings,
    status_in_words,
)
from bot.app.showing.words import counted
from bot.cli.terminal.columns import console, document_line
from bot.cli.terminal.options import FilePath, database_option, form_options, open_inquiry, period, words
from bot.cli.terminal.output import ExitCode, print_text, printable, write_file
from index.errors import QueryError
from index.model import Citation, Event
from index.requests import Filters, TimelineRequest

_SPACES = re.compile(r"\s+")
FORMATS = ("json", "csv", "ics", "markdown")


@click.command()
@click.argument("topic", nargs=-1)
@click.option("--since", help="Only events then or later: 2025-03-12, March 2025, last month.")
@click.option("--until", help="Only events then or earlier: 2025-03-12, March 2025, last month.")
@click.option("--actor", help="Only events that name this person, place or organisation.")
@click.option("--source", "publisher", help="Only documents of this publisher.")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), help="Events at most.")
@click.option("--style", type=click.Choice(["list", "picture"]), default="list", show_default=True)
@click.option(
    "-o",
    "--output",
    type=FilePath(),
    help="Write to this file; a picture needs one.",
)
@form_options("event", *FORMATS)
@database_option
def timeline(
    topic: tuple[str, ...],
    since: str | None,
    until: str | None,
    actor: str | None,
    publisher: str | None,
    limit: int | None,
    style: str,
    output: Path | None,
    form: str | None,
    database: Path | None,
) -> ExitCode:
    """List what happened when, about TOPIC or all there is, each event in the words of its document.

    Dates are never finer than the words say. What has no day stands at the end.
    """
    days = period(since, until)
    about = words(topic, "topic")
    request = TimelineRequest(about, days, actor, Filters(publisher=publisher))
    if style == "picture" and form:
        raise click.UsageError(f"Choose either a picture or --{form}.")
    if style == "picture" and output is None:
        raise click.UsageError("Say where to write the picture: --output timeline.png")
    if style == "picture" and output is not None and output.suffix.lower() != ".png":
        raise click.UsageError(f"A picture is a PNG: --output {output.with_suffix('.png')}")
    if style == "list" and not form and output is not None:
        form = _form_of(output)
    picture_limit = min(limit or MOST_ON_PICTURE, MOST_ON_PICTURE)
    with open_inquiry(database) as index, index.searching():
        events = index.events(replace(request, limit=None if style == "picture" else limit))
        shown = events
        if style == "picture" and len(events) > picture_limit:
            shown = index.events(replace(request, limit=picture_limit))
    if style == "picture":
        _write_picture(shown, about, output, left_out=len(events) - len(shown))
    elif form:
        _write(_formatted(events, about, form), output)
    else:
        _print(events)
    return ExitCode.DONE


def _form_of(output: Path) -> str:
    """Return the form that the name of a file asks for; raise UsageError when it asks for none."""
    ending = output.suffix.lower().lstrip(".")
    form = {"md": "markdown"}.get(ending, ending)
    if form not in FORMATS:
        raise click.UsageError("Say what to write: --json, --csv, --ics, --markdown, or --style picture.")
    return form


def _formatted(events: Sequence[Event], topic: str | None, form: str) -> str:
    if form == "json":
        return TimelineOutput.of(topic=topic, events=events).model_dump_json(indent=2) + "\n"
    if form == "csv":
        return to_csv(events)
    if form == "markdown":
        return to_markdown(events, heading(topic))
    calendar = to_ics(events)
    if calendar is None:
        raise QueryError(
            "None of these events has an exact day, which a calendar needs; use --csv or --json."
        )
    return calendar


def _write(text: str, output: Path | None) -> None:
    if output is None:
        print_text(text)
        return
    write_file(output, text.encode("utf-8", "replace"))


def _write_picture(events: Sequence[Event], topic: str | None, output: Path | None, *, left_out: int) -> None:
    from bot.app.showing.charts import draw_timeline  # matplotlib takes half a second to import

    assert output is not None
    write_file(output, draw_timeline(events, heading(topic)))
    rest = f"; {left_out:,} more are not on it, and `parley timeline` lists them" if left_out else ""
    click.echo(printable(f"{output}: {counted(len(events), 'event')}{rest}"))


def _print(events: Sequence[Event]) -> None:
    out = console()
    sources: dict[int, Citation] = {}
    undated = False
    for event in events:
        if not undated and not is_dated(event):
            undated = True
            out.print(Text(WITHOUT_A_DAY, style="bold underline"))
        for citation in event.citations:
            sources.setdefault(citation.number, citation)
        out.print(_entry(event))
        for line in _other_dates(event):
            out.print(Text(f"    {line}", style="dim"))
    out.print()
    for number, citation in sorted(sources.items()):
        out.print(Text(f"[{number}] {document_line(citation)}", style="dim"))


def _entry(event: Event) -> Text:
    numbers = "".join(f"[{citation.number}]" for citation in event.citations)
    status = status_in_words(event)
    about = f" ({status})" if status else ""
    return Text.assemble(
        (f"{date_in_words(event)}{about}", "bold"), "  ", words_of(event), " ", (numbers, "cyan")
    )


def words_of(event: Event) -> Text:
    """Return the words that tell the event on one line, those that its date belongs to in bold where they are not all."""
    told = Text(printable(_SPACES.sub(" ", event.text)))
    if event.clause is None:
        return told
    before = event.text[: max(0, event.clause[0] - event.start)]
    start = len(_SPACES.sub(" ", before))
    clause = event.text[len(before) : max(0, event.clause[1] - event.start)]
    told.stylize("bold", start, start + len(_SPACES.sub(" ", clause)))
    return told


def _other_dates(event: Event) -> list[str]:
    """Return a line for each telling that gives another date."""
    return [
        f"{date_in_words(telling)} according to [{telling.citations[0].number}]"
        for telling in other_tellings(event)
    ]


COMMANDS = (timeline,)
