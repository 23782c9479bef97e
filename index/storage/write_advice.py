"""What a person has to do so that a file can be written."""

import os
from pathlib import Path

CONTAINER_MARKS = (Path("/.dockerenv"), Path("/run/.containerenv"))
"""Files that Docker and Podman put into every container."""


def write_advice(file: Path) -> str:
    """Return the next step for a file that could not be opened or written, as the end of a sentence.

    For a folder that is mounted into a container, and has to belong to the container's user, it is the command that gives
    it to that user. Elsewhere it names the folder or the file alone: what else is in the folder may be somebody's.
    """
    folder = file.absolute().parent
    if not folder.is_dir():
        return f"create the folder {folder}"
    if file.is_dir():
        return f"{file} is a folder; name a file in it"
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return f"{folder} is on a file system that is mounted read-only; mount it for writing"
    for place, needed in (
        (folder, os.X_OK),
        (file, os.R_OK),
        (folder, os.W_OK | os.X_OK),
        (file, os.R_OK | os.W_OK),
    ):
        if place.exists() and not os.access(place, needed):
            return _give(place, "writable" if needed & os.W_OK else "readable")
    return "check that its folder exists, and make the file and its folder writable for this user"


def _give(place: Path, lacking: str) -> str:
    if _is_mounted_folder(place) and any(mark.exists() for mark in CONTAINER_MARKS):
        return (
            f"{place} is not {lacking} for this user; on the machine that it is on, run "
            f"`sudo chown -R {os.geteuid()}:{os.getegid()} {place}`, with its path there"
        )
    return f"{place} is not {lacking} for this user; change who it belongs to or its permissions"


def _is_mounted_folder(place: Path) -> bool:
    return place.is_dir() and place != Path(place.anchor) and os.path.ismount(place)
