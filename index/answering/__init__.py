"""A question to an answer: candidates, evidence, confidence, excerpts or an abstention.

In: a question and a moment of the index. Out: an ``Answer``. Uses ``language``, ``storage``, ``search``, ``structure``,
``timeline`` and ``quotations``.
"""
