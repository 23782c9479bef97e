"""Which format fetched bytes are in: by what they begin with, then by what the server and the address say."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_BY_CONTENT_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/zip": ".zip",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/json": ".json",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/plain": ".txt",
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_LOOKED_AT = 2_000
"""Bytes at the beginning of a file that tell what it is; chosen: what stands in front of a mark is shorter."""
_WORD_MEMBER = b"word/"


def suffix_for(data: bytes, content_type: str = "", url: str = "") -> str:
    """Return the suffix of the reader for ``data``, such as ``.html``; ``.txt`` where nothing says another.

    What the bytes are wins over what a server calls them: feeds come as text/html and PDFs as octet-stream.
    """
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return ".pdf"
    if start.startswith(b"PK\x03\x04"):
        return ".docx" if _WORD_MEMBER in data[:_LOOKED_AT] or _WORD_MEMBER in data[-64 * 1024 :] else ".zip"
    if start.startswith(b"\x1f\x8b"):
        return ".jsonl.gz"
    if _FEED.search(start) and not _PAGE.search(start):
        return ".rss"
    named = PurePosixPath(urlsplit(url).path).suffix.lower() if url else ""
    if content_type in ("", "text/plain", "application/octet-stream") and named in (
        ".md",
        ".markdown",
        ".jsonl",
        ".json",
        ".eml",
        ".mbox",
        ".csv",
        ".tsv",
    ):
        return named
    if content_type in _BY_CONTENT_TYPE:
        return _BY_CONTENT_TYPE[content_type]
    return ".html" if _PAGE.search(start) else ".txt"
