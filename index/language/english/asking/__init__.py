"""What questions say: their kind, the thing, period and frame they ask for, chat, follow-ups, pasted claims.

In: what a person wrote. Out: what is asked for, and whether a sentence holds it. Uses ``people`` and ``speech``.
"""
