"""Documents in, cited spans out. ``Index`` is the one door; nothing here knows of Discord.

Names are loaded when they are first asked for, so that an error or a model costs no more than its own module.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module("index.index" if name == "Index" else "index.model")
    return getattr(module, name)
