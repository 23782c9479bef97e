"""The way of a document into the index: prepared in processes with limits, compared, written in one transaction.

In: documents and sources. Out: rows, postings and a report. Uses ``language``, ``readers``, ``processes``, ``storage``,
``structure``, ``search``, ``timeline`` and ``quotations``.
"""
