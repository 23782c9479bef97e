"""What the tables are: how each came to be by migrations, and the seals by which a changed bit in a row is found.

In: a connection. Out: a database with today's tables. Uses ``database`` alone.
"""
