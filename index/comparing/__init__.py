"""Two documents, or two versions of one, side by side: clause by clause, and in a changed clause word by word.

In: two documents. Out: pairs of spans, each with its place. Uses ``language``, ``storage`` and ``structure``.
"""
