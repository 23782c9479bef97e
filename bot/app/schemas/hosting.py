"""What the host's commands print as JSON: the bot's health, and the database checked, backed up and restored."""

import datetime
from typing import ClassVar

from pydantic import Field

from bot.app.schemas.output import Computed, Output
from index import escaped


class ShardHealthOutput(Output):
    """One of Discord's shards that the bot serves."""

    shard: int
    age: float | None = Field(description="Seconds since it last answered; null where it has not yet.")
    latency: float | None = Field(description="Seconds that this answer took.")


class HealthOutput(Output):
    """What `parley health --json` prints."""

    healthy: bool
    age: float | None = Field(
        description="Seconds since Discord's gateway last answered, of several shards the one that is longest silent."
    )
    latency: float | None = Field(description="Seconds that this answer took.")
    message: str
    standby: bool = Field(
        description="Whether a bot waits to take over; where there is no heartbeat, it is this one."
    )
    shards: tuple[ShardHealthOutput, ...]


class KnownBackupOutput(Output):
    """A backup that was noted when it was made."""

    computed: ClassVar[Computed] = {"file": lambda backup: escaped(str(backup.path))}

    file: str
    made_at: datetime.datetime


class CheckOutput(Output):
    """What `parley check --json` prints."""

    database: str
    whole: bool
    problems: list[str] = Field(description="What is wrong, the first twenty; empty for a whole database.")
    documents: int | None = Field(description="In all collections; null where they could not be counted.")
    passages: int | None
    older_finders: int | None = Field(
        description="Documents whose dates and quotations an earlier version found; null where they could not be counted."
    )
    last_good_backup: KnownBackupOutput | None = Field(
        description="The newest known backup that is there and was found whole just now."
    )


class BackupOutput(Output):
    """What `parley backup --json` prints."""

    database: str
    file: str
    bytes: int = Field(ge=0)
    documents: int = Field(ge=0, description="In all collections.")
    passages: int = Field(ge=0)


class MoveOutput(Output):
    """What `parley move --json` prints."""

    to: str
    documents: int = Field(ge=0, description="In all collections.")
    passages: int = Field(ge=0)
    remembered: int = Field(ge=0, description="Rows of what the bot remembers.")


class RestoreOutput(Output):
    """What `parley restore --json` prints."""

    database: str
    file: str
    documents: int = Field(ge=0, description="In all collections.")
    passages: int = Field(ge=0)
    kept: str | None = Field(description="Where the damaged database that was there before is now.")
