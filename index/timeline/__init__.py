"""Events: found when a document is added (``finding``), stored with it (``storage``), selected when asked (``selection``).

The same event in several documents is one entry (``grouping``), spoken for by the sentence nearest to the centre of those
that tell it (``similarity``).
"""
