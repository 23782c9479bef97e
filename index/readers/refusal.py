"""How a reader refuses: one line that names the source, the reason, and what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import BrokenInstallation, MalformedSource, ParleyError
from index.readers.metadata.origin import Origin

_LONGEST_REASON = 160
"""Characters of what a library says of its refusal; chosen: two lines of a terminal."""


@contextmanager
def refusing_damage(origin: Origin, kind: str, advice: str) -> Iterator[None]:
    """Turn whatever a parsing library raises into MalformedSource: the source, ``kind``, the cause,
    ``advice``.

    Damaged files make libraries raise far more than the errors they document, so every Exception counts as
    damage, except MemoryError, which says something about the limits and not about the file, and ImportError, which says
    something about the installation.
    """
    try:
        yield
    except (ParleyError, MemoryError, ImportError):
        raise
    except Exception as error:
        raise MalformedSource(f"{origin.name}: not a readable {kind} ({reason(error)}). {advice}") from error


def not_installed(error: ImportError) -> BrokenInstallation:
    """Return what is said when a reader cannot be loaded: what is missing, whatever document there was to read."""
    return BrokenInstallation(f"Parley is not installed whole ({reason(error)}). Install it again.")


def reason(error: BaseException) -> str:
    """Return what ``error`` says, or its name in words when it says nothing, as one short line."""
    line = " ".join(str(error).split()).rstrip(".")
    if not line.isprintable() or not line:
        return type(error).__name__
    return line if len(line) <= _LONGEST_REASON else line[: _LONGEST_REASON - 1] + "…"
