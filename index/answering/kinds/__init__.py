"""Questions of one kind, answered in a way of their own: places, periods, the newest, rows of tables, somebody's words.

In: a question and ranked sentences. Out: what answers it. Uses ``answering.ranking``.
"""
