"""One story that several outlets print: which texts are alike, and what is recorded of it.

In: documents, before they are written. Out: which of them print the same. Uses ``storage`` and ``language``.
"""
