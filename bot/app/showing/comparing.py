"""Two documents side by side in words: what became of each clause, and where it stands."""

from bot.app.showing.words import day
from index.model import Change, ChangeKind, Comparison, Document, Excerpt

KINDS: tuple[ChangeKind, ...] = ("changed", "moved", "divided", "joined", "added", "removed", "unchanged")

SAME = "The two say the same."


def summary(comparison: Comparison) -> str:
    """Return how many clauses there are of each kind: "2 changed, 1 removed, 30 unchanged"."""
    counts = [f"{number:,} {kind}" for kind in KINDS if (number := comparison.count(kind))]
    return ", ".join(counts) or "no clause in either"


def shown(comparison: Comparison, *, unchanged: bool = False) -> tuple[Change, ...]:
    """Return the changes in their order, and what stayed as it was where that is wanted."""
    return tuple(change for change in comparison.changes if unchanged or change.kind != "unchanged")


def title(document: Document) -> str:
    """Return what a document is called, with its date."""
    return f"{document.title} ({day(document.published)})"


def what_became(change: Change) -> str:
    """Return what became of a clause: "changed", "moved and changed"."""
    changed = change.kind in ("moved", "divided", "joined") and any(
        side.highlights for side in (change.before, change.after) if side
    )
    return f"{change.kind} and changed" if changed else change.kind


def place(change: Change) -> str:
    """Return where a clause stands, in both documents where they differ: "Article 3(2) → Annex II, paragraph 3"."""
    places = [_place(side) for side in (change.before, change.after) if side is not None]
    return " → ".join(dict.fromkeys(places))


def _place(excerpt: Excerpt) -> str:
    return excerpt.place or excerpt.citation.paragraphs
