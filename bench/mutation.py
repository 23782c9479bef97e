"""Does a test notice? Changes one thing of a room at a time, and runs the tests that reach it on a copy of the project.

    pip install cosmic-ray
    nice python -m bench.mutation [--mutants 300] [--seed 13] [--rooms answering quotations timeline search] [--keep FILE] \
        [--reaches FILE]

Each change is a mutant, by cosmic-ray's operators: another comparison, sum, number or condition. It stands at a place drawn at
random from all of the rooms, and is killed where a test fails, or where the tests take more processor time than they may. What
survives is listed by kind: a test is missing there, or the code says the same in two ways.

Which tests of the rooms, and of the kept records, reach a line is noted once, by coverage; only they are run, until one fails.
A change that none reaches survives. With ``--keep`` each mutant is written to a file, a JSON object a line, as soon as it was
tried; what is there is not tried again. With ``--reaches`` what coverage noted is kept as well: remove it when lines have moved.

Left out are changes that any import would notice or none could: those in annotations (`|` of types), decorators and
exceptions, `==` to `is`, and `strict=` of what is as long; and the modules that speak to a cluster.
"""

import argparse
import ast
import json
import random
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import unified_diff
from importlib.util import cache_from_source
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from bench.chosen_tests import FOLDERS, Reaches, Run, Tests, forked, only_in_functions, warm

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = {
    "answering": ("answering",),
    "quotations": ("quotations", "language/english/quoted", "language/english/reports"),
    "timeline": ("timeline", "language/english/events"),
    "search": ("search",),
}
"""The folders of ``index`` that each room is made of: what finds quotations and judges events is of a language."""

NOT_DRAWN = "search/opensearch"
"""What speaks to a cluster, whose tests start three nodes of it: they are not among those that are run here, and what nothing
reaches would only say so."""

PATIENCE = 2.0
"""How many times the processor time that it took without a change, while its lines were noted, a test may take; chosen."""

LEAST = 3.0
"""Seconds of processor time that every test may take; chosen."""

START = 20.0
"""Seconds of processor time in which pytest starts, collects and imports, several times over; chosen."""

MOST = 60.0
"""Seconds of processor time, as they were noted, of the tests that are run for a mutant; chosen: what few of the longest tests
alone could notice is said to survive."""

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


STRICT = "strict=True"
"""Says that what is gone through together is as long, so that no input tells it from its opposite."""


@dataclass(frozen=True)
class Place:
    """Something that can be changed, and each way of changing it: an operator's name and which of its places this is."""

    room: str
    module: str
    line: int
    ways: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Tried:
    """A mutant, the test that noticed it, if any, and how many tests reach it."""

    room: str
    module: str
    line: int
    operator: str
    change: str
    killed_by: str | None
    tests: int
    seconds: float


def places(folder: Path, room: str) -> Iterator[Place]:
    """Yield the places of a room that can be changed, in the project at ``folder``."""
    names = [name for name in operator_names() if not any(part in name for part in _NEVER)]
    for path in sorted(path for name in ROOMS[room] for path in (folder / "index" / name).rglob("*.py")):
        module = path.relative_to(folder).as_posix()
        if module.startswith(f"index/{NOT_DRAWN}"):
            continue
        source = path.read_text(encoding="utf-8")
        nodes = list(ast_nodes(get_ast(source)))
        decorated = decorators(source)
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
            if span[0][0] not in decorated  # type: ignore[index]
        )


def decorators(source: str) -> set[int]:
    """Return the lines on which decorators stand."""
    return {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for one in node.decorator_list
        for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)
    }


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
        if changed is None or changed == source or changed.count(STRICT) < source.count(STRICT):
            continue
        if is_python(changed):
            yield place, operator, changed


def is_python(source: str) -> bool:
    """Tell whether a text is a module: the `*` before what is given by name alone is no product, and no other operator fits."""
    try:
        compile(source, "", "exec")
    except SyntaxError:
        return False
    return True


