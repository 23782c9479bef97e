"""The real bot on a simulated Discord, and a check of everything it sends there."""

import gc
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import simcord

from bot.app.settings import Settings
from bot.on_discord.client import Parley, create_bot
from index import Index
from index.search.engine import Engine
from tests.cluster import nodes
from tests.cluster.nodes import Cluster
from tests.discord_rules import faults_in
from tests.discord_schema import DiscordSchema
from tests.index.openings import Openings, Prefixes
from tests.simulated_server import Server
from tests.two_articles import write_articles

# How long an example takes, or is in the making, says how busy the machine is.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")

MEMORY = Path("/dev/shm")
"""Where Linux has a file system in memory."""

ROOM = 2 * 1024**3
"""Bytes that must be free there: several times what the tests write."""


def _write_in_memory() -> None:
    """Put the folders of the tests into memory, where there is room: a disk is waited for after every write to a database."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    about = os.statvfs(MEMORY)
    if about.f_flag & os.ST_NOEXEC or about.f_bavail * about.f_frsize < ROOM:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


_write_in_memory()

PATIENCE = 120.0
"""Seconds by the clock after which a bot that still has something to do is taken to be stuck: never on a machine that is busy."""

OFTEN = 5_000
"""Objects made between two searches for rubbish, Python's own number being 700: chosen, the tests take a twentieth less."""

TESTS = Path(__file__).parent
LONGEST = (
    "growth/test_growth.py",
    "test_set_up.py",
    "bot/on_discord/test_shards.py",
    "index/test_index.py",
    "bot/on_discord/test_injections.py",
    "index/search/test_bm25.py",
    "bot/on_discord/test_discord_faults.py",
    "index/kept/test_kept.py",
    "index/answering/test_answers.py",
    "bot/cli/test_backups.py",
    "index/answering/test_framing.py",
    "index/quotations/test_quotations.py",
    "bot/cli/test_broken_output.py",
    "index/keeping/test_backup.py",
    "index/adding/test_disk.py",
    "bot/on_discord/test_beside_a_running_bot.py",
    "index/adding/test_adding.py",
    "bot/on_discord/cogs/test_separate_servers.py",
    "index/keeping/test_integrity.py",
    "index/adding/test_small_disk.py",
    "bot/on_discord/test_token.py",
    "index/adding/test_killed.py",
    "bot/on_discord/test_hostile_documents.py",
    "bot/on_discord/test_standby.py",
    "index/web/test_feeds.py",
    "index/test_calibration.py",
    "index/adding/test_isolation.py",
    "bot/on_discord/cards/test_every_card.py",
    "bot/on_discord/cogs/test_ask.py",
    "bot/app/test_library.py",
)
"""Files that take more than five seconds of processor time, the longest first; measured."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The schema is Discord's own: it is given, and not kept here."""
    words = "the openapi.json that Discord publishes: every request is held against it"
    parser.addoption("--discord-schema", type=Path, metavar="FILE", help=words)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is at one alone when the others have nothing left."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.relative_to(TESTS).as_posix(), len(LONGEST)))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end, and is not looked through for rubbish again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OFTEN)


@pytest.fixture(scope="session")
def published_schema(pytestconfig: pytest.Config) -> DiscordSchema | None:
    """The schema that Discord publishes; None where it was not given."""
    path = pytestconfig.getoption("--discord-schema")
    return None if path is None else DiscordSchema(path)


@pytest.fixture(autouse=True)
def discord_rules(monkeypatch: pytest.MonkeyPatch, published_schema: DiscordSchema | None) -> Iterator[None]:
    """Fails a test whose bot sent what Discord would refuse, on any simulated Discord that the test started."""
    started: list[simcord.Env] = []
    start, settle = simcord.Env.start, simcord.Env._settle_internal

    async def recorded(env: simcord.Env) -> None:
        started.append(env)
        env.settle_timeout = PATIENCE
        await start(env)

    async def patient(env: simcord.Env, **options: Any) -> None:
        if options.get("timeout"):
            options["timeout"] = max(options["timeout"], PATIENCE)
        await settle(env, **options)

    monkeypatch.setattr(simcord.Env, "start", recorded)
    monkeypatch.setattr(simcord.Env, "_settle_internal", patient)
    yield
    requests = [entry for env in started for entry in env.http_requests]
    assert faults_in(requests) == []
    if published_schema is not None:
        assert published_schema.faults_in(requests) == []


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Three real nodes, for tests that are marked ``cluster``."""
    absent = nodes.missing()
    assert absent is None, f"{absent}: install Maven and Java 17 or newer"
    with nodes.running(tmp_path_factory.mktemp("nodes")) as started:
        yield started


ENGINES = ["file", pytest.param("cluster", marks=pytest.mark.cluster)]
"""What holds of an index in a file holds of one in a cluster."""


@pytest.fixture(scope="session")
def prefixes(cluster: Cluster) -> Prefixes:
    """Names for indices in the cluster that are empty."""
    # What speaks to a cluster is an extra, and no other test needs it.
    from tests.cluster.prefixes import Prefixes

    return Prefixes(cluster.addresses)


@pytest.fixture
def cluster_engine(prefixes: Prefixes) -> Iterator[Engine]:
    """An empty engine in the cluster; what it keeps is removed afterwards."""
    # What speaks to a cluster is an extra, and no other test needs it.
    from index.search.opensearch.engine import ClusterEngine
    from index.search.opensearch.opening import connect

    where = prefixes.take()
    with closing(connect(where)) as connection:
        yield ClusterEngine(connection, where.prefix)
    prefixes.give_back(where)


@pytest.fixture(params=ENGINES)
def openings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Openings]:
    """Opens indices for one test."""
    yield from _openings(request, tmp_path)


@pytest.fixture(scope="module", params=ENGINES)
def shared_openings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Openings]:
    """Opens indices that the tests of a file share."""
    yield from _openings(request, tmp_path_factory.mktemp("shared"))


def _openings(request: pytest.FixtureRequest, folder: Path) -> Iterator[Openings]:
    prefixes = request.getfixturevalue("prefixes") if request.param == "cluster" else None
    opened = Openings(folder, prefixes)
    yield opened
    opened.remove()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two short articles about talks that never were."""
    return write_articles(tmp_path / "documents")


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same two, for tests that change nothing in it."""
    return write_articles(tmp_path_factory.mktemp("articles") / "documents")


@pytest.fixture(scope="session")
def indexed_articles(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that knows them, to be copied."""
    database = tmp_path_factory.mktemp("indexed") / "parley.db"
    with Index.open(database) as index:
        assert index.add([articles]).count("added") == 2
    return database


@pytest.fixture
def settings(tmp_path: Path, articles: Path, indexed_articles: Path) -> Settings:
    """Of a bot that has been started before; to read the same anew for every test takes longer than most tests."""
    database = shutil.copy(indexed_articles, tmp_path / "parley.db")
    return Settings(_env_file=None, database=database, seeds=(articles,))


@pytest.fixture
def simcord_bot(settings: Settings) -> Parley:
    """The bot that the simulated Discord runs."""
    return create_bot(settings)


@pytest.fixture
async def server(simcord_env: simcord.Env) -> AsyncIterator[Server]:
    """The bot on a server with a channel and a member."""
    guild = simcord_env.create_guild("Talks")
    channel = guild.create_text_channel("questions")
    ann = guild.add_member(simcord_env.create_user("ann"))
    yield Server(simcord_env, guild, channel, ann)
    if not simcord_env.bot.is_closed():
        await simcord_env.bot.close()
