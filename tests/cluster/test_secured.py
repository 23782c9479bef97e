"""`parley` with its index in nodes that ask for a password over TLS, as docs/deployment.md sets them up."""

import os
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from tests.cluster.secured import USER, running_secured
from tests.index.search.opensearch.certificates import make_certificate

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

QUESTION = "Where was the river accord signed?"


def test_nodes_with_security_on_are_used_with_the_password_alone(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nodes").mkdir()
    with running_secured(tmp_path / "nodes") as nodes:
        settings = {
            "ENGINE": "opensearch",
            "OPENSEARCH_ADDRESSES": ",".join(nodes.addresses),
            "OPENSEARCH_USER": USER,
            "OPENSEARCH_PASSWORD": nodes.password,
            "OPENSEARCH_AUTHORITY": str(nodes.authority),
        }
        for name, value in settings.items():
            monkeypatch.setenv(f"PARLEY_{name}", value)
        assert main(["index", str(documents)]) == ExitCode.DONE
        capsys.readouterr()
        assert main(["ask", QUESTION]) == ExitCode.DONE
        assert "Port Amity" in capsys.readouterr().out
        assert main(["check"]) == ExitCode.DONE
        capsys.readouterr()

        monkeypatch.setenv("PARLEY_OPENSEARCH_PASSWORD", "wrong")
        assert main(["ask", QUESTION]) == ExitCode.CONFIGURATION
        assert "refuses this user and password (401)" in capsys.readouterr().err
        monkeypatch.setenv("PARLEY_OPENSEARCH_AUTHORITY", str(make_certificate(tmp_path)))
        assert main(["ask", QUESTION]) == ExitCode.CONFIGURATION
        assert "a certificate that nobody vouches for" in capsys.readouterr().err
