"""Where the database and the heartbeat are, and whether answers are read for: settings found without the others, whose loading
takes longer than an answer.

What is found is what ``Settings`` finds: the environment first, whatever the case of a name, then ``.env``; what is
empty is not set.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.app.shards import Shards
from index.errors import SettingsError

DATABASE = Path("parley.db")
"""The database where none is set."""

ENV_FILE = ".env"

FILE: Final = "file"
OPENSEARCH: Final = "opensearch"
"""Where an index may be."""

ALL_SHARDS: Final = "auto"
"""What is set where one process serves every shard, as many as Discord advises."""

_NO = frozenset({"false", "0", "no", "off", "n", "f"})
"""What pydantic takes for no."""


def database_path() -> Path:
    """Return the file that holds the documents. Raises SettingsError where ``.env`` cannot be read."""
    return _chosen("parley_database") or DATABASE


def heartbeat_path() -> Path:
    """Return the file that says when Discord last answered. Raises SettingsError where ``.env`` cannot be read."""
    return _chosen("parley_health_file") or beside(database_path(), _shards())


def reader_wanted() -> bool:
    """Return whether answers are to be read for. Raises SettingsError where ``.env`` cannot be read."""
    return (_value("parley_reader") or "").strip().lower() not in _NO


def thresholds_are_set() -> bool:
    """Return whether the host has chosen how sure an answer must be. Raises SettingsError where ``.env`` cannot be read."""
    return bool(_value("parley_answered_from") or _value("parley_strong_from"))


def is_in_file() -> bool:
    """Return whether the index is in the file of the database. Raises SettingsError where ``.env`` cannot be read."""
    return (_value("parley_engine") or FILE) == FILE


def copy_of(database: Path, what: str = "copy") -> Path:
    """Return the file in which a copy is of what the cluster has in the place of the database."""
    return database.with_name(f"{database.name}.{what}" if what == "copy" else f"{database.name}.{what}.copy")


def beside(database: Path, shards: Shards | None = None) -> Path:
    """Return where the heartbeat of the bot with this database is, unless the host chose another file.

    Of several processes with one database, each serving its ``shards``, each has one of its own.
    """
    own = f".{str(shards).replace('/', '-of-')}" if shards else ""
    return database.with_name(f"{database.name}.health{own}")


def unreadable_env_file(error: Exception) -> SettingsError:
    """Return what is said where ``.env`` cannot be read."""
    return SettingsError(f"The file .env cannot be read ({error}). Save it as UTF-8 text.")


def _shards() -> Shards | None:
    written = (_value("parley_shards") or "").strip()
    try:
        return Shards.parse(written) if written and written.lower() != ALL_SHARDS else None
    except ValueError as error:
        raise SettingsError(f"PARLEY_SHARDS cannot be used: {error}.") from None


def _chosen(name: str) -> Path | None:
    value = _value(name)
    return Path(value) if value else None


def _value(name: str) -> str | None:
    return _folded(os.environ).get(name) or _folded(_env_file()).get(name)


def _folded(variables: Mapping[str, str | None]) -> dict[str, str]:
    return {name.lower(): value for name, value in variables.items() if value}


def _env_file() -> Mapping[str, str | None]:
    if not os.path.exists(ENV_FILE) or os.path.isdir(ENV_FILE):
        return {}
    # It is loaded here because most hosts who ask have no such file.
    from dotenv import dotenv_values

    try:
        return dotenv_values(ENV_FILE, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable_env_file(error) from None
