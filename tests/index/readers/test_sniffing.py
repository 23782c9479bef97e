"""Which format fetched bytes are in."""

import pytest

from index.readers.sniffing import suffix_for
from tests.index.readers.file_samples import SENTENCES, archive, article, page, pdf, rss, word


@pytest.mark.parametrize(
    ("data", "content_type", "url", "suffix"),
    [
        (page(article()), "text/html", "https://example.org/a", ".html"),
        (page(article()), "", "https://example.org/a.pdf", ".html"),
        (b"\xef\xbb\xbf \n" + page(article()), "application/octet-stream", "", ".html"),
        (pdf([SENTENCES]), "application/octet-stream", "https://example.org/download?id=1", ".pdf"),
        (rss("<item/>"), "text/html", "https://example.org/feed", ".rss"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "text/plain", "", ".rss"),
        (word(SENTENCES), "application/octet-stream", "", ".docx"),
        (archive({"a.txt": b"x"}), "application/octet-stream", "", ".zip"),
        (b"\x1f\x8b\x08", "application/gzip", "", ".jsonl.gz"),
        (b"# Talks", "text/plain", "https://example.org/a.md", ".md"),
        (b'{"messages": []}', "application/json", "https://example.org/chat", ".json"),
        (b'{"messages": []}', "text/plain", "https://example.org/result.json", ".json"),
        (b"They met.", "text/plain", "https://example.org/a", ".txt"),
        (b"They met.", "", "", ".txt"),
        (b"", "", "", ".txt"),
    ],
)
def test_what_the_bytes_are_wins_over_what_they_are_called(
    data: bytes, content_type: str, url: str, suffix: str
) -> None:
    assert suffix_for(data, content_type, url) == suffix
