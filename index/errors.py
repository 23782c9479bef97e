"""Every error that Parley raises on purpose.

    ParleyError
    ├── SettingsError          a setting is missing or has a value that cannot be used
    ├── SourceError            a document could not be read
    │   ├── SourceNotFound     no file or folder there
    │   ├── UnsupportedFormat  no reader for this kind of file
    │   ├── MalformedSource    the file is of a known kind and broken
    │   │   └── Scanned        its pages are pictures: text recognition may read them
    │   ├── SourceTooLarge     more bytes, memory or time than the limits allow
    │   ├── FetchRefused       an address that is not fetched on principle
    │   └── FetchFailed        the server could not be reached, or answered with an error
    ├── StoreError             the database cannot be used
    │   ├── StoreUnavailable   cannot be opened or written: folder, permissions, disk
    │   │   └── StoreBusy      another process held its lock for too long: the same may work in a moment
    │   │       ├── TurnTaken  another process does what one at a time may do
    │   │       └── NotWhole   a part of an index in several does not answer
    │   └── StoreCorrupt       the file is damaged or is not a Parley database
    ├── QueryError             a question, topic, date or name that cannot be asked for
    ├── Busy                   too much is waiting, or the bot is stopping: the same request may work in a moment
    ├── ServiceUnavailable     a service that Parley needs cannot be reached, or was lost for too long
    └── BrokenInstallation     something that Parley is installed with is missing: no document is at fault

The text of an error is one line for a person: the fact, then what to do about it. It never holds a token.
"""


class ParleyError(Exception):
    """Base of every error that Parley raises on purpose; ``str()`` of it may be shown to a person."""


class SettingsError(ParleyError):
    """A setting is missing or has a value that cannot be used."""


class SourceError(ParleyError):
    """A document could not be read; the others of the same run are unaffected."""


class SourceNotFound(SourceError):
    """There is no file or folder at the given path."""


class UnsupportedFormat(SourceError):
    """No reader exists for this kind of file."""


class ReadAsItStands(SourceError):
    """The document before was read all the same; the message says what to mend in it."""


class MalformedSource(SourceError):
    """The file is of a known kind and broken: the message names the place."""


class Scanned(MalformedSource):
    """Pages of the file are pictures of words: text recognition may read them, where it is installed."""


class SourceTooLarge(SourceError):
    """Reading it needs more bytes, memory or time than the limits allow."""


class FetchRefused(SourceError):
    """The address is not fetched on principle: its scheme, its credentials, or where it leads; no connection was made."""


class FetchFailed(SourceError):
    """The server could not be reached, or answered with an error.

    ``status`` is the HTTP status where there was an answer; ``retry_after`` the seconds that the server asked to wait.
    """

    def __init__(self, message: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class StoreError(ParleyError):
    """The database cannot be used."""


class StoreUnavailable(StoreError):
    """The database cannot be opened or written: missing folder, permissions, full disk."""


class StoreBusy(StoreUnavailable):
    """Another process held the database's lock for too long; the same may work in a moment."""


class TurnTaken(StoreBusy):
    """Another process does what only one may do at a time: it is this one's turn when that has ended."""


class NotWhole(StoreBusy):
    """A part of an index that is kept in several does not answer: nothing is answered from the others alone. Names no address."""


class StoreCorrupt(StoreError):
    """The file is damaged, or is not a Parley database."""


class QueryError(ParleyError):
    """A question, topic, date or name that cannot be asked for; the message says what can."""


class Busy(ParleyError):
    """Too much is waiting, or the bot is stopping; the same request may work in a moment."""


class ServiceUnavailable(ParleyError):
    """A service that Parley needs cannot be reached, or was lost for too long."""


class BrokenInstallation(ParleyError):
    """Something that Parley is installed with is missing or cannot be loaded; no document is at fault."""
