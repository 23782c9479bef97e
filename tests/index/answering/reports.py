"""An index of short reports that have a title each and one day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from index import Document, Index

DAY = date(2023, 5, 5)


@contextmanager
def reports(folder: Path, texts: Mapping[str, str]) -> Iterator[Index]:
    """Open an index in ``folder`` of the ``texts`` by their titles."""
    with Index.open(folder / "parley.db") as opened:
        opened.add_documents(
            [Document(key=title, title=title, text=text, published=DAY) for title, text in texts.items()]
        )
        yield opened
