"""What keeps passages and finds them: the protocol of an engine, the engine in the database, and the searcher.

In: passages as terms, and questions as terms. Out: passages, best first. Uses ``language`` and ``storage``.
"""
