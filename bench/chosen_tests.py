"""Runs tests many times over, cheaply: only those asked for, in forks of a process that has imported all but the project.

A first run notes which tests reach which lines. Later ones run the tests of some lines, and stop at the first that fails: first
those of the file of the module's own name, then file by file as they take less time.
"""

import json
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData

OWN = ("bench", "bot", "index", "tests", "__main__")
"""What a fork imports itself, from the copy."""

KEPT = "tests/index/kept"
"""The tests that hold what every room gives, beside those of each room alone."""

_QUIET = (
    "-x",
    "-q",
    "-p",
    "no:cacheprovider",
    "--hypothesis-seed=0",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


@dataclass
class Run:
    """What came of a run: the tests that failed (one, if any), and the seconds of processor time that each test took.

    A run that took longer than it may, or died, ``failed`` as well: by no test.
    """

    failed: str | None = None
    seconds: dict[str, float] = field(default_factory=dict)


class _Chosen:
    """For pytest: keeps the tests that are asked for, in the order asked for, and notes how each fares.

    One that takes more processor time than it may ends the process.
    """

    def __init__(self, most: Mapping[str, float] | None) -> None:
        self._most = most or {}
        self._order = None if most is None else {name: place for place, name in enumerate(most)}
        self.run = Run()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        order = self._order
        if order is not None:
            items[:] = sorted(
                (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
            )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self._most.get(item.nodeid, 0.0))
        result = yield
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        self.run.seconds[item.nodeid] = time.process_time() - before
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.run.failed = report.nodeid


def forked(
    folder: Path,
    arguments: Sequence[str],
    most: Mapping[str, float] | None = None,
    deadline: float | None = None,
) -> tuple[Run, float]:
    """Run pytest on the project at ``folder`` in a fork; return what came of it, and its seconds of processor time.

    Of the tests that it finds it runs those named in ``most``, in that order, each for as many seconds of processor time; by
    the clock, all of them may take ``deadline`` seconds.
    """
    said = folder.parent / "run.json"
    said.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        _run(folder, [*_QUIET, *arguments], most, said)
    status, used = _awaited(child, deadline)
    if not said.exists():
        return Run(failed="(took too long, or died)"), used
    run = Run(**json.loads(said.read_text(encoding="utf-8")))
    if status and run.failed is None:
        run.failed = "(could not be collected)"
    return run, used


def _run(folder: Path, arguments: list[str], most: Mapping[str, float] | None, said: Path) -> None:
    """Be the fork: never return."""
    status = 1
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        # What one fork has compiled, the next has not to.
        sys.dont_write_bytecode = False
        os.chdir(folder)
        os.environ["TMPDIR"] = str(folder.parent)
        sys.path.insert(0, str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] in OWN and name != "__main__"]:
            del sys.modules[name]
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        chosen = _Chosen(most)
        status = int(pytest.main(arguments, plugins=[chosen]))
        said.write_text(json.dumps(vars(chosen.run)), encoding="utf-8")
    finally:
        os._exit(status)


def _awaited(child: int, most: float | None) -> tuple[int, float]:
    """Return the status of a fork that ended and its seconds of processor time; after ``most`` by the clock it is ended."""
    end = None if most is None else time.monotonic() + most
    while True:
        ended, status, used = os.wait4(child, 0 if end is None else os.WNOHANG)
        if ended:
            return status, used.ru_utime + used.ru_stime
        if end is not None and time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            end = None
        time.sleep(0.05)


def warm(folder: Path) -> None:
    """Import here what the tests import, but for the project's own modules: every fork has it then."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.chdir(folder)
            sys.path.insert(0, str(folder))
            for name in [
                name for name in sys.modules if name.partition(".")[0] in OWN and name != "__main__"
            ]:
                del sys.modules[name]
            import_module("tests.conftest")
            import_module("index.index")
            names = [name for name in sys.modules if name.partition(".")[0] not in OWN]
            os.write(writing, " ".join(names).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        names = answer.read().split()
    os.waitpid(child, 0)
    for name in names:
        try:
            import_module(name)
        except ImportError:
            # Some modules stand in sys.modules by a name that nothing can be imported by.
            continue
    for plugin in entry_points(group="pytest11"):
        plugin.load()


class Reaches:
    """Which tests reach which lines, and how long each takes."""

    def __init__(self, folder: Path, rooms: Sequence[str]) -> None:
        """Run the tests of the rooms in the copy at ``folder``; raise ``SystemExit`` where one fails."""
        self.seconds: dict[str, float] = {}
        self._folder = folder
        self._lines: dict[str, dict[str, dict[int, Collection[str]]]] = {}
        settings = folder.parent / "coverage.ini"
        settings.write_text("[run]\nbranch = false\n", encoding="utf-8")
        for room in rooms:
            kept = folder.parent / f"{room}.coverage"
            os.environ["COVERAGE_FILE"] = str(kept)
            options = [
                f"--cov={folder / 'index' / room}",
                f"--cov-config={settings}",
                "--cov-context=test",
                "--cov-report=",
            ]
            run, _ = forked(folder, [*options, f"tests/index/{room}", KEPT])
            if run.failed is not None:
                sys.exit(f"The tests of {room} fail without a change; mend them first: {run.failed}")
            self.seconds |= run.seconds
            self._lines[room] = _lines_of(kept, run.seconds)

    def tests(self, room: str, module: str, lines: Collection[int]) -> list[str]:
        """Return the tests of a room that reach one of the lines of a module, those that say most for their time first.

        Lines that run when the module is imported are reached by every test that reaches another line of it.
        """
        by_line = self._lines[room].get(str(self._folder / module), {})
        reached = {name for line in lines for name in by_line.get(line, ())}
        if "" in reached:
            reached = {name for names in by_line.values() for name in names} - {""}
        of_file: Counter[str] = Counter()
        for name in reached:
            of_file[name.partition("::")[0]] += self.seconds[name]  # type: ignore[assignment]
        own = f"test_{Path(module).stem}.py"
        return sorted(reached, key=lambda name: self._rank(name, own, of_file))

    def _rank(self, name: str, own: str, of_file: Counter[str]) -> tuple[Any, ...]:
        file = name.partition("::")[0]
        return Path(file).name != own, of_file[file], file, self.seconds[name], name


def _lines_of(kept: Path, names: Collection[str]) -> dict[str, dict[int, Collection[str]]]:
    """Return for each measured file and line the tests that reach it; "" is the import.

    What a test reaches while it is set up may be shared by the others of its file, so that all of them reach it.
    """
    data = CoverageData(str(kept))
    data.read()
    of_file = defaultdict(list)
    for name in names:
        of_file[name.partition("::")[0]].append(name)
    known: dict[str, list[str]] = {"": [""]}
    for context in data.measured_contexts() - {""}:
        name, _, phase = context.rpartition("|")
        known[context] = of_file[name.partition("::")[0]] if phase == "setup" else [name]
    return {
        file: {
            line: {name for context in contexts for name in known[context]}
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
