"""Runs tests many times over, cheaply: only those asked for, in forks of a process that has imported and collected them all.

A first run notes which tests reach which lines. Later ones run the tests of some lines, and stop at the first that fails: first
those of the file of the module's own name, then the kept records, then file by file as they take less time, and what takes long
alone at the end.

What a function does is changed in the fork itself. What is made while a module is imported was made before, so such a change
costs another fork, of a process that has imported no module of the project: it imports and collects all that it needs anew.
"""

import gc
import json
import os
import shutil
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, TextIO

import pytest
from coverage import CoverageData

OWN = ("bench", "bot", "index", "tests", "__main__")
"""What a fork imports itself, from the copy."""

KEPT = "tests/index/kept/"
"""The records of what every room gives, in which most changes show."""

FOLDERS = (KEPT, *(f"tests/index/{room}" for room in ("answering", "quotations", "timeline", "search")))
"""The tests that hold what every room gives, and those of each room."""

SLOW = 1.0
"""Seconds of processor time from which on a test is run after all that are quicker; chosen."""

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


class _Noted:
    """For pytest: notes how each test fares. One that takes more processor time than it may ends the process."""

    def __init__(self, most: Mapping[str, float]) -> None:
        self.most = most
        self.run = Run()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self.most.get(item.nodeid, 0.0))
        result = yield
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        self.run.seconds[item.nodeid] = time.process_time() - before
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.run.failed = report.nodeid


