"""Words that their place gives to a speaker: turns behind a label, speeches of one, messages; and who a label is.

In: a text with its parts and names. Out: spans with who says them. Uses ``language`` and ``markup``.
"""
