"""What is told beside an excerpt: the words marked, what stands around it, who else printed it, what its relative words mean.

In: excerpts and their documents. Out: spans, other outlets, days, an excerpt less what was shown before. Uses ``ranking``,
``language`` and ``storage``.
"""
