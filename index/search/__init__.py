"""The inverted index and what ranks with it: segments, BM25, the vocabulary; and the searcher, one moment of the index.

In: passages as terms, and questions as terms. Out: passages, best first. Uses ``storage`` and ``language``."""
