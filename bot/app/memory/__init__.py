"""What is remembered between restarts: requests behind buttons, feedback, alerts, additions that wait, servers that were left.

In: requests and what became of them. Out: rows of tables of its own in the database. Knows neither Discord nor the shell.
"""
