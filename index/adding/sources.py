"""The files of the sources that are added, read one after another."""

from collections.abc import Generator, Iterable
from pathlib import Path

from index import readers
from index.errors import BrokenInstallation, ParleyError, ReadAsItStands
from index.model import Document, SourceOutcome
from index.readers import Isolated
from index.readers.encoding import escaped


def read_sources(
    sources: Iterable[Path | str], collection: str, isolated: Isolated
) -> Generator[Document | SourceOutcome, None, None]:
    """Yield the documents of the files, and of every file with a reader in the folders, at ``sources``; for what cannot be read
    a refusal with the reason, and for what was read as it stands, behind its document, an outcome with what to mend.

    ``isolated`` reads what strangers wrote, elsewhere.
    """
    for source in sources:
        try:
            for path in readers.find_files(Path(source)):
                for item in readers.read_file(path, collection, isolated):
                    yield item if isinstance(item, Document) else _refusal(str(path), item)
        except BrokenInstallation:
            raise
        except ParleyError as error:
            yield _refusal(str(source), error)


def _refusal(source: str, error: Exception) -> SourceOutcome:
    if isinstance(error, ReadAsItStands):
        return SourceOutcome(escaped(source), "unchanged", notes=(escaped(str(error)),))
    return SourceOutcome(escaped(source), "refused", reason=escaped(str(error)))
