"""What a question asks, as a frame: who does what to whom, whose, which one of how many, when and where.

In: the words of a question. Out: its frame. Uses the roles of English sentences and ``people``.
"""
