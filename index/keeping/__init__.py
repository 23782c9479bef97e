"""Is a database whole; copies of it, and which are good.

In: the path of a database. Out: problems in words, backups, a restored file. Uses ``storage``, ``search`` and ``adding``.
"""
