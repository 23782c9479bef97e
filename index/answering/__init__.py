"""A question to an answer: candidates, evidence, confidence, excerpts or an abstention.

In: a question and the index. Out: an ``Answer``. Uses ``search``, ``storage`` and ``language``."""
