"""Files on disk: which there are, and their bytes, within bounds. Nothing but regular files is ever read."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.errors import SourceError, SourceNotFound, SourceTooLarge

_CHUNK = 2**20
"""Bytes that are read at once; chosen."""


def find_files(path: Path, is_wanted: Callable[[str], bool]) -> Iterator[Path]:
    """Yield the files to read at ``path``: itself, or in name order every file below it whose name ``is_wanted``.

    Hidden files are passed over in a folder, links to folders are not followed, and links to files only where those lie in the
    folder too: whoever may put a file into a folder of documents may not publish the others of the machine. Pipes, devices and
    links that lead nowhere are yielded: reading them says why they are refused. Raises SourceNotFound when there is nothing at
    ``path``; SourceError, once all else is yielded, when a folder below it cannot be read or a link leads out of it.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError as error:
        raise SourceNotFound(f"There is no file or folder {path}; check the path.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read ({_reason(error)}); check the path.") from error
    if is_folder:
        yield from _files_below(path, is_wanted)
    else:
        yield path


def _files_below(folder: Path, is_wanted: Callable[[str], bool]) -> Iterator[Path]:
    failures: list[OSError] = []
    found: list[Path] = []
    for held, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(held, name) for name in names if not name.startswith(".") and is_wanted(name)]
    outside = {path for path in found if path.is_symlink() and _leads_out(path, folder)}
    yield from sorted(path for path in found if path not in outside)
    reasons = [f"{error.filename} cannot be read ({_reason(error)})" for error in failures[:1]]
    reasons += [
        f"{path} is a link to a file outside of {folder}; name that file itself, or copy it there"
        for path in sorted(outside)[:1]
    ]
    if reasons:
        more = len(failures) + len(outside) - len(reasons)
        others = f", and {more:,} more" if more else ""
        raise SourceError(f"{'; '.join(reasons)}{others}; the rest was read.")


def _leads_out(link: Path, folder: Path) -> bool:
    """Tell whether a link leads to a file outside of ``folder``; what is no file is refused when it is read."""
    try:
        target = link.resolve(strict=True)
        return target.is_file() and not target.is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of the regular file at ``path``, at most ``most`` of them. Raises as ``check_regular`` does."""
    return b"".join(chunks_of_regular(path, most))


def chunks_of_regular(path: Path, most: int) -> Iterator[bytes]:
    """Yield the bytes of the regular file at ``path``, at most ``most`` of them, a mebibyte at a time.

    The size is looked at before anything is read, and again as it is read, for a file that grows or does not say
    its size. Raises as ``check_regular`` does.
    """
    left = most
    with _opened(path, most) as file:
        while chunk := file.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise _too_large(path, "more", most)
            yield chunk


def check_regular(path: Path, most: int) -> None:
    """Raise SourceTooLarge where the file at ``path`` has more than ``most`` bytes, SourceNotFound when there is nothing,
    SourceError for a device, pipe, socket or folder and for what cannot be read."""
    with _opened(path, most):
        return


@contextmanager
def _opened(path: Path, most: int) -> Iterator[IO[bytes]]:
    try:
        # Not to wait for a writer, where the path is a pipe.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with open(descriptor, "rb", buffering=0) as file:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                raise SourceError(
                    f"{path} cannot be read: it is not a regular file. Save what it holds as one."
                )
            if about.st_size > most:
                raise _too_large(path, f"{about.st_size:,} bytes", most)
            yield file
    except FileNotFoundError as error:
        if path.is_symlink():
            raise SourceNotFound(f"{path} is a link that leads nowhere; mend it, or remove it.") from error
        raise SourceNotFound(f"There is no file {path}; check the path.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read ({_reason(error)}); check its permissions.") from error


def _too_large(path: Path, size: str, most: int) -> SourceTooLarge:
    return SourceTooLarge(f"{path} has {size}, and at most {most:,} bytes are read; split it.")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
