"""Words in quotation marks: which of them somebody said, who did, and what the text says are not his.

In: a text with its sentences and quotation marks. Out: attributions as spans. Uses ``reports``, ``speech`` and the clauses.
"""
