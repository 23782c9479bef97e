"""Reported speech: the clause that a verb of saying reports, where it ends, who says it, and what is no report.

In: the clauses of a sentence and its cues. Out: reports as spans. Uses ``language``.
"""
