"""The paths that are found without the settings are those of the settings."""

from pathlib import Path

import pytest

from bot.app import paths
from bot.app.settings import Settings
from index.errors import SettingsError


@pytest.mark.parametrize(
    ("variables", "env_file"),
    [
        ({}, None),
        ({"PARLEY_DATABASE": "talks.db"}, None),
        ({"PARLEY_DATABASE": ""}, "PARLEY_DATABASE=talks.db"),
        ({"PARLEY_DATABASE": "here.db"}, "PARLEY_DATABASE=talks.db\nPARLEY_HEALTH_FILE=/tmp/health"),
        ({"parley_database": "here.db", "Parley_Health_File": "beat"}, "PARLEY_DATABASE=talks.db"),
        (
            {"FOLDER": "/srv"},
            "# a comment\nexport parley_database='${FOLDER}/talks.db'\n\nPARLEY_HEALTH_FILE=",
        ),
        ({"DATABASE": "none.db", "HEALTH_FILE": "none"}, "DATABASE=none.db\nno setting\n=\nPARLEY_DATABASE"),
    ],
)
def test_they_are_where_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], env_file: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if env_file is not None:
        (tmp_path / ".env").write_text(env_file, encoding="utf-8")
    settings = Settings.load()
    assert paths.database_path() == settings.database
    assert paths.heartbeat_path() == settings.heartbeat_path


@pytest.mark.parametrize("value", ["", "true", "1", "yes", "On", "false", "0", "no", "OFF", "f", "N"])
@pytest.mark.parametrize("place", ["environment", "file"])
def test_whether_there_is_to_be_a_reader_is_as_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if place == "environment":
        monkeypatch.setenv("PARLEY_READER", value)
    else:
        (tmp_path / ".env").write_text(f"PARLEY_READER={value}", encoding="utf-8")
    assert paths.reader_wanted() == Settings.load().reader


def test_a_file_that_is_no_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"PARLEY_DATABASE=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        paths.database_path()
