"""Three real nodes of OpenSearch on loopback: started, killed and started again by the tests.

What a node is made of stands in ``pom.xml`` with its versions; Maven resolves it, and Java runs it (17 or newer). A node ends
with the process that started it.
"""

import json
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPResponse
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

HERE = Path(__file__).parent

NODES = 3
"""With one of three gone, two still agree on who leads."""
HEAP = ("-Xms256m", "-Xmx512m")
"""The memory of a node: enough for a hundred thousand passages."""
TO_RESOLVE = 900.0
"""Seconds that Maven may take to fetch 45 MB, once."""
TO_COMPILE = 120.0
"""Seconds that a page of Java may take, on a machine with other work."""
TO_START = 240.0
"""Seconds that nodes may take to find one another, on a machine with other work."""
TO_END = 60.0
"""Seconds that a node may take to end."""


def missing() -> str | None:
    """What the nodes need and is not on this machine; None where all is."""
    absent = [name for name in ("mvn", "java") if shutil.which(name) is None]
    return f"{' and '.join(absent)} cannot be found" if absent else None


def classpath(folder: Path, *profiles: str) -> str:
    """Return the path of everything that a node is made of, fetched where it is not there yet."""
    found = folder / "classpath"
    command = ["mvn", "--quiet", "--batch-mode", "--file", str(HERE / "pom.xml")]
    command += [f"--activate-profiles={profile}" for profile in profiles]
    command += ["dependency:build-classpath", f"-Dmdep.outputFile={found}"]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, timeout=TO_RESOLVE)
    return found.read_text(encoding="utf-8").strip()


def compiled(folder: Path, path: str) -> None:
    """Compile what a node begins with, once for all of them: what is given to Java as text it compiles at each start."""
    command = ["java", "--module", "jdk.compiler/com.sun.tools.javac.Main", "-cp", path, "-d", str(folder)]
    subprocess.run([*command, str(HERE / "ClusterNode.java")], check=True, timeout=TO_COMPILE)


def free_ports(count: int) -> list[int]:
    """Return ports on loopback that nobody listens on, each another."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [int(one.getsockname()[1]) for one in sockets]


class Cluster:
    """Three nodes with all their data under one folder."""

    def __init__(self, folder: Path, path: str) -> None:
        self._folder = folder
        self._path = path
        compiled(folder, path)
        ports = free_ports(2 * NODES)
        self.http, self._transport = ports[:NODES], ports[NODES:]
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def addresses(self) -> list[str]:
        """Where the nodes are spoken to, those that were killed too."""
        return [f"http://127.0.0.1:{port}" for port in self.http]

    def start(self, *places: int) -> None:
        """Start nodes by their places, all where none is named, and wait until no copy of anything is missing."""
        started = places or tuple(range(NODES))
        for place in started:
            home = self._folder / f"node-{place}"
            home.mkdir(exist_ok=True)
            with (self._folder / f"node-{place}.log").open("ab") as log:
                self._running[place] = subprocess.Popen(
                    self._command(place, home), stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT
                )
        # The others may not have missed it yet, and would say that they are whole.
        self.wait(f"wait_for_nodes={len(self._running)}&wait_for_status=green", started)

    def _command(self, place: int, home: Path) -> list[str]:
        java = ["java", *HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlog4j2.disable.jmx=true"]
        java += [*self._options, "-cp", f"{self._folder}:{self._path}", "ClusterNode", str(home)]
        return [*java, *(f"{name}={value}" for name, value in self._settings(place).items())]

    _options: ClassVar[Sequence[str]] = ()
    """More options for Java."""

    def _settings(self, place: int) -> dict[str, str]:
        return {
            "cluster.name": "parley",
            "node.name": f"node-{place}",
            "network.host": "127.0.0.1",
            "http.port": str(self.http[place]),
            "transport.port": str(self._transport[place]),
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{port}" for port in self._transport),
            "cluster.initial_cluster_manager_nodes": ",".join(f"node-{other}" for other in range(NODES)),
            "node.store.allow_mmap": "false",
            "path.repo": str(self._folder / "snapshots"),
            # How full this machine's disk is says nothing of the tests.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }

    def kill(self, place: int) -> None:
        """Kill a node as a power cut does: it has no time for a last word."""
        with self._running.pop(place) as process:
            process.kill()
            process.wait(TO_END)

    def end(self, place: int) -> None:
        """End a node as an operator does: it says goodbye."""
        with self._running.pop(place) as process:
            if process.stdin is not None:
                process.stdin.close()
            try:
                process.wait(TO_END)
            except subprocess.TimeoutExpired:
                process.kill()

    def stop(self) -> None:
        """End every node."""
        for place in list(self._running):
            self.end(place)

    def leader(self) -> int:
        """Return the place of the node that leads the others."""
        address = f"{self.addresses[next(iter(self._running))]}/_cat/cluster_manager?h=node"
        with self._opened(address) as answer:
            return int(answer.read().decode().strip().removeprefix("node-"))

    def wait(self, wanted: str, places: Sequence[int]) -> None:
        """Wait until one of the nodes at these places says that the health of the cluster is as ``wanted``.

        Raises TimeoutError with what the nodes said."""
        end = monotonic() + TO_START
        while monotonic() < end:
            if any(process.poll() is not None for process in self._running.values()):
                break
            for place in places:
                told = self._health(place, wanted)
                if told is not None and not told["timed_out"]:
                    return
        raise TimeoutError("\n".join(self._last_words()))

    def _health(self, place: int, wanted: str) -> dict[str, Any] | None:
        address = f"{self.addresses[place]}/_cluster/health?{wanted}&timeout=5s"
        try:
            with self._opened(address) as answer:
                told: dict[str, Any] = json.load(answer)
                return told
        except urllib.error.HTTPError as error:
            error.close()
        except OSError:
            pass
        return None

    def _opened(self, address: str) -> HTTPResponse:
        answer = urllib.request.urlopen(address, timeout=10)
        assert isinstance(answer, HTTPResponse)
        return answer

    def _last_words(self) -> Iterator[str]:
        for place in range(NODES):
            log = self._folder / f"node-{place}.log"
            if log.exists():
                yield f"node {place}: {log.read_text(encoding='utf-8', errors='replace')[-1500:]}"


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """Give three nodes that have found one another; they are ended afterwards."""
    cluster = Cluster(folder, classpath(folder))
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
