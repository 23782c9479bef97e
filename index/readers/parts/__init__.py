"""What several formats are made of: tables, lists, messages, entries of live blogs, marks of Markdown, columns of a page.

In: pieces of what a reader found. Out: text and its spans. Uses ``index.structure`` and ``index.language``; knows no reader.
"""
