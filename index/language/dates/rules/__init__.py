"""The grammar of dates: words to symbols, rules over symbols, what each says, and examples of each beside it.

In: tokens of a text. Out: meanings. Knows nothing of the day that a text counts from.
"""