class _Chosen(_Noted):
    """Keeps the tests that are asked for, in the order asked for."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        order = {name: place for place, name in enumerate(self.most)}
        items[:] = sorted(
            (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
        )


class _Served(_Noted):
    """Runs no test but those that are asked for, each time in a fork that a change is made in."""

    def __init__(self, folder: Path, asked: TextIO, answers: TextIO) -> None:
        super().__init__({})
        self._folder, self._asked, self._answers = folder, asked, answers

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        functions = _functions(self._folder)
        print("ready", file=self._answers, flush=True)
        for line in self._asked:
            asked = json.loads(line)
            said = self._folder.parent / "run.json"
            said.unlink(missing_ok=True)
            child = os.fork()
            if not child:
                chosen = [items[name] for name in asked["most"] if name in items]
                self._try(asked, chosen, functions[asked["module"]], said)
            status, used = _awaited(child, asked["deadline"])
            run = _said(said, status)
            print(json.dumps([asdict(run), used]), file=self._answers, flush=True)
        return True

    def _try(
        self,
        asked: Mapping[str, Any],
        items: Sequence[pytest.Item],
        functions: Sequence[FunctionType],
        said: Path,
    ) -> None:
        """Be the fork: never return."""
        status = 1
        try:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_emptied(self._folder.parent / "of_a_fork"))
            codes = _codes(compile(asked["changed"], str(self._folder / asked["module"]), "exec"))
            for function in functions:
                function.__code__ = codes[_place(function.__code__)]
            self.most = asked["most"]
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self.run.failed:
                    break
            said.write_text(json.dumps(asdict(self.run)), encoding="utf-8")
            status = 0
        finally:
            os._exit(status)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> dict[tuple[str, int], CodeType]:
    """Return the functions of a module or class by name and line; of those within another, only the outer one."""
    found: dict[tuple[str, int], CodeType] = {}
    for one in code.co_consts:
        if isinstance(one, CodeType):
            found |= {_place(one): one} if one.co_flags & CO_OPTIMIZED else _codes(one)
    return found


def _functions(folder: Path) -> Mapping[str, list[FunctionType]]:
    """Return by module the functions that were made of its text, but for those within others."""
    # What is frozen is not among the objects that can be listed.
    gc.unfreeze()
    found: dict[str, list[FunctionType]] = defaultdict(list)
    known = {
        str(path): (
            path.relative_to(folder).as_posix(),
            _codes(compile(path.read_bytes(), str(path), "exec")),
        )
        for path in (folder / "index").rglob("*.py")
    }
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in known:
            module, codes = known[one.__code__.co_filename]
            if _place(one.__code__) in codes:
                found[module].append(one)
    return found


def only_in_functions(before: str, after: str) -> bool:
    """Whether two texts of a module differ in nothing but in what its functions do when they are called."""
    one, other = compile(before, "", "exec"), compile(after, "", "exec")
    places = _within(one)
    return len(places) == len(set(places)) and _outside(one) == _outside(other)


def _within(code: CodeType) -> list[tuple[str, int]]:
    codes = [one for one in code.co_consts if isinstance(one, CodeType)]
    return [
        place for one in codes for place in ([_place(one)] if one.co_flags & CO_OPTIMIZED else _within(one))
    ]


def _outside(code: CodeType) -> tuple[Any, ...]:
    """Return what is run when a module is imported, and of each function what must stay for its code to be exchanged."""
    within = [
        (_place(one), one.co_freevars) if one.co_flags & CO_OPTIMIZED else _outside(one)
        for one in code.co_consts
        if isinstance(one, CodeType)
    ]
    # 1 and True are equal, and 0.0 and -0.0.
    plain = [repr(one) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, code.co_names, plain, within


class Tests:
    """All tests of some folders, collected once in a process that forks for each change that is tried.

    It ends with the process that made it.
    """

    def __init__(self, folder: Path, arguments: Sequence[str]) -> None:
        """Collect the tests of the copy at ``folder``. Raises ``SystemExit`` where that fails."""
        (asked, asking), (answering, answers) = os.pipe(), os.pipe()
        if not os.fork():
            os.close(asking)
            os.close(answering)
            served = _Served(folder, os.fdopen(asked), os.fdopen(answers, "w"))
            _run(folder, [*_QUIET, *arguments], served, folder.parent / "served.json")
        os.close(asked)
        os.close(answers)
        self._asking, self._answering = os.fdopen(asking, "w"), os.fdopen(answering)
        if not self._answering.readline():
            sys.exit("The tests cannot be collected without a change; mend them first.")

    def changed(
        self, module: str, changed: str, most: Mapping[str, float], deadline: float
    ) -> tuple[Run, float]:
        """Run the tests named in ``most`` with the functions of a module changed to those of another text of it.

        Each may take so many seconds of processor time, and all of them ``deadline`` seconds by the clock.
        """
        asked = {"module": module, "changed": changed, "most": most, "deadline": deadline}
        print(json.dumps(asked), file=self._asking, flush=True)
        run, used = json.loads(self._answering.readline())
        return Run(**run), used


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
        _run(folder, [*_QUIET, *arguments], _Noted({}) if most is None else _Chosen(most), said)
    status, used = _awaited(child, deadline)
    return _said(said, status), used


def _said(said: Path, status: int) -> Run:
    """Return what a fork wrote of its run before it ended with ``status``."""
    if not said.exists():
        return Run(failed="(took too long, or died)")
    run = Run(**json.loads(said.read_text(encoding="utf-8")))
    if status and run.failed is None:
        run.failed = "(could not be collected)"
    return run


def _run(folder: Path, arguments: list[str], noted: _Noted, said: Path) -> None:
    """Be the fork: never return."""
    status = 1
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        # What one fork has compiled, the next has not to.
        sys.dont_write_bytecode = False
        os.chdir(folder)
        os.environ["TMPDIR"] = str(folder.parent)
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_emptied(folder.parent / f"of_{os.getpid()}"))
        sys.path.insert(0, str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] in OWN and name != "__main__"]:
            del sys.modules[name]
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        status = int(pytest.main(arguments, plugins=[noted]))
        said.write_text(json.dumps(asdict(noted.run)), encoding="utf-8")
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

    def __init__(self, folder: Path, rooms: Sequence[str], known: Path | None = None) -> None:
        """Run the tests in the copy at ``folder``, or read what an earlier run wrote to ``known``.

        Raise ``SystemExit`` where a test fails.
        """
        self._folder = folder
        if known is None or not known.exists():
            self.seconds, self._lines = _measured(folder, rooms)
            if known is not None:
                known.write_text(json.dumps([self.seconds, self._lines]), encoding="utf-8")
        else:
            self.seconds, self._lines = json.loads(known.read_text(encoding="utf-8"))
        self._longest: dict[str, float] = {}
        for name, seconds in self.seconds.items():
            file = name.partition("::")[0]
            self._longest[file] = max(seconds, self._longest.get(file, 0.0))

    def on_import(self, module: str, lines: Collection[int]) -> bool:
        """Whether one of the lines of a module runs when the project is imported or its tests are collected."""
        return any("" in self._lines.get(module, {}).get(str(line), ()) for line in lines)

    def tests(self, module: str, lines: Collection[int]) -> list[str]:
        """Return the tests that reach one of the lines of a module, those that say most for their time first.

        Lines that run when the module is imported are reached by every test that reaches another line of it.
        """
        by_line = self._lines.get(module, {})
        reached = {name for line in lines for name in by_line.get(str(line), ())}
        if "" in reached:
            reached = {name for names in by_line.values() for name in names} - {""}
        of_file: Counter[str] = Counter()
        for name in reached:
            of_file[name.partition("::")[0]] += self.seconds[name]  # type: ignore[assignment]
        own = f"test_{Path(module).stem}.py"
        return sorted(reached, key=lambda name: self._rank(name, own, of_file))

    def longest(self, name: str) -> float:
        """Return the seconds of the longest test of the file of a test: in another order, it is another that sets them up."""
        return self._longest[name.partition("::")[0]]

    def _rank(self, name: str, own: str, of_file: Counter[str]) -> tuple[Any, ...]:
        file = name.partition("::")[0]
        return (
            self.seconds[name] > SLOW,
            Path(file).name != own,
            of_file[file],
            file,
            self.seconds[name],
            name,
        )


_Lines = dict[str, dict[str, list[str]]]
"""By module and line, the tests that reach it; "" is the import."""


def _measured(folder: Path, rooms: Sequence[str]) -> tuple[dict[str, float], _Lines]:
    """Return the seconds of each test, and which tests reach which lines of the rooms."""
    settings = folder.parent / "coverage.ini"
    settings.write_text("[run]\nbranch = false\n", encoding="utf-8")
    kept = folder.parent / "reached.coverage"
    os.environ["COVERAGE_FILE"] = str(kept)
    of_rooms = [f"--cov={folder / 'index' / room}" for room in rooms]
    options = [*of_rooms, f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
    run, _ = forked(folder, [*options, *FOLDERS])
    if run.failed is not None:
        sys.exit(f"The tests fail without a change; mend them first: {run.failed}")
    return run.seconds, _lines_of(folder, kept, run.seconds)


def _lines_of(folder: Path, kept: Path, names: Collection[str]) -> _Lines:
    """Return for each measured file and line the tests that reach it.

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
        Path(file).relative_to(folder).as_posix(): {
            str(line): sorted({name for context in contexts for name in known[context]})
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
