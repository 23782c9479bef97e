"""Days, numbers and text as a person reads them, on Discord, in the shell and in files."""

from datetime import date

DATE_UNKNOWN = "date unknown"


def day(value: date | None) -> str:
    """Return a date in English, in any locale: "14 March 2025"; say so when it is not known."""
    if value is None:
        return DATE_UNKNOWN
    # Dates take as long to load as an answer, and most commands of the shell say none.
    from index import format_day

    return format_day(value)


def counted(number: int, noun: str) -> str:
    """Return a number and what is counted: ``1 event``, ``1,200 events``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def one_line(text: str) -> str:
    """Return ``text`` with its white space folded."""
    return " ".join(text.split())


def shortened(text: str, limit: int = 120) -> str:
    """Return ``text`` cut at a word, with an ellipsis, where it has more than ``limit`` characters."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
