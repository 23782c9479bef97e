"""Everything from a fresh clone, with nothing but Python: `python3 run.py preview` and `python3 run.py test`.

The first start makes a virtual environment beside this file and installs the packages pinned in
constraints.txt; later starts find it there. Only the standard library is used, and syntax that an old Python
can read, so that it can say that it is too old.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
PINNED = HERE / "constraints.txt"
PINNED_RUNTIME = HERE / "constraints-runtime.txt"
PROJECT = HERE / "pyproject.toml"
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
    commands.add_parser("test", help="run the tests; what follows goes to pytest")
    commands.add_parser(
        "bench", help="measure speed and load, on text that is given: bench documents.jsonl.gz"
    )
    commands.add_parser("setup", help="make the virtual environment and stop")
    commands.add_parser("constraints", help="pin the newest packages that fit into constraints.txt")
    arguments, rest = parser.parse_known_args()
    if rest and arguments.command not in ("preview", "test", "bench"):
        parser.error("unrecognized arguments: " + " ".join(rest))

    check_python()
    os.chdir(str(HERE))
    environment = HERE / arguments.venv
    if arguments.command == "constraints":
        pin(environment)
        return
    set_up(environment)
    python = str(interpreter(environment))
    if arguments.command == "preview":
        os.execv(python, [python, "-m", "bot", "preview", *rest])  # noqa: S606 - our own interpreter
    if arguments.command == "bench":
        os.execv(python, [python, "-m", "bench", *rest])  # noqa: S606 - our own interpreter
    if arguments.command == "test":
        os.execv(python, [python, "-m", "pytest", *rest])  # noqa: S606 - our own interpreter


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


def set_up(environment: Path) -> None:
    """Make the environment, or bring it up to date with constraints.txt; nothing happens when it is."""
    marker = environment / "parley-is-set-up"
    wanted = fingerprint()
    if marker.is_file() and marker.read_text() == wanted:
        return
    try:
        make(environment)
    except OSError as error:
        stop(
            f"The environment {environment} cannot be written ({error.strerror}). Remove it if another user made it, "
            "or name another with --venv."
        )
    pip = [str(interpreter(environment)), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    install([*pip, "--require-hashes", "--requirement", str(PINNED)])
    install([*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)])
    marker.write_text(wanted)
    say("Ready.")


def make(environment: Path) -> None:
    """Make an empty environment unless there is a usable one of this Python."""
    configuration = environment / "pyvenv.cfg"
    version = f"version = {sys.version_info[0]}.{sys.version_info[1]}."
    usable = interpreter(environment).exists() and configuration.is_file()
    if usable and version in configuration.read_text():
        return
    say(f"Making a virtual environment in {environment.name} ...")
    outcome = subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=False)
    if outcome.returncode:
        stop("The virtual environment could not be made; the reason is above.")


def install(command: "list[str]") -> None:
    """Run pip, showing which package it is at; end with its last lines when it fails."""
    total = sum(1 for line in PINNED.read_text().splitlines() if line[:1].isalnum())
    what = "Parley" if "--editable" in command else f"{total} packages; once, and about a minute"
    say(f"Installing {what} ...")
    lines = []
    seen = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            if line.startswith("Collecting "):
                seen += 1
                progress(f"  {seen} of {total}: {line.split()[1]}")
    progress("")
    if pip.returncode:
        sys.stderr.write("".join(lines[-15:]))
        stop(
            "The packages could not be installed; the reason is above. Check the network and run this again."
        )


def fingerprint() -> str:
    """Return what an environment was made from: the pinned packages, the project, this Python, this folder."""
    digest = hashlib.sha256()
    for part in (PINNED.read_bytes(), PROJECT.read_bytes(), sys.version.encode(), str(HERE).encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def interpreter(environment: Path) -> Path:
    """Return the path of an environment's Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pin(environment: Path) -> None:
    """Write constraints.txt (everything) and constraints-runtime.txt (what the bot needs), with hashes."""
    try:
        make(environment)
    except OSError as error:
        stop(f"The environment {environment} cannot be written ({error.strerror}).")
    python = str(interpreter(environment))
    subprocess.run([python, "-m", "pip", "install", "--quiet", RESOLVER], check=True)
    resolve = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    resolve += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    build = "setuptools>=77\n"  # builds the project itself, without fetching anything unpinned
    for target, more in (
        (PINNED, ["--all-extras", "--upgrade"]),
        (PINNED_RUNTIME, ["--constraint", str(PINNED)]),
    ):
        command = [*resolve, *more, "--output-file", str(target), str(PROJECT), "-"]
        subprocess.run(command, input=build, text=True, check=True)
        say(f"{target.name} is written.")


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
