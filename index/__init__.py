"""Documents in, cited spans out. ``Index`` is the one door; nothing here knows of Discord."""

from index.index import Index
from index.model import (
    SHARED,
    AddReport,
    Answer,
    Citation,
    Document,
    Event,
    Excerpt,
    Quotation,
    SourceOutcome,
    Stats,
)

__all__ = [
    "SHARED",
    "AddReport",
    "Answer",
    "Citation",
    "Document",
    "Event",
    "Excerpt",
    "Index",
    "Quotation",
    "SourceOutcome",
    "Stats",
]
