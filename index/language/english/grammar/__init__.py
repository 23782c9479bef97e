"""The words of a sentence as letters, its clauses and noun phrases, and who does what to whom in it.

In: a sentence. Out: words, spans of them, deeds. Uses ``word_classes`` and what all languages share.
"""
