"""The package as a user gets it: a wheel in an environment of its own, far from the source.

The environment holds the wheel and the libraries that its metadata asks for, directly or through others, and no more;
so a forgotten dependency, or a data file left out of the wheel, fails here.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.wheel

MEGABYTE = 1_000_000


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command with nothing of this checkout in its environment; return what it printed."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def needs(requirements: Iterable[str]) -> set[str]:
    """Return the names of what the requirements ask for on this machine, extras apart, and of what those ask for."""
    names: set[str] = set()
    ahead = list(requirements)
    while ahead:
        requirement = Requirement(ahead.pop())
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        if requirement.name.lower() not in names:
            names.add(requirement.name.lower())
            ahead += metadata.requires(requirement.name) or []
    return names


def lend(names: Iterable[str], library: Path) -> None:
    """Link the files and folders of the named distributions of this environment into another's library."""
    for name in names:
        distribution = metadata.distribution(name)
        for top in {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}:
            if not (library / top).exists():
                (library / top).symlink_to(Path(str(distribution.locate_file(top))))


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own; return the folder of its programs."""
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    (library,) = home.glob("lib/python*/site-packages")
    options = ("--quiet", "--no-index", "--no-deps")
    run(sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install", *options, wheel, cwd=home)
    (own,) = metadata.distributions(name="dateline", path=[str(library)])
    lend(needs(own.requires or ()), library)
    return home / "bin"


def test_the_wheel_carries_its_data(wheel: Path, root: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = (path for package in ("gazetteer", "geo", "output") for path in (root / package).rglob("*"))
    data = {path for path in files if path.is_file() and path.suffix not in {".py", ".pyc"}}
    assert {path.suffix for path in data} >= {".csv", ".css", ".gazetteer", ".js", ".json", ".md", ".toml", ".typed"}
    assert {path.relative_to(root).as_posix() for path in data} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "docs/", "examples/", "benchmarks/"))]


def test_the_wheel_is_small_enough_to_hand_on(wheel: Path) -> None:
    assert wheel.stat().st_size <= 40 * MEGABYTE


def test_the_main_job_runs_far_from_the_source(installed: Path, root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "examples" / "amarah-raid.txt", tmp_path / "report.txt")
    dateline = installed / "dateline"
    where = run(installed / "python", "-c", "import geo, sys; print(geo.__file__, *sys.path)", cwd=tmp_path)
    assert str(root) not in where.replace(sys.prefix, "")
    assert run(dateline, "--version", cwd=tmp_path).strip().endswith(metadata.version("dateline"))

    run(dateline, "read", "report.txt", "-o", "reports.jsonl", cwd=tmp_path)
    run(dateline, "map", "reports.jsonl", "-o", "from-records.html", cwd=tmp_path)
    run(dateline, "map", "report.txt", "-o", "map.html", "--layers", "layers", cwd=tmp_path)
    run(dateline, "map", "report.txt", "-o", "again.html", cwd=tmp_path)

    assert '"type":"bombing"' in (tmp_path / "reports.jsonl").read_text(encoding="utf-8")
    drawn, drawn_again, from_records = (tmp_path / f"{name}.html" for name in ("map", "again", "from-records"))
    for page in (drawn, from_records):  # a record holds no reasons for a place, so the two pages are not the same
        assert "Content-Security-Policy" in page.read_text(encoding="utf-8")
    assert drawn.read_bytes() == drawn_again.read_bytes()
    assert "roadside bomb" in (tmp_path / "layers" / "incidents.geojson").read_text(encoding="utf-8")
    assert "Ahvaz" in (tmp_path / "layers" / "routes.geojson").read_text(encoding="utf-8")
