"""The log, and what never stands in it."""

import logging

import pytest

from bot import log


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


def test_the_log_goes_to_standard_error_from_its_level_on(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        log.configure("WARNING", secrets=["hush"])
        logging.getLogger("bot").info("not said")
        logging.getLogger("bot").warning("said with %s", "hush")
    finally:
        logging.captureWarnings(False)
        root.handlers[:], root.level = handlers, level
    logged = capsys.readouterr().err
    assert "not said" not in logged
    assert "WARNING bot: said with [secret]" in logged
