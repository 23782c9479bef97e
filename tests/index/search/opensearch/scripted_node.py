"""A node on a socket of this machine that answers what it is told to, one request after the other, and notes what was asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answer = tuple[int, dict[str, Any]]


class ScriptedNode:
    """Answers ``script`` in turn, the last answer over and over; ``asked`` are the method, path and body of each request."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.script: list[Answer] = [(200, {})]
        self.asked: list[tuple[str, str, str]] = []

    def answer(self) -> Answer:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def scripted_node() -> Iterator[ScriptedNode]:
    """Give a node that is there until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def _handle(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            node.asked.append((self.command, self.path, self.rfile.read(length).decode("utf-8")))
            status, body = node.answer()
            written = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        do_GET = do_POST = do_PUT = _handle  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    node = ScriptedNode(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield node
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