def copy_project(folder: Path) -> None:
    """Copy what git knows of the working tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)


def statement(source: str, line: int) -> range:
    """Return the lines of the statement that has ``line``; of one that has others in it, those of its head."""
    lines = range(line, line + 1)
    # What is walked last lies deepest.
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or line):
            within = getattr(node, "body", None)
            last = max(node.lineno, within[0].lineno - 1) if within else node.end_lineno or line
            lines = range(node.lineno, last + 1) if line <= last else range(line, line + 1)
    return lines


def difference(before: str, after: str) -> str:
    """Return the lines that are no longer there, and those that are there instead."""
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def tried(folder: Path, place: Place, operator: str, changed: str, reaches: Reaches, tests: Tests) -> Tried:
    """Put the mutant into the copy, run the tests that reach it, and put back what was there."""
    path = folder / place.module
    before = path.read_text(encoding="utf-8")
    lines = statement(before, place.line)
    reached = reaches.tests(place.module, lines)
    taken = accumulate(reaches.seconds[name] for name in reached)
    names = [name for name, seconds in zip(reached, taken, strict=True) if seconds <= MOST]
    most = {name: PATIENCE * reaches.longest(name) + LEAST for name in names}
    # A compiled file is told to be old by the second and the size: both may be the same.
    cached = Path(cache_from_source(str(path)))
    path.write_text(changed, encoding="utf-8")
    cached.unlink(missing_ok=True)
    run, took = Run(), 0.0
    try:
        if not names:
            pass
        elif reaches.on_import(place.module, lines) or not only_in_functions(before, changed):
            files = list(dict.fromkeys(name.partition("::")[0] for name in names))
            run, took = forked(folder, files, most, DEAD * (sum(most.values()) + START))
        else:
            run, took = tests.changed(place.module, changed, most, DEAD * sum(most.values()))
    finally:
        path.write_text(before, encoding="utf-8")
        cached.unlink(missing_ok=True)
    name = operator.removeprefix("core/")
    change = difference(before, changed)
    return Tried(place.room, place.module, place.line, name, change, run.failed, len(reached), took)


def kind(operator: str) -> str:
    """Return the kind of change that an operator makes."""
    return operator.split("_")[0]


def report(results: Sequence[Tried]) -> str:
    """Return the share killed, by room and by kind, and the survivors by kind."""
    lines = [""]
    for title, group in (("room", lambda one: one.room), ("kind", lambda one: kind(one.operator))):
        asked, killed = Counter(map(group, results)), Counter(group(one) for one in results if one.killed_by)
        lines.append(f"| {title} | mutants | killed | share |\n| --- | --- | --- | --- |")
        lines += [
            f"| {name} | {n} | {killed[name]} | {killed[name] / n:.0%} |" for name, n in sorted(asked.items())
        ]
        lines.append("")
    count = sum(one.killed_by is not None for one in results)
    lines.append(f"{count} of {len(results)} killed: {count / max(len(results), 1):.0%}")
    for one in sorted(
        (one for one in results if one.killed_by is None), key=lambda one: (one.operator, one.module)
    ):
        lines.append(f"\n{one.operator}  {one.module}:{one.line}\n{one.change}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mutants", type=int, default=300)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS), choices=ROOMS)
    parser.add_argument("--keep", type=Path, metavar="FILE")
    parser.add_argument("--reaches", type=Path, metavar="FILE")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "parley"
        copy_project(folder)
        drawn = mutants(folder, options.rooms, options.mutants, random.Random(options.seed))
        warm(folder)
        reaches = Reaches(folder, [name for room in options.rooms for name in ROOMS[room]], options.reaches)
        results = all_tried(folder, drawn, reaches, options.keep)
    print(report(results))


def all_tried(
    folder: Path, drawn: Iterator[tuple[Place, str, str]], reaches: Reaches, keep: Path | None
) -> list[Tried]:
    """Return the drawn mutants, each tried now or read from ``keep``."""
    results: list[Tried] = []
    if keep is not None and keep.exists():
        results = [Tried(**json.loads(line)) for line in keep.read_text(encoding="utf-8").splitlines()]
    known = {(one.module, one.line, one.operator, one.change) for one in results}
    tests = Tests(folder, FOLDERS)
    for place, operator, changed in drawn:
        change = difference((folder / place.module).read_text(encoding="utf-8"), changed)
        if (place.module, place.line, operator.removeprefix("core/"), change) in known:
            continue
        one = tried(folder, place, operator, changed, reaches, tests)
        results.append(one)
        if keep is not None:
            with keep.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(one)) + "\n")
        place_of_it = f"{one.module}:{one.line}"
        print(f"{one.seconds:4.0f} s", one.operator, place_of_it, one.killed_by or "SURVIVED", flush=True)
    return results


if __name__ == "__main__":
    main()
