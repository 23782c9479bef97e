"""The tables named ``bot_*``, as migrations. A migration that was released is never edited: add another."""

from sqlite_utils import Database, Migrations

from index import Owned

migrations = Migrations("bot")

SHARED: tuple[Owned, ...] = (
    Owned.by("id", "bot_requests"),
    Owned(
        "bot_feedback",
        "bot_feedback",
        "{row}.question_id || ' ' || {row}.user_id",
        "question_id || ' ' || user_id = ?",
    ),
    Owned.by("application_id", "bot_command_hashes"),
    Owned.by("id", "bot_alerts"),
    Owned.by("alert_id", "bot_alerts_told", order="rowid"),
    Owned.by("alert_id", "bot_alerts_waiting", order="rowid"),
    Owned.by("guild_id", "bot_servers_left"),
    Owned.by("id", "bot_alerts_mark"),
)
"""The tables that processes on several machines share, and whose each row is."""


@migrations()
def create_questions(database: Database) -> None:
    """Questions, keyed by a hash of their text and filters."""
    database.table("bot_questions").create(
        {"id": str, "text": str, "filters": str, "asked_at": str},
        pk="id",
        not_null={"text", "filters", "asked_at"},
    )
    database.table("bot_questions").create_index(["asked_at"])


@migrations()
def create_feedback(database: Database) -> None:
    """One row for each person and question; the last press counts."""
    database.table("bot_feedback").create(
        {"question_id": str, "user_id": int, "helpful": int, "given_at": str},
        pk=("question_id", "user_id"),
        not_null={"helpful", "given_at"},
        foreign_keys=[("question_id", "bot_questions", "id")],
    )
    database.table("bot_feedback").create_index(["user_id"])


@migrations()
def create_command_hashes(database: Database) -> None:
    """What the command tree of each Discord application was when last sent."""
    database.table("bot_command_hashes").create(
        {"application_id": int, "hash": str}, pk="application_id", not_null={"hash"}
    )


@migrations()
def create_timelines(database: Database) -> None:
    """Timelines that were asked for, keyed by a hash of the request."""
    database.table("bot_timelines").create(
        {"id": str, "request": str, "asked_at": str}, pk="id", not_null={"request", "asked_at"}
    )
    database.table("bot_timelines").create_index(["asked_at"])


@migrations()
def create_alerts(database: Database) -> None:
    """Topics that channels are told of, the stories told already, and what waits for the end of quiet hours."""
    database.table("bot_alerts").create(
        {
            "id": int,
            "guild_id": int,
            "channel_id": int,
            "topic": str,
            "quiet_from": int,
            "quiet_to": int,
            "created_at": str,
        },
        pk="id",
        not_null={"guild_id", "channel_id", "topic", "created_at"},
    )
    database.table("bot_alerts").create_index(["guild_id"])
    for name in ("bot_alerts_told", "bot_alerts_waiting"):
        database.table(name).create(
            {"alert_id": int, "document_id": str},
            pk=("alert_id", "document_id"),
            not_null={"alert_id", "document_id"},
        )


@migrations()
def create_quotes(database: Database) -> None:
    """Quotations that were asked for, keyed by a hash of the request."""
    database.table("bot_quotes").create(
        {"id": str, "request": str, "asked_at": str}, pk="id", not_null={"request", "asked_at"}
    )
    database.table("bot_quotes").create_index(["asked_at"])


@migrations()
def create_servers_left(database: Database) -> None:
    """Servers that the bot has left, until what was theirs is deleted."""
    database.table("bot_servers_left").create(
        {"guild_id": int, "left_at": str}, pk="guild_id", not_null={"left_at"}
    )


@migrations()
def join_requests(database: Database) -> None:
    """One table for what was asked for, whatever its kind, in the place of three; ids and times stay."""
    database.table("bot_requests").create(
        {"id": str, "kind": str, "request": str, "asked_at": str},
        pk="id",
        not_null={"kind", "request", "asked_at"},
    )
    database.table("bot_requests").create_index(["asked_at"])
    period = "json_object('since', {0} ->> 'since', 'until', {0} ->> 'until')"
    narrowed = f"json_object('published', {period}, 'publisher', {{0}} ->> 'publisher')".format("filters")
    of_publisher = "json_object('publisher', request ->> 'publisher')"
    for table, kind, request in (
        ("bot_questions", "question", f"'question', text, 'filters', {narrowed}"),
        (
            "bot_timelines",
            "timeline",
            f"""'topic', request ->> 'topic', 'period', {period.format("request")},
                'actor', request ->> 'actor', 'filters', {of_publisher}""",
        ),
        (
            "bot_quotes",
            "quotes",
            f"""'speakers', request -> 'speakers', 'about', request ->> 'about', 'period', {period.format("request")},
                'filters', {of_publisher}, 'chronological', request -> 'stance'""",
        ),
    ):
        database.execute(
            f"""insert or ignore into bot_requests (id, kind, request, asked_at)
                select id, '{kind}', json_object({request}), asked_at from {table}"""
        )
    # SQLite cannot change what a column refers to.
    database.table("bot_feedback_of_requests").create(
        {"question_id": str, "user_id": int, "helpful": int, "given_at": str},
        pk=("question_id", "user_id"),
        not_null={"helpful", "given_at"},
        foreign_keys=[("question_id", "bot_requests", "id")],
    )
    database.execute(
        """insert into bot_feedback_of_requests (question_id, user_id, helpful, given_at)
           select question_id, user_id, helpful, given_at from bot_feedback"""
    )
    for table in ("bot_feedback", "bot_questions", "bot_timelines", "bot_quotes"):
        database.execute(f"drop table {table}")
    database.execute("alter table bot_feedback_of_requests rename to bot_feedback")
    database.table("bot_feedback").create_index(["user_id"])


@migrations()
def create_alerts_mark(database: Database) -> None:
    """Up to which document the alerts have been looked for, in one row: whoever has the duties next goes on from there."""
    database.table("bot_alerts_mark").create({"id": int, "mark": int}, pk="id", not_null={"mark"})
