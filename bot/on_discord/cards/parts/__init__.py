"""What cards are made of: excerpts, citations, buttons, pages, the one escaping and the budget they share.

In: words of the index. Out: pieces of Components V2 layouts.
"""
