"""What `parley feeds list --json` and `parley feeds remove --json` print."""

import datetime
from operator import attrgetter
from typing import ClassVar

from pydantic import Field

from bot.app.schemas.output import Computed, Output


class FeedOutput(Output):
    """A feed that is followed. Times are in UTC."""

    computed: ClassVar[Computed] = {"number": attrgetter("id")}

    number: int
    url: str
    title: str | None
    publisher: str | None
    collection: str
    checked_at: datetime.datetime | None
    due_at: datetime.datetime
    failing: bool = Field(description="It failed several times in a row.")
    failure: str | None = Field(description="Why the last fetch failed.")


class FeedsOutput(Output):
    """What `parley feeds list --json` prints."""

    feeds: list[FeedOutput]


class RemovedFeedsOutput(Output):
    """What `parley feeds remove --json` prints."""

    removed: list[int] = Field(description="The numbers of the feeds that are followed no longer.")
    unknown: list[int] = Field(description="The numbers that no feed has.")
