"""The parts of a document that people cite by a name: found in its text, named, and put together.

In: a document, or its text. Out: its parts. Uses no other room.
"""
