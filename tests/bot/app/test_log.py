"""The log, and what never stands in it."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import log
from index.errors import SettingsError


def record_with_traceback(secret: str) -> logging.LogRecord:
    try:
        raise RuntimeError(f"refused {secret}")
    except RuntimeError as error:
        information = (type(error), error, error.__traceback__)
        return logging.LogRecord("bot", logging.ERROR, __file__, 1, "sent %s", (secret,), information)


def test_a_secret_is_blotted_out_of_messages_and_tracebacks() -> None:
    line = log.RedactingFormatter(["a.secret.token"]).format(record_with_traceback("a.secret.token"))
    assert "a.secret.token" not in line
    assert "sent [secret]" in line
    assert "RuntimeError: refused [secret]" in line


def test_an_empty_secret_changes_nothing() -> None:
    assert "sent word" in log.RedactingFormatter([""]).format(record_with_traceback("word"))


@pytest.fixture
def logging_again() -> Iterator[None]:
    """Put logging back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in log.WORDY}
    yield
    logging.captureWarnings(False)
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:], root.level = handlers, level
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.usefixtures("logging_again")
def test_the_log_goes_to_a_file_and_old_ones_are_deleted(tmp_path: Path) -> None:
    path = tmp_path / "parley.log"
    today = datetime.now(UTC).date()
    days = {age: tmp_path / f"parley.log.{today - timedelta(days=age)}" for age in (1, 3, 4, 400)}
    for file in (*days.values(), tmp_path / "parley.log.notes", tmp_path / "other.log.2001-01-01"):
        file.write_text("before", encoding="utf-8")
    log.configure("INFO", secrets=["hush"], file=path, days=3)
    logging.getLogger("bot").info("said with %s", "hush")
    assert "INFO    bot: said with [secret]" in path.read_text(encoding="utf-8")
    assert [age for age, file in days.items() if file.exists()] == [1, 3]
    assert (tmp_path / "parley.log.notes").exists()
    assert (tmp_path / "other.log.2001-01-01").exists()


@pytest.mark.usefixtures("logging_again")
def test_a_file_that_cannot_be_written_is_a_setting_to_mend(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"create the folder .*nowhere.*PARLEY_LOG_FILE"):
        log.configure("INFO", file=tmp_path / "nowhere" / "parley.log")


@pytest.mark.usefixtures("logging_again")
def test_what_people_write_is_not_logged_by_the_library_at_any_level(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.configure("DEBUG")
    logging.getLogger("bot").debug("how it goes")
    logging.getLogger("discord.gateway").debug("a message of ann")
    logging.getLogger("discord.client").warning("a warning")
    logged = capsys.readouterr().err
    assert "how it goes" in logged
    assert "a warning" in logged
    assert "ann" not in logged


@pytest.mark.usefixtures("logging_again")
def test_the_log_goes_to_standard_error_from_its_level_on(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("WARNING", secrets=["hush"])
    logging.getLogger("bot").info("not said")
    logging.getLogger("bot").warning("said with %s", "hush")
    logged = capsys.readouterr().err
    assert "not said" not in logged
    assert "WARNING bot: said with [secret]" in logged
