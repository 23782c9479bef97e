"""What comes in pages: PDF files, their lines, columns and tables, and pages that are pictures, read by text recognition.

In: bytes of a PDF. Out: a document that knows where its pages start. Uses ``parts`` and ``metadata``.
"""
