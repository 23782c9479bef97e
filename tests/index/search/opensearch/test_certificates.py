"""A cluster says who it is, by a certificate that somebody vouches for whom the host named, before it is told a password."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from index import Cluster
from index.errors import StoreUnavailable
from index.search.opensearch.opening import connect
from tests.index.search.opensearch.certificates import NEEDED, make_certificate
from tests.index.search.opensearch.scripted_node import ScriptedNode, scripted_node

pytestmark = NEEDED

LET_IN = "Basic " + b64encode(b"ann:right").decode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def node(certificate: Path) -> Iterator[ScriptedNode]:
    with scripted_node(certificate) as node:
        node.script = [(200, {"version": {"number": "2.19.6", "distribution": "opensearch"}})]
        node.let_in = LET_IN
        yield node


@pytest.fixture
def where(node: ScriptedNode, certificate: Path) -> Cluster:
    return Cluster((node.address,), user="ann", password="right", authority=certificate)


def asked(where: Cluster) -> str:
    with closing(connect(where)) as connection:
        return str(connection.patiently(connection.client.info)["version"]["number"])


def test_who_the_host_names_vouches_for_a_node_that_is_told_the_password(where: Cluster) -> None:
    assert asked(where) == "2.19.6"


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(
    node: ScriptedNode, where: Cluster, tmp_path: Path
) -> None:
    for authority in (None, make_certificate(tmp_path)):
        with pytest.raises(StoreUnavailable, match="set PARLEY_OPENSEARCH_AUTHORITY"):
            asked(replace(where, authority=authority))
    # Nobody was told the password.
    assert node.asked == []


def test_a_certificate_of_another_name_is_refused(node: ScriptedNode, where: Cluster) -> None:
    other = node.address.replace("localhost", "127.0.0.1")
    with pytest.raises(StoreUnavailable, match="check its name"):
        asked(replace(where, addresses=(other,)))
    assert node.asked == []


def test_who_is_not_let_in_is_told_so_at_once(node: ScriptedNode, where: Cluster) -> None:
    with pytest.raises(StoreUnavailable, match=r"refuses this user and password \(401\); check both"):
        asked(replace(where, password="wrong"))
    assert len(node.asked) == 1


def test_an_authority_that_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no file"):
        connect(Cluster(("https://localhost:1",), authority=tmp_path / "nowhere.pem"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"PASSWORD": "wrong"}, "refuses this user and password (401); check both."),
        ({"AUTHORITY": ""}, "has a certificate that nobody vouches for; check its name"),
    ],
)
def test_a_command_says_what_to_set_in_one_sentence(
    where: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_ENGINE", "opensearch")
    given = {
        "ADDRESSES": where.addresses[0],
        "USER": "ann",
        "PASSWORD": "right",
        "AUTHORITY": str(where.authority),
        **changed,
    }
    for name, value in given.items():
        if value:
            monkeypatch.setenv(f"PARLEY_OPENSEARCH_{name}", value)
    assert main(["ask", "Where was the river accord signed?"]) == ExitCode.CONFIGURATION
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1 and said in printed.err
