"""Loads the reader when it is first needed, once; where it cannot be, says so once."""

import logging
import threading
from functools import cache

from index.answering.reader.pointer import Reader

log = logging.getLogger(__name__)


class Shelved:
    """A reader that is loaded when it is first asked for. Safe to use from several threads."""

    def __init__(self, wanted: bool) -> None:
        """Take whether there is to be one at all."""
        self._wanted = wanted
        self._lock = threading.Lock()
        self._tried = False
        self._reader: Reader | None = None

    def get(self) -> Reader | None:
        """Return the reader; None where it is turned off, or the packages that it runs on are not installed."""
        with self._lock:
            if not self._tried:
                self._tried = True
                self._reader = self._load()
            return self._reader

    def _load(self) -> Reader | None:
        if not self._wanted:
            log.info("the reader is turned off; answers rest on the words met alone")
            return None
        try:
            return Reader.read()
        except ImportError as error:
            log.info(
                "the reader is not used, because %s is not installed; `pip install parley[reader]` brings it",
                error.name,
            )
            return None


@cache
def shelved(wanted: bool) -> Shelved:
    """Return the one reader that all indexes of this process share: it knows of no database."""
    return Shelved(wanted)
