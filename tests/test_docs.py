"""The documentation says what the code does: commands, settings, exit codes, files."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import discord
import pytest
import yaml

from bench import rooms
from bot.app.settings import Settings, variable
from bot.cli import cli
from bot.cli.terminal.output import ExitCode
from bot.on_discord.client import Parley
from index.readers import SUFFIXES
from tests.conftest import Server

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def section(title: str) -> str:
    """The README from a heading to the next one."""
    match = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", README, re.MULTILINE | re.DOTALL)
    assert match, f"the README has no section {title}"
    return match[1]


def rows(text: str) -> dict[str, list[str]]:
    """The rows of the tables in a text, by their first cell without backquotes."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return {row[0].strip("` |"): row[1:] for row in cells}


def commands() -> dict[str, click.Command]:
    context = click.Context(cli)
    return {
        name: command for name in cli.list_commands(context) if (command := cli.get_command(context, name))
    }


def typed_commands() -> list[str]:
    """Every line of the README's shell blocks that starts `parley`, and every such command in its tables."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    in_tables = re.findall(r"`(parley [^`]+)`", README)
    return [*re.findall(r"^parley .*$", blocks, re.MULTILINE), *in_tables]


@pytest.mark.parametrize("line", typed_commands())
def test_every_parley_command_in_the_readme_exists(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    if words[0] == "COMMAND":
        return
    command = commands()[words[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known | {"--help"}


def test_every_command_and_its_options_are_in_the_readme() -> None:
    table = rows(section("In the shell"))
    assert {row.split()[1] for row in table if row.startswith("parley ")} == set(commands())
    for name, command in commands().items():
        assert command.help, name


async def test_every_slash_command_and_its_options_are_in_the_readme(server: Server) -> None:
    table = rows(section("On a Discord server"))
    documented = {
        row.split()[0]: row + " ".join(cells) for row, cells in table.items() if row.startswith("/")
    }
    offered = server.bot.tree.get_commands()
    menus = [command for command in offered if isinstance(command, discord.app_commands.ContextMenu)]
    commands = {f"/{command.name}": command for command in offered if command not in menus}
    assert all(any(f"**{menu.name}**" in row for row in table) for menu in menus)
    assert set(documented) == set(commands)
    for name, command in commands.items():
        for option in command.to_dict(server.bot.tree).get("options", ()):
            assert option["name"] in documented[name], f"{name} {option['name']}"


def setting_row(field: str) -> str:
    """The row of the README's table for a field of ``Settings``."""
    known = Settings.model_fields[field]
    default = f"{known.default:g}" if isinstance(known.default, float) else str(known.default)
    shown = f"`{default}`" if known.default not in (None, ()) else ""
    if field == "seeds":
        shown = "`seeds`, the folder that comes with this repository"
    return f"| `{variable(field)}` | {shown} | {known.description} |"


def test_every_setting_is_in_the_readme_with_its_default_and_meaning() -> None:
    table = [line for line in section("Settings").splitlines() if line.startswith("| `")]
    assert table == [setting_row(field) for field in Settings.model_fields]


def test_every_exit_code_is_in_the_readme() -> None:
    assert set(rows(section("Exit codes"))) - {"code"} == {str(int(code)) for code in ExitCode}


def test_the_invitation_asks_for_what_the_readme_names() -> None:
    assert f"permissions={Parley.PERMISSIONS.value}" in README
    (step,) = re.findall(r"with the permissions (.*?)\n3\.", section("On a Discord server"), re.DOTALL)
    named = {name.lower().replace(" ", "_") for name in re.findall(r"\*\*(.+?)\*\*", step)}
    assert discord.Permissions(**dict.fromkeys(named, True)) == Parley.PERMISSIONS


def test_every_kind_of_file_is_documented() -> None:
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)\)", text)
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_files_named_in_the_readme_exist() -> None:
    named = re.findall(
        r"`((?:index|bot|docs|seeds)/[\w./]*|run\.py|requirements/[\w.]*|\.env\.example)`", README
    )
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_readme_example_of_the_index_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})


def test_the_example_of_the_environment_names_real_settings() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)
    assert set(named) <= {variable(field) for field in Settings.model_fields}
    assert re.search(r"^DISCORD_TOKEN=$", text, re.MULTILINE)


