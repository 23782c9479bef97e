"""A folder of tiny packages in place of the package index, and a project that pins them as Parley pins the real ones."""

import hashlib
import importlib.metadata
import io
import re
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

ROOT = Path(__file__).parents[1]
WHEEL = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
INSTALLERS = ("pip", "setuptools")
NEWER = "9999.0"
"""A release of every package that came out after the pins were written."""

PROJECT = """
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "parley"
version = "1.0"
[tool.setuptools]
py-modules = []
"""


class TinyProject:
    """A folder with a project, its pinned packages, and the packages themselves."""

    def __init__(self, root: Path, *, newer: bool = True) -> None:
        self.root = root
        self.newer = newer
        """Whether each package has a newer release beside the pinned one."""
        self.packages = root / "packages"
        self.packages.mkdir()
        (root / "requirements").mkdir()
        (root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        installers = [f"{name}=={importlib.metadata.version(name)}" for name in INSTALLERS]
        self.pin("installer", installers)
        for layer in (*run.LAYERS, *run.EXTRAS):
            self.pin(layer, [])

    def pin(self, layer: str, lines: Sequence[str]) -> None:
        """Write a layer that pins these packages, and put them among the packages."""
        entries = [f"{line} \\\n    --hash=sha256:{sha256(self.add(Requirement(line)))}\n" for line in lines]
        (self.root / "requirements" / f"{layer}.txt").write_text("".join(entries), encoding="utf-8")

    def pin_source(self, name: str, files: dict[str, str]) -> None:
        """Pin one package that has to be built here, as the only one that the preview adds."""
        path = self.packages / f"{name}-1.0.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            for file, text in {"PKG-INFO": metadata(name, "1.0"), **files}.items():
                entry = tarfile.TarInfo(f"{name}-1.0/{file}")
                entry.size = len(text.encode())
                archive.addfile(entry, io.BytesIO(text.encode()))
        line = f"{name}==1.0 --hash=sha256:{sha256(path)}\n"
        (self.root / "requirements" / "preview.txt").write_text(line, encoding="utf-8")

    def add(self, requirement: Requirement) -> Path:
        """Put a pinned package among the packages; return its path.

        The installers are the real ones; others are empty and depend on what the real ones depend on.
        """
        name, (specifier,) = requirement.name, requirement.specifier
        if self.newer:
            wheel(self.packages, name, NEWER, {})
        if name in INSTALLERS:
            return wheel(self.packages, name, specifier.version, files_of(name))
        return wheel(self.packages, name, specifier.version, {})


def pinned(layer: str) -> list[str]:
    """What a layer of Parley's own pins, a requirement a line."""
    text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
    return re.findall(r"^(\w.*?) *\\$", text, re.MULTILINE)


def wheel(folder: Path, name: str, version: str, files: dict[str, bytes]) -> Path:
    """Write a wheel; without files it is empty."""
    stem = f"{name.replace('-', '_')}-{version}"
    content = files or {f"{stem}.dist-info/METADATA": metadata(name, version).encode()}
    content[f"{stem}.dist-info/WHEEL"] = WHEEL.encode()
    record = "".join(f"{file},,\n" for file in [*content, f"{stem}.dist-info/RECORD"])
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, data in content.items():
            archive.writestr(file, data)
        archive.writestr(f"{stem}.dist-info/RECORD", record)
    return path


def metadata(name: str, version: str) -> str:
    """A package's metadata, with the real package's extras and dependencies where that very release is installed."""
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    real = [d for d in importlib.metadata.distributions(name=name) if d.version == version]
    for distribution in real[:1]:
        lines += [
            f"Provides-Extra: {extra}" for extra in distribution.metadata.get_all("Provides-Extra") or ()
        ]
        lines += [f"Requires-Dist: {requirement}" for requirement in distribution.requires or ()]
    return "\n".join(lines) + "\n"


def files_of(name: str) -> dict[str, bytes]:
    """The files of an installed package, but for its commands and what Python compiled."""
    distribution = importlib.metadata.distribution(name)
    left_out = re.compile(
        r"^\.\.|__pycache__|\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|WHEEL)$"
    )
    named = [file for file in distribution.files or () if not left_out.search(file.as_posix())]
    return {file.as_posix(): Path(str(file.locate())).read_bytes() for file in named}


def installed(environment: Path) -> dict[str, str]:
    """The version of each package in an environment."""
    (packages,) = environment.glob("lib/python*/site-packages")
    found = importlib.metadata.distributions(path=[str(packages)])
    return {canonicalize_name(distribution.name): distribution.version for distribution in found}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
