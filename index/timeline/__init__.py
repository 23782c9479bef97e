"""Events: found when a document is added (``finding``), stored with it (``storage``), selected when asked (``selection``). The
same event in several documents is one (``grouping``), told by the sentence nearest to the centre of all (``similarity``).

In: sentences and dates in them; requests. Out: events. Uses ``language``, ``storage`` and ``search``.
"""
