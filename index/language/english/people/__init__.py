"""Who is named: names and their parts, titles and offices, and whom surnames, roles and pronouns mean in a document.

In: the text of a document. Out: people, with spans of where they are named. Knows nothing of questions.
"""
