"""A node on a socket of this machine that answers what it is told to, one request after the other, and notes what was asked."""

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Answer = tuple[int, dict[str, Any]]


class ScriptedNode:
    """Answers ``script`` in turn, the last answer over and over; ``asked`` are the method, path and body of each request.

    Whoever does not say who they are as ``let_in`` does, the value of the header for it, is turned away."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.script: list[Answer] = [(200, {})]
        self.asked: list[tuple[str, str, str]] = []
        self.let_in: str | None = None

    def answer(self, said: str | None) -> Answer:
        if self.let_in is not None and said != self.let_in:
            return 401, {"error": "Unauthorized", "status": 401}
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def scripted_node(certificate: Path | None = None) -> Iterator[ScriptedNode]:
    """Give a node that is there until the block ends; it speaks TLS where it has a certificate, whose key lies beside it."""

    class Handler(BaseHTTPRequestHandler):
        def _handle(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            node.asked.append((self.command, self.path, self.rfile.read(length).decode("utf-8")))
            status, body = node.answer(self.headers["Authorization"])
            written = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(written)

        do_GET = do_HEAD = do_POST = do_PUT = _handle  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of who hangs up on a certificate that is not trusted."""

    server = Server(("127.0.0.1", 0), Handler)
    node = ScriptedNode(f"http://127.0.0.1:{server.server_port}")
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
        # The handshake is the thread's that answers, and not of the one that waits for others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        node.address = f"https://localhost:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield node
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
