"""Who said what, and when: found when a document is added, stored with it, selected when asked; words traced to documents.

In: sentences, dates and quotation marks in them; requests. Out: quotations. Uses ``language``, ``storage`` and ``search``.
"""

from index.quotations.finding import FoundQuotation, find_quotations

__all__ = ["FoundQuotation", "find_quotations"]
