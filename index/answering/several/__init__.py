"""Several excerpts that answer together: the points of a list, who took part, demands, terms, a summary, two sides.

In: a question that asks for several things and what was ranked for it. Out: an ``Answer`` of several excerpts, or none. Uses
``ranking``, ``framing`` and ``answers`` of this room's parent, ``language``, ``search`` and ``storage``.
"""
