"""Who said what, and when: found when a document is added, stored with it, selected when asked; words traced to documents.

In: sentences, dates and quotation marks in them; requests. Out: quotations. Uses ``language``, ``storage`` and ``search``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.quotations.finding import find_quotations

__all__ = ["find_quotations"]


def __getattr__(name: str) -> Any:
    # Who selects what was found when documents were added waits for nothing that finds.
    if name in __all__:
        from index.quotations import finding

        return getattr(finding, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
