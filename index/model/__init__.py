"""What goes in and what comes out: frozen dataclasses.

In: nothing. Out: documents, what is found in them, and what became of them. Uses no other room.
"""

from index.model.additions import (
    AddReport,
    Outcome,
    SourceOutcome,
    Stats,
)
from index.model.comparisons import (
    Change,
    ChangeKind,
    Comparison,
)
from index.model.documents import (
    SHARED,
    Document,
    Part,
    PartLabel,
    Passage,
    Sentence,
    Span,
)
from index.model.found import (
    NEARLY,
    Answer,
    Basis,
    Citation,
    Claim,
    Considered,
    Event,
    Excerpt,
    Explanation,
    Granularity,
    Quotation,
    ResolvedDate,
    Side,
    Speaker,
    Stance,
    Status,
    Strength,
    Talk,
    Together,
    Undone,
)

__all__ = [
    "NEARLY",
    "SHARED",
    "AddReport",
    "Answer",
    "Basis",
    "Change",
    "ChangeKind",
    "Citation",
    "Claim",
    "Comparison",
    "Considered",
    "Document",
    "Event",
    "Excerpt",
    "Explanation",
    "Granularity",
    "Outcome",
    "Part",
    "PartLabel",
    "Passage",
    "Quotation",
    "ResolvedDate",
    "Sentence",
    "Side",
    "SourceOutcome",
    "Span",
    "Speaker",
    "Stance",
    "Stats",
    "Status",
    "Strength",
    "Talk",
    "Together",
    "Undone",
]
