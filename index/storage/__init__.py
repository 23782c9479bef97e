"""The SQLite file: opened, migrated, written by one and read by many; its documents and what is known of them.

In: documents. Out: rows, and documents again. Uses ``language`` and ``structure``.
"""
