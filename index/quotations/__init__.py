"""Quotations: who said what, and when."""

from index.quotations.finding import FoundQuotation, find_quotations

__all__ = ["FoundQuotation", "find_quotations"]
