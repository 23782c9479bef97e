"""What a text says: sentences, tokens, quotation marks, dates, people. Functions over text.

In: text. Out: spans of it, and what they mean. Uses no other room.
"""
