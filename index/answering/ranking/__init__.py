"""Candidates and their order: retrieval, the evidence for each sentence, its weights, and the judges that order by them.

In: a searcher and a question. Out: ranked sentences. Uses ``index.search`` and ``index.language``; knows nothing of answers.
"""
