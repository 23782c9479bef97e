"""A cluster has to say who it is: by a certificate that somebody vouches for whom the host named."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from index import Cluster
from index.errors import StoreUnavailable
from index.search.opensearch.opening import connect

pytestmark = [
    pytest.mark.cluster,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates"),
]


class Node(BaseHTTPRequestHandler):
    """Says what a node says of itself."""

    def do_GET(self) -> None:
        said = b'{"version": {"number": "2.19.6", "distribution": "opensearch"}}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        pass


class Server(HTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of who hangs up on a certificate that is not trusted."""


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of this machine that vouches for itself."""
    made = tmp_path / "node.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(
        [*command.split(), "-keyout", str(tmp_path / "node.key"), "-out", str(made)],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return made


@pytest.fixture
def address(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    with Server(("127.0.0.1", 0), Node) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"https://localhost:{server.server_port}"
        server.shutdown()


def test_who_the_host_names_vouches_for_a_node(address: str, certificate: Path) -> None:
    with closing(connect(Cluster((address,), authority=certificate))) as connection:
        assert connection.patiently(connection.client.info)["version"]["number"] == "2.19.6"


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(address: str) -> None:
    refused = pytest.raises(StoreUnavailable, match="set PARLEY_OPENSEARCH_AUTHORITY")
    with closing(connect(Cluster((address,)))) as connection, refused:
        connection.patiently(connection.client.info)


def test_a_certificate_of_another_name_is_refused(address: str, certificate: Path) -> None:
    other = address.replace("localhost", "127.0.0.1")
    refused = pytest.raises(StoreUnavailable, match="check its name")
    with closing(connect(Cluster((other,), authority=certificate))) as connection, refused:
        connection.patiently(connection.client.info)


def test_an_authority_that_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no file"):
        connect(Cluster(("https://localhost:1",), authority=tmp_path / "nowhere.pem"))