def test_the_compose_file_sets_real_settings_and_locks_the_container() -> None:
    (service,) = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"].values()
    assert set(service["environment"]) <= {variable(field) for field in Settings.model_fields}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]


def test_the_compose_file_of_a_cluster_is_safe_as_it_stands() -> None:
    text = (ROOT / "compose.opensearch.yaml").read_text(encoding="utf-8")
    services = yaml.safe_load(text)["services"]
    names = {variable(field) for field in Settings.model_fields}
    assert set(services.pop("bot")["environment"]) <= names
    assert sorted(services) == ["node-1", "node-2", "node-3"]
    for name, node in services.items():
        said = node["environment"]
        assert said["node.name"] == name
        assert said["DISABLE_INSTALL_DEMO_CONFIG"] == said["plugins.security.ssl.http.enabled"] == "true"
        assert not any("disabled" in setting for setting in said)
        assert {"ports", "privileged"}.isdisjoint(node)
    # A password that is not set stops it, and none stands there.
    assert re.findall(r"PASSWORD\}|PASSWORD:-", text) == []


def test_the_image_sets_real_settings() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(PARLEY_[A-Z_]+)=", text))
    assert named
    assert named <= {variable(field) for field in Settings.model_fields}


def test_the_image_takes_packages_by_their_hashes_and_runs_as_nobody_s_user() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    installs = re.findall(r"pip install (.*?)(?=&&|$)", text, re.MULTILINE)
    assert installs
    assert all("--require-hashes" in install or "--no-deps" in install for install in installs)
    assert "index-url" not in text
    assert "://" not in text
    last_user = re.findall(r"^USER (.*)$", text, re.MULTILINE)[-1]
    assert last_user.split(":")[0].isdigit() and last_user != "0:0"


LAYERS = ("installer", "run", "reader", "preview", "opensearch", "test")


def pinned(*layers: str) -> set[str]:
    """What each pinned package of some layers is called."""
    texts = [(ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8") for layer in layers]
    return {name for text in texts for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


@pytest.mark.parametrize("layer", [*LAYERS, "ocr"])
def test_every_package_is_pinned_with_hashes_and_without_an_address(layer: str) -> None:
    text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^(\S.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index-url" not in text


def test_every_requirement_of_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies, extras = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    for requirements, layers in (
        ([*groups["installer"], *project["build-system"]["requires"]], ("installer",)),
        (dependencies, ("installer", "run")),
        (extras["reader"], ("installer", "run", "reader")),
        (extras["preview"], ("installer", "run", "reader", "preview")),
        (extras["opensearch"], ("installer", "run", "reader", "preview", "opensearch")),
        (extras["ocr"], ("installer", "run", "reader", "preview", "ocr")),
        (groups["test"], LAYERS),
    ):
        wanted = {normal(re.match(r"[\w.-]+", requirement)[0]) for requirement in requirements}
        missing = sorted(wanted - pinned(*layers))
        assert missing == [], f"run `python3 run.py lock`: {missing} not in requirements/{layers[-1]}.txt"


def test_what_the_bot_and_its_preview_need_brings_no_tools_of_tests() -> None:
    assert not pinned("installer", "run", "reader", "preview") & {
        "av",
        "playwright",
        "pytest",
        "mypy",
        "ruff",
        "hypothesis",
    }


def test_what_reads_web_pages_is_named() -> None:
    """pip before 24 does not install what justext asks for as an extra of lxml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "lxml-html-clean" in {re.match(r"[\w.-]+", line)[0] for line in project["dependencies"]}


def normal(name: str) -> str:
    """A package's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_picture_of_the_rooms_is_drawn_by_its_command_and_has_every_room() -> None:
    assert rooms.PICTURE.read_text(encoding="utf-8") == rooms.picture()
    drawn = {name for row in (*rooms.BOT, *rooms.ABOVE, *rooms.ROOMS, *rooms.GROUND) for name, _ in row}
    folders = {
        path.parent.name for package in ("bot", "index") for path in ROOT.glob(f"{package}/*/__init__.py")
    }
    assert folders <= drawn
