"""The one place that turns errors into exit codes."""

import click
import pytest

from bot.cli import cli, main
from index import errors


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """A command `fail` that raises what the list holds."""
    raised: list[BaseException] = []

    @click.command()
    def fail() -> None:
        raise raised[0]

    monkeypatch.setitem(cli.commands, "fail", fail)
    return raised


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.QueryError("Ask something."), 2),
        (errors.MalformedSource("notes.md is broken."), 65),
        (errors.ServiceUnavailable("Discord cannot be reached."), 69),
        (errors.Busy("Try again."), 75),
        (errors.SettingsError("PARLEY_WORKERS cannot be used."), 78),
        (errors.StoreUnavailable("There is no folder."), 78),
        (errors.StoreBusy("Another process is writing."), 75),
        (errors.StoreCorrupt("The file is damaged."), 78),
        (errors.BrokenInstallation("A package is missing."), 70),
        (errors.ParleyError("Something else."), 70),
    ],
)
def test_an_error_raised_on_purpose_is_one_sentence_and_a_code(
    error: errors.ParleyError, code: int, failing: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(error)
    assert main(["fail"]) == code
    assert capsys.readouterr().err == f"parley: {error}\n"


def test_ctrl_c_is_130(failing: list[BaseException], capsys: pytest.CaptureFixture[str]) -> None:
    failing.append(KeyboardInterrupt())
    assert main(["fail"]) == 130
    assert "stopped" in capsys.readouterr().err


def test_a_fault_keeps_its_traceback(failing: list[BaseException], caplog: pytest.LogCaptureFixture) -> None:
    failing.append(ZeroDivisionError("a fault"))
    assert main(["fail"]) == 70
    assert "please report it" in caplog.text
    assert "ZeroDivisionError: a fault" in caplog.text


def test_a_message_cannot_steer_the_terminal(
    failing: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(errors.SettingsError("\x1b[2Jgone"))
    assert main(["fail"]) == 78
    assert "\x1b" not in capsys.readouterr().err
