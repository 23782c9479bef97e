"""Three real nodes with the security plugin, set up as docs/deployment.md and compose.opensearch.yaml say.

The commands of the page make the certificates, and the settings of the file are the nodes'. What differs is that the nodes are
all on this machine, so that the certificates name it too, and that Maven brings the plugin instead of the image.
"""

import base64
import re
import shutil
import ssl
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from secrets import token_urlsafe
from typing import ClassVar
from zipfile import ZipFile

import yaml

from tests.cluster.nodes import NODES, Cluster, classpath

ROOT = Path(__file__).parents[2]
USER = "parley"
PLUGIN = "org.opensearch.security.OpenSearchSecurityPlugin"
TO_MAKE = 120.0
"""Seconds that the certificates may take, or the hash of a password, on a machine with other work."""


class SecuredCluster(Cluster):
    """Nodes that ask for a password, and speak TLS alone, with certificates in ``made``."""

    _options: ClassVar = (f"-Dplugins={PLUGIN}",)

    def __init__(self, folder: Path, path: str, made: Path, password: str) -> None:
        super().__init__(folder, path)
        self.authority = made / "authority.pem"
        self.password = password
        self._context = ssl.create_default_context(cafile=str(self.authority))

    @property
    def addresses(self) -> list[str]:
        """Where the nodes are spoken to."""
        return [f"https://localhost:{port}" for port in self.http]

    def _settings(self, place: int) -> dict[str, str]:
        service = services()[f"node-{place + 1}"]
        said = {name: str(value) for name, value in service["environment"].items() if "." in name}
        # What is the machine's: how much memory may be locked, where snapshots go, where others are.
        for name in ("bootstrap.memory_lock", "path.repo"):
            del said[name]
        own = super()._settings(place)
        names = ",".join(f"node-{other + 1}" for other in range(NODES))
        return {
            **own,
            **said,
            "discovery.seed_hosts": own["discovery.seed_hosts"],
            "cluster.initial_cluster_manager_nodes": names,
        }

    def _opened(self, address: str) -> HTTPResponse:
        told = base64.b64encode(f"{USER}:{self.password}".encode()).decode()
        request = urllib.request.Request(address, headers={"Authorization": f"Basic {told}"})
        answer = urllib.request.urlopen(request, timeout=10, context=self._context)
        assert isinstance(answer, HTTPResponse)
        return answer


def services() -> dict[str, dict[str, dict[str, str]]]:
    """The services of the compose file."""
    text = (ROOT / "compose.opensearch.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)["services"]
    return found


def make_certificates(folder: Path) -> None:
    """Run the commands of the page that make certificates, in ``folder``; they name this machine too."""
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    (commands,) = (block for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) if "openssl" in block)
    on_this_machine = commands.replace("DNS:$node", "DNS:$node,DNS:localhost,IP:127.0.0.1")
    assert on_this_machine != commands
    left_out = ("mkdir -p cluster", "sudo ", "docker ")
    lines = [line for line in on_this_machine.splitlines() if not line.startswith(left_out)]
    subprocess.run(
        ["sh", "-e", "-c", "\n".join(lines)], check=True, cwd=folder, capture_output=True, timeout=TO_MAKE
    )


def users_with(password: str, path: str) -> str:
    """Return the page's file of users with the hash of this password."""
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    users: str
    (users,) = (block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "THE HASH" in block)
    command = ["java", "-cp", path, "org.opensearch.security.tools.Hasher", "-p", password]
    made = subprocess.run(command, check=True, capture_output=True, text=True, timeout=TO_MAKE)
    return users.replace("THE HASH", made.stdout.strip().splitlines()[-1])


@contextmanager
def running_secured(folder: Path) -> Iterator[SecuredCluster]:
    """Give three nodes with security on; they are ended afterwards."""
    parts = classpath(folder, "secured").split(":")
    (archive,) = (part for part in parts if part.endswith(".zip"))
    plugin = folder / "plugin"
    with ZipFile(archive) as packed:
        packed.extractall(plugin)
    path = ":".join([*(part for part in parts if part != archive), f"{plugin}/*"])
    made, password = folder / "certificates", token_urlsafe()
    made.mkdir()
    make_certificates(made)
    users = users_with(password, path)
    for place in range(NODES):
        config = folder / f"node-{place}" / "config"
        shutil.copytree(made / f"node-{place + 1}", config / "certificates")
        shutil.copytree(plugin / "config", config / "opensearch-security")
        (config / "opensearch-security" / "internal_users.yml").write_text(users, encoding="utf-8")
    cluster = SecuredCluster(folder, path, made, password)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
