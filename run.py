"""Everything from a fresh clone, with nothing but Python: `python3 run.py preview` and `python3 run.py test`.

The first start makes a virtual environment beside this file and installs what the command needs of the packages
pinned in requirements/; later starts find it there. The pip that a Python brings fetches the pinned pip and no more;
nothing is ever resolved, so what was released since a commit changes nothing. Only the standard library is used, and
syntax that an old Python can read, so that it can say that it is too old.
"""

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
LAYERS = ("run", "reader", "preview", "opensearch", "test")
"""The files of requirements/ in order: each holds what the ones before it do not. "installer" goes before all."""

EXTRAS = ("ocr",)
"""Files of requirements/ beside them, for what is installed where it is asked for: each holds what none up to "preview" does."""

RESOLVER = "uv==0.13.9"


def main() -> None:
    """Parse the command line and do what it says."""
    parser = argparse.ArgumentParser(
        prog="run.py", description="Set Parley up where needed, then run it. No other installation is needed."
    )
    parser.add_argument("--venv", default=".venv", metavar="DIR", help="the virtual environment (.venv)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.required = True
    commands.add_parser(
        "preview", help="open the bot in the browser, on a simulated Discord server; no token"
    )
    commands.add_parser("test", help="run the tests, on every core; what follows goes to pytest")
    commands.add_parser(
        "bench", help="measure speed and load, on text that is given: bench documents.jsonl.gz"
    )
    setup = commands.add_parser("setup", help="make the virtual environment and stop")
    setup.add_argument("--with-tests", action="store_true", help="with what the tests and checks need")
    setup.add_argument("--with-ocr", action="store_true", help="with text recognition, for scans (180 MB)")
    setup.add_argument("--with-opensearch", action="store_true", help="with what speaks to a cluster")
    lock = commands.add_parser("lock", help="pin what pyproject.toml asks for, in requirements/")
    lock.add_argument("--upgrade", action="store_true", help="pin the newest that fit, not what is pinned")
    arguments, rest = parser.parse_known_args()
    if rest and arguments.command not in ("preview", "test", "bench"):
        parser.error("unrecognized arguments: " + " ".join(rest))

    check_python()
    os.chdir(str(HERE))
    environment = HERE / arguments.venv
    if arguments.command == "lock":
        pin(environment, HERE, arguments.upgrade)
        return
    with_tests = arguments.command in ("test", "bench") or getattr(arguments, "with_tests", False)
    extras = EXTRAS if getattr(arguments, "with_ocr", False) else ()
    with_cluster = getattr(arguments, "with_opensearch", False)
    set_up(environment, HERE, "test" if with_tests else "opensearch" if with_cluster else "preview", extras)
    python = str(interpreter(environment))
    if arguments.command == "preview":
        os.execv(python, [python, "-m", "bot", "preview", *rest])  # noqa: S606 - our own interpreter
    if arguments.command == "bench":
        os.execv(python, [python, "-m", "bench", *rest])  # noqa: S606 - our own interpreter
    if arguments.command == "test":
        named = any(Path(part).parts[:1] == ("tests",) for part in rest)
        # All of them on every core, and one process more than there are cores, for tests that wait for another process. A
        # file or folder runs in one process, which starts and stops sooner.
        processes = str((os.cpu_count() or 1) + 1)
        # The tests say themselves which files take longest, and begin with them.
        in_order = ["--dist", "loadfile", "--no-loadscope-reorder"]
        spread = [] if named else ["--numprocesses", processes, *in_order]
        if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
            # The tests start hundreds of processes, and half the time of each would go by in compiling the same modules.
            os.environ.setdefault("PYTHONPYCACHEPREFIX", str(environment / "bytecode"))
        os.execv(python, [python, "-m", "pytest", *spread, *rest])  # noqa: S606 - our own interpreter


def check_python() -> None:
    """End with one sentence when this Python is too old or cannot make virtual environments."""
    if sys.version_info < OLDEST:
        newer = [name for name in ("python3.13", "python3.12", "python3.11") if shutil.which(name)]
        advice = f"run it with {newer[0]}, which is installed here" if newer else "install a newer one"
        this = ".".join(str(part) for part in sys.version_info[:2])
        stop(f"Parley needs Python {OLDEST[0]}.{OLDEST[1]} or newer and this is {this}: {advice}.")
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        stop(
            f"This Python lacks {' and '.join(missing)}, which make virtual environments. On Debian and Ubuntu, "
            "install them with `apt install python3-venv`."
        )


def set_up(environment: Path, project: Path, last: str, extras: "tuple[str, ...]" = ()) -> None:
    """Make the environment, or bring it up to date, with the layers up to ``last`` and the ``extras``, and those that it has;
    nothing happens when it is.

    Ends with one sentence and exit code 1 when that cannot be done.
    """
    stamps = stamps_of(project)
    wanted = LAYERS[: LAYERS.index(last) + 1]
    marker = environment / "parley-is-set-up"
    try:
        lines = marker.read_text().splitlines() if marker.is_file() else []
        done = dict(line.split() for line in lines if line.count(" ") == 1)
        wanted += tuple(name for name in EXTRAS if name in extras or name in done)
        if all(done.get(name) == stamps[name] for name in (*wanted, "project")):
            return
        # Not brought up to date in place: a package that is pinned no longer would stay behind.
        outdated = any(done.get(name, stamps[name]) != stamps[name] for name in (*LAYERS, *EXTRAS))
        if make(environment, anew=outdated):
            done = {}
        missing = [name for name in wanted if done.get(name) != stamps[name]]
        if missing:
            install_pinned(environment, project, missing if done else ["installer", *missing])
        if done.get("project") != stamps["project"]:
            add_project(environment, project)
        done.update((name, stamps[name]) for name in (*wanted, "project"))
        marker.write_text("".join(f"{name} {stamp}\n" for name, stamp in done.items()))
    except OSError as error:
        reason = known_reason(str(error), environment)
        stop(
            reason
            or f"The environment {environment} cannot be written ({error.strerror}). Remove it if another user made it, "
            "or name another with --venv."
        )
    say("Ready.")


def stamps_of(project: Path) -> "dict[str, str]":
    """Return what each layer of an environment is made from: this Python, this folder, the packages pinned so far."""
    digest = hashlib.sha256(f"{sys.version}\n{project}\n".encode())
    digest.update(requirements(project, "installer").read_bytes())
    stamps = {}
    for name in LAYERS:
        digest.update(requirements(project, name).read_bytes())
        stamps[name] = digest.hexdigest()
        if name == "preview":
            for extra in EXTRAS:
                beside = digest.copy()
                beside.update(requirements(project, extra).read_bytes())
                stamps[extra] = beside.hexdigest()
    stamps["project"] = hashlib.sha256((project / "pyproject.toml").read_bytes()).hexdigest()
    return stamps


def make(environment: Path, anew: bool = False) -> bool:
    """Make an empty environment unless there is a usable one of this Python; ``anew`` makes one in any case.

    Returns whether one was made.
    """
    configuration = environment / "pyvenv.cfg"
    version = f"version = {sys.version_info[0]}.{sys.version_info[1]}."
    usable = interpreter(environment).exists() and configuration.is_file()
    if usable and not anew and version in configuration.read_text():
        return False
    say(f"Making a virtual environment in {environment.name} ...")
    bare = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(environment)]
    what = "The virtual environment could not be made"
    carry_out(bare, what, environment)
    wheel = pip_that_python_brings()
    if wheel is None:
        # Not venv itself, which keeps to itself why pip could not be put there.
        pip = [str(interpreter(environment)), "-m", "ensurepip", "--upgrade", "--default-pip"]
        carry_out(pip, what, environment)
        return True
    places = {"base": str(environment), "platbase": str(environment)}
    try:
        # As it is, for it fetches the pinned pip and no more: to have it install and compile itself takes five seconds.
        zipfile.ZipFile(str(wheel)).extractall(sysconfig.get_path("purelib", "venv", vars=places))
    except OSError as error:
        stop(f"{what}: {known_reason(str(error), environment) or error.strerror}")
    return True


