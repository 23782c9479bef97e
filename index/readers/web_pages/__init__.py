"""What a web page holds: its title, its standfirst, its main text, and what it declares of itself.

In: a page as a tree. Out: words and lines. Uses ``index.readers.parts`` and ``index.language``; knows no reader.
"""
