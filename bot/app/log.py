"""The log: one line for each record, times in UTC, no secret in it; on standard error, or in a file for each day."""

import logging
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path

from index import write_advice
from index.errors import SettingsError

WORDY = ("discord", "matplotlib")
"""Libraries that at DEBUG write down what people say and ask, or what nobody asked for."""


class RedactingFormatter(logging.Formatter):
    """A formatter that blots out secrets wherever they stand, tracebacks included."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for a record, each secret in it replaced by ``[secret]``."""
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        return text


class DailyFile(TimedRotatingFileHandler):
    """A file for the log of today, and one with the day at the end of its name for each of the ``days`` before."""

    def __init__(self, path: Path, days: int) -> None:
        super().__init__(path, when="midnight", utc=True, encoding="utf-8", backupCount=days)
        self._days = days
        self.drop_old(datetime.now(UTC).date())

    def drop_old(self, today: date) -> None:
        """Delete the files of days that are too long ago, also those that the bot did not run on since."""
        path = Path(self.baseFilename)
        for file in path.parent.glob(f"{path.name}.*"):
            try:
                day = date.fromisoformat(file.name.removeprefix(f"{path.name}."))
            except ValueError:
                continue
            if day < today - timedelta(days=self._days):
                file.unlink(missing_ok=True)

    def doRollover(self) -> None:  # noqa: N802 - the name that logging calls
        """Begin the file of another day."""
        super().doRollover()
        self.drop_old(datetime.now(UTC).date())


def configure(level: str, *, secrets: Sequence[str] = (), file: Path | None = None, days: int = 14) -> None:
    """Send the log of this process, from ``level`` on, to standard error or to ``file``, which is kept for ``days`` days.

    Raises:
        SettingsError: ``file`` cannot be written.
    """
    handler = _handler(file, days)
    handler.setFormatter(RedactingFormatter(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in WORDY:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelName(level)))
    logging.captureWarnings(True)


def _handler(file: Path | None, days: int) -> logging.Handler:
    if file is None:
        return logging.StreamHandler()
    try:
        return DailyFile(file, days)
    except OSError as error:
        raise SettingsError(
            f"The log cannot be written to {file} ({error.strerror}): {write_advice(file)}. It is set by PARLEY_LOG_FILE."
        ) from error
