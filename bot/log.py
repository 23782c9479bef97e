"""The log: one line for each record on standard error, times in UTC, no secret in it."""

import logging
import time
from collections.abc import Sequence


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


def configure(level: str, *, secrets: Sequence[str] = ()) -> None:
    """Send the log of this process to standard error, from ``level`` on."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
