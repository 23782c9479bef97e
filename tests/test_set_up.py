"""`run.py` sets up what is pinned, whatever came out since, with whatever pip; where it cannot, it says why."""

import importlib.metadata
import json
import os
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run
from tests.tiny_packages import NEWER, PROJECT, TinyProject, installed, pinned

EXTENSION = """
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

class WithoutHeaders(build_ext):
    def build_extensions(self):
        self.compiler.set_include_dirs([])
        super().build_extensions()

setup(name="tinyext", version="1.0", ext_modules=[Extension("tinyext", ["tinyext.c"])], cmdclass={"build_ext": WithoutHeaders})
"""


@pytest.fixture(scope="module", autouse=True)
def compiled_beside_its_source() -> Iterator[None]:
    """What an installer's modules are compiled to goes where it is copied with them, and is compiled once."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyProject:
    """A project whose packages pip finds in a folder, and nowhere else."""
    made = TinyProject(tmp_path)
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(made.packages))
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the pip that this Python brings and nothing else."""
    environment = tmp_path_factory.mktemp("made") / "environment"
    run.make(environment)
    # What it is compiled to is copied with it.
    subprocess.run([*run.pip_of(environment), "check"], check=True, stdout=subprocess.DEVNULL)
    return environment


@pytest.fixture(scope="module")
def begun(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the pinned installers and nothing else."""
    project = TinyProject(tmp_path_factory.mktemp("begun"))
    environment = shutil.copytree(made, project.root / "environment", symlinks=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_NO_INDEX", "1")
        patch.setenv("PIP_FIND_LINKS", str(project.packages))
        run.install_pinned(environment, project.root, ["installer", "run"])
    return environment


@pytest.fixture
def environment(begun: Path, project: TinyProject) -> Path:
    """A copy of that environment, as if the project itself had been added: what is to be seen comes before that."""
    copied = shutil.copytree(begun, project.root / "environment", symlinks=True)
    stamp = run.stamps_of(project.root)["project"]
    (copied / "parley-is-set-up").write_text(f"project {stamp}\n", encoding="utf-8")
    return copied


def why_it_stops(environment: Path, project: TinyProject) -> str:
    with pytest.raises(SystemExit) as stopped:
        run.set_up(environment, project.root, "preview")
    return str(stopped.value)


@pytest.mark.parametrize("pip", ["the pip that this Python brings", "the newest pip"])
def test_the_pins_are_installed_though_every_package_has_a_newer_release(
    pip: str, made: Path, project: TinyProject
) -> None:
    environment = shutil.copytree(made, project.root / "environment", symlinks=True)
    for layer in run.LAYERS:
        project.pin(layer, pinned(layer))
    if pip == "the newest pip":
        put_newest_pip(environment, project)

    run.set_up(environment, project.root, "test")

    lines = [Requirement(line) for layer in run.LAYERS for line in pinned(layer)]
    wanted = {
        canonicalize_name(line.name): str(line.specifier).removeprefix("==")
        for line in lines
        if applies(line)
    }
    assert "coverage" in wanted and "lxml-html-clean" in wanted
    installers = {name: importlib.metadata.version(name) for name in ("pip", "setuptools")}
    assert installed(environment) == wanted | installers | {"parley": "1.0"}


def put_newest_pip(environment: Path, project: TinyProject) -> None:
    (packages,) = environment.glob("lib/python*/site-packages")
    for old in packages.glob("pip*"):
        shutil.rmtree(old)
    (newest,) = project.packages.glob(f"pip-{importlib.metadata.version('pip')}-*.whl")
    zipfile.ZipFile(newest).extractall(packages)


def test_pip_alone_leaves_nothing_out_that_the_bot_needs(made: Path, project: TinyProject) -> None:
    folder = project.root / "alone"
    folder.mkdir()
    alone = TinyProject(folder, newer=False)
    alone.pin("run", pinned("run"))
    dependencies = tomllib.loads((run.HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    (folder / "pyproject.toml").write_text(
        PROJECT.replace("[tool.", f"dependencies = {json.dumps(dependencies)}\n[tool."), encoding="utf-8"
    )
    environment = shutil.copytree(made, folder / "environment", symlinks=True)
    command = [*run.pip_of(environment), "install", str(folder)]
    # Said by the environment, so that what builds the package is not compiled either.
    variables = {"PIP_FIND_LINKS": str(alone.packages), "PIP_NO_COMPILE": "1"}
    subprocess.run(command, env={**os.environ, **variables}, check=True)
    wanted = {canonicalize_name(line.name) for line in map(Requirement, pinned("run")) if applies(line)}
    assert wanted - installed(environment).keys() == set()


def applies(requirement: Requirement) -> bool:
    """Whether a pinned package is for this Python and machine."""
    return requirement.marker is None or requirement.marker.evaluate()


def test_an_environment_grows_by_layers_and_extras_and_is_made_anew_when_a_pin_changes(
    environment: Path, project: TinyProject, capsys: pytest.CaptureFixture[str]
) -> None:
    project.pin("run", ["first==1.0", "second==1.0"])
    project.pin("test", ["checker==1.0"])
    project.pin("ocr", ["seer==1.0"])
    run.set_up(environment, project.root, "preview")
    assert {"first", "second"} <= set(installed(environment))
    assert not {"checker", "seer"} & set(installed(environment))

    run.set_up(environment, project.root, "preview", ("ocr",))
    assert "seer" in installed(environment)
    assert "checker" not in installed(environment)
    run.set_up(environment, project.root, "test")
    assert {"first", "second", "seer", "checker"} <= set(installed(environment))
    capsys.readouterr()
    run.set_up(environment, project.root, "preview")
    run.set_up(environment, project.root, "test")
    run.set_up(environment, project.root, "preview", ("ocr",))
    assert capsys.readouterr().err == ""

    project.pin("run", ["second==2.0"])
    run.set_up(environment, project.root, "preview")
    assert installed(environment)["second"] == "2.0"
    assert not {"first", "checker"} & set(installed(environment))
    # An extra stays where it was asked for.
    assert "seer" in installed(environment)


def test_what_does_not_fit_together_is_said(environment: Path, project: TinyProject) -> None:
    rival = f"pytest-cov=={importlib.metadata.version('pytest-cov')}"
    project.pin("run", [rival])
    assert why_it_stops(environment, project).startswith(
        "run.py: The packages do not fit together: pytest-cov "
    )


def test_a_pin_that_is_not_to_be_had_is_said_in_the_installer_s_words(
    environment: Path, project: TinyProject
) -> None:
    project.pin("run", ["lost==1.0"])
    next(project.packages.glob("lost-1.0-*")).unlink()
    assert why_it_stops(environment, project) == (
        "run.py: The packages could not be installed: Could not find a version that satisfies the requirement "
        f"lost==1.0 (from versions: {NEWER})."
    )


def test_a_package_other_than_the_pinned_one_is_refused(environment: Path, project: TinyProject) -> None:
    project.pin("run", ["swapped==1.0"])
    (wheel,) = project.packages.glob("swapped-1.0-*")
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("swapped.py", "")
    assert "what was fetched as swapped==1.0 is not the file that was pinned" in why_it_stops(
        environment, project
    )


def test_that_the_index_cannot_be_reached_is_said(
    environment: Path, project: TinyProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = f"http://127.0.0.1:{server.getsockname()[1]}"
    project.pin("run", ["unreached==1.0"])
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.invalid/simple")
    monkeypatch.setenv("PIP_PROXY", closed)
    reason = why_it_stops(environment, project)
    assert "the package index cannot be reached (Connection refused): check the network" in reason


def test_that_python_s_headers_or_a_compiler_are_missing_is_said(
    environment: Path, project: TinyProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.pin_source("tinyext", {"setup.py": EXTENSION, "tinyext.c": "#include <Python.h>\n"})
    monkeypatch.setenv("CC", str(project.root / "bin" / "gcc"))
    assert "needs a C compiler: install one" in why_it_stops(environment, project)
    if shutil.which("cc") is None:
        pytest.skip("no C compiler here")
    monkeypatch.setenv("CC", "cc")
    assert "needs Python's headers: install them" in why_it_stops(environment, project)


def test_a_package_is_built_with_nothing_fetched(environment: Path, project: TinyProject) -> None:
    project.pin_source(
        "asking",
        {
            "setup.py": "from setuptools import setup\nsetup(name='asking', version='1.0', py_modules=[])\n",
            "pyproject.toml": '[build-system]\nrequires = ["setuptools", "wheel", "nowhere-to-be-had"]\n',
        },
    )
    run.install_pinned(environment, project.root, ["preview"])
    assert installed(environment)["asking"] == "1.0"


@pytest.mark.parametrize("size", ["64k", "4m"], ids=["before pip is there", "while pip is put there"])
def test_a_full_disk_is_said(size: str, project: TinyProject) -> None:
    disk = project.root / "disk"
    disk.mkdir()
    mounting = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    script = f'mount -t tmpfs -o size={size} tmpfs "$0" || exit 77; exec "$@"'
    code = "import sys, run; run.set_up(run.Path(sys.argv[1]), run.Path(sys.argv[2]), 'run')"
    outcome = subprocess.run(
        [
            *mounting,
            script,
            str(disk),
            sys.executable,
            "-c",
            code,
            str(disk / "environment"),
            str(project.root),
        ],
        cwd=Path(run.__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if outcome.returncode == 77:
        pytest.skip("this machine lets nobody mount a file system")
    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-1] == (
        "run.py: The virtual environment could not be made: the disk is full: make room for about 1 GB where "
        "environment and the temporary files are and run this again."
    )
