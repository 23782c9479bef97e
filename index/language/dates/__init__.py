"""Dates in text: found, understood, and resolved to the days that the words support.

The way of a date: ``grammar`` cuts a text into symbols and matches rules over them, ``expressions`` says what each match
means (``calendar_rules``, ``counting_rules``), ``resolution`` turns meanings into days by the publication date or by the
date that the ``story`` has reached.
"""

from index.language.dates.finder import TimeExpression, find_time_expressions
from index.language.dates.ranges import joined_ranges
from index.language.dates.typed import parse_typed_date
from index.language.dates.wording import format_day, format_interval

__all__ = [
    "TimeExpression",
    "find_time_expressions",
    "format_day",
    "format_interval",
    "joined_ranges",
    "parse_typed_date",
]
