"""Who says something: verbs of saying and what they do to the words they report, labels of transcripts.

In: the clauses of a sentence. Out: cues with their subjects and stances. Knows nothing of questions.
"""
