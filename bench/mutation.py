"""Does a test notice? Changes one thing of a room at a time, and runs the tests of that room on a copy of the project.

    pip install cosmic-ray
    nice python -m bench.mutation [--mutants 300] [--seed 13] [--rooms answering quotations timeline search]

Each change is a mutant, by cosmic-ray's operators: another comparison, sum, number or condition. It stands at a place drawn at
random from all of the rooms, and is killed where a test fails, or where the tests take more processor time than they may. What
survives is listed by kind: a test is missing there, or the code says the same in two ways.

Left out are changes that any import would notice or none could: those in annotations (`|` of types), of decorators and of
exceptions, and `==` to `is`.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from importlib.util import cache_from_source
from pathlib import Path
from resource import RLIMIT_CPU, RUSAGE_CHILDREN, getrusage, prlimit
from tempfile import TemporaryDirectory

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = ("answering", "quotations", "timeline", "search")

PATIENCE = 3.0
"""How many times the processor time that they take without a change the tests of a room may take; chosen."""

DEAD = 20.0
"""How many times as long they may take altogether; chosen: what waits for ever is dead, and other work on the machine is not."""

_NEVER = (
    "BinaryOperator_BitOr",
    "RemoveDecorator",
    "ExceptionReplacer",
    "Variable",
    "_Eq_Is",
    "NotEq_IsNot",
    "Is_Eq",
    "Is_NotEq",
)


@dataclass(frozen=True)
class Place:
    """Something that can be changed, and each way of changing it: an operator's name and which of its places this is."""

    room: str
    module: str
    line: int
    ways: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Tried:
    """A mutant, and whether the tests noticed it."""

    place: Place
    operator: str
    change: str
    killed: bool
    seconds: float


def places(folder: Path, room: str) -> Iterator[Place]:
    """Yield the places of a room that can be changed, in the project at ``folder``."""
    names = [name for name in operator_names() if not any(part in name for part in _NEVER)]
    for path in sorted((folder / "index" / room).rglob("*.py")):
        module = path.relative_to(folder).as_posix()
        nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
        found: dict[object, list[tuple[str, int]]] = defaultdict(list)
        for name in names:
            operator = get_operator(name)()
            occurrence = 0
            for node in nodes:
                for span in operator.mutation_positions(node):
                    found[span].append((name, occurrence))
                    occurrence += 1
        yield from (
            Place(room, module, span[0][0], tuple(ways))  # type: ignore[index]
            for span, ways in sorted(found.items(), key=str)
        )


def mutants(
    folder: Path, rooms: Sequence[str], count: int, draw: random.Random
) -> Iterator[tuple[Place, str, str]]:
    """Yield places with an operator, and the text that the module becomes by it; the same for the same seed."""
    all_places = [place for room in rooms for place in places(folder, room)]
    print(f"{len(all_places)} places in {', '.join(rooms)}")
    for place in draw.sample(all_places, min(count, len(all_places))):
        operator, occurrence = draw.choice(place.ways)
        source = (folder / place.module).read_text(encoding="utf-8")
        changed = mutate_code(source, get_operator(operator)(), occurrence)
        if changed is not None and changed != source:
            yield place, operator, changed


def copy_project(folder: Path) -> None:
    """Copy what git knows of the working tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)


def passes(folder: Path, room: str, seconds: float | None = None) -> tuple[bool, float]:
    """Run the tests of a room in the copy; return whether they pass, and the seconds of processor time that they take.

    More than ``seconds`` of it they may not take.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "TMPDIR": str(folder.parent)}
    before = getrusage(RUSAGE_CHILDREN)
    with subprocess.Popen(
        [*command, f"tests/index/{room}"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        if seconds is not None:
            most = round(PATIENCE * seconds) + 1
            prlimit(running.pid, RLIMIT_CPU, (most, most))
        try:
            passed = running.wait(None if seconds is None else DEAD * seconds) == 0
        except subprocess.TimeoutExpired:
            running.kill()
            passed = False
    after = getrusage(RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tried(folder: Path, place: Place, operator: str, changed: str, seconds: float) -> Tried:
    """Put the mutant into the copy, run its room's tests, and put back what was there."""
    path = folder / place.module
    before = path.read_text(encoding="utf-8")
    # A compiled file is told to be old by the second and the size: both may be the same.
    cached = Path(cache_from_source(str(path)))
    path.write_text(changed, encoding="utf-8")
    cached.unlink(missing_ok=True)
    try:
        passed, took = passes(folder, place.room, seconds)
    finally:
        path.write_text(before, encoding="utf-8")
        cached.unlink(missing_ok=True)
    lines = unified_diff(before.splitlines(), changed.splitlines(), lineterm="", n=0)
    change = "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))
    return Tried(place, operator.removeprefix("core/"), change, not passed, took)


def kind(operator: str) -> str:
    """Return the kind of change that an operator makes."""
    return operator.split("_")[0]


def report(results: Sequence[Tried]) -> str:
    """Return the share killed, by room and by kind, and the survivors by kind."""
    lines = [""]
    for title, group in (("room", lambda one: one.place.room), ("kind", lambda one: kind(one.operator))):
        asked, killed = Counter(map(group, results)), Counter(group(one) for one in results if one.killed)
        lines.append(f"| {title} | mutants | killed | share |\n| --- | --- | --- | --- |")
        lines += [
            f"| {name} | {n} | {killed[name]} | {killed[name] / n:.0%} |" for name, n in sorted(asked.items())
        ]
        lines.append("")
    count = sum(one.killed for one in results)
    lines.append(f"{count} of {len(results)} killed: {count / max(len(results), 1):.0%}")
    for one in sorted(
        (one for one in results if not one.killed), key=lambda one: (one.operator, one.place.module)
    ):
        lines.append(f"\n{one.operator}  {one.place.module}:{one.place.line}\n{one.change}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mutants", type=int, default=300)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--rooms", nargs="+", default=ROOMS, choices=ROOMS)
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "parley"
        copy_project(folder)
        allowed = {}
        for room in options.rooms:
            passed, seconds = passes(folder, room)
            if not passed:
                sys.exit(f"The tests of {room} fail without a change; mend them first.")
            allowed[room] = seconds
            print(f"{room}: {seconds:.0f} s without a change", flush=True)
        results = []
        for place, operator, changed in mutants(
            folder, options.rooms, options.mutants, random.Random(options.seed)
        ):
            results.append(tried(folder, place, operator, changed, allowed[place.room]))
            one = results[-1]
            print(
                "killed  " if one.killed else "SURVIVED",
                f"{one.seconds:4.0f} s",
                operator,
                f"{place.module}:{place.line}",
                flush=True,
            )
    print(report(results))


if __name__ == "__main__":
    main()