def pip_that_python_brings() -> "Path | None":
    """Return the wheel of pip that ensurepip would install; None where it lies elsewhere."""
    import ensurepip  # some systems leave it out, which check_python says

    beside = Path(ensurepip.__file__).parent / "_bundled"
    folders = [Path(folder) for folder in (sysconfig.get_config_var("WHEEL_PKG_DIR"), beside) if folder]
    found = [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]
    return found[0] if found else None


def install_pinned(environment: Path, project: Path, layers: "list[str]") -> None:
    """Install the layers, and see that together they are whole; "installer" comes before the others, which it installs."""
    pip = pip_of(environment)
    # Without dependencies nothing is looked up but what is pinned. A package that has to be built here is built by
    # the pinned setuptools. Python compiles what it imports, which is half of what there is.
    pinned = [*pip, "install", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-compile"]
    what = "The packages could not be installed"
    if layers[0] == "installer":
        carry_out([*pinned, "--requirement", str(requirements(project, "installer"))], what, environment)
        layers = layers[1:]
    files = [requirements(project, name) for name in layers]
    total = sum(1 for path in files for line in path.read_text().splitlines() if line[:1].isalnum())
    say(f"Installing {total} packages, once ...")
    named = [part for path in files for part in ("--requirement", str(path))]
    carry_out([*pinned, *named], what, environment, total=total)
    carry_out([*pip, "check"], "The packages do not fit together", environment)


def add_project(environment: Path, project: Path) -> None:
    """Install the project itself, as it is in its folder, with nothing fetched."""
    say("Installing Parley ...")
    command = [*pip_of(environment), "install", "--no-index", "--no-deps", "--no-build-isolation"]
    carry_out([*command, "--editable", str(project)], "Parley could not be installed", environment)


def carry_out(command: "list[str]", what: str, environment: Path, total: int = 0) -> None:
    """Run a command; when it fails, end with ``what`` could not be done and why, in one sentence.

    ``total`` is how many packages pip is going to collect, where that is worth showing.
    """
    lines = []
    seen = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if total and line.startswith("Collecting "):
                seen += 1
                progress(f"  {seen} of {total}: {line.split()[1]}")
    progress("")
    if process.returncode:
        output = "".join(lines)
        reason = known_reason(output, environment)
        if reason is None:
            sys.stderr.write("".join(lines[-15:]))
            reason = last_words(output)
        stop(f"{what}: {reason}")


def known_reason(output: str, environment: Path) -> "str | None":
    """Return why an installer failed and what to do about it, where its output shows one of the known reasons."""
    if re.search(r"No space left on device|\[Errno 28\]|Disk quota exceeded", output):
        return (
            f"the disk is full: make room for about 1 GB where {environment.name} and the temporary files are "
            "and run this again."
        )
    if re.search(r"Python\.h\W.*(No such file|not found)", output):
        return (
            "a package has no ready-made build for this Python or machine, and building it needs Python's headers: "
            "install them, on Debian and Ubuntu with `apt install python3-dev`, and run this again."
        )
    if re.search(r"No such file or directory: '[^']*(cc|clang|\+\+)[\w.-]*'|Microsoft Visual C\+\+", output):
        return (
            "a package has no ready-made build for this Python or machine, and building it needs a C compiler: "
            "install one, on Debian and Ubuntu with `apt install build-essential python3-dev`, and run this again."
        )
    if "DO NOT MATCH THE HASHES" in output:
        found = re.search(r"^ +(\S+==\S+)", output[output.index("DO NOT MATCH") :], re.MULTILINE)
        return (
            f"what was fetched as {found.group(1) if found else 'a package'} is not the file that was pinned: "
            "see which package index or proxy pip uses here (`pip config list`)."
        )
    broken = re.findall(r"after connection broken by .(\w+)(.*)", output)
    if broken and re.search(
        r"\(from versions: none\)|^ERROR: .*(Connection|Timeout|Pool)", output, re.MULTILINE
    ):
        kind, details = broken[-1]
        errors = re.findall(r"\[(?:Errno -?\d+|SSL\S*)\] ([^\"'()<>]+\w)", details)
        return (
            f"the package index cannot be reached ({errors[-1] if errors else kind}): "
            "check the network, and pip's proxy and index where it needs them, and run this again."
        )
    return None


def last_words(output: str) -> str:
    """Return what an installer says that went wrong."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR: ")]
    said = (errors[:1] or lines[-1:] or ["it does not say why"])[0]
    said = said[len("ERROR: ") :] if errors else said
    return (said if len(said) <= 300 else said[:300] + "...").rstrip(".") + "."


def requirements(project: Path, name: str) -> Path:
    """Return the path of a file of pinned packages."""
    return project / "requirements" / f"{name}.txt"


def interpreter(environment: Path) -> Path:
    """Return the path of an environment's Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip_of(environment: Path) -> "list[str]":
    """Return the command that an environment's pip is."""
    return [str(interpreter(environment)), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def pin(environment: Path, project: Path, upgrade: bool) -> None:
    """Write requirements/: each layer's packages with hashes, less those of the layers before it; the extras' less those too.

    What is pinned already stays so unless ``upgrade``.
    """
    make(environment)
    subprocess.run([*pip_of(environment), "install", "--quiet", RESOLVER], check=True)
    asked = {
        "installer": ["--group", "installer"],
        "run": ["pyproject.toml"],
        "reader": ["pyproject.toml", *extras("reader")],
        "preview": ["pyproject.toml", *extras("reader", "preview")],
        "ocr": ["pyproject.toml", *extras("reader", "preview", "ocr")],
        "opensearch": ["pyproject.toml", *extras("reader", "preview", "opensearch")],
        "test": ["pyproject.toml", *extras("reader", "preview", "opensearch"), "--group", "test"],
    }
    resolve = [str(interpreter(environment)), "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    resolve += [
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
        "--no-annotate",
    ]
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder) / "everything.txt"
        pinned = [requirements(project, name) for name in asked]
        everything.write_text("".join(path.read_text() for path in pinned if path.is_file()))
        newest = ["--upgrade"] if upgrade else []
        everything_asked = [*asked["test"], "--extra", "ocr", *asked["installer"]]
        whole = [*resolve, *everything_asked, *newest, "--output-file", str(everything)]
        subprocess.run(whole, cwd=str(project), check=True, stdout=subprocess.DEVNULL)
        before = set()
        for name, more in asked.items():
            command = [*resolve, *more, "--constraint", str(everything)]
            outcome = subprocess.run(
                command, cwd=str(project), check=True, stdout=subprocess.PIPE, encoding="utf-8"
            )
            entries = re.findall(r"^\S.*(?:\n[ \t]+.*)*\n", outcome.stdout, re.MULTILINE)
            requirements(project, name).write_text("".join(entry for entry in entries if entry not in before))
            if name not in EXTRAS:
                before.update(entries)
            say(f"requirements/{name}.txt is written.")


def extras(*names: str) -> "list[str]":
    """Return the options that ask the resolver for these extras of the project."""
    return [part for name in names for part in ("--extra", name)]


def progress(text: str) -> None:
    """Show a line in place of the one before, on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K" + text)
        sys.stderr.flush()


def say(sentence: str) -> None:
    """Print a line to standard error."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one sentence and exit code 1."""
    sys.exit("run.py: " + sentence)


if __name__ == "__main__":
    main()
