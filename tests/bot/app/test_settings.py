"""Settings from the environment and from a file, and the sentence for each that cannot be used."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.settings import SHIPPED_SEEDS, Settings, variable
from index.errors import SettingsError


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_everything_but_the_token_has_a_default() -> None:
    settings = Settings.load()
    assert settings.database == Path("parley.db")
    assert settings.seeds == (SHIPPED_SEEDS,)
    assert settings.heartbeat_path == Path("parley.db.health")
    assert settings.discord_token is None


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(
        "PARLEY_WORKERS=3\nPARLEY_QUEUE=7\nDISCORD_TOKEN=from.the.file\n", encoding="utf-8"
    )
    monkeypatch.setenv("PARLEY_WORKERS", "5")
    settings = Settings.load()
    assert (settings.workers, settings.queue, settings.require_token()) == (5, 7, "from.the.file")


def test_an_empty_setting_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DATABASE", "")
    assert Settings.load().database == Path("parley.db")


def test_seeds_are_several_folders_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_SEEDS", f"a{os.pathsep}b c{os.pathsep}")
    assert Settings.load().seeds == (Path("a"), Path("b c"))
    monkeypatch.setenv("PARLEY_SEEDS", "None")
    assert Settings.load().seeds == ()


def test_a_log_level_may_be_written_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_LOG_LEVEL", "debug")
    assert Settings.load().log_level == "DEBUG"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLEY_WORKERS", "many"),
        ("PARLEY_WORKERS", "0"),
        ("PARLEY_QUEUE", "-1"),
        ("PARLEY_LOG_LEVEL", "LOUD"),
        ("PARLEY_GATEWAY_PATIENCE", "0"),
        ("PARLEY_KEEP_DAYS", "soon"),
        ("PARLEY_DISCORD_API", "discord"),
        ("PARLEY_ENGINE", "paper"),
        ("PARLEY_OPENSEARCH_ADDRESSES", "one:9200"),
        ("PARLEY_OPENSEARCH_ADDRESSES", "https://ann:secret@node-1:9200"),
        ("PARLEY_OPENSEARCH_PREFIX", "Parley*"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_in_one_line(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value).startswith(f"{name} cannot be used: ")
    assert "\n" not in str(caught.value)


def test_the_index_is_in_the_file_where_nothing_else_is_set() -> None:
    settings = Settings.load()
    assert settings.cluster is None
    assert settings.index_path == settings.memory_path == settings.database


def test_a_cluster_has_copies_beside_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_ENGINE", "opensearch")
    with pytest.raises(SettingsError, match=r"PARLEY_OPENSEARCH_ADDRESSES cannot be used: it is not set"):
        Settings.load()
    monkeypatch.setenv("PARLEY_OPENSEARCH_ADDRESSES", "https://one:9200/, https://two:9200")
    monkeypatch.setenv("PARLEY_OPENSEARCH_USER", "parley")
    monkeypatch.setenv("PARLEY_OPENSEARCH_PASSWORD", "very.secret")
    settings = Settings.load()
    cluster = settings.cluster
    assert cluster is not None
    assert cluster.addresses == ("https://one:9200", "https://two:9200")
    assert (cluster.user, cluster.password, cluster.prefix) == ("parley", "very.secret", "parley")
    assert "secret" not in repr(settings) + repr(cluster)
    assert settings.index_path == Path("parley.db.copy")
    assert settings.memory_path == Path("parley.db.memory.copy")


@pytest.mark.parametrize(
    "address",
    [
        "one:9200",
        "http://127.0.0.1:99999",
        "http://node:port",
        "http://[::1",
        "https://node:9200/secret",
        "https://a:b@node",
    ],
)
def test_what_is_no_address_of_a_node_is_refused_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("PARLEY_ENGINE", "opensearch")
    monkeypatch.setenv("PARLEY_OPENSEARCH_ADDRESSES", address)
    with pytest.raises(SettingsError, match=r"it is no address such as https://node-1:9200") as told:
        Settings.load()
    assert address not in str(told.value)


def test_a_file_that_is_not_text_is_named() -> None:
    Path(".env").write_bytes(b"PARLEY_WORKERS=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        Settings.load()


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very.secret.token")
    settings = Settings.load()
    assert "secret" not in repr(settings) + str(settings) + settings.model_dump_json()
    assert settings.require_token() == "very.secret.token"


def test_without_a_token_the_sentence_says_where_it_is() -> None:
    with pytest.raises(SettingsError, match="Bot page of your application"):
        Settings.load().require_token()


@given(st.text(min_size=1).filter(lambda token: token.strip() and not token.strip().isascii()))
def test_a_token_with_other_letters_is_refused_without_showing_it(token: str) -> None:
    with pytest.raises(SettingsError, match="characters that no token has") as caught:
        Settings(_env_file=None, discord_token=token).require_token()
    if len(token.strip()) > 3:
        assert token.strip() not in str(caught.value)


def test_every_field_has_a_variable() -> None:
    names = {variable(field) for field in Settings.model_fields}
    assert {"DISCORD_TOKEN", "PARLEY_DATABASE", "PARLEY_SEEDS"} <= names
    assert len(names) == len(Settings.model_fields)
