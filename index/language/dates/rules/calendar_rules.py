"""The builders of the rules for dates of the calendar, by the names of the rules in the grammar."""

from index.language.dates.rules.clock_rules import CLOCK_BUILDERS
from index.language.dates.rules.day_rules import DAY_BUILDERS
from index.language.dates.rules.month_rules import MONTH_BUILDERS
from index.language.dates.rules.runs import Builder
from index.language.dates.rules.year_rules import YEAR_BUILDERS

CALENDAR_BUILDERS: dict[str, Builder] = {
    **CLOCK_BUILDERS,
    **DAY_BUILDERS,
    **MONTH_BUILDERS,
    **YEAR_BUILDERS,
}
"""Builder by the name of the rule in the grammar."""
