"""The documentation is true: every command and every piece of Python in it is run, every flag it names exists."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

from geo.model import IncidentType

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """Return the blocks of one language in all pages, in order."""
    return [match[2] for page in PAGES for match in BLOCK.finditer(page.read_text("utf-8")) if match[1] == language]


def commands(block: str) -> list[str]:
    """Return the lines that a reader is to type."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


LINES = [line for block in blocks("console") for line in commands(block)]
SCRIPTS = ["\n".join(commands(block)) for block in blocks("console") if "dateline " in block and "$ make" not in block]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Make a folder like the one that a reader stands in: the examples, and nothing that a command has written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with this environment's programs first."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "DATELINE_GAZETTEERS": str(folder / "share")}  # what is added stays there
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", [script for script in SCRIPTS if "pipx" not in script])
def test_commands_do_what_the_page_says(script: str, place: Path) -> None:
    done = run(["bash", "-euo", "pipefail", "-c", script], place)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for written in re.findall(r"(?:-o|--layers) (\S+)", script):
        assert (place / written).exists()


@pytest.mark.parametrize("code", blocks("python"))
def test_python_does_what_the_page_says(code: str, place: Path) -> None:
    done = run([sys.executable, "-W", "error", "-c", code], place)
    assert done.returncode == 0, done.stderr
    for written in re.findall(r'"(\S+\.html|layers)"', code):
        assert (place / written).exists()


def test_every_make_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {line.split()[1] for line in LINES if line.startswith("make ")}
    assert named >= {"demo", "test"}
    assert named <= targets


def subcommands() -> dict[str, click.Command]:
    """Return each command of the program by the words that call it."""
    from output.command.commands import cli

    found: dict[str, click.Command] = {}
    ahead: list[tuple[str, click.Command]] = [("dateline", cli)]
    while ahead:
        name, command = ahead.pop()
        if isinstance(command, click.Group):
            ahead += [(f"{name} {part}", inner) for part, inner in command.commands.items()]
        else:
            found[name] = command
    return found


def test_every_command_is_shown_in_the_readme() -> None:
    readme = PAGES[0].read_text("utf-8")
    for name in subcommands():
        assert re.search(rf"\$ .*{name}\b", readme), f"no example of `{name}`"


def test_every_command_is_named_in_the_help() -> None:
    done = run(["dateline", "--help"], ROOT)
    for name in subcommands():
        assert name.split()[1] in done.stdout


def test_every_flag_that_a_page_names_exists() -> None:
    known = {flag for command in subcommands().values() for option in command.params for flag in option.opts}
    known |= {"--help", "--version"}
    for page in PAGES:
        own = [line for line in page.read_text("utf-8").splitlines() if "dateline" in line and "pip" not in line]
        for flag in re.findall(r"(?<![\w-])--[a-z-]+", "\n".join(own)):
            assert flag in known, f"{page.name} names {flag}"


def test_every_incident_type_is_defined_once() -> None:
    page = (ROOT / "docs" / "report-format.md").read_text("utf-8")
    table = page.split("## Incident types")[1]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(get_args(IncidentType))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_links_to_exists(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    for link in links:
        if "://" not in link:
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_every_test_that_the_page_on_security_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "security.md").read_text("utf-8")))
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }

    assert len(named) > 20
    assert named <= there
