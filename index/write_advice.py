"""What a person has to do so that a file can be written."""

import os
from pathlib import Path


def write_advice(file: Path) -> str:
    """Return the next step for a file that could not be opened or written, as the end of a sentence.

    Where the folder or the file belongs to somebody else, it is the command that gives it to this user: in a container, the
    user that a mounted folder has to belong to.
    """
    folder = file.absolute().parent
    if not folder.is_dir():
        return f"create the folder {folder}"
    if file.is_dir():
        return f"{file} is a folder; name a file in it"
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return f"{folder} is on a file system that is mounted read-only; mount it for writing"
    for place, needed in ((folder, os.W_OK | os.X_OK), (file, os.R_OK | os.W_OK)):
        if place.exists() and not os.access(place, needed):
            return (
                f"{place} is not writable for this user; on the machine that it is on, run "
                f"`sudo chown -R {os.geteuid()}:{os.getegid()} {place}`, with its path there"
            )
    return "check that its folder exists, and make the file and its folder writable for this user"
